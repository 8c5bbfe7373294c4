/* callboard-details-panel.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-details-panel.h"

#include <glib/gi18n.h>

#include "callboard-details-panel-private.h"
#include "callboard-execute.h"
#include "callboard-file-actions.h"
#include "callboard-move.h"
#include "callboard-people-dialogs.h"
#include "callboard-records.h"
#include "callboard-why-window.h"

G_DEFINE_FINAL_TYPE (CallboardDetailsPanel, callboard_details_panel, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_FOLDED = 1,
} CallboardDetailsPanelProps;

static GParamSpec *properties[PROP_FOLDED + 1];

static void
update (CallboardDetailsPanel *self)
{
  CallboardDb *db = callboard_store_get_reader (self->store);
  gint64 now = callboard_clock_now (callboard_store_get_clock (self->store));

  callboard_details_panel_load_talk (self);
  callboard_details_panel_update_head (self);
  callboard_records_fill_answers (self->answers, self->store, self->application, now);
  callboard_file_list_refresh (self->files, self->store, self->application);
  callboard_records_fill_history (self->history, db, self->application, now);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "details.why", self->details->enrolment_id != 0);
}

static void
mark_read (CallboardDetailsPanel *self)
{
  if (self->details->unread > 0 || g_strcmp0 (self->details->flag, "attention") == 0)
    callboard_execute (GTK_WIDGET (self), self->store, callboard_read_command_new (self->application));
}

static void
load (CallboardDetailsPanel *self)
{
  g_autoptr(GError) error = NULL;

  g_clear_pointer (&self->details, callboard_details_free);
  if (self->application == 0)
    return;

  self->details = callboard_queries_load_details (callboard_store_get_reader (self->store), self->application, &error);
  if (self->details != NULL)
    update (self);
  else if (error != NULL)
    g_warning ("Could not read a card: %s", error->message);
}

static void
send_again_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  CallboardDetailsPanel *self = CALLBOARD_DETAILS_PANEL (widget);

  gtk_widget_activate_action (widget, "win.send-again", "x", self->application);
}

static void
edit_person_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  callboard_details_panel_edit_person (CALLBOARD_DETAILS_PANEL (widget));
}

static void
record_consent_cb (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  CallboardDetailsPanel *self = CALLBOARD_DETAILS_PANEL (widget);

  if (self->details != NULL)
    callboard_consent_dialog_present (widget, self->store, self->details);
}

static void
why_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  CallboardDetailsPanel *self = CALLBOARD_DETAILS_PANEL (widget);

  callboard_why_window_present (widget, self->store, self->details->enrolment_id, self->details->name);
}

static gboolean
callboard_details_panel_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CALLBOARD_DETAILS_PANEL (widget)->close_button));
}

static void
callboard_details_panel_dispose (GObject *object)
{
  CallboardDetailsPanel *self = CALLBOARD_DETAILS_PANEL (object);
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_DETAILS_PANEL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->details, callboard_details_free);
  g_clear_object (&self->ticker);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (callboard_details_panel_parent_class)->dispose (object);
}

static void
callboard_details_panel_get_property (GObject    *object,
                                      guint       prop_id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  CallboardDetailsPanel *self = CALLBOARD_DETAILS_PANEL (object);

  switch ((CallboardDetailsPanelProps) prop_id)
    {
    case PROP_FOLDED:
      g_value_set_boolean (value, self->folded);
      break;
    }
}

static void
callboard_details_panel_set_property (GObject      *object,
                                      guint         prop_id,
                                      const GValue *value,
                                      GParamSpec   *pspec)
{
  CallboardDetailsPanel *self = CALLBOARD_DETAILS_PANEL (object);

  switch ((CallboardDetailsPanelProps) prop_id)
    {
    case PROP_FOLDED:
      if (self->folded == g_value_get_boolean (value))
        break;
      self->folded = g_value_get_boolean (value);
      gtk_button_set_icon_name (self->close_button,
                                self->folded ? "go-previous-symbolic" : "sidebar-show-right-symbolic");
      g_object_notify_by_pspec (object, pspec);
      break;
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/details/callboard-details-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardDetailsPanel, answers);
  gtk_widget_class_bind_template_child (widget_class, CallboardDetailsPanel, close_button);
  gtk_widget_class_bind_template_child (widget_class, CallboardDetailsPanel, consent_button);
  gtk_widget_class_bind_template_child (widget_class, CallboardDetailsPanel, consent_icon);
  gtk_widget_class_bind_template_child (widget_class, CallboardDetailsPanel, consent_label);
  gtk_widget_class_bind_template_child (widget_class, CallboardDetailsPanel, conversation);
  gtk_widget_class_bind_template_child (widget_class, CallboardDetailsPanel, files);
  gtk_widget_class_bind_template_child (widget_class, CallboardDetailsPanel, flag);
  gtk_widget_class_bind_template_child (widget_class, CallboardDetailsPanel, flag_label);
  gtk_widget_class_bind_template_child (widget_class, CallboardDetailsPanel, history);
  gtk_widget_class_bind_template_child (widget_class, CallboardDetailsPanel, interview);
  gtk_widget_class_bind_template_child (widget_class, CallboardDetailsPanel, name_label);
  gtk_widget_class_bind_template_child (widget_class, CallboardDetailsPanel, next_label);
  gtk_widget_class_bind_template_child (widget_class, CallboardDetailsPanel, phone_label);
  gtk_widget_class_bind_template_child (widget_class, CallboardDetailsPanel, pill);
  gtk_widget_class_bind_template_child (widget_class, CallboardDetailsPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, CallboardDetailsPanel, stage_label);
}

static void
callboard_details_panel_class_init (CallboardDetailsPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_details_panel_dispose;
  object_class->get_property = callboard_details_panel_get_property;
  object_class->set_property = callboard_details_panel_set_property;
  widget_class->grab_focus = callboard_details_panel_grab_focus;

  properties[PROP_FOLDED] =
    g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (CALLBOARD_TYPE_CONVERSATION);
  g_type_ensure (CALLBOARD_TYPE_FILE_LIST);
  g_type_ensure (CALLBOARD_TYPE_INTERVIEW_BAR);
  g_type_ensure (CALLBOARD_TYPE_RECORD_LIST);
  g_type_ensure (CALLBOARD_TYPE_STATUS_PILL);
  bind_template (widget_class);
  callboard_details_panel_class_init_talk (widget_class);

  gtk_widget_class_install_action (widget_class, "details.edit-person", NULL, edit_person_cb);
  gtk_widget_class_install_action (widget_class, "details.record-consent", NULL, record_consent_cb);
  gtk_widget_class_install_action (widget_class, "details.send-again", NULL, send_again_cb);
  gtk_widget_class_install_action (widget_class, "details.why", NULL, why_cb);
  callboard_file_actions_init (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.close-details", NULL);
}

static void
callboard_details_panel_init (CallboardDetailsPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
callboard_details_panel_new (CallboardStore  *store,
                             CallboardTicker *ticker)
{
  CallboardDetailsPanel *self;

  g_return_val_if_fail (CALLBOARD_IS_STORE (store), NULL);
  g_return_val_if_fail (CALLBOARD_IS_TICKER (ticker), NULL);

  self = g_object_new (CALLBOARD_TYPE_DETAILS_PANEL, NULL);
  self->store = g_object_ref (store);
  self->ticker = g_object_ref (ticker);
  callboard_file_actions_set_store (GTK_WIDGET (self), store);
  callboard_conversation_set_services (self->conversation, store, ticker);
  g_signal_connect_object (ticker, "tick", G_CALLBACK (callboard_details_panel_update_next), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (ticker, "tick", G_CALLBACK (callboard_details_panel_update_talk), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
callboard_details_panel_set_application (CallboardDetailsPanel *self,
                                         gint64                 application)
{
  g_return_if_fail (CALLBOARD_IS_DETAILS_PANEL (self));

  if (self->application == application)
    return;

  self->application = application;
  self->misread = FALSE;
  load (self);
  if (self->details == NULL)
    return;

  callboard_conversation_set_application (self->conversation, application);
  mark_read (self);
}

gint64
callboard_details_panel_get_application (CallboardDetailsPanel *self)
{
  g_return_val_if_fail (CALLBOARD_IS_DETAILS_PANEL (self), 0);

  return self->application;
}

void
callboard_details_panel_apply (CallboardDetailsPanel *self,
                               CallboardChanges      *changes)
{
  g_return_if_fail (CALLBOARD_IS_DETAILS_PANEL (self));

  if (self->application == 0 ||
      !(callboard_changes_has_application (changes, self->application) ||
        callboard_changes_has (changes, CALLBOARD_CHANGED_ACCOUNTS | CALLBOARD_CHANGED_CANDIDATES | CALLBOARD_CHANGED_STAGES)))
    return;

  load (self);
  if (self->details == NULL)
    return;

  callboard_conversation_refresh (self->conversation);
  mark_read (self);
}

void
callboard_details_panel_write (CallboardDetailsPanel *self)
{
  g_return_if_fail (CALLBOARD_IS_DETAILS_PANEL (self));

  gtk_stack_set_visible_child_name (self->stack, "conversation");
  callboard_conversation_write (self->conversation);
}

void
callboard_details_panel_edit_person (CallboardDetailsPanel *self)
{
  g_return_if_fail (CALLBOARD_IS_DETAILS_PANEL (self));

  if (self->details != NULL)
    callboard_person_dialog_present (GTK_WIDGET (self), self->store, self->details);
}
