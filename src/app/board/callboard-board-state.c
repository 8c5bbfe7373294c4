/* callboard-board-state.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-board-state.h"

struct _CallboardBoardState
{
  GObject               parent_instance;

  CallboardClock       *clock;
  CallboardApplication *current;
  GHashTable           *selected;
  GHashTable           *dragged;
  gint64                awaited;
};

G_DEFINE_FINAL_TYPE (CallboardBoardState, callboard_board_state, G_TYPE_OBJECT)

enum
{
  CHANGED,
  COUNTDOWN,
  CURRENT_CHANGED,
  SELECTION_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
add_ids (GHashTable   *table,
         const gint64 *ids,
         guint         n_ids)
{
  for (guint i = 0; i < n_ids; i++)
    g_hash_table_add (table, g_memdup2 (&ids[i], sizeof ids[i]));
}

static void
emit_selection_changed (CallboardBoardState *self)
{
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
callboard_board_state_dispose (GObject *object)
{
  CallboardBoardState *self = CALLBOARD_BOARD_STATE (object);

  g_clear_object (&self->clock);
  g_clear_object (&self->current);

  G_OBJECT_CLASS (callboard_board_state_parent_class)->dispose (object);
}

static void
callboard_board_state_finalize (GObject *object)
{
  CallboardBoardState *self = CALLBOARD_BOARD_STATE (object);

  g_clear_pointer (&self->selected, g_hash_table_unref);
  g_clear_pointer (&self->dragged, g_hash_table_unref);

  G_OBJECT_CLASS (callboard_board_state_parent_class)->finalize (object);
}

static void
install_signal (CallboardBoardStateClass *klass,
                guint                     signal,
                const char               *name)
{
  signals[signal] = g_signal_new (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
callboard_board_state_class_init (CallboardBoardStateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = callboard_board_state_dispose;
  object_class->finalize = callboard_board_state_finalize;

  install_signal (klass, CHANGED, "changed");
  install_signal (klass, COUNTDOWN, "countdown");
  install_signal (klass, CURRENT_CHANGED, "current-changed");
  install_signal (klass, SELECTION_CHANGED, "selection-changed");
}

static void
callboard_board_state_init (CallboardBoardState *self)
{
  self->clock = callboard_clock_new_system ();
  self->selected = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->dragged = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

CallboardBoardState *
callboard_board_state_new (void)
{
  return g_object_new (CALLBOARD_TYPE_BOARD_STATE, NULL);
}

gint64
callboard_board_state_get_now (CallboardBoardState *self)
{
  g_return_val_if_fail (CALLBOARD_IS_BOARD_STATE (self), 0);

  return callboard_clock_now (self->clock);
}

void
callboard_board_state_set_clock (CallboardBoardState *self,
                                 CallboardClock      *clock)
{
  g_return_if_fail (CALLBOARD_IS_BOARD_STATE (self));
  g_return_if_fail (CALLBOARD_IS_CLOCK (clock));

  if (g_set_object (&self->clock, clock))
    g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
callboard_board_state_is_selected (CallboardBoardState *self,
                                   gint64               id)
{
  g_return_val_if_fail (CALLBOARD_IS_BOARD_STATE (self), FALSE);

  return g_hash_table_contains (self->selected, &id);
}

guint
callboard_board_state_get_n_selected (CallboardBoardState *self)
{
  g_return_val_if_fail (CALLBOARD_IS_BOARD_STATE (self), 0);

  return g_hash_table_size (self->selected);
}

void
callboard_board_state_select_only (CallboardBoardState *self,
                                   gint64               id)
{
  callboard_board_state_select_many (self, &id, 1, FALSE);
}

void
callboard_board_state_toggle (CallboardBoardState *self,
                              gint64               id)
{
  g_return_if_fail (CALLBOARD_IS_BOARD_STATE (self));

  if (!g_hash_table_remove (self->selected, &id))
    add_ids (self->selected, &id, 1);

  emit_selection_changed (self);
}

void
callboard_board_state_select_many (CallboardBoardState *self,
                                   const gint64        *ids,
                                   guint                n_ids,
                                   gboolean             keep)
{
  g_return_if_fail (CALLBOARD_IS_BOARD_STATE (self));

  if (!keep)
    g_hash_table_remove_all (self->selected);

  add_ids (self->selected, ids, n_ids);
  emit_selection_changed (self);
}

void
callboard_board_state_unselect_all (CallboardBoardState *self)
{
  g_return_if_fail (CALLBOARD_IS_BOARD_STATE (self));

  if (g_hash_table_size (self->selected) == 0)
    return;

  g_hash_table_remove_all (self->selected);
  emit_selection_changed (self);
}

gboolean
callboard_board_state_is_dragged (CallboardBoardState *self,
                                  gint64               id)
{
  g_return_val_if_fail (CALLBOARD_IS_BOARD_STATE (self), FALSE);

  return g_hash_table_contains (self->dragged, &id);
}

void
callboard_board_state_set_dragged (CallboardBoardState *self,
                                   const gint64        *ids,
                                   guint                n_ids)
{
  g_return_if_fail (CALLBOARD_IS_BOARD_STATE (self));

  g_hash_table_remove_all (self->dragged);
  add_ids (self->dragged, ids, n_ids);
  g_signal_emit (self, signals[CHANGED], 0);
}

gint64
callboard_board_state_get_awaited (CallboardBoardState *self)
{
  g_return_val_if_fail (CALLBOARD_IS_BOARD_STATE (self), 0);

  return self->awaited;
}

void
callboard_board_state_set_awaited (CallboardBoardState *self,
                                   gint64               id)
{
  g_return_if_fail (CALLBOARD_IS_BOARD_STATE (self));

  self->awaited = id;
}

CallboardApplication *
callboard_board_state_get_current (CallboardBoardState *self)
{
  g_return_val_if_fail (CALLBOARD_IS_BOARD_STATE (self), NULL);

  return self->current;
}

void
callboard_board_state_set_current (CallboardBoardState  *self,
                                   CallboardApplication *current)
{
  g_return_if_fail (CALLBOARD_IS_BOARD_STATE (self));

  /* Whoever goes elsewhere meanwhile is not fetched back. */
  self->awaited = 0;

  if (g_set_object (&self->current, current))
    g_signal_emit (self, signals[CURRENT_CHANGED], 0);
}

void
callboard_board_state_note_countdown (CallboardBoardState *self)
{
  g_return_if_fail (CALLBOARD_IS_BOARD_STATE (self));

  g_signal_emit (self, signals[COUNTDOWN], 0);
}
