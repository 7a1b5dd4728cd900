#include "shell/expand.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <functional>
#include <map>
#include <span>

#include "miglint/error.hpp"
#include "shell/cursor.hpp"

namespace miglint::shell {

namespace {

using Atoms = std::vector<Atom>;

bool is(const Atom& atom, char c) { return !atom.quoted && atom.expansion < 0 && atom.character == c; }

/// The brace that closes the one at `open`, and the commas between them; npos: none closes it.
std::size_t closing_brace(const Atoms& atoms, std::size_t open, std::vector<std::size_t>& commas) {
  int depth = 0;
  for (std::size_t i = open; i < atoms.size(); ++i) {
    if (is(atoms[i], '{')) ++depth;
    if (is(atoms[i], ',') && depth == 1) commas.push_back(i);
    if (is(atoms[i], '}') && --depth == 0) return i;
  }
  return std::string::npos;
}

std::string plain(std::span<const Atom> atoms) {
  std::string text;
  for (const Atom& atom : atoms) text += atom.expansion < 0 ? atom.character : '\0';
  return text;
}

/// `1..3`, `a..c`.
std::vector<Atoms> sequence(std::string_view text) {
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) return {};
  long from = 0, to = 0;
  const std::string_view first = text.substr(0, dots), last = text.substr(dots + 2);
  const bool letters = first.size() == 1 && last.size() == 1 && first[0] > '9' && last[0] > '9';
  const auto number = [](std::string_view digits, long& value) {
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc() && end == digits.data() + digits.size();
  };
  if (letters) {
    from = static_cast<unsigned char>(first[0]);
    to = static_cast<unsigned char>(last[0]);
  } else if (!number(first, from) || !number(last, to)) {
    return {};
  }
  std::vector<Atoms> values;
  const long step = from <= to ? 1 : -1;
  for (long value = from;; value += step) {
    const std::string word = letters ? std::string(1, static_cast<char>(value)) : std::to_string(value);
    Atoms atoms;
    for (const char c : word) atoms.push_back({.character = c});
    values.push_back(std::move(atoms));
    if (value == to || values.size() > most_fields) return values;
  }
}

std::vector<Atoms> alternatives(const Atoms& atoms, std::size_t open, std::size_t close,
                                const std::vector<std::size_t>& commas) {
  const auto at = [&](std::size_t i) { return atoms.begin() + static_cast<std::ptrdiff_t>(i); };
  if (commas.empty()) return sequence(plain({at(open + 1), at(close)}));
  std::vector<Atoms> parts;
  std::size_t begin = open + 1;
  for (const std::size_t comma : commas) {
    parts.emplace_back(at(begin), at(comma));
    begin = comma + 1;
  }
  parts.emplace_back(at(begin), at(close));
  return parts;
}

constexpr std::size_t longest_field = std::size_t{1} << 20;

/// The words that braces make of one, the leftmost brace first; a queue, since they nest.
std::vector<Atoms> without_braces(const Atoms& word) {
  std::vector<Atoms> open = {word}, done;
  std::size_t made = 0;
  while (!open.empty()) {
    Atoms atoms = std::move(open.back());
    open.pop_back();
    bool expanded = false;
    std::size_t tried = 0;  // braces around no list are none
    for (std::size_t i = 0; i < atoms.size() && !expanded && tried < most_fields; ++i) {
      if (!is(atoms[i], '{')) continue;
      ++tried;
      std::vector<std::size_t> commas;
      const std::size_t close = closing_brace(atoms, i, commas);
      if (close == std::string::npos) break;
      const std::vector<Atoms> parts = alternatives(atoms, i, close, commas);
      if (parts.empty()) continue;
      for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
        Atoms made_word(atoms.begin(), atoms.begin() + static_cast<std::ptrdiff_t>(i));
        made_word.insert(made_word.end(), part->begin(), part->end());
        made_word.insert(made_word.end(), atoms.begin() + static_cast<std::ptrdiff_t>(close) + 1,
                         atoms.end());
        open.push_back(std::move(made_word));
        ++made;
        if (made > most_fields || made * atoms.size() > longest_field)
          throw Error(fmt::format(
              "hook: the braces of this shell line make more than {} words: write them out", most_fields));
      }
      expanded = true;
    }
    if (!expanded) done.push_back(std::move(atoms));
  }
  return done;
}

