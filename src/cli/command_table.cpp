#include <algorithm>
#include <array>

#include "cli/commands.hpp"

namespace miglint {

namespace {

enum Bit : std::uint32_t {
  check_bit = 1,
  explain_bit = 2,
  rules_bit = 4,
  plan_bit = 8,
  schema_bit = 16,
  status_bit = 32,
  init_bit = 64,
  completion_bit = 128,
  man_bit = 256,
  fold_bit = 512,
  accept_bit = 1024,
  hook_bit = 2048,
  fix_bit = 4096,
  debt_bit = 8192,
  diff_bit = 16384
};

constexpr std::uint32_t everything = ~(completion_bit | man_bit | hook_bit);
constexpr std::uint32_t selecting = check_bit | plan_bit | fix_bit;
constexpr std::uint32_t reading = selecting | schema_bit | status_bit | fold_bit | accept_bit | debt_bit;

constexpr std::string_view judging =
    "0 nothing at or above --fail-on, 1 findings at or above it, 2 the job could not be done";
constexpr std::string_view working = "0 done, 2 the job could not be done";

constexpr std::array commands = {
    Command{"check", "[PATH…]", "Judge migrations (the default command)", check, check_bit,
            "text|concise|json|sarif|github|gitlab|junit|checkstyle|markdown|agent", judging},
    Command{"plan", "[PATH…]",
            "What PostgreSQL will do, statement by statement: locks, who waits, rewrites, scans, failures",
            plan, plan_bit, "text|json|markdown", working},
    Command{"fix", "[PATH…]", "The safer path, written: shows it as a diff; --write does it", fix, fix_bit,
            "text|json|patch", "0 nothing is left to fix, 1 something is left, 2 the job could not be done"},
    Command{"debt", "[PATH]", "What earlier releases left to do: follow-ups, constraints never validated",
            debt, debt_bit, "text|json", working},
    Command{"schema", "[PATH]", "The schema that the replayed history ends with", schema, schema_bit,
            "sql|json", working},
    Command{"diff", "FROM TO",
            "What turns one schema into another, as SQL: empty, migrations[:PATH], prisma[:PATH], each with "
            "@REF",
            diff, diff_bit, "sql|summary|json",
            "0 done (with --exit-code: no difference), 1 with --exit-code: they differ, 2 the job could not "
            "be done"},
    Command{"status", "[PATH]",
            "Each migration's git state: fold into the uncommitted one, or start a new one?", status,
            status_bit, "text|json",
            "0 no migration is uncommitted (or --new), 2 the job could not be done, 3 one is: fold, or start "
            "a new one?"},
    Command{"fold", "[PATH…]", "How to fold a change into the uncommitted migration", fold, fold_bit, "",
            working},
    Command{"init", "", "Write a commented .miglint.yaml and install the git hook", init, init_bit, "",
            working},
    Command{"explain", "RULE", "A rule's page: why, bad, safer", explain, explain_bit, "text|markdown",
            working},
    Command{"rules", "", "Every rule with its group, severity and summary", rules, rules_bit, "text|json",
            working},
    Command{"accept", "FINDING|RULE [PATH…]", "Record that somebody answers for a finding", accept,
            accept_bit, "", working},
    Command{"hook", "claude|cursor|copilot",
            "Judge what a coding agent does: its event on standard input, the answer in its protocol", hook,
            hook_bit, "", working},
    Command{"completion", "SHELL", "A completion script for bash, zsh or fish", completion, completion_bit,
            "", working},
    Command{"man", "", "The man page", man, man_bit, "", working},
};

constexpr std::array options = {
    OptionSpec{"--base", "REF", "", "Judge what is not on REF yet (default: the target or default branch)",
               reading, &Options::base},
    OptionSpec{"--staged", "", "", "Judge exactly what the index would commit", selecting, &Options::staged},
    OptionSpec{"--all", "", "", "Judge every migration, whatever git says of it", selecting, &Options::all},
    OptionSpec{"--format", "FORMAT[=FILE]", "",
               "How to report, and where to; repeat it for several reports in one run",
               selecting | schema_bit | status_bit | explain_bit | rules_bit | debt_bit | diff_bit,
               &Options::formats},
    OptionSpec{"-o,--output", "FILE", "",
               "Where the one format without a file of its own goes (default: standard output)",
               selecting | schema_bit | status_bit | rules_bit | debt_bit | diff_bit, &Options::output},
    OptionSpec{"--fail-on", "LEVEL", "error|warning|note|never",
               "The least severity that makes the exit status 1, and that `fix` works on (default: error)",
               check_bit | fix_bit, &Options::fail_on},
    OptionSpec{"--config", "FILE", "", "Use this configuration instead of the nearest .miglint.yaml",
               reading | diff_bit, &Options::config},
    OptionSpec{"--postgres", "MAJOR", "12|13|14|15|16|17|18|19",
               "The server's major version (default: what Compose or CI of the project show, else 15)",
               selecting | schema_bit | diff_bit, &Options::postgres},
    OptionSpec{"--stdin-filename", "PATH", "", "With PATH -: what standard input stands in for", selecting,
               &Options::stdin_filename},
    OptionSpec{"--rule", "RULE", "", "Of the rules only this one; repeat it", check_bit, &Options::rules},
    OptionSpec{"--skip-rule", "RULE", "", "All rules but this one; repeat it", check_bit,
               &Options::skipped_rules},
    OptionSpec{"--statistics", "", "", "How often each rule speaks, instead of the findings (text)",
               check_bit, &Options::statistics},
    OptionSpec{"--show-suppressed", "", "", "Show allowed findings too, with their reasons", check_bit,
               &Options::show_suppressed},
    OptionSpec{"--exit-code", "", "", "Exit status 1 where the two differ", diff_bit, &Options::exit_code},
    OptionSpec{"--new", "", "", "A new migration on top of the uncommitted one is what I want", status_bit,
               &Options::start_new},
    OptionSpec{"--yes", "", "", "Move the uncommitted migration aside, under .git", fold_bit, &Options::yes},
    OptionSpec{"--agents", "", "", "Also write AGENTS.md and the hooks of Claude Code, Cursor and Copilot",
               init_bit, &Options::agents},
    OptionSpec{"--choose", "RULE[@OBJECT]=KEY", "",
               "Take this path, of the finding on this object; repeat it", fix_bit, &Options::choose},
    OptionSpec{"--set", "TABLE.COLUMN=SQL", "", "The value that a path asks for; repeat it", fix_bit,
               &Options::set},
    OptionSpec{"--due", "NAME", "", "Bring a step of a later release into the migrations", fix_bit,
               &Options::due},
    OptionSpec{"--write", "", "", "Write what the diff shows", fix_bit, &Options::write},
    OptionSpec{"--reason", "TEXT", "", "Why the finding is safe to accept", accept_bit, &Options::reason},
    OptionSpec{"--color", "WHEN", "auto|always|never", "Colours (default: auto, on a terminal only)",
               everything, &Options::color},
    OptionSpec{"-q,--quiet", "", "", "Findings only: nothing about clean migrations, no summary", everything,
               &Options::quiet},
    OptionSpec{"-v,--verbose", "", "",
               "Also every way out with its steps, each finding's id, and how the migrations were found",
               everything, &Options::verbose},
};

}  // namespace

std::span<const Command> all_commands() { return commands; }

std::span<const OptionSpec> all_options() { return options; }

const Command* find_command(std::string_view name) {
  const auto found = std::ranges::find(commands, name, &Command::name);
  return found == commands.end() ? nullptr : &*found;
}

std::vector<const OptionSpec*> options_of(const Command& command) {
  std::vector<const OptionSpec*> taken;
  for (const OptionSpec& option : options) {
    const bool format_without_choice = option.flags == "--format" && command.formats.empty();
    if ((option.commands & command.bit) != 0 && !format_without_choice) taken.push_back(&option);
  }
  return taken;
}

std::string_view choices_of(const OptionSpec& option, const Command& command) {
  return option.flags == "--format" ? command.formats : option.choices;
}

}  // namespace miglint
