/* The word rules as algebra on bit planes: one bit a byte of text, eight lanes of 64 bytes at
   once. Generic: any compiler that has vectors of eight 64-bit lanes makes of it what the machine
   offers. docs/TOKENIZER.md derives each line from UAX #29. */
#ifndef WARRAQ_KERNEL_RULES_H
#define WARRAQ_KERNEL_RULES_H

#include "codes.h"
#include "include/cwarraqkernels.h"

#include <stdbool.h>
#include <string.h>

#define WK_LANES (WK_WINDOW / 64)
#define WK_INLINE static inline __attribute__((always_inline))

/* All functions that take or return lanes are inlined: nothing depends on how they are passed. */
#pragma clang diagnostic ignored "-Wpsabi"

typedef uint64_t wk_lanes __attribute__((vector_size(WK_LANES * 8)));
/* For reads and writes at any address. */
typedef uint64_t wk_lanes_unaligned __attribute__((vector_size(WK_LANES * 8), aligned(1)));

/* What a window's bytes are, one bit a byte. */
typedef struct {
  wk_lanes code[WK_PLANES];
  wk_lanes three; /* Lead bytes of three. */
} wk_planes;

/* Where a kernel writes. */
typedef struct {
  uint32_t *starts;
  uint8_t *kinds;
  uint8_t *keys;
  uint32_t *key_starts;
  uint64_t key_count;
  uint32_t base;       /* The window's first byte. */
  wk_lanes base_pairs; /* The same in each half of each lane. */
} wk_output;

/* What the rules say of a window. */
typedef struct {
  wk_lanes boundary; /* A segment begins here. */
  wk_lanes stop;     /* Only the reference can tell what happens here. */
  wk_lanes mixed;    /* A segment goes on here with another kind than before. */
  wk_lanes open;     /* Decided by the bytes around: see settle.h. */
} wk_verdict;

/* Shifts towards later bytes by 1 to 63, across lanes; `last` is the same plane of the window
   before. */
WK_INLINE wk_lanes wk_later(wk_lanes x, wk_lanes last, int bytes) {
  const wk_lanes before = __builtin_shufflevector(last, x, 7, 8, 9, 10, 11, 12, 13, 14);
  return x << bytes | before >> (64 - bytes);
}

/* Shifts towards earlier bytes by 1 to 63, across lanes; nothing comes in from behind. */
WK_INLINE wk_lanes wk_earlier(wk_lanes x, int bytes) {
  const wk_lanes zero = {0};
  const wk_lanes after = __builtin_shufflevector(zero, x, 9, 10, 11, 12, 13, 14, 15, 0);
  return x >> bytes | after << (64 - bytes);
}

WK_INLINE bool wk_any(wk_lanes x) { return __builtin_reduce_or(x) != 0; }

/* Planes that reach from one window into the next. */
typedef struct {
  wk_lanes through, before[3], blank, line, cr, middle_letter, middle_number, loose, dots;
  wk_lanes short_word, three, lead;
  wk_lanes mixed; /* Anything: the segment that reaches over the border may have mixed kinds. */
} wk_carry;

/* What stands before the first window of a scan: something that nothing joins. */
WK_INLINE wk_carry wk_first_carry(void) {
  wk_carry carry;
  memset(&carry, 0, sizeof carry);
  carry.line = ~carry.line;
  return carry;
}

/* Spreads three planes from the first bytes of scalars over all bytes up to the next scalar that
   WB4 does not skip. `through` has the bytes to spread over. Returns the bytes that more than
   seven such bytes lead to; there the planes do not reach. */
WK_INLINE wk_lanes wk_spread(wk_lanes through, wk_lanes planes[3], const wk_carry *carry) {
  const wk_lanes none = {0};
  for (int i = 0; i < 3; i++) planes[i] |= wk_later(planes[i], carry->before[i], 1) & through;
  /* Runs of two such bytes and more: a letter of two bytes and one mark make three. The planes of
     the window before are spread to its end: runs need not reach back into it. */
  wk_lanes run = through & wk_later(through, carry->through, 1);
  for (int i = 0; i < 3; i++) planes[i] |= wk_later(planes[i], carry->before[i], 2) & run;
  run &= wk_later(run, none, 2);
  if (__builtin_expect(!wk_any(run), 1)) return none;
  for (int i = 0; i < 3; i++) planes[i] |= wk_later(planes[i], carry->before[i], 4) & run;
  return run & wk_later(run, none, 4);
}

