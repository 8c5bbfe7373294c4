/* callboard-phone-view.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-phone-view-private.h"

#include <glib/gi18n.h>

#include "callboard-clock.h"
#include "callboard-format.h"
#include "callboard-phone-bubble.h"

G_DEFINE_FINAL_TYPE (CallboardPhoneView, callboard_phone_view, GTK_TYPE_WIDGET)

enum {
  CHOSEN,
  REPLY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  CallboardPhoneView *self = CALLBOARD_PHONE_VIEW (user_data);
  GtkWidget *bubble = callboard_phone_bubble_new (item, gtk_label_get_label (self->contact), self->rendering);
  GtkWidget *row = gtk_list_box_row_new ();

  g_object_set_data_full (G_OBJECT (row), "message", g_object_ref (item), g_object_unref);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), !gtk_widget_get_visible (GTK_WIDGET (self->keys)));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), bubble);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, bubble, NULL, -1);
  callboard_phone_view_show_mark (self, row);

  return row;
}

static gint64
get_time_of_row (GtkListBoxRow *row)
{
  return callboard_phone_message_get_text (g_object_get_data (G_OBJECT (row), "message"))->at;
}

/* The day stands above its first message. */
static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       user_data)
{
  CallboardPhoneView *self = CALLBOARD_PHONE_VIEW (user_data);
  gint64 at = get_time_of_row (row);
  g_autofree char *day = callboard_format_day (at, self->now);
  GtkWidget *label;

  if (at == 0 || (before != NULL && callboard_format_is_same_day (at, get_time_of_row (before))))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = gtk_label_new (day);
  gtk_widget_set_halign (label, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "day");
  gtk_list_box_row_set_header (row, label);
}

static CallboardPhoneMessage *
find_message (CallboardPhoneView *self,
              gint64              id)
{
  for (guint i = 0; self->messages != NULL && i < g_list_model_get_n_items (self->messages); i++)
    {
      g_autoptr(CallboardPhoneMessage) message = g_list_model_get_item (self->messages, i);

      if (callboard_phone_message_get_text (message)->id == id)
        return g_steal_pointer (&message);
    }

  return NULL;
}

static void
on_send_cb (CallboardPhoneView        *self,
            const CallboardPhoneReply *reply)
{
  g_assert (CALLBOARD_IS_PHONE_VIEW (self));

  self->at_end = TRUE;
  g_signal_emit (self, signals[REPLY], 0, reply);
}

static void
choose_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  CallboardPhoneReply reply = { 0 };

  g_variant_get (parameter, "(&s&s)", &reply.choice, &reply.text);
  on_send_cb (CALLBOARD_PHONE_VIEW (widget), &reply);
}

static void
open_list_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  CallboardPhoneView *self = CALLBOARD_PHONE_VIEW (widget);
  g_autoptr(CallboardPhoneMessage) message = find_message (self, g_variant_get_int64 (parameter));

  if (message != NULL)
    callboard_phone_sheet_open (self->sheet, callboard_phone_message_get_text (message)->choices);
}

static void
quote_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  CallboardPhoneView *self = CALLBOARD_PHONE_VIEW (widget);
  g_autoptr(CallboardPhoneMessage) message = find_message (self, g_variant_get_int64 (parameter));

  if (message != NULL)
    callboard_phone_keys_set_quote (self->keys, callboard_phone_message_get_text (message)->id,
                                    callboard_phone_message_get_text (message)->body);
}

static gboolean
on_dropped_cb (CallboardPhoneView *self,
               const GValue       *value)
{
  g_assert (CALLBOARD_IS_PHONE_VIEW (self));

  if (!gtk_widget_get_visible (GTK_WIDGET (self->keys)))
    return FALSE;

  for (GSList *l = g_value_get_boxed (value); l != NULL; l = l->next)
    callboard_phone_keys_add_file (self->keys, l->data);

  return TRUE;
}

static void
on_row_activated_cb (CallboardPhoneView *self,
                     GtkListBoxRow      *row)
{
  g_assert (CALLBOARD_IS_PHONE_VIEW (self));

  g_signal_emit (self, signals[CHOSEN], 0, callboard_phone_view_get_id (GTK_WIDGET (row)));
}

