#include "report/page_text.hpp"

#include <fmt/ostream.h>

#include "docs/page.hpp"
#include "report/style.hpp"

namespace miglint {

namespace {

constexpr int width = 100;

/// `code` in prose takes a colour; without colours the backticks stay.
std::string with_code(std::string_view line, const Palette& palette, bool colour) {
  if (!colour) return std::string(line);
  std::string out;
  while (!line.empty()) {
    const auto open = line.find('`');
    const auto close = open == std::string_view::npos ? open : line.find('`', open + 1);
    if (close == std::string_view::npos) break;
    out.append(line.substr(0, open)).append(palette.cyan(line.substr(open + 1, close - open - 1)));
    line.remove_prefix(close + 1);
  }
  return out.append(line);
}

/// What a block claims: `bad: fails=23502, rewrites`.
std::string label(std::string_view info) {
  std::string text = "sql";
  if (info.starts_with("sql ")) text = info.substr(4);
  return text;
}

/// Prints a page line by line; paragraphs are gathered and wrapped as a whole.
class PagePrinter {
 public:
  PagePrinter(bool colour, std::ostream& out) : colour_(colour), palette_(colour), out_(out) {}

  void line(std::string_view line) {
    if (line.starts_with("```")) return fence(line.substr(3));
    if (in_block_) return fmt::print(out_, "    {}\n", line);
    if (line.starts_with("#")) return heading(line);
    if (line.empty()) return blank();
    if (line.starts_with("- ") || line.starts_with("|") || (line[0] >= '0' && line[0] <= '9')) flush();
    if (!paragraph_.empty()) paragraph_ += ' ';
    paragraph_ += line;
    if (line.starts_with("|")) flush();
  }
  void flush() {
    if (paragraph_.empty()) return;
    if (paragraph_.starts_with("|")) {
      fmt::print(out_, "{}\n", with_code(paragraph_, palette_, colour_));
    } else {
      for (const std::string& part : wrapped(paragraph_, width))
        fmt::print(out_, "{}\n", with_code(part, palette_, colour_));
    }
    paragraph_.clear();
  }

 private:
  void blank() {
    flush();
    out_ << '\n';
  }
  void fence(std::string_view info) {
    flush();
    in_block_ = !in_block_;
    if (in_block_) fmt::print(out_, "  {}\n", palette_.dim(fmt::format("-- {}", label(info))));
  }
  void heading(std::string_view line) {
    flush();
    const std::string_view title = line.substr(std::min(line.find_first_not_of("# "), line.size()));
    fmt::print(out_, "{}\n", line.starts_with("# ") ? palette_.bold(title) : palette_.blue(title));
  }

  bool colour_;
  Palette palette_;
  std::ostream& out_;
  bool in_block_ = false;
  std::string paragraph_;
};

}  // namespace

void print_page(std::string_view markdown, bool colour, std::ostream& out) {
  PagePrinter printer(colour, out);
  while (!markdown.empty()) {
    const auto end = std::min(markdown.find('\n'), markdown.size());
    printer.line(markdown.substr(0, end));
    markdown.remove_prefix(std::min(end + 1, markdown.size()));
  }
  printer.flush();
}

}  // namespace miglint
