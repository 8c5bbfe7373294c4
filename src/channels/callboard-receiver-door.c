/* callboard-receiver-door.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-clock.h"
#include "callboard-receiver-private.h"

/* So many may be inside at once; providers come with at most some dozens. */
#define MAX_GUESTS      256

/* A connection on which nothing moves is closed, and so is one whose request is not there after so long. */
#define SILENCE_SECONDS 30
#define REQUEST_SECONDS 30
#define LOOK_SECONDS    5

/* A connection, which the server knows by its far end. since is when it began to say something, or came in; 0 while it
 * waits for its next request. */
typedef struct
{
  GSocketConnection *connection;
  GSocketAddress    *remote;
  gint64             since;
} Guest;

struct _CallboardDoor
{
  SoupServer     *server;
  GSocketService *service;
  GQueue          guests; /* of Guest, oldest first */
  guint           port;
  guint           look_source;
};

static void
guest_free (Guest *guest)
{
  g_clear_object (&guest->connection);
  g_clear_object (&guest->remote);
  g_free (guest);
}

static GSocket *
get_socket (Guest *guest)
{
  return g_socket_connection_get_socket (guest->connection);
}

/* The server sees that it has gone. */
static void
show_out (Guest *guest)
{
  g_socket_shutdown (get_socket (guest), TRUE, TRUE, NULL);
}

static gboolean
has_left (Guest *guest)
{
  return g_socket_is_closed (get_socket (guest)) || !g_socket_is_connected (get_socket (guest));
}

static void
remove_guest (CallboardDoor *self,
              GList         *link)
{
  guest_free (link->data);
  g_queue_delete_link (&self->guests, link);
}

/* Closes what takes too long, and lets go of what is closed. */
static void
look_round (CallboardDoor *self)
{
  gint64 latest = g_get_monotonic_time () - REQUEST_SECONDS * CALLBOARD_SECOND;
  GList *next;

  for (GList *link = self->guests.head; link != NULL; link = next)
    {
      Guest *guest = link->data;

      next = link->next;
      if (guest->since != 0 && guest->since < latest)
        show_out (guest);
      if (has_left (guest) || (guest->since != 0 && guest->since < latest))
        remove_guest (self, link);
    }
}

static gboolean
look_cb (gpointer user_data)
{
  look_round (user_data);

  return G_SOURCE_CONTINUE;
}

/* Who has been at it the longest goes, so that holding doors open keeps nobody out. */
static void
make_room (CallboardDoor *self)
{
  look_round (self);

  while (self->guests.length >= MAX_GUESTS)
    {
      GList *oldest = self->guests.head;

      while (oldest->next != NULL && ((Guest *) oldest->data)->since == 0)
        oldest = oldest->next;

      show_out (oldest->data);
      remove_guest (self, oldest);
    }
}

static gboolean
on_incoming_cb (CallboardDoor     *self,
                GSocketConnection *connection)
{
  g_autoptr(GSocketAddress) local = g_socket_connection_get_local_address (connection, NULL);
  g_autoptr(GSocketAddress) remote = g_socket_connection_get_remote_address (connection, NULL);
  Guest *guest;

  if (local == NULL || remote == NULL)
    return TRUE;

  make_room (self);
  g_socket_set_timeout (g_socket_connection_get_socket (connection), SILENCE_SECONDS);

  guest = g_new0 (Guest, 1);
  guest->connection = g_object_ref (connection);
  guest->remote = g_object_ref (remote);
  guest->since = g_get_monotonic_time ();
  g_queue_push_tail (&self->guests, guest);

  /* A request begins with its connection. */
  soup_server_accept_iostream (self->server, G_IO_STREAM (connection), local, remote, NULL);

  return TRUE;
}

static Guest *
find_guest (CallboardDoor     *self,
            SoupServerMessage *message)
{
  GSocketAddress *remote = soup_server_message_get_remote_address (message);

  for (GList *link = self->guests.head; link != NULL; link = link->next)
    {
      if (((Guest *) link->data)->remote == remote)
        return link->data;
    }

  return NULL;
}

/* More than any webhook has is not kept, however it was announced. */
static void
on_chunk_cb (SoupServerMessage *message,
             GBytes            *chunk,
             GSocketConnection *connection)
{
  SoupMessageBody *body = soup_server_message_get_request_body (message);

  if (body->length <= CALLBOARD_RECEIVER_MAX_BODY)
    return;

  soup_message_body_set_accumulate (body, FALSE);
  g_socket_shutdown (g_socket_connection_get_socket (connection), TRUE, TRUE, NULL);
}

static void
unref_closure_data (gpointer  data,
                    GClosure *closure)
{
  g_object_unref (data);
}

static void
on_request_started_cb (CallboardDoor     *self,
                       SoupServerMessage *message)
{
  Guest *guest = find_guest (self, message);

  if (guest == NULL)
    return;

  guest->since = g_get_monotonic_time ();
  g_signal_connect_data (message, "got-chunk", G_CALLBACK (on_chunk_cb), g_object_ref (guest->connection),
                         unref_closure_data, 0);
}

static void
on_request_ended_cb (CallboardDoor     *self,
                     SoupServerMessage *message)
{
  Guest *guest = find_guest (self, message);

  if (guest != NULL)
    guest->since = 0;
}

CallboardDoor *
callboard_door_open (SoupServer  *server,
                     guint        port,
                     GError     **error)
{
  g_autoptr(CallboardDoor) self = g_new0 (CallboardDoor, 1);
  g_autoptr(GSocketAddress) wanted = g_inet_socket_address_new_from_string ("127.0.0.1", port);
  g_autoptr(GSocketAddress) found = NULL;
  g_autoptr(GError) fault = NULL;

  self->server = g_object_ref (server);
  self->service = g_socket_service_new ();
  if (!g_socket_listener_add_address (G_SOCKET_LISTENER (self->service), wanted, G_SOCKET_TYPE_STREAM,
                                      G_SOCKET_PROTOCOL_TCP, NULL, &found, &fault))
    {
      g_set_error (error, fault->domain, fault->code,
                   /* Translators: %u is a port number, %s the reason */
                   _("The receiver cannot listen on port %u: %s. Another program may use it; choose another port."),
                   port, fault->message);
      return NULL;
    }

  self->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (found));
  self->look_source = g_timeout_add_seconds (LOOK_SECONDS, look_cb, self);
  g_signal_connect_swapped (self->service, "incoming", G_CALLBACK (on_incoming_cb), self);
  g_signal_connect_swapped (server, "request-started", G_CALLBACK (on_request_started_cb), self);
  g_signal_connect_swapped (server, "request-read", G_CALLBACK (on_request_ended_cb), self);
  g_signal_connect_swapped (server, "request-aborted", G_CALLBACK (on_request_ended_cb), self);

  return g_steal_pointer (&self);
}

void
callboard_door_close (CallboardDoor *self)
{
  g_clear_handle_id (&self->look_source, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->server, self);
  g_signal_handlers_disconnect_by_data (self->service, self);
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  g_queue_clear_full (&self->guests, (GDestroyNotify) guest_free);
  g_clear_object (&self->service);
  g_clear_object (&self->server);
  g_free (self);
}

guint
callboard_door_get_port (CallboardDoor *self)
{
  return self->port;
}
