/* board-demo.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A board over made-up people, for a look and for tests with a real pointer:
 *
 *   board-demo [--stages=8] [--cards=40] [--width=1280] [--height=800] [--dark] [--rtl] [--talk]
 *
 * With --talk it prints a line for each signal of the board. */

#include "config.h"

#include <adwaita.h>
#include <locale.h>

#include "callboard-demo-board.h"

static int n_stages = 8;
static int n_cards = 40;
static int width = 1280;
static int height = 800;
static gboolean dark;
static gboolean rtl;
static gboolean talk;

static const GOptionEntry entries[] = {
  { "stages", 0, 0, G_OPTION_ARG_INT, &n_stages, "How many stages", "N" },
  { "cards", 0, 0, G_OPTION_ARG_INT, &n_cards, "How many cards in each", "N" },
  { "width", 0, 0, G_OPTION_ARG_INT, &width, "Of the window", "PIXELS" },
  { "height", 0, 0, G_OPTION_ARG_INT, &height, "Of the window", "PIXELS" },
  { "dark", 0, 0, G_OPTION_ARG_NONE, &dark, "In the dark style", NULL },
  { "rtl", 0, 0, G_OPTION_ARG_NONE, &rtl, "From right to left", NULL },
  { "talk", 0, 0, G_OPTION_ARG_NONE, &talk, "Print what the board asks for", NULL },
  { NULL }
};

static GtkWidget *
create_window (GtkWidget *board)
{
  GtkWidget *window = g_object_new (ADW_TYPE_WINDOW, "title", "board-demo", NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_widget_set_vexpand (board, TRUE);
  gtk_box_append (GTK_BOX (box), board);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);

  return window;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GOptionContext) context = g_option_context_new (NULL);
  g_autoptr(CallboardDemoBoard) demo = NULL;
  g_autoptr(GError) error = NULL;
  GtkWidget *window;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  adw_init ();
  callboard_demo_board_load_style ();
  if (dark)
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);

  if (rtl)
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);

  demo = callboard_demo_board_new (n_stages, n_cards);
  callboard_demo_board_set_talkative (demo, talk);
  window = create_window (callboard_demo_board_get_widget (demo));
  gtk_window_present (GTK_WINDOW (window));

  while (g_list_model_get_n_items (gtk_window_get_toplevels ()) > 0)
    g_main_context_iteration (NULL, TRUE);

  return 0;
}
