// Programs that change files. Data: see the tables.

#include <algorithm>
#include <array>

#include "shell/acts.hpp"

namespace miglint::shell {

namespace {

/// A program that changes the files it names.
struct Editor {
  std::string_view name;
  std::string_view in_place = {};  ///< only with one of these options; empty: always
  char letter = 0;                 ///< … or with this one in a cluster of short options (perl -pi)
  std::string_view valued = {};    ///< letters after which a cluster's rest is a value (sed -e…)
  bool below = false;              ///< and what is in the folders it names
};
constexpr auto editors = std::to_array<Editor>({
    {.name = "tee"},
    {.name = "truncate"},
    {.name = "sponge"},
    {.name = "ed"},
    {.name = "ex"},
    {.name = "dos2unix"},
    {.name = "unix2dos"},
    {.name = "sd"},
    {.name = "sed", .in_place = "--in-place", .letter = 'i', .valued = "efl"},
    {.name = "gsed", .in_place = "--in-place", .letter = 'i', .valued = "efl"},
    {.name = "perl", .letter = 'i', .valued = "eEIMmFxCD"},
    {.name = "ruby", .letter = 'i', .valued = "eIrFxCKTWE"},
    {.name = "awk", .in_place = "-iinplace --include=inplace"},
    {.name = "gawk", .in_place = "-iinplace --include=inplace"},
    {.name = "yq", .in_place = "--inplace --in-place", .letter = 'i'},
    {.name = "dasel", .in_place = "put delete"},
    {.name = "vim", .in_place = "-c -es -s -S", .letter = 'c'},
    {.name = "vi", .in_place = "-c -es -s -S", .letter = 'c'},
    {.name = "nvim", .in_place = "-c -es -s -S", .letter = 'c'},
    {.name = "prettier", .in_place = "--write -w"},
    {.name = "pg_format", .in_place = "--inplace -i"},
    {.name = "sql-formatter", .in_place = "--fix"},
    {.name = "sqlfluff", .in_place = "fix format", .below = true},
    {.name = "clang-format", .in_place = "-i"},
});

constexpr std::string_view removers = "rm unlink shred rmdir trash trash-put rimraf del";
constexpr std::string_view copiers = "cp gcp mv gmv install ln rsync scp ditto";
constexpr std::string_view fetchers = "curl wget";
constexpr std::string_view unpackers = "tar bsdtar unzip";
constexpr std::string_view outputs =
    "-o --output --out --outfile --output-file --output-document --file-name";

std::string base_name(std::string_view path) {
  while (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
  const std::size_t slash = path.rfind('/');
  return std::string(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

/// The letter is among a cluster's options, not in the value of one.
bool has_letter(const Fields& words, char letter, std::string_view valued) {
  return std::ranges::any_of(words, [&](const Field& word) {
    if (!is_option(word.text) || word.text.starts_with("--")) return false;
    const std::size_t at = word.text.find(letter);
    return at != std::string::npos && at < word.text.find_first_of(valued, 1);
  });
}

bool edits_in_place(const Editor& editor, const Fields& words) {
  if (editor.in_place.empty() && editor.letter == 0) return true;
  if (editor.letter != 0 && has_letter(words, editor.letter, editor.valued)) return true;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string& word = words[i].text;
    if (is_in(word, editor.in_place) || is_in(word.substr(0, word.find('=')), editor.in_place)) return true;
    const bool includes =
        is_in(word, "-i --include") && i + 1 < words.size() && words[i + 1].text == "inplace";
    if (includes && editor.name.ends_with("awk")) return true;
  }
  return false;
}

void add_editor_acts(const Run& run, std::vector<Act>& acts) {
  const auto editor = std::ranges::find(editors, run.words.front().text, &Editor::name);
  if (editor == editors.end() || !edits_in_place(*editor, run.words)) return;
  for (const Field& file : operands_of(run.words, "")) {
    Act act{
        .kind = editor->below ? Act::Kind::remove : Act::Kind::edit, .text = {}, .file = file, .sources = {}};
    act.is_new_too = !editor->below;
    acts.push_back(std::move(act));
  }
}

/// A hook that may not be run is none.
void add_permissions(const Run& run, std::vector<Act>& acts) {
  if (run.words.front().text != "chmod") return;
  for (Field& file : operands_of(run.words, "")) {
    const bool is_hook =
        file.text.find("hooks/") != std::string::npos || file.text.find(".husky/") != std::string::npos;
    if (is_hook)
      acts.push_back({.kind = Act::Kind::edit, .text = {}, .file = std::move(file), .sources = {}});
  }
}

void add_removals(const Run& run, std::vector<Act>& acts) {
  if (!is_in(run.words.front().text, removers)) return;
  for (Field& file : operands_of(run.words, ""))
    acts.push_back({.kind = Act::Kind::remove, .text = {}, .file = std::move(file), .sources = {}});
}

void add_copies(const Run& run, std::vector<Act>& acts) {
  const std::string& program = run.words.front().text;
  if (!is_in(program, copiers)) return;
  if (program == "rsync" && (has_option(run.words, "--dry-run") || has_letter(run.words, 'n', "efBM")))
    return;
  constexpr std::string_view valued =
      "-t --target-directory -S --suffix -m --mode -o --owner -g --group -e --rsh --exclude --include "
      "--filter -P -i";
  Fields operands = operands_of(run.words, program == "install" || program == "rsync" || program == "scp"
                                               ? valued
                                               : "-t --target-directory -S --suffix");
  const Fields target = values_of(run.words, "-t --target-directory");
  Field to;
  if (!target.empty() && program != "rsync") {
    to = target.front();
  } else if (operands.size() > 1) {
    to = operands.back();
    operands.pop_back();
  } else {
    return;
  }
  Act put{.kind = Act::Kind::put, .text = {}, .file = to, .sources = operands};
  put.contents = program == "rsync" && has_option(run.words, "--delete --delete-after --delete-before --del");
  if (put.contents) put = {.kind = Act::Kind::remove, .text = {}, .file = to, .sources = {}};
  acts.push_back(std::move(put));
  if (program != "mv" && program != "gmv" && !has_option(run.words, "--remove-source-files")) return;
  for (Field& source : operands)
    acts.push_back({.kind = Act::Kind::remove, .text = {}, .file = std::move(source), .sources = {}});
}

/// `-o FILE` of any program, dd's `of=`, what curl and wget name after the URL.
void add_outputs(const Run& run, std::vector<Act>& acts) {
  const std::string& program = run.words.front().text;
  if (only_speaks(program) || is_in(program, copiers) || program == "git" || program == "find") return;
  Fields files = values_of(run.words, outputs);
  if (program == "wget") {
    for (Field& file : values_of(run.words, "-O")) files.push_back(std::move(file));
  }
  if (program == "pg_dump") {
    for (Field& file : values_of(run.words, "-f --file")) files.push_back(std::move(file));
  }
  for (const Field& word : run.words) {
    if (program == "dd" && word.text.starts_with("of=")) files.push_back(field(word.text.substr(3)));
  }
  if (is_in(program, fetchers) &&
      (program == "wget" || has_option(run.words, "-O --remote-name -OJ -LO -sO -fsSLO -OL"))) {
    const Fields folder = values_of(run.words, "-P --directory-prefix --output-dir");
    for (const Field& url : operands_of(
             run.words, program == "curl" ? "--output-dir -o -H -X -d" : "-P --directory-prefix -O")) {
      const std::string name = base_name(url.text);
      files.push_back(field(folder.empty() ? name : folder.front().text + "/" + name));
    }
  }
  for (Field& file : files)
    acts.push_back(
        {.kind = Act::Kind::edit, .text = {}, .file = std::move(file), .sources = {}, .is_new_too = true});
}

/// An archive's content is not known: it counts where it goes into a migrations folder by name.
void add_unpacking(const Run& run, std::vector<Act>& acts) {
  const std::string& program = run.words.front().text;
  if (!is_in(program, unpackers)) return;
  for (Field& folder : values_of(run.words, program == "unzip" ? "-d" : "-C --directory")) {
    Act put{.kind = Act::Kind::put, .text = {}, .file = std::move(folder), .sources = {}};
    put.contents = true;
    acts.push_back(std::move(put));
  }
}

void add_patches(const Run& run, std::vector<Act>& acts) {
  if (!is_in(run.words.front().text, "patch gpatch") || has_option(run.words, "--dry-run")) return;
  Act apply{
      .kind = Act::Kind::apply, .text = run.input, .file = {}, .sources = values_of(run.words, "-i --input")};
  apply.sources.insert(apply.sources.end(), run.reads.begin(), run.reads.end());
  const Fields operands = operands_of(run.words, "-i --input -d --directory -p -o -r");
  if (!operands.empty())
    acts.push_back({.kind = Act::Kind::edit, .text = {}, .file = operands.front(), .sources = {}});
  if (operands.size() > 1) apply.sources.push_back(operands[1]);
  for (Field& folder : values_of(run.words, "-d --directory")) apply.folders.push_back(std::move(folder));
  acts.push_back(std::move(apply));
}

}  // namespace

bool is_file_tool(std::string_view program) {
  return is_in(program, removers) || is_in(program, copiers) || is_in(program, fetchers) ||
         is_in(program, unpackers) || is_in(program, "dd patch gpatch pg_dump") ||
         std::ranges::find(editors, program, &Editor::name) != editors.end();
}

void add_file_acts(const Run& run, std::vector<Act>& acts) {
  add_editor_acts(run, acts);
  add_removals(run, acts);
  add_permissions(run, acts);
  add_copies(run, acts);
  add_outputs(run, acts);
  add_unpacking(run, acts);
  add_patches(run, acts);
}

}  // namespace miglint::shell
