// The pool of threads that parses. A history is judged in order, so the files are parsed in order, a few at a
// time: the first are judged while the next are parsed, and nobody runs so far ahead that the judging, which
// is the longer part, has to share its core.

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>

#include "miglint/error.hpp"
#include "parse/parser.hpp"
#include "parse/pool.hpp"
#include "parse/tree_reader.hpp"
#include "parse/worker.hpp"

namespace miglint {

namespace {

// libpg_query recurses as deep as an expression is nested.
constexpr std::size_t stack_bytes = 256u << 20;

/// Judging takes longer than a few threads need to parse; more of them only take stacks.
constexpr unsigned most_threads = 8;

class Pool final : public MigrationSource {
 public:
  Pool(std::vector<SourceFile> files, Migration* parsed, unsigned threads)
      : files_(std::move(files)),
        parsed_(parsed),
        threads_(threads),
        batch_(std::clamp<std::size_t>(files_.size() / (std::size_t{threads} * 16), 1, 16)),
        ahead_(batch_ * threads * 4),
        is_parsed_((files_.size() + batch_ - 1) / batch_) {}
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;

  ~Pool() override {
    const std::scoped_lock lock(mutex_);
    stop();
    // The workers, declared last, are joined after this.
  }

  void wait_for(std::size_t count) override {
    // Between the two, the workers have been told enough, and no lock is needed.
    if (count <= seen_ && count <= wanted_ + ahead_ / 2) return;
    if (seen_ == files_.size()) return;
    start();
    std::unique_lock lock(mutex_);
    wanted_ = std::max(wanted_, count);
    more_is_wanted_.notify_all();
    more_is_there_.wait(lock, [&] { return failure_ || there_ >= count; });
    if (failure_) std::rethrow_exception(failure_);
    seen_ = there_;
    lock.unlock();
    // no thread outlives its work: the process may be about to end
    if (seen_ == files_.size()) workers_.clear();
  }

 private:
  /// One is enough where there is no room for more.
  void start() {
    try {
      while (workers_.size() < threads_)
        workers_.push_back(std::make_unique<Worker>(stack_bytes, work, this));
    } catch (const Error&) {
      if (workers_.empty()) throw;
    }
  }

  void stop() {
    next_ = files_.size();
    more_is_wanted_.notify_all();
  }

  static void* work(void* pool) {
    static_cast<Pool*>(pool)->parse_batches();
    return nullptr;
  }

  void parse_batches() {
    try {
      // made by a thread that has something to read: of two, one may come too late
      std::optional<TreeReader> reader;
      for (std::size_t begin = take(); begin < files_.size(); begin = take()) {
        if (!reader) reader.emplace();
        const std::size_t end = std::min(begin + batch_, files_.size());
        for (std::size_t i = begin; i < end; ++i) parsed_[i] = parse_file(*reader, std::move(files_[i]));
        deliver(begin);
      }
    } catch (...) {
      const std::scoped_lock lock(mutex_);
      failure_ = std::current_exception();
      stop();
      more_is_there_.notify_all();
    }
  }

  /// The next batch's first file, once it is wanted; past the last one when there is none.
  std::size_t take() {
    std::unique_lock lock(mutex_);
    more_is_wanted_.wait(lock, [&] { return next_ >= files_.size() || next_ < wanted_ + ahead_; });
    const std::size_t begin = next_;
    next_ += batch_;
    if (next_ >= files_.size()) more_is_wanted_.notify_all();  // nobody has to wait any more
    return begin;
  }

  void deliver(std::size_t begin) {
    const std::scoped_lock lock(mutex_);
    is_parsed_[begin / batch_] = true;
    while (there_ < files_.size() && is_parsed_[there_ / batch_])
      there_ = std::min(there_ + batch_, files_.size());
    more_is_there_.notify_all();
  }

  std::vector<SourceFile> files_;
  Migration* parsed_;
  const unsigned threads_;
  const std::size_t batch_, ahead_;
  std::size_t seen_ = 0;  ///< as many were there when the reader last looked; its own

  std::mutex mutex_;  ///< over what follows; `wanted_` is written by the reader alone
  std::condition_variable more_is_wanted_, more_is_there_;
  std::vector<bool> is_parsed_;  ///< each batch
  std::size_t next_ = 0;         ///< the first file that nobody has taken
  std::size_t wanted_ = 0;       ///< how many the reader has asked for
  std::size_t there_ = 0;        ///< the first so many are parsed
  std::exception_ptr failure_;
  std::vector<std::unique_ptr<Worker>> workers_;
};

}  // namespace

std::unique_ptr<MigrationSource> make_pool(std::vector<SourceFile> files, Migration* parsed,
                                           unsigned threads) {
  if (threads == 0) threads = std::clamp(std::thread::hardware_concurrency(), 1U, most_threads);
  threads = static_cast<unsigned>(std::min<std::size_t>(threads, files.size()));
  return std::make_unique<Pool>(std::move(files), parsed, threads);
}

}  // namespace miglint
