/* callboard-draft-rehearsal.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-draft-rehearsal.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "callboard-context.h"
#include "callboard-draft-document.h"
#include "callboard-draft-kind.h"
#include "callboard-files.h"
#include "callboard-import.h"
#include "callboard-office.h"
#include "callboard-queries-jobs.h"
#include "callboard-queries-phones.h"
#include "callboard-rehearsal-feed.h"
#include "callboard-rehearsal-window.h"
#include "callboard-settings.h"

/* A number that nobody has: it is kept free for fiction. */
#define NUMBER "+447700900123"

/* How often it is asked whether what was on its way has arrived, milliseconds. */
#define SETTLE_PAUSE 50

typedef struct
{
  char             *directory;
  CallboardStore   *store;
  CallboardContext *context;
} Theatre;

static void
remove_tree (GFile *file)
{
  g_autoptr(GFileEnumerator) children = g_file_enumerate_children (file, "standard::name", G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS,
                                                                   NULL, NULL);
  GFile *child;

  while (children != NULL && g_file_enumerator_iterate (children, NULL, &child, NULL, NULL) && child != NULL)
    remove_tree (child);

  g_file_delete (file, NULL, NULL);
}

static void
theatre_free (Theatre *theatre)
{
  g_autoptr(GFile) folder = g_file_new_for_path (theatre->directory);

  g_clear_object (&theatre->context);
  if (theatre->store != NULL)
    callboard_store_close (theatre->store);
  g_clear_object (&theatre->store);
  remove_tree (folder);
  g_free (theatre->directory);
  g_free (theatre);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Theatre, theatre_free)

static Theatre *
theatre_new (GError **error)
{
  g_autofree char *directory = g_dir_make_tmp ("callboard-rehearsal-XXXXXX", error);
  g_autoptr(CallboardClock) clock = callboard_clock_new_system ();
  g_autoptr(Theatre) theatre = NULL;

  if (directory == NULL)
    return NULL;

  theatre = g_new0 (Theatre, 1);
  theatre->directory = g_steal_pointer (&directory);
  theatre->store = callboard_store_open (theatre->directory, clock, error);

  return theatre->store != NULL ? g_steal_pointer (&theatre) : NULL;
}

static gboolean
execute (Theatre           *theatre,
         CallboardCommand  *command,
         GError           **error)
{
  g_autoptr(CallboardCommand) owned = command;

  return callboard_store_execute (theatre->store, owned, error);
}

static gboolean
copy_settings (Theatre         *theatre,
               CallboardStore  *from,
               GError         **error)
{
  static const char * const names[] = { CALLBOARD_SETTING_COMPANY, CALLBOARD_SETTING_RECRUITER };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *value = callboard_settings_get_text (callboard_store_get_reader (from), names[i]);

      if (!execute (theatre, callboard_setting_command_new (names[i], value), error))
        return FALSE;
    }

  return TRUE;
}

/* A missing one is left to the campaign, which says so. */
static void
copy_file (Theatre        *theatre,
           CallboardStore *from,
           const char     *hash)
{
  g_autofree char *source = NULL;
  g_autofree char *target = NULL;
  g_autofree char *folder = NULL;
  g_autoptr(GFile) source_file = NULL;
  g_autoptr(GFile) target_file = NULL;

  if (!callboard_files_is_hash (hash))
    return;

  source = callboard_files_get_path (callboard_store_get_directory (from), hash);
  target = callboard_files_get_path (theatre->directory, hash);
  folder = g_path_get_dirname (target);
  g_mkdir_with_parents (folder, 0700);
  source_file = g_file_new_for_path (source);
  target_file = g_file_new_for_path (target);
  g_file_copy (source_file, target_file, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL);
}

static void
copy_files (Theatre            *theatre,
            CallboardStore     *from,
            CallboardDraftNode *node)
{
  const char * const *members = callboard_draft_kind_list_members (callboard_draft_node_get_kind (node));

  copy_file (theatre, from, callboard_draft_node_get_text (node, "file.hash"));
  for (guint i = 0; members != NULL && members[i] != NULL; i++)
    {
      GListModel *list;

      if (!callboard_draft_kind_is_list (callboard_draft_node_get_kind (node), members[i]))
        continue;

      list = callboard_draft_node_get_list (node, members[i]);
      for (guint j = 0; j < g_list_model_get_n_items (list); j++)
        {
          g_autoptr(CallboardDraftNode) child = g_list_model_get_item (list, j);

          copy_files (theatre, from, child);
        }
    }
}

