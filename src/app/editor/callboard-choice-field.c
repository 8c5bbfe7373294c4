/* callboard-choice-field.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-draft.h"
#include "callboard-fields.h"
#include "callboard-nick-drop.h"

/* The member that says what kind of thing a node is. */
#define TYPE "type"

struct _CallboardChoiceField
{
  GtkWidget    parent_instance;

  GtkDropDown *drop;
  char        *fallback;
  char        *labels;
  char        *nicks;
};

static void
callboard_choice_field_show (CallboardField *field)
{
  CallboardChoiceField *self = CALLBOARD_CHOICE_FIELD (field);
  CallboardDraftNode *node = callboard_field_get_node (field);
  const char *member = callboard_field_get_member (field);
  const char *nick = g_str_equal (member, TYPE) ? callboard_draft_node_get_kind (node)
                                                : callboard_draft_node_get_text (node, member);

  if (*nick == '\0' && self->fallback != NULL)
    nick = self->fallback;

  callboard_nick_drop_select (self->drop, nick, nick);
}

static void
callboard_choice_field_iface_init (CallboardFieldInterface *iface)
{
  iface->show = callboard_choice_field_show;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CallboardChoiceField, callboard_choice_field, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (CALLBOARD_TYPE_FIELD, callboard_choice_field_iface_init))

typedef enum
{
  PROP_FALLBACK = CALLBOARD_FIELD_N_PROPS,
  PROP_LABELS,
  PROP_NICKS,
} CallboardChoiceFieldProps;

static void
on_selected_changed_cb (CallboardChoiceField *self)
{
  CallboardField *field = CALLBOARD_FIELD (self);
  CallboardDraftNode *node = callboard_field_get_node (field);
  const char *nick = callboard_nick_drop_get (self->drop);

  g_assert (CALLBOARD_IS_CHOICE_FIELD (self));

  if (nick == NULL || callboard_field_is_showing (field))
    return;

  if (!g_str_equal (callboard_field_get_member (field), TYPE))
    callboard_field_put_text (field, nick);
  else if (!g_str_equal (callboard_draft_node_get_kind (node), nick))
    callboard_draft_convert (callboard_draft_node_get_draft (node), node, nick);
}

static GPtrArray *
list_words (const char *text,
            const char *separator)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char **pieces = g_strsplit (text, separator, -1);

  for (guint i = 0; pieces[i] != NULL; i++)
    g_ptr_array_add (words, pieces[i]);

  return words;
}

static void
callboard_choice_field_constructed (GObject *object)
{
  CallboardChoiceField *self = CALLBOARD_CHOICE_FIELD (object);

  G_OBJECT_CLASS (callboard_choice_field_parent_class)->constructed (object);

  callboard_nick_drop_set (self->drop, list_words (self->nicks, " "), list_words (self->labels, "|"));
  g_signal_connect_swapped (self->drop, "notify::selected", G_CALLBACK (on_selected_changed_cb), self);
}

static void
callboard_choice_field_finalize (GObject *object)
{
  CallboardChoiceField *self = CALLBOARD_CHOICE_FIELD (object);

  g_clear_pointer (&self->fallback, g_free);
  g_clear_pointer (&self->labels, g_free);
  g_clear_pointer (&self->nicks, g_free);

  G_OBJECT_CLASS (callboard_choice_field_parent_class)->finalize (object);
}

static void
callboard_choice_field_set_property (GObject      *object,
                                     guint         prop_id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  CallboardChoiceField *self = CALLBOARD_CHOICE_FIELD (object);

  if (callboard_field_set_property (object, prop_id, value))
    return;

  switch ((CallboardChoiceFieldProps) prop_id)
    {
    case PROP_FALLBACK:
      self->fallback = g_value_dup_string (value);
      break;
    case PROP_LABELS:
      self->labels = g_value_dup_string (value);
      break;
    case PROP_NICKS:
      self->nicks = g_value_dup_string (value);
      break;
    }
}

static void
callboard_choice_field_class_init (CallboardChoiceFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  callboard_field_install_bin (object_class);
  object_class->constructed = callboard_choice_field_constructed;
  object_class->finalize = callboard_choice_field_finalize;
  object_class->set_property = callboard_choice_field_set_property;

  g_object_class_install_property (object_class, PROP_FALLBACK,
                                   g_param_spec_string ("fallback", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_LABELS, g_param_spec_string ("labels", NULL, NULL, "", flags));
  g_object_class_install_property (object_class, PROP_NICKS, g_param_spec_string ("nicks", NULL, NULL, "", flags));
}

static void
callboard_choice_field_init (CallboardChoiceField *self)
{
  self->drop = g_object_new (GTK_TYPE_DROP_DOWN, "valign", GTK_ALIGN_CENTER, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->drop), GTK_WIDGET (self));
}
