/* callboard-fold.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-fold.h"

#include <string.h>

/* Normalising sorts each run of marks, in quadratic time. No writing needs a longer run; Unicode's stream-safe format
 * has the same limit. */
#define MAX_MARKS 30

static const struct
{
  gunichar    letter;
  const char *plain;
} letters[] = {
  { 0x00df, "ss" },
  { 0x00e6, "ae" },
  { 0x00f0, "d" },
  { 0x00f8, "o" },
  { 0x00fe, "th" },
  { 0x0111, "d" },
  { 0x0127, "h" },
  { 0x0131, "i" },
  { 0x0142, "l" },
  { 0x0153, "oe" },
  { 0x0167, "t" },
};

static gboolean
is_mark (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_ENCLOSING_MARK || type == G_UNICODE_SPACING_MARK;
}

/* Accents belong to no script of their own. Vowel signs, as in Devanagari, do, and voicing marks make another letter. */
static gboolean
is_accent (gunichar c)
{
  if (c == 0x3099 || c == 0x309a)
    return FALSE;

  return is_mark (c) && g_unichar_get_script (c) == G_UNICODE_SCRIPT_INHERITED;
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == '`' || c == 0x00b4 || c == 0x02bc || c == 0x2018 || c == 0x2019 || c == 0xff07;
}

static gboolean
is_kept (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return g_unichar_isalnum (c) || is_mark (c) || type == G_UNICODE_MATH_SYMBOL || type == G_UNICODE_CURRENCY_SYMBOL;
}

static char *
drop_accents (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *plain = g_string_sized_new (strlen (valid) + 1);
  guint run = 0;

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      run = is_mark (c) ? run + 1 : 0;
      if (!is_accent (c) && run <= MAX_MARKS)
        g_string_append_unichar (plain, c);
    }

  return g_string_free (plain, FALSE);
}

static void
append_plain (GString  *folded,
              gunichar  c)
{
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (letters[i].letter == c)
      {
        g_string_append (folded, letters[i].plain);
        return;
      }

  g_string_append_unichar (folded, c);
}

static void
append_folded (GString  *folded,
               gunichar  c)
{
  if (is_accent (c) || is_apostrophe (c) || g_unichar_type (c) == G_UNICODE_FORMAT)
    return;

  if (is_kept (c))
    append_plain (folded, c);
  else if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
    g_string_append_c (folded, ' ');
}

char *
callboard_fold (const char *text)
{
  g_autofree char *plain = drop_accents (text != NULL ? text : "");
  g_autofree char *decomposed = g_utf8_normalize (plain, -1, G_NORMALIZE_ALL);
  g_autofree char *lower = g_utf8_casefold (decomposed, -1);
  g_autoptr(GString) folded = g_string_sized_new (strlen (lower) + 1);

  for (const char *at = lower; *at != '\0'; at = g_utf8_next_char (at))
    append_folded (folded, g_utf8_get_char (at));
  if (folded->len > 0 && folded->str[folded->len - 1] == ' ')
    g_string_truncate (folded, folded->len - 1);

  return g_utf8_normalize (folded->str, folded->len, G_NORMALIZE_ALL_COMPOSE);
}
