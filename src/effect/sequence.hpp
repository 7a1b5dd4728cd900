#pragma once

#include "effect/context.hpp"

namespace miglint {

/// 22023 where the options contradict the type or each other, also an identity column's; `type` empty:
/// bigint.
bool sequence_fails(Context& context, const TypeName& type, const SequenceOptions& options);

/// nextval(), setval() and currval() of a name that is written out: 42P01, 42809; of setval()'s value 22003.
void check_sequence_calls(Context& context, const Expression& expression);

}  // namespace miglint
