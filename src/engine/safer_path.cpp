#include "miglint/safer_path.hpp"

#include <fmt/format.h>

#include "miglint/characters.hpp"

namespace miglint {

std::string_view to_string(PathStep::Place place) {
  switch (place) {
    case PathStep::Place::before:
      return "before";
    case PathStep::Place::here:
      return "here";
    case PathStep::Place::next_migration:
      return "next-migration";
    case PathStep::Place::next_release:
      return "next-release";
    case PathStep::Place::outside:
      return "outside";
  }
  return "";
}

std::string in_words(const SchemaEdit& edit) {
  const std::string table = in_prose(edit.table.name), column = in_prose(edit.column);
  switch (edit.kind) {
    case SchemaEdit::Kind::optional_field:
      return fmt::format("the field of {}.{} is optional: `?` after its type", table, column);
    case SchemaEdit::Kind::required_field:
      return fmt::format("the field of {}.{} is required again: no `?` after its type", table, column);
    case SchemaEdit::Kind::map_field:
      return fmt::format("the field {} of {} has @map({})", in_prose(edit.name), table,
                         json_string(edit.column));
    case SchemaEdit::Kind::map_model:
      return fmt::format("the model {} has @@map({})", in_prose(edit.name), json_string(edit.table.name));
    case SchemaEdit::Kind::ignore_field:
      return fmt::format("the field of {}.{} stays, marked @ignore", table, column);
    case SchemaEdit::Kind::keep_label:
      return fmt::format("the enum {} keeps the value {}", table, in_prose(edit.name));
  }
  return {};
}

}  // namespace miglint
