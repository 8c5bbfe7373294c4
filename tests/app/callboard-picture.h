/* callboard-picture.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef gboolean (*CallboardCondition) (gpointer data);

/* Runs the main loop until condition holds; fails the test after 20 seconds. */
void callboard_picture_wait  (CallboardCondition  condition,
                              gpointer            data);

/* Shows window and draws it. With CALLBOARD_PICTURES naming a folder, keeps what it looks like there; CALLBOARD_WIDTH
 * sets how wide, CALLBOARD_DARK the dark style, CALLBOARD_LARGE letters half as large again, CALLBOARD_RTL writing from
 * right to left. */
void callboard_picture_show  (GtkWindow          *window,
                              const char         *name);

/* The first widget of type below widget that is called name in its template, or of type if name is NULL. */
gpointer callboard_picture_find (gpointer            widget,
                                 GType               type,
                                 const char         *name);

G_END_DECLS
