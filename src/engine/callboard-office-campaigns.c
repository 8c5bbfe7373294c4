/* callboard-office-campaigns.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "callboard-enrolment.h"
#include "callboard-error.h"
#include "callboard-json.h"
#include "callboard-media.h"
#include "callboard-office-private.h"
#include "callboard-script-problem.h"
#include "callboard-texts.h"

typedef struct
{
  CallboardOffice  office;
  char            *document;
} Edit;

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_free (edit->document);
  g_free (edit);
}

static Edit *
edit_new (gint64      id,
          const char *document)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->office.id = id;
  edit->document = g_strdup (document);

  return edit;
}

static const char *
get_author (void)
{
  const char *name = g_get_real_name ();

  /* What GLib says if there is none. */
  return name != NULL && *name != '\0' && !g_str_equal (name, "Unknown") ? name : g_get_user_name ();
}

static gboolean
insert_version (CallboardDb  *db,
                gint64        campaign,
                const char   *document,
                gint64        now,
                GError      **error)
{
  return callboard_db_run (db, error,
                           "UPDATE campaign SET draft = $1, version = version + 1, problem = NULL, updated_at = $2"
                           " WHERE id = $3", "sii", document, now, campaign) &&
         callboard_db_run (db, error,
                           "INSERT INTO campaign_version (campaign_id, version, document, published_at, author)"
                           " SELECT id, version, draft, updated_at, $1 FROM campaign WHERE id = $2",
                           "si", get_author (), campaign);
}

gboolean
callboard_office_insert_campaign (CallboardDb         *db,
                                  CallboardStageType   type,
                                  const char          *document,
                                  gint64               now,
                                  gint64              *campaign,
                                  GError             **error)
{
  g_autofree char *usual = document == NULL ? callboard_texts_get_campaign (type, "en") : NULL;
  const char *draft = document != NULL ? document : usual;
  g_autoptr(CallboardScript) script = callboard_script_parse_draft (draft, error);
  g_autofree char *problem = NULL;

  if (script == NULL)
    return FALSE;

  problem = callboard_script_check (script, type, callboard_media_has_file, db);
  if (!callboard_db_insert (db, campaign, error, "INSERT INTO campaign (draft, problem, updated_at) VALUES ($1, $2, $3)",
                            "ssi", draft, problem, now))
    return FALSE;

  return problem != NULL || insert_version (db, *campaign, draft, now, error);
}

gboolean
callboard_office_check_campaign (CallboardDb         *db,
                                 gint64               campaign,
                                 CallboardStageType   type,
                                 GError             **error)
{
  gint64 version = 0;
  CallboardScript *script;
  g_autofree char *problem = NULL;

  if (!callboard_db_number (db, &version, error, "SELECT version FROM campaign WHERE id = $1", "i", campaign))
    return FALSE;

  if (version == 0)
    return TRUE;

  script = callboard_script_load (db, campaign, version, error);
  if (script == NULL)
    return FALSE;

  problem = callboard_script_check (script, type, callboard_media_has_file, db);

  return callboard_db_run (db, error, "UPDATE campaign SET problem = $1 WHERE id = $2", "si", problem, campaign);
}

static gboolean
load_campaign (CallboardDb         *db,
               gint64               stage,
               gint64              *campaign,
               CallboardStageType  *type,
               GError             **error)
{
  g_autoptr(GError) fault = NULL;
  g_autoptr(CallboardRows) rows = callboard_db_select (db, &fault, "SELECT campaign_id, type FROM stage WHERE id = $1",
                                                       "i", stage);
  int value = CALLBOARD_STAGE_REVIEW;

  if (callboard_rows_next (rows, &fault))
    {
      callboard_enum_from_nick (CALLBOARD_TYPE_STAGE_TYPE, callboard_rows_text (rows, 1), &value);
      *campaign = callboard_rows_int (rows, 0);
      *type = value;
      return *campaign != 0 || callboard_office_refuse (error, _("A Review stage has no campaign."));
    }

  if (fault == NULL)
    g_set_error_literal (&fault, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_FOUND,
                         _("The stage no longer exists."));

  g_propagate_error (error, g_steal_pointer (&fault));

  return FALSE;
}

static gboolean
check_publishable (CallboardDb         *db,
                   const char          *document,
                   CallboardStageType   type,
                   GError             **error)
{
  g_autoptr(CallboardScript) script = callboard_script_parse_draft (document, error);
  g_autoptr(CallboardScript) whole = NULL;
  g_autoptr(GPtrArray) problems = NULL;
  const CallboardScriptProblem *first;

  if (script == NULL)
    return FALSE;

  problems = callboard_script_list_problems (script, type, callboard_media_has_file, db);
  if (problems->len == 0)
    return TRUE;

  first = g_ptr_array_index (problems, 0);
  whole = callboard_script_parse (document, NULL);
  g_set_error (error, CALLBOARD_ENGINE_ERROR,
               whole != NULL ? CALLBOARD_ENGINE_ERROR_NOT_ALLOWED : CALLBOARD_ENGINE_ERROR_INVALID,
               ngettext ("The campaign has %u problem and cannot be published. %s.",
                         "The campaign has %u problems and cannot be published. The first one: %s.", problems->len),
               problems->len, first->text);

  return FALSE;
}

gboolean
callboard_office_publish (CallboardDb         *db,
                          gint64               campaign,
                          CallboardStageType   type,
                          const char          *document,
                          gint64               now,
                          GError             **error)
{
  return check_publishable (db, document, type, error) && insert_version (db, campaign, document, now, error);
}

static gboolean
execute_publish (gpointer           data,
                 CallboardDb       *db,
                 gint64             now,
                 CallboardChanges  *changes,
                 GError           **error)
{
  Edit *edit = data;
  CallboardStageType type;
  gint64 campaign;

  callboard_changes_add (changes, CALLBOARD_CHANGED_CAMPAIGNS | CALLBOARD_CHANGED_STAGES);

  return load_campaign (db, edit->office.id, &campaign, &type, error) &&
         callboard_office_publish (db, campaign, type, edit->document, now, error);
}

CallboardCommand *
callboard_publish_command_new (gint64      stage,
                               const char *document)
{
  g_return_val_if_fail (document != NULL, NULL);

  return callboard_command_new ("publish", execute_publish, edit_new (stage, document), edit_free);
}

static gboolean
execute_save_draft (gpointer           data,
                    CallboardDb       *db,
                    gint64             now,
                    CallboardChanges  *changes,
                    GError           **error)
{
  Edit *edit = data;
  g_autoptr(JsonObject) object = callboard_json_parse_object (edit->document, -1, CALLBOARD_SCRIPT_MAX_BYTES, error);

  if (object == NULL)
    return FALSE;

  /* What was wrong in a draft that was never published may be right now. */
  if (!callboard_db_run (db, error,
                         "UPDATE campaign SET draft = $1, updated_at = $2,"
                         " problem = CASE WHEN version = 0 THEN 'no-version' ELSE problem END WHERE id = $3",
                         "sii", edit->document, now, edit->office.id))
    return FALSE;

  if (callboard_db_changes (db) == 0)
    {
      g_set_error_literal (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_FOUND,
                           _("The campaign no longer exists."));
      return FALSE;
    }

  callboard_changes_add (changes, CALLBOARD_CHANGED_CAMPAIGNS);

  return TRUE;
}

CallboardCommand *
callboard_save_draft_command_new (gint64      campaign,
                                  const char *document)
{
  g_return_val_if_fail (document != NULL, NULL);

  return callboard_command_new ("save-draft", execute_save_draft, edit_new (campaign, document), edit_free);
}
