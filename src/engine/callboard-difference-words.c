/* callboard-difference-words.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-difference.h"

#include <string.h>

/* Texts so long that comparing each word with each would take time are marked from the first other word to the last. */
#define MAX_CELLS (1000 * 1000)

/* Words, and what stands between them sign by sign. */
static GArray *
split (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (CallboardDifferenceMark));
  const char *at = text;

  while (*at != '\0')
    {
      const char *start = at;
      gboolean in_word = g_unichar_isalnum (g_utf8_get_char (at));
      CallboardDifferenceMark word;

      do
        at = g_utf8_next_char (at);
      while (in_word && *at != '\0' && g_unichar_isalnum (g_utf8_get_char (at)));

      word = (CallboardDifferenceMark) { start - text, at - text };
      g_array_append_val (words, word);
    }

  return words;
}

static CallboardDifferenceMark *
peek (GArray *words,
      guint   index)
{
  return &g_array_index (words, CallboardDifferenceMark, index);
}

static gboolean
is_same (const char                    *before,
         const CallboardDifferenceMark *one,
         const char                    *after,
         const CallboardDifferenceMark *other)
{
  return one->end - one->start == other->end - other->start &&
         memcmp (before + one->start, after + other->start, one->end - one->start) == 0;
}

static gboolean
is_blank (const char *text,
          guint       start,
          guint       end)
{
  while (start < end && g_ascii_isspace (text[start]))
    start++;

  return start == end;
}

/* Marks with nothing but a blank between them are one. */
static void
add_mark (GArray                        *marks,
          const char                    *text,
          const CallboardDifferenceMark *word)
{
  CallboardDifferenceMark *last = marks->len > 0 ? peek (marks, marks->len - 1) : NULL;

  if (last != NULL && is_blank (text, last->end, word->start))
    last->end = word->end;
  else
    g_array_append_vals (marks, word, 1);
}

/* A blank at an end of a mark tells nothing, unless it is all there is. */
static void
trim_marks (GArray     *marks,
            const char *text)
{
  for (guint i = 0; i < marks->len; i++)
    {
      CallboardDifferenceMark *mark = peek (marks, i);

      if (is_blank (text, mark->start, mark->end))
        continue;

      while (g_ascii_isspace (text[mark->start]))
        mark->start++;

      while (g_ascii_isspace (text[mark->end - 1]))
        mark->end--;
    }
}

/* The words from start on, before end, of each text. */
typedef struct
{
  const char *before;
  const char *after;
  GArray     *words_before;
  GArray     *words_after;
  guint       start;
  guint       end_before;
  guint       end_after;
  GArray     *gone;
  GArray     *added;
} Comparison;

static gboolean
is_same_at (const Comparison *self,
            guint             i,
            guint             j)
{
  return is_same (self->before, peek (self->words_before, i), self->after, peek (self->words_after, j));
}

static void
leave_out_ends (Comparison *self)
{
  self->end_before = self->words_before->len;
  self->end_after = self->words_after->len;
  while (self->start < MIN (self->end_before, self->end_after) && is_same_at (self, self->start, self->start))
    self->start++;

  while (self->start < MIN (self->end_before, self->end_after) &&
         is_same_at (self, self->end_before - 1, self->end_after - 1))
    {
      self->end_before--;
      self->end_after--;
    }
}

static void
mark_all (Comparison *self)
{
  for (guint i = self->start; i < self->end_before; i++)
    add_mark (self->gone, self->before, peek (self->words_before, i));

  for (guint j = self->start; j < self->end_after; j++)
    add_mark (self->added, self->after, peek (self->words_after, j));
}

/* common[i * width + j]: how many words the rests from i and j on have in common, in order. */
static guint *
count_common (Comparison *self,
              guint       n_before,
              guint       n_after)
{
  gsize width = n_after + 1;
  guint *common = g_new0 (guint, (n_before + 1) * width);

  for (guint i = n_before; i-- > 0;)
    {
      for (guint j = n_after; j-- > 0;)
        {
          guint *here = &common[i * width + j];

          *here = is_same_at (self, self->start + i, self->start + j) ? here[width + 1] + 1 : MAX (here[width], here[1]);
        }
    }

  return common;
}

static void
mark_others (Comparison *self)
{
  guint n_before = self->end_before - self->start, n_after = self->end_after - self->start;
  gsize width = n_after + 1;
  g_autofree guint *common = count_common (self, n_before, n_after);
  guint i = 0, j = 0;

  while (i < n_before || j < n_after)
    {
      gboolean both = i < n_before && j < n_after;

      if (both && is_same_at (self, self->start + i, self->start + j))
        i++, j++;
      else if (i < n_before && (!both || common[(i + 1) * width + j] >= common[i * width + j + 1]))
        add_mark (self->gone, self->before, peek (self->words_before, self->start + i++));
      else
        add_mark (self->added, self->after, peek (self->words_after, self->start + j++));
    }
}

void
callboard_difference_mark (const char  *before,
                           const char  *after,
                           GArray     **gone,
                           GArray     **added)
{
  g_autoptr(GArray) words_before = NULL;
  g_autoptr(GArray) words_after = NULL;
  Comparison self;

  g_return_if_fail (before != NULL && after != NULL);
  g_return_if_fail (gone != NULL && added != NULL);

  words_before = split (before);
  words_after = split (after);
  self = (Comparison) { before, after, words_before, words_after };
  self.gone = *gone = g_array_new (FALSE, FALSE, sizeof (CallboardDifferenceMark));
  self.added = *added = g_array_new (FALSE, FALSE, sizeof (CallboardDifferenceMark));

  leave_out_ends (&self);
  if ((guint64) (self.end_before - self.start) * (self.end_after - self.start) > MAX_CELLS)
    mark_all (&self);
  else
    mark_others (&self);

  trim_marks (self.gone, before);
  trim_marks (self.added, after);
}
