// Where there are no threads (WebAssembly), each file is parsed when somebody waits for it.

#include <algorithm>

#include "parse/parser.hpp"
#include "parse/pool.hpp"
#include "parse/tree_reader.hpp"

namespace miglint {

namespace {

class Pool final : public MigrationSource {
 public:
  Pool(std::vector<SourceFile> files, Migration* parsed) : files_(std::move(files)), parsed_(parsed) {}

  void wait_for(std::size_t count) override {
    for (; there_ < std::min(count, files_.size()); ++there_)
      parsed_[there_] = parse_file(reader_, std::move(files_[there_]));
  }

 private:
  std::vector<SourceFile> files_;
  Migration* parsed_;
  TreeReader reader_;
  std::size_t there_ = 0;  ///< the first so many are parsed
};

}  // namespace

std::unique_ptr<MigrationSource> make_pool(std::vector<SourceFile> files, Migration* parsed, unsigned) {
  return std::make_unique<Pool>(std::move(files), parsed);
}

}  // namespace miglint
