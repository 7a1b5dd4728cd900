#include "parse/novelties.hpp"

// A newer grammar reads what a lower `postgres:` must refuse. Forms that the compiled-in grammar itself does
// not know are told by their words (syntax_error.cpp).

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <span>
#include <unordered_map>

#include "miglint/characters.hpp"
#include "miglint/lexer.hpp"
#include "miglint/tokens.hpp"
#include "parse/novelty_table.hpp"
#include "parse/word_pattern.hpp"

namespace miglint {
namespace {

struct Condition {
  std::vector<std::string_view> path;
  std::string_view value;
  bool has_value = false, negated = false;
};

std::string_view next_part(std::string_view& text, char separator) {
  const std::size_t end = std::min(text.find(separator), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

Condition condition_of(std::string_view text) {
  Condition condition;
  condition.negated = text.starts_with('!');
  if (condition.negated) text.remove_prefix(1);
  const std::size_t equals = text.find('=');
  condition.has_value = equals != std::string_view::npos;
  if (condition.has_value) condition.value = text.substr(equals + 1);
  std::string_view path = text.substr(0, equals);
  while (!path.empty()) condition.path.push_back(next_part(path, '.'));
  return condition;
}

struct Feature {
  const NoveltyRow* row;
  bool by_name;
  std::vector<Condition> conditions;
};

using Features = std::unordered_map<std::string_view, std::vector<Feature>>;

/// What is told by a field's absence is left out where the grammar has no such field.
void read_rows(std::span<const NoveltyRow> rows, bool by_name, Features& features) {
  for (const NoveltyRow& row : rows) {
    Feature feature{.row = &row, .by_name = by_name, .conditions = {}};
    std::string_view when = row.when;
    while (!when.empty()) feature.conditions.push_back(condition_of(next_part(when, ' ')));
    const bool by_absence = std::ranges::any_of(feature.conditions, &Condition::negated);
    if (!by_absence || row.since <= grammar_major()) features[row.kind].push_back(std::move(feature));
  }
}

/// By the node's kind.
const Features& features() {
  static const Features all = [] {
    Features read;
    read_rows(novel_syntax, false, read);
    read_rows(novel_names, true, read);
    return read;
  }();
  return all;
}

bool is_kind(std::string_view key) { return !key.empty() && key.front() >= 'A' && key.front() <= 'Z'; }

/// Of a field of a particular type, which holds the fields themselves.
std::string_view kind_by_field(std::string_view field) {
  return field == "setstmt" ? "VariableSetStmt" : "";  // ALTER ROLE … SET, ALTER SYSTEM SET
}

bool equals(simdjson::dom::element element, std::string_view value) {
  std::string_view text;
  return element.get(text) == simdjson::SUCCESS && text == value;
}

bool leads_to(simdjson::dom::element element, std::span<const std::string_view> path,
              const Condition& wanted) {
  simdjson::dom::array items;
  if (element.get(items) == simdjson::SUCCESS)
    return std::ranges::any_of(items, [&](auto item) { return leads_to(item, path, wanted); });
  simdjson::dom::object object;
  if (element.get(object) == simdjson::SUCCESS && object.size() == 1) {
    const auto only = *object.begin();  // a wrapper is passed through, unless it is asked for
    if (is_kind(only.key) && (path.empty() || path.front() != only.key))
      return leads_to(only.value, path, wanted);
  }
  if (path.empty()) return !wanted.has_value || equals(element, wanted.value);
  simdjson::dom::element next;
  return object.at_key(path.front()).get(next) == simdjson::SUCCESS &&
         leads_to(next, path.subspan(1), wanted);
}

bool holds(const simdjson::dom::object& fields, const Condition& condition) {
  simdjson::dom::element first;
  const bool there = fields.at_key(condition.path.front()).get(first) == simdjson::SUCCESS &&
                     leads_to(first, std::span(condition.path).subspan(1), condition);
  return there != condition.negated;
}

class Search {
 public:
  explicit Search(bool syntax_alone) : syntax_alone_(syntax_alone) {}

  void in(std::string_view kind, const simdjson::dom::object& fields) {
    if (!kind.empty()) look_at(kind, fields);
    for (const auto field : fields) {
      const simdjson::dom::element value = field.value;
      if (value.is_array()) {
        in_list(value);
      } else if (value.is_object()) {
        in_object(kind_by_field(field.key), simdjson::dom::object(value));
      }
    }
  }

  /// The newest of them.
  Boxed<Novelty> found() const {
    if (newest_ == nullptr) return named_;
    return newer(Novelty{.since = newest_->since,
                         .sqlstate = std::string(newest_->sqlstate),
                         .feature = std::string(newest_->feature)},
                 named_);
  }

 private:
  void look_at(std::string_view kind, const simdjson::dom::object& fields) {
    if (const auto found = features().find(kind); found != features().end()) {
      for (const Feature& feature : found->second) consider(feature, fields);
    }
    if (syntax_alone_ || !kind.ends_with("Stmt")) return;
    if (kind == "VariableSetStmt" || kind == "VariableShowStmt")
      take_name(versioned_settings, fields, "name", "setting");
    if (kind == "VariableShowStmt") take_name(shown_settings, fields, "name", "setting");
    if (kind == "CreateExtensionStmt") take_name(versioned_extensions, fields, "extname", "extension");
  }

  void in_list(simdjson::dom::element list) {
    for (const simdjson::dom::element item : simdjson::dom::array(list)) {
      if (item.is_array()) in_list(item);
      if (item.is_object()) in_object({}, simdjson::dom::object(item));
    }
  }

  /// `kind`: of a field of a particular type; empty where the object may be a wrapper.
  void in_object(std::string_view kind, const simdjson::dom::object& object) {
    const auto first = object.begin();
    if (!(first != object.end())) return;
    if (!is_kind(first.key())) return in(kind, object);
    simdjson::dom::object inner;
    if (!has_nothing_new(first.key()) && first.value().get(inner) == simdjson::SUCCESS)
      in(first.key(), inner);
  }

  /// Most nodes are these.
  static bool has_nothing_new(std::string_view kind) {
    return kind == "String" || kind == "A_Const" || kind == "ColumnRef" || kind == "TypeName";
  }

  void consider(const Feature& feature, const simdjson::dom::object& fields) {
    if (syntax_alone_ && feature.by_name) return;
    if (newest_ != nullptr && newest_->since >= feature.row->since) return;
    if (std::ranges::all_of(feature.conditions, [&](const Condition& one) { return holds(fields, one); }))
      newest_ = feature.row;
  }

  void take_name(std::span<const VersionedName> known, const simdjson::dom::object& fields,
                 std::string_view field, std::string_view what) {
    std::string_view name;
    if (fields.at_key(field).get(name) != simdjson::SUCCESS) return;
    const auto found = std::ranges::find(known, name, &VersionedName::name);
    if (found == known.end() || (named_ && named_->since >= found->since)) return;
    named_ = Novelty{.since = found->since,
                     .until = found->until,
                     .sqlstate = what == "setting" ? "42704" : "0A000",
                     .feature = fmt::format("the {} {}", what, name)};
  }

  const bool syntax_alone_;
  const NoveltyRow* newest_ = nullptr;
  Boxed<Novelty> named_;
};

/// A cheap look before the statement is cut into words: a definition is long, and hardly any has the word.
bool may_be_phrased(std::string_view kind, std::string_view text) {
  const auto has = [&](std::string_view part) { return text.find(part) != std::string_view::npos; };
  if (kind == "SelectStmt") return has("INDENT") || has("indent");
  if (kind == "CreateStmt" || kind == "AlterTableStmt") return has("NFORCED") || has("nforced");
  return true;
}

Boxed<Novelty> newest_phrase(std::string_view kind, std::string_view text) {
  const bool known = std::ranges::find(novel_phrases, kind, &NoveltyPhrase::kind) != novel_phrases.end();
  if (!known || !may_be_phrased(kind, text)) return std::nullopt;
  const std::vector<Word> words = words_of(text, {0, static_cast<int>(text.size())});
  for (const NoveltyPhrase& one : novel_phrases) {
    if (one.kind == kind && has_phrase(words, one.pattern))
      return Novelty{.since = one.since, .sqlstate = "42601", .feature = std::string(one.feature)};
  }
  return std::nullopt;
}

/// Something that may be 0x1F, 0o17, 0b1 or 1_000 stands there.
bool may_hold_newer_number(std::string_view text) {
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    if (!is_digit(text[at])) continue;
    const char next = text[at + 1];
    const bool prefixed = text[at] == '0' && std::string_view("xXoObB").find(next) != std::string_view::npos;
    if (next == '_' || prefixed) return true;
  }
  return false;
}

Boxed<Novelty> newer_number(std::string_view text) {
  if (!may_hold_newer_number(text)) return std::nullopt;
  Lexer lexer(text, 0, static_cast<int>(text.size()));
  for (Token token = lexer.next(); token.kind != Token::Kind::end; token = lexer.next()) {
    if (token.kind == Token::Kind::number && is_newer_number(lexer.text(token)))
      return Novelty{.since = 16,
                     .sqlstate = "42601",
                     .feature = "hexadecimal, octal and binary numbers and _ in numbers"};
  }
  return std::nullopt;
}

Boxed<Novelty> find_newest(const ast::Node& statement, std::string_view text, bool syntax_alone) {
  Search search(syntax_alone);
  search.in(statement.kind(), statement.fields());
  return newer(newer(search.found(), newest_phrase(statement.kind(), text)), newer_number(text));
}

}  // namespace

Boxed<Novelty> novelty_of(const ParseIssue& issue) {
  if (issue.kind != ParseIssue::Kind::newer_grammar) return std::nullopt;
  return Novelty{
      .since = issue.postgres,
      .until = issue.until,
      .sqlstate = "42601",
      .feature = issue.message.substr(
          0, issue.message.find(issue.until > 0 ? " is no name any more" : " came with PostgreSQL "))};
}

Boxed<Novelty> newer(const Boxed<Novelty>& a, const Boxed<Novelty>& b) {
  return !a || (b && b->since > a->since) ? b : a;
}

bool is_newer_number(std::string_view number) {
  if (number.size() < 2 || !is_digit(number.front())) return false;
  const bool prefixed =
      number.front() == '0' && std::string_view("xXoObB").find(number[1]) != std::string_view::npos;
  return prefixed || number.find('_') != std::string_view::npos;
}

Boxed<Novelty> newest_in(const ast::Node& statement, std::string_view text) {
  return find_newest(statement, text, false);
}

Boxed<Novelty> newest_syntax_in(const ast::Node& statement, std::string_view text) {
  return find_newest(statement, text, true);
}

int grammar_major() { return std::stoi(std::string(grammar_version())); }

}  // namespace miglint
