/* callboard-words-field.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-fields.h"

#include <string.h>

struct _CallboardWordsField
{
  AdwEntryRow parent_instance;
};

static char **
split (const char *text)
{
  g_auto(GStrv) pieces = g_strsplit (text, ";", -1);
  g_autoptr(GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; pieces[i] != NULL; i++)
    {
      g_strstrip (pieces[i]);
      if (*pieces[i] != '\0')
        g_strv_builder_add (words, pieces[i]);
    }

  return g_strv_builder_end (words);
}

static char **
get_words (CallboardField *field)
{
  GVariant *value = callboard_draft_node_get (callboard_field_get_node (field), callboard_field_get_member (field));

  if (value == NULL || !g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY))
    return g_new0 (char *, 1);

  return g_variant_dup_strv (value, NULL);
}

/* A semicolon that was just typed is no difference yet. */
static void
callboard_words_field_show (CallboardField *field)
{
  g_auto(GStrv) words = get_words (field);
  g_auto(GStrv) shown = split (gtk_editable_get_text (GTK_EDITABLE (field)));
  g_autofree char *text = g_strjoinv ("; ", words);

  if (!g_strv_equal ((const char * const *) words, (const char * const *) shown))
    gtk_editable_set_text (GTK_EDITABLE (field), text);
}

static void
callboard_words_field_iface_init (CallboardFieldInterface *iface)
{
  iface->show = callboard_words_field_show;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CallboardWordsField, callboard_words_field, ADW_TYPE_ENTRY_ROW,
                               G_IMPLEMENT_INTERFACE (CALLBOARD_TYPE_FIELD, callboard_words_field_iface_init))

static void
on_changed_cb (CallboardWordsField *self)
{
  g_auto(GStrv) words = split (gtk_editable_get_text (GTK_EDITABLE (self)));

  g_assert (CALLBOARD_IS_WORDS_FIELD (self));

  callboard_field_put (CALLBOARD_FIELD (self),
                       words[0] != NULL ? g_variant_new_strv ((const char * const *) words, -1) : NULL);
}

static void
callboard_words_field_class_init (CallboardWordsFieldClass *klass)
{
  callboard_field_install (G_OBJECT_CLASS (klass));
}

static void
callboard_words_field_init (CallboardWordsField *self)
{
  gtk_editable_set_enable_undo (gtk_editable_get_delegate (GTK_EDITABLE (self)), FALSE);
  g_signal_connect (self, "changed", G_CALLBACK (on_changed_cb), NULL);
}
