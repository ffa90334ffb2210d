/* The loop around the rules: windows, stops and what is written. Included once by the file of each
   instruction set, which defines before

     wk_classify(side, before, text, bytes, fused, planes)  a window's planes, codes and folds
     wk_emit(side, output, lane, boundary, range, fused)    one lane's segments in a range of bits

   (`before` is the side of the window before, NULL for the first of a line of windows.)

   and, where compilers would rather compute a value anew in a costlier way, WK_OPAQUE(value).

   Windows follow each other every 512 bytes, and planes reach from one into the next. The next
   window is classified before the segments of this one are written: so a processor has work to do
   that does not wait for the rules. Where a stop stands, the segments that it may touch are taken
   back. */

#include "settle.h"

#ifndef WK_OPAQUE
#define WK_OPAQUE(value) (void)0
#endif

/* Whether the local part of an e-mail address may hold a byte. */
WK_INLINE bool wk_is_local_byte(uint8_t byte) {
  return (byte >= '0' && byte <= '9') || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') ||
         byte == '.' || byte == '_' || byte == '-' || byte == '+' || byte == '%';
}

/* The first byte of the run of such bytes before `end`, unless it is longer than a local part may
   be. */
static uint64_t wk_local_part(const uint8_t *text, uint64_t end) {
  uint64_t start = end;
  while (start > 0 && end - start <= WK_LOCAL_PART && wk_is_local_byte(text[start - 1])) start--;
  return end - start > WK_LOCAL_PART ? end : start;
}

/* Takes back the segments that what stands at or after byte `stop` may change, and sets the
   position to where the segments left end. */
static __attribute__((noinline)) void wk_take_back(wk_scan *scan, uint64_t begin, uint64_t stop,
                                                   bool arabic_profile, bool fused) {
  const uint8_t *text = scan->text;
  if (arabic_profile && 0 < stop && stop < scan->length && text[stop - 1] < 0x80 &&
      (text[stop] == '#' || (text[stop] == '@' && !wk_is_local_byte(text[stop - 1])))) {
    /* Of what stands before, nothing hangs on the sign; a sequence cut short would. */
    scan->position = stop;
    return;
  }
  /* What a stop is about begins up to two bytes before it. */
  uint64_t limit = stop < begin + 3 ? begin : stop - 3;
  if (arabic_profile && (stop == scan->length || text[stop] == '@' || wk_is_local_byte(text[stop]))) {
    const uint64_t start = wk_local_part(text, stop);
    if (start < limit) limit = start;
  }
  uint64_t count = scan->count;
  while (count > 0 && scan->starts[count - 1] > limit) count--;
  if (count > 0) count--;
  /* A boundary at a mark may hang on the scalar after it. */
  if (count > 0 && scan->kinds[count] == WK_KIND_PUNCTUATION) count--;
  scan->position = begin;
  if (scan->count > 0) {
    scan->position = scan->starts[count];
    if (fused) scan->key_count = scan->key_starts[count];
    scan->count = count;
  }
}

/* Classifies the window that begins at a byte of the text. */
WK_INLINE void wk_read(wk_side *side, const wk_side *before, const wk_scan *scan, uint64_t window,
                       bool fused, wk_planes *planes) {
  const uint8_t *text = scan->text + window;
  uint64_t bytes = scan->length - window;
  /* Near the end the rest is copied: classifying reads past the window. Behind the end stand
     spaces, which nothing before them joins. */
  uint8_t rest[WK_WINDOW + 128];
  if (__builtin_expect(bytes < WK_WINDOW + 4, 0)) {
    memset(rest + 64, ' ', sizeof rest - 64);
    rest[63] = window == 0 ? 0 : text[-1];
    memcpy(rest + 64, text, bytes);
    text = rest + 64;
  }
  wk_classify(side, before, text, bytes < WK_WINDOW ? bytes : WK_WINDOW, fused, planes);
}

