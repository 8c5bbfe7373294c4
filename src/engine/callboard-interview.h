/* callboard-interview.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-command.h"
#include "callboard-enrolment.h"

G_BEGIN_DECLS

/* Interviews (product.md, section 7), on the writer thread and inside the caller's transaction unless it says a command.
 * Their times are the calendar's: those of the account's clock, whatever the real one shows.
 *
 * Moving a card on keeps its interview: that is what happens after one, and before it the person still comes. A Reject
 * stage, archiving, withdrawing and opting out free the seat. An interview that has begun is locked. */

/**
 * callboard_interview_find_slots:
 * @db: a connection
 * @enrolment: for whom
 * @from: only slots from this moment on, 0 for all
 * @until: only slots that begin before this moment, 0 for all
 * @now: the account's time
 * @slots: (out) (transfer full) (element-type CallboardSlot): what can be offered, in order
 * @error: return location
 *
 * The settings of the campaign's Schedule module, minus what the interviewer has booked in all jobs and what the candidate
 * has. The visit's own interview blocks nothing, since it would be moved, but is not offered again.
 *
 * Returns: whether nothing went wrong
 */
gboolean          callboard_interview_find_slots           (CallboardDb               *db,
                                                            const CallboardEnrolment  *enrolment,
                                                            gint64                     from,
                                                            gint64                     until,
                                                            gint64                     now,
                                                            GArray                   **slots,
                                                            GError                   **error);

/**
 * callboard_interview_book:
 * @db: the writing connection
 * @enrolment: for whom
 * @slot: a slot that was offered
 * @now: the account's time
 * @booked: (out): whether the seat is the candidate's; if not, somebody was faster
 * @changes: what changed
 * @error: return location
 *
 * Books a slot and sets the reminders. An interview of the same visit is moved there: its old seat is free.
 *
 * Returns: whether nothing went wrong
 */
gboolean          callboard_interview_book                 (CallboardDb               *db,
                                                            const CallboardEnrolment  *enrolment,
                                                            const CallboardSlot       *slot,
                                                            gint64                     now,
                                                            gboolean                  *booked,
                                                            CallboardChanges          *changes,
                                                            GError                   **error);

/**
 * callboard_interview_confirm:
 * @db: the writing connection
 * @enrolment: whose interview
 * @now: the account's time
 * @changes: what changed
 * @error: return location
 *
 * Returns: whether nothing went wrong
 */
gboolean          callboard_interview_confirm              (CallboardDb               *db,
                                                            const CallboardEnrolment  *enrolment,
                                                            gint64                     now,
                                                            CallboardChanges          *changes,
                                                            GError                   **error);

/**
 * callboard_interview_cancel:
 * @db: the writing connection
 * @enrolment: whose interview
 * @now: the account's time
 * @changes: what changed
 * @error: return location
 *
 * Frees the seat and takes back the reminders. Does nothing to an interview that has begun.
 *
 * Returns: whether nothing went wrong
 */
gboolean          callboard_interview_cancel               (CallboardDb               *db,
                                                            const CallboardEnrolment  *enrolment,
                                                            gint64                     now,
                                                            CallboardChanges          *changes,
                                                            GError                   **error);

/**
 * callboard_interview_release:
 * @db: the writing connection
 * @application: whose interviews
 * @now: real time
 * @changes: what changed
 * @error: return location
 *
 * As callboard_interview_cancel(), for somebody who is rejected, archived or has withdrawn. Tells nobody.
 *
 * Returns: whether nothing went wrong
 */
gboolean          callboard_interview_release              (CallboardDb               *db,
                                                            gint64                     application,
                                                            gint64                     now,
                                                            CallboardChanges          *changes,
                                                            GError                   **error);

/**
 * callboard_interview_release_candidate:
 * @db: the writing connection
 * @candidate: who opted out
 * @now: the account's time
 * @changes: what changed
 * @error: return location
 *
 * As callboard_interview_release(), in all jobs.
 *
 * Returns: whether nothing went wrong
 */
gboolean          callboard_interview_release_candidate    (CallboardDb               *db,
                                                            gint64                     candidate,
                                                            gint64                     now,
                                                            CallboardChanges          *changes,
                                                            GError                   **error);

/**
 * callboard_interview_restore:
 * @db: the writing connection
 * @application: whose
 * @released_at: when callboard_interview_release() freed the seat, real time
 * @now: real time
 * @changes: what changed
 * @error: return location
 *
 * Undo: books the same seat again with its reminders, in silence, unless somebody else has it by now.
 *
 * Returns: whether nothing went wrong
 */
gboolean          callboard_interview_restore              (CallboardDb               *db,
                                                            gint64                     application,
                                                            gint64                     released_at,
                                                            gint64                     now,
                                                            CallboardChanges          *changes,
                                                            GError                   **error);

