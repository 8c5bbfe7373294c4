/* callboard-import-load.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-import-plan.h"

G_BEGIN_DECLS

/* The slow parts of an import, in a thread. */

/* Reads a file. Errors are those of GIO and %CALLBOARD_CSV_ERROR, all with words for people. */
void                 callboard_import_read_async   (GFile                        *file,
                                                    GCancellable                 *cancellable,
                                                    GAsyncReadyCallback           callback,
                                                    gpointer                      user_data);

/* Reads a table that was pasted. */
void                 callboard_import_parse_async  (GBytes                       *bytes,
                                                    GCancellable                 *cancellable,
                                                    GAsyncReadyCallback           callback,
                                                    gpointer                      user_data);

/* (transfer full): the table of either of the above. */
CallboardTable      *callboard_import_read_finish  (GAsyncResult                 *result,
                                                    GError                      **error);

/* Checks all rows of table. Takes plan, which nobody else uses in the meantime. progress is called on another thread. */
void                 callboard_import_check_async  (CallboardImportPlan          *plan,
                                                    CallboardTable               *table,
                                                    const CallboardImportColumns *columns,
                                                    CallboardImportProgress       progress,
                                                    gpointer                      progress_data,
                                                    GCancellable                 *cancellable,
                                                    GAsyncReadyCallback           callback,
                                                    gpointer                      user_data);

/* (transfer full): the plan. */
CallboardImportPlan *callboard_import_check_finish (GAsyncResult                 *result,
                                                    GError                      **error);

G_END_DECLS
