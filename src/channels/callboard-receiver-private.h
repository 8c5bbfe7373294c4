/* callboard-receiver-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>

#include "callboard-meta-events.h"
#include "callboard-receiver.h"

G_BEGIN_DECLS

/* The longest webhook there is. */
#define CALLBOARD_RECEIVER_MAX_BODY CALLBOARD_META_MAX_WEBHOOK

/* callboard-receiver-door.c: who may come in, and how long they may take. */
typedef struct _CallboardDoor CallboardDoor;

CallboardDoor *callboard_door_open     (SoupServer     *server,
                                        guint           port,
                                        GError        **error);
void           callboard_door_close    (CallboardDoor  *door);
guint          callboard_door_get_port (CallboardDoor  *door);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardDoor, callboard_door_close)

/* callboard-receiver-desk.c: one account that reports are taken in for. */
typedef struct
{
  gint64             id;
  CallboardProvider  provider;
  char              *path;
  char              *text;         /* of the settings, to see whether they have changed */
  JsonObject        *settings;
  char              *secret;       /* what the provider proves itself with; NULL until it is found */
  char              *verify_token; /* for Meta's first request */
  GPtrArray         *waiting;      /* of CallboardReport: came while others were being stored */
  gboolean           storing;
} CallboardReceiverDesk;

/* A request that waits to be confirmed: one of Meta may tell of several accounts. */
typedef struct
{
  SoupServerMessage *message;
  guint              n_left;
  gboolean           failed;
} CallboardLetter;

/* What a request tells one account. */
typedef struct
{
  CallboardLetter *letter;
  GPtrArray       *events;
} CallboardReport;

struct _CallboardReceiver
{
  GObject         parent_instance;

  CallboardStore *store;
  SoupServer     *server;
  CallboardDoor  *door;
  GCancellable   *cancellable;
  GHashTable     *desks; /* of CallboardReceiverDesk, by the account's id */
  char           *asked_url;  /* as it was set, NULL for this machine's own */
  char           *public_url;
  char           *proof;
};

/* callboard-receiver-request.c: handlers of the server, for when the headers and when all of a request has come. */
void                   callboard_receiver_headers_cb (SoupServer             *server,
                                                      SoupServerMessage      *message,
                                                      const char             *path,
                                                      GHashTable             *query,
                                                      gpointer                user_data);
void                   callboard_receiver_request_cb (SoupServer             *server,
                                                      SoupServerMessage      *message,
                                                      const char             *path,
                                                      GHashTable             *query,
                                                      gpointer                user_data);

/* callboard-receiver-desk.c */
CallboardReceiverDesk *callboard_receiver_desk_new  (gint64                  id,
                                                     CallboardProvider       provider,
                                                     const char             *settings);
void                   callboard_receiver_desk_free (CallboardReceiverDesk  *desk);

/* @stored is what the Secret Service keeps for the account. */
void                   callboard_receiver_desk_take_secret (CallboardReceiverDesk *desk,
                                                            const char            *stored);
void                   callboard_report_free        (CallboardReport        *report);

/* Returns: an HTTP status. @public_url is where the provider knows us, without a path; @events is what there is to store, or NULL with any
 * status but 200. */
guint                  callboard_receiver_desk_read (CallboardReceiverDesk  *desk,
                                                     SoupServerMessage      *message,
                                                     const char             *public_url,
                                                     gint64                  now,
                                                     GPtrArray             **events);

/* Meta asks once whether the address is ours. Returns: (nullable): what to answer, NULL to refuse. */
const char            *callboard_receiver_desk_greet (CallboardReceiverDesk *desk,
                                                      GHashTable            *query);

G_END_DECLS
