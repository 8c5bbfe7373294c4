/* callboard-receiver-request.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "callboard-clock.h"
#include "callboard-outbox.h"
#include "callboard-receiver-private.h"

/* Twilio wants an answer in its own language, which says to send nothing back. */
#define TWILIO_ANSWER "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>"

static void
answer (SoupServerMessage *message,
        guint              status,
        const char        *type,
        const char        *text)
{
  soup_server_message_set_status (message, status, NULL);
  if (text != NULL)
    soup_server_message_set_response (message, type, SOUP_MEMORY_COPY, text, strlen (text));
}

static void
end_letter (CallboardLetter *letter)
{
  if (letter->failed)
    answer (letter->message, SOUP_STATUS_SERVICE_UNAVAILABLE, NULL, NULL);
  else if (strstr (g_uri_get_path (soup_server_message_get_uri (letter->message)), "/twilio/") != NULL)
    answer (letter->message, SOUP_STATUS_OK, "text/xml", TWILIO_ANSWER);
  else
    answer (letter->message, SOUP_STATUS_OK, "text/plain", "");

  soup_server_message_unpause (letter->message);
  g_object_unref (letter->message);
  g_free (letter);
}

static void store_waiting (CallboardReceiver     *self,
                           CallboardReceiverDesk *desk);

/* What is being stored for one desk. */
typedef struct
{
  CallboardReceiver *self;
  gint64             account;
  GPtrArray         *reports;
} Storing;

static void
stored_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  Storing *storing = user_data;
  g_autoptr(CallboardReceiver) self = storing->self;
  g_autoptr(GPtrArray) reports = storing->reports;
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardCommand) command = callboard_store_execute_finish (CALLBOARD_STORE (object), result, &error);
  CallboardReceiverDesk *desk = g_hash_table_lookup (self->desks, &storing->account);

  if (command == NULL)
    g_message ("What a provider reported could not be stored: %s", error->message);

  for (guint i = 0; i < reports->len; i++)
    {
      CallboardLetter *letter = ((CallboardReport *) g_ptr_array_index (reports, i))->letter;

      letter->failed |= command == NULL;
      if (--letter->n_left == 0)
        end_letter (letter);
    }

  g_free (storing);
  if (desk == NULL)
    return;

  desk->storing = FALSE;
  store_waiting (self, desk);
}

/* All that came while the last ones were stored goes into one transaction. */
static void
store_waiting (CallboardReceiver     *self,
               CallboardReceiverDesk *desk)
{
  g_autoptr(CallboardCommand) command = NULL;
  GPtrArray *events;
  Storing *storing;

  if (desk->storing || desk->waiting->len == 0)
    return;

  events = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_raw_event_free);
  for (guint i = 0; i < desk->waiting->len; i++)
    g_ptr_array_extend_and_steal (events, g_steal_pointer (&((CallboardReport *) g_ptr_array_index (desk->waiting, i))->events));

  storing = g_new0 (Storing, 1);
  storing->self = g_object_ref (self);
  storing->account = desk->id;
  storing->reports = desk->waiting;
  desk->waiting = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_report_free);
  desk->storing = TRUE;
  command = callboard_receive_command_new (desk->id, events, NULL);
  callboard_store_execute_async (self->store, command, NULL, stored_cb, storing);
}

static void
add_report (CallboardLetter       *letter,
            CallboardReceiverDesk *desk,
            GPtrArray             *events)
{
  CallboardReport *report = g_new0 (CallboardReport, 1);

  letter->n_left++;
  report->letter = letter;
  report->events = events;
  g_ptr_array_add (desk->waiting, report);
}

/* An app at Meta has one address for all its numbers: what is told at the door of one account is told to every other one
 * that the app's secret belongs to. */
static void
tell_others (CallboardReceiver     *self,
             CallboardReceiverDesk *first,
             CallboardLetter       *letter,
             gint64                 now)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->desks);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      CallboardReceiverDesk *desk = value;
      GPtrArray *events;

      if (desk != first && desk->provider == CALLBOARD_PROVIDER_META &&
          callboard_receiver_desk_read (desk, letter->message, self->public_url, now, &events) == SOUP_STATUS_OK)
        add_report (letter, desk, events);
    }
}

