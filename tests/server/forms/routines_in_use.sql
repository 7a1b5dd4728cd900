CREATE TABLE emp(id int PRIMARY KEY, nam text, pay int);
CREATE FUNCTION fi(int) RETURNS int IMMUTABLE LANGUAGE sql AS 'select $1';
CREATE INDEX ei ON emp (fi(pay));
CREATE FUNCTION fw(int) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'select true';
CREATE INDEX ew ON emp (pay) WHERE fw(pay);
CREATE FUNCTION fd() RETURNS int LANGUAGE sql AS 'select 1';
ALTER TABLE emp ALTER pay SET DEFAULT fd();
CREATE FUNCTION fc(int) RETURNS boolean LANGUAGE sql AS 'select true';
ALTER TABLE emp ADD CONSTRAINT ec CHECK (fc(pay));
CREATE FUNCTION ft() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end';
CREATE TRIGGER et BEFORE INSERT ON emp FOR EACH ROW EXECUTE FUNCTION ft();
CREATE FUNCTION fv(int) RETURNS int LANGUAGE sql AS 'select 1';
CREATE VIEW v AS SELECT fv(id) AS x FROM emp;
CREATE FUNCTION fv2() RETURNS int LANGUAGE sql AS 'select 1';
CREATE MATERIALIZED VIEW mv AS SELECT 1 AS a WHERE fv2() = 1;
CREATE FUNCTION fp(int) RETURNS boolean LANGUAGE sql AS 'select true';
CREATE POLICY po ON emp USING (fp(id));
CREATE FUNCTION fk() RETURNS boolean LANGUAGE sql AS 'select true';
CREATE POLICY pk ON emp FOR INSERT WITH CHECK (fk());
CREATE FUNCTION fg(int) RETURNS int IMMUTABLE LANGUAGE sql AS 'select 1';
ALTER TABLE emp ADD g int GENERATED ALWAYS AS (fg(id)) STORED;
CREATE FUNCTION ff() RETURNS SETOF int LANGUAGE sql AS 'select 1';
CREATE VIEW vf AS SELECT * FROM ff() AS t(k);
CREATE FUNCTION fdom(int) RETURNS boolean LANGUAGE sql AS 'select true';
CREATE DOMAIN dm AS int CHECK (fdom(VALUE));
CREATE FUNCTION fwhen(int) RETURNS boolean LANGUAGE sql AS 'select true';
CREATE TRIGGER ew2 BEFORE UPDATE ON emp FOR EACH ROW WHEN (fwhen(NEW.id)) EXECUTE FUNCTION ft();
CREATE FUNCTION vt() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end';
CREATE TRIGGER vtr INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION vt();
CREATE FUNCTION ov(int) RETURNS int LANGUAGE sql AS 'select 1';
CREATE FUNCTION ov(text) RETURNS int LANGUAGE sql AS 'select 1';
CREATE VIEW vo AS SELECT ov(1) AS o;
CREATE FUNCTION unused() RETURNS int LANGUAGE sql AS 'select fd()';
CREATE FUNCTION mood_of() RETURNS int LANGUAGE sql AS 'select 1';
CREATE RULE ru AS ON DELETE TO emp DO ALSO SELECT mood_of();
CREATE PROCEDURE ppp() LANGUAGE sql AS 'select 1';
CREATE TYPE mood AS ENUM ('a');
CREATE FUNCTION om(mood) RETURNS int LANGUAGE sql AS 'select 1';
CREATE FUNCTION sub(int) RETURNS int LANGUAGE sql AS 'select 1';
CREATE VIEW vsub AS SELECT 1 AS k WHERE EXISTS (SELECT 1 FROM emp WHERE sub(id) = 1);

-- form: drop function fi(int)
DROP FUNCTION fi(int);
-- form: drop function fw
DROP FUNCTION fw;
-- form: drop routine fd
DROP ROUTINE fd;
-- form: drop type mood
DROP TYPE mood;
-- form: drop trigger nosuch on v
DROP TRIGGER nosuch ON v;
-- form: create trigger vtr instead of insert on v for each row execute function vt()
CREATE TRIGGER vtr INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION vt();
