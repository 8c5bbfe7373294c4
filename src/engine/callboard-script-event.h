/* callboard-script-event.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-enums.h"
#include "callboard-words.h"

G_BEGIN_DECLS

/**
 * CallboardSlot:
 * @starts_at: microseconds since the epoch, UTC
 * @ends_at: microseconds since the epoch, UTC
 * @session: (nullable): the id of the listed session it is a place of
 *
 * A time at which an interview may be held.
 */
typedef struct
{
  gint64  starts_at;
  gint64  ends_at;
  char   *session;
} CallboardSlot;

/**
 * callboard_slots_new:
 *
 * Returns: (transfer full) (element-type CallboardSlot): an empty array that frees its elements' members
 */
GArray *callboard_slots_new (void);

/**
 * callboard_slots_add:
 * @slots: an array from callboard_slots_new()
 * @starts_at: microseconds since the epoch, UTC
 * @ends_at: microseconds since the epoch, UTC
 * @session: (nullable): the id of a listed session
 */
void    callboard_slots_add (GArray     *slots,
                             gint64      starts_at,
                             gint64      ends_at,
                             const char *session);

/**
 * CallboardReplyFile:
 * @attachment: its row
 * @kind: what it is, by its first bytes if it has been fetched, else by what the provider says
 * @size: bytes, 0 if unknown
 * @seconds: how long a video or voice message lasts, 0 if unknown
 *
 * A file that came with a reply.
 */
typedef struct
{
  gint64             attachment;
  CallboardFileKind  kind;
  gint64             size;
  guint              seconds;
} CallboardReplyFile;

/**
 * CallboardReminder:
 * @CALLBOARD_REMINDER_DAY: the day before, with Confirm
 * @CALLBOARD_REMINDER_HOURS: two hours before
 */
typedef enum
{
  CALLBOARD_REMINDER_DAY,
  CALLBOARD_REMINDER_HOURS,
} CallboardReminder;

/**
 * CallboardScriptEventKind:
 * @CALLBOARD_SCRIPT_START: the card came into the stage
 * @CALLBOARD_SCRIPT_REPLY: the candidate said something: text, choice, quoted, word, zone, files
 * @CALLBOARD_SCRIPT_NUDGE: nothing was heard for long: n, last
 * @CALLBOARD_SCRIPT_RESUME: a person hands the conversation back
 * @CALLBOARD_SCRIPT_SLOTS: the free slots that the last offer asked for: slots
 * @CALLBOARD_SCRIPT_BOOKED: the slot that was chosen is booked: starts_at
 * @CALLBOARD_SCRIPT_TAKEN: the slot that was chosen is no longer free
 * @CALLBOARD_SCRIPT_REMIND: the interview is near: reminder
 * @CALLBOARD_SCRIPT_REBOOK: the recruiter asks for another time
 * @CALLBOARD_SCRIPT_CALL_OFF: the recruiter calls the interview off
 */
typedef enum
{
  CALLBOARD_SCRIPT_START,
  CALLBOARD_SCRIPT_REPLY,
  CALLBOARD_SCRIPT_NUDGE,
  CALLBOARD_SCRIPT_RESUME,
  CALLBOARD_SCRIPT_SLOTS,
  CALLBOARD_SCRIPT_BOOKED,
  CALLBOARD_SCRIPT_TAKEN,
  CALLBOARD_SCRIPT_REMIND,
  CALLBOARD_SCRIPT_REBOOK,
  CALLBOARD_SCRIPT_CALL_OFF,
} CallboardScriptEventKind;

/**
 * CallboardScriptEvent:
 * @text: (nullable): what the candidate wrote; any bytes
 * @choice: (nullable): the id of the button or row pressed, "step/choice"
 * @quoted: (nullable): the id of the step whose message the reply quotes; callboard_script_step_of_key()
 * @zone: (nullable): the candidate's time zone, for "tomorrow"; UTC if it is not known
 * @word: what the whole message means, if anything
 * @files: (nullable) (array length=n_files): what came with the reply
 * @message: the row of the reply, 0 if there is none; not for the script, but for who reads the log
 * @n: which nudge it is, from 1
 * @last: whether no further nudge follows
 * @slots: (nullable) (element-type CallboardSlot): the free slots, in order of time
 * @starts_at: start of the interview, microseconds since the epoch, UTC
 * @reminder: which reminder is due
 *
 * What happened. Members that @kind does not name are 0.
 */
typedef struct
{
  CallboardScriptEventKind  kind;
  const char               *text;
  const char               *choice;
  const char               *quoted;
  const char               *zone;
  CallboardWord             word;
  const CallboardReplyFile *files;
  guint                     n_files;
  gint64                    message;
  guint                     n;
  gboolean                  last;
  GArray                   *slots;
  gint64                    starts_at;
  CallboardReminder         reminder;
} CallboardScriptEvent;

/**
 * callboard_script_event_to_json:
 * @event: an event
 *
 * Writes an event for the log, so that it can be replayed. Bytes that are not UTF-8 are replaced.
 *
 * Returns: (transfer full): one line of JSON
 */
char                 *callboard_script_event_to_json   (const CallboardScriptEvent  *event);

/**
 * callboard_script_event_from_json:
 * @text: a logged event. "start" and "reply ID" of earlier versions are read too; such a reply has only its row
 * @error: return location for %CALLBOARD_ENGINE_ERROR_INVALID
 *
 * Returns: (transfer full): the event, to be freed with callboard_script_event_free(), or %NULL
 */
CallboardScriptEvent *callboard_script_event_from_json (const char                  *text,
                                                        GError                     **error);

/**
 * callboard_script_event_free:
 * @event: an event from callboard_script_event_from_json()
 */
void                  callboard_script_event_free      (CallboardScriptEvent        *event);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardScriptEvent, callboard_script_event_free)

G_END_DECLS
