#include "arena.h"

#include <stdlib.h>
#include <string.h>

enum {
  SMALLEST = 16,
  LARGEST_CLASS = SMALLEST << (ARENA_CLASSES - 1), // 128 KiB; what is larger is malloc's
  CHUNK = 1 << 20,
  CHECK_EACH = 1024, // allocations; a tag takes two to five
  MOST_ATTRIBUTES = 1024,
  // Browsers keep 512 elements open (Blink's maximumHTMLParserDOMTreeDepth, WebKit's likewise).
  MOST_OPEN = 512,
};

struct arena_chunk {
  struct arena_chunk *next;
  size_t used;
  size_t size;
  max_align_t memory[];
};

// Stands before each allocation.
struct arena_block {
  struct arena_block *next;
  struct arena_block *previous; // of large ones
  size_t size;
  size_t class; // ARENA_CLASSES of large ones
};

// A node, and the end that it had when it was made: clones of elements that have ended have theirs.
struct arena_node {
  const GumboNode *node;
  unsigned first_end;
};

void arena_init(arena *self, size_t page_bytes) {
  memset(self, 0, sizeof *self);
  // Articles take some ten times their size, tables of numbers forty; pages made to blow up take
  // millions.
  self->byte_limit = ((size_t)256 << 20) + page_bytes * 24;
}

static _Noreturn void give_up(arena *self, warraq_html_outcome outcome) {
  longjmp(self->way_out, (int)outcome);
}

static void add_bytes(arena *self, size_t count) {
  self->bytes += count;
  if (self->bytes > self->byte_limit) give_up(self, WARRAQ_HTML_TOO_LARGE);
}

// Whether gumbo keeps the element in its list of active formatting elements. Those that are wrongly
// nested leave the stack without a recorded end, so they do not count as open for certain.
static bool is_formatting(const GumboNode *node) {
  switch (node->v.element.tag) {
  case GUMBO_TAG_A:
  case GUMBO_TAG_B:
  case GUMBO_TAG_BIG:
  case GUMBO_TAG_CODE:
  case GUMBO_TAG_EM:
  case GUMBO_TAG_FONT:
  case GUMBO_TAG_I:
  case GUMBO_TAG_NOBR:
  case GUMBO_TAG_S:
  case GUMBO_TAG_SMALL:
  case GUMBO_TAG_STRIKE:
  case GUMBO_TAG_STRONG:
  case GUMBO_TAG_TT:
  case GUMBO_TAG_U: return true;
  default: return false;
  }
}

static void check_open(arena *self) {
  size_t kept = 0;
  size_t certain = 0;
  for (size_t i = 0; i < self->open_count; i++) {
    const GumboNode *node = self->open[i].node;
    bool is_element = node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
    // A node that gumbo has not filled yet is all zero, which is the type of documents.
    if (node->type != GUMBO_NODE_DOCUMENT && !is_element) continue;
    if (is_element && node->v.element.end_pos.offset != self->open[i].first_end) continue;
    self->open[kept++] = self->open[i];
    if (is_element && !is_formatting(node)) certain++;
  }
  self->open_count = kept;
  self->work += (uint64_t)kept * (CHECK_EACH / 4);
  if (certain > MOST_OPEN) give_up(self, WARRAQ_HTML_TOO_DEEP);
  if (self->work > ((uint64_t)1 << 26) + self->allocations / 4 * (MOST_OPEN / 2)) {
    give_up(self, WARRAQ_HTML_TOO_DEEP);
  }
}

static void note_node(arena *self, GumboNode *node) {
  self->attributes = 0;
  if (self->open_count == self->open_capacity) {
    size_t capacity = self->open_capacity * 2 + 1024;
    struct arena_node *open = realloc(self->open, sizeof *open * capacity);
    if (open == NULL) give_up(self, WARRAQ_HTML_TOO_LARGE);
    self->open = open;
    self->open_capacity = capacity;
  }
  self->open[self->open_count++] = (struct arena_node){node, 0};
  self->is_new = true;
}

// gumbo fills a node before it allocates anything else.
static void look_at_last_node(arena *self) {
  self->is_new = false;
  struct arena_node *last = &self->open[self->open_count - 1];
  if (last->node->type == GUMBO_NODE_ELEMENT || last->node->type == GUMBO_NODE_TEMPLATE) {
    last->first_end = last->node->v.element.end_pos.offset;
  }
}

static struct arena_block *allocate_large(arena *self, size_t size) {
  size_t whole = size + sizeof(struct arena_block);
  add_bytes(self, whole);
  struct arena_block *block = malloc(whole);
  if (block == NULL) give_up(self, WARRAQ_HTML_TOO_LARGE);
  block->class = ARENA_CLASSES;
  block->previous = NULL;
  block->next = self->large;
  if (self->large != NULL) self->large->previous = block;
  self->large = block;
  return block;
}

static struct arena_block *allocate_small(arena *self, size_t class) {
  struct arena_block *block = self->unused[class];
  if (block != NULL) {
    self->unused[class] = block->next;
    return block;
  }
  size_t whole = sizeof(struct arena_block) + ((size_t)SMALLEST << class);
  struct arena_chunk *chunk = self->chunks;
  if (chunk == NULL || chunk->size - chunk->used < whole) {
    add_bytes(self, CHUNK);
    chunk = malloc(sizeof *chunk + CHUNK);
    if (chunk == NULL) give_up(self, WARRAQ_HTML_TOO_LARGE);
    chunk->next = self->chunks;
    chunk->used = 0;
    chunk->size = CHUNK;
    self->chunks = chunk;
  }
  block = (struct arena_block *)((char *)chunk->memory + chunk->used);
  chunk->used += whole;
  block->class = class;
  return block;
}

void *arena_allocate(void *memory, size_t size) {
  arena *self = memory;
  struct arena_block *block;
  if (self->is_new) look_at_last_node(self);
  if (++self->allocations % CHECK_EACH == 0) check_open(self);
  if (size > LARGEST_CLASS) {
    block = allocate_large(self, size);
  } else {
    size_t class = 0;
    while (((size_t)SMALLEST << class) < size) class++;
    block = allocate_small(self, class);
  }
  block->size = size;
  void *payload = block + 1;
  if (size == sizeof(GumboNode)) {
    memset(payload, 0, size);
    note_node(self, payload);
  } else if (size == sizeof(GumboAttribute) && ++self->attributes > MOST_ATTRIBUTES) {
    // gumbo compares each attribute with all before it.
    give_up(self, WARRAQ_HTML_TOO_MANY_ATTRIBUTES);
  }
  return payload;
}

void arena_deallocate(void *memory, void *pointer) {
  if (pointer == NULL) return;
  arena *self = memory;
  struct arena_block *block = (struct arena_block *)pointer - 1;
  if (block->class == ARENA_CLASSES) {
    if (block->previous != NULL) block->previous->next = block->next;
    if (block->next != NULL) block->next->previous = block->previous;
    if (self->large == block) self->large = block->next;
    self->bytes -= block->size + sizeof *block;
    free(block);
  } else if (block->size != sizeof(GumboNode)) {
    // What may be a node is looked at later.
    block->next = self->unused[block->class];
    self->unused[block->class] = block;
  }
}

void arena_free(arena *self) {
  while (self->chunks != NULL) {
    struct arena_chunk *next = self->chunks->next;
    free(self->chunks);
    self->chunks = next;
  }
  while (self->large != NULL) {
    struct arena_block *next = self->large->next;
    free(self->large);
    self->large = next;
  }
  free(self->open);
  self->open = NULL;
}
