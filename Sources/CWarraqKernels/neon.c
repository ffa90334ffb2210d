/* The kernel for AArch64: NEON is always there. 16 bytes at a time: codes by table look-ups of 64
   entries, planes by sums of weighted bits, segments by tables of the places that bits stand at. */
#if defined(__aarch64__)

#include "Generated/tables.h"
#include "kernels.h"

#include <arm_neon.h>

#include "rules.h"

/* One bit a byte, of 64 bytes that are 0 or 0xFF. */
WK_INLINE uint64_t wk_mask(uint8x16_t a, uint8x16_t b, uint8x16_t c, uint8x16_t d) {
  static const uint8_t weights[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  const uint8x16_t weight = vld1q_u8(weights);
  const uint8x16_t low = vpaddq_u8(vandq_u8(a, weight), vandq_u8(b, weight));
  const uint8x16_t high = vpaddq_u8(vandq_u8(c, weight), vandq_u8(d, weight));
  const uint8x16_t quarters = vpaddq_u8(low, high);
  return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(quarters, quarters)), 0);
}

/* Which of 64 bytes are not 0. */
WK_INLINE uint64_t wk_kept(const uint8_t *bytes) {
  uint8x16_t is[4];
  for (int i = 0; i < 4; i++) {
    const uint8x16_t each = vld1q_u8(bytes + 16 * i);
    is[i] = vtstq_u8(each, each);
  }
  return wk_mask(is[0], is[1], is[2], is[3]);
}

typedef uint32x4_t wk_base;

WK_INLINE wk_base wk_base_of(uint32_t base) { return vdupq_n_u32(base); }

WK_INLINE wk_base wk_base_at(const wk_output *output, uint32_t place) {
  return vdupq_n_u32(output->base + place);
}

WK_INLINE void wk_store_wide(uint32_t *to, uint64_t places, wk_base base) {
  const uint16x8_t wide = vmovl_u8(vcreate_u8(places));
  vst1q_u32(to, vaddw_u16(base, vget_low_u16(wide)));
  vst1q_u32(to + 4, vaddw_u16(base, vget_high_u16(wide)));
}

WK_INLINE void wk_store_picked(uint8_t *to, const uint8_t *from, uint64_t places) {
  vst1_u8(to, vqtbl1_u8(vld1q_u8(from), vcreate_u8(places)));
}

WK_INLINE uint64_t wk_picked(uint64_t low, uint64_t high, uint64_t places) {
  const uint8x16_t bytes = vcombine_u8(vcreate_u8(low), vcreate_u8(high));
  return vget_lane_u64(vreinterpret_u64_u8(vqtbl1_u8(bytes, vcreate_u8(places))), 0);
}

WK_INLINE void wk_store_block(uint8_t *to, const uint8_t *from) {
  for (int i = 0; i < 4; i++) vst1q_u8(to + 16 * i, vld1q_u8(from + 16 * i));
}

/* Counted by the table that has the widths at hand: a population count goes through a vector. */
#define wk_number(tables, bits)                                                                    \
  (((uint64_t)(tables)->widths[(bits) & 0xFF] + (tables)->widths[(bits) >> 8]) / 8)

#include "scalar_blocks.h"

WK_INLINE uint8x16x4_t wk_table(const uint8_t *table) {
  return (uint8x16x4_t){{vld1q_u8(table), vld1q_u8(table + 16), vld1q_u8(table + 32),
                         vld1q_u8(table + 48)}};
}

/* What two tables have for scalars of the lead bytes 0xD8 and 0xD9; `other` for all else. */
WK_INLINE uint8x16_t wk_arabic_of(const uint8_t *table, uint8x16_t byte, uint8x16_t next,
                                  uint8x16_t other) {
  const uint8x16_t index = vandq_u8(next, vdupq_n_u8(63));
  const uint8x16_t some =
      vbslq_u8(vceqq_u8(byte, vdupq_n_u8(0xD8)), vqtbl4q_u8(wk_table(table), index), other);
  return vbslq_u8(vceqq_u8(byte, vdupq_n_u8(0xD9)), vqtbl4q_u8(wk_table(table + 64), index), some);
}

/* The codes of 16 bytes; WK_HARD at lead bytes other than 0xD8, 0xD9 and 0xC2. A look-up gives 0
   for indices from 64 on. */
WK_INLINE uint8x16_t wk_common_codes(uint8x16_t byte, uint8x16_t next, bool fused) {
  const uint8x16_t ascii =
      vorrq_u8(vqtbl4q_u8(wk_table(wk_code_ascii), byte),
               vqtbl4q_u8(wk_table(wk_code_ascii + 64), vsubq_u8(byte, vdupq_n_u8(64))));
  const uint8x16_t unknown =
      vorrq_u8(vandq_u8(byte, vdupq_n_u8(0x40)), vdupq_n_u8(WK_CONTINUATION));
  uint8x16_t codes = vbslq_u8(vcgeq_u8(byte, vdupq_n_u8(0x80)), unknown, ascii);
  codes = wk_arabic_of(wk_code_arabic, byte, next, codes);
  const uint8x16x4_t latin = wk_table(fused ? wk_code_latin_fused : wk_code_latin);
  return vbslq_u8(vceqq_u8(byte, vdupq_n_u8(0xC2)),
                  vqtbl4q_u8(latin, vandq_u8(next, vdupq_n_u8(63))), codes);
}

