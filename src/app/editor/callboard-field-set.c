/* callboard-field-set.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-field-set.h"

#include "callboard-fields.h"

struct _CallboardFieldSet
{
  GtkWidget           parent_instance;

  CallboardDraftNode *node;
  GPtrArray          *fields;
};

G_DEFINE_FINAL_TYPE (CallboardFieldSet, callboard_field_set, GTK_TYPE_WIDGET)

/* A field in a field is that field's business. */
static void
collect (GtkWidget *widget,
         GPtrArray *fields)
{
  if (CALLBOARD_IS_FIELD (widget))
    {
      g_ptr_array_add (fields, widget);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, fields);
}

static void
callboard_field_set_dispose (GObject *object)
{
  CallboardFieldSet *self = CALLBOARD_FIELD_SET (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_ptr_array_set_size (self->fields, 0);
  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&self->node);

  G_OBJECT_CLASS (callboard_field_set_parent_class)->dispose (object);
}

static void
callboard_field_set_finalize (GObject *object)
{
  g_ptr_array_unref (CALLBOARD_FIELD_SET (object)->fields);

  G_OBJECT_CLASS (callboard_field_set_parent_class)->finalize (object);
}

static void
callboard_field_set_class_init (CallboardFieldSetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = callboard_field_set_dispose;
  G_OBJECT_CLASS (klass)->finalize = callboard_field_set_finalize;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  callboard_fields_ensure ();
}

static void
callboard_field_set_init (CallboardFieldSet *self)
{
  self->fields = g_ptr_array_new ();
}

CallboardFieldSet *
callboard_field_set_new (const char *name)
{
  CallboardFieldSet *self = g_object_new (CALLBOARD_TYPE_FIELD_SET, NULL);
  g_autofree char *path = g_strdup_printf (APP_PATH "/editor/form-%s.ui", name);
  g_autoptr(GtkBuilder) builder = gtk_builder_new_from_resource (path);
  GtkWidget *form = GTK_WIDGET (gtk_builder_get_object (builder, "form"));

  gtk_widget_set_parent (form, GTK_WIDGET (self));
  collect (form, self->fields);

  return self;
}

CallboardDraftNode *
callboard_field_set_get_node (CallboardFieldSet *self)
{
  g_return_val_if_fail (CALLBOARD_IS_FIELD_SET (self), NULL);

  return self->node;
}

void
callboard_field_set_fill (CallboardFieldSet  *self,
                          CallboardDraftNode *node)
{
  g_return_if_fail (CALLBOARD_IS_FIELD_SET (self));

  g_set_object (&self->node, node);
  for (guint i = 0; i < self->fields->len; i++)
    callboard_field_set_node (self->fields->pdata[i], node);
}

void
callboard_field_set_check (CallboardFieldSet  *self,
                           CallboardFormMarks *marks)
{
  g_return_if_fail (CALLBOARD_IS_FIELD_SET (self));

  for (guint i = 0; i < self->fields->len; i++)
    callboard_field_check (self->fields->pdata[i], marks);
}

CallboardField *
callboard_field_set_find (CallboardFieldSet  *self,
                          CallboardDraftNode *node,
                          const char         *member)
{
  g_return_val_if_fail (CALLBOARD_IS_FIELD_SET (self), NULL);

  for (guint i = 0; i < self->fields->len; i++)
    {
      CallboardField *field = self->fields->pdata[i];
      CallboardField *found = callboard_field_find (field, node, member);

      if (found != NULL)
        return found;

      if (member == NULL && node == self->node && gtk_widget_get_visible (callboard_field_get_row (field)))
        return field;
    }

  return NULL;
}
