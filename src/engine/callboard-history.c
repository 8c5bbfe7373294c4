/* callboard-history.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-history.h"

#include "callboard-enrolment.h"
#include "callboard-phone.h"
#include "callboard-words.h"

#define GAP     G_GINT64_CONSTANT (1048576)
#define DELIVER (4 * G_USEC_PER_SEC)
#define THINK   (95 * G_USEC_PER_SEC)

typedef struct
{
  gint64     job;
  gint64     account;
  GPtrArray *pasts;
} History;

/* One person while the past is being written. */
typedef struct
{
  gint64            job;
  CallboardAccount  account;
  gint64            candidate;
  gint64            application;
  CallboardChanges *changes;
} Pen;

CallboardPastVisit *
callboard_past_visit_new (void)
{
  return g_new0 (CallboardPastVisit, 1);
}

void
callboard_past_visit_free (CallboardPastVisit *visit)
{
  g_strfreev (visit->replies);
  g_free (visit->failure_code);
  g_free (visit);
}

CallboardPast *
callboard_past_new (void)
{
  CallboardPast *past = g_new0 (CallboardPast, 1);

  past->person = callboard_person_new ();
  past->visits = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_past_visit_free);

  return past;
}

void
callboard_past_free (CallboardPast *past)
{
  callboard_person_free (past->person);
  g_ptr_array_unref (past->visits);
  g_free (past);
}

static void
history_free (gpointer data)
{
  History *history = data;

  g_ptr_array_unref (history->pasts);
  g_free (history);
}

static gboolean
write_candidate (CallboardDb            *db,
                 Pen                    *pen,
                 const CallboardPerson  *person,
                 gint64                  at,
                 GError                **error)
{
  g_autofree char *country = callboard_phone_country (person->phone);

  if (!callboard_db_number (db, &pen->candidate, error,
                            "INSERT INTO candidate (first_name, last_name, phone, country, created_at)"
                            " VALUES ($1, $2, $3, coalesce ($4, ''), $5)"
                            " ON CONFLICT (phone) DO UPDATE SET phone = excluded.phone RETURNING id",
                            "ssssi", person->first_name, person->last_name, person->phone, country, at))
    return FALSE;

  return person->consent_source == NULL ||
         callboard_db_run (db, error,
                           "INSERT INTO consent (candidate_id, phone, source, wording, given_at)"
                           " VALUES ($1, $2, $3, coalesce ($4, ''), $5)",
                           "isssi", pen->candidate, person->phone, person->consent_source, person->consent_wording, at);
}

static gboolean
write_application (CallboardDb          *db,
                   Pen                  *pen,
                   const CallboardPast  *past,
                   GError              **error)
{
  const CallboardPastVisit *first = g_ptr_array_index (past->visits, 0);
  const CallboardPastVisit *last = g_ptr_array_index (past->visits, past->visits->len - 1);
  CallboardMove move = { .to_stage = last->stage };

  if (!callboard_db_number (db, &move.to_rank, error,
                            "SELECT coalesce (max (rank), 0) FROM application WHERE stage_id = $1 AND state = 'live'",
                            "i", last->stage))
    return FALSE;

  move.to_rank += GAP;
  if (!callboard_db_insert (db, &pen->application, error,
                            "INSERT INTO application (candidate_id, job_id, stage_id, rank, unread, created_at)"
                            " VALUES ($1, $2, $3, $4, $5, $6)",
                            "iiiiii", pen->candidate, pen->job, last->stage, move.to_rank, (gint64) past->unread,
                            first->at))
    return FALSE;

  move.application = pen->application;
  callboard_changes_add_move (pen->changes, &move);

  return TRUE;
}

/* What has left, has arrived: nothing of the past waits in the outbox. */
static gboolean
settle (CallboardDb         *db,
        CallboardEnrolment  *enrolment,
        const char          *state,
        gint64               at,
        GError             **error)
{
  return callboard_db_run (db, error,
                           "UPDATE message SET state = $1, changed_at = $2 WHERE enrolment_id = $3 AND state = 'waiting'",
                           "sii", state, at, enrolment->id);
}

static gboolean
fail (CallboardDb               *db,
      Pen                       *pen,
      CallboardEnrolment        *enrolment,
      const CallboardPastVisit  *visit,
      gint64                     at,
      GError                   **error)
{
  return callboard_db_run (db, error,
                           "UPDATE message SET state = 'failed', failure = $1, failure_code = $2, changed_at = $3"
                           " WHERE enrolment_id = $4 AND state = 'waiting'", "ssii",
                           callboard_enum_to_nick (CALLBOARD_TYPE_FAILURE, visit->failure), visit->failure_code, at,
                           enrolment->id) &&
         callboard_enrolment_fail (db, enrolment, visit->failure, visit->failure_code, NULL, at, pen->changes, error);
}

static gboolean
reply (CallboardDb         *db,
       Pen                 *pen,
       CallboardEnrolment  *enrolment,
       const char          *text,
       gint64               at,
       GError             **error)
{
  CallboardScript *script = callboard_script_load (db, enrolment->campaign, enrolment->version, error);
  CallboardScriptEvent event = { .kind = CALLBOARD_SCRIPT_REPLY, .text = text };
  gboolean understood = FALSE;
  gint64 message = 0;

  if (script == NULL ||
      !callboard_db_insert (db, &message, error,
                            "INSERT INTO message (candidate_id, application_id, enrolment_id, account_id, direction, kind,"
                            " body, state, created_at, changed_at)"
                            " VALUES ($1, $2, $3, $4, 'in', 'reply', $5, 'received', $6, $6)",
                            "iiiisi", pen->candidate, pen->application, enrolment->id, pen->account.id, text, at))
    return FALSE;

  event.message = message;
  event.word = callboard_words_classify (text, callboard_script_get_language (script));

  return callboard_enrolment_hear (db, enrolment, &event, message, at, &understood, pen->changes, error) &&
         settle (db, enrolment, "read", at + DELIVER, error);
}