static CallboardJobRow *
load_job (CallboardOpenDraft  *open,
          GError             **error)
{
  CallboardDb *db = callboard_store_get_reader (callboard_open_draft_get_store (open));
  g_autoptr(CallboardStageInfo) stage = callboard_queries_load_stage (db, callboard_open_draft_get_stage (open), error);
  CallboardJobRow *job = stage != NULL ? callboard_queries_load_job (db, stage->job_id, error) : NULL;

  if (job == NULL && (error == NULL || *error == NULL))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("The stage no longer exists."));

  return job;
}

static gint64
create_job (Theatre             *theatre,
            CallboardOpenDraft  *open,
            GError             **error)
{
  g_autofree char *document = callboard_draft_to_document (callboard_open_draft_get_draft (open));
  const CallboardStagePlan stage = {
    callboard_open_draft_get_stage_name (open), callboard_open_draft_get_stage_type (open), document
  };
  g_autoptr(CallboardJobRow) job = load_job (open, error);
  g_autoptr(CallboardCommand) command = NULL;
  CallboardJobPlan plan = { .stages = &stage, .n_stages = 1 };

  if (job == NULL)
    return 0;

  plan.title = job->title;
  plan.reference = job->reference;
  plan.location = job->location;
  plan.contract_type = job->contract_type;
  plan.manager = job->manager;
  plan.country = job->country;
  command = callboard_job_command_new (&plan);

  return callboard_store_execute (theatre->store, command, error) ? callboard_office_command_get_id (command) : 0;
}

/* Returns: the candidate's application, 0 for a failure */
static gint64
enter_candidate (Theatre  *theatre,
                 gint64    job,
                 GError  **error)
{
  GPtrArray *people = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_person_free);
  CallboardPerson *person = callboard_person_new ();
  g_autoptr(CallboardCommand) command = NULL;

  /* Translators: a made-up person who plays the candidate in a rehearsal */
  person->first_name = g_strdup (_("Alex"));
  person->last_name = g_strdup (_("Example"));
  person->phone = g_strdup (NUMBER);
  person->consent_source = g_strdup (_("Rehearsal"));
  g_ptr_array_add (people, person);
  command = callboard_import_command_new (job, people, CALLBOARD_MOVE_DEFAULT, NULL, NULL, NULL);

  return callboard_store_execute (theatre->store, command, error)
    ? callboard_import_command_get_result (command)->application : 0;
}

/* Nobody waits for the undo time, or for the morning. */
static gboolean
hurry (Theatre  *theatre,
       gint64    application,
       GError  **error)
{
  gint64 wait = callboard_queries_next_of_application (callboard_store_get_reader (theatre->store), application) -
                callboard_rehearsal_feed_get_now (theatre->context);

  return wait <= 0 ||
         execute (theatre, callboard_account_clock_command_new (callboard_context_get_rehearsal_account (theatre->context), wait),
                  error);
}

static gboolean
play (Theatre             *theatre,
      CallboardOpenDraft  *open,
      GError             **error)
{
  CallboardStore *store = callboard_open_draft_get_store (open);
  gint64 job, application;

  if (!copy_settings (theatre, store, error))
    return FALSE;

  copy_files (theatre, store, callboard_draft_get_root (callboard_open_draft_get_draft (open)));
  job = create_job (theatre, open, error);
  if (job == 0)
    return FALSE;

  theatre->context = callboard_context_new (theatre->store);
  if (!callboard_context_start (theatre->context, error))
    return FALSE;

  application = enter_candidate (theatre, job, error);

  return application != 0 && hurry (theatre, application, error);
}

static gboolean
settle_cb (gpointer user_data)
{
  Theatre *theatre = user_data;

  if (!callboard_context_is_idle (theatre->context))
    return G_SOURCE_CONTINUE;

  theatre_free (theatre);

  return G_SOURCE_REMOVE;
}

/* What is open stays readable until it is closed, so the folder can go at once. */
static void
on_destroyed_cb (GtkWidget *window,
                 Theatre   *theatre)
{
  g_autoptr(GFile) folder = g_file_new_for_path (theatre->directory);

  callboard_context_stop (theatre->context);
  remove_tree (folder);
  g_timeout_add (SETTLE_PAUSE, settle_cb, theatre);
}

GtkWindow *
callboard_draft_rehearsal_new (GtkWindow           *parent,
                               CallboardOpenDraft  *open,
                               GError             **error)
{
  g_autoptr(Theatre) theatre = NULL;
  GtkWindow *window;

  g_return_val_if_fail (CALLBOARD_IS_OPEN_DRAFT (open), NULL);

  theatre = theatre_new (error);
  if (theatre == NULL || !play (theatre, open, error))
    return NULL;

  window = GTK_WINDOW (callboard_rehearsal_window_new (parent, theatre->context));
  callboard_rehearsal_window_set_passing (CALLBOARD_REHEARSAL_WINDOW (window));
  g_signal_connect (window, "destroy", G_CALLBACK (on_destroyed_cb), g_steal_pointer (&theatre));

  return window;
}
