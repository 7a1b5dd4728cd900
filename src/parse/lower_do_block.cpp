#include "parse/lower.hpp"

namespace miglint::lower {

void lower_do_block(const ast::Node&, Context& ctx) { ctx.emit(DoBlock{.dynamic = true}); }

}  // namespace miglint::lower
