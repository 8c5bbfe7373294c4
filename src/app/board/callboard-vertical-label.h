/* callboard-vertical-label.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CALLBOARD_TYPE_VERTICAL_LABEL (callboard_vertical_label_get_type())

/* A line of text that runs from top to bottom, which GtkLabel cannot do. */
G_DECLARE_FINAL_TYPE (CallboardVerticalLabel, callboard_vertical_label, CALLBOARD, VERTICAL_LABEL, GtkWidget)

GtkWidget *callboard_vertical_label_new      (void);
void       callboard_vertical_label_set_text (CallboardVerticalLabel *self,
                                              const char             *text);

G_END_DECLS
