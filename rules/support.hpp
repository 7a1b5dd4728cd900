#pragma once

// Wording that several rules share: how objects are named in messages and in SQL to paste, and what a row
// failure means for a finding.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "miglint/characters.hpp"
#include "miglint/rule.hpp"

namespace miglint {

// ---- Names ------------------------------------------------------------------------------------------------

/// For messages: `users`, `audit.log`; the schema everybody means is left out. A name that is no plain
/// identifier stands as a JSON string, as all names of strangers do in messages: see `in_prose`.
std::string in_words(const RelationName& resolved);
/// `staff.email`.
std::string in_words(const RelationName& resolved, std::string_view column);
/// `a, b and c`, of words that may stand in a message as they are.
std::string in_words(const std::vector<std::string>& names);
/// `orders (user_id)`, `orders (a, b)`.
std::string in_words(const RelationName& resolved, const std::vector<std::string>& columns);
/// For SQL to paste: quoted where PostgreSQL needs it, `public` left out.
std::string in_sql(const RelationName& resolved);
/// What a finding is about.
ObjectName object(const RelationName& resolved, std::string_view column = {}, std::string_view name = {});

/// `Use bigint (in schema.prisma: BigInt)`; without the brackets where the folder is not Prisma's.
std::string with_prisma(std::string_view text, std::string_view in_schema, const History& history);

bool has(const std::vector<std::string>& names, std::string_view name);

// ---- What a step knows ------------------------------------------------------------------------------------

/// The change at hand can fail with this SQLSTATE.
std::optional<RowFailure> failure(const Step& step, std::string_view sqlstate);
/// … with any SQLSTATE at all; the first.
std::optional<RowFailure> failure(const Step& step);
/// A finding's severity and `fails` for a failure: what is plausibly handled is a warning, and so is what
/// only other sessions' new rows can raise.
Severity severity_of(const RowFailure& failure);
std::vector<std::string> fails(const RowFailure& failure);
/// A sentence to append to a message or reason: what remains to be verified; empty when nothing was done
/// about the hazard.
std::string remains(const RowFailure& failure);

/// The table was made by this migration, and nobody else has seen it; or it is not known to exist at all and
/// the statement tolerates that.
bool nobody_uses(const Step& step, const RelationName& resolved);
/// Likewise, for a column.
bool nobody_uses(const Step& step, const RelationName& resolved, std::string_view column);

/// tables.large names it.
bool is_large(const Config& config, const RelationName& resolved);

/// Where an object came from, if a migration made it: "made by 20240101_init".
std::vector<Related> made_by(const Step& step, const Origin& origin, std::string_view what);

// ---- Looking ahead ----------------------------------------------------------------------------------------

/// The first change after the step's own (in the same statement or a later one) that names `name`, without
/// its schema, and for which `wanted(change)` holds. DO blocks aren't looked into.
template <class Wanted>
std::optional<Mention> later(const Step& step, std::string_view name, Wanted wanted) {
  if (step.in_do_block) return std::nullopt;
  for (const Mention place : step.mentions.of(name)) {
    const bool is_later =
        place.statement > step.index || (place.statement == step.index && place.change > step.change);
    if (is_later && wanted(step.mentions.at(place))) return place;
  }
  return std::nullopt;
}

/// What can fail at another change of the step's own statement: a finding that speaks for both commands says
/// so.
std::optional<RowFailure> failure_at(const Step& step, Mention place);

/// A table of this name is there again later in the migration: created, or renamed to it.
std::optional<Mention> table_comes_back(const Step& step, const RelationName& resolved);
/// This migration renamed the table to what it is called now, and made another under its old name: it is the
/// old copy.
bool table_was_renamed(const Step& step, const RelationName& resolved);
/// A column of this name is there again later: added, or renamed to it.
std::optional<Mention> column_comes_back(const Step& step, const RelationName& resolved,
                                         std::string_view column);

// ---- SQL to paste -----------------------------------------------------------------------------------------

/// The type as SQL writes it.
std::string type_in_sql(const TypeName& type, const Catalog& catalog);

}  // namespace miglint
