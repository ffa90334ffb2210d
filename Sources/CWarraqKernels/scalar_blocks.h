/* What the kernels share whose vectors are shorter than a block of 64 bytes: scalars that vector
   look-ups leave, and the writing of segments. Included behind rules.h and Generated/tables.h, with
   the target's attributes on, and behind a kernel's

     wk_base, wk_base_of, wk_base_at    eight segments' base: a window's, any number; moved on
     wk_store_wide(to, places, base)    stores eight bytes widened and added to a base
     wk_store_picked(to, from, places)  stores the eight of sixteen bytes that stand at `places`
     wk_picked(low, high, places)       the same of two words, as a word
     wk_store_block(to, from)           copies 64 bytes
     wk_kept(folded)                    which of 64 bytes are not 0
     wk_number(tables, bits)            how many of sixteen bits are set */
#ifndef WARRAQ_KERNEL_SCALAR_BLOCKS_H
#define WARRAQ_KERNEL_SCALAR_BLOCKS_H

/* Classifying turns the two upper bits of codes around: LONG stands where lead bytes have the bit
   that tells them from continuation bytes, so `byte & ~code` has that bit at each lead byte without
   a code. */
#define WK_TURNED(code) (((code) & 0x3F) | ((code) & 0x40) << 1 | ((code) & 0x80) >> 1)

/* The code of the scalar at `text`, a lead byte; reads three bytes. */
WK_INLINE uint8_t wk_code_at(const uint8_t *text) {
  const uint8_t lead = text[0], second = text[1], third = text[2];
  if (lead < 0xC2 || lead >= 0xF0 || (second & 0xC0) != 0x80) return WK_HARD;
  if (lead < 0xE0) return wk_code_pages[wk_code_two[lead & 31]][second & 63];
  return wk_code_pages[wk_code_three[(lead & 15) << 6 | (second & 63)]][third & 63];
}

/* Folds that scalar, whose bytes `folded` has. Returns its code, WK_HARD where its fold does not
   fit. */
static uint8_t wk_fold_at(uint8_t *folded, const uint8_t *text, uint8_t code) {
  const uint8_t lead = text[0], second = text[1], third = text[2];
  if ((lead & 0xFE) == 0xD8) {
    folded[0] = wk_fold_arabic_first[(lead & 1) << 6 | (second & 63)];
    folded[1] = wk_fold_arabic_second[(lead & 1) << 6 | (second & 63)];
    return code;
  }
  const uint8_t effect =
      lead < 0xE0 ? wk_fold_pages[wk_fold_two[lead & 31]][second & 63]
                  : wk_fold_pages[wk_fold_three[(lead & 15) << 6 | (second & 63)]][third & 63];
  if (effect == 1) memset(folded, 0, lead < 0xE0 ? 2 : 3);
  return effect == 2 ? WK_HARD : code;
}

/* Looks up the scalars of block k that begin at `leads`; `codes` are the window's, turned. Returns
   which of them have three bytes. */
static uint64_t wk_look_up(wk_side *side, uint8_t *codes, const uint8_t *text, uint64_t k,
                           uint64_t leads, bool fused) {
  uint64_t three = 0;
  for (uint64_t each = leads; each != 0; each &= each - 1) {
    const uint64_t at = 64 * k + (uint64_t)__builtin_ctzll(each);
    if ((text[at] & 0xF0) == 0xE0) three |= each & -each;
    uint8_t code = wk_code_at(text + at);
    if (fused && code != WK_HARD) code = wk_fold_at(side->folded + at, text + at, code);
    codes[at] = WK_TURNED(code);
    side->codes[at] = code & WK_KIND_BITS;
  }
  return three;
}

/* The last scalar of the window before may have been looked up and end here: what its bytes fold to
   stands behind that window's. 0xFF is no byte of a text. */
WK_INLINE void wk_join_folds(wk_side *side, const wk_side *before) {
  memset(side->folded + WK_WINDOW, 0xFF, 2);
  if (before == NULL) return;
  for (int i = 0; i < 2; i++) {
    const uint8_t fold = before->folded[WK_WINDOW + i];
    if (__builtin_expect(fold != 0xFF, 0)) side->folded[i] = fold;
  }
}

/* Of each pattern of eight bits the places of those set, a byte each from the lowest on, and eight
   times their number. `high` counts places from 8. */
typedef struct {
  uint64_t low[256], high[256];
  uint8_t widths[256];
} wk_place_tables;

