"""Migrations written against the linter: to crash it, to stall it, or to speak through it."""

import re
import resource
import subprocess
import time
import xml.etree.ElementTree

from harness import FORMATS, RobustnessTest, main

# What an attacker would want on a terminal or in a CI log.
SPELLS = [
    b"\x1b]0;owned\x07",
    b"\x1b[31mred\x1b[0m",
    b"\r::error::forged",
    b"\n::set-output name=x::y\n",
    b"\xc2\x9b31m",
    b"\x08\x08\x08",
    b"\xe2\x80\xae",
    b"]]>",
    b"<script>",
    b"`${x}`",
    b"\x7f",
]


class HostileTest(RobustnessTest):
    def judge(self, sql, seconds=20, megabytes=2000):
        self.migration(self.project(), "20240102000000_hostile", sql)
        start = time.monotonic()
        run = self.miglint("check", "--all", "--format", "json", "app")
        self.assertLess(time.monotonic() - start, seconds)
        self.assertLess(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024, megabytes)
        self.assert_orderly(run, 0, 1)
        return run.json()

    def stopped(self, sql):
        report = self.judge(sql)
        self.assertEqual(report["verdict"], "stop", "nothing was said about it")
        self.assertTrue(report["findings"])

    def test_deep_nesting(self):
        deep = {
            "parentheses": b"SELECT " + b"(" * 20000 + b"1" + b")" * 20000,
            "calls": b"SELECT " + b"f(" * 20000 + b"1" + b")" * 20000,
            "arrays": b"SELECT ARRAY" + b"[" * 20000 + b"1" + b"]" * 20000,
            "not": b"SELECT " + b"NOT " * 20000 + b"true",
            "sum": b"SELECT 1" + b"+1" * 20000,
            "subselects": b"SELECT " + b"(SELECT " * 8000 + b"1" + b")" * 8000,
            "comments": b"/*" * 100_000 + b"*/" * 100_000 + b"SELECT 1",
            "open comments": b"/*" * 100_000,
            "casts": b"SELECT 1" + b"::int" * 20000,
            "case": b"SELECT " + b"CASE WHEN true THEN " * 8000 + b"1" + b" END" * 8000,
            "do": b"DO $a$ BEGIN " * 3000,
            "minus": b"SELECT " + b"- " * 20000 + b"1",
        }
        for name, sql in deep.items():
            with self.subTest(name):
                self.setUp()
                self.judge(sql + b";\n")

    def test_large_files(self):
        large = {
            "a literal": b"SELECT '" + b"x" * 15_000_000 + b"';",
            "statements": b"SELECT 1;\n" * 50_000,
            "a list": b"SELECT 1 IN (" + b"1," * 500_000 + b"1);",
            "columns": b"CREATE TABLE t (" + b",".join(b"c%d int" % n for n in range(10_000)) + b");",
            "blanks": b" " * 15_000_000 + b"SELECT 1;",
            "semicolons": b";" * 1_000_000,
            "line ends": b"\n" * 5_000_000,
            "comments": b"-- x\n" * 2_000_000,
            "dollars": b"$" * 1_000_000,
            "commands": b'ALTER TABLE "user" '
            + b",".join(b"ADD COLUMN c%d int" % n for n in range(4_000))
            + b";",
            "blocks": b"".join(
                b"CREATE TABLE t%d (a int);\n"
                b"DO $$ BEGIN ALTER TABLE t%d ADD b int; ALTER TABLE t%d ADD c int; END $$;\n" % (n, n, n)
                for n in range(1_500)
            ),
            "dropped": b"".join(b"CREATE TABLE t%d (a int);\n" % n for n in range(2_000))
            + b"DROP TABLE "
            + b",".join(b"t%d" % n for n in range(2_000))
            + b";",
            "one line": b"SELECT 1;" * 100_000,
            "deleted": b"".join(
                b"CREATE TABLE t%d (a int); DELETE FROM t%d WHERE a = 1;\n" % (n, n) for n in range(4_000)
            ),
            "quotes": b"'" * 1_000_001,
            "directives": b"-- miglint: allow drop-column: x\n" * 5_000,
        }
        for name, sql in large.items():
            with self.subTest(name):
                self.setUp()
                self.judge(sql, seconds=60)

    def test_a_file_over_the_limit_is_an_error_and_not_a_pass(self):
        self.stopped(b"SELECT '" + b"x" * 60_000_000 + b"';")

    def test_what_hides_statements_is_named(self):
        for sql in (
            b'SELECT 1;\0DROP TABLE "user";',
            'DROP TABLE "user";'.encode("utf-16"),
            b'\\connect other\nDROP TABLE "user";',
            b"SELECT '\xff\xfe';",
            b"SELECT 1 $$;",
            b"/* DROP",
        ):
            with self.subTest(sql):
                self.setUp()
                self.stopped(sql)

    def test_a_migration_cannot_speak_through_the_report(self):
        migrations = self.project()
        for number, spell in enumerate(SPELLS):
            name = b'"' + spell.replace(b"\n", b" ") + b'%d"' % number
            self.migration(
                migrations,
                f"202401020000{number:02d}_spell",
                b'ALTER TABLE "user" ADD COLUMN '
                + name
                + b" TEXT NOT NULL; -- "
                + spell
                + b"\nSELECT '"
                + spell
                + b"';\nDROP TABLE IF EXISTS "
                + name
                + b";\n-- miglint: allow drop-column: "
                + spell
                + b"\nSELECT "
                + spell
                + b" FROM;",
            )
        for form in FORMATS:
            with self.subTest(form):
                run = self.miglint("check", "--all", "--verbose", "--format", form, "app")
                self.assert_orderly(run, 1)
                text = run.out.decode("utf-8", "strict")
                self.assertIsNone(
                    re.search("[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text), form
                )
                self.assertFalse(
                    [
                        line
                        for line in text.splitlines()
                        if line.startswith("::")
                        and not line.startswith(("::error ", "::warning ", "::notice "))
                    ]
                )
                self.assertNotRegex(text, "(?m)^::error::forged")
                if form in ("junit", "checkstyle"):
                    xml.etree.ElementTree.fromstring(text)

    def test_standard_input_in_pieces(self):
        self.project()
        process = subprocess.Popen(
            [
                self.binary,
                "check",
                "-",
                "--stdin-filename",
                "app/prisma/migrations/20240102000000_new/migration.sql",
            ],
            cwd=self.folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for byte in b'DROP TABLE "user";':
            process.stdin.write(bytes([byte]))
            process.stdin.flush()
        out, err = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 1, err)
        self.assertIn(b"drop-table", out)


main()
