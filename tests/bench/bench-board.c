/* bench-board.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Bars Q7, Q8 and Q16: what the board costs a frame at 1,000 and at 100,000 cards, in turn in one run.
 *
 *   bench-board [--rounds=5] [--frames=200]
 *
 * Busy is the processor time of a frame, work, layout and painting in it, so that other programs do not count; the
 * time on the wall stands beside it. The people come from arrays, so what a database costs is not in it. */

#include "config.h"

#include <adwaita.h>
#include <locale.h>

#include "callboard-board-private.h"
#include "callboard-demo-board.h"

#define N_STAGES 8
#define SMALL    1000
#define LARGE    100000
#define WARM_UP  10
#define FRAME_MS 16.7

typedef enum
{
  WORK_SCROLL,
  WORK_JUMP,
  WORK_DRAG,
  WORK_MOVE,
  N_WORKS
} Work;

/* Of double, milliseconds */
typedef struct
{
  GArray *busy;
  GArray *wall;
} Frames;

typedef struct
{
  CallboardDemoBoard *demo;
  CallboardBoard     *board;
  GtkWidget          *window;
  GArray             *busy;
  GArray             *wall;
  gint64              opened_at;
  gint64              frame_at;
  gint64              frame_cpu;
  double              open_ms;
  Work                work;
  guint               n_cards;
  guint               step;
  guint               painted : 1;
  guint               measuring : 1;
} Run;

static const char *work_names[N_WORKS] = { "scroll", "jump", "drag", "move" };

static int n_rounds = 5;
static int n_frames = 200;
static int pss_cards;

static const GOptionEntry entries[] = {
  { "rounds", 0, 0, G_OPTION_ARG_INT, &n_rounds, "How often each size is measured", "N" },
  { "frames", 0, 0, G_OPTION_ARG_INT, &n_frames, "Frames of each kind and round", "N" },
  { "pss", 0, 0, G_OPTION_ARG_INT, &pss_cards, "Only print the memory with so many cards", "N" },
  { NULL }
};

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  const double *left = a;
  const double *right = b;

  return *left < *right ? -1 : *left > *right;
}

static double
percentile (GArray *values,
            double  share)
{
  g_array_sort (values, compare_doubles);

  return values->len ? g_array_index (values, double, (guint) ((values->len - 1) * share)) : 0;
}

static gboolean
is_in_sight (Run             *run,
             CallboardColumn *column)
{
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (GTK_WIDGET (column), GTK_WIDGET (run->board), &bounds)
         && bounds.origin.x < gtk_widget_get_width (GTK_WIDGET (run->board));
}

/* All columns in sight at once, which is more than a hand can do. */
static void
scroll (Run *run)
{
  for (guint i = 0; i < N_STAGES && is_in_sight (run, callboard_board_get_column (run->board, i)); i++)
    {
      GtkAdjustment *adjustment = callboard_column_get_adjustment (callboard_board_get_column (run->board, i));
      double value = gtk_adjustment_get_value (adjustment) + 30;

      if (value > gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment))
        value = 0;

      gtk_adjustment_set_value (adjustment, value);
    }
}

static void
jump (Run *run)
{
  GtkAdjustment *adjustment = callboard_column_get_adjustment (callboard_board_get_column (run->board, 0));

  gtk_adjustment_set_value (adjustment, g_random_double () * gtk_adjustment_get_upper (adjustment));
}

/* What the pointer's events do while it carries a card, edges included, where the board scrolls. */
static void
drag (Run *run)
{
  int width = gtk_widget_get_width (GTK_WIDGET (run->board));

  run->board->inside = TRUE;
  run->board->x = 80 + run->step * 9 % (width - 160);
  run->board->y = 120 + run->step * 5 % 500;
  callboard_board_update_hover (run->board);
  callboard_board_update_autoscroll (run->board);
}

static void
move (Run *run)
{
  gint64 from = g_random_int_range (1, N_STAGES + 1);
  gint64 to = from % N_STAGES + 1;
  GArray *source = callboard_array_source_peek_stage (callboard_demo_board_get_source (run->demo), from);
  GArray *target = callboard_array_source_peek_stage (callboard_demo_board_get_source (run->demo), to);
  gint64 id = g_array_index (source, CallboardApplicationKey, g_random_int_range (0, 8)).id;
  gint64 before = g_array_index (target, CallboardApplicationKey, g_random_int_range (0, 8)).id;

  callboard_demo_board_move (run->demo, id, to, before);
}

