/* callboard-array-source.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-application-keys.h"
#include "callboard-array-source.h"
#include "callboard-clock.h"

#define GAP 1024

struct _CallboardArraySource
{
  GObject     parent_instance;

  GPtrArray  *stages;
  GHashTable *places;
  GHashTable *statuses;
  guint       n_reads;
};

static const char *first_names[] = { "Amara", "Björn", "Chloé", "Dmitri", "Esther", "Farid", "Grace", "Hiroshi", "Imani",
                                     "Jorge", "Katarzyna", "Liam", "Mei", "Noor", "Oluwaseun", "Priya", "Quentin",
                                     "Rosa", "Søren", "Tomasz", "Ursula", "Viktor", "Wanjiru", "Yusuf", "Zoë" };
static const char *last_names[] = { "Abernathy", "Baker", "Castillo", "Dubois", "Eriksen", "Fofanah", "García Márquez",
                                    "Hughes", "Ito", "Jankowski", "Kaur", "Lindqvist", "Müller", "Nakamura", "Okafor",
                                    "Petrov", "Quinn", "Rossi", "Schmidt", "Tanaka", "Usman", "van der Berg",
                                    "Williams", "Yilmaz", "Featherstonehaugh-Cholmondeley" };

static void source_iface_init (CallboardApplicationSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CallboardArraySource, callboard_array_source, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (CALLBOARD_TYPE_APPLICATION_SOURCE, source_iface_init))

static CallboardMove *
place_of (CallboardArraySource *self,
          gint64                id)
{
  return g_hash_table_lookup (self->places, &id);
}

static CallboardStatus
status_of (CallboardArraySource *self,
           gint64                id)
{
  gpointer value;

  if (g_hash_table_lookup_extended (self->statuses, &id, NULL, &value))
    return GPOINTER_TO_INT (value);

  return id * 7 % (CALLBOARD_STATUS_CANCELLED + 1);
}

static void
make_up_status (CallboardApplicationRow *row)
{
  gint64 now = g_get_real_time ();

  row->entered_at = now - row->id * 31 % 240 * CALLBOARD_HOUR;

  if (row->status == CALLBOARD_STATUS_SCHEDULED)
    row->leaves_at = now + (20 + row->id % 5 * 40 * 60) * CALLBOARD_SECOND;

  if (row->status == CALLBOARD_STATUS_FAILED)
    row->reason = g_strdup ("The number does not exist.");

  if (row->status >= CALLBOARD_STATUS_DELIVERED && row->status <= CALLBOARD_STATUS_EXPIRED)
    row->total = 3 + row->id % 5;

  if (row->status == CALLBOARD_STATUS_COMPLETED)
    row->done = row->total;
  else if (row->status == CALLBOARD_STATUS_IN_PROGRESS)
    row->done = 1 + row->id % 3;
}

static CallboardApplicationRow *
make_up_row (CallboardArraySource *self,
             const CallboardMove  *place)
{
  CallboardApplicationRow *row = g_new0 (CallboardApplicationRow, 1);
  gint64 id = place->application;

  row->id = id;
  row->candidate_id = id;
  row->stage_id = place->to_stage;
  row->status = status_of (self, id);
  row->name = g_strdup_printf ("%s %s", first_names[id % G_N_ELEMENTS (first_names)],
                               last_names[id * 3 / 2 % G_N_ELEMENTS (last_names)]);
  row->phone = g_strdup_printf ("+44770090%04d", (int) (id % 1000));
  row->unread = id % 6 == 0 ? id % 4 : 0;
  row->flagged = id % 9 == 4;
  row->no_consent = id % 14 == 5;
  row->opted_out = row->status == CALLBOARD_STATUS_WITHDRAWN;
  row->has_attachment = id % 8 == 3;
  make_up_status (row);

  return row;
}

static gboolean
matches (CallboardArraySource             *self,
         const CallboardMove              *place,
         const CallboardApplicationFilter *filter)
{
  g_autoptr(CallboardApplicationRow) row = make_up_row (self, place);

  if (filter->failed_only && row->status != CALLBOARD_STATUS_FAILED)
    return FALSE;

  return filter->text == NULL || g_str_match_string (filter->text, row->name, TRUE);
}

static GArray *
load_keys (CallboardApplicationSource       *source,
           gint64                            stage,
           const CallboardApplicationFilter *filter)
{
  CallboardArraySource *self = CALLBOARD_ARRAY_SOURCE (source);
  GArray *all = callboard_array_source_peek_stage (self, stage);
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (CallboardApplicationKey));

  if (filter == NULL || (filter->text == NULL && !filter->failed_only))
    return g_array_append_vals (keys, all->data, all->len);

  for (guint i = 0; i < all->len; i++)
    {
      CallboardApplicationKey *key = &g_array_index (all, CallboardApplicationKey, i);

      if (matches (self, place_of (self, key->id), filter))
        g_array_append_vals (keys, key, 1);
    }

  return keys;
}

static GPtrArray *
load_rows (CallboardApplicationSource *source,
           const gint64               *ids,
           guint                       n_ids)
{
  CallboardArraySource *self = CALLBOARD_ARRAY_SOURCE (source);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_application_row_free);

  self->n_reads++;

  for (guint i = 0; i < n_ids; i++)
    {
      const CallboardMove *place = place_of (self, ids[i]);

      if (place != NULL)
        g_ptr_array_add (rows, make_up_row (self, place));
    }

  return rows;
}

static void
source_iface_init (CallboardApplicationSourceInterface *iface)
{
  iface->load_keys = load_keys;
  iface->load_rows = load_rows;
}

static void
take_out (CallboardArraySource *self,
          CallboardMove        *place)
{
  const CallboardApplicationKey key = { place->to_rank, place->application };
  GArray *keys = callboard_array_source_peek_stage (self, place->to_stage);
  guint position;

  if (keys != NULL && callboard_application_keys_search (keys, &key, &position))
    g_array_remove_index (keys, position);
}

static gint64
rank_before (CallboardArraySource *self,
             GArray               *keys,
             gint64                before,
             guint                *position)
{
  CallboardMove *next = place_of (self, before);
  const CallboardApplicationKey key = { next ? next->to_rank : 0, before };
  gint64 previous;

  if (next == NULL || !callboard_application_keys_search (keys, &key, position))
    {
      *position = keys->len;
      return keys->len ? g_array_index (keys, CallboardApplicationKey, keys->len - 1).rank + GAP : 0;
    }

  previous = *position ? g_array_index (keys, CallboardApplicationKey, *position - 1).rank : key.rank - 2 * GAP;

  return previous + (key.rank - previous) / 2;
}

/* Ranks have met: give them room again, which a store must announce as moves, too. */
static void
renumber (CallboardArraySource *self,
          gint64                stage,
          CallboardChanges     *changes)
{
  GArray *keys = callboard_array_source_peek_stage (self, stage);

  for (guint i = 0; i < keys->len; i++)
    {
      CallboardApplicationKey *key = &g_array_index (keys, CallboardApplicationKey, i);
      CallboardMove *place = place_of (self, key->id);

      place->from_stage = stage;
      place->from_rank = key->rank;
      key->rank = place->to_rank = (gint64) i * GAP;
      callboard_changes_add_move (changes, place);
    }
}

