/* callboard-form.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-open-draft.h"
#include "callboard-queries-accounts.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CALLBOARD_TYPE_FORM (callboard_form_get_type())

/* The form of the chosen part of a campaign.
 *
 * Property: open, the draft. Signal: focused (CallboardDraftNode *), when the focus comes to a field of another node. */
G_DECLARE_FINAL_TYPE (CallboardForm, callboard_form, CALLBOARD, FORM, GtkWidget)

void                callboard_form_set_open        (CallboardForm      *self,
                                                    CallboardOpenDraft *open);

/**
 * callboard_form_show:
 * @self: a form
 * @node: a module, or the campaign
 * @part: (nullable): of the campaign, "welcome", "conclusion" or "settings"
 *
 * Shows the fields of a part. Those of a part of the same kind are used again.
 */
void                callboard_form_show            (CallboardForm      *self,
                                                    CallboardDraftNode *node,
                                                    const char         *part);

/**
 * callboard_form_focus:
 * @self: a form
 * @node: any node of the draft
 * @member: (nullable): one of its members or lists
 *
 * Brings the field on screen, opens what it is in, and gives it the focus.
 *
 * Returns: whether there is such a field; if not, the part of @node is shown
 */
gboolean            callboard_form_focus           (CallboardForm      *self,
                                                    CallboardDraftNode *node,
                                                    const char         *member);

/* What is shown: the module or the campaign. */
CallboardDraftNode *callboard_form_get_node        (CallboardForm      *self);
const char         *callboard_form_get_part        (CallboardForm      *self);

/* For the fields */

/* "assessment"; NULL while there is no draft. */
const char         *callboard_form_get_stage_nick  (CallboardForm      *self);

/* Where files are kept. */
const char         *callboard_form_get_directory   (CallboardForm      *self);

/* (transfer full) (nullable): what one part of an SMS costs in the country of the job. */
CallboardPriceRow  *callboard_form_find_price      (CallboardForm      *self);

/* Shows the problems at the fields as they are now. */
void                callboard_form_check           (CallboardForm      *self);

/* Instead of a draft that is open: for tests, and for looking at forms. */
void                callboard_form_set_place       (CallboardForm      *self,
                                                    CallboardStageType  type,
                                                    const char         *directory,
                                                    GListModel         *problems);

/* What a person fills in first, in the order in which it stands there: gtk_widget_child_focus() goes by places, which what
 * has just been shown does not have yet. */
void                callboard_form_focus_first     (CallboardForm      *self);

G_END_DECLS
