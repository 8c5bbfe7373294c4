/* callboard-replay.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-db.h"
#include "callboard-script.h"

G_BEGIN_DECLS

/* Going through a conversation once more: the script is pure, so what happened tells what was done and why. */

/**
 * CallboardReplayStep:
 * @at: when it happened, microseconds since the epoch, UTC, by the clock of the enrolment's account
 * @event: what happened
 * @effects: (element-type CallboardEffect) (nullable): what the script made of it; %NULL before callboard_replay_run()
 */
typedef struct
{
  gint64                at;
  CallboardScriptEvent *event;
  GPtrArray            *effects;
} CallboardReplayStep;

/**
 * callboard_replay_steps_new:
 *
 * Returns: (transfer full) (element-type CallboardReplayStep): an empty list that frees its elements
 */
GPtrArray *callboard_replay_steps_new      (void);

/**
 * callboard_replay_steps_add:
 * @steps: a list from callboard_replay_steps_new()
 * @text: a logged event; callboard_script_event_from_json()
 * @at: when it happened, microseconds since the epoch, UTC
 * @error: return location for %CALLBOARD_ENGINE_ERROR_INVALID
 *
 * Returns: whether @text is an event
 */
gboolean   callboard_replay_steps_add      (GPtrArray                   *steps,
                                            const char                  *text,
                                            gint64                       at,
                                            GError                     **error);

/**
 * callboard_replay_run:
 * @script: a script, perhaps a newer version than the one that was played
 * @steps: (element-type CallboardReplayStep): what happened, in order; the effects are filled in
 *
 * Returns: where the conversation is at the end
 */
CallboardScriptState callboard_replay_run  (CallboardScript             *script,
                                            GPtrArray                   *steps);

/**
 * callboard_replay_load_events:
 * @db: a connection
 * @enrolment: whose conversation
 * @error: return location for %CALLBOARD_ENGINE_ERROR_INVALID or a %CALLBOARD_STORE_ERROR
 *
 * Returns: (transfer full) (element-type CallboardReplayStep): what was logged of it, in order and not yet run, or %NULL
 */
GPtrArray *callboard_replay_load_events    (CallboardDb                 *db,
                                            gint64                       enrolment,
                                            GError                     **error);

/**
 * callboard_replay_load:
 * @db: a connection
 * @enrolment: whose conversation
 * @error: return location for %CALLBOARD_ENGINE_ERROR_NOT_FOUND, %CALLBOARD_ENGINE_ERROR_INVALID or a
 *   %CALLBOARD_STORE_ERROR
 *
 * Replays the stored events of an enrolment through the version of the campaign it runs on. Messages have the text
 * that was sent.
 *
 * Returns: (transfer full) (element-type CallboardReplayStep): the steps, in order, or %NULL
 */
GPtrArray *callboard_replay_load           (CallboardDb                 *db,
                                            gint64                       enrolment,
                                            GError                     **error);

/**
 * callboard_replay_describe_event:
 * @event: an event
 *
 * Returns: (transfer full): what happened, in the user's words
 */
char      *callboard_replay_describe_event (const CallboardScriptEvent  *event);

/**
 * callboard_replay_describe_effect:
 * @effect: an effect
 *
 * Returns: (transfer full): what the campaign did, in the user's words; callboard_why_describe() tells why
 */
char      *callboard_replay_describe_effect (const CallboardEffect      *effect);

G_END_DECLS
