/* callboard-difference.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-difference-private.h"

#include <glib/gi18n-lib.h>

#define SETTINGS "/settings"

/* stays: keys of things that did not move among those beside them. */
typedef struct
{
  GPtrArray  *before;
  GPtrArray  *after;
  GHashTable *by_key_before;
  GHashTable *by_key_after;
  GHashTable *stays;
  GPtrArray  *lines;
} Comparison;

static void
line_free (gpointer data)
{
  CallboardDifferenceLine *line = data;

  g_free (line->place);
  g_free (line->before);
  g_free (line->after);
  g_free (line);
}

static CallboardDifferenceLine *
add_line (Comparison              *self,
          CallboardDifferenceKind  kind,
          const CallboardThing    *thing)
{
  CallboardDifferenceLine *line = g_new0 (CallboardDifferenceLine, 1);

  line->kind = kind;
  line->inside = thing->parent != NULL;
  line->place = g_strdup (thing->place);
  g_ptr_array_add (self->lines, line);

  return line;
}

static GHashTable *
index_things (GPtrArray *things)
{
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < things->len; i++)
    {
      CallboardThing *thing = g_ptr_array_index (things, i);

      g_hash_table_insert (table, thing->key, thing);
    }

  return table;
}

static gboolean
is_beside (const CallboardThing *thing,
           const CallboardThing *other)
{
  return other != NULL && g_strcmp0 (thing->parent, other->parent) == 0;
}

/* The longest row of things that keep their order stays; all others moved. ranks: where each stood before. */
static void
find_row (Comparison *self,
          GPtrArray  *things,
          GArray     *ranks)
{
  g_autoptr(GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree int *previous = g_new (int, things->len);

  for (guint i = 0; i < things->len; i++)
    {
      guint low = 0, high = ends->len;

      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (g_array_index (ranks, guint, g_array_index (ends, guint, middle)) < g_array_index (ranks, guint, i))
            low = middle + 1;
          else
            high = middle;
        }

      previous[i] = low > 0 ? (int) g_array_index (ends, guint, low - 1) : -1;
      if (low == ends->len)
        g_array_append_val (ends, i);
      else
        g_array_index (ends, guint, low) = i;
    }

  for (int i = ends->len > 0 ? (int) g_array_index (ends, guint, ends->len - 1) : -1; i >= 0; i = previous[i])
    g_hash_table_add (self->stays, ((CallboardThing *) g_ptr_array_index (things, i))->key);
}

static void
find_what_stays (Comparison *self,
                 const char *parent)
{
  g_autoptr(GHashTable) ranks_before = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) things = g_ptr_array_new ();
  g_autoptr(GArray) ranks = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->before->len; i++)
    {
      CallboardThing *thing = g_ptr_array_index (self->before, i);

      if (g_strcmp0 (thing->parent, parent) == 0)
        g_hash_table_insert (ranks_before, thing->key, GUINT_TO_POINTER (i));
    }

  for (guint i = 0; i < self->after->len; i++)
    {
      CallboardThing *thing = g_ptr_array_index (self->after, i);
      gpointer rank;

      if (g_strcmp0 (thing->parent, parent) == 0 && g_hash_table_lookup_extended (ranks_before, thing->key, NULL, &rank))
        {
          guint number = GPOINTER_TO_UINT (rank);

          g_ptr_array_add (things, thing);
          g_array_append_val (ranks, number);
        }
    }

  find_row (self, things, ranks);
}

static char *
describe_position (Comparison           *self,
                   const CallboardThing *thing,
                   guint                 index)
{
  const CallboardThing *module = thing->parent != NULL ? g_hash_table_lookup (self->by_key_after, thing->parent) : NULL;

  for (guint i = index; i-- > 0;)
    {
      const CallboardThing *other = g_ptr_array_index (self->after, i);

      if (is_beside (thing, other))
        return g_strdup_printf (_("now after %s"), other->place);
    }

  return module != NULL ? g_strdup_printf (_("now first in %s"), module->place) : g_strdup (_("now first"));
}

typedef struct
{
  Comparison           *comparison;
  const CallboardThing *thing;
} Changing;

