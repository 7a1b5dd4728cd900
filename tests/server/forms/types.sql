CREATE TYPE size AS ENUM ('s', 'm', 'l');
CREATE TYPE fit AS ENUM ('s', 'm');
CREATE DOMAIN code AS varchar(60);
CREATE DOMAIN short AS text CHECK (length(VALUE) < 5);
CREATE TABLE owners (id integer PRIMARY KEY, handle varchar(30) UNIQUE);
INSERT INTO owners SELECT i, 'h' || i FROM generate_series(1, 20) i;
CREATE TABLE items (id integer PRIMARY KEY, name varchar(40), label text, small smallint, n integer,
  big bigint, price numeric(8, 2), rate double precision, made timestamp, made3 timestamp(3), at timestamptz,
  day date, key uuid, doc json, docb jsonb, size size, ok boolean, ip inet, net cidr, fixed char(8),
  words text[], owner_id integer REFERENCES owners (id));
INSERT INTO items
  SELECT i, repeat('x', i % 40), CASE WHEN i % 2 = 0 THEN i::text ELSE 'no number' END, i % 100, i * 1000,
    i * 10000000000, i * 2.55, i * 1.5e12, now(), now(), now(), current_date, gen_random_uuid(), '{}', '{}',
    (ARRAY['s', 'm', 'l']::size[])[1 + i % 3], i % 2 = 0, '10.0.0.1/8', '10.0.0.0/8', 'abcdefgh',
    ARRAY['one', repeat('y', i)], i % 20 + 1
  FROM generate_series(1, 60) i;

