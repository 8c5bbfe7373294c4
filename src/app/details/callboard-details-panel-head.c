/* callboard-details-panel-head.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-details-panel-private.h"
#include "callboard-format.h"
#include "callboard-phone.h"
#include "callboard-records.h"

static gint64
get_now (CallboardDetailsPanel *self)
{
  return callboard_clock_now (callboard_store_get_clock (self->store));
}

void
callboard_details_panel_update_next (CallboardDetailsPanel *self)
{
  g_autofree char *text = NULL;

  if (self->details == NULL)
    return;

  text = self->talk.held ? g_strdup (_("The campaign is paused."))
                         : callboard_records_describe_next (self->details, get_now (self));
  gtk_label_set_label (self->next_label, text);
  callboard_ticker_want (self->ticker, self->details->leaves_at);
}

static char *
describe_consent (const CallboardDetails *details,
                  gint64                  now)
{
  g_autofree char *when = NULL;

  if (details->opted_out_at != 0)
    {
      when = callboard_format_since (details->opted_out_at, now);
      /* Translators: %s is when: "12 March" */
      return g_strdup_printf (_("Opted out · %s"), when);
    }
  if (details->consent_source == NULL)
    return g_strdup (_("No consent recorded: nothing is sent"));

  when = callboard_format_since (details->consent_at, now);

  /* Translators: where an opt-in comes from, and when */
  return g_strdup_printf (_("Opted in: %s · %s"), details->consent_source, when);
}

static void
update_consent (CallboardDetailsPanel *self)
{
  const CallboardDetails *details = self->details;
  gboolean opted_out = details->opted_out_at != 0;
  gboolean missing = !opted_out && details->consent_source == NULL;
  g_autofree char *text = describe_consent (details, get_now (self));

  gtk_image_set_from_icon_name (self->consent_icon, opted_out ? "action-unavailable-symbolic"
                                                    : missing ? "callboard-no-consent-symbolic" : "emblem-ok-symbolic");
  gtk_label_set_label (self->consent_label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->consent_label), details->consent_wording);
  gtk_widget_set_visible (self->consent_button, missing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "details.record-consent", !opted_out);
  if (missing || opted_out)
    gtk_widget_add_css_class (GTK_WIDGET (self->consent_icon), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->consent_icon), "warning");
}

static void
update_status (CallboardDetailsPanel *self)
{
  const CallboardDetails *details = self->details;
  g_autofree char *progress = NULL;

  if (details->total > 0 && details->status != CALLBOARD_STATUS_NONE)
    /* Translators: a stage, and how many of its questions are answered */
    progress = g_strdup_printf (_("%s · %u of %u"), details->stage, details->done, details->total);

  gtk_label_set_label (self->stage_label, progress != NULL ? progress : details->stage);
  callboard_status_pill_set (self->pill, details->status, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->pill), details->status != CALLBOARD_STATUS_NONE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "details.send-again",
                                 details->live && details->stage_type != CALLBOARD_STAGE_REVIEW);
}

/* Marks for a person, never decisions. The one for an answer that was not understood goes from the card once somebody
 * looks; here it stays for as long as they do. */
static void
update_flag (CallboardDetailsPanel *self)
{
  const char *flag = self->details->flag;

  if (g_strcmp0 (flag, "attention") == 0)
    self->misread = TRUE;

  if (self->misread)
    gtk_label_set_label (self->flag_label, _("An answer was not understood, and the campaign waits for you."));
  else if (g_strcmp0 (flag, "next-stage") == 0)
    gtk_label_set_label (self->flag_label, _("The campaign is completed, but the next stage cannot take the card. Move it yourself."));
  else
    gtk_label_set_label (self->flag_label, _("An answer is flagged: have a look at it."));
  gtk_widget_set_visible (self->flag, flag != NULL || self->misread);
}

void
callboard_details_panel_update_head (CallboardDetailsPanel *self)
{
  g_autofree char *phone = callboard_phone_format_international (self->details->phone);

  gtk_label_set_label (self->name_label, self->details->name);
  gtk_label_set_label (self->phone_label, phone);
  update_status (self);
  update_consent (self);
  update_flag (self);
  callboard_interview_bar_show (self->interview, self->store, self->application);
  callboard_details_panel_update_next (self);
}
