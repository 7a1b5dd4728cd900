"""What a person who takes a path commits: the migrations with its steps put where they belong."""
import collections, re

from measure import TOKEN, split_statements

# deploy: [(name, sql)] in order; outside: scripts for psql; later: a migration a release.
Composed = collections.namedtuple("Composed", "deploy outside later")

NAME = r'(?:"(?:[^"]|"")*"|[A-Za-z_][\w$]*)'
ALTER = re.compile(
    rf"\s*ALTER\s+TABLE\s+(?:IF\s+EXISTS\s+)?(?:ONLY\s+)?({NAME}(?:\s*\.\s*{NAME})*)\s*\*?\s+", re.I
)
# What takes a list of names.
DROP = re.compile(
    r"\s*(?:DROP\s+(?:TABLE|VIEW|MATERIALIZED\s+VIEW|INDEX(?:\s+CONCURRENTLY)?|SEQUENCE|TYPE|DOMAIN|SCHEMA)"
    r"(?:\s+IF\s+EXISTS)?|TRUNCATE(?:\s+TABLE)?)\s+",
    re.I,
)
BEHIND_NAMES = re.compile(
    r"\s*(\b(CASCADE|RESTRICT|RESTART\s+IDENTITY|CONTINUE\s+IDENTITY)\s*)*;?\s*\Z", re.I
)
# Subcommands that PostgreSQL's grammar has only by themselves.
ALONE = re.compile(r"(RENAME|SET\s+SCHEMA|ATTACH|DETACH)\b", re.I)


def commands_of(statement):
    """[(begin, end)] of an ALTER TABLE's commands, or of the names that a DROP or TRUNCATE lists; [] for any
    other statement."""
    head = ALTER.match(statement) or DROP.match(statement)
    if not head:
        return []
    end = len(statement.rstrip().removesuffix(";"))
    if DROP.match(statement):
        end = BEHIND_NAMES.search(statement).start()
    spans, begin, depth = [], head.end(), 0
    for token in TOKEN.finditer(statement, begin, end):
        depth += (token.group(0) in "([") - (token.group(0) in ")]")
        if token.group(0) == "," and not depth:
            spans.append((begin, token.start()))
            begin = token.end()
    return spans + [(begin, end)]


def table_of(statement):
    head = ALTER.match(statement)
    parts = re.findall(NAME, head.group(1)) if head else []
    names = [p[1:-1].replace('""', '"') if p.startswith('"') else p.lower() for p in parts]
    return names[1:] if names[:1] == ["public"] else names


def command_for_list(step, statement):
    """The text that takes the command's place in the statement's list, and what comes behind; no text where
    the step does not begin with one command on the same table."""
    first, *others = split_statements(step) or [""]
    spans = commands_of(first)
    if not ALTER.match(statement) or table_of(first) != table_of(statement) or len(spans) != 1:
        return None, step
    text = first[slice(*spans[0])].strip()
    return (None, step) if ALONE.match(text) else (text, "".join(others).strip())


def replaced(statement, at, steps, along):
    """The statement with the first step in place of the command at `at`, those at `along` gone, the other
    steps behind."""
    spans = commands_of(statement)
    if len(spans) < 2:
        return "\n".join(filter(None, steps))
    own, rest = command_for_list(steps[0], statement)
    texts = [None if is_in(span, along) else statement[slice(*span)].strip() for span in spans]
    texts[next(i for i, span in enumerate(spans) if is_in(span, [at]))] = own
    kept = with_commands(statement, spans, list(filter(None, texts)))
    return "\n".join(filter(None, [kept, rest, *steps[1:]]))


def with_commands(statement, spans, texts):
    """Nothing where no command is left."""
    if not texts:
        return ""
    tail = statement[spans[-1][1] :].rstrip().removesuffix(";")
    return statement[: spans[0][0]] + ",".join(texts) + tail + ";"


def is_in(span, places):
    return any(span[0] <= place < span[1] for place in places)


def statement_span(text, statement):
    """With its semicolon, in a file's bytes."""
    begin, end = statement["offset"], statement["offset"] + statement["length"]
    semicolon = re.compile(rb"\s*;").match(text, end)
    return begin, semicolon.end() if semicolon else end


def without_along(text, places):
    """The file without the commands there, byte for byte as long: what else was found keeps its place."""
    begin, pieces = 0, []
    for token in split_statements(text):
        begin = text.index(token, begin)
        own = [place - begin for place in places if begin <= place < begin + len(token)]
        if own:
            spans = commands_of(token)
            others = [span for span in spans if len(spans) > 1 and not is_in(span, own)]
            kept = with_commands(token, spans, [token[slice(*span)].strip() for span in others])
            text = text[:begin] + kept.ljust(len(token)) + text[begin + len(token) :]
        begin += len(token)
    return text


def with_path(sql, finding, path):
    """The file that the finding is in, with the steps that belong to it."""
    text = sql.encode()
    steps = {
        place: [step["sql"] or "" for step in path["steps"] if step["place"] == place]
        for place in ("before", "here")
    }
    begin, end = statement_span(text, finding["statement"]) if finding["statement"] else (0, 0)
    along = [len(text[: command["offset"]].decode()) for command in path.get("along", [])]
    begin, end, at = (len(text[:place].decode()) for place in (begin, end, max(begin, finding["offset"])))
    own = [place - begin for place in along if begin <= place < end]
    rest = without_along(sql, [place for place in along if not begin <= place < end])
    statement = rest[begin:end]
    if steps["here"]:
        statement = replaced(statement, at - begin, steps["here"], own)
    ahead = "".join(step + "\n" for step in steps["before"] if step)
    return rest[:begin] + ahead + statement + rest[end:]


def compose(files, number, finding, path):
    """`files`: [(name, sql)] of what is deployed; the finding is in the one with this number."""
    name, sql = files[number]
    sqls = {
        place: [s["sql"] for s in path["steps"] if s["place"] == place and s["sql"]]
        for place in ("next-migration", "outside", "next-release")
    }
    added = [(f"{name}_{i}", step) for i, step in enumerate(sqls["next-migration"], 1)]
    deploy = files[:number] + [(name, with_path(sql, finding, path))] + added + files[number + 1 :]
    return Composed(deploy, sqls["outside"], sqls["next-release"])


def without_command(files, number, finding):
    """What else the migrations do: for what is not the path's fault."""
    path = {"steps": [{"place": "here", "sql": None}]}
    return compose(files, number, finding, path)
