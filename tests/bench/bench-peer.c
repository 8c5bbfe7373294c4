/* bench-peer.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bench-peer.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define MAX_PEERS 128
#define ROOM      8192

typedef struct
{
  gsize length;
  char  data[ROOM];
} Inbox;

/* The first is the pipe from whoever started this, the second listens. */
static struct pollfd fds[MAX_PEERS + 2];
static Inbox *inboxes[MAX_PEERS + 2];
static nfds_t n_fds = 2;
static guint n_accepted;

static void
accept_one (void)
{
  static const int yes = 1;
  int fd = accept (fds[1].fd, NULL, NULL);

  if (fd < 0 || n_fds == G_N_ELEMENTS (fds))
    exit (EXIT_FAILURE);

  n_accepted++;
  setsockopt (fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  fds[n_fds] = (struct pollfd) { .fd = fd, .events = POLLIN };
  inboxes[n_fds++] = g_new0 (Inbox, 1);
}

static void
forget (nfds_t peer)
{
  close (fds[peer].fd);
  g_free (inboxes[peer]);
  n_fds--;
  fds[peer] = fds[n_fds];
  inboxes[peer] = inboxes[n_fds];
}

/* Returns: the bytes of the first whole request, or 0. */
static gsize
find_request (const char *data)
{
  const char *end = strstr (data, "\r\n\r\n");
  const char *length = end != NULL ? strcasestr (data, "\r\nContent-Length:") : NULL;
  gsize whole;

  if (end == NULL)
    return 0;

  whole = end + 4 - data;
  if (length != NULL && length < end)
    whole += strtoul (length + strlen ("\r\nContent-Length:"), NULL, 10);

  return whole;
}

/* A poll finds nothing. */
static gboolean
answer_poll (int fd)
{
  static const char text[] = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 39\r\n\r\n"
                             "{\"messages\": [], \"next_page_uri\": null}";

  return write (fd, text, sizeof text - 1) == sizeof text - 1;
}

static gboolean
answer (int fd)
{
  static guint n_answers;
  char text[256];
  int length = g_snprintf (text, sizeof text,
                           "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 65\r\n\r\n"
                           "{\"sid\": \"SM%08x%024x\", \"status\": \"queued\"}", n_accepted, ++n_answers);

  return write (fd, text, length) == length;
}

static gboolean
serve (nfds_t peer)
{
  Inbox *inbox = inboxes[peer];
  gssize n_read = read (fds[peer].fd, inbox->data + inbox->length, ROOM - 1 - inbox->length);
  gsize request;

  if (n_read <= 0)
    return FALSE;

  inbox->length += n_read;
  inbox->data[inbox->length] = '\0';
  while ((request = find_request (inbox->data)) > 0 && request <= inbox->length)
    {
      gboolean polls = g_str_has_prefix (inbox->data, "GET ");

      inbox->length -= request;
      memmove (inbox->data, inbox->data + request, inbox->length + 1);
      if (polls ? !answer_poll (fds[peer].fd) : !answer (fds[peer].fd))
        return FALSE;
    }

  return TRUE;
}

static void
listen_somewhere (void)
{
  struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl (INADDR_LOOPBACK) };
  socklen_t length = sizeof address;
  int fd = socket (AF_INET, SOCK_STREAM, 0);

  if (bind (fd, (struct sockaddr *) &address, length) != 0 || listen (fd, MAX_PEERS) != 0 ||
      getsockname (fd, (struct sockaddr *) &address, &length) != 0)
    exit (EXIT_FAILURE);

  fds[0] = (struct pollfd) { .fd = STDIN_FILENO, .events = POLLIN };
  fds[1] = (struct pollfd) { .fd = fd, .events = POLLIN };
  g_print ("%u\n", ntohs (address.sin_port));
}

int
bench_peer_run (void)
{
  listen_somewhere ();
  while (fds[0].revents == 0 && poll (fds, n_fds, -1) > 0)
    {
      if (fds[1].revents != 0)
        accept_one ();

      for (nfds_t peer = n_fds - 1; peer > 1; peer--)
        {
          if (fds[peer].revents != 0 && !serve (peer))
            forget (peer);
        }
    }

  return EXIT_SUCCESS;
}
