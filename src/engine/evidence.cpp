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

bool has(const Fact& fact, std::string_view column) { return std::ranges::find(fact.columns, column) != fact.columns.end(); }

bool is(const Fact& fact, Fact::Kind kind, const RelationName& table) { return fact.kind == kind && fact.table == table; }

}  // namespace

// A migration that teaches more about one table loads data; knowing less errs on the side of a warning.
constexpr std::size_t most_facts = 2000;

void Evidence::learn(Fact fact) {
  std::ranges::sort(fact.columns);
  std::vector<Fact>& facts = facts_[fact.table];
  const auto same = [&](const Fact& known) {
    return known.kind == fact.kind && known.columns == fact.columns && known.other == fact.other && known.text == fact.text &&
           known.proof == fact.proof && known.guarded_by == fact.guarded_by;
  };
  if (facts.size() < most_facts && std::ranges::none_of(facts, same)) facts.push_back(std::move(fact));
}

void Evidence::forget(const RelationName& table, const std::function<bool(const Fact&)>& which) {
  if (const auto known = facts_.find(table); known != facts_.end()) std::erase_if(known->second, which);
}

const std::vector<Fact>& Evidence::facts(const RelationName& table) const {
  static const std::vector<Fact> none;
  const auto known = facts_.find(table);
  return known == facts_.end() ? none : known->second;
}

void Evidence::change_facts(const RelationName& table, const std::function<void(Fact&)>& change) {
  if (const auto known = facts_.find(table); known != facts_.end()) std::ranges::for_each(known->second, change);
}

void Evidence::change_references(const RelationName& other, const std::function<void(Fact&)>& change) {
  for (auto& [table, facts] : facts_) {
    for (Fact& fact : facts) {
      if (fact.other == other && table != other) change(fact);
    }
  }
}

void Evidence::rename_table(const RelationName& from, const RelationName& to) {
  change_references(from, [&](Fact& fact) { fact.other = to; });
  auto node = facts_.extract(from);
  if (node.empty()) return;
  for (Fact& fact : node.mapped()) {
    fact.table = to;
    if (fact.other == from) fact.other = to;
  }
  facts_[to] = std::move(node.mapped());
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

Answer Evidence::best(const RelationName& table, const std::function<bool(const Fact&)>& which) const {
  Answer answer;
  for (const Fact& fact : facts(table)) {
    if (!which(fact)) continue;
    const Proof proof = strength(fact);
    if (proof > answer.proof) answer = {.proof = proof, .statement = fact.statement};
  }
  return answer;
}

Answer Evidence::no_rows(const RelationName& table) const {
  return best(table, [&](const Fact& fact) { return is(fact, Fact::Kind::no_rows, table); });
}

Answer Evidence::no_nulls(const RelationName& table, std::string_view column) const {
  return best(table, [&](const Fact& fact) { return is(fact, Fact::Kind::no_nulls, table) && has(fact, column); });
}

Answer Evidence::all_null(const RelationName& table, std::string_view column) const {
  return best(table, [&](const Fact& fact) { return is(fact, Fact::Kind::all_null, table) && has(fact, column); });
}

Answer Evidence::no_duplicates(const RelationName& table, const std::vector<std::string>& columns, const std::vector<std::string>& conditions) const {
  return best(table, [&](const Fact& fact) {
    return is(fact, Fact::Kind::no_duplicates, table) && includes(columns, fact.columns) && includes(conditions, lines_of(fact.text));
  });
}

Answer Evidence::refers_to_inserted(const RelationName& table, std::string_view column, const RelationName& referenced,
                                    std::string_view referenced_column) const {
  Answer answer;
  for (const Fact& held : facts(table)) {
    if (!is(held, Fact::Kind::only_label, table) || !has(held, column)) continue;
    answer = best(referenced, [&](const Fact& fact) {
      return is(fact, Fact::Kind::holds_value, referenced) && has(fact, referenced_column) && fact.text == held.text;
    });
  }
  return answer;
}

Answer Evidence::no_orphans(const RelationName& table, const std::vector<std::string>& columns, const RelationName& referenced) const {
  std::vector<std::string> sorted = columns;
  std::ranges::sort(sorted);
  return best(table, [&](const Fact& fact) { return is(fact, Fact::Kind::no_orphans, table) && fact.columns == sorted && fact.other == referenced; });
}

Answer Evidence::label_unused(const RelationName& table, std::string_view column, std::string_view label) const {
  return best(table, [&](const Fact& fact) {
    const bool named = is(fact, Fact::Kind::label_unused, table) && has(fact, column) && fact.text == label;
    const bool all_but = is(fact, Fact::Kind::only_label, table) && has(fact, column) && fact.text != label;
    return named || all_but;
  });
}

Answer Evidence::satisfies(const RelationName& table, std::string_view condition) const {
  return best(table, [&](const Fact& fact) { return is(fact, Fact::Kind::satisfies, table) && fact.text == condition; });
}

Answer Evidence::rewritten(const RelationName& table, std::string_view column) const {
  return best(table, [&](const Fact& fact) { return is(fact, Fact::Kind::rewritten, table) && (fact.columns.empty() || has(fact, column)); });
}

Answer Evidence::own_rows(const RelationName& table) const {
  return best(table, [&](const Fact& fact) { return is(fact, Fact::Kind::own_rows, table); });
}

Answer Evidence::copied(const RelationName& table, std::string_view column) const {
  return best(table, [&](const Fact& fact) {
    return (is(fact, Fact::Kind::copied, table) && has(fact, column)) || is(fact, Fact::Kind::rows_copied, table);
  });
}

Answer Evidence::rows_copied(const RelationName& table) const {
  return best(table, [&](const Fact& fact) { return is(fact, Fact::Kind::rows_copied, table); });
}

Answer Evidence::mended(const RelationName& table, std::string_view column) const {
  return best(table, [&](const Fact& fact) {
    return is(fact, Fact::Kind::mended, table) && (fact.columns.empty() || (!column.empty() && has(fact, column)));
  });
}

}  // namespace miglint
