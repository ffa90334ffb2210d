#include "cicu.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/ucal.h>
#include <unicode/uchar.h>
#include <unicode/udat.h>
#include <unicode/uenum.h>
#include <unicode/uloc.h>
#include <unicode/ulocdata.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/utrans.h>
#include <unicode/uversion.h>

#if U_ICU_VERSION_MAJOR_NUM < 72
#error "Warraq needs ICU 72 or newer (Debian and Ubuntu: libicu-dev)"
#endif

// Writes "major.minor" of a version.
static void write_version(const UVersionInfo version, char *output) {
  char *cursor = output;
  for (int field = 0; field < 2; field++) {
    unsigned value = version[field];
    if (field > 0) *cursor++ = '.';
    if (value >= 100) *cursor++ = (char)('0' + value / 100);
    if (value >= 10) *cursor++ = (char)('0' + value / 10 % 10);
    *cursor++ = (char)('0' + value % 10);
  }
  *cursor = 0;
}

int32_t warraq_icu_versions(char *icu, char *unicode, char *cldr) {
  UErrorCode status = U_ZERO_ERROR;
  UVersionInfo version;
  u_getVersion(version);
  write_version(version, icu);
  u_getUnicodeVersion(version);
  write_version(version, unicode);
  ulocdata_getCLDRVersion(version, &status);
  if (U_FAILURE(status)) return -status;
  write_version(version, cldr);
  return 0;
}

const char *warraq_icu_error_name(int32_t code) { return u_errorName((UErrorCode)code); }

int32_t warraq_icu_nfc_boundaries(const uint32_t *scalars, int32_t count, uint8_t *starts) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
  if (U_FAILURE(status)) return -status;
  for (int32_t i = 0; i < count; i++) {
    starts[i] = (uint8_t)unorm2_hasBoundaryBefore(nfc, (UChar32)scalars[i]);
  }
  return 0;
}

// Puts runs of marks into canonical order, equal classes keeping theirs. ICU would do it by
// insertion, in quadratic time; long runs are sorted here by counting, in linear time.
static int32_t order_marks(uint32_t *scalars, int32_t count) {
  enum { LONG_RUN = 32 };
  uint32_t *sorted = NULL;
  for (int32_t start = 0; start < count;) {
    int32_t end = start;
    while (end < count && u_getCombiningClass((UChar32)scalars[end]) != 0) end++;
    if (end - start >= LONG_RUN) {
      if (sorted == NULL) sorted = malloc(sizeof(uint32_t) * (size_t)count);
      if (sorted == NULL) return -U_MEMORY_ALLOCATION_ERROR;
      int32_t first[257] = {0};
      for (int32_t i = start; i < end; i++) first[u_getCombiningClass((UChar32)scalars[i]) + 1]++;
      for (int32_t class = 0; class < 256; class++) first[class + 1] += first[class];
      for (int32_t i = start; i < end; i++) {
        sorted[first[u_getCombiningClass((UChar32)scalars[i])]++] = scalars[i];
      }
      memcpy(scalars + start, sorted, sizeof(uint32_t) * (size_t)(end - start));
    }
    start = end + 1;
  }
  free(sorted);
  return 0;
}

int32_t warraq_icu_nfc(
  const uint32_t *scalars, int32_t count, uint32_t *output, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
  if (U_FAILURE(status)) return -status;
  int32_t source_capacity = count * 2 + 1;
  // NFC of one scalar is at most three UTF-16 units (UAX #15, table of maximum expansion).
  int32_t target_capacity = count * 3 + 16;
  UChar *source = malloc(sizeof(UChar) * (size_t)(source_capacity + target_capacity));
  uint32_t *ordered = malloc(sizeof(uint32_t) * (size_t)(count + 1));
  if (source == NULL || ordered == NULL) {
    free(source);
    free(ordered);
    return -U_MEMORY_ALLOCATION_ERROR;
  }
  memcpy(ordered, scalars, sizeof(uint32_t) * (size_t)count);
  int32_t failure = order_marks(ordered, count);
  if (failure != 0) {
    free(source);
    free(ordered);
    return failure;
  }
  UChar *target = source + source_capacity;
  int32_t source_length = 0;
  int32_t written = 0;
  u_strFromUTF32(source, source_capacity, &source_length, (const UChar32 *)ordered, count, &status);
  int32_t target_length =
    unorm2_normalize(nfc, source, source_length, target, target_capacity, &status);
  u_strToUTF32((UChar32 *)output, capacity, &written, target, target_length, &status);
  free(source);
  free(ordered);
  if (status == U_STRING_NOT_TERMINATED_WARNING) status = U_ZERO_ERROR;
  return U_FAILURE(status) ? -status : written;
}

