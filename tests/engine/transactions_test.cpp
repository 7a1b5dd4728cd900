#include "miglint/transactions.hpp"

#include <doctest/doctest.h>
#include <string>
#include <vector>

using namespace miglint;

namespace {

Statement statement(Change change) { return {.changes = {{.change = std::move(change)}}}; }
Statement ddl() { return statement(DropNotNull{.table = {"public", "users"}, .column = "name"}); }
Statement command(Transaction::Action action) { return statement(Transaction{.action = action}); }
Statement begin() { return command(Transaction::Action::begin); }
Statement commit() { return command(Transaction::Action::commit); }
Statement rollback() { return command(Transaction::Action::rollback); }
Statement drop_index_concurrently() { return statement(DropIndex{.index = {"", "i"}, .concurrently = true}); }

/// "i0 i0 e1 o2": kind and id of each statement, "!" behind what is rolled back.
std::string cut(std::vector<Statement> statements, RunMode mode) {
  const Migration migration{.statements = std::move(statements)};
  std::string text;
  for (const TransactionOf& t : transactions(migration, mode)) {
    text += text.empty() ? "" : " ";
    text +=
        std::string(1, "ieo"[static_cast<int>(t.kind)]) + std::to_string(t.id) + (t.rolled_back ? "!" : "");
  }
  return text;
}

}  // namespace

TEST_SUITE_BEGIN("transactions");

TEST_CASE("batch: several statements are one implicit transaction, one alone is its own") {
  CHECK(cut({ddl(), ddl()}, RunMode::batch) == "i0 i0");
  CHECK(cut({ddl()}, RunMode::batch) == "o0");
}

TEST_CASE("batch: BEGIN and COMMIT cut the string, and what follows is implicit again") {
  CHECK(cut({begin(), ddl(), commit(), ddl(), ddl()}, RunMode::batch) == "e0 e0 e0 i1 i1");
  CHECK(cut({begin(), ddl(), commit(), begin(), ddl(), commit()}, RunMode::batch) == "e0 e0 e0 e1 e1 e1");
}

TEST_CASE("batch: BEGIN takes in the statements before it") {
  CHECK(cut({ddl(), begin(), ddl(), commit()}, RunMode::batch) == "i0 e0 e0 e0");
}

TEST_CASE("batch: COMMIT and ROLLBACK without BEGIN end the implicit transaction") {
  CHECK(cut({ddl(), commit(), ddl()}, RunMode::batch) == "i0 i0 i1");
  CHECK(cut({ddl(), rollback(), ddl()}, RunMode::batch) == "i0! i0! i1");
}

TEST_CASE("batch: a statement that was not understood is company all the same") {
  const Migration migration{.statements = {ddl()}, .issues = {{.kind = ParseIssue::Kind::newer_grammar}}};
  CHECK(transactions(migration, RunMode::batch).front().kind == TransactionOf::Kind::implicit);
}

TEST_CASE("split: each statement is its own, blocks stay together") {
  CHECK(cut({ddl(), ddl()}, RunMode::split) == "o0 o1");
  CHECK(cut({ddl(), begin(), ddl(), commit(), ddl()}, RunMode::split) == "o0 e1 e1 e1 o2");
  CHECK(cut({ddl(), commit(), ddl()}, RunMode::split) == "o0 o1 o2");
}

TEST_CASE("split: a file the splitter can't parse goes whole") {
  CHECK(cut({drop_index_concurrently(), drop_index_concurrently()}, RunMode::split) == "i0 i0");
  CHECK(cut({drop_index_concurrently()}, RunMode::split) == "o0");
}

TEST_CASE("file: the runner's transaction holds everything up to a COMMIT in the file") {
  CHECK(cut({ddl(), ddl()}, RunMode::file) == "e0 e0");
  CHECK(cut({ddl()}, RunMode::file) == "e0");
  CHECK(cut({begin(), ddl(), commit(), ddl()}, RunMode::file) == "e0 e0 e0 i1");
}

