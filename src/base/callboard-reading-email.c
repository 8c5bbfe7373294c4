/* callboard-reading-email.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-reading.h"

#include <string.h>

#include "callboard-words.h"

#define MAX_TEXT    2000
#define MAX_ADDRESS 254
#define MAX_LOCAL   64
#define MAX_LABEL   63
#define MAX_TAIL    3

/* Slips of the thumb that cannot be domains. */
static const char * const wrong_ends[] = { "con", "cmo", "ocm", "vom", "xom", "cim", "comm", "coom", "nte", "ner", NULL };

/* The only words that may stand alone before an address: "john smith@…" is half of one. */
static const char * const introductions[] = {
  "address", "adres", "adresse", "cest", "correo", "courriel", "direccion", "email", "emailadres", "emailadresse", "endereco", "its",
  "mail", "mailadresse", "mel", NULL
};

static gboolean
is_local (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || (c < 0x80 && c != 0 && strchr (".&'+-_", c) != NULL);
}

static gboolean
is_domain (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == '.' || c == '-';
}

static gboolean
check_local (const char *local)
{
  gsize length = strlen (local);

  return length > 0 && length <= MAX_LOCAL && local[0] != '.' && local[length - 1] != '.' && strstr (local, "..") == NULL;
}

static gboolean
check_label (const char *label)
{
  gsize length = strlen (label);

  return length > 0 && length <= MAX_LABEL && label[0] != '-' && label[length - 1] != '-';
}

static gboolean
check_domain (const char *domain)
{
  g_auto(GStrv) labels = g_strsplit (domain, ".", -1);
  guint n = g_strv_length (labels);
  const char *end;

  if (n < 2)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!check_label (labels[i]))
      return FALSE;

  end = labels[n - 1];

  return g_utf8_strlen (end, -1) >= 2 && !g_ascii_isdigit (*end) && !g_strv_contains (wrong_ends, end);
}

static char *
drop_format_characters (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *plain = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_type (c) != G_UNICODE_FORMAT)
        g_string_append_unichar (plain, c == 0xff20 || c == 0xfe6b ? '@' : c);
    }

  return g_string_free (plain, FALSE);
}

/* Where the address around this @ begins, without a quote that only opens it. */
static const char *
find_start (const char *text,
            const char *sign)
{
  const char *start = sign;

  while (start > text && is_local (g_utf8_get_char (g_utf8_prev_char (start))))
    start = g_utf8_prev_char (start);
  while (*start == '\'')
    start++;

  return start;
}

static const char *
find_end (const char *sign)
{
  const char *end = sign + 1;

  while (*end != '\0' && is_domain (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  while (end > sign + 1 && (end[-1] == '.' || end[-1] == '-'))
    end--;

  return end;
}

static gboolean
is_courtesy (const char *folded)
{
  g_autofree char *bare = callboard_words_strip_courtesy (folded);

  return *bare == '\0';
}

/* A keyboard may put a space after a point: "john. smith@…" is not the address of smith. */
static gboolean
check_before (const char *text,
              const char *start)
{
  const char *end = start;
  g_autofree char *before = NULL;
  g_autofree char *folded = NULL;

  if (start > text && strchr ("!#$%/?^{|}~", start[-1]) != NULL)
    return FALSE;
  while (end > text && end[-1] == ' ')
    end--;
  if (end > text && end < start && strchr (".-_+", end[-1]) != NULL)
    return FALSE;

  before = g_strndup (text, end - text);
  folded = callboard_fold (before);
  if (!g_unichar_isalnum (g_utf8_get_char (folded)) || strchr (folded, ' ') != NULL || strchr (":,;!<", end[-1]) != NULL)
    return TRUE;

  return g_strv_contains (introductions, folded) || is_courtesy (folded) ||
         callboard_words_classify (folded, NULL) != CALLBOARD_WORD_NONE;
}

/* "x@mail.co. uk" and "x@mail.co .uk" have lost their end. */
static gboolean
check_after (const char *end)
{
  g_autofree char *folded = NULL;

  if (*end == '@' || *end == '_')
    return FALSE;
  folded = callboard_fold (end);

  return !g_unichar_isalnum (g_utf8_get_char (folded)) || strlen (folded) > MAX_TAIL || is_courtesy (folded);
}

/* The address from start to end, with its @, or nothing. */
static char *
cut_address (const char *start,
             const char *sign,
             const char *end)
{
  g_autofree char *local = g_strndup (start, sign - start);
  g_autofree char *domain = g_strndup (sign + 1, end - sign - 1);
  g_autofree char *lower = g_utf8_strdown (domain, -1);

  if (!check_local (local) || !check_domain (lower) || strlen (local) + 1 + strlen (lower) > MAX_ADDRESS)
    return NULL;

  return g_strdup_printf ("%s@%s", local, lower);
}

/* The only address in the text; the rest of the text goes to @rest. */
static char *
find_address (const char *text,
              GString    *rest)
{
  g_autofree char *found = NULL;
  const char *done = text;

  for (const char *sign = strchr (text, '@'); sign != NULL; sign = strchr (done, '@'))
    {
      const char *start = find_start (text, sign);
      const char *end = find_end (sign);
      g_autofree char *address = cut_address (start, sign, end);

      if (address == NULL || (found != NULL && g_ascii_strcasecmp (address, found) != 0))
        return NULL;
      if (!check_before (done, start) || !check_after (end))
        return NULL;
      g_string_append_len (rest, done, start - done);
      g_string_append_c (rest, ' ');
      done = end;
      g_free (found);
      found = g_steal_pointer (&address);
    }
  g_string_append (rest, done);

  return g_steal_pointer (&found);
}

gboolean
callboard_read_email (const char  *text,
                      char       **email)
{
  g_autofree char *plain = NULL;
  g_autofree char *found = NULL;
  g_autofree char *folded = NULL;
  g_autoptr(GString) rest = g_string_new (NULL);

  g_return_val_if_fail (email != NULL, FALSE);

  if (text == NULL || strnlen (text, MAX_TEXT + 1) > MAX_TEXT)
    return FALSE;

  plain = drop_format_characters (text);
  found = find_address (plain, rest);
  if (found == NULL)
    return FALSE;
  folded = callboard_fold (rest->str);
  if (callboard_words_negates (folded))
    return FALSE;

  *email = g_steal_pointer (&found);

  return TRUE;
}
