/* Which kernels the machine can run. */
#include "kernels.h"

#include <stdlib.h>
#include <string.h>

const wn_kernel *warraq_normalization_kernels(size_t index) {
  const wn_kernel *able[2];
  size_t count = 0;
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
      __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
      __builtin_cpu_supports("avx512vbmi") && __builtin_cpu_supports("avx512vbmi2") &&
      __builtin_cpu_supports("bmi2"))
    able[count++] = &wn_avx512;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2"))
    able[count++] = &wn_avx2;
#endif
  return index < count ? able[index] : NULL;
}

const char *warraq_normalization_forced_kernel(void) { return getenv("WARRAQ_KERNEL"); }

bool warraq_normalization_equal(const uint8_t *left, const uint8_t *right, uint64_t length) {
  return memcmp(left, right, length) == 0;
}
