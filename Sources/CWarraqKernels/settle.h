/* Places of profile `arabic` that bit planes leave open, decided one by one from the bytes around
   them: full stops of abbreviations, marks between digits. What this file is not sure of stays a
   stop, and the reference decides it; the rules are those of ArabicTailoring and ReferenceSegmenter.
   Included by scan.h. */
#ifndef WARRAQ_KERNEL_SETTLE_H
#define WARRAQ_KERNEL_SETTLE_H

#include "Generated/tables.h"
#include "rules.h"

/* A place of the window's text, and what is known around it. */
typedef struct {
  wk_scan *scan;
  const uint8_t *text; /* From the window's first byte on. */
  uint64_t length;     /* From there to the end of the text. */
  uint64_t at;
} wk_place;

WK_INLINE bool wk_is_begun(const wk_place *place, uint64_t at) {
  return place->scan->boundary[at / 64] >> at % 64 & 1;
}

WK_INLINE void wk_cut(wk_place *place, uint64_t at) {
  place->scan->boundary[at / 64] |= 1ull << at % 64;
}

WK_INLINE void wk_join(wk_place *place, uint64_t at) {
  place->scan->boundary[at / 64] &= ~(1ull << at % 64);
}

WK_INLINE bool wk_is_digit(uint8_t byte) { return byte >= '0' && byte <= '9'; }

/* Whether a scalar of two bytes is a digit of U+0660 to U+0669. */
WK_INLINE bool wk_is_arabic_digit(uint8_t lead, uint8_t second) {
  return lead == 0xD9 && second >= 0xA0 && second <= 0xA9;
}

/* Numbers of scalars where what ends them may still be one of them. */
enum { WK_UNKNOWN = 100 };

/* Digits from a place on, five at most. */
static int wk_digits_from(const uint8_t *text, uint64_t at, uint64_t length, uint64_t *end) {
  int count = 0;
  for (; count < 5 && at < length; count++) {
    if (wk_is_digit(text[at])) {
      at += 1;
    } else if (at + 1 < length && wk_is_arabic_digit(text[at], text[at + 1])) {
      at += 2;
    } else {
      break;
    }
  }
  *end = at;
  const bool is_other = count < 5 && at < length && text[at] >= 0x80;
  return is_other && (text[at] & 0xFE) != 0xD8 ? WK_UNKNOWN : count;
}

/* Digits before a place that has eight bytes of text before it, three at most. */
static int wk_digits_before(const uint8_t *end, const uint8_t **start) {
  int count = 0;
  for (; count < 3; count++) {
    if (wk_is_digit(end[-1])) {
      end -= 1;
    } else if (wk_is_arabic_digit(end[-2], end[-1])) {
      end -= 2;
    } else {
      break;
    }
  }
  *start = end;
  return count < 3 && end[-1] >= 0x80 && (end[-2] & 0xFE) != 0xD8 ? WK_UNKNOWN : count;
}

/* A mark between digits that `,` would not be: 1;5 and 1،5 are cut, 1،500 is not. */
static bool wk_settle_separator(wk_place *place) {
  const uint8_t *mark = place->text + place->at;
  const uint64_t after = place->at + (*mark == ';' ? 1 : 2);
  if (*mark != ';' && !(mark[0] == 0xD8 && mark[1] == 0x8C)) return false;
  if (!wk_is_digit(mark[-1]) && !wk_is_arabic_digit(mark[-2], mark[-1])) return false;
  uint64_t end;
  const int count = wk_digits_from(place->text, after, place->length, &end);
  if (count == 0 || count == WK_UNKNOWN || after >= place->scan->window_length) return false;
  if (*mark != ';' && count == 3) return true;
  wk_cut(place, place->at);
  wk_cut(place, after);
  return true;
}

/* A full stop in a number that another stands in shortly before: 5.11.2018 is cut at both. */
static bool wk_settle_dot(wk_place *place) {
  const uint8_t *dot = place->text + place->at, *start, *year_start;
  uint64_t end;
  const int left = wk_digits_before(dot, &start);
  const int right = wk_digits_from(place->text, place->at + 1, place->length, &end);
  if (left == WK_UNKNOWN || left == 0 || right == WK_UNKNOWN || right == 0) return false;
  if (left > 2 || right != 4 || start[-1] != '.') return true;
  const uint64_t width = (uint64_t)(dot - (start - 1));
  if (place->scan->window + place->at < width + 8) return false;
  const int first = wk_digits_before(start - 1, &year_start);
  if (first == WK_UNKNOWN || width > place->at) return false;
  if (first != 1 && first != 2) return true;
  wk_cut(place, place->at - width);
  wk_cut(place, place->at - width + 1);
  wk_cut(place, place->at);
  wk_cut(place, place->at + 1);
  return true;
}

/* Arabic letters from a place on, three at most. */
static int wk_letters_from(const uint8_t *text, uint64_t at, uint64_t length, uint64_t *end) {
  int count = 0;
  for (; count < 3 && at + 1 < length && (text[at] & 0xFE) == 0xD8; count++) {
    if ((text[at + 1] & 0xC0) != 0x80) break;
    if ((wk_code_arabic[(text[at] & 1) << 6 | (text[at + 1] & 63)] & WK_KIND_BITS) != 0) break;
    at += 2;
  }
  *end = at;
  const bool is_other = count < 3 && at < length && text[at] >= 0x80;
  return is_other && (text[at] & 0xFE) != 0xD8 ? WK_UNKNOWN : count;
}

