#include "analysis/base_type.hpp"

namespace miglint {

TypeName base_type(const TypeName& type, const Catalog& catalog) {
  TypeName resolved = catalog.resolve(type);
  for (int depth = 0; depth < 16; ++depth) {
    const Domain* domain = resolved.array_dimensions == 0 ? catalog.domain(resolved) : nullptr;
    if (domain == nullptr) break;
    resolved = catalog.resolve(domain->base);
  }
  return resolved;
}

}  // namespace miglint
