// The compiled model of the entity tagger, as read-only bytes of the program. Its layout is
// described in Sources/WarraqTagger/TaggerLayout.swift; Scripts/train-entities makes it.

#ifndef WARRAQ_TAGGER_H
#define WARRAQ_TAGGER_H

#include <stddef.h>

/// The bytes; constant, alive as long as the program, aligned to 64 bytes.
const unsigned char *warraq_tagger_bytes(void);

/// How many bytes there are.
size_t warraq_tagger_size(void);

#endif
