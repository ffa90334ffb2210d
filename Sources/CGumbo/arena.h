// The memory that one run of gumbo works in, and the limits of its work.

#ifndef WARRAQ_CGUMBO_ARENA_H
#define WARRAQ_CGUMBO_ARENA_H

#include <gumbo.h>
#include <setjmp.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cgumbo.h"

enum { ARENA_CLASSES = 14 };

struct arena_chunk;
struct arena_block;
struct arena_node;

/// All that gumbo allocates. Freed at once: gumbo's own way of freeing a tree is recursive.
///
/// gumbo has no limits; its allocator is where they can be set. Every node passes by here, and can be
/// looked at later: as long as its end is not recorded, it is on gumbo's stack of open elements,
/// which gumbo searches again and again.
typedef struct arena {
  struct arena_chunk *chunks;
  struct arena_block *large;
  struct arena_block *unused[ARENA_CLASSES];
  size_t bytes;
  size_t byte_limit;
  /// Nodes that may be open.
  struct arena_node *open;
  size_t open_count;
  size_t open_capacity;
  uint64_t allocations;
  /// Whether the last of them has not been looked at since gumbo filled it.
  bool is_new;
  /// Attributes since the last node.
  size_t attributes;
  /// Steps that gumbo may have made on its stack.
  uint64_t work;
  jmp_buf way_out;
} arena;

/// Sets up memory for a page of some bytes.
void arena_init(arena *self, size_t page_bytes);

/// gumbo's allocator. Leaves by `way_out`, with a warraq_html_outcome, where a limit is passed.
void *arena_allocate(void *arena, size_t size);

/// gumbo's deallocator.
void arena_deallocate(void *arena, void *pointer);

/// Frees everything.
void arena_free(arena *self);

#endif
