#include "cli/options.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fmt/format.h>
#include <iterator>
#include <string>

#include "miglint/error.hpp"
#include "miglint/nearest.hpp"
#include "miglint/tokens.hpp"

namespace miglint {

namespace {

constexpr std::string_view description =
    "Judges PostgreSQL migrations before they run: what will fail, lock, break or lose data.";

constexpr std::string_view footer =
    "`miglint check` alone judges the new migrations of the repository around the current folder.\n"
    "`miglint COMMAND --help` has a command's options and exit statuses.";

template <class... F>
struct Overloaded : F... {
  using F::operator()...;
};
template <class... F>
Overloaded(F...) -> Overloaded<F...>;

void add_option(CLI::App& app, const OptionSpec& spec, const Command& command, Options& options) {
  const std::string flags(spec.flags);
  std::string help(spec.help);
  if (const std::string_view choices = choices_of(spec, command); !choices.empty())
    help += fmt::format(" [{}]", choices);
  CLI::Option* option = std::visit(
      Overloaded{
          [&](bool Options::* member) { return app.add_flag(flags, options.*member, help); },
          [&](std::optional<std::string> Options::* member) {
            const auto store = [&options, member](const std::string& value) { options.*member = value; };
            return app.add_option_function<std::string>(flags, store, help)
                ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
          },
          [&](std::vector<std::string> Options::* member) {
            return app.add_option(flags, options.*member, help)->allow_extra_args(false);
          },
      },
      spec.target);
  if (!spec.value.empty()) option->type_name(std::string(spec.value));
}

void add_command(CLI::App& app, const Command& command, Options& options) {
  CLI::App* sub = app.add_subcommand(std::string(command.name), std::string(command.summary));
  sub->footer(fmt::format("Exit status: {}.", command.exits));
  sub->callback([&options, &command] { options.command = command.name; });
  if (!command.arguments.empty()) {
    sub->add_option("arguments", options.arguments, std::string())
        ->type_name("")
        ->option_text(std::string(command.arguments));
  }
  for (const OptionSpec* spec : options_of(command)) add_option(*sub, *spec, command, options);
}

/// The long names of a command's options, for "did you mean".
std::vector<std::string> option_names(const Command& command) {
  std::vector<std::string> names = {"--help"};
  for (const OptionSpec* spec : options_of(command))
    names.emplace_back(spec->flags.substr(spec->flags.find("--")));
  return names;
}

[[noreturn]] void refuse(const CLI::ParseError& error, const Command& command,
                         const std::vector<std::string>& arguments) {
  const std::vector<std::string> known = option_names(command);
  for (const std::string& argument : arguments) {
    const std::string name = argument.substr(0, argument.find('='));
    if (!name.starts_with("--") || name == "--" || std::ranges::find(known, name) != known.end()) continue;
    throw Error(fmt::format("{}: unknown option {}{}; `miglint {} --help` lists them", command.name, name,
                            did_you_mean(name, known), command.name));
  }
  throw Error(
      fmt::format("{}: {}; `miglint {} --help` shows the usage", command.name, error.what(), command.name));
}

void check_choice(const OptionSpec& spec, const Command& command, std::string_view value) {
  const std::string_view choices = choices_of(spec, command);
  if (choices.empty()) return;
  if (spec.flags == "--format") value = value.substr(0, value.find('='));
  const auto known = split_choices(choices);
  if (std::ranges::find(known, value) != known.end()) return;
  const std::string hint = value == "warn" ? " (did you mean \"warning\"?)" : did_you_mean(value, known);
  throw Error(fmt::format("{}: {} has no value \"{}\"{}; known are {}", command.name,
                          spec.flags.substr(spec.flags.find("--")), value, hint, fmt::join(known, ", ")));
}

void check_choices(const Options& options, const Command& command) {
  for (const OptionSpec& spec : all_options()) {
    std::visit(Overloaded{
                   [](bool Options::*) {},
                   [&](std::optional<std::string> Options::* member) {
                     if (options.*member) check_choice(spec, command, *(options.*member));
                   },
                   [&](std::vector<std::string> Options::* member) {
                     for (const std::string& value : options.*member) check_choice(spec, command, value);
                   },
               },
               spec.target);
  }
}

void print_version(bool verbose) {
  fmt::print("miglint {}\n", MIGLINT_VERSION);
  if (verbose) fmt::print("parser: PostgreSQL {}\n", grammar_version());
}

bool contains_any(const std::vector<std::string>& arguments, std::initializer_list<std::string_view> wanted) {
  return std::ranges::any_of(arguments, [&](const std::string& argument) {
    return std::ranges::find(wanted, argument) != wanted.end();
  });
}

bool is_path(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored);
}

/// What other linters call it.
struct OtherName {
  std::string_view name;
  std::string_view ours;
};
constexpr std::array other_names = {OtherName{"lint", "check"},     OtherName{"run", "check"},
                                    OtherName{"test", "check"},     OtherName{"verify", "check"},
                                    OtherName{"validate", "check"}, OtherName{"scan", "check"},
                                    OtherName{"ignore", "accept"},  OtherName{"allow", "accept"},
                                    OtherName{"rule", "explain"},   OtherName{"completions", "completion"},
                                    OtherName{"install", "init"}};

/// A mistyped command would be taken for a path that is not there.
void refuse_mistyped_command(const std::string& word) {
  if (word.starts_with("-") || word.find_first_of("/.") != std::string::npos || is_path(word)) return;
  const auto other = std::ranges::find(other_names, word, &OtherName::name);
  if (other != other_names.end())
    throw Error(fmt::format("there is no command \"{}\": `miglint {}` is the one", word, other->ours));
  std::vector<std::string_view> known;
  for (const Command& command : all_commands()) known.push_back(command.name);
  const std::string hint = did_you_mean(word, known);
  if (!hint.empty()) throw Error(fmt::format("there is neither a command nor a path \"{}\"{}", word, hint));
}

}  // namespace

