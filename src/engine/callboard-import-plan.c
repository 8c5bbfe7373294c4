/* callboard-import-plan.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-import-plan-private.h"

#include "callboard-error.h"
#include "callboard-fold.h"

#define PROGRESS_STEP 256

static void
clear_row (Row *row)
{
  for (guint i = 0; i < CALLBOARD_IMPORT_N_FIELDS; i++)
    g_free (row->edited[i]);
  g_free (row->phone);
  g_free (row->country);
  g_free (row->problem);
}

static gboolean
read_stages (CallboardImportPlan  *self,
             CallboardDb          *db,
             gint64                job,
             GError              **error)
{
  g_autoptr(CallboardRows) rows = NULL;
  g_autoptr(GError) fault = NULL;

  rows = callboard_db_select (db, &fault, "SELECT id, name FROM stage WHERE job_id = $1"
                              " AND removed_at IS NULL ORDER BY position", "i", job);
  while (callboard_rows_next (rows, &fault))
    {
      gint64 id = callboard_rows_int (rows, 0);
      char *name = callboard_fold (callboard_rows_text (rows, 1));

      g_array_append_val (self->stages, id);
      if (!g_hash_table_contains (self->stage_of_name, name))
        g_hash_table_insert (self->stage_of_name, name, GUINT_TO_POINTER (self->stages->len));
      else
        g_free (name);
    }

  if (fault == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

static gboolean
read_present (CallboardImportPlan  *self,
              CallboardDb          *db,
              gint64                job,
              GError              **error)
{
  g_autoptr(CallboardRows) rows = NULL;
  g_autoptr(GError) fault = NULL;

  rows = callboard_db_select (db, &fault,
                              "SELECT candidate.phone FROM application JOIN candidate ON candidate.id = candidate_id "
                              "WHERE job_id = $1 AND state = 'live'", "i", job);
  while (callboard_rows_next (rows, &fault))
    g_hash_table_add (self->present, callboard_rows_dup (rows, 0));

  if (fault == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

CallboardImportPlan *
callboard_import_plan_new (CallboardDb  *db,
                           gint64        job,
                           GError      **error)
{
  g_autoptr(CallboardImportPlan) self = g_new0 (CallboardImportPlan, 1);

  g_return_val_if_fail (db != NULL, NULL);

  self->stages = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->stage_of_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->present = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_array_set_clear_func (self->rows, (GDestroyNotify) clear_row);
  self->row_of_phone = g_hash_table_new (g_str_hash, g_str_equal);

  if (!callboard_db_text (db, &self->country, error, "SELECT country FROM job WHERE id = $1", "i", job) ||
      !read_stages (self, db, job, error) ||
      !read_present (self, db, job, error))
    return NULL;

  if (self->country == NULL)
    {
      g_set_error_literal (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_FOUND,
                           _("The job no longer exists."));
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
callboard_import_plan_free (CallboardImportPlan *self)
{
  g_clear_pointer (&self->table, callboard_table_unref);
  g_clear_pointer (&self->stages, g_array_unref);
  g_clear_pointer (&self->stage_of_name, g_hash_table_unref);
  g_clear_pointer (&self->present, g_hash_table_unref);
  g_clear_pointer (&self->row_of_phone, g_hash_table_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  g_free (self->country);
  g_free (self->reason);
  g_free (self);
}

/* The group of rows with one number, newest first, is keyed by the number of its first. */
static void
link_row (CallboardImportPlan *self,
          guint                index)
{
  Row *row = callboard_import_plan_row (self, index);

  row->next = 0;
  if (row->phone == NULL)
    return;

  row->next = GPOINTER_TO_UINT (g_hash_table_lookup (self->row_of_phone, row->phone));
  g_hash_table_replace (self->row_of_phone, row->phone, GUINT_TO_POINTER (index + 1));
}

static void
unlink_row (CallboardImportPlan *self,
            guint                index)
{
  Row *row = callboard_import_plan_row (self, index);
  guint first;

  if (row->phone == NULL)
    return;

  first = GPOINTER_TO_UINT (g_hash_table_lookup (self->row_of_phone, row->phone));
  if (first == index + 1 && row->next == 0)
    g_hash_table_remove (self->row_of_phone, row->phone);
  else if (first == index + 1)
    g_hash_table_replace (self->row_of_phone, callboard_import_plan_row (self, row->next - 1)->phone,
                          GUINT_TO_POINTER (row->next));
  else
    {
      Row *before = callboard_import_plan_row (self, first - 1);

      while (before->next != index + 1)
        before = callboard_import_plan_row (self, before->next - 1);
      before->next = row->next;
    }
}

static gboolean
settle_row (CallboardImportPlan *self,
            Row                 *row,
            guint                duplicate)
{
  CallboardImportState state = duplicate ? CALLBOARD_IMPORT_INVALID : row->own;

  if (row->state == state && row->duplicate == duplicate)
    return FALSE;

  self->counts[row->state]--;
  self->counts[state]++;
  row->state = state;
  row->duplicate = duplicate;
  if (duplicate)
    row->fault = CALLBOARD_IMPORT_PHONE;

  return TRUE;
}

