/* bench-start.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Bar Q4: from starting the program on 100,000 cards to the first painted ones, against a text editor's first window.
 *
 *   bench-start CALLBOARD
 *
 * A window counts as painted when the pixels say so: of Callboard the part where its cards stand, of the editor any. */

#include "config.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <signal.h>
#include <stdlib.h>

#include "bench-office.h"
#include "bench-support.h"

#define N_CARDS     100000
#define N_COLOURS   8
#define LEAST_WIDTH 400
#define POLL_US     2000
#define LONGEST     30.0

/* Where content has to be, in parts of the window. */
typedef struct
{
  double left;
  double top;
} Content;

static const Content anywhere = { 0, 0 };
static const Content cards = { 0.35, 0.3 };

/* Programs come and go, and with them their windows. */
static int
ignore_error (Display     *display,
              XErrorEvent *event)
{
  return 0;
}

static gboolean
add_colour (gulong *colours,
            guint  *n_colours,
            gulong  colour)
{
  for (guint i = 0; i < *n_colours; i++)
    {
      if (colours[i] == colour)
        return FALSE;
    }

  colours[(*n_colours)++] = colour;

  return *n_colours == N_COLOURS;
}

static gboolean
has_content (XImage *image)
{
  gulong colours[N_COLOURS];
  guint n_colours = 0;

  for (int y = 0; y < image->height; y += 2)
    {
      for (int x = 0; x < image->width; x += 2)
        {
          if (add_colour (colours, &n_colours, XGetPixel (image, x, y)))
            return TRUE;
        }
    }

  return FALSE;
}

static gboolean
is_painted (Display       *display,
            Window         window,
            const Content *content)
{
  XWindowAttributes place;
  XImage *image;
  gboolean painted;
  int left, top;

  if (!XGetWindowAttributes (display, window, &place) || place.map_state != IsViewable || place.width < LEAST_WIDTH)
    return FALSE;

  left = place.width * content->left;
  top = place.height * content->top;
  image = XGetImage (display, window, left, top, place.width - left, place.height - top, AllPlanes, ZPixmap);
  if (image == NULL)
    return FALSE;

  painted = has_content (image);
  XDestroyImage (image);

  return painted;
}

static gboolean
find_painted (Display       *display,
              const Content *content)
{
  Window root, parent, *windows;
  guint n_windows;
  gboolean found = FALSE;

  if (!XQueryTree (display, DefaultRootWindow (display), &root, &parent, &windows, &n_windows))
    return FALSE;

  for (guint i = 0; i < n_windows && !found; i++)
    found = is_painted (display, windows[i], content);

  g_clear_pointer (&windows, XFree);

  return found;
}

static void
end (GSubprocess *program)
{
  g_subprocess_send_signal (program, SIGTERM);
  g_subprocess_wait (program, NULL, NULL);
}

/* Seconds until the program's window is painted. */
static double
start (Display            *display,
       const char * const *argv,
       const Content      *content)
{
  g_autoptr(GError) error = NULL;
  double begun = bench_now ();
  double taken;
  g_autoptr(GSubprocess) program = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_SILENCE |
                                                      G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error);

  g_assert_no_error (error);
  while (!find_painted (display, content))
    {
      g_assert_cmpfloat (bench_now () - begun, <, LONGEST);
      g_usleep (POLL_US);
    }

  taken = bench_now () - begun;
  end (program);

  return taken;
}

static char *
make_office (void)
{
  g_autoptr(CallboardTestOffice) office = bench_office_new (N_CARDS);
  g_autofree char *copy = g_build_filename (g_get_user_data_dir (), "bench-start", NULL);
  g_autofree char *into = g_strdup_printf ("VACUUM INTO '%s/callboard.db'", copy);
  g_autofree char *from = g_build_filename (office->test->directory, "callboard.db", NULL);
  g_autoptr(CallboardDb) db = callboard_db_open (from, CALLBOARD_DB_READ_WRITE, NULL);

  g_mkdir_with_parents (copy, 0700);
  g_assert_true (callboard_db_script (db, into, NULL));

  return g_steal_pointer (&copy);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *office = make_office ();
  const char *callboard[] = { argv[1], "--data-dir", office, NULL };
  const char *editor[] = { "gnome-text-editor", "--standalone", NULL };
  g_autofree char *installed = g_find_program_in_path (editor[0]);
  g_autoptr(GArray) ratios = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) figures = g_array_new (FALSE, FALSE, sizeof (double));
  Display *display = XOpenDisplay (NULL);

  g_assert_nonnull (display);
  XSetErrorHandler (ignore_error);
  if (installed == NULL)
    {
      g_print ("Q4   needs gnome-text-editor, the yardstick: install it with your package manager\n");
      return EXIT_FAILURE;
    }

  for (guint i = 0; i <= BENCH_ROUNDS; i++)
    {
      double ours = start (display, callboard, &cards);
      double ratio = ours / start (display, editor, &anywhere);

      /* The first round fills the machine's caches. */
      ours *= 1000;
      if (i > 0)
        {
          g_array_append_val (ratios, ratio);
          g_array_append_val (figures, ours);
        }
    }

  bench_remark ("Q4", "first painted cards of 100,000", figures, "ms");
  bench_report ("Q4", "start with 100,000 cards / text editor", ratios, BENCH_AT_MOST, 1.0);
  XCloseDisplay (display);

  return bench_end ();
}
