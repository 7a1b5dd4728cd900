#include "catalog/rewrite.hpp"

#include <cctype>
#include <string>

namespace miglint {

// ---- The text: tokens, as far as names and literals need them ---------------------------------------------

static bool starts_word(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}
static bool in_word(char c) {
  return starts_word(c) || std::isdigit(static_cast<unsigned char>(c)) || c == '$';
}

/// The end of the token at `begin`: a word, a quoted name, a literal, or one character.
static std::size_t token_end(std::string_view text, std::size_t begin) {
  const char first = text[begin];
  std::size_t end = begin + 1;
  if (first == '"' || first == '\'') {
    while (end < text.size() && (text[end] != first || (end + 1 < text.size() && text[end + 1] == first)))
      end += text[end] == first ? 2 : 1;
    return end < text.size() ? end + 1 : text.size();
  }
  if (starts_word(first))
    while (end < text.size() && in_word(text[end])) ++end;
  return end;
}

/// What a token names: quotes taken off, an unquoted word in lower case; empty for what is no name.
static std::string name_of(std::string_view token) {
  std::string name;
  if (token.front() == '"' && token.size() >= 2) {
    for (std::size_t i = 1; i + 1 < token.size(); ++i) {
      name += token[i];
      if (token[i] == '"') ++i;
    }
  } else if (starts_word(token.front())) {
    for (const char c : token) name += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return name;
}

template <class Replace>
static void replace_tokens(std::string& text, Replace replace) {
  std::string result;
  std::size_t position = 0;
  bool changed = false;
  while (position < text.size()) {
    const std::size_t end = token_end(text, position);
    const std::string_view token = std::string_view(text).substr(position, end - position);
    const char after = end < text.size() ? text[end] : '\0';
    if (std::string replacement; replace(token, after, replacement)) {
      result += replacement;
      changed = true;
    } else {
      result += token;
    }
    position = end;
  }
  if (changed) text = std::move(result);
}

static void replace_name(std::string& text, std::string_view from, std::string_view to, bool function) {
  replace_tokens(text, [&](std::string_view token, char after, std::string& replacement) {
    if (name_of(token) != from || (after == '(') != function) return false;
    replacement = quote(to);
    return true;
  });
}

static void replace_literal(std::string& text, const std::string& from, const std::string& to) {
  replace_tokens(text, [&](std::string_view token, char, std::string& replacement) {
    if (token != from) return false;
    replacement = to;
    return true;
  });
}

// ---- The tree ---------------------------------------------------------------------------------------------

template <class Change>
static bool change_all(Expression& expression, Change change) {
  bool changed = change(expression);
  for (Expression& arg : expression.args) changed |= change_all(arg, change);
  return changed;
}

void rename_column_in(Expression& expression, std::string_view from, std::string_view to) {
  const bool changed = change_all(expression, [&](Expression& e) {
    if (e.kind != Expression::Kind::column || e.value != from) return false;
    e.value = to;
    return true;
  });
  if (changed) replace_name(expression.text, from, to, false);
}

void rename_type_in(Expression& expression, const RelationName& from, const RelationName& to) {
  const bool changed = change_all(expression, [&](Expression& e) {
    if (e.type.name != from.name || (!e.type.schema.empty() && e.type.schema != from.schema)) return false;
    e.type.name = to.name;
    if (!e.type.schema.empty()) e.type.schema = to.schema;
    return true;
  });
  if (!changed) return;
  replace_name(expression.text, from.name, to.name, false);
  if (from.schema != to.schema) replace_name(expression.text, from.schema, to.schema, false);
}

void rename_label_in(Expression& expression, std::string_view from, std::string_view to) {
  const bool changed = change_all(expression, [&](Expression& e) {
    if (e.kind != Expression::Kind::constant || e.value != from) return false;
    e.value = to;
    return true;
  });
  if (changed) replace_literal(expression.text, quote_literal(from), quote_literal(to));
}

void rename_function_in(Expression& expression, const FunctionName& from, const FunctionName& to) {
  const bool changed = change_all(expression, [&](Expression& e) {
    if (e.kind != Expression::Kind::function || e.function.name != from.name) return false;
    if (!e.function.schema.empty() && e.function.schema != from.schema) return false;
    e.function.name = to.name;
    if (!e.function.schema.empty()) e.function.schema = to.schema;
    return true;
  });
  if (changed) replace_name(expression.text, from.name, to.name, true);
}

static bool names_sequence(std::string_view literal, const RelationName& sequence) {
  return literal == sequence.name || literal == quote(sequence.name) || literal == quote(sequence) ||
         literal == to_string(sequence);
}

void rename_sequence_in(Expression& expression, const RelationName& from, const RelationName& to) {
  change_all(expression, [&](Expression& e) {
    if (e.kind != Expression::Kind::constant || !names_sequence(e.value, from)) return false;
    replace_literal(expression.text, quote_literal(e.value), quote_literal(quote(to)));
    e.value = quote(to);
    return true;
  });
}

}  // namespace miglint
