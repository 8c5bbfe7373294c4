/* callboard-thumbnail.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * callboard_thumbnail_is_possible:
 * @type: what a file was sniffed as
 *
 * Returns: whether a thumbnail is made of such files
 */
gboolean    callboard_thumbnail_is_possible (const char          *type);

/**
 * callboard_thumbnail_load_async:
 * @path: a stored picture
 * @hash: its hash, under which the thumbnail is kept in the user's cache
 * @size: the longer side at most, in pixels
 * @cancellable: (nullable): a cancellable
 * @callback: called with the thumbnail
 * @user_data: for @callback
 *
 * Makes a thumbnail in another thread, one at a time. Pictures come from strangers: one with too many pixels, which a small
 * file can have, is not unpacked.
 */
void        callboard_thumbnail_load_async  (const char          *path,
                                             const char          *hash,
                                             int                  size,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);

/**
 * callboard_thumbnail_load_finish:
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the thumbnail, or %NULL
 */
GdkTexture *callboard_thumbnail_load_finish (GAsyncResult        *result,
                                             GError             **error);

G_END_DECLS
