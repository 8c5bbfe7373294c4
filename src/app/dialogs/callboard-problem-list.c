/* callboard-problem-list.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-problem-list.h"

struct _CallboardProblemList
{
  GtkWidget    parent_instance;

  GtkListBox  *list;
  GtkRevealer *revealer;
  GtkLabel    *title;

  GPtrArray   *problems;
};

G_DEFINE_FINAL_TYPE (CallboardProblemList, callboard_problem_list, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_row_activated_cb (CallboardProblemList *self,
                     GtkListBoxRow        *row,
                     GtkListBox           *list)
{
  const CallboardPlainProblem *problem = g_ptr_array_index (self->problems, gtk_list_box_row_get_index (row));

  g_assert (CALLBOARD_IS_PROBLEM_LIST (self));

  g_signal_emit (self, signals[CHOSEN], 0, problem->part);
}

static GtkWidget *
make_row (const CallboardPlainProblem *problem)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", problem->text, "wrap", TRUE, "xalign", 0.0, NULL);

  return g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", label, NULL);
}

static void
callboard_problem_list_dispose (GObject *object)
{
  CallboardProblemList *self = CALLBOARD_PROBLEM_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_PROBLEM_LIST);
  g_clear_pointer (&self->problems, g_ptr_array_unref);

  G_OBJECT_CLASS (callboard_problem_list_parent_class)->dispose (object);
}

static void
callboard_problem_list_class_init (CallboardProblemListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_problem_list_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/dialogs/callboard-problem-list.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardProblemList, list);
  gtk_widget_class_bind_template_child (widget_class, CallboardProblemList, revealer);
  gtk_widget_class_bind_template_child (widget_class, CallboardProblemList, title);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
callboard_problem_list_init (CallboardProblemList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
callboard_problem_list_update (CallboardProblemList   *self,
                               CallboardCampaignDraft *draft,
                               CallboardStageType      type)
{
  g_autofree char *title = NULL;
  GtkWidget *row;

  g_return_if_fail (CALLBOARD_IS_PROBLEM_LIST (self));

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);

  g_clear_pointer (&self->problems, g_ptr_array_unref);
  self->problems = callboard_draft_list_plain_problems (draft, type);
  for (guint i = 0; i < self->problems->len; i++)
    gtk_list_box_append (self->list, make_row (g_ptr_array_index (self->problems, i)));

  title = g_strdup_printf (ngettext ("%u problem. Nothing is sent until it is solved.",
                                     "%u problems. Nothing is sent until they are solved.", self->problems->len),
                           self->problems->len);
  gtk_label_set_text (self->title, title);
  gtk_revealer_set_reveal_child (self->revealer, self->problems->len > 0);
}
