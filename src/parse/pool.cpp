#include "parse/pool.hpp"

#include "parse/parser.hpp"

namespace miglint {

MigrationList parse_all(std::vector<SourceFile> files, unsigned threads) {
  if (files.empty()) return {};
  std::vector<Migration> migrations(files.size());
  auto pool = make_pool(std::move(files), migrations.data(), threads);
  return {std::move(migrations), std::move(pool)};
}

Migration parse(SourceFile file) {
  std::vector<SourceFile> files;
  files.push_back(std::move(file));
  return std::move(parse_all(std::move(files), 1).all().front());
}

}  // namespace miglint
