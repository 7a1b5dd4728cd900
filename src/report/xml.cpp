#include "report/xml.hpp"

#include "report/clean.hpp"

namespace miglint {

static void append_escaped(std::string& out, char c) {
  switch (c) {
    case '&':
      out += "&amp;";
      break;
    case '<':
      out += "&lt;";
      break;
    case '>':
      out += "&gt;";
      break;
    case '"':
      out += "&quot;";
      break;
    case '\n':
      out += "&#10;";
      break;
    case '\r':
      out += "&#13;";
      break;
    case '\t':
      out += "&#9;";
      break;
    default:
      static_cast<unsigned char>(c) < 0x20 ? out += "\xEF\xBF\xBD" : out += c;
  }
}

std::string xml(std::string_view text) {
  const std::string valid = valid_utf8(text);
  std::string out;
  for (std::size_t i = 0; i < valid.size(); ++i) {
    const std::string_view sequence = std::string_view(valid).substr(i, 3);
    if (sequence == "\xEF\xBF\xBE" || sequence == "\xEF\xBF\xBF") {  // U+FFFE and U+FFFF are no characters to XML
      out += "\xEF\xBF\xBD";
      i += 2;
    } else {
      append_escaped(out, valid[i]);
    }
  }
  return out;
}

}  // namespace miglint
