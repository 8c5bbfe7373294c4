/* callboard-health.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-health.h"

#include "callboard-clock.h"

/* The first fault may be one message's bad luck. */
#define FAULTS_ALLOWED 1
#define FIRST_BACK_OFF CALLBOARD_SECOND
#define MAX_BACK_OFF   (10 * CALLBOARD_MINUTE)
#define MAX_DOUBLINGS  10

/* How much of a delay is chance. */
#define JITTER         0.2

/* To the minute is enough, and spares every turn a page. */
#define SUCCESS_SQL                                                                                       \
  "INSERT INTO account_health (account_id, success_at) VALUES ($1, $2) ON CONFLICT (account_id) DO UPDATE" \
  " SET success_at = excluded.success_at, back_off_until = $3, back_off_count = 0"                        \
  " WHERE success_at IS NULL OR success_at < $2 - 60000000 OR back_off_until <> $3 OR back_off_count <> 0"

#define FAULT_SQL                                                                                         \
  "INSERT INTO account_health (account_id, fault, fault_code, fault_text, fault_at) VALUES ($1, $2, $3, $4, $5)" \
  " ON CONFLICT (account_id) DO UPDATE SET fault = excluded.fault, fault_code = excluded.fault_code,"     \
  " fault_text = excluded.fault_text, fault_at = excluded.fault_at"

typedef struct
{
  const CallboardSendResult *fault;
  gint64                     retry_after;
  gboolean                   succeeded;
} Verdict;

/* What says something of the account, not of a person. */
static gboolean
is_of_account (const CallboardSendResult *result)
{
  if (result->outcome == CALLBOARD_OUTCOME_RETRY)
    return result->scope == CALLBOARD_SCOPE_USUAL &&
           (result->failure == CALLBOARD_FAILURE_RATE || result->failure == CALLBOARD_FAILURE_PROVIDER_DOWN);

  return result->outcome == CALLBOARD_OUTCOME_UNKNOWN && result->detail != NULL;
}

static Verdict
judge (GPtrArray *results)
{
  Verdict verdict = { NULL };

  for (guint i = 0; i < results->len; i++)
    {
      const CallboardSendResult *result = g_ptr_array_index (results, i);

      if (result->outcome == CALLBOARD_OUTCOME_ACCEPTED)
        verdict.succeeded = TRUE;
      if (!is_of_account (result))
        continue;

      verdict.fault = result;
      if (result->outcome == CALLBOARD_OUTCOME_RETRY)
        verdict.retry_after = MAX (verdict.retry_after, result->retry_after);
    }

  return verdict;
}

static gboolean
note_fault (CallboardDb       *db,
            gint64             account,
            CallboardFailure   failure,
            const char        *code,
            const char        *detail,
            gint64             now,
            CallboardChanges  *changes,
            GError           **error)
{
  callboard_changes_add (changes, CALLBOARD_CHANGED_HEALTH);

  return callboard_db_run (db, error, FAULT_SQL, "isssi", account,
                           callboard_enum_to_nick (CALLBOARD_TYPE_FAILURE, failure), code, detail, now);
}

static gint64
choose_back_off (gint64 n_faults,
                 gint64 retry_after,
                 double jitter)
{
  gint64 delay = 0;

  if (n_faults > FAULTS_ALLOWED)
    delay = FIRST_BACK_OFF << MIN (n_faults - FAULTS_ALLOWED - 1, MAX_DOUBLINGS);

  return MAX (MIN (delay, MAX_BACK_OFF), retry_after) * (1.0 + JITTER * jitter);
}

static gboolean
back_off (CallboardDb    *db,
          gint64          account,
          const Verdict  *verdict,
          double          jitter,
          gint64          now,
          GError        **error)
{
  gint64 until = 0, n_faults = 0;
  gboolean probing;

  if (!callboard_health_get_back_off (db, account, &until, &probing, error) ||
      !callboard_db_number (db, &n_faults, error,
                            "SELECT back_off_count FROM account_health WHERE account_id = $1", "i", account))
    return FALSE;

  /* What left together and fails together is one fault. */
  if (until <= now)
    n_faults++;
  until = MAX (until, now + choose_back_off (n_faults, verdict->retry_after, jitter));

  return callboard_db_run (db, error,
                           "UPDATE account_health SET back_off_until = $1, back_off_count = $2 WHERE account_id = $3",
                           "iii", until, n_faults, account);
}

gboolean
callboard_health_note (CallboardDb       *db,
                       gint64             account,
                       GPtrArray         *results,
                       double             jitter,
                       gint64             now,
                       CallboardChanges  *changes,
                       GError           **error)
{
  Verdict verdict = judge (results);
  const CallboardSendResult *fault = verdict.fault;
  gint64 until = verdict.retry_after > 0 ? now + choose_back_off (0, verdict.retry_after, jitter) : 0;

  if (fault != NULL &&
      !note_fault (db, account, fault->failure, fault->code, fault->detail, now, changes, error))
    return FALSE;

  if (verdict.succeeded)
    return callboard_db_run (db, error, SUCCESS_SQL, "iii", account, now, until);

  return fault == NULL || fault->outcome != CALLBOARD_OUTCOME_RETRY ||
         back_off (db, account, &verdict, jitter, now, error);
}

