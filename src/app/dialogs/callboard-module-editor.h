/* callboard-module-editor.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "callboard-campaign-draft.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_MODULE_EDITOR (callboard_module_editor_get_type())

/* A module of a campaign, to write. */
G_DECLARE_FINAL_TYPE (CallboardModuleEditor, callboard_module_editor, CALLBOARD, MODULE_EDITOR, GtkWidget)

CallboardModuleEditor *callboard_module_editor_new        (CallboardCampaignDraft *draft,
                                                           CallboardDraftModule   *module);

/* Puts the focus into the part, or with the module's own id into its menu. Returns whether it is here. */
gboolean               callboard_module_editor_focus_part (CallboardModuleEditor  *self,
                                                           const char             *id);

G_END_DECLS
