/* callboard-rehearsal-fetch.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-channel.h"

G_BEGIN_DECLS

/* The files of simulated phones are on this machine: a source is their URI. */
void     callboard_rehearsal_fetch_async  (CallboardChannel     *channel,
                                           const char           *source,
                                           CallboardFileWriter  *writer,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean callboard_rehearsal_fetch_finish (CallboardChannel     *channel,
                                           GAsyncResult         *result,
                                           GError              **error);

G_END_DECLS
