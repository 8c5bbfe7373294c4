/* callboard-store.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "callboard-store.h"

#include "callboard-migrator.h"
#include "callboard-store-private.h"
#include "callboard-writer.h"

struct _CallboardStore
{
  GObject          parent_instance;

  char            *directory;
  char            *path;
  CallboardClock  *clock;
  CallboardDb     *reader;
  CallboardSearch *search;
  CallboardWriter *writer;
  GMainContext    *context;
  int              lock;
  int              delivery_queued;
  guint            closing : 1;
};

G_DEFINE_FINAL_TYPE_WITH_CODE (CallboardStore, callboard_store, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (CALLBOARD_TYPE_APPLICATION_SOURCE,
                                                      callboard_store_application_source_init))

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
deliver (CallboardStore   *self,
         CallboardWritten *written)
{
  g_autoptr(GTask) task = written->tag;

  if (callboard_changes_has (written->changes, CALLBOARD_CHANGED_POSITIONS | CALLBOARD_CHANGED_CANDIDATES))
    callboard_search_forget (self->search);

  if (written->error == NULL && !callboard_changes_is_empty (written->changes))
    g_signal_emit (self, signals[CHANGED], 0, written->changes);

  if (task == NULL)
    return;

  if (written->error != NULL)
    g_task_return_error (task, g_steal_pointer (&written->error));
  else
    g_task_return_pointer (task, g_object_ref (written->command), g_object_unref);
}

static void
deliver_all (CallboardStore *self)
{
  CallboardWritten *next;

  while (self->writer != NULL && (next = callboard_writer_pop (self->writer, FALSE)) != NULL)
    {
      g_autoptr(CallboardWritten) written = next;

      deliver (self, written);
    }
}

static gboolean
deliver_cb (gpointer user_data)
{
  g_autoptr(CallboardStore) self = g_object_ref (user_data);

  g_atomic_int_set (&self->delivery_queued, FALSE);
  deliver_all (self);

  return G_SOURCE_REMOVE;
}

static void
wake_cb (gpointer data,
         gpointer user_data)
{
  CallboardStore *self = user_data;
  g_autoptr(GSource) source = NULL;

  if (!g_atomic_int_compare_and_exchange (&self->delivery_queued, FALSE, TRUE))
    return;

  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, deliver_cb, g_object_ref (self), g_object_unref);
  g_source_attach (source, self->context);
}

static gboolean
take_lock (CallboardStore  *self,
           GError         **error)
{
  g_autofree char *path = g_build_filename (self->directory, "callboard.lock", NULL);

  self->lock = g_open (path, O_CREAT | O_RDWR | O_CLOEXEC, 0600);
  if (self->lock < 0)
    {
      g_set_error (error, CALLBOARD_STORE_ERROR, CALLBOARD_STORE_ERROR_READ_ONLY,
                   _("The folder “%s” cannot be written: %s"), self->directory, g_strerror (errno));
      return FALSE;
    }

  if (flock (self->lock, LOCK_EX | LOCK_NB) == 0)
    return TRUE;

  g_set_error_literal (error, CALLBOARD_STORE_ERROR, CALLBOARD_STORE_ERROR_LOCKED,
                       _("Another Callboard has this database open. Only one may send from it at a time."));

  return FALSE;
}

static gboolean
make_directory (const char  *directory,
                GError     **error)
{
  if (g_mkdir_with_parents (directory, 0700) == 0)
    return TRUE;

  g_set_error (error, CALLBOARD_STORE_ERROR, CALLBOARD_STORE_ERROR_READ_ONLY,
               _("The folder “%s” could not be made: %s"), directory, g_strerror (errno));

  return FALSE;
}

static gboolean
open_for_writing (CallboardStore  *self,
                  GError         **error)
{
  g_autofree char *backups = g_build_filename (self->directory, "backups", NULL);
  g_autoptr(CallboardDb) db = NULL;

  if (!make_directory (self->directory, error) || !take_lock (self, error))
    return FALSE;

  db = callboard_db_open (self->path, CALLBOARD_DB_READ_WRITE, error);
  if (db == NULL || !callboard_migrator_run (db, backups, error))
    return FALSE;

  self->reader = callboard_db_open (self->path, CALLBOARD_DB_READ_ONLY, error);
  if (self->reader == NULL)
    return FALSE;

  self->writer = callboard_writer_new (self->path, g_steal_pointer (&db), self->clock, wake_cb, self);

  return TRUE;
}

static gboolean
open_for_reading (CallboardStore  *self,
                  GError         **error)
{
  self->reader = callboard_db_open (self->path, CALLBOARD_DB_READ_ONLY, error);

  return self->reader != NULL && callboard_migrator_check (self->reader, error);
}

static CallboardStore *
create (const char     *directory,
        CallboardClock *clock)
{
  CallboardStore *self = g_object_new (CALLBOARD_TYPE_STORE, NULL);

  self->directory = g_strdup (directory);
  self->path = g_build_filename (directory, "callboard.db", NULL);
  self->clock = g_object_ref (clock);

  return self;
}

static void
callboard_store_dispose (GObject *object)
{
  callboard_store_close (CALLBOARD_STORE (object));

  G_OBJECT_CLASS (callboard_store_parent_class)->dispose (object);
}

static void
callboard_store_finalize (GObject *object)
{
  CallboardStore *self = CALLBOARD_STORE (object);

  g_clear_object (&self->clock);
  g_clear_pointer (&self->search, callboard_search_free);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_free (self->directory);
  g_free (self->path);

  G_OBJECT_CLASS (callboard_store_parent_class)->finalize (object);
}

static void
callboard_store_class_init (CallboardStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = callboard_store_dispose;
  object_class->finalize = callboard_store_finalize;

  /**
   * CallboardStore::changed:
   * @self: the store
   * @changes: a #CallboardChanges
   *
   * A command was committed. Emitted on the main loop, once per command, in their order.
   */
  signals[CHANGED] =
    g_signal_new ("changed",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL,
                  NULL,
                  G_TYPE_NONE, 1, CALLBOARD_TYPE_CHANGES);
}

