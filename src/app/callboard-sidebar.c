/* callboard-sidebar.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-sidebar.h"

#include <glib/gi18n.h>

#include "callboard-sidebar-row.h"

struct _CallboardSidebar
{
  GtkWidget   parent_instance;

  GtkWidget  *closed_expander;
  GtkListBox *closed_list;
  GtkListBox *jobs_list;
  GtkLabel   *tray_count;
  GtkListBox *tray_list;
  GtkLabel   *tray_mark;
  GtkWidget  *tray_row;

  gint64      selected;
};

G_DEFINE_FINAL_TYPE (CallboardSidebar, callboard_sidebar, GTK_TYPE_WIDGET)

enum {
  JOB_ACTIVATED,
  TRAY_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
select_in (CallboardSidebar *self,
           GtkListBox       *list)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    {
      CallboardJob *job = callboard_sidebar_row_get_job (CALLBOARD_SIDEBAR_ROW (row));

      if (callboard_job_get_id (job) == self->selected)
        break;
    }

  gtk_list_box_select_row (list, row);
}

static void
update_selection (CallboardSidebar *self)
{
  gboolean any = FALSE;
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->closed_list, i)) != NULL; i++)
    any = any || !callboard_job_get_row (callboard_sidebar_row_get_job (CALLBOARD_SIDEBAR_ROW (row)))->open;

  gtk_widget_set_visible (self->closed_expander, any);
  select_in (self, self->jobs_list);
  select_in (self, self->closed_list);
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  return callboard_sidebar_row_new (CALLBOARD_JOB (item), TRUE);
}

static GtkWidget *
create_closed_row (gpointer item,
                   gpointer user_data)
{
  g_signal_connect_object (item, "notify::open", G_CALLBACK (update_selection), user_data, G_CONNECT_SWAPPED);

  return callboard_sidebar_row_new (CALLBOARD_JOB (item), FALSE);
}

static void
on_job_activated_cb (CallboardSidebar    *self,
                     CallboardSidebarRow *row)
{
  g_assert (CALLBOARD_IS_SIDEBAR (self));
  g_assert (CALLBOARD_IS_SIDEBAR_ROW (row));

  g_signal_emit (self, signals[JOB_ACTIVATED], 0, callboard_sidebar_row_get_job (row));
}

static void
on_tray_activated_cb (CallboardSidebar *self)
{
  g_assert (CALLBOARD_IS_SIDEBAR (self));

  g_signal_emit (self, signals[TRAY_ACTIVATED], 0);
}

static void
callboard_sidebar_dispose (GObject *object)
{
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (object), CALLBOARD_TYPE_SIDEBAR);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (callboard_sidebar_parent_class)->dispose (object);
}

static void
callboard_sidebar_class_init (CallboardSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_sidebar_dispose;

  signals[JOB_ACTIVATED] =
    g_signal_new ("job-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, CALLBOARD_TYPE_JOB);
  signals[TRAY_ACTIVATED] =
    g_signal_new ("tray-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/callboard-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardSidebar, closed_expander);
  gtk_widget_class_bind_template_child (widget_class, CallboardSidebar, closed_list);
  gtk_widget_class_bind_template_child (widget_class, CallboardSidebar, jobs_list);
  gtk_widget_class_bind_template_child (widget_class, CallboardSidebar, tray_count);
  gtk_widget_class_bind_template_child (widget_class, CallboardSidebar, tray_list);
  gtk_widget_class_bind_template_child (widget_class, CallboardSidebar, tray_mark);
  gtk_widget_class_bind_template_child (widget_class, CallboardSidebar, tray_row);
  gtk_widget_class_bind_template_callback (widget_class, on_job_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_tray_activated_cb);
}

static void
callboard_sidebar_init (CallboardSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
callboard_sidebar_set_jobs (CallboardSidebar *self,
                            GListModel       *jobs)
{
  g_return_if_fail (CALLBOARD_IS_SIDEBAR (self));
  g_return_if_fail (G_IS_LIST_MODEL (jobs));

  gtk_list_box_bind_model (self->jobs_list, jobs, create_row, NULL, NULL);
  gtk_list_box_bind_model (self->closed_list, jobs, create_closed_row, self, NULL);
  g_signal_connect_object (jobs, "items-changed", G_CALLBACK (update_selection), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update_selection (self);
}

void
callboard_sidebar_select_job (CallboardSidebar *self,
                              gint64            job)
{
  g_return_if_fail (CALLBOARD_IS_SIDEBAR (self));

  self->selected = job;
  update_selection (self);
  gtk_list_box_unselect_all (self->tray_list);
}

void
callboard_sidebar_select_tray (CallboardSidebar *self)
{
  g_return_if_fail (CALLBOARD_IS_SIDEBAR (self));

  callboard_sidebar_select_job (self, 0);
  gtk_list_box_select_row (self->tray_list, GTK_LIST_BOX_ROW (self->tray_row));
}

static void
set_count (GtkLabel   *label,
           guint       count,
           const char *text)
{
  g_autofree char *number = g_strdup_printf ("%'u", count);

  gtk_label_set_label (label, number);
  gtk_widget_set_visible (GTK_WIDGET (label), count > 0);
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), text);
}

void
callboard_sidebar_set_tray (CallboardSidebar *self,
                            guint             n_waiting,
                            guint             n_urgent)
{
  g_autofree char *waiting = NULL;
  g_autofree char *urgent = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (CALLBOARD_IS_SIDEBAR (self));

  waiting = g_strdup_printf (ngettext ("%'u message waits", "%'u messages wait", n_waiting), n_waiting);
  urgent = g_strdup_printf (ngettext ("%'u thing in the send tray needs you", "%'u things in the send tray need you",
                                      n_urgent), n_urgent);
  text = n_urgent > 0 ? g_strdup_printf ("%s, %s", waiting, urgent) : g_strdup (waiting);

  set_count (self->tray_count, n_waiting, waiting);
  set_count (self->tray_mark, n_urgent, urgent);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tray_row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Send tray"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
}