static gboolean
is_free (GArray *keys,
         guint   position,
         gint64  rank)
{
  return (position == 0 || g_array_index (keys, CallboardApplicationKey, position - 1).rank < rank)
         && (position == keys->len || g_array_index (keys, CallboardApplicationKey, position).rank > rank);
}

static void
callboard_array_source_finalize (GObject *object)
{
  CallboardArraySource *self = CALLBOARD_ARRAY_SOURCE (object);

  g_clear_pointer (&self->stages, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->statuses, g_hash_table_unref);

  G_OBJECT_CLASS (callboard_array_source_parent_class)->finalize (object);
}

static void
callboard_array_source_class_init (CallboardArraySourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = callboard_array_source_finalize;
}

static void
callboard_array_source_init (CallboardArraySource *self)
{
  self->stages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->statuses = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

CallboardArraySource *
callboard_array_source_new (guint n_stages,
                            guint n_per_stage)
{
  CallboardArraySource *self = g_object_new (CALLBOARD_TYPE_ARRAY_SOURCE, NULL);
  gint64 id = 0;

  for (gint64 stage = 1; stage <= n_stages; stage++)
    {
      GArray *keys = g_array_new (FALSE, FALSE, sizeof (CallboardApplicationKey));

      for (guint i = 0; i < n_per_stage; i++)
        {
          const CallboardApplicationKey key = { (gint64) i * GAP, ++id };
          const CallboardMove place = { id, 0, 0, stage, key.rank };

          g_array_append_val (keys, key);
          g_hash_table_insert (self->places, g_memdup2 (&id, sizeof id), g_memdup2 (&place, sizeof place));
        }

      g_ptr_array_add (self->stages, keys);
    }

  return self;
}

void
callboard_array_source_move (CallboardArraySource *self,
                             gint64                id,
                             gint64                to_stage,
                             gint64                before,
                             CallboardChanges     *changes)
{
  CallboardMove *place = place_of (self, id);
  CallboardMove move = { id, place ? place->to_stage : 0, place ? place->to_rank : 0, to_stage, 0 };
  GArray *keys = callboard_array_source_peek_stage (self, to_stage);
  CallboardApplicationKey key;
  guint position;

  g_assert (before != id);

  if (place != NULL)
    take_out (self, place);

  if (keys != NULL)
    {
      move.to_rank = rank_before (self, keys, before, &position);
      if (!is_free (keys, position, move.to_rank))
        {
          renumber (self, to_stage, changes);
          move.to_rank = rank_before (self, keys, before, &position);
        }

      key = (CallboardApplicationKey) { move.to_rank, id };
      g_array_insert_val (keys, position, key);
    }

  if (keys == NULL)
    g_hash_table_remove (self->places, &id);
  else
    g_hash_table_insert (self->places, g_memdup2 (&id, sizeof id), g_memdup2 (&move, sizeof move));

  callboard_changes_add_move (changes, &move);
}

void
callboard_array_source_set_status (CallboardArraySource *self,
                                   gint64                id,
                                   CallboardStatus       status,
                                   CallboardChanges     *changes)
{
  g_hash_table_insert (self->statuses, g_memdup2 (&id, sizeof id), GINT_TO_POINTER (status));
  callboard_changes_add_application (changes, id);
}

GArray *
callboard_array_source_peek_stage (CallboardArraySource *self,
                                   gint64                stage)
{
  return stage >= 1 && stage <= self->stages->len ? g_ptr_array_index (self->stages, stage - 1) : NULL;
}

guint
callboard_array_source_get_n_reads (CallboardArraySource *self)
{
  return self->n_reads;
}

guint
callboard_array_source_count_failed (CallboardArraySource *self,
                                     gint64                stage)
{
  GArray *keys = callboard_array_source_peek_stage (self, stage);
  guint n = 0;

  for (guint i = 0; i < keys->len; i++)
    n += status_of (self, g_array_index (keys, CallboardApplicationKey, i).id) == CALLBOARD_STATUS_FAILED;

  return n;
}
