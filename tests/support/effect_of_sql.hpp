#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "miglint/catalog.hpp"
#include "miglint/effect.hpp"

namespace miglint::test {

/// The effect of `sql`'s last statement in a migration of its own, after `setup` in an earlier one.
/// Statements before it in `sql` are replayed, so what they make is new.
Effect effect_of_sql(const std::string& setup, const std::string& sql, int postgres = 15);

/// The same in two steps, for many statements after one setup.
Catalog catalog_after(const std::string& setup, int postgres = 15);
Effect effect_in(Catalog catalog, const std::string& sql);

/// The catalog when something ran that nobody understood: anything in it may be otherwise.
Catalog doubted(Catalog catalog);
/// CHECKs that a statement that PostgreSQL carries out is not refused either where less is known of what
/// there is: where no migration made any of it, where it is in doubt.
void check_knowing_less(const Catalog& doubted, const std::string& sql, bool carried_out);

/// Of a table of outcomes, a line each: `42P01 DROP TABLE missing;`, `ok …` for what does not always fail; a
/// line that begins with blanks goes on. Returned are those that come out otherwise, and how.
std::string disagreements(const std::string& setup, std::string_view outcomes, int postgres = 15);
/// A statement tried on a server, and the SQLSTATE that it is refused with; empty: it is carried out.
struct Tried {
  std::string_view sql, sqlstate;
};
/// CHECKs that each comes out as it did there.
void check_tried(const std::string& setup, std::span<const Tried> statements);
inline void check_tried(const std::string& setup, std::initializer_list<Tried> statements) {
  check_tried(setup, std::span(statements.begin(), statements.size()));
}
/// `23502 users(email)` for each row failure, `*` behind one that any row causes; "-" when nothing can fail.
std::string failures(const Effect& effect);
/// `users AccessExclusiveLock, orders ShareLock` without the schema public; "-" when there is none.
std::string locks(const Effect& effect);
/// The names of a list of work, without the schema public; "-" when it is empty.
std::string names(const std::vector<Work>& work);
/// The SQLSTATE that it always fails with, "" when it does not.
std::string always(const Effect& effect);

}  // namespace miglint::test
