/* callboard-rehearsal-queue.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "callboard-channel.h"

G_BEGIN_DECLS

/* Events of a rehearsal, until a poll comes with a cursor that says they were kept. Numbers start anew with each queue,
 * so its cursors carry its name too. */
typedef struct _CallboardRehearsalQueue CallboardRehearsalQueue;

CallboardRehearsalQueue *callboard_rehearsal_queue_new          (void);
void                     callboard_rehearsal_queue_free         (CallboardRehearsalQueue *queue);

void                     callboard_rehearsal_queue_push         (CallboardRehearsalQueue *queue,
                                                                 const char              *event_id,
                                                                 JsonObject              *object);

/* An id that no event of any queue has had. */
char                    *callboard_rehearsal_queue_new_id       (CallboardRehearsalQueue *queue);

/* Forgets what @cursor says was kept; one of another queue says nothing. */
void                     callboard_rehearsal_queue_forget       (CallboardRehearsalQueue *queue,
                                                                 const char              *cursor);

/* Returns: (transfer full) (element-type CallboardRawEvent): all that is not known to be kept, oldest first */
GPtrArray               *callboard_rehearsal_queue_copy         (CallboardRehearsalQueue *queue);

/* Returns: (transfer full) (nullable): the cursor that says all was kept; @cursor itself if there is nothing */
char                    *callboard_rehearsal_queue_next_cursor  (CallboardRehearsalQueue *queue,
                                                                 const char              *cursor);

G_END_DECLS