bool is_glob(char c) { return c == '*' || c == '?' || c == '['; }

/// A field in the making: its text, and the same as a pattern.
struct Draft {
  Field made;
  std::string pattern;
  bool globs = false;

  void add(char c, bool quoted) {
    made.text += c;
    if (quoted && (is_glob(c) || c == '\\' || c == ']')) pattern += '\\';
    pattern += c;
    globs = globs || (!quoted && is_glob(c));
  }
  void add(const Field& value, bool quoted) {
    if (made.text.size() + value.text.size() > longest_field) {
      made.known = false;
      return;
    }
    const bool keeps_glob = !value.pattern.empty() && (!quoted || value.matched);
    if (keeps_glob) {
      made.text += value.text;
      pattern += value.pattern;
    } else {
      for (const char c : value.text) add(c, true);
    }
    globs = globs || keeps_glob;
    made.matched = made.matched || value.matched;
    made.known = made.known && value.known;
    made.below = made.below || value.below;
    if (!value.names.empty()) made.names = value.names;
  }
  Field finish() {
    if (globs) made.pattern = pattern;
    return std::move(made);
  }
};

constexpr std::string_view blanks = " \t\n";

/// The value's parts where it stands unquoted: a blank ends a field.
std::vector<Field> split(const Field& value) {
  if (value.text.find_first_of(blanks) == std::string::npos) return {value};
  std::vector<Field> parts;
  for (std::size_t at = value.text.find_first_not_of(blanks); at != std::string::npos;
       at = value.text.find_first_not_of(blanks, at)) {
    const std::size_t end = std::min(value.text.find_first_of(blanks, at), value.text.size());
    Field part = value;
    part.text = value.text.substr(at, end - at);
    part.pattern = part.text.find_first_of("*?[") == std::string::npos ? std::string() : part.text;
    parts.push_back(std::move(part));
    at = end;
  }
  return parts;
}

/// Each draft continued by each value: a variable that a loop runs through makes as many.
void multiply(std::vector<Draft>& drafts, const std::vector<Field>& values, bool quoted) {
  if (values.empty()) return;
  std::vector<Draft> made;
  for (const Draft& draft : drafts) {
    for (const Field& value : values) {
      if (made.size() >= most_fields)
        throw Error(fmt::format(
            "hook: a word of this shell line stands for more than {} others: write them out", most_fields));
      made.push_back(draft);
      made.back().add(value, quoted);
    }
  }
  drafts = std::move(made);
}

void add_unknown(std::vector<Draft>& drafts) {
  for (Draft& draft : drafts) draft.made.known = false;
}

/// `~`, `~/…`, `~+`, `~-` at the front of a word; how many atoms that takes.
std::size_t take_home(const Atoms& atoms, std::vector<Draft>& drafts, const Lookup& lookup) {
  if (atoms.empty() || !is(atoms[0], '~')) return 0;
  std::size_t length = 1;
  std::string name = "HOME";
  if (atoms.size() > 1 && is(atoms[1], '+')) name = "PWD";
  if (atoms.size() > 1 && is(atoms[1], '-')) name = "OLDPWD";
  if (name != "HOME") ++length;
  if (atoms.size() > length && !is(atoms[length], '/')) return 0;  // ~user
  const auto value = lookup({.name = name, .otherwise = {}, .script = {}});
  value ? multiply(drafts, *value, true) : add_unknown(drafts);
  return length;
}

