/* The kernel for AVX2 with BMI2. Tables of 64 entries are four byte shuffles; what is rare is looked
   up a scalar at a time; bytes are kept by extracting them from words of eight. */
#if defined(__x86_64__)

#include "kernels.h"

#include <immintrin.h>

#pragma clang attribute push(__attribute__((target("avx2,bmi,bmi2,lzcnt,popcnt"))),               \
                             apply_to = function)

/* 64 bytes. */
typedef struct {
  __m256i low, high;
} wn_bytes;

WN_INLINE wn_bytes wn_load(const uint8_t *at) {
  return (wn_bytes){_mm256_loadu_si256((const __m256i *)at),
                    _mm256_loadu_si256((const __m256i *)(at + 32))};
}

WN_INLINE void wn_store(uint8_t *output, wn_bytes bytes) {
  _mm256_storeu_si256((__m256i *)output, bytes.low);
  _mm256_storeu_si256((__m256i *)(output + 32), bytes.high);
}

/* Writes some of the bytes, one behind the other. */
WN_INLINE void wn_store_kept(uint8_t *output, uint64_t kept, wn_bytes bytes) {
  const uint64_t words[8] = {
      (uint64_t)_mm256_extract_epi64(bytes.low, 0),  (uint64_t)_mm256_extract_epi64(bytes.low, 1),
      (uint64_t)_mm256_extract_epi64(bytes.low, 2),  (uint64_t)_mm256_extract_epi64(bytes.low, 3),
      (uint64_t)_mm256_extract_epi64(bytes.high, 0), (uint64_t)_mm256_extract_epi64(bytes.high, 1),
      (uint64_t)_mm256_extract_epi64(bytes.high, 2), (uint64_t)_mm256_extract_epi64(bytes.high, 3),
  };
  for (int i = 0; i < 8; i++) {
    const uint64_t eight = kept >> (8 * i) & 0xFF;
    const uint64_t mask = _pdep_u64(eight, 0x0101010101010101) * 0xFF;
    const uint64_t packed = _pext_u64(words[i], mask);
    __builtin_memcpy(output, &packed, 8);
    output += __builtin_popcountll(eight);
  }
}

WN_INLINE uint64_t wn_mask(__m256i low, __m256i high) {
  return (uint32_t)_mm256_movemask_epi8(low) | (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
}

WN_INLINE uint64_t wn_equal(wn_bytes bytes, uint8_t byte) {
  const __m256i all = _mm256_set1_epi8((char)byte);
  return wn_mask(_mm256_cmpeq_epi8(bytes.low, all), _mm256_cmpeq_epi8(bytes.high, all));
}

WN_INLINE uint64_t wn_differing(wn_bytes left, wn_bytes right) {
  return ~wn_mask(_mm256_cmpeq_epi8(left.low, right.low), _mm256_cmpeq_epi8(left.high, right.high));
}

WN_INLINE uint64_t wn_nonzero(wn_bytes bytes) { return ~wn_equal(bytes, 0); }

/* The tables that every block needs: 64 entries as four times sixteen, in both halves. */
typedef struct {
  __m256i lead_d8[4], tail_d8[4], lead_d9[4], tail_d9[4], ascii;
} wn_tables;

WN_INLINE __m256i wn_twice(const uint8_t *sixteen) {
  return _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)sixteen));
}

WN_INLINE wn_tables wn_load_tables(const wn_plan *plan) {
  wn_tables tables;
  for (int i = 0; i < 4; i++) {
    tables.lead_d8[i] = wn_twice(plan->lead_d8 + 16 * i);
    tables.tail_d8[i] = wn_twice(plan->tail_d8 + 16 * i);
    tables.lead_d9[i] = wn_twice(plan->lead_d9 + 16 * i);
    tables.tail_d9[i] = wn_twice(plan->tail_d9 + 16 * i);
  }
  tables.ascii = wn_twice(plan->ascii_changed);
  return tables;
}

/* Entries by the lowest six bits of each byte. A shuffle gives 0 where bit 7 of its index is set:
   an index beyond the sixteen entries in question gets that bit. */
