"""What a database holds: its catalog as facts that can be compared, and how many rows and values."""
import json

OURS = r"""n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
  AND n.nspname !~ '^pg_(toast_)?temp'
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = {}.oid AND d.deptype = 'e')"""

# Each gives facts as json, by what is named; the order of a table's columns is nobody's promise.
FACTS = f"""
SELECT json_build_array('schema', nspname) FROM pg_namespace n WHERE {OURS.format('n')};
SELECT json_build_array('relation', c.oid::regclass, c.relkind, c.relpersistence, c.relrowsecurity,
    c.relreplident, pg_get_partkeydef(c.oid), pg_get_expr(c.relpartbound, c.oid), c.relacl, c.reloptions)
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind NOT IN ('i', 'I', 't', 'S') AND {OURS.format('c')};
SELECT json_build_array('parent', i.inhrelid::regclass, i.inhparent::regclass)
  FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind NOT IN ('i', 'I') AND {OURS.format('c')};
SELECT json_build_array('column', c.oid::regclass, a.attname, format_type(a.atttypid, a.atttypmod),
    CASE WHEN a.attnotnull THEN 'NOT NULL' END, pg_get_expr(d.adbin, d.adrelid), a.attidentity,
    a.attgenerated, CASE WHEN a.attcollation <> t.typcollation THEN a.attcollation::regcollation END,
    col_description(c.oid, a.attnum))
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
  JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
  WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm', 'c') AND a.attnum > 0 AND NOT a.attisdropped
    AND {OURS.format('c')};
SELECT json_build_array('index', pg_get_indexdef(i.indexrelid), i.indisvalid, i.indisprimary,
    i.indisclustered, i.indisreplident)
  FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE {OURS.format('c')};
SELECT json_build_array('constraint', CASE WHEN c.conrelid <> 0 THEN c.conrelid::regclass::text
    ELSE c.contypid::regtype::text END, c.conname, pg_get_constraintdef(c.oid))
  FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace
  WHERE c.contype <> 't' AND {OURS.format('c')};
SELECT json_build_array('trigger', pg_get_triggerdef(g.oid), g.tgenabled)
  FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE NOT g.tgisinternal AND {OURS.format('c')};
SELECT json_build_array('view', c.oid::regclass, pg_get_viewdef(c.oid))
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('v', 'm') AND {OURS.format('c')};
SELECT json_build_array('enum', t.oid::regtype, (SELECT array_agg(e.enumlabel ORDER BY e.enumsortorder)
    FROM pg_enum e WHERE e.enumtypid = t.oid))
  FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.typtype = 'e' AND {OURS.format('t')};
SELECT json_build_array('domain', t.oid::regtype, format_type(t.typbasetype, t.typtypmod),
    CASE WHEN t.typnotnull THEN 'NOT NULL' END, t.typdefault)
  FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.typtype = 'd' AND {OURS.format('t')};
SELECT json_build_array('sequence', c.oid::regclass, format_type(s.seqtypid, NULL), s.seqstart,
    s.seqincrement, s.seqmin, s.seqmax, s.seqcycle, (SELECT o.refobjid::regclass::text || '.' || a.attname
    FROM pg_depend o JOIN pg_attribute a ON a.attrelid = o.refobjid AND a.attnum = o.refobjsubid
    WHERE o.objid = c.oid AND o.classid = 'pg_class'::regclass AND o.deptype IN ('a', 'i')))
  FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE {OURS.format('c')};
SELECT json_build_array('function', pg_get_functiondef(p.oid))
  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
  WHERE p.prokind IN ('f', 'p') AND {OURS.format('p')};
"""

# Foreign tables are somebody else's rows.
TABLES = f"""
SELECT c.oid::regclass, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
    a.atthasdef OR a.attidentity <> '' OR coalesce(t.typdefault, '') <> ''
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  LEFT JOIN pg_type t ON t.oid = a.atttypid
  WHERE c.relkind IN ({{}}) AND {OURS.format('c')} ORDER BY c.oid, a.attnum
"""


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


def catalog(session):
    """What the schema is, as a set of facts."""
    return {json.dumps(json.loads(text)) for (text,) in session.run(FACTS)}


def columns(session, kinds="'r', 'p'"):
    """{relation: {column: (type, not null, is filled by itself)}} of what has rows of its own."""
    found = {}
    for relation, name, written, not_null, filled in session.run(TABLES.format(kinds)):
        table = found.setdefault(relation, {})
        if name is not None:
            table[name] = (written, not_null == "t", filled == "t")
    return found


def counts(session):
    """{(relation, None): rows, (relation, column): values that are not NULL}"""
    found = {}
    for relation, names in columns(session).items():
        listed = ["count(*)"] + [f"count({quoted(name)})" for name in names]
        (row,) = session.run(f"SELECT {', '.join(listed)} FROM {relation}")
        found.update({(relation, name): int(n) for name, n in zip([None, *names], row)})
    return found


def moved_to(relation, column, number, before, after):
    """What was not there before and holds as many: a renamed column or table, or a copy."""
    return any(
        key not in before and n >= number and (column is None) == (key[1] is None)
        for key, n in after.items()
        if column is None or key[0] == relation or (key[0], None) not in before
    )


def losses(before, after):
    """{(relation, column or None): how many fewer}. A row's values go with it."""
    lost = {}
    for (relation, column), number in before.items():
        fewer = number - after.get((relation, column), 0)
        if fewer > lost.get((relation, None), 0) and not moved_to(relation, column, number, before, after):
            lost[relation, column] = fewer
    return lost
