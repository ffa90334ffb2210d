#include "cgumbo.h"

#include <gumbo.h>
#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "arena.h"

static const char *const attribute_names[WARRAQ_HTML_ATTRIBUTE_COUNT] = {
  "class", "id",       "role",    "style",    "hidden",   "dir",  "lang",    "type", "datetime",
  "pubdate", "itemprop", "property", "name", "content", "rel",  "href", "open",
};

// Elements that gumbo has no numbers for; theirs come behind gumbo's.
static const char *const more_tags[] = {"dialog", "search"};
enum { MORE_TAGS = sizeof more_tags / sizeof *more_tags };

static uint16_t tag_number(const GumboElement *element) {
  if (element->tag != GUMBO_TAG_UNKNOWN) return (uint16_t)element->tag;
  GumboStringPiece name = element->original_tag;
  gumbo_tag_from_original_text(&name);
  for (uint16_t i = 0; i < MORE_TAGS; i++) {
    if (name.length == strlen(more_tags[i]) &&
        strncasecmp(name.data, more_tags[i], name.length) == 0) {
      return (uint16_t)(GUMBO_TAG_LAST + 1 + i);
    }
  }
  return GUMBO_TAG_UNKNOWN;
}

// The output in the course of being written.
typedef struct writer {
  warraq_html *page;
  size_t event_capacity;
  size_t pool_capacity;
  bool failed;
} writer;

static void write_event(
  writer *self, uint16_t kind, uint16_t name, const char *text, size_t count) {
  warraq_html *page = self->page;
  if (self->failed) return;
  if (page->event_count == self->event_capacity) {
    size_t capacity = self->event_capacity * 2 + 1024;
    warraq_html_event *events = realloc(page->events, sizeof *events * capacity);
    if (events == NULL) goto failure;
    page->events = events;
    self->event_capacity = capacity;
  }
  if (self->pool_capacity - page->pool_count < count) {
    size_t capacity = self->pool_capacity * 2 + count;
    char *pool = realloc(page->pool, capacity);
    if (pool == NULL) goto failure;
    page->pool = pool;
    self->pool_capacity = capacity;
  }
  if (page->pool_count + count > UINT32_MAX) goto failure;
  warraq_html_event *event = &page->events[page->event_count++];
  *event = (warraq_html_event){kind, name, (uint32_t)page->pool_count, (uint32_t)count};
  if (count > 0) memcpy(page->pool + page->pool_count, text, count);
  page->pool_count += count;
  return;
failure:
  self->failed = true;
}

static void write_element(writer *self, const GumboElement *element) {
  write_event(self, WARRAQ_HTML_OPEN, tag_number(element), NULL, 0);
  for (unsigned i = 0; i < element->attributes.length; i++) {
    const GumboAttribute *attribute = element->attributes.data[i];
    for (uint16_t name = 0; name < WARRAQ_HTML_ATTRIBUTE_COUNT; name++) {
      if (strcmp(attribute->name, attribute_names[name]) != 0) continue;
      write_event(
        self, WARRAQ_HTML_ATTRIBUTE, name, attribute->value, strlen(attribute->value));
      break;
    }
  }
}

// An element whose children are being written.
typedef struct step {
  const GumboVector *children;
  unsigned next;
} step;

// Writes the tree without recursion: it may be deep.
static void write_tree(writer *self, const GumboNode *document) {
  size_t capacity = 256;
  size_t depth = 0;
  step *steps = malloc(sizeof *steps * capacity);
  if (steps == NULL) {
    self->failed = true;
    return;
  }
  steps[depth++] = (step){&document->v.document.children, 0};
  while (depth > 0 && !self->failed) {
    step *top = &steps[depth - 1];
    if (top->next == top->children->length) {
      depth--;
      if (depth > 0) write_event(self, WARRAQ_HTML_CLOSE, 0, NULL, 0);
      continue;
    }
    const GumboNode *node = top->children->data[top->next++];
    switch (node->type) {
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE:
      write_element(self, &node->v.element);
      if (depth == capacity) {
        step *more = realloc(steps, sizeof *steps * capacity * 2);
        if (more == NULL) {
          self->failed = true;
          break;
        }
        steps = more;
        capacity *= 2;
      }
      steps[depth++] = (step){&node->v.element.children, 0};
      break;
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_CDATA:
    case GUMBO_NODE_WHITESPACE:
      write_event(self, WARRAQ_HTML_TEXT, 0, node->v.text.text, strlen(node->v.text.text));
      break;
    default: break;
    }
  }
  free(steps);
}

warraq_html_outcome warraq_html_parse(const char *utf8, size_t count, warraq_html *page) {
  memset(page, 0, sizeof *page);
  if (count > INT_MAX) return WARRAQ_HTML_TOO_LARGE;
  arena *memory = malloc(sizeof *memory);
  if (memory == NULL) return WARRAQ_HTML_TOO_LARGE;
  arena_init(memory, count);
  warraq_html_outcome outcome = (warraq_html_outcome)setjmp(memory->way_out);
  if (outcome == WARRAQ_HTML_PARSED) {
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = arena_allocate;
    options.deallocator = arena_deallocate;
    options.userdata = memory;
    options.max_errors = 0;
    GumboOutput *output = gumbo_parse_with_options(&options, utf8, count);
    writer writer = {.page = page};
    write_tree(&writer, output->document);
    if (writer.failed) {
      warraq_html_free(page);
      outcome = WARRAQ_HTML_TOO_LARGE;
    }
  }
  arena_free(memory);
  free(memory);
  return outcome;
}

void warraq_html_free(warraq_html *page) {
  free(page->events);
  free(page->pool);
  memset(page, 0, sizeof *page);
}

uint16_t warraq_html_tag(const char *name) {
  for (uint16_t i = 0; i < MORE_TAGS; i++) {
    if (strcmp(name, more_tags[i]) == 0) return (uint16_t)(GUMBO_TAG_LAST + 1 + i);
  }
  return (uint16_t)gumbo_tag_enum(name);
}

uint16_t warraq_html_tag_count(void) { return (uint16_t)(GUMBO_TAG_LAST + 1 + MORE_TAGS); }
