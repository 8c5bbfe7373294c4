/* raw_peer.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PeerEnd:
 * @PEER_KEEP: read the next request from the same connection
 * @PEER_CLOSE: close in order
 * @PEER_RESET: close with a reset
 * @PEER_HOLD: say no more, and leave the connection open
 * @PEER_FLOOD: repeat the answer's bytes until nobody reads them
 * @PEER_DRIP: send the answer one byte each 50 ms, then close
 * @PEER_DEAF: reset before reading anything of the request
 */
typedef enum
{
  PEER_KEEP,
  PEER_CLOSE,
  PEER_RESET,
  PEER_HOLD,
  PEER_FLOOD,
  PEER_DRIP,
  PEER_DEAF,
} PeerEnd;

/* What the peer does with one request: the bytes it answers, exactly, and how it goes on. */
typedef struct
{
  const char *answer;
  PeerEnd     end;
} PeerStep;

typedef struct _RawPeer RawPeer;

/* A server on loopback that misbehaves exactly as told; it follows @steps, and repeats the last one. */
RawPeer    *raw_peer_new             (const PeerStep *steps,
                                      guint           n_steps);
void        raw_peer_free            (RawPeer        *peer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RawPeer, raw_peer_free)

/* "http://127.0.0.1:PORT" */
const char *raw_peer_get_url         (RawPeer        *peer);
/* How many whole requests it has read. */
guint       raw_peer_get_requests    (RawPeer        *peer);
guint       raw_peer_get_connections (RawPeer        *peer);

G_END_DECLS