WN_INLINE __m256i wn_look_up(const __m256i table[4], __m256i byte) {
  const __m256i index = _mm256_and_si256(byte, _mm256_set1_epi8(0x3F));
  __m256i found = _mm256_setzero_si256();
  for (int i = 0; i < 4; i++) {
    const __m256i own = _mm256_sub_epi8(index, _mm256_set1_epi8((char)(16 * i)));
    const __m256i marked = _mm256_adds_epu8(own, _mm256_set1_epi8(0x70));
    found = _mm256_or_si256(found, _mm256_shuffle_epi8(table[i], marked));
  }
  return found;
}

/* The output of 32 bytes, as far as it is ASCII that stays and scalars of the two lead bytes. */
WN_INLINE __m256i wn_common(const wn_tables *tables, const uint8_t *at) {
  const __m256i byte = _mm256_loadu_si256((const __m256i *)at);
  const __m256i next = _mm256_loadu_si256((const __m256i *)(at + 1));
  const __m256i last = _mm256_loadu_si256((const __m256i *)(at - 1));
  const __m256i d8 = _mm256_set1_epi8((char)0xD8), d9 = _mm256_set1_epi8((char)0xD9);
  __m256i out = byte;
  out = _mm256_blendv_epi8(out, wn_look_up(tables->lead_d8, next), _mm256_cmpeq_epi8(byte, d8));
  out = _mm256_blendv_epi8(out, wn_look_up(tables->tail_d8, byte), _mm256_cmpeq_epi8(last, d8));
  out = _mm256_blendv_epi8(out, wn_look_up(tables->lead_d9, next), _mm256_cmpeq_epi8(byte, d9));
  return _mm256_blendv_epi8(out, wn_look_up(tables->tail_d9, byte), _mm256_cmpeq_epi8(last, d9));
}

/* ASCII bytes that do not stay. */
WN_INLINE __m256i wn_changed_ascii(const wn_tables *tables, __m256i byte) {
  const __m256i bits = _mm256_setr_epi8(1, 2, 4, 8, 16, 32, 64, (char)128, 0, 0, 0, 0, 0, 0, 0, 0, 1,
                                        2, 4, 8, 16, 32, 64, (char)128, 0, 0, 0, 0, 0, 0, 0, 0);
  const __m256i high = _mm256_and_si256(_mm256_srli_epi16(byte, 4), _mm256_set1_epi8(0x0F));
  const __m256i bit = _mm256_shuffle_epi8(bits, high);
  const __m256i low = _mm256_shuffle_epi8(tables->ascii,
                                          _mm256_and_si256(byte, _mm256_set1_epi8(0x0F)));
  return _mm256_cmpeq_epi8(_mm256_and_si256(low, bit), bit);
}

/* The output byte of one byte of a scalar that begins at `first`. */
static uint8_t wn_one(const wn_plan *plan, const uint8_t *first, int index) {
  const uint8_t lead = first[0];
  if (lead >= 0xF0)
    return index == 0 && !(lead == 0xF0 && first[1] == 0x9F) ? WN_HARD : first[index];
  const bool is_two = lead < 0xE0;
  const unsigned page =
      is_two ? plan->two[lead & 31] : plan->three[(lead & 15) << 6 | (first[1] & 63)];
  if (page == WN_PAGE_KEEP) return first[index];
  if (page == WN_PAGE_HARD) return index == 0 ? WN_HARD : first[index];
  const uint8_t *rows = plan->pages + 192 * (page - WN_PAGE_FIRST);
  return rows[64 * index + (first[is_two ? 1 : 2] & 63)];
}

/* Puts in ASCII that does not stay, and the scalars of other lead bytes. */
static __attribute__((noinline)) wn_bytes wn_rare(const wn_plan *plan, const uint8_t *at,
                                                  uint64_t ascii, uint64_t leads, wn_bytes out) {
  uint8_t bytes[64 + 4];
  wn_store(bytes, out);
  for (; ascii != 0; ascii &= ascii - 1) {
    const int i = __builtin_ctzll(ascii);
    bytes[i] = plan->ascii[at[i]];
  }
  /* Scalars that began before the block. */
  for (int before = 1; before <= 3; before++) {
    const uint8_t lead = at[-before];
    if (lead < 0xC2 || (lead & 0xFE) == 0xD8) continue;
    const int count = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    for (int i = before; i < count; i++) bytes[i - before] = wn_one(plan, at - before, i);
  }
  for (; leads != 0; leads &= leads - 1) {
    const int start = __builtin_ctzll(leads);
    const int count = at[start] < 0xE0 ? 2 : at[start] < 0xF0 ? 3 : 4;
    for (int i = 0; i < count; i++) bytes[start + i] = wn_one(plan, at + start, i);
  }
  return wn_load(bytes);
}

