#include <fmt/ostream.h>
#include <sstream>

#include "print/catalog.hpp"
#include "report/clean.hpp"
#include "report/schema.hpp"

namespace miglint {

void report_schema_sql(std::span<const ReplayedSchema> schemas, std::ostream& out) {
  std::ostringstream sql;
  for (const ReplayedSchema& schema : schemas) {
    fmt::print(sql, "-- {}\n", one_line(schema.migrations_dir));
    print_catalog(schema.catalog, sql);
  }
  out << several_lines(sql.view());  // expressions and types stand as they were written
}

}  // namespace miglint
