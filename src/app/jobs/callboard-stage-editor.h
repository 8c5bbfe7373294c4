/* callboard-stage-editor.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "callboard-queries-jobs.h"
#include "callboard-store.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_STAGE_EDITOR (callboard_stage_editor_get_type())

/* One stage in the job editor: its name, type, delay, limits and way on. Every change is made at once.
 * ::move (int by), ::remove (), ::edit-campaign () */
G_DECLARE_FINAL_TYPE (CallboardStageEditor, callboard_stage_editor, CALLBOARD, STAGE_EDITOR, AdwExpanderRow)

CallboardStageEditor *callboard_stage_editor_new      (CallboardStore       *store,
                                                       gint64                stage);
gint64                callboard_stage_editor_get_id   (CallboardStageEditor *self);

/* stages: (element-type CallboardStageInfo): all of the job, in order */
void                  callboard_stage_editor_show     (CallboardStageEditor *self,
                                                       GPtrArray            *stages,
                                                       guint                 position);

/* Puts the focus where the name is written. */
void                  callboard_stage_editor_rename   (CallboardStageEditor *self);

/* Asks first if modules would go. */
void                  callboard_stage_editor_retype   (CallboardStageEditor *self,
                                                       CallboardStageType    from,
                                                       CallboardStageType    to);

/* Shows again what the database holds: a question was answered with no. */
void                  callboard_stage_editor_reset    (CallboardStageEditor *self);
CallboardStore       *callboard_stage_editor_get_store (CallboardStageEditor *self);

G_END_DECLS
