/* callboard-difference-view.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CALLBOARD_TYPE_DIFFERENCE_VIEW (callboard_difference_view_get_type())

/* What is different between two campaigns, line by line, with the words before and after. */
G_DECLARE_FINAL_TYPE (CallboardDifferenceView, callboard_difference_view, CALLBOARD, DIFFERENCE_VIEW, AdwBin)

GtkWidget *callboard_difference_view_new  (void);

/**
 * callboard_difference_view_show:
 * @self: a view
 * @before: (nullable): a campaign document; %NULL if there was none
 * @after: a campaign document
 *
 * Returns: how many lines there are
 */
guint      callboard_difference_view_show (CallboardDifferenceView *self,
                                           const char              *before,
                                           const char              *after);

G_END_DECLS
