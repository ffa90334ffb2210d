// The only door to gumbo, the HTML5 parser. This header has our own types and nothing of gumbo's.

#ifndef WARRAQ_CGUMBO_H
#define WARRAQ_CGUMBO_H

#include <stddef.h>
#include <stdint.h>

/// What an event is; Swift has the same numbers.
enum {
  WARRAQ_HTML_OPEN = 0,      // an element begins; `name` is its tag
  WARRAQ_HTML_ATTRIBUTE = 1, // of the element that has just begun; `name` is one of those below
  WARRAQ_HTML_TEXT = 2,      // text, character references decoded
  WARRAQ_HTML_CLOSE = 3,     // the element opened last that is still open ends
};

/// The attributes that are handed on; all others are left out.
enum {
  WARRAQ_HTML_CLASS = 0,
  WARRAQ_HTML_ID,
  WARRAQ_HTML_ROLE,
  WARRAQ_HTML_STYLE,
  WARRAQ_HTML_HIDDEN,
  WARRAQ_HTML_DIR,
  WARRAQ_HTML_LANG,
  WARRAQ_HTML_TYPE,
  WARRAQ_HTML_DATETIME,
  WARRAQ_HTML_PUBDATE,
  WARRAQ_HTML_ITEMPROP,
  WARRAQ_HTML_PROPERTY,
  WARRAQ_HTML_NAME,
  WARRAQ_HTML_CONTENT,
  WARRAQ_HTML_REL,
  WARRAQ_HTML_HREF,
  WARRAQ_HTML_OPENED, // the attribute `open`
  WARRAQ_HTML_ATTRIBUTE_COUNT,
};

/// One event of a page in document order.
typedef struct warraq_html_event {
  uint16_t kind;
  uint16_t name;
  /// The event's characters in the pool; none of WARRAQ_HTML_OPEN and WARRAQ_HTML_CLOSE.
  uint32_t start;
  uint32_t count;
} warraq_html_event;

/// A page as a flat list of events over one pool of UTF-8.
typedef struct warraq_html {
  warraq_html_event *events;
  size_t event_count;
  char *pool;
  size_t pool_count;
} warraq_html;

/// How parsing ended.
typedef enum warraq_html_outcome {
  WARRAQ_HTML_PARSED = 0,
  WARRAQ_HTML_TOO_DEEP,            // more open elements than browsers keep
  WARRAQ_HTML_TOO_MANY_ATTRIBUTES, // in one tag
  WARRAQ_HTML_TOO_LARGE,           // the tree outgrows the page, or memory is short
} warraq_html_outcome;

/// Parses a page of valid UTF-8 of less than 2 GiB. On success `*page` is to be freed by the caller;
/// else it is empty.
///
/// Linear: gumbo alone would take quadratic time on deep nesting, on tags with many attributes and on
/// formatting elements that are never closed; here it is broken off, at the same place in every run.
warraq_html_outcome warraq_html_parse(const char *utf8, size_t count, warraq_html *page);

/// Frees what a page holds.
void warraq_html_free(warraq_html *page);

/// The number that stands for a tag in events; the number of unknown tags for a name that HTML does
/// not have.
uint16_t warraq_html_tag(const char *name);

/// The number of tags; each is less than it.
uint16_t warraq_html_tag_count(void);

#endif
