/* callboard-rehearsal.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-rehearsal-private.h"

#include "callboard-rehearsal-fetch.h"
#include "callboard-rehearsal-queue.h"

#include <glib/gi18n.h>
#include <string.h>

#define ID_PREFIX "rehearsal-"
#define RATE      1000.0

/* After a provider id: that the message was also read. */
#define READ_MARK ":read"

typedef struct
{
  guint n_received;
  guint n_answered;
} Phone;

struct _CallboardRehearsal
{
  GObject                   parent_instance;

  CallboardRehearsalQueue  *queue;
  GHashTable               *arrived;
  GHashTable               *reported;
  GHashTable               *phones;

  CallboardRehearsalFault   fault;
  char                    **script;
  CallboardRehearsalAnswer  answer;
  gpointer                  answer_data;
  GDestroyNotify            answer_destroy;

  guint                     activity_id;
};

static void callboard_rehearsal_channel_init (CallboardChannelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CallboardRehearsal, callboard_rehearsal, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (CALLBOARD_TYPE_CHANNEL, callboard_rehearsal_channel_init))

G_DEFINE_ENUM_TYPE (CallboardRehearsalFault, callboard_rehearsal_fault,
                    G_DEFINE_ENUM_VALUE (CALLBOARD_REHEARSAL_FAULT_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_REHEARSAL_FAULT_NOT_ON_WHATSAPP, "not-on-whatsapp"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_REHEARSAL_FAULT_OPTED_OUT, "opted-out"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_REHEARSAL_FAULT_PROVIDER_DOWN, "provider-down"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_REHEARSAL_FAULT_ANSWER_LOST, "answer-lost"))

