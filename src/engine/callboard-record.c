/* callboard-record.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-clock.h"
#include "callboard-health.h"
#include "callboard-message.h"
#include "callboard-outbox-private.h"

/* How much of a delay is chance, so that what failed together is not tried again together. */
#define JITTER 0.2

static const gint64 retry_delays[] = {
  5 * CALLBOARD_SECOND,
  30 * CALLBOARD_SECOND,
  2 * CALLBOARD_MINUTE,
  10 * CALLBOARD_MINUTE,
};

typedef struct
{
  GPtrArray *results;
  double     jitter;
} Record;

static void
record_free (gpointer data)
{
  Record *record = data;

  g_ptr_array_unref (record->results);
  g_free (record);
}

static gboolean
is_known (CallboardDb                *db,
          const CallboardOutbound    *message,
          const CallboardSendResult  *result,
          gboolean                   *known,
          GError                    **error)
{
  gint64 owner = 0;

  if (!callboard_db_number (db, &owner, error,
                            "SELECT id FROM message WHERE account_id = $1 AND provider_id = $2 AND id <> $3",
                            "isi", message->account, result->provider_id, message->id))
    return FALSE;

  *known = owner != 0;

  return TRUE;
}

static gboolean
record_unknown (CallboardDb                *db,
                CallboardOutbound          *message,
                const CallboardSendResult  *result,
                gint64                      now,
                CallboardChanges           *changes,
                GError                    **error)
{
  return callboard_outbound_become (db, message, CALLBOARD_MESSAGE_UNKNOWN, now, changes, error) &&
         callboard_db_run (db, error, "UPDATE message SET failure_code = $1, failure_detail = $2 WHERE id = $3",
                           "ssi", result->code, result->detail, message->id);
}

/* Asked first, because there is hardly ever one, and an UPDATE that finds nothing costs as much as one that does. */
static gboolean
wake_early (CallboardDb              *db,
            const CallboardOutbound  *message,
            const char               *provider_id,
            CallboardChanges         *changes,
            GError                  **error)
{
  gint64 early = 0;

  if (!callboard_db_number (db, &early, error,
                            "SELECT id FROM inbox WHERE account_id = $1 AND provider_id = $2 AND state = 'early' LIMIT 1",
                            "is", message->account, provider_id))
    return FALSE;

  if (early == 0)
    return TRUE;

  callboard_changes_add (changes, CALLBOARD_CHANGED_INBOX);

  return callboard_db_run (db, error,
                           "UPDATE inbox SET state = 'stored' WHERE account_id = $1 AND provider_id = $2 AND state = 'early'",
                           "is", message->account, provider_id);
}

static gboolean
record_accepted (CallboardDb                *db,
                 CallboardOutbound          *message,
                 const CallboardSendResult  *result,
                 gint64                      now,
                 CallboardChanges           *changes,
                 GError                    **error)
{
  gboolean known;

  if (result->provider_id == NULL || !is_known (db, message, result, &known, error))
    return result->provider_id == NULL && record_unknown (db, message, result, now, changes, error);

  /* A provider that gives two messages one id has told us nothing about the second. */
  if (known)
    return record_unknown (db, message, result, now, changes, error);

  return callboard_outbound_accept (db, message, result->provider_id, now, changes, error) &&
         wake_early (db, message, result->provider_id, changes, error);
}

/* A file is uploaded once for all who get it; what the provider has lost is uploaded again. */
static gboolean
record_upload (CallboardDb                *db,
               const CallboardOutbound    *message,
               const CallboardSendResult  *result,
               gint64                      real_now,
               GError                    **error)
{
  if (result->upload_id == NULL)
    return TRUE;

  if (*result->upload_id == '\0')
    return callboard_db_run (db, error,
                             "DELETE FROM media_upload WHERE account_id = $1"
                             " AND hash IN (SELECT hash FROM attachment WHERE message_id = $2)",
                             "ii", message->account, message->id);

  return callboard_db_run (db, error,
                           "INSERT OR REPLACE INTO media_upload (account_id, hash, provider_id, uploaded_at)"
                           " SELECT $1, hash, $2, $3 FROM attachment WHERE message_id = $4 AND hash IS NOT NULL LIMIT 1",
                           "isii", message->account, result->upload_id, real_now, message->id);
}

