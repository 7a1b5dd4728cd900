#!/usr/bin/env python3
"""Holds the schema that `miglint schema` ends with against PostgreSQL's catalog after the same history.

usage: catalog_test.py MIGLINT [histories/FILE.sql …] [--only WORDS]

A file has many small histories, each run by itself on an empty database:

    -- history: names stay taken after a rename
    CREATE TABLE users (id serial PRIMARY KEY);
    -- next session
    ALTER TABLE users RENAME TO people;

Every statement in them runs; `miglint plan` must not say otherwise of any. Exit status 77 where no PostgreSQL
server of version 15 is installed: what names it chooses, and what a rule makes of a table, differ by version.
"""
import argparse, glob, json, os, re, subprocess, sys, tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from measure import remembered
from private_server import PrivateServer, binaries

HERE = os.path.dirname(os.path.abspath(__file__))
SESSION = "\n-- next session\n"

OURS = r"""n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
  AND n.nspname !~ '^pg_(toast_)?temp' AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = {}.oid
  AND d.deptype = 'e')"""
COLUMNS = """(SELECT array_agg(a.attname::text ORDER BY k.o) FROM unnest({}) WITH ORDINALITY k (n, o)
  JOIN pg_attribute a ON a.attrelid = {}.oid AND a.attnum = k.n {})"""
# Each gives one fact a row, as json.
FACTS = f"""
SELECT json_build_array('column', n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
    a.attnotnull, a.atthasdef AND a.attgenerated = '', nullif(a.attidentity, ''),
    row_number() OVER (PARTITION BY c.oid ORDER BY a.attnum))
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
  WHERE c.relkind IN ('r', 'p', 'f') AND a.attnum > 0 AND NOT a.attisdropped AND {OURS.format('c')};
SELECT json_build_array('table', n.nspname, c.relname, (SELECT pn.nspname || '.' || p.relname FROM
  pg_inherits i
    JOIN pg_class p ON p.oid = i.inhparent JOIN pg_namespace pn ON pn.oid = p.relnamespace
    WHERE i.inhrelid = c.oid AND c.relispartition))
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'f') AND {OURS.format('c')};
SELECT json_build_array('index', n.nspname, t.relname, c.relname, i.indisunique, i.indisprimary, m.amname,
    CASE WHEN i.indexprs IS NULL THEN {COLUMNS.format('i.indkey', 't', 'WHERE k.o <= i.indnkeyatts')} END,
    i.indpred IS NOT NULL)
  FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
  JOIN pg_namespace n ON n.oid = t.relnamespace JOIN pg_am m ON m.oid = c.relam WHERE {OURS.format('t')};
SELECT json_build_array('constraint', n.nspname, t.relname, c.conname, c.contype,
    CASE WHEN c.contype <> 'c' THEN coalesce({COLUMNS.format('c.conkey', 't', '')}, '{{}}') END,
    rn.nspname, r.relname,
    {COLUMNS.format('c.confkey', 'r', '')}, nullif(c.confdeltype, ' '), nullif(c.confupdtype, ' '),
    c.convalidated)
  FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_namespace n ON n.oid = t.relnamespace
  LEFT JOIN pg_class r ON r.oid = c.confrelid LEFT JOIN pg_namespace rn ON rn.oid = r.relnamespace
  WHERE c.contype IN ('p', 'u', 'f', 'c', 'x') AND {OURS.format('t')}
  -- of a key that refers to a partitioned table, the server keeps one more for each of its partitions
  AND NOT EXISTS (SELECT 1 FROM pg_constraint x WHERE x.oid = c.conparentid AND x.conrelid = c.conrelid);
SELECT json_build_array('enum', n.nspname, t.typname, (SELECT coalesce(array_agg(e.enumlabel::text
    ORDER BY e.enumsortorder), '{{}}') FROM pg_enum e WHERE e.enumtypid = t.oid))
  FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.typtype = 'e' AND {OURS.format('t')};
SELECT json_build_array('view', n.nspname, c.relname)
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('v', 'm') AND {OURS.format('c')};
"""
KIND = {"primary-key": "p", "unique": "u", "foreign-key": "f", "check": "c", "exclude": "x"}
ACTION = {"no-action": "a", "restrict": "r", "cascade": "c", "set-null": "n", "set-default": "d", None: None}
IDENTITY = {"always": "a", "by-default": "d", None: None}


def fact(*parts):
    return json.dumps(parts)


