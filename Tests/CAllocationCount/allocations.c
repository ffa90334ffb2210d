/* The program's own malloc comes before the C library's, also in shared libraries, the Swift
   runtime's among them. It counts, and leaves the work to the C library. */
#include "allocations.h"

#include <stdlib.h>

#if !defined(__has_feature)
#define __has_feature(feature) 0
#endif

#if defined(__GLIBC__) && !__has_feature(address_sanitizer) && !__has_feature(thread_sanitizer)

/* In the program's own block of thread storage, so that to reach it allocates nothing. */
static _Thread_local uint64_t count __attribute__((tls_model("initial-exec")));

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t number, size_t size);
void *__libc_realloc(void *memory, size_t size);
void *__libc_memalign(size_t alignment, size_t size);

void *malloc(size_t size) {
  count++;
  return __libc_malloc(size);
}

void *calloc(size_t number, size_t size) {
  count++;
  return __libc_calloc(number, size);
}

void *realloc(void *memory, size_t size) {
  count++;
  return __libc_realloc(memory, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
  count++;
  return __libc_memalign(alignment, size);
}

bool warraq_counts_allocations(void) { return true; }
uint64_t warraq_allocations(void) { return count; }

#else

bool warraq_counts_allocations(void) { return false; }
uint64_t warraq_allocations(void) { return 0; }

#endif