/* Whether a segment surely begins at a place behind a full stop: no mark, no control. */
WK_INLINE bool wk_is_apart(const uint8_t *text) {
  if (text[0] < 0x80) return true;
  return (text[0] & 0xFE) == 0xD8 && (text[1] & 0xC0) == 0x80 &&
         (wk_code_arabic[(text[0] & 1) << 6 | (text[1] & 63)] & 1 << WK_BIT_E) == 0;
}

WK_INLINE bool wk_ends_abbreviation(uint8_t byte) {
  return byte == '.' || byte == '\n' || byte == '\r';
}

/* Whether a letter stands for a title or a unit before a full stop: ا أ ت ج د ص ط م ق. */
WK_INLINE bool wk_is_title(const uint8_t *letter) {
  static const uint64_t titles[2] = {
      1ull << 0x27 | 1ull << 0x23 | 1ull << 0x2A | 1ull << 0x2C | 1ull << 0x2F | 1ull << 0x35 |
          1ull << 0x37,
      1ull << 0x05 | 1ull << 0x02};
  return (letter[0] & 0xFE) == 0xD8 && (titles[letter[0] & 1] >> (letter[1] & 63) & 1);
}

/* A full stop behind a word of one letter or two, with letters behind it. Returns whether that
   decides it: it does not where a longer word follows (`*is_word`), as in «د.سلمان». */
static bool wk_settle_dotted(wk_place *place, bool *is_word) {
  const uint8_t *text = place->text;
  uint64_t end = place->at, next;
  for (int groups = 1; end < place->length && text[end] == '.'; groups++) {
    const int count = wk_letters_from(text, end + 1, place->length, &next);
    if (count == WK_UNKNOWN || (count == 0 && groups == 1)) return false;
    if (count == 0) break;
    if (count > 2 || groups >= 6) {
      *is_word = true;
      return false;
    }
    end = next;
  }
  if (end + 2 >= place->length) return false;
  if (text[end] == '.') {
    if (!wk_ends_abbreviation(text[end + 1])) end += 1;
    if (!wk_is_apart(text + end)) return false;
  } else if (!wk_is_apart(text + end) || text[end] == '_' || wk_is_digit(text[end]) ||
             ((text[end] | 0x20) >= 'a' && (text[end] | 0x20) <= 'z')) {
    return false;
  }
  if (end >= place->scan->window_length) return false;
  for (uint64_t at = place->at; at < end; at++) wk_join(place, at);
  wk_cut(place, end);
  return true;
}

/* A full stop behind a word of one letter or two: «د. منى», «ود. منى», «ق.م». */
static bool wk_settle_abbreviation(wk_place *place) {
  const uint8_t *stop = place->text + place->at;
  if (place->at + 2 >= place->length) return false;
  if (wk_ends_abbreviation(stop[1])) return true;
  if (stop[1] >= 0x80) {
    bool is_word = false;
    if (wk_settle_dotted(place, &is_word)) return true;
    if (!is_word) return false;
  }
  if (!wk_is_title(stop - 2)) return true;
  if (place->at < 2) return false;
  if (wk_is_begun(place, place->at - 2)) {
    /* In «2018 م.» the letter is the era. */
    const uint8_t *before = stop - 3;
    for (int spaces = 0; spaces < 4 && *before == ' '; spaces++) before--;
    if (wk_is_digit(*before) || wk_is_arabic_digit(before[-1], *before)) return true;
    if (*before >= 0x80 && (before[-1] & 0xFE) != 0xD8) return false;
  } else if (stop[-4] != 0xD9 || (stop[-3] != 0x88 && stop[-3] != 0x81) || stop[1] != ' ') {
    return true;
  }
  wk_join(place, place->at);
  return true;
}

/* Decides the places of a window that `bits` names, or makes stops of them. */
static __attribute__((noinline)) void wk_settle(wk_scan *scan, const uint64_t *bits) {
  const uint8_t *text = scan->text + scan->window;
  wk_place place = {scan, text, scan->length - scan->window, 0};
  for (uint64_t lane = 0; lane < WK_LANES; lane++) {
    for (uint64_t each = bits[lane]; each != 0; each &= each - 1) {
      place.at = lane * 64 + (uint64_t)__builtin_ctzll(each);
      if (place.at + 1 >= place.length) break;
      bool is_settled = false;
      if (scan->window + place.at >= 16) {
        const uint8_t *mark = text + place.at; /* The window before may hold what is before it. */
        if (*mark != '.') {
          is_settled = wk_settle_separator(&place);
        } else if (wk_is_digit(mark[-1]) || wk_is_arabic_digit(mark[-2], mark[-1])) {
          is_settled = wk_settle_dot(&place);
        } else {
          is_settled = wk_settle_abbreviation(&place);
        }
      }
      if (!is_settled) {
        scan->stops[lane] |= each & -each;
        scan->has_stops = 1;
      }
    }
  }
}

#endif
