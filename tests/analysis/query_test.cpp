// What PostgreSQL refuses in a query, and what it does not.

#include <doctest/doctest.h>

#include "support/effect_of_sql.hpp"

using namespace miglint;
using namespace miglint::test;

static const std::string tables = R"(
  CREATE TYPE mood AS ENUM ('ok', 'bad');
  CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');
  CREATE TYPE place AS (street text, zip text);
  CREATE TABLE shop (id int PRIMARY KEY, title text NOT NULL, opened date, tags text[], meta jsonb,
                     owner uuid, rating numeric(3,1), active bool, created timestamptz, mail email,
                     feel mood, home place);
  CREATE TABLE item (id bigint, shop_id int, name varchar(20), price numeric(8,2), kind text);
  CREATE VIEW cheap AS SELECT id, name FROM item WHERE price < 5;
)";

static std::string refused(const std::string& query) { return always(effect_of_sql(tables, query)); }

static void check_accepted(const std::vector<std::string>& queries) {
  for (const std::string& query : queries) {
    CAPTURE(query);
    CHECK(refused(query).empty());
  }
}

static void check_refused(const std::string& sqlstate, const std::vector<std::string>& queries) {
  for (const std::string& query : queries) {
    CAPTURE(query);
    CHECK(refused(query) == sqlstate);
  }
}

TEST_SUITE("analysis: names in queries") {
  TEST_CASE("a column is its own table's, or a level's further out") {
    check_refused(
        "42703",
        {"SELECT nope FROM shop", "SELECT s.nope FROM shop s", "SELECT title FROM shop WHERE nope = 1",
         "SELECT (SELECT count(*) FROM item WHERE shop_id = shop.nope) FROM shop",
         "SELECT title AS t FROM shop WHERE t = 'x'", "SELECT x.c FROM (VALUES (1, 'a')) AS x(a, b)",
         "WITH t AS (SELECT id FROM shop) SELECT title FROM t",
         "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT m + 1 FROM r) SELECT n FROM r",
         "SELECT g.day FROM generate_series(1, 2) g", "SELECT valeu FROM shop, jsonb_each(meta)",
         "SELECT a, c FROM jsonb_to_recordset('[]') AS x(a int, b text)",
         "SELECT * FROM shop JOIN item USING (nope)", "SELECT ctid FROM cheap",
         "SELECT (home).city FROM shop"});
    check_accepted({"SELECT title, (SELECT count(*) FROM item WHERE shop_id = shop.id) FROM shop",
                    "SELECT title AS t FROM shop ORDER BY t",
                    "SELECT * FROM shop, LATERAL (SELECT price FROM item WHERE shop_id = shop.id) x",
                    "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT n FROM r",
                    "SELECT key, value FROM shop, jsonb_each(meta)",
                    "SELECT e->>'a' FROM shop, jsonb_array_elements(meta) e",
                    "SELECT h.ord FROM unnest(ARRAY['a']) WITH ORDINALITY AS h(x, ord)",
                    "SELECT ctid, tableoid::regclass FROM item", "SELECT item FROM item",
                    "SELECT (home).zip, (s).id, s.home FROM shop s", "SELECT t.count FROM item t"});
  }

  TEST_CASE("a qualifier is a FROM item's, by its alias where it has one") {
    check_refused("42P01", {"SELECT item.name FROM item i", "SELECT item.* FROM item i",
                            "SELECT * FROM shop, (SELECT price FROM item WHERE shop_id = shop.id) x",
                            "SELECT title FROM shop WHERE x.id = 3"});
    check_accepted({"SELECT i.* FROM item i", "SELECT s.title FROM item i JOIN shop s ON s.id = i.shop_id"});
  }

  TEST_CASE("a name that two have is ambiguous, unless a join made one of them") {
    check_refused("42702", {"SELECT id FROM shop JOIN item ON item.shop_id = shop.id",
                            "SELECT title FROM shop, item WHERE id = 3"});
    check_accepted({"SELECT id FROM shop JOIN item USING (id)"});
    check_refused("42712", {"SELECT 1 FROM item i, item i", "SELECT 1 FROM item, item"});
    check_accepted({"SELECT 1 FROM item i, item j"});
  }

  TEST_CASE("widths") {
    check_refused("42601", {"SELECT id, title FROM shop UNION SELECT id FROM item",
                            "SELECT 1 + (SELECT id, title FROM shop)", "VALUES (1, 'a'), (2)",
                            "CREATE VIEW v (a, b, c) AS SELECT id, title FROM shop"});
    check_refused("42P10",
                  {"SELECT * FROM (VALUES (1)) AS v(a, b)", "WITH t(a, b) AS (SELECT 1) SELECT a FROM t",
                   "SELECT title FROM shop ORDER BY 2", "SELECT title FROM shop GROUP BY 2"});
    check_accepted({"SELECT (1, 2) = (SELECT id, id FROM shop)",
                    "SELECT (id, title) IN (SELECT id, title FROM shop) FROM shop",
                    "SELECT 1 WHERE EXISTS (SELECT id, title FROM shop)"});
  }

  TEST_CASE("where not all is known, nothing is refused") {
    const std::string more = tables + "CREATE EXTENSION somebodys;";
    const auto with_extension = [&](const std::string& query) { return always(effect_of_sql(more, query)); };
    CHECK(with_extension("SELECT nosuch(id) FROM shop").empty());
    CHECK(with_extension("SELECT title = 1 FROM shop").empty());
    CHECK(always(effect_of_sql(tables + "DO $$ BEGIN EXECUTE 'x' || now(); END $$;", "SELECT nope FROM shop"))
              .empty());
    check_accepted({"SELECT x.nope FROM pg_class x, shop", "SELECT nope FROM shop, pg_class",
                    "SELECT nope FROM shop, json_to_record('{}') r",
                    "DO $$ DECLARE nope int; BEGIN CREATE TABLE made AS SELECT nope FROM shop; END $$"});
  }
}

