/* callboard-script-effect.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CallboardScriptFile:
 * @hash: SHA-256 of the file's bytes, 64 hex digits; its name in the data directory's files
 * @name: what the candidate sees
 * @media_type: "image/png"
 * @size: bytes
 *
 * A file that a campaign sends.
 */
typedef struct
{
  char   *hash;
  char   *name;
  char   *media_type;
  gint64  size;
} CallboardScriptFile;

CallboardScriptFile *callboard_script_file_copy (const CallboardScriptFile *file);
void                 callboard_script_file_free (CallboardScriptFile       *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardScriptFile, callboard_script_file_free)

/**
 * CallboardEffectKind:
 * @CALLBOARD_EFFECT_SEND: a message leaves: key, text, choices, media, message_kind, template, starts
 * @CALLBOARD_EFFECT_ANSWER: a step is answered or left out, for the first time or again: key, question, value, text, files,
 *   score, scored, flagged. What asked for a person's attention is settled
 * @CALLBOARD_EFFECT_FORGET_ANSWER: the candidate went back over an answer: key
 * @CALLBOARD_EFFECT_NOTE: what came fits nowhere and stands in the conversation for a person to read
 * @CALLBOARD_EFFECT_ATTENTION: a person has to look
 * @CALLBOARD_EFFECT_COMPLETE: the last step is done
 * @CALLBOARD_EFFECT_OFFER: the office finds the free slots from starts_at on, before ends_at, and steps again with
 *   %CALLBOARD_SCRIPT_SLOTS, in the same transaction
 * @CALLBOARD_EFFECT_BOOK: the office books the slot, or moves the interview there, and steps again with
 *   %CALLBOARD_SCRIPT_BOOKED or %CALLBOARD_SCRIPT_TAKEN: starts_at, ends_at, session
 * @CALLBOARD_EFFECT_CONFIRM_INTERVIEW: the candidate confirmed the interview
 * @CALLBOARD_EFFECT_CANCEL_INTERVIEW: the interview is cancelled
 */
typedef enum
{
  CALLBOARD_EFFECT_SEND,
  CALLBOARD_EFFECT_ANSWER,
  CALLBOARD_EFFECT_FORGET_ANSWER,
  CALLBOARD_EFFECT_NOTE,
  CALLBOARD_EFFECT_ATTENTION,
  CALLBOARD_EFFECT_COMPLETE,
  CALLBOARD_EFFECT_OFFER,
  CALLBOARD_EFFECT_BOOK,
  CALLBOARD_EFFECT_CONFIRM_INTERVIEW,
  CALLBOARD_EFFECT_CANCEL_INTERVIEW,
} CallboardEffectKind;

/**
 * CallboardEffect:
 * @key: of a message: the step and how often anything was sent, "q1.4"; of an answer: the step's id
 * @text: of a message: what to send, with merge fields; of an answer: what the candidate wrote
 * @question: of an answer: the question's text
 * @value: of an answer: what it was understood as. Choices: their ids, joined by ","; "yes", "no", "true", "false"; a
 *   number as "2.5"; a day as "2026-12-01"; an address; a mark as "4"; files: the rows, joined by ","; "" if left out
 * @choices: of a message: (nullable) JSON array of {"id", "title"}; ids are "step/choice"
 * @session: (nullable): the id of the listed session
 * @media: (nullable): the file of a message
 * @files: (nullable) (element-type gint64): the attachments of an answer
 * @message_kind: (transfer none) (nullable): of a message: "first", "step", "nudge", "reminder" or "notice"
 * @template: (transfer none) (nullable): of a message: the role of the template that a channel needs while the window is
 *   closed, "first", "nudge" or "reminder"
 * @why: (transfer none): the reason of this step, not translated; callboard_why_describe()
 * @starts_at: microseconds since the epoch, UTC; of an offer: 0 for now
 * @ends_at: microseconds since the epoch, UTC; of an offer: 0 for no end
 * @score: of an answer: its points
 * @starts: of a message: whether it asks for a reply to begin
 * @flagged: of an answer: whether it marks the card for a person
 * @scored: of an answer: whether the question carries points at all
 */
typedef struct
{
  CallboardEffectKind  kind;
  char                *key;
  char                *text;
  char                *question;
  char                *value;
  char                *choices;
  char                *session;
  CallboardScriptFile *media;
  GArray              *files;
  const char          *message_kind;
  const char          *template;
  const char          *why;
  gint64               starts_at;
  gint64               ends_at;
  double               score;
  guint                starts : 1;
  guint                flagged : 1;
  guint                scored : 1;
} CallboardEffect;

void  callboard_effect_free        (CallboardEffect *effect);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardEffect, callboard_effect_free)

/**
 * callboard_why_describe:
 * @why: (nullable): the reason of an effect
 *
 * Returns: (transfer none): the reason in the user's words; @why itself if it is not known
 */
const char *callboard_why_describe (const char *why);

/**
 * callboard_script_step_of_key:
 * @key: the key of an effect or of a message row
 *
 * Returns: (transfer full) (nullable): the id of the step it belongs to
 */
char       *callboard_script_step_of_key (const char *key);

G_END_DECLS
