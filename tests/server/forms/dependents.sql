CREATE TABLE shops (id integer PRIMARY KEY, icon text, status text, rank integer);
CREATE TABLE items (id integer, icon text, rank integer, status text, name text);
CREATE TABLE orders (id integer PRIMARY KEY, item text) PARTITION BY LIST (id);
CREATE TABLE orders_1 PARTITION OF orders FOR VALUES IN (1);
CREATE VIEW in_target AS SELECT id, (SELECT rank FROM items WHERE items.id = shops.id) AS item_rank
FROM shops;
CREATE VIEW in_where AS SELECT id, status FROM shops WHERE id IN (SELECT id FROM items);
CREATE VIEW by_star AS WITH shops AS (SELECT id, name FROM items) SELECT shops.*, 1 AS one FROM shops;
CREATE VIEW joined AS SELECT * FROM shops JOIN (SELECT id, name FROM items) s USING (id);
CREATE POLICY seen ON shops
  USING (EXISTS (SELECT 1 FROM items WHERE items.icon = 'x' AND items.id = shops.id));
CREATE FUNCTION folded(text) RETURNS text LANGUAGE sql AS 'SELECT lower($1)';
CREATE FUNCTION guarded(text) RETURNS text LANGUAGE sql SECURITY DEFINER AS 'SELECT lower($1)';
CREATE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER noted AFTER INSERT ON orders FOR EACH ROW EXECUTE FUNCTION noted();
INSERT INTO shops SELECT i, 'i', 's', i FROM generate_series(1, 20) i;
INSERT INTO items SELECT i, 'i', i, 's', 'n' || i FROM generate_series(1, 20) i;
INSERT INTO orders VALUES (1, 'a');

-- form: drop a column of a sub-select's table that has a namesake
ALTER TABLE items DROP COLUMN status;
-- form: drop a column that a sub-select reads
ALTER TABLE items DROP COLUMN rank;
-- form: drop a column whose namesake a policy's sub-select reads
-- given: DROP VIEW joined;
ALTER TABLE shops DROP COLUMN icon;
-- form: replace a view over the star of a WITH query
CREATE OR REPLACE VIEW by_star AS SELECT id, name, 1 AS one FROM items;
-- form: replace a view over the star of a WITH query by one of another order
CREATE OR REPLACE VIEW by_star AS SELECT name, id, 1 AS one FROM items;
-- form: replace a view over a join that shares a column
CREATE OR REPLACE VIEW joined AS SELECT shops.id, shops.icon, shops.status, shops.rank, items.name
FROM shops JOIN items ON items.id = shops.id;
-- form: an index over an SQL function that is inlined
CREATE INDEX items_name_idx ON items (folded(name));
-- form: an index over an SQL function that is not inlined
CREATE INDEX items_name_idx ON items (guarded(name));
-- form: disable a partition's clone of a trigger
ALTER TABLE orders_1 DISABLE TRIGGER noted;
-- form: drop a partition's clone of a trigger
DROP TRIGGER noted ON orders_1;
-- form: drop the table that a policy of another reads
-- given: DROP VIEW in_target; DROP VIEW in_where; DROP VIEW by_star; DROP VIEW joined;
DROP TABLE items;
-- form: a cast behind a pattern
-- given: DROP VIEW by_star; DROP VIEW joined;
ALTER TABLE items ALTER COLUMN name TYPE integer USING CASE WHEN name ~ '^[0-9]{1,9}$' THEN name::integer END;
