/* callboard-part-editor.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "callboard-draft-module.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_PART_EDITOR (callboard_part_editor_get_type())

/* A block or a question of a campaign, to write. */
G_DECLARE_FINAL_TYPE (CallboardPartEditor, callboard_part_editor, CALLBOARD, PART_EDITOR, GtkWidget)

CallboardPartEditor *callboard_part_editor_new      (CallboardDraftModule *module,
                                                     CallboardDraftPart   *part);
CallboardDraftPart  *callboard_part_editor_get_part (CallboardPartEditor  *self);

G_END_DECLS
