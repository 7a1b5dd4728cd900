#include "shell/walk.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <iterator>
#include <map>
#include <memory>

#include "miglint/error.hpp"
#include "shell/acts.hpp"
#include "shell/paths.hpp"
#include "shell/place.hpp"
#include "shell/reader.hpp"
#include "shell/wrappers.hpp"

namespace miglint::shell {

namespace {

constexpr int deepest_script = 32;    // scripts of scripts, wrappers of wrappers, functions of functions
constexpr int most_in_calls = 20000;  // commands of functions and aliases that are called
constexpr std::size_t most_candidates = 64;  // words of an unknown program that may be a command of their own
constexpr std::size_t most_variables = 64;
constexpr std::size_t few_values = 8;
constexpr std::size_t longest_value = std::size_t{64} << 10;
constexpr std::size_t longest_input = std::size_t{1} << 20;

/// What a pipe, a here-document or a here-string brings to a command.
struct Input {
  std::string text;
  Fields paths;  ///< what the commands before it name
};

/// Copied for each subshell, so what may be long is shared.
struct State {
  Place place;
  std::map<std::string, std::shared_ptr<const Fields>> variables;
  std::map<std::string, std::shared_ptr<const Script>> functions;
  std::map<std::string, std::string> aliases;
  std::shared_ptr<const Input> input = std::make_shared<const Input>();
};

class Walker {
 public:
  Walker(const World& world, const std::function<void(const Run&)>& visit) : world_(world), visit_(visit) {}

  void run(std::string_view text, State& state) { run_script(*keep(text), state); }

 private:
  /// One script, wrapper or function further in.
  class Deeper {
   public:
    explicit Deeper(int& depth) : depth_(depth) {
      if (depth_ >= deepest_script) {
        throw Error(
            fmt::format("hook: this shell line hides what it runs behind more than {} scripts or programs, "
                        "so nobody can tell what that is: run it plainly",
                        deepest_script));
      }
      ++depth_;
    }
    ~Deeper() { --depth_; }
    Deeper(const Deeper&) = delete;
    Deeper& operator=(const Deeper&) = delete;

   private:
    int& depth_;
  };

  static std::shared_ptr<const Script> keep(std::string_view text) { return read_script(text); }

  // ---- Lists and compound commands ------------------------------------------------------------------------

  void run_script(const Script& script, State& state) {
    for (const List& list : script.lists) {
      if (!list.background) {
        run_list(list, state);
        continue;
      }
      State aside = state;
      run_list(list, aside);
    }
  }

  void run_list(const List& list, State& state) {
    Ends ends;
    for (const Step& step : list.steps) {
      const std::optional<Place> begin = step.when == Step::When::always          ? state.place
                                         : step.when == Step::When::after_success ? ends.ok
                                                                                  : ends.failed;
      // What can't be reached is judged as well, but takes the shell nowhere.
      const Place before = state.place;
      if (begin) state.place = *begin;
      Ends these = run_pipeline(step, state);
      if (!begin) {
        state.place = before;
        continue;
      }
      if (step.when == Step::When::always) {
        ends = std::move(these);
      } else if (step.when == Step::When::after_success) {
        ends = {.ok = std::move(these.ok), .failed = merged(std::move(ends.failed), these.failed)};
      } else {
        ends = {.ok = merged(std::move(ends.ok), these.ok), .failed = std::move(these.failed)};
      }
    }
    if (std::optional<Place> end = merged(std::move(ends.ok), ends.failed)) state.place = std::move(*end);
  }

  Ends run_pipeline(const Step& step, State& state) {
    if (step.commands.size() == 1) {
      Ends ends = run_command(step.commands.front(), state);
      if (step.negated) std::swap(ends.ok, ends.failed);
      return ends;
    }
    std::shared_ptr<const Input> piped = state.input;
    for (const Command& command : step.commands) {
      State aside = state;
      aside.input = piped;
      run_command(command, aside);
      piped = std::make_shared<const Input>(std::exchange(output_, {}));
    }
    return {.ok = state.place, .failed = state.place};
  }

