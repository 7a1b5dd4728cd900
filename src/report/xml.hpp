#pragma once

#include <string>
#include <string_view>

namespace miglint {

/// Text for an XML 1.0 document, as content or as a quoted attribute: valid UTF-8, markup and line breaks as
/// references, characters that XML has no way to write as U+FFFD.
std::string xml(std::string_view text);

}  // namespace miglint
