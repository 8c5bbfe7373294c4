/* callboard-enrolment.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-changes.h"
#include "callboard-db.h"
#include "callboard-script.h"

G_BEGIN_DECLS

/* What commands do to enrolments, on the writer thread and inside their transaction. Times in here are the account's:
 * real time plus the account's clock shift. */

/**
 * CallboardAccount:
 * @rendering: what its messages look like, and which rules of a channel hold
 * @shift: what its clock is ahead of the real one, microseconds
 *
 * The account that carries an enrolment.
 */
typedef struct
{
  gint64             id;
  CallboardProvider  provider;
  CallboardRendering rendering;
  gint64             shift;
} CallboardAccount;

/**
 * callboard_account_needs_templates:
 * @self: an account
 *
 * Returns: whether it is one of WhatsApp itself, where only an approved template may begin a conversation
 */
static inline gboolean
callboard_account_needs_templates (const CallboardAccount *self)
{
  return self->rendering == CALLBOARD_RENDERING_WHATSAPP && self->provider != CALLBOARD_PROVIDER_REHEARSAL;
}

/**
 * callboard_account_read_rendering:
 * @provider: who carries the messages
 * @nick: (nullable): what the account's settings say: "rendering" of a rehearsal, "channel" of a real account
 *
 * Only where the provider carries both there is a choice. A rehearsal plays WhatsApp unless it is told otherwise; Twilio
 * and Infobip carry texts. It is kept in the column "channel" of the account.
 *
 * Returns: the rendering
 */
CallboardRendering callboard_account_read_rendering (CallboardProvider  provider,
                                                     const char        *nick);

/**
 * CallboardEnrolment:
 * @release_delay: how long the campaign that its end releases waits before it leaves, so that what ended this one can be
 *   undone, microseconds
 * @nudges: how many have been sent since the last reply
 * @held: whether a person has taken the conversation over
 */
typedef struct
{
  gint64               id;
  gint64               visit;
  gint64               application;
  gint64               candidate;
  gint64               campaign;
  gint64               version;
  gint64               attempt;
  CallboardAccount     account;
  CallboardStatus      status;
  CallboardScriptState state;
  gint64               release_delay;
  guint                nudges;
  guint                blast : 1;
  guint                held : 1;
} CallboardEnrolment;

/**
 * callboard_account_load:
 * @db: a connection
 * @id: which, or 0 for the one that sends new campaigns
 * @account: (out): the account
 * @error: return location for %CALLBOARD_ENGINE_ERROR_NOT_FOUND or a %CALLBOARD_STORE_ERROR
 *
 * Which one sends new campaigns is told by callboard_queries_find_sending_account().
 *
 * Returns: whether there is one
 */
gboolean         callboard_account_load          (CallboardDb              *db,
                                                  gint64                    id,
                                                  CallboardAccount         *account,
                                                  GError                  **error);

/**
 * callboard_account_load_for_job:
 * @db: a connection
 * @job: whose campaign is about to be sent
 * @account: (out): the account
 * @error: return location for %CALLBOARD_ENGINE_ERROR_NOT_FOUND or a %CALLBOARD_STORE_ERROR
 *
 * As callboard_account_load() for a job that may have chosen its account.
 *
 * Returns: whether there is one
 */
gboolean         callboard_account_load_for_job  (CallboardDb              *db,
                                                  gint64                    job,
                                                  CallboardAccount         *account,
                                                  GError                  **error);

/**
 * callboard_script_load:
 * @db: a connection
 * @campaign: a campaign
 * @version: one of its published versions
 * @error: return location
 *
 * Parses a version once per connection.
 *
 * Returns: (transfer none): the script, or %NULL
 */
CallboardScript *callboard_script_load           (CallboardDb              *db,
                                                  gint64                    campaign,
                                                  gint64                    version,
                                                  GError                  **error);

/**
 * callboard_enrolment_create:
 * @db: the writing connection
 * @self: visit, application, candidate, campaign, version, attempt and account are set; the rest is filled in
 * @leaves_at: when the first message may leave
 * @now: the account's time
 * @changes: what changed
 * @error: return location
 *
 * Makes the enrolment, Scheduled, and puts its first message into the outbox.
 *
 * Returns: whether it did
 */
gboolean         callboard_enrolment_create      (CallboardDb              *db,
                                                  CallboardEnrolment       *self,
                                                  gint64                    leaves_at,
                                                  gint64                    now,
                                                  CallboardChanges         *changes,
                                                  GError                  **error);

/**
 * callboard_enrolment_load:
 * @db: a connection
 * @id: which
 * @self: (out): the enrolment
 * @error: return location for %CALLBOARD_ENGINE_ERROR_NOT_FOUND or a %CALLBOARD_STORE_ERROR
 *
 * Returns: whether it exists
 */
