/* callboard-program.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-program.h"

#include <glib/gi18n.h>

#include "callboard-program-private.h"
#include "callboard-reception.h"
#include "callboard-sample.h"
#include "callboard-trouble-window.h"

struct _CallboardProgram
{
  AdwApplication      parent_instance;

  CallboardContext   *context;
  CallboardReception *reception;
  char               *directory;

  guint               sample : 1;
};

G_DEFINE_FINAL_TYPE (CallboardProgram, callboard_program, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Keep the data in DIR"), N_("DIR") },
  { "sample", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Fill an empty database with the sample"), NULL },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and exit"), NULL },
  { NULL }
};

static gboolean
start (CallboardProgram  *self,
       GError           **error)
{
  g_autoptr(CallboardClock) clock = callboard_clock_new_system ();
  g_autoptr(CallboardStore) store = callboard_store_open (self->directory, clock, error);
  g_autoptr(CallboardContext) context = NULL;

  if (store == NULL || (self->sample && !callboard_sample_fill (store, error)))
    return FALSE;

  context = callboard_context_new (store);
  if (!callboard_context_start (context, error))
    return FALSE;

  self->context = g_steal_pointer (&context);
  self->reception = callboard_reception_new (store);

  return TRUE;
}

static GtkWindow *
find_window (CallboardProgram *self,
             GType             type)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      if (G_TYPE_CHECK_INSTANCE_TYPE (l->data, type))
        return l->data;
    }

  return NULL;
}

/* The next attempt starts afresh, so that a recruiter who made room on the disk just opens the program again. */
static void
show_trouble (CallboardProgram *self,
              const GError     *error)
{
  GtkWindow *old = find_window (self, CALLBOARD_TYPE_TROUBLE_WINDOW);
  GtkWidget *window = GTK_WIDGET (callboard_trouble_window_new (GTK_APPLICATION (self), self->directory, error));

  if (old != NULL)
    gtk_window_destroy (old);
  gtk_window_present (GTK_WINDOW (window));
}

CallboardWindow *
callboard_program_present (CallboardProgram *self)
{
  g_autoptr(GError) error = NULL;
  GtkWindow *window;

  g_return_val_if_fail (CALLBOARD_IS_PROGRAM (self), NULL);

  if (self->directory == NULL)
    self->directory = callboard_store_get_default_directory ();

  if (self->context == NULL && !start (self, &error))
    {
      show_trouble (self, error);
      return NULL;
    }

  window = find_window (self, CALLBOARD_TYPE_WINDOW);
  if (window == NULL)
    window = GTK_WINDOW (callboard_window_new (GTK_APPLICATION (self), self->context));
  gtk_window_present (window);

  return CALLBOARD_WINDOW (window);
}

/* One program has one data directory: a second sender on one outbox would send twice, and a window onto other data
 * than was asked for would send to other people. */
static gboolean
choose_directory (CallboardProgram        *self,
                  GApplicationCommandLine *command_line,
                  const char              *chosen)
{
  g_autofree char *path = NULL;

  if (chosen == NULL)
    chosen = g_application_command_line_getenv (command_line, "CALLBOARD_DATA_DIR");
  if (chosen == NULL || *chosen == '\0')
    return TRUE;

  path = g_canonicalize_filename (chosen, g_application_command_line_get_cwd (command_line));
  if (self->context == NULL)
    {
      g_free (self->directory);
      self->directory = g_steal_pointer (&path);
      return TRUE;
    }
  if (g_strcmp0 (path, self->directory) == 0)
    return TRUE;

  g_application_command_line_printerr (command_line,
                                       _("Callboard is running with the data in “%s”. Quit it first.\n"),
                                       self->directory);

  return FALSE;
}

static int
callboard_program_command_line (GApplication            *application,
                                GApplicationCommandLine *command_line)
{
  CallboardProgram *self = CALLBOARD_PROGRAM (application);
  GVariantDict *given = g_application_command_line_get_options_dict (command_line);
  const char *chosen = NULL;

  g_variant_dict_lookup (given, "data-dir", "^&ay", &chosen);
  if (!choose_directory (self, command_line, chosen))
    return EXIT_FAILURE;

  self->sample = g_variant_dict_contains (given, "sample");
  callboard_program_present (self);

  return EXIT_SUCCESS;
}

static int
callboard_program_handle_local_options (GApplication *application,
                                        GVariantDict *given)
{
  if (!g_variant_dict_contains (given, "version"))
    return -1;

  g_print ("Callboard %s\n", VERSION);

  return EXIT_SUCCESS;
}

static void
callboard_program_activate (GApplication *application)
{
  callboard_program_present (CALLBOARD_PROGRAM (application));
}

static void
callboard_program_startup (GApplication *application)
{
  CallboardProgram *self = CALLBOARD_PROGRAM (application);

  G_APPLICATION_CLASS (callboard_program_parent_class)->startup (application);

  gtk_window_set_default_icon_name (APP_ID);
  callboard_program_add_actions (self);

  /* A service goes on sending when its window is closed. */
  if (g_application_get_flags (application) & G_APPLICATION_IS_SERVICE)
    g_application_hold (application);
}

static void
callboard_program_shutdown (GApplication *application)
{
  CallboardProgram *self = CALLBOARD_PROGRAM (application);

  g_clear_object (&self->reception);
  callboard_program_finish (self);

  G_APPLICATION_CLASS (callboard_program_parent_class)->shutdown (application);
}

static void
callboard_program_window_removed (GtkApplication *application,
                                  GtkWindow      *window)
{
  GTK_APPLICATION_CLASS (callboard_program_parent_class)->window_removed (application, window);

  callboard_program_linger (CALLBOARD_PROGRAM (application));
}

static void
callboard_program_finalize (GObject *object)
{
  CallboardProgram *self = CALLBOARD_PROGRAM (object);

  g_clear_object (&self->reception);
  g_clear_object (&self->context);
  g_free (self->directory);

  G_OBJECT_CLASS (callboard_program_parent_class)->finalize (object);
}

static void
callboard_program_class_init (CallboardProgramClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->finalize = callboard_program_finalize;
  application_class->activate = callboard_program_activate;
  application_class->command_line = callboard_program_command_line;
  application_class->handle_local_options = callboard_program_handle_local_options;
  application_class->shutdown = callboard_program_shutdown;
  application_class->startup = callboard_program_startup;
  GTK_APPLICATION_CLASS (klass)->window_removed = callboard_program_window_removed;
}

static void
callboard_program_init (CallboardProgram *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

CallboardProgram *
callboard_program_new (void)
{
  return g_object_new (CALLBOARD_TYPE_PROGRAM,
                       "application-id", APP_ID,
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_SEND_ENVIRONMENT,
                       "resource-base-path", APP_PATH,
                       NULL);
}

CallboardContext *
callboard_program_get_context (CallboardProgram *self)
{
  g_return_val_if_fail (CALLBOARD_IS_PROGRAM (self), NULL);

  return self->context;
}
