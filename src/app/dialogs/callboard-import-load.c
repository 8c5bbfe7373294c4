/* callboard-import-load.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-import-load.h"

typedef struct
{
  CallboardImportPlan     *plan;
  CallboardTable          *table;
  CallboardImportColumns   columns;
  CallboardImportProgress  progress;
  gpointer                 progress_data;
} Check;

static void
check_free (Check *check)
{
  g_clear_pointer (&check->plan, callboard_import_plan_free);
  g_clear_pointer (&check->table, callboard_table_unref);
  g_free (check);
}

/* Before all of it is in memory. */
static gboolean
is_small_enough (GFile         *file,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr(GFileInfo) info = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (info == NULL)
    return FALSE;

  if (g_file_info_get_size (info) <= CALLBOARD_CSV_MAX_BYTES)
    return TRUE;

  g_set_error (error, CALLBOARD_CSV_ERROR, CALLBOARD_CSV_ERROR_TOO_LARGE,
               _("The file is larger than %u MB. Split it into several files and import them one by one."),
               CALLBOARD_CSV_MAX_BYTES / (1024 * 1024));

  return FALSE;
}

static void
return_table (GTask          *task,
              CallboardTable *table,
              GError         *error)
{
  if (table != NULL)
    g_task_return_pointer (task, table, (GDestroyNotify) callboard_table_unref);
  else
    g_task_return_error (task, error);
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  g_autoptr(GBytes) bytes = NULL;
  CallboardTable *table = NULL;
  GError *error = NULL;

  if (is_small_enough (data, cancellable, &error))
    bytes = g_file_load_bytes (data, cancellable, NULL, &error);
  if (bytes != NULL)
    table = callboard_csv_parse (bytes, cancellable, &error);

  return_table (task, table, error);
}

void
callboard_import_read_async (GFile               *file,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (G_IS_FILE (file));

  g_task_set_source_tag (task, callboard_import_read_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_in_thread);
}

static void
parse_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  GError *error = NULL;
  CallboardTable *table = callboard_csv_parse (data, cancellable, &error);

  return_table (task, table, error);
}

void
callboard_import_parse_async (GBytes              *bytes,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (bytes != NULL);

  g_task_set_source_tag (task, callboard_import_read_async);
  g_task_set_task_data (task, g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, parse_in_thread);
}

CallboardTable *
callboard_import_read_finish (GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, callboard_import_read_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
check_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  Check *check = data;
  GError *error = NULL;

  if (callboard_import_plan_load (check->plan, check->table, &check->columns, check->progress, check->progress_data,
                                  cancellable, &error))
    g_task_return_pointer (task, g_steal_pointer (&check->plan), (GDestroyNotify) callboard_import_plan_free);
  else
    g_task_return_error (task, error);
}

void
callboard_import_check_async (CallboardImportPlan          *plan,
                              CallboardTable               *table,
                              const CallboardImportColumns *columns,
                              CallboardImportProgress       progress,
                              gpointer                      progress_data,
                              GCancellable                 *cancellable,
                              GAsyncReadyCallback           callback,
                              gpointer                      user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Check *check = g_new0 (Check, 1);

  check->plan = plan;
  check->table = callboard_table_ref (table);
  check->columns = *columns;
  check->progress = progress;
  check->progress_data = progress_data;
  g_task_set_source_tag (task, callboard_import_check_async);
  g_task_set_task_data (task, check, (GDestroyNotify) check_free);
  g_task_run_in_thread (task, check_in_thread);
}

CallboardImportPlan *
callboard_import_check_finish (GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, callboard_import_check_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
