CREATE TABLE r (id int, at date) PARTITION BY RANGE (at);
CREATE TABLE r1 PARTITION OF r FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE r2 PARTITION OF r FOR VALUES FROM ('2021-01-01') TO ('2022-01-01') PARTITION BY LIST (id);
CREATE TABLE r21 PARTITION OF r2 FOR VALUES IN (1, 2);
CREATE TABLE l (k text, n int) PARTITION BY LIST (k);
CREATE TABLE la PARTITION OF l FOR VALUES IN ('a');
CREATE TABLE ln PARTITION OF l FOR VALUES IN (NULL, 'n');
CREATE TABLE d (k int) PARTITION BY LIST (k);
CREATE TABLE d1 PARTITION OF d FOR VALUES IN (1);
CREATE TABLE dd PARTITION OF d DEFAULT;
CREATE TABLE h (k int) PARTITION BY HASH (k);
CREATE TABLE h0 PARTITION OF h FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE e (k int) PARTITION BY LIST (k);
CREATE TABLE x (a int, b int) PARTITION BY RANGE ((a + b));
CREATE TABLE x1 PARTITION OF x FOR VALUES FROM (0) TO (10);
CREATE TABLE two (a int, b int) PARTITION BY RANGE (a, b);
CREATE TABLE two1 PARTITION OF two FOR VALUES FROM (1, MINVALUE) TO (3, 5);
-- Statements
INSERT INTO r VALUES (1, '2020-05-05');
-- locks r RowExclusiveLock
INSERT INTO r VALUES (1, '2019-05-05');
-- 23514: no partition of public.r takes the row
INSERT INTO r VALUES (1, '2021-01-01');
-- locks r RowExclusiveLock
INSERT INTO r VALUES (3, '2021-01-01');
-- 23514: no partition of public.r takes the row
INSERT INTO r VALUES (1, '2022-01-01');
-- 23514: no partition of public.r takes the row
INSERT INTO r VALUES (1, NULL);
-- 23514: no partition of public.r takes the row
INSERT INTO r VALUES (1);
-- 23514: no partition of public.r takes the row
INSERT INTO r1 VALUES (1, '2021-05-05');
-- 23514: the row is none of partition public.r1
INSERT INTO r1 VALUES (1, '2020-05-05');
-- locks r1 RowExclusiveLock
INSERT INTO r2 VALUES (1, '2020-05-05');
-- 23514: the row is none of partition public.r2
INSERT INTO r2 VALUES (1, '2021-05-05');
-- locks r2 RowExclusiveLock
INSERT INTO r21 VALUES (3, '2021-05-05');
-- 23514: the row is none of partition public.r21
INSERT INTO r21 VALUES (1, '2021-05-05');
-- locks r21 RowExclusiveLock
INSERT INTO l VALUES ('a', 1);
-- locks l RowExclusiveLock
INSERT INTO l VALUES ('b', 1);
-- 23514: no partition of public.l takes the row
INSERT INTO l VALUES (NULL, 1);
-- locks l RowExclusiveLock
INSERT INTO l(n) VALUES (1);
-- locks l RowExclusiveLock
INSERT INTO la VALUES ('b', 1);
-- 23514: the row is none of partition public.la
INSERT INTO la VALUES ('a', 1);
-- locks la RowExclusiveLock
INSERT INTO ln VALUES ('a', 1);
-- 23514: the row is none of partition public.ln
INSERT INTO ln VALUES (NULL, 1);
-- locks ln RowExclusiveLock
INSERT INTO d VALUES (1);
-- locks d RowExclusiveLock
INSERT INTO d VALUES (2);
-- locks d RowExclusiveLock
INSERT INTO dd VALUES (1);
-- 23514: the row is none of partition public.dd
INSERT INTO dd VALUES (2);
-- locks dd RowExclusiveLock
INSERT INTO d1 VALUES (2);
-- 23514: the row is none of partition public.d1
INSERT INTO e VALUES (1);
-- 23514: no partition of public.e takes the row
INSERT INTO e VALUES (NULL);
-- 23514: no partition of public.e takes the row
INSERT INTO x VALUES (1, 2);
-- rows may fail: 23514 x(a,b); locks x RowExclusiveLock
INSERT INTO two VALUES (1, 1);
-- locks two RowExclusiveLock
INSERT INTO two VALUES (3, 4);
-- locks two RowExclusiveLock
INSERT INTO two VALUES (3, 5);
-- 23514: no partition of public.two takes the row
INSERT INTO two VALUES (0, 5);
-- 23514: no partition of public.two takes the row
INSERT INTO two VALUES (2, NULL);
-- 23514: no partition of public.two takes the row
UPDATE la SET k = 'b';
-- locks la RowExclusiveLock; scans la
UPDATE la SET k = 'a';
-- locks la RowExclusiveLock; scans la
UPDATE l SET k = 'a';
-- locks l RowExclusiveLock, la RowExclusiveLock, ln RowExclusiveLock; scans la, ln
