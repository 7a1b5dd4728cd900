#include "catalog/partition_bounds.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <fmt/format.h>

namespace miglint {

namespace {

// A value's text begins with where it stands to the others, then what it is understood as: the kinds can't be
// compared with each other.
constexpr char below_all = '0', among_others = '1', above_all = '2';
constexpr char number = 'n', local_time = 't', utc_time = 'u', uuid = 'x', not_understood = '?';

bool is_like(std::string_view text, std::string_view pattern) {
  return text.size() == pattern.size() && std::ranges::equal(text, pattern, [](char c, char p) {
           if (p == '9') return c >= '0' && c <= '9';
           return p == 'f' ? std::string_view("0123456789abcdefABCDEF").find(c) != std::string_view::npos
                           : c == p || (p == ' ' && c == 'T');
         });
}

std::optional<std::string> as_number(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return fmt::format("{:020}", static_cast<std::uint64_t>(value) + (std::uint64_t{1} << 63));
}

/// `2024-01-31`, `2024-01-31 12:00`, `2024-01-31T12:00:00.5` → with time and seconds, so that they sort;
/// without the fraction's zeros at the end.
std::optional<std::string> as_time(std::string_view text) {
  std::string_view whole = text.substr(0, text.find('.'));
  std::string_view fraction = text.substr(whole.size());
  while (fraction.ends_with('0') || fraction == ".") fraction.remove_suffix(1);
  if (!std::ranges::all_of(fraction, [](char c) { return c == '.' || (c >= '0' && c <= '9'); }))
    return std::nullopt;
  if (is_like(whole, "9999-99-99") && fraction.empty()) return fmt::format("{} 00:00:00", whole);
  if (is_like(whole, "9999-99-99 99:99") && fraction.empty())
    return fmt::format("{} {}:00", whole.substr(0, 10), whole.substr(11));
  if (!is_like(whole, "9999-99-99 99:99:99")) return std::nullopt;
  return fmt::format("{} {}{}", whole.substr(0, 10), whole.substr(11), fraction);
}

std::optional<std::string> as_utc(std::string_view text) {
  for (const std::string_view zone : {"+00:00", "+00", "Z", " UTC"}) {
    if (text.ends_with(zone)) return as_time(text.substr(0, text.size() - zone.size()));
  }
  return std::nullopt;
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), [](char c) {
    return c >= 'A' && c <= 'F' ? static_cast<char>(c + ('a' - 'A')) : c;
  });
  return lower;
}

std::string sortable(const BoundValue& value) {
  if (value.kind == BoundValue::Kind::minimum) return {below_all};
  if (value.kind == BoundValue::Kind::maximum) return {above_all};
  const auto understood = [](char kind, const std::string& text) {
    return std::string{among_others, kind} + text;
  };
  if (const auto text = as_number(value.text)) return understood(number, *text);
  if (const auto text = as_time(value.text)) return understood(local_time, *text);
  if (const auto text = as_utc(value.text)) return understood(utc_time, *text);
  if (is_like(value.text, "ffffffff-ffff-ffff-ffff-ffffffffffff"))
    return understood(uuid, lower_case(value.text));
  return understood(not_understood, value.text);
}

bool is_known(const std::vector<BoundValue>& values) {
  return std::ranges::none_of(values, [](const BoundValue& value) {
    return value.kind == BoundValue::Kind::other || value.kind == BoundValue::Kind::column;
  });
}

/// Where a range begins or ends; nullopt: it depends on something else than what is written.
std::optional<BoundPlace> place_of(const std::vector<BoundValue>& values) {
  if (values.empty() || !is_known(values)) return std::nullopt;
  BoundPlace place;
  for (const BoundValue& value : values) place.push_back(sortable(value));
  return place;
}

BoundPlace hash_place(std::int64_t modulus, std::int64_t remainder) {
  return {fmt::format("{:010}", modulus), fmt::format("{:010}", remainder)};
}

