/* callboard-reading.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-reading.h"

#include <string.h>

#include "callboard-words.h"

#define MAX_ANSWER  1000
#define MAX_POINTER 3
#define MIN_PART    3

typedef gboolean (*Match) (const char *answer,
                           const char *label);

/* What is left of "(2)", "2." or " b )": the number or letter. */
static gboolean
get_pointer (const char *text,
             char        pointer[MAX_POINTER])
{
  guint length = 0;
  gboolean ended = FALSE;

  for (; *text != '\0'; text++)
    {
      if (!g_ascii_isalnum (*text))
        {
          if ((guchar) *text >= 0x80)
            return FALSE;
          ended = length > 0;
          continue;
        }
      if (ended || length == MAX_POINTER - 1)
        return FALSE;
      pointer[length++] = g_ascii_tolower (*text);
    }
  pointer[length] = '\0';

  return length > 0;
}

static gboolean
is_number (const char *pointer)
{
  return strspn (pointer, "0123456789") == strlen (pointer);
}

static gboolean
is_letter (const char *pointer)
{
  return g_ascii_isalpha (pointer[0]) && pointer[1] == '\0';
}

static gboolean
has_letter_label (const char * const *labels,
                  guint               n)
{
  char pointer[MAX_POINTER];

  for (guint i = 0; i < n; i++)
    if (get_pointer (labels[i], pointer) && is_letter (pointer))
      return TRUE;

  return FALSE;
}

static gboolean
read_pointer (const char         *text,
              const char * const *labels,
              guint               n,
              guint              *index)
{
  char pointer[MAX_POINTER];
  guint64 position;

  if (!get_pointer (text, pointer))
    return FALSE;

  if (is_number (pointer) && !callboard_read_needs_letters (labels, n))
    position = g_ascii_strtoull (pointer, NULL, 10);
  else if (is_letter (pointer) && !has_letter_label (labels, n))
    position = pointer[0] - 'a' + 1;
  else
    return FALSE;

  if (position < 1 || position > n)
    return FALSE;

  *index = position - 1;

  return TRUE;
}

static gboolean
find_only (const char  *answer,
           char       **labels,
           Match        match,
           guint       *index)
{
  guint n_found = 0;

  for (guint i = 0; labels[i] != NULL; i++)
    if (match (answer, labels[i]))
      {
        *index = i;
        n_found++;
      }

  return n_found == 1;
}

static gboolean
is_same (const char *answer,
         const char *label)
{
  return *answer != '\0' && g_str_equal (answer, label);
}

static gboolean
begins (const char *answer,
        const char *label)
{
  return strlen (answer) >= MIN_PART && g_str_has_prefix (label, answer);
}

static gboolean
contains_words (const char *text,
                const char *words)
{
  g_autofree char *padded_text = g_strdup_printf (" %s ", text);
  g_autofree char *padded_words = g_strdup_printf (" %s ", words);

  return strstr (padded_text, padded_words) != NULL;
}

static gboolean
shares_words (const char *answer,
              const char *label)
{
  return (strlen (answer) >= MIN_PART && contains_words (label, answer)) ||
         (*label != '\0' && contains_words (answer, label));
}

static char **
fold_labels (const char * const *labels,
             guint               n)
{
  char **folded = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    folded[i] = callboard_fold (labels[i]);

  return folded;
}

static char *
normalise (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *lower = g_utf8_casefold (g_strstrip (valid), -1);

  return g_utf8_normalize (lower, -1, G_NORMALIZE_DEFAULT);
}

/* Where "C", "C++" and "C#" are choices, punctuation tells. */
static gboolean
read_exact_label (const char         *text,
                  const char * const *labels,
                  guint               n,
                  guint              *index)
{
  g_autofree char *answer = normalise (text);
  g_auto(GStrv) normalised = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    normalised[i] = normalise (labels[i]);

  return find_only (answer, normalised, is_same, index);
}

/* "2 night shift": both must point at the same choice. */
static gboolean
read_both (const char         *answer,
           const char * const *labels,
           char              **folded,
           guint               n,
           guint              *index)
{
  const char *space = strchr (answer, ' ');
  g_autofree char *first = space != NULL ? g_strndup (answer, space - answer) : NULL;
  guint pointed;

  if (first == NULL)
    return FALSE;
  if (callboard_words_is_option (first))
    return read_pointer (space + 1, labels, n, index);
  if (!read_pointer (first, labels, n, &pointed) || !find_only (space + 1, folded, begins, index))
    return FALSE;

  return *index == pointed;
}

/* "2 night shift", where night shift is the third, says nothing. In "2 to 5 years" the number is the label's own. */
static gboolean
contradicts (const char *answer,
             const char *label)
{
  g_autofree char *number = g_strndup (answer, strspn (answer, "0123456789"));

  return *number != '\0' && !contains_words (label, number);
}

static gboolean
read_loosely (const char  *answer,
              char       **folded,
              guint       *index)
{
  if (callboard_words_negates (answer) || callboard_words_classify (answer, NULL) != CALLBOARD_WORD_NONE)
    return FALSE;
  if (!find_only (answer, folded, begins, index) && !find_only (answer, folded, shares_words, index))
    return FALSE;

  /* A short label can make an answer ambiguous, but a letter in a sentence is no answer. */
  return strlen (folded[*index]) >= MIN_PART && !contradicts (answer, folded[*index]);
}

static gboolean
read_label (const char         *text,
            const char * const *labels,
            guint               n,
            guint              *index)
{
  g_autofree char *answer = callboard_fold (text);
  g_autofree char *bare = callboard_words_strip_courtesy (answer);
  g_auto(GStrv) folded = fold_labels (labels, n);

  return find_only (answer, folded, is_same, index) ||
         find_only (bare, folded, is_same, index) ||
         read_pointer (bare, labels, n, index) ||
         read_both (bare, labels, folded, n, index) ||
         read_loosely (bare, folded, index);
}

gboolean
callboard_read_needs_letters (const char * const *labels,
                              guint               n)
{
  g_return_val_if_fail (labels != NULL || n == 0, FALSE);

  for (guint i = 0; i < n; i++)
    {
      char pointer[MAX_POINTER];

      if (get_pointer (labels[i], pointer) && is_number (pointer))
        return TRUE;
    }

  return FALSE;
}

gboolean
callboard_read_choice (const char         *text,
                       const char * const *labels,
                       guint               n,
                       guint              *index)
{
  guint found;

  g_return_val_if_fail (labels != NULL || n == 0, FALSE);
  g_return_val_if_fail (index != NULL, FALSE);

  if (text == NULL || n == 0 || strnlen (text, MAX_ANSWER + 1) > MAX_ANSWER)
    return FALSE;

  if (!read_pointer (text, labels, n, &found) &&
      !read_exact_label (text, labels, n, &found) &&
      !read_label (text, labels, n, &found))
    return FALSE;

  *index = found;

  return TRUE;
}
