/* callboard-render.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-db.h"
#include "callboard-script.h"

G_BEGIN_DECLS

/* The values of merge fields for one application. */
typedef struct _CallboardValues CallboardValues;

/**
 * callboard_values_load:
 * @db: a connection
 * @application: whose
 * @error: return location for a %CALLBOARD_STORE_ERROR
 *
 * Returns: (transfer full): the values, or %NULL
 */
CallboardValues *callboard_values_load   (CallboardDb            *db,
                                          gint64                  application,
                                          GError                **error);
void             callboard_values_free   (CallboardValues        *values);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardValues, callboard_values_free)

/**
 * callboard_render_body:
 * @effect: a message of a script
 * @values: what the merge fields stand for
 * @language: the campaign's language
 * @buttons: whether the channel shows choices as buttons or a list; if not they are numbered in the text
 *
 * The rendering of a channel (product.md, section 5): preview and sending both call it.
 *
 * Returns: (transfer full): the text as it will arrive
 */
char            *callboard_render_body   (const CallboardEffect  *effect,
                                          CallboardValues        *values,
                                          const char             *language,
                                          gboolean                buttons);

/**
 * callboard_provider_has_buttons:
 * @provider: who carries the messages
 *
 * Returns: whether it shows choices as buttons or a list
 */
gboolean         callboard_provider_has_buttons (CallboardProvider provider);

G_END_DECLS
