/* test-board.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <locale.h>

#include "callboard-board-private.h"
#include "callboard-column-view-private.h"
#include "callboard-demo-board.h"
#include "callboard-move-popover.h"

typedef struct
{
  CallboardDemoBoard *demo;
  CallboardBoard     *board;
  GtkWidget          *window;
  guint               n_frames;
} Fixture;

static gboolean
on_timeout_cb (gboolean *late)
{
  *late = TRUE;

  return G_SOURCE_CONTINUE;
}

static void
on_after_paint_cb (Fixture *fixture)
{
  fixture->n_frames++;
}

/* Until the window has been laid out and painted. */
static void
settle (Fixture *fixture)
{
  GdkFrameClock *frame_clock = gtk_widget_get_frame_clock (fixture->window);
  gulong handler = g_signal_connect_swapped (frame_clock, "after-paint", G_CALLBACK (on_after_paint_cb), fixture);
  guint wanted = fixture->n_frames + 2;
  gboolean late = FALSE;
  guint timeout = g_timeout_add_seconds (10, G_SOURCE_FUNC (on_timeout_cb), &late);

  while (fixture->n_frames < wanted && !late)
    {
      gtk_widget_queue_draw (fixture->window);
      g_main_context_iteration (NULL, TRUE);
    }

  g_source_remove (timeout);
  g_signal_handler_disconnect (frame_clock, handler);
  g_assert_false (late);
}

static void
set_up (Fixture *fixture,
        guint    n_cards)
{
  *fixture = (Fixture) { 0 };
  fixture->demo = callboard_demo_board_new (6, n_cards);
  fixture->board = CALLBOARD_BOARD (callboard_demo_board_get_widget (fixture->demo));
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->board));
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle (fixture);
}

static void
tear_down (Fixture *fixture)
{
  g_autoptr(GtkWidget) board = g_object_ref (GTK_WIDGET (fixture->board));

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->demo);

  while (g_main_context_iteration (NULL, FALSE))
    continue;

  g_assert_finalize_object (g_steal_pointer (&board));
}

static CallboardColumnView *
get_view (Fixture *fixture,
          guint    index)
{
  return callboard_column_get_view (callboard_board_get_column (fixture->board, index));
}

static guint
get_n_items (Fixture *fixture,
             guint    index)
{
  return g_list_model_get_n_items (G_LIST_MODEL (callboard_column_view_get_list (get_view (fixture, index))));
}

static gint64
get_id (Fixture *fixture,
        guint    index,
        guint    position)
{
  return callboard_application_list_get_id (callboard_column_view_get_list (get_view (fixture, index)), position);
}

static CallboardCard *
get_focused (Fixture *fixture)
{
  return callboard_board_get_focused_card (fixture->board);
}

static void
act (Fixture    *fixture,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_focused (fixture)), action, NULL));
  settle (fixture);
}

/* Every card in sight is the one of its place, and they fill the height. */
static void
check_cards (Fixture *fixture)
{
  for (guint c = 0; c < fixture->board->columns->len; c++)
    {
      CallboardColumnView *view = get_view (fixture, c);
      guint n = get_n_items (fixture, c);
      int height = gtk_widget_get_height (GTK_WIDGET (view));

      if (n == 0)
        continue;

      g_assert_cmpuint (view->cards->len, <=, height / view->row_height + 4);
      g_assert_cmpuint (view->cards->len, >=, MIN (n, (guint) (height / view->row_height)));

      for (guint i = 0; i < view->cards->len; i++)
        {
          CallboardCard *card = g_ptr_array_index (view->cards, i);

          g_assert_cmpint (callboard_card_get_id (card), ==, get_id (fixture, c, view->first_position + i));
          g_assert_cmpuint (callboard_card_get_position (card), ==, view->first_position + i);
          g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (card)));
        }
    }
}

static void
test_cards (void)
{
  Fixture fixture;

  set_up (&fixture, 10000);
  check_cards (&fixture);
  gtk_adjustment_set_value (get_view (&fixture, 1)->vadjustment, 123456);
  settle (&fixture);
  check_cards (&fixture);
  g_assert_cmpuint (get_view (&fixture, 1)->first_position, >, 1000);

  tear_down (&fixture);
}

static void
test_random_moves (void)
{
  Fixture fixture;

  set_up (&fixture, 60);

  for (guint i = 0; i < 150; i++)
    {
      gint64 id = g_test_rand_int_range (1, 6 * 60);
      gint64 stage = g_test_rand_int_range (1, 7);
      guint n = get_n_items (&fixture, stage - 1);
      gint64 before = n ? get_id (&fixture, stage - 1, g_test_rand_int_range (0, n)) : 0;

      if (i % 7 == 0)
        callboard_board_focus_application (fixture.board, id);

      callboard_demo_board_move (fixture.demo, id, stage, before == id ? 0 : before);

      if (i % 10 == 0)
        gtk_adjustment_set_value (get_view (&fixture, i % 6)->vadjustment, g_test_rand_int_range (0, 3000));

      if (i % 5 == 0)
        {
          settle (&fixture);
          check_cards (&fixture);
        }
    }

  tear_down (&fixture);
}

