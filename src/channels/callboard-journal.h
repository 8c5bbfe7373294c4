/* callboard-journal.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-http.h"
#include "callboard-store.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_JOURNAL (callboard_journal_get_type())

/* Writes the requests of one account into the request log, some at a time: what sent something, and what went wrong. A
 * question that was answered as usual is not kept: it is asked every few seconds. */
G_DECLARE_FINAL_TYPE (CallboardJournal, callboard_journal, CALLBOARD, JOURNAL, GObject)

/**
 * callboard_journal_new:
 * @store: the store
 * @account: whose requests they are
 * @http: what sends them
 *
 * Returns: (transfer full): the journal, which listens as long as it lives
 */
CallboardJournal *callboard_journal_new   (CallboardStore   *store,
                                           gint64            account,
                                           CallboardHttp    *http);

/**
 * callboard_journal_flush:
 * @self: a journal
 *
 * Writes now what has come together.
 */
void              callboard_journal_flush (CallboardJournal *self);

G_END_DECLS
