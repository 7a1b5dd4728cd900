#include <algorithm>
#include <fmt/ostream.h>
#include <sstream>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "docs/page.hpp"
#include "miglint/rule.hpp"
#include "report/json_writer.hpp"
#include "report/style.hpp"

namespace miglint {

namespace {

void print_rules(bool colour, std::ostream& out) {
  const Palette palette(colour);
  std::size_t longest = 0;
  for (const RegisteredRule& entry : all_rules()) longest = std::max(longest, entry.rule->id.size());
  for (const RegisteredRule& entry : all_rules()) {
    const std::string_view severity = entry.rule->enabled ? to_string(entry.rule->severity) : "off";
    fmt::print(out, "{}  {:<12}  {:<7}  {}\n", palette.bold(fmt::format("{:<{}}", entry.rule->id, longest)),
               to_string(entry.group), severity, read_page(entry.page).summary);
  }
}

void write_rules(std::ostream& out) {
  JsonWriter json;
  json.open_object();
  json.member("version", 1);
  json.open_array("rules");
  for (const RegisteredRule& entry : all_rules()) {
    json.open_object();
    json.member("id", entry.rule->id);
    json.member("group", to_string(entry.group));
    json.member("severity", to_string(entry.rule->severity));
    json.member("enabled", entry.rule->enabled);
    json.member("summary", read_page(entry.page).summary);
    json.close_object();
  }
  json.close_array();
  json.close_object();
  json.write_to(out);
}

}  // namespace

int rules(const Options& options) {
  for (const Destination& destination : destinations(options)) {
    std::ostringstream text;
    if (destination.format == "json") {
      write_rules(text);
    } else {
      print_rules(wants_colour(options, destination), text);
    }
    deliver(destination, text.str());
  }
  return 0;
}

}  // namespace miglint
