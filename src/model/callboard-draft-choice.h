/* callboard-draft-choice.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define CALLBOARD_TYPE_DRAFT_CHOICE (callboard_draft_choice_get_type())

/* One answer to choose in a question that is being written. Properties: id, label, and flagged, whether a person shall
 * look when it is chosen. */
G_DECLARE_FINAL_TYPE (CallboardDraftChoice, callboard_draft_choice, CALLBOARD, DRAFT_CHOICE, GObject)

/**
 * callboard_draft_choice_new:
 * @id: its id, unique in its question
 * @label: what candidates read
 *
 * Returns: (transfer full): the choice
 */
CallboardDraftChoice *callboard_draft_choice_new         (const char           *id,
                                                          const char           *label);
const char           *callboard_draft_choice_get_id      (CallboardDraftChoice *self);
const char           *callboard_draft_choice_get_label   (CallboardDraftChoice *self);
gboolean              callboard_draft_choice_get_flagged (CallboardDraftChoice *self);

G_END_DECLS
