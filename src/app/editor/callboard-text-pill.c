/* callboard-text-pill.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-text-pill.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "callboard-merge-field.h"

#define TEXT   "callboard-text-pill"
#define ANCHOR "callboard-text-pill-anchor"

const char *
callboard_text_pill_get_text (GtkTextChildAnchor *anchor)
{
  g_return_val_if_fail (GTK_IS_TEXT_CHILD_ANCHOR (anchor), NULL);

  return g_object_get_data (G_OBJECT (anchor), TEXT);
}

static void
show_text (GtkWidget  *pill,
           const char *text)
{
  g_autofree char *name = NULL;
  g_autofree char *fallback = NULL;
  g_autofree char *words = NULL;
  gsize length;

  if (!callboard_merge_field_parse (text, &length, &name, &fallback))
    return;

  words = callboard_merge_field_describe (name, fallback);
  gtk_label_set_text (GTK_LABEL (gtk_menu_button_get_child (GTK_MENU_BUTTON (pill))), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (pill), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_tooltip_text (pill, text);
}

/* The text of the field is another one; whoever watches the buffer reads it anew. */
static void
change (GtkWidget  *pill,
        const char *fallback)
{
  GtkTextChildAnchor *anchor = g_object_get_data (G_OBJECT (pill), ANCHOR);
  GtkTextView *view = GTK_TEXT_VIEW (gtk_widget_get_ancestor (pill, GTK_TYPE_TEXT_VIEW));
  g_autofree char *name = NULL;
  g_autofree char *before = NULL;
  gsize length;

  if (view == NULL || !callboard_merge_field_parse (callboard_text_pill_get_text (anchor), &length, &name, &before))
    return;

  g_object_set_data_full (G_OBJECT (anchor), TEXT, callboard_merge_field_write (name, fallback), g_free);
  show_text (pill, callboard_text_pill_get_text (anchor));
  g_signal_emit_by_name (gtk_text_view_get_buffer (view), "changed");
}

static void
on_fallback_changed_cb (GtkWidget   *pill,
                        GtkEditable *entry)
{
  g_autofree char *fallback = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  /* Nothing else can stand in a field. */
  change (pill, g_strdelimit (fallback, "{}|", ' '));
}

static void
on_remove_clicked_cb (GtkWidget *pill)
{
  GtkTextChildAnchor *anchor = g_object_get_data (G_OBJECT (pill), ANCHOR);
  GtkTextView *view = GTK_TEXT_VIEW (gtk_widget_get_ancestor (pill, GTK_TYPE_TEXT_VIEW));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  gtk_menu_button_popdown (GTK_MENU_BUTTON (pill));
  gtk_widget_grab_focus (GTK_WIDGET (view));
  gtk_text_buffer_get_iter_at_child_anchor (buffer, &start, anchor);
  end = start;
  gtk_text_iter_forward_char (&end);
  gtk_text_buffer_delete (buffer, &start, &end);
}

static void
create_popover_cb (GtkMenuButton *pill,
                   gpointer       user_data)
{
  GtkTextChildAnchor *anchor = g_object_get_data (G_OBJECT (pill), ANCHOR);
  g_autoptr(GtkBuilder) builder = gtk_builder_new_from_resource (APP_PATH "/editor/text-pill.ui");
  GtkWidget *popover = GTK_WIDGET (gtk_builder_get_object (builder, "popover"));
  GObject *entry = gtk_builder_get_object (builder, "fallback");
  g_autofree char *name = NULL;
  g_autofree char *fallback = NULL;
  gsize length;

  if (!callboard_merge_field_parse (callboard_text_pill_get_text (anchor), &length, &name, &fallback))
    return;

  gtk_label_set_text (GTK_LABEL (gtk_builder_get_object (builder, "name")), callboard_merge_field_get_label (name));
  gtk_editable_set_text (GTK_EDITABLE (entry), fallback != NULL ? fallback : "");
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_fallback_changed_cb), pill, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (gtk_menu_button_popdown), pill, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_builder_get_object (builder, "remove"), "clicked", G_CALLBACK (on_remove_clicked_cb), pill,
                           G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (pill, popover);
}

void
callboard_text_pill_insert (GtkTextView *view,
                            GtkTextIter *iter,
                            const char  *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkWidget *pill = gtk_menu_button_new ();
  g_autoptr(GtkTextChildAnchor) anchor = gtk_text_child_anchor_new ();

  gtk_text_buffer_insert_child_anchor (buffer, iter, anchor);
  g_object_set_data_full (G_OBJECT (anchor), TEXT, g_strdup (text), g_free);
  g_object_set_data (G_OBJECT (pill), ANCHOR, anchor);

  gtk_menu_button_set_child (GTK_MENU_BUTTON (pill), gtk_label_new (NULL));
  gtk_widget_add_css_class (pill, "pill-field");
  gtk_widget_add_css_class (pill, "flat");
  gtk_widget_set_cursor_from_name (pill, "default");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (pill), create_popover_cb, NULL, NULL);
  show_text (pill, text);
  gtk_text_view_add_child_at_anchor (view, pill, anchor);
}
