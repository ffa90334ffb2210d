/* Vector kernels of the normalizer: substitution and removal of scalars, 64 bytes of text at a time.

   A kernel knows what each scalar becomes where its neighbours do not matter, and how spaces
   collapse. At a scalar whose neighbours do matter it stops; the caller writes that stretch and
   calls again. */
#ifndef WARRAQ_NORMALIZATION_H
#define WARRAQ_NORMALIZATION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* In place of an output byte: the caller has to see to the scalar. No byte of UTF-8. */
#define WN_HARD 0xFF
/* Bytes that a kernel may write behind the output, and that must be readable before it. */
#define WN_SLACK 64

/* Page numbers with a meaning of their own. */
enum {
  WN_PAGE_KEEP, /* All 64 scalars stay as they are. */
  WN_PAGE_HARD, /* None is known. */
  WN_PAGE_FIRST /* The first page that has rows. */
};

/* What becomes of scalars under one set of options.

   A scalar's output stands at its own bytes: each byte becomes another or, as 0, nothing; a scalar
   that is left to the caller has WN_HARD at its first byte. Rows are looked up by the lowest six
   bits of the scalar's last byte. */
typedef struct {
  uint8_t ascii[128];
  uint8_t lead_d8[64], tail_d8[64], lead_d9[64], tail_d9[64];
  uint16_t two[32];     /* The page of each lead byte of two-byte scalars, from 0xC0. */
  uint16_t three[1024]; /* The page of each 64 scalars below U+10000. */
  /* Bit b of entry n: whether the byte with the high half b and the low half n does not stay. */
  uint8_t ascii_changed[16];
  const uint8_t *pages; /* Three rows of 64 bytes each, from number WN_PAGE_FIRST on. */
  bool collapses_spaces;
  bool orders_marks;   /* A mark of U+064B-0652, U+0670 after a greater one is left to the caller. */
  bool cuts_elongation; /* So is the third of three equal letters. */
} wn_plan;

/* Why a kernel returned. */
typedef enum {
  WN_END,  /* The text is at its end. */
  WN_STOP, /* The caller has to see to what stands at `position`. */
} wn_result;

/* A pass over one text. */
typedef struct {
  const wn_plan *plan;
  const uint8_t *text; /* Valid UTF-8. */
  uint64_t length;
  /* The next byte: the first of a scalar, or the last of a mark that is out of order. */
  uint64_t position;
  uint8_t *output; /* Room for what the rest of the text has, and WN_SLACK on both sides. */
  uint64_t output_count;
  /* For each 64 bytes of the text, which of them have an output byte. Of the bits from `position`
     on, those of its own 64 bytes are 0 and the others nothing yet. */
  uint64_t *kept;
  uint8_t last;  /* The last byte of the output; a line feed at the start of a text. */
  bool after_cr; /* Whether the last output is a carriage return's. */
} wn_pass;

typedef struct {
  const char *name;
  /* Writes up to the next scalar that is not known. */
  wn_result (*run)(wn_pass *);
  /* How far nothing changes from a position on, in steps: at the text's end or at what may change.
     `position` is the text's start, or behind a scalar that is neither a space nor a carriage return
     and before one that is no mark. */
  uint64_t (*unchanged)(const wn_plan *, const uint8_t *text, uint64_t position, uint64_t length);
} wn_kernel;

/* The kernels that this machine can run, best first.

   `index` counts from 0; NULL behind the last. */
const wn_kernel *warraq_normalization_kernels(size_t index);

/* Whether two texts are equal. */
bool warraq_normalization_equal(const uint8_t *left, const uint8_t *right, uint64_t length);

/* The kernel that the environment variable WARRAQ_KERNEL names, NULL where it is not set. */
const char *warraq_normalization_forced_kernel(void);

#ifdef __cplusplus
}
#endif

#endif
