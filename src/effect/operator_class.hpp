#pragma once

// Which columns an access method can index, and what else it can do: indexcmds.c, DefineIndex and
// ComputeIndexAttrs.

#include "effect/context.hpp"

namespace miglint {

/// What the statement asks of the method beside its columns.
struct IndexDemands {
  std::string_view method;
  std::size_t columns = 1;
  bool unique = false;
  bool include = false;
  bool exclude = false;
};
/// 42704 where there is no such method, 0A000 where it can't do that.
bool method_is_able(Context& context, const IndexDemands& demands);

/// The method has an operator class for the column: the one that is written, else a default one; and can
/// order as it is asked to. 42704, 42804, 0A000.
bool element_is_indexable(Context& context, std::string_view method, const IndexElement& element,
                          const TypeName& type);
/// The same of a key's plain column.
bool column_is_indexable(Context& context, std::string_view method, const TypeName& type);

}  // namespace miglint
