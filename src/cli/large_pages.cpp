#include "cli/large_pages.hpp"

#if defined(__linux__) && defined(MIGLINT_MIMALLOC)

#include <cstdint>
#include <memory>
#include <mimalloc.h>
#include <sys/mman.h>

#pragma weak mi_option_set  // the tests are linked without mimalloc

namespace miglint {

/// MI_SEGMENT_SIZE of mimalloc 2: a segment lies at a multiple of its size.
constexpr std::uintptr_t segment_bytes = 32 << 20;

void use_large_pages() {
  if (mi_option_set == nullptr) return;
  mi_option_set(mi_option_large_os_pages, 1);
  mi_option_set(mi_option_eager_commit_delay, 0);  // else a thread's first segment is made of small pieces, none as large as such a page
  mi_option_set(mi_option_allow_decommit, 0);      // a piece of such a page that is given back breaks it up
  const auto here = std::make_unique<char>();
  const std::uintptr_t segment = reinterpret_cast<std::uintptr_t>(here.get()) & ~(segment_bytes - 1);
  ::madvise(reinterpret_cast<void*>(segment), segment_bytes, MADV_HUGEPAGE);  // NOLINT(performance-no-int-to-ptr): an address is what is meant
}

}  // namespace miglint

#else

void miglint::use_large_pages() {}

#endif
