CREATE DOMAIN positive AS int CHECK (VALUE > 0);
CREATE DOMAIN small AS positive CHECK (VALUE < 10);
CREATE DOMAIN needed AS text NOT NULL;
CREATE DOMAIN filled AS int DEFAULT 5 CHECK (VALUE > 3);
CREATE DOMAIN list AS int[] CHECK (cardinality(VALUE) > 0);
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE t (i int, s smallint, b bigint, n numeric(4,1), v varchar(3), c char(2), x text, f boolean, d
  date,
  ts timestamptz, u uuid, j jsonb, a int[], m mood, bt bit(3), vb varbit(3), o bytea, r real, iv interval,
  ip inet);
CREATE TABLE dom (p positive, q small, r needed DEFAULT '', l list);
CREATE TABLE req (id int, r needed);
CREATE TABLE dflt (id int, f filled, g filled DEFAULT 2);
CREATE TABLE dflt2 (id int, f filled NOT NULL);
CREATE TABLE plain (id int NOT NULL, x int NOT NULL DEFAULT NULL);
-- Statements
INSERT INTO t(i) VALUES (2147483647);
-- locks t RowExclusiveLock
INSERT INTO t(i) VALUES (2147483648);
-- 22003: '2147483648' is out of range for integer (public.t.i)
-- uncertain 22003
INSERT INTO t(i) VALUES (-2147483649);
-- 22003: "-2147483649" is out of range for integer (public.t.i)
-- uncertain 22003
INSERT INTO t(i) VALUES (2147483647.4);
-- locks t RowExclusiveLock
INSERT INTO t(i) VALUES (.5);
-- locks t RowExclusiveLock
INSERT INTO t(i) VALUES (-.5);
-- locks t RowExclusiveLock
INSERT INTO t(i) VALUES ('x');
-- 22P02: 'x' can't be read as integer (public.t.i)
-- uncertain 22P02
INSERT INTO t(i) VALUES ('2147483648');
-- 22003: '2147483648' is out of range for integer (public.t.i)
-- uncertain 22003
INSERT INTO t(i) VALUES (true);
-- 42804: column i is integer, and its value boolean
-- uncertain 42804
INSERT INTO t(i) VALUES ('1'::text);
-- 42804: column i is integer, and its value text
-- uncertain 42804
INSERT INTO t(i) VALUES (1::bigint);
-- locks t RowExclusiveLock
INSERT INTO t(i) VALUES (3000000000::bigint);
-- 22003: '3000000000' is out of range for integer (public.t.i)
-- uncertain 22003
INSERT INTO t(s) VALUES (32768);
-- 22003: '32768' is out of range for smallint (public.t.s)
-- uncertain 22003
INSERT INTO t(s) VALUES (32767);
-- locks t RowExclusiveLock
INSERT INTO t(s) VALUES (40000::int);
-- 22003: '40000' is out of range for smallint (public.t.s)
-- uncertain 22003
INSERT INTO t(b) VALUES (9223372036854775808);
-- 22003: '9223372036854775808' is out of range for bigint (public.t.b)
-- uncertain 22003
INSERT INTO t(b) VALUES (9223372036854775807);
-- locks t RowExclusiveLock
INSERT INTO t(n) VALUES (999.9);
-- locks t RowExclusiveLock
INSERT INTO t(n) VALUES (1000);
-- 22003: '1000' is out of range for numeric(4,1) (public.t.n)
-- uncertain 22003
INSERT INTO t(n) VALUES (999.96);
-- 22003: '999.96' is out of range for numeric(4,1) (public.t.n)
-- uncertain 22003
INSERT INTO t(n) VALUES ('NaN');
-- locks t RowExclusiveLock
INSERT INTO t(n) VALUES ('12345');
-- 22003: '12345' is out of range for numeric(4,1) (public.t.n)
-- uncertain 22003
INSERT INTO t(v) VALUES ('abc');
-- locks t RowExclusiveLock
INSERT INTO t(v) VALUES ('abcd');
-- 22001: 'abcd' is too long for character varying(3) (public.t.v)
-- uncertain 22001
INSERT INTO t(v) VALUES ('abc  ');
-- locks t RowExclusiveLock
INSERT INTO t(v) VALUES ('abcd'::text);
-- 22001: 'abcd' is too long for character varying(3) (public.t.v)
-- uncertain 22001
INSERT INTO t(v) VALUES ('abcd'::varchar(3));
-- locks t RowExclusiveLock
INSERT INTO t(v) VALUES (1234);
-- 22001: '1234' is too long for character varying(3) (public.t.v)
-- uncertain 22001
INSERT INTO t(v) VALUES (123);
-- locks t RowExclusiveLock
INSERT INTO t(v) VALUES (.12);
-- 22001: '0.12' is too long for character varying(3) (public.t.v)
-- uncertain 22001
INSERT INTO t(v) VALUES (true);
-- 22001: 'true' is too long for character varying(3) (public.t.v)
-- uncertain 22001
INSERT INTO t(c) VALUES ('abc');
-- 22001: 'abc' is too long for character(2) (public.t.c)
-- uncertain 22001
INSERT INTO t(c) VALUES ('ab ');
-- locks t RowExclusiveLock
INSERT INTO t(c) VALUES (true);
-- 22001: 'true' is too long for character(2) (public.t.c)
-- uncertain 22001
INSERT INTO t(x) VALUES (1);
-- locks t RowExclusiveLock
INSERT INTO t(f) VALUES (1);
-- 42804: column f is boolean, and its value integer
-- uncertain 42804
INSERT INTO t(f) VALUES ('maybe');
-- 22P02: 'maybe' can't be read as boolean (public.t.f)
-- uncertain 22P02
INSERT INTO t(f) VALUES ('yes');
-- locks t RowExclusiveLock
INSERT INTO t(d) VALUES ('2021-02-30');
-- 22008: "2021-02-30" is out of range for date (public.t.d)
-- uncertain 22008
INSERT INTO t(d) VALUES ('2021-02-28');
-- locks t RowExclusiveLock
INSERT INTO t(d) VALUES (20210101);
-- 42804: column d is date, and its value integer
-- uncertain 42804
INSERT INTO t(ts) VALUES ('nonsense');
-- 22007: 'nonsense' can't be read as timestamp with time zone (public.t.ts)
-- uncertain 22007
INSERT INTO t(ts) VALUES ('2021-01-01 25:00');
-- 22008: "2021-01-01 25:00" is out of range for timestamp with time zone (public.t.ts)
-- uncertain 22008
INSERT INTO t(u) VALUES ('x');
-- 22P02: 'x' can't be read as uuid (public.t.u)
-- uncertain 22P02
INSERT INTO t(u) VALUES ('123e4567-e89b-12d3-a456-426614174000');
-- locks t RowExclusiveLock
INSERT INTO t(j) VALUES ('{');
-- 22P02: "{" can't be read as jsonb (public.t.j)
-- uncertain 22P02
INSERT INTO t(j) VALUES ('{"a": 1}');
-- locks t RowExclusiveLock
INSERT INTO t(a) VALUES ('{1,2}');
-- locks t RowExclusiveLock
INSERT INTO t(a) VALUES ('{1,x}');
-- 22P02: 'x' can't be read as integer (public.t.a)
-- uncertain 22P02
INSERT INTO t(a) VALUES ('1');
-- 22P02: '1' can't be read as integer[] (public.t.a)
-- uncertain 22P02
INSERT INTO t(m) VALUES ('sad');
-- locks t RowExclusiveLock
INSERT INTO t(m) VALUES ('glad');
-- 22P02: 'glad' is no label of mood (public.t.m)
INSERT INTO t(m) VALUES ('sad'::text);
-- 42804: column m is mood, and its value text
-- uncertain 42804
INSERT INTO t(m) VALUES (1);
-- 42804: column m is mood, and its value integer
-- uncertain 42804
INSERT INTO t(bt) VALUES (B'101');
-- locks t RowExclusiveLock
INSERT INTO t(bt) VALUES ('1010');
-- 22026: '1010' is not as long as bit(3) (public.t.bt)
-- uncertain 22026
INSERT INTO t(vb) VALUES ('1010');
-- 22001: '1010' is too long for bit varying(3) (public.t.vb)
-- uncertain 22001
INSERT INTO t(vb) VALUES ('10');
-- locks t RowExclusiveLock
INSERT INTO t(o) VALUES ('\xZZ');
-- 22023: "\\xZZ" can't be read as bytea (public.t.o)
-- uncertain 22023
INSERT INTO t(r) VALUES ('1e50');
-- 22003: '1e50' is out of range for real (public.t.r)
-- uncertain 22003
INSERT INTO t(i) VALUES ('x'::int);
-- 22P02: 'x' can't be read as integer
-- uncertain 22P02
INSERT INTO t(i) VALUES ('x'::int::bigint);
-- 22P02: 'x' can't be read as integer
-- uncertain 22P02
INSERT INTO t(x) VALUES ('x'::int::text);
-- 22P02: 'x' can't be read as integer
-- uncertain 22P02
INSERT INTO t(i) VALUES ('5'::text::int);
-- locks t RowExclusiveLock
INSERT INTO t(i) VALUES (NULL::text);
-- 42804: column i is integer, and its value text
-- uncertain 42804
INSERT INTO t(i) VALUES (NULL);
-- locks t RowExclusiveLock
INSERT INTO dom(p) VALUES (0);
-- 23514: the value violates a check of public.positive (public.dom.p)
-- uncertain 23514
INSERT INTO dom(p) VALUES (1);
-- locks dom RowExclusiveLock
INSERT INTO dom(p) VALUES (NULL);
-- locks dom RowExclusiveLock
INSERT INTO dom(q) VALUES (10);
-- 23514: the value violates a check of public.small (public.dom.q)
-- uncertain 23514
INSERT INTO dom(q) VALUES (0);
-- 23514: the value violates a check of public.positive (public.dom.q)
-- uncertain 23514
INSERT INTO dom(q) VALUES (5);
-- locks dom RowExclusiveLock
INSERT INTO dom(r) VALUES (NULL);
-- 23502: public.needed does not allow NULL (public.dom.r)
-- uncertain 23502
INSERT INTO dom(r) VALUES ('x');
-- locks dom RowExclusiveLock
INSERT INTO dom(l) VALUES ('{}');
-- 23514: the value violates a check of public.list (public.dom.l)
-- uncertain 23514
INSERT INTO dom(l) VALUES ('{1}');
-- locks dom RowExclusiveLock
INSERT INTO req(id) VALUES (1);
-- 23502: public.req.r is required, and the row has NULL there
INSERT INTO req(id, r) VALUES (1, DEFAULT);
-- 23502: public.req.r is required, and the row has NULL there
INSERT INTO req(id, r) VALUES (1, 'x');
-- locks req RowExclusiveLock
INSERT INTO dflt(id, g) VALUES (1, 4);
-- locks dflt RowExclusiveLock
INSERT INTO dflt(id, f, g) VALUES (1, 3, 4);
-- 23514: the value violates a check of public.filled (public.dflt.f)
-- uncertain 23514
INSERT INTO dflt2(id) VALUES (1);
-- locks dflt2 RowExclusiveLock
INSERT INTO dflt2(id, f) VALUES (1, NULL);
-- 23502: public.dflt2.f is required, and the row has NULL there
INSERT INTO plain(id) VALUES (1);
-- 23502: public.plain.x is required, and the row has NULL there
INSERT INTO plain VALUES (1, 2);
-- locks plain RowExclusiveLock
INSERT INTO plain DEFAULT VALUES;
-- 23502: public.plain.id is required, and the row has NULL there
UPDATE t SET i = 'x';
-- 22P02: 'x' can't be read as integer
-- uncertain 22P02
UPDATE t SET v = 'abcd';
-- 22001: 'abcd' is too long for character varying(3) (public.t.v)
-- uncertain 22001
UPDATE t SET m = 'glad';
-- 22P02: 'glad' is no label of mood
UPDATE t SET i = 3000000000;
-- 22003: '3000000000' is out of range for integer (public.t.i)
-- uncertain 22003
UPDATE t SET d = 5;
-- 42804: column d is date, and its value integer
-- uncertain 42804
ALTER TABLE t ALTER i SET DEFAULT 'x';
-- 22P02: the default 'x' can't be read as integer
-- uncertain 22P02
ALTER TABLE t ALTER v SET DEFAULT 'abcd';
-- locks t AccessExclusiveLock
ALTER TABLE t ADD z mood DEFAULT 'glad';
-- 22P02: the default 'glad' is no label of mood
