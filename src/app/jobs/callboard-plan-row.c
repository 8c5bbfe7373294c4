/* callboard-plan-row.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-plan-row.h"

struct _CallboardPlanRow
{
  AdwEntryRow         parent_instance;

  CallboardStageType  type;
  char               *campaign;
};

G_DEFINE_FINAL_TYPE (CallboardPlanRow, callboard_plan_row, ADW_TYPE_ENTRY_ROW)

const char *
callboard_stage_type_describe (CallboardStageType type)
{
  switch (type)
    {
    case CALLBOARD_STAGE_FORM:
      return _("Form");
    case CALLBOARD_STAGE_ASSESSMENT:
      return _("Assessment");
    case CALLBOARD_STAGE_OFFER:
      return _("Offer");
    case CALLBOARD_STAGE_REJECT:
      return _("Reject");
    case CALLBOARD_STAGE_SCHEDULE:
      return _("Schedule");
    case CALLBOARD_STAGE_REVIEW:
      return _("Review – sends nothing");
    }

  return "";
}

static GtkListBox *
get_list (CallboardPlanRow *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  return GTK_IS_LIST_BOX (parent) ? GTK_LIST_BOX (parent) : NULL;
}

/* The row keeps the focus while it moves. */
static void
move_row (CallboardPlanRow *self,
          int               by)
{
  GtkListBox *list = get_list (self);
  int position = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self)) + by;

  g_assert (CALLBOARD_IS_PLAN_ROW (self));

  if (list == NULL || gtk_list_box_get_row_at_index (list, position) == NULL || position < 0)
    return;

  g_object_ref (self);
  gtk_list_box_remove (list, GTK_WIDGET (self));
  gtk_list_box_insert (list, GTK_WIDGET (self), position);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  g_object_unref (self);
}

static void
move_up_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  move_row (CALLBOARD_PLAN_ROW (widget), -1);
}

static void
move_down_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  move_row (CALLBOARD_PLAN_ROW (widget), 1);
}

static void
remove_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  CallboardPlanRow *self = CALLBOARD_PLAN_ROW (widget);
  GtkListBox *list = get_list (self);
  int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self));
  GtkListBoxRow *next;

  if (list == NULL)
    return;

  gtk_list_box_remove (list, widget);
  next = gtk_list_box_get_row_at_index (list, index);
  if (next == NULL)
    next = gtk_list_box_get_row_at_index (list, index - 1);
  if (next != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (next));
}

static void
callboard_plan_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CALLBOARD_TYPE_PLAN_ROW);

  G_OBJECT_CLASS (callboard_plan_row_parent_class)->dispose (object);
}

static void
callboard_plan_row_finalize (GObject *object)
{
  CallboardPlanRow *self = CALLBOARD_PLAN_ROW (object);

  g_clear_pointer (&self->campaign, g_free);

  G_OBJECT_CLASS (callboard_plan_row_parent_class)->finalize (object);
}

static void
callboard_plan_row_class_init (CallboardPlanRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_plan_row_dispose;
  object_class->finalize = callboard_plan_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/jobs/callboard-plan-row.ui");
  gtk_widget_class_install_action (widget_class, "row.move-down", NULL, move_down_cb);
  gtk_widget_class_install_action (widget_class, "row.move-up", NULL, move_up_cb);
  gtk_widget_class_install_action (widget_class, "row.remove", NULL, remove_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "row.move-down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "row.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, GDK_CONTROL_MASK, "row.remove", NULL);
}

static void
callboard_plan_row_init (CallboardPlanRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

CallboardPlanRow *
callboard_plan_row_new (CallboardStageType  type,
                        const char         *name,
                        const char         *campaign)
{
  CallboardPlanRow *self = g_object_new (CALLBOARD_TYPE_PLAN_ROW,
                                         "title", callboard_stage_type_describe (type),
                                         "text", name,
                                         NULL);

  self->type = type;
  self->campaign = g_strdup (campaign);

  return self;
}

CallboardStageType
callboard_plan_row_get_stage_type (CallboardPlanRow *self)
{
  g_return_val_if_fail (CALLBOARD_IS_PLAN_ROW (self), CALLBOARD_STAGE_REVIEW);

  return self->type;
}

const char *
callboard_plan_row_get_campaign (CallboardPlanRow *self)
{
  g_return_val_if_fail (CALLBOARD_IS_PLAN_ROW (self), NULL);

  return self->campaign;
}
