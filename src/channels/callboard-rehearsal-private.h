/* callboard-rehearsal-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "callboard-rehearsal.h"

G_BEGIN_DECLS

/* Keeps an event for the next poll, and asks for one. */
void  callboard_rehearsal_enqueue      (CallboardRehearsal *self,
                                        const char         *event_id,
                                        JsonObject         *object);

/* Returns: (transfer full): an id that no event has had */
char *callboard_rehearsal_new_event_id (CallboardRehearsal *self);

G_END_DECLS
