/* callboard-import-row.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-import-plan-private.h"

#include "callboard-fold.h"
#include "callboard-phone.h"

static const char *
get_cell (CallboardImportPlan  *self,
          const Row            *row,
          CallboardImportField  field)
{
  if (row->edited[field] != NULL)
    return row->edited[field];

  return self->columns[field] >= 0 ? callboard_table_get_cell (self->table, row->table_row, self->columns[field]) : "";
}

static char *
dup_cell (CallboardImportPlan  *self,
          const Row            *row,
          CallboardImportField  field)
{
  return g_strstrip (g_strdup (get_cell (self, row, field)));
}

static gboolean
is_empty (const char *text)
{
  return text[strspn (text, " \t\r\n")] == '\0';
}

/* "Lovelace, Ada", or the last word is the last name. */
void
callboard_import_plan_split_name (CallboardImportPlan *self,
                                  Row                 *row)
{
  g_autofree char *name = NULL;
  char *cut;

  if (self->columns[CALLBOARD_IMPORT_NAME] < 0 ||
      !is_empty (get_cell (self, row, CALLBOARD_IMPORT_FIRST_NAME)) ||
      !is_empty (get_cell (self, row, CALLBOARD_IMPORT_LAST_NAME)))
    return;

  name = dup_cell (self, row, CALLBOARD_IMPORT_NAME);
  cut = strchr (name, ',');
  if (cut != NULL)
    {
      row->edited[CALLBOARD_IMPORT_LAST_NAME] = g_strchomp (g_strndup (name, cut - name));
      row->edited[CALLBOARD_IMPORT_FIRST_NAME] = g_strchug (g_strdup (cut + 1));
      return;
    }

  cut = strrchr (name, ' ');
  row->edited[CALLBOARD_IMPORT_FIRST_NAME] = cut ? g_strchomp (g_strndup (name, cut - name)) : g_strdup (name);
  row->edited[CALLBOARD_IMPORT_LAST_NAME] = g_strdup (cut ? cut + 1 : "");
}

static char *
find_stage (CallboardImportPlan *self,
            Row                 *row)
{
  g_autofree char *text = dup_cell (self, row, CALLBOARD_IMPORT_STAGE);
  g_autofree char *folded = NULL;
  guint64 number;

  row->stage = 0;
  if (*text == '\0')
    return NULL;

  folded = callboard_fold (text);
  number = GPOINTER_TO_UINT (g_hash_table_lookup (self->stage_of_name, folded));
  if (number == 0 && g_ascii_string_to_unsigned (text, 10, 1, G_MAXUINT, &number, NULL) && number > self->stages->len)
    return g_strdup_printf (ngettext ("The job has %2$u stage; there is no stage number %1$s.",
                                      "The job has %2$u stages; there is no stage number %1$s.", self->stages->len),
                            text, self->stages->len);
  if (number == 0)
    return g_strdup_printf (_("The job has no stage “%s”."), text);

  row->stage = g_array_index (self->stages, gint64, number - 1);
  return NULL;
}

static void
set_problem (Row                  *row,
             char                 *problem,
             CallboardImportField  fault)
{
  row->problem = problem;
  row->fault = fault;
  row->own = CALLBOARD_IMPORT_INVALID;
}

void
callboard_import_plan_check_row (CallboardImportPlan *self,
                                 Row                 *row)
{
  g_autoptr(GError) error = NULL;
  char *problem;

  g_clear_pointer (&row->problem, g_free);
  g_free (row->phone);
  g_clear_pointer (&row->country, g_free);
  row->phone = callboard_phone_normalise (get_cell (self, row, CALLBOARD_IMPORT_PHONE), self->country, &row->country,
                                          &error);
  problem = find_stage (self, row);

  if (is_empty (get_cell (self, row, CALLBOARD_IMPORT_FIRST_NAME)) &&
      is_empty (get_cell (self, row, CALLBOARD_IMPORT_LAST_NAME)))
    set_problem (row, g_strdup (_("The name is missing.")), CALLBOARD_IMPORT_FIRST_NAME);
  else if (error != NULL)
    set_problem (row, g_strdup (error->message), CALLBOARD_IMPORT_PHONE);
  else if (problem != NULL)
    set_problem (row, g_steal_pointer (&problem), CALLBOARD_IMPORT_STAGE);
  else if (g_hash_table_contains (self->present, row->phone))
    row->own = CALLBOARD_IMPORT_PRESENT;
  else
    row->own = CALLBOARD_IMPORT_VALID;

  g_free (problem);
}

guint
callboard_import_plan_get_n_rows (CallboardImportPlan *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows->len;
}

guint
callboard_import_plan_count (CallboardImportPlan  *self,
                             CallboardImportState  state)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->counts[state];
}

CallboardImportState
callboard_import_plan_get_state (CallboardImportPlan *self,
                                 guint                row)
{
  g_return_val_if_fail (row < self->rows->len, CALLBOARD_IMPORT_INVALID);

  return callboard_import_plan_row (self, row)->state;
}

const char *
callboard_import_plan_get_reason (CallboardImportPlan *self,
                                  guint                row)
{
  const Row *found;

  g_return_val_if_fail (row < self->rows->len, NULL);

  found = callboard_import_plan_row (self, row);
  if (found->state == CALLBOARD_IMPORT_PRESENT)
    return _("Already in this job.");
  if (found->duplicate == 0)
    return found->problem;

  g_free (self->reason);
  self->reason = g_strdup_printf (_("The same number is in line %u."),
                                  callboard_import_plan_get_line (self, found->duplicate - 1));
  return self->reason;
}

CallboardImportField
callboard_import_plan_get_fault (CallboardImportPlan *self,
                                 guint                row)
{
  g_return_val_if_fail (row < self->rows->len, CALLBOARD_IMPORT_PHONE);

  return callboard_import_plan_row (self, row)->fault;
}

guint
callboard_import_plan_get_line (CallboardImportPlan *self,
                                guint                row)
{
  g_return_val_if_fail (row < self->rows->len, 0);

  return callboard_table_get_line (self->table, callboard_import_plan_row (self, row)->table_row);
}

const char *
callboard_import_plan_get_cell (CallboardImportPlan  *self,
                                guint                 row,
                                CallboardImportField  field)
{
  g_return_val_if_fail (row < self->rows->len, "");

  return get_cell (self, callboard_import_plan_row (self, row), field);
}

const char *
callboard_import_plan_get_phone (CallboardImportPlan *self,
                                 guint                row)
{
  g_return_val_if_fail (row < self->rows->len, NULL);

  return callboard_import_plan_row (self, row)->phone;
}

gint64
callboard_import_plan_get_stage (CallboardImportPlan *self,
                                 guint                row)
{
  g_return_val_if_fail (row < self->rows->len, 0);

  return callboard_import_plan_row (self, row)->stage;
}

gboolean
callboard_import_plan_has_consent (CallboardImportPlan *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->columns[CALLBOARD_IMPORT_CONSENT] >= 0;
}
