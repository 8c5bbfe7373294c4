/* callboard-receiver.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-queries-office.h"
#include "callboard-receiver-private.h"
#include "callboard-secrets.h"
#include "callboard-settings.h"

G_DEFINE_FINAL_TYPE (CallboardReceiver, callboard_receiver, G_TYPE_OBJECT)

static gboolean
is_told (CallboardProvider provider)
{
  return provider == CALLBOARD_PROVIDER_META || provider == CALLBOARD_PROVIDER_360DIALOG ||
         provider == CALLBOARD_PROVIDER_TWILIO;
}

/* A secret that was asked for. */
typedef struct
{
  CallboardReceiver *self;
  gint64             account;
} SecretWait;

static void
secret_found_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  SecretWait *wait = user_data;
  g_autoptr(CallboardReceiver) self = wait->self;
  g_autoptr(GError) error = NULL;
  g_autofree char *secret = callboard_secrets_lookup_finish (result, &error);
  CallboardReceiverDesk *desk = g_hash_table_lookup (self->desks, &wait->account);

  g_free (wait);
  if (secret == NULL)
    g_message ("Reports cannot be verified: %s", error->message);
  else if (desk != NULL)
    callboard_receiver_desk_take_secret (desk, secret);
}

static void
ask_for_secret (CallboardReceiver *self,
                gint64             account)
{
  g_autofree char *database = callboard_settings_get_text (callboard_store_get_reader (self->store),
                                                           CALLBOARD_SETTING_DATABASE);
  SecretWait *wait = g_new0 (SecretWait, 1);

  wait->self = g_object_ref (self);
  wait->account = account;
  callboard_secrets_lookup_async (database, account, self->cancellable, secret_found_cb, wait);
}

static void
put_desk (CallboardReceiver         *self,
          const CallboardAccountRow *row)
{
  CallboardReceiverDesk *desk = g_hash_table_lookup (self->desks, &row->id);

  if (!is_told (row->provider) || (desk != NULL && g_str_equal (desk->text, row->settings)))
    return;

  desk = callboard_receiver_desk_new (row->id, row->provider, row->settings);
  g_hash_table_replace (self->desks, g_memdup2 (&row->id, sizeof row->id), desk);
  ask_for_secret (self, row->id);
}

/* Paused accounts listen, too: only sending pauses. */
static void
refresh_desks (CallboardReceiver *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = callboard_queries_load_accounts (callboard_store_get_reader (self->store), &error);

  if (rows == NULL)
    g_warning ("Could not read the accounts: %s", error->message);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    put_desk (self, g_ptr_array_index (rows, i));
}

static void
store_changed_cb (CallboardReceiver *self,
                  CallboardChanges  *changes)
{
  if (self->door != NULL && callboard_changes_has (changes, CALLBOARD_CHANGED_ACCOUNTS))
    refresh_desks (self);
}

static void
callboard_receiver_dispose (GObject *object)
{
  CallboardReceiver *self = CALLBOARD_RECEIVER (object);

  callboard_receiver_stop (self);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (callboard_receiver_parent_class)->dispose (object);
}

static void
callboard_receiver_finalize (GObject *object)
{
  CallboardReceiver *self = CALLBOARD_RECEIVER (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->desks, g_hash_table_unref);
  g_free (self->asked_url);
  g_free (self->public_url);
  g_free (self->proof);

  G_OBJECT_CLASS (callboard_receiver_parent_class)->finalize (object);
}

static void
callboard_receiver_class_init (CallboardReceiverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = callboard_receiver_dispose;
  object_class->finalize = callboard_receiver_finalize;
}

static void
callboard_receiver_init (CallboardReceiver *self)
{
  self->cancellable = g_cancellable_new ();
  self->proof = g_uuid_string_random ();
  self->desks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) callboard_receiver_desk_free);
}

CallboardReceiver *
callboard_receiver_new (CallboardStore *store)
{
  CallboardReceiver *self;

  g_return_val_if_fail (CALLBOARD_IS_STORE (store), NULL);

  self = g_object_new (CALLBOARD_TYPE_RECEIVER, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

static void
put_public_url (CallboardReceiver *self)
{
  g_free (self->public_url);
  self->public_url = self->asked_url != NULL ? g_strdup (self->asked_url)
                                             : g_strdup_printf ("http://127.0.0.1:%u", callboard_receiver_get_port (self));
}

void
callboard_receiver_set_public_url (CallboardReceiver *self,
                                   const char        *url)
{
  g_return_if_fail (CALLBOARD_IS_RECEIVER (self));

  g_free (self->asked_url);
  self->asked_url = url != NULL && *url != '\0' ? g_strdup (url) : NULL;
  while (self->asked_url != NULL && g_str_has_suffix (self->asked_url, "/"))
    self->asked_url[strlen (self->asked_url) - 1] = '\0';
  put_public_url (self);
}

gboolean
callboard_receiver_start (CallboardReceiver  *self,
                          guint               port,
                          GError            **error)
{
  g_autoptr(SoupServer) server = NULL;

  g_return_val_if_fail (CALLBOARD_IS_RECEIVER (self), FALSE);
  g_return_val_if_fail (self->door == NULL, FALSE);

  /* The address is signed as it was written, so it is left so. */
  server = soup_server_new ("raw-paths", TRUE, NULL);
  soup_server_add_early_handler (server, NULL, callboard_receiver_headers_cb, self, NULL);
  soup_server_add_handler (server, NULL, callboard_receiver_request_cb, self, NULL);
  self->door = callboard_door_open (server, port, error);
  if (self->door == NULL)
    return FALSE;

  self->server = g_steal_pointer (&server);
  put_public_url (self);
  refresh_desks (self);

  return TRUE;
}

void
callboard_receiver_stop (CallboardReceiver *self)
{
  g_return_if_fail (CALLBOARD_IS_RECEIVER (self));

  g_clear_pointer (&self->door, callboard_door_close);
  g_clear_object (&self->server);
}

guint
callboard_receiver_get_port (CallboardReceiver *self)
{
  g_return_val_if_fail (CALLBOARD_IS_RECEIVER (self), 0);

  return self->door != NULL ? callboard_door_get_port (self->door) : 0;
}

char *
callboard_receiver_get_path (CallboardProvider provider,
                             gint64            account)
{
  const char *nick = callboard_enum_to_nick (CALLBOARD_TYPE_PROVIDER, provider);

  return is_told (provider) ? g_strdup_printf ("/%s/%" G_GINT64_FORMAT, nick, account) : NULL;
}

const char *
callboard_receiver_get_proof (CallboardReceiver *self)
{
  g_return_val_if_fail (CALLBOARD_IS_RECEIVER (self), NULL);

  return self->proof;
}