/* The move by action is what a key, a menu and a screen reader do. */
static void
test_move (void)
{
  Fixture fixture;
  CallboardCard *card;

  set_up (&fixture, 5);
  g_assert_true (callboard_board_focus_application (fixture.board, 3));
  act (&fixture, "card.move-right");

  card = get_focused (&fixture);
  g_assert_nonnull (card);
  g_assert_cmpint (callboard_card_get_id (card), ==, 3);
  g_assert_true (callboard_board_get_column_of_card (card) == callboard_board_get_column (fixture.board, 1));
  g_assert_cmpuint (get_n_items (&fixture, 0), ==, 4);
  g_assert_cmpint (get_id (&fixture, 1, 0), ==, 3);

  gtk_test_accessible_assert_role (card, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (card, GTK_ACCESSIBLE_PROPERTY_LABEL, "Dmitri Eriksen");
  gtk_test_accessible_assert_property (card, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "In Screening, 1 of 6, Cancelled, has an attachment");

  act (&fixture, "card.move-down");
  g_assert_cmpint (get_id (&fixture, 1, 1), ==, 3);
  act (&fixture, "card.move-to-bottom");
  g_assert_cmpint (get_id (&fixture, 1, 5), ==, 3);
  act (&fixture, "card.move-up");
  g_assert_cmpint (get_id (&fixture, 1, 4), ==, 3);
  act (&fixture, "card.move-to-top");
  act (&fixture, "card.move-left");
  g_assert_cmpint (get_id (&fixture, 0, 0), ==, 3);
  g_assert_cmpint (callboard_card_get_id (get_focused (&fixture)), ==, 3);

  tear_down (&fixture);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* The fourth stage of the demo is not ready. */
static void
test_refusal (void)
{
  Fixture fixture;
  guint n_moves = 0;
  guint n_refusals = 0;
  const CallboardStageRow ready = { .id = 4, .name = (char *) "Interview", .ready = TRUE };

  set_up (&fixture, 5);
  g_signal_connect_swapped (fixture.board, "move-requested", G_CALLBACK (count_cb), &n_moves);
  g_signal_connect_swapped (fixture.board, "move-refused", G_CALLBACK (count_cb), &n_refusals);
  callboard_board_focus_application (fixture.board, 11);
  act (&fixture, "card.move-right");
  g_assert_cmpuint (n_refusals, ==, 1);
  g_assert_cmpuint (n_moves, ==, 0);
  g_assert_cmpint (callboard_card_get_id (get_focused (&fixture)), ==, 11);

  callboard_stage_apply (callboard_demo_board_get_stage (fixture.demo, 3), &ready);
  act (&fixture, "card.move-right");
  g_assert_cmpuint (n_moves, ==, 1);
  g_assert_cmpint (get_id (&fixture, 3, 0), ==, 11);

  tear_down (&fixture);
}

/* Another's change must not put the focus on another person's card. */
static void
test_focus (void)
{
  Fixture fixture;
  CallboardCard *card;

  set_up (&fixture, 200);
  callboard_board_focus_application (fixture.board, 3);
  card = get_focused (&fixture);

  /* Out of sight, it lives on. */
  gtk_adjustment_set_value (get_view (&fixture, 0)->vadjustment, 6000);
  settle (&fixture);
  g_assert_true (get_focused (&fixture) == card);
  g_assert_cmpint (callboard_card_get_id (card), ==, 3);
  check_cards (&fixture);

  /* Taken away, its neighbour follows. */
  callboard_board_focus_application (fixture.board, 5);
  callboard_demo_board_move (fixture.demo, 5, 0, 0);
  settle (&fixture);
  g_assert_cmpint (callboard_card_get_id (get_focused (&fixture)), ==, 6);

  /* Moved by another hand, it keeps the focus. */
  callboard_demo_board_move (fixture.demo, 6, 3, 0);
  settle (&fixture);
  g_assert_cmpint (callboard_card_get_id (get_focused (&fixture)), ==, 6);
  g_assert_cmpint (callboard_application_get_id (callboard_board_get_current (fixture.board)), ==, 6);

  tear_down (&fixture);
}

static void
test_selection (void)
{
  Fixture fixture;
  const gint64 ids[] = { 7, 2, 4 };
  g_autoptr(GArray) selection = NULL;
  guint n_changes = 0;

  set_up (&fixture, 5);
  g_signal_connect_swapped (fixture.board, "selection-changed", G_CALLBACK (count_cb), &n_changes);
  callboard_board_select (fixture.board, ids, G_N_ELEMENTS (ids));
  selection = callboard_board_get_selection (fixture.board);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpuint (selection->len, ==, 3);
  g_assert_cmpint (g_array_index (selection, gint64, 0), ==, 2);
  g_assert_cmpint (g_array_index (selection, gint64, 2), ==, 7);

  /* All of it moves with a card of it, and in its order. */
  callboard_board_focus_application (fixture.board, 4);
  gtk_test_accessible_assert_state (get_focused (&fixture), GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  act (&fixture, "card.move-right");
  g_assert_cmpint (get_id (&fixture, 1, 0), ==, 2);
  g_assert_cmpint (get_id (&fixture, 1, 1), ==, 4);
  g_assert_cmpint (get_id (&fixture, 1, 2), ==, 7);
  g_assert_cmpint (callboard_card_get_id (get_focused (&fixture)), ==, 4);

  /* A card outside of it moves alone. */
  callboard_board_focus_application (fixture.board, 1);
  act (&fixture, "card.move-right");
  g_assert_cmpuint (get_n_items (&fixture, 1), ==, 8);

  callboard_board_unselect_all (fixture.board);
  act (&fixture, "column.select-all");
  g_assert_cmpuint (callboard_board_state_get_n_selected (fixture.board->state), ==, 8);

  tear_down (&fixture);
}

/* What comes in above must not move what the user reads; at the very top it must be seen. */
static void
test_anchor (void)
{
  Fixture fixture;
  CallboardColumnView *view;
  double value;

  set_up (&fixture, 300);
  view = get_view (&fixture, 0);
  gtk_adjustment_set_value (view->vadjustment, 5000);
  settle (&fixture);
  callboard_demo_board_move (fixture.demo, 400, 1, 1);
  settle (&fixture);
  g_assert_cmpfloat (gtk_adjustment_get_value (view->vadjustment), ==, 5000 + view->row_height);
  callboard_demo_board_move (fixture.demo, 299, 1, 0);
  settle (&fixture);
  g_assert_cmpfloat (gtk_adjustment_get_value (view->vadjustment), ==, 5000 + view->row_height);

  gtk_adjustment_set_value (view->vadjustment, 0);
  settle (&fixture);
  callboard_demo_board_move (fixture.demo, 401, 1, 400);
  settle (&fixture);
  value = gtk_adjustment_get_value (view->vadjustment);
  g_assert_cmpfloat (value, ==, 0);
  check_cards (&fixture);

  tear_down (&fixture);
}

static void
test_move_to (void)
{
  Fixture fixture;

  set_up (&fixture, 5);
  callboard_board_focus_application (fixture.board, 2);
  act (&fixture, "card.move-to");
  g_assert_true (CALLBOARD_IS_MOVE_POPOVER (fixture.board->popover));
  g_signal_emit_by_name (fixture.board->popover, "chosen", callboard_demo_board_get_stage (fixture.demo, 4));
  settle (&fixture);
  g_assert_cmpint (get_id (&fixture, 4, 0), ==, 2);
  g_assert_cmpint (callboard_card_get_id (get_focused (&fixture)), ==, 2);

  act (&fixture, "card.menu");
  g_assert_true (GTK_IS_POPOVER_MENU (fixture.board->popover));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (callboard_board_get_column (fixture.board, 0)), "column.menu",
                                             NULL));
  settle (&fixture);
  g_assert_true (GTK_IS_POPOVER_MENU (fixture.board->popover));

  tear_down (&fixture);
}

static void
test_filter (void)
{
  Fixture fixture;

  set_up (&fixture, 50);
  callboard_board_set_filter (fixture.board, "grace");
  settle (&fixture);
  g_assert_cmpuint (get_n_items (&fixture, 0), ==, 2);
  check_cards (&fixture);
  callboard_board_set_filter (fixture.board, "nobody has this name");
  settle (&fixture);
  g_assert_cmpuint (get_n_items (&fixture, 0), ==, 0);
  callboard_board_set_filter (fixture.board, NULL);
  settle (&fixture);
  g_assert_cmpuint (get_n_items (&fixture, 0), ==, 50);
  check_cards (&fixture);

  tear_down (&fixture);
}

static void
assert_in_sight (Fixture *fixture,
                 guint    index)
{
  GtkWidget *column = GTK_WIDGET (callboard_board_get_column (fixture->board, index));
  graphene_rect_t bounds;

  settle (fixture);
  g_assert_true (gtk_widget_compute_bounds (column, GTK_WIDGET (fixture->board), &bounds));
  g_assert_cmpfloat (bounds.origin.x, >, 0);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <, gtk_widget_get_width (GTK_WIDGET (fixture->board)));
}

