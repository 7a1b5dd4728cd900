#pragma once

// rapidjson's writer with what every JSON of ours needs: keys and values in one call, null for what is
// absent, and UTF-8 whatever comes in.

#include <concepts>
#include <ostream>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <string>
#include <string_view>
#include <vector>

#include "report/clean.hpp"

namespace miglint {

class JsonWriter {
 public:
  JsonWriter() { writer_.SetIndent(' ', 2); }

  void open_object() { writer_.StartObject(); }
  void close_object() { writer_.EndObject(); }
  void open_array() { writer_.StartArray(); }
  void close_array() { writer_.EndArray(); }

  void key(std::string_view name) { writer_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }
  void open_object(std::string_view name) { key(name), open_object(); }
  void open_array(std::string_view name) { key(name), open_array(); }

  void value(std::string_view text) {
    const std::string quoted = json_string(text);
    writer_.RawValue(quoted.data(), quoted.size(), rapidjson::kStringType);
  }
  void value(const char* text) { value(std::string_view(text)); }
  void value(const std::string& text) { value(std::string_view(text)); }
  void value(bool boolean) { writer_.Bool(boolean); }
  void value(std::signed_integral auto number)
    requires(!std::same_as<decltype(number), bool>)
  {
    writer_.Int64(number);
  }
  void value(const std::vector<std::string>& texts) {
    open_array();
    for (const std::string& text : texts) value(text);
    close_array();
  }
  void null() { writer_.Null(); }

  void member(std::string_view name, const auto& content) { key(name), value(content); }
  void null_member(std::string_view name) { key(name), null(); }
  /// null instead of an empty text.
  void member_or_null(std::string_view name, std::string_view text) {
    key(name);
    if (text.empty()) return null();
    value(text);
  }

  /// The document and a line feed; the writer is done after it.
  void write_to(std::ostream& out) const {
    out.write(buffer_.GetString(), static_cast<std::streamsize>(buffer_.GetSize())) << '\n';
  }

 private:
  rapidjson::StringBuffer buffer_;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> writer_{buffer_};
};

}  // namespace miglint
