/* callboard-meta-review.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-meta-private.h"

#include "callboard-json.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_PAGES   20
#define MAX_REQUEST (256 * 1024)

/* There is such a template already (providers.md, 1.6). */
#define SUBCODE_EXISTS 2388024

/* One walk: first through what has to be asked for, then through the pages of what there is. */
typedef struct
{
  GPtrArray *reviews;
  guint      next;
  guint      n_pages;
} Walk;

static void step (GTask *task);
static void list (GTask      *task,
                  const char *after);

static void
walk_free (gpointer data)
{
  Walk *walk = data;

  g_ptr_array_unref (walk->reviews);
  g_free (walk);
}

static SoupMessage *
create_message (CallboardMeta *self,
                const char    *method,
                const char    *query)
{
  g_autofree char *id = g_uri_escape_string (self->waba_id, NULL, FALSE);
  g_autofree char *url = self->is_360dialog ? g_strdup_printf ("%s/v1/configs/templates%s", self->root, query)
                                            : g_strdup_printf ("%s/%s/message_templates%s", self->root, id, query);
  g_autoptr(GUri) uri = g_uri_parse (url, SOUP_HTTP_URI_FLAGS, NULL);

  return callboard_meta_new_message (self, method, uri);
}

static const char *
find_body (JsonObject *template)
{
  JsonArray *components = callboard_json_get_array (template, "components");

  for (guint i = 0; components != NULL && i < json_array_get_length (components); i++)
    {
      JsonObject *component = callboard_json_array_get_object (components, i);
      const char *type = callboard_json_get_string (component, "type");

      if (type != NULL && g_ascii_strcasecmp (type, "BODY") == 0)
        return callboard_json_get_string (component, "text");
    }

  return NULL;
}

/* A state that can be sent, one that cannot for now, and those that never can. */
static const char *
read_state (const char *status)
{
  static const struct {
    const char *status;
    const char *state;
  } states[] = {
    { "APPROVED", "approved" }, { "PENDING", "pending" }, { "IN_APPEAL", "pending" }, { "PAUSED", "paused" },
    { "REJECTED", "rejected" }, { "DISABLED", "rejected" }, { "LIMIT_EXCEEDED", "rejected" }, { "PENDING_DELETION", "rejected" },
    { "DELETED", "rejected" }, { "ARCHIVED", "paused" },
  };

  for (guint i = 0; status != NULL && i < G_N_ELEMENTS (states); i++)
    {
      if (g_ascii_strcasecmp (status, states[i].status) == 0)
        return states[i].state;
    }

  return NULL;
}

static void
settle (CallboardReview *review,
        const char      *state,
        const char      *reason)
{
  g_free (review->state);
  g_free (review->reason);
  review->state = g_strdup (state);
  review->reason = g_strdup (reason);
}

/* The name may stand for another text, of an earlier time or of another program: that one must not be sent as ours. */
static void
compare (CallboardReview *review,
         JsonObject      *entry)
{
  g_autoptr(JsonObject) request = callboard_json_parse_object (review->request, -1, MAX_REQUEST, NULL);
  const char *reason = callboard_json_get_string (entry, "rejected_reason");

  if (g_strcmp0 (callboard_json_get_string (entry, "name"), review->name) != 0 ||
      g_strcmp0 (callboard_json_get_string (entry, "language"), callboard_json_get_string (request, "language")) != 0)
    return;

  if (g_strcmp0 (find_body (entry), find_body (request)) != 0)
    settle (review, "rejected", "EXISTS");
  else
    settle (review, read_state (callboard_json_get_string (entry, "status")),
            g_strcmp0 (reason, "NONE") == 0 ? NULL : reason);
}

static void
take_page (Walk      *walk,
           JsonArray *entries)
{
  for (guint i = 0; i < json_array_get_length (entries); i++)
    {
      for (guint j = 0; j < walk->reviews->len; j++)
        compare (g_ptr_array_index (walk->reviews, j), callboard_json_array_get_object (entries, i));
    }
}

static void
on_listed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(CallboardHttpReply) reply = callboard_http_send_finish (CALLBOARD_HTTP (object), result);
  g_autoptr(JsonObject) answer = callboard_meta_read_object (reply);
  Walk *walk = g_task_get_task_data (task);
  JsonArray *entries = callboard_json_get_array (answer, "data");
  JsonObject *paging = callboard_json_get_object (answer, "paging");
  const char *after = callboard_json_get_string (callboard_json_get_object (paging, "cursors"), "after");

  if (entries == NULL)
    entries = callboard_json_get_array (answer, "waba_templates");

  if (reply->status != SOUP_STATUS_OK || entries == NULL)
    {
      g_task_return_error (task, callboard_meta_read_error (reply, answer));
      return;
    }

  take_page (walk, entries);
  if (callboard_json_get_string (paging, "next") != NULL && after != NULL && ++walk->n_pages < MAX_PAGES)
    list (task, after);
  else
    g_task_return_pointer (task, g_ptr_array_ref (walk->reviews), (GDestroyNotify) g_ptr_array_unref);
}

