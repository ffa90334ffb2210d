/* The pass over a text, for the kernels of all instruction sets.

   A kernel's file includes this once it has defined, for 64 bytes at a time (wn_bytes): wn_tables and
   wn_load_tables, wn_load, wn_store, wn_store_kept, wn_equal, wn_nonzero, wn_differing, wn_output,
   wn_disorder and wn_elongation. */
#include "spaces.h"

#include <string.h>

/* How many bytes ahead of their use bytes are asked for. */
#define WN_PREFETCH 1536

/* Where the text of a block can be read, with what stands around it. */
typedef struct {
  uint8_t bytes[64 + 64 + 8];
} wn_edge;

/* A block of the text; near its ends a copy, with zeros around. */
WN_INLINE const uint8_t *wn_block(const uint8_t *text, uint64_t length, uint64_t base,
                                  wn_edge *edge) {
  if (__builtin_expect(base >= 8 && base + 68 <= length, 1)) return text + base;
  memset(edge, 0, sizeof *edge);
  const uint64_t from = base >= 8 ? base - 8 : 0;
  const uint64_t to = base + 72 < length ? base + 72 : length;
  memcpy(edge->bytes + (64 + from - base), text + from, to - from);
  return edge->bytes + 64;
}

static wn_result wn_run(wn_pass *pass) {
  const wn_plan *plan = pass->plan;
  const wn_tables tables = wn_load_tables(plan);
  const uint8_t *text = pass->text;
  const uint64_t length = pass->length;
  const bool collapses = plan->collapses_spaces;
  uint64_t position = pass->position;
  wn_carry carry = {pass->last == ' ', pass->last == '\n', pass->after_cr};
  wn_edge edge;

  while (position < length) {
    const uint64_t base = position & ~63ull, block = position / 64, offset = position & 63;
    const uint8_t *at = wn_block(text, length, base, &edge);
    const wn_bytes byte = wn_load(at);
    _mm_prefetch((const char *)at + WN_PREFETCH, _MM_HINT_T0);
    const wn_bytes out = wn_output(plan, &tables, at, byte);

    uint64_t valid = ~0ull << offset;
    if (length - base < 64) valid &= (1ull << (length - base)) - 1;
    uint64_t hard = wn_equal(out, WN_HARD) & valid;
    if (plan->orders_marks) hard |= wn_disorder(at, byte) & valid;
    uint64_t kept = wn_nonzero(out) & valid;
    if (hard != 0) {
      valid &= (hard & -hard) - 1;
      kept &= valid;
    }
    const uint64_t before = offset != 0 ? pass->kept[block] : 0;

    uint8_t *output = pass->output + pass->output_count;
    if (plan->cuts_elongation) {
      wn_store_kept(output, kept, out);
      uint64_t third = wn_elongation(output);
      third = _pdep_u64(third, kept);
      if (third != 0) {
        hard = third & -third;
        kept &= hard - 1;
        valid &= hard - 1;
      }
    }

    if (collapses) {
      const uint64_t all = kept;
      const uint64_t is_space = wn_equal(out, ' ') & all;
      const uint64_t is_break = wn_equal(out, '\n') & all;
      const uint64_t spaces = _pext_u64(is_space, all);
      const uint64_t breaks = _pext_u64(is_break, all);
      const uint64_t cr = wn_equal(byte, '\r') & all;
      const uint64_t events =
          (spaces & ((spaces | breaks) << 1 | carry.is_space | carry.is_break)) |
          (breaks & (spaces << 1 | carry.is_space)) | cr | carry.after_cr;
      if (__builtin_expect(events != 0, 0)) {
        pass->kept[block] = before;
        const uint64_t staying =
            wn_collapse(pass, &carry, block, spaces, breaks, _pext_u64(cr, all),
                        _pext_u64(wn_equal(byte, '\n') & all, all));
        kept = _pdep_u64(staying, all);
        output = pass->output + pass->output_count;
        pass->kept[block] |= kept;
        if (all != 0) carry.after_cr = cr >> (63 - __builtin_clzll(all)) & 1;
      } else {
        pass->kept[block] = before | kept;
      }
      if (kept != 0) {
        const int top = 63 - __builtin_clzll(kept);
        carry.is_space = is_space >> top & 1;
        carry.is_break = is_break >> top & 1;
      }
    } else {
      pass->kept[block] = before | kept;
    }

    if (kept == ~0ull)
      wn_store(output, out);
    else
      wn_store_kept(output, kept, out);
    pass->output_count += (uint64_t)__builtin_popcountll(kept);

    if (hard != 0) {
      position = base + (uint64_t)__builtin_ctzll(hard);
      break;
    }
    position = base + 64;
  }

  pass->position = position < length ? position : length;
  pass->last = carry.is_space ? ' ' : carry.is_break ? '\n' : 'x';
  pass->after_cr = carry.after_cr;
  return pass->position < length ? WN_STOP : WN_END;
}

static uint64_t wn_unchanged(const wn_plan *plan, const uint8_t *text, uint64_t position,
                             uint64_t length) {
  const wn_tables tables = wn_load_tables(plan);
  uint64_t base = position & ~63ull;
  uint64_t valid = ~0ull << (position & 63);
  /* Whether a space or a line's start, and whether a space, is before the block. */
  uint64_t blank = base == 0 || text[base - 1] == '\n' || text[base - 1] == ' ';
  uint64_t space = base != 0 && text[base - 1] == ' ';
  wn_edge edge;
  for (; base < length; base += 64, valid = ~0ull) {
    const uint8_t *at = wn_block(text, length, base, &edge);
    const wn_bytes byte = wn_load(at);
    _mm_prefetch((const char *)at + WN_PREFETCH, _MM_HINT_T0);
    if (length - base < 64) valid &= (1ull << (length - base)) - 1;
    const wn_bytes out = wn_output(plan, &tables, at, byte);
    uint64_t changed = wn_differing(out, byte);
    if (plan->collapses_spaces) {
      const uint64_t spaces = wn_equal(byte, ' ');
      const uint64_t breaks = wn_equal(byte, '\n');
      changed |= spaces & ((spaces | breaks) << 1 | blank);
      changed |= breaks & (spaces << 1 | space);
      space = spaces >> 63;
      blank = (spaces | breaks) >> 63;
    }
    if (plan->orders_marks) changed |= wn_disorder(at, byte);
    if (plan->cuts_elongation) changed |= wn_elongation(at);
    changed &= valid;
    if (changed != 0) return base + (uint64_t)__builtin_ctzll(changed);
  }
  return length;
}
