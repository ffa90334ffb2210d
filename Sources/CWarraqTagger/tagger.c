#include "cwarraqtagger.h"

// Clang has #embed in every C mode and says so.
#pragma clang diagnostic ignored "-Wc23-extensions"

// Tables of 32-bit and 64-bit words are read in place.
_Alignas(64) static const unsigned char bytes[] = {
#embed "tagger.bin"
};

const unsigned char *warraq_tagger_bytes(void) { return bytes; }

size_t warraq_tagger_size(void) { return sizeof bytes; }
