/* raw_peer.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "raw_peer.h"

#include <string.h>
#include <sys/socket.h>

struct _RawPeer
{
  GSocketService *service;
  GCancellable   *cancellable;
  char           *url;

  const PeerStep *steps;
  guint           n_steps;
  int             step;
  int             requests;
  int             connections;
  int             busy;
};

static const PeerStep *
next_step (RawPeer *peer)
{
  guint step = g_atomic_int_add (&peer->step, 1);

  return &peer->steps[MIN (step, peer->n_steps - 1)];
}

static gboolean
read_request (RawPeer          *peer,
              GDataInputStream *input)
{
  gsize length = 0;

  for (;;)
    {
      g_autofree char *line = g_data_input_stream_read_line (input, NULL, peer->cancellable, NULL);

      if (line == NULL)
        return FALSE;

      if (g_ascii_strncasecmp (line, "content-length:", 15) == 0)
        length = g_ascii_strtoull (line + 15, NULL, 10);

      if (*line == '\0')
        break;
    }

  while (length > 0)
    {
      char buffer[1024];
      gssize got = g_input_stream_read (G_INPUT_STREAM (input), buffer, MIN (length, sizeof buffer),
                                        peer->cancellable, NULL);

      if (got <= 0)
        return FALSE;

      length -= got;
    }

  g_atomic_int_inc (&peer->requests);

  return TRUE;
}

static void
reset (GSocketConnection *connection)
{
  struct linger linger = { .l_onoff = 1, .l_linger = 0 };
  GSocket *socket = g_socket_connection_get_socket (connection);

  setsockopt (g_socket_get_fd (socket), SOL_SOCKET, SO_LINGER, &linger, sizeof linger);
  g_socket_close (socket, NULL);
}

static void
answer (RawPeer        *peer,
        GOutputStream  *output,
        const PeerStep *step)
{
  gsize length = strlen (step->answer);

  if (step->end != PEER_DRIP)
    {
      g_output_stream_write_all (output, step->answer, length, NULL, peer->cancellable, NULL);
      while (step->end == PEER_FLOOD &&
             g_output_stream_write_all (output, step->answer, length, NULL, peer->cancellable, NULL));
      return;
    }

  for (gsize i = 0; i < length; i++)
    {
      if (!g_output_stream_write_all (output, step->answer + i, 1, NULL, peer->cancellable, NULL))
        return;
      g_usleep (50000);
    }
}

static void
hold (RawPeer      *peer,
      GInputStream *input)
{
  char buffer[256];

  while (g_input_stream_read (input, buffer, sizeof buffer, peer->cancellable, NULL) > 0);
}

static gboolean
on_run_cb (RawPeer           *peer,
           GSocketConnection *connection)
{
  GOutputStream *output = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  g_autoptr(GDataInputStream) input =
    g_data_input_stream_new (g_io_stream_get_input_stream (G_IO_STREAM (connection)));
  const PeerStep *step = NULL;

  g_data_input_stream_set_newline_type (input, G_DATA_STREAM_NEWLINE_TYPE_ANY);
  g_atomic_int_inc (&peer->busy);
  g_atomic_int_inc (&peer->connections);

  do
    {
      if (peer->steps[MIN ((guint) g_atomic_int_get (&peer->step), peer->n_steps - 1)].end == PEER_DEAF)
        {
          next_step (peer);
          reset (connection);
          break;
        }

      if (!read_request (peer, input))
        break;

      step = next_step (peer);
      answer (peer, output, step);

      if (step->end == PEER_RESET)
        reset (connection);
      else if (step->end == PEER_HOLD)
        hold (peer, G_INPUT_STREAM (input));
    }
  while (step->end == PEER_KEEP);

  g_atomic_int_add (&peer->busy, -1);

  return TRUE;
}

RawPeer *
raw_peer_new (const PeerStep *steps,
              guint           n_steps)
{
  RawPeer *peer = g_new0 (RawPeer, 1);
  g_autoptr(GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr(GSocketAddress) address = g_inet_socket_address_new (loopback, 0);
  g_autoptr(GSocketAddress) effective = NULL;

  peer->steps = steps;
  peer->n_steps = n_steps;
  peer->cancellable = g_cancellable_new ();
  peer->service = g_threaded_socket_service_new (64);
  g_socket_listener_add_address (G_SOCKET_LISTENER (peer->service), address, G_SOCKET_TYPE_STREAM,
                                 G_SOCKET_PROTOCOL_TCP, NULL, &effective, NULL);
  g_assert_nonnull (effective);
  peer->url = g_strdup_printf ("http://127.0.0.1:%u",
                               g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (effective)));
  g_signal_connect_swapped (peer->service, "run", G_CALLBACK (on_run_cb), peer);
  g_socket_service_start (peer->service);

  return peer;
}

void
raw_peer_free (RawPeer *peer)
{
  g_cancellable_cancel (peer->cancellable);
  g_socket_service_stop (peer->service);
  g_socket_listener_close (G_SOCKET_LISTENER (peer->service));

  while (g_atomic_int_get (&peer->busy) > 0)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }

  g_clear_object (&peer->service);
  g_clear_object (&peer->cancellable);
  g_free (peer->url);
  g_free (peer);
}

const char *
raw_peer_get_url (RawPeer *peer)
{
  return peer->url;
}

guint
raw_peer_get_requests (RawPeer *peer)
{
  return g_atomic_int_get (&peer->requests);
}

guint
raw_peer_get_connections (RawPeer *peer)
{
  return g_atomic_int_get (&peer->connections);
}
