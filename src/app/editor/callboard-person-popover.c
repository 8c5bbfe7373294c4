/* callboard-person-popover.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-person-popover.h"

#include <glib/gi18n.h>

#include "callboard-queries-people.h"

#define MAX_PEOPLE 20

struct _CallboardPersonPopover
{
  GtkPopover       parent_instance;

  GtkListBox      *list;
  GtkSearchEntry  *search;

  CallboardStore  *store;
  gint64           stage;
};

G_DEFINE_FINAL_TYPE (CallboardPersonPopover, callboard_person_popover, GTK_TYPE_POPOVER)

enum {
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkWidget *
create_label (const char *text,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, css_class);
    }

  return label;
}

static void
add_row (CallboardPersonPopover *self,
         gint64                  application,
         const char             *name,
         const char             *detail)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gint64 *id = g_new (gint64, 1);

  *id = application;
  g_object_set_data_full (G_OBJECT (row), "application", id, g_free);
  g_object_set_data_full (G_OBJECT (row), "name", g_strdup (name), g_free);
  gtk_box_append (GTK_BOX (box), create_label (name, NULL));
  gtk_box_append (GTK_BOX (box), create_label (detail, "dim-label"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, detail, -1);
  gtk_list_box_append (self->list, row);
}

static void
clear_rows (CallboardPersonPopover *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

static void
fill (CallboardPersonPopover *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) people = NULL;

  clear_rows (self);
  if (self->store == NULL)
    return;

  if (*text == '\0')
    add_row (self, 0, _("Sample values"), _("Nobody in particular"));

  people = callboard_queries_list_people (callboard_store_get_reader (self->store), self->stage, text, MAX_PEOPLE, &error);
  if (people == NULL)
    g_warning ("Cannot list candidates: %s", error->message);

  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      const CallboardPersonRow *person = g_ptr_array_index (people, i);

      add_row (self, person->application, person->name, person->stage);
    }
}

static void
choose (CallboardPersonPopover *self,
        GtkListBoxRow          *row)
{
  gint64 application = *(gint64 *) g_object_get_data (G_OBJECT (row), "application");
  g_autofree char *name = g_strdup (g_object_get_data (G_OBJECT (row), "name"));

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, application, name);
}

static void
on_row_activated_cb (CallboardPersonPopover *self,
                     GtkListBoxRow          *row)
{
  g_assert (CALLBOARD_IS_PERSON_POPOVER (self));

  choose (self, row);
}

static void
on_search_changed_cb (CallboardPersonPopover *self)
{
  g_assert (CALLBOARD_IS_PERSON_POPOVER (self));

  fill (self);
}

static void
on_search_activated_cb (CallboardPersonPopover *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  g_assert (CALLBOARD_IS_PERSON_POPOVER (self));

  if (row != NULL)
    choose (self, row);
}

static void
on_stop_search_cb (CallboardPersonPopover *self)
{
  g_assert (CALLBOARD_IS_PERSON_POPOVER (self));

  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
callboard_person_popover_map (GtkWidget *widget)
{
  CallboardPersonPopover *self = CALLBOARD_PERSON_POPOVER (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  fill (self);

  GTK_WIDGET_CLASS (callboard_person_popover_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
callboard_person_popover_dispose (GObject *object)
{
  CallboardPersonPopover *self = CALLBOARD_PERSON_POPOVER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_PERSON_POPOVER);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (callboard_person_popover_parent_class)->dispose (object);
}

static void
callboard_person_popover_class_init (CallboardPersonPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_person_popover_dispose;
  widget_class->map = callboard_person_popover_map;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/editor/callboard-person-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardPersonPopover, list);
  gtk_widget_class_bind_template_child (widget_class, CallboardPersonPopover, search);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search_cb);
}

static void
callboard_person_popover_init (CallboardPersonPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
callboard_person_popover_set_stage (CallboardPersonPopover *self,
                                    CallboardStore         *store,
                                    gint64                  stage)
{
  g_return_if_fail (CALLBOARD_IS_PERSON_POPOVER (self));
  g_return_if_fail (store == NULL || CALLBOARD_IS_STORE (store));

  g_set_object (&self->store, store);
  self->stage = stage;
}