static const char *islamic_locale(warraq_islamic_calendar calendar) {
  return calendar == WARRAQ_UMM_AL_QURA ? "und@calendar=islamic-umalqura"
                                        : "und@calendar=islamic-civil";
}

static UCalendar *open_calendar(const char *locale, UErrorCode *status) {
  static const UChar gmt[] = {'G', 'M', 'T', 0};
  UCalendar *calendar = ucal_open(gmt, 3, locale, UCAL_DEFAULT, status);
  if (U_SUCCESS(*status)) {
    ucal_clear(calendar);
    // A day or month outside the calendar is an error, not a carry into the next month.
    ucal_setAttribute(calendar, UCAL_LENIENT, 0);
  }
  return calendar;
}

// The proleptic Gregorian calendar, as ISO 8601 asks: no change from the Julian one at any time.
static UCalendar *open_gregorian(UErrorCode *status) {
  UCalendar *calendar = open_calendar("und@calendar=gregorian", status);
  if (U_SUCCESS(*status)) ucal_setGregorianChange(calendar, -184303902528000000.0, status);
  return calendar;
}

// The day of one calendar in another; both are closed.
static int32_t convert_day(
  UCalendar *from, UCalendar *to, int32_t year, int32_t month, int32_t day, int32_t *out_year,
  int32_t *out_month, int32_t *out_day, UErrorCode status) {
  if (U_SUCCESS(status)) {
    ucal_clear(from);
    // The extended year is astronomical: 0 is 1 BCE.
    ucal_set(from, UCAL_EXTENDED_YEAR, year);
    ucal_set(from, UCAL_MONTH, month - 1);
    ucal_set(from, UCAL_DATE, day);
    ucal_setMillis(to, ucal_getMillis(from, &status), &status);
    *out_year = ucal_get(to, UCAL_EXTENDED_YEAR, &status);
    *out_month = ucal_get(to, UCAL_MONTH, &status) + 1;
    *out_day = ucal_get(to, UCAL_DATE, &status);
  }
  if (from != NULL) ucal_close(from);
  if (to != NULL) ucal_close(to);
  return U_FAILURE(status) ? -status : 0;
}

int32_t warraq_icu_gregorian_from_islamic(
  warraq_islamic_calendar calendar, int32_t year, int32_t month, int32_t day, int32_t *out_year,
  int32_t *out_month, int32_t *out_day) {
  UErrorCode status = U_ZERO_ERROR;
  UCalendar *islamic = open_calendar(islamic_locale(calendar), &status);
  UCalendar *gregorian = open_gregorian(&status);
  return convert_day(
    islamic, gregorian, year, month, day, out_year, out_month, out_day, status);
}

int32_t warraq_icu_islamic_from_gregorian(
  warraq_islamic_calendar calendar, int32_t year, int32_t month, int32_t day, int32_t *out_year,
  int32_t *out_month, int32_t *out_day) {
  UErrorCode status = U_ZERO_ERROR;
  UCalendar *islamic = open_calendar(islamic_locale(calendar), &status);
  UCalendar *gregorian = open_gregorian(&status);
  return convert_day(
    gregorian, islamic, year, month, day, out_year, out_month, out_day, status);
}

int32_t warraq_icu_islamic_month_length(
  warraq_islamic_calendar calendar, int32_t year, int32_t month) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = 0;
  UCalendar *islamic = open_calendar(islamic_locale(calendar), &status);
  if (U_SUCCESS(status)) {
    ucal_setDate(islamic, year, month - 1, 1, &status);
    length = ucal_getLimit(islamic, UCAL_DATE, UCAL_ACTUAL_MAXIMUM, &status);
  }
  if (islamic != NULL) ucal_close(islamic);
  return U_FAILURE(status) ? -status : length;
}