  Ends run_command(const Command& command, State& state) {
    output_ = {};
    if (command.kind == Command::Kind::simple) return run_simple(command, state);
    if (command.kind == Command::Kind::function) {
      if (state.functions.size() < most_variables) state.functions[command.name] = command.parts.front();
      return {.ok = state.place, .failed = std::nullopt};
    }
    const Run around = with_redirections(command, state);
    const std::shared_ptr<const Input> outer = state.input;
    Fields piped = std::exchange(piped_, {});
    if (around.input != outer->text) {
      if (piped.empty()) piped = outer->paths;
      state.input = std::make_shared<const Input>(Input{.text = around.input, .paths = std::move(piped)});
    }
    if (command.kind == Command::Kind::subshell) {
      State aside = state;
      for (const auto& part : command.parts) run_script(*part, aside);
    } else if (command.kind == Command::Kind::group) {
      for (const auto& part : command.parts) run_script(*part, state);
    } else {
      run_branches(command, state);
    }
    state.input = outer;
    if (!around.writes.empty()) {  // ( … ) > file: as its last command's
      Run writer = around;
      writer.words = {field(":")};
      writer.input = output_.text;
      show(std::move(writer), state);
    }
    return {.ok = state.place, .failed = state.place};
  }

  void run_branches(const Command& command, State& state) {
    Fields values;
    for (const Word& word : command.words) {
      for (Field& value : expand(word, lookup(state))) {
        value.matched = true;
        values.push_back(std::move(value));
      }
    }
    // One after the other where that is little work: `for d in a b; do git -C $d commit; done`.
    const bool one_by_one =
        !command.name.empty() && values.size() > 1 && values.size() <= few_values && loops_ == 0;
    if (!one_by_one) {
      if (!command.name.empty()) set(state, command.name, std::move(values));
      run_parts(command, state);
      return;
    }
    ++loops_;
    for (const Field& value : values) {
      set(state, command.name, {value});
      run_parts(command, state);
    }
    --loops_;
  }

  void run_parts(const Command& command, State& state) {
    for (const auto& part : command.parts) {
      const Place before = state.place;
      run_script(*part, state);
      state.place = *merged(state.place, before);
    }
  }

  // ---- Simple commands ------------------------------------------------------------------------------------

  Run with_redirections(const Command& command, State& state) {
    Run run;
    run.input = state.input->text;
    const Lookup values = lookup(state);
    for (const Redirection& redirection : command.redirections) {
      if (redirection.kind == Redirection::Kind::text) {
        run.input = expand_text(*redirection.word, values).text;
        continue;
      }
      const bool from_commands = redirection.kind == Redirection::Kind::read &&
                                 !redirection.word->expansions.empty() &&
                                 redirection.word->expansions.front().script != nullptr;
      for (Field& file : expand(*redirection.word, values)) {
        if (from_commands) {  // < <(find …)
          run.input += file.text + "\n";
          piped_.push_back(std::move(file));
          continue;
        }
        const bool duplicates = file.known && file.text.find_first_not_of("0123456789-") == std::string::npos;
        if (duplicates) continue;  // 2>&1, 2>&-
        (redirection.kind == Redirection::Kind::write ? run.writes : run.reads).push_back(std::move(file));
      }
    }
    return run;
  }

  Ends run_simple(const Command& command, State& state) {
    Run run = with_redirections(command, state);
    piped_.clear();
    const Lookup values = lookup(state);
    bool leading = true;
    for (const Word& word : command.words) {
      if (leading) {
        if (const std::string name = assigned_name(word); !name.empty()) {
          Fields assigned = assigned_values(word, values);
          if (appends(word)) assigned = appended(variable(name, state), std::move(assigned), word);
          run.environment.emplace_back(name, assigned.empty() ? Field{} : assigned.front());
          assigned_.emplace_back(name, std::move(assigned));
          continue;
        }
        leading = false;
      }
      for (Field& one : expand(word, values)) run.words.push_back(std::move(one));
    }
    const auto assigned = std::exchange(assigned_, {});
    if (run.words.empty()) {
      for (const auto& [name, fields] : assigned) set(state, name, fields);
      show(std::move(run), state);
      return {.ok = state.place, .failed = state.place};
    }
    return run_words(std::move(run), state);
  }

