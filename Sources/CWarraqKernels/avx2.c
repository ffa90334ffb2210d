/* The kernel for AVX2: Intel from Haswell on, AMD from Zen on. 32 bytes at a time: codes by
   shuffles of rows of sixteen, planes by exchanging bits between registers, segments by tables of
   the places that bits stand at. */
#if defined(__x86_64__)

#include "Generated/tables.h"
#include "kernels.h"

#include <immintrin.h>

#pragma clang attribute push(__attribute__((target("avx2,bmi,bmi2,lzcnt,popcnt"))),                \
                             apply_to = function)

#include "rules.h"

WK_INLINE __m256i wk_load(const uint8_t *from) {
  return _mm256_loadu_si256((const __m256i *)from);
}

WK_INLINE void wk_store(uint8_t *to, __m256i bytes) { _mm256_storeu_si256((__m256i *)to, bytes); }

WK_INLINE __m256i wk_all(uint8_t byte) { return _mm256_set1_epi8((char)byte); }

WK_INLINE uint64_t wk_mask(__m256i low, __m256i high) {
  return (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32 |
         (uint32_t)_mm256_movemask_epi8(low);
}

typedef __m256i wk_base;

WK_INLINE wk_base wk_base_of(uint32_t base) { return _mm256_set1_epi32((int)base); }

WK_INLINE wk_base wk_base_at(const wk_output *output, uint32_t place) {
  const wk_lanes pairs = output->base_pairs;
  wk_base base = (wk_base)__builtin_shufflevector(pairs, pairs, 0, 1, 2, 3);
  /* Else the sum is made first and broadcast, on the one port that shuffles need. */
  __asm__("" : "+x"(base));
  return _mm256_add_epi32(base, _mm256_set1_epi32((int)place));
}

WK_INLINE void wk_store_wide(uint32_t *to, uint64_t places, wk_base base) {
  const __m256i wide = _mm256_cvtepu8_epi32(_mm_cvtsi64_si128((long long)places));
  _mm256_storeu_si256((__m256i *)to, _mm256_add_epi32(wide, base));
}

WK_INLINE void wk_store_picked(uint8_t *to, const uint8_t *from, uint64_t places) {
  const __m128i bytes = _mm_loadu_si128((const __m128i *)from);
  _mm_storel_epi64((__m128i *)to,
                   _mm_shuffle_epi8(bytes, _mm_cvtsi64_si128((long long)places)));
}

WK_INLINE uint64_t wk_picked(uint64_t low, uint64_t high, uint64_t places) {
  const __m128i bytes = _mm_set_epi64x((long long)high, (long long)low);
  return (uint64_t)_mm_cvtsi128_si64(
      _mm_shuffle_epi8(bytes, _mm_cvtsi64_si128((long long)places)));
}

WK_INLINE void wk_store_block(uint8_t *to, const uint8_t *from) {
  wk_store(to, wk_load(from));
  wk_store(to + 32, wk_load(from + 32));
}

WK_INLINE uint64_t wk_kept(const uint8_t *folded) {
  const __m256i none = _mm256_setzero_si256();
  return ~wk_mask(_mm256_cmpeq_epi8(wk_load(folded), none),
                  _mm256_cmpeq_epi8(wk_load(folded + 32), none));
}

#define wk_number(tables, bits) wk_popcount(bits)
WK_INLINE uint64_t wk_popcount(uint64_t bits) {
  uint64_t number = (uint64_t)__builtin_popcountll(bits);
  /* Else it is a number of 16 bits, to be widened at each use. */
  __asm__("" : "+r"(number));
  return number;
}

#include "scalar_blocks.h"

/* The same byte 32 times, from memory: to broadcast one takes the port that shuffles need. */
typedef struct {
  uint8_t x0F[32], x20[32], x30[32], x70[32], x90[32], xA0[32], xD8[32], xE0[32];
} wk_constants;

static const wk_constants wk_all_constants __attribute__((aligned(32))) = {
#define B8(b) b, b, b, b, b, b, b, b
#define B32(b) {B8(b), B8(b), B8(b), B8(b)}
    B32(0x0F), B32(0x20), B32(0x30), B32(0x70), B32(0x90), B32(0xA0), B32(0xD8), B32(0xE0),
#undef B8
#undef B32
};

/* Rows of sixteen for shuffles, in both halves. A shuffle takes the lowest four bits of a byte for
   a place in the row, and gives 0 where the top bit is set. */
typedef struct {
  __m256i bases, digits, letters, from_060F, from_061F, controls, from_20, from_30;
  __m256i fold_bases, first, second;
  const wk_constants *constants;
} wk_tables;

WK_INLINE __m256i wk_row(const uint8_t *row) {
  return _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)row));
}

