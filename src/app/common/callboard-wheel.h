/* callboard-wheel.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * callboard_wheel_leave_numbers:
 * @root: a number field, or what holds some
 *
 * Lets the wheel of the mouse scroll the page over the number fields of @root. GTK's own way is to change the number
 * under the pointer, which nobody sees who only wants to read on.
 */
void callboard_wheel_leave_numbers (GtkWidget *root);

G_END_DECLS
