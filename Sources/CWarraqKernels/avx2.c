/* The kernel for AVX2: Intel from Haswell on, AMD from Zen on. 32 bytes at a time: codes by
   shuffles of tables of sixteen, planes by masks of top bits, tokens by counting trailing zeros. */
#if defined(__x86_64__)

#include "Generated/tables.h"
#include "kernels.h"

#include <immintrin.h>

#pragma clang attribute push(__attribute__((target("avx2,bmi,bmi2,lzcnt,popcnt"))),                \
                             apply_to = function)

#include "rules.h"

WK_INLINE __m256i wk_all(uint8_t byte) { return _mm256_set1_epi8((char)byte); }

WK_INLINE __m256i wk_load(const uint8_t *bytes) {
  return _mm256_loadu_si256((const __m256i *)bytes);
}

/* Which of 64 bytes are not 0. */
WK_INLINE uint64_t wk_nonzero(const uint8_t *bytes) {
  const __m256i zero = _mm256_setzero_si256();
  const uint32_t low = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(wk_load(bytes), zero));
  const uint32_t high = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(wk_load(bytes + 32), zero));
  return ~((uint64_t)high << 32 | low);
}

#include "scalar_blocks.h"

/* Where a byte stands in a row of sixteen that begins at `first`: a shuffle takes 0x70 to 0x7F as
   places, and gives 0 for all other bytes, which have their top bit set. */
WK_INLINE __m256i wk_places(__m256i bytes, uint8_t first) {
  return _mm256_adds_epu8(_mm256_sub_epi8(bytes, wk_all(first)), wk_all(0x70));
}

WK_INLINE __m256i wk_in_row(const uint8_t *row, __m256i places) {
  return _mm256_shuffle_epi8(
      _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)row)), places);
}

/* What the codes of a row differ by from that of an Arabic letter, so that rows of nothing but
   letters need no look-up. */
WK_INLINE __m256i wk_unlike_letter(const uint8_t *row, __m256i places) {
  const __m256i letter = wk_all(1 << WK_BIT_LONG | WK_KIND_ARABIC_WORD);
  const __m256i table = _mm256_xor_si256(
      _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)row)), letter);
  return _mm256_shuffle_epi8(table, places);
}

/* The codes of 32 bytes; WK_HARD at lead bytes other than 0xD8 and 0xD9. */
WK_INLINE __m256i wk_common_codes(__m256i byte, __m256i next) {
  __m256i ascii = _mm256_or_si256(
      _mm256_or_si256(wk_in_row(wk_code_ascii, wk_places(byte, 0x00)),
                      wk_in_row(wk_code_ascii + 0x10, wk_places(byte, 0x10))),
      _mm256_or_si256(wk_in_row(wk_code_ascii + 0x20, wk_places(byte, 0x20)),
                      wk_in_row(wk_code_ascii + 0x30, wk_places(byte, 0x30))));
  if (_mm256_movemask_epi8(_mm256_cmpgt_epi8(byte, wk_all(0x3F))) != 0) {
    for (int row = 0x40; row < 0x80; row += 0x10)
      ascii = _mm256_or_si256(
          ascii, wk_in_row(wk_code_ascii + row, wk_places(byte, (uint8_t)row)));
  }
  /* Bytes from 0x80 on stand in no row: WK_CONTINUATION, which bit 6 makes into WK_HARD. */
  const __m256i unknown =
      _mm256_or_si256(_mm256_and_si256(byte, wk_all(0x40)), wk_all(WK_CONTINUATION));
  const __m256i codes = _mm256_or_si256(
      ascii, _mm256_and_si256(unknown, _mm256_cmpgt_epi8(_mm256_setzero_si256(), byte)));

  /* At 0xD8 and 0xD9 from WK_HARD to the code of an Arabic letter, and on to what it is. */
  const __m256i at80 = wk_places(next, 0x80), at90 = wk_places(next, 0x90);
  const __m256i low = _mm256_or_si256(wk_unlike_letter(wk_code_arabic, at80),
                                      wk_unlike_letter(wk_code_arabic + 0x10, at90));
  const __m256i high = _mm256_or_si256(
      _mm256_or_si256(wk_unlike_letter(wk_code_arabic + 0x40, at80),
                      wk_unlike_letter(wk_code_arabic + 0x50, at90)),
      _mm256_or_si256(wk_unlike_letter(wk_code_arabic + 0x60, wk_places(next, 0xA0)),
                      wk_unlike_letter(wk_code_arabic + 0x70, wk_places(next, 0xB0))));
  const __m256i letter = wk_all(WK_HARD ^ (1 << WK_BIT_LONG | WK_KIND_ARABIC_WORD));
  const __m256i is_low = _mm256_cmpeq_epi8(byte, wk_all(0xD8));
  const __m256i is_high = _mm256_cmpeq_epi8(byte, wk_all(0xD9));
  return _mm256_xor_si256(
      codes, _mm256_or_si256(_mm256_and_si256(is_low, _mm256_xor_si256(low, letter)),
                             _mm256_and_si256(is_high, _mm256_xor_si256(high, letter))));
}

