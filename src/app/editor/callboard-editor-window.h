/* callboard-editor-window.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "callboard-open-draft.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_EDITOR_WINDOW (callboard_editor_window_get_type())

/* The campaign editor: its parts, the form of one part, and what a candidate will see of it. */
G_DECLARE_FINAL_TYPE (CallboardEditorWindow, callboard_editor_window, CALLBOARD, EDITOR_WINDOW, AdwApplicationWindow)

/**
 * callboard_editor_window_open:
 * @parent: (nullable): whose application it joins
 * @store: the store
 * @stage: whose campaign
 * @error: return location
 *
 * Presents the editor of the campaign, a new one only if there is none yet.
 *
 * Returns: (transfer none) (nullable): the window, or %NULL if the campaign cannot be edited
 */
CallboardEditorWindow *callboard_editor_window_open      (GtkWindow              *parent,
                                                          CallboardStore         *store,
                                                          gint64                  stage,
                                                          GError                **error);
CallboardEditorWindow *callboard_editor_window_new       (GtkApplication         *application,
                                                          CallboardOpenDraft     *open);
CallboardOpenDraft    *callboard_editor_window_get_open  (CallboardEditorWindow  *self);

/* Brings the field of a value on screen and focuses it. */
void                   callboard_editor_window_go_to     (CallboardEditorWindow  *self,
                                                          CallboardDraftNode     *node,
                                                          const char             *member);

G_END_DECLS
