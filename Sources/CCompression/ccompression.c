#include "ccompression.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>
#include <zstd.h>

// Windows of gzip and zlib are recognized by their headers; those of zstd are held to 128 MiB, so that
// no input can make the decoder take more.
enum { WINDOW_GZIP = 15 + 16, WINDOW_ZLIB = 15, WINDOW_RAW = -15, LARGEST_ZSTD_WINDOW = 27 };
// Levels with a good share of size for speed.
enum { LEVEL_GZIP = 5, LEVEL_ZSTD = 3 };

struct warraq_decoder {
  int format;
  z_stream zlib;
  ZSTD_DStream *zstd;
  // A member has ended and no other has begun.
  int at_boundary;
  // The first byte has been seen (of WARRAQ_DEFLATE).
  int begun;
};

warraq_decoder *warraq_decoder_new(int format) {
  warraq_decoder *decoder = calloc(1, sizeof *decoder);
  if (decoder == NULL) return NULL;
  decoder->format = format;
  int ready;
  if (format == WARRAQ_ZSTD) {
    decoder->zstd = ZSTD_createDStream();
    ready = decoder->zstd != NULL && !ZSTD_isError(ZSTD_DCtx_setParameter(
                                         decoder->zstd, ZSTD_d_windowLogMax, LARGEST_ZSTD_WINDOW));
  } else {
    ready = inflateInit2(&decoder->zlib, format == WARRAQ_GZIP ? WINDOW_GZIP : WINDOW_ZLIB) == Z_OK;
  }
  if (!ready) {
    ZSTD_freeDStream(decoder->zstd);
    free(decoder);
    return NULL;
  }
  return decoder;
}

void warraq_decoder_free(warraq_decoder *decoder) {
  if (decoder == NULL) return;
  if (decoder->format == WARRAQ_ZSTD) ZSTD_freeDStream(decoder->zstd);
  else inflateEnd(&decoder->zlib);
  free(decoder);
}

static warraq_decode_step decode_zstd(warraq_decoder *decoder, const uint8_t *input, size_t count,
                                      uint8_t *output, size_t room) {
  ZSTD_inBuffer in = {input, count, 0};
  ZSTD_outBuffer out = {output, room, 0};
  size_t result = ZSTD_decompressStream(decoder->zstd, &out, &in);
  warraq_decode_step step = {in.pos, out.pos, WARRAQ_DECODE_MORE};
  if (ZSTD_isError(result)) {
    int is_window = strstr(ZSTD_getErrorName(result), "too much memory") != NULL;
    step.outcome = is_window ? WARRAQ_DECODE_UNSUPPORTED : WARRAQ_DECODE_DAMAGED;
  } else if (result == 0) {
    step.outcome = WARRAQ_DECODE_BOUNDARY;
  }
  return step;
}

static warraq_decode_step decode_zlib(warraq_decoder *decoder, const uint8_t *input, size_t count,
                                      uint8_t *output, size_t room) {
  warraq_decode_step step = {0, 0, WARRAQ_DECODE_MORE};
  z_stream *zlib = &decoder->zlib;
  if (decoder->at_boundary) {
    // Some writers pad the last member with zeros.
    while (step.taken < count && input[step.taken] == 0) step.taken++;
    if (step.taken == count) {
      step.outcome = WARRAQ_DECODE_BOUNDARY;
      return step;
    }
    if (decoder->format != WARRAQ_GZIP || inflateReset(zlib) != Z_OK) {
      step.outcome = WARRAQ_DECODE_DAMAGED;
      return step;
    }
    decoder->at_boundary = 0;
  }
  if (decoder->format == WARRAQ_DEFLATE && !decoder->begun && count > 0) {
    decoder->begun = 1;
    if ((input[0] & 0x0F) != 8 && inflateReset2(zlib, WINDOW_RAW) != Z_OK) {
      step.outcome = WARRAQ_DECODE_DAMAGED;
      return step;
    }
  }
  size_t most = (size_t)1 << 30;
  uInt given = (uInt)(count - step.taken < most ? count - step.taken : most);
  uInt space = (uInt)(room < most ? room : most);
  zlib->next_in = (Bytef *)(input + step.taken);
  zlib->avail_in = given;
  zlib->next_out = output;
  zlib->avail_out = space;
  int result = inflate(zlib, Z_NO_FLUSH);
  step.taken += given - zlib->avail_in;
  step.given = space - zlib->avail_out;
  if (result == Z_STREAM_END) {
    decoder->at_boundary = 1;
    step.outcome = WARRAQ_DECODE_BOUNDARY;
  } else if (result != Z_OK && result != Z_BUF_ERROR) {
    step.outcome = WARRAQ_DECODE_DAMAGED;
  }
  return step;
}

warraq_decode_step warraq_decode(warraq_decoder *decoder, const uint8_t *input, size_t count,
                                 uint8_t *output, size_t room) {
  if (decoder->format == WARRAQ_ZSTD) return decode_zstd(decoder, input, count, output, room);
  return decode_zlib(decoder, input, count, output, room);
}

size_t warraq_compress_bound(int format, size_t count) {
  // The header and trailer of gzip are longer than those that zlib's bound is for.
  return format == WARRAQ_ZSTD ? ZSTD_compressBound(count) : compressBound(count) + 32;
}

size_t warraq_compress(int format, const uint8_t *input, size_t count, uint8_t *output,
                       size_t room) {
  if (format == WARRAQ_ZSTD) {
    ZSTD_CCtx *context = ZSTD_createCCtx();
    if (context == NULL) return 0;
    ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, LEVEL_ZSTD);
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
    size_t result = ZSTD_compress2(context, output, room, input, count);
    ZSTD_freeCCtx(context);
    return ZSTD_isError(result) ? 0 : result;
  }
  // Lengths of zlib are of 32 bits.
  if (count > 0x7FFFFFFF || room > 0xFFFFFFFF) return 0;
  z_stream zlib;
  memset(&zlib, 0, sizeof zlib);
  if (deflateInit2(&zlib, LEVEL_GZIP, Z_DEFLATED, WINDOW_GZIP, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
    return 0;
  }
  zlib.next_in = (Bytef *)input;
  zlib.avail_in = (uInt)count;
  zlib.next_out = output;
  zlib.avail_out = (uInt)room;
  int result = deflate(&zlib, Z_FINISH);
  size_t length = zlib.total_out;
  deflateEnd(&zlib);
  return result == Z_STREAM_END ? length : 0;
}
