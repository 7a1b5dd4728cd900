"""Runs SQL on a private server and says what it did: failure, locks, rewrites, scans, indexes."""
import hashlib, os, pickle, re

# What can't run in a transaction is measured without one: its locks are gone when it ends.
ALONE = re.compile(
    r"\b(CONCURRENTLY|VACUUM|ALTER\s+SYSTEM|REINDEX\s+(SCHEMA|DATABASE|SYSTEM)"
    r"|CREATE\s+(DATABASE|TABLESPACE))\b|^\s*CLUSTER\s*;",
    re.I | re.M,
)

RESET = """
SET client_min_messages = error;
DO $$ DECLARE name text; BEGIN
  FOR name IN SELECT pubname FROM pg_publication LOOP EXECUTE format('DROP PUBLICATION %I', name); END LOOP;
  FOR name IN SELECT evtname FROM pg_event_trigger LOOP
    EXECUTE format('DROP EVENT TRIGGER %I', name);
  END LOOP;
  FOR name IN SELECT fdwname FROM pg_foreign_data_wrapper LOOP
    EXECUTE format('DROP FOREIGN DATA WRAPPER %I CASCADE', name);
  END LOOP;
  FOR name IN
    SELECT nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'
  LOOP
    EXECUTE format('DROP SCHEMA %I CASCADE', name);
  END LOOP;
  FOR name IN SELECT extname FROM pg_extension WHERE extname <> 'plpgsql' LOOP
    EXECUTE format('DROP EXTENSION %I CASCADE', name);
  END LOOP;
  FOR name IN SELECT amname FROM pg_am WHERE oid >= 16384 LOOP
    EXECUTE format('DROP ACCESS METHOD %I CASCADE', name);
  END LOOP;
  FOR name IN SELECT lanname FROM pg_language WHERE oid >= 16384 LOOP
    EXECUTE format('DROP LANGUAGE %I CASCADE', name);
  END LOOP;
END $$;
CREATE SCHEMA public;
"""

# Tables, views and materialized views by name, as they are before the form runs.
SNAPSHOT = """
CREATE TEMP TABLE miglint_before ON COMMIT PRESERVE ROWS AS
  SELECT c.oid, n.nspname || '.' || c.relname AS name, c.relkind, pg_relation_filenode(c.oid) AS node
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
    AND c.relkind IN ('r', 'p', 'v', 'm', 'i', 'I');
"""

LOCKS = """
SELECT 'lock', b.name, l.mode FROM pg_locks l JOIN miglint_before b ON b.oid = l.relation
WHERE l.pid = pg_backend_pid() AND l.granted AND b.relkind NOT IN ('i', 'I') AND l.mode NOT IN ('SIReadLock');
"""
WORK = """
SELECT 'rewrite', name, '' FROM miglint_before b WHERE relkind IN ('r', 'm')
  AND EXISTS (SELECT FROM pg_class c WHERE c.oid = b.oid)
  AND pg_relation_filenode(b.oid) IS DISTINCT FROM node;
SELECT 'scan', b.name, '' FROM pg_stat_xact_user_tables s JOIN miglint_before b ON b.oid = s.relid
WHERE s.seq_scan > 0 AND b.relkind IN ('r', 'm');
"""

STRENGTH = [
    "AccessShareLock",
    "RowShareLock",
    "RowExclusiveLock",
    "ShareUpdateExclusiveLock",
    "ShareLock",
    "ShareRowExclusiveLock",
    "ExclusiveLock",
    "AccessExclusiveLock",
]


def remembered(ask):
    """What a server said to the same question before, where MIGLINT_MEASURED names a folder to keep it in:
    script/mutate asks again and again."""

    def answer(server, *question):
        folder = os.environ.get("MIGLINT_MEASURED")
        if not folder:
            return ask(server, *question)
        key = hashlib.sha256(repr((ask.__name__, server.major(), question)).encode()).hexdigest()
        path = os.path.join(folder, key)
        if not os.path.exists(path):
            said = ask(server, *question)
            with open(f"{path}.{os.getpid()}", "wb") as file:
                pickle.dump(said, file)
            os.replace(f"{path}.{os.getpid()}", path)
        with open(path, "rb") as file:
            return pickle.load(file)

    return answer


