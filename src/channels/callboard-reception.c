/* callboard-reception.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-reception.h"

#include "callboard-settings.h"
#include "callboard-util.h"

#define MAX_PORT 65535

struct _CallboardReception
{
  GObject            parent_instance;

  CallboardStore    *store;
  CallboardReceiver *receiver;
  char              *url;
  guint              port;
};

G_DEFINE_FINAL_TYPE (CallboardReception, callboard_reception, G_TYPE_OBJECT)

static void
close_door (CallboardReception *self)
{
  if (self->receiver != NULL)
    callboard_receiver_stop (self->receiver);

  g_clear_object (&self->receiver);
}

static void
open_door (CallboardReception *self)
{
  g_autoptr(GError) error = NULL;

  self->receiver = callboard_receiver_new (self->store);
  callboard_receiver_set_public_url (self->receiver, self->url);
  if (callboard_receiver_start (self->receiver, self->port, &error))
    return;

  g_message ("%s", error->message);
  g_clear_object (&self->receiver);
}

static void
refresh (CallboardReception *self)
{
  CallboardDb *db = callboard_store_get_reader (self->store);
  g_autofree char *port_text = callboard_settings_get_text (db, CALLBOARD_SETTING_RECEIVER_PORT);
  g_autofree char *url = callboard_settings_get_text (db, CALLBOARD_SETTING_RECEIVER_URL);
  guint64 number = port_text != NULL ? g_ascii_strtoull (port_text, NULL, 10) : 0;
  guint port = number <= MAX_PORT ? number : 0;
  gboolean other = callboard_set_str (&self->url, url);

  if (self->port == port && !other)
    return;

  self->port = port;
  close_door (self);
  if (port != 0)
    open_door (self);
}

static void
store_changed_cb (CallboardReception *self,
                  CallboardChanges   *changes)
{
  g_assert (CALLBOARD_IS_RECEPTION (self));

  if (self->store != NULL && callboard_changes_has (changes, CALLBOARD_CHANGED_SETTINGS))
    refresh (self);
}

static void
callboard_reception_dispose (GObject *object)
{
  CallboardReception *self = CALLBOARD_RECEPTION (object);

  close_door (self);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (callboard_reception_parent_class)->dispose (object);
}

static void
callboard_reception_finalize (GObject *object)
{
  CallboardReception *self = CALLBOARD_RECEPTION (object);

  g_clear_pointer (&self->url, g_free);

  G_OBJECT_CLASS (callboard_reception_parent_class)->finalize (object);
}

static void
callboard_reception_class_init (CallboardReceptionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = callboard_reception_dispose;
  object_class->finalize = callboard_reception_finalize;
}

static void
callboard_reception_init (CallboardReception *self)
{
}

CallboardReception *
callboard_reception_new (CallboardStore *store)
{
  CallboardReception *self;

  g_return_val_if_fail (CALLBOARD_IS_STORE (store), NULL);

  self = g_object_new (CALLBOARD_TYPE_RECEPTION, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  refresh (self);

  return self;
}

guint
callboard_reception_get_port (CallboardReception *self)
{
  g_return_val_if_fail (CALLBOARD_IS_RECEPTION (self), 0);

  return self->receiver != NULL ? callboard_receiver_get_port (self->receiver) : 0;
}
