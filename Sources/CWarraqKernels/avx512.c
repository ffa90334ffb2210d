/* The kernel for AVX-512 with VBMI, VBMI2, BITALG and GFNI: Intel from Ice Lake on, AMD from Zen 4
   on. 64 bytes at a time: codes by byte permutes in registers, planes by transposing bits, tokens
   by compression. */
#if defined(__x86_64__)

#include "Generated/tables.h"
#include "kernels.h"

#include <immintrin.h>

#pragma clang attribute push(                                                                     \
    __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vbmi,avx512vbmi2,gfni,bmi,"   \
                          "bmi2,lzcnt,popcnt"))),                                                 \
    apply_to = function)

#include "rules.h"

/* How many bytes ahead of their use bytes are asked for. */
#define WK_PREFETCH 1536

/* Byte b of group g to byte g of row b. */
static const uint8_t wk_row_order[64] = {
#define R(b) b, 8 + b, 16 + b, 24 + b, 32 + b, 40 + b, 48 + b, 56 + b
    R(0), R(1), R(2), R(3), R(4), R(5), R(6), R(7),
#undef R
};

typedef struct {
  __m512i ascii_low, ascii_high, arabic_low, arabic_high, latin, row_order;
} wk_tables;

WK_INLINE wk_tables wk_load_tables(bool fused) {
  return (wk_tables){
      .ascii_low = _mm512_loadu_si512(wk_code_ascii),
      .ascii_high = _mm512_loadu_si512(wk_code_ascii + 64),
      .arabic_low = _mm512_loadu_si512(wk_code_arabic),
      .arabic_high = _mm512_loadu_si512(wk_code_arabic + 64),
      .latin = _mm512_loadu_si512(fused ? wk_code_latin_fused : wk_code_latin),
      .row_order = _mm512_loadu_si512(wk_row_order),
  };
}

WK_INLINE __mmask64 wk_equal(__m512i bytes, uint8_t byte) {
  return _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8((char)byte));
}

/* The codes of 64 bytes; WK_HARD at lead bytes other than the commonest three.

   A permute takes its index from the lowest six bits: those of a byte below 0x40, of a byte from
   0x40 to 0x7F, of a continuation byte. */
WK_INLINE __m512i wk_common_codes(const wk_tables *tables, __m512i byte, __m512i next) {
  /* The sum keeps a test for bit 6 off the port that all permutes need: hidden from the compiler,
     which would make one of it. */
  __m512i doubled = _mm512_add_epi8(byte, byte);
  __asm__("" : "+v"(doubled));
  const __mmask64 bit6 = _mm512_movepi8_mask(doubled);
  const __mmask64 bit7 = _mm512_movepi8_mask(byte);
  __m512i codes = _mm512_permutexvar_epi8(byte, tables->ascii_low);
  codes = _mm512_mask_permutexvar_epi8(codes, bit6, byte, tables->ascii_high);
  /* Bit 6 of a byte from 0x80 on makes WK_CONTINUATION into WK_HARD: (byte & 0x40) | 6. */
  const __m512i unknown = _mm512_ternarylogic_epi32(
      byte, _mm512_set1_epi8(0x40), _mm512_set1_epi8(WK_CONTINUATION), 0xEA);
  codes = _mm512_mask_mov_epi8(codes, bit7, unknown);
  codes = _mm512_mask_permutexvar_epi8(codes, wk_equal(byte, 0xD8), next, tables->arabic_low);
  codes = _mm512_mask_permutexvar_epi8(codes, wk_equal(byte, 0xD9), next, tables->arabic_high);
  return _mm512_mask_permutexvar_epi8(codes, wk_equal(byte, 0xC2), next, tables->latin);
}

/* The planes of 64 codes as eight rows of 64 bits, each byte's bits in reverse order.

   Eight bytes are a matrix of 8 x 8 bits. Transposed, byte b holds bit b of each of them. */
WK_INLINE __m512i wk_row(const wk_tables *tables, __m512i codes) {
  const __m512i each_bit = _mm512_set1_epi64((long long)0x8040201008040201);
  return _mm512_permutexvar_epi8(tables->row_order,
                                 _mm512_gf2p8affine_epi64_epi8(each_bit, codes, 0));
}

/* Writes what 64 bytes fold to: 0 for those dropped. Scalars of other lead bytes than 0xD8 and 0xD9
   stay as they are. `last` has the bytes one place before. */