/// Whether values of the column's type sort as these texts do.
bool sort_alike(const Column& column, const std::string& a, const std::string& b) {
  if (column.type.array_dimensions != 0 || column.type.schema != "pg_catalog" || a[1] != b[1]) return false;
  const std::string& type = column.type.name;
  const auto is_any_of = [&](const auto&... names) { return ((type == names) || ...); };
  switch (a[1]) {
    case number:
      return is_any_of("int2", "int4", "int8", "numeric", "float4", "float8");
    case local_time:  // a date leaves the time out
      return is_any_of("timestamp", "timestamptz") ||
             (type == "date" && a.ends_with(" 00:00:00") && b.ends_with(" 00:00:00"));
    case utc_time:
      return type == "timestamptz";
    case uuid:
      return type == "uuid";
    default:
      return false;
  }
}

/// nullopt: not known.
std::optional<bool> is_before(const Table& parent, const BoundPlace& a, const BoundPlace& b) {
  if (a.size() != b.size() || a.size() != parent.partition_key.columns.size() ||
      parent.partition_key.by_expression)
    return std::nullopt;
  for (std::size_t i = 0; i < a.size(); ++i) {
    // MINVALUE and MAXVALUE end the comparison
    if (a[i] == b[i] && a[i].front() != among_others) return false;
    if (a[i] == b[i]) continue;
    if (a[i].front() != b[i].front()) return a[i].front() < b[i].front();
    const Column* column = parent.column(parent.partition_key.columns[i]);
    return column != nullptr && sort_alike(*column, a[i], b[i]) ? std::optional(a[i] < b[i]) : std::nullopt;
  }
  return false;
}

/// The place of one of a list's values.
constexpr char listed = '=';
constexpr std::string_view listed_null = "NULL";

bool is_at(const BoundValue& value, std::string_view place) {
  if (value.kind == BoundValue::Kind::null) return place == listed_null;
  return value.kind == BoundValue::Kind::constant && place.front() == listed && place.substr(1) == value.text;
}

/// Whether it is one of places_of(bound), of which a list may have thousands.
bool is_at(const PartitionBound& bound, const BoundPlace& place) {
  if (bound.kind == PartitionBound::Kind::range) return place_of(bound.from) == place;
  if (bound.kind == PartitionBound::Kind::hash) return hash_place(bound.modulus, bound.remainder) == place;
  return place.size() == 1 && std::ranges::any_of(bound.values, [&](const BoundValue& value) {
           return is_at(value, place.front());
         });
}

bool ranges_overlap(const Table& parent, const PartitionBound& a, const PartitionBound& b) {
  const auto a_from = place_of(a.from), a_to = place_of(a.to), b_from = place_of(b.from),
             b_to = place_of(b.to);
  return a_from && a_to && b_from && b_to && is_before(parent, *a_from, *b_to) == true &&
         is_before(parent, *b_from, *a_to) == true;
}

/// The partitions of one table by their places. Some have gone since they were noted; after so many of them
/// in a row nothing is said.
class Partitions {
 public:
  Partitions(const Catalog& catalog, const Table& parent) : catalog_(catalog), parent_(parent) {
    static const std::map<BoundPlace, RelationName> none;
    const auto found = catalog.dependents.bounds.find(parent.name);
    by_place_ = found == catalog.dependents.bounds.end() ? &none : &found->second;
  }

  const Table* at(const BoundPlace& place) const {
    const auto found = by_place_->find(place);
    return found == by_place_->end() ? nullptr : still_there(*found);
  }

  /// The last one that begins at this place or before, and the first one after it: the others lie beyond
  /// them.
  std::array<const Table*, 2> beside(const BoundPlace& place) const {
    std::array<const Table*, 2> found{};
    const auto middle = by_place_->upper_bound(place);
    auto before = middle, after = middle;
    for (int gone = 0; found[0] == nullptr && before != by_place_->begin() && gone < most_gone; ++gone)
      found[0] = still_there(*--before);
    for (int gone = 0; found[1] == nullptr && after != by_place_->end() && gone < most_gone; ++gone)
      found[1] = still_there(*after++);
    return found;
  }

