/* callboard-program-actions.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-program-private.h"

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  GtkApplication *application = GTK_APPLICATION (user_data);

  adw_show_about_window (gtk_application_get_active_window (application),
                         "application-icon", APP_ID,
                         "application-name", _("Callboard"),
                         "comments", _("A recruiting board that sends"),
                         "copyright", "© 2026 The Callboard authors",
                         "developer-name", _("The Callboard authors"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         /* Translators: your names, one a line */
                         "translator-credits", _("translator-credits"),
                         "version", VERSION,
                         NULL);
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  g_autoptr(GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  /* A window that is closed remembers how it was. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);

  g_application_quit (G_APPLICATION (user_data));
}

static void
preferences_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  CallboardWindow *window = callboard_program_present (CALLBOARD_PROGRAM (user_data));

  if (window != NULL)
    callboard_window_show_preferences (window);
}

static void
new_job_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  CallboardWindow *window = callboard_program_present (CALLBOARD_PROGRAM (user_data));

  if (window != NULL)
    callboard_window_create_job (window);
}

static void
open_job_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  CallboardWindow *window = callboard_program_present (CALLBOARD_PROGRAM (user_data));

  if (window != NULL)
    callboard_window_open_job (window, g_variant_get_int64 (parameter));
}

static void
open_application_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  CallboardWindow *window = callboard_program_present (CALLBOARD_PROGRAM (user_data));

  if (window != NULL)
    callboard_window_open_application (window, g_variant_get_int64 (parameter));
}

static const GActionEntry entries[] = {
  { "about", about_cb },
  { "new-job", new_job_cb },
  { "open-application", open_application_cb, "x" },
  { "open-job", open_job_cb, "x" },
  { "preferences", preferences_cb },
  { "quit", quit_cb },
};

static const struct
{
  const char *action;
  const char *keys[3];
} keys[] = {
  { "app.new-job", { "<Control>n" } },
  { "app.preferences", { "<Control>comma" } },
  { "app.quit", { "<Control>q" } },
  { "window.close", { "<Control>w" } },
};

void
callboard_program_add_actions (CallboardProgram *self)
{
  g_return_if_fail (CALLBOARD_IS_PROGRAM (self));

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), keys[i].action, (const char * const *) keys[i].keys);
}
