/* The kernel for AArch64: NEON is always there. 16 bytes at a time: codes by table look-ups of 64
   entries, planes by sums of weighted bits, tokens by counting trailing zeros. */
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
WK_INLINE uint64_t wk_nonzero(const uint8_t *bytes) {
  uint8x16_t is[4];
  for (int i = 0; i < 4; i++) {
    const uint8x16_t each = vld1q_u8(bytes + 16 * i);
    is[i] = vtstq_u8(each, each);
  }
  return wk_mask(is[0], is[1], is[2], is[3]);
}

#include "scalar_blocks.h"

WK_INLINE uint8x16x4_t wk_table(const uint8_t *table) {
  return (uint8x16x4_t){{vld1q_u8(table), vld1q_u8(table + 16), vld1q_u8(table + 32),
                         vld1q_u8(table + 48)}};
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
  const uint8x16_t index = vandq_u8(next, vdupq_n_u8(63));
  codes = vbslq_u8(vceqq_u8(byte, vdupq_n_u8(0xD8)), vqtbl4q_u8(wk_table(wk_code_arabic), index),
                   codes);
  codes = vbslq_u8(vceqq_u8(byte, vdupq_n_u8(0xD9)),
                   vqtbl4q_u8(wk_table(wk_code_arabic + 64), index), codes);
  const uint8x16x4_t latin = wk_table(fused ? wk_code_latin_fused : wk_code_latin);
  return vbslq_u8(vceqq_u8(byte, vdupq_n_u8(0xC2)), vqtbl4q_u8(latin, index), codes);
}

/* Folds a block, but for scalars of other lead bytes than 0xD8 and 0xD9. */
WK_INLINE void wk_fold(uint8_t *folded, const uint8_t *text) {
  uint8x16_t leads[4];
  for (int i = 0; i < 4; i++) {
    const uint8x16_t byte = vld1q_u8(text + 16 * i);
    const uint8x16_t upper = vcltq_u8(vsubq_u8(byte, vdupq_n_u8('A')), vdupq_n_u8(26));
    vst1q_u8(folded + 16 * i, vaddq_u8(byte, vandq_u8(upper, vdupq_n_u8(0x20))));
    leads[i] = vceqq_u8(vandq_u8(byte, vdupq_n_u8(0xFE)), vdupq_n_u8(0xD8));
  }
  wk_fold_arabic(folded, text, wk_mask(leads[0], leads[1], leads[2], leads[3]));
}

WK_INLINE void wk_classify(wk_side *side, const wk_side *before, const uint8_t *text,
                           uint64_t bytes, bool fused, wk_planes *planes) {
  uint64_t lanes[WK_PLANES][WK_LANES], three[WK_LANES] = {0};
  if (fused) memcpy(side->folded + WK_WINDOW, text + WK_WINDOW, 2);
  /* From the last block to the first: a block's last scalar folds into the next one. */
  for (uint64_t k = WK_LANES; k-- > 0;) {
    const uint8_t *block = text + 64 * k;
    if (__builtin_expect(64 * k >= bytes, 0)) {
      for (int i = 0; i < WK_PLANES; i++) lanes[i][k] = WK_KIND_SYMBOL >> i & 1 ? ~0ull : 0;
      continue;
    }
    uint8x16_t codes[4], hard[4];
    for (int i = 0; i < 4; i++) {
      const uint8x16_t byte = vld1q_u8(block + 16 * i);
      codes[i] = wk_common_codes(byte, vld1q_u8(block + 16 * i + 1), fused);
      vst1q_u8(side->codes + 64 * k + 16 * i, codes[i]);
      hard[i] = vceqq_u8(codes[i], vdupq_n_u8(WK_HARD));
    }
    if (fused) wk_fold(side->folded + 64 * k, block);
    const uint64_t open = wk_mask(hard[0], hard[1], hard[2], hard[3]);
    if (__builtin_expect(open != 0, 0)) {
      three[k] = wk_look_up_rare(side, text, k, open, fused);
      for (int i = 0; i < 4; i++) codes[i] = vld1q_u8(side->codes + 64 * k + 16 * i);
    }
    for (int i = 0; i < WK_PLANES; i++) {
      const uint8x16_t bit = vdupq_n_u8((uint8_t)(1 << i));
      lanes[i][k] = wk_mask(vtstq_u8(codes[0], bit), vtstq_u8(codes[1], bit),
                            vtstq_u8(codes[2], bit), vtstq_u8(codes[3], bit));
    }
  }
  if (fused) wk_carry_folds(side, before, text);
  for (int i = 0; i < WK_PLANES; i++)
    planes->code[i] = *(const wk_lanes_unaligned *)lanes[i];
  planes->three = *(const wk_lanes_unaligned *)three;
}

#include "scan.h"

const wk_kernels wk_neon = {"neon", wk_uax29, wk_uax29_fused, wk_arabic, wk_arabic_fused};

#endif
