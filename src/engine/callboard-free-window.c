/* callboard-free-window.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-free-window.h"

gboolean
callboard_free_window_check (CallboardDb             *db,
                             const CallboardAccount  *account,
                             gint64                   candidate,
                             gint64                   now,
                             gboolean                *open,
                             GError                 **error)
{
  gint64 n_fresh = 0;

  *open = account->rendering == CALLBOARD_RENDERING_SMS;
  if (*open)
    return TRUE;

  if (!callboard_db_number (db, &n_fresh, error,
                            "SELECT EXISTS (SELECT 1 FROM message WHERE candidate_id = $1 AND account_id = $2"
                            " AND direction = 'in' AND created_at > $3)",
                            "iii", candidate, account->id, now - CALLBOARD_FREE_WINDOW))
    return FALSE;

  *open = n_fresh > 0;

  return TRUE;
}

gboolean
callboard_free_window_park (CallboardDb       *db,
                            gint64             message,
                            CallboardChanges  *changes,
                            GError           **error)
{
  callboard_changes_add (changes, CALLBOARD_CHANGED_OUTBOX | CALLBOARD_CHANGED_CONVERSATIONS);

  return callboard_db_run (db, error, "UPDATE message SET due_at = NULL WHERE id = $1", "i", message);
}

/* A first message without a time is queued behind another campaign, and a held campaign waits for the recruiter. */
gboolean
callboard_free_window_release (CallboardDb             *db,
                               const CallboardAccount  *account,
                               gint64                   candidate,
                               gint64                   now,
                               guint                   *n_steps,
                               CallboardChanges        *changes,
                               GError                 **error)
{
  g_autoptr(GArray) released = NULL;

  released = callboard_db_numbers (db, error,
                                   "UPDATE message SET due_at = $1 WHERE candidate_id = $2 AND account_id = $3"
                                   " AND state IN ('waiting', 'claimed') AND state = 'waiting'"
                                   " AND due_at IS NULL AND kind <> 'first'"
                                   " AND coalesce (enrolment_id, 0) NOT IN (SELECT id FROM enrolment"
                                   "  WHERE candidate_id = $2 AND held_at IS NOT NULL) RETURNING kind = 'step'",
                                   "iii", now, candidate, account->id);
  if (released == NULL)
    return FALSE;

  *n_steps = 0;
  for (guint i = 0; i < released->len; i++)
    *n_steps += g_array_index (released, gint64, i);

  if (released->len > 0)
    callboard_changes_add (changes, CALLBOARD_CHANGED_OUTBOX | CALLBOARD_CHANGED_CONVERSATIONS);

  return TRUE;
}
