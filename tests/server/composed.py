"""What a person who takes a path commits: the migrations with its steps put where they belong."""
import collections, re

from measure import TOKEN, split_statements

# deploy: [(name, sql)] in order; outside: scripts for psql; later: a migration a release.
Composed = collections.namedtuple("Composed", "deploy outside later")

NAME = r'(?:"(?:[^"]|"")*"|[A-Za-z_][\w$]*)'
HEAD = re.compile(
    rf"\s*ALTER\s+TABLE\s+(?:IF\s+EXISTS\s+)?(?:ONLY\s+)?({NAME}(?:\s*\.\s*{NAME})*)\s*\*?\s+", re.I
)
# Subcommands that PostgreSQL's grammar has only by themselves.
ALONE = re.compile(r"(RENAME|SET\s+SCHEMA|ATTACH|DETACH)\b", re.I)


def commands_of(statement):
    """[(begin, end)] of an ALTER TABLE's commands; [] for any other statement."""
    head = HEAD.match(statement)
    if not head:
        return []
    spans, begin, depth = [], head.end(), 0
    for token in TOKEN.finditer(statement, head.end()):
        depth += (token.group(0) in "([") - (token.group(0) in ")]")
        if token.group(0) == "," and not depth:
            spans.append((begin, token.start()))
            begin = token.end()
        elif token.group(0) == ";":
            break
    else:
        spans.append((begin, len(statement)))
        return spans
    spans.append((begin, token.start()))
    return spans


def table_of(statement):
    head = HEAD.match(statement)
    parts = re.findall(NAME, head.group(1)) if head else []
    names = [p[1:-1].replace('""', '"') if p.startswith('"') else p.lower() for p in parts]
    return names[1:] if names[:1] == ["public"] else names


def command_for_list(step, statement):
    """The text that takes the command's place in the statement's list, or None where the step is more than
    one command on the same table."""
    statements = split_statements(step)
    if len(statements) != 1 or table_of(statements[0]) != table_of(statement):
        return None
    spans = commands_of(statements[0])
    if len(spans) != 1:
        return None
    text = statements[0][slice(*spans[0])].strip()
    return None if ALONE.match(text) else text


def replaced(statement, at, steps):
    """The statement with the first step in place of the command at `at`, the others behind."""
    spans = commands_of(statement)
    if len(spans) < 2:
        return "\n".join(step for step in steps if step)
    place = next((i for i, (_, end) in enumerate(spans) if at < end), len(spans) - 1)
    texts = [statement[begin:end].strip() for begin, end in spans]
    own = command_for_list(steps[0], statement)
    texts[place : place + 1] = [own] if own else []
    behind = steps[1:] if own else steps
    kept = statement[: spans[0][0]] + ",\n  ".join(texts) + ";"
    return "\n".join([kept] + [step for step in behind if step])


def statement_span(text, statement):
    """With its semicolon, in a file's bytes."""
    begin, end = statement["offset"], statement["offset"] + statement["length"]
    semicolon = re.compile(rb"\s*;").match(text, end)
    return begin, semicolon.end() if semicolon else end


def with_path(sql, finding, path):
    """The file that the finding is in, with the steps that belong to it."""
    text = sql.encode()
    steps = {
        place: [s["sql"] or "" for s in path["steps"] if s["place"] == place] for place in ("before", "here")
    }
    begin, end = statement_span(text, finding["statement"]) if finding["statement"] else (0, 0)
    statement = text[begin:end].decode()
    if steps["here"]:
        at = len(text[begin : max(begin, finding["offset"])].decode())
        statement = replaced(statement, at, steps["here"])
    ahead = "".join(step + "\n" for step in steps["before"] if step)
    return text[:begin].decode() + ahead + statement + text[end:].decode()


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
