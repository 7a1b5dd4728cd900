#pragma once

// What every rule that offers a path needs: its steps, its questions, and SQL in the spelling of the folder.

#include <string>
#include <string_view>

#include "miglint/print.hpp"
#include "miglint/rule.hpp"

namespace miglint {

PathStep before(std::string text, std::string sql);
PathStep here(std::string text, std::string sql);
/// The command goes, and nothing comes in its place.
PathStep left_out(std::string text);
PathStep next_migration(std::string text, std::string sql);
PathStep next_release(std::string text, std::string sql);
/// A script for psql.
PathStep outside(std::string text, std::string sql);
/// Somebody's to do, in the application or by hand; anywhere but `here`.
PathStep by_hand(PathStep::Place place, std::string text);

/// Prisma's in its folders, plain elsewhere.
Spelling spelling_of(const Step& step);
/// The change as a statement, in the folder's spelling.
std::string sql(const Change& change, const Step& step);
/// An identifier, a relation (`public` left out) and a list of columns, likewise.
std::string identifier(std::string_view name, const Step& step);
std::string relation(const RelationName& resolved, const Step& step);
std::string columns(const std::vector<std::string>& names, const Step& step);

/// The change at hand; and its command as a statement of its own, with what was written inline.
const Change& change_at(const Step& step);
Statement command_at(const Step& step);

/// What somebody answered to a need, else its sample.
std::string answer(const Need& need, const Step& step);

/// The folder is Prisma's: schema.prisma has a part in it.
bool has_schema_prisma(const Step& step);

}  // namespace miglint
