/* callboard-enrolment-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-enrolment.h"

G_BEGIN_DECLS

/**
 * callboard_enrolment_send:
 * @db: the writing connection
 * @self: an enrolment
 * @effect: a message of its script
 * @kind: "first" or "step"
 * @due: when it may leave, the account's time
 * @now: the account's time
 * @changes: what changed
 * @error: return location
 *
 * Renders a message and puts it into the outbox.
 *
 * Returns: whether nothing went wrong
 */
gboolean callboard_enrolment_send (CallboardDb            *db,
                                   CallboardEnrolment     *self,
                                   const CallboardEffect  *effect,
                                   const char             *kind,
                                   gint64                  due,
                                   gint64                  now,
                                   CallboardChanges       *changes,
                                   GError                **error);

/**
 * callboard_enrolment_log:
 * @db: the writing connection
 * @self: an enrolment
 * @event: what happened, to be replayed
 * @now: the account's time
 * @error: return location
 *
 * Returns: whether nothing went wrong
 */
gboolean callboard_enrolment_log  (CallboardDb                 *db,
                                   CallboardEnrolment          *self,
                                   const CallboardScriptEvent  *event,
                                   gint64                       now,
                                   GError                     **error);

/* The effects on answers. An answer settles what asked for a person's attention, unless it is a knock-out itself; the
 * score is the sum over the answers, so that it is right whatever the candidate goes back over. */
gboolean callboard_enrolment_store_answer  (CallboardDb            *db,
                                            CallboardEnrolment     *self,
                                            const CallboardEffect  *effect,
                                            gint64                  message,
                                            gint64                  now,
                                            GError                **error);
gboolean callboard_enrolment_forget_answer (CallboardDb            *db,
                                            CallboardEnrolment     *self,
                                            const CallboardEffect  *effect,
                                            GError                **error);
gboolean callboard_enrolment_store_score   (CallboardDb            *db,
                                            CallboardEnrolment     *self,
                                            CallboardScript        *script,
                                            GError                **error);

G_END_DECLS
