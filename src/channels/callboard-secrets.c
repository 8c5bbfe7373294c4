/* callboard-secrets.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-secrets.h"

#include "callboard-channel.h"

#include <glib/gi18n.h>
#include <libsecret/secret.h>

static const SecretSchema schema = {
  "org.callboard.Account", SECRET_SCHEMA_NONE,
  {
    { "account", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { NULL, 0 },
  }
};

static char *
format_variable (gint64 account)
{
  return g_strdup_printf ("CALLBOARD_SECRET_%" G_GINT64_FORMAT, account);
}

static char *
read_environment (gint64 account)
{
  g_autofree char *variable = format_variable (account);
  const char *secret = g_getenv (variable);

  return secret && *secret ? g_strdup (secret) : NULL;
}

static GHashTable *
make_attributes (gint64 account)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, account);

  return secret_attributes_build (&schema, "account", id, NULL);
}

static char *
make_label (const char *name)
{
  /* Translators: how the secret of the account %s is called in the desktop’s list of passwords */
  return g_strdup_printf (_("Callboard: %s"), name);
}

/* Takes what libsecret said, and says it in words for people. */
static GError *
translate (GError *said)
{
  GError *error = NULL;

  if (g_error_matches (said, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return said;

  if (g_error_matches (said, SECRET_ERROR, SECRET_ERROR_IS_LOCKED))
    error = g_error_new_literal (CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_SECRET,
                                 _("The keyring is locked. Unlock it and try again."));
  else
    error = g_error_new (CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_SECRET,
                         /* Translators: %s is a technical reason */
                         _("The keyring cannot be reached, so the secret of the account can be neither read nor kept. "
                           "Start a keyring such as GNOME Keyring or KWallet. (%s)"), said->message);

  g_error_free (said);

  return error;
}

static GError *
make_missing_error (gint64 account)
{
  g_autofree char *variable = format_variable (account);

  return g_error_new (CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_SECRET,
                      /* Translators: %s is the name of an environment variable */
                      _("No secret is stored for this account. Enter it in the preferences, or on a server set %s."),
                      variable);
}

static void
on_looked_up_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  gint64 *account = g_task_get_task_data (task);
  GError *error = NULL;
  g_autofree char *found = NULL;
  char *secret;

  secret = secret_password_lookup_finish (result, &error);
  found = g_strdup (secret);
  secret_password_free (secret);

  if (error != NULL)
    g_task_return_error (task, translate (error));
  else if (found == NULL)
    g_task_return_error (task, make_missing_error (*account));
  else
    g_task_return_pointer (task, g_steal_pointer (&found), g_free);
}

void
callboard_secrets_lookup_async (gint64               account,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr(GHashTable) attributes = make_attributes (account);
  char *secret = read_environment (account);

  g_task_set_source_tag (task, callboard_secrets_lookup_async);
  g_task_set_task_data (task, g_memdup2 (&account, sizeof account), g_free);

  if (secret != NULL)
    g_task_return_pointer (task, secret, g_free);
  else
    secret_password_lookupv (&schema, attributes, cancellable, on_looked_up_cb, g_steal_pointer (&task));
}

char *
callboard_secrets_lookup_finish (GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, callboard_secrets_lookup_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

char *
callboard_secrets_lookup_sync (gint64   account,
                               GError **error)
{
  g_autoptr(GHashTable) attributes = make_attributes (account);
  char *found = read_environment (account);
  char *secret;
  GError *said = NULL;

  if (found != NULL)
    return found;

  secret = secret_password_lookupv_sync (&schema, attributes, NULL, &said);
  found = g_strdup (secret);
  secret_password_free (secret);

  if (said != NULL)
    g_propagate_error (error, translate (said));
  else if (found == NULL)
    g_propagate_error (error, make_missing_error (account));

  return found;
}

static void
on_stored_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (secret_password_store_finish (result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, translate (error));
}

void
callboard_secrets_store_async (gint64               account,
                               const char          *name,
                               const char          *secret,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GHashTable) attributes = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (name != NULL);
  g_return_if_fail (secret != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, callboard_secrets_store_async);
  attributes = make_attributes (account);
  label = make_label (name);
  secret_password_storev (&schema, attributes, SECRET_COLLECTION_DEFAULT, label, secret, cancellable,
                          on_stored_cb, g_steal_pointer (&task));
}

gboolean
callboard_secrets_store_finish (GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, callboard_secrets_store_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
callboard_secrets_store_sync (gint64       account,
                              const char  *name,
                              const char  *secret,
                              GError     **error)
{
  g_autoptr(GHashTable) attributes = NULL;
  g_autofree char *label = NULL;
  GError *said = NULL;

  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (secret != NULL, FALSE);

  attributes = make_attributes (account);
  label = make_label (name);

  if (secret_password_storev_sync (&schema, attributes, SECRET_COLLECTION_DEFAULT, label, secret, NULL, &said))
    return TRUE;

  g_propagate_error (error, translate (said));

  return FALSE;
}

static void
on_cleared_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  secret_password_clear_finish (result, &error);

  if (error != NULL)
    g_task_return_error (task, translate (error));
  else
    g_task_return_boolean (task, TRUE);
}

void
callboard_secrets_clear_async (gint64               account,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr(GHashTable) attributes = make_attributes (account);

  g_task_set_source_tag (task, callboard_secrets_clear_async);
  secret_password_clearv (&schema, attributes, cancellable, on_cleared_cb, g_steal_pointer (&task));
}

gboolean
callboard_secrets_clear_finish (GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, callboard_secrets_clear_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
callboard_secrets_clear_sync (gint64   account,
                              GError **error)
{
  g_autoptr(GHashTable) attributes = make_attributes (account);
  GError *said = NULL;

  secret_password_clearv_sync (&schema, attributes, NULL, &said);

  if (said == NULL)
    return TRUE;

  g_propagate_error (error, translate (said));

  return FALSE;
}
