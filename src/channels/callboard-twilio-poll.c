/* callboard-twilio-poll.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-twilio-private.h"

#include "callboard-json.h"
#include "callboard-twilio-cursor.h"
#include "callboard-twilio-parse.h"
#include "callboard-twilio-pending.h"

#include <glib/gi18n.h>

#define MAX_PAGES 500

/* One poll is a walk: pages of outbound messages, single outbound messages, pages of inbound messages, their media.
 * Each answer says what is asked next. */
typedef struct
{
  CallboardTwilioPending *pending;
  char                   *status_page;

  CallboardTwilioCursor  *cursor;
  char                   *inbound_page;
  guint                   n_pages;

  GPtrArray              *messages;
  guint                   next_media;

  GPtrArray              *events;
} Walk;

static void go_on (GTask *task);

static void
walk_free (Walk *walk)
{
  g_clear_pointer (&walk->pending, callboard_twilio_pending_free);
  g_clear_pointer (&walk->cursor, callboard_twilio_cursor_free);
  g_clear_pointer (&walk->messages, g_ptr_array_unref);
  g_clear_pointer (&walk->events, g_ptr_array_unref);
  g_free (walk->status_page);
  g_free (walk->inbound_page);
  g_free (walk);
}

/* Returns: the member "messages", or NULL after the task was given an error. */
static JsonArray *
get_messages (GTask                 *task,
              CallboardTwilioAnswer *answer)
{
  JsonArray *messages = callboard_json_get_array (answer->object, "messages");

  if (answer->object == NULL)
    g_task_return_new_error (task, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_REFUSED,
                             _("Twilio does not know this account SID. Check it in the preferences."));
  else if (messages == NULL)
    g_task_return_new_error (task, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_MALFORMED,
                             _("Twilio’s list of messages could not be understood. It will be asked again by itself."));

  return messages;
}

static CallboardTwilioAnswer *
finish_get (GTask        *task,
            GAsyncResult *result)
{
  CallboardTwilioAnswer *answer;
  GError *error = NULL;

  answer = callboard_twilio_get_finish (g_task_get_source_object (task), result, &error);

  if (answer == NULL)
    g_task_return_error (task, error);

  return answer;
}

static void
on_status_page_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(CallboardTwilioAnswer) answer = finish_get (task, result);
  Walk *walk = g_task_get_task_data (task);
  JsonArray *messages;

  if (answer == NULL || (messages = get_messages (task, answer)) == NULL)
    return;

  g_clear_pointer (&walk->status_page, g_free);
  callboard_twilio_pending_read_page (walk->pending, messages, walk->events);

  if (callboard_twilio_pending_wants_page (walk->pending))
    walk->status_page = callboard_twilio_next_page (CALLBOARD_TWILIO (object), answer->object);

  go_on (task);
}

static void
on_single_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(CallboardTwilioAnswer) answer = finish_get (task, result);
  Walk *walk = g_task_get_task_data (task);

  if (answer == NULL)
    return;

  callboard_twilio_pending_read (walk->pending, answer->object, walk->events);

  go_on (task);
}

/* Returns: whether everything listed is known, so that what is older is too. */
static gboolean
add_inbound (Walk      *walk,
             JsonArray *messages)
{
  guint n_known = 0;
  guint n_new = 0;

  for (guint i = 0; i < json_array_get_length (messages); i++)
    {
      JsonObject *message = callboard_json_array_get_object (messages, i);
      const char *sid = callboard_json_get_string (message, "sid");

      if (message == NULL || !callboard_twilio_is_inbound (message))
        continue;

      if (sid != NULL && callboard_twilio_cursor_knows (walk->cursor, sid))
        {
          n_known++;
          continue;
        }

      n_new++;

      /* Its text may not be complete yet: it is new again at the next poll. */
      if (g_strcmp0 (callboard_json_get_string (message, "status"), "receiving") == 0)
        continue;

      g_ptr_array_add (walk->messages, json_object_ref (message));

      if (sid != NULL)
        callboard_twilio_cursor_add (walk->cursor, sid,
                                     callboard_twilio_parse_date (callboard_json_get_string (message, "date_sent")));
    }

  return n_known > 0 && n_new == 0;
}

static void
on_inbound_page_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(CallboardTwilioAnswer) answer = finish_get (task, result);
  Walk *walk = g_task_get_task_data (task);
  JsonArray *messages;

  if (answer == NULL || (messages = get_messages (task, answer)) == NULL)
    return;

  g_clear_pointer (&walk->inbound_page, g_free);

  if (!add_inbound (walk, messages) && ++walk->n_pages < MAX_PAGES)
    walk->inbound_page = callboard_twilio_next_page (CALLBOARD_TWILIO (object), answer->object);

  go_on (task);
}

static gboolean
has_media (JsonObject *message)
{
  const char *text = callboard_json_get_string (message, "num_media");
  gint64 number = 0;

  if (text != NULL)
    return g_ascii_strtoll (text, NULL, 10) > 0;

  return callboard_json_get_int (message, "num_media", &number) && number > 0;
}

