/* Prints a digest of all that a kernel writes for a file, in each of its four forms: two machines'
   kernels can be compared without either having the other's output.

   usage: digest KERNEL FILE
          digest KERNEL random:SEED     a text made from the seed, the same on any machine */
#include "kernels.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t digest;

static void add(const void *bytes, size_t count) {
  const uint8_t *byte = bytes;
  for (size_t i = 0; i < count; i++) digest = (digest ^ byte[i]) * 0x100000001B3;
}

/* Scalars of one to three bytes: letters, marks, digits, what folding drops or shortens, joiners; and
   bytes that belong to none, but no scalars cut short: kernels may stop at either end of these. */
static size_t make_text(uint8_t *text, size_t length, uint64_t seed) {
  static const uint8_t others[] = {0x80, 0x8F, 0xAB, 0xBF, 0xF0, 0xFF, 0};
  static const uint32_t firsts[] = {0x600, 0x620, 0x640, 0x660, 0x6C0, 0x20, 0x40,
                                    0x60,  0xA0,  0xC0,  0x300, 0x2000, 0xFB40, 0xFE70};
  size_t at = 0;
  while (at + 3 <= length) {
    seed ^= seed << 13, seed ^= seed >> 7, seed ^= seed << 17;
    const uint64_t choice = seed >> 33 & 0xFF;
    if (choice < 3) {
      text[at++] = others[seed % sizeof others];
      continue;
    }
    const uint32_t first = choice < 160 ? 0x620 : choice < 190 ? 0x20 : firsts[choice % 14];
    const uint32_t scalar = first + (uint32_t)(seed >> 8 & 31);
    if (scalar < 0x80) {
      text[at++] = (uint8_t)scalar;
    } else if (scalar < 0x800) {
      text[at++] = (uint8_t)(0xC0 | scalar >> 6);
      text[at++] = (uint8_t)(0x80 | (scalar & 63));
    } else {
      text[at++] = (uint8_t)(0xE0 | scalar >> 12);
      text[at++] = (uint8_t)(0x80 | (scalar >> 6 & 63));
      text[at++] = (uint8_t)(0x80 | (scalar & 63));
    }
  }
  return at;
}

int main(int count, char **arguments) {
  if (count != 3) return 2;
  enum { MOST = 1 << 24, MADE = 1 << 21 };
  uint8_t *text = malloc(MOST);
  size_t length;
  if (strncmp(arguments[2], "random:", 7) == 0) {
    length = make_text(text, MADE, 0x9E3779B97F4A7C15 * strtoull(arguments[2] + 7, NULL, 10) + 1);
  } else {
    FILE *file = fopen(arguments[2], "rb");
    if (file == NULL) return 3;
    length = fread(text, 1, MOST, file);
    fclose(file);
  }

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
