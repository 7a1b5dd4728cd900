#include "report/places.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>

namespace miglint {

namespace {

/// Walks a text once and tells the position of offsets that only grow.
class Walk {
 public:
  explicit Walk(std::string_view text) : text_(text) {}

  void to(int offset) {
    const auto end = std::min(static_cast<std::size_t>(std::max(offset, 0)), text_.size());
    if (end <= at_) return;
    std::string_view passed = text_.substr(at_, end - at_);
    at_ = end;
    for (std::size_t newline = passed.find('\n'); newline != std::string_view::npos;
         newline = passed.find('\n')) {
      ++line_;
      column_ = column16_ = 1;
      passed.remove_prefix(newline + 1);
    }
    for (const char byte : passed) pass(static_cast<unsigned char>(byte));
  }
  Position code_points() const { return {.line = line_, .column = column_}; }
  Position utf16() const { return {.line = line_, .column = column16_}; }

 private:
  void pass(unsigned char byte) {
    if ((byte & 0xC0U) == 0x80U) return;  // inside a character
    ++column_;
    column16_ += byte >= 0xF0 ? 2 : 1;  // beyond the basic plane: a surrogate pair
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int line_ = 1, column_ = 1, column16_ = 1;
};

/// A finding may be about schema.prisma.
void place_in_schema(const History& history, const Finding& finding, Place& place) {
  const std::string_view text = schema_text(history, finding);
  if (text.empty()) return;
  Walk walk(text);
  walk.to(finding.span.begin);
  place.begin = walk.code_points();
  place.begin_utf16 = walk.utf16();
  walk.to(finding.span.end);
  place.end = walk.code_points();
  place.end_utf16 = walk.utf16();
}

/// An end of a finding's span, and where its position goes.
struct Mark {
  int migration;
  int offset;
  Position* code_points;
  Position* utf16;
};

}  // namespace

std::string_view schema_text(const History& history, const Finding& finding) {
  if (!history.prisma_schema || finding.migration >= 0 || finding.span.length() == 0) return {};
  const auto& files = history.prisma_schema->files;
  const auto file = std::ranges::find(files, finding.path, &SchemaFile::path);
  return file == files.end() ? std::string_view() : std::string_view(file->text);
}

std::vector<Place> places_of(const History& history, const std::vector<Finding>& findings) {
  std::vector<Place> places(findings.size());
  std::vector<Mark> marks;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const Finding& finding = findings[i];
    if (finding.migration < 0) place_in_schema(history, finding, places[i]);
    if (finding.migration < 0 || static_cast<std::size_t>(finding.migration) >= history.migrations.size())
      continue;
    marks.push_back({finding.migration, finding.span.begin, &places[i].begin, &places[i].begin_utf16});
    marks.push_back({finding.migration, finding.span.end, &places[i].end, &places[i].end_utf16});
  }
  std::ranges::sort(marks, [](const Mark& a, const Mark& b) {
    return std::tie(a.migration, a.offset) < std::tie(b.migration, b.offset);
  });
  for (auto mark = marks.begin(); mark != marks.end();) {
    const int migration = mark->migration;
    Walk walk(history.migrations[static_cast<std::size_t>(migration)].source.text);
    for (; mark != marks.end() && mark->migration == migration; ++mark) {
      walk.to(mark->offset);
      *mark->code_points = walk.code_points();
      *mark->utf16 = walk.utf16();
    }
  }
  return places;
}

}  // namespace miglint
