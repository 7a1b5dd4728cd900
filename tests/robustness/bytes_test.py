"""Every prefix and single-byte mutations of real migrations: the program judges them all, ends with 0 or 1,
and its JSON parses."""

import os

from harness import SHOP, RobustnessTest, main

# What tends to open something that the rest of the file must close, and what is no text at all.
BYTES = b"\x00\xff\x80'\"$;()-/*\\\n\r\t,.:e0 \x1b"
EVERY = int(os.environ.get("MIGLINT_MUTATE_EVERY", "1"))  # a sanitized build takes every n-th


class BytesTest(RobustnessTest):
    def judge(self, variants):
        """One history of all variants, so that thousands cost one process; a crash on any of them ends it."""
        migrations = self.project()
        for number, sql in enumerate(variants):
            self.migration(migrations, f"2024{number:010d}_variant", sql)
        run = self.miglint("check", "--all", "--format", "json", "app")
        self.assert_orderly(run, 0, 1)
        report = run.json()
        self.assertEqual(report["summary"]["judged"], len(variants) + 1)
        self.assertEqual(report["errors"], [])

    def texts(self):
        texts = [path.read_bytes() for path in sorted(SHOP.glob("prisma/migrations/*/migration.sql"))]
        self.assertGreater(len(texts), 10)
        return texts

    def test_every_prefix(self):
        self.judge([text[:length] for text in self.texts() for length in range(0, len(text), EVERY)])

    def test_every_byte_changed(self):
        self.judge(
            [
                text[:at] + BYTES[at % len(BYTES) :][:1] + text[at + 1 :]
                for text in self.texts()
                for at in range(0, len(text), EVERY)
            ]
        )

    def test_every_byte_removed(self):
        self.judge(
            [text[:at] + text[at + 1 :] for text in self.texts() for at in range(0, len(text), 3 * EVERY)]
        )

    def test_the_configuration_and_the_schema_cut_short(self):
        config = (
            b'postgres: 15\ntables:\n  large: [events, "audit_*"]\nrules:\n  drop-column: warning\n'
            b'ignore:\n  - rule: drop-column\n    migration: "2024*"\n    reason: x\n'
        )
        migrations = self.project()
        for length in range(0, len(config), 2 + EVERY):
            (self.folder / "app" / ".miglint.yaml").write_bytes(config[:length])
            self.assert_orderly(self.miglint("check", "--all", str(migrations.parent.parent)), 0, 1, 2)


main()
