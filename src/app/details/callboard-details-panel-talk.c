/* callboard-details-panel-talk.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-details-panel-private.h"
#include "callboard-execute.h"
#include "callboard-format.h"
#include "callboard-takeover.h"

static const char *
find_refusal (CallboardDetailsPanel *self,
              gint64                 now)
{
  if (self->details->opted_out_at != 0)
    return _("This person opted out. Only they can change that, by writing START.");

  if (!self->talk.has_window || self->talk.window_closes_at > now)
    return NULL;

  if (self->talk.window_closes_at == 0)
    return _("On WhatsApp you can write freely once this person has written to you.");

  return _("This person wrote more than 24 hours ago. On WhatsApp you can write freely again once they reply.");
}

static void
update_takeover (CallboardDetailsPanel *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->takeover_button), self->talk.can_hold);
  gtk_widget_set_visible (self->takeover_mark, self->talk.held);
  gtk_button_set_label (self->takeover_button, self->talk.held ? _("_Hand Back") : _("_Pause Campaign"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->takeover_button),
                                  self->talk.held ? "details.hand-back" : "details.hold");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "details.hold", self->talk.can_hold && !self->talk.held);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "details.hand-back", self->talk.held);
}

static void
hold_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  CallboardDetailsPanel *self = CALLBOARD_DETAILS_PANEL (widget);

  callboard_execute (widget, self->store, callboard_hold_command_new (self->application));
}

static void
hand_back_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  CallboardDetailsPanel *self = CALLBOARD_DETAILS_PANEL (widget);

  callboard_execute (widget, self->store, callboard_hand_back_command_new (self->application));
}

void
callboard_details_panel_class_init_talk (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CallboardDetailsPanel, takeover_button);
  gtk_widget_class_bind_template_child (widget_class, CallboardDetailsPanel, takeover_mark);
  gtk_widget_class_install_action (widget_class, "details.hold", NULL, hold_cb);
  gtk_widget_class_install_action (widget_class, "details.hand-back", NULL, hand_back_cb);
}

void
callboard_details_panel_load_talk (CallboardDetailsPanel *self)
{
  g_autoptr(GError) error = NULL;

  if (!callboard_queries_load_talk (callboard_store_get_reader (self->store), self->application, &self->talk, &error))
    g_warning ("Could not read who talks: %s", error->message);

  update_takeover (self);
  callboard_details_panel_update_talk (self);
}

static char *
describe_window (gint64 closes_at,
                 gint64 now)
{
  int minutes = (closes_at - now + CALLBOARD_MINUTE - 1) / CALLBOARD_MINUTE;
  g_autofree char *until = NULL;

  if (minutes <= 60)
    return g_strdup_printf (ngettext ("Free messages for %d more minute", "Free messages for %d more minutes", minutes),
                            minutes);

  until = callboard_format_deadline (closes_at, now);

  /* Translators: until when typed messages may be sent on WhatsApp; %s is "14:20" or "tomorrow 14:20" */
  return g_strdup_printf (_("Free messages until %s"), until);
}

/* The countdown goes on with the ticker. */
void
callboard_details_panel_update_talk (CallboardDetailsPanel *self)
{
  gint64 now = callboard_clock_now (callboard_store_get_clock (self->store));
  g_autofree char *note = NULL;

  if (self->details == NULL)
    return;

  callboard_conversation_set_refusal (self->conversation, find_refusal (self, now));
  if (self->talk.has_window && self->talk.window_closes_at > now)
    {
      note = describe_window (self->talk.window_closes_at, now);
      callboard_ticker_want (self->ticker, self->talk.window_closes_at);
    }

  callboard_conversation_set_note (self->conversation, note);
}