def expression(column):
    return "(" in column


def facts_of(schema):
    facts = set()
    for t in schema["tables"]:
        facts.add(fact("table", t["schema"], t["name"], t["partition_of"]))
        for place, c in enumerate(t["columns"], 1):
            default = c["default"] is not None
            identity = IDENTITY[c["identity"]]
            parts = (c["name"], c["type"], c["not_null"], default, identity, place)
            facts.add(fact("column", t["schema"], t["name"], *parts))
    for i in schema["indexes"]:
        columns = None if any(map(expression, i["columns"])) else i["columns"]
        parts = (i["unique"], i["primary"], i["method"], columns, i["where"] is not None)
        facts.add(fact("index", i["schema"], i["table"], i["name"], *parts))
    for c in schema["constraints"]:
        refers = c["references"] or {"schema": None, "table": None, "columns": None}
        columns = None if c["type"] == "check" else c["columns"]
        actions = (ACTION[c["on_delete"]], ACTION[c["on_update"]], c["validated"])
        parts = (KIND[c["type"]], columns, refers["schema"], refers["table"], refers["columns"], *actions)
        facts.add(fact("constraint", c["schema"], c["table"], c["name"], *parts))
    facts |= {fact("enum", e["schema"], e["name"], e["labels"]) for e in schema["enums"]}
    return facts | {fact("view", v["schema"], v["name"]) for v in schema["views"]}


@remembered
def facts_in(server, history):
    """After the history, in a database of its own."""
    server.query("DROP DATABASE IF EXISTS history")
    server.query("CREATE DATABASE history")
    for session in history.split(SESSION):
        done = server.psql("history", "-v", "ON_ERROR_STOP=1", "-f", "-", stdin=session)
        if done.returncode:
            raise RuntimeError(done.stderr.strip())
    done = server.psql("history", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-f", "-", stdin=FACTS)
    if done.returncode:
        raise RuntimeError(done.stderr.strip())
    return {json.dumps(json.loads(line)) for line in done.stdout.splitlines()}


def write_project(root, history):
    migrations = os.path.join(root, "prisma", "migrations")
    for number, session in enumerate(history.split(SESSION), 1):
        os.makedirs(os.path.join(migrations, f"{number}_x"))
        with open(os.path.join(migrations, f"{number}_x", "migration.sql"), "w") as file:
            file.write(session)
    with open(os.path.join(migrations, "migration_lock.toml"), "w") as file:
        file.write('provider = "postgresql"\n')
    with open(os.path.join(root, ".miglint.yaml"), "w") as file:
        file.write('postgres: 15\nprisma: "7.4.0"\n')
    return migrations


def run(miglint, command, *arguments):
    done = subprocess.run([miglint, command, *arguments, "--format", "json"], capture_output=True, text=True)
    return json.loads(done.stdout)


def differences(miglint, server, history):
    real = facts_in(server, history)
    with tempfile.TemporaryDirectory() as root:
        migrations = write_project(root, history)
        told = facts_of(run(miglint, "schema", migrations))
        plan = run(miglint, "plan", migrations, "--all")
    statements = [s for m in plan["migrations"] for s in m["statements"]]
    claims = [f"says that it fails: {s['sql']}: {s['always_fails']}" for s in statements if s["always_fails"]]
    lacks = [f"lacks {x}" for x in sorted(real - told)]
    return claims + lacks + [f"makes up {x}" for x in sorted(told - real)]


def read_histories(path):
    for part in re.split(r"^-- history: ", open(path).read(), flags=re.M)[1:]:
        title, history = part.split("\n", 1)
        yield title, history


def main():
    options = argparse.ArgumentParser()
    options.add_argument("miglint")
    options.add_argument("files", nargs="*")
    options.add_argument("--only", default="")
    given = options.parse_args()
    if not binaries():
        return 77
    failed = count = 0
    with PrivateServer() as server:
        if server.major() != 15:
            return 77
        for path in given.files or sorted(glob.glob(os.path.join(HERE, "histories", "*.sql"))):
            for title, history in read_histories(path):
                if given.only not in title:
                    continue
                count += 1
                wrong = differences(os.path.abspath(given.miglint), server, history)
                failed += bool(wrong)
                for line in wrong:
                    print(f"{os.path.basename(path)}: {title}: miglint {line}")
    print(f"{count - failed} of {count} catalogs are the server's")
    return 1 if failed or not count else 0


if __name__ == "__main__":
    sys.exit(main())
