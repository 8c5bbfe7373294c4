/* callboard-script.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-enums.h"
#include "callboard-schedule.h"
#include "callboard-script-effect.h"
#include "callboard-script-event.h"
#include "callboard-script-state.h"

G_BEGIN_DECLS

/* The biggest campaign document. */
#define CALLBOARD_SCRIPT_MAX_BYTES (4 * 1024 * 1024)

/* A published campaign, parsed once. Immutable, so that any thread may use it. */
typedef struct _CallboardScript CallboardScript;

/**
 * callboard_script_parse:
 * @document: a campaign document, JSON; docs/campaign.schema.json
 * @error: return location for %CALLBOARD_ENGINE_ERROR_INVALID, which names the path of what is wrong, or
 *   %CALLBOARD_ENGINE_ERROR_NEWER
 *
 * Returns: (transfer full): the script, or %NULL
 */
CallboardScript *callboard_script_parse        (const char       *document,
                                                GError          **error);

/**
 * callboard_script_parse_draft:
 * @document: the draft of a campaign document
 * @error: return location for %CALLBOARD_ENGINE_ERROR_INVALID or %CALLBOARD_ENGINE_ERROR_NEWER
 *
 * Reads what is not finished yet: what callboard_script_parse() would refuse is left out, and is among the problems of
 * callboard_script_list_problems(). Rules that lead back, or nowhere, lead to the end. Only what is no JSON object, or no
 * campaign of this or an earlier version, is refused.
 *
 * Returns: (transfer full): the script, to be looked at, not to be sent; or %NULL
 */
CallboardScript *callboard_script_parse_draft  (const char       *document,
                                                GError          **error);
CallboardScript *callboard_script_ref          (CallboardScript  *self);
void             callboard_script_unref        (CallboardScript  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardScript, callboard_script_unref)

/**
 * callboard_script_get_language:
 * @self: a script
 *
 * Returns: the language of its texts, "en"
 */
const char      *callboard_script_get_language (CallboardScript  *self);

/**
 * callboard_script_is_blast:
 * @self: a script
 *
 * Returns: whether it is one message: no modules and no conclusion
 */
gboolean         callboard_script_is_blast     (CallboardScript  *self);

/**
 * callboard_script_get_total:
 * @self: a script
 *
 * Returns: how many steps a candidate answers
 */
guint            callboard_script_get_total    (CallboardScript  *self);

/**
 * callboard_script_get_expiry:
 * @self: a script
 *
 * Returns: after how long an enrolment expires, in microseconds after delivery
 */
gint64           callboard_script_get_expiry   (CallboardScript  *self);

/**
 * callboard_script_get_nudges:
 * @self: a script
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): for each nudge, how long after the last message it is sent, in microseconds
 */
const gint64    *callboard_script_get_nudges   (CallboardScript  *self,
                                                guint            *n);

/**
 * callboard_script_get_schedule:
 * @self: a script
 *
 * Returns: (transfer none) (nullable): its Schedule module
 */
const CallboardSchedule *callboard_script_get_schedule (CallboardScript *self);

/**
 * callboard_script_get_progress:
 * @self: a script
 * @state: where the conversation is
 * @done: (out): how many steps are answered or left out
 * @total: (out): how many there are on the way: the answered ones, and the rest if no rule leads elsewhere
 */
void             callboard_script_get_progress (CallboardScript            *self,
                                                const CallboardScriptState *state,
                                                guint                      *done,
                                                guint                      *total);

/**
 * callboard_script_get_max_score:
 * @self: a script
 * @state: where the conversation is
 * @max: (out): the most points that can be had on the way, reckoned as in callboard_script_get_progress()
 *
 * The score itself is the sum of what the answers bear.
 *
 * Returns: whether any question of the campaign bears points
 */
gboolean         callboard_script_get_max_score (CallboardScript            *self,
                                                 const CallboardScriptState *state,
                                                 double                     *max);

/**
 * callboard_script_has_media:
 * @self: a script
 *
 * Returns: whether it sends pictures, videos or documents
 */
gboolean         callboard_script_has_media   (CallboardScript     *self);

/**
 * callboard_script_allows_sms:
 * @self: a script
 *
 * Returns: whether it may go on by text with somebody who is not on WhatsApp
 */
gboolean         callboard_script_allows_sms  (CallboardScript     *self);

/**
 * CallboardHasFile:
 * @hash: SHA-256 of a file
 * @data: what was given to callboard_script_check()
 *
 * Returns: whether the file is there
 */
typedef gboolean (*CallboardHasFile) (const char *hash,
                                      gpointer    data);

/**
 * callboard_script_check:
 * @self: a script
 * @type: the type of the stage it is for
 * @has_file: (nullable) (scope call): tells which files are there; %NULL if all are
 * @data: for @has_file
 *
 * Readiness (product.md, section 2): the first of callboard_script_list_problems().
 *
 * Returns: (transfer full) (nullable): a nick for callboard_problem_describe() that says why it can never be sent, or
 *   %NULL if it is ready
 */
char            *callboard_script_check        (CallboardScript     *self,
                                                CallboardStageType   type,
                                                CallboardHasFile     has_file,
                                                gpointer             data);

/**
 * callboard_problem_describe:
 * @problem: (nullable): what callboard_script_check() returned
 *
 * Returns: (transfer full): the problem in the user's words
 */
char            *callboard_problem_describe    (const char       *problem);

/**
 * callboard_script_step:
 * @self: a script
 * @state: where the conversation is
 * @event: what happened
 * @now: when, microseconds since the epoch, UTC
 * @next: (out): where the conversation is then
 *
 * Decides everything about a conversation. Pure: no I/O, no globals, no time but @now, no randomness. Any event is safe in
 * any state: what does not fit does nothing.
 *
 * Returns: (transfer full) (element-type CallboardEffect): what has to be done, in order
 */
GPtrArray *callboard_script_step (CallboardScript            *self,
                                  const CallboardScriptState *state,
                                  const CallboardScriptEvent *event,
                                  gint64                      now,
                                  CallboardScriptState       *next);

G_END_DECLS
