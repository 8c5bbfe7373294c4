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

/**
 * CallboardDraftModuleType:
 * @CALLBOARD_DRAFT_CONTENT: blocks
 * @CALLBOARD_DRAFT_QUESTIONS: questions
 * @CALLBOARD_DRAFT_KEPT: what can not be edited here, and is kept as it is
 */
typedef enum
{
  CALLBOARD_DRAFT_CONTENT,
  CALLBOARD_DRAFT_QUESTIONS,
  CALLBOARD_DRAFT_KEPT,
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

/**
 * callboard_draft_module_new_kept:
 * @id: its id
 * @kind: its type in a campaign document, such as "schedule"
 * @document: the module, JSON
 *
 * Returns: (transfer full): a module that is kept as it is
 */
CallboardDraftModule     *callboard_draft_module_new_kept  (const char               *id,
                                                            const char               *kind,
                                                            const char               *document);

/**
 * callboard_draft_module_get_kept:
 * @self: a module
 * @kind: (out) (optional): its type in a campaign document
 *
 * Returns: (transfer none) (nullable): the module, JSON, if it is kept as it is
 */
const char               *callboard_draft_module_get_kept  (CallboardDraftModule     *self,
                                                            const char              **kind);
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
