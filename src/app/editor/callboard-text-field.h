/* callboard-text-field.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-field.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_TEXT_FIELD (callboard_text_field_get_type())

/* A text of several lines, with its merge fields as pills. Properties: member, title, and line: whether it is low. */
G_DECLARE_FINAL_TYPE (CallboardTextField, callboard_text_field, CALLBOARD, TEXT_FIELD, GtkWidget)

/* The most characters that fit into a message. */
#define CALLBOARD_TEXT_FIELD_MAX 4096

GtkTextView *callboard_text_field_get_view (CallboardTextField *self);

G_END_DECLS
