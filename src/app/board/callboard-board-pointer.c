/* callboard-board-pointer.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-board-private.h"

CallboardCard *
callboard_board_pick_card (CallboardBoard *self,
                           double          x,
                           double          y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *card = picked ? gtk_widget_get_ancestor (picked, CALLBOARD_TYPE_CARD) : NULL;

  /* A menu that is open on a card is inside it, too. */
  if (card == NULL || gtk_widget_get_native (picked) != gtk_widget_get_native (GTK_WIDGET (self)))
    return NULL;

  return CALLBOARD_CARD (card);
}

static CallboardColumn *
pick_column (CallboardBoard *self,
             double          x,
             double          y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return picked ? CALLBOARD_COLUMN (gtk_widget_get_ancestor (picked, CALLBOARD_TYPE_COLUMN)) : NULL;
}

static void
select_range (CallboardBoard *self,
              CallboardCard  *card)
{
  CallboardApplicationList *list = callboard_column_get_list (callboard_board_get_column_of_card (card));
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint position = callboard_card_get_position (card);
  guint start;

  if (!callboard_application_list_find (list, self->range_start, &start))
    start = position;

  for (guint i = MIN (start, position); i <= MAX (start, position); i++)
    {
      gint64 id = callboard_application_list_get_id (list, i);

      g_array_append_val (ids, id);
    }

  callboard_board_state_select_many (self->state, (gint64 *) (gpointer) ids->data, ids->len, FALSE);
}

static void
press_card (CallboardBoard  *self,
            CallboardCard   *card,
            GdkModifierType  modifiers)
{
  gint64 id = callboard_card_get_id (card);

  self->pressed_selected = FALSE;

  if (modifiers & GDK_SHIFT_MASK)
    {
      select_range (self, card);
      return;
    }

  self->range_start = id;

  if (modifiers & GDK_CONTROL_MASK)
    callboard_board_state_toggle (self->state, id);
  else if (callboard_board_state_is_selected (self->state, id))
    /* Perhaps a drag of the whole selection begins; the release will tell. */
    self->pressed_selected = TRUE;
  else
    callboard_board_state_select_only (self->state, id);
}

static void
on_pressed_cb (CallboardBoard  *self,
               int              n_press,
               double           x,
               double           y,
               GtkGestureClick *gesture)
{
  CallboardCard *card = callboard_board_pick_card (self, x, y);
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  g_assert (CALLBOARD_IS_BOARD (self));

  if (card == NULL)
    return;

  gtk_widget_grab_focus (GTK_WIDGET (card));

  if (n_press == 1)
    press_card (self, card, modifiers);
  else if (n_press == 2)
    callboard_board_activate_card_action (self, card, "card.open");
}

static void
on_released_cb (CallboardBoard *self,
                int             n_press,
                double          x,
                double          y)
{
  CallboardCard *card = callboard_board_pick_card (self, x, y);

  g_assert (CALLBOARD_IS_BOARD (self));

  if (card != NULL && self->pressed_selected)
    callboard_board_state_select_only (self->state, callboard_card_get_id (card));

  self->pressed_selected = FALSE;
}

static void
popup_menu_at (CallboardBoard *self,
               double          x,
               double          y)
{
  CallboardCard *card = callboard_board_pick_card (self, x, y);
  CallboardColumn *column = pick_column (self, x, y);

  if (card != NULL)
    {
      gtk_widget_grab_focus (GTK_WIDGET (card));
      gtk_widget_translate_coordinates (GTK_WIDGET (self), GTK_WIDGET (card), x, y, &x, &y);
      callboard_board_popup_card_menu (self, card, x, y);
    }
  else if (column != NULL)
    {
      callboard_board_popup_column_menu (self, column);
    }
}

static void
on_secondary_pressed_cb (CallboardBoard *self,
                         int             n_press,
                         double          x,
                         double          y,
                         GtkGesture     *gesture)
{
  g_assert (CALLBOARD_IS_BOARD (self));

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  popup_menu_at (self, x, y);
}

static void
on_long_pressed_cb (CallboardBoard *self,
                    double          x,
                    double          y,
                    GtkGesture     *gesture)
{
  g_assert (CALLBOARD_IS_BOARD (self));

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  popup_menu_at (self, x, y);
}

void
callboard_board_init_pointer (CallboardBoard *self)
{
  GtkGesture *primary = gtk_gesture_click_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *touch = gtk_gesture_long_press_new ();

  g_signal_connect_object (primary, "pressed", G_CALLBACK (on_pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (primary, "released", G_CALLBACK (on_released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (primary));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (secondary, "pressed", G_CALLBACK (on_secondary_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (touch), TRUE);
  g_signal_connect_object (touch, "pressed", G_CALLBACK (on_long_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (touch));
}
