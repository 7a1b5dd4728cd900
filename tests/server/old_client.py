"""What a running version of the application sends: it reads all columns that it knows, and writes those that
it must. And rows for tables that a page leaves empty, made the same way."""
import itertools

from connection import ServerError
from snapshot import columns, quoted

# By type, the i-th of many; a domain's base type stands for it.
VALUES = {
    "smallint": lambda i: 7001 + i,
    "integer": lambda i: 7001 + i,
    "bigint": lambda i: 7001 + i,
    "numeric": lambda i: 1 + i,
    "real": lambda i: 1 + i,
    "double precision": lambda i: 1 + i,
    "money": lambda i: 1 + i,
    "boolean": lambda i: "true",
    "uuid": lambda i: f"00000000-0000-4000-8000-{i:012}",
    "date": lambda i: f"2031-01-{1 + i:02}",
    "timestamp": lambda i: f"2031-01-02 03:04:{i:02}",
    "time": lambda i: f"03:04:{i:02}",
    "interval": lambda i: f"{1 + i} days",
    "json": lambda i: "{}",
    "jsonb": lambda i: f'{{"n": {i}}}',
    "bytea": lambda i: f"\\x{i:02x}",
    "inet": lambda i: f"10.7.0.{i}",
    "text": lambda i: f"{i}@example.org",
    "character varying": lambda i: f"{i}@example.org",
    "character": lambda i: str(i),
}
SHAPES = """
SELECT a.attname, t.typtype, format_type(coalesce(nullif(t.typbasetype, 0), t.oid), NULL), t.typcategory,
    CASE WHEN t.typname IN ('varchar', 'bpchar') AND a.atttypmod > 4 THEN a.atttypmod - 4 END,
    (SELECT min(enumlabel) FROM pg_enum e WHERE e.enumtypid = t.oid),
    EXISTS (SELECT FROM pg_index i WHERE i.indrelid = a.attrelid AND i.indisunique
      AND a.attnum = ANY (i.indkey)),
    (SELECT f.confrelid::regclass FROM pg_constraint f WHERE f.contype = 'f' AND f.conrelid = a.attrelid
      AND a.attnum = ANY (f.conkey) LIMIT 1),
    (SELECT p.attname FROM pg_constraint f JOIN pg_attribute p ON p.attrelid = f.confrelid
      AND p.attnum = f.confkey[array_position(f.conkey, a.attnum)]
      WHERE f.contype = 'f' AND f.conrelid = a.attrelid AND a.attnum = ANY (f.conkey) LIMIT 1)
  FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
  WHERE a.attrelid = '{}'::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    AND a.attidentity <> 'a'
"""
COMBINATIONS = 60


def literal(value):
    return "NULL" if value is None else "'" + str(value).replace("'", "''") + "'"


class Shape:
    """What a column takes."""

    def __init__(self, row):
        self.name, self.kind, self.type, self.category, size, self.label, unique, self.parent, self.key = row
        self.size, self.unique = int(size) if size else None, unique == "t"

    def value(self, i):
        if self.label is not None:
            return self.label
        if self.category == "A":
            return "{}"
        make = VALUES.get(self.type) or VALUES.get(self.type.split(" with")[0], VALUES["text"])
        return str(make(i))[: self.size]


def shapes(session, relation):
    return {
        shape.name: shape for shape in map(Shape, session.run(SHAPES.format(relation.replace("'", "''"))))
    }


def texts(session, relation, column):
    return [
        row[0]
        for row in session.run(
            f"SELECT DISTINCT {quoted(column)}::text FROM {relation} "
            f"WHERE {quoted(column)} IS NOT NULL ORDER BY 1 LIMIT 4"
        )
    ]


def insert(relation, values):
    if not values:
        return f"INSERT INTO {relation} DEFAULT VALUES"
    names = ", ".join(map(quoted, values))
    return f"INSERT INTO {relation} ({names}) VALUES ({', '.join(map(literal, values.values()))})"


