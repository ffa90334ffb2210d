/* What the kernels of all instruction sets share. */
#ifndef WARRAQ_KERNELS_INTERNAL_H
#define WARRAQ_KERNELS_INTERNAL_H

#include "include/cwarraqkernels.h"

extern const wk_kernels wk_avx512, wk_avx2, wk_neon;

#endif
