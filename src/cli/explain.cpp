#include <fmt/format.h>
#include <sstream>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "miglint/error.hpp"
#include "miglint/nearest.hpp"
#include "miglint/rule.hpp"
#include "report/page_text.hpp"

namespace miglint {

namespace {

const RegisteredRule& wanted_rule(const std::string& id) {
  if (const RegisteredRule* entry = find_rule(id)) return *entry;
  std::vector<std::string_view> known;
  for (const RegisteredRule& entry : all_rules()) known.push_back(entry.rule->id);
  throw Error(
      fmt::format("there is no rule \"{}\"{}; `miglint rules` lists them", id, did_you_mean(id, known)));
}

}  // namespace

int explain(const Options& options) {
  if (options.arguments.empty()) throw Error("explain: which rule? `miglint rules` lists them");
  const Destination destination = destinations(options).front();
  std::ostringstream text;
  for (const std::string& id : options.arguments) {
    const RegisteredRule& entry = wanted_rule(id);
    if (&id != &options.arguments.front()) text << '\n';
    if (destination.format == "markdown") {
      text << entry.page;
    } else {
      print_page(entry.page, wants_colour(options, destination), text);
    }
  }
  deliver(destination, text.str());
  return 0;
}

}  // namespace miglint
