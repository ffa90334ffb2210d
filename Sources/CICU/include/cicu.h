// The only door to ICU. This header has our own types and nothing of ICU's, so that no Swift
// module sees ICU's headers (Foundation brings its own, of another version, and the two clash).
//
// Conventions: every function returns a count or 0 on success, and a negative number on failure:
// -(ICU's UErrorCode). An output that does not fit its buffer is reported as WARRAQ_ICU_OVERFLOW.

#ifndef WARRAQ_CICU_H
#define WARRAQ_CICU_H

#include <stdint.h>

#define WARRAQ_ICU_OVERFLOW (-15) // -(U_BUFFER_OVERFLOW_ERROR)

/// Writes "72.1", "15.0", "42.0": the versions of ICU, of its Unicode data and of its CLDR data.
/// Each buffer holds 20 bytes.
int32_t warraq_icu_versions(char *icu, char *unicode, char *cldr);

/// ICU's name of an error code, a static string.
const char *warraq_icu_error_name(int32_t code);

/// Sets `starts[i]` to 1 where canonical composition may be cut before scalar `i`, else to 0.
int32_t warraq_icu_nfc_boundaries(const uint32_t *scalars, int32_t count, uint8_t *starts);

/// Canonical composition (NFC) of `count` scalars. Returns the number of scalars written.
int32_t warraq_icu_nfc(
  const uint32_t *scalars, int32_t count, uint32_t *output, int32_t capacity);

/// Islamic calendars of ICU that Warraq knows.
typedef enum { WARRAQ_UMM_AL_QURA = 0, WARRAQ_ISLAMIC_CIVIL = 1 } warraq_islamic_calendar;

/// The proleptic Gregorian day of a Hijri day. `month` and the result's month count from 1.
int32_t warraq_icu_gregorian_from_islamic(
  warraq_islamic_calendar calendar, int32_t year, int32_t month, int32_t day, int32_t *out_year,
  int32_t *out_month, int32_t *out_day);

/// The Hijri day of a proleptic Gregorian day, the other way round.
int32_t warraq_icu_islamic_from_gregorian(
  warraq_islamic_calendar calendar, int32_t year, int32_t month, int32_t day, int32_t *out_year,
  int32_t *out_month, int32_t *out_day);

/// The number of days of a Hijri month; `month` counts from 1.
int32_t warraq_icu_islamic_month_length(
  warraq_islamic_calendar calendar, int32_t year, int32_t month);

/// CLDR's display name, in UTF-8, of a region (ISO 3166-1 alpha-2) in a locale's language.
/// Returns the number of bytes, 0 where CLDR has no name of its own.
int32_t warraq_icu_region_name(
  const char *region, const char *locale, char *output, int32_t capacity);

/// The canonical location time zones of a region (ISO 3166-1 alpha-2), one identifier after the
/// other, each ended by a NUL. Returns the number of bytes written.
int32_t warraq_icu_location_zones(const char *region, char *output, int32_t capacity);

/// CLDR's exemplar city of a time zone in a locale's language, UTF-8. Returns the byte count.
int32_t warraq_icu_zone_city(
  const char *zone, const char *locale, char *output, int32_t capacity);

/// The regions that ISO 3166-1 names (alpha-2 codes), each ended by a NUL. Returns the number of
/// bytes written.
int32_t warraq_icu_regions(char *output, int32_t capacity);

/// Word boundaries of valid UTF-8 by ICU's root rules, as byte offsets with 0 and `count` among
/// them. Returns the number of boundaries. The oracle of the tokenizer's tests.
int32_t warraq_icu_word_boundaries(
  const char *utf8, int64_t count, int32_t *offsets, int32_t capacity);

#define WARRAQ_ICU_NO_SCALAR 0xFFFFFFFFu

/// The name that IANA has for a charset, by any of its names. Returns the number of bytes; fails for
/// names that ICU does not know.
int32_t warraq_icu_charset_name(const char *alias, char *output, int32_t capacity);

