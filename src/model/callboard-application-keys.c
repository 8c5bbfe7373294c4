/* callboard-application-keys.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-application-keys.h"

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const CallboardApplicationKey *left = a;
  const CallboardApplicationKey *right = b;

  if (left->rank != right->rank)
    return left->rank < right->rank ? -1 : 1;

  return left->id < right->id ? -1 : left->id > right->id;
}

static CallboardApplicationKey *
key_at (GArray *keys,
        guint   position)
{
  return &g_array_index (keys, CallboardApplicationKey, position);
}

/* The last word on each application counts. */
static GHashTable *
collect_last_moves (const CallboardMove *moves,
                    guint                n_moves)
{
  GHashTable *last = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < n_moves; i++)
    g_hash_table_replace (last, (gpointer) &moves[i].application, (gpointer) &moves[i]);

  return last;
}

static GArray *
collect_arrivals (GHashTable *last_moves,
                  gint64      stage)
{
  GArray *arrivals = g_array_new (FALSE, FALSE, sizeof (CallboardApplicationKey));
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, last_moves);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const CallboardMove *move = value;
      const CallboardApplicationKey key = { move->to_rank, move->application };

      if (move->to_stage == stage)
        g_array_append_val (arrivals, key);
    }

  g_array_sort (arrivals, compare);

  return arrivals;
}

gboolean
callboard_application_keys_search (GArray                        *keys,
                                   const CallboardApplicationKey *key,
                                   guint                         *position)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (keys != NULL, FALSE);

  high = keys->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare (key_at (keys, middle), key) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  *position = low;

  return low < keys->len && compare (key_at (keys, low), key) == 0;
}

gboolean
callboard_application_keys_find (GArray *keys,
                                 gint64  id,
                                 guint  *position)
{
  g_return_val_if_fail (keys != NULL, FALSE);

  for (guint i = 0; i < keys->len; i++)
    {
      if (key_at (keys, i)->id == id)
        {
          *position = i;
          return TRUE;
        }
    }

  return FALSE;
}

guint
callboard_application_keys_move (GArray                        *keys,
                                 guint                          from,
                                 const CallboardApplicationKey *key)
{
  guint to;

  g_return_val_if_fail (keys != NULL, 0);
  g_return_val_if_fail (from < keys->len, 0);

  callboard_application_keys_search (keys, key, &to);

  /* The key's old place is still in the array. */
  if (to > from)
    to--;

  if (to > from)
    memmove (key_at (keys, from), key_at (keys, from + 1), (to - from) * sizeof *key);
  else if (to < from)
    memmove (key_at (keys, to + 1), key_at (keys, to), (from - to) * sizeof *key);

  *key_at (keys, to) = *key;

  return to;
}

GArray *
callboard_application_keys_merge (GArray              *keys,
                                  gint64               stage,
                                  const CallboardMove *moves,
                                  guint                n_moves)
{
  g_autoptr(GHashTable) last_moves = NULL;
  g_autoptr(GArray) arrivals = NULL;
  GArray *merged;
  guint next = 0;

  g_return_val_if_fail (keys != NULL, NULL);

  last_moves = collect_last_moves (moves, n_moves);
  arrivals = collect_arrivals (last_moves, stage);
  merged = g_array_sized_new (FALSE, FALSE, sizeof (CallboardApplicationKey), keys->len + arrivals->len);

  for (guint i = 0; i < keys->len; i++)
    {
      CallboardApplicationKey *key = key_at (keys, i);

      if (g_hash_table_contains (last_moves, &key->id))
        continue;

      for (; next < arrivals->len && compare (key_at (arrivals, next), key) < 0; next++)
        g_array_append_vals (merged, key_at (arrivals, next), 1);

      g_array_append_vals (merged, key, 1);
    }

  if (next < arrivals->len)
    g_array_append_vals (merged, key_at (arrivals, next), arrivals->len - next);

  return merged;
}

void
callboard_application_keys_diff (GArray *old,
                                 GArray *new_keys,
                                 guint  *position,
                                 guint  *removed,
                                 guint  *added)
{
  guint shorter;
  guint prefix = 0;
  guint suffix = 0;

  g_return_if_fail (old != NULL);
  g_return_if_fail (new_keys != NULL);

  shorter = MIN (old->len, new_keys->len);

  while (prefix < shorter && key_at (old, prefix)->id == key_at (new_keys, prefix)->id)
    prefix++;

  while (suffix < shorter - prefix
         && key_at (old, old->len - 1 - suffix)->id == key_at (new_keys, new_keys->len - 1 - suffix)->id)
    suffix++;

  *position = prefix;
  *removed = old->len - prefix - suffix;
  *added = new_keys->len - prefix - suffix;
}