  static bool appends(const Word& word) {
    const auto equals =
        std::ranges::find_if(word.atoms, [](const Atom& atom) { return atom.character == '='; });
    return equals != word.atoms.begin() && equals != word.atoms.end() && std::prev(equals)->character == '+';
  }

  /// `NAME+=more`, `NAME+=(more)`.
  static Fields appended(std::optional<Fields> before, Fields more, const Word& word) {
    if (!before || before->empty()) return more;
    if (!word.elements.empty()) {
      before->insert(before->end(), more.begin(), more.end());
      return std::move(*before);
    }
    for (Field& value : *before) {
      for (const Field& one : more) value.text += one.text;
    }
    return std::move(*before);
  }

  /// A command's words as they are known: a builtin that changes the shell, a wrapper, or a program.
  Ends run_words(Run run, State& state) {
    const Deeper deeper(depth_);
    if (!calls_.empty() && ++in_calls_ > most_in_calls) {
      throw Error(
          fmt::format("hook: the functions of this shell line run more than {} commands, so nobody can tell "
                      "what it does: write the commands out",
                      most_in_calls));
    }
    while (!run.words.empty() && run.words.front().text.empty() && run.words.front().known)
      run.words.erase(run.words.begin());
    Ends ends{.ok = state.place, .failed = state.place};
    if (run.words.empty()) return ends;
    const std::string name = run.words.front().text;
    if (name == "cd" || name == "chdir" || name == "pushd" || name == "popd")
      return change_place(run.words, state);
    if (name == "true" || name == ":") ends.failed = std::nullopt;
    if (name == "false") ends.ok = std::nullopt;
    if (name == "exit" || name == "return") ends = {};
    if (name == "read" || name == "mapfile" || name == "readarray") take_variables(run, state);
    if (is_in(name, "export declare local readonly typeset set")) assign_words(run, state);
    if (name == "alias") define_aliases(run, state);
    if (name == "eval") {
      run_text(joined(run.words, 1), state);
      return {.ok = state.place, .failed = state.place};
    }
    if (name == "trap") {
      const std::size_t script = run.words.size() > 1 && run.words[1].text == "--" ? 2 : 1;
      State aside = state;
      if (script + 1 < run.words.size() && run.words[script].text != "-")
        run_text(run.words[script].text, aside);
      return ends;
    }
    if ((name == "source" || name == ".") && run.words.size() > 1) {
      if (run.words[1].text == "/dev/stdin") run_text(run.input, state);
      if (is_script_text(run.words[1].text)) run_text(run.words[1].text, state);
      return {.ok = state.place, .failed = state.place};
    }
    if (call(run, state)) return {.ok = state.place, .failed = state.place};
    if (name == "find" || name == "gfind" || name == "fd") {
      run_find(run, state);
      return ends;
    }
    if (runs_others(program_of(name))) return run_wrapper(std::move(run), state, std::move(ends));
    const std::string program = program_of(name);
    if (program == "git") run_git(run, state);
    pass_on(run, state);
    if (!is_tool(program) && !only_speaks(program)) run_candidates(run, state);
    run.words.front().text = program;
    show(std::move(run), state);
    return ends;
  }

  void show(Run run, const State& state) {
    run.where = state.place.here;
    visit_(run);
  }

  static std::string joined(const Fields& words, std::size_t at) {
    std::string text;
    for (std::size_t i = at; i < words.size(); ++i) text += words[i].text + (i + 1 < words.size() ? " " : "");
    return text;
  }

  /// What stands where a script's file is named, and is its text: `bash <(echo …)`.
  static bool is_script_text(std::string_view word) {
    return word.find_first_of(" \n") != std::string_view::npos;
  }

  void run_text(const std::string& text, State& state) {
    const Deeper deeper(depth_);
    run_script(*keep(text), state);
  }