/* Decides a window. */
WK_INLINE void wk_decide(wk_scan *scan, uint64_t window, const wk_planes *planes, wk_carry *carry,
                         bool arabic_profile) {
  const uint64_t bytes = scan->length - window;
  const wk_verdict verdict = wk_rules(planes, carry, arabic_profile);
  *(wk_lanes_unaligned *)scan->boundary = verdict.boundary;
  *(wk_lanes_unaligned *)scan->stops = verdict.stop;
  *(wk_lanes_unaligned *)scan->mixed = verdict.mixed;
  scan->has_stops = wk_any(verdict.stop);
  scan->has_mixed = wk_any(verdict.mixed);
  scan->window = window;
  scan->window_length = bytes < WK_WINDOW ? bytes : WK_WINDOW;
  if (arabic_profile && wk_any(verdict.open)) {
    uint64_t open[WK_LANES];
    *(wk_lanes_unaligned *)open = verdict.open;
    wk_settle(scan, open);
  }
}

/* The first stop at or after byte `from` of the window, or its length. */
WK_INLINE uint64_t wk_first_stop(const wk_scan *scan, uint64_t from) {
  if (__builtin_expect(!scan->has_stops, 1)) return scan->window_length;
  for (uint64_t lane = from / 64; lane < WK_LANES; lane++) {
    uint64_t bits = scan->stops[lane];
    if (lane == from / 64) bits &= ~0ull << from % 64;
    if (bits != 0) {
      const uint64_t stop = lane * 64 + (uint64_t)__builtin_ctzll(bits);
      return stop < scan->window_length ? stop : scan->window_length;
    }
  }
  return scan->window_length;
}

/* Gives the segments that change their kind on the way the smallest of their kinds. `count` is
   their number before those of the window from byte `from` were written. */
static __attribute__((noinline)) void wk_mend_kinds(wk_scan *scan, uint64_t count, uint64_t from,
                                                    uint64_t to) {
  const wk_side *side = &scan->sides[scan->side];
  for (uint64_t lane = from / 64; lane * 64 < to; lane++) {
    uint64_t range = ~0ull;
    if (lane == from / 64) range &= ~0ull << from % 64;
    if (lane * 64 + 64 > to) range &= ~0ull >> (lane * 64 + 64 - to);
    const uint64_t boundary = scan->boundary[lane] & range;
    for (uint64_t bits = scan->mixed[lane] & range; bits != 0; bits &= bits - 1) {
      const uint64_t below = bits ^ (bits - 1); /* Up to the lowest bit. */
      const uint64_t segment = count + (uint64_t)__builtin_popcountll(boundary & below) - 1;
      const uint8_t kind = side->codes[lane * 64 + (uint64_t)__builtin_ctzll(bits)] & WK_KIND_BITS;
      if (kind < scan->kinds[segment]) scan->kinds[segment] = kind;
    }
    count += (uint64_t)__builtin_popcountll(boundary);
  }
}

/* Writes the segments that begin in a range of the window's bytes. */
WK_INLINE void wk_write(wk_scan *scan, uint64_t from, uint64_t to, bool fused) {
  if (__builtin_expect(from == to, 0)) return;
  const wk_side *side = &scan->sides[scan->side];
  wk_output output = {
      .starts = scan->starts + scan->count,
      .kinds = scan->kinds + scan->count,
      .keys = scan->keys,
      .key_starts = scan->key_starts + scan->count,
      .key_count = scan->key_count,
      .base = (uint32_t)scan->window,
      .base_pairs = (wk_lanes){0} + (scan->window & 0xFFFFFFFF) * 0x100000001,
  };
  WK_OPAQUE(output.base_pairs);
  if (__builtin_expect(from == 0 && to == WK_WINDOW, 1)) {
#pragma clang loop unroll(full)
    for (uint64_t lane = 0; lane < WK_LANES; lane++)
      wk_emit(side, &output, lane, scan->boundary[lane], ~0ull, fused);
  } else {
    for (uint64_t lane = from / 64; lane * 64 < to; lane++) {
      const uint64_t offset = lane * 64;
      uint64_t range = ~0ull;
      if (offset < from) range &= ~0ull << (from - offset);
      if (offset + 64 > to) range &= ~0ull >> (offset + 64 - to);
      wk_emit(side, &output, lane, scan->boundary[lane], range, fused);
    }
  }
  const uint64_t count = scan->count;
  scan->count = (uint64_t)(output.starts - scan->starts);
  scan->key_count = output.key_count;
  if (__builtin_expect(scan->has_mixed, 0)) wk_mend_kinds(scan, count, from, to);
}

