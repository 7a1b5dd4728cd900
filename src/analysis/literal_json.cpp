// JSON as PostgreSQL's own parser reads it (common/jsonapi.c), without recursion.

#include <string>

#include "analysis/literal_forms.hpp"

namespace miglint {

namespace {

class Json {
 public:
  explicit Json(std::string_view text) : text_(text) {}

  bool reads() {
    bool more = value();
    while (more && !open_.empty()) more = after_value();
    blanks();
    return more && at_ == text_.size();
  }

 private:
  char here() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  bool take(char wanted) {
    blanks();
    if (here() != wanted) return false;
    ++at_;
    return true;
  }

  void blanks() {
    while (here() == ' ' || here() == '\t' || here() == '\n' || here() == '\r') ++at_;
  }

  /// A scalar, an empty container, or the way down to the first value of one that is not.
  bool value() {
    for (;;) {
      if (take('{')) {
        if (take('}')) return true;
        open_.push_back('{');
        if (!key()) return false;
      } else if (take('[')) {
        if (take(']')) return true;
        open_.push_back('[');
      } else {
        return scalar();
      }
    }
  }

  bool key() {
    blanks();
    return string() && take(':');
  }

  bool after_value() {
    if (take(',')) return (open_.back() != '{' || key()) && value();
    if (!take(open_.back() == '{' ? '}' : ']')) return false;
    open_.pop_back();
    return true;
  }

  bool scalar() {
    blanks();
    if (here() == '"') return string();
    if (here() == '-' || is_digit()) return number();
    for (const std::string_view word : {"true", "false", "null"}) {
      if (!text_.substr(at_).starts_with(word)) continue;
      at_ += word.size();
      return true;
    }
    return false;
  }

  bool string() {
    if (here() != '"') return false;
    for (++at_; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '"') {
        ++at_;
        return true;
      }
      if (static_cast<unsigned char>(c) < ' ') return false;
      if (c == '\\' && !escape()) return false;
    }
    return false;
  }

  bool escape() {
    ++at_;
    if (here() != 'u')
      return here() != '\0' && std::string_view("\"\\/bfnrt").find(here()) != std::string_view::npos;
    for (int i = 0; i < 4; ++i) {
      ++at_;
      if (here() == '\0' || std::string_view("0123456789abcdefABCDEF").find(here()) == std::string_view::npos)
        return false;
    }
    return true;
  }

  bool is_digit() const { return here() >= '0' && here() <= '9'; }

  bool digits() {
    if (!is_digit()) return false;
    while (is_digit()) ++at_;
    return true;
  }

  bool number() {
    if (here() == '-') ++at_;
    if (here() == '0') {
      ++at_;
    } else if (!digits()) {
      return false;
    }
    if (here() == '.' && (++at_, !digits())) return false;
    if (here() == 'e' || here() == 'E') {
      ++at_;
      if (here() == '-' || here() == '+') ++at_;
      if (!digits()) return false;
    }
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string open_;
};

}  // namespace

Reading read_json(std::string_view text) { return Json(text).reads() ? Reading::fine : Reading::unreadable; }

}  // namespace miglint