class Outcome:
    def __init__(self):
        self.sqlstate = None
        self.message = ""
        self.locks, self.rewrites, self.scans = {}, set(), set()
        self.in_transaction = True

    def read(self, output):
        for line in output.splitlines():
            cells = line.split("\t")
            if len(cells) != 3:
                continue
            kind, name, mode = cells
            if kind == "lock" and STRENGTH.index(mode) >= STRENGTH.index(self.locks.get(name, STRENGTH[0])):
                self.locks[name] = mode
            elif kind == "rewrite":
                self.rewrites.add(name)
            elif kind == "scan":
                self.scans.add(name)


def failure_of(errors):
    found = re.search(r"ERROR:\s+([0-9A-Z]{5}): (.*)", errors)
    return (found.group(1), found.group(2)) if found else (None, "")


def prepare(server, files):
    """A clean database with these scripts run, each as one string; raises where one fails."""
    for script in [RESET] + files:
        done = server.psql(
            "postgres", "-v", "ON_ERROR_STOP=1", "-v", "VERBOSITY=verbose", "-f", "-", stdin=script
        )
        if done.returncode:
            raise RuntimeError(f"setup fails: {done.stderr.strip()}\n{script}")


def measure(server, sql):
    """What the form does to the prepared database, in one transaction where it may run in one. Nothing of
    it is kept."""
    outcome = Outcome()
    outcome.in_transaction = not ALONE.search(sql)
    script = "\\set ON_ERROR_STOP on\n\\set VERBOSITY verbose\n" + SNAPSHOT
    if outcome.in_transaction:
        script += "BEGIN;\n" + sql + "\n;" + LOCKS + WORK + "ROLLBACK;\n"
    else:
        script += sql + "\n;" + WORK.split("SELECT 'scan'")[0]
    done = server.psql("postgres", "-A", "-t", "-F", "\t", "-f", "-", stdin=script)
    outcome.sqlstate, outcome.message = failure_of(done.stderr)
    if outcome.sqlstate is None:
        outcome.read(done.stdout)
    return outcome


def fails_on_empty(server, files, sql):
    """Whether the form fails with every table emptied too."""
    prepare(server, files)
    empty = """DO $$ DECLARE t text; BEGIN
      FOR t IN SELECT format('%I.%I', n.nspname, c.relname)
               FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
               WHERE c.relkind = 'r' AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
      LOOP EXECUTE 'TRUNCATE ' || t || ' CASCADE'; END LOOP; END $$;"""
    server.psql("postgres", "-v", "ON_ERROR_STOP=1", "-c", empty)
    return measure(server, sql).sqlstate is not None


# What is quoted, dollar-quoted or commented is one token.
TOKEN = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|\$(\w*)\$.*?\$\1\$|--[^\n]*|/\*.*?\*/|;|.", re.S)


def split_statements(sql):
    """The statements of a script, cut at the semicolons outside quotes, dollar quotes and comments."""
    statements, current = [], ""
    for match in TOKEN.finditer(sql):
        current += match.group(0)
        if match.group(0) == ";":
            statements.append(current)
            current = ""
    return [s for s in statements + [current] if re.sub(r"--[^\n]*|/\*.*?\*/|[;\s]", "", s, flags=re.S)]


def run_as_string(server, sql):
    """One simple-query string, as a runner sends it: several statements are one transaction, unless they say
    otherwise."""
    outcome = Outcome()
    done = server.psql("postgres", "-v", "VERBOSITY=verbose", "-v", "ON_ERROR_STOP=1", "-c", sql)
    outcome.sqlstate, outcome.message = failure_of(done.stderr)
    return outcome


def measure_migration(server, strings):
    """What a migration does, sent as these strings; its work stays. Locks and rewrites are looked at in a
    rehearsal that is rolled back."""
    outcomes = []
    for sql in strings:
        if ALONE.search(sql) and len(split_statements(sql)) == 1:
            outcomes.append(measure(server, sql))
            continue
        own_transaction = re.search(r"^\s*(BEGIN|START\s+TRANSACTION|COMMIT|ROLLBACK)\b", sql, re.I | re.M)
        seen = Outcome() if own_transaction or ALONE.search(sql) else measure(server, sql)
        outcome = run_as_string(server, sql)
        if not outcome.sqlstate:
            outcome.locks, outcome.rewrites, outcome.scans = seen.locks, seen.rewrites, seen.scans
        outcomes.append(outcome)
        if outcome.sqlstate:
            break
    return outcomes