WK_INLINE void wk_fold(wk_side *side, int k, __m512i last, __m512i byte, __m512i next) {
  /* A to Z: bytes that reach 0x80 by 0x3F more, but not by 0x25 more. */
  const __m512i from_a = _mm512_add_epi8(byte, _mm512_set1_epi8(0x3F));
  const __m512i beyond_z = _mm512_add_epi8(byte, _mm512_set1_epi8(0x25));
  const __mmask64 upper =
      _mm512_movepi8_mask(_mm512_ternarylogic_epi32(from_a, beyond_z, byte, 0x10));
  __m512i folded = _mm512_mask_add_epi8(byte, upper, byte, _mm512_set1_epi8(0x20));
#define FOLD(lead, half)                                                                      \
  folded = _mm512_mask_permutexvar_epi8(folded, wk_equal(byte, lead), next,                   \
                                        _mm512_loadu_si512(wk_fold_arabic_first + half));     \
  folded = _mm512_mask_permutexvar_epi8(folded, wk_equal(last, lead), byte,                   \
                                        _mm512_loadu_si512(wk_fold_arabic_second + half));
  FOLD(0xD8, 0)
  FOLD(0xD9, 64)
#undef FOLD
  _mm512_storeu_si512(side->folded + 64 * k, folded);
}

/* Looks up the scalars of one block that wk_common_codes has left, a page of 64 at a time. */
WK_INLINE __m512i wk_rare_codes(wk_side *side, const uint8_t *text, uint64_t k, bool fused,
                                uint64_t *three) {
  __m512i codes = _mm512_loadu_si512(side->codes + 64 * k);
  const __m512i byte0 = _mm512_loadu_si512(text);
  const __m512i byte1 = _mm512_loadu_si512(text + 1);
  const __m512i byte2 = _mm512_loadu_si512(text + 2);
  uint64_t rest = wk_equal(codes, WK_HARD) & _mm512_cmpge_epu8_mask(byte0, _mm512_set1_epi8((char)0xC2)) &
                  _mm512_cmplt_epu8_mask(byte0, _mm512_set1_epi8((char)0xF0)) &
                  _mm512_cmplt_epi8_mask(byte1, _mm512_set1_epi8((char)0xC0));
  *three = _mm512_cmpeq_epi8_mask(_mm512_and_si512(byte0, _mm512_set1_epi8((char)0xF0)),
                                  _mm512_set1_epi8((char)0xE0));
  while (rest != 0) {
    const int at = __builtin_ctzll(rest);
    const uint8_t lead = text[at], second = text[at + 1];
    const bool is_two = lead < 0xE0;
    uint64_t same = rest & _mm512_cmpeq_epi8_mask(byte0, _mm512_set1_epi8((char)lead));
    if (!is_two) same &= _mm512_cmpeq_epi8_mask(byte1, _mm512_set1_epi8((char)second));
    rest &= ~same;
    const int block = is_two ? lead & 31 : (lead & 15) << 6 | (second & 63);
    const __m512i last = is_two ? byte1 : byte2;
    const uint8_t *page = wk_code_pages[is_two ? wk_code_two[block] : wk_code_three[block]];
    codes = _mm512_mask_permutexvar_epi8(codes, same, last, _mm512_loadu_si512(page));
    if (!fused) continue;
    const uint8_t *effects = wk_fold_pages[is_two ? wk_fold_two[block] : wk_fold_three[block]];
    const __m512i effect = _mm512_permutexvar_epi8(last, _mm512_loadu_si512(effects));
    const uint64_t longer = same & _mm512_cmpeq_epi8_mask(effect, _mm512_set1_epi8(2));
    codes = _mm512_mask_mov_epi8(codes, longer, _mm512_set1_epi8(WK_HARD));
    const uint64_t dropped = same & _mm512_cmpeq_epi8_mask(effect, _mm512_set1_epi8(1));
    /* Rare, and what is stored with a mask cannot be loaded again soon. */
    if (dropped == 0) continue;
    uint8_t *folded = side->folded + 64 * k;
    for (int i = 0; i < (is_two ? 2 : 3); i++)
      _mm512_mask_storeu_epi8(folded + i, dropped, _mm512_setzero_si512());
  }
  return codes;
}

