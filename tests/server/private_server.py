"""A PostgreSQL of one's own: a fresh cluster in a temporary folder, a socket there and no TCP, stopped and
removed whatever happens.

    with PrivateServer() as server:
        server.query("SELECT 1")            # [['1']]
        server.run(database, script)        # psql's exit status and output

initdb and postgres refuse to run as root, so root runs them as the user `postgres`.
"""
import atexit, functools, glob, os, shutil, signal, subprocess, tempfile


def binaries():
    """The newest installed server's bin folder, or None. MIGLINT_POSTGRES_BIN names another."""
    given = os.environ.get("MIGLINT_POSTGRES_BIN")
    if given:
        return given
    found = [os.path.dirname(p) for p in glob.glob("/usr/lib/postgresql/*/bin/initdb")]
    if not found:
        initdb = shutil.which("initdb")
        return os.path.dirname(os.path.realpath(initdb)) if initdb else None
    return max(found, key=lambda p: int(p.split("/")[4]))


class PrivateServer:
    def __init__(self):
        self.bin = binaries()
        if not self.bin:
            raise FileNotFoundError("no PostgreSQL server is installed (Debian: apt-get install postgresql)")
        self.folder = tempfile.mkdtemp(prefix="miglint-pg-")
        self.prefix = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        if self.prefix:
            shutil.chown(self.folder, "postgres")
        self.process = None

    def __enter__(self):
        atexit.register(self.stop)
        signal.signal(signal.SIGTERM, lambda *_: (self.stop(), os._exit(1)))
        try:
            self._start()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_):
        self.stop()

    def _start(self):
        data = os.path.join(self.folder, "data")
        subprocess.run(
            self.prefix
            + [
                os.path.join(self.bin, "initdb"),
                "-D",
                data,
                "-A",
                "trust",
                "-U",
                "postgres",
                "-E",
                "UTF8",
                "--no-locale",
                "--no-sync",
            ],
            check=True,
            stdout=subprocess.DEVNULL,
            cwd="/",
        )
        settings = [
            "listen_addresses=",
            f"unix_socket_directories={self.folder}",
            "fsync=off",
            "autovacuum=off",
            "log_min_messages=fatal",
            "timezone=UTC",
            "max_locks_per_transaction=256",
            "shared_buffers=32MB",
        ]
        arguments = [x for setting in settings for x in ("-c", setting)]
        self.process = subprocess.Popen(
            self.prefix + [os.path.join(self.bin, "postgres"), "-D", data] + arguments,
            cwd="/",
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._wait()

    def _wait(self):
        ready = [os.path.join(self.bin, "pg_isready"), "-q", "-h", self.folder]
        for _ in range(300):
            if self.process.poll() is not None:
                raise RuntimeError("the private PostgreSQL did not start")
            if subprocess.run(ready).returncode == 0:
                return
            subprocess.run(["sleep", "0.1"])
        raise RuntimeError("the private PostgreSQL does not answer")

    def stop(self):
        if self.process and self.process.poll() is None:
            data = os.path.join(self.folder, "data")
            subprocess.run(
                self.prefix + [os.path.join(self.bin, "pg_ctl"), "-D", data, "-m", "immediate", "-w", "stop"],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                cwd="/",
            )
            self.process.wait(timeout=30)
        shutil.rmtree(self.folder, ignore_errors=True)

    def psql(self, database, *arguments, stdin=None):
        command = [
            os.path.join(self.bin, "psql"),
            "-X",
            "-q",
            "-h",
            self.folder,
            "-U",
            "postgres",
            "-d",
            database,
            *arguments,
        ]
        return subprocess.run(command, input=stdin, capture_output=True, text=True)

    def query(self, sql, database="postgres"):
        done = self.psql(database, "-A", "-t", "-F", "\t", "-v", "ON_ERROR_STOP=1", "-c", sql)
        if done.returncode:
            raise RuntimeError(done.stderr.strip())
        return [line.split("\t") for line in done.stdout.splitlines()]

    @functools.cache
    def major(self):
        return int(self.query("SHOW server_version_num")[0][0]) // 10000
