/* callboard-record.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "callboard-clock.h"
#include "callboard-error.h"
#include "callboard-message.h"
#include "callboard-outbox.h"

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
                            "isi", message->account.id, result->provider_id, message->id))
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

  if (!callboard_outbound_become (db, message, CALLBOARD_MESSAGE_ACCEPTED, now, changes, error) ||
      !callboard_db_run (db, error, "UPDATE message SET provider_id = $1 WHERE id = $2", "si",
                         result->provider_id, message->id) ||
      !callboard_db_run (db, error,
                         "UPDATE inbox SET state = 'stored' WHERE account_id = $1 AND provider_id = $2 AND state = 'early'",
                         "is", message->account.id, result->provider_id))
    return FALSE;

  if (callboard_db_changes (db) > 0)
    callboard_changes_add (changes, CALLBOARD_CHANGED_INBOX);

  return TRUE;
}

/* A message whose campaign has ended while it was on its way, or whose person has opted out, is not tried again. */
static gboolean
is_moot (CallboardDb              *db,
         const CallboardOutbound  *message,
         gboolean                 *moot,
         GError                  **error)
{
  gint64 reasons = 0;

  if (!callboard_db_number (db, &reasons, error,
                            "SELECT (e.ended_at IS NOT NULL AND (m.kind = 'first' OR e.status <> 'completed'))"
                            " + (c.opted_out_at IS NOT NULL AND m.kind <> 'notice') FROM message m"
                            " JOIN candidate c ON c.id = m.candidate_id LEFT JOIN enrolment e ON e.id = m.enrolment_id"
                            " WHERE m.id = $1", "i", message->id))
    return FALSE;

  *moot = reasons > 0;

  return TRUE;
}

static gboolean
put_back (CallboardDb        *db,
          CallboardOutbound  *message,
          gint64              attempt,
          gint64              due,
          gint64              now,
          CallboardChanges   *changes,
          GError            **error)
{
  gboolean moot;

  if (!is_moot (db, message, &moot, error))
    return FALSE;

  if (moot)
    return callboard_outbound_become (db, message, CALLBOARD_MESSAGE_CANCELLED, now, changes, error);

  return callboard_outbound_become (db, message, CALLBOARD_MESSAGE_WAITING, now, changes, error) &&
         callboard_db_run (db, error, "UPDATE message SET attempt = $1, due_at = $2, claimed_at = NULL WHERE id = $3",
                           "iii", attempt, due, message->id);
}

static gboolean
record_retry (CallboardDb                *db,
              Record                     *record,
              CallboardOutbound          *message,
              const CallboardSendResult  *result,
              gint64                      now,
              CallboardChanges           *changes,
              GError                    **error)
{
  gint64 delay;

  if (message->attempt >= (gint64) G_N_ELEMENTS (retry_delays))
    return callboard_outbound_fail (db, message, result->failure, result->code, result->detail, now, changes, error);

  delay = retry_delays[message->attempt] * (1.0 + JITTER * record->jitter);

  return put_back (db, message, message->attempt + 1, now + MAX (delay, result->retry_after), now, changes, error);
}

static gboolean
record_account (CallboardDb                *db,
                CallboardOutbound          *message,
                const CallboardSendResult  *result,
                gint64                      now,
                CallboardChanges           *changes,
                GError                    **error)
{
  callboard_changes_add (changes, CALLBOARD_CHANGED_ACCOUNTS);

  return put_back (db, message, message->attempt, now, now, changes, error) &&
         callboard_db_run (db, error,
                           "UPDATE account SET state = 'paused', pause_reason = $1 WHERE id = $2 AND state = 'active'", "si",
                           callboard_enum_to_nick (CALLBOARD_TYPE_FAILURE, result->failure), message->account.id);
}

static gboolean
record_result (CallboardDb                *db,
               Record                     *record,
               const CallboardSendResult  *result,
               gint64                      real_now,
               CallboardChanges           *changes,
               GError                    **error)
{
  CallboardOutbound message;
  gboolean found;
  gint64 now;

  if (!callboard_outbound_load (db, result->message_id, &found, &message, error))
    return FALSE;

  if (!found || (message.state != CALLBOARD_MESSAGE_CLAIMED && message.state != CALLBOARD_MESSAGE_UNKNOWN))
    return TRUE;

  now = real_now + message.account.shift;
  switch (result->outcome)
    {
    case CALLBOARD_OUTCOME_ACCEPTED:
      return record_accepted (db, &message, result, now, changes, error);

    case CALLBOARD_OUTCOME_RETRY:
      return record_retry (db, record, &message, result, now, changes, error);

    case CALLBOARD_OUTCOME_FAILED:
      return callboard_outbound_fail (db, &message, result->failure, result->code, result->detail, now, changes, error);

    case CALLBOARD_OUTCOME_UNKNOWN:
      return record_unknown (db, &message, result, now, changes, error);

    case CALLBOARD_OUTCOME_ACCOUNT:
      return record_account (db, &message, result, now, changes, error);

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

  for (guint i = 0; i < record->results->len; i++)
    {
      if (!record_result (db, record, g_ptr_array_index (record->results, i), now, changes, error))
        return FALSE;
    }

  return TRUE;
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

static gboolean
execute_recover (gpointer           data,
                 CallboardDb       *db,
                 gint64             now,
                 CallboardChanges  *changes,
                 GError           **error)
{
  callboard_changes_add (changes, CALLBOARD_CHANGED_OUTBOX | CALLBOARD_CHANGED_INBOX);

  return callboard_db_run (db, error, "UPDATE message SET state = 'unknown' WHERE state = 'claimed'", "");
}

CallboardCommand *
callboard_recover_command_new (void)
{
  return callboard_command_new ("recover", execute_recover, g_new0 (int, 1), g_free);
}

typedef struct
{
  gint64   message;
  gboolean arrived;
} Resolve;

static gboolean
send_again (CallboardDb        *db,
            CallboardOutbound  *message,
            gint64              now,
            CallboardChanges   *changes,
            GError            **error)
{
  gboolean moot;

  if (!is_moot (db, message, &moot, error))
    return FALSE;

  if (!moot)
    return put_back (db, message, 0, now, now, changes, error);

  g_set_error_literal (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_ALLOWED,
                       _("The campaign of this message has ended, or the person opted out. It is not sent again."));

  return FALSE;
}

static gboolean
execute_resolve (gpointer           data,
                 CallboardDb       *db,
                 gint64             real_now,
                 CallboardChanges  *changes,
                 GError           **error)
{
  Resolve *resolve = data;
  CallboardOutbound message;
  gboolean found;
  gint64 now;

  if (!callboard_outbound_load (db, resolve->message, &found, &message, error))
    return FALSE;

  if (!found || message.state != CALLBOARD_MESSAGE_UNKNOWN)
    {
      g_set_error_literal (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOTHING,
                           _("What became of this message is known by now."));
      return FALSE;
    }

  now = real_now + message.account.shift;
  if (resolve->arrived)
    return callboard_outbound_become (db, &message, CALLBOARD_MESSAGE_DELIVERED, now, changes, error);

  return send_again (db, &message, now, changes, error);
}

CallboardCommand *
callboard_resolve_command_new (gint64   message,
                               gboolean arrived)
{
  Resolve *resolve = g_new0 (Resolve, 1);

  resolve->message = message;
  resolve->arrived = arrived;

  return callboard_command_new ("resolve", execute_resolve, resolve, g_free);
}
