#pragma once

#include <memory>
#include <utility>
#include <vector>

#include "miglint/migration.hpp"

namespace miglint {

/// What fills a list while it is already in use: the pool of threads that parses (src/parse). It stops when
/// it is destroyed.
class MigrationSource {
 public:
  MigrationSource() = default;
  MigrationSource(const MigrationSource&) = delete;
  MigrationSource& operator=(const MigrationSource&) = delete;
  virtual ~MigrationSource() = default;
  /// Returns once the first `count` migrations are in the list; throws what kept the source from getting
  /// there.
  virtual void wait_for(std::size_t count) = 0;
};

/// The migrations of a history, in the runner's order. The first can be judged while the last are still being
/// parsed: whoever asks for one waits until it is there. One thread may read a list.
class MigrationList {
 public:
  using const_iterator = std::vector<Migration>::const_iterator;

  MigrationList() = default;
  MigrationList(
      std::vector<Migration> migrations)  // NOLINT(google-explicit-constructor): these are there already
      : migrations_(std::move(migrations)) {}
  /// `source` writes to the elements of `migrations`, one after the other.
  MigrationList(std::vector<Migration> migrations, std::unique_ptr<MigrationSource> source)
      : migrations_(std::move(migrations)), source_(std::move(source)) {}
  MigrationList(MigrationList&& other) noexcept = default;
  MigrationList& operator=(MigrationList&& other) noexcept {
    source_ = std::move(other.source_);  // first: the old one still writes to what is replaced next
    migrations_ = std::move(other.migrations_);
    return *this;
  }
  ~MigrationList() = default;

  std::size_t size() const { return migrations_.size(); }
  bool empty() const { return migrations_.empty(); }
  const Migration& operator[](std::size_t index) const {
    if (source_) source_->wait_for(index + 1);
    return migrations_[index];
  }
  const Migration& at(std::size_t index) const { return all().at(index); }
  const Migration& back() const { return all().back(); }
  const_iterator begin() const { return all().begin(); }
  const_iterator end() const { return all().end(); }

  /// What this one's statements change will not be asked for again. (A list is filled behind its reader's
  /// back, and so it is emptied.)
  void forget_changes(std::size_t index) const {
    if (index < migrations_.size()) migrations_[index].forget_changes();
  }

  /// Every one of them.
  const std::vector<Migration>& all() const {
    if (source_) source_->wait_for(size());
    return migrations_;
  }
  /// The same, to be changed.
  std::vector<Migration>& all() {
    std::as_const(*this).all();
    return migrations_;
  }

 private:
  mutable std::vector<Migration> migrations_;
  std::unique_ptr<MigrationSource> source_;  ///< destroyed before what it writes to; null: nobody writes
};

}  // namespace miglint
