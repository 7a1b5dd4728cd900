#include "report/terms.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "miglint/characters.hpp"
#include "report/wording.hpp"

namespace miglint {

namespace {

constexpr std::size_t most_comments = 50;  // listed one by one

/// `rules off: data; severity lowered: drop-column; fail-on: never`; empty: the configuration weakens
/// nothing.
std::string weakenings(const Terms& terms) {
  std::vector<std::string> parts;
  if (!terms.off.empty()) parts.push_back(fmt::format("rules off: {}", fmt::join(terms.off, ", ")));
  if (!terms.lowered.empty())
    parts.push_back(fmt::format("severity lowered: {}", fmt::join(terms.lowered, ", ")));
  if (terms.fails_never) parts.emplace_back("fail-on: never");
  return fmt::format("{}", fmt::join(parts, "; "));
}

void add_configuration(const Terms& terms, std::vector<Notice>& all) {
  const std::string weaker = weakenings(terms);
  for (const std::string& path : terms.edited_configurations) {
    const bool in_use = path == terms.configuration && !weaker.empty();
    all.push_back({.path = path,
                   .message = fmt::format("this change edits the configuration that it is judged by{}",
                                          in_use ? " (" + weaker + ")" : "")});
  }
  const bool said = std::ranges::find(terms.edited_configurations, terms.configuration) !=
                    terms.edited_configurations.end();
  if (!said && !weaker.empty())
    all.push_back(
        {.path = terms.configuration, .message = "the configuration weakens the verdict: " + weaker});
}

void add_decisions(const JudgedHistory& judged, std::vector<Notice>& all) {
  if (judged.terms.edited_decisions.empty()) return;
  const auto number = std::ranges::count_if(judged.result.suppressed, [&](const Finding& finding) {
    return allowing_comment(judged.history, finding) == nullptr;
  });
  all.push_back(
      {.path = judged.terms.edited_decisions,
       .message = fmt::format("this change edits the decisions that it is judged by ({} allowed outside of "
                              "its comments)",
                              counted(static_cast<int>(number), "finding"))});
}

void add_comments(const JudgedHistory& judged, std::vector<Notice>& all) {
  std::size_t number = 0;
  for (const Finding& finding : judged.result.suppressed) {
    const Comment* comment = allowing_comment(judged.history, finding);
    if (comment == nullptr || ++number > most_comments) continue;
    const Migration& migration = judged.history.migrations.at(static_cast<std::size_t>(finding.migration));
    all.push_back({.path = finding.path,
                   .line = migration.line_at(comment->span.begin),
                   .message = fmt::format("a comment allows {} here: {}", finding.rule,
                                          json_string(*finding.suppressed))});
  }
  if (number > most_comments)
    all.push_back({.path = judged.history.migrations_dir,
                   .message = fmt::format("comments allow {} more",
                                          counted(static_cast<int>(number - most_comments), "finding"))});
}

bool same_configuration(const Terms& a, const Terms& b) {
  return a.configuration == b.configuration && a.edited_configurations == b.edited_configurations;
}

}  // namespace

const Comment* allowing_comment(const History& history, const Finding& finding) {
  if (finding.migration < 0 || finding.group == Group::history || !finding.suppressed) return nullptr;
  const Migration& migration = history.migrations.at(static_cast<std::size_t>(finding.migration));
  const std::string_view text = migration.source.text;
  const auto allows = [&](const Comment& comment) {
    const std::string_view words = text.substr(static_cast<std::size_t>(comment.span.begin),
                                               static_cast<std::size_t>(comment.span.length()));
    return words.find("miglint:") != std::string_view::npos &&
           words.find(*finding.suppressed) != std::string_view::npos;
  };
  const auto found = std::ranges::find_if(migration.comments, allows);
  return found == migration.comments.end() ? nullptr : &*found;
}

bool is_own_suppression(const JudgedHistory& judged, const Finding& finding) {
  if (allowing_comment(judged.history, finding) == nullptr)
    return !judged.terms.edited_decisions.empty() || !judged.terms.edited_configurations.empty();
  const Migration& migration = judged.history.migrations.at(static_cast<std::size_t>(finding.migration));
  return migration.source.state != State::on_base;  // there it was reviewed before
}

std::vector<Notice> notices(const Outcome& outcome) {
  std::vector<Notice> all;
  const Terms* before = nullptr;  // the histories of one configuration stand together
  for (const JudgedHistory& judged : outcome.histories) {
    if (before == nullptr || !same_configuration(*before, judged.terms)) add_configuration(judged.terms, all);
    before = &judged.terms;
    add_decisions(judged, all);
    add_comments(judged, all);
  }
  return all;
}

}  // namespace miglint
