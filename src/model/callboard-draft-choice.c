/* callboard-draft-choice.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-draft-choice.h"

#include "callboard-util.h"

struct _CallboardDraftChoice
{
  GObject   parent_instance;

  char     *id;
  char     *label;
  gboolean  flagged;
};

G_DEFINE_FINAL_TYPE (CallboardDraftChoice, callboard_draft_choice, G_TYPE_OBJECT)

typedef enum
{
  PROP_FLAGGED = 1,
  PROP_ID,
  PROP_LABEL,
} CallboardDraftChoiceProps;

static GParamSpec *properties[PROP_LABEL + 1];

static void
set_text (CallboardDraftChoice       *self,
          char                      **field,
          const char                 *text,
          CallboardDraftChoiceProps   prop)
{
  if (callboard_set_str (field, text ? text : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

static void
set_boolean (CallboardDraftChoice      *self,
             gboolean                  *field,
             gboolean                   value,
             CallboardDraftChoiceProps  prop)
{
  if (*field == !!value)
    return;

  *field = !!value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

static void
callboard_draft_choice_finalize (GObject *object)
{
  CallboardDraftChoice *self = CALLBOARD_DRAFT_CHOICE (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->label, g_free);

  G_OBJECT_CLASS (callboard_draft_choice_parent_class)->finalize (object);
}

static void
callboard_draft_choice_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  CallboardDraftChoice *self = CALLBOARD_DRAFT_CHOICE (object);

  switch ((CallboardDraftChoiceProps) prop_id)
    {
    case PROP_FLAGGED:
      g_value_set_boolean (value, self->flagged);
      break;
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    }
}

static void
callboard_draft_choice_set_property (GObject      *object,
                                     guint         prop_id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  CallboardDraftChoice *self = CALLBOARD_DRAFT_CHOICE (object);

  switch ((CallboardDraftChoiceProps) prop_id)
    {
    case PROP_FLAGGED:
      set_boolean (self, &self->flagged, g_value_get_boolean (value), PROP_FLAGGED);
      break;
    case PROP_ID:
      set_text (self, &self->id, g_value_get_string (value), PROP_ID);
      break;
    case PROP_LABEL:
      set_text (self, &self->label, g_value_get_string (value), PROP_LABEL);
      break;
    }
}

static void
callboard_draft_choice_class_init (CallboardDraftChoiceClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = callboard_draft_choice_finalize;
  object_class->get_property = callboard_draft_choice_get_property;
  object_class->set_property = callboard_draft_choice_set_property;

  properties[PROP_FLAGGED] = g_param_spec_boolean ("flagged", NULL, NULL, FALSE, flags);
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, "", flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, "", flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
callboard_draft_choice_init (CallboardDraftChoice *self)
{
  self->id = g_strdup ("");
  self->label = g_strdup ("");
}

CallboardDraftChoice *
callboard_draft_choice_new (const char *id,
                            const char *label)
{
  return g_object_new (CALLBOARD_TYPE_DRAFT_CHOICE, "id", id, "label", label, NULL);
}

const char *
callboard_draft_choice_get_id (CallboardDraftChoice *self)
{
  g_return_val_if_fail (CALLBOARD_IS_DRAFT_CHOICE (self), NULL);

  return self->id;
}

const char *
callboard_draft_choice_get_label (CallboardDraftChoice *self)
{
  g_return_val_if_fail (CALLBOARD_IS_DRAFT_CHOICE (self), NULL);

  return self->label;
}

gboolean
callboard_draft_choice_get_flagged (CallboardDraftChoice *self)
{
  g_return_val_if_fail (CALLBOARD_IS_DRAFT_CHOICE (self), FALSE);

  return self->flagged;
}
