/* callboard-secrets.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Secrets of accounts: in the Secret Service, under the schema org.callboard.Secret, with the attributes number = the
 * account's id and database = CALLBOARD_SETTING_DATABASE, so that data directories do not share them; never in the database, the settings, logs or backups. On servers, which have no Secret Service, the environment
 * variable CALLBOARD_SECRET_<id> is read instead, and wins. All fail with CALLBOARD_CHANNEL_ERROR_SECRET, or
 * G_IO_ERROR_CANCELLED. */

/* An account may have several secrets. They are stored as one text: a JSON object of them, or, of an account that has no
 * more, the main one as it is. */
#define CALLBOARD_SECRET_MAIN    "secret"
#define CALLBOARD_SECRET_APP     "app_secret"
#define CALLBOARD_SECRET_VERIFY  "verify_token"
#define CALLBOARD_SECRET_TOKEN   "auth_token"
#define CALLBOARD_SECRET_WEBHOOK "webhook_secret"

/**
 * callboard_secrets_get_member:
 * @stored: (nullable): what is stored for an account
 * @member: which of its secrets
 *
 * Returns: (transfer full) (nullable): that one
 */
char     *callboard_secrets_get_member    (const char           *stored,
                                           const char           *member);

/**
 * callboard_secrets_set_member:
 * @stored: (nullable): what is stored for an account
 * @member: which of its secrets
 * @text: the secret
 *
 * Returns: (transfer full): what to store then
 */
char     *callboard_secrets_set_member    (const char           *stored,
                                           const char           *member,
                                           const char           *text);

/**
 * callboard_secrets_keep:
 * @database: which database the account is in
 * @account: an account's id
 * @secret: replaces the one there is
 *
 * Keeps a secret in the memory of this program until it ends, where no Secret Service can be reached. It is looked up
 * like any other, and forgotten when one is stored.
 */
void      callboard_secrets_keep          (const char           *database,
                                           gint64                account,
                                           const char           *secret);

/**
 * callboard_secrets_is_kept:
 * @database: which database the account is in
 * @account: an account's id
 *
 * Returns: whether the account's secret will be forgotten when the program ends
 */
gboolean  callboard_secrets_is_kept       (const char           *database,
                                           gint64                account);

/**
 * callboard_secrets_lookup_async:
 * @database: which database the account is in
 * @account: an account's id
 * @cancellable: (nullable): a cancellable
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * A secret that an older version stored, under org.callboard.Account and without a database, is taken over by the
 * database that looks for it first.
 */
void      callboard_secrets_lookup_async  (const char           *database,
                                           gint64                account,
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
 * @database: which database the account is in
 * @account: an account's id
 * @error: return location
 *
 * For programs without a window: it may wait for somebody to unlock the keyring.
 *
 * Returns: (transfer full): the secret; %NULL on error, also if none is stored
 */
char     *callboard_secrets_lookup_sync   (const char           *database,
                                           gint64                account,
                                           GError              **error);

/**
 * callboard_secrets_store_async:
 * @database: which database the account is in
 * @account: an account's id
 * @name: what the recruiter calls the account, for whoever looks into the keyring
 * @secret: (not nullable): replaces the one there is
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is stored
 * @user_data: for @callback
 */
void      callboard_secrets_store_async   (const char           *database,
                                           gint64                account,
                                           const char           *name,
                                           const char           *secret,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean  callboard_secrets_store_finish  (GAsyncResult         *result,
                                           GError              **error);
gboolean  callboard_secrets_store_sync    (const char           *database,
                                           gint64                account,
                                           const char           *name,
                                           const char           *secret,
                                           GError              **error);

/**
 * callboard_secrets_clear_async:
 * @database: which database the account is in
 * @account: an account's id
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is gone
 * @user_data: for @callback
 *
 * That there is none is no error.
 */
void      callboard_secrets_clear_async   (const char           *database,
                                           gint64                account,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean  callboard_secrets_clear_finish  (GAsyncResult         *result,
                                           GError              **error);
gboolean  callboard_secrets_clear_sync    (const char           *database,
                                           gint64                account,
                                           GError              **error);

G_END_DECLS