/* Of the rows with one number the uppermost that is good goes first. */
static void
settle_group (CallboardImportPlan *self,
              const char          *phone,
              GArray              *changed)
{
  guint first = phone ? GPOINTER_TO_UINT (g_hash_table_lookup (self->row_of_phone, phone)) : 0;
  guint keeper = G_MAXUINT;

  for (guint i = first; i != 0; i = callboard_import_plan_row (self, i - 1)->next)
    {
      if (callboard_import_plan_row (self, i - 1)->own == CALLBOARD_IMPORT_VALID)
        keeper = MIN (keeper, i);
    }

  for (guint i = first; i != 0; i = callboard_import_plan_row (self, i - 1)->next)
    {
      Row *row = callboard_import_plan_row (self, i - 1);
      guint index = i - 1;

      if (settle_row (self, row, row->own == CALLBOARD_IMPORT_VALID && i != keeper ? keeper : 0))
        g_array_append_val (changed, index);
    }
}

static void
clear_rows (CallboardImportPlan *self)
{
  g_hash_table_remove_all (self->row_of_phone);
  g_array_set_size (self->rows, 0);
  memset (self->counts, 0, sizeof self->counts);
}

static void
set_columns (CallboardImportPlan          *self,
             const CallboardImportColumns *columns)
{
  self->columns[CALLBOARD_IMPORT_FIRST_NAME] = columns->first_name;
  self->columns[CALLBOARD_IMPORT_LAST_NAME] = columns->last_name;
  self->columns[CALLBOARD_IMPORT_NAME] = columns->full_name;
  self->columns[CALLBOARD_IMPORT_PHONE] = columns->phone;
  self->columns[CALLBOARD_IMPORT_STAGE] = columns->stage;
  self->columns[CALLBOARD_IMPORT_CONSENT] = columns->consent;
}

static gboolean
is_blank (CallboardImportPlan *self,
          guint                table_row)
{
  for (guint i = 0; i < CALLBOARD_IMPORT_N_FIELDS; i++)
    {
      if (self->columns[i] >= 0 && *callboard_table_get_cell (self->table, table_row, self->columns[i]) != '\0')
        return FALSE;
    }

  return TRUE;
}

static void
add_row (CallboardImportPlan *self,
         guint                table_row,
         GHashTable          *keepers)
{
  Row *row;
  guint index = self->rows->len, keeper = 0;

  g_array_set_size (self->rows, index + 1);
  row = callboard_import_plan_row (self, index);
  row->table_row = table_row;
  callboard_import_plan_split_name (self, row);
  callboard_import_plan_check_row (self, row);
  link_row (self, index);

  if (row->own == CALLBOARD_IMPORT_VALID)
    {
      keeper = GPOINTER_TO_UINT (g_hash_table_lookup (keepers, row->phone));
      if (keeper == 0)
        g_hash_table_insert (keepers, row->phone, GUINT_TO_POINTER (index + 1));
    }

  self->counts[row->state]++;
  settle_row (self, row, keeper);
}

gboolean
callboard_import_plan_load (CallboardImportPlan           *self,
                            CallboardTable                *table,
                            const CallboardImportColumns  *columns,
                            CallboardImportProgress        progress,
                            gpointer                       data,
                            GCancellable                  *cancellable,
                            GError                       **error)
{
  g_autoptr(GHashTable) keepers = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_rows = callboard_table_get_n_rows (table);

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (columns != NULL, FALSE);

  clear_rows (self);
  callboard_table_ref (table);
  g_clear_pointer (&self->table, callboard_table_unref);
  self->table = table;
  set_columns (self, columns);

  for (guint i = 0; i < n_rows; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          clear_rows (self);
          return FALSE;
        }

      if (progress != NULL && i % PROGRESS_STEP == 0)
        progress (i, n_rows, data);
      if (!is_blank (self, i))
        add_row (self, i, keepers);
    }

  return TRUE;
}

GArray *
callboard_import_plan_set_cell (CallboardImportPlan  *self,
                                guint                 row,
                                CallboardImportField  field,
                                const char           *text)
{
  GArray *changed = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *old_phone = NULL;
  Row *corrected;

  g_return_val_if_fail (row < self->rows->len, changed);
  g_return_val_if_fail (text != NULL, changed);

  corrected = callboard_import_plan_row (self, row);
  old_phone = g_strdup (corrected->phone);
  unlink_row (self, row);

  g_free (corrected->edited[field]);
  corrected->edited[field] = g_strdup (text);
  callboard_import_plan_check_row (self, corrected);
  settle_row (self, corrected, 0);
  g_array_append_val (changed, row);

  link_row (self, row);
  settle_group (self, old_phone, changed);
  if (g_strcmp0 (old_phone, corrected->phone) != 0)
    settle_group (self, corrected->phone, changed);

  return changed;
}
