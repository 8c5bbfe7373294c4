/* callboard-paste.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/**
 * callboard_paste_has_files:
 * @clipboard: a clipboard
 *
 * Returns: whether it holds files, or a picture that no text comes with
 */
gboolean   callboard_paste_has_files (GdkClipboard         *clipboard);

/**
 * callboard_paste_async:
 * @clipboard: a clipboard that has files
 * @callback: called when they are there
 * @user_data: for @callback
 *
 * A picture becomes a PNG in the user's folder for caches.
 */
void       callboard_paste_async     (GdkClipboard         *clipboard,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);

/**
 * callboard_paste_finish:
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full) (element-type GFile): the files, or %NULL
 */
GPtrArray *callboard_paste_finish    (GAsyncResult         *result,
                                      GError              **error);

G_END_DECLS
