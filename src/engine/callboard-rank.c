/* callboard-rank.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-rank.h"

#define GAP G_GINT64_CONSTANT (1048576)

static gboolean
find_neighbours (CallboardDb  *db,
                 gint64        stage,
                 gint64        before,
                 gint64       *low,
                 gint64       *high,
                 GError      **error)
{
  *high = G_MAXINT64;
  if (before != 0 &&
      !callboard_db_number (db, high, error,
                            "SELECT rank FROM application WHERE id = $1 AND stage_id = $2 AND state = 'live'",
                            "ii", before, stage))
    return FALSE;

  *low = 0;
  if (*high == G_MAXINT64)
    return callboard_db_number (db, low, error,
                                "SELECT rank FROM application WHERE stage_id = $1 AND state = 'live'"
                                " ORDER BY rank DESC LIMIT 1", "i", stage);

  *low = *high - 2 * GAP;

  /* Of cards with the same rank the one with the smaller id stands first: then there is no room between them. */
  return callboard_db_number (db, low, error,
                              "SELECT rank FROM application WHERE stage_id = $1 AND state = 'live'"
                              " AND (rank < $2 OR (rank = $2 AND id < $3)) ORDER BY rank DESC LIMIT 1",
                              "iii", stage, *high, before);
}

static gboolean
renumber (CallboardDb       *db,
          gint64             stage,
          gint64             gap,
          CallboardChanges  *changes,
          GError           **error)
{
  g_autoptr(GArray) moves = g_array_new (FALSE, FALSE, sizeof (CallboardMove));
  g_autoptr(GError) fault = NULL;
  CallboardRows *rows = callboard_db_select (db, &fault,
                                             "SELECT id, rank FROM application WHERE stage_id = $1 AND state = 'live'"
                                             " ORDER BY rank, id", "i", stage);

  while (callboard_rows_next (rows, &fault))
    {
      CallboardMove move = {
        .application = callboard_rows_int (rows, 0), .from_stage = stage, .from_rank = callboard_rows_int (rows, 1),
        .to_stage = stage, .to_rank = (moves->len + 1) * gap
      };

      g_array_append_val (moves, move);
    }

  g_clear_pointer (&rows, callboard_rows_free);

  /* From the end, so that a rank is never above a neighbour's that has not been moved yet. */
  for (guint i = moves->len; fault == NULL && i > 0; i--)
    {
      const CallboardMove *move = &g_array_index (moves, CallboardMove, i - 1);

      callboard_changes_add_move (changes, move);
      callboard_db_run (db, &fault, "UPDATE application SET rank = $1 WHERE id = $2",
                        "ii", move->to_rank, move->application);
    }

  if (fault == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&fault));

  return FALSE;
}

gboolean
callboard_rank_make_room (CallboardDb       *db,
                          gint64             stage,
                          gint64             before,
                          guint              n_cards,
                          gint64            *first,
                          gint64            *step,
                          CallboardChanges  *changes,
                          GError           **error)
{
  gint64 low, high;

  if (!find_neighbours (db, stage, before, &low, &high, error))
    return FALSE;

  if (high != G_MAXINT64 && high - low <= (gint64) n_cards)
    {
      if (!renumber (db, stage, MAX (GAP, 2 * (gint64) n_cards), changes, error) ||
          !find_neighbours (db, stage, before, &low, &high, error))
        return FALSE;
    }

  *step = high == G_MAXINT64 ? GAP : (high - low) / ((gint64) n_cards + 1);
  *first = low + *step;

  return TRUE;
}
