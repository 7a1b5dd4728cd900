#include "shell/acts.hpp"

#include <algorithm>

namespace miglint::shell {

namespace {

constexpr std::string_view consent = "MIGLINT_USER_CONSENT";

}  // namespace

Fields values_of(const Fields& words, std::string_view options) {
  Fields values;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string& word = words[i].text;
    if (!is_option(word)) continue;
    const std::size_t equals = word.find('=');
    Field value = words[i];
    value.pattern.clear();
    if (is_in(word, options)) {
      if (++i < words.size()) values.push_back(words[i]);
    } else if (equals != std::string::npos && is_in(word.substr(0, equals), options)) {
      value.text = word.substr(equals + 1);
      values.push_back(std::move(value));
    } else if (!word.starts_with("--") && is_in(word.substr(0, 2), options)) {
      value.text = word.substr(2);
      values.push_back(std::move(value));
    } else if (!word.starts_with("--") && is_in(std::string("-") + word.back(), options) &&
               i + 1 < words.size()) {
      values.push_back(words[++i]);  // a cluster that ends in it
    }
  }
  return values;
}

Fields operands_of(const Fields& words, std::string_view valued, std::size_t from) {
  Fields operands;
  bool options_end = false;
  for (std::size_t i = from; i < words.size(); ++i) {
    const std::string& word = words[i].text;
    if (!options_end && word == "--") {
      options_end = true;
    } else if (options_end || !is_option(word)) {
      operands.push_back(words[i]);
    } else if (is_in(word, valued)) {
      ++i;
    }
  }
  return operands;
}

bool has_option(const Fields& words, std::string_view options, std::string_view valued) {
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string& word = words[i].text;
    if (word == "--") return false;
    if (is_in(word.substr(0, word.find('=')), options)) return true;
    if (is_in(word, valued)) ++i;
  }
  return false;
}

bool is_tool(std::string_view program) {
  return program == "git" || program == "hub" || program.starts_with("git-") || is_database_tool(program) ||
         is_file_tool(program);
}

std::vector<Act> acts_of(const Run& run) {
  std::vector<Act> acts;
  const bool claims_consent =
      std::ranges::any_of(run.environment, [](const auto& one) { return one.first == consent; });
  if (claims_consent)
    acts.push_back(
        {.kind = Act::Kind::decide, .text = "This command says that the user agreed (MIGLINT_USER_CONSENT)"});
  for (const Field& file : run.writes)
    acts.push_back({.kind = Act::Kind::edit, .text = {}, .file = file, .sources = {}, .is_new_too = true});
  if (run.words.empty()) return acts;
  add_git_acts(run, acts);
  add_tool_acts(run, acts);
  add_file_acts(run, acts);
  return acts;
}

}  // namespace miglint::shell
