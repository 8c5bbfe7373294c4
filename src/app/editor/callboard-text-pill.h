/* callboard-text-pill.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One merge field in a text view. */

/* Puts the field that text is, "{{candidate.first_name|there}}", at iter, which is behind it afterwards. */
void        callboard_text_pill_insert   (GtkTextView        *view,
                                          GtkTextIter        *iter,
                                          const char         *text);

/* The field as in a document, or NULL if it is none. */
const char *callboard_text_pill_get_text (GtkTextChildAnchor *anchor);

G_END_DECLS
