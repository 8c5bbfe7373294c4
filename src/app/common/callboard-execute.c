/* callboard-execute.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-execute.h"

static void
on_executed_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GtkWidget) widget = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardCommand) command = NULL;

  command = callboard_store_execute_finish (CALLBOARD_STORE (object), result, &error);
  if (command == NULL)
    callboard_report (widget, error);
}

void
callboard_execute (GtkWidget        *widget,
                   CallboardStore   *store,
                   CallboardCommand *command)
{
  g_autoptr(CallboardCommand) owned = command;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  callboard_store_execute_async (store, owned, NULL, on_executed_cb, g_object_ref (widget));
}

void
callboard_report (GtkWidget    *widget,
                  const GError *error)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (error != NULL);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (!gtk_widget_activate_action (widget, "win.report", "s", error->message))
    g_warning ("%s", error->message);
}
