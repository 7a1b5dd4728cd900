#include "discover/order.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "miglint/characters.hpp"

namespace miglint {

namespace {

/// The order of ASCII in the root collation (allkeys_CLDR.txt): variable elements are not ignored in CLDR's
/// default.
constexpr std::string_view collation_order = "\t\n\v\f\r _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789";

int primary(unsigned char c) {
  if (std::isalpha(c) && c < 0x80) return 100 + std::tolower(c);
  if (c >= 0x80) return 300 + c;
  const std::size_t place = collation_order.find(static_cast<char>(c));
  return place == std::string_view::npos ? 0 : 1 + static_cast<int>(place);  // control characters are ignored
}

std::weak_ordering compare_cases(std::string_view a, std::string_view b) {
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    if (a[i] == b[i]) continue;
    return std::islower(static_cast<unsigned char>(a[i])) ? std::weak_ordering::less
                                                          : std::weak_ordering::greater;
  }
  return a.size() <=> b.size();
}

std::string without_leading_zeros(std::string_view digits) {
  const std::size_t first = digits.find_first_not_of('0');
  return std::string(first == std::string_view::npos ? "" : digits.substr(first));
}

}  // namespace

std::weak_ordering locale_compare(std::string_view a, std::string_view b) {
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    const int x = primary(static_cast<unsigned char>(a[i])), y = primary(static_cast<unsigned char>(b[i]));
    if (x != y) return x <=> y;
  }
  if (a.size() != b.size()) return a.size() <=> b.size();
  return compare_cases(a, b);
}

std::vector<std::string> version_of(std::string_view name) {
  std::vector<std::string> parts;
  std::size_t i = 0;
  while (i < name.size() && is_digit(name[i])) {
    std::size_t end = i;
    while (end < name.size() && is_digit(name[end])) ++end;
    parts.push_back(without_leading_zeros(name.substr(i, end - i)));
    const bool another =
        end + 1 < name.size() && (name[end] == '.' || name[end] == '_') && is_digit(name[end + 1]);
    i = another ? end + 1 : name.size();
  }
  return parts;
}

std::strong_ordering compare_versions(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
    const std::string x = i < a.size() ? a[i] : "", y = i < b.size() ? b[i] : "";
    if (x.size() != y.size()) return x.size() <=> y.size();
    if (x != y) return x <=> y;
  }
  return std::strong_ordering::equal;
}

}  // namespace miglint
