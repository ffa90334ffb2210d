#include "cicu.h"

#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/ucsdet.h>
#include <unicode/utf16.h>

int32_t warraq_icu_charset_name(const char *alias, char *output, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  const char *name = ucnv_getStandardName(alias, "IANA", &status);
  if (U_FAILURE(status) || name == NULL) return -U_FILE_ACCESS_ERROR;
  int32_t length = (int32_t)strlen(name);
  if (length >= capacity) return WARRAQ_ICU_OVERFLOW;
  memcpy(output, name, (size_t)length + 1);
  return length;
}

int32_t warraq_icu_single_byte_table(const char *charset, uint32_t *scalars) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(charset, &status);
  if (U_FAILURE(status)) return -status;
  if (ucnv_getMaxCharSize(converter) != 1) {
    ucnv_close(converter);
    return -U_ILLEGAL_ARGUMENT_ERROR;
  }
  ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
  for (int byte = 0; byte < 256 && U_SUCCESS(status); byte++) {
    UErrorCode failure = U_ZERO_ERROR;
    char source = (char)byte;
    UChar units[4];
    int32_t count = ucnv_toUChars(converter, units, 4, &source, 1, &failure);
    scalars[byte] = WARRAQ_ICU_NO_SCALAR;
    if (U_SUCCESS(failure) && count > 0) {
      int32_t next = 0;
      UChar32 scalar;
      U16_NEXT(units, next, count, scalar);
      if (next == count) scalars[byte] = (uint32_t)scalar;
    }
    ucnv_reset(converter);
  }
  ucnv_close(converter);
  return U_FAILURE(status) ? -status : 0;
}

int32_t warraq_icu_detect_charset(
  const char *bytes, int32_t count, char *output, int32_t capacity, int32_t *confidence) {
  UErrorCode status = U_ZERO_ERROR;
  *confidence = 0;
  int32_t length = 0;
  UCharsetDetector *detector = ucsdet_open(&status);
  if (U_SUCCESS(status)) ucsdet_setText(detector, bytes, count, &status);
  const UCharsetMatch *match = U_SUCCESS(status) ? ucsdet_detect(detector, &status) : NULL;
  if (U_SUCCESS(status) && match != NULL) {
    const char *name = ucsdet_getName(match, &status);
    *confidence = ucsdet_getConfidence(match, &status);
    if (U_SUCCESS(status)) {
      length = (int32_t)strlen(name);
      if (length < capacity) {
        memcpy(output, name, (size_t)length + 1);
      } else {
        status = U_BUFFER_OVERFLOW_ERROR;
      }
    }
  }
  if (detector != NULL) ucsdet_close(detector);
  return U_FAILURE(status) ? -status : length;
}