/* Rows of eight blocks to planes, and back. */
WK_INLINE void wk_transpose(__m512i r[8]) {
  __m512i a[8], b[8];
  for (int i = 0; i < 4; i++) {
    a[2 * i] = _mm512_unpacklo_epi64(r[2 * i], r[2 * i + 1]);
    a[2 * i + 1] = _mm512_unpackhi_epi64(r[2 * i], r[2 * i + 1]);
  }
  /* a[2i] has the even planes, a[2i+1] the odd ones, of blocks 2i and 2i+1, in pairs. */
  for (int i = 0; i < 2; i++) {
    for (int odd = 0; odd < 2; odd++) {
      b[4 * i + odd] = _mm512_shuffle_i64x2(a[4 * i + odd], a[4 * i + 2 + odd], 0x88);
      b[4 * i + 2 + odd] = _mm512_shuffle_i64x2(a[4 * i + odd], a[4 * i + 2 + odd], 0xDD);
    }
  }
  /* b[4i+p] has the planes p and p+4 of blocks 4i to 4i+3: pairs p, p+4, p, p+4. */
  for (int p = 0; p < 4; p++) {
    r[p] = _mm512_shuffle_i64x2(b[p], b[4 + p], 0x88);
    r[p + 4] = _mm512_shuffle_i64x2(b[p], b[4 + p], 0xDD);
  }
}

/* The planes of one block as a row; its kinds and folds go to the scan. */
WK_INLINE __m512i wk_block(wk_side *side, bool is_first, const wk_tables *tables,
                           const uint8_t *text, int k, bool fused) {
  const __m512i byte = _mm512_loadu_si512(text + 64 * k);
  const __m512i next = _mm512_loadu_si512(text + 64 * k + 1);
  /* Texts larger than the caches: the processor's own prefetching stops at each page. */
  _mm_prefetch((const char *)text + 64 * k + WK_PREFETCH, _MM_HINT_T0);
  const __m512i codes = wk_common_codes(tables, byte, next);
  _mm512_storeu_si512(side->codes + 64 * k, codes);
  if (fused) {
    /* Before the first byte of a text there may be no memory. */
    const __m512i last = is_first && k == 0 ? _mm512_maskz_loadu_epi8(~1ull, text - 1)
                                            : _mm512_loadu_si512(text + 64 * k - 1);
    wk_fold(side, k, last, byte, next);
  }
  return wk_row(tables, codes);
}

WK_INLINE void wk_classify(wk_side *side, const wk_side *before, const uint8_t *text,
                           uint64_t bytes, bool fused, wk_planes *planes) {
  const wk_tables tables = wk_load_tables(fused);
  __m512i rows[WK_LANES];
  if (__builtin_expect(bytes == WK_WINDOW, 1)) {
#pragma clang loop unroll(full)
    for (int k = WK_LANES - 1; k >= 0; k--) rows[k] = wk_block(side, before == NULL, &tables, text, k, fused);
  } else {
    for (int k = WK_LANES - 1; k >= 0; k--)
      rows[k] = (uint64_t)k * 64 < bytes ? wk_block(side, before == NULL, &tables, text, k, fused)
                                         : wk_row(&tables, _mm512_set1_epi8(WK_KIND_SYMBOL));
  }
  if (fused && before != NULL) {
    /* The last scalar of the window before may be dropped, and end here. */
    const uint8_t *over = before->folded + WK_WINDOW;
    if (__builtin_expect((over[0] & over[1]) == 0, 0)) {
      side->folded[0] &= over[0];
      side->folded[1] &= over[1];
    }
  }
  if (fused) memset(side->folded + WK_WINDOW, 0xFF, 2);
  wk_transpose(rows);
  /* The planes' bits in each byte are still in reverse order, which does not matter here. */
  const __mmask8 hard = _mm512_test_epi64_mask(
      _mm512_and_si512(rows[WK_BIT_K2], rows[WK_BIT_K1]), rows[WK_BIT_Q]);
  planes->three = (wk_lanes){0};
  if (__builtin_expect(hard != 0, 0)) {
    for (unsigned mask = hard; mask != 0; mask &= mask - 1) {
      const int k = __builtin_ctz(mask);
      const __mmask8 lane = (__mmask8)(1u << k);
      uint64_t three;
      const __m512i codes = wk_rare_codes(side, text + 64 * k, (uint64_t)k, fused, &three);
      _mm512_storeu_si512(side->codes + 64 * k, codes);
      planes->three =
          (wk_lanes)_mm512_mask_set1_epi64((__m512i)planes->three, lane, (long long)three);
      const __m512i row = wk_row(&tables, codes);
      /* Each plane gets its word of the row where the block's stands. */
#pragma clang loop unroll(full)
      for (int i = 0; i < WK_PLANES; i++)
        rows[i] = _mm512_mask_permutexvar_epi64(rows[i], lane, _mm512_set1_epi64(i), row);
    }
  }
  const __m512i reversal = _mm512_set1_epi64((long long)0x8040201008040201);
  for (int i = 0; i < WK_PLANES; i++)
    planes->code[i] = (wk_lanes)_mm512_gf2p8affine_epi64_epi8(rows[i], reversal, 0);
}