TEST_SUITE("analysis: grouping") {
  TEST_CASE("what is shown is grouped by, follows from a key, or is inside an aggregate") {
    check_refused("42803",
                  {"SELECT title, count(*) FROM shop",
                   "SELECT s.title, s.opened, count(*) FROM shop s GROUP BY s.title",
                   "SELECT upper(title), opened FROM shop GROUP BY 1", "SELECT kind FROM item GROUP BY name",
                   "SELECT kind FROM item GROUP BY kind HAVING price > 3",
                   "SELECT kind FROM item GROUP BY kind ORDER BY price"});
    check_accepted({"SELECT s.title, s.opened, count(*) FROM shop s GROUP BY s.id",
                    "SELECT s.title, count(i.id) FROM shop s JOIN item i ON i.shop_id = s.id GROUP BY s.id",
                    "SELECT upper(title) FROM shop GROUP BY upper(title)",
                    "SELECT title AS t, count(*) FROM shop GROUP BY t HAVING count(*) > 1",
                    "SELECT kind, sum(price) FROM item GROUP BY 1 ORDER BY sum(price)",
                    "SELECT max(price) - min(price), count(*) FILTER (WHERE price > 0) FROM item",
                    "SELECT kind, row_number() OVER (PARTITION BY kind ORDER BY price) FROM item",
                    "SELECT kind, sum(count(*)) OVER () FROM item GROUP BY kind",
                    "SELECT title, (SELECT max(i.price) FROM item i WHERE i.shop_id = shop.id) FROM shop",
                    "SELECT kind, price FROM item GROUP BY ROLLUP (kind, price)"});
  }

  TEST_CASE("where an aggregate or a window function may stand") {
    check_refused("42803", {"SELECT max(price) FROM item WHERE max(price) > 3",
                            "SELECT sum(count(*)) FROM item", "UPDATE item SET price = max(price)"});
    check_refused("42P20", {"SELECT id FROM item WHERE row_number() OVER () = 1"});
    check_refused("42809", {"SELECT row_number() FROM item"});
    check_refused("0A000", {"SELECT id FROM item WHERE generate_series(1, 2) = 1"});
  }

  TEST_CASE("DISTINCT is sorted by what it shows") {
    check_refused("42P10", {"SELECT DISTINCT kind FROM item ORDER BY price"});
    check_accepted({"SELECT DISTINCT kind, price FROM item ORDER BY price",
                    "SELECT DISTINCT lower(kind) FROM item ORDER BY lower(kind)",
                    "SELECT DISTINCT kind AS k FROM item ORDER BY k"});
  }
}

