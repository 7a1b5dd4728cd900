#pragma once

// The command line, as typed. One table of commands and one of options feed the parser, the help, the
// completions and the man page.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace miglint {

/// What was asked for. Optionals are absent where the option was not given: the configuration may then
/// decide.
struct Options {
  std::string command = "check";
  std::vector<std::string> arguments;  ///< PATH…, RULE, FINDING
  bool staged = false;
  bool all = false;
  bool quiet = false;
  bool verbose = false;
  bool show_suppressed = false;
  bool start_new = false;                  ///< status --new
  bool agents = false;                     ///< init --agents
  bool yes = false;                        ///< fold --yes
  bool write = false;                      ///< fix --write
  bool statistics = false;                 ///< check --statistics
  bool exit_code = false;                  ///< diff --exit-code
  std::vector<std::string> rules;          ///< --rule
  std::vector<std::string> skipped_rules;  ///< --skip-rule
  std::vector<std::string> choose;         ///< fix --choose
  std::vector<std::string> set;            ///< fix --set
  std::optional<std::string> due;          ///< fix --due
  std::optional<std::string> base;
  std::optional<std::string> config;
  std::optional<std::string> postgres;
  std::optional<std::string> fail_on;
  std::optional<std::string> color;
  std::optional<std::string> output;
  std::optional<std::string> stdin_filename;
  std::optional<std::string> stdin_text;  ///< what standard input would hold; `hook` has read it
  std::optional<std::string> reason;
  std::vector<std::string> formats;  ///< FORMAT or FORMAT=FILE
};

/// A subcommand. `run` returns the exit status; what it can't do it throws as Error.
struct Command {
  std::string_view name;
  std::string_view arguments;  ///< "[PATH…]", "RULE", empty
  std::string_view summary;
  int (*run)(const Options&);
  std::uint32_t bit;         ///< in OptionSpec::commands
  std::string_view formats;  ///< "text|json|…"; empty: it has no --format
  std::string_view exits;    ///< what its exit statuses mean
};

using OptionTarget =
    std::variant<bool Options::*, std::optional<std::string> Options::*, std::vector<std::string> Options::*>;

struct OptionSpec {
  std::string_view flags;    ///< "-q,--quiet"
  std::string_view value;    ///< "REF"; empty for a flag
  std::string_view choices;  ///< "auto|always|never"; empty: anything
  std::string_view help;
  std::uint32_t commands;  ///< the bits of those that take it
  OptionTarget target;
};

/// In the order of the help.
std::span<const Command> all_commands();
std::span<const OptionSpec> all_options();
/// null when there is none.
const Command* find_command(std::string_view name);
/// The options a command takes, in the order of the help.
std::vector<const OptionSpec*> options_of(const Command& command);
/// The option's choices for this command: `--format` has the command's own.
std::string_view choices_of(const OptionSpec& option, const Command& command);

/// "a|b|c" as a list.
std::vector<std::string_view> split_choices(std::string_view choices);

/// Reads the command line; the default command is `check`. Nothing when help or the version was asked for: it
/// has been printed. Throws Error for what is wrong with it, with the nearest known name.
std::optional<Options> parse_options(int argc, const char* const* argv);

}  // namespace miglint