static const uint8_t wk_count_up[64] = {
#define C(n) n, n + 1, n + 2, n + 3, n + 4, n + 5, n + 6, n + 7
    C(0), C(8), C(16), C(24), C(32), C(40), C(48), C(56),
#undef C
};

/* Writes bytes added to a base: the first 16 always, all 64 where `count` asks for more.

   A store that crosses a line of the cache costs as much as all else that a block needs, so few
   are made and no wider ones than needed: most blocks have no more than 16 segments. */
WK_INLINE void wk_store_wide(uint32_t *to, __m512i bytes, uint64_t count, __m512i base) {
  _mm512_storeu_si512(
      to, _mm512_add_epi32(base, _mm512_cvtepu8_epi32(_mm512_castsi512_si128(bytes))));
  if (__builtin_expect(count > 16, 0)) {
#define STORE(quarter)                                                                     \
  _mm512_storeu_si512(to + 16 * quarter,                                                   \
                      _mm512_add_epi32(base, _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32( \
                                                 bytes, quarter))));
    STORE(1)
    if (count > 32) {
      STORE(2)
      STORE(3)
    }
#undef STORE
  }
}

WK_INLINE void wk_emit(const wk_side *side, wk_output *output, uint64_t k, uint64_t boundary,
                       uint64_t range, bool fused) {
  const __m512i count_up = _mm512_loadu_si512(wk_count_up);
  const uint64_t bits = boundary & range;
  const uint64_t count = (uint64_t)__builtin_popcountll(bits);
  const __m512i places = _mm512_maskz_compress_epi8(bits, count_up);
  const __m512i base = _mm512_add_epi32((__m512i)output->base_pairs,
                                        _mm512_set1_epi32(64 * (int)k));
  wk_store_wide(output->starts, places, count, base);
  /* A permute by the places costs half of what a second compression would. */
  const __m512i codes = _mm512_loadu_si512(side->codes + 64 * k);
  const __m512i kinds = _mm512_and_si512(_mm512_set1_epi8(WK_KIND_BITS),
                                         _mm512_permutexvar_epi8(places, codes));
  _mm_storeu_si128((__m128i *)output->kinds, _mm512_castsi512_si128(kinds));
  if (__builtin_expect(count > 16, 0)) _mm512_storeu_si512(output->kinds, kinds);
  output->starts += count;
  output->kinds += count;
  if (!fused) return;

  const __m512i folded = _mm512_loadu_si512(side->folded + 64 * k);
  const __mmask64 is_kept = _mm512_mask_test_epi8_mask(range, folded, folded);
  const uint64_t kept = is_kept;
  _mm512_storeu_si512(output->keys + output->key_count,
                      _mm512_maskz_compress_epi8(is_kept, folded));
  const __m512i key_base = _mm512_set1_epi32((int)output->key_count);
  if (kept == range) {
    const int first = __builtin_ctzll(range);
    wk_store_wide(output->key_starts, places, count,
                  _mm512_sub_epi32(key_base, _mm512_set1_epi32(first)));
  } else if ((bits & ~kept) == 0) {
    /* The rank of each byte among those kept, taken where a segment begins. */
    const __m512i ranks = _mm512_maskz_expand_epi8(is_kept, count_up);
    wk_store_wide(output->key_starts, _mm512_permutexvar_epi8(places, ranks), count, key_base);
  } else {
    uint32_t *key_start = output->key_starts;
    for (uint64_t each = bits; each != 0; each &= each - 1)
      *key_start++ = (uint32_t)output->key_count +
                     (uint32_t)__builtin_popcountll(kept & (each ^ (each - 1)) >> 1);
  }
  output->key_starts += count;
  output->key_count += (uint64_t)__builtin_popcountll(kept);
}

/* Else the base of each block is broadcast on the one port that permutes need. */
#define WK_OPAQUE(value) __asm__("" : "+v"(value))
#include "scan.h"

#pragma clang attribute pop

const wk_kernels wk_avx512 = {"avx512", wk_uax29, wk_uax29_fused, wk_uax29_count,
                             wk_arabic, wk_arabic_fused, wk_arabic_count};

#endif
