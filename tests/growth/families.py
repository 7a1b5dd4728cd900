"""Inputs that grow: each family makes one of a size, which a program may answer in time and memory that grow
with it, and no faster.

A family is a function of the size. It returns the SQL of one migration, or the files of a project by their
paths. What the sizes are is up to the family: small enough for a processor that counts, large enough for the
shape to show over what every run costs. Where PostgreSQL has a limit (1,600 columns), what is below it may be
compared with each other.
"""

# Of four times the size: what is n·log n comes to about 5, what is quadratic to 16.
MOST = 5.5

FAMILIES = {}  # name → (size, most, make); it is measured at the size and at four times it


def family(size, most=MOST):
    def register(make):
        FAMILIES[make.__name__] = (size, most, make)
        return make

    return register


def each(template, n, start=0, separator="\n"):
    """The template for each number: `#` is the number, `@` the one before it."""
    return separator.join(
        template.replace("#", str(i)).replace("@", str(i - 1)) for i in range(start, start + n)
    )


def inside(opening, n, innermost, closing):
    return opening * n + innermost + closing * n


TABLE = "CREATE TABLE t (a int, b int, c text);\n"

# ---- Tables and columns ------------------------------------------------------------------------------------


@family(60)
def columns(n):
    return f"CREATE TABLE w ({each('c# int', n, separator=',')});"


@family(800)
def columns_past_the_limit(n):
    return f"CREATE TABLE w ({each('c# int', n, separator=',')});"


@family(50)
def add_columns_in_one_statement(n):
    return TABLE + f"ALTER TABLE t {each('ADD COLUMN c# int', n, separator=',')};"


@family(50)
def add_columns_one_by_one(n):
    return TABLE + each("ALTER TABLE t ADD COLUMN c# int;", n)


@family(50)
def alter_columns_in_one_statement(n):
    return (
        f"CREATE TABLE w ({each('c# int', n, separator=',')});\n"
        f"ALTER TABLE w {each('ALTER COLUMN c# SET NOT NULL', n, separator=',')};"
    )


@family(50)
def drop_columns_one_by_one(n):
    return f"CREATE TABLE w ({each('c# int', n, separator=',')});\n" + each(
        "ALTER TABLE w DROP COLUMN c#;", n
    )


@family(150)
def rename_columns(n):
    return TABLE + "ALTER TABLE t RENAME a TO c0;\n" + each("ALTER TABLE t RENAME c@ TO c#;", n, 1)


@family(100)
def swap_tables(n):
    return (
        TABLE
        + "CREATE TABLE u (LIKE t);\n"
        + each("ALTER TABLE t RENAME TO s#; ALTER TABLE u RENAME TO t; ALTER TABLE s# RENAME TO u;", n)
    )


@family(150)
def types_changed(n):
    return TABLE + each("ALTER TABLE t ALTER a TYPE varchar(#);", n, 1)


@family(150)
def tables_dropped_in_one_statement(n):
    return each("CREATE TABLE t# (a int);", n) + f"\nDROP TABLE {each('t#', n, separator=',')};"


@family(100)
def tables_made_again(n):
    return each("CREATE TABLE r (a int); DROP TABLE r;", n)


# ---- LIKE, inheritance, partitions -------------------------------------------------------------------------


@family(40)
def like_chain(n):
    return "CREATE TABLE t0 (a int);\n" + each("CREATE TABLE t# (LIKE t@, x# int);", n, 1)


@family(60)
def like_of_a_wide_table(n):
    return f"CREATE TABLE w ({each('c# int', 1500, separator=',')});\n" + each("CREATE TABLE t# (LIKE w);", n)


@family(40)
def inherits_chain(n):
    return "CREATE TABLE t0 (a int);\n" + each("CREATE TABLE t# (x# int) INHERITS (t@);", n, 1)


@family(5)
def inherits_diamonds(n):
    """As many paths as two to the power of the levels."""
    return (
        "CREATE TABLE a0 (x int); CREATE TABLE b0 (x int);\n"
        + each("CREATE TABLE a# () INHERITS (a@, b@); CREATE TABLE b# () INHERITS (a@, b@);", n, 1)
        + "\nALTER TABLE a0 ADD COLUMN y int;"
    )


@family(100)
def inheritance_refused_in_a_circle(n):
    return (
        each("CREATE TABLE t# (a int);", n)
        + "\n"
        + each("ALTER TABLE t# INHERIT t@;", n - 1, 1)
        + "\n"
        + f"ALTER TABLE t0 INHERIT t{n - 1};"
    )


