"""A project to break, and the program to run on it. MIGLINT_BINARY names the binary; ctest sets it."""

import json
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SHOP = ROOT / "fixtures" / "shop"
FORMATS = ["text", "concise", "json", "sarif", "github", "gitlab", "junit", "checkstyle", "markdown", "agent"]
SECONDS = 120  # no input here may take longer, even with sanitizers on a busy machine


def is_script():
    """The program is WebAssembly in Node: the process, its limits and its system calls are not miglint's."""
    with open(os.environ["MIGLINT_BINARY"], "rb") as file:
        return file.read(2) == b"#!"


of_the_process = unittest.skipIf(is_script(), "the process is Node's")


class Run:
    def __init__(self, done):
        self.status, self.out, self.err = done.returncode, done.stdout, done.stderr

    def json(self):
        return json.loads(self.out.decode("utf-8", "strict"))


class RobustnessTest(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="miglint-robustness-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.folder.chmod(0o755)
        self.binary = os.environ["MIGLINT_BINARY"]

    def project(self, name="app"):
        """A Prisma project with one harmless migration; returns its migrations folder."""
        migrations = self.folder / name / "prisma" / "migrations"
        migrations.mkdir(parents=True)
        (migrations / "migration_lock.toml").write_text('provider = "postgresql"\n')
        self.migration(
            migrations,
            "20240101000000_init",
            b'CREATE TABLE "user" ("id" SERIAL PRIMARY KEY, "name" TEXT);\n',
        )
        return migrations

    def migration(self, migrations, name, sql):
        folder = (
            migrations / name
            if isinstance(name, str)
            else pathlib.Path(os.fsdecode(bytes(os.fsencode(migrations)) + b"/" + name))
        )
        folder.mkdir()
        (folder / "migration.sql").write_bytes(sql)
        return folder / "migration.sql"

    def let_anybody_run_it(self):
        """A copy where other users may look; of a script, with what stands beside it."""
        place = self.folder / "program"
        if is_script():
            shutil.copytree(pathlib.Path(self.binary).parent, place)
        else:
            place.mkdir()
            shutil.copy(self.binary, place)
        place.chmod(0o755)
        self.binary = str(place / pathlib.Path(self.binary).name)

    def miglint(self, *arguments, cwd=None, **options):
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.folder),
            "LC_ALL": "C.UTF-8",
        } | options.pop("env", {})
        for name in ("ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS"):
            if name in os.environ:
                environment[name] = os.environ[name]
        options = {
            "stdout": subprocess.PIPE,
            "stderr": subprocess.PIPE,
            "stdin": subprocess.DEVNULL,
            "timeout": SECONDS,
        } | options
        if "input" in options:
            del options["stdin"]
        return Run(
            subprocess.run(
                [self.binary, *arguments], cwd=cwd or self.folder, env=environment, check=False, **options
            )
        )

    def assert_orderly(self, run, *allowed):
        """The program ended by itself, with a documented status, and no sanitizer spoke."""
        self.assertIn(run.status, allowed or (0, 1, 2), run.err.decode(errors="replace")[-2000:])
        self.assertNotIn(b"Sanitizer", run.err)
        self.assertNotIn(b"runtime error", run.err)


def main():
    signal.signal(signal.SIGINT, signal.default_int_handler)
    unittest.main(verbosity=1)
