/* callboard-url.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * callboard_url_is_safe:
 * @uri: (nullable): the address of a provider's server
 *
 * Without TLS a secret could be read on the way, so that is for servers on this machine only.
 *
 * Returns: whether a secret may be sent there
 */
gboolean callboard_url_is_safe        (GUri *uri);

/**
 * callboard_url_is_same_origin:
 * @a: an address
 * @b: another
 *
 * Returns: whether both have the same scheme, host and port (RFC 6454)
 */
gboolean callboard_url_is_same_origin (GUri *a,
                                       GUri *b);

/**
 * callboard_url_trim:
 * @base: an address
 *
 * Returns: (transfer full): it without slashes at its end, so that a path can follow
 */
char    *callboard_url_trim           (const char *base);

G_END_DECLS
