/* What the kernels of all instruction sets share. */
#ifndef WARRAQ_NORMALIZATION_INTERNAL_H
#define WARRAQ_NORMALIZATION_INTERNAL_H

#include "include/cwarraqnormalization.h"

extern const wn_kernel wn_avx512, wn_avx2;

#define WN_INLINE static inline __attribute__((always_inline))

#endif