static void
changed_cb (const char *label,
            char       *before,
            char       *after,
            gpointer    user_data)
{
  Changing *changing = user_data;
  CallboardDifferenceLine *line = add_line (changing->comparison, CALLBOARD_DIFFERENCE_CHANGED, changing->thing);

  line->label = label;
  line->before = before;
  line->after = after;
}

static void
compare_thing (Comparison           *self,
               const CallboardThing *thing,
               guint                 index)
{
  const CallboardThing *before = g_hash_table_lookup (self->by_key_before, thing->key);
  Changing changing = { self, thing };

  if (before == NULL && !g_str_equal (thing->key, SETTINGS))
    add_line (self, CALLBOARD_DIFFERENCE_ADDED, thing)->after = g_strdup (thing->text);

  if (before == NULL)
    return;

  if (!g_hash_table_contains (self->stays, thing->key))
    add_line (self, CALLBOARD_DIFFERENCE_MOVED, thing)->after = describe_position (self, thing, index);

  callboard_thing_compare_members (before, thing, changed_cb, &changing);
}

/* What is gone is told behind what stood before it. */
static void
add_gone (Comparison *self,
          guint       index)
{
  for (; index < self->before->len; index++)
    {
      const CallboardThing *thing = g_ptr_array_index (self->before, index);

      if (g_hash_table_contains (self->by_key_after, thing->key))
        return;

      if (!g_str_equal (thing->key, SETTINGS))
        add_line (self, CALLBOARD_DIFFERENCE_REMOVED, thing)->before = g_strdup (thing->text);
    }
}

static void
compare (Comparison *self)
{
  g_autoptr(GHashTable) ranks = g_hash_table_new (g_str_hash, g_str_equal);

  find_what_stays (self, NULL);
  for (guint i = 0; i < self->before->len; i++)
    {
      CallboardThing *thing = g_ptr_array_index (self->before, i);

      g_hash_table_insert (ranks, thing->key, GUINT_TO_POINTER (i));
      if (thing->parent == NULL)
        find_what_stays (self, thing->key);
    }

  add_gone (self, 0);
  for (guint i = 0; i < self->after->len; i++)
    {
      const CallboardThing *thing = g_ptr_array_index (self->after, i);
      gpointer rank;

      compare_thing (self, thing, i);
      if (g_hash_table_lookup_extended (ranks, thing->key, NULL, &rank))
        add_gone (self, GPOINTER_TO_UINT (rank) + 1);
    }
}

GPtrArray *
callboard_difference_new (const char *before,
                          const char *after)
{
  g_autoptr(GPtrArray) things_before = callboard_things_read (before);
  g_autoptr(GPtrArray) things_after = callboard_things_read (after);
  g_autoptr(GHashTable) by_key_before = index_things (things_before);
  g_autoptr(GHashTable) by_key_after = index_things (things_after);
  g_autoptr(GHashTable) stays = g_hash_table_new (g_str_hash, g_str_equal);
  Comparison self = {
    things_before, things_after, by_key_before, by_key_after, stays, g_ptr_array_new_with_free_func (line_free)
  };

  compare (&self);

  return self.lines;
}

char *
callboard_difference_describe (const CallboardDifferenceLine *line)
{
  g_return_val_if_fail (line != NULL, NULL);

  switch (line->kind)
    {
    case CALLBOARD_DIFFERENCE_ADDED:
      return g_strdup_printf (_("%s: added"), line->place);

    case CALLBOARD_DIFFERENCE_REMOVED:
      return g_strdup_printf (_("%s: removed"), line->place);

    case CALLBOARD_DIFFERENCE_MOVED:
      /* Translators: a place such as “Question 2”, then “now after Question 4” */
      return g_strdup_printf (_("%s: %s"), line->place, line->after);

    case CALLBOARD_DIFFERENCE_CHANGED:
    default:
      return g_strdup_printf (_("%s: %s"), line->place, line->label);
    }
}

char *
callboard_difference_summarize (GPtrArray *lines)
{
  g_autofree char *first = NULL;

  g_return_val_if_fail (lines != NULL, NULL);

  if (lines->len == 0)
    return g_strdup (_("Nothing changed"));

  first = callboard_difference_describe (g_ptr_array_index (lines, 0));
  if (lines->len == 1)
    return g_steal_pointer (&first);

  return g_strdup_printf (ngettext ("%s, and %u more change", "%s, and %u more changes", lines->len - 1),
                          first, lines->len - 1);
}