@family(100)
def children_of_one_table(n):
    return (
        "CREATE TABLE p (a int);\n"
        + each("CREATE TABLE c# () INHERITS (p);", n)
        + "\nALTER TABLE p ADD COLUMN b int;"
    )


@family(60)
def partitions(n):
    return (
        "CREATE TABLE p (a int, b int) PARTITION BY RANGE (a);\n"
        + each("CREATE TABLE p# PARTITION OF p FOR VALUES FROM (#0) TO (#9);", n, 1)
        + "\nCREATE INDEX ON p (b);\nALTER TABLE p ADD UNIQUE (a);\nDROP TABLE p;"
    )


@family(30)
def partitions_of_partitions(n):
    return (
        "CREATE TABLE p0 (a int, b int) PARTITION BY RANGE (a);\n"
        + each("CREATE TABLE p# PARTITION OF p@ DEFAULT PARTITION BY RANGE (a);", n, 1)
        + "\nCREATE INDEX ON p0 (b);\nDROP TABLE p0;"
    )


# ---- What points at what -----------------------------------------------------------------------------------


@family(60)
def foreign_keys_in_a_circle(n):
    return (
        each("CREATE TABLE t# (id int PRIMARY KEY, r int);", n)
        + "\n"
        + each("ALTER TABLE t# ADD FOREIGN KEY (r) REFERENCES t@ (id) ON DELETE CASCADE;", n - 1, 1)
        + f"\nALTER TABLE t0 ADD FOREIGN KEY (r) REFERENCES t{n - 1} (id) ON DELETE CASCADE;\n"
        "DELETE FROM t0 WHERE id = 1;\nTRUNCATE t0 CASCADE;\nDROP TABLE t0 CASCADE;"
    )


@family(100)
def foreign_keys_to_one_table(n):
    return (
        "CREATE TABLE p (id int PRIMARY KEY);\n"
        + each("CREATE TABLE t# (r int REFERENCES p (id));", n)
        + "\nDROP TABLE p CASCADE;"
    )


@family(80)
def view_chain(n):
    return (
        "CREATE TABLE t0 (a int);\n"
        + each("CREATE VIEW t# AS SELECT * FROM t@;", n, 1)
        + "\nDROP TABLE t0 CASCADE;"
    )


@family(7)
def views_that_double_their_columns(n):
    return "CREATE TABLE v0 (a int);\n" + each("CREATE VIEW v# AS SELECT x.*, y.* FROM v@ x, v@ y;", n, 1)


@family(7)
def tables_that_double_their_columns(n):
    return "CREATE TABLE v0 (a int);\n" + each("CREATE TABLE v# AS SELECT x.*, y.* FROM v@ x, v@ y;", n, 1)


@family(4)
def views_in_diamonds(n):
    """As many ways to read the table as two to the power of the levels."""
    return (
        "CREATE TABLE a0 (a int); CREATE TABLE b0 (b int);\n"
        + each("CREATE VIEW a# AS SELECT a, b FROM a@, b@; CREATE VIEW b# AS SELECT a, b FROM a@, b@;", n, 1)
        + "\nDROP TABLE a0 CASCADE;"
    )


@family(3)
def foreign_keys_between_all_tables(n):
    """There are as many ways along the keys as three to the power of the tables."""
    tables = range(2 * n)
    return (
        each("CREATE TABLE t# (id int PRIMARY KEY, r int);", 2 * n)
        + "\n"
        + "\n".join(
            f"ALTER TABLE t{a} ADD FOREIGN KEY (r) REFERENCES t{b} (id) ON DELETE CASCADE;"
            for a in tables
            for b in range(a + 1, a + 4)
            if b < 2 * n
        )
        + f"\nDELETE FROM t{2 * n - 1} WHERE id > 1;"
    )


@family(60)
def views_on_one_table(n):
    return TABLE + each("CREATE VIEW v# AS SELECT a, b FROM t;", n) + "\nDROP TABLE t CASCADE;"


@family(60)
def domain_chain(n):
    return (
        "CREATE DOMAIN d0 AS int;\n"
        + each("CREATE DOMAIN d# AS d@;", n, 1)
        + f"\nCREATE TABLE u (a d{n - 1}, b d{n - 1}[]);\nDROP DOMAIN d0 CASCADE;"
    )


