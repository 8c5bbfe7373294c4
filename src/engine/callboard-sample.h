/* callboard-sample.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-store.h"

G_BEGIN_DECLS

/**
 * callboard_sample_get_directory:
 *
 * Returns: (transfer full): the folder of the sample: $CALLBOARD_SAMPLE_DIR, else where it was installed
 */
char     *callboard_sample_get_directory (void);

/**
 * callboard_sample_is_wanted:
 * @store: a store
 *
 * Returns: whether the database has no job yet
 */
gboolean  callboard_sample_is_wanted     (CallboardStore  *store);

/**
 * callboard_sample_fill:
 * @store: a store
 * @error: return location for %G_FILE_ERROR, %CALLBOARD_ENGINE_ERROR_INVALID or an error of the commands
 *
 * Fills an empty database with the sample: jobs with their campaigns, people with the past of some days, carried by the
 * rehearsal. A database with a job in it is left alone. Sends nothing. Takes about as long as a blink, and waits for it.
 *
 * Returns: whether the sample, or what was there before, is in the database
 */
gboolean  callboard_sample_fill          (CallboardStore  *store,
                                          GError         **error);

G_END_DECLS
