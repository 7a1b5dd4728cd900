#include <algorithm>
#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/judge.hpp"
#include "cli/output.hpp"
#include "report/report.hpp"

namespace miglint {

static void report(const Outcome& outcome, const Options& options, const Destination& destination) {
  ReportStyle style = report_style(options, destination);
  style.statistics = options.statistics;
  style.errors_are_told = destination.file.empty();  // on standard error
  deliver(destination, [&](std::ostream& out) { find_reporter(destination.format)(outcome, style, out); });
}

int check(const Options& options) {
  const std::vector<Destination> reports = destinations(options);
  const auto any_of = [&](std::initializer_list<std::string_view> formats) {
    return std::ranges::any_of(reports, [&](const Destination& report) {
      return std::ranges::find(formats, report.format) != formats.end();
    });
  };
  const bool without_advice =
      std::ranges::all_of(reports, [](const Destination& report) { return report.format == "concise"; });
  const LintOptions wanted{.keep_plan = any_of({"markdown"}),
                           .keep_summary = any_of({"markdown", "text", "json"}),
                           .keep_advice = !without_advice};
  Loaded loaded = load(options, false);  // after this nothing reads files or git
  // The process ends with it: what a run found goes back to the system as a whole, not string by string.
  static Outcome& outcome = *new Outcome(judge(std::move(loaded), options, wanted));
  place(outcome, options);
  for (const FileError& error : outcome.errors) print_error(fmt::format("{}: {}", error.path, error.message));
  for (const Destination& destination : reports) report(outcome, options, destination);
  return exit_status(outcome);
}

}  // namespace miglint
