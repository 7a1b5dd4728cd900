// Tables: parents, partitions and their bounds, types, options.
// (PostgreSQL 15 gave each of these outcomes.)

#include <array>
#include <doctest/doctest.h>
#include <string>

#include "support/effect_of_sql.hpp"

using namespace miglint::test;

TEST_SUITE("effect: outcomes of tables") {
  TEST_CASE("tables: options, inheritance, partitions") {
    static const std::string setup = R"(
      CREATE TABLE t (id int PRIMARY KEY, a text);
      CREATE TABLE parent (id int NOT NULL, a text, CONSTRAINT chk CHECK (id > 0));
      CREATE TABLE fits (id int NOT NULL, a text, CONSTRAINT chk CHECK (id > 0), extra int);
      CREATE TABLE loose (id int, a text, CONSTRAINT chk CHECK (id > 0));
      CREATE TABLE nochk (id int NOT NULL, a text);
      CREATE TABLE otherchk (id int NOT NULL, a text, CONSTRAINT chk CHECK (id > 1));
      CREATE TABLE othertype (id bigint NOT NULL, a text, CONSTRAINT chk CHECK (id > 0));
      CREATE TABLE lacks (id int NOT NULL, CONSTRAINT chk CHECK (id > 0));
      CREATE TABLE kid () INHERITS (parent);
      CREATE TABLE kid2 () INHERITS (parent);
      CREATE TABLE diamond () INHERITS (kid, kid2);
      CREATE TYPE co AS (id int, a text);
      CREATE TABLE typed OF co;
      CREATE TABLE shape (id int, a text);
      CREATE TABLE shape2 (a text, id int);
      CREATE TABLE pr (id int, k int, a text) PARTITION BY RANGE (k);
      CREATE TABLE pr1 PARTITION OF pr FOR VALUES FROM (0) TO (10);
      CREATE TABLE pr2 PARTITION OF pr FOR VALUES FROM (10) TO (20);
      CREATE TABLE prd PARTITION OF pr DEFAULT;
      CREATE TABLE pl (id int, k text) PARTITION BY LIST (k);
      CREATE TABLE pla PARTITION OF pl FOR VALUES IN ('a', 'b');
      CREATE TABLE ph (id int, k int) PARTITION BY HASH (k);
      CREATE TABLE ph0 PARTITION OF ph FOR VALUES WITH (MODULUS 4, REMAINDER 0);
      CREATE TABLE p2 (a int, b int) PARTITION BY RANGE (a, b);
      CREATE TABLE cand (id int, k int, a text);
      CREATE TABLE candl (id int, k text);
      CREATE TABLE candh (id int, k int);
      CREATE TABLE candextra (id int, k int, a text, z int);
      CREATE TABLE candless (id int, k int);
      CREATE TABLE candtype (id int, k bigint, a text);
      CREATE TABLE uq (id int, k int, a text, UNIQUE (k)) PARTITION BY LIST (k);
      CREATE TABLE pkp (id int, k int, PRIMARY KEY (id, k)) PARTITION BY LIST (k);
      CREATE TABLE cand2 (a int, b int);
      CREATE TEMP TABLE tmp (id int);
      CREATE SCHEMA app;
    )";
    static constexpr auto cases = std::to_array<Tried>({
        {"ALTER TABLE fits INHERIT parent", ""},
        {"ALTER TABLE loose INHERIT parent", "42804"},
        {"ALTER TABLE nochk INHERIT parent", "42804"},
        {"ALTER TABLE otherchk INHERIT parent", "42804"},
        {"ALTER TABLE othertype INHERIT parent", "42804"},
        {"ALTER TABLE lacks INHERIT parent", "42804"},
        {"ALTER TABLE kid INHERIT parent", "42P07"},
        {"ALTER TABLE parent INHERIT kid", "42P07"},
        {"ALTER TABLE parent INHERIT parent", "42P07"},
        {"ALTER TABLE fits INHERIT nix", "42P01"},
        {"ALTER TABLE fits INHERIT pr", "42809"},
        {"ALTER TABLE pr1 INHERIT parent", "42809"},
        {"ALTER TABLE pr INHERIT parent", "42809"},
        {"ALTER TABLE typed INHERIT parent", "42809"},
        {"ALTER TABLE kid NO INHERIT parent", ""},
        {"ALTER TABLE fits NO INHERIT parent", "42P01"},
        {"ALTER TABLE kid NO INHERIT nix", "42P01"},
        {"ALTER TABLE pr1 NO INHERIT pr", "42809"},
        {"ALTER TABLE shape OF co", ""},
        {"ALTER TABLE t OF co", ""},
        {"ALTER TABLE typed NOT OF", ""},
        {"ALTER TABLE t NOT OF", "42809"},
        {"DROP TABLE parent", "2BP01"},
        {"DROP TABLE kid", "2BP01"},
        {"DROP TABLE kid, kid2, diamond, parent", ""},
        {"DROP TABLE parent CASCADE", ""},
        {"DROP TYPE co", "2BP01"},
        {"DROP TYPE co CASCADE", ""},
        {"CREATE TABLE n () INHERITS (parent, t)", ""},
        {"CREATE TABLE n (id bigint) INHERITS (parent)", "42804"},
        {"CREATE TABLE n (id int) INHERITS (parent)", ""},
        {"CREATE TABLE n (a varchar) INHERITS (parent)", "42804"},
        {"CREATE TABLE n () INHERITS (parent, parent)", "42P07"},
        {"CREATE TABLE n () INHERITS (parent, othertype)", "42804"},
        {"CREATE TABLE n () INHERITS (nix)", "42P01"},
        {"CREATE TABLE n () INHERITS (pr)", "42809"},
        {"CREATE TABLE n () INHERITS (pr1)", "42809"},
        {"CREATE TABLE n (CONSTRAINT chk CHECK (id > 5)) INHERITS (parent)", "42710"},
        {"CREATE TABLE n (CONSTRAINT chk CHECK (id > 0)) INHERITS (parent)", ""},
        {"CREATE TABLE n OF co (PRIMARY KEY (id))", ""},
        {"CREATE TABLE n OF co (id WITH OPTIONS NOT NULL)", ""},
        {"CREATE TABLE n OF nix", "42704"},
        {"CREATE TABLE n (id int) PARTITION BY LIST (id, id)", "42P17"},
        {"CREATE TABLE n (id int) PARTITION BY RANGE (nix)", "42703"},
        {"CREATE TABLE n (id int) PARTITION BY RANGE (ctid)", "42P17"},
        {"CREATE TABLE n (id json) PARTITION BY RANGE (id)", "42704"},
        {"CREATE TABLE n (id json) PARTITION BY HASH (id)", "42704"},
        {"CREATE TABLE n (id int) PARTITION BY RANGE ((id + 1))", ""},
        {"CREATE TABLE n (id int) PARTITION BY RANGE ((5))", "42P17"},
        {"CREATE TABLE n (id int) PARTITION BY RANGE ((now()))", "42P17"},
        {"CREATE TABLE n (id int) PARTITION BY RANGE ((random()))", "42P17"},
        {"CREATE TABLE n (id int, g int GENERATED ALWAYS AS (id) STORED) PARTITION BY RANGE (g)", "42P17"},
        {"CREATE TABLE n (id int PRIMARY KEY, k int) PARTITION BY RANGE (k)", "0A000"},
        {"CREATE TABLE n (id int UNIQUE, k int) PARTITION BY RANGE (id)", ""},
        {"CREATE TABLE n (id int, k int, PRIMARY KEY (id, k)) PARTITION BY RANGE (k)", ""},
        {"CREATE TABLE n (id int, PRIMARY KEY (id)) PARTITION BY RANGE ((id + 1))", "0A000"},
        {"CREATE TABLE n (id int) INHERITS (parent) PARTITION BY LIST (id)", "42P17"},
        {"CREATE UNLOGGED TABLE n (id int) PARTITION BY LIST (id)", ""},
        {"CREATE TABLE n PARTITION OF pr FOR VALUES FROM (20) TO (30)", ""},
        {"CREATE TABLE n PARTITION OF pr FOR VALUES FROM (5) TO (15)", "42P17"},
        {"CREATE TABLE n PARTITION OF pr FOR VALUES FROM (30) TO (20)", "42P17"},
        {"CREATE TABLE n PARTITION OF pr FOR VALUES FROM (20) TO (20)", "42P17"},
        {"CREATE TABLE n PARTITION OF pr FOR VALUES FROM (MINVALUE) TO (0)", ""},
        {"CREATE TABLE n PARTITION OF pr FOR VALUES FROM (MINVALUE) TO (1)", "42P17"},
        {"CREATE TABLE n PARTITION OF pr FOR VALUES FROM (20) TO (MAXVALUE)", ""},
        {"CREATE TABLE n PARTITION OF pr FOR VALUES FROM (MAXVALUE) TO (20)", "42P17"},
        {"CREATE TABLE n PARTITION OF pr FOR VALUES FROM (20, 1) TO (30, 1)", "42P16"},
        {"CREATE TABLE n PARTITION OF pr FOR VALUES FROM ('x') TO (30)", "22P02"},
        {"CREATE TABLE n PARTITION OF pr FOR VALUES FROM (NULL) TO (30)", "42P17"},
        {"CREATE TABLE n PARTITION OF pr FOR VALUES FROM ('20') TO ('30')", ""},
        {"CREATE TABLE n PARTITION OF pr FOR VALUES FROM (id) TO (30)", "0A000"},
        {"CREATE TABLE n PARTITION OF pr FOR VALUES IN (20)", "42P16"},
        {"CREATE TABLE n PARTITION OF pr FOR VALUES WITH (MODULUS 2, REMAINDER 0)", "42P16"},
        {"CREATE TABLE n PARTITION OF pr DEFAULT", "42P17"},
        {"CREATE TABLE n PARTITION OF pl FOR VALUES IN ('c')", ""},
        {"CREATE TABLE n PARTITION OF pl FOR VALUES IN ('a')", "42P17"},
        {"CREATE TABLE n PARTITION OF pl FOR VALUES IN ('c', 'b')", "42P17"},
        {"CREATE TABLE n PARTITION OF pl FOR VALUES IN ('c', 'c')", ""},
        {"CREATE TABLE n PARTITION OF pl FOR VALUES IN (NULL)", ""},
        {"CREATE TABLE n PARTITION OF pl FOR VALUES FROM ('c') TO ('d')", "42P16"},
        {"CREATE TABLE n PARTITION OF pl DEFAULT", ""},
        {"CREATE TABLE n PARTITION OF ph FOR VALUES WITH (MODULUS 4, REMAINDER 1)", ""},
        {"CREATE TABLE n PARTITION OF ph FOR VALUES WITH (MODULUS 4, REMAINDER 0)", "42P17"},
        {"CREATE TABLE n PARTITION OF ph FOR VALUES WITH (MODULUS 4, REMAINDER 4)", "42P16"},
        {"CREATE TABLE n PARTITION OF ph FOR VALUES WITH (MODULUS 8, REMAINDER 4)", "42P17"},
        {"CREATE TABLE n PARTITION OF ph FOR VALUES WITH (MODULUS 8, REMAINDER 5)", ""},
        {"CREATE TABLE n PARTITION OF ph FOR VALUES WITH (MODULUS 3, REMAINDER 1)", "42P17"},
        {"CREATE TABLE n PARTITION OF ph FOR VALUES WITH (MODULUS 0, REMAINDER 0)", "42P16"},
        {"CREATE TABLE n PARTITION OF ph DEFAULT", "42P16"},
        {"CREATE TABLE n PARTITION OF ph FOR VALUES IN (1)", "42P16"},
        {"CREATE TABLE n PARTITION OF p2 FOR VALUES FROM (1, 1) TO (2, 2)", ""},
        {"CREATE TABLE n PARTITION OF p2 FOR VALUES FROM (1) TO (2)", "42P16"},
        {"CREATE TABLE n PARTITION OF p2 FOR VALUES FROM (1, MINVALUE) TO (1, MAXVALUE)", ""},
        {"CREATE TABLE n PARTITION OF p2 FOR VALUES FROM (MINVALUE, 1) TO (1, 1)", "42804"},
        {"CREATE TABLE n PARTITION OF t FOR VALUES IN (1)", "42P17"},
        {"CREATE TABLE n PARTITION OF nix DEFAULT", "42P01"},
        {"CREATE TABLE n PARTITION OF pr (k DEFAULT 5) FOR VALUES FROM (20) TO (30)", ""},
        {"CREATE TABLE n PARTITION OF pr (nix DEFAULT 5) FOR VALUES FROM (20) TO (30)", "42703"},
        {"CREATE TABLE n PARTITION OF pr (k NOT NULL, CHECK (id > 0)) FOR VALUES FROM (20) TO (30) PARTITION "
         "BY LIST (id)",
         ""},
        {"ALTER TABLE pr ATTACH PARTITION cand FOR VALUES FROM (20) TO (30)", ""},
        {"ALTER TABLE pr ATTACH PARTITION cand FOR VALUES FROM (5) TO (30)", "42P17"},
        {"ALTER TABLE pr ATTACH PARTITION cand DEFAULT", "42P17"},
        {"ALTER TABLE pr ATTACH PARTITION candextra FOR VALUES FROM (20) TO (30)", "42804"},
        {"ALTER TABLE pr ATTACH PARTITION candless FOR VALUES FROM (20) TO (30)", "42804"},
        {"ALTER TABLE pr ATTACH PARTITION candtype FOR VALUES FROM (20) TO (30)", "42804"},
        {"ALTER TABLE pr ATTACH PARTITION pr1 FOR VALUES FROM (20) TO (30)", "42809"},
        {"ALTER TABLE pr ATTACH PARTITION pr FOR VALUES FROM (20) TO (30)", "42P07"},
        {"ALTER TABLE pr ATTACH PARTITION kid FOR VALUES FROM (20) TO (30)", "42809"},
        {"ALTER TABLE pr ATTACH PARTITION parent FOR VALUES FROM (20) TO (30)", "42809"},
        {"ALTER TABLE pr ATTACH PARTITION typed FOR VALUES FROM (20) TO (30)", "42809"},
        {"ALTER TABLE pr ATTACH PARTITION nix FOR VALUES FROM (20) TO (30)", "42P01"},
        {"ALTER TABLE t ATTACH PARTITION cand FOR VALUES FROM (20) TO (30)", "42P17"},
        {"ALTER TABLE pl ATTACH PARTITION candl FOR VALUES IN ('c')", ""},
        {"ALTER TABLE pl ATTACH PARTITION candl FOR VALUES IN ('a')", "42P17"},
        {"ALTER TABLE ph ATTACH PARTITION candh FOR VALUES WITH (MODULUS 4, REMAINDER 1)", ""},
        {"ALTER TABLE uq ATTACH PARTITION cand FOR VALUES IN (1)", ""},
        {"ALTER TABLE pkp ATTACH PARTITION candh FOR VALUES IN (1)", "42804"},
        {"ALTER TABLE pr DETACH PARTITION pr1", ""},
        {"ALTER TABLE pr DETACH PARTITION pr1 CONCURRENTLY", "55000"},
        {"ALTER TABLE pr DETACH PARTITION pr1 FINALIZE", "55000"},
        {"ALTER TABLE pr DETACH PARTITION cand", "42P01"},
        {"ALTER TABLE pr DETACH PARTITION nix", "42P01"},
        {"ALTER TABLE t DETACH PARTITION pr1", "42P17"},
        {"ALTER TABLE pl DETACH PARTITION pla CONCURRENTLY", ""},
        {"DROP TABLE pr", ""},
        {"DROP TABLE pr1", ""},
        {"ALTER TABLE pr SET SCHEMA app", ""},
        {"ALTER TABLE pr RENAME TO t", "42P07"},
        {"ALTER TABLE t RENAME TO parent", "42P07"},
        {"ALTER TABLE t SET SCHEMA nix", "3F000"},
        {"ALTER TABLE t SET SCHEMA public", ""},
        {"ALTER TABLE t SET (fillfactor = 5)", "22023"},
        {"ALTER TABLE t SET (fillfactor = 50, nix = 1)", "22023"},
        {"ALTER TABLE t SET (autovacuum_enabled = maybe)", "22023"},
        {"ALTER TABLE t SET (autovacuum_enabled = off)", ""},
        {"ALTER TABLE t SET (autovacuum_vacuum_scale_factor = 101)", "22023"},
        {"ALTER TABLE t SET (autovacuum_vacuum_scale_factor = 0.1)", ""},
        {"ALTER TABLE t SET (toast.autovacuum_enabled = off)", ""},
        {"ALTER TABLE t SET (toast.nix = off)", "22023"},
        {"ALTER TABLE t SET (nix.autovacuum_enabled = off)", "22023"},
        {"ALTER TABLE t RESET (nix)", ""},
        {"ALTER TABLE t SET (user_catalog_table = true)", ""},
        {"ALTER TABLE pr SET (fillfactor = 50)", "22023"},
        {"ALTER TABLE t SET ACCESS METHOD heap", ""},
        {"ALTER TABLE pr SET ACCESS METHOD heap", "42809"},
        {"ALTER TABLE t SET LOGGED, SET UNLOGGED", ""},
        {"ALTER TABLE t REPLICA IDENTITY FULL", ""},
        {"ALTER TABLE t REPLICA IDENTITY NOTHING", ""},
        {"ALTER TABLE t FORCE ROW LEVEL SECURITY", ""},
        {"CREATE TABLE n (id int) WITH (fillfactor = 50)", ""},
        {"CREATE TABLE n (id int) WITH (fillfactor = 5)", "22023"},
        {"CREATE TABLE n (id int) WITH (nix = 5)", "22023"},
        {"CREATE TABLE n (id int) WITH (oids = true)", "0A000"},
        {"CREATE TABLE n (id int) PARTITION BY LIST (id) WITH (fillfactor = 50)", "22023"},
        {"CREATE TABLE n (id int) ON COMMIT DROP", "42P16"},
        {"CREATE TEMP TABLE n (id int) ON COMMIT DROP", ""},
        {"CREATE TEMP TABLE public.n (id int)", "42P16"},
        {"CREATE TABLE nix.n (id int)", "3F000"},
        {"CREATE TABLE IF NOT EXISTS t (id int, id int)", ""},
        {"CREATE TABLE n AS SELECT 1 AS a, 2 AS a", "42701"},
        {"CREATE TABLE n (x) AS SELECT 1, 2", ""},
        {"CREATE TABLE n (x, y, z) AS SELECT 1, 2", "42601"},
        {"CREATE TABLE IF NOT EXISTS t AS SELECT 1", ""},
        {"SELECT id INTO t FROM parent", "42P07"},
        {"SELECT id INTO n FROM parent", ""},
    });
    check_tried(setup, cases);
  }
}
