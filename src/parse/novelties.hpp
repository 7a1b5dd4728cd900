#pragma once

#include <string_view>

#include "miglint/migration.hpp"
#include "parse/ast.hpp"

namespace miglint {

/// What of a statement came latest, told by its tree; by its words, where the tree is that of an older form.
/// `text`: the statement's. Nothing: every version that miglint knows runs it.
Boxed<Novelty> newest_in(const ast::Node& statement, std::string_view text);

/// Of that, what an older server's grammar does not read: without options, roles and settings, which it looks
/// for when it runs the statement.
Boxed<Novelty> newest_syntax_in(const ast::Node& statement, std::string_view text);

/// Of a statement that the grammar is too old for; nothing of other failures.
Boxed<Novelty> novelty_of(const ParseIssue& issue);

/// The one that fewer versions run.
Boxed<Novelty> newer(const Boxed<Novelty>& a, const Boxed<Novelty>& b);

/// The major version of the grammar that is compiled in.
int grammar_major();

/// 0x1F, 0o17, 0b1, 1_000: since 16; before, "trailing junk after numeric literal".
bool is_newer_number(std::string_view number);

}  // namespace miglint
