/* callboard-application-pool.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-application-pool.h"

#define PAGE       64
#define KEPT_PAGES 32

typedef struct
{
  CallboardApplicationPool *pool;
  CallboardApplication     *application; /* not owned, see forget_cb */
  gint64                    id;
} Entry;

struct _CallboardApplicationPool
{
  GObject                     parent_instance;

  CallboardApplicationSource *source;
  GHashTable                 *entries;
  GQueue                      pages;
};

G_DEFINE_FINAL_TYPE (CallboardApplicationPool, callboard_application_pool, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
forget_cb (gpointer  data,
           GObject  *where_the_object_was)
{
  Entry *entry = data;

  g_assert (entry != NULL);

  entry->application = NULL;
  g_hash_table_remove (entry->pool->entries, &entry->id);
}

static void
entry_free (Entry *entry)
{
  if (entry->application != NULL)
    g_object_weak_unref (G_OBJECT (entry->application), forget_cb, entry);

  g_free (entry);
}

static CallboardApplication *
adopt (CallboardApplicationPool *self,
       gint64                    id)
{
  CallboardApplication *application = callboard_application_new (id);
  Entry *entry = g_new0 (Entry, 1);

  entry->pool = self;
  entry->application = application;
  entry->id = id;
  g_object_weak_ref (G_OBJECT (application), forget_cb, entry);
  g_hash_table_insert (self->entries, &entry->id, entry);

  return application;
}

static CallboardApplication *
peek (CallboardApplicationPool *self,
      gint64                    id)
{
  Entry *entry = g_hash_table_lookup (self->entries, &id);

  return entry ? entry->application : NULL;
}

/* A scroll back over a page that has just left the window must not read it again. */
static void
keep_page (CallboardApplicationPool *self,
           GPtrArray                *page)
{
  g_queue_push_tail (&self->pages, page);

  if (self->pages.length > KEPT_PAGES)
    g_ptr_array_unref (g_queue_pop_head (&self->pages));
}

static void
drop_pages (CallboardApplicationPool *self)
{
  g_queue_clear_full (&self->pages, (GDestroyNotify) g_ptr_array_unref);
}

static void
load (CallboardApplicationPool *self,
      const gint64             *ids,
      guint                     n_ids)
{
  g_autoptr(GPtrArray) rows = callboard_application_source_load_rows (self->source, ids, n_ids);

  for (guint i = 0; i < rows->len; i++)
    {
      const CallboardApplicationRow *row = g_ptr_array_index (rows, i);
      CallboardApplication *application = peek (self, row->id);

      if (application != NULL)
        callboard_application_apply (application, row);
    }
}

static void
load_page (CallboardApplicationPool      *self,
           const CallboardApplicationKey *keys,
           guint                          n_keys)
{
  g_autoptr(GPtrArray) page = g_ptr_array_new_full (PAGE, g_object_unref);
  gint64 ids[PAGE];
  guint n_ids = 0;

  g_assert (n_keys <= PAGE);

  for (guint i = 0; i < n_keys; i++)
    {
      CallboardApplication *known = peek (self, keys[i].id);

      if (known == NULL)
        ids[n_ids++] = keys[i].id;

      g_ptr_array_add (page, known ? g_object_ref (known) : adopt (self, keys[i].id));
    }

  load (self, ids, n_ids);
  keep_page (self, g_steal_pointer (&page));
}

static void
refresh (CallboardApplicationPool *self,
         const gint64             *changed,
         guint                     n_changed)
{
  gint64 ids[PAGE];
  guint n_ids = 0;

  for (guint i = 0; i < n_changed; i++)
    {
      if (peek (self, changed[i]) != NULL)
        ids[n_ids++] = changed[i];

      if (n_ids == PAGE || (n_ids > 0 && i + 1 == n_changed))
        {
          load (self, ids, n_ids);
          n_ids = 0;
        }
    }
}

/* What holds an account up stands on every card that waits for it. */
static void
refresh_all (CallboardApplicationPool *self)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer value;

  drop_pages (self);

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_array_append_val (ids, ((Entry *) value)->id);

  refresh (self, (const gint64 *) (gpointer) ids->data, ids->len);
}

