"""What surrounds the process: full disks, closed pipes, signals, locales, and what it must never do: network,
other programs, writing."""

import os
import re
import shutil
import signal
import subprocess
import time

from harness import FORMATS, SHOP, RobustnessTest, main, of_the_process


class ProcessTest(RobustnessTest):
    def test_a_full_disk_is_an_error(self):
        self.project()
        for arguments in (["--format", "json", "--output", "/dev/full"], ["--format", "sarif=/dev/full"]):
            run = self.miglint("check", "--all", *arguments, "app")
            self.assert_orderly(run, 2)
            self.assertIn(b"/dev/full", run.err)
        with open("/dev/full", "wb") as full:
            self.assert_orderly(self.miglint("check", "--all", "--format", "json", "app", stdout=full), 2)

    def test_nothing_half_written_is_left(self):
        self.project()
        for target in ("missing/out.json", "app"):
            self.assert_orderly(self.miglint("check", "--all", "--format", f"json={target}", "app"), 2)
        kept = self.folder / "kept.json"
        kept.write_text("before")
        self.assert_orderly(self.miglint("check", "--no-such-option", "--format", "json=kept.json", "app"), 2)
        self.assertEqual(kept.read_text(), "before")
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ["app", "kept.json"])

    def test_a_reader_that_leaves(self):
        check = f'"{self.binary}" check --all --format json "{SHOP}"'
        shell = f'{check} | head -c 1 >/dev/null; echo "${{PIPESTATUS[0]}}"'
        done = subprocess.run(["bash", "-c", shell], capture_output=True, text=True, check=True, timeout=60)
        self.assertNotIn("terminate called", done.stderr)
        self.assertIn(int(done.stdout), (0, 1, 2, 128 + signal.SIGPIPE))

    def test_no_standard_streams_at_all(self):
        self.project()
        done = subprocess.run(
            ["bash", "-c", f'exec "{self.binary}" check --all app <&- >&- 2>&-'],
            cwd=self.folder,
            check=False,
            timeout=60,
        )
        self.assertIn(done.returncode, (0, 1, 2))

    def test_an_interrupt_ends_it_at_once(self):
        migrations = self.project()
        self.migration(migrations, "20240102000000_big", b"INSERT INTO t VALUES (1, 'x');\n" * 400_000)
        process = subprocess.Popen(
            [self.binary, "check", "--all", "--format", "json=out.json", "app"],
            cwd=self.folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        status = process.wait(timeout=10)
        self.assertIn(status, (-signal.SIGINT, 128 + signal.SIGINT, 0, 1, 2))
        if status < 0 or status > 2:
            self.assertEqual([path.name for path in self.folder.iterdir()], ["app"])

    def test_the_locale_changes_nothing(self):
        outputs = {
            self.miglint(
                "check", "--all", "--format", form, str(SHOP), env={"LC_ALL": locale, "LANG": locale}
            ).out
            for form in ("json",)
            for locale in ("C", "C.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8", "fa_IR.UTF-8", "nonsense")
        }
        self.assertEqual(len(outputs), 1)

    def test_the_same_input_gives_the_same_bytes(self):
        for form in FORMATS:
            outputs = {self.miglint("check", "--all", "--format", form, str(SHOP)).out for _ in range(3)}
            self.assertEqual(len(outputs), 1, form)

    def test_no_home_no_path_no_environment(self):
        self.project()
        done = subprocess.run(
            [self.binary, "check", "--all", "app"],
            cwd=self.folder,
            env={},
            capture_output=True,
            check=False,
            timeout=60,
        )
        self.assertEqual(done.returncode, 0, done.stderr)


@of_the_process
class SystemCallsTest(RobustnessTest):
    """Under strace: what the security policy promises."""

    def setUp(self):
        super().setUp()
        if not shutil.which("strace") or "ASAN_OPTIONS" in os.environ:
            self.skipTest("strace is not installed, or cannot trace a sanitized build")
        self.project()
        self.git("init", "-q", "-b", "main")
        # Things that a repository could have git run; miglint must not.
        for key in (
            "core.fsmonitor",
            "core.hooksPath",
            "diff.external",
            "filter.evil.clean",
            "filter.evil.smudge",
            "diff.evil.textconv",
            "core.editor",
        ):
            self.git("config", key, f"touch {self.folder}/ran")
        (self.folder / "app" / ".gitattributes").write_text("*.sql filter=evil diff=evil\n")

    def git(self, *arguments):
        subprocess.run(
            [
                "git",
                "-C",
                self.folder / "app",
                "-c",
                "user.name=a",
                "-c",
                "user.email=a@example.org",
                *arguments,
            ],
            check=True,
        )

    def trace(self, *arguments, calls):
        log = self.folder / "trace"
        environment = {"PATH": os.environ["PATH"], "HOME": str(self.folder)}
        done = subprocess.run(
            ["strace", "-f", "-o", log, "-e", f"trace={calls}", self.binary, *arguments],
            cwd=self.folder / "app",
            env=environment,
            capture_output=True,
            check=False,
            timeout=120,
        )
        if b"ptrace" in done.stderr and not log.exists():
            self.skipTest("ptrace is not permitted here")
        self.assertIn(done.returncode, (0, 1, 3), done.stderr)
        return [
            line.split(None, 1)[1]
            for line in log.read_text(errors="replace").splitlines()
            if not re.search(r"\+\+\+|---", line)
        ]

    commands = (
        ["check"],
        ["check", "--staged"],
        ["check", "--all", "--format", "sarif"],
        ["plan"],
        ["schema"],
        ["status"],
    )

    def test_it_opens_no_connection(self):
        for command in self.commands:
            with self.subTest(command):
                self.assertEqual(self.trace(*command, calls="network"), [])

    def test_it_runs_no_other_program(self):
        for command in self.commands:
            with self.subTest(command):
                started = [
                    call
                    for call in self.trace(*command, calls="process")
                    if re.match(r"(execve|fork|vfork)", call)
                ]
                self.assertEqual(len(started), 1, started)  # itself
                self.assertFalse((self.folder / "ran").exists())

    def test_it_writes_no_file(self):
        for command in self.commands:
            with self.subTest(command):
                written = [
                    call
                    for call in self.trace(*command, calls="file,desc")
                    if re.search(
                        r"O_WRONLY|O_RDWR|O_CREAT|^(rename|unlink|mkdir|rmdir|link|symlink|chmod|truncate)",
                        call,
                    )
                    and "/dev/null" not in call
                    and "ENOENT" not in call
                ]
                self.assertEqual(written, [])


main()
