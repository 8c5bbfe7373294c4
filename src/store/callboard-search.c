/* callboard-search.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-search.h"

#define MATCH_SQL  "SELECT rowid FROM candidate_search WHERE candidate_search MATCH $1"
#define PLACES_SQL "SELECT rank, id, candidate_id FROM application WHERE stage_id = $1 AND state = 'live' ORDER BY rank, id"
#define FAILED_SQL                                                                         \
  "SELECT a.rank, a.id, a.candidate_id FROM application a"                                 \
  " JOIN enrolment e ON e.id = a.enrolment_id AND e.status = 'failed'"                     \
  " WHERE a.stage_id = $1 AND a.state = 'live' ORDER BY a.rank, a.id"

typedef struct
{
  CallboardApplicationKey key;
  gint64                  candidate;
} Place;

/* stages: the places (element-type Place) of each stage that was searched. found: a byte per candidate, set for those
 * that match. */
struct _CallboardSearch
{
  GHashTable *stages;
  GArray     *found;
  char       *match;
};

CallboardSearch *
callboard_search_new (void)
{
  CallboardSearch *self = g_new0 (CallboardSearch, 1);

  self->stages = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  self->found = g_array_new (FALSE, TRUE, sizeof (guint8));

  return self;
}

void
callboard_search_free (CallboardSearch *self)
{
  g_hash_table_unref (self->stages);
  g_array_unref (self->found);
  g_free (self->match);
  g_free (self);
}

void
callboard_search_forget (CallboardSearch *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_remove_all (self->stages);
  g_clear_pointer (&self->match, g_free);
}

static gboolean
find_people (CallboardSearch  *self,
             CallboardDb      *db,
             const char       *match,
             GError          **error)
{
  g_autoptr(GError) fault = NULL;
  g_autoptr(CallboardRows) rows = NULL;

  /* One key asks once per stage of the board. */
  if (g_strcmp0 (self->match, match) == 0)
    return TRUE;

  g_clear_pointer (&self->match, g_free);
  g_array_set_size (self->found, 0);
  rows = callboard_db_select (db, &fault, MATCH_SQL, "s", match);
  while (callboard_rows_next (rows, &fault))
    {
      guint candidate = callboard_rows_int (rows, 0);

      if (candidate >= self->found->len)
        g_array_set_size (self->found, candidate + 1);
      self->found->data[candidate] = TRUE;
    }

  if (fault == NULL)
    {
      self->match = g_strdup (match);
      return TRUE;
    }

  g_propagate_error (error, g_steal_pointer (&fault));

  return FALSE;
}

static GArray *
read_places (CallboardDb  *db,
             const char   *sql,
             gint64        stage,
             GError      **error)
{
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_autoptr(GError) fault = NULL;
  g_autoptr(CallboardRows) rows = callboard_db_select (db, &fault, sql, "i", stage);

  while (callboard_rows_next (rows, &fault))
    {
      Place place = { { callboard_rows_int (rows, 0), callboard_rows_int (rows, 1) }, callboard_rows_int (rows, 2) };

      g_array_append_val (places, place);
    }

  if (fault == NULL)
    return g_steal_pointer (&places);

  g_propagate_error (error, g_steal_pointer (&fault));

  return NULL;
}

static GArray *
get_places (CallboardSearch  *self,
            CallboardDb      *db,
            gint64            stage,
            gboolean          failed_only,
            GError          **error)
{
  GArray *places;

  /* Failures are few, and come and go without a card moving. */
  if (failed_only)
    return read_places (db, FAILED_SQL, stage, error);

  places = g_hash_table_lookup (self->stages, &stage);
  if (places == NULL)
    {
      places = read_places (db, PLACES_SQL, stage, error);
      if (places == NULL)
        return NULL;

      g_hash_table_insert (self->stages, g_memdup2 (&stage, sizeof stage), places);
    }

  return g_array_ref (places);
}

GArray *
callboard_search_load (CallboardSearch  *self,
                       CallboardDb      *db,
                       gint64            stage,
                       gboolean          failed_only,
                       const char       *match,
                       GError          **error)
{
  g_autoptr(GArray) places = NULL;
  GArray *keys;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (match != NULL, NULL);

  if (!find_people (self, db, match, error) ||
      (places = get_places (self, db, stage, failed_only, error)) == NULL)
    return NULL;

  keys = g_array_new (FALSE, FALSE, sizeof (CallboardApplicationKey));
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);

      if (place->candidate < self->found->len && self->found->data[place->candidate])
        g_array_append_val (keys, place->key);
    }

  return keys;
}
