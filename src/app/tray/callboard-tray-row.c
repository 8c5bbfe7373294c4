/* callboard-tray-row.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-tray-row.h"

#include <glib/gi18n.h>

#include "callboard-format.h"
#include "callboard-remedy.h"

struct _CallboardTrayRow
{
  GtkListBoxRow      parent_instance;

  GtkWidget         *buttons;
  GtkLabel          *place;
  GtkLabel          *text;
  GtkLabel          *title;
  GtkLabel          *when;

  CallboardTrayItem *item;
  CallboardTicker   *ticker;
};

G_DEFINE_FINAL_TYPE (CallboardTrayRow, callboard_tray_row, GTK_TYPE_LIST_BOX_ROW)

static void
add_button (CallboardTrayRow *self,
            const char       *label,
            const char       *action,
            GVariant         *target)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->buttons), button);
  gtk_widget_show (self->buttons);
}

static void
set_label (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* "Barista · Interview" */
static void
set_place (CallboardTrayRow *self,
           const char       *job,
           const char       *stage)
{
  g_autofree char *place = NULL;

  if (job != NULL && stage != NULL)
    place = g_strdup_printf ("%s · %s", job, stage);

  set_label (self->place, place != NULL ? place : job);
}

static char *
describe_leaving (CallboardTrayRow *self,
                  gint64            at)
{
  g_autofree char *until = callboard_format_until (at, callboard_clock_now (callboard_ticker_get_clock (self->ticker)));

  callboard_ticker_want (self->ticker, at);

  /* Translators: when a message leaves; %s is "in 20 s", "at 09:00" or "now" */
  return g_strdup_printf (_("leaves %s"), until);
}

static char *
describe_lateness (CallboardTrayRow         *self,
                   const CallboardOutboxRow *message)
{
  gint64 now = callboard_clock_now (callboard_ticker_get_clock (self->ticker));
  g_autofree char *since = callboard_format_since (message->leaves_at, now);

  /* Translators: when a message should have left; %s is "17:23", "5 min ago" or "12 March" */
  return g_strdup_printf (_("was due: %s"), since);
}

static char *
describe_wait (CallboardTrayRow         *self,
               const CallboardOutboxRow *message)
{
  switch (message->wait)
    {
    case CALLBOARD_WAIT_QUEUED:
      return g_strdup (_("after another campaign"));
    case CALLBOARD_WAIT_ACCOUNT:
      return g_strdup (_("account is paused"));
    case CALLBOARD_WAIT_REPLY:
      return g_strdup (_("waits for a reply"));
    case CALLBOARD_WAIT_HELD:
      return g_strdup (_("campaign is paused"));
    case CALLBOARD_WAIT_LATE:
      return describe_lateness (self, message);
    case CALLBOARD_WAIT_NONE:
    case CALLBOARD_WAIT_RETRY:
    case CALLBOARD_WAIT_TIME:
    default:
      return describe_leaving (self, message->leaves_at);
    }
}

/* When it leaves, or when it could not be delivered; 0 if there is no such time. */
static gint64
get_time (CallboardTrayRow *self)
{
  const CallboardOutboxRow *message = callboard_tray_item_get_message (self->item);
  const CallboardOutboxGroup *drop = callboard_tray_item_get_drop (self->item);

  if (message != NULL && message->state == CALLBOARD_MESSAGE_WAITING)
    return message->leaves_at;
  if (message != NULL)
    return message->sent_at != 0 ? message->sent_at : message->changed_at;

  return drop != NULL ? drop->leaves_at : 0;
}

/* What the recruiter looks for at the provider, or asks the candidate about. */
static char *
describe_sent (CallboardTrayRow         *self,
               const CallboardOutboxRow *message)
{
  gint64 now = callboard_clock_now (callboard_ticker_get_clock (self->ticker));
  g_autofree char *since = callboard_format_since (get_time (self), now);

  /* Translators: when a message was sent; %s is "17:23", "5 min ago" or "12 March" */
  return g_strdup_printf (_("sent: %s"), since);
}

/* Where nothing helps, the list has said why, and the day is left. */
static char *
describe_failure (CallboardTrayRow         *self,
                  const CallboardOutboxRow *message)
{
  if (callboard_failure_get_remedy (message->failure) == CALLBOARD_REMEDY_NONE)
    return callboard_format_since (get_time (self), callboard_clock_now (callboard_ticker_get_clock (self->ticker)));

  return g_strdup (callboard_failure_get_words (message->failure));
}

static void
update_when (CallboardTrayRow *self)
{
  const CallboardOutboxRow *message = callboard_tray_item_get_message (self->item);
  const CallboardOutboxGroup *drop = callboard_tray_item_get_drop (self->item);
  gint64 at = get_time (self);
  g_autofree char *exactly = at != 0 ? callboard_format_exactly (at) : NULL;
  g_autofree char *text = NULL;

  if (message != NULL && message->state == CALLBOARD_MESSAGE_FAILED)
    text = describe_failure (self, message);
  else if (message != NULL && message->state == CALLBOARD_MESSAGE_UNKNOWN)
    text = describe_sent (self, message);
  else if (message != NULL && message->state == CALLBOARD_MESSAGE_WAITING)
    text = describe_wait (self, message);
  else if (drop != NULL)
    text = describe_leaving (self, drop->leaves_at);

  set_label (self->when, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->when), exactly);
}

