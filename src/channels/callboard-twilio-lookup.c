/* callboard-twilio-lookup.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-twilio-private.h"

#include "callboard-clock.h"
#include "callboard-json.h"
#include "callboard-twilio-parse.h"

#include <glib/gi18n.h>
#include <string.h>

/* A message is ours if Twilio made it between the claim and LATEST after it, by Twilio's own clock: the Date of its
 * answer says how far that is from ours. Both are whole seconds, hence the slack. Earlier ones with the same text
 * were sent on purpose. The list is of one person's number, so few pages hold all of the window. */
#define LATEST       (10 * CALLBOARD_MINUTE)
#define SLACK        (3 * CALLBOARD_SECOND)
#define SLACK_NO_DATE (2 * CALLBOARD_MINUTE)
#define MAX_PAGES    5

typedef struct
{
  CallboardOutgoing *outgoing;
  gint64             asked_at;
  guint              n_pages;
  char              *found;
} Lookup;

static void
lookup_free (Lookup *lookup)
{
  callboard_outgoing_free (lookup->outgoing);
  g_free (lookup->found);
  g_free (lookup);
}

/* A trial account puts words before the text, and Twilio trims its ends. */
static gboolean
is_same_text (const char *theirs,
              const char *ours)
{
  g_autofree char *their_text = g_strstrip (g_strdup (theirs ? theirs : ""));
  g_autofree char *our_text = g_strstrip (g_strdup (ours));

  return g_str_has_suffix (their_text, our_text);
}

/* Newest first, so the last one found is the oldest in the window: a later one was sent again on purpose.
 * Returns: whether all of the page is older than the window. */
static gboolean
search_page (Lookup    *lookup,
             JsonArray *messages,
             gint64     their_now)
{
  gint64 shift = their_now ? their_now - lookup->asked_at : 0;
  gint64 claimed_at = lookup->outgoing->claimed_at + shift;
  gint64 first = claimed_at - (their_now ? SLACK : SLACK_NO_DATE);
  gboolean older = TRUE;

  for (guint i = 0; i < json_array_get_length (messages); i++)
    {
      JsonObject *message = callboard_json_array_get_object (messages, i);
      gint64 at = callboard_twilio_parse_date (callboard_json_get_string (message, "date_created"));
      const char *sid = callboard_json_get_string (message, "sid");

      if (at < first)
        continue;

      older = FALSE;

      if (sid != NULL && at <= claimed_at + LATEST && !callboard_twilio_is_inbound (message) &&
          is_same_text (callboard_json_get_string (message, "body"), lookup->outgoing->body))
        {
          g_free (lookup->found);
          lookup->found = g_strdup (sid);
        }
    }

  return older;
}

static void
return_found (GTask *task)
{
  Lookup *lookup = g_task_get_task_data (task);
  CallboardSendResult *result = callboard_send_result_new (lookup->outgoing->id, CALLBOARD_OUTCOME_UNKNOWN);

  if (lookup->found != NULL)
    {
      result->outcome = CALLBOARD_OUTCOME_ACCEPTED;
      result->provider_id = g_steal_pointer (&lookup->found);
    }
  else
    {
      result->failure = CALLBOARD_FAILURE_UNKNOWN;
      result->detail = g_strdup (_("Twilio lists no such message."));
    }

  g_task_return_pointer (task, result, (GDestroyNotify) callboard_send_result_free);
}

static void
on_page_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  CallboardTwilio *self = CALLBOARD_TWILIO (object);
  g_autoptr(GTask) task = user_data;
  g_autoptr(CallboardTwilioAnswer) answer = NULL;
  g_autofree char *next = NULL;
  Lookup *lookup = g_task_get_task_data (task);
  JsonArray *messages;
  GError *error = NULL;

  answer = callboard_twilio_get_finish (self, result, &error);

  if (answer == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  messages = callboard_json_get_array (answer->object, "messages");

  if (messages == NULL)
    {
      g_task_return_new_error (task, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_MALFORMED,
                               _("Twilio’s list of messages could not be understood. It will be asked again by itself."));
      return;
    }

  if (!search_page (lookup, messages, answer->date) && ++lookup->n_pages < MAX_PAGES)
    next = callboard_twilio_next_page (self, answer->object);

  if (next != NULL)
    callboard_twilio_get_async (self, next, g_task_get_cancellable (task), on_page_cb, g_steal_pointer (&task));
  else
    return_found (task);
}

/* No filter by DateSent: a message that still waits at Twilio has none. */
void
callboard_twilio_lookup_async (CallboardChannel        *channel,
                               const CallboardOutgoing *outgoing,
                               GCancellable            *cancellable,
                               GAsyncReadyCallback      callback,
                               gpointer                 user_data)
{
  CallboardTwilio *self = CALLBOARD_TWILIO (channel);
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autofree char *to = g_uri_escape_string (outgoing->to, NULL, FALSE);
  g_autofree char *url = NULL;
  Lookup *lookup = g_new0 (Lookup, 1);

  lookup->outgoing = callboard_outgoing_copy (outgoing);
  lookup->asked_at = g_get_real_time ();
  g_task_set_source_tag (task, callboard_twilio_lookup_async);
  g_task_set_task_data (task, lookup, (GDestroyNotify) lookup_free);

  url = callboard_twilio_build_url (self, "/Messages.json?To=%s&PageSize=%u", to, CALLBOARD_TWILIO_PAGE_SIZE);
  callboard_twilio_get_async (self, url, cancellable, on_page_cb, g_steal_pointer (&task));
}

CallboardSendResult *
callboard_twilio_lookup_finish (CallboardChannel  *channel,
                                GAsyncResult      *result,
                                GError           **error)
{
  g_return_val_if_fail (g_task_is_valid (result, channel), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, callboard_twilio_lookup_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
