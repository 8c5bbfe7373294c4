/* callboard-writer.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-db-private.h"
#include "callboard-writer.h"

/* The log is folded back when it has so many pages; commits write over it from its beginning then, which costs the disk
 * less than making it longer. */
#define CHECKPOINT_PAGES  4000
#define CHECKPOINT_PASSES 2

typedef struct
{
  CallboardCommand *command;
  GCancellable     *cancellable;
  gpointer          tag;
} Order;

struct _CallboardWriter
{
  CallboardDb    *db;
  CallboardClock *clock;
  char           *path;

  GThread        *thread;
  GThreadPool    *checkpointer;
  GAsyncQueue    *orders;
  GAsyncQueue    *written;
  int             checkpoint_queued;
  int             checkpoint_rest;

  GFunc           wake;
  gpointer        wake_data;
};

static Order quit_order;

static void
order_free (Order *order)
{
  if (order == &quit_order)
    return;

  g_clear_object (&order->command);
  g_clear_object (&order->cancellable);
  g_free (order);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Order, order_free)

void
callboard_written_free (CallboardWritten *written)
{
  g_clear_object (&written->command);
  g_clear_object (&written->changes);
  g_clear_error (&written->error);
  g_free (written);
}

static CallboardWritten *
execute (CallboardWriter *self,
         Order           *order)
{
  CallboardWritten *written = g_new0 (CallboardWritten, 1);

  written->command = g_object_ref (order->command);
  written->tag = order->tag;
  written->changes = callboard_changes_new ();

  if (!g_cancellable_set_error_if_cancelled (order->cancellable, &written->error))
    callboard_command_execute (order->command, self->db, callboard_clock_now (self->clock),
                               written->changes, &written->error);

  return written;
}

static gpointer
run (gpointer data)
{
  CallboardWriter *self = data;

  while (TRUE)
    {
      g_autoptr(Order) order = g_async_queue_pop (self->orders);

      if (order == &quit_order)
        return NULL;

      g_async_queue_push (self->written, execute (self, order));
      self->wake (self, self->wake_data);
    }
}

static void
fold_log (CallboardDb *db)
{
  sqlite3_wal_checkpoint_v2 (callboard_db_get_handle (db), NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
}

/* Checkpoints run on a connection and thread of their own, so that commits hardly ever wait for one. While commits keep
 * coming it never gets to the end of the log: a second pass leaves only what came during the first, which was short, and
 * that little the writer does. */
static void
checkpoint (gpointer data,
            gpointer user_data)
{
  CallboardWriter *self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardDb) db = callboard_db_open (self->path, CALLBOARD_DB_READ_WRITE, &error);

  if (db == NULL)
    g_warning ("Could not checkpoint: %s", error->message);

  for (guint i = 0; i < CHECKPOINT_PASSES && db != NULL; i++)
    fold_log (db);

  g_atomic_int_set (&self->checkpoint_rest, db != NULL);
  g_atomic_int_set (&self->checkpoint_queued, FALSE);
}

static int
wal_grown_cb (void       *data,
              sqlite3    *handle,
              const char *name,
              int         pages)
{
  CallboardWriter *self = data;
  gboolean rest = g_atomic_int_compare_and_exchange (&self->checkpoint_rest, TRUE, FALSE);

  /* The log has begun anew: the checkpoint got to its end by itself. */
  if (pages < CHECKPOINT_PAGES)
    return SQLITE_OK;

  if (rest)
    fold_log (self->db);
  else if (g_atomic_int_compare_and_exchange (&self->checkpoint_queued, FALSE, TRUE))
    g_thread_pool_push (self->checkpointer, self, NULL);

  return SQLITE_OK;
}

CallboardWriter *
callboard_writer_new (const char     *path,
                      CallboardDb    *db,
                      CallboardClock *clock,
                      GFunc           wake,
                      gpointer        data)
{
  CallboardWriter *self = g_new0 (CallboardWriter, 1);

  self->path = g_strdup (path);
  self->db = db;
  self->clock = g_object_ref (clock);
  self->wake = wake;
  self->wake_data = data;
  self->orders = g_async_queue_new_full ((GDestroyNotify) order_free);
  self->written = g_async_queue_new_full ((GDestroyNotify) callboard_written_free);
  self->checkpointer = g_thread_pool_new (checkpoint, self, 1, FALSE, NULL);
  sqlite3_wal_hook (callboard_db_get_handle (db), wal_grown_cb, self);
  self->thread = g_thread_new ("callboard-writer", run, self);

  return self;
}

void
callboard_writer_join (CallboardWriter *self)
{
  g_async_queue_push (self->orders, &quit_order);
  g_thread_join (self->thread);
}

void
callboard_writer_free (CallboardWriter *self)
{
  g_thread_pool_free (self->checkpointer, FALSE, TRUE);
  g_clear_pointer (&self->db, callboard_db_close);
  g_clear_pointer (&self->orders, g_async_queue_unref);
  g_clear_pointer (&self->written, g_async_queue_unref);
  g_clear_object (&self->clock);
  g_free (self->path);
  g_free (self);
}

void
callboard_writer_push (CallboardWriter  *self,
                       CallboardCommand *command,
                       GCancellable     *cancellable,
                       gpointer          tag)
{
  Order *order = g_new0 (Order, 1);

  order->command = g_object_ref (command);
  g_set_object (&order->cancellable, cancellable);
  order->tag = tag;
  g_async_queue_push (self->orders, order);
}

CallboardWritten *
callboard_writer_pop (CallboardWriter *self,
                      gboolean         wait)
{
  return wait ? g_async_queue_pop (self->written) : g_async_queue_try_pop (self->written);
}
