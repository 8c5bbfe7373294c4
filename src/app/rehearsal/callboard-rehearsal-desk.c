/* callboard-rehearsal-desk.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-rehearsal-desk.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "callboard-execute.h"
#include "callboard-office.h"
#include "callboard-rehearsal-feed.h"
#include "callboard-rehearsal.h"

#define N_FAULTS (CALLBOARD_REHEARSAL_FAULT_ANSWER_LOST + 1)

struct _CallboardRehearsalDesk
{
  GtkWidget         parent_instance;

  GtkSwitch        *answer_lost;
  GtkWidget        *box;
  AdwExpanderRow   *faults;
  GtkSwitch        *not_on_whatsapp;
  GtkWidget        *not_on_whatsapp_row;
  GtkSwitch        *opted_out;
  GtkSwitch        *provider_down;
  GtkToggleButton  *sms;
  GtkToggleButton  *whatsapp;

  CallboardContext *context;
  guint             filling : 1;
};

G_DEFINE_FINAL_TYPE (CallboardRehearsalDesk, callboard_rehearsal_desk, GTK_TYPE_WIDGET)

/* Shown while the switches are folded away. */
static const char * const descriptions[] = {
  [CALLBOARD_REHEARSAL_FAULT_NONE] = N_("Everything arrives"),
  [CALLBOARD_REHEARSAL_FAULT_NOT_ON_WHATSAPP] = N_("Number is not on WhatsApp"),
  [CALLBOARD_REHEARSAL_FAULT_OPTED_OUT] = N_("Candidates have opted out"),
  [CALLBOARD_REHEARSAL_FAULT_PROVIDER_DOWN] = N_("Provider is down"),
  [CALLBOARD_REHEARSAL_FAULT_ANSWER_LOST] = N_("Provider’s answer is lost"),
};

static GtkSwitch *
get_switch (CallboardRehearsalDesk  *self,
            CallboardRehearsalFault  fault)
{
  switch (fault)
    {
    case CALLBOARD_REHEARSAL_FAULT_NOT_ON_WHATSAPP:
      return self->not_on_whatsapp;
    case CALLBOARD_REHEARSAL_FAULT_OPTED_OUT:
      return self->opted_out;
    case CALLBOARD_REHEARSAL_FAULT_PROVIDER_DOWN:
      return self->provider_down;
    case CALLBOARD_REHEARSAL_FAULT_ANSWER_LOST:
      return self->answer_lost;
    case CALLBOARD_REHEARSAL_FAULT_NONE:
    default:
      return NULL;
    }
}

static void
show_fault (CallboardRehearsalDesk *self)
{
  CallboardRehearsalFault fault = callboard_rehearsal_get_fault (callboard_context_get_rehearsal (self->context));

  self->filling = TRUE;
  for (guint i = 0; i < N_FAULTS; i++)
    {
      if (get_switch (self, i) != NULL)
        gtk_switch_set_active (get_switch (self, i), i == fault);
    }
  adw_expander_row_set_subtitle (self->faults, _(descriptions[fault]));
  self->filling = FALSE;
}

static void
set_fault (CallboardRehearsalDesk  *self,
           CallboardRehearsalFault  fault)
{
  callboard_rehearsal_set_fault (callboard_context_get_rehearsal (self->context), fault);
  show_fault (self);
}

/* One thing goes wrong at a time: a switch that is turned on turns the others off. */
static void
on_switched_cb (CallboardRehearsalDesk *self,
                GParamSpec             *pspec,
                GtkSwitch              *source)
{
  CallboardRehearsalFault fault = CALLBOARD_REHEARSAL_FAULT_NONE;

  g_assert (CALLBOARD_IS_REHEARSAL_DESK (self));

  if (self->context == NULL || self->filling)
    return;

  for (guint i = 0; i < N_FAULTS; i++)
    {
      if (get_switch (self, i) == source && gtk_switch_get_active (source))
        fault = i;
    }

  set_fault (self, fault);
}

static void
on_channel_toggled_cb (CallboardRehearsalDesk *self,
                       GtkToggleButton        *button)
{
  CallboardRendering rendering = gtk_toggle_button_get_active (self->sms) ? CALLBOARD_RENDERING_SMS
                                                                          : CALLBOARD_RENDERING_WHATSAPP;
  gint64 account;

  g_assert (CALLBOARD_IS_REHEARSAL_DESK (self));

  if (self->context == NULL || self->filling || !gtk_toggle_button_get_active (button))
    return;

  account = callboard_context_get_rehearsal_account (self->context);
  callboard_execute (GTK_WIDGET (self), callboard_context_get_store (self->context),
                     callboard_account_rendering_command_new (account, rendering));
}

static void
callboard_rehearsal_desk_dispose (GObject *object)
{
  CallboardRehearsalDesk *self = CALLBOARD_REHEARSAL_DESK (object);

  self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_REHEARSAL_DESK);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (callboard_rehearsal_desk_parent_class)->dispose (object);
}

static void
callboard_rehearsal_desk_class_init (CallboardRehearsalDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_rehearsal_desk_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/rehearsal/callboard-rehearsal-desk.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardRehearsalDesk, answer_lost);
  gtk_widget_class_bind_template_child (widget_class, CallboardRehearsalDesk, box);
  gtk_widget_class_bind_template_child (widget_class, CallboardRehearsalDesk, faults);
  gtk_widget_class_bind_template_child (widget_class, CallboardRehearsalDesk, not_on_whatsapp);
  gtk_widget_class_bind_template_child (widget_class, CallboardRehearsalDesk, not_on_whatsapp_row);
  gtk_widget_class_bind_template_child (widget_class, CallboardRehearsalDesk, opted_out);
  gtk_widget_class_bind_template_child (widget_class, CallboardRehearsalDesk, provider_down);
  gtk_widget_class_bind_template_child (widget_class, CallboardRehearsalDesk, sms);
  gtk_widget_class_bind_template_child (widget_class, CallboardRehearsalDesk, whatsapp);
  gtk_widget_class_bind_template_callback (widget_class, on_channel_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_switched_cb);
}

static void
callboard_rehearsal_desk_init (CallboardRehearsalDesk *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
callboard_rehearsal_desk_refresh (CallboardRehearsalDesk *self)
{
  CallboardRehearsalFault fault;
  gboolean sms;

  g_return_if_fail (CALLBOARD_IS_REHEARSAL_DESK (self));

  sms = callboard_rehearsal_feed_get_rendering (self->context) == CALLBOARD_RENDERING_SMS;
  self->filling = TRUE;
  gtk_toggle_button_set_active (sms ? self->sms : self->whatsapp, TRUE);
  gtk_widget_set_visible (self->not_on_whatsapp_row, !sms);
  self->filling = FALSE;

  fault = callboard_rehearsal_get_fault (callboard_context_get_rehearsal (self->context));
  if (sms && fault == CALLBOARD_REHEARSAL_FAULT_NOT_ON_WHATSAPP)
    set_fault (self, CALLBOARD_REHEARSAL_FAULT_NONE);
}

void
callboard_rehearsal_desk_set_context (CallboardRehearsalDesk *self,
                                      CallboardContext       *context)
{
  g_return_if_fail (CALLBOARD_IS_REHEARSAL_DESK (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  show_fault (self);
  callboard_rehearsal_desk_refresh (self);
}
