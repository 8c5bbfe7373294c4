/* callboard-campaign-dialog.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "callboard-store.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_CAMPAIGN_DIALOG (callboard_campaign_dialog_get_type())

/* Writes the campaign of a stage and publishes it. */
G_DECLARE_FINAL_TYPE (CallboardCampaignDialog, callboard_campaign_dialog, CALLBOARD, CAMPAIGN_DIALOG, AdwWindow)

/* stage: any but a Review stage. */
CallboardCampaignDialog *callboard_campaign_dialog_new (GtkWindow      *parent,
                                                        CallboardStore *store,
                                                        gint64          stage);

G_END_DECLS
