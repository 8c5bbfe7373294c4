/* callboard-ctl-cards.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-ctl.h"

#include <glib/gi18n.h>

#include "callboard-error.h"
#include "callboard-queries-jobs.h"

static const CallboardCtlColumn columns[] = {
  { "application", N_("Card") },
  { "stage", N_("Stage") },
  { "name", N_("Name") },
  { "phone", N_("Number") },
  { "status", N_("Status") },
  { "done", N_("Done") },
  { "total", N_("Of") },
  { "unread", N_("Unread") },
  { "reason", N_("Reason") },
  { NULL }
};

static JsonObject *
describe (const CallboardApplicationRow *row,
          const char                    *stage)
{
  JsonObject *object = json_object_new ();

  callboard_ctl_set_int (object, "application", row->id);
  callboard_ctl_set_int (object, "candidate", row->candidate_id);
  callboard_ctl_set_text (object, "stage", stage);
  callboard_ctl_set_text (object, "name", row->name);
  callboard_ctl_set_text (object, "phone", row->phone);
  callboard_ctl_set_nick (object, "status", CALLBOARD_TYPE_STATUS, row->status);
  callboard_ctl_set_text (object, "reason", row->reason);
  callboard_ctl_set_time (object, "leaves_at", row->leaves_at);
  callboard_ctl_set_time (object, "entered_at", row->entered_at);
  callboard_ctl_set_int (object, "done", row->done);
  callboard_ctl_set_int (object, "total", row->total);
  callboard_ctl_set_int (object, "unread", row->unread);
  callboard_ctl_set_boolean (object, "flagged", row->flagged);
  callboard_ctl_set_boolean (object, "consent", !row->no_consent);
  callboard_ctl_set_boolean (object, "opted_out", row->opted_out);

  return object;
}

static int
find_place (const CallboardApplicationRow *row,
            const gint64                  *ids,
            guint                          n_ids)
{
  for (guint i = 0; i < n_ids; i++)
    if (ids[i] == row->id)
      return i;

  g_return_val_if_reached (0);
}

/* A page of rows comes in any order. */
static void
add_page (JsonArray                  *rows,
          CallboardApplicationSource *source,
          const CallboardStageInfo   *stage,
          const gint64               *ids,
          guint                       n_ids)
{
  g_autoptr(GPtrArray) page = callboard_application_source_load_rows (source, ids, n_ids);
  const CallboardApplicationRow *places[CALLBOARD_APPLICATION_SOURCE_MAX_ROWS] = { NULL };

  for (guint i = 0; i < page->len; i++)
    places[find_place (g_ptr_array_index (page, i), ids, n_ids)] = g_ptr_array_index (page, i);

  for (guint i = 0; i < n_ids; i++)
    if (places[i] != NULL)
      json_array_add_object_element (rows, describe (places[i], stage->name));
}

static void
add_stage (JsonArray                        *rows,
           CallboardApplicationSource       *source,
           const CallboardStageInfo         *stage,
           const CallboardApplicationFilter *filter)
{
  g_autoptr(GArray) keys = callboard_application_source_load_keys (source, stage->id, filter);
  gint64 ids[CALLBOARD_APPLICATION_SOURCE_MAX_ROWS];
  guint n_ids = 0;

  for (guint i = 0; i < keys->len; i++)
    {
      ids[n_ids++] = g_array_index (keys, CallboardApplicationKey, i).id;
      if (n_ids < G_N_ELEMENTS (ids) && i + 1 < keys->len)
        continue;

      add_page (rows, source, stage, ids, n_ids);
      n_ids = 0;
    }
}

static gboolean
list (CallboardCtl                      *ctl,
      const char                        *job_text,
      const char                        *stage_text,
      const CallboardApplicationFilter  *filter,
      GError                           **error)
{
  g_autoptr(GPtrArray) stages = NULL;
  gint64 job, chosen = 0;
  JsonArray *rows;

  if (!callboard_ctl_find_job (ctl, job_text, &job, error) ||
      (stage_text != NULL && !callboard_ctl_find_stage (ctl, job, stage_text, &chosen, error)))
    return FALSE;

  stages = callboard_queries_load_stages (callboard_ctl_get_reader (ctl), job, error);
  if (stages == NULL)
    return FALSE;

  rows = json_array_new ();
  for (guint i = 0; i < stages->len; i++)
    {
      const CallboardStageInfo *stage = g_ptr_array_index (stages, i);

      if (chosen == 0 || chosen == stage->id)
        add_stage (rows, CALLBOARD_APPLICATION_SOURCE (ctl->store), stage, filter);
    }
  callboard_ctl_print_rows (ctl, rows, columns);

  return TRUE;
}

gboolean
callboard_ctl_list (CallboardCtl  *ctl,
                    int            argc,
                    char         **argv,
                    GError       **error)
{
  g_autofree char *stage = NULL;
  g_autofree char *text = NULL;
  gboolean failed = FALSE;
  const GOptionEntry entries[] = {
    { "stage", 0, 0, G_OPTION_ARG_STRING, &stage, N_("Only this stage"), N_("STAGE") },
    { "search", 0, 0, G_OPTION_ARG_STRING, &text, N_("Only names and numbers that begin so"), N_("TEXT") },
    { "failed", 0, 0, G_OPTION_ARG_NONE, &failed, N_("Only cards whose campaign failed"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_auto(GStrv) rest = callboard_ctl_parse (ctl, "list JOB [OPTIONS]", _("Lists the cards of a job."), entries,
                                            argc, argv, 1, 1, error);
  CallboardApplicationFilter filter;

  if (rest == NULL)
    return FALSE;

  filter = (CallboardApplicationFilter) { .text = text, .failed_only = failed };

  return callboard_ctl_open (ctl, CALLBOARD_DB_READ_ONLY, error) && list (ctl, rest[0], stage, &filter, error);
}
