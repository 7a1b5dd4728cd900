#!/usr/bin/env python3
"""Takes every path of every finding in the rule pages' bad examples, and holds what it promises against
PostgreSQL: in each way that the runner may send a file, with rows that trip the hazard.

usage: paths_test.py MIGLINT [rules/GROUP/RULE.md …]

Of each path, as a person would commit it:
  - it runs, with the page's rows (or made ones, where the page has none) and on empty tables;
  - no row and no value is lost that its words do not name, and that the statement would not lose as well;
  - its result is `same` if and only if the schema ends as the statement meant;
  - the version of the application that is running goes on reading and writing, unless its words say that it
    does not;
  - its SQL has no gap to fill in, and a need's sample is part of it; its finding has the key once.
A rule of data, rollout, locks or transactions that offers no path somewhere says under "Safer" why: "There is
no path that …". Exit status 77 where no PostgreSQL server is installed, or MIGLINT is not there.
"""
import collections, concurrent.futures, glob, json, os, queue, re, subprocess, sys, tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from composed import compose, without_command
from connection import PATIENCE, Connection, ServerError
from measure import RESET, split_statements
from old_client import client_before, client_between, complaints_of, populate
from pages import needs_newer, prisma_of, read_examples, splitter_refuses
from private_server import PrivateServer, binaries
from snapshot import catalog, columns, counts, losses

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
MUST_OFFER = ("data", "rollout", "locks", "transactions")

# How a project is laid out and run; Prisma's of a block whose configuration names a version.
Mode = collections.namedtuple("Mode", "words prisma split")
MODES = (Mode("Prisma 6.19", "6.19.0", False), Mode("Prisma 7.8", "7.8.0", True), Mode("plain", None, True))

GAP = re.compile(r"…|\.\.\.|<[A-Za-z_][\w ,.-]*>")
LOSS = re.compile(r"\b(delet|los[est]|drop|remov|truncat|empt(y|ie)|discard|overwr|goes|gone|go\b|cut)", re.I)
VERSION = re.compile(r"\b(versions?|clients?|applications?|instances?|deployed|running)\b", re.I)
BREAKS = re.compile(
    r"\b(fail\w*|break\w*|errors?|refuse[sd]?|stop\w*|can't|cannot|no longer|downtime|maintenance)\b", re.I
)

TRUNCATE = """DO $$ DECLARE t text; BEGIN
  FOR t IN SELECT c.oid::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
           WHERE c.relkind IN ('r', 'p') AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
  LOOP EXECUTE 'TRUNCATE ' || t || ' CASCADE'; END LOOP; END $$;"""


class Failure(Exception):
    """A sentence on what went wrong."""


# ---- What miglint says ------------------------------------------------------------------------------------


def modes_of(example):
    named = prisma_of(example)
    if not named:
        return MODES
    return [Mode(f"Prisma {named[0]}.{named[1]}", None, named >= (7, 4))]


def is_prisma(mode):
    return mode.words != "plain"


def file_of(root, mode, number):
    """Where the history's migration with this number lies."""
    name = f"{number:03}_step"
    if is_prisma(mode):
        return os.path.join(root, "prisma", "migrations", name, "migration.sql")
    return os.path.join(root, "migrations", f"{name}.sql")


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", newline="") as file:
        file.write(text)


def write_project(root, example, mode, config):
    for number, sql in enumerate(example.setup + example.files, 1):
        write(file_of(root, mode, number), sql)
    if is_prisma(mode):
        write(os.path.join(root, "prisma", "migrations", "migration_lock.toml"), 'provider = "postgresql"\n')
    if mode.prisma:
        package = json.dumps({"dependencies": {"prisma": mode.prisma}})
        write(os.path.join(root, "package.json"), package)
    if config:
        write(os.path.join(root, ".miglint.yaml"), config + "\n")


def group_of(page):
    return os.path.basename(os.path.dirname(page))


def is_about_rows(example):
    claimed = example.attributes["fails"] or example.attributes["server"]
    return bool(claimed) or group_of(example.page) == "data"


def rule_of(example):
    return os.path.splitext(os.path.basename(example.page))[0]


