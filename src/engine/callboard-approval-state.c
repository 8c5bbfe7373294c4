/* callboard-approval-state.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-approval.h"

#include <glib/gi18n-lib.h>

#include "callboard-error.h"
#include "callboard-script-private.h"

static const char * const states[] = { "draft", "pending", "approved", "rejected", "paused" };

/* What was submitted: anything else is a draft again. */
static char *
write_hash (CallboardScript *script)
{
  g_autofree char *request = callboard_approval_write_request (script);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, request, -1);
}

static CallboardApprovalState
read_state (const char *nick)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      if (g_strcmp0 (nick, states[i]) == 0)
        return i;
    }

  return CALLBOARD_APPROVAL_STATE_DRAFT;
}

gboolean
callboard_approval_load_state (CallboardDb             *db,
                               gint64                   account,
                               CallboardScript         *script,
                               CallboardApprovalState  *state,
                               char                   **reason,
                               GError                 **error)
{
  g_autoptr(GError) fault = NULL;
  g_autoptr(CallboardRows) rows = NULL;
  g_autofree char *hash = NULL;

  g_return_val_if_fail (db != NULL && script != NULL && state != NULL, FALSE);

  *state = CALLBOARD_APPROVAL_STATE_DRAFT;
  if (reason != NULL)
    *reason = NULL;
  if (script->template == NULL || script->template->name == NULL)
    return TRUE;

  hash = write_hash (script);
  rows = callboard_db_select (db, &fault,
                              "SELECT state, reason FROM whatsapp_template"
                              " WHERE account_id = $1 AND name = $2 AND language = $3 AND hash = $4",
                              "isss", account, script->template->name, script->language, hash);
  if (callboard_rows_next (rows, &fault))
    {
      *state = read_state (callboard_rows_text (rows, 0));
      if (reason != NULL)
        *reason = callboard_rows_dup (rows, 1);
    }

  if (fault == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&fault));

  return FALSE;
}

gboolean
callboard_approval_find_problem (CallboardDb             *db,
                                 const CallboardAccount  *account,
                                 CallboardScript         *script,
                                 const char             **problem,
                                 GError                 **error)
{
  CallboardApprovalState state;

  g_return_val_if_fail (account != NULL && problem != NULL, FALSE);

  *problem = NULL;
  if (account->rendering != CALLBOARD_RENDERING_WHATSAPP)
    return TRUE;

  if (!callboard_approval_load_state (db, account->id, script, &state, NULL, error))
    return FALSE;

  if (state == CALLBOARD_APPROVAL_STATE_REJECTED)
    *problem = "template-rejected";
  else if (account->provider != CALLBOARD_PROVIDER_REHEARSAL && state != CALLBOARD_APPROVAL_STATE_APPROVED)
    *problem = "template-unapproved";

  return TRUE;
}

typedef struct
{
  gint64                  account;
  char                   *text;
  char                   *language;
  char                   *reason;
  char                   *request;
  CallboardApprovalState  state;
} Template;

static void
template_free (gpointer data)
{
  Template *template = data;

  g_free (template->text);
  g_free (template->language);
  g_free (template->reason);
  g_free (template->request);
  g_free (template);
}

static gboolean
refuse_faults (CallboardScript  *script,
               GError          **error)
{
  g_autoptr(GPtrArray) faults = callboard_approval_list_faults (script);
  const char *what = script->template == NULL ? _("the welcome has no template") : NULL;

  if (faults->len > 0)
    what = ((CallboardApprovalFault *) g_ptr_array_index (faults, 0))->text;
  if (what != NULL)
    g_set_error (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_ALLOWED,
                 _("The template cannot be submitted: %s."), what);

  return what == NULL;
}

static gboolean
find_answer (CallboardDb             *db,
             const CallboardAccount  *account,
             CallboardApprovalState  *state,
             GError                 **error)
{
  gint64 rejects = 0;

  if (account->rendering != CALLBOARD_RENDERING_WHATSAPP)
    {
      g_set_error_literal (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_ALLOWED,
                           _("Only WhatsApp needs templates, and the account that sends now uses SMS."));
      return FALSE;
    }

  *state = CALLBOARD_APPROVAL_STATE_PENDING;
  if (account->provider != CALLBOARD_PROVIDER_REHEARSAL)
    return TRUE;

  if (!callboard_db_number (db, &rejects, error,
                            "SELECT coalesce (json_extract (settings, '$.reject_templates'), 0) FROM account WHERE id = $1",
                            "i", account->id))
    return FALSE;

  *state = rejects != 0 ? CALLBOARD_APPROVAL_STATE_REJECTED : CALLBOARD_APPROVAL_STATE_APPROVED;

  return TRUE;
}

