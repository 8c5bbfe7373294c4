/* callboard-add-dialog-hints.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-add-dialog-private.h"

#include "callboard-country.h"
#include "callboard-phone.h"
#include "callboard-sending.h"

/* What the form says while it is filled in: the number that was understood, and what will happen. */

char *
callboard_add_dialog_dup_text (gpointer editable)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (editable)));
}

CallboardStageInfo *
callboard_add_dialog_get_stage (CallboardAddDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->stage);

  return selected < self->stages->len ? g_ptr_array_index (self->stages, selected) : NULL;
}

static char *
describe_outlook (CallboardAddDialog    *self,
                  CallboardCandidateRow *known)
{
  const CallboardStageInfo *stage = callboard_add_dialog_get_stage (self);
  gboolean consent = gtk_switch_get_active (self->consent) || (known != NULL && known->consent);

  if (known != NULL && known->opted_out)
    return g_strdup (_("Nothing is sent: this person asked for no more messages."));
  if (stage == NULL || stage->type == CALLBOARD_STAGE_REVIEW)
    return stage ? callboard_sending_describe (callboard_store_get_reader (self->store), stage, 1) : g_strdup ("");
  if (!gtk_switch_get_active (self->sends))
    return g_strdup (_("Nothing is sent."));
  if (!consent)
    return g_strdup (_("Nothing is sent: a first message needs the person’s agreement."));

  return callboard_sending_describe (callboard_store_get_reader (self->store), stage, 1);
}

static void
update_outlook (CallboardAddDialog *self)
{
  CallboardDb *db = callboard_store_get_reader (self->store);
  g_autoptr(CallboardCandidateRow) known = NULL;
  g_autofree char *outlook = NULL;
  g_autofree char *text = NULL;

  if (self->number != NULL)
    known = callboard_queries_find_candidate (db, self->number, NULL);

  outlook = describe_outlook (self, known);
  if (known != NULL)
    text = g_strdup_printf (_("This number belongs to %s, whose name is kept. %s"), known->name, outlook);

  gtk_label_set_text (self->outlook, text ? text : outlook);
}

static void
set_hint (CallboardAddDialog *self,
          const char         *text,
          gboolean            fault)
{
  gtk_label_set_text (self->phone_hint, text);
  gtk_widget_set_visible (GTK_WIDGET (self->phone_hint), *text != '\0');
  if (fault)
    gtk_widget_add_css_class (GTK_WIDGET (self->phone_hint), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->phone_hint), "error");
}

/* Says at once which number will be used, and what was assumed. */
static void
update_phone (CallboardAddDialog *self)
{
  g_autofree char *text = callboard_add_dialog_dup_text (self->phone);
  g_autofree char *assumed = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *name = NULL;
  g_autofree char *hint = NULL;
  g_autoptr(GError) error = NULL;

  g_free (self->number);
  self->number = callboard_phone_normalise (text, self->country, &assumed, &error);

  if (self->number == NULL)
    {
      set_hint (self, *text == '\0' ? "" : error->message, TRUE);
      return;
    }

  shown = callboard_phone_format_international (self->number);
  if (assumed != NULL)
    {
      name = callboard_country_get_name (assumed);
      hint = g_strdup_printf (_("%s assumed: %s"), name, shown);
    }
  set_hint (self, hint ? hint : shown, FALSE);
}

/* A stage without a campaign has nothing to send, whatever was chosen for another. */
static void
update_sends (CallboardAddDialog *self)
{
  const CallboardStageInfo *stage = callboard_add_dialog_get_stage (self);
  gboolean can_send = stage != NULL && stage->type != CALLBOARD_STAGE_REVIEW;

  if (gtk_widget_get_sensitive (self->sends_row) == can_send)
    return;

  if (!can_send)
    self->would_send = gtk_switch_get_active (self->sends);
  gtk_widget_set_sensitive (self->sends_row, can_send);
  gtk_switch_set_active (self->sends, can_send && self->would_send);
}

void
callboard_add_dialog_update_hints (CallboardAddDialog *self)
{
  update_sends (self);
  update_phone (self);
  update_outlook (self);
}