enum {
  ACTIVITY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
on_time_for_activity_cb (gpointer user_data)
{
  CallboardRehearsal *self = CALLBOARD_REHEARSAL (user_data);

  self->activity_id = 0;
  g_signal_emit (self, signals[ACTIVITY], 0);

  return G_SOURCE_REMOVE;
}

static void
enqueue_receipt (CallboardRehearsal    *self,
                 const char            *provider_id,
                 CallboardMessageState  state,
                 CallboardFailure       failure)
{
  const char *nick = callboard_enum_to_nick (CALLBOARD_TYPE_MESSAGE_STATE, state);
  g_autofree char *event_id = g_strconcat (provider_id, ":", nick, NULL);
  g_autoptr(JsonObject) object = json_object_new ();

  json_object_set_string_member (object, "type", "receipt");
  json_object_set_string_member (object, "id", provider_id);
  json_object_set_string_member (object, "state", nick);

  if (failure != CALLBOARD_FAILURE_NONE)
    json_object_set_string_member (object, "failure", callboard_enum_to_nick (CALLBOARD_TYPE_FAILURE, failure));

  callboard_rehearsal_enqueue (self, event_id, object);
}

static void
report_arrival (CallboardRehearsal *self,
                const char         *provider_id)
{
  if (!g_hash_table_add (self->reported, g_strdup (provider_id)))
    return;

  enqueue_receipt (self, provider_id, CALLBOARD_MESSAGE_DELIVERED, CALLBOARD_FAILURE_NONE);
}

static Phone *
find_phone (CallboardRehearsal *self,
            const char         *number)
{
  Phone *phone = g_hash_table_lookup (self->phones, number);

  if (phone == NULL)
    {
      phone = g_new0 (Phone, 1);
      g_hash_table_insert (self->phones, g_strdup (number), phone);
    }

  return phone;
}

static gboolean
asks (const CallboardOutgoing *message,
      guint                    position)
{
  return position == 0 || message->choices != NULL ||
         strchr (message->body, '?') != NULL || strstr (message->body, "YES") != NULL;
}

static char *
take_answer (CallboardRehearsal      *self,
             Phone                   *phone,
             const CallboardOutgoing *message,
             guint                    position)
{
  if (self->answer != NULL)
    return self->answer (message, position, self->answer_data);

  if (self->script == NULL || self->script[phone->n_answered] == NULL || !asks (message, position))
    return NULL;

  return g_strdup (self->script[phone->n_answered++]);
}

static void
arrive (CallboardRehearsal      *self,
        const CallboardOutgoing *message,
        const char              *provider_id)
{
  Phone *phone = find_phone (self, message->to);
  g_autofree char *answer = take_answer (self, phone, message, phone->n_received++);

  report_arrival (self, provider_id);

  if (answer == NULL)
    return;

  callboard_rehearsal_read (self, provider_id);
  callboard_rehearsal_reply (self, message->to, answer, NULL);
}

static void
accept (CallboardRehearsal      *self,
        const CallboardOutgoing *outgoing,
        CallboardSendResult     *result)
{
  result->outcome = CALLBOARD_OUTCOME_ACCEPTED;
  result->provider_id = g_strconcat (ID_PREFIX, outgoing->key, NULL);

  if (self->fault != CALLBOARD_REHEARSAL_FAULT_NOT_ON_WHATSAPP)
    arrive (self, outgoing, result->provider_id);
  else if (g_hash_table_add (self->reported, g_strdup (result->provider_id)))
    enqueue_receipt (self, result->provider_id, CALLBOARD_MESSAGE_FAILED, CALLBOARD_FAILURE_NOT_ON_WHATSAPP);
}

static void
set_failure (CallboardSendResult *result,
             CallboardOutcome     outcome,
             CallboardFailure     failure)
{
  result->outcome = outcome;
  result->failure = failure;
  result->detail = g_strdup (_("The rehearsal was told to fail."));
}

static CallboardSendResult *
send_now (CallboardRehearsal      *self,
          const CallboardOutgoing *outgoing)
{
  CallboardSendResult *result = callboard_send_result_new (outgoing->id, CALLBOARD_OUTCOME_ACCEPTED);

  switch (self->fault)
    {
    case CALLBOARD_REHEARSAL_FAULT_OPTED_OUT:
      set_failure (result, CALLBOARD_OUTCOME_FAILED, CALLBOARD_FAILURE_OPTED_OUT);
      break;

    case CALLBOARD_REHEARSAL_FAULT_PROVIDER_DOWN:
      set_failure (result, CALLBOARD_OUTCOME_RETRY, CALLBOARD_FAILURE_PROVIDER_DOWN);
      break;

    case CALLBOARD_REHEARSAL_FAULT_ANSWER_LOST:
      g_hash_table_add (self->arrived, g_strdup (outgoing->key));
      set_failure (result, CALLBOARD_OUTCOME_UNKNOWN, CALLBOARD_FAILURE_UNKNOWN);
      break;

    case CALLBOARD_REHEARSAL_FAULT_NONE:
    case CALLBOARD_REHEARSAL_FAULT_NOT_ON_WHATSAPP:
    default:
      accept (self, outgoing, result);
      break;
    }

  return result;
}

static void
callboard_rehearsal_send_async (CallboardChannel        *channel,
                                const CallboardOutgoing *outgoing,
                                GCancellable            *cancellable,
                                GAsyncReadyCallback      callback,
                                gpointer                 user_data)
{
  g_autoptr(GTask) task = g_task_new (channel, cancellable, callback, user_data);

  g_task_set_source_tag (task, callboard_rehearsal_send_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_return_pointer (task, send_now (CALLBOARD_REHEARSAL (channel), outgoing),
                         (GDestroyNotify) callboard_send_result_free);
}

static CallboardSendResult *
callboard_rehearsal_send_finish (CallboardChannel *channel,
                                 GAsyncResult     *result)
{
  g_return_val_if_fail (g_task_is_valid (result, channel), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

static void
callboard_rehearsal_poll_async (CallboardChannel    *channel,
                                const char          *cursor,
                                GPtrArray           *pending,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  CallboardRehearsal *self = CALLBOARD_REHEARSAL (channel);
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);

  callboard_rehearsal_queue_forget (self->queue, cursor);

  for (guint i = 0; pending != NULL && i < pending->len; i++)
    if (g_str_has_prefix (g_ptr_array_index (pending, i), ID_PREFIX))
      report_arrival (self, g_ptr_array_index (pending, i));

  /* This poll brings it all. */
  g_clear_handle_id (&self->activity_id, g_source_remove);

  g_task_set_source_tag (task, callboard_rehearsal_poll_async);
  g_task_set_task_data (task, callboard_rehearsal_queue_next_cursor (self->queue, cursor), g_free);
  g_task_return_pointer (task, callboard_rehearsal_queue_copy (self->queue), (GDestroyNotify) g_ptr_array_unref);
}

static GPtrArray *
callboard_rehearsal_poll_finish (CallboardChannel  *channel,
                                 GAsyncResult      *result,
                                 char             **next_cursor,
                                 GError           **error)
{
  g_return_val_if_fail (g_task_is_valid (result, channel), NULL);

  if (next_cursor != NULL)
    *next_cursor = g_strdup (g_task_get_task_data (G_TASK (result)));

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
callboard_rehearsal_lookup_async (CallboardChannel        *channel,
                                  const CallboardOutgoing *outgoing,
                                  GCancellable            *cancellable,
                                  GAsyncReadyCallback      callback,
                                  gpointer                 user_data)
{
  CallboardRehearsal *self = CALLBOARD_REHEARSAL (channel);
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  CallboardSendResult *result = callboard_send_result_new (outgoing->id, CALLBOARD_OUTCOME_UNKNOWN);

  if (self->fault != CALLBOARD_REHEARSAL_FAULT_ANSWER_LOST && g_hash_table_remove (self->arrived, outgoing->key))
    accept (self, outgoing, result);
  else
    result->failure = CALLBOARD_FAILURE_UNKNOWN;

  g_task_set_source_tag (task, callboard_rehearsal_lookup_async);
  g_task_return_pointer (task, result, (GDestroyNotify) callboard_send_result_free);
}

static CallboardSendResult *
callboard_rehearsal_lookup_finish (CallboardChannel  *channel,
                                   GAsyncResult      *result,
                                   GError           **error)
{
  g_return_val_if_fail (g_task_is_valid (result, channel), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static double
callboard_rehearsal_get_rate (CallboardChannel *channel)
{
  return RATE;
}

static void
callboard_rehearsal_channel_init (CallboardChannelInterface *iface)
{
  iface->send_async = callboard_rehearsal_send_async;
  iface->send_finish = callboard_rehearsal_send_finish;
  iface->poll_async = callboard_rehearsal_poll_async;
  iface->poll_finish = callboard_rehearsal_poll_finish;
  iface->lookup_async = callboard_rehearsal_lookup_async;
  iface->lookup_finish = callboard_rehearsal_lookup_finish;
  iface->get_rate = callboard_rehearsal_get_rate;
  iface->fetch_async = callboard_rehearsal_fetch_async;
  iface->fetch_finish = callboard_rehearsal_fetch_finish;
}

static void
callboard_rehearsal_finalize (GObject *object)
{
  CallboardRehearsal *self = CALLBOARD_REHEARSAL (object);

  g_clear_handle_id (&self->activity_id, g_source_remove);
  g_clear_pointer (&self->queue, callboard_rehearsal_queue_free);
  g_clear_pointer (&self->arrived, g_hash_table_unref);
  g_clear_pointer (&self->reported, g_hash_table_unref);
  g_clear_pointer (&self->phones, g_hash_table_unref);
  g_clear_pointer (&self->script, g_strfreev);

  if (self->answer_destroy != NULL)
    self->answer_destroy (self->answer_data);

  G_OBJECT_CLASS (callboard_rehearsal_parent_class)->finalize (object);
}

static void
callboard_rehearsal_class_init (CallboardRehearsalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = callboard_rehearsal_finalize;

  /**
   * CallboardRehearsal::activity:
   *
   * Receipts or replies wait; whoever polls should do so now.
   */
  signals[ACTIVITY] =
    g_signal_new ("activity",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL,
                  NULL,
                  G_TYPE_NONE, 0);
}

static void
callboard_rehearsal_init (CallboardRehearsal *self)
{
  self->queue = callboard_rehearsal_queue_new ();
  self->arrived = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->reported = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->phones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

CallboardRehearsal *
callboard_rehearsal_new (void)
{
  return g_object_new (CALLBOARD_TYPE_REHEARSAL, NULL);
}

void
callboard_rehearsal_enqueue (CallboardRehearsal *self,
                             const char         *event_id,
                             JsonObject         *object)
{
  callboard_rehearsal_queue_push (self->queue, event_id, object);

  /* Idle, so that the answer to a send is told before what follows from it. */
  if (self->activity_id == 0)
    self->activity_id = g_idle_add (on_time_for_activity_cb, self);
}

char *
callboard_rehearsal_new_event_id (CallboardRehearsal *self)
{
  return callboard_rehearsal_queue_new_id (self->queue);
}

void
callboard_rehearsal_read (CallboardRehearsal *self,
                          const char         *provider_id)
{
  g_autofree char *mark = NULL;

  g_return_if_fail (CALLBOARD_IS_REHEARSAL (self));
  g_return_if_fail (provider_id != NULL);

  mark = g_strconcat (provider_id, READ_MARK, NULL);
  if (g_hash_table_add (self->reported, g_steal_pointer (&mark)))
    enqueue_receipt (self, provider_id, CALLBOARD_MESSAGE_READ, CALLBOARD_FAILURE_NONE);
}

CallboardRehearsalFault
callboard_rehearsal_get_fault (CallboardRehearsal *self)
{
  g_return_val_if_fail (CALLBOARD_IS_REHEARSAL (self), CALLBOARD_REHEARSAL_FAULT_NONE);

  return self->fault;
}

void
callboard_rehearsal_set_fault (CallboardRehearsal      *self,
                               CallboardRehearsalFault  fault)
{
  g_return_if_fail (CALLBOARD_IS_REHEARSAL (self));

  self->fault = fault;
}

void
callboard_rehearsal_set_script (CallboardRehearsal *self,
                                const char * const *answers)
{
  g_return_if_fail (CALLBOARD_IS_REHEARSAL (self));

  g_strfreev (self->script);
  self->script = g_strdupv ((char **) answers);
}

void
callboard_rehearsal_set_answer_func (CallboardRehearsal       *self,
                                     CallboardRehearsalAnswer  func,
                                     gpointer                  user_data,
                                     GDestroyNotify            destroy)
{
  g_return_if_fail (CALLBOARD_IS_REHEARSAL (self));

  if (self->answer_destroy != NULL)
    self->answer_destroy (self->answer_data);

  self->answer = func;
  self->answer_data = user_data;
  self->answer_destroy = destroy;
}
