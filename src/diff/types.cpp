#include "diff/types.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

namespace miglint {

namespace {

/// What stands in parentheses where nothing does.
struct Implied {
  std::string_view type, modifier;
};
constexpr auto implied = std::to_array<Implied>({{"bit", "1"},
                                                 {"bpchar", "1"},
                                                 {"time", "6"},
                                                 {"timestamp", "6"},
                                                 {"timestamptz", "6"},
                                                 {"timetz", "6"}});

std::vector<std::string> modifiers(const TypeName& type) {
  if (!type.modifiers.empty()) {
    if (type.name == "numeric" && type.modifiers.size() == 1) return {type.modifiers.front(), "0"};
    return type.modifiers;
  }
  const auto found = std::ranges::find(implied, type.name, &Implied::type);
  return found == implied.end() ? std::vector<std::string>{} : std::vector{std::string(found->modifier)};
}

std::string_view schema_of(const TypeName& type) {
  return type.schema.empty() ? std::string_view("pg_catalog") : std::string_view(type.schema);
}

bool is_list(const TypeName& type) { return type.array_dimensions > 0; }

bool is_time(std::string_view name) { return name.starts_with("time"); }

// ---- Casts ------------------------------------------------------------------------------------------------

/// What text of any length takes; of a shorter one it needs room for the longest value.
struct Cast {
  std::string_view from;
  std::string_view to;  ///< names, a blank before and behind each
  int text_needs;       ///< the least length of char and varchar
};
constexpr std::string_view numbers = " float4 float8 int2 int4 int8 numeric ";
constexpr auto casts = std::to_array<Cast>({{"bool", " ", 4},
                                            {"bpchar", " text ", 0},
                                            {"bytea", " ", 3},
                                            {"date", " timestamp timestamptz ", 28},
                                            {"float4", numbers, 0},
                                            {"float8", numbers, 0},
                                            {"inet", " citext ", 0},
                                            {"int2", numbers, 0},
                                            {"int4", numbers, 0},
                                            {"int8", numbers, 0},
                                            {"json", " jsonb ", 0},
                                            {"jsonb", " json ", 0},
                                            {"numeric", numbers, 0},
                                            {"oid", " int4 int8 ", 0},
                                            {"text", " citext ", 0},
                                            {"time", " timetz ", 14},
                                            {"timestamp", " date time timetz timestamp timestamptz ", 23},
                                            {"timestamptz", " date time timetz timestamp timestamptz ", 28},
                                            {"timetz", " time timetz ", 19},
                                            {"uuid", " ", 32},
                                            {"varchar", " text ", 0},
                                            {"xml", " ", 0}});

const Cast* casts_of(std::string_view name) {
  const auto found = std::ranges::find(casts, name, &Cast::from);
  return found == casts.end() ? nullptr : &*found;
}

bool is_text(std::string_view name) { return name == "text" || name == "varchar" || name == "bpchar"; }

int length_of(const TypeName& type) {
  const std::vector<std::string> written = modifiers(type);
  int length = 0;
  if (!written.empty())
    std::from_chars(written.front().data(), written.front().data() + written.front().size(), length);
  return length;
}

bool has_room(const TypeName& text, int needed) {
  return text.name == "text" || (text.name == "varchar" && text.modifiers.empty()) ||
         length_of(text) >= needed;
}

/// bit and varbit: a longer one takes a shorter one.
bool bits_cast(const TypeName& from, const TypeName& to) {
  const bool open = from.name == "varbit" && from.modifiers.empty();
  if (to.name == "bit") return from.name == "varbit" && (open || length_of(to) <= length_of(from));
  if (to.name == "varbit") return to.modifiers.empty() || (!open && length_of(to) >= length_of(from));
  return is_text(to.name) && (from.name == "varbit" || has_room(to, length_of(from)));
}

}  // namespace

bool is_known_to_prisma(const TypeName& type) {
  return casts_of(type.name) != nullptr || type.name == "citext" || type.name == "money" ||
         type.name == "bit" || type.name == "varbit";
}

namespace {

bool scalar_casts(const TypeName& from, const TypeName& to) {
  if (from.name == "bit" || from.name == "varbit") return bits_cast(from, to);
  const bool takes_all = from.name == "citext" || from.name == "money";
  const Cast* known = casts_of(from.name);
  if (!is_known_to_prisma(to) || !is_known_to_prisma(from)) return true;  // of others nobody knows
  if (takes_all) return true;
  if (is_text(to.name)) return has_room(to, known->text_needs);
  return known->to.find(" " + to.name + " ") != std::string_view::npos;
}

}  // namespace

bool same_type(const TypeName& a, const TypeName& b) {
  if (a.name != b.name || is_list(a) != is_list(b) || schema_of(a) != schema_of(b)) return false;
  const bool any_precision = is_list(a) && is_time(a.name) && (a.modifiers.empty() || b.modifiers.empty());
  return any_precision || modifiers(a) == modifiers(b);
}

bool is_castable(const TypeName& from, const Catalog& in, const TypeName& to, const Catalog& then) {
  const bool was_enum = in.enumeration(from) != nullptr, is_enum = then.enumeration(to) != nullptr;
  if (was_enum || is_enum)
    return was_enum && is_enum && from.name == to.name && schema_of(from) == schema_of(to);
  if (is_list(from) && !is_list(to)) return is_text(to.name);
  if (!is_list(from) && is_list(to)) return false;
  return scalar_casts(from, to);
}

}  // namespace miglint
