/* callboard-drag-escape.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lets Escape cancel the drag of @source, until @source has ended it. Call it in drag-begin. GTK does so itself on
 * Wayland. On X11 it grabs the key on the root window, and as GTK 4 knows no root window, drops the event. */
void callboard_drag_escape_watch (GtkDragSource *source);

G_END_DECLS
