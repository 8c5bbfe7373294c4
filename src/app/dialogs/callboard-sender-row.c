/* callboard-sender-row.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-sender-row.h"

#include "callboard-queries-office.h"

struct _CallboardSenderRow
{
  AdwComboRow  parent_instance;

  GPtrArray   *accounts;
  guint        filling : 1;
};

G_DEFINE_FINAL_TYPE (CallboardSenderRow, callboard_sender_row, ADW_TYPE_COMBO_ROW)

static void
on_selected_changed_cb (CallboardSenderRow *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  const CallboardAccountRow *account;

  g_assert (CALLBOARD_IS_SENDER_ROW (self));

  if (self->filling || selected >= self->accounts->len)
    return;

  account = g_ptr_array_index (self->accounts, selected);
  gtk_widget_activate_action (GTK_WIDGET (self), "account.send-from", "x", account->id);
}

static void
fill (CallboardSenderRow *self,
      gint64              sending)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < self->accounts->len; i++)
    {
      const CallboardAccountRow *account = g_ptr_array_index (self->accounts, i);

      gtk_string_list_append (names, account->name);
      if (account->id == sending)
        selected = i;
    }

  self->filling = TRUE;
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), selected);
  self->filling = FALSE;
}

static void
callboard_sender_row_dispose (GObject *object)
{
  CallboardSenderRow *self = CALLBOARD_SENDER_ROW (object);

  self->filling = TRUE;
  g_clear_pointer (&self->accounts, g_ptr_array_unref);

  G_OBJECT_CLASS (callboard_sender_row_parent_class)->dispose (object);
}

static void
callboard_sender_row_class_init (CallboardSenderRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = callboard_sender_row_dispose;
}

static void
callboard_sender_row_init (CallboardSenderRow *self)
{
  g_signal_connect (self, "notify::selected", G_CALLBACK (on_selected_changed_cb), NULL);
}

void
callboard_sender_row_reload (CallboardSenderRow *self,
                             CallboardDb        *db)
{
  GPtrArray *accounts;
  gint64 sending = 0;

  g_return_if_fail (CALLBOARD_IS_SENDER_ROW (self));
  g_return_if_fail (db != NULL);

  accounts = callboard_queries_load_accounts (db, NULL);
  if (accounts == NULL)
    return;

  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  self->accounts = accounts;
  callboard_queries_find_sending_account (db, 0, &sending, NULL);
  fill (self, sending);
}