/* The whole column of the card that gets the focus comes into sight, also on a narrow window. */
static void
test_follow (void)
{
  Fixture fixture;

  set_up (&fixture, 20);
  gtk_window_set_default_size (GTK_WINDOW (fixture.window), 360, 700);
  settle (&fixture);

  for (guint i = 0; i < fixture.board->columns->len; i++)
    {
      if (get_n_items (&fixture, i) == 0)
        continue;

      g_assert_true (callboard_column_view_focus_position (get_view (&fixture, i), 0));
      assert_in_sight (&fixture, i);
    }

  g_assert_true (callboard_column_view_focus_position (get_view (&fixture, 0), 0));
  assert_in_sight (&fixture, 0);
  tear_down (&fixture);
}

static void
test_fold (void)
{
  Fixture fixture;
  CallboardColumn *column;

  set_up (&fixture, 20);
  column = callboard_board_get_column (fixture.board, 1);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (column), "column.fold", NULL));
  settle (&fixture);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (column)), <, 80);

  /* It still takes cards. */
  callboard_board_focus_application (fixture.board, 1);
  act (&fixture, "card.move-right");
  g_assert_cmpint (get_id (&fixture, 1, 0), ==, 1);
  g_assert_null (get_focused (&fixture));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (column), "column.unfold", NULL));
  settle (&fixture);
  check_cards (&fixture);

  tear_down (&fixture);
}

