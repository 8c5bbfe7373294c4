/* callboard-application-list.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-application-list.h"
#include "callboard-application-keys.h"
#include "callboard-util.h"

/* From this many moves on, one pass over all keys and one signal cost less than as many splices. */
#define MANY 16
/* Under a filter a status may bring a card in from anywhere: look again, but not a thousand times a second. */
#define RELOAD_MS 100

struct _CallboardApplicationList
{
  GObject                     parent_instance;

  CallboardApplicationPool   *pool;
  GArray                     *keys;
  CallboardApplicationFilter  filter;
  gint64                      stage_id;
  guint                       reload_id;
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CallboardApplicationList, callboard_application_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

typedef enum
{
  PROP_STAGE_ID = 1,
} CallboardApplicationListProps;

static GParamSpec *properties[PROP_STAGE_ID + 1];

/* Ids decide, not ranks: renumbering a stage changes nothing that can be seen. */
static void
replace_keys (CallboardApplicationList *self,
              GArray                   *keys)
{
  g_autoptr(GArray) old = g_steal_pointer (&self->keys);
  guint position;
  guint removed;
  guint added;

  callboard_application_keys_diff (old, keys, &position, &removed, &added);
  self->keys = keys;

  if (removed > 0 || added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
reload (CallboardApplicationList *self)
{
  CallboardApplicationSource *source = callboard_application_pool_get_source (self->pool);

  replace_keys (self, callboard_application_source_load_keys (source, self->stage_id, &self->filter));
}

/* A move inside the stage is one span, so that whoever shows both ends keeps the same widget for the card. */
static void
move_key (CallboardApplicationList      *self,
          guint                          from,
          const CallboardApplicationKey *key)
{
  guint to = callboard_application_keys_move (self->keys, from, key);
  guint first = MIN (from, to);
  guint span = MAX (from, to) - first + 1;

  if (span > 1)
    g_list_model_items_changed (G_LIST_MODEL (self), first, span, span);
}

/* Returns FALSE if the keys already know more than the move, which happens when they were read after its commit. */
static gboolean
remove_or_move (CallboardApplicationList *self,
                const CallboardMove      *move)
{
  const CallboardApplicationKey old = { move->from_rank, move->application };
  const CallboardApplicationKey new = { move->to_rank, move->application };
  guint position;

  if (!callboard_application_keys_search (self->keys, &old, &position))
    return FALSE;

  if (move->to_stage == self->stage_id)
    {
      move_key (self, position, &new);
      return TRUE;
    }

  g_array_remove_index (self->keys, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);

  return TRUE;
}

/* Returns FALSE for the same reason. */
static gboolean
insert (CallboardApplicationList *self,
        const CallboardMove      *move)
{
  const CallboardApplicationKey key = { move->to_rank, move->application };
  guint position;

  if (callboard_application_keys_find (self->keys, move->application, &position))
    return FALSE;

  callboard_application_keys_search (self->keys, &key, &position);
  g_array_insert_val (self->keys, position, key);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);

  return TRUE;
}

static gboolean
apply_move (CallboardApplicationList *self,
            const CallboardMove      *move)
{
  if (move->from_stage == self->stage_id)
    return remove_or_move (self, move);

  if (move->to_stage == self->stage_id)
    return insert (self, move);

  return TRUE;
}

static gboolean
reload_cb (CallboardApplicationList *self)
{
  g_assert (CALLBOARD_IS_APPLICATION_LIST (self));

  self->reload_id = 0;
  reload (self);

  return G_SOURCE_REMOVE;
}

static void
queue_reload (CallboardApplicationList *self)
{
  if (self->reload_id == 0)
    self->reload_id = g_timeout_add (RELOAD_MS, G_SOURCE_FUNC (reload_cb), self);
}

static guint
count_moves (CallboardApplicationList *self,
             const CallboardMove      *moves,
             guint                     n_moves)
{
  guint n = 0;

  for (guint i = 0; i < n_moves; i++)
    n += moves[i].from_stage == self->stage_id || moves[i].to_stage == self->stage_id;

  return n;
}

static void
apply_moves (CallboardApplicationList *self,
             const CallboardMove      *moves,
             guint                     n_moves)
{
  guint n = count_moves (self, moves, n_moves);
  gboolean known = n <= MANY;

  if (n == 0)
    return;

  for (guint i = 0; i < n_moves && known; i++)
    known = apply_move (self, &moves[i]);

  if (!known)
    replace_keys (self, callboard_application_keys_merge (self->keys, self->stage_id, moves, n_moves));
}

static GType
get_item_type (GListModel *model)
{
  return CALLBOARD_TYPE_APPLICATION;
}

static guint
get_n_items (GListModel *model)
{
  return CALLBOARD_APPLICATION_LIST (model)->keys->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  CallboardApplicationList *self = CALLBOARD_APPLICATION_LIST (model);

  if (position >= self->keys->len)
    return NULL;

  return callboard_application_pool_get_in_page (self->pool, (CallboardApplicationKey *) (gpointer) self->keys->data,
                                                 self->keys->len, position);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
callboard_application_list_dispose (GObject *object)
{
  CallboardApplicationList *self = CALLBOARD_APPLICATION_LIST (object);

  g_clear_handle_id (&self->reload_id, g_source_remove);
  g_clear_object (&self->pool);

  G_OBJECT_CLASS (callboard_application_list_parent_class)->dispose (object);
}

static void
callboard_application_list_finalize (GObject *object)
{
  CallboardApplicationList *self = CALLBOARD_APPLICATION_LIST (object);

  g_clear_pointer (&self->keys, g_array_unref);
  g_clear_pointer (&self->filter.text, g_free);

  G_OBJECT_CLASS (callboard_application_list_parent_class)->finalize (object);
}

static void
callboard_application_list_get_property (GObject    *object,
                                         guint       prop_id,
                                         GValue     *value,
                                         GParamSpec *pspec)
{
  CallboardApplicationList *self = CALLBOARD_APPLICATION_LIST (object);

  switch ((CallboardApplicationListProps) prop_id)
    {
    case PROP_STAGE_ID:
      g_value_set_int64 (value, self->stage_id);
      break;
    }
}

static void
callboard_application_list_class_init (CallboardApplicationListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = callboard_application_list_dispose;
  object_class->finalize = callboard_application_list_finalize;
  object_class->get_property = callboard_application_list_get_property;

  properties[PROP_STAGE_ID] = g_param_spec_int64 ("stage-id", NULL, NULL, 0, G_MAXINT64, 0,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
callboard_application_list_init (CallboardApplicationList *self)
{
  self->keys = g_array_new (FALSE, FALSE, sizeof (CallboardApplicationKey));
}

CallboardApplicationList *
callboard_application_list_new (CallboardApplicationPool *pool,
                                gint64                    stage_id)
{
  CallboardApplicationList *self;

  g_return_val_if_fail (CALLBOARD_IS_APPLICATION_POOL (pool), NULL);

  self = g_object_new (CALLBOARD_TYPE_APPLICATION_LIST, NULL);
  self->pool = g_object_ref (pool);
  self->stage_id = stage_id;
  g_signal_connect_object (pool, "changed", G_CALLBACK (callboard_application_list_apply), self, G_CONNECT_SWAPPED);
  reload (self);

  return self;
}

gint64
callboard_application_list_get_stage_id (CallboardApplicationList *self)
{
  g_return_val_if_fail (CALLBOARD_IS_APPLICATION_LIST (self), 0);

  return self->stage_id;
}

gint64
callboard_application_list_get_id (CallboardApplicationList *self,
                                   guint                     position)
{
  g_return_val_if_fail (CALLBOARD_IS_APPLICATION_LIST (self), 0);

  return position < self->keys->len ? g_array_index (self->keys, CallboardApplicationKey, position).id : 0;
}

gboolean
callboard_application_list_find (CallboardApplicationList *self,
                                 gint64                    id,
                                 guint                    *position)
{
  guint found;

  g_return_val_if_fail (CALLBOARD_IS_APPLICATION_LIST (self), FALSE);

  if (!callboard_application_keys_find (self->keys, id, &found))
    return FALSE;

  if (position != NULL)
    *position = found;

  return TRUE;
}

void
callboard_application_list_set_filter (CallboardApplicationList *self,
                                       const char               *text,
                                       gboolean                  failed_only)
{
  gboolean changed;

  g_return_if_fail (CALLBOARD_IS_APPLICATION_LIST (self));

  changed = callboard_set_str (&self->filter.text, text && *text ? text : NULL);
  changed |= self->filter.failed_only != !!failed_only;
  self->filter.failed_only = !!failed_only;

  if (changed)
    reload (self);
}

gboolean
callboard_application_list_is_filtered (CallboardApplicationList *self)
{
  g_return_val_if_fail (CALLBOARD_IS_APPLICATION_LIST (self), FALSE);

  return self->filter.text != NULL || self->filter.failed_only;
}

void
callboard_application_list_apply (CallboardApplicationList *self,
                                  CallboardChanges         *changes)
{
  guint n_moves;
  const CallboardMove *moves;

  g_return_if_fail (CALLBOARD_IS_APPLICATION_LIST (self));
  g_return_if_fail (CALLBOARD_IS_CHANGES (changes));

  moves = callboard_changes_get_moves (changes, &n_moves);

  if (!callboard_application_list_is_filtered (self))
    apply_moves (self, moves, n_moves);
  else if (count_moves (self, moves, n_moves) > 0)
    reload (self);
  else if (callboard_changes_has (changes, CALLBOARD_CHANGED_APPLICATIONS | CALLBOARD_CHANGED_CANDIDATES))
    queue_reload (self);
}

