/* callboard-phone-view.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-phone-view.h"

#include "callboard-phone-bubble.h"
#include "callboard-rehearsal.h"
#include "callboard-util.h"

struct _CallboardPhoneView
{
  GtkWidget          parent_instance;

  GtkWidget         *box;
  GtkBox            *bubbles;
  GtkEntry          *entry;
  GtkScrolledWindow *scroller;

  CallboardContext  *context;
  gint64             candidate;
  char              *phone;
};

G_DEFINE_FINAL_TYPE (CallboardPhoneView, callboard_phone_view, GTK_TYPE_WIDGET)

static void
reply (CallboardPhoneView *self,
       const char         *text,
       const char         *choice)
{
  if (self->context == NULL || self->phone == NULL || *text == '\0')
    return;

  callboard_rehearsal_reply (callboard_context_get_rehearsal (self->context), self->phone, text, choice);
}

static void
send_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  CallboardPhoneView *self = CALLBOARD_PHONE_VIEW (widget);
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  reply (self, text, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static void
choose_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  const char *id, *title;

  g_variant_get (parameter, "(&s&s)", &id, &title);
  reply (CALLBOARD_PHONE_VIEW (widget), title, id);
}

static void
on_activated_cb (CallboardPhoneView *self,
                 GtkEntry           *entry)
{
  g_assert (CALLBOARD_IS_PHONE_VIEW (self));

  send_cb (GTK_WIDGET (self), NULL, NULL);
}

/* What is new stands at the bottom, once it has a size. */
static void
on_adjustment_changed_cb (CallboardPhoneView *self,
                          GtkAdjustment      *adjustment)
{
  g_assert (CALLBOARD_IS_PHONE_VIEW (self));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
}

static void
callboard_phone_view_dispose (GObject *object)
{
  CallboardPhoneView *self = CALLBOARD_PHONE_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_PHONE_VIEW);
  g_clear_object (&self->context);
  g_clear_pointer (&self->phone, g_free);

  G_OBJECT_CLASS (callboard_phone_view_parent_class)->dispose (object);
}

static void
callboard_phone_view_class_init (CallboardPhoneViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_phone_view_dispose;

  gtk_widget_class_set_css_name (widget_class, "phone");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/dialogs/callboard-phone-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardPhoneView, box);
  gtk_widget_class_bind_template_child (widget_class, CallboardPhoneView, bubbles);
  gtk_widget_class_bind_template_child (widget_class, CallboardPhoneView, entry);
  gtk_widget_class_bind_template_child (widget_class, CallboardPhoneView, scroller);
  gtk_widget_class_bind_template_callback (widget_class, on_activated_cb);
  gtk_widget_class_install_action (widget_class, "phone.choose", "(ss)", choose_cb);
  gtk_widget_class_install_action (widget_class, "phone.send", NULL, send_cb);
}

static void
callboard_phone_view_init (CallboardPhoneView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "changed",
                           G_CALLBACK (on_adjustment_changed_cb), self, G_CONNECT_SWAPPED);
}

void
callboard_phone_view_reload (CallboardPhoneView *self)
{
  g_autoptr(GPtrArray) lines = NULL;
  g_autoptr(GError) error = NULL;
  GtkWidget *child;

  g_return_if_fail (CALLBOARD_IS_PHONE_VIEW (self));

  if (self->context == NULL)
    return;

  lines = callboard_queries_load_phone (callboard_store_get_reader (callboard_context_get_store (self->context)),
                                        callboard_context_get_rehearsal_account (self->context),
                                        self->candidate, &error);
  if (lines == NULL)
    {
      g_warning ("Could not read a rehearsal phone: %s", error->message);
      return;
    }

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->bubbles))) != NULL)
    gtk_box_remove (self->bubbles, child);
  for (guint i = 0; i < lines->len; i++)
    gtk_box_append (self->bubbles, callboard_phone_bubble_new (g_ptr_array_index (lines, i)));
}

void
callboard_phone_view_show (CallboardPhoneView *self,
                           CallboardContext   *context,
                           gint64              candidate,
                           const char         *phone)
{
  g_return_if_fail (CALLBOARD_IS_PHONE_VIEW (self));

  g_set_object (&self->context, context);
  self->candidate = candidate;
  callboard_set_str (&self->phone, phone);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  callboard_phone_view_reload (self);
}
