/* callboard-fetcher.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-channel.h"
#include "callboard-store.h"

G_BEGIN_DECLS

/**
 * callboard_fetched_command_new:
 * @attachment: a row whose file is being fetched
 * @parser: understands the events of its account
 * @file: (nullable) (transfer full): the file, now stored; %NULL if there is none
 * @state: "stored", "refused" or "lost"
 * @reason: (nullable): why there is no file, in the user's words
 * @size: if it was refused for its size: how many bytes it has at least; else 0
 *
 * Records what became of a file. Once nothing of a message is missing any more, the campaign hears the message, and what the
 * person said after it.
 *
 * Returns: (transfer full): the command
 */
CallboardCommand *callboard_fetched_command_new     (gint64               attachment,
                                                     CallboardParser      parser,
                                                     CallboardStoredFile *file,
                                                     const char          *state,
                                                     const char          *reason,
                                                     gint64               size);

/**
 * callboard_fetch_again_command_new:
 * @attachment: a row whose file was refused or lost
 *
 * Has it fetched again. The campaign has heard of it already, and does not hear of it again.
 *
 * Fails with %CALLBOARD_ENGINE_ERROR_NOT_FOUND.
 *
 * Returns: (transfer full): the command
 */
CallboardCommand *callboard_fetch_again_command_new (gint64               attachment);

#define CALLBOARD_TYPE_FETCHER (callboard_fetcher_get_type())

/* Brings the files that came to one account from the provider into the store of files. A fault that may pass is tried
 * again after 5 s, 30 s, 2 min, 10 min and 30 min; after that the file is lost, until somebody asks for it again. What
 * the program had not fetched when it ended it fetches when it is started again. */
G_DECLARE_FINAL_TYPE (CallboardFetcher, callboard_fetcher, CALLBOARD, FETCHER, GObject)

/**
 * callboard_fetcher_new:
 * @store: the store
 * @account: the account's id
 * @channel: carries its messages
 * @parser: understands its events
 *
 * Returns: (transfer full): a fetcher that does nothing yet
 */
CallboardFetcher *callboard_fetcher_new             (CallboardStore      *store,
                                                     gint64               account,
                                                     CallboardChannel    *channel,
                                                     CallboardParser      parser);
void              callboard_fetcher_start           (CallboardFetcher    *self);

/* What is on its way is given up; its row says so, and it is fetched again after the next start. */
void              callboard_fetcher_stop            (CallboardFetcher    *self);

/**
 * callboard_fetcher_is_idle:
 * @self: a fetcher
 *
 * Returns: whether no file is on its way; one may wait to be tried again
 */
gboolean          callboard_fetcher_is_idle         (CallboardFetcher    *self);

G_END_DECLS