/**
 * callboard_interview_get_start:
 * @db: a connection
 * @enrolment: an enrolment's id
 * @starts_at: (out): when its booked interview begins, 0 if there is none
 * @error: return location
 *
 * Returns: whether nothing went wrong
 */
gboolean          callboard_interview_get_start            (CallboardDb               *db,
                                                            gint64                     enrolment,
                                                            gint64                    *starts_at,
                                                            GError                   **error);

/**
 * callboard_interview_set_reminders:
 * @db: the writing connection
 * @enrolment: whose interview
 * @starts_at: when it begins
 * @now: the account's time
 * @error: return location
 *
 * Sets the reminders a day and two hours before, each only if that is still to come, and from 07:30 on where the
 * candidate lives.
 *
 * Returns: whether nothing went wrong
 */
gboolean          callboard_interview_set_reminders        (CallboardDb               *db,
                                                            const CallboardEnrolment  *enrolment,
                                                            gint64                     starts_at,
                                                            gint64                     now,
                                                            GError                   **error);

/* How late a reminder may leave, in microseconds: one past its hour does not (product.md, section 8). */
#define CALLBOARD_REMINDER_LATEST G_TIME_SPAN_HOUR

/**
 * callboard_interview_remind:
 * @db: the writing connection
 * @now: real time
 * @changes: what changed
 * @error: return location
 *
 * Part of the tick: sends the reminders that are due. One that is more than an hour late does not leave any more, except in
 * a rehearsal, whose clock jumps; and none leaves once the interview has begun.
 *
 * Returns: whether nothing went wrong
 */
gboolean          callboard_interview_remind               (CallboardDb               *db,
                                                            gint64                     now,
                                                            CallboardChanges          *changes,
                                                            GError                   **error);

/**
 * callboard_interview_drop_late:
 * @db: the writing connection
 * @account: whose outbox
 * @now: the account's time
 * @changes: what changed
 * @error: return location
 *
 * Part of the claim: takes reminders that could not leave in their hour out of the outbox.
 *
 * Returns: whether nothing went wrong
 */
gboolean          callboard_interview_drop_late            (CallboardDb               *db,
                                                            gint64                     account,
                                                            gint64                     now,
                                                            CallboardChanges          *changes,
                                                            GError                   **error);

/**
 * callboard_enrolment_interview:
 * @db: the writing connection
 * @self: an enrolment
 * @effect: %CALLBOARD_EFFECT_OFFER, _BOOK, _CONFIRM_INTERVIEW or _CANCEL_INTERVIEW
 * @message: the reply it came from, 0 for none
 * @now: the account's time
 * @changes: what changed
 * @error: return location
 *
 * Does what the script decided, and tells the script what became of it.
 *
 * Returns: whether nothing went wrong
 */
gboolean          callboard_enrolment_interview            (CallboardDb               *db,
                                                            CallboardEnrolment        *self,
                                                            const CallboardEffect     *effect,
                                                            gint64                     message,
                                                            gint64                     now,
                                                            CallboardChanges          *changes,
                                                            GError                   **error);

/**
 * callboard_interview_find_hearer:
 * @db: a connection
 * @candidate: who wrote
 * @account: where
 * @choice: (nullable): the button or row that was pressed
 * @now: the account's time
 * @enrolment: (inout): the campaign that is running, 0 for none
 * @error: return location
 *
 * Somebody with an interview ahead may write of that, though its campaign has ended, and beside another that is running.
 * What comes is for the one of them that spoke last, or that showed the button.
 *
 * Returns: whether nothing went wrong
 */
gboolean          callboard_interview_find_hearer          (CallboardDb               *db,
                                                            gint64                     candidate,
                                                            gint64                     account,
                                                            const char                *choice,
                                                            gint64                     now,
                                                            gint64                    *enrolment,
                                                            GError                   **error);

/**
 * callboard_interview_rebook_command_new:
 * @interview: a booked interview's id
 *
 * Frees the seat and asks the candidate for another time. The message leaves at once, like one that was typed.
 *
 * Fails with %CALLBOARD_ENGINE_ERROR_NOT_FOUND, %CALLBOARD_ENGINE_ERROR_NOTHING if it was moved or cancelled, or
 * %CALLBOARD_ENGINE_ERROR_TOO_LATE once it has begun.
 *
 * Returns: (transfer full): the command
 */
CallboardCommand *callboard_interview_rebook_command_new   (gint64                     interview);

/**
 * callboard_interview_call_off_command_new:
 * @interview: a booked interview's id
 *
 * Cancels an interview and tells the candidate. Fails as callboard_interview_rebook_command_new() does.
 *
 * Returns: (transfer full): the command
 */
CallboardCommand *callboard_interview_call_off_command_new (gint64                     interview);

G_END_DECLS
