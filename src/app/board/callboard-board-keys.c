/* callboard-board-keys.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-board-private.h"

typedef enum
{
  STEP_UP,
  STEP_DOWN,
  STEP_HOME,
  STEP_END,
  STEP_PAGE_UP,
  STEP_PAGE_DOWN,
} Step;

/* The bindings are those of the column's view: its scrolled window takes Home, End and the page keys before a board
 * could see them. */
static CallboardBoard *
get_board (GtkWidget *view)
{
  return CALLBOARD_BOARD (gtk_widget_get_ancestor (view, CALLBOARD_TYPE_BOARD));
}

static guint
find_target (CallboardColumnView *view,
             guint                position,
             Step                 step)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (callboard_column_view_get_list (view)));
  guint page = callboard_column_view_get_page (view);

  switch (step)
    {
    case STEP_UP:
      return position > 0 ? position - 1 : 0;
    case STEP_DOWN:
      return MIN (position + 1, n - 1);
    case STEP_HOME:
      return 0;
    case STEP_END:
      return n - 1;
    case STEP_PAGE_UP:
      return position > page ? position - page : 0;
    case STEP_PAGE_DOWN:
      return MIN (position + page, n - 1);
    }

  g_return_val_if_reached (position);
}

/* A lone selected card is what was clicked last. Left behind by the arrow keys it would only confuse. */
static void
drop_lone_selection (CallboardBoard *self)
{
  if (callboard_board_state_get_n_selected (self->state) == 1)
    callboard_board_state_unselect_all (self->state);
}

static void
extend_selection (CallboardBoard           *self,
                  CallboardApplicationList *list,
                  guint                     from,
                  guint                     to)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint start;

  if (!callboard_application_list_find (list, self->range_start, &start)
      || !callboard_board_state_is_selected (self->state, self->range_start))
    {
      start = from;
      self->range_start = callboard_application_list_get_id (list, from);
    }

  for (guint i = MIN (start, to); i <= MAX (start, to); i++)
    {
      gint64 id = callboard_application_list_get_id (list, i);

      g_array_append_val (ids, id);
    }

  callboard_board_state_select_many (self->state, (gint64 *) (gpointer) ids->data, ids->len, FALSE);
}

static gboolean
step_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  CallboardBoard *self = get_board (widget);
  CallboardCard *card = callboard_board_get_focused_card (self);
  CallboardColumnView *view;
  gboolean extend;
  guint from;
  guint to;
  int step;

  if (card == NULL)
    return FALSE;

  g_variant_get (args, "(ib)", &step, &extend);
  view = callboard_column_get_view (callboard_board_get_column_of_card (card));
  from = callboard_card_get_position (card);
  to = find_target (view, from, step);

  if (extend)
    extend_selection (self, callboard_column_view_get_list (view), from, to);
  else
    drop_lone_selection (self);

  if (from == to && !extend)
    gtk_widget_error_bell (widget);

  callboard_column_view_focus_position (view, to);

  return TRUE;
}

static gboolean
is_empty (CallboardColumn *column)
{
  return g_list_model_get_n_items (G_LIST_MODEL (callboard_column_get_list (column))) == 0;
}

/* The next column that shows a card, which gets the focus at the same height. */
static gboolean
cross_cb (GtkWidget *widget,
          GVariant  *args,
          gpointer   user_data)
{
  CallboardBoard *self = get_board (widget);
  CallboardCard *card = callboard_board_get_focused_card (self);
  CallboardColumn *column;
  double y;
  guint index;
  int step;

  if (card == NULL)
    return FALSE;

  g_variant_get (args, "(i)", &step);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    step = -step;

  column = callboard_board_get_column_of_card (card);
  y = callboard_column_view_get_middle (callboard_column_get_view (column), callboard_card_get_position (card));
  g_ptr_array_find (self->columns, column, &index);

  while ((column = callboard_board_get_column (self, index += step)))
    {
      CallboardColumnView *view = callboard_column_get_view (column);

      if (callboard_column_get_folded (column) || is_empty (column))
        continue;

      drop_lone_selection (self);
      return callboard_column_view_focus_position (view, callboard_column_view_get_nearest (view, y));
    }

  gtk_widget_error_bell (widget);

  return TRUE;
}

static gboolean
card_action_cb (GtkWidget *widget,
                GVariant  *args,
                gpointer   user_data)
{
  CallboardCard *card = callboard_board_get_focused_card (get_board (widget));
  const char *action;

  if (card == NULL)
    return FALSE;

  g_variant_get (args, "(&s)", &action);

  return gtk_widget_activate_action (GTK_WIDGET (card), action, NULL);
}

