#include "analysis/literal.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>

#include "analysis/base_type.hpp"
#include "analysis/literal_forms.hpp"
#include "miglint/characters.hpp"

namespace miglint {

namespace {

std::optional<int> number_in(const TypeName& type, std::size_t index) {
  if (index >= type.modifiers.size()) return std::nullopt;
  const std::string& text = type.modifiers[index];
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

class Literal {
 public:
  Literal(const Catalog& catalog, const TypeName& type, std::string_view text, LiteralUse use)
      : catalog_(catalog), type_(type), text_(text), use_(use) {}

  std::optional<LiteralError> read() const {
    if (type_.array_dimensions > 0) return as_array();
    if (const Enum* labels = catalog_.enumeration(type_)) return as_label(*labels);
    const auto composite = catalog_.composites.find(RelationName{type_.schema, type_.name});
    if (composite != catalog_.composites.end())
      return composite->second.form == CreateType::Form::composite ? as_record() : std::nullopt;
    if (type_.schema != "pg_catalog") return std::nullopt;
    if (is_temporal()) return as_moment();
    if (type_.name == "bit" || type_.name == "varbit") return as_bits();
    if (type_.name == "bytea") return as_bytes();
    if (type_.name == "varchar" || type_.name == "bpchar") return as_string();
    return said(plain(), "22P02", "22003");
  }

 private:
  std::optional<LiteralError> said(Reading reading, const char* unreadable, const char* out_of_range) const {
    if (reading == Reading::unreadable) return error(unreadable, "can't be read as");
    if (reading == Reading::out_of_range) return error(out_of_range, "is out of range for");
    return std::nullopt;
  }

  LiteralError error(std::string sqlstate, std::string_view what) const {
    return {std::move(sqlstate),
            fmt::format("{} {} {}", label_in_prose(text_), what, sql_in_prose(format_type(type_, catalog_)))};
  }

  static bool is_geometric(std::string_view name) {
    static constexpr auto types =
        std::to_array<std::string_view>({"point", "lseg", "line", "box", "path", "polygon", "circle"});
    return std::ranges::find(types, name) != types.end();
  }

  bool is_temporal() const {
    return type_.name == "date" || type_.name == "timestamp" || type_.name == "timestamptz" ||
           type_.name == "time" || type_.name == "timetz" || type_.name == "interval";
  }

  Reading plain() const {
    const std::string_view name = type_.name;
    if (name == "bool") return read_boolean(text_);
    if (name == "int2") return read_integer(text_, 16);
    if (name == "int4") return read_integer(text_, 32);
    if (name == "int8") return read_integer(text_, 64);
    if (name == "oid") return read_oid(text_);
    if (name == "float4") return read_float(text_, true);
    if (name == "float8") return read_float(text_, false);
    if (name == "numeric") return as_numeric();
    if (name == "uuid") return read_uuid(text_);
    if (name == "json" || name == "jsonb") return read_json(text_);
    if (name == "inet" || name == "cidr") return read_address(text_);
    if (name == "macaddr" || name == "macaddr8") return read_macaddr(text_);
    if (name == "pg_lsn") return read_lsn(text_);
    if (is_geometric(name)) return read_geometry(name, text_);
    if (name.ends_with("range") && !name.ends_with("multirange")) return read_range(text_);
    return Reading::fine;
  }

  Reading as_numeric() const {
    const int precision = use_ == LiteralUse::parsed ? -1 : number_in(type_, 0).value_or(-1);
    return read_numeric(text_, precision, number_in(type_, 1).value_or(0));
  }

  std::optional<LiteralError> as_moment() const {
    const bool time = type_.name == "time" || type_.name == "timetz";
    const Reading reading = type_.name == "interval" ? read_interval(text_)
                            : time                   ? read_time(text_)
                                                     : read_date(text_);
    return said(reading, "22007", "22008");
  }

  std::optional<LiteralError> as_label(const Enum& labels) const {
    const bool known = labels.certain && catalog_.knows(labels.name, labels.origin);
    if (!known || std::ranges::find(labels.labels, text_) != labels.labels.end()) return std::nullopt;
    return error("22P02", "is no label of");
  }

  std::optional<LiteralError> as_record() const {
    if (trimmed_blanks(text_).starts_with('(')) return std::nullopt;
    return error("22P02", "can't be read as");
  }

  /// A bit string of the wrong length is refused, but for a cast.
  std::optional<LiteralError> as_bits() const {
    const auto bits = bits_in(text_);
    if (!bits) return error("22P02", "can't be read as");
    const auto length =
        type_.name == "bit" && type_.modifiers.empty() ? std::optional(1) : number_in(type_, 0);
    if (use_ != LiteralUse::assigned || !length) return std::nullopt;
    const auto wanted = static_cast<std::size_t>(std::max(*length, 0));
    if (type_.name == "bit") {
      if (*bits == wanted) return std::nullopt;
      return error("22026", "is not as long as");
    }
    return *bits > wanted ? std::optional(error("22001", "is too long for")) : std::nullopt;
  }

  std::optional<LiteralError> as_bytes() const {
    if (text_.starts_with("\\x")) return as_hexadecimal();
    for (std::size_t at = 0; at < text_.size(); ++at) {
      if (text_[at] != '\\') continue;
      const std::string_view after = text_.substr(at + 1);
      const auto octal = [&](std::size_t n, char most) {
        return n < after.size() && after[n] >= '0' && after[n] <= most;
      };
      if (after.starts_with('\\')) {
        ++at;
      } else if (octal(0, '3') && octal(1, '7') && octal(2, '7')) {
        at += 3;
      } else {
        return error("22P02", "can't be read as");
      }
    }
    return std::nullopt;
  }

  std::optional<LiteralError> as_hexadecimal() const {
    const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    const auto digit = [](char c) {
      return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    };
    const std::string_view digits = text_.substr(2);
    const bool readable = std::ranges::all_of(digits, [&](char c) { return blank(c) || digit(c); });
    if (readable && std::ranges::count_if(digits, digit) % 2 == 0) return std::nullopt;
    return error("22023", "can't be read as");
  }

  /// What is too much and blank is cut off.
  std::optional<LiteralError> as_string() const {
    const auto length = number_in(type_, 0);
    if (use_ != LiteralUse::assigned || !length) return std::nullopt;
    std::string_view needed = text_;
    while (needed.ends_with(' ')) needed.remove_suffix(1);
    if (characters_in(needed) <= static_cast<std::size_t>(std::max(*length, 0))) return std::nullopt;
    return error("22001", "is too long for");
  }

  std::optional<LiteralError> as_array() const {
    const auto array = elements_of(text_);
    if (!array) return std::nullopt;
    if (array->malformed) return error("22P02", "can't be read as");
    TypeName element = type_;
    element.array_dimensions = 0;
    for (const std::string& value : array->elements)
      if (auto refused = read_literal(catalog_, element, value, use_)) return refused;
    return std::nullopt;
  }

  const Catalog& catalog_;
  const TypeName& type_;
  std::string_view text_;
  LiteralUse use_;
};

/// Each domain on the way is as the replay has it.
bool knows_domains(const Catalog& catalog, const TypeName& type) {
  TypeName at = catalog.resolve(type);
  for (int depth = 0; depth < 16 && at.array_dimensions == 0; ++depth) {
    const Domain* domain = catalog.domain(at);
    if (domain == nullptr) return true;
    if (!catalog.knows(domain->name, domain->origin)) return false;
    at = catalog.resolve(domain->base);
  }
  return true;
}

}  // namespace

std::optional<LiteralError> read_literal(const Catalog& catalog, const TypeName& type, std::string_view text,
                                         LiteralUse use) {
  if (!knows_domains(catalog, type)) return std::nullopt;
  const TypeName base = base_type(type, catalog);
  return Literal(catalog, base, text, use).read();
}

RelationName parse_relation_name(std::string_view text) {
  RelationName name;
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == '.' && !quoted) {
      name.schema = std::move(name.name);
      name.name.clear();
    } else {
      name.name += quoted ? c : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
  }
  return name;
}

std::size_t characters_in(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](unsigned char c) { return (c & 0xC0) != 0x80; }));
}

}  // namespace miglint
