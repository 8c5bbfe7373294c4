/* callboard-job-account-row.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-job-account-row.h"

#include <glib/gi18n.h>

#include "callboard-account-choice.h"
#include "callboard-execute.h"
#include "callboard-queries-office.h"

struct _CallboardJobAccountRow
{
  AdwComboRow     parent_instance;

  CallboardStore *store; /* weak: a row may outlive its window a little */
  GPtrArray      *accounts;
  gint64          job;
  guint           filling : 1;
};

G_DEFINE_FINAL_TYPE (CallboardJobAccountRow, callboard_job_account_row, ADW_TYPE_COMBO_ROW)

static void
on_selected_changed_cb (CallboardJobAccountRow *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  const CallboardAccountRow *account = NULL;

  g_assert (CALLBOARD_IS_JOB_ACCOUNT_ROW (self));

  if (self->filling || self->store == NULL || self->accounts == NULL || selected > self->accounts->len)
    return;

  if (selected > 0)
    account = g_ptr_array_index (self->accounts, selected - 1);
  callboard_execute (GTK_WIDGET (self), self->store,
                     callboard_job_account_command_new (self->job, account != NULL ? account->id : 0));
}

static void
fill (CallboardJobAccountRow *self,
      gint64                  chosen)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (names, _("As all other jobs"));
  for (guint i = 0; i < self->accounts->len; i++)
    {
      const CallboardAccountRow *account = g_ptr_array_index (self->accounts, i);

      gtk_string_list_append (names, account->name);
      if (account->id == chosen)
        selected = i + 1;
    }

  self->filling = TRUE;
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), selected);
  self->filling = FALSE;
}

static void
callboard_job_account_row_dispose (GObject *object)
{
  CallboardJobAccountRow *self = CALLBOARD_JOB_ACCOUNT_ROW (object);

  self->filling = TRUE;
  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  g_clear_weak_pointer (&self->store);

  G_OBJECT_CLASS (callboard_job_account_row_parent_class)->dispose (object);
}

static void
callboard_job_account_row_class_init (CallboardJobAccountRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = callboard_job_account_row_dispose;
}

static void
callboard_job_account_row_init (CallboardJobAccountRow *self)
{
  g_signal_connect (self, "notify::selected", G_CALLBACK (on_selected_changed_cb), NULL);
}

void
callboard_job_account_row_show (CallboardJobAccountRow *self,
                                CallboardStore         *store,
                                gint64                  job)
{
  CallboardDb *db;
  GPtrArray *accounts;
  gint64 chosen = 0;

  g_return_if_fail (CALLBOARD_IS_JOB_ACCOUNT_ROW (self));
  g_return_if_fail (CALLBOARD_IS_STORE (store));

  db = callboard_store_get_reader (store);
  accounts = callboard_queries_load_accounts (db, NULL);
  if (accounts == NULL)
    return;

  g_set_weak_pointer (&self->store, store);
  self->job = job;
  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  self->accounts = accounts;
  callboard_queries_find_job_account (db, job, &chosen, NULL);
  fill (self, chosen);
}
