// The compiled lexicon, as read-only bytes of the program. Its layout is described in
// Sources/WarraqLexicon/LexiconLayout.swift; Scripts/generate makes it.

#ifndef WARRAQ_LEXICON_H
#define WARRAQ_LEXICON_H

#include <stddef.h>

/// The bytes; constant, alive as long as the program.
const unsigned char *warraq_lexicon_bytes(void);

/// How many bytes there are.
size_t warraq_lexicon_size(void);

#endif
