/* callboard-fetcher.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-fetcher.h"

#define FILES_AT_ONCE 3
#define MAX_LOOK      100
#define MAX_WAIT_MS   (60 * 60 * 1000)

/* After a fault of this machine: a full disk is no fault of the file's. */
#define LOCAL_WAIT    (2 * CALLBOARD_MINUTE)

static const gint64 waits[] = {
  5 * CALLBOARD_SECOND, 30 * CALLBOARD_SECOND, 2 * CALLBOARD_MINUTE, 10 * CALLBOARD_MINUTE, 30 * CALLBOARD_MINUTE,
};

/* A file that is not there yet. next is when it may be asked for again. */
typedef struct
{
  gint64 next;
  guint  n_faults;
  guint  busy : 1;
} Wanted;

struct _CallboardFetcher
{
  GObject           parent_instance;

  CallboardStore   *store;
  CallboardChannel *channel;
  CallboardParser   parser;
  gint64            account;
  GCancellable     *cancellable;
  GHashTable       *wanted;
  guint             n_busy;
  guint             source;
  guint             running : 1;
};

G_DEFINE_FINAL_TYPE (CallboardFetcher, callboard_fetcher, G_TYPE_OBJECT)

/* One file on its way. */
typedef struct
{
  CallboardFetcher    *self;
  CallboardFileWriter *writer;
  gint64               attachment;
} Fetch;

static void
fetch_free (Fetch *fetch)
{
  g_clear_object (&fetch->self);
  g_clear_pointer (&fetch->writer, callboard_file_writer_free);
  g_free (fetch);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fetch, fetch_free)

static void look (CallboardFetcher *self);

static gint64
get_now (CallboardFetcher *self)
{
  return callboard_clock_now (callboard_store_get_clock (self->store));
}

static Wanted *
want (CallboardFetcher *self,
      gint64            attachment)
{
  Wanted *wanted = g_hash_table_lookup (self->wanted, &attachment);

  if (wanted == NULL)
    {
      wanted = g_new0 (Wanted, 1);
      g_hash_table_insert (self->wanted, g_memdup2 (&attachment, sizeof attachment), wanted);
    }

  return wanted;
}

/* The file did not come. */
static void
put_off (CallboardFetcher *self,
         gint64            attachment,
         gint64            wait)
{
  Wanted *wanted = want (self, attachment);

  self->n_busy--;
  wanted->busy = FALSE;
  wanted->next = get_now (self) + wait;
  look (self);
}

static void
recorded_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(Fetch) fetch = user_data;
  CallboardFetcher *self = fetch->self;
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardCommand) command = callboard_store_execute_finish (CALLBOARD_STORE (object), result, &error);

  if (command == NULL)
    {
      g_message ("What became of a file could not be noted: %s", error->message);
      put_off (self, fetch->attachment, LOCAL_WAIT);
      return;
    }

  self->n_busy--;
  g_hash_table_remove (self->wanted, &fetch->attachment);
  look (self);
}

static void
record (Fetch               *fetch,
        CallboardStoredFile *file,
        const char          *state,
        const GError        *error)
{
  CallboardFetcher *self = fetch->self;
  gboolean large = g_error_matches (error, CALLBOARD_FILES_ERROR, CALLBOARD_FILES_ERROR_TOO_LARGE);
  g_autoptr(CallboardCommand) command =
    callboard_fetched_command_new (fetch->attachment, self->parser, file, state, error != NULL ? error->message : NULL,
                                   large ? CALLBOARD_FILES_MAX_SIZE + 1 : 0);

  callboard_store_execute_async (self->store, command, NULL, recorded_cb, fetch);
}

static gboolean
is_refusal (const GError *error)
{
  return g_error_matches (error, CALLBOARD_FILES_ERROR, CALLBOARD_FILES_ERROR_EMPTY) ||
         g_error_matches (error, CALLBOARD_FILES_ERROR, CALLBOARD_FILES_ERROR_TOO_LARGE) ||
         g_error_matches (error, CALLBOARD_FILES_ERROR, CALLBOARD_FILES_ERROR_PROGRAM);
}

/* A fault of the provider counts, one of this machine does not: the provider still has the file. */
static void
wait_or_lose (Fetch        *fetch,
              const GError *error)
{
  g_autoptr(Fetch) owned = fetch;
  Wanted *wanted = want (fetch->self, fetch->attachment);

  if (error->domain == CALLBOARD_FILES_ERROR || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      put_off (fetch->self, fetch->attachment, LOCAL_WAIT);
      return;
    }

  if (wanted->n_faults < G_N_ELEMENTS (waits) && !g_error_matches (error, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_GONE))
    {
      put_off (fetch->self, fetch->attachment, waits[wanted->n_faults++]);
      return;
    }

  record (g_steal_pointer (&owned), NULL, "lost", error);
}

static void
fail (Fetch        *fetch,
      const GError *error)
{
  g_message ("A file of account %" G_GINT64_FORMAT " did not come: %s", fetch->self->account, error->message);

  if (is_refusal (error))
    record (fetch, NULL, "refused", error);
  else
    wait_or_lose (fetch, error);
}

static void
sync_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  CallboardStoredFile *file = callboard_file_writer_finish (data, &error);

  if (file == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, file, (GDestroyNotify) callboard_stored_file_free);
}

static void
synced_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  Fetch *fetch = user_data;
  g_autoptr(GError) error = NULL;
  CallboardStoredFile *file = g_task_propagate_pointer (G_TASK (result), &error);

  if (file == NULL)
    fail (fetch, error);
  else
    record (fetch, file, "stored", NULL);
}