/* What the pointer's events do while it carries a card. */
static void
test_hover (void)
{
  Fixture fixture;
  const gint64 id = 1;
  g_autoptr(GArray) ids = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof id), &id, 1);
  graphene_rect_t bounds;
  graphene_rect_t closed;

  set_up (&fixture, 20);
  fixture.board->drag = callboard_card_drag_new (ids, 1);
  fixture.board->inside = TRUE;

  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (get_view (&fixture, 1)), GTK_WIDGET (fixture.board), &bounds));
  fixture.board->x = bounds.origin.x + 50;
  fixture.board->y = bounds.origin.y + 2 * get_view (&fixture, 1)->row_height;
  callboard_board_update_hover (fixture.board);
  g_assert_cmpint (get_view (&fixture, 1)->marker, ==, 2);
  g_assert_cmpuint (get_n_items (&fixture, 1), ==, 20);

  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (get_view (&fixture, 3)), GTK_WIDGET (fixture.board), &closed));
  fixture.board->x = closed.origin.x + 50;
  callboard_board_update_hover (fixture.board);
  g_assert_cmpint (get_view (&fixture, 1)->marker, ==, -1);
  g_assert_cmpint (get_view (&fixture, 3)->marker, ==, -1);

  callboard_board_end_drag (fixture.board);
  g_assert_null (fixture.board->drag);
  g_assert_null (fixture.board->hovered);

  tear_down (&fixture);
}

static void
test_stages (void)
{
  Fixture fixture;
  g_autoptr(GListStore) stages = g_list_store_new (CALLBOARD_TYPE_STAGE);

  set_up (&fixture, 20);
  callboard_board_focus_application (fixture.board, 1);
  callboard_board_set_model (fixture.board, G_LIST_MODEL (stages), callboard_demo_board_get_pool (fixture.demo));
  settle (&fixture);
  g_assert_cmpuint (fixture.board->columns->len, ==, 0);

  for (guint i = 0; i < 3; i++)
    g_list_store_insert (stages, 0, callboard_demo_board_get_stage (fixture.demo, i));
  settle (&fixture);
  g_assert_cmpint (get_id (&fixture, 0, 0), ==, 41);
  g_list_store_remove (stages, 1);
  settle (&fixture);
  g_assert_cmpint (get_id (&fixture, 1, 0), ==, 1);
  check_cards (&fixture);
  callboard_board_set_model (fixture.board, NULL, NULL);

  tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  callboard_demo_board_load_style ();

  g_test_add_func ("/board/anchor", test_anchor);
  g_test_add_func ("/board/cards", test_cards);
  g_test_add_func ("/board/filter", test_filter);
  g_test_add_func ("/board/focus", test_focus);
  g_test_add_func ("/board/fold", test_fold);
  g_test_add_func ("/board/follow", test_follow);
  g_test_add_func ("/board/hover", test_hover);
  g_test_add_func ("/board/move", test_move);
  g_test_add_func ("/board/move-to", test_move_to);
  g_test_add_func ("/board/random-moves", test_random_moves);
  g_test_add_func ("/board/refusal", test_refusal);
  g_test_add_func ("/board/selection", test_selection);
  g_test_add_func ("/board/stages", test_stages);

  return g_test_run ();
}
