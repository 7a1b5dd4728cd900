#include "catalog/naming.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace miglint {

static constexpr std::size_t name_bytes = max_identifier_bytes;

/// The first `length` bytes, less what would cut a UTF-8 character (pg_mbcliplen).
static std::string_view clip(std::string_view text, std::size_t length) {
  if (text.size() <= length) return text;
  while (length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80) --length;
  return text.substr(0, length);
}

// indexcmds.c, makeObjectName: the longer of the two names loses bytes until all fits.
std::string make_object_name(std::string_view name1, std::string_view name2, std::string_view label) {
  const std::size_t overhead = (name2.empty() ? 0 : 1) + (label.empty() ? 0 : label.size() + 1);
  const std::size_t available = name_bytes > overhead ? name_bytes - overhead : 0;
  std::size_t length1 = name1.size();
  std::size_t length2 = name2.size();
  while (length1 + length2 > available) {
    if (length1 > length2) {
      --length1;
    } else {
      --length2;
    }
  }
  std::string name(clip(name1, length1));
  if (!name2.empty()) name.append("_").append(clip(name2, length2));
  if (!label.empty()) name.append("_").append(label);
  return name;
}

template <class IsFree>
static std::string first_free(std::string_view name1, std::string_view name2, std::string_view label,
                              IsFree is_free) {
  for (int pass = 0;; ++pass) {
    const std::string numbered = pass == 0 ? std::string(label) : fmt::format("{}{}", label, pass);
    std::string name = make_object_name(name1, name2, numbered);
    if (is_free(name)) return name;
  }
}

std::string choose_relation_name(const Catalog& catalog, const std::string& schema, std::string_view name1,
                                 std::string_view name2, std::string_view label, bool is_constraint) {
  return first_free(name1, name2, label, [&](const std::string& name) {
    return !catalog.relation_exists({schema, name}) &&
           (!is_constraint || catalog.with_constraint(schema, name).empty());
  });
}

std::string choose_constraint_name(const Catalog& catalog, const std::string& schema, std::string_view name1,
                                   std::string_view name2, std::string_view label) {
  return first_free(name1, name2, label,
                    [&](const std::string& name) { return catalog.with_constraint(schema, name).empty(); });
}

// indexcmds.c, ChooseIndexNameAddition: joining stops once NAMEDATALEN bytes are there; makeObjectName cuts
// the rest.
std::string join_for_name(const std::vector<std::string>& columns) {
  std::string joined;
  for (const std::string& column : columns) {
    if (!joined.empty()) joined += '_';
    joined += column;
    if (joined.size() > name_bytes) break;
  }
  return joined;
}

std::vector<std::string> index_column_names(const std::vector<IndexElement>& elements,
                                            const std::vector<std::string>& include) {
  std::vector<std::string> names;
  const auto add = [&](const std::string& wanted) {
    std::string name = wanted;
    for (int number = 1; std::find(names.begin(), names.end(), name) != names.end(); ++number) {
      const std::string suffix = std::to_string(number);
      name = std::string(clip(wanted, name_bytes - suffix.size())) + suffix;
    }
    names.push_back(std::move(name));
  };
  for (const IndexElement& element : elements)
    add(!element.name.empty() ? element.name : !element.column.empty() ? element.column : "expr");
  for (const std::string& column : include) add(column);
  return names;
}

std::string choose_index_name(const Catalog& catalog, const RelationName& table,
                              const std::vector<IndexElement>& elements,
                              const std::vector<std::string>& include) {
  return choose_relation_name(catalog, table.schema, table.name,
                              join_for_name(index_column_names(elements, include)), "idx", false);
}

RelationName name_of_new(const Catalog& catalog, const RelationName& name, Persistence persistence) {
  return persistence == Persistence::temporary ? RelationName{"pg_temp", name.name}
                                               : catalog.creation_name(name);
}

Persistence view_persistence(const Catalog& catalog, const CreateView& change) {
  const bool over_temporary = std::ranges::any_of(change.query.relations, [&](const RelationName& relation) {
    return catalog.resolve_view(relation).schema == "pg_temp";
  });
  return over_temporary && !change.materialized && change.view.schema.empty() ? Persistence::temporary
                                                                              : change.persistence;
}

}  // namespace miglint