static gboolean
record_retry (CallboardDb                *db,
              double                      jitter,
              CallboardOutbound          *message,
              const CallboardSendResult  *result,
              gint64                      now,
              CallboardChanges           *changes,
              GError                    **error)
{
  gint64 delay;

  if (message->attempt >= (gint64) G_N_ELEMENTS (retry_delays))
    return callboard_outbound_fail (db, message, result->failure, result->code, result->detail, now, changes, error);

  delay = retry_delays[message->attempt] * (1.0 + JITTER * jitter);

  return callboard_outbound_put_back (db, message, message->attempt + 1, now + MAX (delay, result->retry_after), now, changes, error);
}

static gboolean
record_account (CallboardDb                *db,
                CallboardOutbound          *message,
                const CallboardSendResult  *result,
                gint64                      now,
                CallboardChanges           *changes,
                GError                    **error)
{
  gint64 real_now = now - message->shift;

  if (!callboard_outbound_put_back (db, message, message->attempt, now, now, changes, error))
    return FALSE;

  if (result->scope == CALLBOARD_SCOPE_CAMPAIGN && message->enrolment != 0)
    return callboard_health_pause_campaign (db, message->enrolment, result->failure, result->code, result->detail,
                                            real_now, changes, error);

  return callboard_health_pause_account (db, message->account, result->failure, result->code, result->detail, real_now,
                                         changes, error);
}

/* It never left, so it waits as before; its due time was left alone by the claim. */
static gboolean
record_kept (CallboardDb        *db,
             CallboardOutbound  *message,
             gint64              now,
             CallboardChanges   *changes,
             GError            **error)
{
  gboolean moot;

  if (!callboard_outbound_is_moot (db, message, &moot, error))
    return FALSE;

  return callboard_outbound_become (db, message, moot ? CALLBOARD_MESSAGE_CANCELLED : CALLBOARD_MESSAGE_WAITING, now,
                                    changes, error) &&
         callboard_db_run (db, error, "UPDATE message SET claimed_at = NULL WHERE id = $1", "i", message->id);
}

static gboolean
record_result (CallboardDb                *db,
               double                      jitter,
               const CallboardSendResult  *result,
               gint64                      real_now,
               gint64                     *account,
               CallboardChanges           *changes,
               GError                    **error)
{
  CallboardOutbound message;
  gboolean found;
  gint64 now;

  if (!callboard_outbound_load (db, result->message_id, &found, &message, error))
    return FALSE;

  *account = found ? message.account : *account;
  if (found && !record_upload (db, &message, result, real_now, error))
    return FALSE;

  /* A receipt may have settled it before the answer came. */
  if (!found || (message.state != CALLBOARD_MESSAGE_CLAIMED && message.state != CALLBOARD_MESSAGE_UNKNOWN))
    return TRUE;

  now = real_now + message.shift;
  switch (result->outcome)
    {
    case CALLBOARD_OUTCOME_ACCEPTED:
      return record_accepted (db, &message, result, now, changes, error);

    case CALLBOARD_OUTCOME_RETRY:
      return record_retry (db, jitter, &message, result, now, changes, error);

    case CALLBOARD_OUTCOME_FAILED:
      return callboard_outbound_fail (db, &message, result->failure, result->code, result->detail, now, changes, error);

    case CALLBOARD_OUTCOME_UNKNOWN:
      return record_unknown (db, &message, result, now, changes, error);

    case CALLBOARD_OUTCOME_ACCOUNT:
      return record_account (db, &message, result, now, changes, error);

    case CALLBOARD_OUTCOME_KEPT:
      return record_kept (db, &message, now, changes, error);

    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
execute_record (gpointer           data,
                CallboardDb       *db,
                gint64             now,
                CallboardChanges  *changes,
                GError           **error)
{
  Record *record = data;

  return callboard_record_execute (record->results, record->jitter, db, now, changes, error);
}

gboolean
callboard_record_execute (GPtrArray         *results,
                          double             jitter,
                          CallboardDb       *db,
                          gint64             now,
                          CallboardChanges  *changes,
                          GError           **error)
{
  gint64 account = 0;

  for (guint i = 0; i < results->len; i++)
    {
      if (!record_result (db, jitter, g_ptr_array_index (results, i), now, &account, changes, error))
        return FALSE;
    }

  return account == 0 || callboard_health_note (db, account, results, jitter, now, changes, error);
}

CallboardCommand *
callboard_record_command_new (GPtrArray *results,
                              double     jitter)
{
  Record *record;

  g_return_val_if_fail (results != NULL, NULL);

  record = g_new0 (Record, 1);
  record->results = results;
  record->jitter = CLAMP (jitter, 0.0, 1.0);

  return callboard_command_new ("record", execute_record, record, record_free);
}