  /// What the next command of a pipeline gets: the text that is known, and what this one names.
  void pass_on(const Run& run, const State& state) {
    const std::string& name = run.words.front().text;
    Input out;
    if (name == "echo" || name == "printf") {
      std::size_t first = 1;
      while (first < run.words.size() && is_option(run.words[first].text) && name == "echo") ++first;
      out.text = joined(run.words, first);
    } else if (run.input.size() <= longest_input) {
      out.text = run.input;
    }
    if (name == "git" && run.words.size() > 1 && !is_in(run.words[1].text, "ls-files grep")) {
      output_ = std::move(out);
      return;
    }
    out.paths = named_paths(run.words);
    if (is_in(name, "cat sort uniq head tail tr sed tee grep rg") && !state.input->paths.empty())
      out.paths = state.input->paths;
    output_ = std::move(out);
  }

  // ---- Programs that run others ---------------------------------------------------------------------------

  Ends run_wrapper(Run run, State& state, Ends ends) {
    const std::string program = program_of(run.words.front().text);
    const Layer layer = take_layer(run.words);
    if (is_tool(program)) {  // ruby -pi
      Run itself = run;
      itself.words.front().text = program;
      show(std::move(itself), state);
    }
    // these run what follows in this very shell
    const bool in_place = is_in(program, "command builtin exec time");
    State aside = state;
    for (const Field& folder : layer.folders) go_to(aside.place, folder, "-C " + folder.text, world_);
    for (std::size_t i = 1; i < run.words.size(); ++i) note_assignment(run.words[i], run);
    for (std::size_t i = 0; i < layer.script_words.size(); ++i)
      set(aside, std::to_string(i), {layer.script_words[i]});
    if (layer.script_words.size() > 1)
      set(aside, "@", {layer.script_words.begin() + 1, layer.script_words.end()});
    if (program == "xargs" && !layer.words.empty() && is_shell(program_of(layer.words.front().text))) {
      for (const char* number : {"0", "1"}) set(aside, number, state.input->paths);
    }
    for (const std::string& script : layer.scripts) run_text(script, aside);
    if (is_shell(program) && layer.scripts.empty()) {
      const auto script =
          std::ranges::find_if(run.words, [](const Field& word) { return is_script_text(word.text); });
      if (script != run.words.end()) run_text(script->text, aside);
    }
    if (layer.reads_script && !run.input.empty()) run_text(run.input, aside);
    if (layer.words.empty()) {
      for (const Field& file : run.writes) write_only(file, aside);
      if (!run.environment.empty()) show_environment(run, aside);
      return ends;
    }
    const bool splits = !has_option(run.words, "-0 --null -d --delimiter -I -i");
    run.words = layer.words;
    if (layer.takes_paths) {
      const Fields paths = state.input->paths.empty() ? words_of(run.input)
                           : splits                   ? split(state.input->paths)
                                                      : state.input->paths;
      set(aside, "@", paths);
      put_paths(run.words, layer.placeholder, paths);
    }
    if (in_place) return run_words(std::move(run), state);
    run_words(std::move(run), aside);
    return ends;
  }

  void run_git(const Run& run, const State& state) {
    const Layer layer = git_layer(run.words);
    if (!layer.is_wrapper) return;
    State aside = state;
    for (const Field& folder : layer.folders) go_to(aside.place, folder, "-C " + folder.text, world_);
    for (const std::string& script : layer.scripts) run_text(script, aside);
    if (layer.words.empty()) return;
    Run inner;
    inner.words = layer.words;
    run_words(std::move(inner), aside);
  }

  void write_only(const Field& file, const State& state) {
    Run run;
    run.words = {field(":")};
    run.writes = {file};
    show(std::move(run), state);
  }

  void show_environment(const Run& run, const State& state) {
    Run only;
    only.environment = run.environment;
    show(std::move(only), state);
  }

  static void note_assignment(const Field& word, Run& run) {
    const std::size_t equals = word.text.find('=');
    if (equals == std::string::npos || equals == 0 || is_option(word.text)) return;
    run.environment.emplace_back(word.text.substr(0, equals), field(word.text.substr(equals + 1)));
  }

