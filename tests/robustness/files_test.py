"""Folders as nobody would make them on purpose."""

import os
import socket
import subprocess

from harness import FORMATS, RobustnessTest, main


class FilesTest(RobustnessTest):
    def check(self, *arguments):
        run = self.miglint("check", "--all", "--format", "json", *(arguments or ("app",)))
        self.assert_orderly(run)
        return run, run.json()

    def test_an_unreadable_file_is_an_error_and_the_others_are_judged(self):
        migrations = self.project()
        self.migration(migrations, "20240102000000_secret", b"SELECT 1;").chmod(0)
        self.migration(migrations, "20240103000000_drop", b'ALTER TABLE "user" DROP COLUMN "name";')
        if os.getuid() == 0:  # root reads everything, so somebody else has to look
            self.let_anybody_run_it()
            run = self.miglint("check", "--all", "--format", "json", "app", user="nobody")
        else:
            run = self.miglint("check", "--all", "--format", "json", "app")
        self.assert_orderly(run, 2)
        report = run.json()
        self.assertIn("20240102000000_secret", report["errors"][0]["path"])
        self.assertIn("drop-column", [finding["rule"] for finding in report["findings"]])

    def test_a_folder_named_migration_sql(self):
        (self.project() / "20240102000000_odd" / "migration.sql").mkdir(parents=True)
        self.check()

    def test_symbolic_links_in_a_circle(self):
        migrations = self.project()
        (migrations / "20240102000000_self").symlink_to(migrations)
        (migrations / "20240103000000_a").symlink_to(migrations / "20240104000000_b")
        (migrations / "20240104000000_b").symlink_to(migrations / "20240103000000_a")
        (self.folder / "app" / "again").symlink_to(self.folder / "app")
        self.check()
        self.check(".")

    def test_a_link_out_of_the_repository_is_not_followed(self):
        migrations = self.project()
        subprocess.run(["git", "init", "-q", self.folder / "app"], check=True)
        secret = self.folder / "secret.sql"
        secret.write_text("SELECT 'a secret of the machine' FROM;\n")
        (migrations / "20240102000000_leak").mkdir()
        (migrations / "20240102000000_leak" / "migration.sql").symlink_to(secret)
        run, _ = self.check()
        self.assertNotIn(b"a secret of the machine", run.out + run.err)

    def test_a_pipe_and_a_socket_do_not_hang_it(self):
        migrations = self.project()
        listener = socket.socket(socket.AF_UNIX)
        self.addCleanup(listener.close)
        for number, make in enumerate((os.mkfifo, listener.bind)):
            folder = migrations / f"2024010{2 + number}000000_odd"
            folder.mkdir()
            os.chdir(folder)  # a socket's path is short
            make("migration.sql")
        os.chdir("/")
        self.check()

    def test_paths_with_blanks_quotes_line_breaks_and_bytes_that_are_no_text(self):
        migrations = self.project("a 'b' \"c\" & <d> %20 ünï\nnew line")
        for name in (
            b"20240102000000_two words",
            b"20240103000000_quote'\"",
            b"20240104000000_line\nbreak",
            b"20240105000000_\xff\xfe",
            b"20240106000000_\x1b[31m",
        ):
            self.migration(migrations, name, b'ALTER TABLE "user" ADD COLUMN "c%d" TEXT NOT NULL;' % name[7])
        for form in FORMATS:
            with self.subTest(form):
                run = self.miglint("check", "--all", "--format", form, ".")
                self.assert_orderly(run, 1)
                run.out.decode("utf-8", "strict")
                self.assertNotIn(b"\x1b", run.out)

    def test_a_folder_that_is_not_there(self):
        run = self.miglint("check", "nowhere")
        self.assert_orderly(run, 2)
        self.assertIn(b"nowhere", run.err)

    def test_an_empty_migrations_folder(self):
        (self.folder / "app" / "prisma" / "migrations").mkdir(parents=True)
        self.check()

    def test_a_file_that_grows_while_it_is_read(self):
        path = self.migration(self.project(), "20240102000000_grows", b"SELECT 1;\n")
        writer = subprocess.Popen(
            ["sh", "-c", f'i=0; while [ $i -lt 3000 ]; do echo "SELECT 1;" >>"{path}"; i=$((i+1)); done']
        )
        try:
            for _ in range(20):
                self.check()
        finally:
            writer.terminate()
            writer.wait()


main()