@family(60)
def composite_chain(n):
    return (
        "CREATE TYPE c0 AS (a int);\n"
        + each("CREATE TYPE c# AS (a c@);", n, 1)
        + f"\nCREATE TABLE u (a c{n - 1});\nDROP TYPE c0 CASCADE;"
    )


@family(60)
def function_chain(n):
    return (
        "CREATE FUNCTION f0() RETURNS int LANGUAGE sql AS 'SELECT 1';\n"
        + each("CREATE FUNCTION f#() RETURNS int LANGUAGE sql AS 'SELECT f@()';", n, 1)
        + f"\nSELECT f{n - 1}();"
    )


@family(60)
def functions_of_one_name(n):
    return each(
        "CREATE TYPE e# AS ENUM ('a'); CREATE FUNCTION f(x e#) RETURNS int LANGUAGE sql AS 'SELECT 1';", n
    )


@family(60)
def functions_and_tables_that_go(n):
    return each(
        "CREATE TABLE t# (a int); CREATE FUNCTION f#(x t#) RETURNS int LANGUAGE sql AS 'SELECT 1';", n
    ) + each("\nDROP TABLE t# CASCADE;", n)


# ---- Other objects -----------------------------------------------------------------------------------------


@family(150)
def enum_labels(n):
    return (
        f"CREATE TYPE e AS ENUM ({each(chr(39) + 'l#' + chr(39), n, separator=',')});\n"
        "CREATE TABLE u (m e);\n" + each("ALTER TYPE e ADD VALUE 'm#';", n)
    )


@family(80)
def enums(n):
    return (
        each("CREATE TYPE e# AS ENUM ('a', 'b', 'c');", n)
        + f"\nCREATE TABLE u ({each('c# e#', n, separator=',')});"
    )


@family(100)
def indexes_on_one_table(n):
    return TABLE + each("CREATE INDEX i# ON t (a);", n)


@family(40)
def indexes_of_partitioned_tables_dropped(n):
    tables = each("CREATE TABLE t# (a int) PARTITION BY RANGE (a); CREATE INDEX i# ON t# (a);", n)
    return tables + "\n" + each("DROP INDEX i#;", n)


@family(100)
def checks_on_one_table(n):
    return (
        TABLE
        + each("ALTER TABLE t ADD CONSTRAINT k# CHECK (a > #) NOT VALID;", n)
        + "\n"
        + each("ALTER TABLE t VALIDATE CONSTRAINT k#;", n)
    )


@family(80)
def triggers_and_policies_on_one_table(n):
    return TABLE + each(
        "CREATE TRIGGER g# AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();"
        " CREATE POLICY p# ON t USING (a > #);",
        n,
    )


@family(60)
def sequences_and_schemas(n):
    return each("CREATE SCHEMA s#; CREATE SEQUENCE s#.q; GRANT USAGE ON SCHEMA s# TO public;", n)


@family(40)
def search_path_of_many_schemas(n):
    return (
        each("CREATE SCHEMA s#;", n)
        + f"\nSET search_path = {each('s#', n, separator=',')};\nCREATE TABLE t (a int);\n"
        "ALTER TABLE t ADD b int;"
    )


@family(60)
def settings_in_a_transaction(n):
    return "BEGIN;\n" + each("SET x.s# = 'a'; CREATE SCHEMA s#; CREATE PUBLICATION p#;", n) + "\nCOMMIT;"


@family(30)
def savepoints(n):
    return TABLE + "BEGIN;\n" + each("SAVEPOINT s#; ALTER TABLE t ADD COLUMN x# int;", n) + "\nROLLBACK;"


# ---- Expressions and queries -------------------------------------------------------------------------------


@family(10000)
def a_literal(n):
    return f"INSERT INTO t (c) VALUES ('{'x' * n * 10}');"


@family(20000)
def an_identifier(n):
    return f'SELECT "{"x" * n * 10}" FROM t;'


@family(800)
def in_list(n):
    return (
        TABLE + f"DELETE FROM t WHERE a IN ({each('#', n, separator=',')});\n"
        f"ALTER TABLE t ADD CHECK (a IN ({each('#', n, separator=',')}));"
    )


@family(400)
def or_chain(n):
    return TABLE + f"UPDATE t SET b = 1 WHERE {each('a = #', n, separator=' OR ')};"


@family(400)
def sum_chain(n):
    return TABLE + f"UPDATE t SET b = {'1 + ' * n}1;"


