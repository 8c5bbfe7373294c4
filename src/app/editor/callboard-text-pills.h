/* callboard-text-pills.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Merge fields as pills in a text view: each is one place of the text, with a widget. In what is read and written they are
 * as in a document, {{candidate.first_name|there}}. */

/* (transfer full) */
char *callboard_text_pills_get_text  (GtkTextBuffer     *buffer,
                                      const GtkTextIter *start,
                                      const GtkTextIter *end);

/* Changes only what differs, so that the cursor stays. */
void  callboard_text_pills_set_text  (GtkTextView       *view,
                                      const char        *text);

/* Marks fields that do not exist or do not end. The buffer has a tag "broken". */
void  callboard_text_pills_mark      (GtkTextBuffer     *buffer);

G_END_DECLS
