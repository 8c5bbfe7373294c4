/* callboard-notice.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CALLBOARD_TYPE_NOTICE (callboard_notice_get_type())

/* A line at the top of a form that says what went wrong, or in its "plain" form what will happen. Hidden without text. */
G_DECLARE_FINAL_TYPE (CallboardNotice, callboard_notice, CALLBOARD, NOTICE, GtkWidget)

const char *callboard_notice_get_text (CallboardNotice *self);
void        callboard_notice_set_text (CallboardNotice *self,
                                       const char      *text);

G_END_DECLS
