/* callboard-journal.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-journal.h"

#include "callboard-account-choice.h"
#include "callboard-clock.h"

/* So long entries come together, so that they cost the disk little. */
#define WAIT_SECONDS 3
#define MAX_ENTRIES  200

/* Of many that went well, so many of each time are enough to see. */
#define MAX_USUAL    20

struct _CallboardJournal
{
  GObject         parent_instance;

  CallboardStore *store;
  gint64          account;
  GPtrArray      *entries;
  guint           source;
  gboolean        troubled;
};

G_DEFINE_FINAL_TYPE (CallboardJournal, callboard_journal, G_TYPE_OBJECT)

static GPtrArray *
entries_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_request_entry_free);
}

void
callboard_journal_flush (CallboardJournal *self)
{
  g_autoptr(CallboardCommand) command = NULL;

  g_return_if_fail (CALLBOARD_IS_JOURNAL (self));

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->entries->len == 0)
    return;

  command = callboard_request_log_command_new (g_steal_pointer (&self->entries));
  self->entries = entries_new ();
  callboard_store_execute_async (self->store, command, NULL, NULL, NULL);
}

static gboolean
flush_cb (gpointer user_data)
{
  CallboardJournal *self = user_data;

  self->source = 0;
  callboard_journal_flush (self);

  return G_SOURCE_REMOVE;
}

static const char *
get_outcome (CallboardHttpFate fate)
{
  switch (fate)
    {
    case CALLBOARD_HTTP_NOT_SENT:
      return "not-sent";
    case CALLBOARD_HTTP_LOST:
      return "lost";
    case CALLBOARD_HTTP_ANSWERED:
    default:
      return "answered";
    }
}

static gboolean
is_worth_it (CallboardJournal         *self,
             const CallboardHttpEntry *entry)
{
  gboolean usual = entry->fate == CALLBOARD_HTTP_ANSWERED && entry->status / 100 == 2;
  gboolean question = g_str_equal (entry->method, "GET");
  gboolean recovered = usual && self->troubled;

  self->troubled = !usual;
  if (!usual || recovered)
    return TRUE;

  return !question && self->entries->len < MAX_USUAL;
}

static void
on_finished_cb (CallboardJournal         *self,
                const CallboardHttpEntry *finished)
{
  CallboardRequestEntry *entry;

  g_assert (CALLBOARD_IS_JOURNAL (self));

  if (!is_worth_it (self, finished))
    return;

  entry = g_new0 (CallboardRequestEntry, 1);
  entry->account = self->account;
  entry->at = callboard_clock_now (callboard_store_get_clock (self->store));
  entry->method = g_strdup (finished->method);
  entry->target = g_uri_to_string_partial (finished->uri,
                                           G_URI_HIDE_USERINFO | G_URI_HIDE_QUERY | G_URI_HIDE_FRAGMENT);
  entry->status = finished->status;
  entry->duration = finished->duration;
  entry->outcome = get_outcome (finished->fate);
  g_ptr_array_add (self->entries, entry);

  if (self->entries->len >= MAX_ENTRIES)
    callboard_journal_flush (self);
  else if (self->source == 0)
    self->source = g_timeout_add_seconds (WAIT_SECONDS, flush_cb, self);
}

static void
callboard_journal_dispose (GObject *object)
{
  CallboardJournal *self = CALLBOARD_JOURNAL (object);

  if (self->store != NULL)
    callboard_journal_flush (self);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (callboard_journal_parent_class)->dispose (object);
}

static void
callboard_journal_finalize (GObject *object)
{
  CallboardJournal *self = CALLBOARD_JOURNAL (object);

  g_clear_pointer (&self->entries, g_ptr_array_unref);

  G_OBJECT_CLASS (callboard_journal_parent_class)->finalize (object);
}

static void
callboard_journal_class_init (CallboardJournalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = callboard_journal_dispose;
  object_class->finalize = callboard_journal_finalize;
}

static void
callboard_journal_init (CallboardJournal *self)
{
  self->entries = entries_new ();
}

CallboardJournal *
callboard_journal_new (CallboardStore *store,
                       gint64          account,
                       CallboardHttp  *http)
{
  CallboardJournal *self;

  g_return_val_if_fail (CALLBOARD_IS_STORE (store), NULL);
  g_return_val_if_fail (CALLBOARD_IS_HTTP (http), NULL);

  self = g_object_new (CALLBOARD_TYPE_JOURNAL, NULL);
  self->store = g_object_ref (store);
  self->account = account;
  g_signal_connect_object (http, "finished", G_CALLBACK (on_finished_cb), self, G_CONNECT_SWAPPED);

  return self;
}