void add_fields(const Word& word, const Atoms& atoms, const Lookup& lookup, std::vector<Field>& fields) {
  std::vector<Draft> drafts(1);
  bool is_there = atoms.empty() || std::ranges::any_of(atoms, &Atom::quoted);
  const auto finish = [&] {
    for (Draft& draft : drafts) fields.push_back(draft.finish());
    drafts.assign(1, {});
  };
  const std::size_t home = take_home(atoms, drafts, lookup);
  is_there = is_there || home > 0;
  for (std::size_t i = home; i < atoms.size(); ++i) {
    const Atom& atom = atoms[i];
    if (atom.expansion < 0) {
      for (Draft& draft : drafts) draft.add(atom.character, atom.quoted);
      is_there = true;
      continue;
    }
    const auto values = lookup(word.expansions[static_cast<std::size_t>(atom.expansion)]);
    if (!values) {
      add_unknown(drafts);
      is_there = true;
    } else if (atom.quoted || values->size() != 1) {
      multiply(drafts, *values, atom.quoted);
      is_there = is_there || !values->empty();
    } else {
      const std::vector<Field> parts = split(values->front());
      for (std::size_t part = 0; part < parts.size(); ++part) {
        if (part > 0) finish();
        multiply(drafts, {parts[part]}, false);
        is_there = true;
      }
    }
  }
  if (is_there) finish();
}

}  // namespace

bool is_option(std::string_view word) { return word.size() > 1 && word.starts_with("-"); }

Field field(std::string text) {
  Field made;
  made.text = std::move(text);
  return made;
}

std::vector<Field> expand(const Word& word, const Lookup& lookup) {
  std::vector<Field> fields;
  // Each expansion is asked for once, however many words braces make: its commands run once, too.
  std::map<const Expansion*, std::optional<std::vector<Field>>> values;
  const Lookup once = [&](const Expansion& expansion) {
    const bool is_of_word = !word.expansions.empty() &&
                            std::greater_equal<>()(&expansion, &word.expansions.front()) &&
                            std::less_equal<>()(&expansion, &word.expansions.back());
    if (!is_of_word) return lookup(expansion);  // a `~`
    auto found = values.find(&expansion);
    if (found == values.end()) found = values.emplace(&expansion, lookup(expansion)).first;
    return found->second;
  };
  for (const Expansion& expansion : word.expansions) once(expansion);
  for (const Atoms& atoms : without_braces(word.atoms)) add_fields(word, atoms, once, fields);
  return fields;
}

Field expand_text(const Word& word, const Lookup& lookup) {
  std::vector<Draft> drafts(1);
  for (const Atom& atom : word.atoms) {
    if (atom.expansion < 0) {
      for (Draft& draft : drafts) draft.add(atom.character, true);
    } else if (const auto values = lookup(word.expansions[static_cast<std::size_t>(atom.expansion)])) {
      multiply(drafts, *values, true);
    } else {
      add_unknown(drafts);
    }
  }
  return drafts.front().finish();
}

std::string assigned_name(const Word& word) {
  std::string name;
  for (const Atom& atom : word.atoms) {
    if (atom.quoted || atom.expansion >= 0) return {};
    if (atom.character == '=' || atom.character == '+' || atom.character == '[') break;
    if (!is_name_character(atom.character)) return {};
    name += atom.character;
  }
  if (name.size() == word.atoms.size() || (!name.empty() && name[0] >= '0' && name[0] <= '9')) return {};
  const std::string text = plain(word.atoms);
  const std::size_t equals = text.find('=');
  const bool is_assignment = equals != std::string::npos &&
                             (equals == name.size() || text[name.size()] == '[' || equals == name.size() + 1);
  return is_assignment ? name : std::string();
}

std::vector<Field> assigned_values(const Word& word, const Lookup& lookup) {
  std::vector<Field> values;
  for (const Word& element : word.elements) {
    for (Field& value : expand(element, lookup)) values.push_back(std::move(value));
  }
  if (!word.elements.empty()) return values;
  Word value = word;
  const auto equals = std::ranges::find_if(value.atoms, [](const Atom& atom) { return is(atom, '='); });
  value.atoms.erase(value.atoms.begin(), equals == value.atoms.end() ? equals : equals + 1);
  std::vector<Draft> drafts(1);
  const std::size_t home = take_home(value.atoms, drafts, lookup);
  value.atoms.erase(value.atoms.begin(), value.atoms.begin() + static_cast<std::ptrdiff_t>(home));
  const Field rest = expand_text(value, lookup);
  for (Draft& draft : drafts) {
    draft.add(rest, true);
    values.push_back(draft.finish());
    if (values.back().text.find_first_of("*?[") != std::string::npos)
      values.back().pattern = values.back().text;
  }
  return values;
}

}  // namespace miglint::shell
