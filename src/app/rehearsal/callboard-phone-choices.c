/* callboard-phone-choices.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-phone-choices.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "callboard-json.h"
#include "callboard-render.h"

#define MAX_CHOICES (64 * 1024)

static void
free_choice (CallboardPhoneChoice *choice)
{
  g_free (choice->id);
  g_free (choice->label);
  g_free (choice);
}

GPtrArray *
callboard_phone_choices_parse (const char *choices)
{
  GPtrArray *parsed = g_ptr_array_new_with_free_func ((GDestroyNotify) free_choice);
  g_autoptr(JsonNode) node = NULL;
  JsonArray *array = NULL;

  if (choices != NULL)
    node = callboard_json_parse (choices, -1, MAX_CHOICES, NULL);
  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    array = json_node_get_array (node);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *object = callboard_json_array_get_object (array, i);
      const char *id = callboard_json_get_string (object, "id");
      const char *title = callboard_json_get_string (object, "title");
      CallboardPhoneChoice *choice;

      if (id == NULL || title == NULL)
        continue;

      choice = g_new0 (CallboardPhoneChoice, 1);
      choice->id = g_strdup (id);
      choice->label = g_strdup (title);
      g_ptr_array_add (parsed, choice);
    }

  return parsed;
}

static GtkWidget *
create_button (const char *label,
               const char *icon)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *text = gtk_label_new (label);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (icon != NULL)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));

  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), text);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "choice");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return button;
}

static GtkWidget *
create_buttons (const CallboardPhoneText *text)
{
  g_autoptr(GPtrArray) choices = callboard_phone_choices_parse (text->choices);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  for (guint i = 0; i < choices->len; i++)
    {
      const CallboardPhoneChoice *choice = g_ptr_array_index (choices, i);
      GtkWidget *button = create_button (choice->label, NULL);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "phone.choose");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", choice->id, choice->label);
      gtk_box_append (GTK_BOX (box), button);
    }

  return box;
}

static GtkWidget *
create_opener (const CallboardPhoneText *text)
{
  /* Translators: on a simulated phone, the button that opens a list of answers */
  GtkWidget *button = create_button (_("Choose"), "view-list-bullet-symbolic");

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "phone.open-list");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", text->id);

  return button;
}

GtkWidget *
callboard_phone_choices_new (const CallboardPhoneText *text,
                             CallboardRendering        rendering)
{
  g_return_val_if_fail (text != NULL, NULL);

  if (text->choices == NULL || text->own)
    return NULL;

  switch (callboard_render_form (text->choices, rendering))
    {
    case CALLBOARD_FORM_BUTTONS:
      return create_buttons (text);
    case CALLBOARD_FORM_LIST:
      return create_opener (text);
    case CALLBOARD_FORM_TEXT:
    default:
      return NULL;
    }
}