/* Whether there is no room for what one more window may hold. */
WK_INLINE bool wk_is_full(const wk_scan *scan, bool fused) {
  return scan->count + WK_WINDOW > scan->capacity ||
         (fused && scan->key_count + WK_WINDOW > scan->key_capacity);
}

WK_INLINE wk_result wk_run(wk_scan *scan, bool arabic_profile, bool fused) {
  const uint64_t begin = scan->position;
  if (begin >= scan->length) return WK_END;
  if (wk_is_full(scan, fused)) return WK_FULL;
  wk_carry carry;
  wk_planes planes;
  uint64_t from = begin - scan->window;
  if (begin > scan->window && from < scan->window_length &&
      (scan->boundary[from / 64] >> from % 64 & 1)) {
    /* The caller comes back into the window, at a boundary of it: it still holds. */
    memcpy(&carry, scan->carry, sizeof carry);
  } else {
    carry = wk_first_carry();
    wk_read(&scan->sides[scan->side], NULL, scan, begin, fused, &planes);
    wk_decide(scan, begin, &planes, &carry, arabic_profile);
    scan->boundary[0] |= 1;
    from = 0;
  }
  for (;;) {
    const uint64_t to = wk_first_stop(scan, from);
    const bool stops = to < scan->window_length;
    const uint64_t next = scan->window + scan->window_length;
    if (__builtin_expect(!stops && next < scan->length, 1)) {
      wk_read(&scan->sides[scan->side ^ 1], &scan->sides[scan->side], scan, next, fused, &planes);
    }
    wk_write(scan, from, to, fused);
    if (__builtin_expect(stops, 0)) {
      memcpy(scan->carry, &carry, sizeof carry);
      scan->stop = scan->window + to;
      wk_take_back(scan, begin, scan->stop, arabic_profile, fused);
      return WK_STOP;
    }
    if (__builtin_expect(next == scan->length, 0)) {
      const uint64_t bytes = scan->window_length;
      scan->window_length = 0;
      /* A sequence that the end of the text cuts off: behind the end there is no stop else. */
      const bool is_cut =
          bytes < WK_WINDOW
              ? scan->stops[bytes / 64] >> bytes % 64 & 1
              : carry.lead[WK_LANES - 1] >> 63 | carry.three[WK_LANES - 1] >> 62;
      if (__builtin_expect(is_cut, 0)) {
        scan->stop = scan->length - 1;
        wk_take_back(scan, begin, scan->length, arabic_profile, fused);
        return WK_STOP;
      }
      scan->position = scan->length;
      return WK_END;
    }
    if (__builtin_expect(wk_is_full(scan, fused), 0)) {
      scan->window_length = 0;
      wk_take_back(scan, begin, next, arabic_profile, fused);
      return WK_FULL;
    }
    scan->side ^= 1;
    wk_decide(scan, next, &planes, &carry, arabic_profile);
    from = 0;
  }
}

/* A place in a window from which what stands in the next one changes nothing: further away than an
   address goes back. -1 where no segment begins before it. */
WK_INLINE int wk_last_sure(const uint64_t *boundary) {
  enum { LANE = WK_LANES - 1 - (WK_LOCAL_PART + 63) / 64 };
  for (int lane = LANE - 1; lane >= 0; lane--)
    if (boundary[lane] != 0) return lane * 64 + 63 - __builtin_clzll(boundary[lane]);
  return -1;
}