def passes(session, sql):
    """It runs; nothing of it stays."""
    try:
        session.run("BEGIN")
        session.run(sql)
    except ServerError:
        return False
    finally:
        session.run("ROLLBACK")
    return True


def populate(session):
    """Gives each empty table rows: two that are alike wherever they may be, and one with NULLs."""
    for _ in range(3):  # parents first, wherever they stand
        for relation, names in columns(session).items():
            if session.run(f"SELECT FROM {relation} LIMIT 1"):
                continue
            found = shapes(session, relation)
            for i in range(3):
                add_row(session, relation, names, found, i)


def add_row(session, relation, names, found, i):
    values = {}
    for name, (_, not_null, filled) in names.items():
        if filled or name not in found:
            continue
        shape = found[name]
        parents = texts(session, shape.parent, shape.key) if shape.parent else None
        if parents == [] and not_null:
            return
        if not (parents == [] or (i == 2 and not not_null)):
            own = i if shape.unique else 0
            values[name] = parents[own % len(parents)] if parents else shape.value(own)
    try:
        session.run(insert(relation, values))
    except ServerError:
        pass  # a CHECK that these values don't pass, a parent that has one child already


class Query:
    """One of several ways to send it that worked before the migration must work after it."""

    def __init__(self, relation, ways):
        self.relation, self.ways = relation, ways

    def complaint(self, session):
        if not self.ways or any(passes(session, way) for way in self.ways):
            return None
        try:
            session.run("BEGIN")
            session.run(self.ways[0])
        except ServerError as error:
            return f"{error}: {self.ways[0]}"
        finally:
            session.run("ROLLBACK")


def complaints_of(session, queries):
    """{relation: complaint} of those that fail."""
    found = {}
    for query in queries:
        complaint = query.complaint(session)
        if complaint:
            found[query.relation] = complaint
    return found


def reads(session, known):
    for relation, names in known.items():
        listed = ", ".join(map(quoted, names)) or "1"
        yield Query(relation, [f"SELECT {listed} FROM {relation}"])


def ways_to_write(session, relation, names):
    found, choices = shapes(session, relation), []
    names = [name for name in names if name in found]
    for shape in map(found.get, names):
        parents = texts(session, shape.parent, shape.key) if shape.parent else []
        made = [] if parents else [shape.value(59)]
        choices.append(list(dict.fromkeys(made + parents + texts(session, relation, shape.name))))
    combinations = itertools.islice(itertools.product(*choices), COMBINATIONS)
    return [insert(relation, dict(zip(names, values))) for values in combinations]


def must_write(tables):
    return {
        relation: [name for name, (_, not_null, filled) in names.items() if not_null and not filled]
        for relation, names in tables.items()
    }


def client_before(session):
    """Of the version that runs while this is deployed. Where no sample passes a table's constraints, nothing
    is written."""
    tables = columns(session)
    queries = list(reads(session, tables | columns(session, "'v', 'm'")))
    for relation, names in must_write(tables).items():
        ways = [way for way in ways_to_write(session, relation, names) if passes(session, way)]
        queries += [Query(relation, ways)] if ways else []
    return queries


def client_between(session, final, ignores):
    """Of the version that this release is deployed with, which runs until the last of its later steps has:
    it knows the columns that are there now and at the end, and writes those that must be written now or will
    have to be, or all of them. One that it ignores it does not write, either."""
    now = columns(session)
    queries, required_now, required_then = [], must_write(now), must_write(final)
    for relation in [r for r in now if r in final]:
        known = [name for name in now[relation] if name in final[relation]]
        queries += reads(session, {relation: known})
        required = [n for n in required_then[relation] if n in known]
        if not ignores:
            required += [n for n in required_now[relation] if n not in required]
        ways = ways_to_write(session, relation, required) + ways_to_write(session, relation, known)
        queries.append(Query(relation, ways))
    return queries
