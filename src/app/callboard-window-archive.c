/* callboard-window-archive.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-archive.h"
#include "callboard-execute.h"
#include "callboard-window-private.h"

typedef struct
{
  CallboardWindow *window;
  GVariant        *applications;
} Archiving;

static void
archiving_free (Archiving *archiving)
{
  g_clear_object (&archiving->window);
  g_clear_pointer (&archiving->applications, g_variant_unref);
  g_free (archiving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archiving, archiving_free)

static void
add_toast (CallboardWindow *self,
           GVariant        *applications)
{
  guint n = g_variant_n_children (applications);
  g_autofree char *text = g_strdup_printf (ngettext ("%u card is in the archive", "%u cards are in the archive", n), n);
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_button_label (toast, _("_Put Back"));
  adw_toast_set_action_name (toast, "win.unarchive");
  adw_toast_set_action_target_value (toast, applications);
  callboard_shell_add_toast (self->shell, toast);
}

static void
on_archived_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(Archiving) archiving = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardCommand) command = callboard_store_execute_finish (CALLBOARD_STORE (object), result, &error);

  if (command == NULL)
    callboard_window_report (archiving->window, error);
  else
    add_toast (archiving->window, archiving->applications);
}

static void
unarchive_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  CallboardWindow *self = CALLBOARD_WINDOW (widget);
  const gint64 *applications;
  gsize n;

  applications = g_variant_get_fixed_array (parameter, &n, sizeof (gint64));
  if (n > 0)
    callboard_execute (widget, self->store, callboard_unarchive_command_new (applications, n));
}

void
callboard_window_archive (CallboardWindow *self,
                          const gint64    *applications,
                          guint            n_applications)
{
  g_autoptr(CallboardCommand) command = NULL;
  Archiving *archiving;

  g_return_if_fail (CALLBOARD_IS_WINDOW (self));
  g_return_if_fail (n_applications > 0);

  archiving = g_new0 (Archiving, 1);
  archiving->window = g_object_ref (self);
  archiving->applications = g_variant_ref_sink (g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, applications,
                                                                           n_applications, sizeof (gint64)));
  command = callboard_archive_command_new (applications, n_applications);
  callboard_store_execute_async (self->store, command, NULL, on_archived_cb, archiving);
}

void
callboard_window_class_init_archive (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.unarchive", "ax", unarchive_cb);
}
