/* callboard-file-list.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "callboard-store.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_FILE_LIST (callboard_file_list_get_type())

/* All files of a conversation, newest first. */
G_DECLARE_FINAL_TYPE (CallboardFileList, callboard_file_list, CALLBOARD, FILE_LIST, GtkWidget)

/**
 * callboard_file_list_refresh:
 * @self: a list
 * @store: the store
 * @application: whose files
 *
 * Shows what there is now. Rows are made anew only if a file has changed.
 */
void callboard_file_list_refresh (CallboardFileList *self,
                                  CallboardStore    *store,
                                  gint64             application);

G_END_DECLS
