/* callboard-rehearsal.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-channel.h"

G_BEGIN_DECLS

/**
 * CallboardRehearsalFault:
 * @CALLBOARD_REHEARSAL_FAULT_NONE: everything arrives
 * @CALLBOARD_REHEARSAL_FAULT_NOT_ON_WHATSAPP: accepted, then failed by a receipt
 * @CALLBOARD_REHEARSAL_FAULT_OPTED_OUT: refused
 * @CALLBOARD_REHEARSAL_FAULT_PROVIDER_DOWN: not accepted, may be tried again
 * @CALLBOARD_REHEARSAL_FAULT_ANSWER_LOST: it arrives, but nobody says so; looking it up finds it once the fault is over
 *
 * What goes wrong on purpose, until it is told otherwise.
 */
typedef enum
{
  CALLBOARD_REHEARSAL_FAULT_NONE,
  CALLBOARD_REHEARSAL_FAULT_NOT_ON_WHATSAPP,
  CALLBOARD_REHEARSAL_FAULT_OPTED_OUT,
  CALLBOARD_REHEARSAL_FAULT_PROVIDER_DOWN,
  CALLBOARD_REHEARSAL_FAULT_ANSWER_LOST,
} CallboardRehearsalFault;

#define CALLBOARD_TYPE_REHEARSAL_FAULT (callboard_rehearsal_fault_get_type ())

GType callboard_rehearsal_fault_get_type (void) G_GNUC_CONST;

/**
 * CallboardRehearsalAnswer:
 * @message: what the phone received
 * @position: how many messages this phone has received before
 * @user_data: as given to callboard_rehearsal_set_answer_func()
 *
 * Returns: (transfer full) (nullable): what the candidate answers, %NULL for nothing
 */
typedef char *(*CallboardRehearsalAnswer) (const CallboardOutgoing *message,
                                           guint                    position,
                                           gpointer                 user_data);

#define CALLBOARD_TYPE_REHEARSAL (callboard_rehearsal_get_type())

/* A channel whose far end is simulated phones inside the program. Nothing leaves the machine.
 *
 * The far end keeps nothing across a restart: messages that a poll names as pending get their receipts then. Its
 * events say no time, since the clock of a rehearsal is moved by its account. */
G_DECLARE_FINAL_TYPE (CallboardRehearsal, callboard_rehearsal, CALLBOARD, REHEARSAL, GObject)

/**
 * callboard_rehearsal_new:
 *
 * Its signal #CallboardRehearsal::activity says that a poll would bring something.
 *
 * Returns: (transfer full): a #CallboardChannel
 */
CallboardRehearsal      *callboard_rehearsal_new             (void);

/**
 * callboard_rehearsal_parse:
 * @raw: an event of a rehearsal
 * @error: return location for %CALLBOARD_CHANNEL_ERROR_MALFORMED
 *
 * The #CallboardParser of rehearsals.
 *
 * Returns: (transfer full): the event
 */
CallboardEvent          *callboard_rehearsal_parse           (const char                *raw,
                                                              GError                   **error);

/**
 * callboard_rehearsal_reply:
 * @self: a rehearsal
 * @from: the phone, E.164
 * @text: what the candidate writes; for a choice its label
 * @choice: (nullable): the id of the button or row that is pressed
 *
 * A candidate answers.
 */
void                     callboard_rehearsal_reply           (CallboardRehearsal        *self,
                                                              const char                *from,
                                                              const char                *text,
                                                              const char                *choice);

/**
 * callboard_rehearsal_write:
 * @self: a rehearsal
 * @message: what the candidate sends: @from, @text, @choice, @quoted and @files of it count; the source of a file is a
 *   URI on this machine
 *
 * A candidate writes, with all that a phone can send along.
 */
void                     callboard_rehearsal_write           (CallboardRehearsal        *self,
                                                              const CallboardEvent      *message);

/**
 * callboard_rehearsal_read:
 * @self: a rehearsal
 * @provider_id: a message that arrived
 *
 * Somebody looks at a phone: the message is reported as read, once. A phone that answers by itself has looked, too.
 */
void                     callboard_rehearsal_read            (CallboardRehearsal        *self,
                                                              const char                *provider_id);

/**
 * callboard_rehearsal_get_fault:
 * @self: a rehearsal
 *
 * Returns: what goes wrong at present
 */
CallboardRehearsalFault  callboard_rehearsal_get_fault       (CallboardRehearsal        *self);

/**
 * callboard_rehearsal_set_fault:
 * @self: a rehearsal
 * @fault: what goes wrong from now on
 */
void                     callboard_rehearsal_set_fault       (CallboardRehearsal        *self,
                                                              CallboardRehearsalFault    fault);

/**
 * callboard_rehearsal_set_script:
 * @self: a rehearsal
 * @answers: (nullable) (array zero-terminated=1): what every phone answers, in order; copied
 *
 * A phone gives its next answer to each message that asks for one: it offers choices, or has a question mark or the
 * word YES in it, or is the first this phone receives. After the last answer it is silent.
 */
void                     callboard_rehearsal_set_script      (CallboardRehearsal        *self,
                                                              const char * const        *answers);

/**
 * callboard_rehearsal_set_answer_func:
 * @self: a rehearsal
 * @func: (nullable): decides what phones answer, instead of a script
 * @user_data: for @func
 * @destroy: (nullable): frees @user_data
 */
void                     callboard_rehearsal_set_answer_func (CallboardRehearsal        *self,
                                                              CallboardRehearsalAnswer   func,
                                                              gpointer                   user_data,
                                                              GDestroyNotify             destroy);

G_END_DECLS
