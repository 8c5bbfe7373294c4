/* callboard-reviewer.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-reviewer.h"

#include "callboard-approval.h"

#define PENDING_SECONDS 120
#define USUAL_SECONDS   3600

struct _CallboardReviewer
{
  GObject           parent_instance;

  CallboardStore   *store;
  CallboardChannel *channel;
  gint64            account;
  GCancellable     *cancellable;
  guint             source;
  guint             busy : 1;
  guint             again : 1;
};

G_DEFINE_FINAL_TYPE (CallboardReviewer, callboard_reviewer, G_TYPE_OBJECT)

static void look (CallboardReviewer *self);

static gboolean
on_time_cb (gpointer user_data)
{
  CallboardReviewer *self = user_data;

  self->source = 0;
  look (self);

  return G_SOURCE_REMOVE;
}

static void
wait_for_news (CallboardReviewer *self,
               guint              seconds)
{
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add_seconds (seconds, on_time_cb, self);
}

static GPtrArray *
load (CallboardReviewer *self,
      gboolean          *pending)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) reviews = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_review_free);
  g_autoptr(CallboardRows) rows =
    callboard_db_select (callboard_store_get_reader (self->store), &error,
                         "SELECT name, language, request, asked, state FROM whatsapp_template"
                         " WHERE account_id = $1 AND request IS NOT NULL", "i", self->account);

  *pending = FALSE;
  while (callboard_rows_next (rows, &error))
    {
      CallboardReview *review = g_new0 (CallboardReview, 1);

      review->name = callboard_rows_dup (rows, 0);
      review->language = callboard_rows_dup (rows, 1);
      review->request = callboard_rows_dup (rows, 2);
      review->asked = callboard_rows_int (rows, 3) != 0;
      *pending |= g_strcmp0 (callboard_rows_text (rows, 4), "pending") == 0;
      g_ptr_array_add (reviews, review);
    }

  if (error != NULL)
    g_warning ("Could not read the templates: %s", error->message);

  return g_steal_pointer (&reviews);
}

static void
keep (CallboardReviewer     *self,
      const CallboardReview *review)
{
  static const struct {
    const char             *nick;
    CallboardApprovalState  state;
  } states[] = {
    { "pending", CALLBOARD_APPROVAL_STATE_PENDING }, { "approved", CALLBOARD_APPROVAL_STATE_APPROVED },
    { "rejected", CALLBOARD_APPROVAL_STATE_REJECTED }, { "paused", CALLBOARD_APPROVAL_STATE_PAUSED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr(CallboardCommand) command = NULL;

      if (g_strcmp0 (review->state, states[i].nick) != 0)
        continue;

      command = callboard_approval_news_command_new (self->account, review->name, review->language, review->request,
                                                     states[i].state, review->reason);
      callboard_store_execute_async (self->store, command, NULL, NULL, NULL);
    }
}

static void
on_reviewed_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(CallboardReviewer) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) reviews = callboard_channel_review_finish (CALLBOARD_CHANNEL (object), result, &error);

  self->busy = FALSE;
  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  if (reviews == NULL)
    g_message ("The provider could not be asked about templates: %s", error->message);
  for (guint i = 0; reviews != NULL && i < reviews->len; i++)
    keep (self, g_ptr_array_index (reviews, i));

  if (self->again)
    look (self);
}

static void
look (CallboardReviewer *self)
{
  gboolean pending;
  g_autoptr(GPtrArray) reviews = NULL;

  self->again = self->busy;
  if (self->busy)
    return;

  reviews = load (self, &pending);
  wait_for_news (self, pending ? PENDING_SECONDS : USUAL_SECONDS);
  if (reviews->len == 0)
    return;

  self->busy = TRUE;
  callboard_channel_review_async (self->channel, reviews, self->cancellable, on_reviewed_cb, g_object_ref (self));
}

/* Only what was just submitted is worth asking at once; our own notes change the same tables. */
static void
on_changed_cb (CallboardReviewer *self,
               guint              changes)
{
  gint64 n_new = 0;

  if ((changes & CALLBOARD_CHANGED_CAMPAIGNS) == 0 || g_cancellable_is_cancelled (self->cancellable))
    return;

  callboard_db_number (callboard_store_get_reader (self->store), &n_new, NULL,
                       "SELECT count(*) FROM whatsapp_template WHERE account_id = $1 AND request IS NOT NULL AND asked = 0",
                       "i", self->account);
  if (n_new > 0)
    look (self);
}

static void
callboard_reviewer_dispose (GObject *object)
{
  CallboardReviewer *self = CALLBOARD_REVIEWER (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->store);
  g_clear_object (&self->channel);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (callboard_reviewer_parent_class)->dispose (object);
}

static void
callboard_reviewer_class_init (CallboardReviewerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = callboard_reviewer_dispose;
}

static void
callboard_reviewer_init (CallboardReviewer *self)
{
  self->cancellable = g_cancellable_new ();
}

CallboardReviewer *
callboard_reviewer_new (CallboardStore   *store,
                        gint64            account,
                        CallboardChannel *channel)
{
  CallboardReviewer *self;

  g_return_val_if_fail (callboard_channel_can_review (channel), NULL);

  self = g_object_new (CALLBOARD_TYPE_REVIEWER, NULL);
  self->store = g_object_ref (store);
  self->account = account;
  self->channel = g_object_ref (channel);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  wait_for_news (self, 1);

  return self;
}

void
callboard_reviewer_stop (CallboardReviewer *self)
{
  g_return_if_fail (CALLBOARD_IS_REVIEWER (self));

  g_clear_handle_id (&self->source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
}
