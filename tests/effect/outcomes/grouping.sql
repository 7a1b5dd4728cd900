CREATE TABLE t (id int PRIMARY KEY, a text, b int, c int);
CREATE TABLE k (a int, b int, UNIQUE (a));
-- Statements
CREATE VIEW v AS SELECT a, count(*) FROM t GROUP BY a;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT a, b FROM t GROUP BY a;
-- 42803: b is neither in GROUP BY nor in an aggregate
CREATE VIEW v AS SELECT a, count(*) FROM t;
-- 42803: a is neither in GROUP BY nor in an aggregate
CREATE VIEW v AS SELECT count(*) FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT a, b FROM t GROUP BY id;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT b FROM k GROUP BY a;
-- 42803: b is neither in GROUP BY nor in an aggregate
CREATE VIEW v AS SELECT a FROM t GROUP BY 1;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT a FROM t GROUP BY 2;
-- 42P10: GROUP BY 2 is no place in the select list
CREATE VIEW v AS SELECT a FROM t GROUP BY 0;
-- 42P10: GROUP BY 0 is no place in the select list
CREATE VIEW v AS SELECT lower(a) AS l FROM t GROUP BY lower(a);
-- locks t AccessShareLock
CREATE VIEW v AS SELECT lower(a) AS l FROM t GROUP BY upper(a);
-- 42803: a is neither in GROUP BY nor in an aggregate
CREATE VIEW v AS SELECT lower(a) AS l FROM t GROUP BY l;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT b + 1 AS n FROM t GROUP BY b;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT b + c AS n FROM t GROUP BY b;
-- 42803: c is neither in GROUP BY nor in an aggregate
CREATE VIEW v AS SELECT sum(b) FROM t GROUP BY a HAVING count(*) > 1;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT sum(b) FROM t GROUP BY a HAVING c > 1;
-- 42803: c is neither in GROUP BY nor in an aggregate
CREATE VIEW v AS SELECT sum(b) FROM t HAVING a = 'x';
-- 42803: a is neither in GROUP BY nor in an aggregate
CREATE VIEW v AS SELECT 1 AS one FROM t HAVING true;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT a FROM t HAVING true;
-- 42803: a is neither in GROUP BY nor in an aggregate
CREATE VIEW v AS SELECT sum(b) FROM t WHERE sum(b) > 1;
-- 42803: the aggregate sum() stands where none is allowed
-- of what nobody made 42803, uncertain 42803
CREATE VIEW v AS SELECT sum(sum(b)) FROM t;
-- 42803: the aggregate sum() is given an aggregate
CREATE VIEW v AS SELECT sum(count(*)) OVER () AS n FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT a FROM t GROUP BY a ORDER BY sum(b);
-- locks t AccessShareLock
CREATE VIEW v AS SELECT a FROM t GROUP BY a ORDER BY b;
-- 42803: b is neither in GROUP BY nor in an aggregate
CREATE VIEW v AS SELECT a, row_number() OVER (ORDER BY b) AS r FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT a, row_number() AS r FROM t;
-- 42809: the window function row_number() needs OVER
-- of what nobody made 42809, uncertain 42809
CREATE VIEW v AS SELECT a FROM t WHERE row_number() OVER () > 1;
-- 42P20: a window function stands where none is allowed
-- of what nobody made 42P20, uncertain 42P20
CREATE VIEW v AS SELECT a, rank() OVER w AS r FROM t WINDOW w AS (ORDER BY b);
-- locks t AccessShareLock
CREATE VIEW v AS SELECT count(*) FILTER (WHERE b > 1) AS n FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY b) AS n FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT a FROM t GROUP BY ROLLUP (a);
-- locks t AccessShareLock
CREATE VIEW v AS SELECT b FROM t GROUP BY ROLLUP (a);
-- 42803: b is neither in GROUP BY nor in an aggregate
CREATE VIEW v AS SELECT a, (SELECT max(k.a) FROM k) AS m FROM t;
-- locks k AccessShareLock, t AccessShareLock
CREATE VIEW v AS SELECT a, (SELECT max(t.b) FROM k) AS m FROM t GROUP BY a;
-- locks k AccessShareLock, t AccessShareLock
CREATE VIEW v AS SELECT generate_series(1, b) AS g FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT a FROM t WHERE generate_series(1, b) > 1;
-- 0A000: generate_series() gives rows, and stands where a single value does
CREATE VIEW v AS SELECT a FROM t LIMIT 1 OFFSET 2;
-- locks t AccessShareLock
INSERT INTO t (id, a) SELECT max(id) + 1, a FROM t;
-- 42803: a is neither in GROUP BY nor in an aggregate
UPDATE t SET b = count(*);
-- 42803: the aggregate count() stands where none is allowed
-- of what nobody made 42803, uncertain 42803
DELETE FROM t WHERE count(*) > 1;
-- 42803: the aggregate count() stands where none is allowed
-- of what nobody made 42803, uncertain 42803
CREATE INDEX ON t (sum(b));
-- 42803: the aggregate sum() stands where none is allowed
-- uncertain 42803
ALTER TABLE t ADD CHECK (sum(b) > 1);
-- 42803: the aggregate sum() stands where none is allowed
-- uncertain 42803
ALTER TABLE t ADD CHECK ((SELECT true));
-- 0A000: a CHECK can't contain a subquery
-- of what nobody made 0A000, uncertain 0A000
ALTER TABLE t ALTER b SET DEFAULT a;
-- 0A000: a DEFAULT can't name a column
-- uncertain 0A000
ALTER TABLE t ALTER b SET DEFAULT sum(1);
-- 42803: DEFAULT: the aggregate sum() stands where none is allowed
-- uncertain 42803
ALTER TABLE t ALTER b SET DEFAULT (SELECT 1);
-- 0A000: a DEFAULT can't contain a subquery
-- uncertain 0A000
ALTER TABLE t ALTER b SET DEFAULT generate_series(1, 2);
-- 0A000: DEFAULT: generate_series() gives rows, and stands where a single value does
-- uncertain 0A000
ALTER TABLE t ADD d int GENERATED ALWAYS AS (sum(b)) STORED;
-- 42803: GENERATED ALWAYS AS: the aggregate sum() stands where none is allowed
-- uncertain 42803
ALTER TABLE t ADD d int GENERATED ALWAYS AS ((SELECT 1)) STORED;
-- 0A000: GENERATED ALWAYS AS: a generated column can't contain a subquery
-- uncertain 0A000
ALTER TABLE t ADD d float GENERATED ALWAYS AS (random()) STORED;
-- 42P17: the expression of generated column d is not immutable
-- of what nobody made 42P17, uncertain 42P17
ALTER TABLE t ADD d int GENERATED ALWAYS AS (b + 1) STORED;
-- locks t AccessExclusiveLock; rewrites t; scans t; rebuilds t_pkey
