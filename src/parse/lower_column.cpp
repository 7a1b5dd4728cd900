#include <algorithm>
#include <array>

#include "parse/lower.hpp"

namespace miglint::lower {
namespace {

Identity identity_of(const ast::Node& constraint) {
  return constraint.text("generated_when") == "a" ? Identity::always : Identity::by_default;
}

/// transformColumnDefinition and transformConstraintAttrs (parse_utilcmd.c): what a column's clauses leave
/// room for. The first contradiction is the one that counts.
class Clauses {
 public:
  Clauses(ColumnDefinition& column, bool serial) : column_(column), not_null_(serial), has_default_(serial) {}

  void take(const ast::Node& clause, const Context& ctx) {
    const std::string_view type = clause.text("contype");
    if (type.starts_with("CONSTR_ATTR_")) return take_attribute(type);
    constraint_ = type;
    deferrable_.reset();
    deferred_ = false;
    if (type == "CONSTR_NULL") {
      column_.nullable = true;
      refuse_if(not_null_, conflicting_nulls);
    } else if (type == "CONSTR_NOTNULL") {
      refuse_if(column_.nullable, conflicting_nulls);
      not_null_ = column_.not_null = true;
      column_.left_out |= clause.has("conname") || clause.flag("is_no_inherit");
    } else if (type == "CONSTR_PRIMARY") {
      column_.primary_key = true;
    } else {
      take_value(clause, type, ctx);
    }
  }

  /// A serial column is NOT NULL from the outset, an identity column once it is known to be one.
  void finish() {
    refuse_if(has_default_ && column_.identity != Identity::none, "both default and identity are given");
    refuse_if(has_default_ && column_.generated, "both a default and a generation expression are given");
    refuse_if(column_.identity != Identity::none && column_.generated,
              "both identity and a generation expression are given");
  }

 private:
  static constexpr std::string_view conflicting_nulls = "it is declared both NULL and NOT NULL";

  void take_value(const ast::Node& clause, std::string_view type, const Context& ctx) {
    if (type == "CONSTR_DEFAULT") {
      refuse_if(has_default_, "it has several defaults");
      has_default_ = true;
      column_.default_value = expression(clause.node("raw_expr"), ctx);
    } else if (type == "CONSTR_IDENTITY") {
      refuse_if(column_.identity != Identity::none, "it is declared an identity column several times");
      refuse_if(column_.nullable, conflicting_nulls);
      not_null_ = true;
      column_.identity = identity_of(clause);
      column_.sequence = sequence_options(clause.list("options"), ctx);
    } else if (type == "CONSTR_GENERATED") {
      refuse_if(column_.generated.has_value(), "it has several generation expressions");
      column_.generated = expression(clause.node("raw_expr"), ctx);
      column_.generated_virtual = clause.text("generated_kind") == "v";
    }
  }

  void take_attribute(std::string_view attribute) {
    if (!attribute.ends_with("DEFERRABLE") && !attribute.ends_with("DEFERRED"))
      return;  // IMMEDIATE, ENFORCED
    const bool takes_it = constraint_ == "CONSTR_PRIMARY" || constraint_ == "CONSTR_UNIQUE" ||
                          constraint_ == "CONSTR_FOREIGN" || constraint_ == "CONSTR_EXCLUSION";
    refuse_if(!takes_it, "DEFERRABLE stands after what can't be deferred");
    if (attribute.ends_with("DEFERRED")) {
      deferred_ = true;
    } else {
      refuse_if(deferrable_.has_value(), "DEFERRABLE is given several times");
      deferrable_ = attribute == "CONSTR_ATTR_DEFERRABLE";
    }
    refuse_if(deferred_ && deferrable_ == false, "a constraint INITIALLY DEFERRED must be DEFERRABLE");
  }

  void refuse_if(bool contradicts, std::string_view reason) {
    if (contradicts && column_.contradiction.empty()) column_.contradiction = reason;
  }

  ColumnDefinition& column_;
  bool not_null_;
  bool has_default_;
  std::string_view constraint_;  ///< that an attribute after it would belong to
  std::optional<bool> deferrable_;
  bool deferred_ = false;
};

bool is_serial(const TypeName& type) {
  static constexpr auto words = std::to_array<std::string_view>(
      {"bigserial", "serial", "serial2", "serial4", "serial8", "smallserial"});
  return type.schema.empty() && std::ranges::find(words, type.name) != words.end();
}

}  // namespace

TypeName written_type(const ast::Node& type, const Context& ctx) {
  TypeName written = type_name(type);
  if (written.name == "numeric" && written.modifiers.size() == 2 && written.modifiers.back() == "0")
    written.modifiers.back() = expression_shape(type.list("typmods").back(), ctx).value;
  return written;
}

ColumnDefinition column_definition(const ast::Node& column_def, const Context& ctx) {
  ColumnDefinition column{.name = identifier(column_def.text("colname")),
                          .type = written_type(column_def.object("typeName"), ctx),
                          .collation = qualified_if_any(column_def.object("collClause").list("collname"))};
  Clauses clauses(column, is_serial(column.type));
  for (const ast::Node item : column_def.list("constraints")) clauses.take(item, ctx);
  clauses.finish();
  column.left_out |= column_def.has("storage_name") || column_def.has("compression") ||
                     !column_def.list("fdwoptions").empty();
  return column;
}

}  // namespace miglint::lower
