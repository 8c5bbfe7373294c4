/* callboard-add-dialog.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-add-dialog-private.h"

G_DEFINE_FINAL_TYPE (CallboardAddDialog, callboard_add_dialog, ADW_TYPE_WINDOW)

enum
{
  ADDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
update_actions (CallboardAddDialog *self)
{
  g_autofree char *first_name = callboard_add_dialog_dup_text (self->first_name);
  g_autofree char *last_name = callboard_add_dialog_dup_text (self->last_name);
  g_autofree char *source = callboard_add_dialog_dup_text (self->source);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "person.add",
                                 self->number != NULL && (*first_name != '\0' || *last_name != '\0') &&
                                 (!gtk_switch_get_active (self->consent) || *source != '\0'));
}

static void
on_changed_cb (CallboardAddDialog *self)
{
  g_assert (CALLBOARD_IS_ADD_DIALOG (self));

  if (self->store == NULL)
    return;

  callboard_notice_set_text (self->notice, NULL);
  callboard_add_dialog_update_hints (self);
  update_actions (self);
}

static void
on_added_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(CallboardAddDialog) self = user_data;
  g_autoptr(CallboardCommand) command = NULL;
  g_autoptr(GError) error = NULL;
  const CallboardImportResult *added;

  command = callboard_store_execute_finish (CALLBOARD_STORE (object), result, &error);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "person.add", TRUE);
  if (command == NULL)
    {
      callboard_notice_set_text (self->notice, error->message);
      return;
    }

  added = callboard_import_command_get_result (command);
  if (added->n_present > 0)
    {
      callboard_notice_set_text (self->notice, _("This number is already in the job. Nothing was changed."));
      return;
    }

  g_signal_emit (self, signals[ADDED], 0, added);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
add_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  CallboardAddDialog *self = CALLBOARD_ADD_DIALOG (widget);
  GPtrArray *people = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_person_free);
  CallboardPerson *person = callboard_person_new ();
  g_autoptr(CallboardCommand) command = NULL;

  person->first_name = callboard_add_dialog_dup_text (self->first_name);
  person->last_name = callboard_add_dialog_dup_text (self->last_name);
  person->phone = g_strdup (self->number);
  person->stage = callboard_add_dialog_get_stage (self) ? callboard_add_dialog_get_stage (self)->id : 0;
  if (gtk_switch_get_active (self->consent))
    person->consent_source = callboard_add_dialog_dup_text (self->source);
  g_ptr_array_add (people, person);

  gtk_widget_action_set_enabled (widget, "person.add", FALSE);
  command = callboard_import_command_new (self->job, people,
                                          gtk_switch_get_active (self->sends) ? CALLBOARD_MOVE_DEFAULT
                                                                              : CALLBOARD_MOVE_WITHOUT_SENDING,
                                          NULL, NULL, NULL);
  callboard_store_execute_async (self->store, command, NULL, on_added_cb, g_object_ref (self));
}

static void
callboard_add_dialog_dispose (GObject *object)
{
  CallboardAddDialog *self = CALLBOARD_ADD_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_ADD_DIALOG);
  g_clear_object (&self->store);
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  g_clear_pointer (&self->country, g_free);
  g_clear_pointer (&self->number, g_free);

  G_OBJECT_CLASS (callboard_add_dialog_parent_class)->dispose (object);
}

static void
callboard_add_dialog_class_init (CallboardAddDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_add_dialog_dispose;

  signals[ADDED] = g_signal_new ("added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/dialogs/callboard-add-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardAddDialog, consent);
  gtk_widget_class_bind_template_child (widget_class, CallboardAddDialog, first_name);
  gtk_widget_class_bind_template_child (widget_class, CallboardAddDialog, last_name);
  gtk_widget_class_bind_template_child (widget_class, CallboardAddDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, CallboardAddDialog, outlook);
  gtk_widget_class_bind_template_child (widget_class, CallboardAddDialog, phone);
  gtk_widget_class_bind_template_child (widget_class, CallboardAddDialog, phone_hint);
  gtk_widget_class_bind_template_child (widget_class, CallboardAddDialog, sends);
  gtk_widget_class_bind_template_child (widget_class, CallboardAddDialog, sends_row);
  gtk_widget_class_bind_template_child (widget_class, CallboardAddDialog, source);
  gtk_widget_class_bind_template_child (widget_class, CallboardAddDialog, stage);
  gtk_widget_class_bind_template_child (widget_class, CallboardAddDialog, window_title);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
  gtk_widget_class_install_action (widget_class, "person.add", NULL, add_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "person.add", NULL);

  g_type_ensure (CALLBOARD_TYPE_NOTICE);
}

static void
callboard_add_dialog_init (CallboardAddDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
load_job (CallboardAddDialog *self,
          gint64              first)
{
  CallboardDb *db = callboard_store_get_reader (self->store);
  g_autoptr(CallboardJobRow) job = NULL;
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr(GError) error = NULL;
  guint selected = 0;

  job = callboard_queries_load_job (db, self->job, &error);
  self->stages = error ? NULL : callboard_queries_load_stages (db, self->job, &error);
  if (error != NULL)
    callboard_notice_set_text (self->notice, error->message);
  if (self->stages == NULL)
    self->stages = g_ptr_array_new ();

  self->country = g_strdup (job ? job->country : NULL);
  adw_window_title_set_subtitle (self->window_title, job ? job->title : "");
  for (guint i = 0; i < self->stages->len; i++)
    {
      const CallboardStageInfo *stage = g_ptr_array_index (self->stages, i);

      gtk_string_list_append (names, stage->name);
      if (stage->id == first)
        selected = i;
    }

  adw_combo_row_set_model (self->stage, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->stage, selected);
}

CallboardAddDialog *
callboard_add_dialog_new (GtkWindow      *parent,
                          CallboardStore *store,
                          gint64          job,
                          gint64          stage)
{
  CallboardAddDialog *self;

  g_return_val_if_fail (CALLBOARD_IS_STORE (store), NULL);

  self = g_object_new (CALLBOARD_TYPE_ADD_DIALOG, "transient-for", parent, NULL);
  self->store = g_object_ref (store);
  self->job = job;
  load_job (self, stage);
  on_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->first_name));

  return self;
}
