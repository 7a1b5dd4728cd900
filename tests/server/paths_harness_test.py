#!/usr/bin/env python3
"""Each of paths_test.py's checks can fail: paths that break one promise each, told by a program that stands
in for miglint, and some that keep them all. Exit status 77 where no PostgreSQL server is installed."""
import json, os, re, stat, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
from private_server import binaries

SETUP = """CREATE TABLE parent (id int PRIMARY KEY);
CREATE TABLE t (id serial PRIMARY KEY, name text NOT NULL, parent_id int REFERENCES parent (id), note text);
INSERT INTO parent VALUES (1);
INSERT INTO t (name, parent_id, note) VALUES ('a', 1, 'x'), ('a', NULL, NULL);"""
REQUIRE = "ALTER TABLE t ADD COLUMN email text NOT NULL;"
UNIQUE = "CREATE UNIQUE INDEX t_name ON t (name);"
LIST = (
    "ALTER TABLE t ADD COLUMN a int,\n  ADD COLUMN email text NOT NULL,\n  ALTER COLUMN note SET DEFAULT 'y';"
)
FILLED = [
    ("here", "Add it nullable.", "ALTER TABLE t ADD COLUMN email text;"),
    ("here", "Fill it.", "UPDATE t SET email = 'x@y.z';"),
    ("next-release", "Require it when all write it.", "ALTER TABLE t ALTER COLUMN email SET NOT NULL;"),
]
NEED = {"name": "t.email", "question": "Which value?", "sample": "'x@y.z'"}
LOOP = """DO $$ BEGIN
  LOOP
    UPDATE t SET email = 'x@y.z' WHERE id IN (SELECT id FROM t WHERE email IS NULL LIMIT 1);
    EXIT WHEN NOT FOUND;
    COMMIT;
  END LOOP;
END $$;"""


def path(*steps, title="A way", result="same", needs=()):
    told = [{"place": place, "text": text, "sql": sql} for place, text, sql in steps]
    return {
        "key": "a",
        "title": title,
        "result": result,
        "needs": list(needs),
        "schema_prisma": [],
        "steps": told,
    }


