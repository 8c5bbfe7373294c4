/* callboard-rehearsal-queue.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-rehearsal-queue.h"

#include "callboard-json.h"

typedef struct
{
  guint64            number;
  CallboardRawEvent *event;
} Queued;

struct _CallboardRehearsalQueue
{
  char    *name;
  GQueue   events;
  guint64  last_number;
};

static void
queued_free (Queued *queued)
{
  callboard_raw_event_free (queued->event);
  g_free (queued);
}

CallboardRehearsalQueue *
callboard_rehearsal_queue_new (void)
{
  CallboardRehearsalQueue *queue = g_new0 (CallboardRehearsalQueue, 1);

  queue->name = g_uuid_string_random ();
  g_queue_init (&queue->events);

  return queue;
}

void
callboard_rehearsal_queue_free (CallboardRehearsalQueue *queue)
{
  g_queue_clear_full (&queue->events, (GDestroyNotify) queued_free);
  g_free (queue->name);
  g_free (queue);
}

void
callboard_rehearsal_queue_push (CallboardRehearsalQueue *queue,
                                const char              *event_id,
                                JsonObject              *object)
{
  g_autofree char *raw = callboard_json_to_text (object);
  Queued *queued = g_new0 (Queued, 1);

  queued->number = ++queue->last_number;
  queued->event = callboard_raw_event_new (event_id, raw);
  g_queue_push_tail (&queue->events, queued);
}

char *
callboard_rehearsal_queue_new_id (CallboardRehearsalQueue *queue)
{
  return g_strdup_printf ("%s-%" G_GUINT64_FORMAT, queue->name, queue->last_number + 1);
}

void
callboard_rehearsal_queue_forget (CallboardRehearsalQueue *queue,
                                  const char              *cursor)
{
  g_auto(GStrv) parts = g_strsplit (cursor ? cursor : "", ":", 2);
  guint64 kept;

  if (g_strv_length (parts) != 2 || !g_str_equal (parts[0], queue->name) ||
      !g_ascii_string_to_unsigned (parts[1], 10, 0, queue->last_number, &kept, NULL))
    return;

  while (!g_queue_is_empty (&queue->events) && ((Queued *) g_queue_peek_head (&queue->events))->number <= kept)
    queued_free (g_queue_pop_head (&queue->events));
}

GPtrArray *
callboard_rehearsal_queue_copy (CallboardRehearsalQueue *queue)
{
  GPtrArray *events = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_raw_event_free);

  for (GList *l = queue->events.head; l != NULL; l = l->next)
    {
      const CallboardRawEvent *event = ((Queued *) l->data)->event;

      g_ptr_array_add (events, callboard_raw_event_new (event->event_id, event->raw));
    }

  return events;
}

char *
callboard_rehearsal_queue_next_cursor (CallboardRehearsalQueue *queue,
                                       const char              *cursor)
{
  if (g_queue_is_empty (&queue->events))
    return g_strdup (cursor);

  return g_strdup_printf ("%s:%" G_GUINT64_FORMAT, queue->name, queue->last_number);
}