static gboolean
execute_submit (gpointer           data,
                CallboardDb       *db,
                gint64             now,
                CallboardChanges  *changes,
                GError           **error)
{
  Template *submitted = data;
  g_autoptr(CallboardScript) script = callboard_script_parse_draft (submitted->text, error);
  g_autofree char *hash = NULL;
  g_autofree char *request = NULL;
  CallboardAccount account = { 0 };
  CallboardApprovalState state;

  if (script == NULL || !refuse_faults (script, error) || !callboard_account_load (db, 0, &account, error) ||
      !find_answer (db, &account, &state, error))
    return FALSE;

  hash = write_hash (script);
  request = callboard_approval_write_request (script);
  callboard_changes_add (changes, CALLBOARD_CHANGED_CAMPAIGNS | CALLBOARD_CHANGED_STAGES);

  return callboard_db_run (db, error,
                           "INSERT OR REPLACE INTO whatsapp_template"
                           " (account_id, name, language, hash, state, reason, changed_at, request)"
                           " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                           "isssssis", account.id, script->template->name, script->language, hash, states[state],
                           state == CALLBOARD_APPROVAL_STATE_REJECTED ? "REHEARSAL" : NULL, now, request);
}

CallboardCommand *
callboard_approval_submit_command_new (const char *document)
{
  Template *template;

  g_return_val_if_fail (document != NULL, NULL);

  template = g_new0 (Template, 1);
  template->text = g_strdup (document);

  return callboard_command_new ("submit-template", execute_submit, template, template_free);
}

static gboolean
execute_state (gpointer           data,
               CallboardDb       *db,
               gint64             now,
               CallboardChanges  *changes,
               GError           **error)
{
  Template *template = data;

  callboard_changes_add (changes, CALLBOARD_CHANGED_CAMPAIGNS | CALLBOARD_CHANGED_STAGES);
  if (!callboard_db_run (db, error,
                         "UPDATE whatsapp_template SET state = $1, reason = $2, changed_at = $3, asked = 1"
                         " WHERE account_id = $4 AND name = $5 AND language = $6",
                         "ssiiss", states[template->state], template->reason, now, template->account, template->text,
                         template->language))
    return FALSE;

  if (callboard_db_changes (db) > 0)
    return TRUE;

  g_set_error_literal (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_FOUND,
                       _("No such template was submitted."));

  return FALSE;
}

CallboardCommand *
callboard_approval_state_command_new (gint64                  account,
                                      const char             *name,
                                      const char             *language,
                                      CallboardApprovalState  state,
                                      const char             *reason)
{
  Template *template;

  g_return_val_if_fail (name != NULL && language != NULL, NULL);
  g_return_val_if_fail (state > CALLBOARD_APPROVAL_STATE_DRAFT && state <= CALLBOARD_APPROVAL_STATE_PAUSED, NULL);

  template = g_new0 (Template, 1);
  template->account = account;
  template->text = g_strdup (name);
  template->language = g_strdup (language);
  template->state = state;
  template->reason = g_strdup (reason);

  return callboard_command_new ("template-state", execute_state, template, template_free);
}

static gboolean
execute_news (gpointer           data,
              CallboardDb       *db,
              gint64             now,
              CallboardChanges  *changes,
              GError           **error)
{
  Template *template = data;

  if (!callboard_db_run (db, error,
                         "UPDATE whatsapp_template SET state = $1, reason = $2, changed_at = $3, asked = 1"
                         " WHERE account_id = $4 AND name = $5 AND language = $6 AND request = $7"
                         " AND (asked = 0 OR state <> $1 OR reason IS NOT $2)",
                         "ssiisss", states[template->state], template->reason, now, template->account, template->text,
                         template->language, template->request))
    return FALSE;

  if (callboard_db_changes (db) > 0)
    callboard_changes_add (changes, CALLBOARD_CHANGED_CAMPAIGNS | CALLBOARD_CHANGED_STAGES);

  return TRUE;
}

CallboardCommand *
callboard_approval_news_command_new (gint64                  account,
                                     const char             *name,
                                     const char             *language,
                                     const char             *request,
                                     CallboardApprovalState  state,
                                     const char             *reason)
{
  Template *template;

  g_return_val_if_fail (name != NULL && language != NULL && request != NULL, NULL);
  g_return_val_if_fail (state > CALLBOARD_APPROVAL_STATE_DRAFT && state <= CALLBOARD_APPROVAL_STATE_PAUSED, NULL);

  template = g_new0 (Template, 1);
  template->account = account;
  template->text = g_strdup (name);
  template->language = g_strdup (language);
  template->request = g_strdup (request);
  template->state = state;
  template->reason = g_strdup (reason);

  return callboard_command_new ("template-news", execute_news, template, template_free);
}