ADD = ("here", "", "ALTER TABLE t ADD COLUMN email text NOT NULL DEFAULT '';")
RENAME = ("here", "An older version fails.", "ALTER TABLE t RENAME COLUMN note TO remark;")
NULLABLE = "email stays nullable"
# Words, the example, the text of it that is found, its paths, and what is said; "" where nothing is.
CASES = [
    ("keeps all promises", REQUIRE, REQUIRE, [path(*FILLED, needs=[NEED])], ""),
    ("takes its place in a list", LIST, "ADD COLUMN email text NOT NULL", [path(*FILLED, needs=[NEED])], ""),
    (
        "leaves the command of a list",
        LIST,
        "ADD COLUMN email text NOT NULL",
        [path(("here", "Leave it.", None), result="there is no email")],
        "",
    ),
    ("leaves the statement", UNIQUE, UNIQUE, [path(("here", "", None), result="name may repeat")], ""),
    (
        "runs outside as a script that commits",
        REQUIRE,
        REQUIRE,
        [path(FILLED[0], ("outside", "Fill it.", LOOP), FILLED[2])],
        "",
    ),
    (
        "builds concurrently, alone",
        "ALTER TABLE t ADD COLUMN a int;\nCREATE INDEX t_note ON t (note);",
        "CREATE INDEX t_note ON t (note)",
        [
            path(
                ("here", "", None),
                ("next-migration", "Alone.", "CREATE INDEX CONCURRENTLY t_note ON t (note);"),
            )
        ],
        "",
    ),
    (
        "takes another command along",
        "ALTER TABLE t DROP COLUMN note,\n  ADD COLUMN remark text;",
        "DROP COLUMN note",
        [dict(path(RENAME), result="remark has the values", along=["ADD COLUMN remark text"])],
        r"the schema is the same, its result says: remark has the values",
    ),
    (
        "takes another statement along",
        "ALTER TABLE t DROP COLUMN note;\nALTER TABLE t ADD COLUMN remark text;\nSELECT 1;",
        "ALTER TABLE t DROP COLUMN note",
        [dict(path(RENAME), along=["ALTER TABLE t ADD"])],
        "",
    ),
    ("fails on rows", UNIQUE, UNIQUE, [path(("here", "", UNIQUE))], r"fails with 23505"),
    (
        "fails on empty tables",
        UNIQUE,
        UNIQUE,
        [path(("here", "", "SELECT 1 / count(*) FROM t;\n" + UNIQUE))],
        r"on empty tables: .*22012",
    ),
    (
        "fails in a transaction",
        "ALTER TABLE t ADD COLUMN a int;\nCREATE INDEX t_note ON t (note);",
        "CREATE INDEX t_note ON t (note)",
        [path(("here", "", "CREATE INDEX CONCURRENTLY t_note ON t (note);"))],
        r"\(Prisma 6.19\).*fails with 25001",
    ),
    (
        "fails outside",
        REQUIRE,
        REQUIRE,
        [path(ADD, ("outside", "", "SELECT 1 / 0;"))],
        r"script outside fails",
    ),
    (
        "leaves a transaction open",
        REQUIRE,
        REQUIRE,
        [path(("before", "", "BEGIN;"), ADD)],
        r"a transaction is left open",
    ),
    (
        "loses rows without a word",
        UNIQUE,
        UNIQUE,
        [path(("before", "", "DELETE FROM t a USING t b WHERE a.ctid > b.ctid;"))],
        r"1 rows of t are lost without a word",
    ),
    (
        "loses rows without a question",
        UNIQUE,
        UNIQUE,
        [path(("before", "Deletes all but one.", "DELETE FROM t a USING t b WHERE a.ctid > b.ctid;"))],
        r"1 rows of t are lost without a question",
    ),
    (
        "loses rows, says so and asks",
        UNIQUE,
        UNIQUE,
        [
            path(
                ("before", "Deletes all but one.", "DELETE FROM t a USING t b WHERE a.ctid > b.ctid;"),
                needs=[{"name": "t.name", "question": "Which stays?", "sample": "a.ctid > b.ctid"}],
            )
        ],
        "",
    ),
    (
        "keeps a statement that loses rows, and could not run",
        "DROP TABLE parent;",
        "DROP TABLE parent",
        [path(("before", "An older version fails.", "ALTER TABLE t DROP CONSTRAINT t_parent_id_fkey;"))],
        "",
    ),
    (
        "loses rows ahead of a statement that could not run",
        "DROP TABLE parent;",
        "DROP TABLE parent",
        [path(("before", "An older version fails.", "DELETE FROM t; DROP TABLE t;"))],
        r"2 rows of t are lost without a word",
    ),
    (
        "loses values without a word",
        "ALTER TABLE t RENAME COLUMN note TO remark;",
        "ALTER TABLE t RENAME COLUMN note TO remark",
        [
            path(
                ("here", "An older version fails.", "ALTER TABLE t DROP COLUMN note, ADD COLUMN remark text;")
            )
        ],
        r"1 values of t.note are lost without a word",
    ),
    (
        "loses what the statement would lose",
        "ALTER TABLE t DROP COLUMN note;",
        "ALTER TABLE t DROP COLUMN note",
        [path(("here", "Nothing yet.", None), ("next-release", "", "ALTER TABLE t DROP COLUMN note;"))],
        "",
    ),
    (
        "ends otherwise than it says",
        REQUIRE,
        REQUIRE,
        [path(("here", "", "ALTER TABLE t ADD COLUMN email text;"))],
        r"the schema is not the same: lacks .*NOT NULL",
    ),
    (
        "ends the same and says otherwise",
        UNIQUE,
        UNIQUE,
        [path(("before", "", "UPDATE t SET name = name || id;"), result=NULLABLE)],
        r"the schema is the same, its result says: email stays nullable",
    ),
    (
        "loses an index's INCLUDE",
        "CREATE UNIQUE INDEX t_name ON t (name) INCLUDE (note);",
        "CREATE UNIQUE INDEX t_name ON t (name) INCLUDE (note)",
        [path(("before", "", "UPDATE t SET name = name || id;"), ("here", "", UNIQUE))],
        r"the schema is not the same: lacks .*INCLUDE",
    ),
    (
        "keeps the version before from writing",
        REQUIRE,
        REQUIRE,
        [path(*FILLED[:2], ("here", "", "ALTER TABLE t ALTER COLUMN email SET NOT NULL;"), needs=[NEED])],
        r"the version before fails with 23502.*INSERT INTO t",
    ),
    (
        "keeps the version before from writing, and says so",
        REQUIRE,
        REQUIRE,
        [
            path(
                *FILLED[:2],
                (
                    "here",
                    "An older version fails from then on.",
                    "ALTER TABLE t ALTER COLUMN email SET NOT NULL;",
                ),
                needs=[NEED],
            )
        ],
        "",
    ),
    (
        "keeps the version before from reading",
        "ALTER TABLE t RENAME COLUMN note TO remark;",
        "ALTER TABLE t RENAME COLUMN note TO remark",
        [path(("before", "", "SELECT 1;"))],
        r"the version before fails with 42703.*SELECT .*note",
    ),
    (
        "keeps the release's own version from writing",
        "ALTER TABLE t DROP COLUMN name;",
        "ALTER TABLE t DROP COLUMN name",
        [
            dict(
                path(
                    ("here", "Later.", None), ("next-release", "Drop it.", "ALTER TABLE t DROP COLUMN name;")
                ),
                schema_prisma=["keep the field, with @ignore"],
            )
        ],
        r"after the deploy, its version fails with 23502",
    ),
    (
        "has a gap",
        REQUIRE,
        REQUIRE,
        [path(("here", "", "ALTER TABLE t ADD COLUMN email <type>;"))],
        r"its SQL has a gap: <type>",
    ),
    (
        "has dots",
        REQUIRE,
        REQUIRE,
        [path(ADD, ("outside", "", "UPDATE t SET email = '' WHERE …;"))],
        r"its SQL has a gap: …",
    ),
    (
        "has a sample that did not run",
        REQUIRE,
        REQUIRE,
        [path(*FILLED, needs=[dict(NEED, sample="'other'")])],
        r"the sample for t.email is not in its SQL: 'other'",
    ),
    (
        "has a key twice",
        REQUIRE,
        REQUIRE,
        [path(*FILLED, needs=[NEED]), path(*FILLED, needs=[NEED])],
        r"its key is not the only one",
    ),
    ("offers nothing", REQUIRE, REQUIRE, [], ""),
]