static void
callboard_phone_view_dispose (GObject *object)
{
  CallboardPhoneView *self = CALLBOARD_PHONE_VIEW (object);

  callboard_phone_view_clear_place (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_PHONE_VIEW);
  g_clear_object (&self->messages);

  G_OBJECT_CLASS (callboard_phone_view_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/rehearsal/callboard-phone-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardPhoneView, avatar);
  gtk_widget_class_bind_template_child (widget_class, CallboardPhoneView, box);
  gtk_widget_class_bind_template_child (widget_class, CallboardPhoneView, channel);
  gtk_widget_class_bind_template_child (widget_class, CallboardPhoneView, clock);
  gtk_widget_class_bind_template_child (widget_class, CallboardPhoneView, contact);
  gtk_widget_class_bind_template_child (widget_class, CallboardPhoneView, date);
  gtk_widget_class_bind_template_child (widget_class, CallboardPhoneView, keys);
  gtk_widget_class_bind_template_child (widget_class, CallboardPhoneView, list);
  gtk_widget_class_bind_template_child (widget_class, CallboardPhoneView, scroller);
  gtk_widget_class_bind_template_child (widget_class, CallboardPhoneView, sheet);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_send_cb);
}

static void
callboard_phone_view_class_init (CallboardPhoneViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_phone_view_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[REPLY] = g_signal_new ("reply", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (CALLBOARD_TYPE_PHONE_KEYS);
  g_type_ensure (CALLBOARD_TYPE_PHONE_SHEET);
  gtk_widget_class_set_css_name (widget_class, "phone");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "phone.choose", "(ss)", choose_cb);
  gtk_widget_class_install_action (widget_class, "phone.open-list", "x", open_list_cb);
  gtk_widget_class_install_action (widget_class, "phone.quote", "x", quote_cb);
}

static void
callboard_phone_view_init (CallboardPhoneView *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));

  self->at_end = TRUE;
  gtk_list_box_set_header_func (self->list, update_header, self, NULL);

  /* Before the text view, which would take the names of the files as text. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));

  callboard_phone_view_init_place (self);
}

/* The rows are made anew. */
static void
bind (CallboardPhoneView *self)
{
  gtk_list_box_bind_model (self->list, self->messages, create_row, self, NULL);
}

void
callboard_phone_view_set_messages (CallboardPhoneView *self,
                                   GListModel         *messages)
{
  g_return_if_fail (CALLBOARD_IS_PHONE_VIEW (self));

  if (!g_set_object (&self->messages, messages))
    return;

  self->at_end = gtk_widget_get_visible (GTK_WIDGET (self->keys));
  callboard_phone_sheet_close (self->sheet);
  callboard_phone_keys_clear (self->keys);
  bind (self);
}

void
callboard_phone_view_set_rendering (CallboardPhoneView *self,
                                    CallboardRendering  rendering)
{
  gboolean sms = rendering == CALLBOARD_RENDERING_SMS;

  g_return_if_fail (CALLBOARD_IS_PHONE_VIEW (self));

  gtk_label_set_label (self->channel, sms ? _("SMS") : _("WhatsApp"));
  gtk_widget_remove_css_class (GTK_WIDGET (self), sms ? "whatsapp" : "sms");
  gtk_widget_add_css_class (GTK_WIDGET (self), sms ? "sms" : "whatsapp");
  if (self->rendering == rendering)
    return;

  self->rendering = rendering;
  bind (self);
}

void
callboard_phone_view_set_contact (CallboardPhoneView *self,
                                  const char         *contact)
{
  g_return_if_fail (CALLBOARD_IS_PHONE_VIEW (self));
  g_return_if_fail (contact != NULL);

  if (g_str_equal (gtk_label_get_label (self->contact), contact))
    return;

  gtk_label_set_label (self->contact, contact);
  adw_avatar_set_text (self->avatar, contact);
  bind (self);
}

void
callboard_phone_view_set_time (CallboardPhoneView *self,
                               gint64              now)
{
  g_autofree char *hour = callboard_format_hour (now);
  g_autofree char *day = NULL;
  gboolean another;

  g_return_if_fail (CALLBOARD_IS_PHONE_VIEW (self));

  another = !callboard_format_is_same_day (self->now, now);
  self->now = now;
  day = callboard_format_date (now);
  gtk_label_set_label (self->clock, hour);
  gtk_label_set_label (self->date, day);
  if (another)
    gtk_list_box_invalidate_headers (self->list);
}

void
callboard_phone_view_take_focus (CallboardPhoneView *self)
{
  g_return_if_fail (CALLBOARD_IS_PHONE_VIEW (self));

  callboard_phone_keys_take_focus (self->keys);
}

void
callboard_phone_view_set_writable (CallboardPhoneView *self,
                                   gboolean            writable)
{
  g_return_if_fail (CALLBOARD_IS_PHONE_VIEW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->keys), writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "phone.quote", writable);
  self->at_end = writable;
  if (writable)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "preview");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "preview");
  bind (self);
}