static void
callboard_store_init (CallboardStore *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->search = callboard_search_new ();
  self->lock = -1;
}

char *
callboard_store_get_default_directory (void)
{
  const char *chosen = g_getenv ("CALLBOARD_DATA_DIR");

  if (chosen != NULL && *chosen != '\0')
    return g_strdup (chosen);

  return g_build_filename (g_get_user_data_dir (), "callboard", NULL);
}

CallboardStore *
callboard_store_open (const char      *directory,
                      CallboardClock  *clock,
                      GError         **error)
{
  g_autoptr(CallboardStore) self = NULL;

  g_return_val_if_fail (directory != NULL, NULL);
  g_return_val_if_fail (CALLBOARD_IS_CLOCK (clock), NULL);

  self = create (directory, clock);

  return open_for_writing (self, error) ? g_steal_pointer (&self) : NULL;
}

CallboardStore *
callboard_store_open_read_only (const char      *directory,
                                CallboardClock  *clock,
                                GError         **error)
{
  g_autoptr(CallboardStore) self = NULL;

  g_return_val_if_fail (directory != NULL, NULL);
  g_return_val_if_fail (CALLBOARD_IS_CLOCK (clock), NULL);

  self = create (directory, clock);

  return open_for_reading (self, error) ? g_steal_pointer (&self) : NULL;
}

void
callboard_store_close (CallboardStore *self)
{
  g_return_if_fail (CALLBOARD_IS_STORE (self));

  /* Whoever waits for a command is told, but cannot begin another. */
  self->closing = TRUE;
  if (self->writer != NULL)
    {
      callboard_writer_join (self->writer);
      deliver_all (self);
    }

  /* The reader first: only a writing connection that closes last folds the log back into the database. */
  g_clear_pointer (&self->reader, callboard_db_close);
  g_clear_pointer (&self->writer, callboard_writer_free);

  if (self->lock >= 0)
    close (self->lock);
  self->lock = -1;
}

const char *
callboard_store_get_directory (CallboardStore *self)
{
  g_return_val_if_fail (CALLBOARD_IS_STORE (self), NULL);

  return self->directory;
}

CallboardClock *
callboard_store_get_clock (CallboardStore *self)
{
  g_return_val_if_fail (CALLBOARD_IS_STORE (self), NULL);

  return self->clock;
}

CallboardDb *
callboard_store_get_reader (CallboardStore *self)
{
  g_return_val_if_fail (CALLBOARD_IS_STORE (self), NULL);

  return self->reader;
}

/* Only a store that writes is told of changes. */
CallboardSearch *
callboard_store_get_search (CallboardStore *self)
{
  if (self->writer == NULL)
    callboard_search_forget (self->search);

  return self->search;
}

static gboolean
can_write (CallboardStore  *self,
           GError         **error)
{
  if (self->writer != NULL && !self->closing)
    return TRUE;

  g_set_error_literal (error, CALLBOARD_STORE_ERROR, CALLBOARD_STORE_ERROR_READ_ONLY,
                       _("The database is open for reading only."));

  return FALSE;
}

void
callboard_store_execute_async (CallboardStore      *self,
                               CallboardCommand    *command,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  GError *error = NULL;

  g_return_if_fail (CALLBOARD_IS_STORE (self));
  g_return_if_fail (CALLBOARD_IS_COMMAND (command));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, callboard_store_execute_async);
  /* What was committed was done, whatever was wished for in the meantime. */
  g_task_set_check_cancellable (task, FALSE);

  if (!can_write (self, &error))
    g_task_return_error (task, error);
  else
    callboard_writer_push (self->writer, command, cancellable, g_steal_pointer (&task));
}

CallboardCommand *
callboard_store_execute_finish (CallboardStore  *self,
                                GAsyncResult    *result,
                                GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
callboard_store_execute (CallboardStore    *self,
                         CallboardCommand  *command,
                         GError           **error)
{
  g_return_val_if_fail (CALLBOARD_IS_STORE (self), FALSE);
  g_return_val_if_fail (CALLBOARD_IS_COMMAND (command), FALSE);

  if (!can_write (self, error))
    return FALSE;

  callboard_writer_push (self->writer, command, NULL, NULL);

  while (TRUE)
    {
      g_autoptr(CallboardWritten) written = callboard_writer_pop (self->writer, TRUE);

      deliver (self, written);
      if (written->command != command)
        continue;

      if (written->error == NULL)
        return TRUE;

      g_propagate_error (error, g_steal_pointer (&written->error));

      return FALSE;
    }
}