/* The output of each of 64 bytes: 0 for those dropped, WN_HARD at scalars left to the caller. */
WN_INLINE wn_bytes wn_output(const wn_plan *plan, const wn_tables *tables, const uint8_t *at,
                             wn_bytes byte) {
  const wn_bytes out = {wn_common(tables, at), wn_common(tables, at + 32)};
  const uint64_t not_ascii = wn_mask(byte.low, byte.high);
  const uint64_t ascii = ~not_ascii & wn_mask(wn_changed_ascii(tables, byte.low),
                                              wn_changed_ascii(tables, byte.high));
  /* Lead bytes are above 0xBF: as signed numbers above -65. */
  const __m256i continuation = _mm256_set1_epi8((char)0xBF);
  const uint64_t leads = not_ascii & wn_mask(_mm256_cmpgt_epi8(byte.low, continuation),
                                             _mm256_cmpgt_epi8(byte.high, continuation));
  const uint64_t rest = leads & ~(wn_equal(byte, 0xD8) | wn_equal(byte, 0xD9));
  const bool reaches_in = (at[-1] >= 0xC2 && (at[-1] & 0xFE) != 0xD8) || at[-2] >= 0xE0 ||
                          at[-3] >= 0xF0;
  if (__builtin_expect((ascii | rest) != 0 || reaches_in, 0))
    return wn_rare(plan, at, ascii, rest, out);
  return out;
}

WN_INLINE __m256i wn_is_mark(__m256i tail) {
  const __m256i from = _mm256_sub_epi8(tail, _mm256_set1_epi8((char)0x8B));
  const __m256i in_range = _mm256_cmpeq_epi8(_mm256_min_epu8(from, _mm256_set1_epi8(7)), from);
  return _mm256_or_si256(in_range, _mm256_cmpeq_epi8(tail, _mm256_set1_epi8((char)0xB0)));
}

WN_INLINE __m256i wn_disorder_half(const uint8_t *at) {
#define AT(offset) _mm256_loadu_si256((const __m256i *)(at - offset))
  const __m256i d9 = _mm256_set1_epi8((char)0xD9);
  const __m256i byte = AT(0), second = AT(2);
  __m256i found = _mm256_and_si256(_mm256_cmpeq_epi8(AT(1), d9), _mm256_cmpeq_epi8(AT(3), d9));
  found = _mm256_and_si256(found, _mm256_and_si256(wn_is_mark(byte), wn_is_mark(second)));
  /* Less: not the greater of the two. */
  const __m256i at_least = _mm256_cmpeq_epi8(_mm256_max_epu8(byte, second), byte);
  return _mm256_andnot_si256(at_least, found);
}

/* Marks that follow a greater one: at their last byte. */
WN_INLINE uint64_t wn_disorder(const uint8_t *at, wn_bytes byte) {
  (void)byte;
  return wn_mask(wn_disorder_half(at), wn_disorder_half(at + 32));
}

WN_INLINE __m256i wn_elongation_half(const uint8_t *at) {
  const __m256i byte = AT(0), last = AT(1);
  const __m256i from = _mm256_sub_epi8(last, _mm256_set1_epi8((char)0xD8));
  __m256i found = _mm256_cmpeq_epi8(_mm256_min_epu8(from, _mm256_set1_epi8(3)), from);
  found = _mm256_and_si256(found, _mm256_cmpeq_epi8(byte, AT(2)));
  found = _mm256_and_si256(found, _mm256_cmpeq_epi8(byte, AT(4)));
  found = _mm256_and_si256(found, _mm256_cmpeq_epi8(last, AT(3)));
  return _mm256_and_si256(found, _mm256_cmpeq_epi8(last, AT(5)));
#undef AT
}

/* The third of three equal two-byte letters, at its last byte. */
WN_INLINE uint64_t wn_elongation(const uint8_t *at) {
  return wn_mask(wn_elongation_half(at), wn_elongation_half(at + 32));
}

#include "run.h"

const wn_kernel wn_avx2 = {"avx2", wn_run, wn_unchanged};

#pragma clang attribute pop
#endif
