/* callboard-board-folds.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-board-private.h"

static gboolean
find (CallboardBoard *self,
      gint64          stage,
      guint          *position)
{
  for (guint i = 0; i < self->folded->len; i++)
    {
      if (g_array_index (self->folded, gint64, i) == stage)
        {
          *position = i;
          return TRUE;
        }
    }

  return FALSE;
}

void
callboard_board_apply_fold (CallboardBoard  *self,
                            CallboardColumn *column)
{
  guint position;

  callboard_column_set_folded (column, find (self, callboard_stage_get_id (callboard_column_get_stage (column)), &position));
}

void
callboard_board_fold (CallboardBoard  *self,
                      CallboardColumn *column,
                      gboolean         folded)
{
  gint64 stage = callboard_stage_get_id (callboard_column_get_stage (column));
  guint position;
  gboolean was_folded = find (self, stage, &position);

  callboard_column_set_folded (column, folded);
  if (was_folded == folded)
    return;

  if (folded)
    g_array_append_val (self->folded, stage);
  else
    g_array_remove_index (self->folded, position);

  callboard_board_emit (self, CALLBOARD_BOARD_FOLDED_CHANGED, NULL);
}

void
callboard_board_set_folded (CallboardBoard *self,
                            const gint64   *stages,
                            guint           n_stages)
{
  g_return_if_fail (CALLBOARD_IS_BOARD (self));

  callboard_board_end_drag (self);
  g_array_set_size (self->folded, 0);
  if (n_stages > 0)
    g_array_append_vals (self->folded, stages, n_stages);

  for (guint i = 0; i < self->columns->len; i++)
    callboard_board_apply_fold (self, g_ptr_array_index (self->columns, i));
}

GArray *
callboard_board_get_folded (CallboardBoard *self)
{
  g_return_val_if_fail (CALLBOARD_IS_BOARD (self), NULL);

  return self->folded;
}
