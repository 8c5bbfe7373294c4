/* callboard-reading-names.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-reading-names.h"

#include <string.h>

#include <unicode/udat.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>

/* What ICU knows of a language: the names of months and weekdays, numbers and ordinals in words. */

#define MAX_NUMBER   100
#define MAX_DAY      31
#define MAX_NAME     200
#define MAX_RULESETS 4000

typedef struct
{
  CallboardReadingNameFunc func;
  gpointer                 data;
} Target;

static void
add_name (Target               *target,
          CallboardReadingKind  kind,
          const UChar          *name,
          int                   length,
          guint                 value)
{
  g_autofree char *word = g_utf16_to_utf8 ((const gunichar2 *) name, length, NULL, NULL, NULL);

  if (word != NULL)
    target->func (kind, word, value, target->data);
}

static void
add_symbols (Target                *target,
             CallboardReadingKind   kind,
             const UDateFormat     *format,
             UDateFormatSymbolType  type)
{
  int n = udat_countSymbols (format, type);
  int first = type == UDAT_WEEKDAYS || type == UDAT_SHORT_WEEKDAYS ? UCAL_SUNDAY : 0;

  for (int i = first; i < n; i++)
    {
      UErrorCode error = U_ZERO_ERROR;
      UChar name[MAX_NAME];
      int length = udat_getSymbols (format, type, i, name, MAX_NAME, &error);
      guint value = i + 1;

      if (first == UCAL_SUNDAY)
        value = i == UCAL_SUNDAY ? G_DATE_SUNDAY : i - UCAL_MONDAY + G_DATE_MONDAY;
      if (U_SUCCESS (error) && length < MAX_NAME)
        add_name (target, kind, name, length, value);
    }
}

static void
add_dates (Target     *target,
           const char *language)
{
  UErrorCode error = U_ZERO_ERROR;
  UDateFormat *format = udat_open (UDAT_FULL, UDAT_FULL, language, NULL, 0, NULL, 0, &error);

  if (U_FAILURE (error))
    return;

  add_symbols (target, CALLBOARD_READING_MONTH, format, UDAT_MONTHS);
  add_symbols (target, CALLBOARD_READING_MONTH, format, UDAT_STANDALONE_MONTHS);
  add_symbols (target, CALLBOARD_READING_MONTH, format, UDAT_SHORT_MONTHS);
  add_symbols (target, CALLBOARD_READING_MONTH, format, UDAT_STANDALONE_SHORT_MONTHS);
  add_symbols (target, CALLBOARD_READING_WEEKDAY, format, UDAT_WEEKDAYS);
  add_symbols (target, CALLBOARD_READING_SHORT_WEEKDAY, format, UDAT_SHORT_WEEKDAYS);
  udat_close (format);
}

static void
add_spelled (Target               *target,
             CallboardReadingKind  kind,
             UNumberFormat        *format,
             int                   last)
{
  for (int value = kind == CALLBOARD_READING_ORDINAL; value <= last; value++)
    {
      UErrorCode error = U_ZERO_ERROR;
      UChar name[MAX_NAME];
      int length = unum_format (format, value, name, MAX_NAME, NULL, &error);

      if (U_SUCCESS (error) && length < MAX_NAME)
        add_name (target, kind, name, length, value);
    }
}

static void
add_ruleset (Target        *target,
             UNumberFormat *format,
             const char    *ruleset)
{
  UErrorCode error = U_ZERO_ERROR;
  gboolean ordinal = strstr (ruleset, "ordinal") != NULL;
  UChar name[MAX_NAME];

  if (!ordinal && strstr (ruleset, "cardinal") == NULL && !g_str_equal (ruleset, "%spellout-numbering"))
    return;

  u_strFromUTF8 (name, MAX_NAME, NULL, ruleset, -1, &error);
  if (U_SUCCESS (error))
    unum_setTextAttribute (format, UNUM_DEFAULT_RULESET, name, -1, &error);
  if (U_SUCCESS (error))
    add_spelled (target, ordinal ? CALLBOARD_READING_ORDINAL : CALLBOARD_READING_NUMBER, format, ordinal ? MAX_DAY : MAX_NUMBER);
}

static void
add_numbers (Target     *target,
             const char *language)
{
  UErrorCode error = U_ZERO_ERROR;
  UNumberFormat *format = unum_open (UNUM_SPELLOUT, NULL, 0, language, NULL, &error);
  UChar list[MAX_RULESETS];
  g_autofree char *text = NULL;
  g_auto(GStrv) rulesets = NULL;
  int length;

  if (U_FAILURE (error))
    return;

  length = unum_getTextAttribute (format, UNUM_PUBLIC_RULESETS, list, MAX_RULESETS, &error);
  if (U_SUCCESS (error) && length < MAX_RULESETS)
    text = g_utf16_to_utf8 ((const gunichar2 *) list, length, NULL, NULL, NULL);
  rulesets = g_strsplit (text != NULL ? text : "", ";", -1);
  for (guint i = 0; rulesets[i] != NULL; i++)
    add_ruleset (target, format, rulesets[i]);
  unum_close (format);
}

void
callboard_reading_names (const char               *language,
                         CallboardReadingNameFunc  func,
                         gpointer                  data)
{
  Target target = { func, data };

  add_dates (&target, language);
  add_numbers (&target, language);
}
