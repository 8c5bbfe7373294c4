/* callboard-job-editor.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-execute.h"
#include "callboard-job-commands.h"
#include "callboard-job-editor-private.h"
#include "callboard-queries-jobs.h"

#define KINDS (CALLBOARD_CHANGED_JOBS | CALLBOARD_CHANGED_STAGES | CALLBOARD_CHANGED_CAMPAIGNS | CALLBOARD_CHANGED_ACCOUNTS)

G_DEFINE_FINAL_TYPE (CallboardJobEditor, callboard_job_editor, ADW_TYPE_PREFERENCES_WINDOW)

enum
{
  EDIT_CAMPAIGN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_contract (CallboardJobEditor *self)
{
  GtkStringObject *selected = adw_combo_row_get_selected_item (self->contract);

  return selected == NULL || adw_combo_row_get_selected (self->contract) == 0 ? "" : gtk_string_object_get_string (selected);
}

static void
on_details_changed_cb (CallboardJobEditor *self)
{
  const CallboardJobPlan plan = {
    .title = gtk_editable_get_text (GTK_EDITABLE (self->title)),
    .reference = gtk_editable_get_text (GTK_EDITABLE (self->reference)),
    .location = gtk_editable_get_text (GTK_EDITABLE (self->location)),
    .contract_type = get_contract (self),
    .manager = gtk_editable_get_text (GTK_EDITABLE (self->manager)),
    .country = callboard_country_row_get_country (self->country),
  };

  g_assert (CALLBOARD_IS_JOB_EDITOR (self));

  if (!self->showing)
    callboard_execute (GTK_WIDGET (self), self->store, callboard_edit_job_command_new (self->job, &plan));
}

/* A text that is being written is left alone. */
static void
show_text (AdwEntryRow *row,
           const char  *text)
{
  GtkEditable *delegate = gtk_editable_get_delegate (GTK_EDITABLE (row));

  if (!gtk_widget_has_focus (GTK_WIDGET (delegate)) && g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (row)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (row), text);
}

/* What a job calls its contract may be none of the usual words: it becomes one of them. */
static void
show_contract (CallboardJobEditor *self,
               const char         *contract)
{
  GtkStringList *contracts = GTK_STRING_LIST (adw_combo_row_get_model (self->contract));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (contracts));
  guint i;

  if (*contract == '\0')
    {
      adw_combo_row_set_selected (self->contract, 0);
      return;
    }

  for (i = 1; i < n && !g_str_equal (gtk_string_list_get_string (contracts, i), contract); i++)
    continue;

  if (i == n)
    gtk_string_list_append (contracts, contract);
  adw_combo_row_set_selected (self->contract, i);
}

static void
show_details (CallboardJobEditor *self)
{
  g_autoptr(CallboardJobRow) row = callboard_queries_load_job (callboard_store_get_reader (self->store), self->job, NULL);

  if (row == NULL)
    return;

  self->showing = TRUE;
  gtk_window_set_title (GTK_WINDOW (self), row->title);
  show_text (self->title, row->title);
  show_text (self->reference, row->reference);
  show_text (self->location, row->location);
  show_text (self->manager, row->manager);
  show_contract (self, row->contract_type);
  callboard_country_row_set_country (self->country, row->country);
  callboard_job_account_row_show (self->account, self->store, self->job);
  self->showing = FALSE;
}

static void
on_store_changed_cb (CallboardJobEditor *self,
                     CallboardChanges   *changes)
{
  g_assert (CALLBOARD_IS_JOB_EDITOR (self));

  if (!callboard_changes_has (changes, KINDS))
    return;

  show_details (self);
  callboard_job_editor_show_stages (self);
  callboard_job_editor_show_news (self);
}

/* Where commands of the rows report what did not work; the rows show what is true again. */
static void
report_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  CallboardJobEditor *self = CALLBOARD_JOB_EDITOR (widget);
  g_autofree char *text = g_markup_escape_text (g_variant_get_string (parameter, NULL), -1);

  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self), adw_toast_new (text));
  show_details (self);
  callboard_job_editor_show_stages (self);
}

static void
callboard_job_editor_dispose (GObject *object)
{
  CallboardJobEditor *self = CALLBOARD_JOB_EDITOR (object);
  GtkWidget *row;

  /* The rows hold the store, and the list may outlive the window a little. */
  while (self->stages != NULL && (row = gtk_widget_get_first_child (GTK_WIDGET (self->stages))) != NULL)
    gtk_list_box_remove (self->stages, row);
  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_JOB_EDITOR);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (callboard_job_editor_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/jobs/callboard-job-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardJobEditor, account);
  gtk_widget_class_bind_template_child (widget_class, CallboardJobEditor, contract);
  gtk_widget_class_bind_template_child (widget_class, CallboardJobEditor, country);
  gtk_widget_class_bind_template_child (widget_class, CallboardJobEditor, location);
  gtk_widget_class_bind_template_child (widget_class, CallboardJobEditor, manager);
  gtk_widget_class_bind_template_child (widget_class, CallboardJobEditor, news);
  gtk_widget_class_bind_template_child (widget_class, CallboardJobEditor, news_list);
  gtk_widget_class_bind_template_child (widget_class, CallboardJobEditor, reference);
  gtk_widget_class_bind_template_child (widget_class, CallboardJobEditor, stages);
  gtk_widget_class_bind_template_child (widget_class, CallboardJobEditor, stages_page);
  gtk_widget_class_bind_template_child (widget_class, CallboardJobEditor, title);
  gtk_widget_class_bind_template_callback (widget_class, on_details_changed_cb);
}

static void
callboard_job_editor_class_init (CallboardJobEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = callboard_job_editor_dispose;

  signals[EDIT_CAMPAIGN] = g_signal_new ("edit-campaign", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (CALLBOARD_TYPE_COUNTRY_ROW);
  g_type_ensure (CALLBOARD_TYPE_JOB_ACCOUNT_ROW);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "win.report", "s", report_cb);
  callboard_job_editor_class_init_stages (widget_class);
}

static void
callboard_job_editor_init (CallboardJobEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->country, "notify::country", G_CALLBACK (on_details_changed_cb), self);
  callboard_job_editor_connect_stages (self);
}

CallboardJobEditor *
callboard_job_editor_new (GtkWindow      *parent,
                          CallboardStore *store,
                          gint64          job)
{
  CallboardJobEditor *self;

  g_return_val_if_fail (CALLBOARD_IS_STORE (store), NULL);

  self = g_object_new (CALLBOARD_TYPE_JOB_EDITOR, "transient-for", parent, NULL);
  self->store = g_object_ref (store);
  self->job = job;
  show_details (self);
  callboard_job_editor_show_stages (self);
  callboard_job_editor_show_news (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}
