#include "cwarraqlexicon.h"

// Clang has #embed in every C mode and says so.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char bytes[] = {
#embed "lexicon.bin"
};

const unsigned char *warraq_lexicon_bytes(void) { return bytes; }

size_t warraq_lexicon_size(void) { return sizeof bytes; }
