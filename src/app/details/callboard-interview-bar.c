/* callboard-interview-bar.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-interview-bar.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "callboard-execute.h"
#include "callboard-interview.h"
#include "callboard-locale.h"
#include "callboard-queries-interviews.h"
#include "callboard-when.h"

struct _CallboardInterviewBar
{
  GtkWidget              parent_instance;

  GtkImage              *icon;
  GtkWidget             *menu_button;
  GtkLabel              *place_label;
  GtkLabel              *time_label;

  CallboardStore        *store;
  CallboardInterviewRow *row;
};

G_DEFINE_FINAL_TYPE (CallboardInterviewBar, callboard_interview_bar, GTK_TYPE_WIDGET)

static gint64
get_now (CallboardInterviewBar *self)
{
  return callboard_clock_now (callboard_store_get_clock (self->store)) + self->row->shift;
}

static const char *
get_words (CallboardInterviewBar *self)
{
  if (self->row->state == CALLBOARD_INTERVIEW_CANCELLED)
    return C_("interview", "Cancelled");
  if (self->row->ends_at <= get_now (self))
    return _("Over");

  return self->row->state == CALLBOARD_INTERVIEW_CONFIRMED ? _("Confirmed") : _("Booked");
}

static char *
tell (CallboardInterviewBar *self,
      CallboardWhen          what)
{
  return callboard_when_tell (self->row->starts_at, self->row->zone, callboard_locale_get (), what);
}

static char *
describe_time (CallboardInterviewBar *self)
{
  g_autofree char *day = tell (self, CALLBOARD_WHEN_DAY);
  g_autofree char *time = tell (self, CALLBOARD_WHEN_TIME);

  /* Translators: a day and a time, and whether the interview is booked, confirmed, cancelled or over */
  return g_strdup_printf (_("Interview: %s, %s · %s"), day, time, get_words (self));
}

static char *
describe_place (CallboardInterviewBar *self)
{
  g_autofree char *zone = tell (self, CALLBOARD_WHEN_ZONE);

  if (*self->row->place == '\0')
    /* Translators: whose clock the time is by, and who holds an interview that is a telephone call */
    return g_strdup_printf (_("%s · With %s, by phone"), zone, self->row->interviewer);

  /* Translators: whose clock the time is by, who holds an interview, and where */
  return g_strdup_printf (_("%s · With %s · %s"), zone, self->row->interviewer, self->row->place);
}

static void
update (CallboardInterviewBar *self)
{
  g_autofree char *time = describe_time (self);
  g_autofree char *place = describe_place (self);
  gboolean live = self->row->state == CALLBOARD_INTERVIEW_BOOKED || self->row->state == CALLBOARD_INTERVIEW_CONFIRMED;

  gtk_label_set_label (self->time_label, time);
  gtk_label_set_label (self->place_label, place);
  gtk_image_set_from_icon_name (self->icon, self->row->state == CALLBOARD_INTERVIEW_CONFIRMED
                                            ? "callboard-interview-confirmed-symbolic"
                                            : "callboard-stage-schedule-symbolic");
  gtk_widget_set_visible (self->menu_button, live && self->row->starts_at > get_now (self));
}

static void
rebook_answered_cb (CallboardInterviewBar *self,
                    const char            *response)
{
  g_assert (CALLBOARD_IS_INTERVIEW_BAR (self));

  if (g_str_equal (response, "accept") && self->row != NULL)
    callboard_execute (GTK_WIDGET (self), self->store, callboard_interview_rebook_command_new (self->row->id));
}

static void
call_off_answered_cb (CallboardInterviewBar *self,
                      const char            *response)
{
  g_assert (CALLBOARD_IS_INTERVIEW_BAR (self));

  if (g_str_equal (response, "accept") && self->row != NULL)
    callboard_execute (GTK_WIDGET (self), self->store, callboard_interview_call_off_command_new (self->row->id));
}

static AdwMessageDialog *
ask (CallboardInterviewBar *self,
     const char            *heading,
     const char            *body,
     const char            *accept)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), heading, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "keep", _("_Keep It"), "accept", accept, NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "accept", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "keep");

  return ADW_MESSAGE_DIALOG (dialog);
}

static void
rebook_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  CallboardInterviewBar *self = CALLBOARD_INTERVIEW_BAR (widget);
  g_autofree char *when = NULL;
  g_autofree char *body = NULL;
  AdwMessageDialog *dialog;

  if (self->row == NULL)
    return;

  when = callboard_interview_row_tell (self->row);
  /* Translators: when the interview is, then the candidate's name */
  body = g_strdup_printf (_("%s is free again, and %s is asked at once to choose another time."), when, self->row->name);
  dialog = ask (self, _("Ask for Another Time?"), body, _("_Ask to Rebook"));
  g_signal_connect_object (dialog, "response", G_CALLBACK (rebook_answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
call_off_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  CallboardInterviewBar *self = CALLBOARD_INTERVIEW_BAR (widget);
  g_autofree char *when = NULL;
  g_autofree char *body = NULL;
  AdwMessageDialog *dialog;

  if (self->row == NULL)
    return;

  when = callboard_interview_row_tell (self->row);
  /* Translators: when the interview is, then the candidate's name */
  body = g_strdup_printf (_("%s is free again, and %s is told at once."), when, self->row->name);
  dialog = ask (self, _("Cancel the Interview?"), body, _("_Cancel Interview"));
  g_signal_connect_object (dialog, "response", G_CALLBACK (call_off_answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
callboard_interview_bar_dispose (GObject *object)
{
  CallboardInterviewBar *self = CALLBOARD_INTERVIEW_BAR (object);
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_INTERVIEW_BAR);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->row, callboard_interview_row_free);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (callboard_interview_bar_parent_class)->dispose (object);
}

static void
callboard_interview_bar_class_init (CallboardInterviewBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_interview_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/details/callboard-interview-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardInterviewBar, icon);
  gtk_widget_class_bind_template_child (widget_class, CallboardInterviewBar, menu_button);
  gtk_widget_class_bind_template_child (widget_class, CallboardInterviewBar, place_label);
  gtk_widget_class_bind_template_child (widget_class, CallboardInterviewBar, time_label);

  gtk_widget_class_install_action (widget_class, "interview.call-off", NULL, call_off_cb);
  gtk_widget_class_install_action (widget_class, "interview.rebook", NULL, rebook_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
callboard_interview_bar_init (CallboardInterviewBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
callboard_interview_bar_show (CallboardInterviewBar *self,
                              CallboardStore        *store,
                              gint64                 application)
{
  g_autoptr(GError) error = NULL;

  g_return_if_fail (CALLBOARD_IS_INTERVIEW_BAR (self));
  g_return_if_fail (CALLBOARD_IS_STORE (store));

  g_set_object (&self->store, store);
  g_clear_pointer (&self->row, callboard_interview_row_free);
  self->row = callboard_queries_load_interview (callboard_store_get_reader (store), application, &error);
  if (error != NULL)
    g_warning ("Could not read an interview: %s", error->message);

  gtk_widget_set_visible (GTK_WIDGET (self), self->row != NULL);
  if (self->row != NULL)
    update (self);
}
