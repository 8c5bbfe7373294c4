/* callboard-editor-window-files.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-editor-window-private.h"

#include "callboard-campaign-file-actions.h"
#include "callboard-history-window.h"

static void
say (GtkWindow  *window,
     const char *text)
{
  callboard_editor_window_say (CALLBOARD_EDITOR_WINDOW (window), text);
}

static void
history_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  CallboardEditorWindow *self = CALLBOARD_EDITOR_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (callboard_history_window_new (GTK_WINDOW (self), self->open)));
}

static void
import_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  CallboardEditorWindow *self = CALLBOARD_EDITOR_WINDOW (widget);

  callboard_campaign_file_choose_import (GTK_WINDOW (self), self->open, say);
}

static void
export_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  CallboardEditorWindow *self = CALLBOARD_EDITOR_WINDOW (widget);

  callboard_campaign_file_choose_export (GTK_WINDOW (self), self->open, say);
}

void
callboard_editor_window_install_file_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "campaign.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "campaign.history", NULL, history_cb);
  gtk_widget_class_install_action (widget_class, "campaign.import", NULL, import_cb);
}

void
callboard_editor_window_take_files (CallboardEditorWindow *self)
{
  gtk_widget_add_controller (GTK_WIDGET (self), callboard_campaign_file_drop_new (GTK_WINDOW (self), self->open, say));
}
