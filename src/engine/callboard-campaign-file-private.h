/* callboard-campaign-file-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-campaign-file.h"
#include "callboard-script-effect.h"

G_BEGIN_DECLS

#define CALLBOARD_CAMPAIGN_FILE_DOCUMENT "campaign.json"
#define CALLBOARD_CAMPAIGN_FILE_FOLDER   "media/"

gboolean    callboard_campaign_file_fail        (GError                     **error,
                                                 CallboardCampaignFileError   code,
                                                 const char                  *message);

/* (element-type CallboardScriptFile): what the campaign sends, each hash once; its script owns them. NULL: it cannot be used */
GPtrArray  *callboard_campaign_file_list_media  (const char                  *document,
                                                 GError                     **error);

/* The name of a file for a sentence. */
const char *callboard_campaign_file_get_name    (const CallboardScriptFile   *file);

/* An archive that is complete and whose list of contents is as short as it may be. */
gboolean    callboard_campaign_file_check_frame (int                          fd,
                                                 GError                     **error);

char       *callboard_campaign_file_read        (const char                  *directory,
                                                 int                          fd,
                                                 GCancellable                *cancellable,
                                                 GError                     **error);

G_END_DECLS
