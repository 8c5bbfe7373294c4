/* bench-editor.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The campaign editor on a campaign of 60 modules of 10 elements: a letter typed is painted within one frame, whatever
 * else is due then, and the window opens in 200 ms.
 *
 *   bench-editor [--rounds=5] [--letters=200]
 *
 * Time is the processor's in the main thread, so that other programs do not count. From the letter to the end of the
 * painting it counts everything: the value, undo, the form, the list, the preview, and the problems if they are due. What
 * runs between two letters counts too, since the next letter would have to wait for it. */

#include "config.h"

#include <adwaita.h>
#include <locale.h>
#include <time.h>

#include "bench-campaign.h"
#include "bench-support.h"
#include "callboard-draft-document.h"
#include "callboard-editor-window.h"
#include "callboard-test-office.h"

#define FRAME_MS 16.7
#define OPEN_MS  200.0
#define PAUSE    (60 * G_TIME_SPAN_MILLISECOND)
#define WARM_UP  10

static int n_rounds = 5;
static int n_letters = 200;

static const GOptionEntry entries[] = {
  { "rounds", 0, 0, G_OPTION_ARG_INT, &n_rounds, "How often the window is opened", "N" },
  { "letters", 0, 0, G_OPTION_ARG_INT, &n_letters, "Letters typed in each round", "N" },
  { NULL }
};

/* letters, between: milliseconds until a letter is painted, and of each turn of the loop in between. */
typedef struct
{
  CallboardTestOffice   *office;
  CallboardEditorWindow *window;
  GArray                *opens;
  GArray                *letters;
  GArray                *between;
  guint                  n_paints;
} Run;

static double
get_cpu_ms (void)
{
  struct timespec spent;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &spent);

  return spent.tv_sec * 1e3 + spent.tv_nsec / 1e6;
}

static void
on_after_paint_cb (Run *run)
{
  run->n_paints++;
}

static void
wait_for_paint (Run *run)
{
  guint before = run->n_paints;

  while (run->n_paints == before)
    g_main_context_iteration (NULL, TRUE);
}

static void
open_window (Run *run)
{
  double begin = get_cpu_ms (), took;
  g_autoptr(GError) error = NULL;

  run->window = callboard_editor_window_open (NULL, run->office->test->store, run->office->form, &error);
  g_assert_no_error (error);
  g_signal_connect_data (gtk_widget_get_frame_clock (GTK_WIDGET (run->window)), "after-paint",
                         G_CALLBACK (on_after_paint_cb), run, NULL, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  wait_for_paint (run);
  took = get_cpu_ms () - begin;
  g_array_append_val (run->opens, took);
}

/* What is due in between; each turn of the loop is timed alone. */
static void
wait_between (Run      *run,
              gboolean  measured)
{
  gint64 end = g_get_monotonic_time () + PAUSE;

  while (g_get_monotonic_time () < end)
    {
      double begin = get_cpu_ms (), took;

      if (!g_main_context_iteration (NULL, FALSE))
        {
          g_usleep (1000);
          continue;
        }

      took = get_cpu_ms () - begin;
      if (measured)
        g_array_append_val (run->between, took);
    }
}

static GtkTextView *
find_text_view (GtkWidget *widget)
{
  if (GTK_IS_TEXT_VIEW (widget) && gtk_widget_get_mapped (widget))
    return GTK_TEXT_VIEW (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkTextView *found = find_text_view (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The text of a question in the middle of the campaign, on screen and focused. */
static GtkTextBuffer *
find_text (Run *run)
{
  CallboardDraft *draft = callboard_open_draft_get_draft (callboard_editor_window_get_open (run->window));
  GListModel *modules = callboard_draft_node_get_list (callboard_draft_get_root (draft), "modules");
  g_autoptr(CallboardDraftNode) module = g_list_model_get_item (modules, 30);
  g_autoptr(CallboardDraftNode) question = g_list_model_get_item (callboard_draft_node_get_list (module, "questions"), 0);
  GtkWidget *focus;

  callboard_editor_window_go_to (run->window, question, "text");
  wait_between (run, FALSE);
  focus = gtk_window_get_focus (GTK_WINDOW (run->window));
  if (!GTK_IS_TEXT_VIEW (focus))
    focus = GTK_WIDGET (find_text_view (GTK_WIDGET (run->window)));

  g_assert_true (GTK_IS_TEXT_VIEW (focus));

  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus));
}

static void
type_letters (Run *run)
{
  GtkTextBuffer *buffer = find_text (run);
  CallboardDraft *draft = callboard_open_draft_get_draft (callboard_editor_window_get_open (run->window));
  g_autofree char *before = callboard_draft_to_document (draft);
  g_autofree char *after = NULL;

  for (int i = 0; i < n_letters + WARM_UP; i++)
    {
      double begin = get_cpu_ms (), took;

      gtk_text_buffer_insert_at_cursor (buffer, i % 7 == 6 ? " " : "x", 1);
      wait_for_paint (run);
      took = get_cpu_ms () - begin;
      if (i >= WARM_UP)
        g_array_append_val (run->letters, took);

      wait_between (run, i >= WARM_UP);
    }

  after = callboard_draft_to_document (draft);
  g_assert_cmpuint (strlen (after), ==, strlen (before) + n_letters + WARM_UP);
}

static void
close_window (Run *run)
{
  gtk_window_close (GTK_WINDOW (run->window));
  run->window = NULL;
  wait_between (run, FALSE);
}

static CallboardTestOffice *
make_office (void)
{
  CallboardTestOffice *office = callboard_test_office_new ();
  g_autoptr(CallboardDraft) draft = bench_campaign_new ();
  g_autofree char *document = callboard_draft_to_document (draft);

  callboard_test_execute (office->test, callboard_publish_command_new (office->form, document));

  return office;
}

static gboolean
report (const char *what,
        GArray     *times,
        double      part,
        double      bar)
{
  double figure = bench_part (times, part);
  gboolean good = figure <= bar;

  g_print ("editor %-8s median %6.2f  min %6.2f  p95 %6.2f  p99 %6.2f  max %6.2f ms  bar %s <= %.1f  %s\n", what,
           bench_part (times, 0.5), bench_part (times, 0), bench_part (times, 0.95), bench_part (times, 0.99),
           bench_part (times, 1), part < 1 ? part < 0.9 ? "median" : "p99" : "max", bar, good ? "ok" : "MISSED");

  return good;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GOptionContext) context = g_option_context_new (NULL);
  g_autoptr(GError) error = NULL;
  Run run = { 0 };
  gboolean good;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    g_error ("%s", error->message);

  adw_init ();
  run.office = make_office ();
  run.opens = g_array_new (FALSE, FALSE, sizeof (double));
  run.letters = g_array_new (FALSE, FALSE, sizeof (double));
  run.between = g_array_new (FALSE, FALSE, sizeof (double));

  /* The first window of a program pays for fonts, icons and styles. */
  open_window (&run);
  close_window (&run);
  g_array_set_size (run.opens, 0);
  for (int i = 0; i < n_rounds; i++)
    {
      open_window (&run);
      type_letters (&run);
      close_window (&run);
    }

  good = report ("open", run.opens, 0.5, OPEN_MS);
  good &= report ("letter", run.letters, 0.99, FRAME_MS);
  good &= report ("between", run.between, 0.99, FRAME_MS);
  g_clear_pointer (&run.office, callboard_test_office_free);

  return good ? 0 : 1;
}
