/* callboard-entry-field.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-fields.h"

/* Nobody types more into one line; a document pasted by mistake should not. */
#define MAX_LENGTH 1000

struct _CallboardEntryField
{
  AdwEntryRow parent_instance;
};

static void
callboard_entry_field_show (CallboardField *field)
{
  const char *text = callboard_draft_node_get_text (callboard_field_get_node (field), callboard_field_get_member (field));

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (field)), text))
    gtk_editable_set_text (GTK_EDITABLE (field), text);
}

static void
callboard_entry_field_iface_init (CallboardFieldInterface *iface)
{
  iface->show = callboard_entry_field_show;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CallboardEntryField, callboard_entry_field, ADW_TYPE_ENTRY_ROW,
                               G_IMPLEMENT_INTERFACE (CALLBOARD_TYPE_FIELD, callboard_entry_field_iface_init))

static void
on_changed_cb (CallboardEntryField *self)
{
  g_assert (CALLBOARD_IS_ENTRY_FIELD (self));

  callboard_field_put_text (CALLBOARD_FIELD (self), gtk_editable_get_text (GTK_EDITABLE (self)));
}

static void
callboard_entry_field_class_init (CallboardEntryFieldClass *klass)
{
  callboard_field_install (G_OBJECT_CLASS (klass));
}

static void
callboard_entry_field_init (CallboardEntryField *self)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (self));

  gtk_editable_set_enable_undo (text, FALSE);
  gtk_text_set_max_length (GTK_TEXT (text), MAX_LENGTH);
  g_signal_connect (self, "changed", G_CALLBACK (on_changed_cb), NULL);
}
