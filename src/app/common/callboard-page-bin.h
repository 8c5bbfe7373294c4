/* callboard-page-bin.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CALLBOARD_TYPE_PAGE_BIN (callboard_page_bin_get_type())

/* A child that would like all the width there is, but needs no more than it needs. Beside a content that expands, a flap
 * has its least width; folded, where it lies over the content, it has the width it likes: a page of its own. A flap
 * that expands would have AdwFlap of libadwaita 1.2 allocate less than nothing while it folds. */
G_DECLARE_FINAL_TYPE (CallboardPageBin, callboard_page_bin, CALLBOARD, PAGE_BIN, GtkWidget)

void callboard_page_bin_set_child (CallboardPageBin *self,
                                   GtkWidget        *child);

G_END_DECLS