@family(40)
def not_chain(n):
    return TABLE + f"ALTER TABLE t ADD CHECK ({inside('NOT (', n, 'a > 1', ')')});"


@family(40)
def casts(n):
    return TABLE + f"ALTER TABLE t ALTER a SET DEFAULT 1{'::int' * n};"


@family(40)
def nested_case(n):
    return TABLE + f"UPDATE t SET a = {inside('CASE WHEN b = 1 THEN ', n, '1', ' ELSE 0 END')};"


@family(5)
def nested_case_subject(n):
    return (
        TABLE
        + f"UPDATE t SET a = {inside('CASE ', n, 'b', ' WHEN 1 THEN 2 WHEN 2 THEN 3 WHEN 3 THEN 4 END')};"
    )


@family(10, most=8)
def nested_subselects(n):
    """What each level reads is collected at each: the square of the depth, of which 500 are read at most."""
    return TABLE + f"UPDATE t SET a = {inside('(SELECT max(a) FROM t WHERE b = ', n, '1', ')')};"


@family(10, most=8)
def nested_exists(n):
    """What each level reads is collected at each, as with sub-selects."""
    return TABLE + f"DELETE FROM t WHERE {inside('EXISTS (SELECT 1 FROM t WHERE ', n, 'a = 1', ')')};"


@family(20)
def subselects_in_from(n):
    return TABLE + f"CREATE VIEW v AS {inside('SELECT * FROM (', n, 'SELECT * FROM t', ') s')};"


@family(60)
def joins(n):
    return TABLE + f"CREATE VIEW v AS SELECT t.a FROM t {each('JOIN t t# ON t#.a = t.a', n, separator=' ')};"


@family(100)
def from_items(n):
    return TABLE + f"SELECT a0.a FROM {each('t a#', n, separator=',')};"


@family(30)
def joins_using(n):
    """Each join lists all columns of those before it, as PostgreSQL's do."""
    return TABLE + f"CREATE VIEW v AS SELECT a FROM t {each('JOIN t t# USING (a)', n, separator=' ')};"


@family(100)
def grouped_targets(n):
    keys = each("a + #", n, separator=",")
    return TABLE + f"CREATE VIEW v AS SELECT {each('a + # AS k#', n, separator=',')} FROM t GROUP BY {keys};"


@family(100)
def calls_inside_calls(n):
    return TABLE + f"SELECT {inside('lower(', n, 'c', ')')} FROM t;"


@family(60)
def unions(n):
    return TABLE + f"CREATE VIEW v AS {each('SELECT a FROM t WHERE b = #', n, separator=' UNION ALL ')};"


@family(60)
def common_tables(n):
    return (
        TABLE + f"WITH w0 AS (SELECT a FROM t), {each('w# AS (SELECT a FROM w@)', n, 1, ',')} UPDATE t SET "
        f"b = 1 FROM w{n} WHERE w{n}.a = t.a;"
    )


@family(60)
def common_tables_that_delete(n):
    return TABLE + f"WITH {each('w# AS (DELETE FROM t WHERE a = # RETURNING a)', n, separator=',')} SELECT 1;"


@family(10)
def nested_common_tables(n):
    return TABLE + inside("WITH w AS (", n, "SELECT 1 AS a", ") SELECT * FROM w") + ";"


@family(40)
def nested_arrays(n):
    return TABLE + f"UPDATE t SET c = ARRAY{inside('[', n, '1', ']')}::text;"


@family(1000)
def output_columns(n):
    return f"CREATE TABLE w (a int);\nINSERT INTO w SELECT {each('c#', n, separator=',')} FROM z;"


@family(1000)
def function_calls(n):
    return f"SELECT {each('f#(a)', n, separator=',')} FROM z;"


@family(300)
def rows_inserted(n):
    return TABLE + f"INSERT INTO t (a, b) VALUES {each('(#, 1)', n, separator=',')};"


@family(100)
def updates(n):
    return TABLE + each("UPDATE t SET b = # WHERE b IS NULL;\nDELETE FROM t WHERE a = #;", n)


@family(60, most=7)
def backfills_and_not_null(n):
    """A path looks at what else its table goes through: the square of the columns, of 1,600 at most."""
    return f"CREATE TABLE w ({each('c# int', n, separator=',')});\n" + each(
        "UPDATE w SET c# = 0 WHERE c# IS NULL; ALTER TABLE w ALTER c# SET NOT NULL;", n
    )


