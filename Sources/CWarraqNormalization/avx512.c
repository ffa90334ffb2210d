/* The kernel for AVX-512 with VBMI and VBMI2: Intel from Ice Lake on, AMD from Zen 4 on. */
#if defined(__x86_64__)

#include "kernels.h"

#include <immintrin.h>

#pragma clang attribute push(                                                                     \
    __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vbmi,avx512vbmi2,bmi,bmi2,"   \
                          "lzcnt,popcnt"))),                                                      \
    apply_to = function)

/* 64 bytes. */
typedef __m512i wn_bytes;

WN_INLINE wn_bytes wn_load(const uint8_t *at) { return _mm512_loadu_si512(at); }

WN_INLINE void wn_store(uint8_t *output, wn_bytes bytes) { _mm512_storeu_si512(output, bytes); }

/* Writes some of the bytes, one behind the other. */
WN_INLINE void wn_store_kept(uint8_t *output, uint64_t kept, wn_bytes bytes) {
  _mm512_storeu_si512(output, _mm512_maskz_compress_epi8(kept, bytes));
}

WN_INLINE uint64_t wn_nonzero(wn_bytes bytes) { return _mm512_test_epi8_mask(bytes, bytes); }

WN_INLINE uint64_t wn_differing(wn_bytes left, wn_bytes right) {
  return _mm512_cmpneq_epi8_mask(left, right);
}

/* The tables that every block needs. */
typedef struct {
  __m512i ascii_low, ascii_high, lead_d8, tail_d8, lead_d9, tail_d9;
} wn_tables;

WN_INLINE wn_tables wn_load_tables(const wn_plan *plan) {
  return (wn_tables){
      .ascii_low = _mm512_loadu_si512(plan->ascii),
      .ascii_high = _mm512_loadu_si512(plan->ascii + 64),
      .lead_d8 = _mm512_loadu_si512(plan->lead_d8),
      .tail_d8 = _mm512_loadu_si512(plan->tail_d8),
      .lead_d9 = _mm512_loadu_si512(plan->lead_d9),
      .tail_d9 = _mm512_loadu_si512(plan->tail_d9),
  };
}

WN_INLINE __mmask64 wn_equal(__m512i bytes, uint8_t byte) {
  return _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8((char)byte));
}

/* Puts the output of the scalars of one page in, wherever they stand in the block. */
static __attribute__((noinline)) __m512i wn_page(const wn_plan *plan, const uint8_t *at,
                                                 uint8_t lead, uint8_t second, __m512i out) {
  const bool is_two = lead < 0xE0;
  const unsigned page =
      is_two ? plan->two[lead & 31] : plan->three[(lead & 15) << 6 | (second & 63)];
  if (page == WN_PAGE_KEEP) return out;
  const __m512i byte = _mm512_loadu_si512(at);
  const __m512i next = _mm512_loadu_si512(at + 1);
  __mmask64 first = wn_equal(byte, lead);
  if (!is_two) first &= wn_equal(next, second);
  if (page == WN_PAGE_HARD)
    return _mm512_mask_mov_epi8(out, first, _mm512_set1_epi8((char)WN_HARD));
  const uint8_t *rows = plan->pages + 192 * (page - WN_PAGE_FIRST);
  const __m512i row0 = _mm512_loadu_si512(rows);
  const __m512i row1 = _mm512_loadu_si512(rows + 64);
  const __m512i row2 = _mm512_loadu_si512(rows + 128);
  const __mmask64 before = wn_equal(_mm512_loadu_si512(at - 1), lead);
  if (is_two) {
    out = _mm512_mask_permutexvar_epi8(out, first, next, row0);
    return _mm512_mask_permutexvar_epi8(out, before, byte, row1);
  }
  const __m512i after_next = _mm512_loadu_si512(at + 2);
  const __mmask64 middle = before & wn_equal(byte, second);
  const __mmask64 last = wn_equal(_mm512_loadu_si512(at - 2), lead) &
                         wn_equal(_mm512_loadu_si512(at - 1), second);
  out = _mm512_mask_permutexvar_epi8(out, first, after_next, row0);
  out = _mm512_mask_permutexvar_epi8(out, middle, next, row1);
  return _mm512_mask_permutexvar_epi8(out, last, byte, row2);
}

