#include "miglint/evidence.hpp"

#include <algorithm>
#include <cstdint>

namespace miglint {

namespace {

bool includes(const std::vector<std::string>& whole, const std::vector<std::string>& part) {
  return std::ranges::all_of(
      part, [&](const std::string& item) { return std::ranges::find(whole, item) != whole.end(); });
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

/// One bit for each column, by its hash.
std::uint64_t bit_of(std::string_view column) { return std::uint64_t{1} << (hash_of_name(column) % 64); }

std::uint64_t bits_of(const std::vector<std::string>& columns) {
  std::uint64_t bits = 0;
  for (const std::string& column : columns) bits |= bit_of(column);
  return bits;
}

bool names(const Fact& fact, std::string_view column) {
  return std::ranges::find(fact.columns, column) != fact.columns.end();
}

bool is_about(const Fact& fact, const RelationName& other) { return fact.other && *fact.other == other; }

}  // namespace

// A migration that teaches more about one table loads data; knowing less errs on the side of a warning.
constexpr std::size_t most_facts = 2000;

/// Of a table's facts most are about other columns than the one in question: bits that lie side by side tell
/// which need to be looked at.
struct Evidence::Known {
  std::vector<Fact> facts;
  std::vector<std::uint64_t> column_bits;  ///< each fact's

  void add(Fact fact) {
    column_bits.push_back(bits_of(fact.columns));
    facts.push_back(std::move(fact));
  }

  /// Calls `visit` with the facts that name the column, or none, in order.
  template <class Visit>
  void each_about(std::string_view column, const Visit& visit) const {
    const std::uint64_t bit = bit_of(column);
    for (std::size_t i = 0; i < facts.size(); ++i) {
      if (column_bits[i] == 0 || ((column_bits[i] & bit) != 0 && names(facts[i], column))) visit(facts[i]);
    }
  }

  bool holds(const Fact& wanted) const {
    const std::uint64_t bits = bits_of(wanted.columns);
    for (std::size_t i = 0; i < facts.size(); ++i) {
      const Fact& fact = facts[i];
      if (column_bits[i] == bits && fact.kind == wanted.kind && fact.columns == wanted.columns &&
          fact.other == wanted.other && fact.text == wanted.text && fact.proof == wanted.proof &&
          fact.guarded_by == wanted.guarded_by)
        return true;
    }
    return false;
  }

  /// `bit`: of a column that all of them name; 0 when there is none.
  void erase_if(std::uint64_t bit, const std::function<bool(const Fact&)>& which) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < facts.size(); ++i) {
      if ((column_bits[i] & bit) == bit && which(facts[i])) continue;
      if (kept != i) facts[kept] = std::move(facts[i]);
      column_bits[kept++] = column_bits[i];
    }
    facts.resize(kept);
    column_bits.resize(kept);
  }
};

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
  const Known* before = known(fact.table);
  if (before != nullptr && (before->facts.size() >= most_facts || before->holds(fact))) return;
  if (fact.other) referring_[*fact.other].insert(fact.table);
  Known* known = own(fact.table);
  if (known == nullptr) known = known_.emplace(fact.table, std::make_shared<Known>()).first->second.get();
  known->add(std::move(fact));
}

void Evidence::forget(const RelationName& table, const std::function<bool(const Fact&)>& which) {
  if (std::ranges::any_of(facts(table), which)) own(table)->erase_if(0, which);
}

