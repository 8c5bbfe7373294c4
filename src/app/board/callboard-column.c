/* callboard-column.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-column.h"

#include <glib/gi18n.h>

#include "callboard-board-private.h"
#include "callboard-column-header.h"
#include "callboard-status-text.h"
#include "callboard-util.h"
#include "callboard-vertical-label.h"

#define FLASH_SECONDS 5

struct _CallboardColumn
{
  GtkWidget                 parent_instance;

  GtkWidget                *body;
  GtkWidget                *empty;
  GtkWidget                *header;
  GtkWidget                *refusal;
  GtkWidget                *refusal_reason;
  GtkWidget                *scrolled_window;
  GtkWidget                *strip;
  GtkWidget                *strip_count;
  GtkWidget                *strip_icon;
  GtkWidget                *strip_name;

  GtkWidget                *view;
  CallboardStage           *stage;
  CallboardApplicationList *list;
  char                     *filter;
  guint                     flash_id;

  guint                     folded : 1;
};

G_DEFINE_FINAL_TYPE (CallboardColumn, callboard_column, GTK_TYPE_WIDGET)

static void
update_empty (CallboardColumn *self)
{
  gboolean filtered = callboard_application_list_is_filtered (self->list);

  gtk_label_set_label (GTK_LABEL (self->empty), filtered ? _("No matches") : _("No candidates yet"));
  gtk_widget_set_visible (self->empty, g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0);
}

static void
update_count (CallboardColumn *self)
{
  const CallboardStageRow *row = callboard_stage_get_row (self->stage);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  g_autofree char *count = g_strdup_printf ("%'u", n);
  g_autofree char *words = g_strdup_printf (ngettext ("%s, %u card", "%s, %u cards", n), row->name, n);

  callboard_column_header_set_count (CALLBOARD_COLUMN_HEADER (self->header), count);
  gtk_label_set_label (GTK_LABEL (self->strip_count), count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->strip), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  update_empty (self);
}

static void
update_stage (CallboardColumn *self)
{
  const CallboardStageRow *row = callboard_stage_get_row (self->stage);

  callboard_column_header_set_stage (CALLBOARD_COLUMN_HEADER (self->header), row);
  callboard_column_view_set_limits (CALLBOARD_COLUMN_VIEW (self->view), row->stale_days, row->late_days);
  callboard_column_view_set_stage_name (CALLBOARD_COLUMN_VIEW (self->view), row->name);
  callboard_vertical_label_set_text (CALLBOARD_VERTICAL_LABEL (self->strip_name), row->name);
  gtk_widget_set_tooltip_text (self->strip, row->name);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->strip_icon), callboard_stage_type_get_icon_name (row->type));
  update_count (self);
}

static void
update_filter (CallboardColumn *self)
{
  callboard_application_list_set_filter (self->list, self->filter,
                                         callboard_column_header_get_failed_only (CALLBOARD_COLUMN_HEADER (self->header)));
  update_empty (self);
}

static void
on_stage_notify_cb (CallboardColumn *self)
{
  g_assert (CALLBOARD_IS_COLUMN (self));

  update_stage (self);
}

static void
on_items_changed_cb (CallboardColumn *self)
{
  g_assert (CALLBOARD_IS_COLUMN (self));

  update_count (self);
}

static void
on_filter_changed_cb (CallboardColumn *self)
{
  g_assert (CALLBOARD_IS_COLUMN (self));

  update_filter (self);
}

static gboolean
on_flash_timeout_cb (CallboardColumn *self)
{
  g_assert (CALLBOARD_IS_COLUMN (self));

  self->flash_id = 0;
  callboard_column_set_refusal (self, NULL);

  return G_SOURCE_REMOVE;
}

static void
activate_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  GtkWidget *board = gtk_widget_get_ancestor (widget, CALLBOARD_TYPE_BOARD);

  if (board != NULL)
    callboard_board_activate_column_action (CALLBOARD_BOARD (board), CALLBOARD_COLUMN (widget), action_name);
}

static void
callboard_column_dispose (GObject *object)
{
  CallboardColumn *self = CALLBOARD_COLUMN (object);
  GtkWidget *child;

  g_clear_handle_id (&self->flash_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_COLUMN);

  /* The menu that is open on a column is its child, too. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);

  g_clear_object (&self->list);
  g_clear_object (&self->stage);

  G_OBJECT_CLASS (callboard_column_parent_class)->dispose (object);
}

static void
callboard_column_finalize (GObject *object)
{
  CallboardColumn *self = CALLBOARD_COLUMN (object);

  g_clear_pointer (&self->filter, g_free);

  G_OBJECT_CLASS (callboard_column_parent_class)->finalize (object);
}

static void
init_template_class (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/board/callboard-column.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardColumn, body);
  gtk_widget_class_bind_template_child (widget_class, CallboardColumn, empty);
  gtk_widget_class_bind_template_child (widget_class, CallboardColumn, header);
  gtk_widget_class_bind_template_child (widget_class, CallboardColumn, refusal);
  gtk_widget_class_bind_template_child (widget_class, CallboardColumn, refusal_reason);
  gtk_widget_class_bind_template_child (widget_class, CallboardColumn, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, CallboardColumn, strip);
  gtk_widget_class_bind_template_child (widget_class, CallboardColumn, strip_count);
  gtk_widget_class_bind_template_child (widget_class, CallboardColumn, strip_icon);
  gtk_widget_class_bind_template_child (widget_class, CallboardColumn, strip_name);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed_cb);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const char *names[] = {
    "column.add", "column.edit-campaign", "column.edit-stage", "column.fold", "column.menu", "column.rename",
    "column.select-all", "column.unfold",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_class_install_action (widget_class, names[i], NULL, activate_action);
}

static void
callboard_column_class_init (CallboardColumnClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_column_dispose;
  object_class->finalize = callboard_column_finalize;

  init_template_class (widget_class);
  install_actions (widget_class);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "boardcolumn");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  g_type_ensure (CALLBOARD_TYPE_COLUMN_HEADER);
  g_type_ensure (CALLBOARD_TYPE_VERTICAL_LABEL);
}

static void
callboard_column_init (CallboardColumn *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "column.unfold", FALSE);
}

GtkWidget *
callboard_column_new (CallboardBoardState      *state,
                      CallboardStage           *stage,
                      CallboardApplicationPool *pool)
{
  CallboardColumn *self;

  g_return_val_if_fail (CALLBOARD_IS_STAGE (stage), NULL);

  self = g_object_new (CALLBOARD_TYPE_COLUMN, NULL);
  self->stage = g_object_ref (stage);
  self->list = callboard_application_list_new (pool, callboard_stage_get_id (stage));
  self->view = callboard_column_view_new (state);

  callboard_column_view_set_list (CALLBOARD_COLUMN_VIEW (self->view), self->list);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled_window), self->view);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (on_items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (stage, "notify", G_CALLBACK (on_stage_notify_cb), self, G_CONNECT_SWAPPED);
  update_stage (self);

  return GTK_WIDGET (self);
}

CallboardStage *
callboard_column_get_stage (CallboardColumn *self)
{
  g_return_val_if_fail (CALLBOARD_IS_COLUMN (self), NULL);

  return self->stage;
}

CallboardColumnView *
callboard_column_get_view (CallboardColumn *self)
{
  g_return_val_if_fail (CALLBOARD_IS_COLUMN (self), NULL);

  return CALLBOARD_COLUMN_VIEW (self->view);
}

CallboardApplicationList *
callboard_column_get_list (CallboardColumn *self)
{
  g_return_val_if_fail (CALLBOARD_IS_COLUMN (self), NULL);

  return self->list;
}

GtkAdjustment *
callboard_column_get_adjustment (CallboardColumn *self)
{
  g_return_val_if_fail (CALLBOARD_IS_COLUMN (self), NULL);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled_window));
}

GtkWidget *
callboard_column_get_menu_button (CallboardColumn *self)
{
  g_return_val_if_fail (CALLBOARD_IS_COLUMN (self), NULL);

  return self->folded ? self->strip : callboard_column_header_get_menu_button (CALLBOARD_COLUMN_HEADER (self->header));
}

void
callboard_column_set_filter (CallboardColumn *self,
                             const char      *text)
{
  g_return_if_fail (CALLBOARD_IS_COLUMN (self));

  if (callboard_set_str (&self->filter, text))
    update_filter (self);
}

gboolean
callboard_column_get_folded (CallboardColumn *self)
{
  g_return_val_if_fail (CALLBOARD_IS_COLUMN (self), FALSE);

  return self->folded;
}

void
callboard_column_set_folded (CallboardColumn *self,
                             gboolean         folded)
{
  g_return_if_fail (CALLBOARD_IS_COLUMN (self));

  if (self->folded == !!folded)
    return;

  self->folded = !!folded;
  gtk_widget_set_visible (self->header, !folded);
  gtk_widget_set_visible (self->body, !folded);
  gtk_widget_set_visible (self->strip, folded);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->strip), GTK_ACCESSIBLE_STATE_EXPANDED, !folded, -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "column.fold", !folded);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "column.unfold", folded);
}

void
callboard_column_set_refusal (CallboardColumn *self,
                              const char      *reason)
{
  g_return_if_fail (CALLBOARD_IS_COLUMN (self));

  g_clear_handle_id (&self->flash_id, g_source_remove);

  if (reason != NULL)
    gtk_label_set_label (GTK_LABEL (self->refusal_reason), reason);

  gtk_widget_set_visible (self->refusal, reason != NULL);
}

void
callboard_column_flash_refusal (CallboardColumn *self,
                                const char      *reason)
{
  g_return_if_fail (CALLBOARD_IS_COLUMN (self));

  callboard_column_set_refusal (self, reason);
  self->flash_id = g_timeout_add_seconds (FLASH_SECONDS, G_SOURCE_FUNC (on_flash_timeout_cb), self);
}

void
callboard_column_set_target (CallboardColumn *self,
                             gboolean         target)
{
  g_return_if_fail (CALLBOARD_IS_COLUMN (self));

  if (target)
    gtk_widget_add_css_class (GTK_WIDGET (self), "target");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "target");
}
