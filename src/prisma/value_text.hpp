#pragma once

// Defaults whose text in schema.prisma is not the database's.

#include <string>
#include <string_view>

namespace miglint::prisma {

/// Base64 as bytea's own: `\\x68656c6c6f`. What is no base64 ends it.
std::string hexadecimal(std::string_view base64);

/// `2020-01-01T10:20:30.120Z` as `2020-01-01 10:20:30.120 +00:00`; what is no RFC 3339 as it stands.
std::string point_in_time(std::string_view rfc3339);

}  // namespace miglint::prisma