std::vector<std::string_view> split_choices(std::string_view choices) {
  std::vector<std::string_view> parts;
  while (!choices.empty()) {
    const auto end = std::min(choices.find('|'), choices.size());
    parts.push_back(choices.substr(0, end));
    choices.remove_prefix(std::min(end + 1, choices.size()));
  }
  return parts;
}

std::optional<Options> parse_options(int argc, const char* const* argv) {
  std::vector<std::string> arguments(argv + std::min(argc, 1), argv + argc);
  if (!arguments.empty() && (arguments[0] == "--version" || arguments[0] == "-V")) {
    print_version(contains_any(arguments, {"--verbose", "-v"}));
    return std::nullopt;
  }
  if (!arguments.empty() && arguments[0] == "version" && !is_path("version")) {
    print_version(contains_any(arguments, {"--verbose", "-v"}));
    return std::nullopt;
  }
  if (!arguments.empty() && arguments[0] == "help" && !is_path("help")) {
    arguments.erase(arguments.begin());
    if (!arguments.empty() && find_command(arguments[0]) == nullptr) refuse_mistyped_command(arguments[0]);
    arguments.resize(std::min<std::size_t>(arguments.size(), 1));
    arguments.emplace_back("--help");
  }
  const bool top_level_help = !arguments.empty() && (arguments[0] == "--help" || arguments[0] == "-h");
  if (!top_level_help && (arguments.empty() || find_command(arguments[0]) == nullptr)) {
    if (!arguments.empty()) refuse_mistyped_command(arguments[0]);
    arguments.insert(arguments.begin(), "check");
  }

  Options options;
  CLI::App app{std::string(description), "miglint"};
  app.footer(std::string(footer));
  app.add_flag_callback("-V,--version", [] {}, "The version; with --verbose also the parser's grammar");
  for (const Command& command : all_commands()) add_command(app, command, options);
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));  // CLI11 takes them last first
  } catch (const CLI::CallForHelp&) {
    fmt::print("{}", app.help());
    return std::nullopt;
  } catch (const CLI::ParseError& error) {
    refuse(error, *find_command(arguments[0]), {arguments.begin() + 1, arguments.end()});
  }
  check_choices(options, *find_command(options.command));
  return options;
}

}  // namespace miglint
