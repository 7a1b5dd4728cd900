// What the grammar alone costs: reads every migration.sql under the folders given and cuts each into
// statements with libpg_query's parser, on one thread, keeping nothing. The measure that `miglint check
// --all` is held against (script/bench).

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <pg_query.h>
#include <string>

int main(int argc, char** argv) {
  long statements = 0;
  for (int i = 1; i < argc; ++i) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(argv[i])) {
      if (entry.path().filename() != "migration.sql" || !entry.is_regular_file()) continue;
      std::ifstream file(entry.path(), std::ios::binary);
      const std::string text{std::istreambuf_iterator<char>(file), {}};
      const PgQuerySplitResult result = pg_query_split_with_parser(text.c_str());
      statements += result.n_stmts;
      pg_query_free_split_result(result);
    }
  }
  std::printf("%ld statements\n", statements);
}
