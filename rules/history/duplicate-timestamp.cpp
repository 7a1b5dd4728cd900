#include <algorithm>
#include <fmt/format.h>
#include <map>

#include "history_support.hpp"
#include "miglint/rule.hpp"

namespace miglint {

namespace {

/// The name's beginning with all its groups of digits, since a date and a time of day may be written apart:
/// `20260102T101328` of `20260102T101328Z_init`, `2026-01-02-101328` of `2026-01-02-101328_init`. Where the
/// first group has the time of day, the next belongs to the words: `20260102101328_2fa`.
std::string_view digits_and_separators(std::string_view name) {
  constexpr std::string_view separators = "-_.:Tt", digits = "0123456789";
  constexpr std::size_t date_and_time = 12;
  std::size_t end = timestamp_of(name).size();
  if (end >= date_and_time) return name.substr(0, end);
  while (end > 0 && end + 1 < name.size() && separators.find(name[end]) != std::string_view::npos &&
         digits.find(name[end + 1]) != std::string_view::npos)
    end = std::min(name.find_first_not_of(digits, end + 1), name.size());
  return name.substr(0, end);
}

/// These go by the whole name.
bool goes_by_name(Layout layout) {
  return layout == Layout::prisma || layout == Layout::drizzle || layout == Layout::diesel ||
         layout == Layout::sql_migrate || layout == Layout::node_pg_migrate || layout == Layout::plain;
}

/// What the runner takes for the migration's version; empty: none. Leading zeros count for nothing where it
/// is a number.
std::string version_of(const SourceFile& source) {
  if (source.layout == Layout::flyway)
    return source.name.starts_with('R') ? "" : source.name.substr(0, source.name.find("__"));
  if (goes_by_name(source.layout)) {
    const std::string_view version = digits_and_separators(source.name);
    return version.size() < 8 ? "" : std::string(version);
  }
  std::string version(timestamp_of(source.name));
  version.erase(0, std::min(version.find_first_not_of('0'), version.size()));
  return version;
}

/// These stop at two migrations of one version; the others go on by name.
bool runner_refuses(Layout layout) {
  return layout == Layout::flyway || layout == Layout::golang_migrate || layout == Layout::goose ||
         layout == Layout::supabase;
}

void check_duplicate_timestamp(const HistoryView& view, RuleContext& context) {
  std::map<std::string, int> first;
  for (std::size_t i = 0; i < view.history.migrations.size(); ++i) {
    const SourceFile& source = view.history.migrations[i].source;
    const std::string version = version_of(source);
    if (version.empty()) continue;
    const auto [other, is_first] = first.emplace(version, static_cast<int>(i));
    if (is_first) continue;
    const SourceFile& earlier = view.history.migrations[static_cast<std::size_t>(other->second)].source;
    if (!source.judged && !earlier.judged) continue;
    const bool refused = runner_refuses(source.layout);
    context.report({
        .message = fmt::format("{} has the same timestamp as {}", path_in_prose(source.name),
                               path_in_prose(earlier.name)),
        .object = {.schema = {}, .table = {}, .column = {}, .name = source.name},
        .why = refused ? fmt::format("{} takes both for one version and refuses to run.",
                                     to_string(source.layout))
                       : "Only the rest of the names decides which runs first: a rename for a better word "
                         "can turn the order around.",
        .safer = {{.text = "Give the newer one, while nothing has run it, a later timestamp.", .sql = {}}},
        .related = {{.message = "the other one", .path = earlier.path}},
        .severity = refused ? Severity::error : Severity::warning,
        .migration = source.judged ? static_cast<int>(i) : other->second,
    });
  }
}

}  // namespace

extern const Rule duplicate_timestamp;
const Rule duplicate_timestamp{
    .id = "duplicate-timestamp", .severity = Severity::warning, .check = on<check_duplicate_timestamp>};

}  // namespace miglint