  /// find's own actions, and the commands it runs for what it finds.
  void run_find(Run run, State& state) {
    Run searching = run;
    searching.words.front().text = "find";
    const auto ends_starts = [](const Field& word) {
      return is_option(word.text) || is_in(word.text, "( ) ! ,");
    };
    Fields starts;
    std::vector<std::string> names;
    std::size_t at = 1;
    for (; at < run.words.size() && !ends_starts(run.words[at]); ++at) starts.push_back(run.words[at]);
    if (run.words.front().text == "fd") {
      starts.assign(1, field("."));
      for (const Field& ending : values_of(run.words, "-e --extension")) names.push_back("*." + ending.text);
    }
    if (starts.empty()) starts.push_back(field("."));
    for (std::size_t i = at; i + 1 < run.words.size(); ++i) {
      const bool excluded = i > 0 && is_in(run.words[i - 1].text, "! -not");
      if (is_in(run.words[i].text, "-name -iname") && !excluded) names.push_back(run.words[i + 1].text);
    }
    if (names.size() > most_names) names.clear();
    for (Field& start : starts) {
      start.below = true;
      start.names = names;
    }
    for (; at < run.words.size(); ++at) {
      const std::string& word = run.words[at].text;
      if (word == "-delete") {
        Run removal{.words = {field("rm"), field("-r")}};
        removal.words.insert(removal.words.end(), starts.begin(), starts.end());
        show(std::move(removal), state);
      } else if (is_in(word, "-exec -execdir -ok -okdir -x -X --exec --exec-batch")) {
        Run inner;
        for (++at; at < run.words.size() && run.words[at].text != ";" && run.words[at].text != "+"; ++at)
          inner.words.push_back(run.words[at]);
        if (inner.words.empty()) continue;
        State aside = state;
        aside.input = std::make_shared<const Input>(Input{.text = {}, .paths = starts});
        if (is_shell(program_of(inner.words.front().text))) {
          for (const char* name : {"0", "1", "@"}) set(aside, name, starts);
        }
        put_paths(inner.words, "{}", starts);
        run_words(std::move(inner), aside);
      } else if (is_in(word, "-fprint -fprint0 -fls -fprintf") && at + 1 < run.words.size()) {
        write_only(run.words[++at], state);
      }
    }
    pass_on(searching, state);
    for (const Field& file : run.writes) write_only(file, state);
  }

  /// A program that nobody knows may run what its words name: `docker exec app npx …`, `wait-for-it db -- …`.
  void run_candidates(const Run& run, State& state) {
    std::size_t candidates = 0;
    for (std::size_t i = 0; i < run.words.size(); ++i) {
      const std::string& word = run.words[i].text;
      const bool is_title =
          i > 0 &&
          is_in(run.words[i - 1].text, "-m -t -k -g --message --title --body --description --name --grep");
      const std::size_t blank = word.find(' ');
      if (blank != std::string::npos && !is_title) {
        if (!begins_with_a_command(word)) continue;
        count(candidates);
        State aside = state;
        run_text(word, aside);
        continue;
      }
      const std::string program = program_of(word);
      const bool runner = runs_others(program);
      // words that other programs have commands of
      const bool is_common = is_in(word, "patch install ex ed del batch at script watch time spawn command");
      if (i == 0 || is_common || (!runner && !is_tool(program) && program != "find")) continue;
      count(candidates);
      Run inner = run;
      inner.words.assign(run.words.begin() + static_cast<std::ptrdiff_t>(i), run.words.end());
      inner.writes.clear();
      State aside = state;
      run_words(std::move(inner), aside);
      if (runner) return;  // the rest is its own
    }
  }

  static bool begins_with_a_command(std::string_view text) {
    while (true) {
      text.remove_prefix(std::min(text.find_first_not_of(" \t\n(){;"), text.size()));
      const std::string_view word = text.substr(0, text.find_first_of(" \t\n;"));
      if (word.empty()) return false;
      const std::string program = program_of(word);
      if (is_in(program, "cd set export") || runs_others(program) || is_tool(program)) return true;
      if (word.find('=') == std::string_view::npos) return false;
      text.remove_prefix(word.size());
    }
  }

