/* callboard-draft-part.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-draft-part.h"

#include "callboard-util.h"

struct _CallboardDraftPart
{
  GObject             parent_instance;

  char               *id;
  char               *text;
  char               *help;
  char               *retry;
  gboolean            required;
  guint               min_length;
  guint               max_length;

  CallboardDraftKind  kind;
  GListStore         *choices;
  GStrv               words;
};

G_DEFINE_FINAL_TYPE (CallboardDraftPart, callboard_draft_part, G_TYPE_OBJECT)

typedef enum
{
  PROP_HELP = 1,
  PROP_ID,
  PROP_MAX_LENGTH,
  PROP_MIN_LENGTH,
  PROP_REQUIRED,
  PROP_RETRY,
  PROP_TEXT,
} CallboardDraftPartProps;

static GParamSpec *properties[PROP_TEXT + 1];

static void
set_text (CallboardDraftPart       *self,
          char                    **field,
          const char               *text,
          CallboardDraftPartProps   prop)
{
  if (callboard_set_str (field, text ? text : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

static void
set_uint (CallboardDraftPart      *self,
          guint                   *field,
          guint                    value,
          CallboardDraftPartProps  prop)
{
  if (*field == value)
    return;

  *field = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

static void
set_boolean (CallboardDraftPart      *self,
             gboolean                *field,
             gboolean                 value,
             CallboardDraftPartProps  prop)
{
  if (*field == !!value)
    return;

  *field = !!value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

static void
callboard_draft_part_finalize (GObject *object)
{
  CallboardDraftPart *self = CALLBOARD_DRAFT_PART (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->help, g_free);
  g_clear_pointer (&self->retry, g_free);
  g_clear_object (&self->choices);
  g_clear_pointer (&self->words, g_strfreev);

  G_OBJECT_CLASS (callboard_draft_part_parent_class)->finalize (object);
}

static void
callboard_draft_part_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  CallboardDraftPart *self = CALLBOARD_DRAFT_PART (object);

  switch ((CallboardDraftPartProps) prop_id)
    {
    case PROP_HELP:
      g_value_set_string (value, self->help);
      break;
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_MAX_LENGTH:
      g_value_set_uint (value, self->max_length);
      break;
    case PROP_MIN_LENGTH:
      g_value_set_uint (value, self->min_length);
      break;
    case PROP_REQUIRED:
      g_value_set_boolean (value, self->required);
      break;
    case PROP_RETRY:
      g_value_set_string (value, self->retry);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    }
}

static void
callboard_draft_part_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  CallboardDraftPart *self = CALLBOARD_DRAFT_PART (object);

  switch ((CallboardDraftPartProps) prop_id)
    {
    case PROP_HELP:
      set_text (self, &self->help, g_value_get_string (value), PROP_HELP);
      break;
    case PROP_ID:
      set_text (self, &self->id, g_value_get_string (value), PROP_ID);
      break;
    case PROP_MAX_LENGTH:
      set_uint (self, &self->max_length, g_value_get_uint (value), PROP_MAX_LENGTH);
      break;
    case PROP_MIN_LENGTH:
      set_uint (self, &self->min_length, g_value_get_uint (value), PROP_MIN_LENGTH);
      break;
    case PROP_REQUIRED:
      set_boolean (self, &self->required, g_value_get_boolean (value), PROP_REQUIRED);
      break;
    case PROP_RETRY:
      set_text (self, &self->retry, g_value_get_string (value), PROP_RETRY);
      break;
    case PROP_TEXT:
      set_text (self, &self->text, g_value_get_string (value), PROP_TEXT);
      break;
    }
}

static void
callboard_draft_part_class_init (CallboardDraftPartClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = callboard_draft_part_finalize;
  object_class->get_property = callboard_draft_part_get_property;
  object_class->set_property = callboard_draft_part_set_property;

  properties[PROP_HELP] = g_param_spec_string ("help", NULL, NULL, "", flags);
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, "", flags);
  properties[PROP_MAX_LENGTH] = g_param_spec_uint ("max-length", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_MIN_LENGTH] = g_param_spec_uint ("min-length", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_REQUIRED] = g_param_spec_boolean ("required", NULL, NULL, TRUE, flags);
  properties[PROP_RETRY] = g_param_spec_string ("retry", NULL, NULL, "", flags);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
callboard_draft_part_init (CallboardDraftPart *self)
{
  self->id = g_strdup ("");
  self->text = g_strdup ("");
  self->help = g_strdup ("");
  self->retry = g_strdup ("");
  self->required = TRUE;
  self->choices = g_list_store_new (CALLBOARD_TYPE_DRAFT_CHOICE);
}

static void
add_choice (CallboardDraftPart *self,
            const char         *id,
            const char         *label)
{
  g_autoptr(CallboardDraftChoice) choice = callboard_draft_choice_new (id, label);

  g_list_store_append (self->choices, choice);
}

CallboardDraftPart *
callboard_draft_part_new (CallboardDraftKind  kind,
                          const char         *id)
{
  CallboardDraftPart *self = g_object_new (CALLBOARD_TYPE_DRAFT_PART, "id", id, NULL);

  self->kind = kind;
  if (kind == CALLBOARD_DRAFT_YES_NO)
    {
      add_choice (self, "yes", "");
      add_choice (self, "no", "");
    }

  return self;
}

CallboardDraftKind
callboard_draft_part_get_kind (CallboardDraftPart *self)
{
  g_return_val_if_fail (CALLBOARD_IS_DRAFT_PART (self), CALLBOARD_DRAFT_TEXT);

  return self->kind;
}

const char *
callboard_draft_part_get_id (CallboardDraftPart *self)
{
  g_return_val_if_fail (CALLBOARD_IS_DRAFT_PART (self), NULL);

  return self->id;
}

const char *
callboard_draft_part_get_text (CallboardDraftPart *self)
{
  g_return_val_if_fail (CALLBOARD_IS_DRAFT_PART (self), NULL);

  return self->text;
}

GListStore *
callboard_draft_part_get_choices (CallboardDraftPart *self)
{
  g_return_val_if_fail (CALLBOARD_IS_DRAFT_PART (self), NULL);

  return self->choices;
}

const char * const *
callboard_draft_part_get_words (CallboardDraftPart *self)
{
  g_return_val_if_fail (CALLBOARD_IS_DRAFT_PART (self), NULL);

  return (const char * const *) self->words;
}

void
callboard_draft_part_set_words (CallboardDraftPart *self,
                                const char * const *words)
{
  g_return_if_fail (CALLBOARD_IS_DRAFT_PART (self));

  g_strfreev (self->words);
  self->words = g_strdupv ((GStrv) words);
}

static gboolean
has_choice (CallboardDraftPart *self,
            const char         *id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->choices));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(CallboardDraftChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->choices), i);

      if (g_str_equal (callboard_draft_choice_get_id (choice), id))
        return TRUE;
    }

  return FALSE;
}

void
callboard_draft_part_add_choice (CallboardDraftPart *self,
                                 const char         *label)
{
  g_autofree char *id = NULL;
  guint number = 0;

  g_return_if_fail (CALLBOARD_IS_DRAFT_PART (self));

  do
    {
      g_free (id);
      id = g_strdup_printf ("c%u", ++number);
    }
  while (has_choice (self, id));

  add_choice (self, id, label);
}
