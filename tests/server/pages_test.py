#!/usr/bin/env python3
"""Runs every rule page's examples on PostgreSQL, with the rows of their setups, and compares what the page
claims with what happened.

usage: pages_test.py [rules/GROUP/RULE.md …]

A `sql bad` block with `fails=` must fail with that SQLSTATE (or one of several); without it, it must run.
`lock=` names a lock that the migration takes on a table that was there before, `rewrites` says that such a
table is rewritten; one that is rewritten without the page saying so is no fault. A `sql good` block must run.
`server=42703` says what a server refuses whatever the rows; `server=skip` marks what it does not see: files,
encodings, git. Exit status 77 where no PostgreSQL server is installed.
"""
import glob, os, sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from measure import measure_migration, prepare, split_statements
from pages import is_split, needs_newer, read_examples
from private_server import PrivateServer, binaries

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def claims_hold(example, outcomes):
    """Sentences on what the page says and PostgreSQL does not."""
    wrong, claimed = [], example.attributes["fails"] + example.attributes["server"]
    failed = [o for o in outcomes if o.sqlstate]
    if example.bad and claimed:
        if not failed:
            wrong.append(f"should fail with {'/'.join(claimed)}, but runs")
        elif failed[0].sqlstate not in claimed:
            wrong.append(
                f"should fail with {'/'.join(claimed)}, fails with {failed[0].sqlstate}: {failed[0].message}"
            )
    elif failed:
        wrong.append(f"fails with {failed[0].sqlstate}: {failed[0].message}")
    if failed:
        return wrong
    modes = {mode for o in outcomes for mode in o.locks.values()}
    for mode in example.attributes["lock"]:
        if mode not in modes and all(o.in_transaction for o in outcomes):
            wrong.append(f"should take {mode}, takes {sorted(modes)}")
    if "rewrites" in example.attributes and not any(o.rewrites for o in outcomes):
        wrong.append("should rewrite a table, rewrites none")
    return wrong


def check(server, example):
    prepare(server, example.setup)
    outcomes = []
    for sql in example.files:
        outcomes += measure_migration(server, split_statements(sql) if is_split(example) else [sql])
        if outcomes[-1].sqlstate:
            break
    return claims_hold(example, outcomes)


def main():
    if not binaries():
        print("skipped: no PostgreSQL server is installed (Debian: apt-get install postgresql)")
        return 77
    paths = sys.argv[1:] or sorted(glob.glob(os.path.join(ROOT, "rules", "*", "*.md")))
    examples = [e for path in paths for e in read_examples(path)]
    wrong = skipped = 0
    with PrivateServer() as server:
        for example in examples:
            if example.attributes["server"] == ["skip"] or needs_newer(example, server.major()):
                skipped += 1
                continue
            try:
                found = check(server, example)
            except RuntimeError as error:
                found = [str(error)]
            wrong += bool(found)
            for sentence in found:
                print(f"{os.path.relpath(example.page, ROOT)}:{example.line}: {sentence}")
        run = len(examples) - skipped
        print(
            f"PostgreSQL {server.major()}: {run - wrong} of {run} examples do what their pages say; "
            f"{skipped} not for this server"
        )
    return 1 if wrong else 0


sys.exit(main())
