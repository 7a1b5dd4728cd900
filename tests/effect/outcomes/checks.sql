CREATE DOMAIN dlen AS text CHECK (length(VALUE) > 2);
CREATE TABLE len(s text CHECK (length(s) <= 3));
CREATE TABLE clen(s text CHECK (char_length(s) = 2));
CREATE TABLE olen(s text CHECK (octet_length(s) = 2));
CREATE TABLE trimmed(s text CHECK (btrim(s) <> ''));
CREATE TABLE trimmed2(s text CHECK (trim(s) = 'a'));
CREATE TABLE num(n int CHECK (n >= 2 AND n <= 8), m int CHECK (m <> 3), o int CHECK (o < 5), p int CHECK
  (p != 4));
CREATE TABLE dec(n numeric(4,1) CHECK (n <> 1.2), i int CHECK (i <> 2));
CREATE TABLE bet(n int CHECK (n BETWEEN 1 AND 9), m int CHECK (m NOT BETWEEN 1 AND 9));
CREATE TABLE mem(s text CHECK (s IN ('a', 'b')), t text CHECK (t NOT IN ('a', 'b')), u text CHECK (u = ANY
  (ARRAY['a', 'b'])));
CREATE TABLE nul(a int, b int, CHECK (a IS NOT NULL OR b IS NOT NULL), CHECK (NOT (a IS NULL AND b = 1)));
CREATE TABLE nul2(a int, b int, CHECK ((a IS NULL) = (b IS NULL)));
CREATE TABLE neg(a int CHECK (NOT (a > 5)), b boolean CHECK (b), c boolean CHECK (NOT c));
CREATE TABLE js(j jsonb CHECK (jsonb_typeof(j) = 'object'), k json CHECK (json_typeof(k) = 'array'));
CREATE TABLE co(a int, b int, CHECK (coalesce(a, b) IS NOT NULL), CHECK (coalesce(a, b, 0) < 10));
CREATE TABLE arr(a int[] CHECK (cardinality(a) > 0));
CREATE TABLE ari(a int CHECK (a + 1 IS NOT NULL), b int);
CREATE TABLE txt(s text CHECK (s < 'm'), t text CHECK (t >= 'm'), v varchar CHECK (v <> 'x'), c char(3)
  CHECK (c = 'a'));