-- form: varchar wider
ALTER TABLE items ALTER COLUMN name TYPE varchar(80);
-- form: varchar to text
ALTER TABLE items ALTER COLUMN name TYPE text;
-- form: varchar narrower
ALTER TABLE items ALTER COLUMN name TYPE varchar(10);
-- form: varchar narrower, cut off
ALTER TABLE items ALTER COLUMN name TYPE varchar(10) USING name::varchar(10);
-- form: text to varchar
ALTER TABLE items ALTER COLUMN label TYPE varchar;
-- form: text to a varchar that is too short
ALTER TABLE items ALTER COLUMN label TYPE varchar(4);
-- form: text to integer without a word
ALTER TABLE items ALTER COLUMN label TYPE integer;
-- form: text to integer by a cast
ALTER TABLE items ALTER COLUMN label TYPE integer USING label::integer;
-- form: text to uuid by a cast
ALTER TABLE items ALTER COLUMN label TYPE uuid USING label::uuid;
-- form: text to a date by a cast
ALTER TABLE items ALTER COLUMN label TYPE date USING label::date;
-- form: text to json by a cast
ALTER TABLE items ALTER COLUMN label TYPE jsonb USING label::jsonb;
-- form: text to an enum by a cast
ALTER TABLE items ALTER COLUMN label TYPE size USING label::size;
-- form: smallint to integer
ALTER TABLE items ALTER COLUMN small TYPE integer;
-- form: integer to bigint
ALTER TABLE items ALTER COLUMN n TYPE bigint;
-- form: integer to smallint
ALTER TABLE items ALTER COLUMN n TYPE smallint;
-- form: bigint to integer
ALTER TABLE items ALTER COLUMN big TYPE integer;
-- form: integer to text
ALTER TABLE items ALTER COLUMN n TYPE text;
-- form: integer to boolean
ALTER TABLE items ALTER COLUMN n TYPE boolean;
-- form: integer to boolean by a cast
ALTER TABLE items ALTER COLUMN n TYPE boolean USING n::boolean;
-- form: boolean to integer by a cast
ALTER TABLE items ALTER COLUMN ok TYPE integer USING ok::integer;
-- form: integer to oid
ALTER TABLE items ALTER COLUMN n TYPE oid;
-- form: to serial
ALTER TABLE items ALTER COLUMN n TYPE serial;
-- form: numeric with more digits
ALTER TABLE items ALTER COLUMN price TYPE numeric(12, 2);
-- form: numeric with more decimals
ALTER TABLE items ALTER COLUMN price TYPE numeric(12, 4);
-- form: numeric without limit
ALTER TABLE items ALTER COLUMN price TYPE numeric;
-- form: numeric with fewer digits
ALTER TABLE items ALTER COLUMN price TYPE numeric(4, 2);
-- form: numeric with fewer decimals
-- rows decide
ALTER TABLE items ALTER COLUMN price TYPE numeric(7, 1);
-- form: numeric to integer
ALTER TABLE items ALTER COLUMN price TYPE integer;
-- form: double to integer
ALTER TABLE items ALTER COLUMN rate TYPE integer;
-- form: double to numeric
ALTER TABLE items ALTER COLUMN rate TYPE numeric;
-- form: timestamp to fewer digits
ALTER TABLE items ALTER COLUMN made TYPE timestamp(0);
-- form: timestamp to more digits
ALTER TABLE items ALTER COLUMN made3 TYPE timestamp(6);
-- form: timestamp to date
ALTER TABLE items ALTER COLUMN made TYPE date;
-- form: date to timestamp
ALTER TABLE items ALTER COLUMN day TYPE timestamp;
-- form: timestamp with three digits to timestamptz with three
ALTER TABLE items ALTER COLUMN made3 TYPE timestamptz(3);
-- form: timestamp to timestamptz in New York
SET TimeZone = 'America/New_York';
ALTER TABLE items ALTER COLUMN made TYPE timestamptz;
-- form: timestamp to timestamptz in UTC
SET TimeZone = 'UTC';
ALTER TABLE items ALTER COLUMN made TYPE timestamptz;
-- form: timestamp to timestamptz at a zone
ALTER TABLE items ALTER COLUMN made TYPE timestamptz USING made AT TIME ZONE 'UTC';
-- form: uuid to text
ALTER TABLE items ALTER COLUMN key TYPE text;
-- form: uuid to a varchar too short
ALTER TABLE items ALTER COLUMN key TYPE varchar(20);
-- form: json to jsonb
ALTER TABLE items ALTER COLUMN doc TYPE jsonb;
-- form: jsonb to text
ALTER TABLE items ALTER COLUMN docb TYPE text;
-- form: inet to cidr
ALTER TABLE items ALTER COLUMN ip TYPE cidr;
-- form: cidr to inet
ALTER TABLE items ALTER COLUMN net TYPE inet;
-- form: char to varchar
ALTER TABLE items ALTER COLUMN fixed TYPE varchar(8);
-- form: char narrower
ALTER TABLE items ALTER COLUMN fixed TYPE char(4);
-- form: enum to text
ALTER TABLE items ALTER COLUMN size TYPE text;
-- form: enum to a smaller enum
ALTER TABLE items ALTER COLUMN size TYPE fit USING size::text::fit;
-- form: enum to another enum without a word
ALTER TABLE items ALTER COLUMN size TYPE fit;
-- form: text array to varchar array
ALTER TABLE items ALTER COLUMN words TYPE varchar(20)[];
-- form: text to an array
ALTER TABLE items ALTER COLUMN label TYPE text[] USING ARRAY[label];
-- form: a scalar to an array without a word
ALTER TABLE items ALTER COLUMN label TYPE text[];
-- form: to a domain without checks
ALTER TABLE items ALTER COLUMN name TYPE code;
-- form: to a domain with a check
ALTER TABLE items ALTER COLUMN label TYPE short;
-- form: a computed value
ALTER TABLE items ALTER COLUMN label TYPE text USING upper(label);
-- form: another column's value
ALTER TABLE items ALTER COLUMN label TYPE integer USING n;
-- form: a subquery
ALTER TABLE items ALTER COLUMN n TYPE bigint USING (SELECT 1);
-- form: the same type
ALTER TABLE items ALTER COLUMN n TYPE integer USING n::integer;
-- form: two columns at once
ALTER TABLE items ALTER COLUMN n TYPE bigint, ALTER COLUMN small TYPE bigint;
-- form: varchar wider under an index
-- given: CREATE INDEX items_name_idx ON items (name);
ALTER TABLE items ALTER COLUMN name TYPE varchar(80);
-- form: varchar wider under an expression index
-- given: CREATE INDEX items_name_idx ON items (lower(name));
ALTER TABLE items ALTER COLUMN name TYPE varchar(80);
-- form: varchar wider under a check
-- given: ALTER TABLE items ADD CONSTRAINT named CHECK (name IS NOT NULL);
ALTER TABLE items ALTER COLUMN name TYPE varchar(80);
-- form: varchar wider under a view
-- given: CREATE VIEW names AS SELECT name FROM items;
ALTER TABLE items ALTER COLUMN name TYPE varchar(80);
-- form: enum to text under a check with a label
-- given: ALTER TABLE items ADD CONSTRAINT sized CHECK (size IN ('s', 'm', 'l'));
ALTER TABLE items ALTER COLUMN size TYPE text;
-- form: enum to text under a partial index with a label
-- given: CREATE INDEX items_small_idx ON items (id) WHERE size = 's';
ALTER TABLE items ALTER COLUMN size TYPE text;
-- form: text to integer over a default
-- given: ALTER TABLE items ALTER COLUMN label SET DEFAULT '0';
ALTER TABLE items ALTER COLUMN label TYPE integer USING 1;
-- form: drop the default, change the type, set the default
-- given: ALTER TABLE items ALTER COLUMN size SET DEFAULT 's';
ALTER TABLE items ALTER COLUMN size DROP DEFAULT, ALTER COLUMN size TYPE text USING size::text,
  ALTER COLUMN size SET DEFAULT 's';