void Evidence::forget_column(const RelationName& table, std::string_view column,
                             const std::function<bool(const Fact&)>& which) {
  const Known* before = known(table);
  if (before == nullptr) return;
  const auto is_over = [&](const Fact& fact) { return names(fact, column) && which(fact); };
  bool any = false;
  before->each_about(column, [&](const Fact& fact) { any = any || is_over(fact); });
  if (any) own(table)->erase_if(bit_of(column), is_over);
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
  for (std::size_t i = 0; i < known->facts.size(); ++i) {
    std::ranges::replace(known->facts[i].columns, from, to);
    known->column_bits[i] = bits_of(known->facts[i].columns);
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

void Evidence::end_migration(const std::function<bool(const Fact&)>& lasts) {
  for (const auto& [table, known] : known_) {
    forget(table, [&](const Fact& fact) { return !lasts(fact); });
    change_facts(table, [](Fact& fact) {
      fact.proof = std::min(fact.proof, Proof::plausible);
      fact.statement = -1;
      fact.guarded_by.clear();
    });
  }
  std::erase_if(known_, [](const auto& known) { return known.second->facts.empty(); });
  now_.clear();
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

void Evidence::improve(Answer& answer, const Fact& fact) const {
  const Proof proof = strength(fact);
  if (proof > answer.proof) answer = {.proof = proof, .statement = fact.statement};
}

template <class Which>
Answer Evidence::best(const RelationName& table, const Which& which) const {
  Answer answer;
  for (const Fact& fact : facts(table)) {
    if (which(fact)) improve(answer, fact);
  }
  return answer;
}

template <class Which>
Answer Evidence::best_about(const RelationName& table, std::string_view column, const Which& which) const {
  Answer answer;
  if (const Known* known = this->known(table)) {
    known->each_about(column, [&](const Fact& fact) {
      if (which(fact)) improve(answer, fact);
    });
  }
  return answer;
}

Answer Evidence::no_rows(const RelationName& table) const {
  return best(table, [&](const Fact& fact) { return fact.kind == Fact::Kind::no_rows; });
}

Answer Evidence::no_nulls(const RelationName& table, std::string_view column) const {
  return best_about(table, column, [](const Fact& fact) { return fact.kind == Fact::Kind::no_nulls; });
}

Answer Evidence::all_null(const RelationName& table, std::string_view column) const {
  return best_about(table, column, [](const Fact& fact) { return fact.kind == Fact::Kind::all_null; });
}

Answer Evidence::no_duplicates(const RelationName& table, const std::vector<std::string>& columns,
                               const std::vector<std::string>& conditions) const {
  return best(table, [&](const Fact& fact) {
    return fact.kind == Fact::Kind::no_duplicates && includes(columns, fact.columns) &&
           includes(conditions, lines_of(fact.text));
  });
}

Answer Evidence::refers_to_inserted(const RelationName& table, std::string_view column,
                                    const RelationName& referenced,
                                    std::string_view referenced_column) const {
  Answer answer;
  const Known* known = this->known(table);
  if (known == nullptr) return answer;
  known->each_about(column, [&](const Fact& held) {
    if (held.kind != Fact::Kind::only_label) return;
    answer = best_about(referenced, referenced_column, [&](const Fact& fact) {
      return fact.kind == Fact::Kind::holds_value && fact.text == held.text;
    });
  });
  return answer;
}

Answer Evidence::no_orphans(const RelationName& table, const std::vector<std::string>& columns,
                            const RelationName& referenced, std::string_view referenced_column) const {
  std::vector<std::string> sorted = columns;
  std::ranges::sort(sorted);
  return best(table, [&](const Fact& fact) {
    const bool same_key = fact.text.empty() || referenced_column.empty() || fact.text == referenced_column;
    return fact.kind == Fact::Kind::no_orphans && fact.columns == sorted && is_about(fact, referenced) &&
           same_key;
  });
}

Answer Evidence::label_unused(const RelationName& table, std::string_view column,
                              std::string_view label) const {
  return best_about(table, column, [&](const Fact& fact) {
    return (fact.kind == Fact::Kind::label_unused && fact.text == label) ||
           (fact.kind == Fact::Kind::only_label && fact.text != label);
  });
}

Answer Evidence::satisfies(const RelationName& table, std::string_view condition) const {
  return best(table,
              [&](const Fact& fact) { return fact.kind == Fact::Kind::satisfies && fact.text == condition; });
}

Answer Evidence::rewritten(const RelationName& table, std::string_view column) const {
  return best_about(table, column, [](const Fact& fact) { return fact.kind == Fact::Kind::rewritten; });
}

Answer Evidence::own_rows(const RelationName& table) const {
  return best(table, [&](const Fact& fact) { return fact.kind == Fact::Kind::own_rows; });
}

Answer Evidence::copied(const RelationName& table, std::string_view column) const {
  return best_about(table, column, [](const Fact& fact) {
    return fact.kind == Fact::Kind::copied || fact.kind == Fact::Kind::rows_copied;
  });
}

Answer Evidence::rows_copied(const RelationName& table) const {
  return best(table, [&](const Fact& fact) { return fact.kind == Fact::Kind::rows_copied; });
}

Answer Evidence::mended(const RelationName& table, std::string_view column) const {
  return best_about(table, column, [&](const Fact& fact) {
    return fact.kind == Fact::Kind::mended && (fact.columns.empty() || !column.empty());
  });
}

}  // namespace miglint
