// Shell completion, made from the tables of commands and options: what the parser takes is what the shell
// offers.

#include <fmt/ostream.h>
#include <sstream>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "miglint/error.hpp"
#include "miglint/rule.hpp"

namespace miglint {

namespace {

std::vector<const Command*> visible_commands() {
  std::vector<const Command*> visible;
  for (const Command& command : all_commands()) {
    visible.push_back(&command);
  }
  return visible;
}

std::string words(std::string_view choices) {
  return fmt::format("{}", fmt::join(split_choices(choices), " "));
}

std::string rule_names() {
  std::vector<std::string_view> names;
  for (const RegisteredRule& entry : all_rules()) names.push_back(entry.rule->id);
  return fmt::format("{}", fmt::join(names, " "));
}

/// What a command's argument may be: rules, or the alternatives that its usage lists; nothing where it is a
/// path.
std::string argument_words(const Command& command) {
  if (command.arguments == "RULE") return rule_names();
  return command.arguments.find('|') == std::string_view::npos ? std::string() : words(command.arguments);
}

std::string command_names() {
  std::vector<std::string_view> names;
  for (const Command* command : visible_commands()) names.push_back(command->name);
  return fmt::format("{}", fmt::join(names, " "));
}

/// `-q,--quiet` as `-q --quiet`.
std::string spellings(std::string_view flags) {
  std::string text(flags);
  if (const auto comma = text.find(','); comma != std::string::npos) text[comma] = ' ';
  return text;
}

std::string_view long_name(std::string_view flags) { return flags.substr(flags.find("--") + 2); }

/// What may follow the option; nothing for a flag or a file.
std::string values(const OptionSpec& option, const Command& command) {
  return words(choices_of(option, command));
}

void bash_command(const Command& command, std::ostream& out) {
  fmt::print(out, "    {})\n      case $previous in\n", command.name);
  std::string flags = "-h --help";
  for (const OptionSpec* option : options_of(command)) {
    flags += " " + spellings(option->flags);
    if (option->value.empty()) continue;
    std::string patterns = spellings(option->flags);
    if (const auto blank = patterns.find(' '); blank != std::string::npos) patterns[blank] = '|';
    const std::string choices = values(*option, command);
    if (choices.empty()) {
      fmt::print(out, "        {}) COMPREPLY=($(compgen -f -- \"$current\")); return ;;\n", patterns);
    } else {
      fmt::print(out, "        {}) COMPREPLY=($(compgen -W '{}' -- \"$current\")); return ;;\n", patterns,
                 choices);
    }
  }
  fmt::print(out, "      esac\n      flags='{}'", flags);
  if (const std::string arguments = argument_words(command); !arguments.empty())
    fmt::print(out, "; words='{}'", arguments);
  out << " ;;\n";
}

void bash(std::ostream& out) {
  fmt::print(out, R"(# bash completion for miglint; made by `miglint completion bash`
_miglint() {{
  local current=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD-1]}}
  local command=check flags= words= word
  if [[ $current == = ]]; then
    current=
  elif [[ $previous == = ]]; then
    previous=${{COMP_WORDS[COMP_CWORD-2]}}
  fi
  for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
    case " {0} " in *" $word "*) command=$word; break ;; esac
  done
  case $command in
)",
             command_names());
  for (const Command* command : visible_commands()) bash_command(*command, out);
  fmt::print(out, R"(  esac
  if [[ $current == -* ]]; then
    COMPREPLY=($(compgen -W "$flags" -- "$current"))
  elif [[ -n $words ]]; then
    COMPREPLY=($(compgen -W "$words" -- "$current"))
  else
    COMPREPLY=($(compgen -f -- "$current"))
    if ((COMP_CWORD == 1)); then COMPREPLY+=($(compgen -W '{}' -- "$current")); fi
  fi
}}
complete -o filenames -F _miglint miglint
)",
             command_names());
}

/// A help text for zsh's `[…]` or fish's `'…'`: without what would end it.
std::string harmless(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'' || c == '[' || c == ']' || c == ':') {
      if (c == ':') out += ',';
    } else {
      out += c;
    }
  }
  return out;
}

void zsh_option(const OptionSpec& option, const Command& command, std::ostream& out) {
  const std::string value =
      option.value.empty()
          ? ""
          : fmt::format(":{}:{}", harmless(option.value),
                        values(option, command).empty() ? "_files" : "(" + values(option, command) + ")");
  const bool repeated = std::holds_alternative<std::vector<std::string> Options::*>(option.target);
  std::istringstream names(spellings(option.flags));
  for (std::string name; names >> name;)
    fmt::print(out, "        '{}{}[{}]{}' \\\n", repeated ? "*" : "", name, harmless(option.help), value);
}

void zsh(std::ostream& out) {
  out << "#compdef miglint\n# zsh completion for miglint; made by `miglint completion zsh`\n_miglint() {\n  "
         "local -a commands=(\n";
  for (const Command* command : visible_commands())
    fmt::print(out, "    '{}:{}'\n", command->name, harmless(command->summary));
  fmt::print(out,
             "  )\n  local command=check\n  if ((CURRENT == 2)); then _describe command commands; fi\n"
             "  if [[ \" {} \" == *\" $words[2] \"* ]]; then command=$words[2]; shift words; ((CURRENT--)); "
             "fi\n  case $command in\n",
             command_names());
  for (const Command* command : visible_commands()) {
    fmt::print(out, "    {})\n      _arguments \\\n", command->name);
    for (const OptionSpec* option : options_of(*command)) zsh_option(*option, *command, out);
    const std::string arguments = argument_words(*command);
    fmt::print(out, "        '*:{}:{}' ;;\n", harmless(command->arguments),
               arguments.empty() ? "_files" : "(" + arguments + ")");
  }
  out << "  esac\n}\n_miglint \"$@\"\n";
}

void fish(std::ostream& out) {
  out << "# fish completion for miglint; made by `miglint completion fish`\n";
  for (const Command* command : visible_commands()) {
    fmt::print(out, "complete -c miglint -n __fish_use_subcommand -a {} -d '{}'\n", command->name,
               harmless(command->summary));
  }
  for (const Command* command : visible_commands()) {
    const std::string_view by_default = command->name == "check" ? "; or __fish_use_subcommand" : "";
    const std::string condition =
        fmt::format("-n '__fish_seen_subcommand_from {}{}'", command->name, by_default);
    if (const std::string arguments = argument_words(*command); !arguments.empty()) {
      fmt::print(out, "complete -c miglint {} -f -a '{}'\n", condition, arguments);
    }
    for (const OptionSpec* option : options_of(*command)) {
      const std::string choices = values(*option, *command);
      const std::string brief =
          option->flags.starts_with("--") ? "" : fmt::format(" -s {}", option->flags[1]);
      const std::string value = option->value.empty() ? ""
                                : choices.empty()     ? " -r -F"
                                                      : fmt::format(" -x -a '{}'", choices);
      fmt::print(out, "complete -c miglint {}{} -l {}{} -d '{}'\n", condition, brief,
                 long_name(option->flags), value, harmless(option->help));
    }
  }
}

}  // namespace

int completion(const Options& options) {
  const std::string shell = options.arguments.empty() ? "" : options.arguments.front();
  std::ostringstream text;
  if (shell == "bash") {
    bash(text);
  } else if (shell == "zsh") {
    zsh(text);
  } else if (shell == "fish") {
    fish(text);
  } else {
    throw Error("completion: which shell? bash, zsh and fish are known");
  }
  deliver({}, text.str());
  return 0;
}

}  // namespace miglint
