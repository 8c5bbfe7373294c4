/* callboard-board-move.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-board-private.h"

static gboolean
contains (GArray *ids,
          gint64  id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;

  return FALSE;
}

static GHashTable *
make_set (GArray *ids)
{
  GHashTable *set = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (set, &g_array_index (ids, gint64, i));

  return set;
}

/* The first card from @position on that stays, before which the others go; 0 for the end. */
static gint64
find_before (CallboardApplicationList *list,
             GHashTable               *moving,
             guint                     position)
{
  gint64 id;

  while ((id = callboard_application_list_get_id (list, position)) != 0 && g_hash_table_contains (moving, &id))
    position++;

  return id;
}

/* Whether the cards stand side by side where they would go. */
static gboolean
is_there (CallboardApplicationList *list,
          GArray                   *ids,
          gint64                    before)
{
  guint first;

  if (!callboard_application_list_find (list, g_array_index (ids, gint64, 0), &first))
    return FALSE;

  for (guint i = 1; i < ids->len; i++)
    if (callboard_application_list_get_id (list, first + i) != g_array_index (ids, gint64, i))
      return FALSE;

  return callboard_application_list_get_id (list, first + ids->len) == before;
}

static gint64
get_stage_id (CallboardColumn *column)
{
  return callboard_stage_get_id (callboard_column_get_stage (column));
}

static CallboardColumn *
find_neighbour (CallboardBoard  *self,
                CallboardColumn *column,
                int              step)
{
  guint index;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    step = -step;

  if (!g_ptr_array_find (self->columns, column, &index))
    return NULL;

  return callboard_board_get_column (self, index + step);
}

/* One up is before the card above the first one; one down is behind the card below the last one. */
static gboolean
find_step (CallboardApplicationList *list,
           GArray                   *ids,
           int                       step,
           guint                    *position)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  gint64 edge = g_array_index (ids, gint64, step < 0 ? 0 : ids->len - 1);

  if (!callboard_application_list_find (list, edge, position))
    return FALSE;

  if (step < 0)
    return (*position)-- > 0;

  *position += 2;

  return *position <= n;
}

/* Says no where the eye is, as no drop cursor can. */
static gboolean
refuse (CallboardBoard  *self,
        CallboardColumn *column)
{
  CallboardStage *stage = callboard_column_get_stage (column);

  if (callboard_stage_get_row (stage)->ready)
    return FALSE;

  gtk_widget_error_bell (GTK_WIDGET (self));
  callboard_column_flash_refusal (column, callboard_stage_get_row (stage)->reason);
  callboard_board_emit (self, CALLBOARD_BOARD_MOVE_REFUSED, stage);

  return TRUE;
}

static gboolean
move_beside (CallboardBoard  *self,
             CallboardCard   *card,
             CallboardColumn *column,
             int              step)
{
  CallboardColumn *neighbour = find_neighbour (self, column, step);
  g_autoptr(GArray) ids = NULL;

  if (neighbour == NULL)
    return FALSE;

  if (refuse (self, neighbour))
    return TRUE;

  ids = callboard_board_get_targets (self, card);
  callboard_board_move_to (self, ids, neighbour, 0, FALSE);

  return TRUE;
}

static gboolean
move_inside (CallboardBoard  *self,
             CallboardCard   *card,
             CallboardColumn *column,
             const char      *action)
{
  CallboardApplicationList *list = callboard_column_get_list (column);
  g_autoptr(GArray) ids = callboard_board_get_targets (self, card);
  guint position = 0;

  if (g_str_equal (action, "card.move-to-bottom"))
    position = g_list_model_get_n_items (G_LIST_MODEL (list));
  else if (g_str_equal (action, "card.move-up") && !find_step (list, ids, -1, &position))
    return FALSE;
  else if (g_str_equal (action, "card.move-down") && !find_step (list, ids, 1, &position))
    return FALSE;

  callboard_board_move_to (self, ids, column, position, FALSE);

  return TRUE;
}

/* A card may always be put elsewhere in its own column: that sends nothing. */
gboolean
callboard_board_may_enter (CallboardColumn *column,
                           gint64           from_stage)
{
  return callboard_stage_get_row (callboard_column_get_stage (column))->ready || get_stage_id (column) == from_stage;
}

void
callboard_board_move_to (CallboardBoard  *self,
                         GArray          *ids,
                         CallboardColumn *column,
                         guint            position,
                         gboolean         without_sending)
{
  CallboardApplicationList *list = callboard_column_get_list (column);
  CallboardApplication *current = callboard_board_state_get_current (self->state);
  gint64 id = current ? callboard_application_get_id (current) : 0;
  g_autoptr(GHashTable) moving = make_set (ids);
  gint64 before = find_before (list, moving, position);

  if (ids->len == 0 || is_there (list, ids, before))
    return;

  callboard_board_state_set_awaited (self->state, contains (ids, id) ? id : g_array_index (ids, gint64, 0));
  g_signal_emit_by_name (self, "move-requested", ids, get_stage_id (column), before, without_sending);
}

gboolean
callboard_board_move_by_key (CallboardBoard *self,
                             CallboardCard  *card,
                             const char     *action)
{
  CallboardColumn *column = callboard_board_get_column_of_card (card);

  if (g_str_equal (action, "card.move-left"))
    return move_beside (self, card, column, -1);

  if (g_str_equal (action, "card.move-right"))
    return move_beside (self, card, column, 1);

  return move_inside (self, card, column, action);
}

/* Before the lists take the moves over: a card that is moved by another hand, by undo for one, keeps the focus. */
void
callboard_board_note_focus (CallboardBoard   *self,
                            CallboardChanges *changes)
{
  CallboardCard *card = callboard_board_get_focused_card (self);

  g_assert (CALLBOARD_IS_BOARD (self));

  if (card != NULL && callboard_board_state_get_awaited (self->state) == 0
      && callboard_changes_has (changes, CALLBOARD_CHANGED_POSITIONS)
      && callboard_changes_has_application (changes, callboard_card_get_id (card)))
    callboard_board_state_set_awaited (self->state, callboard_card_get_id (card));
}

/* The widget that had the focus shows somebody else by now; the card after the one that left is what the user expects. */
static void
focus_next (CallboardBoard *self)
{
  CallboardCard *card = callboard_board_get_focused_card (self);
  CallboardColumnView *view;

  if (card == NULL)
    return;

  view = callboard_column_get_view (callboard_board_get_column_of_card (card));
  callboard_column_view_focus_position (view, callboard_column_view_get_cursor (view));
}

/* The focus is the announcement: it goes to the card in its new place, which by now says where that is. */
void
callboard_board_follow_move (CallboardBoard   *self,
                             CallboardChanges *changes)
{
  gint64 awaited = callboard_board_state_get_awaited (self->state);

  g_assert (CALLBOARD_IS_BOARD (self));

  if (awaited == 0 || !callboard_changes_has (changes, CALLBOARD_CHANGED_POSITIONS)
      || !callboard_changes_has_application (changes, awaited))
    return;

  callboard_board_state_set_awaited (self->state, 0);

  if (!callboard_board_focus_application (self, awaited))
    focus_next (self);
}
