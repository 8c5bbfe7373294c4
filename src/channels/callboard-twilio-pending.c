/* callboard-twilio-pending.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-twilio-pending.h"

#include "callboard-json.h"
#include "callboard-twilio-parse.h"

#define MAX_SINGLE 16
#define MAX_PAGES  10

struct _CallboardTwilioPending
{
  GPtrArray  *order;
  GHashTable *open;
  guint       n_pages;
  guint       n_looked_at;
  guint       n_taken;
};

CallboardTwilioPending *
callboard_twilio_pending_new (GPtrArray *sids)
{
  CallboardTwilioPending *pending = g_new0 (CallboardTwilioPending, 1);

  pending->order = g_ptr_array_new_with_free_func (g_free);
  pending->open = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; sids != NULL && i < sids->len; i++)
    {
      g_ptr_array_add (pending->order, g_strdup (g_ptr_array_index (sids, i)));
      g_hash_table_add (pending->open, g_ptr_array_index (pending->order, i));
    }

  return pending;
}

void
callboard_twilio_pending_free (CallboardTwilioPending *pending)
{
  g_hash_table_unref (pending->open);
  g_ptr_array_unref (pending->order);
  g_free (pending);
}

gboolean
callboard_twilio_pending_wants_page (CallboardTwilioPending *pending)
{
  return pending->order->len > MAX_SINGLE && pending->n_pages < MAX_PAGES && g_hash_table_size (pending->open) > 0;
}

void
callboard_twilio_pending_read (CallboardTwilioPending *pending,
                               JsonObject             *message,
                               GPtrArray              *events)
{
  const char *sid = callboard_json_get_string (message, "sid");
  const char *status = callboard_json_get_string (message, "status");
  g_autofree char *event_id = NULL;
  g_autofree char *raw = NULL;
  CallboardMessageState state;

  if (sid == NULL || !g_hash_table_remove (pending->open, sid))
    return;

  /* That it was accepted is known: this is about what came after. */
  if (callboard_twilio_parse_state (status, &state) && state == CALLBOARD_MESSAGE_ACCEPTED)
    return;

  event_id = g_strconcat (sid, ":", status ? status : "", NULL);
  raw = callboard_json_to_text (message);
  g_ptr_array_add (events, callboard_raw_event_new (event_id, raw));
}

void
callboard_twilio_pending_read_page (CallboardTwilioPending *pending,
                                    JsonArray              *messages,
                                    GPtrArray              *events)
{
  pending->n_pages++;

  for (guint i = 0; i < json_array_get_length (messages); i++)
    callboard_twilio_pending_read (pending, callboard_json_array_get_object (messages, i), events);
}

char *
callboard_twilio_pending_take_sid (CallboardTwilioPending *pending,
                                   guint                  *turn)
{
  guint n = pending->order->len;

  while (pending->n_looked_at < n && pending->n_taken < MAX_SINGLE)
    {
      const char *sid = g_ptr_array_index (pending->order, (*turn)++ % n);

      pending->n_looked_at++;

      if (g_hash_table_contains (pending->open, sid))
        {
          pending->n_taken++;
          return g_uri_escape_string (sid, NULL, FALSE);
        }
    }

  return NULL;
}