WK_INLINE __m256i wk_row_of(__m128i row) { return _mm256_broadcastsi128_si256(row); }

/* A row from its last byte to its first. */
WK_INLINE __m256i wk_row_back(const uint8_t *row) {
  const __m128i back = _mm_setr_epi8(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
  return _mm256_shuffle_epi8(wk_row(row), wk_row_of(back));
}

WK_INLINE __m256i wk_turned(__m256i codes) {
  typedef uint8_t bytes __attribute__((vector_size(32)));
  return (__m256i)WK_TURNED((bytes)codes);
}

/* All of it is constant to a compiler that optimizes. */
WK_INLINE wk_tables wk_load_tables(bool fused) {
  const __m256i letter = wk_turned(wk_row(wk_code_arabic + 0x20));
  const __m256i mark = wk_turned(wk_row(wk_code_arabic + 0x50));
  const __m256i up = wk_row_of(_mm_setr_epi8(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15));
  const __m256i none = _mm256_setzero_si256();
  wk_tables tables;
  tables.bases = wk_row_of(_mm_setr_epi8(-1, (char)0xAA, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
  tables.digits = _mm256_andnot_si256(_mm256_cmpeq_epi8(up, none),
                                      wk_turned(wk_row_back(wk_code_arabic + 0x5B)));
  tables.letters = _mm256_xor_si256(mark, letter);
  __m256i from_060F = wk_turned(wk_row_back(wk_code_arabic));
  __m256i from_061F = wk_turned(wk_row_back(wk_code_arabic + 0x10));
  if (fused) {
    /* Those that folding drops have no code here, and so are looked up. */
    from_060F = _mm256_andnot_si256(
        _mm256_cmpeq_epi8(wk_row_back(wk_fold_arabic_first), none), from_060F);
    from_061F = _mm256_andnot_si256(
        _mm256_cmpeq_epi8(wk_row_back(wk_fold_arabic_first + 0x10), none), from_061F);
  }
  tables.from_061F = _mm256_xor_si256(from_061F, letter);
  tables.from_060F = _mm256_xor_si256(from_060F, from_061F);
  tables.controls = wk_turned(wk_row(wk_code_ascii));
  const __m256i last_control = wk_turned(wk_row(wk_code_ascii + 0x10));
  const __m256i from_20 = wk_turned(wk_row(wk_code_ascii + 0x20));
  tables.from_20 = _mm256_xor_si256(from_20, last_control);
  tables.from_30 = _mm256_xor_si256(wk_turned(wk_row(wk_code_ascii + 0x30)), from_20);

  tables.fold_bases =
      wk_row_of(_mm_setr_epi8((char)0xAA, (char)0x97, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
  const __m256i is_high = _mm256_cmpgt_epi8(up, wk_all(13));
  const __m256i is_0649 = _mm256_cmpeq_epi8(up, wk_all(14));
  const __m256i is_low = _mm256_andnot_si256(is_high, _mm256_cmpgt_epi8(up, none));
  tables.first = _mm256_and_si256(
      is_low, _mm256_xor_si256(wk_row_back(wk_fold_arabic_first + 0x1B), wk_all(0xD8)));
  tables.second = _mm256_or_si256(
      _mm256_and_si256(is_low, _mm256_xor_si256(wk_row_back(wk_fold_arabic_second + 0x1B),
                                                _mm256_sub_epi8(wk_all(0xAA), up))),
      _mm256_and_si256(is_0649, wk_all(wk_fold_arabic_second[0x49] ^ 0x89)));
  tables.constants = &wk_all_constants;
  /* Hidden from the compiler, which would make constants of its own of them. */
  __asm__("" : "+r"(tables.constants));
  return tables;
}

#define WK_CONSTANT(byte) wk_load(tables->constants->x##byte)

/* 0x70 at lead bytes 0xD8, 0x71 at 0xD9, else more. */
WK_INLINE __m256i wk_leads(const wk_tables *tables, __m256i byte) {
  return _mm256_adds_epu8(_mm256_xor_si256(byte, WK_CONSTANT(D8)), WK_CONSTANT(70));
}

/* The slots of scalars, at lead bytes 0xD8 and 0xD9: 0xFF or 0xAA less the second byte.

     0x01 to 0x0A  U+0669 to U+0660, digits     0x40 to 0x5F  U+063F to U+0620, letters
     0x0B to 0x1F  U+065F to U+064B, marks      0x60 to 0x7F  U+061F to U+0600
     0x20 to 0x2A  U+064A to U+0640, letters

   0 is all else: other bytes, and U+066A to U+067F, which are looked up one by one. */
WK_INLINE __m256i wk_slots(const wk_tables *tables, __m256i leads, __m256i next) {
  return _mm256_subs_epu8(_mm256_shuffle_epi8(tables->bases, leads), next);
}

/* The codes of 32 bytes, turned: 0 for continuation bytes and what is looked up; wrong, but without
   LONG, for ASCII from 0x40 on. All digits, marks and letters of a run of slots have one code.

   What a row begins at is subtracted: bytes before it get their top bit set. So a row changes what
   the rows before it gave from there on, and the next row puts right what stands behind it. */
WK_INLINE __m256i wk_common_codes(const wk_tables *tables, __m256i byte, __m256i slots) {
#define ROW(name, index) _mm256_shuffle_epi8(tables->name, index)
  __m256i arabic = ROW(digits, _mm256_min_epu8(slots, WK_CONSTANT(0F)));
  arabic = _mm256_xor_si256(arabic, ROW(letters, _mm256_add_epi8(slots, WK_CONSTANT(E0))));
  arabic = _mm256_xor_si256(arabic, ROW(from_061F, _mm256_add_epi8(slots, WK_CONSTANT(A0))));
  arabic = _mm256_xor_si256(arabic, ROW(from_060F, _mm256_add_epi8(slots, WK_CONSTANT(90))));
  __m256i ascii = ROW(controls, _mm256_min_epi8(byte, WK_CONSTANT(0F)));
  ascii = _mm256_xor_si256(ascii, ROW(from_20, _mm256_subs_epi8(byte, WK_CONSTANT(20))));
  ascii = _mm256_xor_si256(ascii, ROW(from_30, _mm256_subs_epi8(byte, WK_CONSTANT(30))));
#undef ROW
  return _mm256_xor_si256(arabic, ascii);
}

/* Slots for folding: 0xAA or 0x97 less the second byte, 0x0F at most. U+0621 to U+0629 have 0x08 to
   0x01, U+0649 0x0E; what others change into does not matter or is nothing. */
WK_INLINE __m256i wk_fold_slots(const wk_tables *tables, __m256i leads, __m256i next) {
  const __m256i bases = _mm256_shuffle_epi8(tables->fold_bases, leads);
  return _mm256_min_epu8(_mm256_subs_epu8(bases, next), WK_CONSTANT(0F));
}

/* Moves bytes on by one place; the first comes from the end of `last`. */
WK_INLINE __m256i wk_moved(__m256i bytes, __m256i last) {
  return _mm256_alignr_epi8(bytes, _mm256_permute2x128_si256(last, bytes, 0x21), 15);
}

/* Codes and folds of ASCII from 0x40 on, among the 32 bytes from `at` on. */
static void wk_look_up_ascii(wk_side *side, uint8_t *codes, const uint8_t *text, uint64_t at,
                             bool fused) {
  const __m256i byte = wk_load(text + at);
  __m256i code = _mm256_andnot_si256(_mm256_cmpgt_epi8(byte, wk_all(0x3F)), wk_load(codes + at));
  __m256i last = _mm256_setzero_si256();
  for (int first = 0x40; first < 0x80; first += 0x10) {
    const __m256i row = wk_turned(wk_row(wk_code_ascii + first));
    const __m256i index = _mm256_subs_epi8(byte, wk_all((uint8_t)first));
    code = _mm256_xor_si256(code, _mm256_shuffle_epi8(_mm256_xor_si256(row, last), index));
    last = row;
  }
  wk_store(codes + at, code);
  wk_store(side->codes + at, _mm256_and_si256(code, wk_all(WK_KIND_BITS)));
  if (!fused) return;
  const __m256i is_upper = _mm256_and_si256(_mm256_cmpgt_epi8(byte, wk_all('A' - 1)),
                                            _mm256_cmpgt_epi8(wk_all('Z' + 1), byte));
  wk_store(side->folded + at, _mm256_or_si256(wk_load(side->folded + at),
                                              _mm256_and_si256(is_upper, wk_all(0x20))));
}

/* Looks up what wk_common_codes has left in a window. */
static __attribute__((noinline)) wk_lanes wk_look_up_rest(wk_side *side, uint8_t *codes,
                                                          const uint8_t *text, uint64_t bytes,
                                                          bool fused) {
  uint64_t rest[WK_LANES], three[WK_LANES] = {0};
  unsigned blocks = 0;
  for (uint64_t k = 0; 64 * k < bytes; k++) {
    const __m256i low = _mm256_andnot_si256(wk_load(codes + 64 * k), wk_load(text + 64 * k));
    const __m256i high =
        _mm256_andnot_si256(wk_load(codes + 64 * k + 32), wk_load(text + 64 * k + 32));
    rest[k] = wk_mask(_mm256_add_epi8(low, low), _mm256_add_epi8(high, high));
    blocks |= (unsigned)(rest[k] != 0) << k;
  }
  for (; blocks != 0; blocks &= blocks - 1) {
    const uint64_t k = (uint64_t)__builtin_ctz(blocks);
    const uint64_t leads = rest[k] & wk_mask(wk_load(text + 64 * k), wk_load(text + 64 * k + 32));
    if (leads != rest[k]) {
      wk_look_up_ascii(side, codes, text, 64 * k, fused);
      wk_look_up_ascii(side, codes, text, 64 * k + 32, fused);
    }
    three[k] = wk_look_up(side, codes, text, k, leads, fused);
  }
  return *(const wk_lanes_unaligned *)three;
}

/* Whether a digit or a mark, of slots 0x01 to 0x1F, begins with the byte before. */
WK_INLINE bool wk_is_open(const uint8_t *text) {
  return text[-1] == 0xD9 && text[0] >= 0x8B && text[0] <= 0xA9;
}

/* Folds digits and marks in the blocks where scalars of their kinds begin or the last one of the
   block before ends: digits become one byte, marks none. `is_open` tells the latter of the first
   block. */
static __attribute__((noinline)) void wk_fold_short(wk_side *side, const uint8_t *text,
                                                    const wk_lanes *lanes, bool is_open) {
  const wk_tables loaded = wk_load_tables(true), *tables = &loaded;
  const __m256i firsts = wk_row_back(wk_fold_arabic_first + 0x5B);
  const __m256i is_slot =
      wk_row_of(_mm_setr_epi8(0, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1));
  for (int k = 0; k < WK_LANES; k++) {
    if (k > 0) is_open = wk_is_open(text + 64 * k);
    if ((*lanes)[k] == 0 && !is_open) continue;
    __m256i last = wk_all(is_open ? 0xFF : 0);
    for (int at = 64 * k; at < 64 * k + 64; at += 32) {
      const __m256i leads = wk_leads(tables, wk_load(text + at));
      const __m256i slots = wk_slots(tables, leads, wk_load(text + at + 1));
      /* The last place is that of all marks from 0x0F on; 0x80 and more has none. */
      const __m256i index = _mm256_or_si256(_mm256_min_epu8(slots, wk_all(0x0F)),
                                            _mm256_cmpgt_epi8(slots, wk_all(0x1F)));
      const __m256i is_lead = _mm256_shuffle_epi8(is_slot, index);
      const __m256i is_either = _mm256_or_si256(is_lead, wk_moved(is_lead, last));
      const __m256i first = _mm256_and_si256(is_lead, _mm256_shuffle_epi8(firsts, index));
      wk_store(side->folded + at,
               _mm256_or_si256(_mm256_andnot_si256(is_either, wk_load(side->folded + at)), first));
      last = is_lead;
    }
  }
}

/* Exchanges the upper `shift` of each 2 * shift bits of one register with the lower of another. */
WK_INLINE void wk_exchange(__m256i *a, __m256i *b, int shift, uint8_t mask) {
  const __m256i other = _mm256_xor_si256(_mm256_srli_epi16(*a, shift), *b);
  const __m256i both = _mm256_and_si256(other, wk_all(mask));
  *b = _mm256_xor_si256(*b, both);
  *a = _mm256_xor_si256(*a, shift == 1 ? _mm256_add_epi8(both, both)
                                       : _mm256_slli_epi16(both, shift));
}

/* The planes of 256 codes.

   First every eighth byte goes to the same register: four rounds of unpacking, each of which takes
   one bit of a byte's number from the registers' number to the end of the place within. Then the
   eight bits of eight registers change places. */
WK_INLINE void wk_transpose(const uint8_t *codes, __m256i planes[8]) {
  __m256i a[8], b[8];
  for (int i = 0; i < 8; i++)
    a[i] = _mm256_inserti128_si256(
        _mm256_castsi128_si256(_mm_loadu_si128((const __m128i *)(codes + 16 * i))),
        _mm_loadu_si128((const __m128i *)(codes + 128 + 16 * i)), 1);
#define UNPACK(from, to, bit)                                                                      \
  for (int i = 0; i < 8; i++) {                                                                    \
    if (i & bit) continue;                                                                         \
    to[i] = _mm256_unpacklo_epi8(from[i], from[i | bit]);                                          \
    to[i | bit] = _mm256_unpackhi_epi8(from[i], from[i | bit]);                                    \
  }
  UNPACK(a, b, 4)
  UNPACK(b, a, 2)
  UNPACK(a, b, 1)
  UNPACK(b, a, 4)
#undef UNPACK
  /* The rounds leave the registers' numbers with their bits in another order. */
  for (int i = 0; i < 8; i++) planes[i] = a[(i & 1) << 2 | i >> 1];
  for (int i = 0; i < 4; i++) wk_exchange(&planes[i], &planes[i + 4], 4, 0x0F);
  for (int i = 0; i < 8; i++)
    if ((i & 2) == 0) wk_exchange(&planes[i], &planes[i + 2], 2, 0x33);
  for (int i = 0; i < 8; i += 2) wk_exchange(&planes[i], &planes[i + 1], 1, 0x55);
}

WK_INLINE wk_lanes wk_joined(__m256i low, __m256i high) {
  typedef uint64_t half __attribute__((vector_size(32)));
  return __builtin_shufflevector((half)low, (half)high, 0, 1, 2, 3, 4, 5, 6, 7);
}

/* Classifies 32 bytes. Returns lead bytes and ASCII that are left to look up, in bit 6. */
WK_INLINE __m256i wk_read_half(wk_side *side, uint8_t *codes, const wk_tables *tables,
                               const uint8_t *text, uint64_t at, bool fused, __m256i *fold_slots) {
  const __m256i byte = wk_load(text + at), next = wk_load(text + at + 1);
  const __m256i leads = wk_leads(tables, byte);
  const __m256i slots = wk_slots(tables, leads, next);
  __m256i code = wk_common_codes(tables, byte, slots);
  if (fused) {
    /* U+0640 is dropped, and looked up. */
    code = _mm256_andnot_si256(_mm256_cmpeq_epi8(slots, wk_all(0x2A)), code);
    const __m256i first = wk_fold_slots(tables, leads, next);
    const __m256i second = wk_moved(first, *fold_slots);
    const __m256i change = _mm256_xor_si256(_mm256_shuffle_epi8(tables->first, first),
                                            _mm256_shuffle_epi8(tables->second, second));
    wk_store(side->folded + at, _mm256_xor_si256(byte, change));
    *fold_slots = first;
  }
  wk_store(codes + at, code);
  wk_store(side->codes + at, _mm256_and_si256(code, wk_all(WK_KIND_BITS)));
  return _mm256_andnot_si256(code, byte);
}

WK_INLINE void wk_classify(wk_side *side, const wk_side *before, const uint8_t *text,
                           uint64_t bytes, bool fused, wk_planes *planes) {
  const wk_tables tables = wk_load_tables(fused);
  uint8_t codes[WK_WINDOW] __attribute__((aligned(64)));
  __m256i rest = _mm256_setzero_si256(), fold_slots = rest;
  bool is_open = false;
  if (fused && before != NULL) {
    /* The scalar that the last byte of the window before begins. Only its second byte is here. */
    const __m256i last = wk_all(text[-1]), first = wk_all(text[0]);
    fold_slots = wk_fold_slots(&tables, wk_leads(&tables, last), first);
    is_open = wk_is_open(text);
  }
  if (__builtin_expect(bytes == WK_WINDOW, 1)) {
#pragma clang loop unroll_count(4)
    for (uint64_t at = 0; at < WK_WINDOW; at += 32)
      rest = _mm256_or_si256(
          rest, wk_read_half(side, codes, &tables, text, at, fused, &fold_slots));
  } else {
    memset(codes, WK_KIND_SYMBOL, sizeof codes);
#pragma clang loop unroll(disable)
    for (uint64_t at = 0; at < (bytes + 63) / 64 * 64; at += 32)
      rest = _mm256_or_si256(
          rest, wk_read_half(side, codes, &tables, text, at, fused, &fold_slots));
  }
  if (fused) wk_join_folds(side, before);
  planes->three = (wk_lanes){0};
  if (__builtin_expect(!_mm256_testz_si256(rest, wk_all(0x40)), 0))
    planes->three = wk_look_up_rest(side, codes, text, bytes, fused);

  __m256i low[8], high[8];
  wk_transpose(codes, low);
  wk_transpose(codes + WK_WINDOW / 2, high);
  for (int i = 0; i < WK_PLANES; i++) planes->code[i] = wk_joined(low[i], high[i]);
  const wk_lanes lead = planes->code[WK_BIT_Q];
  planes->code[WK_BIT_Q] = planes->code[WK_BIT_LONG];
  planes->code[WK_BIT_LONG] = lead;
  /* No letter is of kind 0 but those of lead bytes: that is WK_CONTINUATION. */
  const wk_lanes k0 = planes->code[WK_BIT_K0], k1 = planes->code[WK_BIT_K1];
  const wk_lanes k2 = planes->code[WK_BIT_K2];
  planes->code[WK_BIT_K1] = k1 | ~(k0 | k2 | lead);
  planes->code[WK_BIT_K2] = k2 | ~(k0 | k1 | lead);
  if (fused) {
    const wk_lanes digit = k1 & ~k0 & ~k2, mark = k2 & ~k0 & planes->code[WK_BIT_E];
    const wk_lanes is_short = lead & (digit | mark);
    if (__builtin_expect(wk_any(is_short) || is_open, 0))
      wk_fold_short(side, text, &is_short, is_open);
  }
}

#include "scan.h"

#pragma clang attribute pop

const wk_kernels wk_avx2 = {"avx2", wk_uax29, wk_uax29_fused, wk_uax29_count,
                           wk_arabic, wk_arabic_fused, wk_arabic_count};

#endif