  /// One hash partition for each modulus, which is above 0.
  std::vector<const Table*> of_each_modulus() const {
    std::vector<const Table*> found;
    int gone = 0;
    for (auto at = by_place_->begin(); at != by_place_->end() && gone < most_gone;) {
      const Table* partition = still_there(*at);
      if (partition == nullptr || partition->bound.modulus <= 0) {
        ++at, ++gone;
        continue;
      }
      found.push_back(partition);
      at = by_place_->lower_bound(hash_place(std::int64_t{partition->bound.modulus} + 1, 0));
    }
    return found;
  }

  const Table* with_remainder(std::int64_t modulus, int step, int remainder) const {
    const auto past = by_place_->lower_bound(hash_place(modulus + 1, 0));
    for (auto at = by_place_->lower_bound(hash_place(modulus, 0)); at != past; ++at) {
      const Table* partition = still_there(*at);
      if (partition != nullptr && partition->bound.remainder % step == remainder) return partition;
    }
    return nullptr;
  }

 private:
  const Table* still_there(const std::pair<const BoundPlace, RelationName>& noted) const {
    const auto found = catalog_.tables.find(noted.second);
    if (found == catalog_.tables.end() || found->second.partition_of != parent_.name) return nullptr;
    return is_at(found->second.bound, noted.first) ? &found->second : nullptr;
  }

  static constexpr int most_gone = 100;

  const Catalog& catalog_;
  const Table& parent_;
  const std::map<BoundPlace, RelationName>* by_place_;
};

const Table* overlapping_range(const Partitions& partitions, const Table& parent,
                               const PartitionBound& bound) {
  const auto begin = place_of(bound.from);
  if (!begin) return nullptr;
  for (const Table* partition : partitions.beside(*begin)) {
    if (partition != nullptr && ranges_overlap(parent, bound, partition->bound)) return partition;
  }
  return nullptr;
}

const Table* overlapping_list(const Partitions& partitions, const PartitionBound& bound) {
  for (const BoundPlace& place : places_of(bound)) {
    if (const Table* found = partitions.at(place)) return found;
  }
  return nullptr;
}

/// A row of remainder r modulo m is one of remainder r mod n modulo each n that divides m.
const Table* overlapping_hash(const Partitions& partitions, const PartitionBound& bound) {
  if (bound.modulus <= 0) return nullptr;
  for (const Table* other : partitions.of_each_modulus()) {
    const int modulus = other->bound.modulus;
    const Table* found = modulus <= bound.modulus
                             ? partitions.at(hash_place(modulus, bound.remainder % modulus))
                             : partitions.with_remainder(modulus, bound.modulus, bound.remainder);
    if (found != nullptr) return found;
  }
  return nullptr;
}

/// Whether two values of the column are the same; nullopt: not known.
std::optional<bool> are_same(const Catalog& catalog, const Column& column, const BoundValue& a,
                             const BoundValue& b) {
  using Kind = BoundValue::Kind;
  if (a.kind == Kind::null || b.kind == Kind::null) return a.kind == b.kind;
  if (a.kind != Kind::constant || b.kind != Kind::constant) return std::nullopt;
  if (a.text == b.text) return true;
  const bool exact = (column.type.schema == "pg_catalog" && column.type.array_dimensions == 0 &&
                      (column.type.name == "text" || column.type.name == "varchar")) ||
                     catalog.enumeration(column.type) != nullptr;
  const std::string place = sortable(a), other = sortable(b);
  if (exact || sort_alike(column, place, other)) return exact ? false : place == other;
  return std::nullopt;
}

std::optional<bool> list_takes(const Catalog& catalog, const Table& parent, const PartitionBound& bound,
                               const std::vector<BoundValue>& key) {
  const Column* column = parent.column(parent.partition_key.columns.front());
  if (column == nullptr) return std::nullopt;
  std::optional<bool> takes = false;
  for (const BoundValue& value : bound.values) {
    const auto same = are_same(catalog, *column, value, key.front());
    if (same == true) return true;
    if (!same) takes = std::nullopt;
  }
  return takes;
}

