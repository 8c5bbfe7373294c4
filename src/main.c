/* main.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "callboard-program.h"

/* Whether any graphics processor is there that may draw. */
static gboolean
has_graphics (void)
{
  g_autoptr(GDir) dir = g_dir_open ("/dev/dri", 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_prefix (name, "renderD"))
        return TRUE;
    }

  return g_file_test ("/dev/nvidiactl", G_FILE_TEST_EXISTS);
}

/* GL emulated by the processor scrolls a board at 18 to 47 frames a second, where cairo holds 60; and getting it ready
 * is a seventh of the start. GTK 4.16 renamed the switch. */
static void
choose_renderer (void)
{
  if (has_graphics ())
    return;

  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  if (gtk_get_minor_version () < 16)
    g_setenv ("GDK_DEBUG", "gl-disable", FALSE);
  else
    g_setenv ("GDK_DISABLE", "gl,vulkan", FALSE);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(CallboardProgram) program = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  choose_renderer ();

  program = callboard_program_new ();

  return g_application_run (G_APPLICATION (program), argc, argv);
}
