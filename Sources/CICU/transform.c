#include "cicu.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

enum { PIECE = 256, LONGEST_PIECE = 512 };

struct warraq_icu_transform {
  UTransliterator *transliterator;
  UChar *text;
  int32_t length;
  int32_t longest;
  UChar *buffer;
  int32_t capacity;
};

void warraq_icu_transform_close(warraq_icu_transform *transform) {
  if (transform == NULL) return;
  if (transform->transliterator != NULL) utrans_close(transform->transliterator);
  free(transform->text);
  free(transform->buffer);
  free(transform);
}

// The end of the piece that begins at `start`.
static int32_t piece_end(const warraq_icu_transform *transform, int32_t start) {
  const UChar *text = transform->text;
  for (int32_t i = start; i < transform->length; i++) {
    const int32_t count = i + 1 - start;
    if (text[i] == '\n' && count >= PIECE) return i + 1;
    if (count >= LONGEST_PIECE && text[i] == ' ' && i + 1 < transform->length &&
        u_isalpha(text[i + 1]))
      return i + 1;
  }
  return transform->length;
}

static UErrorCode compile(warraq_icu_transform *transform, const char *rules, int32_t count) {
  static const UChar name[] = {'w', 'a', 'r', 'r', 'a', 'q'};
  UErrorCode status = U_ZERO_ERROR;
  UParseError error;
  UChar *converted = malloc(sizeof(UChar) * (size_t)(count + 1));
  if (converted == NULL) return U_MEMORY_ALLOCATION_ERROR;
  int32_t length = 0;
  u_strFromUTF8(converted, count + 1, &length, rules, count, &status);
  if (U_SUCCESS(status)) {
    transform->transliterator =
      utrans_openU(name, 6, UTRANS_FORWARD, converted, length, &error, &status);
  }
  free(converted);
  return status;
}

int32_t warraq_icu_transform_open(
  const char *rules, int32_t rule_count, const char *utf8, int32_t count,
  warraq_icu_transform **transform) {
  *transform = NULL;
  warraq_icu_transform *made = calloc(1, sizeof *made);
  if (made == NULL) return -U_MEMORY_ALLOCATION_ERROR;
  made->text = malloc(sizeof(UChar) * ((size_t)count + 1));
  UErrorCode status = made->text == NULL ? U_MEMORY_ALLOCATION_ERROR : U_ZERO_ERROR;
  u_strFromUTF8(made->text, count + 1, &made->length, utf8, count, &status);
  if (U_SUCCESS(status)) {
    int32_t longest = 0;
    for (int32_t start = 0; start < made->length;) {
      const int32_t end = piece_end(made, start);
      if (end - start > longest) longest = end - start;
      start = end;
    }
    made->capacity = longest * 2 + 64;
    made->buffer = malloc(sizeof(UChar) * (size_t)made->capacity);
    status = made->buffer == NULL ? U_MEMORY_ALLOCATION_ERROR : compile(made, rules, rule_count);
  }
  if (U_FAILURE(status)) {
    warraq_icu_transform_close(made);
    return -status;
  }
  *transform = made;
  return 0;
}

// Transforms one piece into the buffer. Returns its length.
static int32_t run_piece(
  warraq_icu_transform *transform, int32_t start, int32_t end, UErrorCode *status) {
  int32_t length = end - start, limit = end - start;
  memcpy(transform->buffer, transform->text + start, sizeof(UChar) * (size_t)length);
  utrans_transUChars(
    transform->transliterator, transform->buffer, &length, transform->capacity, 0, &limit, status);
  return length;
}

int32_t warraq_icu_transform_run(warraq_icu_transform *transform) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t total = 0;
  for (int32_t start = 0; start < transform->length && U_SUCCESS(status);) {
    const int32_t end = piece_end(transform, start);
    total += run_piece(transform, start, end, &status);
    start = end;
  }
  return U_FAILURE(status) ? -status : total;
}

int32_t warraq_icu_transform_output(
  warraq_icu_transform *transform, char *utf8, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t written = 0;
  for (int32_t start = 0; start < transform->length;) {
    const int32_t end = piece_end(transform, start);
    const int32_t length = run_piece(transform, start, end, &status);
    int32_t count = 0;
    u_strToUTF8(utf8 + written, capacity - written, &count, transform->buffer, length, &status);
    if (status == U_STRING_NOT_TERMINATED_WARNING) status = U_ZERO_ERROR;
    if (U_FAILURE(status)) return -status;
    written += count;
    start = end;
  }
  return written;
}