  static void count(std::size_t& candidates) {
    if (++candidates > most_candidates) {
      throw Error(
          fmt::format("hook: this shell line names more than {} programs in one command, so nobody can tell "
                      "which of them run: run them one by one",
                      most_candidates));
    }
  }

  // ---- Functions, aliases, variables ----------------------------------------------------------------------

  bool call(const Run& run, State& state) {
    const std::string& name = run.words.front().text;
    const auto function = state.functions.find(name);
    const auto alias = state.aliases.find(name);
    const bool is_alias = function == state.functions.end() && alias != state.aliases.end();
    if ((function == state.functions.end() && !is_alias) || std::ranges::find(calls_, name) != calls_.end())
      return false;
    calls_.push_back(name);
    if (is_alias) {
      run_text(alias->second + " " + joined(run.words, 1), state);
    } else {
      const std::shared_ptr<const Script> body = function->second;
      for (std::size_t i = 1; i < run.words.size() && i < 10; ++i)
        set(state, std::to_string(i), {run.words[i]});
      set(state, "@", {run.words.begin() + 1, run.words.end()});
      run_script(*body, state);
    }
    calls_.pop_back();
    return true;
  }

  static void define_aliases(const Run& run, State& state) {
    for (std::size_t i = 1; i < run.words.size() && state.aliases.size() < most_variables; ++i) {
      const std::string& word = run.words[i].text;
      const std::size_t equals = word.find('=');
      if (equals != std::string::npos) state.aliases[word.substr(0, equals)] = word.substr(equals + 1);
    }
  }

  static void set(State& state, const std::string& name, Fields values) {
    std::size_t length = 0;
    for (const Field& value : values) length += value.text.size();
    if (length > longest_value) {
      state.variables.erase(name);  // not followed: `a=$a$a`, again and again
    } else if (state.variables.size() < most_variables || state.variables.contains(name)) {
      state.variables[name] = std::make_shared<const Fields>(std::move(values));
    }
  }

  static void assign_words(Run& run, State& state) {
    for (std::size_t i = 1; i < run.words.size(); ++i) {
      const std::string& word = run.words[i].text;
      const std::size_t equals = word.find('=');
      if (equals == std::string::npos || equals == 0 || is_option(word)) continue;
      Field value = run.words[i];
      value.text = word.substr(equals + 1);
      value.pattern.clear();
      set(state, word.substr(0, equals), {value});
      run.environment.emplace_back(word.substr(0, equals), value);
    }
    if (run.words.front().text != "set") return;
    const auto dashes = std::ranges::find(run.words, "--", &Field::text);
    if (dashes == run.words.end()) return;
    const Fields positional(dashes + 1, run.words.end());
    for (std::size_t i = 0; i < positional.size() && i < 9; ++i)
      set(state, std::to_string(i + 1), {positional[i]});
    set(state, "@", positional);
  }

  /// `… | while read f`: each of what is piped in.
  static void take_variables(const Run& run, State& state) {
    for (std::size_t i = 1; i < run.words.size(); ++i) {
      Fields values = state.input->paths;
      for (Field& value : values) value.matched = true;
      if (is_option(run.words[i].text)) continue;
      if (values.empty()) {
        state.variables.erase(run.words[i].text);  // nobody knows what is read
      } else {
        set(state, run.words[i].text, std::move(values));
      }
    }
  }

  Lookup lookup(State& state) {
    return [this, &state](const Expansion& expansion) -> std::optional<Fields> {
      if (expansion.script) return output_of(*expansion.script, state);
      if (expansion.otherwise && expansion.name.empty()) expand_text(*expansion.otherwise, lookup(state));
      const std::optional<Fields> value = variable(expansion.name, state);
      if (value || !expansion.otherwise || expansion.otherwise->atoms.empty() || expansion.name.empty())
        return value;
      return Fields{expand_text(*expansion.otherwise, lookup(state))};
    };
  }