/// Writes the scalar of each of the 256 bytes of a charset, WARRAQ_ICU_NO_SCALAR for those that it
/// does not have. Fails for charsets with characters of several bytes.
int32_t warraq_icu_single_byte_table(const char *charset, uint32_t *scalars);

/// The charset that ICU's detector finds likeliest, 0 bytes of name where it finds none; its
/// confidence is 0 to 100.
int32_t warraq_icu_detect_charset(
  const char *bytes, int32_t count, char *output, int32_t capacity, int32_t *confidence);

/// Rules that rewrite text from one script into another.
typedef struct warraq_icu_transliterator warraq_icu_transliterator;

/// Opens the rules of an id, for example `Arabic-Latin`; to be closed by the caller. `*rules` is NULL
/// on failure.
int32_t warraq_icu_transliterator_open(const char *id, warraq_icu_transliterator **rules);

/// Rewrites valid UTF-8. Returns the number of bytes written.
int32_t warraq_icu_transliterate(
  warraq_icu_transliterator *rules, const char *utf8, int32_t count, char *output,
  int32_t capacity);

/// Frees rules; NULL is fine.
void warraq_icu_transliterator_close(warraq_icu_transliterator *rules);

/// What a breaker finds; nothing is the conversion to UTF-16 alone.
typedef enum { WARRAQ_ICU_NOTHING, WARRAQ_ICU_WORDS, WARRAQ_ICU_SENTENCES } warraq_icu_break_unit;

/// A break iterator with buffers of its own, to be run again and again: the yardstick of
/// `warraq bench`.
typedef struct warraq_icu_breaker warraq_icu_breaker;

/// Opens a breaker for texts of up to `capacity` bytes of UTF-8; to be closed by the caller.
/// `*breaker` is NULL on failure.
int32_t warraq_icu_breaker_open(
  int32_t capacity, warraq_icu_break_unit unit, warraq_icu_breaker **breaker);

/// Converts valid UTF-8 of at most the breaker's capacity to UTF-16, cuts it by ICU's root rules,
/// and keeps each segment's end, in UTF-16 units, and its rule status. Returns their number; of a
/// breaker that finds nothing the number of UTF-16 units.
int32_t warraq_icu_breaker_run(
  warraq_icu_breaker *breaker, const char *utf8, int32_t count);

/// The ends of the segments found last; owned by the breaker, until its next run.
const int32_t *warraq_icu_breaker_ends(const warraq_icu_breaker *breaker);

/// Their rule statuses (`UWordBreak`).
const int32_t *warraq_icu_breaker_statuses(const warraq_icu_breaker *breaker);

/// Frees a breaker; NULL is fine.
void warraq_icu_breaker_close(warraq_icu_breaker *breaker);

/// A transform compiled from rules, with a text of its own in UTF-16: the yardstick of the normalizer
/// in `warraq bench`.
typedef struct warraq_icu_transform warraq_icu_transform;

/// Compiles rules (UTS #35, transform rules) and converts valid UTF-8; to be closed by the caller.
///
/// The text is transformed in pieces of some hundred units, on which ICU is fastest, as it moves all
/// that follows at each deletion. Pieces end behind line feeds, and in longer lines between a space and a letter.
/// `*transform` is NULL on failure.
int32_t warraq_icu_transform_open(
  const char *rules, int32_t rule_count, const char *utf8, int32_t count,
  warraq_icu_transform **transform);

/// Transforms the whole text. Returns the number of UTF-16 units that come out.
int32_t warraq_icu_transform_run(warraq_icu_transform *transform);

/// Transforms the whole text and writes it as UTF-8. Returns the number of bytes.
int32_t warraq_icu_transform_output(
  warraq_icu_transform *transform, char *utf8, int32_t capacity);

/// Frees a transform.
void warraq_icu_transform_close(warraq_icu_transform *transform);

#endif
