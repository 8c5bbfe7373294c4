/* callboard-editor-window-panels.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-editor-window-private.h"

void
callboard_editor_window_make_panels (CallboardEditorWindow *self)
{
}

void
callboard_editor_window_show_place (CallboardEditorWindow *self,
                                    CallboardDraftNode    *node,
                                    const char            *part)
{
}

void
callboard_editor_window_focus_field (CallboardEditorWindow *self,
                                     CallboardDraftNode    *node,
                                     const char            *member)
{
}
