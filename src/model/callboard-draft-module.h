/* callboard-draft-module.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "callboard-draft-part.h"

G_BEGIN_DECLS

typedef enum
{
  CALLBOARD_DRAFT_CONTENT,
  CALLBOARD_DRAFT_QUESTIONS,
} CallboardDraftModuleType;

#define CALLBOARD_TYPE_DRAFT_MODULE (callboard_draft_module_get_type())

/* A module that is being written. Property: id. */
G_DECLARE_FINAL_TYPE (CallboardDraftModule, callboard_draft_module, CALLBOARD, DRAFT_MODULE, GObject)

/**
 * callboard_draft_module_new:
 * @type: what it is
 * @id: its id, unique in its campaign
 *
 * Returns: (transfer full): the module, without parts
 */
CallboardDraftModule     *callboard_draft_module_new       (CallboardDraftModuleType  type,
                                                            const char               *id);
CallboardDraftModuleType  callboard_draft_module_get_module_type (CallboardDraftModule *self);
const char               *callboard_draft_module_get_id    (CallboardDraftModule     *self);

/**
 * callboard_draft_module_get_parts:
 * @self: a module
 *
 * Returns: (transfer none) (element-type CallboardDraftPart): its blocks or questions
 */
GListStore               *callboard_draft_module_get_parts (CallboardDraftModule     *self);

G_END_DECLS