WK_INLINE uint64_t wk_mask(__m256i low, __m256i high) {
  return (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32 |
         (uint32_t)_mm256_movemask_epi8(low);
}

/* Folds a block, but for scalars of other lead bytes. */
WK_INLINE void wk_fold(uint8_t *folded, const uint8_t *text) {
  uint64_t leads[2];
  for (int half = 0; half < 2; half++) {
    const __m256i byte = wk_load(text + 32 * half);
    const __m256i upper = _mm256_and_si256(_mm256_cmpgt_epi8(byte, wk_all('A' - 1)),
                                           _mm256_cmpgt_epi8(wk_all('Z' + 1), byte));
    _mm256_storeu_si256((__m256i *)(folded + 32 * half),
                        _mm256_add_epi8(byte, _mm256_and_si256(upper, wk_all(0x20))));
    leads[half] = (uint32_t)_mm256_movemask_epi8(
        _mm256_cmpeq_epi8(_mm256_and_si256(byte, wk_all(0xFE)), wk_all(0xD8)));
  }
  wk_fold_arabic(folded, text, leads[1] << 32 | leads[0]);
}

WK_INLINE void wk_classify(wk_side *side, const wk_side *before, const uint8_t *text,
                           uint64_t bytes, bool fused, wk_planes *planes) {
  uint64_t lanes[WK_PLANES][WK_LANES], three[WK_LANES] = {0};
  uint64_t any_three = 0;
  if (fused) memcpy(side->folded + WK_WINDOW, text + WK_WINDOW, 2);
  /* From the last block to the first: a block's last scalar folds into the next one. */
  for (uint64_t k = WK_LANES; k-- > 0;) {
    const uint8_t *block = text + 64 * k;
    if (__builtin_expect(64 * k >= bytes, 0)) {
      for (int i = 0; i < WK_PLANES; i++) lanes[i][k] = WK_KIND_SYMBOL >> i & 1 ? ~0ull : 0;
      continue;
    }
    __m256i low = wk_common_codes(wk_load(block), wk_load(block + 1));
    __m256i high = wk_common_codes(wk_load(block + 32), wk_load(block + 33));
    _mm256_storeu_si256((__m256i *)(side->codes + 64 * k), low);
    _mm256_storeu_si256((__m256i *)(side->codes + 64 * k + 32), high);
    if (fused) wk_fold(side->folded + 64 * k, block);
    const uint64_t open = wk_mask(_mm256_cmpeq_epi8(low, wk_all(WK_HARD)),
                                  _mm256_cmpeq_epi8(high, wk_all(WK_HARD)));
    if (__builtin_expect(open != 0, 0)) {
      three[k] = wk_look_up_rare(side, text, k, open, fused);
      any_three |= three[k];
      low = wk_load(side->codes + 64 * k);
      high = wk_load(side->codes + 64 * k + 32);
    }
    for (int i = WK_PLANES; i-- > 0;) {
      const uint32_t half[2] = {(uint32_t)_mm256_movemask_epi8(low),
                                (uint32_t)_mm256_movemask_epi8(high)};
      memcpy(&lanes[i][k], half, sizeof half);
      low = _mm256_add_epi8(low, low);
      high = _mm256_add_epi8(high, high);
    }
  }
  if (fused) wk_carry_folds(side, before, text);
  for (int i = 0; i < WK_PLANES; i++)
    planes->code[i] = *(const wk_lanes_unaligned *)lanes[i];
  planes->three = any_three == 0 ? (wk_lanes){0} : *(const wk_lanes_unaligned *)three;
}

#include "scan.h"

#pragma clang attribute pop

const wk_kernels wk_avx2 = {"avx2", wk_uax29, wk_uax29_fused, wk_arabic, wk_arabic_fused};

#endif