// Writes UTF-16 as UTF-8; returns the byte count or an error.
static int32_t write_utf8(
  const UChar *text, int32_t length, char *output, int32_t capacity, UErrorCode *status) {
  int32_t written = 0;
  u_strToUTF8(output, capacity, &written, text, length, status);
  if (*status == U_STRING_NOT_TERMINATED_WARNING) *status = U_ZERO_ERROR;
  return U_FAILURE(*status) ? -*status : written;
}

int32_t warraq_icu_region_name(
  const char *region, const char *locale, char *output, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  char tag[16] = "und_";
  if (strlen(region) > 8) return -U_ILLEGAL_ARGUMENT_ERROR;
  strcat(tag, region);
  UChar name[256];
  int32_t length = uloc_getDisplayCountry(tag, locale, name, 256, &status);
  if (U_FAILURE(status)) return -status;
  if (status == U_USING_DEFAULT_WARNING) return 0;
  status = U_ZERO_ERROR;
  return write_utf8(name, length, output, capacity, &status);
}

int32_t warraq_icu_location_zones(const char *region, char *output, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UEnumeration *zones =
    ucal_openTimeZoneIDEnumeration(UCAL_ZONE_TYPE_CANONICAL_LOCATION, region, NULL, &status);
  int32_t written = 0;
  int32_t length = 0;
  const char *zone;
  while (U_SUCCESS(status) && (zone = uenum_next(zones, &length, &status)) != NULL) {
    if (written + length + 1 > capacity) {
      status = U_BUFFER_OVERFLOW_ERROR;
      break;
    }
    memcpy(output + written, zone, (size_t)length + 1);
    written += length + 1;
  }
  if (zones != NULL) uenum_close(zones);
  return U_FAILURE(status) ? -status : written;
}

int32_t warraq_icu_regions(char *output, int32_t capacity) {
  int32_t written = 0;
  for (const char *const *region = uloc_getISOCountries(); *region != NULL; region++) {
    int32_t length = (int32_t)strlen(*region);
    if (written + length + 1 > capacity) return WARRAQ_ICU_OVERFLOW;
    memcpy(output + written, *region, (size_t)length + 1);
    written += length + 1;
  }
  return written;
}

int32_t warraq_icu_zone_city(
  const char *zone, const char *locale, char *output, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UChar identifier[128];
  UChar city[256];
  static const UChar pattern[] = {'V', 'V', 'V', 0};
  int32_t identifier_length = 0;
  u_strFromUTF8(identifier, 128, &identifier_length, zone, -1, &status);
  UDateFormat *format = udat_open(
    UDAT_PATTERN, UDAT_PATTERN, locale, identifier, identifier_length, pattern, 3, &status);
  int32_t length = 0;
  if (U_SUCCESS(status)) length = udat_format(format, 0, city, 256, NULL, &status);
  if (format != NULL) udat_close(format);
  return U_FAILURE(status) ? -status : write_utf8(city, length, output, capacity, &status);
}

int32_t warraq_icu_word_boundaries(
  const char *utf8, int64_t count, int32_t *offsets, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UText *text = utext_openUTF8(NULL, utf8, count, &status);
  UBreakIterator *iterator = ubrk_open(UBRK_WORD, "", NULL, 0, &status);
  if (U_SUCCESS(status)) ubrk_setUText(iterator, text, &status);
  int32_t written = 0;
  if (U_SUCCESS(status)) {
    for (int32_t at = ubrk_first(iterator); at != UBRK_DONE; at = ubrk_next(iterator)) {
      if (written == capacity) {
        status = U_BUFFER_OVERFLOW_ERROR;
        break;
      }
      offsets[written++] = at;
    }
  }
  if (iterator != NULL) ubrk_close(iterator);
  if (text != NULL) utext_close(text);
  return U_FAILURE(status) ? -status : written;
}

struct warraq_icu_breaker {
  UBreakIterator *iterator;
  UChar *text;
  int32_t *ends;
  int32_t *statuses;
  int32_t capacity;
};

