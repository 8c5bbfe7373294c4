/* callboard-enrolment-answer.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-enrolment-private.h"

static gboolean
set_flag (CallboardDb         *db,
          CallboardEnrolment  *self,
          gboolean             flagged,
          GError             **error)
{
  return callboard_db_run (db, error,
                           "UPDATE application SET flag = CASE WHEN $1 THEN 'answer' END"
                           " WHERE id = $2 AND ($1 OR flag = 'attention')",
                           "ii", (gint64) flagged, self->application);
}

gboolean
callboard_enrolment_store_answer (CallboardDb            *db,
                                  CallboardEnrolment     *self,
                                  const CallboardEffect  *effect,
                                  gint64                  message,
                                  gint64                  now,
                                  GError                **error)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  const char *score = effect->scored ? g_ascii_dtostr (digits, sizeof digits, effect->score) : NULL;

  return callboard_db_run (db, error,
                           "INSERT INTO answer (enrolment_id, question_id, question, value, text, flagged, score,"
                           " message_id, answered_at)"
                           " VALUES ($1, $2, $3, $4, $5, $6, CAST ($7 AS REAL), nullif ($8, 0), $9)"
                           " ON CONFLICT (enrolment_id, question_id) DO UPDATE SET value = excluded.value,"
                           " text = excluded.text, flagged = excluded.flagged, score = excluded.score,"
                           " message_id = excluded.message_id, answered_at = excluded.answered_at",
                           "issssisii", self->id, effect->key, effect->question, effect->value, effect->text,
                           (gint64) effect->flagged, score, message, now) &&
         set_flag (db, self, effect->flagged, error);
}

gboolean
callboard_enrolment_forget_answer (CallboardDb            *db,
                                   CallboardEnrolment     *self,
                                   const CallboardEffect  *effect,
                                   GError                **error)
{
  return callboard_db_run (db, error, "DELETE FROM answer WHERE enrolment_id = $1 AND question_id = $2",
                           "is", self->id, effect->key);
}

gboolean
callboard_enrolment_store_score (CallboardDb         *db,
                                 CallboardEnrolment  *self,
                                 CallboardScript     *script,
                                 GError             **error)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  double max;

  if (!callboard_script_get_max_score (script, &self->state, &max))
    return TRUE;

  return callboard_db_run (db, error,
                           "UPDATE enrolment SET score = (SELECT coalesce (sum (score), 0.0) FROM answer"
                           " WHERE enrolment_id = $1), max_score = CAST ($2 AS REAL) WHERE id = $1",
                           "is", self->id, g_ascii_dtostr (digits, sizeof digits, max));
}
