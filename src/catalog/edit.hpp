#pragma once

// How the replay changes the catalog: every object is saved to the journal before it changes, so that a
// ROLLBACK or a refused statement can take it back. Nothing is saved where nothing can be taken back, so the
// common single-command statement costs no copy.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "miglint/catalog.hpp"

namespace miglint {

namespace journal_detail {
template <class Map>
int id_of(const Catalog& catalog, Map Catalog::* map) {
  return static_cast<int>(reinterpret_cast<const char*>(&(catalog.*map)) -
                          reinterpret_cast<const char*>(&catalog));
}
}  // namespace journal_detail

/// Remembers the object of this key as it is now, or that there is none.
template <class Map>
void save(Catalog& catalog, Map Catalog::* map, const RelationName& key) {
  if (!catalog.journal.recording() ||
      !catalog.journal.saved.emplace(journal_detail::id_of(catalog, map), key).second)
    return;
  const auto found = (catalog.*map).find(key);
  std::optional<typename Map::mapped_type> before;
  if (found != (catalog.*map).end()) before = found->second;
  catalog.journal.undo.emplace_back([map, key, before = std::move(before)](Catalog& c) {
    if (before) {
      (c.*map).insert_or_assign(key, *before);
    } else {
      (c.*map).erase(key);
    }
  });
}

/// Remembers a small member as a whole: the search_path, the schemas, …
template <class Member>
void save_whole(Catalog& catalog, Member Catalog::* member) {
  if (!catalog.journal.recording() ||
      !catalog.journal.saved.emplace(journal_detail::id_of(catalog, member), RelationName{}).second)
    return;
  catalog.journal.undo.emplace_back([member, before = catalog.*member](Catalog& c) { c.*member = before; });
}

/// Remembers one entry of a map or a set by text: of a whole one, saved for each of many statements, the
/// memory would grow with the square of their number.
template <class Entries>
void save_entry(Catalog& catalog, Entries Catalog::* entries, const std::string& key) {
  if (!catalog.journal.recording() ||
      !catalog.journal.saved.emplace(journal_detail::id_of(catalog, entries), RelationName{{}, key}).second)
    return;
  std::vector<typename Entries::value_type> before;  // one or none
  if (const auto found = (catalog.*entries).find(key); found != (catalog.*entries).end())
    before.push_back(*found);
  catalog.journal.undo.emplace_back([entries, key, before = std::move(before)](Catalog& c) {
    (c.*entries).erase(key);
    (c.*entries).insert(before.begin(), before.end());
  });
}

/// Functions share names, so all of one name are saved together.
void save_functions(Catalog& catalog, const FunctionName& name);

/// Adds or replaces, saving what was there.
template <class Map>
typename Map::mapped_type& put(Catalog& catalog, Map Catalog::* map, const RelationName& key,
                               typename Map::mapped_type value) {
  save(catalog, map, key);
  return (catalog.*map).insert_or_assign(key, std::move(value)).first->second;
}

template <class Map>
void erase(Catalog& catalog, Map Catalog::* map, const RelationName& key) {
  save(catalog, map, key);
  (catalog.*map).erase(key);
}

/// The object of this resolved name, saved and ready to be changed; null when there is none.
template <class Map>
typename Map::mapped_type* edit(Catalog& catalog, Map Catalog::* map, const RelationName& key) {
  const auto found = (catalog.*map).find(key);
  if (found == (catalog.*map).end()) return nullptr;
  save(catalog, map, key);
  return &found->second;
}

void push_mark(Catalog& catalog, bool transaction);
/// Keeps what happened since the last mark.
void release_mark(Catalog& catalog);
/// Takes back what happened since the last mark; the mark goes too.
void roll_back_to_mark(Catalog& catalog);

/// The session has temporary relations: their schema comes first on the path from now on.
void find_temporary_first(Catalog& catalog);

/// Where the statement being replayed stands.
Origin here(const Catalog& catalog);

/// The table, saved and ready to be changed. One that no migration made is brought in as uncertain. Null when
/// the name is a view, an index or another relation, or when the history dropped it.
Table* edit_table(Catalog& catalog, const RelationName& name);
Column* find_column(Table& table, std::string_view name);
/// The column, or one brought in as uncertain with the table it is on; null when the table surely has none of
/// this name.
Column* edit_column(Table& table, std::string_view name);

/// Makes the dependents' maps know what a column, a constraint or the whole of a table, view or function
/// depends on.
void note_column(Catalog& catalog, const RelationName& table, const Column& column);
void note_default(Catalog& catalog, const RelationName& table, const Column& column);
void note_constraint(Catalog& catalog, const RelationName& table, const Constraint& constraint);
void note_dependents(Catalog& catalog, const Table& table);
void note_dependents(Catalog& catalog, const View& view);
void note_dependents(Catalog& catalog, const Function& function);

/// The sequence that nextval('…') in a default draws from; empty when there is none.
RelationName drawn_from(const Catalog& catalog, const Expression& default_value);

/// Rows may have been put there: through views that read one relation as well (what triggers and rules do is
/// for others to say).
void note_filled(Catalog& catalog, const RelationName& written);
/// The tables made CREATE TABLE … OF this type.
std::vector<RelationName> typed_tables(const Catalog& catalog, const RelationName& type);
/// The type of this name, with its schema.
RelationName resolve_type(const Catalog& catalog, const RelationName& written);
/// The role that statements run as, where the session chose one; empty: the one that migrates.
std::string current_role(const Catalog& catalog);
/// The same of a role as it is written, empty for CURRENT_USER.
std::string role_named(const Catalog& catalog, const std::string& written);
/// Of a table, a view or a sequence.
void set_owner_of_relation(Catalog& catalog, const RelationName& name, const std::string& role);

/// The table and what inherits from it, the table first; the table alone with ONLY.
std::vector<RelationName> family(const Catalog& catalog, const RelationName& table, bool only);

}  // namespace miglint
