/* callboard-open-draft.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "callboard-draft.h"
#include "callboard-enums.h"
#include "callboard-store.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_OPEN_DRAFT (callboard_open_draft_get_type())

/* The draft of one campaign while a window shows it: one for each campaign and program, so that two windows are the same.
 * It saves what is typed, follows what others write, and lists the problems.
 *
 * Properties: can-publish, changed, job-title, saved, stage-name, stage-type (notified when the stage is retyped), version.
 * Signal failed (const GError *): the draft could not be saved. */
G_DECLARE_FINAL_TYPE (CallboardOpenDraft, callboard_open_draft, CALLBOARD, OPEN_DRAFT, GObject)

/**
 * callboard_open_draft_get:
 * @store: the store
 * @stage: whose campaign
 * @error: return location
 *
 * Returns: (transfer full): the open draft, made if nobody has it open, or %NULL if the stage has no campaign or the
 *   campaign cannot be read
 */
CallboardOpenDraft *callboard_open_draft_get            (CallboardStore       *store,
                                                         gint64                stage,
                                                         GError              **error);
CallboardDraft     *callboard_open_draft_get_draft      (CallboardOpenDraft   *self);
CallboardStore     *callboard_open_draft_get_store      (CallboardOpenDraft   *self);
gint64              callboard_open_draft_get_stage      (CallboardOpenDraft   *self);
gint64              callboard_open_draft_get_campaign   (CallboardOpenDraft   *self);
CallboardStageType  callboard_open_draft_get_stage_type (CallboardOpenDraft   *self);
const char         *callboard_open_draft_get_stage_name (CallboardOpenDraft   *self);
const char         *callboard_open_draft_get_job_title  (CallboardOpenDraft   *self);

/* The newest published version, 0 for none. */
guint               callboard_open_draft_get_version    (CallboardOpenDraft   *self);

/* Whether the draft says something else than that version. */
gboolean            callboard_open_draft_get_changed    (CallboardOpenDraft   *self);

/* Whether everything typed is in the store. */
gboolean            callboard_open_draft_get_saved      (CallboardOpenDraft   *self);

/* Whether there is something to publish and no error. */
gboolean            callboard_open_draft_get_can_publish (CallboardOpenDraft  *self);

/* (element-type CallboardProblem): errors first, each in the order of the campaign. */
GListModel         *callboard_open_draft_get_problems   (CallboardOpenDraft   *self);
guint               callboard_open_draft_get_n_errors   (CallboardOpenDraft   *self);

/* Does now what else happens a moment after the last edit. */
void                callboard_open_draft_check          (CallboardOpenDraft   *self);
void                callboard_open_draft_save           (CallboardOpenDraft   *self);

/**
 * callboard_open_draft_publish_async:
 * @self: an open draft
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Publishes the draft as it stands as the next version.
 */
void                callboard_open_draft_publish_async  (CallboardOpenDraft   *self,
                                                         GAsyncReadyCallback   callback,
                                                         gpointer              user_data);
gboolean            callboard_open_draft_publish_finish (CallboardOpenDraft   *self,
                                                         GAsyncResult         *result,
                                                         GError              **error);

G_END_DECLS
