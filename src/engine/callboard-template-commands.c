/* callboard-template-commands.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "callboard-template.h"

#include "callboard-error.h"
#include "callboard-job-copy.h"
#include "callboard-office-private.h"

/* The newest version of what a campaign was made from, if it has changed since. */
#define NEWS_SQL                                                                                        \
  " FROM stage s JOIN campaign c ON c.id = s.campaign_id JOIN campaign o ON o.id = c.source_id"         \
  " JOIN campaign_version n ON n.campaign_id = o.id AND n.version = o.version"                          \
  " LEFT JOIN campaign_version p ON p.campaign_id = o.id AND p.version = c.source_version"              \
  " WHERE s.removed_at IS NULL AND o.version > c.source_version AND n.document <> coalesce (p.document, '')"

typedef struct
{
  CallboardOffice          office;
  const CallboardTemplate *template;
  CallboardJobPlan        *plan;
} Creation;

typedef struct
{
  CallboardOffice  office;
  gboolean         publish;
} Taking;

static void
creation_free (gpointer data)
{
  Creation *creation = data;

  callboard_template_unref ((CallboardTemplate *) creation->template);
  callboard_job_plan_free (creation->plan);
  g_free (creation);
}

static gboolean
set_rules (CallboardDb              *db,
           const CallboardTemplate  *template,
           gint64                    job,
           GError                  **error)
{
  guint n_stages = callboard_template_get_plan (template)->n_stages;

  for (guint i = 0; i < n_stages; i++)
    {
      guint stale_days, late_days;
      int next = callboard_template_get_rules (template, i, &stale_days, &late_days);

      if (!callboard_db_run (db, error,
                             "UPDATE stage SET stale_days = nullif ($1, 0), late_days = nullif ($2, 0), next_stage_id ="
                             " (SELECT id FROM stage WHERE position = $3 AND job_id = $4) WHERE job_id = $4 AND position = $5",
                             "iiiii", (gint64) stale_days, (gint64) late_days, (gint64) next, job, (gint64) i))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_template (CallboardDb              *db,
                 const CallboardTemplate  *template,
                 const char               *country,
                 gint64                    now,
                 gint64                   *job,
                 CallboardChanges         *changes,
                 GError                  **error)
{
  CallboardJobPlan plan = *callboard_template_get_plan (template);

  plan.title = callboard_template_get_name (template);
  if (*plan.country == '\0')
    plan.country = country;

  return callboard_office_insert_job (db, &plan, now, job, changes, error) &&
         callboard_db_run (db, error, "UPDATE job SET kind = 'template', origin = $1 WHERE id = $2",
                           "si", callboard_template_get_origin (template), *job) &&
         set_rules (db, template, *job, error);
}

static gboolean
execute_creation (gpointer           data,
                  CallboardDb       *db,
                  gint64             now,
                  CallboardChanges  *changes,
                  GError           **error)
{
  Creation *creation = data;
  gint64 template = 0;

  if (!callboard_db_number (db, &template, error,
                            "SELECT id FROM job WHERE kind = 'template' AND state = 'open' AND origin = $1",
                            "s", callboard_template_get_origin (creation->template)))
    return FALSE;

  if (template == 0 &&
      !insert_template (db, creation->template, creation->plan->country, now, &template, changes, error))
    return FALSE;

  return callboard_job_copy_run (db, template, creation->plan, FALSE, now, &creation->office.id, changes, error);
}

CallboardCommand *
callboard_template_job_command_new (const CallboardTemplate *self,
                                    const CallboardJobPlan  *plan)
{
  Creation *creation;

  g_return_val_if_fail (self != NULL && plan != NULL, NULL);

  creation = g_new0 (Creation, 1);
  creation->template = callboard_template_ref (self);
  creation->plan = callboard_job_plan_copy (plan);

  return callboard_command_new ("template-job", execute_creation, creation, creation_free);
}

void
callboard_template_news_free (CallboardTemplateNews *news)
{
  g_free (news->stage_name);
  g_free (news->template_title);
  g_free (news->before);
  g_free (news->after);
  g_free (news);
}

GPtrArray *
callboard_template_load_news (CallboardDb  *db,
                              gint64        job,
                              GError      **error)
{
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_template_news_free);
  g_autoptr(GError) fault = NULL;
  g_autoptr(CallboardRows) rows =
    callboard_db_select (db, &fault,
                         "SELECT s.id, s.name, c.source_version, o.version, p.document, n.document,"
                         " (SELECT j.title FROM stage t JOIN job j ON j.id = t.job_id WHERE t.campaign_id = o.id)"
                         NEWS_SQL " AND s.job_id = $1 ORDER BY s.position", "i", job);

  while (callboard_rows_next (rows, &fault))
    {
      CallboardTemplateNews *news = g_new0 (CallboardTemplateNews, 1);

      news->stage = callboard_rows_int (rows, 0);
      news->stage_name = callboard_rows_dup (rows, 1);
      news->taken = callboard_rows_int (rows, 2);
      news->newest = callboard_rows_int (rows, 3);
      news->before = callboard_rows_dup (rows, 4);
      news->after = callboard_rows_dup (rows, 5);
      news->template_title = callboard_rows_dup (rows, 6);
      g_ptr_array_add (list, news);
    }

  if (fault == NULL)
    return g_steal_pointer (&list);

  g_propagate_error (error, g_steal_pointer (&fault));

  return NULL;
}

/* What was published becomes the draft, too; without publishing only the draft changes. */
static gboolean
take (CallboardDb         *db,
      const Taking        *taking,
      gint64               campaign,
      CallboardStageType   type,
      const char          *document,
      gint64               now,
      GError             **error)
{
  gboolean done = taking->publish
    ? callboard_office_publish (db, campaign, type, document, now, error)
    : callboard_db_run (db, error, "UPDATE campaign SET draft = $1, updated_at = $2 WHERE id = $3",
                        "sii", document, now, campaign);

  return done &&
         callboard_db_run (db, error,
                           "UPDATE campaign SET source_version = (SELECT version FROM campaign o WHERE o.id = campaign.source_id)"
                           " WHERE id = $1", "i", campaign);
}

static gboolean
execute_take (gpointer           data,
              CallboardDb       *db,
              gint64             now,
              CallboardChanges  *changes,
              GError           **error)
{
  Taking *taking = data;
  g_autoptr(GError) fault = NULL;
  g_autoptr(CallboardRows) rows = callboard_db_select (db, &fault, "SELECT c.id, s.type, n.document" NEWS_SQL
                                                       " AND s.id = $1", "i", taking->office.id);
  int type = CALLBOARD_STAGE_FORM;

  if (callboard_rows_next (rows, &fault))
    {
      callboard_enum_from_nick (CALLBOARD_TYPE_STAGE_TYPE, callboard_rows_text (rows, 1), &type);
      callboard_changes_add (changes, CALLBOARD_CHANGED_CAMPAIGNS | CALLBOARD_CHANGED_STAGES);
      return take (db, taking, callboard_rows_int (rows, 0), type, callboard_rows_text (rows, 2), now, error);
    }

  if (fault != NULL)
    g_propagate_error (error, g_steal_pointer (&fault));
  else
    g_set_error_literal (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOTHING,
                         _("The template has not changed since."));

  return FALSE;
}

CallboardCommand *
callboard_take_template_command_new (gint64   stage,
                                     gboolean publish)
{
  Taking *taking = g_new0 (Taking, 1);

  taking->office.id = stage;
  taking->publish = publish;

  return callboard_command_new ("take-template", execute_take, taking, g_free);
}
