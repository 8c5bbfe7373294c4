/* callboard-phone-bubble.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-phone-bubble.h"

#include "callboard-format.h"
#include "callboard-json.h"

#define MAX_CHOICES (64 * 1024)

struct _CallboardPhoneBubble
{
  GtkWidget  parent_instance;

  GtkLabel  *body;
  GtkWidget *box;
  GtkBox    *choices;
  GtkLabel  *receipt;
};

G_DEFINE_FINAL_TYPE (CallboardPhoneBubble, callboard_phone_bubble, GTK_TYPE_WIDGET)

static void
callboard_phone_bubble_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CALLBOARD_TYPE_PHONE_BUBBLE);

  G_OBJECT_CLASS (callboard_phone_bubble_parent_class)->dispose (object);
}

static void
callboard_phone_bubble_class_init (CallboardPhoneBubbleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_phone_bubble_dispose;

  gtk_widget_class_set_css_name (widget_class, "phonebubble");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/dialogs/callboard-phone-bubble.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardPhoneBubble, body);
  gtk_widget_class_bind_template_child (widget_class, CallboardPhoneBubble, box);
  gtk_widget_class_bind_template_child (widget_class, CallboardPhoneBubble, choices);
  gtk_widget_class_bind_template_child (widget_class, CallboardPhoneBubble, receipt);
}

static void
callboard_phone_bubble_init (CallboardPhoneBubble *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static const char *
describe_state (CallboardMessageState state)
{
  switch (state)
    {
    case CALLBOARD_MESSAGE_ACCEPTED:
    case CALLBOARD_MESSAGE_SENT:
      return _("Sent");
    case CALLBOARD_MESSAGE_DELIVERED:
      return _("Delivered");
    case CALLBOARD_MESSAGE_READ:
      return _("Read");
    case CALLBOARD_MESSAGE_UNKNOWN:
      return _("Arrived, but the answer was lost");
    case CALLBOARD_MESSAGE_WAITING:
    case CALLBOARD_MESSAGE_CLAIMED:
    case CALLBOARD_MESSAGE_FAILED:
    case CALLBOARD_MESSAGE_CANCELLED:
    case CALLBOARD_MESSAGE_RECEIVED:
      break;
    }

  return NULL;
}

static void
add_choices (CallboardPhoneBubble *self,
             const char           *text)
{
  g_autofree char *document = g_strdup_printf ("{\"choices\":%s}", text);
  g_autoptr(JsonObject) object = callboard_json_parse_object (document, -1, MAX_CHOICES, NULL);
  JsonArray *array = object ? callboard_json_get_array (object, "choices") : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *choice = callboard_json_array_get_object (array, i);
      const char *id = callboard_json_get_string (choice, "id");
      const char *title = callboard_json_get_string (choice, "title");
      GtkWidget *button;

      if (id == NULL || title == NULL)
        continue;

      button = gtk_button_new_with_label (title);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "phone.choose");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", id, title);
      gtk_box_append (self->choices, button);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->choices), gtk_widget_get_first_child (GTK_WIDGET (self->choices)) != NULL);
}

GtkWidget *
callboard_phone_bubble_new (const CallboardPhoneLine *line)
{
  CallboardPhoneBubble *self = g_object_new (CALLBOARD_TYPE_PHONE_BUBBLE, NULL);
  const char *state;
  g_autofree char *hour = NULL;
  g_autofree char *receipt = NULL;

  g_return_val_if_fail (line != NULL, GTK_WIDGET (self));

  state = line->from_candidate ? NULL : describe_state (line->state);
  hour = callboard_format_hour (line->at);
  receipt = state ? g_strdup_printf ("%s · %s", hour, state) : g_strdup (hour);

  gtk_label_set_text (self->body, line->body ? line->body : "");
  gtk_label_set_text (self->receipt, receipt);
  gtk_widget_set_halign (self->box, line->from_candidate ? GTK_ALIGN_END : GTK_ALIGN_START);
  gtk_widget_set_halign (GTK_WIDGET (self->receipt), line->from_candidate ? GTK_ALIGN_END : GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self), line->from_candidate ? "own" : "received");
  if (line->choices != NULL && !line->answered && !line->from_candidate)
    add_choices (self, line->choices);

  return GTK_WIDGET (self);
}