static void
callboard_application_pool_dispose (GObject *object)
{
  CallboardApplicationPool *self = CALLBOARD_APPLICATION_POOL (object);

  drop_pages (self);
  g_hash_table_remove_all (self->entries);
  g_clear_object (&self->source);

  G_OBJECT_CLASS (callboard_application_pool_parent_class)->dispose (object);
}

static void
callboard_application_pool_finalize (GObject *object)
{
  CallboardApplicationPool *self = CALLBOARD_APPLICATION_POOL (object);

  g_clear_pointer (&self->entries, g_hash_table_unref);

  G_OBJECT_CLASS (callboard_application_pool_parent_class)->finalize (object);
}

static void
callboard_application_pool_class_init (CallboardApplicationPoolClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = callboard_application_pool_dispose;
  object_class->finalize = callboard_application_pool_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, CALLBOARD_TYPE_CHANGES);
}

static void
callboard_application_pool_init (CallboardApplicationPool *self)
{
  self->entries = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) entry_free);
  g_queue_init (&self->pages);
}

CallboardApplicationPool *
callboard_application_pool_new (CallboardApplicationSource *source)
{
  CallboardApplicationPool *self;

  g_return_val_if_fail (CALLBOARD_IS_APPLICATION_SOURCE (source), NULL);

  self = g_object_new (CALLBOARD_TYPE_APPLICATION_POOL, NULL);
  self->source = g_object_ref (source);

  return self;
}

CallboardApplicationSource *
callboard_application_pool_get_source (CallboardApplicationPool *self)
{
  g_return_val_if_fail (CALLBOARD_IS_APPLICATION_POOL (self), NULL);

  return self->source;
}

CallboardApplication *
callboard_application_pool_get (CallboardApplicationPool *self,
                                gint64                    id)
{
  CallboardApplication *application;

  g_return_val_if_fail (CALLBOARD_IS_APPLICATION_POOL (self), NULL);

  application = peek (self, id);
  if (application != NULL)
    return g_object_ref (application);

  application = adopt (self, id);
  load (self, &id, 1);

  return application;
}

CallboardApplication *
callboard_application_pool_get_in_page (CallboardApplicationPool      *self,
                                        const CallboardApplicationKey *keys,
                                        guint                          n_keys,
                                        guint                          position)
{
  guint start = position / PAGE * PAGE;

  g_return_val_if_fail (CALLBOARD_IS_APPLICATION_POOL (self), NULL);
  g_return_val_if_fail (position < n_keys, NULL);

  if (peek (self, keys[position].id) == NULL)
    load_page (self, keys + start, MIN (PAGE, n_keys - start));

  return g_object_ref (peek (self, keys[position].id));
}

CallboardApplication *
callboard_application_pool_peek (CallboardApplicationPool *self,
                                 gint64                    id)
{
  g_return_val_if_fail (CALLBOARD_IS_APPLICATION_POOL (self), NULL);

  return peek (self, id);
}

void
callboard_application_pool_apply (CallboardApplicationPool *self,
                                  CallboardChanges         *changes)
{
  const gint64 *ids;
  guint n_ids;

  g_return_if_fail (CALLBOARD_IS_APPLICATION_POOL (self));
  g_return_if_fail (CALLBOARD_IS_CHANGES (changes));

  ids = callboard_changes_get_applications (changes, &n_ids);

  /* After a bulk command only what is on the screen is worth reading. */
  if (n_ids > PAGE)
    drop_pages (self);

  if (callboard_changes_has (changes, CALLBOARD_CHANGED_ACCOUNTS))
    refresh_all (self);
  else
    refresh (self, ids, n_ids);

  g_signal_emit (self, signals[CHANGED], 0, changes);
}