CREATE TABLE dt(d date CHECK (d <> '2020-01-01'), e date CHECK (e = '2020-01-01'));
CREATE TABLE dist(a int CHECK (a IS DISTINCT FROM 1), b int CHECK (b IS NOT DISTINCT FROM 1));
CREATE TABLE low(a text CHECK (lower(a) = a), b text CHECK (upper(b) IS NOT NULL));
CREATE TABLE istrue(a boolean CHECK (a IS TRUE), b boolean CHECK (b IS NOT FALSE));
CREATE TABLE lk(a text CHECK (a LIKE 'x%'), b text CHECK (b ~ 'x'));
CREATE TABLE big(a numeric CHECK (a < 12345678901234567890), b numeric CHECK (b > 1234567890));
CREATE TABLE un(a int CHECK (a IN (1, 2, NULL)), b int CHECK (b NOT IN (1, NULL)));
-- Statements
INSERT INTO len VALUES ('abcd');
-- 23514: a row violates the check len_s_check of public.len
INSERT INTO len VALUES ('abc');
-- locks len RowExclusiveLock
INSERT INTO len VALUES ('äöü');
-- locks len RowExclusiveLock
INSERT INTO len VALUES (NULL);
-- locks len RowExclusiveLock
INSERT INTO clen VALUES ('äö');
-- locks clen RowExclusiveLock
INSERT INTO clen VALUES ('ä');
-- 23514: a row violates the check clen_s_check of public.clen
INSERT INTO olen VALUES ('ä');
-- locks olen RowExclusiveLock
INSERT INTO olen VALUES ('äö');
-- 23514: a row violates the check olen_s_check of public.olen
INSERT INTO trimmed VALUES ('');
-- 23514: a row violates the check trimmed_s_check of public.trimmed
INSERT INTO trimmed VALUES ('   ');
-- 23514: a row violates the check trimmed_s_check of public.trimmed
INSERT INTO trimmed VALUES (' x ');
-- locks trimmed RowExclusiveLock
INSERT INTO trimmed VALUES (NULL);
-- locks trimmed RowExclusiveLock
INSERT INTO trimmed2 VALUES ('  a ');
-- locks trimmed2 RowExclusiveLock
INSERT INTO trimmed2 VALUES ('  b ');
-- 23514: a row violates the check trimmed2_s_check of public.trimmed2
INSERT INTO num(n) VALUES (1);
-- 23514: a row violates the check num_n_check of public.num
INSERT INTO num(n) VALUES (2);
-- locks num RowExclusiveLock
INSERT INTO num(n) VALUES (8);
-- locks num RowExclusiveLock
INSERT INTO num(n) VALUES (9);
-- 23514: a row violates the check num_n_check of public.num
INSERT INTO num(m) VALUES (3);
-- 23514: a row violates the check num_m_check of public.num
INSERT INTO num(m) VALUES (4);
-- locks num RowExclusiveLock
INSERT INTO num(o) VALUES (5);
-- 23514: a row violates the check num_o_check of public.num
INSERT INTO num(o) VALUES (4);
-- locks num RowExclusiveLock
INSERT INTO num(p) VALUES (4);
-- 23514: a row violates the check num_p_check of public.num
INSERT INTO num(p) VALUES (5);
-- locks num RowExclusiveLock
INSERT INTO num(n) VALUES ('1');
-- 23514: a row violates the check num_n_check of public.num
INSERT INTO num(n) VALUES (NULL);
-- locks num RowExclusiveLock
INSERT INTO dec(n) VALUES (1.3);
-- locks dec RowExclusiveLock
INSERT INTO dec(i) VALUES (2);
-- 23514: a row violates the check dec_i_check of public.dec
INSERT INTO bet(n) VALUES (0);
-- 23514: a row violates the check bet_n_check of public.bet
INSERT INTO bet(n) VALUES (1);
-- locks bet RowExclusiveLock
INSERT INTO bet(n) VALUES (10);
-- 23514: a row violates the check bet_n_check of public.bet
INSERT INTO bet(m) VALUES (1);
-- 23514: a row violates the check bet_m_check of public.bet
INSERT INTO bet(m) VALUES (0);
-- locks bet RowExclusiveLock
INSERT INTO bet(m) VALUES (NULL);
-- locks bet RowExclusiveLock
INSERT INTO mem(s) VALUES ('a');
-- locks mem RowExclusiveLock
INSERT INTO mem(s) VALUES ('c');
-- 23514: a row violates the check mem_s_check of public.mem
INSERT INTO mem(t) VALUES ('a');
-- 23514: a row violates the check mem_t_check of public.mem
INSERT INTO mem(t) VALUES ('c');
-- locks mem RowExclusiveLock
INSERT INTO mem(u) VALUES ('a');
-- locks mem RowExclusiveLock
INSERT INTO mem(u) VALUES ('c');
-- 23514: a row violates the check mem_u_check of public.mem
INSERT INTO mem(s) VALUES (NULL);
-- locks mem RowExclusiveLock
INSERT INTO nul VALUES (NULL, NULL);
-- 23514: a row violates the check nul_check of public.nul
INSERT INTO nul VALUES (1, NULL);
-- locks nul RowExclusiveLock
INSERT INTO nul VALUES (NULL, 1);
-- 23514: a row violates the check nul_check1 of public.nul
INSERT INTO nul VALUES (NULL, 2);
-- locks nul RowExclusiveLock
INSERT INTO nul2 VALUES (1, 1);
-- locks nul2 RowExclusiveLock
INSERT INTO neg(a) VALUES (6);
-- 23514: a row violates the check neg_a_check of public.neg
INSERT INTO neg(a) VALUES (5);
-- locks neg RowExclusiveLock
INSERT INTO neg(b) VALUES (true);
-- locks neg RowExclusiveLock
INSERT INTO neg(b) VALUES (false);
-- 23514: a row violates the check neg_b_check of public.neg
INSERT INTO neg(b) VALUES ('f');
-- 23514: a row violates the check neg_b_check of public.neg
INSERT INTO neg(b) VALUES (NULL);
-- locks neg RowExclusiveLock
INSERT INTO neg(c) VALUES (true);
-- 23514: a row violates the check neg_c_check of public.neg
INSERT INTO neg(c) VALUES (false);
-- locks neg RowExclusiveLock
INSERT INTO js(j) VALUES ('{}');
-- locks js RowExclusiveLock
INSERT INTO js(j) VALUES (' {"a": 1}');
-- locks js RowExclusiveLock
INSERT INTO js(j) VALUES ('[]');
-- 23514: a row violates the check js_j_check of public.js
INSERT INTO js(j) VALUES ('"x"');
-- 23514: a row violates the check js_j_check of public.js
INSERT INTO js(j) VALUES ('true');
-- 23514: a row violates the check js_j_check of public.js
INSERT INTO js(j) VALUES ('null');
-- 23514: a row violates the check js_j_check of public.js
INSERT INTO js(j) VALUES ('-1');
-- 23514: a row violates the check js_j_check of public.js
INSERT INTO js(j) VALUES (NULL);
-- locks js RowExclusiveLock
INSERT INTO js(k) VALUES ('[1]');
-- locks js RowExclusiveLock
INSERT INTO js(k) VALUES ('{}');
-- 23514: a row violates the check js_k_check of public.js
INSERT INTO co VALUES (NULL, NULL);
-- 23514: a row violates the check co_check of public.co
INSERT INTO co VALUES (NULL, 1);
-- locks co RowExclusiveLock
INSERT INTO co VALUES (NULL, 11);
-- 23514: a row violates the check co_check1 of public.co
INSERT INTO co VALUES (12, 1);
-- 23514: a row violates the check co_check1 of public.co
INSERT INTO co VALUES (1, 12);
-- locks co RowExclusiveLock
INSERT INTO arr VALUES ('{}');
-- 23514: a row violates the check arr_a_check of public.arr
INSERT INTO arr VALUES ('{1}');
-- locks arr RowExclusiveLock
INSERT INTO ari VALUES (NULL, 1);
-- 23514: a row violates the check ari_a_check of public.ari
INSERT INTO ari VALUES (1, 1);
-- locks ari RowExclusiveLock
INSERT INTO txt(s) VALUES ('m');
-- 23514: a row violates the check txt_s_check of public.txt
INSERT INTO txt(t) VALUES ('m');
-- locks txt RowExclusiveLock
INSERT INTO txt(v) VALUES ('x');
-- 23514: a row violates the check txt_v_check of public.txt
INSERT INTO txt(v) VALUES ('y');
-- locks txt RowExclusiveLock
INSERT INTO txt(c) VALUES ('a');
-- locks txt RowExclusiveLock
INSERT INTO txt(c) VALUES ('a  ');
-- locks txt RowExclusiveLock
INSERT INTO dt(d) VALUES ('2020-01-01');
-- 23514: a row violates the check dt_d_check of public.dt
INSERT INTO dt(d) VALUES ('2020-01-02');
-- locks dt RowExclusiveLock
INSERT INTO dt(e) VALUES ('20200101');
-- locks dt RowExclusiveLock
INSERT INTO dt(e) VALUES ('2020-01-01');
-- locks dt RowExclusiveLock
INSERT INTO dist(a, b) VALUES (2, 1);
-- locks dist RowExclusiveLock
INSERT INTO low(a) VALUES ('A');
-- 23514: a row violates the check low_b_check of public.low
INSERT INTO low(b) VALUES (NULL);
-- 23514: a row violates the check low_b_check of public.low
INSERT INTO low(a, b) VALUES (NULL, 'x');
-- locks low RowExclusiveLock
INSERT INTO istrue(a, b) VALUES (true, NULL);
-- locks istrue RowExclusiveLock
INSERT INTO lk(a) VALUES (NULL);
-- locks lk RowExclusiveLock
INSERT INTO big(a) VALUES (1);
-- locks big RowExclusiveLock
INSERT INTO big(b) VALUES (1);
-- 23514: a row violates the check big_b_check of public.big
INSERT INTO big(b) VALUES (1234567891);
-- locks big RowExclusiveLock
INSERT INTO un(a) VALUES (3);
-- locks un RowExclusiveLock
INSERT INTO un(a) VALUES (1);
-- locks un RowExclusiveLock
INSERT INTO un(b) VALUES (1);
-- 23514: a row violates the check un_b_check of public.un
INSERT INTO un(b) VALUES (2);
-- locks un RowExclusiveLock
