// Array literals of one dimension (arrayfuncs.c, array_in): `{a,"b c",NULL}`.

#include <algorithm>
#include <cctype>

#include "analysis/literal_forms.hpp"

namespace miglint {

namespace {

class Array {
 public:
  explicit Array(std::string_view text) : text_(text) {}

  /// `text` begins after the brace. False: malformed, or with more dimensions (`nested`).
  bool reads() {
    blanks();
    if (here() == '}') return ends();
    for (;;) {
      if (!element()) return false;
      blanks();
      if (here() == '}') return ends();
      if (here() != ',') return false;
      ++at_;
    }
  }

  bool nested = false;
  std::vector<std::string> elements;

 private:
  char here() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  void blanks() {
    while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_])) != 0) ++at_;
  }

  bool ends() {
    ++at_;
    blanks();
    return at_ == text_.size();
  }

  bool element() {
    blanks();
    nested = here() == '{';
    if (nested) return false;
    return here() == '"' ? quoted() : unquoted();
  }

  bool quoted() {
    std::string value;
    for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
      if (text_[at_] == '\\') ++at_;
      if (at_ == text_.size()) return false;
      value += text_[at_];
    }
    if (at_ == text_.size()) return false;
    ++at_;
    elements.push_back(std::move(value));
    return true;
  }

  bool unquoted() {
    std::string value;
    bool escaped = false;
    for (; at_ < text_.size() && text_[at_] != ',' && text_[at_] != '}'; ++at_) {
      if (text_[at_] == '"' || text_[at_] == '{') return false;
      if (text_[at_] == '\\') {
        escaped = true;
        if (++at_ == text_.size()) return false;
      }
      value += text_[at_];
    }
    if (escaped) {  // a blank at its end may be one of the value's
      return !value.empty();
    }
    const std::string_view bare = trimmed_blanks(value);
    if (bare.empty()) return false;
    if (!is_null(bare)) elements.emplace_back(bare);
    return true;
  }

  static bool is_null(std::string_view word) {
    return std::ranges::equal(word, std::string_view("null"), {},
                              [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<ArrayElements> elements_of(std::string_view text) {
  const std::string_view bare = trimmed_blanks(text);
  if (bare.starts_with('[')) return std::nullopt;
  if (!bare.starts_with('{')) return ArrayElements{.malformed = true};
  Array array(bare.substr(1));
  const bool reads = array.reads();
  if (!reads && array.nested) return std::nullopt;
  return ArrayElements{.malformed = !reads, .elements = std::move(array.elements)};
}

}  // namespace miglint
