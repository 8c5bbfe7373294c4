/* callboard-entry.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "callboard-entry.h"

#include "callboard-approval.h"
#include "callboard-error.h"
#include "callboard-media.h"
#include "callboard-settings.h"

#define MANY_CARDS 5

void
callboard_entry_clear (CallboardEntry *entry)
{
  g_clear_pointer (&entry->name, g_free);
  g_clear_pointer (&entry->problem, g_free);
}

static gint64
choose_undo_time (CallboardDb        *db,
                  CallboardStageType  type,
                  guint               n_cards)
{
  if (type == CALLBOARD_STAGE_REJECT)
    return callboard_settings_get_time (db, CALLBOARD_SETTING_UNDO_REJECT);

  return callboard_settings_get_time (db, n_cards > MANY_CARDS ? CALLBOARD_SETTING_UNDO_MANY : CALLBOARD_SETTING_UNDO_ONE);
}

static void
read_stage (CallboardDb    *db,
            CallboardRows  *rows,
            guint           n_cards,
            CallboardEntry *entry)
{
  int type = CALLBOARD_STAGE_REVIEW;

  callboard_enum_from_nick (CALLBOARD_TYPE_STAGE_TYPE, callboard_rows_text (rows, 2), &type);
  entry->job = callboard_rows_int (rows, 0);
  entry->name = callboard_rows_dup (rows, 1);
  entry->type = type;
  entry->campaign = callboard_rows_int (rows, 3);
  entry->version = callboard_rows_int (rows, 5);
  entry->problem = callboard_rows_dup (rows, 6);
  entry->closed = callboard_rows_int (rows, 7) != 0;
  entry->undo_time = callboard_rows_null (rows, 4)
    ? choose_undo_time (db, type, n_cards)
    : callboard_rows_int (rows, 4);

  if (entry->problem == NULL && entry->campaign != 0 && entry->version == 0)
    entry->problem = g_strdup ("no-version");
}

/* Asks again whatever the campaign itself says: nothing incomplete leaves, and a file may have gone from the disk since. */
static gboolean
check_campaign (CallboardDb     *db,
                CallboardEntry  *entry,
                GError         **error)
{
  g_autoptr(GError) fault = NULL;
  const char *unapproved = NULL;
  CallboardScript *script;

  if (entry->problem != NULL || entry->campaign == 0)
    return TRUE;

  script = callboard_script_load (db, entry->campaign, entry->version, &fault);
  if (g_error_matches (fault, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_INVALID))
    entry->problem = g_strdup ("invalid");
  else if (fault != NULL)
    g_propagate_error (error, g_steal_pointer (&fault));

  if (script == NULL)
    return entry->problem != NULL;

  if (callboard_script_has_media (script) && entry->account.rendering == CALLBOARD_RENDERING_SMS)
    entry->problem = g_strdup ("media-by-sms");
  else
    entry->problem = callboard_script_check (script, entry->type, callboard_media_has_file, db);

  if (entry->problem != NULL)
    return TRUE;

  if (!callboard_approval_find_problem (db, &entry->account, script, &unapproved, error))
    return FALSE;

  entry->problem = g_strdup (unapproved);

  return TRUE;
}

gboolean
callboard_entry_load (CallboardDb     *db,
                      gint64           stage,
                      guint            n_cards,
                      CallboardEntry  *entry,
                      GError         **error)
{
  g_autoptr(GError) fault = NULL;
  g_autoptr(CallboardRows) rows =
    callboard_db_select (db, &fault,
                         "SELECT s.job_id, s.name, s.type, s.campaign_id, s.undo_time, c.version, c.problem,"
                         " j.state = 'closed' FROM stage s JOIN job j ON j.id = s.job_id"
                         " LEFT JOIN campaign c ON c.id = s.campaign_id WHERE s.id = $1 AND s.removed_at IS NULL",
                         "i", stage);

  entry->stage = stage;
  if (callboard_rows_next (rows, &fault))
    {
      read_stage (db, rows, n_cards, entry);
      entry->hours = callboard_settings_get_hours (db);
      return callboard_account_load_for_job (db, entry->job, &entry->account, error) && check_campaign (db, entry, error);
    }

  if (fault != NULL)
    g_propagate_error (error, g_steal_pointer (&fault));
  else
    g_set_error_literal (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_FOUND,
                         _("The stage no longer exists."));

  return FALSE;
}