static void
on_media_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(CallboardTwilioAnswer) answer = finish_get (task, result);
  Walk *walk = g_task_get_task_data (task);
  JsonArray *list;

  if (answer == NULL)
    return;

  list = callboard_json_get_array (answer->object, "media_list");
  json_object_set_array_member (g_ptr_array_index (walk->messages, walk->next_media), "callboard_media",
                                list ? json_array_ref (list) : json_array_new ());
  walk->next_media++;
  go_on (task);
}

static void
add_message (Walk       *walk,
             JsonObject *message)
{
  const char *sid = callboard_json_get_string (message, "sid");
  g_autofree char *raw = callboard_json_to_text (message);
  g_autofree char *digest = NULL;

  if (sid == NULL)
    digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, raw, -1);

  g_ptr_array_add (walk->events, callboard_raw_event_new (sid ? sid : digest, raw));
}

static char *
next_single (CallboardTwilio *self,
             Walk            *walk)
{
  g_autofree char *sid = callboard_twilio_pending_take_sid (walk->pending, &self->next_pending);

  return sid ? callboard_twilio_build_url (self, "/Messages/%s.json", sid) : NULL;
}

static char *
next_media (CallboardTwilio *self,
            Walk            *walk)
{
  for (; walk->next_media < walk->messages->len; walk->next_media++)
    {
      JsonObject *message = g_ptr_array_index (walk->messages, walk->next_media);
      const char *sid = callboard_json_get_string (message, "sid");
      g_autofree char *escaped = sid ? g_uri_escape_string (sid, NULL, FALSE) : NULL;

      if (sid != NULL && has_media (message))
        return callboard_twilio_build_url (self, "/Messages/%s/Media.json", escaped);
    }

  return NULL;
}

static void
finish_walk (GTask *task)
{
  Walk *walk = g_task_get_task_data (task);

  for (guint i = walk->messages->len; i > 0; i--)
    add_message (walk, g_ptr_array_index (walk->messages, i - 1));

  g_task_return_pointer (task, g_ptr_array_ref (walk->events), (GDestroyNotify) g_ptr_array_unref);
}

static void
go_on (GTask *task)
{
  CallboardTwilio *self = g_task_get_source_object (task);
  Walk *walk = g_task_get_task_data (task);
  GAsyncReadyCallback callback = NULL;
  g_autofree char *url = NULL;

  if ((url = g_strdup (walk->status_page)) != NULL)
    callback = on_status_page_cb;
  else if ((url = next_single (self, walk)) != NULL)
    callback = on_single_cb;
  else if ((url = g_strdup (walk->inbound_page)) != NULL)
    callback = on_inbound_page_cb;
  else if ((url = next_media (self, walk)) != NULL)
    callback = on_media_cb;

  if (url != NULL)
    callboard_twilio_get_async (self, url, g_task_get_cancellable (task), callback, g_object_ref (task));
  else
    finish_walk (task);
}

/* With a messaging service the senders are not known here, so everything is listed. */
static char *
first_page (CallboardTwilio *self,
            const char      *parameter,
            const char      *filter)
{
  g_autofree char *number = NULL;

  if (self->from == NULL || self->messaging_service_sid != NULL)
    return callboard_twilio_build_url (self, "/Messages.json?%sPageSize=%u", filter, CALLBOARD_TWILIO_PAGE_SIZE);

  number = g_uri_escape_string (self->from, NULL, FALSE);

  return callboard_twilio_build_url (self, "/Messages.json?%s=%s&%sPageSize=%u", parameter, number, filter,
                                     CALLBOARD_TWILIO_PAGE_SIZE);
}

static Walk *
walk_new (CallboardTwilio *self,
          const char      *cursor,
          GPtrArray       *pending)
{
  Walk *walk = g_new0 (Walk, 1);
  g_autofree char *day = NULL;
  g_autofree char *filter = NULL;

  walk->events = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_raw_event_free);
  walk->messages = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
  walk->cursor = callboard_twilio_cursor_new (cursor, g_get_real_time ());
  walk->pending = callboard_twilio_pending_new (pending);

  if (callboard_twilio_pending_wants_page (walk->pending))
    walk->status_page = first_page (self, "From", "");

  day = callboard_twilio_cursor_dup_day (walk->cursor);
  filter = g_strdup_printf ("DateSent%%3E=%s&", day);
  walk->inbound_page = first_page (self, "To", filter);

  return walk;
}

void
callboard_twilio_poll_async (CallboardChannel    *channel,
                             const char          *cursor,
                             GPtrArray           *pending,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (channel, cancellable, callback, user_data);

  g_task_set_source_tag (task, callboard_twilio_poll_async);
  g_task_set_task_data (task, walk_new (CALLBOARD_TWILIO (channel), cursor, pending), (GDestroyNotify) walk_free);
  go_on (task);
}

GPtrArray *
callboard_twilio_poll_finish (CallboardChannel  *channel,
                              GAsyncResult      *result,
                              char             **next_cursor,
                              GError           **error)
{
  GPtrArray *events;
  Walk *walk;

  g_return_val_if_fail (g_task_is_valid (result, channel), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, callboard_twilio_poll_async), NULL);

  walk = g_task_get_task_data (G_TASK (result));
  events = g_task_propagate_pointer (G_TASK (result), error);

  if (next_cursor != NULL)
    *next_cursor = events ? callboard_twilio_cursor_to_text (walk->cursor) : NULL;

  return events;
}
