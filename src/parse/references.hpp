#pragma once

// What the statements on objects that no table is made of have in common.

#include "parse/lower.hpp"

namespace miglint::lower {

/// A name without a schema.
RelationName bare(std::string_view name);
ObjectReference reference(ObjectKind kind, std::string_view name);
ObjectReference reference(ObjectKind kind, const ast::List& name);
/// An ObjectWithArgs.
RoutineUse routine_use(const ast::Node& function);

void make(CreateObject change, Context& ctx);
void alter(std::vector<ObjectReference> objects, Context& ctx);

}  // namespace miglint::lower
