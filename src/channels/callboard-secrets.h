/* callboard-secrets.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Secrets of accounts: in the Secret Service, under the schema org.callboard.Account, attribute account = the account's
 * id; never in the database, the settings, logs or backups. On servers, which have no Secret Service, the environment
 * variable CALLBOARD_SECRET_<id> is read instead, and wins. All fail with CALLBOARD_CHANNEL_ERROR_SECRET, or
 * G_IO_ERROR_CANCELLED. */

/**
 * callboard_secrets_lookup_async:
 * @account: an account's id
 * @cancellable: (nullable): a cancellable
 * @callback: called with the answer
 * @user_data: for @callback
 */
void      callboard_secrets_lookup_async  (gint64                account,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);

/**
 * callboard_secrets_lookup_finish:
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the secret; %NULL on error, also if none is stored
 */
char     *callboard_secrets_lookup_finish (GAsyncResult         *result,
                                           GError              **error);

/**
 * callboard_secrets_lookup_sync:
 * @account: an account's id
 * @error: return location
 *
 * For programs without a window: it may wait for somebody to unlock the keyring.
 *
 * Returns: (transfer full): the secret; %NULL on error, also if none is stored
 */
char     *callboard_secrets_lookup_sync   (gint64                account,
                                           GError              **error);

/**
 * callboard_secrets_store_async:
 * @account: an account's id
 * @name: what the recruiter calls the account, for whoever looks into the keyring
 * @secret: (not nullable): replaces the one there is
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is stored
 * @user_data: for @callback
 */
void      callboard_secrets_store_async   (gint64                account,
                                           const char           *name,
                                           const char           *secret,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean  callboard_secrets_store_finish  (GAsyncResult         *result,
                                           GError              **error);
gboolean  callboard_secrets_store_sync    (gint64                account,
                                           const char           *name,
                                           const char           *secret,
                                           GError              **error);

/**
 * callboard_secrets_clear_async:
 * @account: an account's id
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is gone
 * @user_data: for @callback
 *
 * That there is none is no error.
 */
void      callboard_secrets_clear_async   (gint64                account,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean  callboard_secrets_clear_finish  (GAsyncResult         *result,
                                           GError              **error);
gboolean  callboard_secrets_clear_sync    (gint64                account,
                                           GError              **error);

G_END_DECLS