static void
store_all (CallboardReceiver *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->desks);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    store_waiting (self, value);
}

static void
take_in (CallboardReceiver     *self,
         CallboardReceiverDesk *desk,
         SoupServerMessage     *message)
{
  gint64 now = callboard_clock_now (callboard_store_get_clock (self->store));
  GPtrArray *events;
  guint status = callboard_receiver_desk_read (desk, message, self->public_url, now, &events);
  CallboardLetter *letter;

  if (status != SOUP_STATUS_OK)
    {
      answer (message, status, NULL, NULL);
      return;
    }

  letter = g_new0 (CallboardLetter, 1);
  letter->message = g_object_ref (message);
  add_report (letter, desk, events);
  if (desk->provider == CALLBOARD_PROVIDER_META)
    tell_others (self, desk, letter, now);

  soup_server_message_pause (message);
  store_all (self);
}

static void
greet (CallboardReceiverDesk *desk,
       SoupServerMessage     *message,
       GHashTable            *query)
{
  const char *text = callboard_receiver_desk_greet (desk, query);

  answer (message, text != NULL ? SOUP_STATUS_OK : SOUP_STATUS_FORBIDDEN, "text/plain", text);
}

/* Returns: (nullable): the account whose path it is, to the last letter. */
static CallboardReceiverDesk *
find_desk (CallboardReceiver *self,
           const char        *path)
{
  const char *last = strrchr (path, '/');
  gint64 id = last != NULL ? g_ascii_strtoll (last + 1, NULL, 10) : 0;
  CallboardReceiverDesk *desk = g_hash_table_lookup (self->desks, &id);

  return desk != NULL && g_str_equal (path, desk->path) ? desk : NULL;
}

static gboolean
is_get (SoupServerMessage *message)
{
  return soup_server_message_get_method (message) == SOUP_METHOD_GET;
}

static gboolean
is_post (SoupServerMessage *message)
{
  return soup_server_message_get_method (message) == SOUP_METHOD_POST;
}

static gboolean
is_proof (const char *path)
{
  return g_str_equal (path, "/proof");
}

/* Nothing is read that has no chance. */
void
callboard_receiver_headers_cb (SoupServer        *server,
                               SoupServerMessage *message,
                               const char        *path,
                               GHashTable        *query,
                               gpointer           user_data)
{
  CallboardReceiver *self = user_data;
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  guint status = 0;

  if (!is_proof (path) && find_desk (self, path) == NULL)
    status = SOUP_STATUS_NOT_FOUND;
  else if (!is_get (message) && (!is_post (message) || is_proof (path)))
    status = SOUP_STATUS_METHOD_NOT_ALLOWED;
  else if (soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH &&
           soup_message_headers_get_content_length (headers) > CALLBOARD_RECEIVER_MAX_BODY)
    status = SOUP_STATUS_REQUEST_ENTITY_TOO_LARGE;

  if (status == 0)
    return;

  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Connection", "close");
  answer (message, status, NULL, NULL);
}

void
callboard_receiver_request_cb (SoupServer        *server,
                               SoupServerMessage *message,
                               const char        *path,
                               GHashTable        *query,
                               gpointer           user_data)
{
  CallboardReceiver *self = user_data;
  CallboardReceiverDesk *desk = find_desk (self, path);

  if (is_proof (path))
    answer (message, SOUP_STATUS_OK, "text/plain", self->proof);
  else if (desk == NULL)
    answer (message, SOUP_STATUS_NOT_FOUND, NULL, NULL);
  else if (is_get (message))
    greet (desk, message, query);
  else if (soup_server_message_get_request_body (message)->length > CALLBOARD_RECEIVER_MAX_BODY)
    answer (message, SOUP_STATUS_REQUEST_ENTITY_TOO_LARGE, NULL, NULL);
  else
    take_in (self, desk, message);
}
