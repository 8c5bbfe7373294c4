/* callboard-draft-module.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-draft-module.h"

#include "callboard-util.h"

struct _CallboardDraftModule
{
  GObject                   parent_instance;

  char                     *id;
  char                     *kind;
  char                     *kept;

  CallboardDraftModuleType  type;
  GListStore               *parts;
};

G_DEFINE_FINAL_TYPE (CallboardDraftModule, callboard_draft_module, G_TYPE_OBJECT)

typedef enum
{
  PROP_ID = 1,
} CallboardDraftModuleProps;

static GParamSpec *properties[PROP_ID + 1];

static void
set_text (CallboardDraftModule       *self,
          char                      **field,
          const char                 *text,
          CallboardDraftModuleProps   prop)
{
  if (callboard_set_str (field, text ? text : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

static void
callboard_draft_module_finalize (GObject *object)
{
  CallboardDraftModule *self = CALLBOARD_DRAFT_MODULE (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->kind, g_free);
  g_clear_pointer (&self->kept, g_free);
  g_clear_object (&self->parts);

  G_OBJECT_CLASS (callboard_draft_module_parent_class)->finalize (object);
}

static void
callboard_draft_module_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  CallboardDraftModule *self = CALLBOARD_DRAFT_MODULE (object);

  switch ((CallboardDraftModuleProps) prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    }
}

static void
callboard_draft_module_set_property (GObject      *object,
                                     guint         prop_id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  CallboardDraftModule *self = CALLBOARD_DRAFT_MODULE (object);

  switch ((CallboardDraftModuleProps) prop_id)
    {
    case PROP_ID:
      set_text (self, &self->id, g_value_get_string (value), PROP_ID);
      break;
    }
}

static void
callboard_draft_module_class_init (CallboardDraftModuleClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = callboard_draft_module_finalize;
  object_class->get_property = callboard_draft_module_get_property;
  object_class->set_property = callboard_draft_module_set_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, "", flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
callboard_draft_module_init (CallboardDraftModule *self)
{
  self->id = g_strdup ("");
  self->parts = g_list_store_new (CALLBOARD_TYPE_DRAFT_PART);
}

CallboardDraftModule *
callboard_draft_module_new (CallboardDraftModuleType  type,
                            const char               *id)
{
  CallboardDraftModule *self = g_object_new (CALLBOARD_TYPE_DRAFT_MODULE, "id", id, NULL);

  self->type = type;

  return self;
}

CallboardDraftModule *
callboard_draft_module_new_kept (const char *id,
                                 const char *kind,
                                 const char *document)
{
  CallboardDraftModule *self = callboard_draft_module_new (CALLBOARD_DRAFT_KEPT, id);

  self->kind = g_strdup (kind);
  self->kept = g_strdup (document);

  return self;
}

const char *
callboard_draft_module_get_kept (CallboardDraftModule  *self,
                                 const char           **kind)
{
  g_return_val_if_fail (CALLBOARD_IS_DRAFT_MODULE (self), NULL);

  if (kind != NULL)
    *kind = self->kind;

  return self->kept;
}

CallboardDraftModuleType
callboard_draft_module_get_module_type (CallboardDraftModule *self)
{
  g_return_val_if_fail (CALLBOARD_IS_DRAFT_MODULE (self), CALLBOARD_DRAFT_CONTENT);

  return self->type;
}

const char *
callboard_draft_module_get_id (CallboardDraftModule *self)
{
  g_return_val_if_fail (CALLBOARD_IS_DRAFT_MODULE (self), NULL);

  return self->id;
}

GListStore *
callboard_draft_module_get_parts (CallboardDraftModule *self)
{
  g_return_val_if_fail (CALLBOARD_IS_DRAFT_MODULE (self), NULL);

  return self->parts;
}
