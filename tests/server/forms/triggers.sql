CREATE TABLE emp(id int PRIMARY KEY, nam text, pay int, gen int GENERATED ALWAYS AS (id) STORED);
CREATE VIEW vw AS SELECT id, nam FROM emp;
CREATE MATERIALIZED VIEW mv AS SELECT 1 AS a;
CREATE SEQUENCE sq;
CREATE INDEX ix ON emp(nam);
CREATE FUNCTION trf() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end';
CREATE FUNCTION notr() RETURNS int LANGUAGE sql AS 'select 1';
CREATE FUNCTION argtr(int) RETURNS int LANGUAGE sql AS 'select 1';
CREATE TRIGGER tr BEFORE INSERT ON emp FOR EACH ROW EXECUTE FUNCTION trf();
CREATE TABLE prt(id int, k int) PARTITION BY LIST (id);
CREATE TABLE prt1 PARTITION OF prt FOR VALUES IN (1);
CREATE TRIGGER ptr AFTER INSERT ON prt FOR EACH ROW EXECUTE FUNCTION trf();
CREATE CONSTRAINT TRIGGER ctr AFTER INSERT ON emp FOR EACH ROW EXECUTE FUNCTION trf();
CREATE SCHEMA ap;
CREATE FUNCTION ap.atr() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end';
CREATE TABLE par(a int);
CREATE TABLE chi() INHERITS (par);
CREATE PROCEDURE prc() LANGUAGE sql AS 'select 1';

