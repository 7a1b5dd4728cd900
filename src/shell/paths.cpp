#include "shell/paths.hpp"

#include <algorithm>

namespace miglint::shell {

Fields named_paths(const Fields& words) {
  Fields paths;
  std::vector<std::string> names;
  const std::string& program = words.front().text;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string& word = words[i].text;
    if (is_in(word, "-name -iname -g --glob") && i + 1 < words.size()) {
      names.push_back(words[++i].text);
    } else if (word.starts_with("--include=") || word.starts_with("--glob=")) {
      names.push_back(word.substr(word.find('=') + 1));
    } else if (is_in(word, "-type -t -maxdepth -mindepth -newer -mtime -e") && i + 1 < words.size()) {
      ++i;
    } else if (program == "git" && word.find('*') != std::string::npos) {
      names.push_back(word.substr(word.rfind('/') + 1));
    } else if (!is_option(word)) {
      paths.push_back(words[i]);
    }
  }
  const bool patterns_first = is_in(program, "grep egrep rg ag fd");
  if (patterns_first && !paths.empty()) paths.erase(paths.begin());
  if (program == "git" && !paths.empty()) paths.erase(paths.begin());
  if (paths.empty() && is_in(program, "find ls git rg ag fd grep")) paths.push_back(field("."));
  if (names.size() > most_names) names.clear();
  for (Field& path : paths) {
    path.below = path.below || !is_in(program, "echo printf ls");
    path.names = names;
  }
  return paths;
}

Fields listed(Fields paths) {
  for (Field& path : paths) {
    if (!path.pattern.empty()) continue;
    path.text.clear();
    path.pattern = "*";
    path.matched = true;
  }
  return paths;
}

void put_paths(Fields& words, const std::string& placeholder, const Fields& paths) {
  const std::string mark = placeholder.empty() ? "{}" : placeholder;
  const bool is_script = is_shell(program_of(words.front().text));
  Fields with;
  bool placed = false;
  for (const Field& word : words) {
    const std::size_t at = word.text.find(mark);
    if (at == std::string::npos) {
      with.push_back(word);
      continue;
    }
    placed = true;
    if (is_script && word.text.size() > mark.size()) {  // they are this script's arguments, too
      Field script = word;
      script.text.replace(at, mark.size(), "$@");
      with.push_back(std::move(script));
      continue;
    }
    for (Field path : paths) {
      if (path.text.size() + word.text.size() == path.text.size() + mark.size()) {
        with.push_back(std::move(path));
        continue;
      }
      Field whole = word;
      whole.text.replace(at, mark.size(), path.text);
      whole.below = path.below;
      whole.names = path.names;
      with.push_back(std::move(whole));
    }
  }
  if (!placed) with.insert(with.end(), paths.begin(), paths.end());
  words = std::move(with);
}

Fields words_of(std::string_view text) {
  Fields words;
  for (std::size_t at = text.find_first_not_of(" \t\n"); at < text.size();
       at = text.find_first_not_of(" \t\n", at)) {
    const std::size_t end = std::min(text.find_first_of(" \t\n", at), text.size());
    words.push_back(field(std::string(text.substr(at, end - at))));
    at = end;
  }
  return words;
}

Fields split(const Fields& fields) {
  Fields words;
  for (const Field& one : fields) {
    const bool is_one = !one.pattern.empty() || one.text.find_first_of(" \n") == std::string::npos;
    if (is_one) words.push_back(one);
    if (is_one) continue;
    for (Field& word : words_of(one.text)) words.push_back(std::move(word));
  }
  return words;
}

}  // namespace miglint::shell
