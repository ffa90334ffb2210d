/* Which kernels the machine can run. */
#include "kernels.h"

#include <stdlib.h>

const wk_kernels *warraq_kernels(size_t index) {
  const wk_kernels *able[3];
  size_t count = 0;
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
      __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
      __builtin_cpu_supports("avx512vbmi") && __builtin_cpu_supports("avx512vbmi2") &&
      __builtin_cpu_supports("gfni") && __builtin_cpu_supports("bmi2"))
    able[count++] = &wk_avx512;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2"))
    able[count++] = &wk_avx2;
#elif defined(__aarch64__)
  able[count++] = &wk_neon;
#endif
  return index < count ? able[index] : NULL;
}

const char *warraq_forced_kernel(void) { return getenv("WARRAQ_KERNEL"); }
