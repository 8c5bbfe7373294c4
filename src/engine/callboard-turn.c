/* callboard-turn.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-outbox-private.h"

typedef struct
{
  CallboardClaim  claim;
  GPtrArray      *results;
  double          jitter;
} Turn;

static void
turn_free (gpointer data)
{
  Turn *turn = data;

  callboard_claim_clear (&turn->claim);
  g_ptr_array_unref (turn->results);
  g_free (turn);
}

/* Answers first: whoever was written to may be due the next message by that. */
static gboolean
execute_turn (gpointer           data,
              CallboardDb       *db,
              gint64             now,
              CallboardChanges  *changes,
              GError           **error)
{
  Turn *turn = data;

  return callboard_record_execute (turn->results, turn->jitter, db, now, changes, error) &&
         (turn->claim.limit == 0 || callboard_claim_execute (&turn->claim, db, now, changes, error));
}

CallboardCommand *
callboard_turn_command_new (gint64     account,
                            guint      limit,
                            GPtrArray *results,
                            double     jitter)
{
  Turn *turn;

  g_return_val_if_fail (results != NULL, NULL);

  turn = g_new0 (Turn, 1);
  callboard_claim_init (&turn->claim, account, limit);
  turn->results = results;
  turn->jitter = CLAMP (jitter, 0.0, 1.0);

  return callboard_command_new ("turn", execute_turn, turn, turn_free);
}
