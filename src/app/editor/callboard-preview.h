/* callboard-preview.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "callboard-open-draft.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_PREVIEW (callboard_preview_get_type())

/* A campaign on a candidate's phone while it is being written, by the code that sends it: by WhatsApp or SMS, on a light or
 * a dark phone, with the values of a candidate or sample values.
 *
 * Property "open". Emits "chosen" (CallboardDraftNode *, const char *part) when a message is pressed: what it comes from,
 * or the campaign with "welcome" or "conclusion". */
G_DECLARE_FINAL_TYPE (CallboardPreview, callboard_preview, CALLBOARD, PREVIEW, GtkWidget)

GtkWidget          *callboard_preview_new      (void);
CallboardOpenDraft *callboard_preview_get_open (CallboardPreview   *self);
void                callboard_preview_set_open (CallboardPreview   *self,
                                                CallboardOpenDraft *open);

/**
 * callboard_preview_show:
 * @self: a preview
 * @node: (nullable): what is being written: a module or anything in it, or the campaign
 * @part: (nullable): of the campaign: "welcome", "conclusion" or "settings"
 *
 * Marks the first message of it and brings it on the screen.
 */
void                callboard_preview_show     (CallboardPreview   *self,
                                                CallboardDraftNode *node,
                                                const char         *part);

G_END_DECLS