static void
fill_fault (CallboardTrayRow         *self,
            const CallboardOutboxRow *message)
{
  CallboardRemedy remedy = callboard_failure_get_remedy (message->failure);
  const char *label = callboard_remedy_get_label (remedy);
  g_autofree char *why = callboard_failure_describe (message->failure, message->failure_code);

  set_label (self->text, remedy != CALLBOARD_REMEDY_NONE ? why : NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->text), message->failure_detail);
  gtk_label_set_lines (self->text, 3);
  if (remedy != CALLBOARD_REMEDY_NONE)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->when), "dim-label");
      gtk_widget_add_css_class (GTK_WIDGET (self->when), "error");
    }
  if (label != NULL && message->application_id != 0)
    add_button (self, label, "win.remedy", g_variant_new ("(xi)", message->application_id, (int) remedy));
}

static void
add_late_buttons (CallboardTrayRow         *self,
                  const CallboardOutboxRow *message)
{
  add_button (self, _("_Send Now"), "win.answer-late", g_variant_new ("(xb)", message->message_id, TRUE));
  add_button (self, _("Do _Not Send"), "win.answer-late", g_variant_new ("(xb)", message->message_id, FALSE));
}

static void
fill_message (CallboardTrayRow         *self,
              const CallboardOutboxRow *message)
{
  set_label (self->title, message->name);
  set_place (self, message->job, message->stage);
  set_label (self->text, message->body);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), message->application_id != 0);

  if (message->state == CALLBOARD_MESSAGE_FAILED)
    fill_fault (self, message);
  if (message->wait == CALLBOARD_WAIT_LATE)
    add_late_buttons (self, message);
  if (message->state == CALLBOARD_MESSAGE_UNKNOWN)
    {
      add_button (self, _("It _Arrived"), "win.resolve", g_variant_new ("(xb)", message->message_id, TRUE));
      add_button (self, _("_Send Again"), "win.resolve", g_variant_new ("(xb)", message->message_id, FALSE));
    }
}

static void
fill_drop (CallboardTrayRow           *self,
           const CallboardOutboxGroup *drop)
{
  g_autofree char *title = g_strdup_printf (ngettext ("%'u first message for “%s”", "%'u first messages for “%s”",
                                                      drop->count), drop->count, drop->stage);

  set_label (self->title, title);
  set_place (self, drop->job, NULL);
  set_label (self->text, NULL);
}

static void
fill_account (CallboardTrayRow          *self,
              const CallboardAccountRow *account)
{
  /* Translators: the name of an account */
  g_autofree char *title = g_strdup_printf (_("“%s” is paused"), account->name);
  g_autofree char *waiting = g_strdup_printf (ngettext ("%'u message waits", "%'u messages wait", account->waiting),
                                              account->waiting);

  set_label (self->title, title);
  set_label (self->place, waiting);
  set_label (self->text, account->pause_reason);
  gtk_label_set_lines (self->text, 4);
  add_button (self, _("Check _Account…"), "win.show-accounts", NULL);
  add_button (self, _("_Resume"), "win.resume-account", g_variant_new_int64 (account->id));
}

static void
fill (CallboardTrayRow *self)
{
  const CallboardOutboxRow *message = callboard_tray_item_get_message (self->item);
  const CallboardOutboxGroup *drop = callboard_tray_item_get_drop (self->item);
  const CallboardAccountRow *account = callboard_tray_item_get_account (self->item);
  g_autofree char *name = NULL;

  if (message != NULL)
    fill_message (self, message);
  if (drop != NULL)
    fill_drop (self, drop);
  if (account != NULL)
    fill_account (self, account);
  if (callboard_tray_item_get_batch (self->item) != 0)
    add_button (self, _("_Undo"), "win.undo-batch", g_variant_new_int64 (callboard_tray_item_get_batch (self->item)));
  update_when (self);

  name = g_strjoin (", ", gtk_label_get_label (self->title), gtk_label_get_label (self->place),
                    gtk_label_get_label (self->text), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
callboard_tray_row_dispose (GObject *object)
{
  CallboardTrayRow *self = CALLBOARD_TRAY_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_TRAY_ROW);
  g_clear_object (&self->item);
  g_clear_object (&self->ticker);

  G_OBJECT_CLASS (callboard_tray_row_parent_class)->dispose (object);
}

static void
callboard_tray_row_class_init (CallboardTrayRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_tray_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/tray/callboard-tray-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardTrayRow, buttons);
  gtk_widget_class_bind_template_child (widget_class, CallboardTrayRow, place);
  gtk_widget_class_bind_template_child (widget_class, CallboardTrayRow, text);
  gtk_widget_class_bind_template_child (widget_class, CallboardTrayRow, title);
  gtk_widget_class_bind_template_child (widget_class, CallboardTrayRow, when);
}

static void
callboard_tray_row_init (CallboardTrayRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
callboard_tray_row_new (CallboardTrayItem *item,
                        CallboardTicker   *ticker)
{
  CallboardTrayRow *self;

  g_return_val_if_fail (CALLBOARD_IS_TRAY_ITEM (item), NULL);
  g_return_val_if_fail (CALLBOARD_IS_TICKER (ticker), NULL);

  self = g_object_new (CALLBOARD_TYPE_TRAY_ROW, NULL);
  self->item = g_object_ref (item);
  self->ticker = g_object_ref (ticker);
  fill (self);
  g_signal_connect_object (ticker, "tick", G_CALLBACK (update_when), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

CallboardTrayItem *
callboard_tray_row_get_item (CallboardTrayRow *self)
{
  g_return_val_if_fail (CALLBOARD_IS_TRAY_ROW (self), NULL);

  return self->item;
}
