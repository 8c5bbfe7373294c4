/* bench-peer.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A provider that costs as little as can be: prints its port, answers every request with a new sid, which begins with
 * the number of connections so far in 8 hexadecimal digits, on connections that stay open, and ends with whoever started it with a pipe as its input, however that ends.
 *
 * Returns: what main() returns */
int bench_peer_run (void);

G_END_DECLS
