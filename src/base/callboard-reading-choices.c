/* callboard-reading-choices.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-reading.h"

#include <string.h>

#include "callboard-reading-private.h"
#include "callboard-words.h"

#define SEPARATORS ",;/&+\n"

static GPtrArray *
tokenise_labels (const char * const *labels,
                 guint               n)
{
  GPtrArray *tokenised = g_ptr_array_new_full (n, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < n; i++)
    {
      GArray *tokens = callboard_tokenise (labels[i]);

      g_ptr_array_add (tokenised, tokens != NULL ? tokens : callboard_tokenise (""));
    }

  return tokenised;
}

static gboolean
has_letter_label (GPtrArray *labels)
{
  for (guint i = 0; i < labels->len; i++)
    {
      GArray *label = g_ptr_array_index (labels, i);
      const CallboardToken *first = callboard_token (label, 0);

      if (label->len == 2 && first->kind == CALLBOARD_TOKEN_WORD && strlen (first->word) == 1)
        return TRUE;
    }

  return FALSE;
}

/* The choices that begin with a word such as "none". */
static guint64
find_none (GPtrArray *labels)
{
  guint64 found = 0;
  guint nothing;

  for (guint i = 0; i < labels->len; i++)
    if (callboard_match (callboard_readings_get_all (), CALLBOARD_READING_NONE, g_ptr_array_index (labels, i), 0, &nothing) > 0)
      found |= G_GUINT64_CONSTANT (1) << i;

  return found;
}

/* Whether the whole answer is one phrase of this kind, but for courtesy. */
static gboolean
is_phrase (GArray               *tokens,
           CallboardReadingKind  kind)
{
  const CallboardReadings *readings = callboard_readings_get_all ();
  gboolean found = FALSE;
  guint nothing;

  for (guint at = 0; callboard_token (tokens, at)->kind != CALLBOARD_TOKEN_END;)
    {
      guint n = callboard_token_is_pause (tokens, at);

      if (n == 0 && !found)
        found = (n = callboard_match (readings, kind, tokens, at, &nothing)) > 0;
      if (n == 0)
        n = callboard_match (readings, CALLBOARD_READING_COURTESY, tokens, at, &nothing);
      if (n == 0)
        return FALSE;
      at += n;
    }

  return found;
}

/* "All but 2" and "none of these or 3": such words are for no list. */
static gboolean
has_condition (GArray *tokens)
{
  static const CallboardReadingKind kinds[] = { CALLBOARD_READING_ALL, CALLBOARD_READING_BOTH, CALLBOARD_READING_NONE,
                                                CALLBOARD_READING_BUT };
  guint nothing;

  for (guint at = 0; at < tokens->len; at++)
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
      if (callboard_match (callboard_readings_get_all (), kinds[i], tokens, at, &nothing) > 0)
        return TRUE;

  return FALSE;
}

