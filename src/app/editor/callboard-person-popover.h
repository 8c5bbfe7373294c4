/* callboard-person-popover.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "callboard-store.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_PERSON_POPOVER (callboard_person_popover_get_type())

/* Candidates of a job to choose from, or somebody who does not exist. Emits "chosen" with the application, gint64, 0 for
 * nobody's, and the name. */
G_DECLARE_FINAL_TYPE (CallboardPersonPopover, callboard_person_popover, CALLBOARD, PERSON_POPOVER, GtkPopover)

/* stage: any of the job. */
void callboard_person_popover_set_stage (CallboardPersonPopover *self,
                                         CallboardStore         *store,
                                         gint64                  stage);

G_END_DECLS
