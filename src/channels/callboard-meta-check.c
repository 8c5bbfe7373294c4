/* callboard-meta-check.c
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

#define FIELDS "display_phone_number,verified_name,quality_rating,whatsapp_business_manager_messaging_limit"

static char *
describe_quality (const char *rating)
{
  if (g_strcmp0 (rating, "GREEN") == 0)
    return g_strdup (_("High"));
  if (g_strcmp0 (rating, "YELLOW") == 0)
    return g_strdup (_("Medium: people block or report this sender"));
  if (g_strcmp0 (rating, "RED") == 0)
    return g_strdup (_("Low: many people block or report this sender"));

  return NULL;
}

/* "TIER_250", "TIER_10K" */
static char *
describe_limit (const char *tier)
{
  if (tier == NULL || !g_str_has_prefix (tier, "TIER_"))
    return NULL;

  tier += strlen ("TIER_");
  if (g_str_equal (tier, "UNLIMITED"))
    return g_strdup (_("As many new people a day as you like"));

  /* Translators: %s is a number such as 250 or 10K */
  return g_strdup_printf (_("%s new people in 24 hours"), tier);
}

static CallboardCheckResult *
read_number (JsonObject *object)
{
  const char *name = callboard_json_get_string (object, "verified_name");
  const char *number = callboard_json_get_string (object, "display_phone_number");
  CallboardCheckResult *result = g_new0 (CallboardCheckResult, 1);

  result->name = name != NULL && number != NULL ? g_strdup_printf ("%s, %s", name, number) : g_strdup (name != NULL ? name : number);
  result->quality = describe_quality (callboard_json_get_string (object, "quality_rating"));
  result->limit = describe_limit (callboard_json_get_string (object, "whatsapp_business_manager_messaging_limit"));

  return result;
}

static void
on_replied_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(CallboardHttpReply) reply = callboard_http_send_finish (CALLBOARD_HTTP (object), result);
  g_autoptr(JsonObject) answer = callboard_meta_read_object (reply);
  CallboardMeta *self = g_task_get_source_object (task);
  const char *proof = self->is_360dialog ? "waba_templates" : "id";

  if (reply->status != SOUP_STATUS_OK || answer == NULL || !json_object_has_member (answer, proof))
    {
      g_task_return_error (task, callboard_meta_read_error (reply, answer));
      return;
    }

  if (self->is_360dialog)
    json_object_set_string_member (answer, "display_phone_number", self->from != NULL ? self->from : "360dialog");

  g_task_return_pointer (task, read_number (answer), (GDestroyNotify) callboard_check_result_free);
}

void
callboard_meta_check_async (CallboardChannel    *channel,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  CallboardMeta *self = CALLBOARD_META (channel);
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autofree char *id = g_uri_escape_string (self->phone_number_id, NULL, FALSE);
  g_autofree char *url = self->is_360dialog ? g_strdup_printf ("%s/v1/configs/templates?limit=1", self->root)
                                            : g_strdup_printf ("%s/%s?fields=" FIELDS, self->root, id);
  g_autoptr(GUri) uri = NULL;
  g_autoptr(SoupMessage) message = NULL;

  g_task_set_source_tag (task, callboard_meta_check_async);
  if (self->problem != NULL)
    {
      g_task_return_new_error (task, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_REFUSED, "%s", self->problem);
      return;
    }

  uri = g_uri_parse (url, SOUP_HTTP_URI_FLAGS, NULL);
  message = callboard_meta_new_message (self, SOUP_METHOD_GET, uri);
  callboard_http_send_async (self->http, message, CALLBOARD_HTTP_MAX_BODY, cancellable, on_replied_cb, g_steal_pointer (&task));
}

CallboardCheckResult *
callboard_meta_check_finish (CallboardChannel  *channel,
                             GAsyncResult      *result,
                             GError           **error)
{
  g_return_val_if_fail (g_task_is_valid (result, channel), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, callboard_meta_check_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