static gboolean
is_in_labels (const char         *word,
              const char * const *labels,
              guint               n)
{
  g_autofree char *padded = g_strdup_printf (" %s ", word);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *folded = callboard_fold (labels[i]);
      g_autofree char *label = g_strdup_printf (" %s ", folded);

      if (strstr (label, padded) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* What separates here. A sign or word that is part of a label does not. */
static char *
get_separators (const char * const *labels,
                guint               n)
{
  GString *separators = g_string_new (NULL);

  for (const char *sign = SEPARATORS; *sign != '\0'; sign++)
    {
      gboolean used = FALSE;

      for (guint i = 0; i < n && !used; i++)
        used = strchr (labels[i], *sign) != NULL;
      if (!used)
        g_string_append_c (separators, *sign);
    }

  return g_string_free (separators, FALSE);
}

static gboolean
is_and (const char         *word,
        const char * const *labels,
        guint               n)
{
  g_autofree char *folded = callboard_fold (word);

  return g_hash_table_contains (callboard_readings_get_all ()->words[CALLBOARD_READING_AND], folded) &&
         (folded[1] != '\0' || (guint) (folded[0] - 'a') >= n) && !is_in_labels (folded, labels, n);
}

static void
add_parts (GPtrArray          *parts,
           const char         *text,
           const char * const *labels,
           guint               n)
{
  g_auto(GStrv) words = g_strsplit (text, " ", -1);
  GString *part = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (is_and (words[i], labels, n))
        {
          g_ptr_array_add (parts, g_string_free (part, FALSE));
          part = g_string_new (NULL);
        }
      else
        g_string_append_printf (part, " %s", words[i]);
    }
  g_ptr_array_add (parts, g_string_free (part, FALSE));
}

static gboolean
is_empty (const char *part)
{
  g_autofree char *folded = callboard_fold (part);
  g_autofree char *bare = callboard_words_strip_courtesy (folded);

  return *bare == '\0';
}

/* Each part by itself, as the answer to a question with one choice: "early and the late shift". */
static guint64
read_parts (const char         *text,
            const char * const *labels,
            guint               n)
{
  g_autofree char *separators = get_separators (labels, n);
  g_auto(GStrv) pieces = g_strsplit_set (text, separators, -1);
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  guint64 chosen = 0;

  for (guint i = 0; pieces[i] != NULL; i++)
    add_parts (parts, pieces[i], labels, n);
  if (parts->len > n + 2)
    return 0;

  for (guint i = 0; i < parts->len; i++)
    {
      const char *part = g_ptr_array_index (parts, i);
      guint index;

      if (callboard_read_choice (part, labels, n, &index))
        chosen |= G_GUINT64_CONSTANT (1) << index;
      else if (!is_empty (part))
        return 0;
    }

  return chosen;
}

/* Two ways to read a list, which must not contradict each other. */
static guint64
read_some (const char         *text,
           GArray             *tokens,
           const char * const *labels,
           GPtrArray          *tokenised,
           guint               n)
{
  gboolean figures = !callboard_read_needs_letters (labels, n);
  guint64 list = callboard_read_list (tokens, tokenised, figures, !has_letter_label (tokenised));
  guint64 parts = has_condition (tokens) && list == 0 ? 0 : read_parts (text, labels, n);

  if (list != 0 && parts != 0 && list != parts)
    return 0;

  return list != 0 ? list : parts;
}

static gboolean
is_single (guint64 chosen)
{
  return (chosen & (chosen - 1)) == 0;
}

static guint64
read_tokens (const char         *text,
             GArray             *tokens,
             const char * const *labels,
             guint               n)
{
  g_autoptr(GPtrArray) tokenised = tokenise_labels (labels, n);
  guint64 all = G_MAXUINT64 >> (CALLBOARD_READ_MAX_CHOICES - n);
  guint64 none = find_none (tokenised);
  gboolean is_all = is_phrase (tokens, CALLBOARD_READING_ALL) || (n == 2 && is_phrase (tokens, CALLBOARD_READING_BOTH));
  gboolean is_none = is_phrase (tokens, CALLBOARD_READING_NONE);
  guint64 chosen = is_all || is_none ? callboard_read_list (tokens, tokenised, FALSE, FALSE) : 0;

  /* "All" and "None" may be labels themselves. */
  if (chosen == 0 && is_all)
    return none == 0 ? all : 0;
  if (chosen == 0 && is_none)
    return is_single (none) ? none : 0;
  chosen = read_some (text, tokens, labels, tokenised, n);

  return (chosen & none) == 0 || is_single (chosen) ? chosen : 0;
}

gboolean
callboard_read_choices (const char         *text,
                        const char * const *labels,
                        guint               n,
                        guint64            *chosen)
{
  g_autoptr(GArray) tokens = NULL;
  guint64 found;

  g_return_val_if_fail (labels != NULL || n == 0, FALSE);
  g_return_val_if_fail (n <= CALLBOARD_READ_MAX_CHOICES, FALSE);
  g_return_val_if_fail (chosen != NULL, FALSE);

  tokens = callboard_tokenise (text);
  if (tokens == NULL || n == 0)
    return FALSE;
  found = read_tokens (text, tokens, labels, n);
  if (found == 0)
    return FALSE;

  *chosen = found;

  return TRUE;
}
