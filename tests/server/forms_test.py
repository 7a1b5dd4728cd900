#!/usr/bin/env python3
"""Holds `miglint plan` against PostgreSQL, form by form: failure, locks, rewrites and scans must agree.

usage: forms_test.py MIGLINT [forms/FILE.sql …] [--only WORDS]

A file of forms begins with a setup (schema and awkward rows) that its forms share:

    -- form: add a column with a volatile default
    -- given: CREATE EXTENSION pgcrypto;            more setup, for this form
    -- rows decide                                  it passes with these rows, could fail with others
    ALTER TABLE users ADD COLUMN token uuid DEFAULT gen_random_uuid();

Exit status 77 where no PostgreSQL server is installed.
"""
import argparse, collections, glob, json, os, subprocess, sys, tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from measure import STRENGTH, fails_on_empty, measure, prepare, remembered
from private_server import PrivateServer, binaries

HERE = os.path.dirname(os.path.abspath(__file__))
# Row locks and catalog reads disturb nobody that a migration should worry about.
WEAK = set(STRENGTH[:3])

Form = collections.namedtuple("Form", "file line title setup given sql rows_decide")


def read_forms(path):
    setup, forms, current = [], [], None
    for number, line in enumerate(open(path), 1):
        text = line.rstrip("\n")
        if text.startswith("-- form: "):
            current = {"line": number, "title": text[9:], "given": [], "sql": [], "rows_decide": False}
            forms.append(current)
        elif current is None:
            setup.append(text)
        elif text.startswith("-- given: "):
            current["given"].append(text[10:])
        elif text == "-- rows decide":
            current["rows_decide"] = True
        else:
            current["sql"].append(text)
    return [
        Form(
            os.path.basename(path),
            f["line"],
            f["title"],
            "\n".join(setup),
            "\n".join(f["given"]),
            "\n".join(f["sql"]).strip(),
            f["rows_decide"],
        )
        for f in forms
    ]


def write_projects(root, forms):
    for at, form in enumerate(forms):
        migrations = os.path.join(root, f"{at:04}", "prisma", "migrations")
        for name, text in (
            ("20240101000000_setup", form.setup + "\n" + form.given),
            ("20240102000000_form", form.sql),
        ):
            os.makedirs(os.path.join(migrations, name))
            with open(os.path.join(migrations, name, "migration.sql"), "w") as out:
                out.write(text + "\n")
        with open(os.path.join(migrations, "migration_lock.toml"), "w") as out:
            out.write('provider = "postgresql"\n')


def plan(binary, forms, major):
    """The planned statements of each form's second migration."""
    with tempfile.TemporaryDirectory() as root:
        write_projects(root, forms)
        plans = []
        for at in range(len(forms)):
            done = subprocess.run(
                [
                    binary,
                    "plan",
                    os.path.join(root, f"{at:04}"),
                    "--all",
                    "--postgres",
                    str(major),
                    "--format",
                    "json",
                ],
                capture_output=True,
                text=True,
            )
            if done.returncode:
                raise RuntimeError(f"{forms[at].title}: miglint plan fails: {done.stderr}")
            plans.append(
                [
                    s
                    for m in json.loads(done.stdout)["migrations"]
                    if m["name"].endswith("_form")
                    for s in m["statements"]
                ]
            )
        return plans


def planned_failure(statements):
    if any(s["always_fails"] for s in statements):
        return "always"
    return "rows" if any(s["row_failures"] for s in statements) else "no"


def planned_locks(statements):
    locks = {}
    for statement in statements:
        for lock in statement["locks"]:
            name, mode = lock["relation"], lock["mode"]
            if STRENGTH.index(mode) > STRENGTH.index(locks.get(name, STRENGTH[0])):
                locks[name] = mode
    return {name: mode for name, mode in locks.items() if mode not in WEAK}


def differences(form, statements, outcome, empty_fails):
    seen = "no" if outcome.sqlstate is None else "always" if empty_fails else "rows"
    said = planned_failure(statements)
    found = []
    if said != seen and not (form.rows_decide and seen == "no" and said == "rows"):
        found.append(f"fails: PostgreSQL {seen} {outcome.sqlstate or ''} {outcome.message}, miglint {said}")
    if seen == "rows" and said == "rows":
        codes = {f["sqlstate"] for s in statements for f in s["row_failures"]}
        if outcome.sqlstate not in codes:
            found.append(f"sqlstate: PostgreSQL {outcome.sqlstate}, miglint {sorted(codes)}")
    if seen == "always" and said == "always":
        code = next(s["always_fails"]["sqlstate"] for s in statements if s["always_fails"])
        if outcome.sqlstate != code:
            found.append(f"sqlstate: PostgreSQL {outcome.sqlstate} {outcome.message}, miglint {code}")
    if outcome.sqlstate is None:
        found += work_differences(statements, outcome)
    return found


def renewed(statements):
    """What gets a new file because it is emptied or filled anew: nobody would call that a rewrite."""
    anew = {"truncate", "refresh-materialized-view"}
    return {
        lock["relation"]
        for s in statements
        if anew & set(s["changes"])
        for lock in s["locks"]
        if lock["mode"] == "AccessExclusiveLock"
    }


def work_differences(statements, outcome):
    found = []
    rewrites = {r for s in statements for r in s["rewrites"]}
    outcome.rewrites -= renewed(statements)
    outcome.scans -= renewed(statements)
    if rewrites != outcome.rewrites:
        found.append(f"rewrites: PostgreSQL {sorted(outcome.rewrites)}, miglint {sorted(rewrites)}")
    if not outcome.in_transaction:
        return found
    locks = {name: mode for name, mode in outcome.locks.items() if mode not in WEAK}
    if planned_locks(statements) != locks:
        found.append(f"locks: PostgreSQL {locks}, miglint {planned_locks(statements)}")
    scans = {r for s in statements for r in s["scans"]}
    if scans != outcome.scans:
        found.append(f"scans: PostgreSQL {sorted(outcome.scans)}, miglint {sorted(scans)}")
    return found


@remembered
def outcome_of(server, files, sql):
    """What the form does, and whether it fails on empty tables, too."""
    prepare(server, files)
    outcome = measure(server, sql)
    return outcome, outcome.sqlstate is not None and fails_on_empty(server, files, sql)


def check(server, form, statements):
    files = [form.setup] + ([form.given] if form.given else [])
    return differences(form, statements, *outcome_of(server, files, form.sql))


def main():
    options = argparse.ArgumentParser()
    options.add_argument("miglint")
    options.add_argument("files", nargs="*")
    options.add_argument("--only", default="")
    given = options.parse_args()
    if not binaries():
        print("skipped: no PostgreSQL server is installed (Debian: apt-get install postgresql)")
        return 77
    paths = given.files or sorted(glob.glob(os.path.join(HERE, "forms", "*.sql")))
    forms = [form for path in paths for form in read_forms(path) if given.only in form.title]
    with PrivateServer() as server:
        plans = plan(os.path.abspath(given.miglint), forms, server.major())
        wrong = 0
        for form, statements in zip(forms, plans):
            found = check(server, form, statements)
            wrong += bool(found)
            for difference in found:
                print(f"{form.file}:{form.line}: {form.title}: {difference}")
        print(f"PostgreSQL {server.major()}: {len(forms) - wrong} of {len(forms)} forms agree")
    return 1 if wrong or not forms else 0


sys.exit(main())
