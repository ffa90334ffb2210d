/* How spaces collapse: on bit masks of 64 bytes of output, for the kernels of all instruction
   sets. */
#ifndef WARRAQ_NORMALIZATION_SPACES_H
#define WARRAQ_NORMALIZATION_SPACES_H

#include "kernels.h"

#include <immintrin.h>

/* What is carried from one block to the next. */
typedef struct {
  uint64_t is_space, is_break; /* 1 where the last output byte is a space, a line feed. */
  uint64_t after_cr;
} wn_carry;

/* Takes back the space that was written last. */
static __attribute__((noinline)) void wn_take_back_space(wn_pass *pass, uint64_t block) {
  pass->output_count--;
  while (pass->kept[block] == 0) block--;
  pass->kept[block] &= ~(1ull << (63 - __builtin_clzll(pass->kept[block])));
}

/* Which of the kept bytes stay. All masks count kept bytes only: `spaces`, `breaks` (line feeds in
   the output), `cr` and `lf` (carriage returns and line feeds in the text). */
static __attribute__((noinline, target("bmi,bmi2,lzcnt,popcnt"))) uint64_t wn_collapse(
    wn_pass *pass, const wn_carry *carry, uint64_t block, uint64_t spaces, uint64_t breaks,
    uint64_t cr, uint64_t lf) {
  /* The line feed of CR LF; it hides behind the break that is the carriage return. */
  uint64_t dropped = lf & (cr << 1 | carry->after_cr);
  breaks &= ~dropped;
  /* Spaces at a line's start and after other spaces. The line feed dropped has a break before. */
  dropped |= spaces & ((spaces | breaks | dropped) << 1 | carry->is_space | carry->is_break);
  /* The first space of a run that ends at a break. */
  const uint64_t first = spaces & ~dropped;
  const uint64_t run = spaces | (dropped & ~breaks);
  for (uint64_t rest = breaks; rest != 0; rest &= rest - 1) {
    const uint64_t below = (rest & -rest) - 1;
    /* All before this break that is no space. */
    const uint64_t other = ~run & below;
    const uint64_t start = other == 0 ? 0 : 64 - __builtin_clzll(other);
    const uint64_t of_run = first & below & ~((1ull << start) - 1);
    if (of_run != 0)
      dropped |= of_run;
    else if (start == 0 && carry->is_space)
      wn_take_back_space(pass, block);
  }
  return ~dropped;
}

#endif