static void
list (GTask      *task,
      const char *after)
{
  CallboardMeta *self = g_task_get_source_object (task);
  g_autofree char *cursor = after != NULL ? g_uri_escape_string (after, NULL, FALSE) : NULL;
  g_autofree char *query = g_strconcat ("?limit=100&fields=name,status,language,components,rejected_reason",
                                        cursor != NULL ? "&after=" : NULL, cursor, NULL);
  g_autoptr(SoupMessage) message = create_message (self, SOUP_METHOD_GET, query);

  callboard_http_send_async (self->http, message, 4 * CALLBOARD_HTTP_MAX_BODY, g_task_get_cancellable (task), on_listed_cb,
                             g_object_ref (task));
}

static char *
find_reason (JsonObject *answer)
{
  JsonObject *refusal = callboard_json_get_object (answer, "error");
  const char *words = callboard_json_get_string (refusal, "error_user_msg");

  return g_strdup (words != NULL ? words : callboard_json_get_string (refusal, "message"));
}

static gboolean
is_refused (CallboardHttpReply *reply,
            JsonObject         *answer)
{
  g_autoptr(CallboardSendResult) result = callboard_meta_read_send (0, reply);
  gint64 subcode = 0;

  callboard_json_get_int (callboard_json_get_object (answer, "error"), "error_subcode", &subcode);

  return result->outcome == CALLBOARD_OUTCOME_FAILED && subcode != SUBCODE_EXISTS && reply->status / 100 == 4;
}

/* An answer that was lost, and one that says that there is such a template, are settled by the list. */
static void
on_asked_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(CallboardHttpReply) reply = callboard_http_send_finish (CALLBOARD_HTTP (object), result);
  g_autoptr(JsonObject) answer = callboard_meta_read_object (reply);
  Walk *walk = g_task_get_task_data (task);
  CallboardReview *review = g_ptr_array_index (walk->reviews, walk->next - 1);
  g_autofree char *reason = find_reason (answer);

  if (reply->fate == CALLBOARD_HTTP_ANSWERED && is_refused (reply, answer))
    settle (review, "rejected", reason);

  step (task);
}

static void
step (GTask *task)
{
  CallboardMeta *self = g_task_get_source_object (task);
  Walk *walk = g_task_get_task_data (task);
  CallboardReview *review;
  g_autoptr(SoupMessage) message = NULL;
  g_autoptr(GBytes) body = NULL;

  while (walk->next < walk->reviews->len && ((CallboardReview *) g_ptr_array_index (walk->reviews, walk->next))->asked)
    walk->next++;

  if (walk->next == walk->reviews->len)
    {
      list (task, NULL);
      return;
    }

  review = g_ptr_array_index (walk->reviews, walk->next++);
  body = g_bytes_new (review->request, strlen (review->request));
  message = create_message (self, SOUP_METHOD_POST, "");
  soup_message_set_request_body_from_bytes (message, "application/json", body);
  callboard_http_send_async (self->http, message, CALLBOARD_HTTP_MAX_BODY, g_task_get_cancellable (task), on_asked_cb,
                             g_object_ref (task));
}

void
callboard_meta_review_async (CallboardChannel    *channel,
                             GPtrArray           *reviews,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  CallboardMeta *self = CALLBOARD_META (channel);
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  Walk *walk = g_new0 (Walk, 1);

  walk->reviews = g_ptr_array_ref (reviews);
  g_task_set_source_tag (task, callboard_meta_review_async);
  g_task_set_task_data (task, walk, walk_free);

  if (self->problem != NULL)
    g_task_return_new_error (task, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_REFUSED, "%s", self->problem);
  else if (!self->is_360dialog && *self->waba_id == '\0')
    g_task_return_new_error (task, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_REFUSED,
                             _("The account has no WhatsApp Business account ID. Enter it in the preferences."));
  else
    step (task);
}

GPtrArray *
callboard_meta_review_finish (CallboardChannel  *channel,
                              GAsyncResult      *result,
                              GError           **error)
{
  g_return_val_if_fail (g_task_is_valid (result, channel), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, callboard_meta_review_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