static gboolean
on_tick_cb (GtkWidget     *widget,
            GdkFrameClock *frame_clock,
            gpointer       user_data)
{
  static void (*const works[N_WORKS]) (Run *) = { scroll, jump, drag, move };
  Run *run = user_data;

  works[run->work] (run);
  run->step++;
  gtk_widget_queue_draw (run->window);

  return G_SOURCE_CONTINUE;
}

static gint64
get_cpu_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static void
on_before_paint_cb (Run *run)
{
  run->frame_at = g_get_monotonic_time ();
  run->frame_cpu = get_cpu_time ();
}

static void
on_after_paint_cb (Run *run)
{
  gint64 now = g_get_monotonic_time ();
  double wall = (now - run->frame_at) / 1000.0;
  double busy = (get_cpu_time () - run->frame_cpu) / 1000.0;

  if (!run->painted)
    run->open_ms = (get_cpu_time () - run->opened_at) / 1000.0;

  run->painted = TRUE;

  if (run->measuring && run->step > WARM_UP)
    {
      g_array_append_val (run->busy, busy);
      g_array_append_val (run->wall, wall);
    }
}

static void
connect_frame_clock (Run *run)
{
  GdkFrameClock *frame_clock = gtk_widget_get_frame_clock (run->window);

  g_signal_connect_swapped (frame_clock, "before-paint", G_CALLBACK (on_before_paint_cb), run);
  g_signal_connect_data (frame_clock, "after-paint", G_CALLBACK (on_after_paint_cb), run, NULL,
                         G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
wait_a_little (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

/* The array behind the board is made beforehand and not counted; a board's own keys are. */
static void
open_board (Run   *run,
            guint  n_cards)
{
  CallboardArraySource *source = callboard_array_source_new (N_STAGES, n_cards / N_STAGES);

  run->n_cards = n_cards;
  run->painted = FALSE;
  run->window = g_object_ref_sink (gtk_window_new ());
  gtk_window_set_default_size (GTK_WINDOW (run->window), 1280, 800);

  run->opened_at = get_cpu_time ();
  run->demo = callboard_demo_board_new_for_source (source);
  run->board = CALLBOARD_BOARD (callboard_demo_board_get_widget (run->demo));
  gtk_window_set_child (GTK_WINDOW (run->window), GTK_WIDGET (run->board));
  gtk_widget_realize (run->window);
  connect_frame_clock (run);
  gtk_window_present (GTK_WINDOW (run->window));

  while (!run->painted)
    g_main_context_iteration (NULL, TRUE);

  g_object_unref (source);
}

static void
close_board (Run *run)
{
  gtk_window_destroy (GTK_WINDOW (run->window));
  g_clear_object (&run->window);
  g_clear_object (&run->demo);
  wait_a_little (50);
}

static void
start_drag (Run *run)
{
  const gint64 id = 3;
  g_autoptr(GArray) ids = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof id), &id, 1);

  run->board->drag = callboard_card_drag_new (ids, 1);
  callboard_board_state_set_dragged (run->board->state, &id, 1);
}

static void
measure (Run    *run,
         Work    work,
         Frames *frames)
{
  guint tick_id;

  run->work = work;
  run->busy = frames->busy;
  run->wall = frames->wall;
  run->step = 0;
  run->measuring = TRUE;

  if (work == WORK_DRAG)
    start_drag (run);

  tick_id = gtk_widget_add_tick_callback (run->window, on_tick_cb, run, NULL);

  while (run->step < (guint) n_frames + WARM_UP)
    g_main_context_iteration (NULL, TRUE);

  gtk_widget_remove_tick_callback (run->window, tick_id);
  callboard_board_end_drag (run->board);
  run->measuring = FALSE;
}

static const char *
verdict (gboolean good)
{
  return good ? "ok" : "MISSED";
}

static void
report_frames (Work    work,
               Frames *frames,
               guint   n_cards)
{
  GArray *busy = frames->busy;
  gboolean steady = work == WORK_SCROLL || work == WORK_DRAG;
  double p95 = percentile (busy, 0.95);
  double p99 = percentile (busy, 0.99);
  guint late = 0;

  for (guint i = 0; i < busy->len; i++)
    late += g_array_index (busy, double, i) > FRAME_MS;

  g_print ("board %-6s %6u cards: median %5.2f  min %5.2f  p95 %5.2f  p99 %5.2f  max %5.2f ms  over %.1f: %u"
           "  (wall median %.2f)", work_names[work], n_cards, percentile (busy, 0.5), percentile (busy, 0), p95, p99,
           percentile (busy, 1), FRAME_MS, late, percentile (frames->wall, 0.5));

  if (steady)
    g_print ("  bar Q7 p99 <= 10, over %.1f: 0  %s\n", FRAME_MS, verdict (p99 <= 10 && late == 0));
  else
    g_print ("  bar Q7 p95 <= 10  %s\n", verdict (p95 <= 10));
}

static void
report_open (GArray *small,
             GArray *large)
{
  double ratio = percentile (large, 0.5) / percentile (small, 0.5);

  g_print ("board open   first frame: %u cards median %.0f min %.0f max %.0f ms; %u cards median %.0f min %.0f max %.0f ms;"
           "  ratio %.2f  bar Q8 <= 1.5  %s\n",
           SMALL, percentile (small, 0.5), percentile (small, 0), percentile (small, 1),
           LARGE, percentile (large, 0.5), percentile (large, 0), percentile (large, 1), ratio, verdict (ratio <= 1.5));
}

/* In a program of its own, since memory that was freed is not given back. */
static double
read_pss (const char *program,
          guint       n_cards)
{
  g_autofree char *option = g_strdup_printf ("--pss=%u", n_cards);
  const char *argv[] = { program, option, NULL };
  g_autofree char *output = NULL;
  g_autoptr(GError) error = NULL;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL, &error))
    g_error ("%s", error->message);

  return g_ascii_strtod (output, NULL);
}