/* The scalars with other lead bytes than 0xD8 and 0xD9; `rest` has the lead bytes. */
static __attribute__((noinline)) __m512i wn_rare(const wn_plan *plan, const uint8_t *at,
                                                 uint64_t rest, __m512i out) {
  const __m512i byte = _mm512_loadu_si512(at);
  const __m512i next = _mm512_loadu_si512(at + 1);
  const uint64_t four = _mm512_cmpge_epu8_mask(byte, _mm512_set1_epi8((char)0xF0));
  if (four != 0) {
    rest &= ~four;
    /* U+1F000-1FFFF, emoji and other symbols, always stay. */
    const uint64_t unknown = four & ~(wn_equal(byte, 0xF0) & wn_equal(next, 0x9F));
    out = _mm512_mask_mov_epi8(out, unknown, _mm512_set1_epi8((char)WN_HARD));
  }
  /* Scalars that began before the block. */
  if (at[-1] >= 0xC2 && (at[-1] & 0xFE) != 0xD8 && at[-1] < 0xF0)
    out = wn_page(plan, at, at[-1], at[0], out);
  if (at[-2] >= 0xE0 && at[-2] < 0xF0) out = wn_page(plan, at, at[-2], at[-1], out);
  while (rest != 0) {
    const int first = __builtin_ctzll(rest);
    const uint8_t lead = at[first], second = at[first + 1];
    out = wn_page(plan, at, lead, second, out);
    uint64_t same = wn_equal(byte, lead);
    if (lead >= 0xE0) same &= wn_equal(next, second);
    rest &= ~same;
  }
  return out;
}

/* The output of each of 64 bytes: 0 for those dropped, WN_HARD at scalars left to the caller. */
WN_INLINE __m512i wn_output(const wn_plan *plan, const wn_tables *tables, const uint8_t *at,
                            __m512i byte) {
  const __m512i next = _mm512_loadu_si512(at + 1);
  const __m512i last = _mm512_loadu_si512(at - 1);
  const __mmask64 ascii = ~_mm512_movepi8_mask(byte);
  const __mmask64 d8 = wn_equal(byte, 0xD8), d9 = wn_equal(byte, 0xD9);
  __m512i out = _mm512_mask_mov_epi8(
      byte, ascii, _mm512_permutex2var_epi8(tables->ascii_low, byte, tables->ascii_high));
  out = _mm512_mask_permutexvar_epi8(out, d8, next, tables->lead_d8);
  out = _mm512_mask_permutexvar_epi8(out, wn_equal(last, 0xD8), byte, tables->tail_d8);
  out = _mm512_mask_permutexvar_epi8(out, d9, next, tables->lead_d9);
  out = _mm512_mask_permutexvar_epi8(out, wn_equal(last, 0xD9), byte, tables->tail_d9);
  /* Lead bytes from 0xC2 on: as signed numbers the negative ones from -62 on. */
  const uint64_t leads = ~ascii & _mm512_cmpgt_epi8_mask(byte, _mm512_set1_epi8((char)0xC1));
  const uint64_t rest = leads & ~(d8 | d9);
  const bool reaches_in =
      (at[-1] >= 0xC2 && (at[-1] & 0xFE) != 0xD8) || at[-2] >= 0xE0;
  if (__builtin_expect(rest != 0 || reaches_in, 0)) out = wn_rare(plan, at, rest, out);
  return out;
}

/* Marks that follow a greater one: at their last byte. */
WN_INLINE uint64_t wn_disorder(const uint8_t *at, __m512i byte) {
  const __m512i last = _mm512_loadu_si512(at - 1);
  const __m512i second = _mm512_loadu_si512(at - 2);
  const __m512i third = _mm512_loadu_si512(at - 3);
#define MARK(bytes)                                                                              \
  (_mm512_cmplt_epu8_mask(_mm512_sub_epi8(bytes, _mm512_set1_epi8((char)0x8B)),                  \
                          _mm512_set1_epi8(8)) |                                                  \
   wn_equal(bytes, 0xB0))
  const uint64_t mark = wn_equal(last, 0xD9) & MARK(byte);
  if (mark == 0) return 0;
  return mark & wn_equal(third, 0xD9) & MARK(second) & _mm512_cmplt_epu8_mask(byte, second);
#undef MARK
}

/* The third of three equal two-byte letters, at its last byte. */
WN_INLINE uint64_t wn_elongation(const uint8_t *at) {
#define AT(offset) _mm512_loadu_si512(at - offset)
  const __m512i byte = AT(0), last = AT(1);
  uint64_t found = _mm512_cmplt_epu8_mask(_mm512_sub_epi8(last, _mm512_set1_epi8((char)0xD8)),
                                          _mm512_set1_epi8(4));
  found &= _mm512_cmpeq_epi8_mask(byte, AT(2)) & _mm512_cmpeq_epi8_mask(byte, AT(4));
  return found & _mm512_cmpeq_epi8_mask(last, AT(3)) & _mm512_cmpeq_epi8_mask(last, AT(5));
#undef AT
}

#include "run.h"

const wn_kernel wn_avx512 = {"avx512", wn_run, wn_unchanged};

#pragma clang attribute pop
#endif
