/* What the kernels without a compression instruction share: scalars that their vector look-ups do
   not know, folds, and the segments of a lane, one after the other. Included behind rules.h and
   Generated/tables.h, with the target's attributes on. */
#ifndef WARRAQ_KERNEL_SCALAR_BLOCKS_H
#define WARRAQ_KERNEL_SCALAR_BLOCKS_H

/* The code of the scalar that begins with the lead byte at `text`, as the tables have it. Reads
   three bytes. */
WK_INLINE uint8_t wk_code_at(const uint8_t *text) {
  const uint8_t lead = text[0], second = text[1], third = text[2];
  if (lead < 0xC2 || lead >= 0xF0 || (second & 0xC0) != 0x80) return WK_HARD;
  if (lead < 0xE0) return wk_code_pages[wk_code_two[lead & 31]][second & 63];
  return wk_code_pages[wk_code_three[(lead & 15) << 6 | (second & 63)]][third & 63];
}

/* What folding does to that scalar: 0 nothing, 1 drops it, 2 something else. */
WK_INLINE uint8_t wk_effect_at(const uint8_t *text) {
  const uint8_t lead = text[0], second = text[1], third = text[2];
  if (lead < 0xE0) return wk_fold_pages[wk_fold_two[lead & 31]][second & 63];
  return wk_fold_pages[wk_fold_three[(lead & 15) << 6 | (second & 63)]][third & 63];
}

/* Looks up the scalars of one block whose codes are still WK_HARD; `open` has their bits. Returns
   those that begin with a lead byte of three. */
static __attribute__((noinline)) uint64_t wk_look_up_rare(wk_side *side, const uint8_t *text,
                                                          uint64_t k, uint64_t open, bool fused) {
  uint64_t three = 0;
  for (; open != 0; open &= open - 1) {
    const uint64_t at = (uint64_t)__builtin_ctzll(open);
    const uint8_t *scalar = text + 64 * k + at;
    if ((scalar[0] & 0xF0) == 0xE0) three |= 1ull << at;
    uint8_t code = wk_code_at(scalar);
    if (fused && code != WK_HARD) {
      const uint8_t effect = wk_effect_at(scalar);
      if (effect == 2) code = WK_HARD;
      if (effect == 1) memset(side->folded + 64 * k + at, 0, scalar[0] < 0xE0 ? 2 : 3);
    }
    side->codes[64 * k + at] = code;
  }
  return three;
}

/* Folds the scalars of one block that begin with 0xD8 or 0xD9; `leads` has their bits. */
WK_INLINE void wk_fold_arabic(uint8_t *folded, const uint8_t *text, uint64_t leads) {
  for (; leads != 0; leads &= leads - 1) {
    const uint64_t at = (uint64_t)__builtin_ctzll(leads);
    const unsigned index = (text[at] & 1u) << 6 | (text[at + 1] & 63u);
    folded[at] = wk_fold_arabic_first[index];
    folded[at + 1] = wk_fold_arabic_second[index];
  }
}

/* The last scalar of the window before may reach over into this one, folded: its bytes stand behind
   that window's. */
WK_INLINE void wk_carry_folds(wk_side *side, const wk_side *before, const uint8_t *text) {
  if (before != NULL) {
    for (int i = 0; i < 2 && (text[i] & 0xC0) == 0x80; i++)
      side->folded[i] = before->folded[WK_WINDOW + i];
  }
}

/* Writes the segments of the four lowest bits and returns the others. Bits that are none give
   position 64 and whatever stands there. The kinds are stored together: a store of a byte might
   change anything, for all that a compiler knows. */
WK_INLINE uint64_t wk_emit_four(wk_output *output, const uint8_t *codes, uint32_t base,
                                uint64_t bits, uint64_t first) {
  uint32_t kinds = 0, starts[4];
  for (int i = 0; i < 4; i++) {
    const uint64_t at = bits == 0 ? 64 : (uint64_t)__builtin_ctzll(bits);
    bits &= bits - 1;
    starts[i] = base + (uint32_t)at;
    kinds |= (uint32_t)codes[at] << 8 * i;
  }
  kinds &= 0x01010101u * WK_KIND_BITS;
  memcpy(output->starts + first, starts, sizeof starts);
  memcpy(output->kinds + first, &kinds, sizeof kinds);
  return bits;
}

WK_INLINE void wk_emit(const wk_side *side, wk_output *output, uint64_t k, uint64_t boundary,
                       uint64_t range, bool fused) {
  uint64_t bits = boundary & range;
  const uint64_t all = bits;
  const uint64_t count = (uint64_t)__builtin_popcountll(bits);
  const uint32_t base = output->base + 64 * (uint32_t)k;
  /* `folded` follows `codes`, so position 64 of the last block can be read. */
  const uint8_t *codes = side->codes + 64 * k;
  bits = wk_emit_four(output, codes, base, bits, 0);
  bits = wk_emit_four(output, codes, base, bits, 4);
  bits = wk_emit_four(output, codes, base, bits, 8);
  bits = wk_emit_four(output, codes, base, bits, 12);
  for (uint64_t i = 16; i < count; i += 4)
    bits = wk_emit_four(output, codes, base, bits, i);
  output->starts += count;
  output->kinds += count;
  if (!fused) return;

  const uint8_t *folded = side->folded + 64 * k;
  uint8_t *keys = output->keys + output->key_count;
  const uint64_t kept = wk_nonzero(folded) & range;
  if (kept == ~0ull) {
    memcpy(keys, folded, 64);
  } else {
    uint64_t written = 0;
    for (uint64_t i = 0; i < 64; i++) {
      keys[written] = folded[i];
      written += kept >> i & 1;
    }
  }
  for (uint64_t each = all, i = 0; each != 0; each &= each - 1, i++) {
    output->key_starts[i] = (uint32_t)(output->key_count) +
                            (uint32_t)__builtin_popcountll(kept & (each ^ (each - 1)) >> 1);
  }
  output->key_starts += count;
  output->key_count += (uint64_t)__builtin_popcountll(kept);
}

#endif
