#include "miglint/evidence.hpp"

#include <algorithm>

namespace miglint {

namespace {

bool includes(const std::vector<std::string>& whole, const std::vector<std::string>& part) {
  return std::ranges::all_of(part, [&](const std::string& item) { return std::ranges::find(whole, item) != whole.end(); });
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

std::uint32_t bit_of(std::string_view column) { return std::uint32_t{1} << (hash_of_name(column) % 32); }

void note_columns(Fact& fact) {
  fact.column_bits = 0;
  for (const std::string& column : fact.columns) fact.column_bits |= bit_of(column);
}

/// Whether a fact names a column.
class Names {
 public:
  explicit Names(std::string_view column) : column_(column), bit_(bit_of(column)) {}
  bool operator()(const Fact& fact) const { return (fact.column_bits & bit_) != 0 && std::ranges::find(fact.columns, column_) != fact.columns.end(); }

 private:
  std::string_view column_;
  std::uint32_t bit_;
};

bool is_about(const Fact& fact, const RelationName& other) { return fact.other && *fact.other == other; }

}  // namespace

// A migration that teaches more about one table loads data; knowing less errs on the side of a warning.
constexpr std::size_t most_facts = 2000;

const Evidence::Known* Evidence::known(const RelationName& table) const {
  const auto found = known_.find(table);
  return found == known_.end() ? nullptr : found->second.get();
}

Evidence::Known* Evidence::own(const RelationName& table) {
  const auto found = known_.find(table);
  if (found == known_.end()) return nullptr;
  if (found->second.use_count() > 1) found->second = std::make_shared<Known>(*found->second);
  return found->second.get();
}

Evidence Evidence::about(const std::set<RelationName>& tables) const {
  Evidence about;
  about.now_ = now_;
  for (const RelationName& table : tables) {
    const auto found = known_.find(table);
    if (found == known_.end()) continue;
    about.known_.insert(*found);
    for (const Fact& fact : found->second->facts) {
      if (fact.other) about.referring_[*fact.other].insert(table);
    }
  }
  return about;
}

void Evidence::learn(Fact fact) {
  std::ranges::sort(fact.columns);
  note_columns(fact);
  const auto same = [&](const Fact& other) {
    return other.kind == fact.kind && other.column_bits == fact.column_bits && other.columns == fact.columns && other.other == fact.other &&
           other.text == fact.text && other.proof == fact.proof && other.guarded_by == fact.guarded_by;
  };
  if (const Known* before = known(fact.table)) {
    if (before->facts.size() >= most_facts) return;
    const bool is_familiar = std::ranges::all_of(fact.columns, [&](const std::string& column) { return before->columns.contains(column); });
    if (is_familiar && std::ranges::any_of(before->facts, same)) return;
  }
  if (fact.other) referring_[*fact.other].insert(fact.table);
  Known* known = own(fact.table);
  if (known == nullptr) known = known_.emplace(fact.table, std::make_shared<Known>()).first->second.get();
  known->columns.insert(fact.columns.begin(), fact.columns.end());
  known->facts.push_back(std::move(fact));
}

void Evidence::forget(const RelationName& table, const std::function<bool(const Fact&)>& which) {
  if (std::ranges::any_of(facts(table), which)) std::erase_if(own(table)->facts, which);
}

void Evidence::forget_column(const RelationName& table, std::string_view column, const std::function<bool(const Fact&)>& which) {
  const Known* before = known(table);
  if (before == nullptr || !before->columns.contains(column)) return;
  forget(table, [&, names = Names(column)](const Fact& fact) { return names(fact) && which(fact); });
}

const std::vector<Fact>& Evidence::facts(const RelationName& table) const {
  static const std::vector<Fact> none;
  const Known* found = known(table);
  return found == nullptr ? none : found->facts;
}

void Evidence::change_facts(const RelationName& table, const std::function<void(Fact&)>& change) {
  if (Known* known = own(table)) std::ranges::for_each(known->facts, change);
}

void Evidence::rename_column(const RelationName& table, const std::string& from, const std::string& to) {
  Known* known = own(table);
  if (known == nullptr) return;
  known->columns.insert(to);
  for (Fact& fact : known->facts) {
    std::ranges::replace(fact.columns, from, to);
    note_columns(fact);
  }
}

void Evidence::change_references(const RelationName& other, const std::function<void(Fact&)>& change) {
  const auto referring = referring_.find(other);
  if (referring == referring_.end()) return;
  for (const RelationName& table : referring->second) {
    if (table == other) continue;
    change_facts(table, [&](Fact& fact) {
      if (is_about(fact, other)) change(fact);
    });
  }
}

void Evidence::rename_table(const RelationName& from, const RelationName& to) {
  change_references(from, [&](Fact& fact) { fact.other = to; });
  if (auto node = referring_.extract(from); !node.empty()) referring_[to].merge(node.mapped());
  for (auto& [other, tables] : referring_) {
    if (tables.contains(from)) tables.insert(to);
  }
  if (own(from) == nullptr) return;
  const auto known = known_.extract(from).mapped();
  for (Fact& fact : known->facts) {
    fact.table = to;
    if (is_about(fact, from)) fact.other = to;
  }
  known_[to] = known;
}

Proof Evidence::strength(const Fact& fact) const {
  if (fact.proof != Proof::proven) return fact.proof;
  for (std::size_t mode = 0; mode < fact.guarded_by.size(); ++mode) {
    const int guard = fact.guarded_by[mode];
    if (guard == Fact::needs_no_guard) continue;
    if (guard == Fact::no_guard || mode >= now_.size() || guard != now_[mode]) return Proof::unguarded;
  }
  return Proof::proven;
}

template <class Which>
Answer Evidence::best(const RelationName& table, const Which& which) const {
  Answer answer;
  for (const Fact& fact : facts(table)) {
    if (!which(fact)) continue;
    const Proof proof = strength(fact);
    if (proof > answer.proof) answer = {.proof = proof, .statement = fact.statement};
  }
  return answer;
}

Answer Evidence::no_rows(const RelationName& table) const {
  return best(table, [&](const Fact& fact) { return fact.kind == Fact::Kind::no_rows; });
}

Answer Evidence::no_nulls(const RelationName& table, std::string_view column) const {
  return best(table, [names = Names(column)](const Fact& fact) { return fact.kind == Fact::Kind::no_nulls && names(fact); });
}

Answer Evidence::all_null(const RelationName& table, std::string_view column) const {
  return best(table, [names = Names(column)](const Fact& fact) { return fact.kind == Fact::Kind::all_null && names(fact); });
}

Answer Evidence::no_duplicates(const RelationName& table, const std::vector<std::string>& columns, const std::vector<std::string>& conditions) const {
  return best(table, [&](const Fact& fact) {
    return fact.kind == Fact::Kind::no_duplicates && includes(columns, fact.columns) && includes(conditions, lines_of(fact.text));
  });
}

Answer Evidence::refers_to_inserted(const RelationName& table, std::string_view column, const RelationName& referenced,
                                    std::string_view referenced_column) const {
  Answer answer;
  const Names names(column), names_referenced(referenced_column);
  for (const Fact& held : facts(table)) {
    if (held.kind != Fact::Kind::only_label || !names(held)) continue;
    answer =
        best(referenced, [&](const Fact& fact) { return fact.kind == Fact::Kind::holds_value && names_referenced(fact) && fact.text == held.text; });
  }
  return answer;
}

Answer Evidence::no_orphans(const RelationName& table, const std::vector<std::string>& columns, const RelationName& referenced) const {
  std::vector<std::string> sorted = columns;
  std::ranges::sort(sorted);
  return best(table, [&](const Fact& fact) { return fact.kind == Fact::Kind::no_orphans && fact.columns == sorted && is_about(fact, referenced); });
}

Answer Evidence::label_unused(const RelationName& table, std::string_view column, std::string_view label) const {
  return best(table, [&, names = Names(column)](const Fact& fact) {
    const bool named = fact.kind == Fact::Kind::label_unused && names(fact) && fact.text == label;
    const bool all_but = fact.kind == Fact::Kind::only_label && names(fact) && fact.text != label;
    return named || all_but;
  });
}

Answer Evidence::satisfies(const RelationName& table, std::string_view condition) const {
  return best(table, [&](const Fact& fact) { return fact.kind == Fact::Kind::satisfies && fact.text == condition; });
}

Answer Evidence::rewritten(const RelationName& table, std::string_view column) const {
  return best(table,
              [names = Names(column)](const Fact& fact) { return fact.kind == Fact::Kind::rewritten && (fact.columns.empty() || names(fact)); });
}

Answer Evidence::own_rows(const RelationName& table) const {
  return best(table, [&](const Fact& fact) { return fact.kind == Fact::Kind::own_rows; });
}

Answer Evidence::copied(const RelationName& table, std::string_view column) const {
  return best(table, [names = Names(column)](const Fact& fact) {
    return (fact.kind == Fact::Kind::copied && names(fact)) || fact.kind == Fact::Kind::rows_copied;
  });
}

Answer Evidence::rows_copied(const RelationName& table) const {
  return best(table, [&](const Fact& fact) { return fact.kind == Fact::Kind::rows_copied; });
}

Answer Evidence::mended(const RelationName& table, std::string_view column) const {
  return best(table, [&, names = Names(column)](const Fact& fact) {
    return fact.kind == Fact::Kind::mended && (fact.columns.empty() || (!column.empty() && names(fact)));
  });
}

}  // namespace miglint
