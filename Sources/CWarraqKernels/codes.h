/* The code of a scalar: eight bits that a kernel turns into eight planes of one bit a byte.

   A code says what the word rules and the kinds of tokens need to know of a scalar. It stands at
   the first byte; later bytes have WK_CONTINUATION. Scalars that no code describes (Hebrew,
   Katakana, flags, pictographs, line breaks other than CR and LF, all of planes 1 to 16) have
   WK_HARD: there the kernel stops and the reference takes over for a segment or two.

     bits 0 to 2  the kind (WK_KIND_...), 6 in the two codes above
     bit 3 E, 4 M2, 5 M3, 6 Q, 7 LONG

     kind 0, 1, 2  letters and digits: ALetter, Numeric. Q: of the letters one without part in any
                   rule (Han, Thai), of the digits one that is none (U+066B)
     kind 3        punctuation: M3 joins letters (MidLetter, MidNumLet, Single_Quote), M2 joins
                   digits (MidNum, MidNumLet, Single_Quote), Q there: other than . : , alone;
                   E: ExtendNumLet; E and Q: a percent sign; Q alone: # or @
     kind 4        other symbols; E: Extend, Format, ZWJ, Q there: Format
     kind 5        white space: M2 WSegSpace, M3 CR or LF, E there: CR
     LONG          more than one byte (of the kinds above) */
#ifndef WARRAQ_KERNEL_CODES_H
#define WARRAQ_KERNEL_CODES_H

enum {
  WK_BIT_K0,
  WK_BIT_K1,
  WK_BIT_K2,
  WK_BIT_E,
  WK_BIT_M2,
  WK_BIT_M3,
  WK_BIT_Q,
  WK_BIT_LONG,
  WK_PLANES
};

enum { WK_KIND_BITS = 7, WK_CONTINUATION = 6, WK_HARD = WK_CONTINUATION | 1 << WK_BIT_Q };

#endif
