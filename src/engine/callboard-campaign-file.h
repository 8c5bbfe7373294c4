/* callboard-campaign-file.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A campaign with the files it sends, to be carried to another computer: a zip archive of "campaign.json" and, for every
 * file, "media/" and the SHA-256 of its bytes. What comes from outside is believed in nothing: not its sizes, not its
 * names, not its hashes, not its types. */

#define CALLBOARD_CAMPAIGN_FILE_EXTENSION  ".callboard-campaign"
#define CALLBOARD_CAMPAIGN_FILE_MEDIA_TYPE "application/x-callboard-campaign"

/* More than one computer could need, and less than would hurt it. */
#define CALLBOARD_CAMPAIGN_FILE_MAX_ENTRIES  2000
#define CALLBOARD_CAMPAIGN_FILE_MAX_DOCUMENT (4 * 1024 * 1024)
#define CALLBOARD_CAMPAIGN_FILE_MAX_MEDIA    (G_GINT64_CONSTANT (200) * 1024 * 1024)

#define CALLBOARD_CAMPAIGN_FILE_ERROR (callboard_campaign_file_error_quark ())

/**
 * CallboardCampaignFileError:
 * @CALLBOARD_CAMPAIGN_FILE_ERROR_FOREIGN: it is something else
 * @CALLBOARD_CAMPAIGN_FILE_ERROR_DAMAGED: its end is missing, or bytes in it are not what they were
 * @CALLBOARD_CAMPAIGN_FILE_ERROR_NEWER: it was made by a newer Callboard
 * @CALLBOARD_CAMPAIGN_FILE_ERROR_TOO_LARGE: there is more in it than is taken
 * @CALLBOARD_CAMPAIGN_FILE_ERROR_UNSAFE: there are things in it that do not belong there: links, paths, other archives
 * @CALLBOARD_CAMPAIGN_FILE_ERROR_LOCKED: it has a password
 * @CALLBOARD_CAMPAIGN_FILE_ERROR_MISSING: a file that the campaign sends is nowhere
 * @CALLBOARD_CAMPAIGN_FILE_ERROR_CHANGED: a file in it is not the one that the campaign sends
 * @CALLBOARD_CAMPAIGN_FILE_ERROR_INVALID: the campaign itself is broken
 * @CALLBOARD_CAMPAIGN_FILE_ERROR_UNREADABLE: it cannot be opened
 * @CALLBOARD_CAMPAIGN_FILE_ERROR_UNWRITABLE: it cannot be written
 */
typedef enum
{
  CALLBOARD_CAMPAIGN_FILE_ERROR_FOREIGN,
  CALLBOARD_CAMPAIGN_FILE_ERROR_DAMAGED,
  CALLBOARD_CAMPAIGN_FILE_ERROR_NEWER,
  CALLBOARD_CAMPAIGN_FILE_ERROR_TOO_LARGE,
  CALLBOARD_CAMPAIGN_FILE_ERROR_UNSAFE,
  CALLBOARD_CAMPAIGN_FILE_ERROR_LOCKED,
  CALLBOARD_CAMPAIGN_FILE_ERROR_MISSING,
  CALLBOARD_CAMPAIGN_FILE_ERROR_CHANGED,
  CALLBOARD_CAMPAIGN_FILE_ERROR_INVALID,
  CALLBOARD_CAMPAIGN_FILE_ERROR_UNREADABLE,
  CALLBOARD_CAMPAIGN_FILE_ERROR_UNWRITABLE,
} CallboardCampaignFileError;

GQuark    callboard_campaign_file_error_quark   (void);

/**
 * callboard_campaign_file_suggest_name:
 * @stage: (nullable): what the campaign's stage is called
 *
 * Returns: (transfer full): a name that any file system takes, with %CALLBOARD_CAMPAIGN_FILE_EXTENSION
 */
char     *callboard_campaign_file_suggest_name  (const char           *stage);

/**
 * callboard_campaign_file_export:
 * @directory: the data directory with the files that the campaign sends
 * @document: a campaign document that callboard_script_parse() takes
 * @path: where to write; what is there is replaced only once all is written
 * @cancellable: (nullable): to stop
 * @error: return location for a %CALLBOARD_CAMPAIGN_FILE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * The same campaign gives the same bytes. Blocks: not for the main loop.
 *
 * Returns: whether it was written
 */
gboolean  callboard_campaign_file_export        (const char           *directory,
                                                 const char           *document,
                                                 const char           *path,
                                                 GCancellable         *cancellable,
                                                 GError              **error);

/**
 * callboard_campaign_file_export_async:
 *
 * As callboard_campaign_file_export(), in a thread of its own.
 */
void      callboard_campaign_file_export_async  (const char           *directory,
                                                 const char           *document,
                                                 const char           *path,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
gboolean  callboard_campaign_file_export_finish (GAsyncResult         *result,
                                                 GError              **error);

/**
 * callboard_campaign_file_import:
 * @directory: the data directory to keep the files in
 * @path: a campaign file, or a campaign document as JSON; of the latter, files may be missing, which is a problem of the
 *   campaign then
 * @cancellable: (nullable): to stop
 * @error: return location for a %CALLBOARD_CAMPAIGN_FILE_ERROR, a %CALLBOARD_FILES_ERROR if a file cannot be kept, or
 *   %G_IO_ERROR_CANCELLED
 *
 * Reads the campaign and keeps its files. After a refusal some of them may be kept, which nothing refers to. Blocks: not for
 * the main loop.
 *
 * Returns: (transfer full): a campaign document that callboard_script_parse() takes, or %NULL
 */
char     *callboard_campaign_file_import        (const char           *directory,
                                                 const char           *path,
                                                 GCancellable         *cancellable,
                                                 GError              **error);

/**
 * callboard_campaign_file_import_async:
 *
 * As callboard_campaign_file_import(), in a thread of its own.
 */
void      callboard_campaign_file_import_async  (const char           *directory,
                                                 const char           *path,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
char     *callboard_campaign_file_import_finish (GAsyncResult         *result,
                                                 GError              **error);

G_END_DECLS
