"""One session, spoken to as a migration runner does: each string is one simple query, whatever it holds.

    with Connection(server.folder, "postgres") as session:
        session.run("SELECT 1; SELECT 2")      # [['1'], ['2']]

psql would be a process a question; the suite asks some ten thousand. Values are text, NULL is None.
"""
import socket, struct


class ServerError(Exception):
    def __init__(self, fields):
        self.sqlstate, self.message = fields.get("C", ""), fields.get("M", "")
        super().__init__(f"{self.sqlstate}: {self.message}")


class Connection:
    def __init__(self, folder, database):
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.connect(f"{folder}/.s.PGSQL.5432")
        self.unread, self.in_transaction = b"", False
        options = b"user\0postgres\0database\0" + database.encode() + b"\0\0"
        self.socket.sendall(struct.pack("!ii", len(options) + 8, 3 << 16) + options)
        self._answer()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def run(self, sql):
        """The rows of all its statements; raises ServerError where one fails."""
        text = sql.encode() + b"\0"
        self.socket.sendall(b"Q" + struct.pack("!i", len(text) + 4) + text)
        return self._answer()

    def _answer(self):
        rows, error = [], None
        while True:
            kind, body = self._message()
            if kind == b"D":
                rows.append(row_of(body))
            elif kind == b"E":
                error = ServerError(fields_of(body))
            elif kind == b"G":  # COPY FROM STDIN: a migration brings no rows along
                self.socket.sendall(b"f" + struct.pack("!i", 5) + b"\0")
            elif kind == b"Z":
                self.in_transaction = body != b"I"
                break
            if error and error.sqlstate in ("57P01", "57P02", "57P03", "3D000", "53300"):
                break  # the server hangs up
        if error:
            raise error
        return rows

    def _message(self):
        header = self._read(5)
        return header[:1], self._read(struct.unpack("!i", header[1:])[0] - 4)

    def _read(self, size):
        while len(self.unread) < size:
            chunk = self.socket.recv(65536)
            if not chunk:
                raise ServerError({"C": "08006", "M": "the server closed the connection"})
            self.unread += chunk
        taken, self.unread = self.unread[:size], self.unread[size:]
        return taken


def fields_of(body):
    return {field[:1].decode(): field[1:].decode() for field in body.split(b"\0") if field}


def row_of(body):
    (count,), at, row = struct.unpack_from("!h", body), 2, []
    for _ in range(count):
        (size,) = struct.unpack_from("!i", body, at)
        at += 4
        row.append(None if size < 0 else body[at : at + size].decode())
        at += max(size, 0)
    return row
