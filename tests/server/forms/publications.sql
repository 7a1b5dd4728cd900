CREATE TABLE emp(id int PRIMARY KEY, nam text, g int GENERATED ALWAYS AS (id) STORED);
CREATE TABLE oth(id int);
CREATE TABLE nk(id int, n text);
CREATE TABLE nk2(id int);
CREATE TABLE fullt(id int);
ALTER TABLE fullt REPLICA IDENTITY FULL;
CREATE TABLE noth(id int PRIMARY KEY);
ALTER TABLE noth REPLICA IDENTITY NOTHING;
CREATE TABLE uq(id int NOT NULL UNIQUE);
ALTER TABLE uq REPLICA IDENTITY USING INDEX uq_id_key;
CREATE TABLE uq2(id int NOT NULL UNIQUE);
CREATE VIEW vw AS SELECT 1 AS a;
CREATE MATERIALIZED VIEW mv AS SELECT 1 AS a;
CREATE UNLOGGED TABLE unl(id int);
CREATE SEQUENCE sq;
CREATE INDEX ix ON emp(nam);
CREATE SCHEMA ap;
CREATE TABLE ap.t(id int);
CREATE PUBLICATION pb FOR TABLE emp;
CREATE PUBLICATION pbn FOR TABLE nk, fullt, noth, uq, uq2;
CREATE PUBLICATION pins FOR TABLE nk2 WITH (publish = 'insert');
CREATE PUBLICATION psch FOR TABLES IN SCHEMA ap;
CREATE PUBLICATION pcol FOR TABLE emp (id, nam);
CREATE TABLE prt(id int) PARTITION BY LIST (id);
CREATE TABLE prt1 PARTITION OF prt FOR VALUES IN (1);

-- form: create publication pb
CREATE PUBLICATION pb;
-- form: create publication n for table missing
CREATE PUBLICATION n FOR TABLE missing;
-- form: create publication n for table nosch missing
CREATE PUBLICATION n FOR TABLE nosch.missing;
-- form: create publication n for table emp, missing
CREATE PUBLICATION n FOR TABLE emp, missing;
-- form: create publication n for table emp (id), emp
CREATE PUBLICATION n FOR TABLE emp (id), emp;
-- form: create publication n for table vw
CREATE PUBLICATION n FOR TABLE vw;
-- form: create publication n for table mv
CREATE PUBLICATION n FOR TABLE mv;
-- form: create publication n for table ix
CREATE PUBLICATION n FOR TABLE ix;
-- form: create publication n for table emp (missing)
CREATE PUBLICATION n FOR TABLE emp (missing);
-- form: create publication n for table emp (id, g)
CREATE PUBLICATION n FOR TABLE emp (id, g);
-- form: create publication n for table emp (ctid)
CREATE PUBLICATION n FOR TABLE emp (ctid);
-- form: create publication n for tables in schema nosch
CREATE PUBLICATION n FOR TABLES IN SCHEMA nosch;
-- form: create publication n with (publish nosuch )
CREATE PUBLICATION n WITH (publish = 'nosuch');
-- form: create publication n with (nosuch true)
CREATE PUBLICATION n WITH (nosuch = true);
-- form: alter publication pb add table emp
ALTER PUBLICATION pb ADD TABLE emp;
-- form: alter publication pb add table missing
ALTER PUBLICATION pb ADD TABLE missing;
-- form: alter publication pb add table vw
ALTER PUBLICATION pb ADD TABLE vw;
-- form: alter publication pb drop table oth
ALTER PUBLICATION pb DROP TABLE oth;
-- form: alter publication pb drop table missing
ALTER PUBLICATION pb DROP TABLE missing;
-- form: alter publication pb drop table emp (id)
ALTER PUBLICATION pb DROP TABLE emp (id);
-- form: alter publication pb add tables in schema nosch
ALTER PUBLICATION pb ADD TABLES IN SCHEMA nosch;
-- form: alter publication psch add tables in schema ap
ALTER PUBLICATION psch ADD TABLES IN SCHEMA ap;
-- form: alter publication psch drop tables in schema public
ALTER PUBLICATION psch DROP TABLES IN SCHEMA public;
-- form: alter publication pcol add tables in schema ap
ALTER PUBLICATION pcol ADD TABLES IN SCHEMA ap;
-- form: alter publication pb set (publish nosuch )
ALTER PUBLICATION pb SET (publish = 'nosuch');
-- form: drop publication missing
DROP PUBLICATION missing;
-- form: comment on publication missing is x
COMMENT ON PUBLICATION missing IS 'x';
-- form: update nk set n x
UPDATE nk SET n = 'x';
-- form: delete from nk
DELETE FROM nk;
-- form: update noth set id 1
UPDATE noth SET id = 1;
-- form: delete from noth
DELETE FROM noth;
-- form: update uq2 set id 1
UPDATE uq2 SET id = 1;
-- form: update ap t set id 1
UPDATE ap.t SET id = 1;
-- form: update nk set n x where false
UPDATE nk SET n = 'x' WHERE false;
-- form: merge into nk using oth on true when matched then delete
MERGE INTO nk USING oth ON true WHEN MATCHED THEN DELETE;
-- form: with d as (delete from nk returning 1) select from d
WITH d AS (DELETE FROM nk RETURNING 1) SELECT * FROM d;
-- form: alter table emp drop column nam
ALTER TABLE emp DROP COLUMN nam;