-- form: one side of a foreign key wider
-- given: UPDATE items SET owner_id = NULL WHERE owner_id > 10;
ALTER TABLE owners ALTER COLUMN id TYPE bigint;
-- form: one side of a foreign key to text
ALTER TABLE items ALTER COLUMN owner_id TYPE text;
-- form: rows of a unique column become equal
-- given: CREATE TABLE rates (id integer PRIMARY KEY, v numeric UNIQUE);
-- given: INSERT INTO rates VALUES (1, 1.1), (2, 1.2);
ALTER TABLE rates ALTER COLUMN v TYPE integer;
-- form: json under a btree key
CREATE UNIQUE INDEX items_doc_idx ON items (doc);
-- form: a cast of timestamptz in an index
CREATE INDEX items_at_idx ON items ((at::date));
-- form: a cast of timestamp in an index
CREATE INDEX items_made_idx ON items ((made::date));
-- form: a label added and used
ALTER TYPE size ADD VALUE 'xl';
UPDATE items SET size = 'xl' WHERE id = 1;
-- form: a label added and not used
ALTER TYPE size ADD VALUE 'xl';
UPDATE items SET n = 2 WHERE id = 1;
-- form: a label that is there
ALTER TYPE size ADD VALUE 'm';
-- form: a label that is there, if not exists
ALTER TYPE size ADD VALUE IF NOT EXISTS 'm';
-- form: a label before one that is not there
ALTER TYPE size ADD VALUE 'xs' BEFORE 'xxs';
-- form: an enum recreated with fewer labels
CREATE TYPE size_new AS ENUM ('s', 'm');
ALTER TABLE items ALTER COLUMN size TYPE size_new USING (size::text::size_new);
ALTER TYPE size RENAME TO size_old;
ALTER TYPE size_new RENAME TO size;
DROP TYPE size_old;
-- form: drop a type in use
DROP TYPE size;
-- form: drop a type in use, cascade
DROP TYPE size CASCADE;
-- form: a domain's new check
-- given: ALTER TABLE items ADD COLUMN tag code; UPDATE items SET tag = name;
-- rows decide
ALTER DOMAIN code ADD CONSTRAINT filled CHECK (VALUE IS NULL OR VALUE <> 'x');
-- form: a domain's new check, not valid
-- given: ALTER TABLE items ADD COLUMN tag code;
ALTER DOMAIN code ADD CONSTRAINT filled CHECK (VALUE <> '') NOT VALID;
-- form: a domain NOT NULL
-- given: ALTER TABLE items ADD COLUMN tag code;
ALTER DOMAIN code SET NOT NULL;