gboolean         callboard_enrolment_load        (CallboardDb              *db,
                                                  gint64                    id,
                                                  CallboardEnrolment       *self,
                                                  GError                  **error);

/**
 * callboard_enrolment_become:
 * @db: the writing connection
 * @self: an enrolment
 * @status: its new status; an illegal move is ignored, and so is the same status
 * @now: the account's time
 * @changes: what changed
 * @error: return location
 *
 * Changes the status by the table of product.md, section 4. An end status pulls unsent messages, stops the timers and
 * releases the candidate's queue.
 *
 * Returns: whether nothing went wrong
 */
gboolean         callboard_enrolment_become      (CallboardDb              *db,
                                                  CallboardEnrolment       *self,
                                                  CallboardStatus           status,
                                                  gint64                    now,
                                                  CallboardChanges         *changes,
                                                  GError                  **error);

/**
 * callboard_enrolment_fail:
 *
 * Notes why, then callboard_enrolment_become() Failed.
 *
 * Returns: whether nothing went wrong
 */
gboolean         callboard_enrolment_fail        (CallboardDb              *db,
                                                  CallboardEnrolment       *self,
                                                  CallboardFailure          failure,
                                                  const char               *code,
                                                  const char               *detail,
                                                  gint64                    now,
                                                  CallboardChanges         *changes,
                                                  GError                  **error);

/**
 * callboard_enrolment_step:
 * @db: the writing connection
 * @self: an open enrolment
 * @event: what happened
 * @message: the inbound message's row, 0 if there is none
 * @now: the account's time
 * @understood: (out) (optional): whether the campaign went on by it
 * @changes: what changed
 * @error: return location
 *
 * Gives an event to the script, logs it and does what it decides.
 *
 * Returns: whether nothing went wrong
 */
gboolean         callboard_enrolment_step        (CallboardDb                *db,
                                                  CallboardEnrolment         *self,
                                                  const CallboardScriptEvent *event,
                                                  gint64                      message,
                                                  gint64                      now,
                                                  gboolean                   *understood,
                                                  CallboardChanges           *changes,
                                                  GError                    **error);

/**
 * callboard_enrolment_hear:
 * @db: the writing connection
 * @self: an open enrolment
 * @event: what the candidate said
 * @message: the inbound message's row
 * @now: the account's time
 * @understood: (out): whether the campaign went on by it
 * @changes: what changed
 * @error: return location
 *
 * The candidate said something: the enrolment is In Progress, and goes on as in callboard_enrolment_step().
 *
 * Returns: whether nothing went wrong
 */
gboolean         callboard_enrolment_hear        (CallboardDb                *db,
                                                  CallboardEnrolment         *self,
                                                  const CallboardScriptEvent *event,
                                                  gint64                      message,
                                                  gint64                      now,
                                                  gboolean                   *understood,
                                                  CallboardChanges           *changes,
                                                  GError                    **error);

/**
 * callboard_queue_release:
 * @db: the writing connection
 * @candidate: whose queue
 * @now: the account's time
 * @delay: how long it waits before it leaves, microseconds
 * @changes: what changed
 * @error: return location
 *
 * Lets the campaign that has waited longest go, if none is running.
 *
 * Returns: whether nothing went wrong
 */
gboolean         callboard_queue_release         (CallboardDb              *db,
                                                  gint64                    candidate,
                                                  gint64                    now,
                                                  gint64                    delay,
                                                  CallboardChanges         *changes,
                                                  GError                  **error);

/**
 * callboard_next_send_time:
 * @db: a connection
 * @candidate: who
 * @from: the earliest, account's time
 *
 * Returns: the first moment from @from on that lies in send hours where the candidate lives
 */
gint64           callboard_next_send_time        (CallboardDb              *db,
                                                  gint64                    candidate,
                                                  gint64                    from);

/**
 * callboard_candidate_find_zone:
 * @db: a connection
 * @candidate: who
 * @zone: (out) (nullable) (transfer full): where they live, as far as it is known: what was set, else the first zone of
 *   the number's country
 * @error: return location for a %CALLBOARD_STORE_ERROR
 *
 * Returns: whether it could be found out
 */
gboolean         callboard_candidate_find_zone   (CallboardDb              *db,
                                                  gint64                    candidate,
                                                  char                    **zone,
                                                  GError                  **error);

#define CALLBOARD_RUNNING_SQL "(status IN ('sending', 'in-progress') OR (status = 'delivered' AND blast = 0))"
#define CALLBOARD_OPEN_SQL    "(status IN ('scheduled', 'queued', 'sending', 'in-progress')" \
                              " OR (status = 'delivered' AND blast = 0))"

G_END_DECLS
