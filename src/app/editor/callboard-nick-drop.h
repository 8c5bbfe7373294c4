/* callboard-nick-drop.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Drop-downs of words that have another name in a document, the nick. */

/* Takes over both arrays, of the same length: nicks, and what the user reads. What was selected is forgotten. */
void        callboard_nick_drop_set    (GtkDropDown        *drop,
                                        GPtrArray          *nicks,
                                        GPtrArray          *labels);

/* Selects nick, and offers it as label if it is not among the others. */
void        callboard_nick_drop_select (GtkDropDown        *drop,
                                        const char         *nick,
                                        const char         *label);

/* The nick of what is selected, or NULL. */
const char *callboard_nick_drop_get    (GtkDropDown        *drop);

G_END_DECLS
