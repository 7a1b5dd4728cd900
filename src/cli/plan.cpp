#include "report/plan.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fmt/format.h>
#include <sstream>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/project.hpp"

namespace miglint {

namespace {

Reporter reporter_of(std::string_view format) {
  return format == "json" ? plan_json : format == "markdown" ? plan_markdown : plan_text;
}

Outcome planned(Loaded loaded) {
  Outcome outcome{.histories = {},
                  .errors = std::move(loaded.errors),
                  .notes = std::move(loaded.notes),
                  .selection = std::move(loaded.selection)};
  outcome.current_folder = std::filesystem::current_path().string();
  for (Project& project : loaded.projects) {
    for (std::size_t i = 0; i < project.histories.size(); ++i) {
      JudgedHistory judged{.history = std::move(project.histories[i]),
                           .result = {},
                           .fail_on = std::nullopt,
                           .read = project.read[i]};
      if (judged.read)
        judged.result =
            lint(judged.history, project.config_of(judged.history), project.decisions, {.keep_plan = true});
      judged.result.migrations.resize(judged.history.migrations.size());
      outcome.histories.push_back(std::move(judged));
    }
  }
  return outcome;
}

}  // namespace

int plan(const Options& options) {
  const std::vector<Destination> reports = destinations(options);
  const Outcome outcome = planned(load(options, false));  // from here on nothing reads files or git
  for (const FileError& error : outcome.errors) print_error(fmt::format("{}: {}", error.path, error.message));
  for (const Destination& destination : reports) {
    const ReportStyle style = report_style(options, destination);
    deliver(destination, [&](std::ostream& out) { reporter_of(destination.format)(outcome, style, out); });
  }
  return outcome.errors.empty() ? 0 : 2;
}

}  // namespace miglint
