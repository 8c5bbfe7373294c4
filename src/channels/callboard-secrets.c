/* callboard-secrets.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-secrets-private.h"

#include "callboard-channel.h"

#include <glib/gi18n.h>
#include <libsecret/secret.h>

/* No attribute of the old kind, so that who looks for that never finds this: not every keyring heeds the schema's name. */
static const SecretSchema schema = {
  "org.callboard.Secret", SECRET_SCHEMA_NONE,
  {
    { "database", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { "number", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { NULL, 0 },
  }
};

/* How secrets were kept when all databases of a user shared them. */
static const SecretSchema old_schema = {
  "org.callboard.Account", SECRET_SCHEMA_NONE,
  {
    { "account", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { NULL, 0 },
  }
};

typedef struct
{
  char   *database;
  gint64  account;
} Place;

static void
place_free (Place *place)
{
  g_free (place->database);
  g_free (place);
}

static Place *
place_new (const char *database,
           gint64      account)
{
  Place *place = g_new0 (Place, 1);

  place->database = g_strdup (database);
  place->account = account;

  return place;
}

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

static char *
read_at_hand (const char *database,
              gint64      account)
{
  char *secret = read_environment (account);

  return secret != NULL ? secret : callboard_secrets_recall (database, account);
}

static GHashTable *
make_attributes (const char *database,
                 gint64      account)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, account);

  return secret_attributes_build (&schema, "database", database, "number", id, NULL);
}

static GHashTable *
make_old_attributes (gint64 account)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, account);

  return secret_attributes_build (&old_schema, "account", id, NULL);
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

static char *
find (const SecretSchema  *kind,
      GHashTable          *attributes,
      GCancellable        *cancellable,
      GError             **error)
{
  char *secret = secret_password_lookupv_sync (kind, attributes, cancellable, error);
  char *found = g_strdup (secret);

  secret_password_free (secret);

  return found;
}

/* A secret of the old kind belongs to the database that asks first. It goes only when it is safe in its new place. */
static char *
take_over (const char    *database,
           gint64         account,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr(GHashTable) attributes = make_attributes (database, account);
  g_autoptr(GHashTable) old = make_old_attributes (account);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, account);
  g_autofree char *label = make_label (id);
  g_autoptr(GError) fault = NULL;
  char *found = find (&old_schema, old, cancellable, error);

  if (found != NULL &&
      secret_password_storev_sync (&schema, attributes, SECRET_COLLECTION_DEFAULT, label, found, cancellable, &fault))
    secret_password_clearv_sync (&old_schema, old, cancellable, &fault);

  if (fault != NULL && !g_error_matches (fault, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_message ("A secret stays where older versions kept it: %s", fault->message);

  return found;
}

static char *
look_up (const char    *database,
         gint64         account,
         GCancellable  *cancellable,
         GError       **error)
{
  g_autoptr(GHashTable) attributes = make_attributes (database, account);
  GError *said = NULL;
  char *found = find (&schema, attributes, cancellable, &said);

  if (found == NULL && said == NULL)
    found = take_over (database, account, cancellable, &said);

  if (said != NULL)
    g_propagate_error (error, translate (said));
  else if (found == NULL)
    g_propagate_error (error, make_missing_error (account));

  return found;
}

static void
look_up_in_thread (GTask        *task,
                   gpointer      source_object,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  const Place *place = task_data;
  GError *error = NULL;
  char *found = look_up (place->database, place->account, cancellable, &error);

  if (found != NULL)
    g_task_return_pointer (task, found, g_free);
  else
    g_task_return_error (task, error);
}

void
callboard_secrets_lookup_async (const char          *database,
                                gint64               account,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  char *secret;

  g_return_if_fail (database != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  secret = read_at_hand (database, account);
  g_task_set_source_tag (task, callboard_secrets_lookup_async);
  g_task_set_task_data (task, place_new (database, account), (GDestroyNotify) place_free);

  if (secret != NULL)
    g_task_return_pointer (task, secret, g_free);
  else
    g_task_run_in_thread (task, look_up_in_thread);
}

char *
callboard_secrets_lookup_finish (GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, callboard_secrets_lookup_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

char *
callboard_secrets_lookup_sync (const char  *database,
                               gint64       account,
                               GError     **error)
{
  char *found;

  g_return_val_if_fail (database != NULL, NULL);

  found = read_at_hand (database, account);

  return found != NULL ? found : look_up (database, account, NULL, error);
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
callboard_secrets_store_async (const char          *database,
                               gint64               account,
                               const char          *name,
                               const char          *secret,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GHashTable) attributes = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (database != NULL);
  g_return_if_fail (name != NULL);
  g_return_if_fail (secret != NULL);

  callboard_secrets_forget (database, account);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, callboard_secrets_store_async);
  attributes = make_attributes (database, account);
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
callboard_secrets_store_sync (const char  *database,
                              gint64       account,
                              const char  *name,
                              const char  *secret,
                              GError     **error)
{
  g_autoptr(GHashTable) attributes = NULL;
  g_autofree char *label = NULL;
  GError *said = NULL;

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (secret != NULL, FALSE);

  callboard_secrets_forget (database, account);
  attributes = make_attributes (database, account);
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
callboard_secrets_clear_async (const char          *database,
                               gint64               account,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GHashTable) attributes = NULL;

  g_return_if_fail (database != NULL);

  callboard_secrets_forget (database, account);
  task = g_task_new (NULL, cancellable, callback, user_data);
  attributes = make_attributes (database, account);
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
callboard_secrets_clear_sync (const char  *database,
                              gint64       account,
                              GError     **error)
{
  g_autoptr(GHashTable) attributes = NULL;
  GError *said = NULL;

  g_return_val_if_fail (database != NULL, FALSE);

  callboard_secrets_forget (database, account);
  attributes = make_attributes (database, account);
  secret_password_clearv_sync (&schema, attributes, NULL, &said);

  if (said == NULL)
    return TRUE;

  g_propagate_error (error, translate (said));

  return FALSE;
}
