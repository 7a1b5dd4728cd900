#pragma once

#include <ostream>
#include <string_view>

#include "miglint/finding.hpp"
#include "report/places.hpp"
#include "report/style.hpp"

namespace miglint {

/// What a frame shows: the span with its place in a file's text, and the first line of the statement around
/// it where that is another one.
struct FrameSource {
  std::string_view text;
  Span span;
  Place place;
  int statement_begin = -1;  ///< byte offset; -1: none
  int width = 100;           ///< of the terminal
  bool brief = false;        ///< two lines of a long span, and one underline
};

/// The width of the line numbers' column.
int gutter_width(const FrameSource& source);

/// The source lines of the span, underlined. Long lines are cut around what matters, long spans in the
/// middle; the cost does not depend on the size of the text or of its lines. `severity` chooses the
/// underline's colour.
void print_frame(const FrameSource& source, Severity severity, const Palette& palette, std::ostream& out);

}  // namespace miglint
