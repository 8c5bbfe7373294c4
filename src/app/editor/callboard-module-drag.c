/* callboard-module-drag.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-module-drag.h"

struct _CallboardModuleDrag
{
  GObject             parent_instance;

  CallboardDraftNode *node;
  char               *kind;
};

G_DEFINE_FINAL_TYPE (CallboardModuleDrag, callboard_module_drag, G_TYPE_OBJECT)

static void
callboard_module_drag_finalize (GObject *object)
{
  CallboardModuleDrag *self = CALLBOARD_MODULE_DRAG (object);

  g_clear_object (&self->node);
  g_free (self->kind);

  G_OBJECT_CLASS (callboard_module_drag_parent_class)->finalize (object);
}

static void
callboard_module_drag_class_init (CallboardModuleDragClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = callboard_module_drag_finalize;
}

static void
callboard_module_drag_init (CallboardModuleDrag *self)
{
}

CallboardModuleDrag *
callboard_module_drag_new (CallboardDraftNode *node,
                           const char         *kind)
{
  CallboardModuleDrag *self;

  g_return_val_if_fail (kind != NULL, NULL);

  self = g_object_new (CALLBOARD_TYPE_MODULE_DRAG, NULL);
  g_set_object (&self->node, node);
  self->kind = g_strdup (kind);

  return self;
}

CallboardDraftNode *
callboard_module_drag_get_node (CallboardModuleDrag *self)
{
  g_return_val_if_fail (CALLBOARD_IS_MODULE_DRAG (self), NULL);

  return self->node;
}

const char *
callboard_module_drag_get_kind (CallboardModuleDrag *self)
{
  g_return_val_if_fail (CALLBOARD_IS_MODULE_DRAG (self), NULL);

  return self->kind;
}
