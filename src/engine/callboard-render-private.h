/* callboard-render-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-render.h"

G_BEGIN_DECLS

/* The titles of choices, in order; (transfer full) (element-type utf8). What is no title is an empty one. */
GPtrArray *callboard_render_read_titles (const char *choices);

/* Without any value. */
CallboardValues *callboard_values_new (void);

/* A CallboardMergeLookup over CallboardValues. */
const char *callboard_values_look_up   (const char *field,
                                        gpointer    data);

G_END_DECLS