TEST_SUITE("analysis: types in queries") {
  TEST_CASE("operators are chosen by their operands") {
    check_refused("42883", {"SELECT title + 1 FROM shop", "SELECT title = 1 FROM shop",
                            "SELECT active = 1 FROM shop", "SELECT owner = title FROM shop",
                            "SELECT meta->>'n' > 3 FROM shop", "SELECT title->>'a' FROM shop",
                            "SELECT 1 = ANY(tags) FROM shop", "SELECT title IN (1) FROM shop",
                            "SELECT id IN (SELECT kind FROM item) FROM item", "SELECT id LIKE '1%' FROM shop",
                            "SELECT title BETWEEN 1 AND 2 FROM shop", "SELECT created + 1 FROM shop",
                            "SELECT feel = title FROM shop", "SELECT name == 'y' FROM item",
                            "SELECT a.title FROM shop a JOIN item b ON a.title = b.id"});
    check_accepted({"SELECT id + 1, id || 'x', id / 2.0, -id, 2 ^ id, id::text || title FROM shop",
                    "SELECT title = '1', id = '1', id IN ('1', '2'), id = ANY('{1,2}') FROM shop",
                    "SELECT opened + 1, opened - opened, opened + interval '1 day' FROM shop",
                    "SELECT created > opened, active = 'yes', owner::text = title FROM shop",
                    "SELECT tags @> ARRAY['a'], 'a' = ANY(tags), tags || title, tags = '{a,b}' FROM shop",
                    "SELECT meta @> '{\"a\":1}', meta ? 'x', meta || '{\"a\":1}', meta - 'a' FROM shop",
                    "SELECT feel = 'ok', feel > 'ok', feel IN ('ok', 'bad'), feel::text = 'zz' FROM shop",
                    "SELECT mail || 'x', lower(mail), mail = 'a@b', mail LIKE 'a%' FROM shop",
                    "SELECT title IS DISTINCT FROM NULL, ROW(1, 2) < ROW(2, 3) FROM shop"});
    check_refused("42809", {"SELECT 'a' = ANY(title) FROM shop"});
  }

  TEST_CASE("functions are chosen by their arguments") {
    check_refused("42883",
                  {"SELECT nosuch(id) FROM shop", "SELECT public.nosuch(id) FROM shop",
                   "SELECT lower(id) FROM shop", "SELECT min(owner) FROM shop", "SELECT sum(title) FROM shop",
                   "SELECT date_trunc('day', title) FROM shop", "SELECT md5(id) FROM shop"});
    check_accepted({"SELECT lower(title), length(title), round(rating, 1), abs(id) FROM shop",
                    "SELECT max(title), min(created), sum(rating), bool_or(active) FROM shop",
                    "SELECT concat(title, id), format('%s', id), coalesce(title, 'x') FROM shop",
                    "SELECT date_trunc('day', created), extract(year FROM opened), age(created) FROM shop",
                    "SELECT to_json(shop), row_to_json(shop), pg_typeof(id) FROM shop",
                    "SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY price) FROM item",
                    "SELECT string_agg(kind, ',' ORDER BY price), array_agg(DISTINCT kind) FROM item",
                    "SELECT uuid_generate_v4(), date(created), text(id) FROM shop"});
  }

  TEST_CASE("casts, and what meets in CASE, COALESCE, ARRAY and UNION") {
    check_refused("42846", {"SELECT now()::int", "SELECT id::uuid FROM shop", "SELECT id::mood FROM shop"});
    check_refused("42804",
                  {"SELECT coalesce(title, 1) FROM shop", "SELECT CASE WHEN id THEN 'a' END FROM shop",
                   "SELECT CASE WHEN true THEN 1 ELSE now() END", "SELECT ARRAY[id, title] FROM shop",
                   "SELECT id FROM shop UNION SELECT title FROM shop", "SELECT title FROM shop WHERE id",
                   "SELECT id COLLATE \"C\" FROM shop"});
    check_refused("22P02", {"SELECT coalesce(id, 'x') FROM shop", "SELECT 1 UNION SELECT 'x'",
                            "SELECT id = 'x' FROM shop", "SELECT owner = 'abc' FROM shop",
                            "SELECT feel = 'zz' FROM shop", "SELECT 'abc'::int", "SELECT ARRAY[1, 'x']"});
    check_refused("42P18", {"SELECT ARRAY[]"});
    check_refused("42P01", {"SELECT nextval('nosuch')", "SELECT 'nosuch'::regclass"});
    check_accepted(
        {"SELECT true::int, 1.5::int, title::int, created::date, owner::text FROM shop",
         "SELECT NULL UNION SELECT 1", "SELECT 'a' UNION ALL SELECT title FROM shop",
         "SELECT ARRAY[]::text[], ARRAY[1, 2.5], ARRAY[[1, 2], [3, 4]], ARRAY(SELECT id FROM shop)",
         "SELECT coalesce(price, shop_id), greatest(price, 1), nullif(shop_id, 0) FROM item",
         "SELECT CASE shop_id WHEN 1 THEN 2.5 ELSE 3 END FROM item"});
  }
}