/* Adds the segments that begin in a window, or in what is left of it from byte `from` on. */
WK_INLINE void wk_tally(uint64_t *count, uint64_t *spaces, const uint64_t *boundary,
                        const uint64_t *space, uint64_t from, uint64_t to) {
  for (uint64_t lane = from / 64; lane * 64 < to; lane++) {
    uint64_t bits = boundary[lane];
    if (lane == from / 64) bits &= ~0ull << from % 64;
    if (lane * 64 + 64 > to) bits &= ~0ull >> (lane * 64 + 64 - to);
    *count += (uint64_t)__builtin_popcountll(bits);
    *spaces += (uint64_t)__builtin_popcountll(bits & space[lane]);
  }
}

WK_INLINE wk_result wk_run_count(wk_scan *scan, bool arabic_profile) {
  const uint64_t begin = scan->position;
  if (begin >= scan->length) return WK_END;
  wk_carry carry = wk_first_carry();
  wk_planes planes;
  /* Of the window before: what begins there, and what of it is white space. */
  uint64_t last_boundary[WK_LANES], last_space[WK_LANES], space[WK_LANES];
  uint64_t count = 0, spaces = 0;
  wk_read(&scan->sides[0], NULL, scan, begin, false, &planes);
  for (uint64_t window = begin;;) {
    *(wk_lanes_unaligned *)space = planes.code[WK_BIT_K2] & planes.code[WK_BIT_K0];
    wk_decide(scan, window, &planes, &carry, arabic_profile);
    if (window == begin) scan->boundary[0] |= 1;
    const uint64_t bytes = scan->window_length, next = window + bytes;
    uint64_t stop = wk_first_stop(scan, 0);
    bool stops = stop < bytes;
    if (__builtin_expect(!stops && next == scan->length, 0)) {
      /* As in wk_run: a sequence that the end cuts off. */
      stops = bytes < WK_WINDOW ? scan->stops[bytes / 64] >> bytes % 64 & 1
                                : carry.lead[WK_LANES - 1] >> 63 | carry.three[WK_LANES - 1] >> 62;
      stop = bytes - 1;
    }
    if (__builtin_expect(stops, 0)) {
      scan->stop = window + stop;
      scan->window_length = 0;
      const int sure = window == begin ? -1 : wk_last_sure(last_boundary);
      if (sure < 0) return WK_STOP;
      uint64_t left = 0, left_spaces = 0;
      wk_tally(&left, &left_spaces, last_boundary, last_space, (uint64_t)sure, WK_WINDOW);
      scan->position = window - WK_WINDOW + (uint64_t)sure;
      scan->count += count - left;
      scan->spaces += spaces - left_spaces;
      return WK_STOP;
    }
    wk_tally(&count, &spaces, scan->boundary, space, 0, bytes);
    if (next == scan->length) break;
    memcpy(last_boundary, scan->boundary, sizeof last_boundary);
    memcpy(last_space, space, sizeof last_space);
    wk_read(&scan->sides[0], &scan->sides[0], scan, next, false, &planes);
    window = next;
  }
  scan->window_length = 0;
  scan->position = scan->length;
  scan->count += count;
  scan->spaces += spaces;
  return WK_END;
}

static wk_result wk_uax29(wk_scan *scan) { return wk_run(scan, false, false); }
static wk_result wk_uax29_fused(wk_scan *scan) { return wk_run(scan, false, true); }
static wk_result wk_uax29_count(wk_scan *scan) { return wk_run_count(scan, false); }
static wk_result wk_arabic(wk_scan *scan) { return wk_run(scan, true, false); }
static wk_result wk_arabic_fused(wk_scan *scan) { return wk_run(scan, true, true); }
static wk_result wk_arabic_count(wk_scan *scan) { return wk_run_count(scan, true); }
