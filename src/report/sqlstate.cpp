#include "report/sqlstate.hpp"

#include <algorithm>
#include <array>

namespace miglint {

namespace {

struct Condition {
  std::string_view sqlstate, name;
};

constexpr std::array conditions = {
    Condition{"21000", "cardinality_violation"},
    Condition{"22001", "string_data_right_truncation"},
    Condition{"22003", "numeric_value_out_of_range"},
    Condition{"22007", "invalid_datetime_format"},
    Condition{"22008", "datetime_field_overflow"},
    Condition{"22012", "division_by_zero"},
    Condition{"22023", "invalid_parameter_value"},
    Condition{"22026", "string_data_length_mismatch"},
    Condition{"22030", "duplicate_json_object_key_value"},
    Condition{"2202E", "array_subscript_error"},
    Condition{"22P02", "invalid_text_representation"},
    Condition{"22P05", "untranslatable_character"},
    Condition{"2200L", "not_an_xml_document"},
    Condition{"23502", "not_null_violation"},
    Condition{"23503", "foreign_key_violation"},
    Condition{"23505", "unique_violation"},
    Condition{"23514", "check_violation"},
    Condition{"23P01", "exclusion_violation"},
    Condition{"54000", "program_limit_exceeded"},
};

}  // namespace

std::string_view condition_name(std::string_view sqlstate) {
  const auto found = std::ranges::find(conditions, sqlstate, &Condition::sqlstate);
  return found == conditions.end() ? std::string_view() : found->name;
}

}  // namespace miglint
