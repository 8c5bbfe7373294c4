/* callboard-campaign-file-actions.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-open-draft.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Campaign files in a window: choosers, drag and drop. A file that is refused leaves the draft as it is, and a dialog says
 * why. */

/* Tells, without a dialog, what was done in window. */
typedef void (*CallboardCampaignFileSay) (GtkWindow  *window,
                                          const char *text);

/* Asks for a place, then writes the draft there. */
void                callboard_campaign_file_choose_export (GtkWindow                *window,
                                                           CallboardOpenDraft       *open,
                                                           CallboardCampaignFileSay  say);

/* Asks for a file, then imports it. */
void                callboard_campaign_file_choose_import (GtkWindow                *window,
                                                           CallboardOpenDraft       *open,
                                                           CallboardCampaignFileSay  say);

/* Makes the campaign in the file the draft, as one step that can be undone. */
void                callboard_campaign_file_load          (GtkWindow                *window,
                                                           CallboardOpenDraft       *open,
                                                           GFile                    *file,
                                                           CallboardCampaignFileSay  say);

/* (transfer full): for the window; imports what is dropped on it. */
GtkEventController *callboard_campaign_file_drop_new      (GtkWindow                *window,
                                                           CallboardOpenDraft       *open,
                                                           CallboardCampaignFileSay  say);

/* (transfer full): for a widget; offers document as a file of that name, without its extension. */
GtkEventController *callboard_campaign_file_drag_new      (CallboardStore           *store,
                                                           const char               *document,
                                                           const char               *name);

G_END_DECLS