static void
print_pss (void)
{
  g_autofree char *contents = NULL;
  Run run = { 0 };
  const char *line;

  open_board (&run, pss_cards);
  wait_a_little (300);
  g_file_get_contents ("/proc/self/smaps_rollup", &contents, NULL, NULL);
  line = contents ? strstr (contents, "\nPss:") : NULL;
  g_print ("%.1f\n", line ? g_ascii_strtod (line + strlen ("\nPss:"), NULL) / 1024.0 : 0);
  close_board (&run);
}

static void
report_pss (const char *program)
{
  double small = read_pss (program, SMALL);
  double large = read_pss (program, LARGE);

  g_print ("board memory PSS: %u cards %.1f MB, %u cards %.1f MB;  %.1f MB more  bar Q16 <= 35  %s\n",
           SMALL, small, LARGE, large, large - small, verdict (large - small <= 35));
}

static void
run_all (const char *program)
{
  static const guint sizes[2] = { SMALL, LARGE };
  GArray *opens[2];
  Frames frames[2][N_WORKS];
  Run run = { 0 };
  double ratio;

  for (guint size = 0; size < 2; size++)
    {
      opens[size] = g_array_new (FALSE, FALSE, sizeof (double));
      for (Work work = 0; work < N_WORKS; work++)
        frames[size][work] = (Frames) { g_array_new (FALSE, FALSE, sizeof (double)),
                                        g_array_new (FALSE, FALSE, sizeof (double)) };
    }

  /* The first window of a program pays for fonts, icons and styles. */
  open_board (&run, SMALL);
  close_board (&run);

  for (int round = 0; round < n_rounds; round++)
    for (guint size = 0; size < 2; size++)
      {
        open_board (&run, sizes[size]);
        g_array_append_val (opens[size], run.open_ms);
        for (Work work = 0; work < N_WORKS; work++)
          measure (&run, work, &frames[size][work]);
        close_board (&run);
      }

  for (Work work = 0; work < N_WORKS; work++)
    for (guint size = 0; size < 2; size++)
      report_frames (work, &frames[size][work], sizes[size]);

  ratio = percentile (frames[1][WORK_DRAG].busy, 0.95) / percentile (frames[0][WORK_DRAG].busy, 0.95);
  g_print ("board drag   p95 at %u cards / at %u: %.2f  bar Q8 <= 1.2  %s\n", LARGE, SMALL, ratio, verdict (ratio <= 1.2));
  report_open (opens[0], opens[1]);
  report_pss (program);

  for (guint size = 0; size < 2; size++)
    {
      g_array_unref (opens[size]);
      for (Work work = 0; work < N_WORKS; work++)
        {
          g_array_unref (frames[size][work].busy);
          g_array_unref (frames[size][work].wall);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GOptionContext) context = g_option_context_new (NULL);
  g_autoptr(GError) error = NULL;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  adw_init ();
  callboard_demo_board_load_style ();

  if (pss_cards > 0)
    print_pss ();
  else
    run_all (argv[0]);

  return 0;
}