STANDS_IN = """#!/usr/bin/env python3
import glob, json, re
told = json.load(open({told!r}))
path = sorted(glob.glob("**/*.sql", recursive=True))[-1]
text = open(path).read()
case = told[re.search(r"-- case (\\d+)", text).group(1)]
begin, length = text.index(case["found"]), len(case["found"])
finding = dict(rule="rule", path=path, offset=begin, length=length, paths=case["paths"])
for way in case["paths"]:
    way["along"] = [dict(offset=text.index(w), length=len(w)) for w in way.get("along", [])]
begin = text.rfind(";", 0, finding["offset"]) + 1
begin += len(text[begin:]) - len(text[begin:].lstrip())
end = text.index(";", finding["offset"])
finding["statement"] = dict(index=0, offset=begin, length=end - begin)
print(json.dumps(dict(findings=[finding])))
"""


def write(name, text):
    os.makedirs(os.path.dirname(name), exist_ok=True)
    with open(name, "w") as file:
        file.write(text)


def write_page(name, numbers, reason):
    """Says which case begins at which line."""
    text, lines = f"# rule\n\n## Safer\n\n{reason}\n\n```sql setup\n{SETUP}\n```\n\n", {}
    for number in numbers:
        lines[text.count("\n") + 1] = number
        text += f"```sql bad\n{CASES[number][1]}\n-- case {number}\n```\n\n"
    write(name, text)
    return lines


def run(root, numbers, reason):
    page, program, told = (
        os.path.join(root, *name) for name in (("data", "rule.md"), ("miglint",), ("told",))
    )
    lines = write_page(page, numbers, reason)
    write(told, json.dumps({n: {"found": CASES[n][2], "paths": CASES[n][3]} for n in numbers}))
    write(program, STANDS_IN.format(told=told))
    os.chmod(program, stat.S_IRWXU)
    test = [sys.executable, os.path.join(HERE, "paths_test.py"), program, page]
    done = subprocess.run(test, capture_output=True, text=True)
    said = {number: [] for number in numbers}
    for line, text in re.findall(r"rule\.md:(\d+): (.*)", done.stdout):
        said[lines[int(line)]].append(text)
    return done, said


def wrong_in(said):
    for number, (words, *_, expected) in enumerate(CASES):
        if expected and not any(re.search(expected, text) for text in said[number]):
            yield f"{words}: should say {expected}, says {said[number]}"
        elif not expected and said[number]:
            yield f"{words}: should say nothing, says {said[number]}"


def main():
    if not binaries():
        print("skipped: no PostgreSQL server is installed (Debian: apt-get install postgresql)")
        return 77
    with tempfile.TemporaryDirectory() as root:
        done, said = run(root, range(len(CASES)), "Some other words.")
        wrong = list(wrong_in(said))
        if done.returncode != 1 or "findings offer no path" not in done.stdout:
            wrong.append(f"a finding without a path: {done.returncode} {done.stdout[-500:]} {done.stderr}")
        done, _ = run(root, [len(CASES) - 1], "There is no path that keeps it.")
        if done.returncode != 0:
            wrong.append(f"a finding without a path, and the page's reason: {done.stdout} {done.stderr}")
    print(*wrong, sep="\n", end="\n" if wrong else "")
    print(f"{len(CASES) - len(wrong)} of {len(CASES)} paths are judged as they should be")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
