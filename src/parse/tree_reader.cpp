#include "parse/tree_reader.hpp"

#include <cstdlib>
#include <cstring>
#include <new>
#include <pg_query.h>

#include "parse/worker.hpp"

namespace miglint {
namespace {

/// A result of libpg_query's that frees itself.
template <class Result, void (*Free)(Result)>
class Owned {
 public:
  explicit Owned(Result result) : result_(result) {}
  Owned(const Owned&) = delete;
  Owned& operator=(const Owned&) = delete;
  ~Owned() { Free(result_); }
  const Result* operator->() const { return &result_; }

 private:
  Result result_;
};

// Levels of JSON, about two to a level of an expression. simdjson's own limit is 1,024, which a chain of 500
// `||` passes.
constexpr std::size_t deepest_json = 60'000;
// bytes of JSON: those of most files; simdjson makes room for more
constexpr std::size_t first_capacity = 128 << 10;

/// PgQueryError.cursorpos counts characters from 1, and is 0 where PostgreSQL has no place to name.
int byte_offset(std::string_view text, int cursor) {
  int characters = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool continuation = (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
    if (!continuation && ++characters >= cursor) return static_cast<int>(at);
  }
  return static_cast<int>(text.size());
}

/// What went wrong in the text; throws where it was the machine that had no memory left for it.
ParseFailure failure_of(const PgQueryError& error, std::string_view sql) {
  if (error.message == nullptr || std::string_view(error.message) == "out of memory") throw std::bad_alloc();
  ParseFailure failure{.message = error.message, .offset = byte_offset(sql, error.cursorpos)};
  failure.too_deep = failure.message.starts_with("memory exhausted");
  return failure;
}

/// The grammar calls exit() where it has no memory left for its own error message either (elog.c, FATAL), and
/// its status 1 would be that of findings.
thread_local bool in_grammar = false;
void end_with_the_grammar() {
  if (in_grammar) end_out_of_memory();
}

PgQueryParseResult parse_by_grammar(const char* sql) {
  [[maybe_unused]] static const int registered = std::atexit(end_with_the_grammar);
  in_grammar = true;
  const PgQueryParseResult result = pg_query_parse(sql);
  in_grammar = false;
  return result;
}

}  // namespace

TreeReader::TreeReader() {
  if (parser_.allocate(first_capacity, deepest_json) != simdjson::SUCCESS) throw std::bad_alloc();
}

std::optional<ParseFailure> TreeReader::print_tree(std::string_view sql) {
  const Owned<PgQueryParseResult, pg_query_free_parse_result> result(parse_by_grammar(sql.data()));
  if (result->error != nullptr) return failure_of(*result->error, sql);
  if (result->parse_tree == nullptr) throw std::bad_alloc();
  size_ = std::strlen(result->parse_tree);
  if (padded_.size() < size_ + simdjson::SIMDJSON_PADDING) padded_.resize(size_ + simdjson::SIMDJSON_PADDING);
  std::memcpy(padded_.data(), result->parse_tree, size_);
  return std::nullopt;
}

TreeReader::Tree TreeReader::parse(std::string_view sql) {
  // libpg_query's copy of the JSON is gone before simdjson makes its tree of ours.
  if (std::optional<ParseFailure> failure = print_tree(sql))
    return {.statements = {}, .failure = std::move(failure)};
  Tree tree;
  if (parser_.parse(padded_.data(), size_, false)["stmts"].get(tree.statements) != simdjson::SUCCESS) {
    tree.failure = ParseFailure{
        .message = "the statement is nested too deeply to be read", .offset = 0, .too_deep = true};
  }
  return tree;
}

}  // namespace miglint
