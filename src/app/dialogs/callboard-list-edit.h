/* callboard-list-edit.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the lists of a campaign have in common: rows that are moved by one place, or taken out, and keep the focus. */

/* The row of list keeps or passes on the focus; by is -1, 1, or 0 to take the item out. */
void     callboard_list_edit_move (GListStore *store,
                                   gpointer    item,
                                   int         by,
                                   GtkWidget  *row);

/* Whether item can go by places. */
gboolean callboard_list_edit_can  (GListStore *store,
                                   gpointer    item,
                                   int         by);

G_END_DECLS