  std::optional<Fields> variable(const std::string& name, const State& state) const {
    if (name.empty()) return std::nullopt;
    if (name == "PWD") return folders_of(state.place.here);
    if (name == "OLDPWD") return folders_of(state.place.before);
    if (const auto found = state.variables.find(name == "*" ? "@" : name); found != state.variables.end())
      return *found->second;
    const auto value = world_.environment(name);
    return value ? std::optional(Fields{field(*value)}) : std::nullopt;
  }

  static std::optional<Fields> folders_of(const Whereabouts& where) {
    if (!where.lost.empty() || where.folders.empty()) return std::nullopt;
    Fields values;
    for (const std::string& folder : where.folders) values.push_back(field(folder));
    return values;
  }

  /// Runs a substitution's commands, and tells what it prints where that is plain.
  std::optional<Fields> output_of(const Script& script, const State& state) {
    State aside = state;
    const Input outer = std::exchange(output_, {});
    run_script(script, aside);
    const Input printed = std::exchange(output_, outer);
    if (script.lists.size() != 1 || script.lists.front().steps.size() != 1) {
      return known_folder(script, state);
    }
    if (auto folder = known_folder(script, state)) return folder;
    const std::vector<Command>& commands = script.lists.front().steps.front().commands;
    if (commands.empty() || commands.back().words.empty()) return std::nullopt;
    const Word& last = commands.back().words.front();
    std::string name;
    for (const Atom& atom : last.atoms) name += atom.expansion < 0 ? atom.character : ' ';
    if (name == "which" && !printed.paths.empty()) return Fields{printed.paths.back()};
    if (is_in(name, "echo printf cat") && !printed.text.empty()) return Fields{field(printed.text)};
    if (name == "ls") return listed(printed.paths);
    if (is_in(name, "find grep rg fd git sort head tail xargs") && !printed.paths.empty())
      return printed.paths;
    return std::nullopt;
  }

  /// `pwd`, `git rev-parse --show-toplevel`.
  std::optional<Fields> known_folder(const Script& script, const State& state) const {
    if (script.lists.size() != 1 || script.lists.front().steps.size() != 1) return std::nullopt;
    const std::vector<Command>& commands = script.lists.front().steps.front().commands;
    if (commands.size() != 1) return std::nullopt;
    std::string text;
    for (const Word& word : commands.front().words) {
      for (const Atom& atom : word.atoms) text += atom.expansion < 0 ? atom.character : '\0';
      text += ' ';
    }
    if (is_in(text.substr(0, text.find(' ')), "pwd")) return folders_of(state.place.here);
    if (text != "git rev-parse --show-toplevel ") return std::nullopt;
    auto folders = folders_of(state.place.here);
    if (!folders) return folders;
    for (Field& folder : *folders) {
      folder.text = world_.repository(folder.text);
      if (folder.text.empty()) return std::nullopt;
    }
    return folders;
  }

  // ---- Folders --------------------------------------------------------------------------------------------

  Ends change_place(const Fields& words, State& state) const {
    Ends ends = change_folder(words, state.place, world_);
    state.place = *merged(ends.ok, ends.failed);
    return ends;
  }

  const World& world_;
  const std::function<void(const Run&)>& visit_;
  Input output_;
  std::vector<std::pair<std::string, Fields>> assigned_;
  Fields piped_;  ///< what `< <(…)` brings to the command that is about to run
  std::vector<std::string> calls_;
  int in_calls_ = 0;
  int depth_ = 0;
  int loops_ = 0;  ///< that are run value by value
};

}  // namespace

void walk(std::string_view line, const World& world, const std::function<void(const Run&)>& visit) {
  State state;
  if (world.folder.empty()) {
    state.place.here.lost = "a start in a folder that is not there";
  } else {
    state.place.here.folders = {world.folder};
  }
  state.place.before = {.folders = {}, .lost = "`cd -`"};
  if (const auto before = world.environment("OLDPWD"))
    state.place.before = {.folders = {*before}, .lost = {}};
  Walker(world, visit).run(line, state);
}

}  // namespace miglint::shell