int32_t warraq_icu_breaker_open(
  int32_t capacity, warraq_icu_break_unit unit, warraq_icu_breaker **breaker) {
  UErrorCode status = U_ZERO_ERROR;
  *breaker = NULL;
  warraq_icu_breaker *made = calloc(1, sizeof *made);
  if (made == NULL) return -U_MEMORY_ALLOCATION_ERROR;
  // A byte of UTF-8 is at most one UTF-16 unit, and a unit at most one segment.
  size_t room = (size_t)capacity + 1;
  made->capacity = capacity;
  made->text = malloc(sizeof *made->text * room);
  made->ends = malloc(sizeof *made->ends * room);
  made->statuses = malloc(sizeof *made->statuses * room);
  if (unit != WARRAQ_ICU_NOTHING) {
    UBreakIteratorType type = unit == WARRAQ_ICU_SENTENCES ? UBRK_SENTENCE : UBRK_WORD;
    made->iterator = ubrk_open(type, "", NULL, 0, &status);
  }
  if (made->text == NULL || made->ends == NULL || made->statuses == NULL) {
    status = U_MEMORY_ALLOCATION_ERROR;
  }
  if (U_FAILURE(status)) {
    warraq_icu_breaker_close(made);
    return -status;
  }
  *breaker = made;
  return 0;
}

int32_t warraq_icu_breaker_run(
  warraq_icu_breaker *breaker, const char *utf8, int32_t count) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = 0;
  if (count > breaker->capacity) return WARRAQ_ICU_OVERFLOW;
  u_strFromUTF8(breaker->text, breaker->capacity + 1, &length, utf8, count, &status);
  if (breaker->iterator == NULL) return U_FAILURE(status) ? -status : length;
  ubrk_setText(breaker->iterator, breaker->text, length, &status);
  if (U_FAILURE(status)) return -status;
  UBreakIterator *iterator = breaker->iterator;
  int32_t *ends = breaker->ends;
  int32_t *statuses = breaker->statuses;
  int32_t written = 0;
  ubrk_first(iterator);
  for (int32_t at = ubrk_next(iterator); at != UBRK_DONE; at = ubrk_next(iterator)) {
    ends[written] = at;
    statuses[written++] = ubrk_getRuleStatus(iterator);
  }
  return written;
}

const int32_t *warraq_icu_breaker_ends(const warraq_icu_breaker *breaker) {
  return breaker->ends;
}

const int32_t *warraq_icu_breaker_statuses(const warraq_icu_breaker *breaker) {
  return breaker->statuses;
}

void warraq_icu_breaker_close(warraq_icu_breaker *breaker) {
  if (breaker == NULL) return;
  if (breaker->iterator != NULL) ubrk_close(breaker->iterator);
  free(breaker->text);
  free(breaker->ends);
  free(breaker->statuses);
  free(breaker);
}

int32_t warraq_icu_transliterator_open(const char *id, warraq_icu_transliterator **rules) {
  UErrorCode status = U_ZERO_ERROR;
  UChar name[64];
  int32_t length = 0;
  *rules = NULL;
  u_strFromUTF8(name, 64, &length, id, -1, &status);
  UTransliterator *opened =
    utrans_openU(name, length, UTRANS_FORWARD, NULL, 0, NULL, &status);
  if (U_FAILURE(status)) return -status;
  *rules = (warraq_icu_transliterator *)opened;
  return 0;
}

int32_t warraq_icu_transliterate(
  warraq_icu_transliterator *rules, const char *utf8, int32_t count, char *output,
  int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  // Room for the text to grow: ICU rewrites it in place.
  int32_t text_capacity = count * 4 + 64;
  UChar *text = malloc(sizeof(UChar) * (size_t)text_capacity);
  if (text == NULL) return -U_MEMORY_ALLOCATION_ERROR;
  int32_t length = 0;
  int32_t written = 0;
  u_strFromUTF8(text, text_capacity, &length, utf8, count, &status);
  int32_t limit = length;
  if (U_SUCCESS(status)) {
    utrans_transUChars(
      (const UTransliterator *)rules, text, &length, text_capacity, 0, &limit, &status);
  }
  if (status == U_STRING_NOT_TERMINATED_WARNING) status = U_ZERO_ERROR;
  u_strToUTF8(output, capacity, &written, text, length, &status);
  free(text);
  if (status == U_STRING_NOT_TERMINATED_WARNING) status = U_ZERO_ERROR;
  return U_FAILURE(status) ? -status : written;
}

void warraq_icu_transliterator_close(warraq_icu_transliterator *rules) {
  if (rules != NULL) utrans_close((UTransliterator *)rules);
}