std::optional<bool> range_takes(const Table& parent, const PartitionBound& bound, const BoundPlace& place) {
  const auto from = place_of(bound.from), to = place_of(bound.to);
  if (!from || !to) return std::nullopt;
  const auto too_small = is_before(parent, place, *from), small_enough = is_before(parent, place, *to);
  if (too_small == true || small_enough == false) return false;
  return too_small && small_enough ? std::optional(true) : std::nullopt;
}

}  // namespace

std::optional<const Table*> partition_for(const Catalog& catalog, const Table& parent,
                                          const std::vector<BoundValue>& key) {
  constexpr std::size_t most_partitions = 256;  // of more, nobody asks for each row
  const PartitionKey& by = parent.partition_key;
  const auto known = catalog.dependents.children.find(parent.name);
  const bool many = known != catalog.dependents.children.end() && known->second.size() > most_partitions;
  if (by.by_expression || key.size() != by.columns.size() || many) return std::nullopt;
  const bool by_range = by.strategy == "range";
  const bool null = std::ranges::find(key, BoundValue::Kind::null, &BoundValue::kind) != key.end();
  const auto place = by_range && !null ? place_of(key) : std::nullopt;
  if (by_range ? !null && !place : by.strategy != "list") return std::nullopt;
  const Table* rest = nullptr;
  bool sure = true;
  for (const Table* partition : catalog.children_of(parent.name)) {
    if (partition->bound.is_default()) {
      rest = partition;
      continue;
    }
    // a range takes no NULL
    const auto takes = !by_range ? list_takes(catalog, parent, partition->bound, key)
                       : null    ? std::optional(false)
                                 : range_takes(parent, partition->bound, *place);
    if (takes == true) return partition;
    sure = sure && takes.has_value();
  }
  return sure ? std::optional(rest) : std::nullopt;
}

std::vector<BoundPlace> places_of(const PartitionBound& bound) {
  std::vector<BoundPlace> places;
  if (bound.kind == PartitionBound::Kind::range) {
    if (auto place = place_of(bound.from)) places.push_back(std::move(*place));
  } else if (bound.kind == PartitionBound::Kind::hash) {
    places.push_back(hash_place(bound.modulus, bound.remainder));
  }
  for (const BoundValue& value : bound.values) {
    if (value.kind == BoundValue::Kind::constant) places.push_back({listed + value.text});
    if (value.kind == BoundValue::Kind::null) places.push_back({std::string(listed_null)});
  }
  return places;
}

bool Table::surely_empty_range(const PartitionBound& range) const {
  const auto from = place_of(range.from), to = place_of(range.to);
  return from && to && is_before(*this, *from, *to) == false;
}

std::optional<int> Catalog::clashing_modulus(const RelationName& table, int modulus) const {
  const Table* parent = this->table(table);
  if (parent == nullptr || modulus <= 0) return std::nullopt;
  for (const Table* partition : Partitions(*this, *parent).of_each_modulus()) {
    const int other = partition->bound.modulus;
    if (other % modulus != 0 && modulus % other != 0) return other;
  }
  return std::nullopt;
}

const Table* Catalog::partition_overlapping(const RelationName& table, const PartitionBound& bound) const {
  const Table* parent = this->table(table);
  if (parent == nullptr) return nullptr;
  const Partitions partitions(*this, *parent);
  switch (bound.kind) {
    case PartitionBound::Kind::range:
      return overlapping_range(partitions, *parent, bound);
    case PartitionBound::Kind::list:
      return overlapping_list(partitions, bound);
    case PartitionBound::Kind::hash:
      return overlapping_hash(partitions, bound);
    case PartitionBound::Kind::rest:
      return default_partition_of(parent->name);
    case PartitionBound::Kind::none:
      break;
  }
  return nullptr;
}

}  // namespace miglint