gboolean
callboard_entry_check_ready (const CallboardEntry  *entry,
                             CallboardMoveFlags     flags,
                             GError               **error)
{
  g_autofree char *problem = NULL;

  if ((flags & CALLBOARD_MOVE_WITHOUT_SENDING) != 0)
    return TRUE;

  if (entry->closed && entry->campaign != 0)
    {
      g_set_error (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_ALLOWED,
                   _("The job is closed, so that “%s” sends nothing. Reopen the job, or move without sending."),
                   entry->name);
      return FALSE;
    }

  if (entry->problem == NULL)
    return TRUE;

  problem = callboard_problem_describe (entry->problem);
  /* Translators: the stage's name, then what is wrong in its campaign */
  g_set_error (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_READY,
               _("The campaign of “%s” is not ready: %s."), entry->name, problem);

  return FALSE;
}

gboolean
callboard_entry_open_batch (CallboardDb     *db,
                            CallboardEntry  *entry,
                            gint64           now,
                            GError         **error)
{
  return callboard_db_insert (db, &entry->batch, error, "INSERT INTO batch (made_at) VALUES ($1)", "i", now);
}

static CallboardSkip
find_skip (const CallboardEntry *entry,
           const CallboardComer *comer,
           CallboardMoveFlags    flags)
{
  if (entry->campaign == 0)
    return CALLBOARD_SKIP_REVIEW;

  if ((flags & CALLBOARD_MOVE_WITHOUT_SENDING) != 0)
    return CALLBOARD_SKIP_ASKED;

  if (comer->opted_out)
    return CALLBOARD_SKIP_OPTED_OUT;

  return comer->consented ? CALLBOARD_SKIP_NONE : CALLBOARD_SKIP_NO_CONSENT;
}

gboolean
callboard_entry_enrol (CallboardDb           *db,
                       const CallboardEntry  *entry,
                       const CallboardComer  *comer,
                       CallboardMoveFlags     flags,
                       gint64                 now,
                       CallboardMoveResult   *result,
                       CallboardChanges      *changes,
                       GError               **error)
{
  CallboardSkip skip = find_skip (entry, comer, flags);
  gint64 account_now = now + entry->account.shift;
  gint64 leaves_at;
  CallboardEnrolment enrolment = {
    .visit = comer->visit, .application = comer->application, .candidate = comer->candidate,
    .campaign = entry->campaign, .version = entry->version, .attempt = comer->attempt, .account = entry->account
  };

  result->n_skipped[skip]++;
  if (skip != CALLBOARD_SKIP_NONE)
    return TRUE;

  leaves_at = callboard_zone_next_send_time (account_now + entry->undo_time, comer->country, comer->zone, &entry->hours);
  result->n_sending++;
  result->provider = entry->account.provider;
  result->channel = entry->account.rendering;
  if (result->leaves_at == 0 || leaves_at - entry->account.shift < result->leaves_at)
    result->leaves_at = leaves_at - entry->account.shift;

  return callboard_enrolment_create (db, &enrolment, leaves_at, account_now, changes, error);
}

gboolean
callboard_entry_open_visit (CallboardDb  *db,
                            gint64        application,
                            gint64        stage,
                            gint64        now,
                            gint64       *visit,
                            GError      **error)
{
  return callboard_db_insert (db, visit, error,
                              "INSERT INTO visit (application_id, stage_id, entered_at) VALUES ($1, $2, $3)",
                              "iii", application, stage, now) &&
         callboard_db_run (db, error, "UPDATE application SET visit_id = $1, enrolment_id = NULL,"
                           " flag = nullif (flag, 'next-stage') WHERE id = $2",
                           "ii", *visit, application);
}
