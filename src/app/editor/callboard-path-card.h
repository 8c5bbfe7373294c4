/* callboard-path-card.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "callboard-paths.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_PATH_CARD (callboard_path_card_get_type())

/* A module on the map of paths: what it is, and a line for each other stop that its answers lead to. */
G_DECLARE_FINAL_TYPE (CallboardPathCard, callboard_path_card, CALLBOARD, PATH_CARD, GtkButton)

GtkWidget *callboard_path_card_new  (void);

/* stops: (element-type CallboardPathStop): the whole campaign. */
void       callboard_path_card_show (CallboardPathCard *self,
                                     GPtrArray          *stops,
                                     guint               position);

/* Where in the parent the line stands that tells of a target. */
gboolean   callboard_path_card_find_line (CallboardPathCard *self,
                                          guint               target,
                                          double             *y);

G_END_DECLS