/* Applies the rules to a window. */
WK_INLINE wk_verdict wk_rules(const wk_planes *planes, wk_carry *carry, bool arabic_profile) {
  const wk_lanes k0 = planes->code[WK_BIT_K0], k1 = planes->code[WK_BIT_K1];
  const wk_lanes k2 = planes->code[WK_BIT_K2], e = planes->code[WK_BIT_E];
  const wk_lanes m2 = planes->code[WK_BIT_M2], m3 = planes->code[WK_BIT_M3];
  const wk_lanes q = planes->code[WK_BIT_Q], lead = planes->code[WK_BIT_LONG];
  const wk_lanes three = planes->three;

  const wk_lanes continuation = k2 & k1 & ~q, hard = k2 & k1 & q;
  const wk_lanes alphabetic = ~(k2 | k1 | q);
  const wk_lanes arabic = alphabetic & ~k0;
  const wk_lanes number = ~k2 & k1 & ~k0;
  const wk_lanes punctuation = ~k2 & k1 & k0;
  const wk_lanes connector = punctuation & e & ~q;
  const wk_lanes word = alphabetic | number | connector;
  const wk_lanes space = k2 & k0;
  const wk_lanes blank = space & m2, line = space & m3, cr = line & e;
  const wk_lanes mark = k2 & ~k0 & e; /* No code of kind 6 has E. */
  const wk_lanes through_bytes = continuation | mark;
  wk_verdict verdict;
  verdict.stop = hard;
  verdict.open = (wk_lanes){0};

  /* WB4: what stands before a byte, marks skipped. Letters have neither of two planes, Arabic ones
     the second, digits the first, ExtendNumLet both. */
  const wk_lanes first = word & k1, second = arabic | connector;
  wk_lanes before[3] = {word, first, second};
  verdict.stop |= wk_spread(through_bytes, before, carry);
  const wk_lanes word_before = wk_later(before[0], carry->before[0], 1);
  const wk_lanes first_before = wk_later(before[1], carry->before[1], 1);
  const wk_lanes second_before = wk_later(before[2], carry->before[2], 1);
  const wk_lanes letter_before = word_before & ~first_before;
  const wk_lanes number_before = first_before & ~second_before;
  const wk_lanes arabic_before = second_before & ~first_before;

  /* WB5, WB8, WB9, WB10, WB13a, WB13b; profile `arabic` cuts where the script changes. */
  const wk_lanes words = arabic_profile ? word & word_before & ~(arabic ^ arabic_before)
                                        : word & word_before;
  /* WB4 and WB3a, WB3d. */
  wk_lanes joined = (mark & ~wk_later(line, carry->line, 1)) |
                    (blank & wk_later(blank, carry->blank, 1)) | words;
  joined |= line & ~e & wk_later(cr, carry->cr, 1); /* WB3 */
  /* Kinds: an Arabic letter makes any segment a word, and so on; the first scalar does not tell. */
  verdict.mixed = words & ((first ^ first_before) | (second ^ second_before));

  /* WB6, WB7, WB11, WB12: a mark between two letters or two digits. Most stand before a space. */
  const wk_lanes latin_before = letter_before & ~arabic_before;
  const wk_lanes middle_letter = punctuation & m3 & (arabic_profile ? latin_before : letter_before);
  const wk_lanes middle_number = punctuation & m2 & number_before;
  const wk_lanes middle = middle_letter | middle_number;
  const wk_lanes one = ~lead;
  const wk_lanes loose = middle & ~(one & wk_earlier(space, 1));
  wk_lanes dots = {0};
  if (__builtin_expect(wk_any(loose | carry->loose), 0)) {
    const wk_lanes two = lead & ~three;
    const wk_lanes letter_one = carry->middle_letter & ~carry->lead;
    const wk_lanes number_one = carry->middle_number & ~carry->lead;
    const wk_lanes letter_two = carry->middle_letter & carry->lead & ~carry->three;
    const wk_lanes number_two = carry->middle_number & carry->lead & ~carry->three;
    const wk_lanes after_letter =
        wk_later(middle_letter & one, letter_one, 1) |
        wk_later(middle_letter & two, letter_two, 2) |
        wk_later(middle_letter & three, carry->middle_letter & carry->three, 3);
    const wk_lanes after_number =
        wk_later(middle_number & one, number_one, 1) |
        wk_later(middle_number & two, number_two, 2) |
        wk_later(middle_number & three, carry->middle_number & carry->three, 3);
    const wk_lanes letter = arabic_profile ? alphabetic & k0 : alphabetic;
    const wk_lanes through = (letter & after_letter) | (number & after_number);
    const wk_lanes joined_middle =
        middle & ((one & wk_earlier(through, 1)) | (two & wk_earlier(through, 2)) |
                  (three & wk_earlier(through, 3)));
    joined |= through | joined_middle;
    verdict.mixed |= letter & through;
    /* Left to the reference: a mark between the middle and what follows, a middle that stands in
       the window before. */
    const wk_lanes border = {7};
    verdict.stop |= (mark & (after_letter | after_number)) | (through & border);
    if (arabic_profile) {
      dots = joined_middle & number_before & m3 & ~q;
      /* 1;5 and 1،500, 5.11.2018; http: and www. */
      verdict.open =
          (joined_middle & number_before & q) |
          (dots & (wk_later(dots, carry->dots, 2) | wk_later(dots, carry->dots, 3) |
                   wk_later(dots, carry->dots, 4) | wk_later(dots, carry->dots, 5)));
      verdict.stop |= middle_letter & ~q & ~wk_earlier(space, 1);
    }
  }

  wk_lanes short_word = {0};
  if (arabic_profile) {
    /* Percent signs, U+066B, controls, _, # and @. */
    const wk_lanes rare = (q & ~(m2 | m3) & ((~k2 & k1) | mark)) | connector;
    if (__builtin_expect(wk_any(rare), 0)) {
      const wk_lanes percent = punctuation & e & q & number_before;
      joined |= percent;
      if (wk_any(verdict.mixed | carry->mixed)) verdict.stop |= percent;
      verdict.stop |= connector | (mark & q) | (punctuation & q & ~(e | m2 | m3)) |
                      (number & q & ~(number_before & wk_earlier(number & ~q, 2)));
    }
    verdict.boundary = ~(continuation | joined);
    /* د. and أ.د.: a stop behind one letter or two. */
    short_word = arabic & verdict.boundary;
    verdict.open |=
        punctuation & m2 & m3 & ~q & arabic_before &
        (wk_later(short_word, carry->short_word, 2) | wk_later(short_word, carry->short_word, 4));
  } else {
    verdict.boundary = ~(continuation | joined);
  }

  /* U+066B without digits is no number. */
  verdict.stop |= number & q & (verdict.boundary | (first_before & second_before));
  /* UTF-8: the bytes that must follow lead bytes are those that do. */
  verdict.stop |= (wk_later(lead, carry->lead, 1) | wk_later(three, carry->three, 1) |
                   wk_later(three, carry->three, 2)) ^
                  continuation;

  wk_lanes mixed = verdict.mixed;
  if (__builtin_expect(wk_any(carry->mixed), 0) && !wk_any(verdict.boundary)) mixed |= carry->mixed;
  const wk_lanes last_three = {0, 0, 0, 0, 0, 0, 0, 7ull << 61};
  *carry = (wk_carry){
      .through = through_bytes,
      .before = {before[0], before[1], before[2]},
      .blank = blank,
      .line = line,
      .cr = cr,
      .middle_letter = middle_letter,
      .middle_number = middle_number,
      .loose = loose & last_three,
      .dots = dots,
      .short_word = short_word,
      .three = three,
      .lead = lead,
      .mixed = mixed,
  };
  return verdict;
}

#endif