static gboolean
column_action_cb (GtkWidget *widget,
                  GVariant  *args,
                  gpointer   user_data)
{
  CallboardCard *card = callboard_board_get_focused_card (get_board (widget));
  const char *action;

  if (card == NULL)
    return FALSE;

  g_variant_get (args, "(&s)", &action);

  return gtk_widget_activate_action (GTK_WIDGET (callboard_board_get_column_of_card (card)), action, NULL);
}

static gboolean
unselect_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  CallboardBoard *self = get_board (widget);

  if (self == NULL || callboard_board_state_get_n_selected (self->state) == 0)
    return FALSE;

  callboard_board_state_unselect_all (self->state);

  return TRUE;
}

static gboolean
undo_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  CallboardBoard *self = get_board (widget);

  if (self == NULL || !callboard_board_is_heard (self, CALLBOARD_BOARD_UNDO_REQUESTED))
    return FALSE;

  callboard_board_emit (self, CALLBOARD_BOARD_UNDO_REQUESTED, NULL);

  return TRUE;
}

static void
bind_step (GtkWidgetClass *widget_class,
           guint           key,
           guint           keypad_key,
           Step            step)
{
  for (guint i = 0; i < 2; i++)
    {
      guint keyval = i ? keypad_key : key;

      gtk_widget_class_add_binding (widget_class, keyval, 0, step_cb, "(ib)", step, FALSE);
      gtk_widget_class_add_binding (widget_class, keyval, GDK_SHIFT_MASK, step_cb, "(ib)", step, TRUE);
    }
}

static void
bind_card_action (GtkWidgetClass  *widget_class,
                  guint            keyval,
                  GdkModifierType  modifiers,
                  const char      *action)
{
  gtk_widget_class_add_binding (widget_class, keyval, modifiers, card_action_cb, "(s)", action);
}

static void
bind_moves (GtkWidgetClass *widget_class)
{
  const GdkModifierType modifiers = GDK_CONTROL_MASK | GDK_SHIFT_MASK;

  bind_card_action (widget_class, GDK_KEY_Up, modifiers, "card.move-up");
  bind_card_action (widget_class, GDK_KEY_KP_Up, modifiers, "card.move-up");
  bind_card_action (widget_class, GDK_KEY_Down, modifiers, "card.move-down");
  bind_card_action (widget_class, GDK_KEY_KP_Down, modifiers, "card.move-down");
  bind_card_action (widget_class, GDK_KEY_Left, modifiers, "card.move-left");
  bind_card_action (widget_class, GDK_KEY_KP_Left, modifiers, "card.move-left");
  bind_card_action (widget_class, GDK_KEY_Right, modifiers, "card.move-right");
  bind_card_action (widget_class, GDK_KEY_KP_Right, modifiers, "card.move-right");
  bind_card_action (widget_class, GDK_KEY_Home, modifiers, "card.move-to-top");
  bind_card_action (widget_class, GDK_KEY_End, modifiers, "card.move-to-bottom");
}

/* The card with the focus; NULL while the focus is in a menu, a popover or a column's head. */
CallboardCard *
callboard_board_get_focused_card (CallboardBoard *self)
{
  GtkRoot *root = self ? gtk_widget_get_root (GTK_WIDGET (self)) : NULL;
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  if (!CALLBOARD_IS_CARD (focus) || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return NULL;

  return CALLBOARD_CARD (focus);
}

void
callboard_board_class_init_keys (GtkWidgetClass *widget_class)
{
  bind_step (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, STEP_UP);
  bind_step (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, STEP_DOWN);
  bind_step (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, STEP_HOME);
  bind_step (widget_class, GDK_KEY_End, GDK_KEY_KP_End, STEP_END);
  bind_step (widget_class, GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, STEP_PAGE_UP);
  bind_step (widget_class, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, STEP_PAGE_DOWN);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, cross_cb, "(i)", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Left, 0, cross_cb, "(i)", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, cross_cb, "(i)", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Right, 0, cross_cb, "(i)", 1);

  bind_moves (widget_class);
  bind_card_action (widget_class, GDK_KEY_Return, 0, "card.open");
  bind_card_action (widget_class, GDK_KEY_KP_Enter, 0, "card.open");
  bind_card_action (widget_class, GDK_KEY_space, 0, "card.select");
  bind_card_action (widget_class, GDK_KEY_space, GDK_CONTROL_MASK, "card.select");
  bind_card_action (widget_class, GDK_KEY_m, 0, "card.move-to");
  bind_card_action (widget_class, GDK_KEY_m, GDK_SHIFT_MASK, "card.move-without-sending");
  bind_card_action (widget_class, GDK_KEY_Menu, 0, "card.menu");
  bind_card_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "card.menu");

  gtk_widget_class_add_binding (widget_class, GDK_KEY_a, GDK_CONTROL_MASK, column_action_cb, "(s)",
                                "column.select-all");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F2, 0, column_action_cb, "(s)", "column.rename");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, unselect_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, undo_cb, NULL);
}
