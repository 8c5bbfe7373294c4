/* callboard-why-window.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-why-window.h"

#include <glib/gi18n.h>

#include "callboard-why-row.h"

struct _CallboardWhyWindow
{
  AdwWindow       parent_instance;

  GtkListBox     *list;
  AdwStatusPage  *page;
  GtkStack       *stack;
  AdwWindowTitle *title;
};

G_DEFINE_FINAL_TYPE (CallboardWhyWindow, callboard_why_window, ADW_TYPE_WINDOW)

static void
fill (CallboardWhyWindow *self,
      CallboardStore     *store,
      gint64              enrolment)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) steps = callboard_replay_load (callboard_store_get_reader (store), enrolment, &error);

  for (guint i = 0; steps != NULL && i < steps->len; i++)
    gtk_list_box_append (self->list, callboard_why_row_new (g_ptr_array_index (steps, i)));

  if (error != NULL)
    adw_status_page_set_description (self->page, error->message);
  gtk_stack_set_visible_child_name (self->stack, error != NULL ? "trouble" : "steps");
}

static void
callboard_why_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CALLBOARD_TYPE_WHY_WINDOW);

  G_OBJECT_CLASS (callboard_why_window_parent_class)->dispose (object);
}

static void
callboard_why_window_class_init (CallboardWhyWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_why_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/details/callboard-why-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardWhyWindow, list);
  gtk_widget_class_bind_template_child (widget_class, CallboardWhyWindow, page);
  gtk_widget_class_bind_template_child (widget_class, CallboardWhyWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CallboardWhyWindow, title);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
callboard_why_window_init (CallboardWhyWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
callboard_why_window_present (GtkWidget      *widget,
                              CallboardStore *store,
                              gint64          enrolment,
                              const char     *name)
{
  CallboardWhyWindow *self;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (CALLBOARD_IS_STORE (store));

  self = g_object_new (CALLBOARD_TYPE_WHY_WINDOW, "transient-for", gtk_widget_get_root (widget), NULL);
  adw_window_title_set_subtitle (self->title, name);
  fill (self, store, enrolment);
  gtk_window_present (GTK_WINDOW (self));
}
