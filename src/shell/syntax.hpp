#pragma once

// A shell line, read but not run.

#include <memory>
#include <string>
#include <vector>

namespace miglint::shell {

struct Script;
struct Word;

/// What a shell puts in place of `$NAME`, `${NAME…}`, `$(…)`, a backquoted command, `<(…)`.
struct Expansion {
  std::string name;                       ///< of a variable; empty: no plain variable
  std::shared_ptr<const Word> otherwise;  ///< of `${NAME:-otherwise}`
  std::shared_ptr<const Script> script;   ///< of a substitution
};

/// A character of a word, or an expansion in it.
struct Atom {
  char character = 0;
  bool quoted = false;  ///< no blank, glob, brace or `~` to the shell
  int expansion = -1;   ///< index in Word::expansions; -1: a character
};

struct Word {
  std::vector<Atom> atoms;
  std::vector<Expansion> expansions;
  std::vector<Word> elements;  ///< of `NAME=(a b c)`
  bool is_there = false;       ///< '' is a word, too
};

struct Redirection {
  enum class Kind { write, read, text };
  Kind kind = Kind::write;
  std::shared_ptr<Word> word;  ///< the file; of `text` (here-document, here-string) what is read
};

struct Command {
  enum class Kind {
    simple,
    group,     ///< `{ …; }`: runs here
    subshell,  ///< `( … )`
    branches,  ///< if, case, while, until, for: each part may run or not
    function,  ///< a definition: runs when it is called
  };
  Kind kind = Kind::simple;
  std::vector<Word>
      words;         ///< of a simple command, assignments included; of `for`: the values; of `case`: its word
  std::string name;  ///< of a function, of `for`'s variable
  std::vector<std::shared_ptr<const Script>> parts;
  std::vector<Redirection> redirections;
};

/// One pipeline of a list, and when it runs.
struct Step {
  enum class When { always, after_success, after_failure };
  When when = When::always;
  std::vector<Command> commands;  ///< joined by `|`
  bool negated = false;
};

/// `a && b || c`, up to a `;`, an `&` or a new line.
struct List {
  std::vector<Step> steps;
  bool background = false;
};

struct Script {
  std::vector<List> lists;
};

}  // namespace miglint::shell
