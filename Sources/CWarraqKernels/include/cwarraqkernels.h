/* Vector kernels of the tokenizer: word boundaries of UAX #29 (Unicode 15.0), kinds and folded
   keys, a window of text at a time. docs/TOKENIZER.md tells how they work.

   A kernel knows most scalars, not all. At one that it does not know, at invalid UTF-8 and, in
   profile `arabic`, where only a look at the whole word can tell, it stops at a boundary before
   that place; the caller cuts the next segments with the reference and calls again. */
#ifndef WARRAQ_KERNELS_H
#define WARRAQ_KERNELS_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Bytes that one window spans, and so tokens that it may hold. */
#define WK_WINDOW 512
/* Bytes that the local part of an e-mail address may have (RFC 5321, 4.5.3.1.1). */
#define WK_LOCAL_PART 64
/* Entries that a kernel may write behind the last token, and bytes behind the last key. */
#define WK_SLACK 64

/* Values of `kinds`: the raw values of Swift's TokenKind that a kernel can tell. The smallest of
   the letters', digits' and other kinds in a segment is the segment's. */
enum {
  WK_KIND_ARABIC_WORD,
  WK_KIND_OTHER_WORD,
  WK_KIND_NUMBER,
  WK_KIND_PUNCTUATION,
  WK_KIND_SYMBOL,
  WK_KIND_SPACE
};

/* Why a kernel returned. */
typedef enum {
  WK_END,  /* The text is at its end. */
  WK_FULL, /* There is no room for one more window's tokens or keys. */
  WK_STOP, /* The reference has to cut segments from `position` until one ends behind `stop`. */
} wk_result;

/* What is kept of a window's bytes until its segments are written. */
typedef struct {
  uint8_t codes[WK_WINDOW];
  /* Each byte folded, 0 where folding drops it; behind the window what the first bytes of the next
     one fold to where its last scalar reaches over. */
  uint8_t folded[WK_WINDOW + 64];
} wk_side;

/* A scan of one text. The caller fills the first part, and moves `position`, `count` and
   `key_count` on where the reference cut; the rest is the kernel's own and begins as zeros. A scan
   that begins at a multiple of 64 bytes is the fastest. */
typedef struct {
  wk_side sides[2]; /* First: aligned as the whole. */

  const uint8_t *text;
  uint64_t length;
  uint64_t position; /* A boundary: the next segment's first byte. */
  uint64_t stop;     /* With WK_STOP: a byte at or after `position`. */

  uint32_t *starts; /* First byte of each segment; room for capacity + WK_SLACK. */
  uint8_t *kinds;   /* The same room. */
  uint64_t count;
  uint64_t spaces;   /* Counting only: how many of the segments counted are white space. */
  uint64_t capacity; /* At least WK_WINDOW. */

  /* The fused pass only: folded text, and where in it each segment's begins. */
  uint8_t *keys;
  uint32_t *key_starts;
  uint64_t key_count;
  uint64_t key_capacity; /* A multiple of what a window may hold; room for WK_SLACK more. */

  uint64_t window;        /* First byte of the window below. */
  uint64_t window_length; /* 0 where none holds. */
  uint64_t has_stops, has_mixed;
  uint64_t boundary[WK_WINDOW / 64];
  uint64_t stops[WK_WINDOW / 64];
  uint64_t mixed[WK_WINDOW / 64];
  uint64_t side; /* Which of `sides` is the window's; the other one is the next one's. */
  uint64_t carry[15][WK_WINDOW / 64];
} wk_scan;

typedef wk_result (*wk_kernel)(wk_scan *);

/* The kernels of one instruction set.

   Those that count only add to `count` and `spaces`: they write no segments and are never full.
   With WK_STOP they have taken nothing back but counted less: up to `position`, which is well before
   `stop`. */
typedef struct {
  const char *name;
  wk_kernel uax29, uax29_fused, uax29_count, arabic, arabic_fused, arabic_count;
} wk_kernels;

/* The kernels that this machine can run, best first.

   `index` counts from 0; NULL behind the last. */
const wk_kernels *warraq_kernels(size_t index);

/* The kernel that the environment variable WARRAQ_KERNEL names, NULL where it is not set. */
const char *warraq_forced_kernel(void);

#ifdef __cplusplus
}
#endif

#endif
