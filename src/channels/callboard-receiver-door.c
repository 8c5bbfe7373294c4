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

/* A connection. since is when it began to say something, or came in; 0 while it waits for its next request. */
typedef struct
{
  GSocket *socket;
  gint64   since;
} Guest;

struct _CallboardDoor
{
  SoupServer *server;
  GQueue      guests; /* of Guest, oldest first */
  guint       port;
  guint       look_source;
};

static void
guest_free (Guest *guest)
{
  g_clear_object (&guest->socket);
  g_free (guest);
}

/* The server sees that it has gone. */
static void
show_out (GSocket *socket)
{
  g_socket_shutdown (socket, TRUE, TRUE, NULL);
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
      if (!g_socket_is_closed (guest->socket) && (guest->since == 0 || guest->since >= latest))
        continue;

      if (!g_socket_is_closed (guest->socket))
        show_out (guest->socket);
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

      show_out (((Guest *) oldest->data)->socket);
      remove_guest (self, oldest);
    }
}

static Guest *
find_guest (CallboardDoor *self,
            GSocket       *socket)
{
  for (GList *link = self->guests.head; link != NULL; link = link->next)
    {
      if (((Guest *) link->data)->socket == socket)
        return link->data;
    }

  return NULL;
}

static Guest *
add_guest (CallboardDoor *self,
           GSocket       *socket)
{
  Guest *guest = g_new0 (Guest, 1);

  make_room (self);
  g_socket_set_timeout (socket, SILENCE_SECONDS);
  guest->socket = g_object_ref (socket);
  g_queue_push_tail (&self->guests, guest);

  return guest;
}

/* More than any webhook has is not kept, however it was announced. */
static void
on_chunk_cb (SoupServerMessage *message,
             GBytes            *chunk,
             gpointer           user_data)
{
  SoupMessageBody *body = soup_server_message_get_request_body (message);
  GSocket *socket = soup_server_message_get_socket (message);

  if (body->length <= CALLBOARD_RECEIVER_MAX_BODY)
    return;

  soup_message_body_set_accumulate (body, FALSE);
  if (socket != NULL)
    show_out (socket);
}

/* A request begins with its connection, or with the end of the one before. */
static void
on_request_started_cb (CallboardDoor     *self,
                       SoupServerMessage *message)
{
  GSocket *socket = soup_server_message_get_socket (message);
  Guest *guest = find_guest (self, socket);
  gboolean is_new = guest == NULL;

  if (is_new)
    guest = add_guest (self, socket);

  guest->since = is_new ? g_get_monotonic_time () : 0;
  g_signal_connect (message, "got-chunk", G_CALLBACK (on_chunk_cb), NULL);
}

static void
on_request_ended_cb (CallboardDoor     *self,
                     SoupServerMessage *message)
{
  Guest *guest = find_guest (self, soup_server_message_get_socket (message));

  if (guest != NULL)
    guest->since = 0;
}

CallboardDoor *
callboard_door_open (SoupServer  *server,
                     guint        port,
                     GError     **error)
{
  g_autoptr(CallboardDoor) self = g_new0 (CallboardDoor, 1);
  g_autoptr(GError) fault = NULL;
  g_autoslist(GUri) uris = NULL;

  self->server = g_object_ref (server);
  if (!soup_server_listen_local (server, port, SOUP_SERVER_LISTEN_IPV4_ONLY, &fault))
    {
      g_set_error (error, fault->domain, fault->code,
                   /* Translators: %u is a port number, %s the reason */
                   _("The receiver cannot listen on port %u: %s. Another program may use it; choose another port."),
                   port, fault->message);
      return NULL;
    }

  uris = soup_server_get_uris (server);
  self->port = g_uri_get_port (uris->data);
  self->look_source = g_timeout_add_seconds (LOOK_SECONDS, look_cb, self);
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
  soup_server_disconnect (self->server);
  g_queue_clear_full (&self->guests, (GDestroyNotify) guest_free);
  g_clear_object (&self->server);
  g_free (self);
}

guint
callboard_door_get_port (CallboardDoor *self)
{
  return self->port;
}
