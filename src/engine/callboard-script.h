/* callboard-script.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-enums.h"
#include "callboard-words.h"

G_BEGIN_DECLS

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
 * callboard_script_check:
 * @self: a script
 * @type: the type of the stage it is for
 *
 * Readiness (product.md, section 2).
 *
 * Returns: (transfer full) (nullable): a nick for callboard_problem_describe() that says why it can never be sent, or
 *   %NULL if it is ready
 */
char            *callboard_script_check        (CallboardScript     *self,
                                                CallboardStageType   type);

/**
 * callboard_problem_describe:
 * @problem: (nullable): what callboard_script_check() returned
 *
 * Returns: (transfer full): the problem in the user's words
 */
char            *callboard_problem_describe    (const char       *problem);

/**
 * CallboardPhase:
 * @CALLBOARD_PHASE_START: nothing has been said
 * @CALLBOARD_PHASE_WELCOME: the welcome waits for an answer
 * @CALLBOARD_PHASE_QUESTION: the question at step waits for an answer
 * @CALLBOARD_PHASE_ATTENTION: the answer was not understood three times; a person has to look
 * @CALLBOARD_PHASE_DONE: the last word is spoken
 */
typedef enum
{
  CALLBOARD_PHASE_START,
  CALLBOARD_PHASE_WELCOME,
  CALLBOARD_PHASE_QUESTION,
  CALLBOARD_PHASE_ATTENTION,
  CALLBOARD_PHASE_DONE,
} CallboardPhase;

/**
 * CallboardScriptState:
 * @step: index of the question that is open
 * @tries: how often its answer was not understood
 * @asked: how many messages were sent, so that each has a key of its own
 * @done: answered steps
 */
typedef struct
{
  CallboardPhase phase;
  guint          step;
  guint          tries;
  guint          asked;
  guint          done;
} CallboardScriptState;

/* The state as the database holds it; a text that is not one reads as the beginning. */
char                 *callboard_script_state_to_text   (const CallboardScriptState *state);
CallboardScriptState  callboard_script_state_from_text (const char                 *text);

typedef enum
{
  CALLBOARD_SCRIPT_START,
  CALLBOARD_SCRIPT_REPLY,
} CallboardScriptEventKind;

/**
 * CallboardScriptEvent:
 * @text: (nullable): what the candidate wrote
 * @choice: (nullable): the id of the button or row pressed
 * @word: what the whole message means, if anything
 */
typedef struct
{
  CallboardScriptEventKind  kind;
  const char               *text;
  const char               *choice;
  CallboardWord             word;
} CallboardScriptEvent;

/**
 * CallboardEffectKind:
 * @CALLBOARD_EFFECT_SEND: a message leaves: key, text and choices
 * @CALLBOARD_EFFECT_ANSWER: a question is answered: key, question, value, text, flagged
 * @CALLBOARD_EFFECT_ATTENTION: a person has to look
 * @CALLBOARD_EFFECT_COMPLETE: the last step is done
 */
typedef enum
{
  CALLBOARD_EFFECT_SEND,
  CALLBOARD_EFFECT_ANSWER,
  CALLBOARD_EFFECT_ATTENTION,
  CALLBOARD_EFFECT_COMPLETE,
} CallboardEffectKind;

/**
 * CallboardEffect:
 * @key: of a message: the step and how often it was sent; of an answer: the question's id
 * @text: of a message: what to send, with merge fields; of an answer: what the candidate wrote
 * @question: of an answer: the question's text
 * @value: of an answer: what it was understood as
 * @choices: of a message: (nullable) JSON array of {"id", "title"}
 * @starts: of a message: whether it asks for a reply to begin
 * @why: the reason of this step, for a person who asks
 */
typedef struct
{
  CallboardEffectKind  kind;
  char                *key;
  char                *text;
  char                *question;
  char                *value;
  char                *choices;
  char                *why;
  guint                starts : 1;
  guint                flagged : 1;
} CallboardEffect;

void callboard_effect_free (CallboardEffect *effect);

/**
 * callboard_script_step:
 * @self: a script
 * @state: where the conversation is
 * @event: what happened
 * @now: when, microseconds since the epoch, UTC
 * @next: (out): where the conversation is then
 *
 * Decides everything about a conversation. Pure: no I/O, no globals, no time but @now, no randomness.
 *
 * Returns: (transfer full) (element-type CallboardEffect): what has to be done, in order
 */
GPtrArray *callboard_script_step (CallboardScript            *self,
                                  const CallboardScriptState *state,
                                  const CallboardScriptEvent *event,
                                  gint64                      now,
                                  CallboardScriptState       *next);

G_END_DECLS
