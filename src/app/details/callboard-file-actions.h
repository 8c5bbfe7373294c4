/* callboard-file-actions.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "callboard-store.h"

G_BEGIN_DECLS

/**
 * callboard_file_actions_init:
 * @widget_class: a class below which there are file chips
 *
 * Installs file.open, file.save and file.again. Only a person's press opens a file: a copy of it with a safe name, in the
 * program that the desktop, or the portal, has for it.
 */
void callboard_file_actions_init (GtkWidgetClass  *widget_class);

/* What callboard_file_actions_init() asks: the widget says which store its files are of. */
void callboard_file_actions_set_store (GtkWidget      *widget,
                                       CallboardStore *store);

G_END_DECLS
