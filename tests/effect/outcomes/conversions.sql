CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TYPE feeling AS ENUM ('sad', 'ok', 'glad');
CREATE TYPE pair AS (a int, b text);
CREATE DOMAIN positive AS int CHECK (VALUE > 0);
CREATE DOMAIN needed AS text NOT NULL;
CREATE TABLE t (i2 smallint, i4 int, i8 bigint, n numeric, nu numeric(5,2), f4 real, f8 double precision,
  tx text, vc varchar(5), vb varchar, ch char(3), bo boolean, d date, ts timestamp, tz timestamptz(3), ti
  time, iv interval, u uuid, js json, jb jsonb, by bytea, ia int[], ta text[], bi bit(3), ip inet, ci
  cidr, e mood, e2 feeling, dp positive, o oid, mo money, xm xml, rg int4range, co pair);
-- Statements
ALTER TABLE t ALTER i2 TYPE int;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i2 TYPE bigint;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i2 TYPE numeric;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i2 TYPE numeric(4,1);
-- rows may fail: 22003 t(i2); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i2 TYPE numeric(4,1) USING i2::numeric(4,1);
-- rows may fail: 22003 t(i2); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i2 TYPE numeric(7,2);
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i2 TYPE real;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i2 TYPE double precision;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i2 TYPE text;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i2 TYPE varchar(3);
-- rows may fail: 22001 t(i2); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i2 TYPE varchar(9);
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i2 TYPE varchar(9) USING i2::varchar(9);
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i2 TYPE char(5);
-- rows may fail: 22001 t(i2); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i2 TYPE timestamp;
-- 42804: public.t.i2 can't be cast automatically from smallint to timestamp without time zone
-- uncertain 42804
ALTER TABLE t ALTER i2 TYPE timestamp USING i2::timestamp;
-- 42846: USING: there is no cast from smallint to timestamp without time zone
-- uncertain 42846
ALTER TABLE t ALTER i2 TYPE timestamp(2);
-- 42804: public.t.i2 can't be cast automatically from smallint to timestamp(2) without time zone
-- uncertain 42804
ALTER TABLE t ALTER i2 TYPE timestamp(2) USING i2::timestamp(2);
-- 42846: USING: there is no cast from smallint to timestamp(2) without time zone
-- uncertain 42846
ALTER TABLE t ALTER i2 TYPE time USING i2::time;
-- 42846: USING: there is no cast from smallint to time without time zone
-- uncertain 42846
ALTER TABLE t ALTER i2 TYPE uuid USING i2::uuid;
-- 42846: USING: there is no cast from smallint to uuid
-- uncertain 42846
ALTER TABLE t ALTER i2 TYPE bigint[] USING i2::bigint[];
-- 42846: USING: there is no cast from smallint to bigint[]
-- uncertain 42846
ALTER TABLE t ALTER i2 TYPE varchar(3)[] USING i2::varchar(3)[];
-- 42846: USING: there is no cast from smallint to character varying(3)[]
-- uncertain 42846
ALTER TABLE t ALTER i2 TYPE text[] USING i2::text[];
-- 42846: USING: there is no cast from smallint to text[]
-- uncertain 42846
ALTER TABLE t ALTER i2 TYPE bit(5) USING i2::bit(5);
-- 42846: USING: there is no cast from smallint to bit(5)
-- uncertain 42846
ALTER TABLE t ALTER i2 TYPE inet USING i2::inet;
-- 42846: USING: there is no cast from smallint to inet
-- uncertain 42846
ALTER TABLE t ALTER i2 TYPE cidr USING i2::text::cidr;
-- rows may fail: 22P02 t(i2); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i2 TYPE mood;
-- 42804: public.t.i2 can't be cast automatically from smallint to mood
-- uncertain 42804
ALTER TABLE t ALTER i2 TYPE mood USING i2::text::mood;
-- rows may fail: 22P02 t(i2); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i2 TYPE positive;
-- rows may fail: 23514 t(i2); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i2 TYPE needed;
-- rows may fail: 23502 t(i2); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i2 TYPE oid;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i2 TYPE oid USING i2::oid;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i2 TYPE oid USING i2::text::oid;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i2 TYPE money;
-- 42804: public.t.i2 can't be cast automatically from smallint to money
-- uncertain 42804
ALTER TABLE t ALTER i2 TYPE money USING i2::money;
-- 42846: USING: there is no cast from smallint to money
-- uncertain 42846
ALTER TABLE t ALTER i4 TYPE smallint;
-- rows may fail: 22003 t(i4); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i4 TYPE bigint;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i4 TYPE numeric;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i4 TYPE numeric USING i4::numeric;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i4 TYPE numeric(4,1);
-- rows may fail: 22003 t(i4); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i4 TYPE numeric(7,2);
-- rows may fail: 22003 t(i4); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i4 TYPE real;
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.i4
ALTER TABLE t ALTER i4 TYPE double precision;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i4 TYPE text;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i4 TYPE varchar(3);
-- rows may fail: 22001 t(i4); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i4 TYPE varchar(9);
-- rows may fail: 22001 t(i4); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i4 TYPE char(5);
-- rows may fail: 22001 t(i4); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i4 TYPE date USING i4::date;
-- 42846: USING: there is no cast from integer to date
-- uncertain 42846
ALTER TABLE t ALTER i4 TYPE timestamp(2) USING i4::timestamp(2);
-- 42846: USING: there is no cast from integer to timestamp(2) without time zone
-- uncertain 42846
ALTER TABLE t ALTER i4 TYPE timestamp(2) USING i4::text::timestamp(2);
-- rows may fail: 22007 t(i4); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i4 TYPE timestamptz;
-- 42804: public.t.i4 can't be cast automatically from integer to timestamp with time zone
-- uncertain 42804
ALTER TABLE t ALTER i4 TYPE jsonb USING i4::jsonb;
-- 42846: USING: there is no cast from integer to jsonb
-- uncertain 42846
ALTER TABLE t ALTER i4 TYPE json USING i4::json;
-- 42846: USING: there is no cast from integer to json
-- uncertain 42846
ALTER TABLE t ALTER i4 TYPE text[] USING i4::text[];
-- 42846: USING: there is no cast from integer to text[]
-- uncertain 42846
ALTER TABLE t ALTER i4 TYPE varbit USING i4::varbit;
-- 42846: USING: there is no cast from integer to bit varying
-- uncertain 42846
ALTER TABLE t ALTER i4 TYPE positive;
-- rows may fail: 23514 t(i4); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i4 TYPE needed;
-- rows may fail: 23502 t(i4); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i4 TYPE oid;
-- locks t AccessExclusiveLock
ALTER TABLE t ALTER i4 TYPE money;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i8 TYPE smallint;
-- rows may fail: 22003 t(i8); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i8 TYPE int;
-- rows may fail: 22003 t(i8); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i8 TYPE numeric;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i8 TYPE numeric(4,1);
-- rows may fail: 22003 t(i8); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i8 TYPE numeric(7,2);
-- rows may fail: 22003 t(i8); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i8 TYPE real;
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.i8
ALTER TABLE t ALTER i8 TYPE double precision;
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.i8
ALTER TABLE t ALTER i8 TYPE double precision USING i8::double precision;
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.i8
ALTER TABLE t ALTER i8 TYPE text;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i8 TYPE varchar(3);
-- rows may fail: 22001 t(i8); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i8 TYPE varchar(9);
-- rows may fail: 22001 t(i8); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i8 TYPE char(5);
-- rows may fail: 22001 t(i8); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i8 TYPE boolean USING i8::boolean;
-- 42846: USING: there is no cast from bigint to boolean
-- uncertain 42846
ALTER TABLE t ALTER i8 TYPE timestamp(2) USING i8::timestamp(2);
-- 42846: USING: there is no cast from bigint to timestamp(2) without time zone
-- uncertain 42846
ALTER TABLE t ALTER i8 TYPE uuid;
-- 42804: public.t.i8 can't be cast automatically from bigint to uuid
-- uncertain 42804
ALTER TABLE t ALTER i8 TYPE json USING i8::json;
-- 42846: USING: there is no cast from bigint to json
-- uncertain 42846
ALTER TABLE t ALTER i8 TYPE bytea;
-- 42804: public.t.i8 can't be cast automatically from bigint to bytea
-- uncertain 42804
ALTER TABLE t ALTER i8 TYPE cidr;
-- 42804: public.t.i8 can't be cast automatically from bigint to cidr
-- uncertain 42804
ALTER TABLE t ALTER i8 TYPE cidr USING i8::cidr;
-- 42846: USING: there is no cast from bigint to cidr
-- uncertain 42846
ALTER TABLE t ALTER i8 TYPE feeling;
-- 42804: public.t.i8 can't be cast automatically from bigint to feeling
-- uncertain 42804
ALTER TABLE t ALTER i8 TYPE feeling USING i8::feeling;
-- 42846: USING: there is no cast from bigint to feeling
-- uncertain 42846
ALTER TABLE t ALTER i8 TYPE positive;
-- rows may fail: 22003 t(i8), 23514 t(i8); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i8 TYPE positive USING i8::text::positive;
-- rows may fail: 22P02 t(i8), 23514 t(i8); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i8 TYPE needed;
-- rows may fail: 23502 t(i8); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i8 TYPE oid;
-- rows may fail: 22003 t(i8); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i8 TYPE money;
-- rows may fail: 22003 t(i8); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i8 TYPE money USING i8::money;
-- rows may fail: 22003 t(i8); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER n TYPE smallint;
-- rows may fail: 22003 t(n); locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.n
ALTER TABLE t ALTER n TYPE smallint USING n::text::smallint;
-- rows may fail: 22P02 t(n); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER n TYPE int;
-- rows may fail: 22003 t(n); locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.n
ALTER TABLE t ALTER n TYPE bigint;
-- rows may fail: 22003 t(n); locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.n
ALTER TABLE t ALTER n TYPE numeric(4,1);
-- rows may fail: 22003 t(n); locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.n
ALTER TABLE t ALTER n TYPE numeric(7,2);
-- rows may fail: 22003 t(n); locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.n
ALTER TABLE t ALTER n TYPE real;
-- rows may fail: 22003 t(n); locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.n
ALTER TABLE t ALTER n TYPE double precision;
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.n
ALTER TABLE t ALTER n TYPE double precision USING n::double precision;
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.n
ALTER TABLE t ALTER n TYPE text;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER n TYPE text USING n::text::text;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER n TYPE varchar(3);
-- rows may fail: 22001 t(n); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER n TYPE varchar(9);
-- rows may fail: 22001 t(n); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER n TYPE char(5);
-- rows may fail: 22001 t(n); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER n TYPE boolean;
-- 42804: public.t.n can't be cast automatically from numeric to boolean
-- uncertain 42804
ALTER TABLE t ALTER n TYPE timestamp;
-- 42804: public.t.n can't be cast automatically from numeric to timestamp without time zone
-- uncertain 42804
ALTER TABLE t ALTER n TYPE interval USING n::text::interval;
-- rows may fail: 22007 t(n); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER n TYPE uuid;
-- 42804: public.t.n can't be cast automatically from numeric to uuid
-- uncertain 42804
ALTER TABLE t ALTER n TYPE uuid USING n::uuid;
-- 42846: USING: there is no cast from numeric to uuid
-- uncertain 42846
ALTER TABLE t ALTER n TYPE bigint[] USING n::bigint[];
-- 42846: USING: there is no cast from numeric to bigint[]
-- uncertain 42846
ALTER TABLE t ALTER n TYPE mood USING n::mood;
-- 42846: USING: there is no cast from numeric to mood
-- uncertain 42846
ALTER TABLE t ALTER n TYPE feeling USING n::feeling;
-- 42846: USING: there is no cast from numeric to feeling
-- uncertain 42846
ALTER TABLE t ALTER n TYPE positive;
-- rows may fail: 22003 t(n), 23514 t(n); locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.n
ALTER TABLE t ALTER n TYPE needed;
-- rows may fail: 23502 t(n); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER n TYPE oid USING n::oid;
-- 42846: USING: there is no cast from numeric to oid
-- uncertain 42846
ALTER TABLE t ALTER n TYPE money;
-- rows may fail: 22003 t(n); locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.n
ALTER TABLE t ALTER n TYPE money USING n::money;
-- rows may fail: 22003 t(n); locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.n
ALTER TABLE t ALTER nu TYPE smallint;
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.nu
ALTER TABLE t ALTER nu TYPE int;
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.nu
ALTER TABLE t ALTER nu TYPE bigint;
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.nu
ALTER TABLE t ALTER nu TYPE numeric;
-- locks t AccessExclusiveLock
ALTER TABLE t ALTER nu TYPE numeric(4,1);
-- rows may fail: 22003 t(nu); locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.nu
ALTER TABLE t ALTER nu TYPE numeric(7,2);
-- locks t AccessExclusiveLock
ALTER TABLE t ALTER nu TYPE real;
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.nu
ALTER TABLE t ALTER nu TYPE double precision;
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.nu
ALTER TABLE t ALTER nu TYPE text;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER nu TYPE text USING nu::text;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER nu TYPE varchar(3);
-- rows may fail: 22001 t(nu); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER nu TYPE varchar(9);
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER nu TYPE char(5);
-- rows may fail: 22001 t(nu); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER nu TYPE char(5) USING nu::char(5);
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.nu
ALTER TABLE t ALTER nu TYPE timestamp USING nu::timestamp;
-- 42846: USING: there is no cast from numeric(5,2) to timestamp without time zone
-- uncertain 42846
ALTER TABLE t ALTER nu TYPE timestamp(2);
-- 42804: public.t.nu can't be cast automatically from numeric(5,2) to timestamp(2) without time zone
-- uncertain 42804
ALTER TABLE t ALTER nu TYPE interval;
-- 42804: public.t.nu can't be cast automatically from numeric(5,2) to interval
-- uncertain 42804
ALTER TABLE t ALTER nu TYPE jsonb USING nu::jsonb;
-- 42846: USING: there is no cast from numeric(5,2) to jsonb
-- uncertain 42846
ALTER TABLE t ALTER nu TYPE json;
-- 42804: public.t.nu can't be cast automatically from numeric(5,2) to json
-- uncertain 42804
ALTER TABLE t ALTER nu TYPE json USING nu::json;
-- 42846: USING: there is no cast from numeric(5,2) to json
-- uncertain 42846
ALTER TABLE t ALTER nu TYPE bigint[] USING nu::bigint[];
-- 42846: USING: there is no cast from numeric(5,2) to bigint[]
-- uncertain 42846
ALTER TABLE t ALTER nu TYPE varbit USING nu::varbit;
-- 42846: USING: there is no cast from numeric(5,2) to bit varying
-- uncertain 42846
ALTER TABLE t ALTER nu TYPE inet;
-- 42804: public.t.nu can't be cast automatically from numeric(5,2) to inet
-- uncertain 42804
ALTER TABLE t ALTER nu TYPE cidr;
-- 42804: public.t.nu can't be cast automatically from numeric(5,2) to cidr
-- uncertain 42804
ALTER TABLE t ALTER nu TYPE cidr USING nu::cidr;
-- 42846: USING: there is no cast from numeric(5,2) to cidr
-- uncertain 42846
ALTER TABLE t ALTER nu TYPE feeling USING nu::feeling;
-- 42846: USING: there is no cast from numeric(5,2) to feeling
-- uncertain 42846
ALTER TABLE t ALTER nu TYPE positive;
-- rows may fail: 23514 t(nu); locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.nu
ALTER TABLE t ALTER nu TYPE needed;
-- rows may fail: 23502 t(nu); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER nu TYPE needed USING nu::text::needed;
-- rows may fail: 23502 t(nu); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER nu TYPE money;
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.nu
ALTER TABLE t ALTER f4 TYPE smallint;
-- rows may fail: 22003 t(f4); locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.f4
ALTER TABLE t ALTER f4 TYPE int;
-- rows may fail: 22003 t(f4); locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.f4
ALTER TABLE t ALTER f4 TYPE int USING f4::int;
-- rows may fail: 22003 t(f4); locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.f4
ALTER TABLE t ALTER f4 TYPE bigint;
-- rows may fail: 22003 t(f4); locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.f4
ALTER TABLE t ALTER f4 TYPE numeric;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER f4 TYPE numeric(4,1);
-- rows may fail: 22003 t(f4); locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.f4
ALTER TABLE t ALTER f4 TYPE numeric(4,1) USING f4::text::numeric(4,1);
-- rows may fail: 22P02 t(f4), 22003 t(f4); locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.f4
ALTER TABLE t ALTER f4 TYPE numeric(7,2);
-- rows may fail: 22003 t(f4); locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.f4
ALTER TABLE t ALTER f4 TYPE numeric(7,2) USING f4::numeric(7,2);
-- rows may fail: 22003 t(f4); locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.f4
ALTER TABLE t ALTER f4 TYPE double precision;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER f4 TYPE double precision USING f4::double precision;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER f4 TYPE double precision USING f4::text::double precision;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER f4 TYPE text;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER f4 TYPE varchar(3);
-- rows may fail: 22001 t(f4); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER f4 TYPE varchar(9);
-- rows may fail: 22001 t(f4); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER f4 TYPE char(5);
-- rows may fail: 22001 t(f4); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER f4 TYPE date USING f4::date;
-- 42846: USING: there is no cast from real to date
-- uncertain 42846
ALTER TABLE t ALTER f4 TYPE timestamp USING f4::timestamp;
-- 42846: USING: there is no cast from real to timestamp without time zone
-- uncertain 42846
ALTER TABLE t ALTER f4 TYPE time USING f4::time;
-- 42846: USING: there is no cast from real to time without time zone
-- uncertain 42846
ALTER TABLE t ALTER f4 TYPE interval;
-- 42804: public.t.f4 can't be cast automatically from real to interval
-- uncertain 42804
ALTER TABLE t ALTER f4 TYPE interval USING f4::interval;
-- 42846: USING: there is no cast from real to interval
-- uncertain 42846
ALTER TABLE t ALTER f4 TYPE jsonb USING f4::jsonb;
-- 42846: USING: there is no cast from real to jsonb
-- uncertain 42846
ALTER TABLE t ALTER f4 TYPE bigint[] USING f4::bigint[];
-- 42846: USING: there is no cast from real to bigint[]
-- uncertain 42846
ALTER TABLE t ALTER f4 TYPE varchar(3)[] USING f4::varchar(3)[];
-- 42846: USING: there is no cast from real to character varying(3)[]
-- uncertain 42846
ALTER TABLE t ALTER f4 TYPE varbit USING f4::varbit;
-- 42846: USING: there is no cast from real to bit varying
-- uncertain 42846
ALTER TABLE t ALTER f4 TYPE inet;
-- 42804: public.t.f4 can't be cast automatically from real to inet
-- uncertain 42804
ALTER TABLE t ALTER f4 TYPE inet USING f4::inet;
-- 42846: USING: there is no cast from real to inet
-- uncertain 42846
ALTER TABLE t ALTER f4 TYPE cidr USING f4::cidr;
-- 42846: USING: there is no cast from real to cidr
-- uncertain 42846
ALTER TABLE t ALTER f4 TYPE feeling USING f4::feeling;
-- 42846: USING: there is no cast from real to feeling
-- uncertain 42846
ALTER TABLE t ALTER f4 TYPE positive;
-- rows may fail: 22003 t(f4), 23514 t(f4); locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.f4
ALTER TABLE t ALTER f4 TYPE needed;
-- rows may fail: 23502 t(f4); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER f4 TYPE money USING f4::money;
-- 42846: USING: there is no cast from real to money
-- uncertain 42846
ALTER TABLE t ALTER f8 TYPE smallint;
-- rows may fail: 22003 t(f8); locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.f8
ALTER TABLE t ALTER f8 TYPE int;
-- rows may fail: 22003 t(f8); locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.f8
ALTER TABLE t ALTER f8 TYPE bigint;
-- rows may fail: 22003 t(f8); locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.f8
ALTER TABLE t ALTER f8 TYPE numeric;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER f8 TYPE numeric(4,1);
-- rows may fail: 22003 t(f8); locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.f8
ALTER TABLE t ALTER f8 TYPE numeric(7,2);
-- rows may fail: 22003 t(f8); locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.f8
ALTER TABLE t ALTER f8 TYPE real;
-- rows may fail: 22003 t(f8); locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.f8
ALTER TABLE t ALTER f8 TYPE text;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER f8 TYPE text USING f8::text;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER f8 TYPE text USING f8::text::text;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER f8 TYPE varchar(3);
-- rows may fail: 22001 t(f8); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER f8 TYPE varchar(3) USING f8::varchar(3);
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.f8
ALTER TABLE t ALTER f8 TYPE varchar(3) USING f8::text::varchar(3);
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.f8
ALTER TABLE t ALTER f8 TYPE varchar(9);
-- rows may fail: 22001 t(f8); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER f8 TYPE char(5);
-- rows may fail: 22001 t(f8); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER f8 TYPE char(5) USING f8::text::char(5);
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.f8
ALTER TABLE t ALTER f8 TYPE timestamp(2) USING f8::timestamp(2);
-- 42846: USING: there is no cast from double precision to timestamp(2) without time zone
-- uncertain 42846
ALTER TABLE t ALTER f8 TYPE interval USING f8::interval;
-- 42846: USING: there is no cast from double precision to interval
-- uncertain 42846
ALTER TABLE t ALTER f8 TYPE uuid USING f8::uuid;
-- 42846: USING: there is no cast from double precision to uuid
-- uncertain 42846
ALTER TABLE t ALTER f8 TYPE jsonb USING f8::jsonb;
-- 42846: USING: there is no cast from double precision to jsonb
-- uncertain 42846
ALTER TABLE t ALTER f8 TYPE json USING f8::json;
-- 42846: USING: there is no cast from double precision to json
-- uncertain 42846
ALTER TABLE t ALTER f8 TYPE text[] USING f8::text[];
-- 42846: USING: there is no cast from double precision to text[]
-- uncertain 42846
ALTER TABLE t ALTER f8 TYPE bit(5) USING f8::bit(5);
-- 42846: USING: there is no cast from double precision to bit(5)
-- uncertain 42846
ALTER TABLE t ALTER f8 TYPE inet USING f8::inet;
-- 42846: USING: there is no cast from double precision to inet
-- uncertain 42846
ALTER TABLE t ALTER f8 TYPE inet USING f8::text::inet;
-- rows may fail: 22P02 t(f8); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER f8 TYPE cidr USING f8::cidr;
-- 42846: USING: there is no cast from double precision to cidr
-- uncertain 42846
ALTER TABLE t ALTER f8 TYPE positive;
-- rows may fail: 22003 t(f8), 23514 t(f8); locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.f8
ALTER TABLE t ALTER f8 TYPE needed;
-- rows may fail: 23502 t(f8); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER f8 TYPE oid USING f8::oid;
-- 42846: USING: there is no cast from double precision to oid
-- uncertain 42846
ALTER TABLE t ALTER tx TYPE int USING tx::text::int;
-- rows may fail: 22P02 t(tx); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tx TYPE bigint USING tx::bigint;
-- rows may fail: 22P02 t(tx); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tx TYPE numeric USING tx::text::numeric;
-- rows may fail: 22P02 t(tx); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tx TYPE varchar(3);
-- rows may fail: 22001 t(tx); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tx TYPE varchar(3) USING tx::text::varchar(3);
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.tx
ALTER TABLE t ALTER tx TYPE varchar(9);
-- rows may fail: 22001 t(tx); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tx TYPE varchar(9) USING tx::varchar(9);
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.tx
ALTER TABLE t ALTER tx TYPE varchar(9) USING tx::text::varchar(9);
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.tx
ALTER TABLE t ALTER tx TYPE char(5);
-- rows may fail: 22001 t(tx); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tx TYPE date USING tx::text::date;
-- rows may fail: 22007 t(tx); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tx TYPE timestamp USING tx::timestamp;
-- rows may fail: 22007 t(tx); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tx TYPE timestamp(2) USING tx::timestamp(2);
-- rows may fail: 22007 t(tx); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tx TYPE interval;
-- 42804: public.t.tx can't be cast automatically from text to interval
-- uncertain 42804
ALTER TABLE t ALTER tx TYPE bigint[];
-- 42804: public.t.tx can't be cast automatically from text to bigint[]
-- uncertain 42804
ALTER TABLE t ALTER tx TYPE text[] USING tx::text[];
-- rows may fail: 22P02 t(tx); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tx TYPE varbit USING tx::varbit;
-- rows may fail: 22P02 t(tx); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tx TYPE needed;
-- rows may fail: 23502 t(tx); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tx TYPE needed USING tx::needed;
-- rows may fail: 23502 t(tx); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tx TYPE oid USING tx::text::oid;
-- rows may fail: 22P02 t(tx); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tx TYPE money USING tx::money;
-- rows may fail: 22P02 t(tx); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER vc TYPE numeric(4,1);
-- 42804: public.t.vc can't be cast automatically from character varying(5) to numeric(4,1)
-- uncertain 42804
ALTER TABLE t ALTER vc TYPE double precision;
-- 42804: public.t.vc can't be cast automatically from character varying(5) to double precision
-- uncertain 42804
ALTER TABLE t ALTER vc TYPE text;
-- locks t AccessExclusiveLock
ALTER TABLE t ALTER vc TYPE text USING vc::text;
-- locks t AccessExclusiveLock
ALTER TABLE t ALTER vc TYPE varchar(3);
-- rows may fail: 22001 t(vc); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER vc TYPE varchar(9);
-- locks t AccessExclusiveLock
ALTER TABLE t ALTER vc TYPE varchar(9) USING vc::varchar(9);
-- locks t AccessExclusiveLock
ALTER TABLE t ALTER vc TYPE char(5);
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER vc TYPE boolean USING vc::boolean;
-- rows may fail: 22P02 t(vc); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER vc TYPE timestamp;
-- 42804: public.t.vc can't be cast automatically from character varying(5) to timestamp without time zone
-- uncertain 42804
ALTER TABLE t ALTER vc TYPE timestamp USING vc::timestamp;
-- rows may fail: 22007 t(vc); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER vc TYPE timestamp USING vc::text::timestamp;
-- rows may fail: 22007 t(vc); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER vc TYPE timestamp(2) USING vc::timestamp(2);
-- rows may fail: 22007 t(vc); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER vc TYPE timestamptz;
-- 42804: public.t.vc can't be cast automatically from character varying(5) to timestamp with time zone
-- uncertain 42804
ALTER TABLE t ALTER vc TYPE uuid;
-- 42804: public.t.vc can't be cast automatically from character varying(5) to uuid
-- uncertain 42804
ALTER TABLE t ALTER vc TYPE uuid USING vc::text::uuid;
-- rows may fail: 22P02 t(vc); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER vc TYPE text[] USING vc::text[];
-- rows may fail: 22P02 t(vc); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER vc TYPE feeling;
-- 42804: public.t.vc can't be cast automatically from character varying(5) to feeling
-- uncertain 42804
ALTER TABLE t ALTER vc TYPE positive USING vc::positive;
-- rows may fail: 22P02 t(vc), 23514 t(vc); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER vc TYPE needed;
-- rows may fail: 23502 t(vc); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER vb TYPE text;
-- locks t AccessExclusiveLock
ALTER TABLE t ALTER vb TYPE text USING vb::text;
-- locks t AccessExclusiveLock
ALTER TABLE t ALTER vb TYPE varchar(3);
-- rows may fail: 22001 t(vb); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER vb TYPE varchar(9);
-- rows may fail: 22001 t(vb); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER vb TYPE char(5);
-- rows may fail: 22001 t(vb); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER vb TYPE date;
-- 42804: public.t.vb can't be cast automatically from character varying to date
-- uncertain 42804
ALTER TABLE t ALTER vb TYPE timestamp USING vb::text::timestamp;
-- rows may fail: 22007 t(vb); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER vb TYPE time USING vb::text::time;
-- rows may fail: 22007 t(vb); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER vb TYPE interval USING vb::interval;
-- rows may fail: 22007 t(vb); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER vb TYPE varbit;
-- 42804: public.t.vb can't be cast automatically from character varying to bit varying
-- uncertain 42804
ALTER TABLE t ALTER vb TYPE inet;
-- 42804: public.t.vb can't be cast automatically from character varying to inet
-- uncertain 42804
ALTER TABLE t ALTER vb TYPE feeling;
-- 42804: public.t.vb can't be cast automatically from character varying to feeling
-- uncertain 42804
ALTER TABLE t ALTER vb TYPE positive;
-- 42804: public.t.vb can't be cast automatically from character varying to positive
-- uncertain 42804
ALTER TABLE t ALTER vb TYPE needed;
-- rows may fail: 23502 t(vb); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER vb TYPE oid;
-- 42804: public.t.vb can't be cast automatically from character varying to oid
-- uncertain 42804
ALTER TABLE t ALTER ch TYPE smallint USING ch::smallint;
-- rows may fail: 22P02 t(ch); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ch TYPE numeric USING ch::text::numeric;
-- rows may fail: 22P02 t(ch); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ch TYPE text;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ch TYPE varchar(3);
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ch TYPE varchar(9);
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ch TYPE char(5);
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ch TYPE boolean;
-- 42804: public.t.ch can't be cast automatically from character(3) to boolean
-- uncertain 42804
ALTER TABLE t ALTER ch TYPE timestamp(2);
-- 42804: public.t.ch can't be cast automatically from character(3) to timestamp(2) without time zone
-- uncertain 42804
ALTER TABLE t ALTER ch TYPE time;
-- 42804: public.t.ch can't be cast automatically from character(3) to time without time zone
-- uncertain 42804
ALTER TABLE t ALTER ch TYPE jsonb USING ch::jsonb;
-- rows may fail: 22P02 t(ch); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ch TYPE varchar(3)[] USING ch::varchar(3)[];
-- rows may fail: 22P02 t(ch); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ch TYPE varbit USING ch::varbit;
-- rows may fail: 22P02 t(ch); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ch TYPE cidr USING ch::cidr;
-- rows may fail: 22P02 t(ch); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ch TYPE needed;
-- rows may fail: 23502 t(ch); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ch TYPE oid USING ch::oid;
-- rows may fail: 22P02 t(ch); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER bo TYPE smallint USING bo::smallint;
-- 42846: USING: there is no cast from boolean to smallint
-- uncertain 42846
ALTER TABLE t ALTER bo TYPE int;
-- 42804: public.t.bo can't be cast automatically from boolean to integer
-- uncertain 42804
ALTER TABLE t ALTER bo TYPE numeric(7,2) USING bo::numeric(7,2);
-- 42846: USING: there is no cast from boolean to numeric(7,2)
-- uncertain 42846
ALTER TABLE t ALTER bo TYPE real USING bo::real;
-- 42846: USING: there is no cast from boolean to real
-- uncertain 42846
ALTER TABLE t ALTER bo TYPE text;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER bo TYPE varchar(3);
-- rows may fail: 22001 t(bo); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER bo TYPE varchar(3) USING bo::varchar(3);
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.bo
ALTER TABLE t ALTER bo TYPE varchar(9);
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER bo TYPE char(5);
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER bo TYPE char(5) USING bo::char(5);
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER bo TYPE time USING bo::time;
-- 42846: USING: there is no cast from boolean to time without time zone
-- uncertain 42846
ALTER TABLE t ALTER bo TYPE bigint[] USING bo::bigint[];
-- 42846: USING: there is no cast from boolean to bigint[]
-- uncertain 42846
ALTER TABLE t ALTER bo TYPE text[];
-- 42804: public.t.bo can't be cast automatically from boolean to text[]
-- uncertain 42804
ALTER TABLE t ALTER bo TYPE text[] USING bo::text[];
-- 42846: USING: there is no cast from boolean to text[]
-- uncertain 42846
ALTER TABLE t ALTER bo TYPE bit(5) USING bo::bit(5);
-- 42846: USING: there is no cast from boolean to bit(5)
-- uncertain 42846
ALTER TABLE t ALTER bo TYPE varbit USING bo::varbit;
-- 42846: USING: there is no cast from boolean to bit varying
-- uncertain 42846
ALTER TABLE t ALTER bo TYPE inet USING bo::inet;
-- 42846: USING: there is no cast from boolean to inet
-- uncertain 42846
ALTER TABLE t ALTER bo TYPE feeling USING bo::feeling;
-- 42846: USING: there is no cast from boolean to feeling
-- uncertain 42846
ALTER TABLE t ALTER bo TYPE positive USING bo::text::positive;
-- rows may fail: 22P02 t(bo), 23514 t(bo); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER bo TYPE needed;
-- rows may fail: 23502 t(bo); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER bo TYPE oid USING bo::oid;
-- 42846: USING: there is no cast from boolean to oid
-- uncertain 42846
ALTER TABLE t ALTER d TYPE smallint USING d::text::smallint;
-- rows may fail: 22P02 t(d); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER d TYPE int USING d::int;
-- 42846: USING: there is no cast from date to integer
-- uncertain 42846
ALTER TABLE t ALTER d TYPE numeric USING d::numeric;
-- 42846: USING: there is no cast from date to numeric
-- uncertain 42846
ALTER TABLE t ALTER d TYPE numeric(7,2) USING d::text::numeric(7,2);
-- rows may fail: 22P02 t(d), 22003 t(d); locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.d
ALTER TABLE t ALTER d TYPE text;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER d TYPE varchar(3);
-- rows may fail: 22001 t(d); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER d TYPE varchar(3) USING d::text::varchar(3);
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.d
ALTER TABLE t ALTER d TYPE varchar(9);
-- rows may fail: 22001 t(d); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER d TYPE varchar(9) USING d::varchar(9);
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.d
ALTER TABLE t ALTER d TYPE char(5);
-- rows may fail: 22001 t(d); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER d TYPE timestamp;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER d TYPE timestamp(2);
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER d TYPE timestamptz;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER d TYPE bytea USING d::bytea;
-- 42846: USING: there is no cast from date to bytea
-- uncertain 42846
ALTER TABLE t ALTER d TYPE bigint[] USING d::bigint[];
-- 42846: USING: there is no cast from date to bigint[]
-- uncertain 42846
ALTER TABLE t ALTER d TYPE text[] USING d::text[];
-- 42846: USING: there is no cast from date to text[]
-- uncertain 42846
ALTER TABLE t ALTER d TYPE text[] USING d::text::text[];
-- rows may fail: 22P02 t(d); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER d TYPE inet USING d::inet;
-- 42846: USING: there is no cast from date to inet
-- uncertain 42846
ALTER TABLE t ALTER d TYPE cidr USING d::text::cidr;
-- rows may fail: 22P02 t(d); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER d TYPE mood USING d::mood;
-- 42846: USING: there is no cast from date to mood
-- uncertain 42846
ALTER TABLE t ALTER d TYPE feeling USING d::feeling;
-- 42846: USING: there is no cast from date to feeling
-- uncertain 42846
ALTER TABLE t ALTER d TYPE needed;
-- rows may fail: 23502 t(d); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER d TYPE needed USING d::needed;
-- rows may fail: 23502 t(d); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER d TYPE money USING d::money;
-- 42846: USING: there is no cast from date to money
-- uncertain 42846
ALTER TABLE t ALTER ts TYPE smallint;
-- 42804: public.t.ts can't be cast automatically from timestamp without time zone to smallint
-- uncertain 42804
ALTER TABLE t ALTER ts TYPE int;
-- 42804: public.t.ts can't be cast automatically from timestamp without time zone to integer
-- uncertain 42804
ALTER TABLE t ALTER ts TYPE numeric USING ts::numeric;
-- 42846: USING: there is no cast from timestamp without time zone to numeric
-- uncertain 42846
ALTER TABLE t ALTER ts TYPE numeric(4,1) USING ts::numeric(4,1);
-- 42846: USING: there is no cast from timestamp without time zone to numeric(4,1)
-- uncertain 42846
ALTER TABLE t ALTER ts TYPE double precision;
-- 42804: public.t.ts can't be cast automatically from timestamp without time zone to double precision
-- uncertain 42804
ALTER TABLE t ALTER ts TYPE double precision USING ts::double precision;
-- 42846: USING: there is no cast from timestamp without time zone to double precision
-- uncertain 42846
ALTER TABLE t ALTER ts TYPE text;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ts TYPE varchar(3);
-- rows may fail: 22001 t(ts); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ts TYPE varchar(9);
-- rows may fail: 22001 t(ts); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ts TYPE varchar(9) USING ts::varchar(9);
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.ts
ALTER TABLE t ALTER ts TYPE char(5);
-- rows may fail: 22001 t(ts); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ts TYPE char(5) USING ts::char(5);
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.ts
ALTER TABLE t ALTER ts TYPE boolean USING ts::boolean;
-- 42846: USING: there is no cast from timestamp without time zone to boolean
-- uncertain 42846
ALTER TABLE t ALTER ts TYPE boolean USING ts::text::boolean;
-- rows may fail: 22P02 t(ts); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ts TYPE date;
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.ts
ALTER TABLE t ALTER ts TYPE date USING ts::date;
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.ts
ALTER TABLE t ALTER ts TYPE timestamp(2);
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.ts
ALTER TABLE t ALTER ts TYPE timestamptz;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ts TYPE time;
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.ts
ALTER TABLE t ALTER ts TYPE uuid USING ts::uuid;
-- 42846: USING: there is no cast from timestamp without time zone to uuid
-- uncertain 42846
ALTER TABLE t ALTER ts TYPE bytea;
-- 42804: public.t.ts can't be cast automatically from timestamp without time zone to bytea
-- uncertain 42804
ALTER TABLE t ALTER ts TYPE text[];
-- 42804: public.t.ts can't be cast automatically from timestamp without time zone to text[]
-- uncertain 42804
ALTER TABLE t ALTER ts TYPE text[] USING ts::text[];
-- 42846: USING: there is no cast from timestamp without time zone to text[]
-- uncertain 42846
ALTER TABLE t ALTER ts TYPE varbit USING ts::varbit;
-- 42846: USING: there is no cast from timestamp without time zone to bit varying
-- uncertain 42846
ALTER TABLE t ALTER ts TYPE inet;
-- 42804: public.t.ts can't be cast automatically from timestamp without time zone to inet
-- uncertain 42804
ALTER TABLE t ALTER ts TYPE inet USING ts::inet;
-- 42846: USING: there is no cast from timestamp without time zone to inet
-- uncertain 42846
ALTER TABLE t ALTER ts TYPE cidr USING ts::cidr;
-- 42846: USING: there is no cast from timestamp without time zone to cidr
-- uncertain 42846
ALTER TABLE t ALTER ts TYPE feeling USING ts::feeling;
-- 42846: USING: there is no cast from timestamp without time zone to feeling
-- uncertain 42846
ALTER TABLE t ALTER ts TYPE needed;
-- rows may fail: 23502 t(ts); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ts TYPE money USING ts::money;
-- 42846: USING: there is no cast from timestamp without time zone to money
-- uncertain 42846
ALTER TABLE t ALTER tz TYPE bigint USING tz::bigint;
-- 42846: USING: there is no cast from timestamp(3) with time zone to bigint
-- uncertain 42846
ALTER TABLE t ALTER tz TYPE bigint USING tz::text::bigint;
-- rows may fail: 22P02 t(tz); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tz TYPE numeric(4,1) USING tz::numeric(4,1);
-- 42846: USING: there is no cast from timestamp(3) with time zone to numeric(4,1)
-- uncertain 42846
ALTER TABLE t ALTER tz TYPE numeric(4,1) USING tz::text::numeric(4,1);
-- rows may fail: 22P02 t(tz), 22003 t(tz); locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.tz
ALTER TABLE t ALTER tz TYPE real USING tz::text::real;
-- rows may fail: 22P02 t(tz); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tz TYPE double precision;
-- 42804: public.t.tz can't be cast automatically from timestamp(3) with time zone to double precision
-- uncertain 42804
ALTER TABLE t ALTER tz TYPE text;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tz TYPE varchar(3);
-- rows may fail: 22001 t(tz); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tz TYPE varchar(9);
-- rows may fail: 22001 t(tz); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tz TYPE char(5);
-- rows may fail: 22001 t(tz); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tz TYPE char(5) USING tz::char(5);
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.tz
ALTER TABLE t ALTER tz TYPE boolean USING tz::boolean;
-- 42846: USING: there is no cast from timestamp(3) with time zone to boolean
-- uncertain 42846
ALTER TABLE t ALTER tz TYPE date;
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.tz
ALTER TABLE t ALTER tz TYPE timestamp;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tz TYPE timestamp(2);
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.tz
ALTER TABLE t ALTER tz TYPE timestamptz;
-- locks t AccessExclusiveLock
ALTER TABLE t ALTER tz TYPE time;
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.tz
ALTER TABLE t ALTER tz TYPE interval USING tz::interval;
-- 42846: USING: there is no cast from timestamp(3) with time zone to interval
-- uncertain 42846
ALTER TABLE t ALTER tz TYPE interval USING tz::text::interval;
-- rows may fail: 22007 t(tz); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tz TYPE json USING tz::json;
-- 42846: USING: there is no cast from timestamp(3) with time zone to json
-- uncertain 42846
ALTER TABLE t ALTER tz TYPE bytea USING tz::bytea;
-- 42846: USING: there is no cast from timestamp(3) with time zone to bytea
-- uncertain 42846
ALTER TABLE t ALTER tz TYPE bigint[] USING tz::bigint[];
-- 42846: USING: there is no cast from timestamp(3) with time zone to bigint[]
-- uncertain 42846
ALTER TABLE t ALTER tz TYPE varbit USING tz::varbit;
-- 42846: USING: there is no cast from timestamp(3) with time zone to bit varying
-- uncertain 42846
ALTER TABLE t ALTER tz TYPE mood USING tz::mood;
-- 42846: USING: there is no cast from timestamp(3) with time zone to mood
-- uncertain 42846
ALTER TABLE t ALTER tz TYPE needed;
-- rows may fail: 23502 t(tz); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tz TYPE money USING tz::money;
-- 42846: USING: there is no cast from timestamp(3) with time zone to money
-- uncertain 42846
ALTER TABLE t ALTER ti TYPE smallint USING ti::smallint;
-- 42846: USING: there is no cast from time without time zone to smallint
-- uncertain 42846
ALTER TABLE t ALTER ti TYPE bigint;
-- 42804: public.t.ti can't be cast automatically from time without time zone to bigint
-- uncertain 42804
ALTER TABLE t ALTER ti TYPE numeric(7,2) USING ti::numeric(7,2);
-- 42846: USING: there is no cast from time without time zone to numeric(7,2)
-- uncertain 42846
ALTER TABLE t ALTER ti TYPE double precision USING ti::double precision;
-- 42846: USING: there is no cast from time without time zone to double precision
-- uncertain 42846
ALTER TABLE t ALTER ti TYPE text;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ti TYPE varchar(3);
-- rows may fail: 22001 t(ti); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ti TYPE varchar(9);
-- rows may fail: 22001 t(ti); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ti TYPE char(5);
-- rows may fail: 22001 t(ti); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ti TYPE char(5) USING ti::char(5);
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.ti
ALTER TABLE t ALTER ti TYPE timestamp;
-- 42804: public.t.ti can't be cast automatically from time without time zone to timestamp without time zone
-- uncertain 42804
ALTER TABLE t ALTER ti TYPE timestamp USING ti::timestamp;
-- 42846: USING: there is no cast from time without time zone to timestamp without time zone
-- uncertain 42846
ALTER TABLE t ALTER ti TYPE interval;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ti TYPE uuid USING ti::uuid;
-- 42846: USING: there is no cast from time without time zone to uuid
-- uncertain 42846
ALTER TABLE t ALTER ti TYPE uuid USING ti::text::uuid;
-- rows may fail: 22P02 t(ti); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ti TYPE json USING ti::json;
-- 42846: USING: there is no cast from time without time zone to json
-- uncertain 42846
ALTER TABLE t ALTER ti TYPE bit(5);
-- 42804: public.t.ti can't be cast automatically from time without time zone to bit(5)
-- uncertain 42804
ALTER TABLE t ALTER ti TYPE inet;
-- 42804: public.t.ti can't be cast automatically from time without time zone to inet
-- uncertain 42804
ALTER TABLE t ALTER ti TYPE cidr;
-- 42804: public.t.ti can't be cast automatically from time without time zone to cidr
-- uncertain 42804
ALTER TABLE t ALTER ti TYPE needed;
-- rows may fail: 23502 t(ti); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ti TYPE oid USING ti::oid;
-- 42846: USING: there is no cast from time without time zone to oid
-- uncertain 42846
ALTER TABLE t ALTER ti TYPE oid USING ti::text::oid;
-- rows may fail: 22P02 t(ti); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER iv TYPE bigint USING iv::bigint;
-- 42846: USING: there is no cast from interval to bigint
-- uncertain 42846
ALTER TABLE t ALTER iv TYPE numeric USING iv::numeric;
-- 42846: USING: there is no cast from interval to numeric
-- uncertain 42846
ALTER TABLE t ALTER iv TYPE numeric(7,2) USING iv::numeric(7,2);
-- 42846: USING: there is no cast from interval to numeric(7,2)
-- uncertain 42846
ALTER TABLE t ALTER iv TYPE double precision USING iv::double precision;
-- 42846: USING: there is no cast from interval to double precision
-- uncertain 42846
ALTER TABLE t ALTER iv TYPE text;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER iv TYPE varchar(3);
-- rows may fail: 22001 t(iv); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER iv TYPE varchar(3) USING iv::varchar(3);
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.iv
ALTER TABLE t ALTER iv TYPE varchar(9);
-- rows may fail: 22001 t(iv); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER iv TYPE char(5);
-- rows may fail: 22001 t(iv); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER iv TYPE char(5) USING iv::char(5);
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.iv
ALTER TABLE t ALTER iv TYPE boolean USING iv::boolean;
-- 42846: USING: there is no cast from interval to boolean
-- uncertain 42846
ALTER TABLE t ALTER iv TYPE date;
-- 42804: public.t.iv can't be cast automatically from interval to date
-- uncertain 42804
ALTER TABLE t ALTER iv TYPE date USING iv::date;
-- 42846: USING: there is no cast from interval to date
-- uncertain 42846
ALTER TABLE t ALTER iv TYPE timestamp USING iv::timestamp;
-- 42846: USING: there is no cast from interval to timestamp without time zone
-- uncertain 42846
ALTER TABLE t ALTER iv TYPE timestamp(2) USING iv::timestamp(2);
-- 42846: USING: there is no cast from interval to timestamp(2) without time zone
-- uncertain 42846
ALTER TABLE t ALTER iv TYPE timestamptz USING iv::timestamptz;
-- 42846: USING: there is no cast from interval to timestamp with time zone
-- uncertain 42846
ALTER TABLE t ALTER iv TYPE time;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER iv TYPE jsonb USING iv::jsonb;
-- 42846: USING: there is no cast from interval to jsonb
-- uncertain 42846
ALTER TABLE t ALTER iv TYPE text[] USING iv::text::text[];
-- rows may fail: 22P02 t(iv); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER iv TYPE mood;
-- 42804: public.t.iv can't be cast automatically from interval to mood
-- uncertain 42804
ALTER TABLE t ALTER iv TYPE needed;
-- rows may fail: 23502 t(iv); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER iv TYPE needed USING iv::text::needed;
-- rows may fail: 23502 t(iv); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER iv TYPE money USING iv::text::money;
-- rows may fail: 22P02 t(iv); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER u TYPE int USING u::int;
-- 42846: USING: there is no cast from uuid to integer
-- uncertain 42846
ALTER TABLE t ALTER u TYPE numeric;
-- 42804: public.t.u can't be cast automatically from uuid to numeric
-- uncertain 42804
ALTER TABLE t ALTER u TYPE numeric USING u::numeric;
-- 42846: USING: there is no cast from uuid to numeric
-- uncertain 42846
ALTER TABLE t ALTER u TYPE real USING u::real;
-- 42846: USING: there is no cast from uuid to real
-- uncertain 42846
ALTER TABLE t ALTER u TYPE real USING u::text::real;
-- rows may fail: 22P02 t(u); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER u TYPE text;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER u TYPE varchar(3);
-- rows may fail: 22001 t(u)*; locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER u TYPE varchar(9);
-- rows may fail: 22001 t(u)*; locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER u TYPE char(5);
-- rows may fail: 22001 t(u)*; locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER u TYPE date USING u::date;
-- 42846: USING: there is no cast from uuid to date
-- uncertain 42846
ALTER TABLE t ALTER u TYPE timestamp(2) USING u::timestamp(2);
-- 42846: USING: there is no cast from uuid to timestamp(2) without time zone
-- uncertain 42846
ALTER TABLE t ALTER u TYPE timestamp(2) USING u::text::timestamp(2);
-- rows may fail: 22007 t(u); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER u TYPE time;
-- 42804: public.t.u can't be cast automatically from uuid to time without time zone
-- uncertain 42804
ALTER TABLE t ALTER u TYPE jsonb USING u::text::jsonb;
-- rows may fail: 22P02 t(u); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER u TYPE json;
-- 42804: public.t.u can't be cast automatically from uuid to json
-- uncertain 42804
ALTER TABLE t ALTER u TYPE text[] USING u::text[];
-- 42846: USING: there is no cast from uuid to text[]
-- uncertain 42846
ALTER TABLE t ALTER u TYPE varbit USING u::varbit;
-- 42846: USING: there is no cast from uuid to bit varying
-- uncertain 42846
ALTER TABLE t ALTER u TYPE inet USING u::inet;
-- 42846: USING: there is no cast from uuid to inet
-- uncertain 42846
ALTER TABLE t ALTER u TYPE cidr USING u::cidr;
-- 42846: USING: there is no cast from uuid to cidr
-- uncertain 42846
ALTER TABLE t ALTER u TYPE mood USING u::mood;
-- 42846: USING: there is no cast from uuid to mood
-- uncertain 42846
ALTER TABLE t ALTER u TYPE feeling USING u::feeling;
-- 42846: USING: there is no cast from uuid to feeling
-- uncertain 42846
ALTER TABLE t ALTER u TYPE needed;
-- rows may fail: 23502 t(u); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER js TYPE smallint USING js::text::smallint;
-- rows may fail: 22P02 t(js); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER js TYPE numeric(7,2);
-- 42804: public.t.js can't be cast automatically from json to numeric(7,2)
-- uncertain 42804
ALTER TABLE t ALTER js TYPE real;
-- 42804: public.t.js can't be cast automatically from json to real
-- uncertain 42804
ALTER TABLE t ALTER js TYPE double precision;
-- 42804: public.t.js can't be cast automatically from json to double precision
-- uncertain 42804
ALTER TABLE t ALTER js TYPE text;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER js TYPE varchar(3);
-- rows may fail: 22001 t(js); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER js TYPE varchar(3) USING js::varchar(3);
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.js
ALTER TABLE t ALTER js TYPE varchar(9);
-- rows may fail: 22001 t(js); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER js TYPE char(5);
-- rows may fail: 22001 t(js); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER js TYPE char(5) USING js::char(5);
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.js
ALTER TABLE t ALTER js TYPE date USING js::date;
-- 42846: USING: there is no cast from json to date
-- uncertain 42846
ALTER TABLE t ALTER js TYPE timestamp(2) USING js::timestamp(2);
-- 42846: USING: there is no cast from json to timestamp(2) without time zone
-- uncertain 42846
ALTER TABLE t ALTER js TYPE timestamp(2) USING js::text::timestamp(2);
-- rows may fail: 22007 t(js); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER js TYPE timestamptz USING js::timestamptz;
-- 42846: USING: there is no cast from json to timestamp with time zone
-- uncertain 42846
ALTER TABLE t ALTER js TYPE time USING js::time;
-- 42846: USING: there is no cast from json to time without time zone
-- uncertain 42846
ALTER TABLE t ALTER js TYPE time USING js::text::time;
-- rows may fail: 22007 t(js); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER js TYPE jsonb;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER js TYPE bytea USING js::bytea;
-- 42846: USING: there is no cast from json to bytea
-- uncertain 42846
ALTER TABLE t ALTER js TYPE bytea USING js::text::bytea;
-- rows may fail: 22P02 t(js); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER js TYPE bigint[] USING js::bigint[];
-- 42846: USING: there is no cast from json to bigint[]
-- uncertain 42846
ALTER TABLE t ALTER js TYPE mood USING js::mood;
-- 42846: USING: there is no cast from json to mood
-- uncertain 42846
ALTER TABLE t ALTER js TYPE feeling;
-- 42804: public.t.js can't be cast automatically from json to feeling
-- uncertain 42804
ALTER TABLE t ALTER js TYPE feeling USING js::feeling;
-- 42846: USING: there is no cast from json to feeling
-- uncertain 42846
ALTER TABLE t ALTER js TYPE positive USING js::positive;
-- 42846: USING: there is no cast from json to positive
-- uncertain 42846
ALTER TABLE t ALTER js TYPE needed;
-- rows may fail: 23502 t(js); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER js TYPE money USING js::money;
-- 42846: USING: there is no cast from json to money
-- uncertain 42846
ALTER TABLE t ALTER jb TYPE numeric(4,1) USING jb::text::numeric(4,1);
-- rows may fail: 22P02 t(jb), 22003 t(jb); locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.jb
ALTER TABLE t ALTER jb TYPE real;
-- 42804: public.t.jb can't be cast automatically from jsonb to real
-- uncertain 42804
ALTER TABLE t ALTER jb TYPE double precision;
-- 42804: public.t.jb can't be cast automatically from jsonb to double precision
-- uncertain 42804
ALTER TABLE t ALTER jb TYPE double precision USING jb::double precision;
-- rows may fail: 22023 t(jb); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER jb TYPE text;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER jb TYPE text USING jb::text;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER jb TYPE varchar(3);
-- rows may fail: 22001 t(jb); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER jb TYPE varchar(3) USING jb::varchar(3);
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.jb
ALTER TABLE t ALTER jb TYPE varchar(9);
-- rows may fail: 22001 t(jb); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER jb TYPE varchar(9) USING jb::varchar(9);
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.jb
ALTER TABLE t ALTER jb TYPE char(5);
-- rows may fail: 22001 t(jb); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER jb TYPE boolean USING jb::boolean;
-- rows may fail: 22023 t(jb); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER jb TYPE timestamp;
-- 42804: public.t.jb can't be cast automatically from jsonb to timestamp without time zone
-- uncertain 42804
ALTER TABLE t ALTER jb TYPE timestamp USING jb::timestamp;
-- 42846: USING: there is no cast from jsonb to timestamp without time zone
-- uncertain 42846
ALTER TABLE t ALTER jb TYPE timestamptz USING jb::timestamptz;
-- 42846: USING: there is no cast from jsonb to timestamp with time zone
-- uncertain 42846
ALTER TABLE t ALTER jb TYPE time;
-- 42804: public.t.jb can't be cast automatically from jsonb to time without time zone
-- uncertain 42804
ALTER TABLE t ALTER jb TYPE time USING jb::time;
-- 42846: USING: there is no cast from jsonb to time without time zone
-- uncertain 42846
ALTER TABLE t ALTER jb TYPE uuid USING jb::uuid;
-- 42846: USING: there is no cast from jsonb to uuid
-- uncertain 42846
ALTER TABLE t ALTER jb TYPE json;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER jb TYPE json USING jb::json;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER jb TYPE bigint[] USING jb::bigint[];
-- 42846: USING: there is no cast from jsonb to bigint[]
-- uncertain 42846
ALTER TABLE t ALTER jb TYPE varbit;
-- 42804: public.t.jb can't be cast automatically from jsonb to bit varying
-- uncertain 42804
ALTER TABLE t ALTER jb TYPE cidr USING jb::cidr;
-- 42846: USING: there is no cast from jsonb to cidr
-- uncertain 42846
ALTER TABLE t ALTER jb TYPE feeling USING jb::feeling;
-- 42846: USING: there is no cast from jsonb to feeling
-- uncertain 42846
ALTER TABLE t ALTER jb TYPE positive USING jb::text::positive;
-- rows may fail: 22P02 t(jb), 23514 t(jb); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER jb TYPE needed;
-- rows may fail: 23502 t(jb); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER jb TYPE needed USING jb::needed;
-- rows may fail: 23502 t(jb); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER jb TYPE money USING jb::money;
-- 42846: USING: there is no cast from jsonb to money
-- uncertain 42846
ALTER TABLE t ALTER by TYPE smallint USING by::smallint;
-- 42846: USING: there is no cast from bytea to smallint
-- uncertain 42846
ALTER TABLE t ALTER by TYPE int USING by::int;
-- 42846: USING: there is no cast from bytea to integer
-- uncertain 42846
ALTER TABLE t ALTER by TYPE bigint USING by::bigint;
-- 42846: USING: there is no cast from bytea to bigint
-- uncertain 42846
ALTER TABLE t ALTER by TYPE numeric;
-- 42804: public.t.by can't be cast automatically from bytea to numeric
-- uncertain 42804
ALTER TABLE t ALTER by TYPE real USING by::real;
-- 42846: USING: there is no cast from bytea to real
-- uncertain 42846
ALTER TABLE t ALTER by TYPE double precision;
-- 42804: public.t.by can't be cast automatically from bytea to double precision
-- uncertain 42804
ALTER TABLE t ALTER by TYPE double precision USING by::double precision;
-- 42846: USING: there is no cast from bytea to double precision
-- uncertain 42846
ALTER TABLE t ALTER by TYPE text;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER by TYPE text USING by::text;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER by TYPE varchar(3);
-- rows may fail: 22001 t(by); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER by TYPE varchar(9);
-- rows may fail: 22001 t(by); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER by TYPE char(5);
-- rows may fail: 22001 t(by); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER by TYPE boolean;
-- 42804: public.t.by can't be cast automatically from bytea to boolean
-- uncertain 42804
ALTER TABLE t ALTER by TYPE timestamp;
-- 42804: public.t.by can't be cast automatically from bytea to timestamp without time zone
-- uncertain 42804
ALTER TABLE t ALTER by TYPE timestamp(2);
-- 42804: public.t.by can't be cast automatically from bytea to timestamp(2) without time zone
-- uncertain 42804
ALTER TABLE t ALTER by TYPE timestamp(2) USING by::timestamp(2);
-- 42846: USING: there is no cast from bytea to timestamp(2) without time zone
-- uncertain 42846
ALTER TABLE t ALTER by TYPE time USING by::time;
-- 42846: USING: there is no cast from bytea to time without time zone
-- uncertain 42846
ALTER TABLE t ALTER by TYPE jsonb USING by::jsonb;
-- 42846: USING: there is no cast from bytea to jsonb
-- uncertain 42846
ALTER TABLE t ALTER by TYPE text[];
-- 42804: public.t.by can't be cast automatically from bytea to text[]
-- uncertain 42804
ALTER TABLE t ALTER by TYPE bit(5) USING by::bit(5);
-- 42846: USING: there is no cast from bytea to bit(5)
-- uncertain 42846
ALTER TABLE t ALTER by TYPE varbit USING by::varbit;
-- 42846: USING: there is no cast from bytea to bit varying
-- uncertain 42846
ALTER TABLE t ALTER by TYPE inet USING by::inet;
-- 42846: USING: there is no cast from bytea to inet
-- uncertain 42846
ALTER TABLE t ALTER by TYPE cidr;
-- 42804: public.t.by can't be cast automatically from bytea to cidr
-- uncertain 42804
ALTER TABLE t ALTER by TYPE cidr USING by::cidr;
-- 42846: USING: there is no cast from bytea to cidr
-- uncertain 42846
ALTER TABLE t ALTER by TYPE mood USING by::mood;
-- 42846: USING: there is no cast from bytea to mood
-- uncertain 42846
ALTER TABLE t ALTER by TYPE positive;
-- 42804: public.t.by can't be cast automatically from bytea to positive
-- uncertain 42804
ALTER TABLE t ALTER by TYPE positive USING by::positive;
-- 42846: USING: there is no cast from bytea to positive
-- uncertain 42846
ALTER TABLE t ALTER by TYPE needed;
-- rows may fail: 23502 t(by); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER by TYPE needed USING by::needed;
-- rows may fail: 23502 t(by); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER by TYPE oid USING by::oid;
-- 42846: USING: there is no cast from bytea to oid
-- uncertain 42846
ALTER TABLE t ALTER by TYPE money USING by::money;
-- 42846: USING: there is no cast from bytea to money
-- uncertain 42846
ALTER TABLE t ALTER ia TYPE smallint USING ia::smallint;
-- 42846: USING: there is no cast from integer[] to smallint
-- uncertain 42846
ALTER TABLE t ALTER ia TYPE numeric(4,1) USING ia::numeric(4,1);
-- 42846: USING: there is no cast from integer[] to numeric(4,1)
-- uncertain 42846
ALTER TABLE t ALTER ia TYPE numeric(7,2) USING ia::numeric(7,2);
-- 42846: USING: there is no cast from integer[] to numeric(7,2)
-- uncertain 42846
ALTER TABLE t ALTER ia TYPE double precision USING ia::double precision;
-- 42846: USING: there is no cast from integer[] to double precision
-- uncertain 42846
ALTER TABLE t ALTER ia TYPE text;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ia TYPE varchar(3);
-- rows may fail: 22001 t(ia); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ia TYPE varchar(9);
-- rows may fail: 22001 t(ia); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ia TYPE char(5);
-- rows may fail: 22001 t(ia); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ia TYPE boolean USING ia::boolean;
-- 42846: USING: there is no cast from integer[] to boolean
-- uncertain 42846
ALTER TABLE t ALTER ia TYPE boolean USING ia::text::boolean;
-- rows may fail: 22P02 t(ia); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ia TYPE date USING ia::date;
-- 42846: USING: there is no cast from integer[] to date
-- uncertain 42846
ALTER TABLE t ALTER ia TYPE timestamp USING ia::timestamp;
-- 42846: USING: there is no cast from integer[] to timestamp without time zone
-- uncertain 42846
ALTER TABLE t ALTER ia TYPE timestamp(2) USING ia::timestamp(2);
-- 42846: USING: there is no cast from integer[] to timestamp(2) without time zone
-- uncertain 42846
ALTER TABLE t ALTER ia TYPE bytea USING ia::bytea;
-- 42846: USING: there is no cast from integer[] to bytea
-- uncertain 42846
ALTER TABLE t ALTER ia TYPE bytea USING ia::text::bytea;
-- rows may fail: 22P02 t(ia); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ia TYPE bigint[];
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ia TYPE varchar(3)[];
-- rows may fail: 22001 t(ia); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ia TYPE varchar(3)[] USING ia::varchar(3)[];
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.ia
ALTER TABLE t ALTER ia TYPE text[];
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ia TYPE bit(5);
-- 42804: public.t.ia can't be cast automatically from integer[] to bit(5)
-- uncertain 42804
ALTER TABLE t ALTER ia TYPE varbit USING ia::varbit;
-- 42846: USING: there is no cast from integer[] to bit varying
-- uncertain 42846
ALTER TABLE t ALTER ia TYPE inet USING ia::inet;
-- 42846: USING: there is no cast from integer[] to inet
-- uncertain 42846
ALTER TABLE t ALTER ia TYPE cidr USING ia::cidr;
-- 42846: USING: there is no cast from integer[] to cidr
-- uncertain 42846
ALTER TABLE t ALTER ia TYPE mood;
-- 42804: public.t.ia can't be cast automatically from integer[] to mood
-- uncertain 42804
ALTER TABLE t ALTER ia TYPE needed;
-- rows may fail: 23502 t(ia); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ia TYPE money USING ia::money;
-- 42846: USING: there is no cast from integer[] to money
-- uncertain 42846
ALTER TABLE t ALTER ta TYPE smallint USING ta::smallint;
-- 42846: USING: there is no cast from text[] to smallint
-- uncertain 42846
ALTER TABLE t ALTER ta TYPE bigint USING ta::bigint;
-- 42846: USING: there is no cast from text[] to bigint
-- uncertain 42846
ALTER TABLE t ALTER ta TYPE numeric(4,1) USING ta::numeric(4,1);
-- 42846: USING: there is no cast from text[] to numeric(4,1)
-- uncertain 42846
ALTER TABLE t ALTER ta TYPE numeric(7,2);
-- 42804: public.t.ta can't be cast automatically from text[] to numeric(7,2)
-- uncertain 42804
ALTER TABLE t ALTER ta TYPE text;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ta TYPE text USING ta::text;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ta TYPE varchar(3);
-- rows may fail: 22001 t(ta); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ta TYPE varchar(3) USING ta::text::varchar(3);
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.ta
ALTER TABLE t ALTER ta TYPE varchar(9);
-- rows may fail: 22001 t(ta); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ta TYPE char(5);
-- rows may fail: 22001 t(ta); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ta TYPE boolean;
-- 42804: public.t.ta can't be cast automatically from text[] to boolean
-- uncertain 42804
ALTER TABLE t ALTER ta TYPE boolean USING ta::boolean;
-- 42846: USING: there is no cast from text[] to boolean
-- uncertain 42846
ALTER TABLE t ALTER ta TYPE date;
-- 42804: public.t.ta can't be cast automatically from text[] to date
-- uncertain 42804
ALTER TABLE t ALTER ta TYPE timestamp(2) USING ta::text::timestamp(2);
-- rows may fail: 22007 t(ta); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ta TYPE timestamptz;
-- 42804: public.t.ta can't be cast automatically from text[] to timestamp with time zone
-- uncertain 42804
ALTER TABLE t ALTER ta TYPE timestamptz USING ta::timestamptz;
-- 42846: USING: there is no cast from text[] to timestamp with time zone
-- uncertain 42846
ALTER TABLE t ALTER ta TYPE interval USING ta::interval;
-- 42846: USING: there is no cast from text[] to interval
-- uncertain 42846
ALTER TABLE t ALTER ta TYPE jsonb;
-- 42804: public.t.ta can't be cast automatically from text[] to jsonb
-- uncertain 42804
ALTER TABLE t ALTER ta TYPE bigint[] USING ta::text::bigint[];
-- rows may fail: 22P02 t(ta); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ta TYPE varchar(3)[];
-- rows may fail: 22001 t(ta); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ta TYPE bit(5) USING ta::bit(5);
-- 42846: USING: there is no cast from text[] to bit(5)
-- uncertain 42846
ALTER TABLE t ALTER ta TYPE feeling USING ta::feeling;
-- 42846: USING: there is no cast from text[] to feeling
-- uncertain 42846
ALTER TABLE t ALTER ta TYPE needed;
-- rows may fail: 23502 t(ta); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ta TYPE money;
-- 42804: public.t.ta can't be cast automatically from text[] to money
-- uncertain 42804
ALTER TABLE t ALTER bi TYPE int;
-- 42804: public.t.bi can't be cast automatically from bit(3) to integer
-- uncertain 42804
ALTER TABLE t ALTER bi TYPE bigint;
-- 42804: public.t.bi can't be cast automatically from bit(3) to bigint
-- uncertain 42804
ALTER TABLE t ALTER bi TYPE numeric(4,1) USING bi::numeric(4,1);
-- 42846: USING: there is no cast from bit(3) to numeric(4,1)
-- uncertain 42846
ALTER TABLE t ALTER bi TYPE real;
-- 42804: public.t.bi can't be cast automatically from bit(3) to real
-- uncertain 42804
ALTER TABLE t ALTER bi TYPE double precision USING bi::double precision;
-- 42846: USING: there is no cast from bit(3) to double precision
-- uncertain 42846
ALTER TABLE t ALTER bi TYPE text;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER bi TYPE varchar(3);
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER bi TYPE varchar(9);
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER bi TYPE char(5);
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER bi TYPE date USING bi::date;
-- 42846: USING: there is no cast from bit(3) to date
-- uncertain 42846
ALTER TABLE t ALTER bi TYPE uuid USING bi::uuid;
-- 42846: USING: there is no cast from bit(3) to uuid
-- uncertain 42846
ALTER TABLE t ALTER bi TYPE jsonb USING bi::jsonb;
-- 42846: USING: there is no cast from bit(3) to jsonb
-- uncertain 42846
ALTER TABLE t ALTER bi TYPE json;
-- 42804: public.t.bi can't be cast automatically from bit(3) to json
-- uncertain 42804
ALTER TABLE t ALTER bi TYPE json USING bi::json;
-- 42846: USING: there is no cast from bit(3) to json
-- uncertain 42846
ALTER TABLE t ALTER bi TYPE bigint[] USING bi::bigint[];
-- 42846: USING: there is no cast from bit(3) to bigint[]
-- uncertain 42846
ALTER TABLE t ALTER bi TYPE varchar(3)[] USING bi::varchar(3)[];
-- 42846: USING: there is no cast from bit(3) to character varying(3)[]
-- uncertain 42846
ALTER TABLE t ALTER bi TYPE bit(5);
-- rows may fail: 22026 t(bi)*; locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER bi TYPE varbit;
-- locks t AccessExclusiveLock
ALTER TABLE t ALTER bi TYPE inet USING bi::inet;
-- 42846: USING: there is no cast from bit(3) to inet
-- uncertain 42846
ALTER TABLE t ALTER bi TYPE cidr USING bi::cidr;
-- 42846: USING: there is no cast from bit(3) to cidr
-- uncertain 42846
ALTER TABLE t ALTER bi TYPE mood;
-- 42804: public.t.bi can't be cast automatically from bit(3) to mood
-- uncertain 42804
ALTER TABLE t ALTER bi TYPE positive USING bi::positive;
-- rows may fail: 23514 t(bi); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER bi TYPE needed;
-- rows may fail: 23502 t(bi); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER bi TYPE money USING bi::money;
-- 42846: USING: there is no cast from bit(3) to money
-- uncertain 42846
ALTER TABLE t ALTER ip TYPE smallint USING ip::smallint;
-- 42846: USING: there is no cast from inet to smallint
-- uncertain 42846
ALTER TABLE t ALTER ip TYPE numeric USING ip::text::numeric;
-- rows may fail: 22P02 t(ip); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ip TYPE numeric(7,2) USING ip::numeric(7,2);
-- 42846: USING: there is no cast from inet to numeric(7,2)
-- uncertain 42846
ALTER TABLE t ALTER ip TYPE text;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ip TYPE text USING ip::text;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ip TYPE varchar(3);
-- rows may fail: 22001 t(ip); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ip TYPE varchar(9);
-- rows may fail: 22001 t(ip); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ip TYPE char(5);
-- rows may fail: 22001 t(ip); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ip TYPE boolean USING ip::boolean;
-- 42846: USING: there is no cast from inet to boolean
-- uncertain 42846
ALTER TABLE t ALTER ip TYPE timestamptz USING ip::timestamptz;
-- 42846: USING: there is no cast from inet to timestamp with time zone
-- uncertain 42846
ALTER TABLE t ALTER ip TYPE time USING ip::time;
-- 42846: USING: there is no cast from inet to time without time zone
-- uncertain 42846
ALTER TABLE t ALTER ip TYPE interval USING ip::interval;
-- 42846: USING: there is no cast from inet to interval
-- uncertain 42846
ALTER TABLE t ALTER ip TYPE bigint[] USING ip::bigint[];
-- 42846: USING: there is no cast from inet to bigint[]
-- uncertain 42846
ALTER TABLE t ALTER ip TYPE varchar(3)[] USING ip::text::varchar(3)[];
-- rows may fail: 22P02 t(ip); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ip TYPE bit(5) USING ip::bit(5);
-- 42846: USING: there is no cast from inet to bit(5)
-- uncertain 42846
ALTER TABLE t ALTER ip TYPE cidr;
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.ip
ALTER TABLE t ALTER ip TYPE mood USING ip::mood;
-- 42846: USING: there is no cast from inet to mood
-- uncertain 42846
ALTER TABLE t ALTER ip TYPE positive USING ip::positive;
-- 42846: USING: there is no cast from inet to positive
-- uncertain 42846
ALTER TABLE t ALTER ip TYPE needed;
-- rows may fail: 23502 t(ip); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ip TYPE money;
-- 42804: public.t.ip can't be cast automatically from inet to money
-- uncertain 42804
ALTER TABLE t ALTER ip TYPE money USING ip::money;
-- 42846: USING: there is no cast from inet to money
-- uncertain 42846
ALTER TABLE t ALTER ci TYPE int USING ci::int;
-- 42846: USING: there is no cast from cidr to integer
-- uncertain 42846
ALTER TABLE t ALTER ci TYPE bigint USING ci::bigint;
-- 42846: USING: there is no cast from cidr to bigint
-- uncertain 42846
ALTER TABLE t ALTER ci TYPE numeric USING ci::numeric;
-- 42846: USING: there is no cast from cidr to numeric
-- uncertain 42846
ALTER TABLE t ALTER ci TYPE numeric(4,1);
-- 42804: public.t.ci can't be cast automatically from cidr to numeric(4,1)
-- uncertain 42804
ALTER TABLE t ALTER ci TYPE real USING ci::real;
-- 42846: USING: there is no cast from cidr to real
-- uncertain 42846
ALTER TABLE t ALTER ci TYPE text;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ci TYPE varchar(3);
-- rows may fail: 22001 t(ci); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ci TYPE varchar(9);
-- rows may fail: 22001 t(ci); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ci TYPE char(5);
-- rows may fail: 22001 t(ci); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ci TYPE boolean USING ci::boolean;
-- 42846: USING: there is no cast from cidr to boolean
-- uncertain 42846
ALTER TABLE t ALTER ci TYPE timestamp USING ci::text::timestamp;
-- rows may fail: 22007 t(ci); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ci TYPE timestamp(2) USING ci::timestamp(2);
-- 42846: USING: there is no cast from cidr to timestamp(2) without time zone
-- uncertain 42846
ALTER TABLE t ALTER ci TYPE timestamptz;
-- 42804: public.t.ci can't be cast automatically from cidr to timestamp with time zone
-- uncertain 42804
ALTER TABLE t ALTER ci TYPE timestamptz USING ci::timestamptz;
-- 42846: USING: there is no cast from cidr to timestamp with time zone
-- uncertain 42846
ALTER TABLE t ALTER ci TYPE interval USING ci::interval;
-- 42846: USING: there is no cast from cidr to interval
-- uncertain 42846
ALTER TABLE t ALTER ci TYPE uuid;
-- 42804: public.t.ci can't be cast automatically from cidr to uuid
-- uncertain 42804
ALTER TABLE t ALTER ci TYPE json USING ci::json;
-- 42846: USING: there is no cast from cidr to json
-- uncertain 42846
ALTER TABLE t ALTER ci TYPE bytea USING ci::bytea;
-- 42846: USING: there is no cast from cidr to bytea
-- uncertain 42846
ALTER TABLE t ALTER ci TYPE bit(5) USING ci::bit(5);
-- 42846: USING: there is no cast from cidr to bit(5)
-- uncertain 42846
ALTER TABLE t ALTER ci TYPE varbit USING ci::varbit;
-- 42846: USING: there is no cast from cidr to bit varying
-- uncertain 42846
ALTER TABLE t ALTER ci TYPE varbit USING ci::text::varbit;
-- rows may fail: 22P02 t(ci); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ci TYPE inet;
-- locks t AccessExclusiveLock
ALTER TABLE t ALTER ci TYPE mood USING ci::mood;
-- 42846: USING: there is no cast from cidr to mood
-- uncertain 42846
ALTER TABLE t ALTER ci TYPE feeling USING ci::feeling;
-- 42846: USING: there is no cast from cidr to feeling
-- uncertain 42846
ALTER TABLE t ALTER ci TYPE needed;
-- rows may fail: 23502 t(ci); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ci TYPE oid USING ci::oid;
-- 42846: USING: there is no cast from cidr to oid
-- uncertain 42846
ALTER TABLE t ALTER ci TYPE money USING ci::money;
-- 42846: USING: there is no cast from cidr to money
-- uncertain 42846
ALTER TABLE t ALTER e TYPE int USING e::int;
-- 42846: USING: there is no cast from mood to integer
-- uncertain 42846
ALTER TABLE t ALTER e TYPE text;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER e TYPE text USING e::text;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER e TYPE varchar(3);
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER e TYPE varchar(3) USING e::varchar(3);
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER e TYPE varchar(3) USING e::text::varchar(3);
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.e
ALTER TABLE t ALTER e TYPE varchar(9);
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER e TYPE char(5);
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER e TYPE char(5) USING e::text::char(5);
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.e
ALTER TABLE t ALTER e TYPE boolean USING e::boolean;
-- 42846: USING: there is no cast from mood to boolean
-- uncertain 42846
ALTER TABLE t ALTER e TYPE timestamp;
-- 42804: public.t.e can't be cast automatically from mood to timestamp without time zone
-- uncertain 42804
ALTER TABLE t ALTER e TYPE interval USING e::interval;
-- 42846: USING: there is no cast from mood to interval
-- uncertain 42846
ALTER TABLE t ALTER e TYPE jsonb USING e::jsonb;
-- 42846: USING: there is no cast from mood to jsonb
-- uncertain 42846
ALTER TABLE t ALTER e TYPE json;
-- 42804: public.t.e can't be cast automatically from mood to json
-- uncertain 42804
ALTER TABLE t ALTER e TYPE json USING e::json;
-- 42846: USING: there is no cast from mood to json
-- uncertain 42846
ALTER TABLE t ALTER e TYPE bigint[];
-- 42804: public.t.e can't be cast automatically from mood to bigint[]
-- uncertain 42804
ALTER TABLE t ALTER e TYPE bigint[] USING e::bigint[];
-- 42846: USING: there is no cast from mood to bigint[]
-- uncertain 42846
ALTER TABLE t ALTER e TYPE bit(5);
-- 42804: public.t.e can't be cast automatically from mood to bit(5)
-- uncertain 42804
ALTER TABLE t ALTER e TYPE varbit USING e::varbit;
-- 42846: USING: there is no cast from mood to bit varying
-- uncertain 42846
ALTER TABLE t ALTER e TYPE inet;
-- 42804: public.t.e can't be cast automatically from mood to inet
-- uncertain 42804
ALTER TABLE t ALTER e TYPE needed;
-- rows may fail: 23502 t(e); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER e TYPE money USING e::money;
-- 42846: USING: there is no cast from mood to money
-- uncertain 42846
ALTER TABLE t ALTER e2 TYPE smallint;
-- 42804: public.t.e2 can't be cast automatically from feeling to smallint
-- uncertain 42804
ALTER TABLE t ALTER e2 TYPE numeric USING e2::numeric;
-- 42846: USING: there is no cast from feeling to numeric
-- uncertain 42846
ALTER TABLE t ALTER e2 TYPE numeric(4,1) USING e2::numeric(4,1);
-- 42846: USING: there is no cast from feeling to numeric(4,1)
-- uncertain 42846
ALTER TABLE t ALTER e2 TYPE double precision USING e2::double precision;
-- 42846: USING: there is no cast from feeling to double precision
-- uncertain 42846
ALTER TABLE t ALTER e2 TYPE text;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER e2 TYPE varchar(3);
-- rows may fail: 22001 t(e2); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER e2 TYPE varchar(9);
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER e2 TYPE char(5);
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER e2 TYPE timestamp(2) USING e2::timestamp(2);
-- 42846: USING: there is no cast from feeling to timestamp(2) without time zone
-- uncertain 42846
ALTER TABLE t ALTER e2 TYPE time;
-- 42804: public.t.e2 can't be cast automatically from feeling to time without time zone
-- uncertain 42804
ALTER TABLE t ALTER e2 TYPE json USING e2::json;
-- 42846: USING: there is no cast from feeling to json
-- uncertain 42846
ALTER TABLE t ALTER e2 TYPE varbit USING e2::text::varbit;
-- rows may fail: 22P02 t(e2); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER e2 TYPE needed;
-- rows may fail: 23502 t(e2); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER dp TYPE smallint;
-- rows may fail: 22003 t(dp); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER dp TYPE int;
-- locks t AccessExclusiveLock
ALTER TABLE t ALTER dp TYPE bigint;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER dp TYPE bigint USING dp::bigint;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER dp TYPE numeric;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER dp TYPE numeric(4,1);
-- rows may fail: 22003 t(dp); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER dp TYPE numeric(4,1) USING dp::numeric(4,1);
-- rows may fail: 22003 t(dp); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER dp TYPE numeric(7,2);
-- rows may fail: 22003 t(dp); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER dp TYPE real;
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.dp
ALTER TABLE t ALTER dp TYPE double precision;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER dp TYPE text;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER dp TYPE text USING dp::text;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER dp TYPE varchar(3);
-- rows may fail: 22001 t(dp); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER dp TYPE varchar(9);
-- rows may fail: 22001 t(dp); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER dp TYPE char(5);
-- rows may fail: 22001 t(dp); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER dp TYPE boolean USING dp::boolean;
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.dp
ALTER TABLE t ALTER dp TYPE date USING dp::text::date;
-- rows may fail: 22007 t(dp); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER dp TYPE timestamp USING dp::timestamp;
-- 42846: USING: there is no cast from positive to timestamp without time zone
-- uncertain 42846
ALTER TABLE t ALTER dp TYPE timestamp(2) USING dp::timestamp(2);
-- 42846: USING: there is no cast from positive to timestamp(2) without time zone
-- uncertain 42846
ALTER TABLE t ALTER dp TYPE timestamptz USING dp::timestamptz;
-- 42846: USING: there is no cast from positive to timestamp with time zone
-- uncertain 42846
ALTER TABLE t ALTER dp TYPE uuid;
-- 42804: public.t.dp can't be cast automatically from positive to uuid
-- uncertain 42804
ALTER TABLE t ALTER dp TYPE bytea USING dp::bytea;
-- 42846: USING: there is no cast from positive to bytea
-- uncertain 42846
ALTER TABLE t ALTER dp TYPE bigint[] USING dp::text::bigint[];
-- rows may fail: 22P02 t(dp); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER dp TYPE bit(5);
-- 42804: public.t.dp can't be cast automatically from positive to bit(5)
-- uncertain 42804
ALTER TABLE t ALTER dp TYPE needed;
-- rows may fail: 23502 t(dp); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER dp TYPE oid;
-- locks t AccessExclusiveLock
ALTER TABLE t ALTER dp TYPE money;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER o TYPE smallint USING o::smallint;
-- 42846: USING: there is no cast from oid to smallint
-- uncertain 42846
ALTER TABLE t ALTER o TYPE int;
-- locks t AccessExclusiveLock
ALTER TABLE t ALTER o TYPE bigint;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER o TYPE numeric(7,2) USING o::numeric(7,2);
-- 42846: USING: there is no cast from oid to numeric(7,2)
-- uncertain 42846
ALTER TABLE t ALTER o TYPE real USING o::real;
-- 42846: USING: there is no cast from oid to real
-- uncertain 42846
ALTER TABLE t ALTER o TYPE text;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER o TYPE varchar(3);
-- rows may fail: 22001 t(o); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER o TYPE varchar(9);
-- rows may fail: 22001 t(o); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER o TYPE char(5);
-- rows may fail: 22001 t(o); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER o TYPE char(5) USING o::char(5);
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.o
ALTER TABLE t ALTER o TYPE date USING o::date;
-- 42846: USING: there is no cast from oid to date
-- uncertain 42846
ALTER TABLE t ALTER o TYPE timestamp USING o::timestamp;
-- 42846: USING: there is no cast from oid to timestamp without time zone
-- uncertain 42846
ALTER TABLE t ALTER o TYPE time;
-- 42804: public.t.o can't be cast automatically from oid to time without time zone
-- uncertain 42804
ALTER TABLE t ALTER o TYPE jsonb;
-- 42804: public.t.o can't be cast automatically from oid to jsonb
-- uncertain 42804
ALTER TABLE t ALTER o TYPE text[] USING o::text::text[];
-- rows may fail: 22P02 t(o); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER o TYPE bit(5);
-- 42804: public.t.o can't be cast automatically from oid to bit(5)
-- uncertain 42804
ALTER TABLE t ALTER o TYPE bit(5) USING o::bit(5);
-- 42846: USING: there is no cast from oid to bit(5)
-- uncertain 42846
ALTER TABLE t ALTER o TYPE inet USING o::inet;
-- 42846: USING: there is no cast from oid to inet
-- uncertain 42846
ALTER TABLE t ALTER o TYPE cidr;
-- 42804: public.t.o can't be cast automatically from oid to cidr
-- uncertain 42804
ALTER TABLE t ALTER o TYPE positive;
-- rows may fail: 23514 t(o); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER o TYPE needed;
-- rows may fail: 23502 t(o); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER mo TYPE smallint USING mo::smallint;
-- 42846: USING: there is no cast from money to smallint
-- uncertain 42846
ALTER TABLE t ALTER mo TYPE int;
-- 42804: public.t.mo can't be cast automatically from money to integer
-- uncertain 42804
ALTER TABLE t ALTER mo TYPE numeric;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER mo TYPE numeric USING mo::text::numeric;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER mo TYPE numeric(4,1);
-- rows may fail: 22003 t(mo); locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.mo
ALTER TABLE t ALTER mo TYPE numeric(7,2);
-- rows may fail: 22003 t(mo); locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.mo
ALTER TABLE t ALTER mo TYPE real USING mo::real;
-- 42846: USING: there is no cast from money to real
-- uncertain 42846
ALTER TABLE t ALTER mo TYPE double precision USING mo::double precision;
-- 42846: USING: there is no cast from money to double precision
-- uncertain 42846
ALTER TABLE t ALTER mo TYPE text;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER mo TYPE text USING mo::text;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER mo TYPE varchar(3);
-- rows may fail: 22001 t(mo); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER mo TYPE varchar(9);
-- rows may fail: 22001 t(mo); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER mo TYPE char(5);
-- rows may fail: 22001 t(mo); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER mo TYPE timestamp(2);
-- 42804: public.t.mo can't be cast automatically from money to timestamp(2) without time zone
-- uncertain 42804
ALTER TABLE t ALTER mo TYPE interval USING mo::interval;
-- 42846: USING: there is no cast from money to interval
-- uncertain 42846
ALTER TABLE t ALTER mo TYPE jsonb USING mo::jsonb;
-- 42846: USING: there is no cast from money to jsonb
-- uncertain 42846
ALTER TABLE t ALTER mo TYPE json;
-- 42804: public.t.mo can't be cast automatically from money to json
-- uncertain 42804
ALTER TABLE t ALTER mo TYPE bigint[] USING mo::bigint[];
-- 42846: USING: there is no cast from money to bigint[]
-- uncertain 42846
ALTER TABLE t ALTER mo TYPE text[];
-- 42804: public.t.mo can't be cast automatically from money to text[]
-- uncertain 42804
ALTER TABLE t ALTER mo TYPE feeling USING mo::feeling;
-- 42846: USING: there is no cast from money to feeling
-- uncertain 42846
ALTER TABLE t ALTER mo TYPE needed;
-- rows may fail: 23502 t(mo); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER mo TYPE oid;
-- 42804: public.t.mo can't be cast automatically from money to oid
-- uncertain 42804
ALTER TABLE t ALTER xm TYPE smallint USING xm::smallint;
-- 42846: USING: there is no cast from xml to smallint
-- uncertain 42846
ALTER TABLE t ALTER xm TYPE numeric(7,2) USING xm::numeric(7,2);
-- 42846: USING: there is no cast from xml to numeric(7,2)
-- uncertain 42846
ALTER TABLE t ALTER xm TYPE real USING xm::real;
-- 42846: USING: there is no cast from xml to real
-- uncertain 42846
ALTER TABLE t ALTER xm TYPE double precision USING xm::double precision;
-- 42846: USING: there is no cast from xml to double precision
-- uncertain 42846
ALTER TABLE t ALTER xm TYPE text;
-- locks t AccessExclusiveLock
ALTER TABLE t ALTER xm TYPE varchar(3);
-- rows may fail: 22001 t(xm); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER xm TYPE varchar(9);
-- rows may fail: 22001 t(xm); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER xm TYPE varchar(9) USING xm::varchar(9);
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.xm
ALTER TABLE t ALTER xm TYPE char(5);
-- rows may fail: 22001 t(xm); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER xm TYPE boolean;
-- 42804: public.t.xm can't be cast automatically from xml to boolean
-- uncertain 42804
ALTER TABLE t ALTER xm TYPE boolean USING xm::boolean;
-- 42846: USING: there is no cast from xml to boolean
-- uncertain 42846
ALTER TABLE t ALTER xm TYPE time USING xm::time;
-- 42846: USING: there is no cast from xml to time without time zone
-- uncertain 42846
ALTER TABLE t ALTER xm TYPE uuid USING xm::uuid;
-- 42846: USING: there is no cast from xml to uuid
-- uncertain 42846
ALTER TABLE t ALTER xm TYPE json USING xm::json;
-- 42846: USING: there is no cast from xml to json
-- uncertain 42846
ALTER TABLE t ALTER xm TYPE bit(5) USING xm::bit(5);
-- 42846: USING: there is no cast from xml to bit(5)
-- uncertain 42846
ALTER TABLE t ALTER xm TYPE inet USING xm::inet;
-- 42846: USING: there is no cast from xml to inet
-- uncertain 42846
ALTER TABLE t ALTER xm TYPE positive;
-- 42804: public.t.xm can't be cast automatically from xml to positive
-- uncertain 42804
ALTER TABLE t ALTER xm TYPE needed;
-- rows may fail: 23502 t(xm); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER rg TYPE int;
-- 42804: public.t.rg can't be cast automatically from int4range to integer
-- uncertain 42804
ALTER TABLE t ALTER rg TYPE bigint;
-- 42804: public.t.rg can't be cast automatically from int4range to bigint
-- uncertain 42804
ALTER TABLE t ALTER rg TYPE bigint USING rg::bigint;
-- 42846: USING: there is no cast from int4range to bigint
-- uncertain 42846
ALTER TABLE t ALTER rg TYPE text;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER rg TYPE varchar(3);
-- rows may fail: 22001 t(rg); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER rg TYPE varchar(9);
-- rows may fail: 22001 t(rg); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER rg TYPE char(5);
-- rows may fail: 22001 t(rg); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER rg TYPE boolean;
-- 42804: public.t.rg can't be cast automatically from int4range to boolean
-- uncertain 42804
ALTER TABLE t ALTER rg TYPE date USING rg::date;
-- 42846: USING: there is no cast from int4range to date
-- uncertain 42846
ALTER TABLE t ALTER rg TYPE json USING rg::json;
-- 42846: USING: there is no cast from int4range to json
-- uncertain 42846
ALTER TABLE t ALTER rg TYPE bytea USING rg::bytea;
-- 42846: USING: there is no cast from int4range to bytea
-- uncertain 42846
ALTER TABLE t ALTER rg TYPE bit(5) USING rg::bit(5);
-- 42846: USING: there is no cast from int4range to bit(5)
-- uncertain 42846
ALTER TABLE t ALTER rg TYPE inet USING rg::inet;
-- 42846: USING: there is no cast from int4range to inet
-- uncertain 42846
ALTER TABLE t ALTER rg TYPE cidr USING rg::cidr;
-- 42846: USING: there is no cast from int4range to cidr
-- uncertain 42846
ALTER TABLE t ALTER rg TYPE needed;
-- rows may fail: 23502 t(rg); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER co TYPE int USING co::int;
-- 42846: USING: there is no cast from pair to integer
-- uncertain 42846
ALTER TABLE t ALTER co TYPE numeric USING co::numeric;
-- 42846: USING: there is no cast from pair to numeric
-- uncertain 42846
ALTER TABLE t ALTER co TYPE numeric(4,1) USING co::numeric(4,1);
-- 42846: USING: there is no cast from pair to numeric(4,1)
-- uncertain 42846
ALTER TABLE t ALTER co TYPE real USING co::real;
-- 42846: USING: there is no cast from pair to real
-- uncertain 42846
ALTER TABLE t ALTER co TYPE real USING co::text::real;
-- rows may fail: 22P02 t(co); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER co TYPE double precision USING co::double precision;
-- 42846: USING: there is no cast from pair to double precision
-- uncertain 42846
ALTER TABLE t ALTER co TYPE text;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER co TYPE varchar(3);
-- rows may fail: 22001 t(co); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER co TYPE varchar(9);
-- rows may fail: 22001 t(co); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER co TYPE varchar(9) USING co::text::varchar(9);
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.co
ALTER TABLE t ALTER co TYPE char(5);
-- rows may fail: 22001 t(co); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER co TYPE boolean USING co::boolean;
-- 42846: USING: there is no cast from pair to boolean
-- uncertain 42846
ALTER TABLE t ALTER co TYPE timestamp;
-- 42804: public.t.co can't be cast automatically from pair to timestamp without time zone
-- uncertain 42804
ALTER TABLE t ALTER co TYPE timestamp(2) USING co::timestamp(2);
-- 42846: USING: there is no cast from pair to timestamp(2) without time zone
-- uncertain 42846
ALTER TABLE t ALTER co TYPE timestamptz USING co::timestamptz;
-- 42846: USING: there is no cast from pair to timestamp with time zone
-- uncertain 42846
ALTER TABLE t ALTER co TYPE interval;
-- 42804: public.t.co can't be cast automatically from pair to interval
-- uncertain 42804
ALTER TABLE t ALTER co TYPE interval USING co::interval;
-- 42846: USING: there is no cast from pair to interval
-- uncertain 42846
ALTER TABLE t ALTER co TYPE json USING co::json;
-- 42846: USING: there is no cast from pair to json
-- uncertain 42846
ALTER TABLE t ALTER co TYPE bigint[] USING co::bigint[];
-- 42846: USING: there is no cast from pair to bigint[]
-- uncertain 42846
ALTER TABLE t ALTER co TYPE inet USING co::inet;
-- 42846: USING: there is no cast from pair to inet
-- uncertain 42846
ALTER TABLE t ALTER co TYPE needed;
-- rows may fail: 23502 t(co); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER co TYPE needed USING co::needed;
-- rows may fail: 23502 t(co); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER co TYPE money USING co::money;
-- 42846: USING: there is no cast from pair to money
-- uncertain 42846
ALTER TABLE t ALTER tx TYPE int USING length(tx);
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tx TYPE int USING CASE WHEN tx ~ '^[0-9]{1,9}$' THEN tx::int END;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tx TYPE int USING CASE WHEN tx ~ '^[0-9]{1,10}$' THEN tx::int END;
-- rows may fail: 22003 t(tx); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tx TYPE int USING CASE WHEN tx ~ '^-?[0-9]{1,9}$' THEN tx::int ELSE 0 END;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tx TYPE int USING CASE WHEN tx ~ '^\d{1,9}$' THEN tx::int END;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tx TYPE int USING CASE WHEN tx ~ '^\d+$' THEN tx::int END;
-- rows may fail: 22003 t(tx); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tx TYPE int USING CASE WHEN tx ~ '^[0-9]{9}$' THEN tx::int END;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tx TYPE int USING CASE WHEN tx ~ '^[0-9]{1,}$' THEN tx::int END;
-- rows may fail: 22003 t(tx); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tx TYPE int USING CASE WHEN tx ~ '^[0-9]$' THEN tx::int END;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tx TYPE int USING CASE WHEN tx ~ '^[0-9]*$' THEN tx::int END;
-- rows may fail: 22P02 t(tx); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tx TYPE int USING CASE WHEN tx ~ '^[1-9]{1,9}$' THEN tx::int END;
-- rows may fail: 22P02 t(tx); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tx TYPE int USING CASE WHEN tx ~ '^x$' THEN tx::int END;
-- rows may fail: 22P02 t(tx); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tx TYPE int USING CASE WHEN tx ~ '^[0-9]{1,9}$' AND bo THEN tx::int END;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tx TYPE int USING CASE WHEN tx ~ '^[0-9]{1,9}$' OR bo THEN tx::int END;
-- rows may fail: 22P02 t(tx); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tx TYPE int USING CASE WHEN bo THEN tx::int END;
-- rows may fail: 22P02 t(tx); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tx TYPE int USING CASE WHEN tx !~ '^[0-9]{1,9}$' THEN tx::int END;
-- rows may fail: 22P02 t(tx); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tx TYPE int USING CASE WHEN vb ~ '^[0-9]{1,9}$' THEN tx::int END;
-- rows may fail: 22P02 t(tx); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tx TYPE smallint USING CASE WHEN tx ~ '^[0-9]{1,4}$' THEN tx::smallint END;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tx TYPE bigint USING CASE WHEN tx ~ '^[0-9]{1,18}$' THEN tx::bigint END;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tx TYPE numeric USING CASE WHEN tx ~ '^[0-9]+$' THEN tx::numeric END;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tx TYPE numeric(5,2) USING CASE WHEN tx ~ '^[0-9]+$' THEN tx::numeric(5,2) END;
-- rows may fail: 22P02 t(tx), 22003 t(tx); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tx TYPE date USING CASE WHEN tx ~ '^[0-9]{1,9}$' THEN tx::date END;
-- rows may fail: 22007 t(tx); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tx TYPE date USING to_date(tx, 'YYYY');
-- rows may fail: 22007 t(tx); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tx TYPE timestamptz USING to_timestamp(tx, 'YYYY');
-- rows may fail: 22007 t(tx); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i4 TYPE timestamptz USING to_timestamp(i4);
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tx TYPE numeric USING to_number(tx, '99');
-- rows may fail: 22P02 t(tx); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER by TYPE text USING convert_from(by, 'UTF8');
-- rows may fail: 22021 t(by); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tx TYPE bytea USING convert_to(tx, 'UTF8');
-- rows may fail: 22021 t(tx); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tx TYPE bytea USING decode(tx, 'hex');
-- rows may fail: 22023 t(tx); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER by TYPE text USING encode(by, 'hex');
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tx TYPE varchar(5) USING left(tx, 5);
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tx TYPE varchar(5) USING left(tx, 6);
-- rows may fail: 22001 t(tx); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tx TYPE varchar(5) USING substr(tx, 1, 5);
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tx TYPE varchar(5) USING upper(tx);
-- rows may fail: 22001 t(tx); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ts TYPE int USING extract(year FROM ts);
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ts TYPE smallint USING extract(month FROM ts);
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ts TYPE smallint USING extract(epoch FROM ts);
-- rows may fail: 22003 t(ts); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER d TYPE int USING extract(doy FROM d);
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER iv TYPE smallint USING extract(hour FROM iv);
-- rows may fail: 22003 t(iv); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ti TYPE smallint USING date_part('hour', ti);
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tx TYPE int USING date_part('hour', ti);
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.tx
ALTER TABLE t ALTER i4 TYPE boolean USING i4 = 1;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i4 TYPE boolean USING (i4 > 0);
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER bo TYPE int USING CASE WHEN bo THEN 1 ELSE 0 END;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER bo TYPE text USING CASE WHEN bo THEN 'y' ELSE 'n' END;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER e TYPE feeling USING e::text::feeling;
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER e2 TYPE mood USING e2::text::mood;
-- rows may fail: 22P02 t(e2); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER e2 TYPE mood USING CASE e2 WHEN 'glad' THEN 'ok'::mood ELSE e2::text::mood END;
-- rows may fail: 22P02 t(e2); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tx TYPE mood USING tx::mood;
-- rows may fail: 22P02 t(tx); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i4 TYPE mood USING 'sad';
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.i4
ALTER TABLE t ALTER jb TYPE int USING (jb ->> 'x')::int;
-- rows may fail: 22P02 t(jb); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER jb TYPE text USING jb ->> 'x';
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tx TYPE text[] USING ARRAY[tx];
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER tx TYPE text[] USING string_to_array(tx, ',');
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ta TYPE text USING array_to_string(ta, ',');
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ta TYPE text USING ta[1];
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER ia TYPE int USING ia[1];
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i4 TYPE text USING i4 || 'x';
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i4 TYPE int USING i8;
-- rows may fail: 22003 t(i4); locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.i4
ALTER TABLE t ALTER i4 TYPE smallint USING i8 + 1;
-- rows may fail: 22003 t(i4); locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.i4
ALTER TABLE t ALTER i4 TYPE int USING NULL;
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.i4
ALTER TABLE t ALTER i4 TYPE int USING 5;
-- locks t AccessExclusiveLock; rewrites t; scans t; loses values:public.t.i4
ALTER TABLE t ALTER i4 TYPE int USING coalesce(i4, 0);
-- locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER i4 TYPE int USING nix;
-- 42703: USING: t has no column nix
ALTER TABLE t ALTER vc TYPE varchar(5) COLLATE "C";
-- locks t AccessExclusiveLock
ALTER TABLE t ALTER vc TYPE text COLLATE "C";
-- locks t AccessExclusiveLock
ALTER TABLE t ALTER n TYPE numeric(5,2) USING round(n, 2);
-- rows may fail: 22003 t(n); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER f8 TYPE int USING round(f8);
-- rows may fail: 22003 t(f8); locks t AccessExclusiveLock; rewrites t; scans t
ALTER TABLE t ALTER f8 TYPE int USING trunc(f8)::int;
-- rows may fail: 22003 t(f8); locks t AccessExclusiveLock; rewrites t; scans t