def check(miglint, example, mode, config):
    with tempfile.TemporaryDirectory() as root:
        write_project(root, example, mode, config)
        arguments = [miglint, "check", "--all", "--format", "json", "."]
        try:
            done = subprocess.run(arguments, capture_output=True, text=True, cwd=root, timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            raise Failure("miglint does not come to an end")
        try:
            report = json.loads(done.stdout)
        except ValueError:
            raise Failure(f"miglint says no JSON: {done.stderr.strip()}")
        numbers = {
            os.path.normpath(os.path.relpath(file_of(root, mode, n), root)): n - 1 - len(example.setup)
            for n in range(1, len(example.setup + example.files) + 1)
        }
    found = []
    for finding in report["findings"]:
        number = numbers.get(os.path.normpath(finding["path"]), -1)
        if finding["rule"] == rule_of(example) and number >= 0:
            found.append((number, finding))
    return found


def findings_of(miglint, example, mode):
    """[(number of the file, finding)] of the page's rule; one that is off by default is turned on."""
    config = " ".join(example.attributes["config"])
    found = check(miglint, example, mode, config)
    if found or rule_of(example) in config or config.startswith("{"):
        return found
    return check(miglint, example, mode, f"{config}\nrules: {{{rule_of(example)}: warning}}")


# ---- Running ----------------------------------------------------------------------------------------------


class Database:
    """One of a worker's own, on the private server."""

    def __init__(self, server, name):
        self.server, self.name = server, name
        server.query(f"CREATE DATABASE {name}")
        server.query(f"ALTER DATABASE {name} SET statement_timeout = '20s'")
        self.own = self.connect()

    def connect(self):
        return Connection(self.server.folder, self.name)

    def prepare(self, example, rows, made):
        """With the setup's rows, and made ones where it has none; or with empty tables."""
        self.ask(lambda session: session.run(RESET))
        for statement in [s for sql in example.setup for s in split_statements(sql)]:
            self.own.run(statement)
        if not rows:
            self.ask(lambda session: session.run(TRUNCATE))
        elif made:
            self.ask(populate)

    def deploy(self, files, split):
        """All pending migrations, in one session, as the runner sends them."""
        with self.connect() as session:
            for name, sql in files:
                whole = not split or splitter_refuses(sql)
                for string in [sql] if whole else split_statements(sql):
                    try:
                        session.run(string)
                    except ServerError as error:
                        raise Failure(f"{name} fails with {error}")
            if session.in_transaction:
                raise Failure("a transaction is left open, and its work is lost")

    def script(self, sql):
        done = self.server.psql(self.name, "-v", "ON_ERROR_STOP=1", "-f", "-", stdin=sql)
        if done.returncode:
            raise Failure(f"the script outside fails: {done.stderr.strip()}")

    def ask(self, question, *arguments):
        """In a session that is kept, for a new one has all of the catalog to read; as good as new."""
        self.own.run("ROLLBACK")
        self.own.run("DISCARD ALL")
        return question(self.own, *arguments)


def in_order(database, composed, split, at_boundary):
    database.deploy(composed.deploy, split)
    at_boundary(0)
    for script in composed.outside:
        database.script(script)
        at_boundary(0)
    for number, sql in enumerate(composed.later, 1):
        database.deploy([(f"release {number}", sql)], split)
        at_boundary(number)


class Original:
    """The example itself, for comparison: asked for once a mode."""

    def __init__(self, database, example):
        self.database, self.example, self.known = database, example, {}
        self.made = None
        self.files = [(f"file {n}", sql) for n, sql in enumerate(example.files, 1)]

    def after(self, question, files, split, rows):
        """The answer when these files ran; None where they don't."""
        key = (question, tuple(files), split, rows)
        if key not in self.known:
            self.prepare(rows)
            try:
                self.database.deploy(files, split)
                self.known[key] = self.database.ask(question)
            except Failure:
                self.known[key] = None
        return self.known[key]

    def makes_rows(self):
        """Not where the page speaks of no failure and the example fails on made rows: that is another page's
        matter."""
        if self.made is None:
            self.made = True
            self.made = is_about_rows(self.example) or self.runs(False) or self.runs(True)
            if not self.made:
                self.known.clear()
        return self.made

    def runs(self, split):
        return self.counts(split) is not None

    def prepare(self, rows):
        self.database.prepare(self.example, rows, rows and self.makes_rows())

    def catalog(self, split):
        """What it meant: as it is sent, or else the other way."""
        said = self.after(catalog, self.files, split, False)
        return said if said is not None else self.after(catalog, self.files, not split, False)

    def counts(self, split):
        return self.after(counts, self.files, split, True)

    def before(self):
        if "before" not in self.known:
            self.prepare(True)
            self.known["before"] = self.database.ask(lambda s: (counts(s), client_before(s)))
        return self.known["before"]


# ---- What a path promises ---------------------------------------------------------------------------------


def words_of(path):
    return [path["title"]] + [step["text"] for step in path["steps"]]


def says_loss(path):
    return any(LOSS.search(words) for words in words_of(path))


def excuses_clients(path):
    sentences = [s for words in words_of(path) for s in re.split(r"(?<=[.;:])\s", words)]
    return any(VERSION.search(s) and BREAKS.search(s) for s in sentences)


def ignores_columns(path):
    return any("@ignore" in edit for edit in path["schema_prisma"])


def form(finding, path):
    """Sentences on its text alone."""
    sqls = [step["sql"] or "" for step in path["steps"]]
    for gap in [m.group(0) for sql in sqls for m in [GAP.search(sql)] if m]:
        yield f"its SQL has a gap: {gap}"
    for need in path["needs"]:
        if GAP.search(need["sample"]) or not any(need["sample"] in sql for sql in sqls):
            yield f"the sample for {need['name']} is not in its SQL: {need['sample']}"
    if [p["key"] for p in finding["paths"]].count(path["key"]) > 1:
        yield "its key is not the only one"
    if not path["result"].strip():
        yield "its result is empty"


class Trial:
    """One path in one mode."""

    def __init__(self, original, mode, number, finding, path):
        self.original, self.database, self.mode = original, original.database, mode
        self.number, self.finding, self.path = number, finding, path
        self.composed = compose(original.files, number, finding, path)

    def complaints(self):
        yield from form(self.finding, self.path)
        try:
            final = self.on_empty()
            yield from self.same_schema(final)
        except Failure as failure:
            yield f"on empty tables: {failure}"
            return
        try:
            yield from self.with_rows()
        except Failure as failure:
            yield str(failure)

    def on_empty(self):
        self.original.prepare(False)
        in_order(self.database, self.composed, self.mode.split, lambda _: None)
        self.final = self.database.ask(columns)
        return self.database.ask(catalog)

    def same_schema(self, final):
        meant = self.original.catalog(self.mode.split)
        if meant is None:
            return
        differs = [f"lacks {fact}" for fact in sorted(meant - final)]
        differs += [f"has {fact}" for fact in sorted(final - meant)]
        if self.path["result"] == "same" and differs:
            yield f"the schema is not the same: {'; '.join(differs[:6])}"
        elif self.path["result"] != "same" and not differs:
            yield f"the schema is the same, its result says: {self.path['result']}"

    def with_rows(self):
        before, client = self.original.before()
        self.original.prepare(True)
        complained = {}

        def at_boundary(number):
            complained.update(self.at_boundary(number, client))

        in_order(self.database, self.composed, self.mode.split, at_boundary)
        if complained and not excuses_clients(self.path):
            innocent = self.fails_without(client)
            yield from [c for relation, c in complained.items() if relation not in innocent]
        yield from self.lost(losses(before, self.database.ask(counts)))

    def at_boundary(self, number, client):
        """{relation: complaint} of the versions that run then."""
        moment = f"after release {number}" if number else "after the deploy"
        found = {}
        if number == 0:
            for relation, complaint in self.database.ask(complaints_of, client).items():
                found[relation] = f"{moment}, the version before fails with {complaint}"
        if self.composed.later:
            between = self.database.ask(client_between, self.final, ignores_columns(self.path))
            for relation, complaint in self.database.ask(complaints_of, between).items():
                found.setdefault(relation, f"{moment}, its version fails with {complaint}")
        return found

    def rest(self):
        return without_command(self.original.files, self.number, self.finding).deploy

    def fails_without(self, client):
        """Relations that the rest of the migration takes from the client: not the path's fault."""
        self.original.prepare(True)
        try:
            self.database.deploy(self.rest(), self.mode.split)
        except Failure:
            return set()
        return set(self.database.ask(complaints_of, client))

    def lost_anyway(self, lost):
        """What the example loses as well. Where it does not run by itself: what the rest of it loses, and
        what only its command does, if the path keeps that."""
        before, _ = self.original.before()
        meant = self.original.counts(self.mode.split)
        if meant is not None:
            return losses(before, meant)
        rest = self.original.after(counts, self.rest(), self.mode.split, True)
        also = {} if rest is None else losses(before, rest)
        if any(step["place"] == "here" for step in self.path["steps"]):
            return also
        own = self.original.after(counts, self.steps_alone(), self.mode.split, True)
        by_steps = lost if own is None else losses(before, own)
        return also | {key: n for key, n in lost.items() if key not in by_steps}

    def steps_alone(self):
        taken = {"place": "here", "sql": None}
        path = dict(self.path, steps=self.path["steps"] + [taken])
        return compose(self.original.files, self.number, self.finding, path).deploy

    def lost(self, lost):
        if not lost:
            return
        also = self.lost_anyway(lost)
        unmeant = {key: n for key, n in lost.items() if n > also.get(key, 0)}
        for (relation, column), n in unmeant.items():
            what = f"{n} values of {relation}.{column}" if column else f"{n} rows of {relation}"
            if not says_loss(self.path):
                yield f"{what} are lost without a word"
            elif not self.path["needs"]:
                yield f"{what} are lost without a question"

    def sql(self):
        texts = [f"-- {name}\n{sql.strip()}" for name, sql in self.composed.deploy]
        texts += [f"-- outside\n{sql.strip()}" for sql in self.composed.outside]
        texts += [f"-- release {n}\n{sql.strip()}" for n, sql in enumerate(self.composed.later, 1)]
        return "\n".join(texts)


# ---- Pages ------------------------------------------------------------------------------------------------

Result = collections.namedtuple("Result", "paths failed runs lines without")


def place_of(example):
    return f"{os.path.relpath(example.page, ROOT)}:{example.line}"


def line_of(example, key, complaint, trials):
    """Of a path that fails so in these modes."""
    modes = ", ".join(trial.mode.words for trial in trials)
    parts = [f"{place_of(example)}: {rule_of(example)} {key} ({modes}): {complaint}", trials[0].sql()]
    return " | ".join(" ⏎ ".join(line for line in part.splitlines() if line.strip()) for part in parts)


def try_example(miglint, database, example):
    original, paths, complaints = Original(database, example), collections.Counter(), {}
    without = 0
    for mode in modes_of(example):
        found = findings_of(miglint, example, mode)
        without = max(without, sum(not finding["paths"] for _, finding in found))
        for index, (number, finding) in enumerate(found):
            for path in finding["paths"]:
                trial = Trial(original, mode, number, finding, path)
                paths[index, path["key"]] += 1
                for complaint in trial.complaints():
                    complaints.setdefault((index, path["key"], complaint), {})[mode] = trial
    lines = [line_of(example, key, c, list(by.values())) for (_, key, c), by in complaints.items()]
    return Result(len(paths), len({c[:2] for c in complaints}), paths.total(), lines, without)


def says_why_not(page):
    safer = re.search(r"^## Safer\n(.*?)(?=^## |\Z)", open(page).read(), re.M | re.S)
    return bool(safer and re.search(r"(^|[.:] )There is no path that ", safer.group(1), re.M))


def silent_pages(without):
    for page in sorted(without):
        if group_of(page) in MUST_OFFER and without[page] and not says_why_not(page):
            place = os.path.relpath(page, ROOT)
            yield f'{place}: {without[page]} findings offer no path, "Safer" has no "There is no path that …"'


def try_all(miglint, server, examples):
    workers = max(2, os.cpu_count() or 1)
    databases = queue.SimpleQueue()
    for number in range(workers):
        databases.put(Database(server, f"paths_{number}"))

    def one(example):
        database = databases.get()
        try:
            return try_example(miglint, database, example)
        except (Failure, ServerError) as error:
            return Result(0, 0, 0, [f"{place_of(example)}: {error}"], 0)
        finally:
            databases.put(database)

    with concurrent.futures.ThreadPoolExecutor(workers) as pool:
        return list(pool.map(one, examples))


def is_beyond(example, server):
    return example.attributes["server"] == ["skip"] or needs_newer(example, server.major())


def main():
    if len(sys.argv) < 2 or not os.access(sys.argv[1], os.X_OK):
        print("skipped: there is no miglint to ask")
        return 77
    if not binaries():
        print("skipped: no PostgreSQL server is installed (Debian: apt-get install postgresql)")
        return 77
    pages = sys.argv[2:] or sorted(glob.glob(os.path.join(ROOT, "rules", "*", "*.md")))
    examples = [e for page in pages for e in read_examples(page) if e.bad]
    with PrivateServer() as server:
        examples = [e for e in examples if not is_beyond(e, server)]
        results = try_all(os.path.abspath(sys.argv[1]), server, examples)
    without = collections.Counter()
    for example, result in zip(examples, results):
        without[example.page] += result.without
    lines = [line for result in results for line in result.lines] + list(silent_pages(without))
    print(*lines, sep="\n", end="\n" if lines else "")
    paths, failed, runs = (sum(getattr(r, name) for r in results) for name in ("paths", "failed", "runs"))
    print(f"{paths - failed} of {paths} paths run as they say, in {runs} mode runs")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
