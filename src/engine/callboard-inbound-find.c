/* callboard-inbound-find.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-inbound-private.h"

#include "callboard-interview.h"

void
callboard_inbound_clear (CallboardInbound *inbound)
{
  g_free (inbound->language);
  g_free (inbound->zone);
  g_free (inbound->quoted);
}

static gboolean
find_person (CallboardDb       *db,
             CallboardInbound  *inbound,
             GError           **error)
{
  if (!callboard_db_number (db, &inbound->candidate, error, "SELECT id FROM candidate WHERE phone = $1",
                            "s", inbound->event->from) ||
      !callboard_db_number (db, &inbound->opted_out_at, error,
                            "SELECT coalesce (opted_out_at, 0) FROM candidate WHERE id = $1", "i", inbound->candidate))
    return FALSE;

  return callboard_candidate_find_zone (db, inbound->candidate, &inbound->zone, error);
}

/* A reply to a message of another campaign is no answer to this one. */
static gboolean
find_quoted (CallboardDb       *db,
             CallboardInbound  *inbound,
             GError           **error)
{
  g_autoptr(GError) fault = NULL;
  g_autoptr(CallboardRows) rows = NULL;

  if (inbound->event->quoted == NULL)
    return TRUE;

  rows = callboard_db_select (db, &fault,
                              "SELECT m.key, coalesce (m.enrolment_id, 0), e.application_id FROM message m"
                              " JOIN enrolment e ON e.id = m.enrolment_id"
                              " WHERE m.account_id = $1 AND m.provider_id = $2 AND m.candidate_id = $3",
                              "isi", inbound->account->id, inbound->event->quoted, inbound->candidate);
  if (callboard_rows_next (rows, &fault))
    {
      if (callboard_rows_int (rows, 1) == inbound->enrolment)
        inbound->quoted = callboard_script_step_of_key (callboard_rows_text (rows, 0));
      else
        inbound->enrolment = 0;
      inbound->application = callboard_rows_int (rows, 2);
    }

  if (fault == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&fault));

  return FALSE;
}

static gboolean
find_campaign (CallboardDb       *db,
               CallboardInbound  *inbound,
               gint64             id,
               GError           **error)
{
  CallboardEnrolment enrolment;
  CallboardScript *script;

  if (!callboard_enrolment_load (db, id, &enrolment, error))
    return FALSE;

  script = callboard_script_load (db, enrolment.campaign, enrolment.version, error);
  if (script == NULL)
    return FALSE;

  inbound->application = enrolment.application;
  inbound->held = enrolment.held;
  inbound->language = g_strdup (callboard_script_get_language (script));

  return TRUE;
}

static gboolean
find_conversation (CallboardDb       *db,
                   CallboardInbound  *inbound,
                   GError           **error)
{
  gint64 last = 0;

  if (!callboard_db_number (db, &inbound->enrolment, error,
                            "SELECT id FROM enrolment WHERE candidate_id = $1 AND account_id = $2 AND "
                            CALLBOARD_RUNNING_SQL " ORDER BY id DESC LIMIT 1",
                            "ii", inbound->candidate, inbound->account->id) ||
      !callboard_interview_find_hearer (db, inbound->candidate, inbound->account->id, inbound->event->choice,
                                        inbound->now, &inbound->enrolment, error) ||
      !callboard_db_number (db, &last, error,
                            "SELECT id FROM enrolment WHERE candidate_id = $1 ORDER BY id DESC LIMIT 1",
                            "i", inbound->candidate) ||
      !callboard_db_number (db, &inbound->application, error,
                            "SELECT id FROM application WHERE candidate_id = $1 AND state = 'live' ORDER BY id DESC LIMIT 1",
                            "i", inbound->candidate))
    return FALSE;

  if (last == 0)
    return TRUE;

  return find_campaign (db, inbound, inbound->enrolment != 0 ? inbound->enrolment : last, error) &&
         find_quoted (db, inbound, error);
}

gboolean
callboard_inbound_find (CallboardDb       *db,
                        CallboardInbound  *inbound,
                        GError           **error)
{
  return find_person (db, inbound, error) &&
         (inbound->candidate == 0 || find_conversation (db, inbound, error));
}