-- form: create trigger n before insert on emp for each row execute function missing()
CREATE TRIGGER n BEFORE INSERT ON emp FOR EACH ROW EXECUTE FUNCTION missing();
-- form: create trigger n before insert on emp for each row execute procedure missing()
CREATE TRIGGER n BEFORE INSERT ON emp FOR EACH ROW EXECUTE PROCEDURE missing();
-- form: create trigger n before insert on emp for each row execute function nosch atr()
CREATE TRIGGER n BEFORE INSERT ON emp FOR EACH ROW EXECUTE FUNCTION nosch.atr();
-- form: create trigger n before insert on emp for each row execute function notr()
CREATE TRIGGER n BEFORE INSERT ON emp FOR EACH ROW EXECUTE FUNCTION notr();
-- form: create trigger n before insert on missing for each row execute function trf()
CREATE TRIGGER n BEFORE INSERT ON missing FOR EACH ROW EXECUTE FUNCTION trf();
-- form: create trigger n before insert on nosch missing for each row execute function trf()
CREATE TRIGGER n BEFORE INSERT ON nosch.missing FOR EACH ROW EXECUTE FUNCTION trf();
-- form: create trigger tr before insert on emp for each row execute function trf()
CREATE TRIGGER tr BEFORE INSERT ON emp FOR EACH ROW EXECUTE FUNCTION trf();
-- form: create or replace trigger ctr before insert on emp for each row execute function trf(
CREATE OR REPLACE TRIGGER ctr BEFORE INSERT ON emp FOR EACH ROW EXECUTE FUNCTION trf();
-- form: create constraint trigger tr after insert on emp for each row execute function trf()
CREATE CONSTRAINT TRIGGER tr AFTER INSERT ON emp FOR EACH ROW EXECUTE FUNCTION trf();
-- form: create or replace trigger ptr after insert on prt1 for each row execute function trf(
CREATE OR REPLACE TRIGGER ptr AFTER INSERT ON prt1 FOR EACH ROW EXECUTE FUNCTION trf();
-- form: create trigger ptr after insert on prt1 for each row execute function trf()
CREATE TRIGGER ptr AFTER INSERT ON prt1 FOR EACH ROW EXECUTE FUNCTION trf();
-- form: create trigger n before update of missing on emp for each row execute function trf()
CREATE TRIGGER n BEFORE UPDATE OF missing ON emp FOR EACH ROW EXECUTE FUNCTION trf();
-- form: create trigger n before update of nam, nam on emp for each row execute function trf()
CREATE TRIGGER n BEFORE UPDATE OF nam, nam ON emp FOR EACH ROW EXECUTE FUNCTION trf();
-- form: create trigger n before insert on vw for each row execute function trf()
CREATE TRIGGER n BEFORE INSERT ON vw FOR EACH ROW EXECUTE FUNCTION trf();
-- form: create trigger n after update on vw for each row execute function trf()
CREATE TRIGGER n AFTER UPDATE ON vw FOR EACH ROW EXECUTE FUNCTION trf();
-- form: create trigger n instead of insert on vw execute function trf()
CREATE TRIGGER n INSTEAD OF INSERT ON vw EXECUTE FUNCTION trf();
-- form: create trigger n instead of insert on vw for each row when (new id 1) execute functio
CREATE TRIGGER n INSTEAD OF INSERT ON vw FOR EACH ROW WHEN (NEW.id > 1) EXECUTE FUNCTION trf();
-- form: create trigger n before insert on emp for each row when (old pay 1) execute function 
CREATE TRIGGER n BEFORE INSERT ON emp FOR EACH ROW WHEN (OLD.pay > 1) EXECUTE FUNCTION trf();
-- form: create constraint trigger n after insert on vw for each row execute function trf()
CREATE CONSTRAINT TRIGGER n AFTER INSERT ON vw FOR EACH ROW EXECUTE FUNCTION trf();
-- form: alter trigger missing on emp rename to z
ALTER TRIGGER missing ON emp RENAME TO z;
-- form: alter trigger tr on emp rename to ctr
ALTER TRIGGER tr ON emp RENAME TO ctr;
-- form: alter trigger tr on missing rename to z
ALTER TRIGGER tr ON missing RENAME TO z;
-- form: alter trigger tr on vw rename to z
ALTER TRIGGER tr ON vw RENAME TO z;
-- form: alter trigger ptr on prt1 rename to z
ALTER TRIGGER ptr ON prt1 RENAME TO z;
-- form: drop trigger missing on emp
DROP TRIGGER missing ON emp;
-- form: drop trigger tr on missing
DROP TRIGGER tr ON missing;
-- form: drop trigger ptr on prt1
DROP TRIGGER ptr ON prt1;
-- form: drop trigger if exists ptr on prt1
DROP TRIGGER IF EXISTS ptr ON prt1;
-- form: drop trigger tr on vw
DROP TRIGGER tr ON vw;
-- form: drop trigger tr on nosch emp
DROP TRIGGER tr ON nosch.emp;
-- form: drop trigger tr on ix
DROP TRIGGER tr ON ix;
-- form: alter table emp disable trigger missing
ALTER TABLE emp DISABLE TRIGGER missing;
-- form: alter table emp enable always trigger missing
ALTER TABLE emp ENABLE ALWAYS TRIGGER missing;
-- form: comment on trigger missing on emp is x
COMMENT ON TRIGGER missing ON emp IS 'x';
-- form: comment on trigger tr on missing is x
COMMENT ON TRIGGER tr ON missing IS 'x';
-- form: create rule r as on insert to missing do also nothing
CREATE RULE r AS ON INSERT TO missing DO ALSO NOTHING;
-- form: create rule r as on insert to ix do also nothing
CREATE RULE r AS ON INSERT TO ix DO ALSO NOTHING;
-- form: create rule r as on insert to mv do also nothing
CREATE RULE r AS ON INSERT TO mv DO ALSO NOTHING;
-- form: create rule _return as on insert to emp do also nothing
CREATE RULE "_RETURN" AS ON INSERT TO emp DO ALSO NOTHING;
-- form: drop rule missing on emp
DROP RULE missing ON emp;
-- form: drop rule _return on vw
DROP RULE "_RETURN" ON vw;
-- form: alter rule missing on emp rename to z
ALTER RULE missing ON emp RENAME TO z;
-- form: comment on rule missing on emp is x
COMMENT ON RULE missing ON emp IS 'x';
