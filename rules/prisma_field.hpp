#pragma once

// A column as schema.prisma has it, where the field is there no more.

#include <string>

#include "path_steps.hpp"

namespace miglint {

/// The column as a line of schema.prisma, marked @ignore: `nickname String? @ignore`.
std::string ignored_field(const Column& column, bool optional, const Step& step);

}  // namespace miglint