static void
fetched_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  Fetch *fetch = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GTask) task = NULL;

  if (!callboard_channel_fetch_finish (CALLBOARD_CHANNEL (object), result, &error))
    {
      fail (fetch, error);
      return;
    }

  /* The disk may take its time. */
  task = g_task_new (fetch->self, NULL, synced_cb, fetch);
  g_task_set_source_tag (task, fetched_cb);
  g_task_set_task_data (task, fetch->writer, NULL);
  g_task_run_in_thread (task, sync_in_thread);
}

static void
begin (CallboardFetcher *self,
       gint64            attachment,
       const char       *source)
{
  Fetch *fetch = g_new0 (Fetch, 1);
  g_autoptr(GError) error = NULL;

  self->n_busy++;
  want (self, attachment)->busy = TRUE;
  fetch->self = g_object_ref (self);
  fetch->attachment = attachment;
  fetch->writer = callboard_file_writer_new (callboard_store_get_directory (self->store), CALLBOARD_FILES_MAX_SIZE, &error);

  if (fetch->writer == NULL)
    fail (fetch, error);
  else
    callboard_channel_fetch_async (self->channel, source, fetch->writer, self->cancellable, fetched_cb, fetch);
}

static gboolean
look_cb (gpointer user_data)
{
  CallboardFetcher *self = user_data;

  self->source = 0;
  look (self);

  return G_SOURCE_REMOVE;
}

/* Sleeps until the first of those that were put off. */
static void
plan (CallboardFetcher *self)
{
  gint64 now = get_now (self);
  gint64 next = G_MAXINT64;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->wanted);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Wanted *wanted = value;

      if (!wanted->busy && wanted->next > now)
        next = MIN (next, wanted->next);
    }

  g_clear_handle_id (&self->source, g_source_remove);
  if (next != G_MAXINT64)
    self->source = g_timeout_add (CLAMP ((next - now) / 1000 + 1, 1, MAX_WAIT_MS), look_cb, self);
}

static gboolean
may_begin (CallboardFetcher *self,
           gint64            attachment)
{
  const Wanted *wanted = g_hash_table_lookup (self->wanted, &attachment);

  return self->n_busy < FILES_AT_ONCE && (wanted == NULL || (!wanted->busy && wanted->next <= get_now (self)));
}

/* The rows are read to their end first: beginning may change them. */
static void
look (CallboardFetcher *self)
{
  g_autoptr(GArray) ids = NULL;
  g_autoptr(GError) error = NULL;

  if (!self->running)
    return;

  ids = callboard_db_numbers (callboard_store_get_reader (self->store), &error,
                              "SELECT f.id FROM attachment f JOIN message m ON m.id = f.message_id"
                              " WHERE f.state = 'fetching' AND m.account_id = $1 ORDER BY f.id LIMIT $2",
                              "ii", self->account, (gint64) MAX_LOOK);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autofree char *source = NULL;

      if (may_begin (self, id) &&
          callboard_db_text (callboard_store_get_reader (self->store), &source, NULL,
                             "SELECT source FROM attachment WHERE id = $1", "i", id) && source != NULL)
        begin (self, id, source);
    }

  plan (self);
}

static void
store_changed_cb (CallboardFetcher *self,
                  CallboardChanges *changes)
{
  g_assert (CALLBOARD_IS_FETCHER (self));

  if (callboard_changes_has (changes, CALLBOARD_CHANGED_CONVERSATIONS))
    look (self);
}

static void
callboard_fetcher_dispose (GObject *object)
{
  callboard_fetcher_stop (CALLBOARD_FETCHER (object));

  G_OBJECT_CLASS (callboard_fetcher_parent_class)->dispose (object);
}

static void
callboard_fetcher_finalize (GObject *object)
{
  CallboardFetcher *self = CALLBOARD_FETCHER (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->channel);
  g_clear_object (&self->store);
  g_clear_pointer (&self->wanted, g_hash_table_unref);

  G_OBJECT_CLASS (callboard_fetcher_parent_class)->finalize (object);
}

static void
callboard_fetcher_class_init (CallboardFetcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = callboard_fetcher_dispose;
  object_class->finalize = callboard_fetcher_finalize;
}

static void
callboard_fetcher_init (CallboardFetcher *self)
{
  self->wanted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
}

CallboardFetcher *
callboard_fetcher_new (CallboardStore   *store,
                       gint64            account,
                       CallboardChannel *channel,
                       CallboardParser   parser)
{
  CallboardFetcher *self;

  g_return_val_if_fail (CALLBOARD_IS_STORE (store), NULL);
  g_return_val_if_fail (CALLBOARD_IS_CHANNEL (channel), NULL);
  g_return_val_if_fail (parser != NULL, NULL);

  self = g_object_new (CALLBOARD_TYPE_FETCHER, NULL);
  self->store = g_object_ref (store);
  self->account = account;
  self->channel = g_object_ref (channel);
  self->parser = parser;
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (callboard_store_get_clock (store), "moved", G_CALLBACK (look), self, G_CONNECT_SWAPPED);

  return self;
}

void
callboard_fetcher_start (CallboardFetcher *self)
{
  g_return_if_fail (CALLBOARD_IS_FETCHER (self));

  if (self->running)
    return;

  self->running = TRUE;
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  look (self);
}

void
callboard_fetcher_stop (CallboardFetcher *self)
{
  g_return_if_fail (CALLBOARD_IS_FETCHER (self));

  self->running = FALSE;
  g_clear_handle_id (&self->source, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

gboolean
callboard_fetcher_is_idle (CallboardFetcher *self)
{
  g_return_val_if_fail (CALLBOARD_IS_FETCHER (self), TRUE);

  return self->n_busy == 0;
}
