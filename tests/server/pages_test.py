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
import collections, glob, os, re, sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from measure import measure_migration, prepare, split_statements
from private_server import PrivateServer, binaries

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
Example = collections.namedtuple("Example", "page line bad attributes setup files")


def attributes_of(info):
    found = collections.defaultdict(list)
    for name, quoted, plain in re.findall(r'([\w-]+)(?:=(?:"([^"]*)"|(\S+)))?', info):
        value = quoted or plain
        found[name] += [value] if quoted else [v for v in value.split(",") if v]
    return found


def split_files(text, first):
    files, name = collections.OrderedDict(), first
    for line in text.splitlines(keepends=True):
        marker = re.match(r"-- file: (\S+)", line)
        if marker:
            name = marker.group(1)
            files.setdefault(name, "")
        else:
            files[name] = files.get(name, "") + line
    return [sql for sql in files.values() if sql.strip()]


def read_examples(path):
    examples, setup, block = [], [], None
    for number, line in enumerate(open(path), 1):
        if block is not None and line.startswith("```"):
            role, attributes, begin, text = block
            if role == "setup":
                setup = split_files(text, "001_setup")
            elif role in ("bad", "good"):
                examples.append(
                    Example(path, begin, role == "bad", attributes, setup, split_files(text, "002_example"))
                )
            block = None
        elif block is not None:
            block = block[:3] + (block[3] + line,)
        elif line.startswith("```"):
            words = line[3:].strip().split(" ", 2) + ["", ""]
            role = words[1] if words[0] == "sql" else ""
            block = (role, attributes_of(words[2]), number, "")
    return examples


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


def is_split(example):
    """The runner sends statement by statement: Prisma 7.4 and later, as the block's configuration says,
    unless its splitter can't read the file."""
    if any(re.search(r"DROP\s+INDEX\s+CONCURRENTLY", sql, re.I) for sql in example.files):
        return False
    version = re.search(r"prisma: '?(\d+)\.(\d+)", " ".join(example.attributes["config"]))
    return bool(version) and (int(version.group(1)), int(version.group(2))) >= (7, 4)


def needs_newer(example, major):
    version = re.search(r"postgres: '?(\d+)", " ".join(example.attributes["config"]))
    return bool(version) and int(version.group(1)) > major


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