TEST_CASE("file: one that wants no transaction goes as its runner sends it then") {
  const auto sent = [](Layout layout, std::vector<Statement> statements) {
    Migration migration{.statements = std::move(statements)};
    migration.source.layout = layout;
    migration.source.no_transaction = true;
    std::vector<TransactionOf::Kind> kinds;
    for (const TransactionOf& transaction : transactions(migration, RunMode::file))
      kinds.push_back(transaction.kind);
    return kinds;
  };
  using Kind = TransactionOf::Kind;
  using Kinds = std::vector<Kind>;
  CHECK(sent(Layout::goose, {ddl(), drop_index_concurrently()}) == Kinds{Kind::own, Kind::own});
  CHECK(sent(Layout::dbmate, {ddl()}) == Kinds{Kind::own});
  CHECK(sent(Layout::dbmate, {ddl(), ddl()}) == Kinds{Kind::implicit, Kind::implicit});  // one string still
}

TEST_CASE("Flyway leaves its transaction out where no statement of the file may run in one") {
  const auto sent = [](std::vector<Statement> statements, bool configured) {
    Migration migration{.statements = std::move(statements)};
    migration.source.layout = Layout::flyway;
    migration.source.no_transaction = configured;
    std::vector<bool> inside;
    for (const TransactionOf& transaction : transactions(migration, RunMode::file))
      inside.push_back(in_transaction(transaction));
    return inside;
  };
  using Inside = std::vector<bool>;
  CHECK(sent({drop_index_concurrently()}, false) == Inside{false});
  CHECK(sent({drop_index_concurrently(), drop_index_concurrently()}, false) == Inside{false, false});
  CHECK(sent({ddl(), drop_index_concurrently()}, false) == Inside{true, true});
  CHECK(sent({ddl(), drop_index_concurrently()}, true) == Inside{false, false});
  CHECK(sent({ddl()}, false) == Inside{true});
}

TEST_CASE("a block that is never committed leaves nothing") {
  CHECK(cut({ddl(), begin(), ddl()}, RunMode::split) == "o0 e1! e1!");
  CHECK(cut({begin(), ddl(), rollback(), ddl()}, RunMode::split) == "e0! e0! e0! o1");
}

TEST_CASE("what stays applied after a failure") {
  const Migration migration{.statements = {ddl(), begin(), ddl(), commit(), ddl(), ddl()}};
  CHECK(transaction_begin(transactions(migration, RunMode::batch), 5) == 4);
  CHECK(transaction_begin(transactions(migration, RunMode::batch), 2) == 0);
  CHECK(transaction_begin(transactions(migration, RunMode::split), 2) == 1);
  CHECK(transaction_begin(transactions(migration, RunMode::split), 5) == 5);
}

TEST_CASE("locks are held to the end of the transaction, in their strongest mode") {
  const RelationName users{"public", "users"};
  const RelationName teams{"public", "teams"};
  LocksHeld held;
  held.enter({.id = 0});
  CHECK(held.held().empty());
  held.take(std::vector<Lock>{{users, LockMode::share}}, 0);
  CHECK(held.since({users, LockMode::access_exclusive}, 1) == 1);  // only SHARE was held until then
  held.take(std::vector<Lock>{{users, LockMode::access_exclusive}, {teams, LockMode::share_row_exclusive}},
            1);
  held.enter({.id = 0});
  CHECK(held.since({users, LockMode::share}, 2) == 1);
  CHECK(held.held().size() == 2);
  held.enter({.id = 1});
  CHECK(held.held().empty());
}

TEST_CASE("sharing is judged over the modes") {
  const std::vector<TransactionOf> one = {{.id = 0}, {.id = 0}};
  const std::vector<TransactionOf> other = {{.id = 0}, {.id = 1}};
  CHECK(may_share_transaction(one, other));
  CHECK_FALSE(surely_share_transaction(one, other));
  CHECK(surely_share_transaction(one, one));
}

TEST_SUITE_END();
