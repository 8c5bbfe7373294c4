/* callboard-text-editor.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CALLBOARD_TYPE_TEXT_EDITOR (callboard_text_editor_get_type())

/* A message to write: its text, a menu of merge fields, and what it costs as an SMS. Properties: title, text, and suffix, a
 * widget beside the menu. */
G_DECLARE_FINAL_TYPE (CallboardTextEditor, callboard_text_editor, CALLBOARD, TEXT_EDITOR, GtkWidget)

const char *callboard_text_editor_get_text (CallboardTextEditor *self);
void        callboard_text_editor_set_text (CallboardTextEditor *self,
                                            const char          *text);

G_END_DECLS
