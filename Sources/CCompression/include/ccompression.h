// The only door to zlib and libzstd. This header has our own types and nothing of theirs.

#ifndef WARRAQ_CCOMPRESSION_H
#define WARRAQ_CCOMPRESSION_H

#include <stddef.h>
#include <stdint.h>

/// The formats; Swift has the same numbers.
enum {
  WARRAQ_GZIP = 1,
  WARRAQ_ZSTD = 2,
  WARRAQ_DEFLATE = 3, // of HTTP: with zlib's header, or raw as some servers send it
};

/// How a step of decoding ended.
enum {
  WARRAQ_DECODE_MORE = 0,    // give more input, or more room
  WARRAQ_DECODE_BOUNDARY,    // a member or frame has ended; the input may end here
  WARRAQ_DECODE_DAMAGED,     // the input is not of the format
  WARRAQ_DECODE_UNSUPPORTED, // of the format, but with a window that is too large
};

/// What a step of decoding took and gave.
typedef struct warraq_decode_step {
  size_t taken;
  size_t given;
  int outcome;
} warraq_decode_step;

typedef struct warraq_decoder warraq_decoder;

/// A decoder of one of the formats; NULL where memory is short. Free it with `warraq_decoder_free`.
warraq_decoder *warraq_decoder_new(int format);
void warraq_decoder_free(warraq_decoder *decoder);

/// Decodes as much of the input as there is room for. Members and frames may follow each other.
warraq_decode_step warraq_decode(warraq_decoder *decoder, const uint8_t *input, size_t count,
                                 uint8_t *output, size_t room);

/// Bytes that compressing `count` bytes takes at most.
size_t warraq_compress_bound(int format, size_t count);

/// Compresses bytes to one whole member or frame; the same bytes always give the same. Returns its
/// length, 0 where memory or room is short.
size_t warraq_compress(int format, const uint8_t *input, size_t count, uint8_t *output,
                       size_t room);

#endif