static gboolean
converse (CallboardDb               *db,
          Pen                       *pen,
          CallboardEnrolment        *enrolment,
          const CallboardPastVisit  *visit,
          gint64                    *at,
          GError                   **error)
{
  *at += DELIVER;
  if (!settle (db, enrolment, visit->replies[0] != NULL ? "read" : "delivered", *at, error) ||
      !callboard_enrolment_become (db, enrolment, CALLBOARD_STATUS_DELIVERED, *at, pen->changes, error))
    return FALSE;

  for (guint i = 0; visit->replies[i] != NULL; i++)
    {
      *at += THINK;
      if (!reply (db, pen, enrolment, visit->replies[i], *at, error))
        return FALSE;
    }

  return visit->ends == CALLBOARD_STATUS_NONE ||
         callboard_enrolment_become (db, enrolment, visit->ends, *at, pen->changes, error);
}

static gboolean
write_enrolment (CallboardDb               *db,
                 Pen                       *pen,
                 const CallboardPastVisit  *visit,
                 gint64                     id,
                 gint64                     left_at,
                 GError                   **error)
{
  CallboardEnrolment enrolment = {
    .visit = id, .application = pen->application, .candidate = pen->candidate, .account = pen->account
  };
  gint64 at = visit->at + pen->account.shift;

  if (!callboard_db_number (db, &enrolment.campaign, error, "SELECT campaign_id FROM stage WHERE id = $1", "i",
                            visit->stage) ||
      !callboard_db_number (db, &enrolment.version, error, "SELECT version FROM campaign WHERE id = $1", "i",
                            enrolment.campaign) ||
      !callboard_enrolment_create (db, &enrolment, at, at, pen->changes, error) ||
      !callboard_enrolment_become (db, &enrolment, CALLBOARD_STATUS_SENDING, at, pen->changes, error))
    return FALSE;

  if (visit->ends == CALLBOARD_STATUS_FAILED)
    return fail (db, pen, &enrolment, visit, at + DELIVER, error);

  /* Who left an open campaign behind ended it; a campaign that has ended ignores that. The past nudges nobody today. */
  return converse (db, pen, &enrolment, visit, &at, error) &&
         callboard_db_run (db, error, "DELETE FROM timer WHERE enrolment_id = $1 AND kind = 'nudge'", "i", enrolment.id) &&
         (left_at == 0 || callboard_enrolment_become (db, &enrolment, CALLBOARD_STATUS_CANCELLED,
                                                      left_at + pen->account.shift, pen->changes, error));
}

static gboolean
write_visit (CallboardDb          *db,
             Pen                  *pen,
             const CallboardPast  *past,
             guint                 index,
             GError              **error)
{
  const CallboardPastVisit *visit = g_ptr_array_index (past->visits, index);
  const CallboardPastVisit *next = index + 1 < past->visits->len ? g_ptr_array_index (past->visits, index + 1) : NULL;
  gint64 left_at = next != NULL ? next->at : 0;
  gint64 id = 0;

  return callboard_db_insert (db, &id, error,
                              "INSERT INTO visit (application_id, stage_id, entered_at, left_at)"
                              " VALUES ($1, $2, $3, nullif ($4, 0))",
                              "iiii", pen->application, visit->stage, visit->at, left_at) &&
         callboard_db_run (db, error,
                           "UPDATE application SET visit_id = $1, enrolment_id = NULL, flag = NULL WHERE id = $2",
                           "ii", id, pen->application) &&
         ((visit->replies == NULL && visit->ends == CALLBOARD_STATUS_NONE) ||
          write_enrolment (db, pen, visit, id, left_at, error));
}

static gboolean
write_past (CallboardDb          *db,
            Pen                  *pen,
            const CallboardPast  *past,
            GError              **error)
{
  const CallboardPastVisit *first = g_ptr_array_index (past->visits, 0);

  if (!write_candidate (db, pen, past->person, first->at, error) ||
      !write_application (db, pen, past, error))
    return FALSE;

  for (guint i = 0; i < past->visits->len; i++)
    {
      if (!write_visit (db, pen, past, i, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
execute_history (gpointer           data,
                 CallboardDb       *db,
                 gint64             now,
                 CallboardChanges  *changes,
                 GError           **error)
{
  History *history = data;
  Pen pen = { .job = history->job, .changes = changes };

  if (!callboard_account_load (db, history->account, &pen.account, error))
    return FALSE;

  callboard_changes_add (changes, CALLBOARD_CHANGED_JOBS | CALLBOARD_CHANGED_CANDIDATES);
  for (guint i = 0; i < history->pasts->len; i++)
    {
      if (!write_past (db, &pen, g_ptr_array_index (history->pasts, i), error))
        return FALSE;
    }

  return TRUE;
}

CallboardCommand *
callboard_history_command_new (gint64     job,
                               gint64     account,
                               GPtrArray *pasts)
{
  History *history;

  g_return_val_if_fail (pasts != NULL, NULL);

  history = g_new0 (History, 1);
  history->job = job;
  history->account = account;
  history->pasts = pasts;

  return callboard_command_new ("history", execute_history, history, history_free);
}