TEST_SUITE("analysis: changes of rows") {
  TEST_CASE("names and types in SET, WHERE, RETURNING and ON CONFLICT") {
    check_refused("42703",
                  {"UPDATE shop SET title = nope", "UPDATE shop SET title = \"x\"",
                   "UPDATE shop SET title = 'x' RETURNING nope", "DELETE FROM shop WHERE nope = 1",
                   "DELETE FROM shop USING item WHERE item.nope = shop.id",
                   "INSERT INTO item (id) SELECT nope FROM shop",
                   "INSERT INTO shop (id, title) VALUES (1, 'b') ON CONFLICT (id) DO UPDATE SET title = "
                   "excluded.nope",
                   "INSERT INTO shop (id, title) VALUES (1, 'b') ON CONFLICT (id) DO UPDATE SET nope = 1"});
    check_refused("42P01", {"UPDATE shop s SET title = shop.title", "DELETE FROM shop s WHERE shop.id = 3"});
    check_refused("42804", {"UPDATE item SET shop_id = name", "UPDATE shop SET meta = tags",
                            "INSERT INTO item (id, shop_id) SELECT id, title FROM shop",
                            "INSERT INTO item (id, shop_id) VALUES (1, now())"});
    check_refused("42601", {"INSERT INTO item (id) SELECT id, title FROM shop",
                            "INSERT INTO item (id, kind) SELECT id FROM shop"});
    check_accepted({"UPDATE item SET name = id",
                    "UPDATE item SET name = kind FROM shop WHERE shop.id = shop_id",
                    "UPDATE shop SET tags[1] = 'x', meta['a'] = '1'",
                    "UPDATE item SET (name, price) = (SELECT title, rating FROM shop LIMIT 1)",
                    "UPDATE shop a SET title = b.title FROM shop b WHERE a.id = b.id - 1",
                    "DELETE FROM item WHERE shop_id NOT IN (SELECT id FROM shop)",
                    "INSERT INTO item (id, name) VALUES (1, 2)",
                    "WITH gone AS (DELETE FROM item RETURNING *) INSERT INTO item SELECT * FROM gone",
                    "INSERT INTO shop (id, title) VALUES (1, 'b') ON CONFLICT (id) DO UPDATE SET title = "
                    "excluded.title WHERE shop.title IS DISTINCT FROM excluded.title"});
  }

  TEST_CASE("MERGE sees its target where there is one") {
    const std::string merge = "MERGE INTO shop USING item ON item.shop_id = shop.id ";
    check_refused("42703", {merge + "WHEN MATCHED THEN UPDATE SET title = item.nope",
                            merge + "WHEN MATCHED THEN UPDATE SET nope = 'x'"});
    check_refused("42P01", {merge + "WHEN NOT MATCHED THEN INSERT (id, title) VALUES (shop.id, item.kind)"});
    check_accepted({merge + "WHEN MATCHED AND shop.active THEN DELETE",
                    merge + "WHEN NOT MATCHED THEN INSERT (id, title) VALUES (item.shop_id, item.kind)"});
  }
}
