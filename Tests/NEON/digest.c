/* Prints a digest of all that a kernel writes for a file, in each of its four forms: two machines'
   kernels can be compared without either having the other's output.

   usage: digest KERNEL FILE */
#include "kernels.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t digest;

static void add(const void *bytes, size_t count) {
  const uint8_t *byte = bytes;
  for (size_t i = 0; i < count; i++) digest = (digest ^ byte[i]) * 0x100000001B3;
}

int main(int count, char **arguments) {
  if (count != 3) return 2;
  FILE *file = fopen(arguments[2], "rb");
  if (file == NULL) return 3;
  uint8_t *text = malloc(1 << 24);
  const size_t length = fread(text, 1, 1 << 24, file);
  fclose(file);

  const wk_kernels *kernels = NULL;
  for (size_t i = 0; warraq_kernels(i) != NULL; i++)
    if (strcmp(warraq_kernels(i)->name, arguments[1]) == 0) kernels = warraq_kernels(i);
  if (kernels == NULL) {
    fprintf(stderr, "digest: this machine has no kernel %s\n", arguments[1]);
    return 1;
  }
  const wk_kernel forms[4] = {kernels->uax29, kernels->arabic, kernels->uax29_fused,
                              kernels->arabic_fused};
  enum { CAPACITY = 4096, KEYS = 1 << 16 };
  static uint32_t starts[CAPACITY + WK_SLACK], key_starts[CAPACITY + WK_SLACK];
  static uint8_t kinds[CAPACITY + WK_SLACK], keys[KEYS + WK_SLACK];
  static wk_scan scan __attribute__((aligned(64)));
  for (int form = 0; form < 4; form++) {
    digest = 0xCBF29CE484222325;
    memset(&scan, 0, sizeof scan);
    scan.text = text;
    scan.length = length;
    scan.starts = starts;
    scan.kinds = kinds;
    scan.capacity = CAPACITY;
    scan.keys = keys;
    scan.key_starts = key_starts;
    scan.key_capacity = KEYS;
    uint64_t tokens = 0;
    for (wk_result result = WK_FULL; result != WK_END;) {
      result = forms[form](&scan);
      add(starts, scan.count * sizeof starts[0]);
      add(kinds, scan.count);
      if (form >= 2) {
        add(key_starts, scan.count * sizeof key_starts[0]);
        add(keys, scan.key_count);
      }
      tokens += scan.count;
      scan.count = scan.key_count = 0;
      if (result == WK_STOP) {
        /* In place of the reference: on to the next scalar. */
        add(&scan.stop, sizeof scan.stop);
        scan.position = scan.stop + 1;
        while (scan.position < length && (text[scan.position] & 0xC0) == 0x80) scan.position++;
      }
    }
    printf("form %d: %llu segments, digest %016llx\n", form, (unsigned long long)tokens,
           (unsigned long long)digest);
  }
  return 0;
}