gboolean
callboard_health_get_back_off (CallboardDb  *db,
                               gint64        account,
                               gint64       *until,
                               gboolean     *probing,
                               GError      **error)
{
  g_autoptr(GError) fault = NULL;
  g_autoptr(CallboardRows) rows =
    callboard_db_select (db, &fault, "SELECT back_off_until, back_off_count > $1 FROM account_health WHERE account_id = $2",
                         "ii", (gint64) FAULTS_ALLOWED, account);

  *until = 0;
  *probing = FALSE;
  if (callboard_rows_next (rows, &fault))
    {
      *until = callboard_rows_int (rows, 0);
      *probing = callboard_rows_int (rows, 1) != 0;
    }

  if (fault == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&fault));

  return FALSE;
}

gboolean
callboard_health_pause_account (CallboardDb       *db,
                                gint64             account,
                                CallboardFailure   failure,
                                const char        *code,
                                const char        *detail,
                                gint64             now,
                                CallboardChanges  *changes,
                                GError           **error)
{
  callboard_changes_add (changes, CALLBOARD_CHANGED_ACCOUNTS);

  return note_fault (db, account, failure, code, detail, now, changes, error) &&
         callboard_db_run (db, error,
                           "UPDATE account SET state = 'paused', pause_reason = $1 WHERE id = $2 AND state = 'active'", "si",
                           callboard_enum_to_nick (CALLBOARD_TYPE_FAILURE, failure), account);
}

gboolean
callboard_health_pause_campaign (CallboardDb       *db,
                                 gint64             enrolment,
                                 CallboardFailure   failure,
                                 const char        *code,
                                 const char        *detail,
                                 gint64             now,
                                 CallboardChanges  *changes,
                                 GError           **error)
{
  if (enrolment == 0)
    return TRUE;

  callboard_changes_add (changes, CALLBOARD_CHANGED_HEALTH | CALLBOARD_CHANGED_CAMPAIGNS | CALLBOARD_CHANGED_OUTBOX);

  return callboard_db_run (db, error,
                           "INSERT INTO campaign_pause (campaign_id, failure, code, detail, paused_at)"
                           " SELECT campaign_id, $1, $2, $3, $4 FROM enrolment WHERE id = $5"
                           " ON CONFLICT (campaign_id) DO NOTHING",
                           "sssii", callboard_enum_to_nick (CALLBOARD_TYPE_FAILURE, failure), code, detail, now, enrolment);
}

static gboolean
execute_resume (gpointer           data,
                CallboardDb       *db,
                gint64             now,
                CallboardChanges  *changes,
                GError           **error)
{
  gint64 *campaign = data;

  callboard_changes_add (changes, CALLBOARD_CHANGED_HEALTH | CALLBOARD_CHANGED_CAMPAIGNS | CALLBOARD_CHANGED_OUTBOX);

  return callboard_db_run (db, error, "DELETE FROM campaign_pause WHERE campaign_id = $1", "i", *campaign);
}

CallboardCommand *
callboard_campaign_resume_command_new (gint64 campaign)
{
  return callboard_command_new ("campaign-resume", execute_resume, g_memdup2 (&campaign, sizeof campaign), g_free);
}

typedef struct
{
  gint64                account;
  CallboardCheckResult *found;
  char                 *words;
} Checked;

static void
checked_free (gpointer data)
{
  Checked *checked = data;

  g_clear_pointer (&checked->found, callboard_check_result_free);
  g_free (checked->words);
  g_free (checked);
}

static gboolean
execute_checked (gpointer           data,
                 CallboardDb       *db,
                 gint64             now,
                 CallboardChanges  *changes,
                 GError           **error)
{
  Checked *checked = data;

  if (checked->found == NULL)
    return note_fault (db, checked->account, CALLBOARD_FAILURE_CREDENTIALS, NULL, checked->words, now, changes, error);

  callboard_changes_add (changes, CALLBOARD_CHANGED_HEALTH);

  return callboard_db_run (db, error,
                           "INSERT INTO account_health (account_id, success_at, checked_at, quality, send_limit)"
                           " VALUES ($1, $2, $2, $3, $4) ON CONFLICT (account_id) DO UPDATE SET"
                           " success_at = excluded.success_at, checked_at = excluded.checked_at,"
                           " quality = excluded.quality, send_limit = excluded.send_limit",
                           "iiss", checked->account, now, checked->found->quality, checked->found->limit);
}

CallboardCommand *
callboard_account_checked_command_new (gint64                      account,
                                       const CallboardCheckResult *found,
                                       const char                 *words)
{
  Checked *checked = g_new0 (Checked, 1);

  checked->account = account;
  checked->words = g_strdup (words);
  if (found != NULL)
    {
      checked->found = g_new0 (CallboardCheckResult, 1);
      checked->found->quality = g_strdup (found->quality);
      checked->found->limit = g_strdup (found->limit);
    }

  return callboard_command_new ("account-checked", execute_checked, checked, checked_free);
}
