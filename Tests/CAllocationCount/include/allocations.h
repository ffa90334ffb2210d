/* Counts what a thread allocates; for tests that promise to allocate little. */
#ifndef WARRAQ_ALLOCATIONS_H
#define WARRAQ_ALLOCATIONS_H

#include <stdbool.h>
#include <stdint.h>

/* Whether this build counts: with glibc and without a sanitizer. */
bool warraq_counts_allocations(void);

/* Calls of malloc and its kin by this thread since it began. */
uint64_t warraq_allocations(void);

#endif
