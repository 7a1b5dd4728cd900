// The man page, made from the tables of commands and options.

#include <cstdint>
#include <fmt/ostream.h>
#include <sstream>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "report/clean.hpp"

namespace miglint {

namespace {

/// Text for roff: backslashes and a leading dot are not commands, hyphens are those one types, and what is
/// not ASCII is named.
std::string roff(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    const char c = character.bytes[0];
    at += character.bytes.size();
    if (character.bytes.size() > 1) {
      out += fmt::format("\\[u{:04X}]", static_cast<std::uint32_t>(character.code_point));
    } else if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else if ((c == '.' || c == '\'') && out.empty()) {
      out += "\\&";
      out += c;
    } else {
      out += c;
    }
  }
  return out;
}

/// With a full stop, unless it ends a sentence by itself.
std::string sentence(std::string_view text) { return roff(text) + (text.ends_with("?") ? "" : "."); }

void print_commands(std::ostream& out) {
  out << ".SH COMMANDS\n";
  for (const Command& command : all_commands()) {
    fmt::print(out, ".TP\n.B {}\n{}\n", roff(fmt::format("miglint {} {}", command.name, command.arguments)),
               sentence(command.summary));
  }
}

/// The visible commands that take an option.
std::string takers(const OptionSpec& option) {
  std::vector<std::string_view> names;
  for (const Command& command : all_commands()) {
    if ((option.commands & command.bit) != 0) names.push_back(command.name);
  }
  return fmt::format("{}", fmt::join(names, ", "));
}

void print_options(std::ostream& out) {
  out << ".SH OPTIONS\n";
  for (const OptionSpec& option : all_options()) {
    std::string flags(option.flags);
    if (const auto comma = flags.find(','); comma != std::string::npos) flags.insert(comma + 1, " ");
    fmt::print(out, ".TP\n.B {}\n{}\n", roff(fmt::format("{} {}", flags, option.value)),
               sentence(option.help));
    if (!option.choices.empty())
      fmt::print(out, "One of {}.\n",
                 roff(fmt::format("{}", fmt::join(split_choices(option.choices), ", "))));
    fmt::print(out, "Commands: {}.\n", roff(takers(option)));
  }
}

constexpr std::string_view rest = R"(.SH EXIT STATUS
.TP
.B 0
Nothing at or above \-\-fail\-on.
.TP
.B 1
Findings at or above it.
.TP
.B 2
The job could not be done: usage, configuration, an unreadable file, an unknown ref.
What could be judged is still reported.
.TP
.B 3
.B miglint status
only: there is an uncommitted migration.
.SH ENVIRONMENT
.TP
.B NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, TERM
Whether the text has colours, unless \-\-color says.
.TP
.B GITHUB_BASE_REF, CI_MERGE_REQUEST_DIFF_BASE_SHA, CI_MERGE_REQUEST_TARGET_BRANCH_NAME, \
CI_DEFAULT_BRANCH, BITBUCKET_PR_DESTINATION_BRANCH, SYSTEM_PULLREQUEST_TARGETBRANCH, CHANGE_TARGET, \
BUILDKITE_PULL_REQUEST_BASE_BRANCH, DRONE_TARGET_BRANCH, PRE_COMMIT_FROM_REF
In CI, the base that new migrations are compared with, unless \-\-base or the configuration names one.
.TP
.B COLUMNS
How wide text is, from 80 to 120.
.TP
.B MIGLINT_USER_CONSENT
What the user said, for
.B miglint accept
without a terminal.
.SH FILES
.TP
.B .miglint.yaml
The configuration, looked up from PATH to the repository's root.
.TP
.B .miglint\-decisions.yaml
Recorded decisions, written by
.BR "miglint accept" .
)";

}  // namespace

int man(const Options&) {
  std::ostringstream text;
  fmt::print(text,
             ".TH MIGLINT 1 \"\" \"miglint {}\" \"User Commands\"\n.SH NAME\nmiglint \\- judge PostgreSQL "
             "migrations before they run\n",
             MIGLINT_VERSION);
  text << ".SH SYNOPSIS\n.B miglint\n.RI [ COMMAND ]\n.RI [ OPTIONS ]\n.RI [ PATH ...]\n.SH DESCRIPTION\n"
          "Replays a project's migrations into a catalog and says of the new ones what PostgreSQL would "
          "refuse, what data would be lost, what breaks "
          "the\n"
          "version of the application that is still running, and who would wait for a lock. Needs no "
          "database and no network.\n";
  print_commands(text);
  print_options(text);
  text << rest;
  deliver({}, text.str());
  return 0;
}

}  // namespace miglint
