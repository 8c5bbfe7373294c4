/* callboard-draft-rehearsal.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "callboard-open-draft.h"

G_BEGIN_DECLS

/**
 * callboard_draft_rehearsal_new:
 * @parent: (nullable): the window it stands beside
 * @open: a draft without errors
 * @error: return location
 *
 * Plays the draft as it stands now on a simulated phone. It has a database of its own, in a folder that goes with the
 * window, where there is nothing but the rehearsal account, this one campaign and a made-up candidate: so the very engine
 * runs, and nothing can come to a real account, a real candidate or the versions of the campaign.
 *
 * Returns: (transfer none): the window, or %NULL
 */
GtkWindow *callboard_draft_rehearsal_new (GtkWindow           *parent,
                                          CallboardOpenDraft  *open,
                                          GError             **error);

G_END_DECLS
