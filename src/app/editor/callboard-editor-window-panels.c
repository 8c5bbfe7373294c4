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
  callboard_form_set_open (self->form, self->open);
}

void
callboard_editor_window_show_place (CallboardEditorWindow *self,
                                    CallboardDraftNode    *node,
                                    const char            *part)
{
  callboard_form_show (self->form, node, part);
}

void
callboard_editor_window_focus_field (CallboardEditorWindow *self,
                                     CallboardDraftNode    *node,
                                     const char            *member)
{
  callboard_form_focus (self->form, node, member);
}