/* Folds 16 bytes, but for scalars of other lead bytes than 0xD8 and 0xD9. `seconds` has, at the
   places of lead bytes, what their second bytes fold to; 0xFF where there is none. It is that of the
   16 bytes before, and becomes that of these. */
WK_INLINE uint8x16_t wk_folded(uint8x16_t byte, uint8x16_t next, uint8x16_t *seconds) {
  const uint8x16_t none = vdupq_n_u8(0xFF);
  const uint8x16_t here = wk_arabic_of(wk_fold_arabic_second, byte, next, none);
  const uint8x16_t second = vextq_u8(*seconds, here, 15);
  *seconds = here;
  const uint8x16_t upper = vcltq_u8(vsubq_u8(byte, vdupq_n_u8('A')), vdupq_n_u8(26));
  const uint8x16_t other = vaddq_u8(byte, vandq_u8(upper, vdupq_n_u8(0x20)));
  const uint8x16_t first = wk_arabic_of(wk_fold_arabic_first, byte, next, other);
  return vbslq_u8(vceqq_u8(second, none), first, second);
}

/* Folds a window, but for what is looked up. */
static void wk_fold(wk_side *side, const wk_side *before, const uint8_t *text, uint64_t bytes) {
  uint8x16_t seconds = vdupq_n_u8(0xFF);
  if (before != NULL)
    seconds =
        wk_arabic_of(wk_fold_arabic_second, vdupq_n_u8(text[-1]), vdupq_n_u8(text[0]), seconds);
  for (uint64_t at = 0; at < (bytes + 63) / 64 * 64; at += 16)
    vst1q_u8(side->folded + at,
             wk_folded(vld1q_u8(text + at), vld1q_u8(text + at + 1), &seconds));
  wk_join_folds(side, before);
}

WK_INLINE uint8x16_t wk_turned(uint8x16_t codes) { return WK_TURNED(codes); }

WK_INLINE void wk_classify(wk_side *side, const wk_side *before, const uint8_t *text,
                           uint64_t bytes, bool fused, wk_planes *planes) {
  uint64_t lanes[WK_PLANES][WK_LANES], three[WK_LANES] = {0};
  uint8_t turned[WK_WINDOW];
  if (fused) wk_fold(side, before, text, bytes);
  for (uint64_t k = 0; k < WK_LANES; k++) {
    const uint8_t *block = text + 64 * k;
    if (__builtin_expect(64 * k >= bytes, 0)) {
      for (int i = 0; i < WK_PLANES; i++) lanes[i][k] = WK_KIND_SYMBOL >> i & 1 ? ~0ull : 0;
      continue;
    }
    uint8x16_t codes[4], hard[4];
    for (int i = 0; i < 4; i++) {
      const uint8x16_t byte = vld1q_u8(block + 16 * i), next = vld1q_u8(block + 16 * i + 1);
      codes[i] = wk_common_codes(byte, next, fused);
      vst1q_u8(side->codes + 64 * k + 16 * i, vandq_u8(codes[i], vdupq_n_u8(WK_KIND_BITS)));
      hard[i] = vceqq_u8(codes[i], vdupq_n_u8(WK_HARD));
    }
    const uint64_t rest = wk_mask(hard[0], hard[1], hard[2], hard[3]);
    if (__builtin_expect(rest != 0, 0)) {
      for (int i = 0; i < 4; i++) vst1q_u8(turned + 64 * k + 16 * i, wk_turned(codes[i]));
      three[k] = wk_look_up(side, turned, text, k, rest, fused);
      for (int i = 0; i < 4; i++) codes[i] = wk_turned(vld1q_u8(turned + 64 * k + 16 * i));
    }
    for (int i = 0; i < WK_PLANES; i++) {
      const uint8x16_t bit = vdupq_n_u8((uint8_t)(1 << i));
      lanes[i][k] = wk_mask(vtstq_u8(codes[0], bit), vtstq_u8(codes[1], bit),
                            vtstq_u8(codes[2], bit), vtstq_u8(codes[3], bit));
    }
  }
  for (int i = 0; i < WK_PLANES; i++)
    planes->code[i] = *(const wk_lanes_unaligned *)lanes[i];
  planes->three = *(const wk_lanes_unaligned *)three;
}

#include "scan.h"

const wk_kernels wk_neon = {"neon", wk_uax29, wk_uax29_fused, wk_uax29_count,
                           wk_arabic, wk_arabic_fused, wk_arabic_count};

#endif