static const wk_place_tables wk_all_places = {
#define BIT(m, i) ((m) >> i & 1ull)
#define PUT(places, m, i) ((places) << 8 * BIT(m, i) | i * BIT(m, i))
#define UPPER(m) PUT(PUT(PUT(PUT(0ull, m, 7), m, 6), m, 5), m, 4)
#define LOW(m) PUT(PUT(PUT(PUT(UPPER(m), m, 3), m, 2), m, 1), m, 0)
#define HIGH(m) LOW(m) + 0x0808080808080808
#define WIDTH(m)                                                                                   \
  8 * (BIT(m, 0) + BIT(m, 1) + BIT(m, 2) + BIT(m, 3) + BIT(m, 4) + BIT(m, 5) + BIT(m, 6) + BIT(m, 7))
#define FOUR(F, m) F(m), F((m + 1)), F((m + 2)), F((m + 3))
#define ROW(F, m) FOUR(F, m), FOUR(F, m + 4), FOUR(F, m + 8), FOUR(F, m + 12)
#define ALL(F)                                                                                     \
  ROW(F, 0x00), ROW(F, 0x10), ROW(F, 0x20), ROW(F, 0x30), ROW(F, 0x40), ROW(F, 0x50),              \
      ROW(F, 0x60), ROW(F, 0x70), ROW(F, 0x80), ROW(F, 0x90), ROW(F, 0xA0), ROW(F, 0xB0),          \
      ROW(F, 0xC0), ROW(F, 0xD0), ROW(F, 0xE0), ROW(F, 0xF0)
    .low = {ALL(LOW)},
    .high = {ALL(HIGH)},
    .widths = {ALL(WIDTH)},
#undef BIT
#undef PUT
#undef UPPER
#undef LOW
#undef HIGH
#undef WIDTH
#undef FOUR
#undef ROW
#undef ALL
};

/* Of each of eight bytes, how many kept ones stand before it. */
WK_INLINE uint64_t wk_ranks(uint64_t kept) {
  const uint64_t each = 0x0101010101010101;
  const uint64_t bits = (kept & 0xFF) * each & 0x8040201008040201;
  return ((bits + 0x7F * each) >> 7 & each) * each << 8;
}

/* The segments of a block one by one, however many. */
static __attribute__((noinline)) void wk_emit_dense(const wk_output output, const uint8_t *codes,
                                                    uint64_t bits, uint64_t kept, bool fused) {
  uint64_t count = 0;
  for (uint64_t each = bits; each != 0; each &= each - 1, count++) {
    const uint32_t at = (uint32_t)__builtin_ctzll(each);
    output.starts[count] = output.base + at;
    output.kinds[count] = codes[at];
    if (fused)
      output.key_starts[count] = (uint32_t)output.key_count +
                                 (uint32_t)__builtin_popcountll(kept & ((1ull << at) - 1));
  }
}

WK_INLINE void wk_emit(const wk_side *side, wk_output *output, uint64_t k, uint64_t boundary,
                       uint64_t range, bool fused) {
  const wk_place_tables *tables = &wk_all_places;
  /* Else each table's address takes a register of its own. */
  __asm__("" : "+r"(tables));
  const uint64_t bits = boundary & range;
  const uint8_t *codes = side->codes + 64 * k, *folded = side->folded + 64 * k;
  uint64_t places[4], before[4], count = 0, most = 0;
#pragma clang loop unroll(full)
  for (int i = 0; i < 4; i++) {
    /* Sixteen bytes seldom have more than seven segments: eight are written, whatever there is. */
    const uint64_t sixteen = (uint16_t)(bits >> 16 * i), low = sixteen & 0xFF;
    places[i] = tables->low[low] | tables->high[sixteen >> 8] << (tables->widths[low] & 63);
    before[i] = count;
    const uint64_t number = wk_number(tables, sixteen);
    wk_store_picked(output->kinds + count, codes + 16 * i, places[i]);
    wk_store_wide(output->starts + count, places[i],
                  wk_base_at(output, 64 * (uint32_t)k + 16 * (uint32_t)i));
    count += number;
    most |= number;
  }
  uint64_t kept = 0;
  if (fused) {
    kept = wk_kept(folded) & range;
    uint8_t *keys = output->keys + output->key_count;
    if (__builtin_expect(kept == range, 1)) {
      const uint64_t first = (uint64_t)__builtin_ctzll(range);
      wk_store_block(keys, folded + first);
      for (int i = 0; i < 4; i++)
        wk_store_wide(output->key_starts + before[i], places[i],
                      wk_base_of((uint32_t)(output->key_count - first) + 16 * (uint32_t)i));
    } else {
      uint64_t rank = 0;
      for (int i = 0; i < 4; i++) {
        const uint64_t low = kept >> 16 * i & 0xFF, high = kept >> (16 * i + 8) & 0xFF;
        const uint64_t places_kept =
            wk_picked(wk_ranks(low), wk_ranks(high) + 0x0101010101010101 * (tables->widths[low] / 8),
                      places[i]);
        wk_store_wide(output->key_starts + before[i], places_kept,
                      wk_base_of((uint32_t)(output->key_count + rank)));
        wk_store_picked(keys + rank, folded + 16 * i, tables->low[low]);
        rank += tables->widths[low] / 8;
        wk_store_picked(keys + rank, folded + 16 * i, tables->high[high]);
        rank += tables->widths[high] / 8;
      }
    }
  }
  if (__builtin_expect(most >= 8, 0)) {
    wk_output again = *output;
    again.base += 64 * (uint32_t)k;
    wk_emit_dense(again, codes, bits, kept, fused);
  }
  output->starts += count;
  output->kinds += count;
  if (!fused) return;
  output->key_starts += count;
  output->key_count += (uint64_t)__builtin_popcountll(kept);
}

#endif