# ---- Blocks ------------------------------------------------------------------------------------------------


@family(60)
def do_blocks(n):
    return TABLE + each(
        "DO $$ BEGIN ALTER TABLE t ADD COLUMN x# int; EXCEPTION WHEN duplicate_column THEN NULL; END $$;", n
    )


@family(30)
def statements_in_a_block(n):
    return TABLE + f"DO $$ BEGIN {each('ALTER TABLE t ADD COLUMN x# int;', n)} END $$;"


@family(60)
def elsif_chain(n):
    return (
        TABLE + "DO $$ BEGIN IF false THEN NULL;"
        f" {each('ELSIF EXISTS (SELECT FROM t WHERE a = #) THEN DELETE FROM t WHERE a = #;', n)} "
        "END IF; END $$;"
    )


@family(60)
def returns_in_a_block(n):
    steps = each("IF EXISTS (SELECT FROM t WHERE a = #) THEN RETURN; END IF; DELETE FROM t WHERE a = #;", n)
    return TABLE + f"DO $$ BEGIN {steps} END $$;"


@family(40)
def nested_ifs(n):
    return (
        TABLE
        + f"DO $$ BEGIN {inside('IF EXISTS (SELECT FROM t) THEN ', n, 'DELETE FROM t;', ' END IF;')} END $$;"
    )


@family(60)
def handlers(n):
    return (
        TABLE + "DO $$ BEGIN "
        f"{inside('BEGIN ', n, 'DELETE FROM t;', ' EXCEPTION WHEN others THEN NULL; END;')} END $$;"
    )


# ---- Text --------------------------------------------------------------------------------------------------


@family(200)
def syntax_errors(n):
    return each("SELECT # FROM;", n)


@family(2000)
def comments_and_blanks(n):
    return "-- x\n \n" * n + "SELECT 1;"


@family(2000)
def open_quotes(n):
    return TABLE + "SELECT $$;" * n


@family(200)
def allow_comments(n):
    return TABLE + each("-- miglint: allow drop-table: reason #\nSELECT #;", n)


@family(500)
def names_in_an_allow_comment(n):
    return TABLE + f"-- miglint: allow {each('rule-#', n, separator=', ')}: reason\nSELECT 1;"


@family(80, most=7)
def findings(n):
    """A path looks at what else its table goes through: the square of the columns, of 1,600 at most."""
    return each('ALTER TABLE "user" ADD COLUMN x# int NOT NULL;', n)


# ---- Files -------------------------------------------------------------------------------------------------


def project(config="", decisions="", migrations=("SELECT 1;",), schema=""):
    files = {"prisma/migrations/migration_lock.toml": 'provider = "postgresql"\n'}
    for number, sql in enumerate(migrations):
        files[f"prisma/migrations/2024{number:010d}_m/migration.sql"] = sql
    for path, text in (
        (".miglint.yaml", config),
        (".miglint-decisions.yaml", decisions),
        ("prisma/schema.prisma", schema),
    ):
        if text:
            files[path] = text
    return files


@family(20)
def models(n):
    """schema.prisma is read, made into a catalog and compared with the migrations."""
    model = """model M# {
  id Int @id
  kind K#
  lines L#[]
}
model L# {
  id Int @id
  m Int
  of M# @relation(fields: [m], references: [id])
  @@index([m])
}
enum K# {
  A
}
"""
    return project(schema='datasource db {\n  provider = "postgresql"\n}\n' + each(model, n))


@family(60)
def migrations(n):
    return project(migrations=[f"CREATE TABLE t{i} (a int);" for i in range(n)])


@family(800)
def migrations_entries_of_the_configuration(n):
    return project(config="migrations: [" + "prisma/migrations," * n + "prisma/migrations]\n")


@family(200)
def ignore_entries_of_the_configuration(n):
    return project(config="ignore:\n" + each("  - {rule: drop-table, migration: 'm#*', reason: r}", n) + "\n")


@family(400)
def table_patterns_of_the_configuration(n):
    return project(
        config=f"tables:\n  large: [{each('a#*', n, separator=', ')}]\n",
        migrations=[TABLE, "CREATE INDEX ON t (a);"],
    )


@family(150)
def decisions(n):
    return project(
        decisions="decisions:\n" + each("  - {finding: '#', rule: drop-table, reason: r}", n) + "\n"
    )
