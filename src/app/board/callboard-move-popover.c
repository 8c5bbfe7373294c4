/* callboard-move-popover.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-move-popover.h"

#include <glib/gi18n.h>

#include "callboard-status-text.h"

struct _CallboardMovePopover
{
  GtkPopover      parent_instance;

  GtkWidget      *entry;
  GtkWidget      *list;
  GtkWidget      *title;

  CallboardStage *current;

  guint           without_sending : 1;
};

G_DEFINE_FINAL_TYPE (CallboardMovePopover, callboard_move_popover, GTK_TYPE_POPOVER)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static CallboardStage *
get_stage (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "stage");
}

/* Without sending, nothing depends on the campaign. */
static gboolean
may_choose (CallboardMovePopover *self,
            CallboardStage       *stage)
{
  return stage != self->current && (self->without_sending || callboard_stage_get_row (stage)->ready);
}

static GtkWidget *
create_texts (CallboardMovePopover *self,
              CallboardStage       *stage)
{
  const CallboardStageRow *row = callboard_stage_get_row (stage);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (row->name);
  const char *reason = stage == self->current ? _("The card is here") : row->reason;

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_box_append (GTK_BOX (box), name);

  if (!may_choose (self, stage) && *reason)
    {
      GtkWidget *why = gtk_label_new (reason);

      gtk_label_set_xalign (GTK_LABEL (why), 0);
      gtk_label_set_wrap (GTK_LABEL (why), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (why), 30);
      gtk_widget_add_css_class (why, "caption");
      gtk_box_append (GTK_BOX (box), why);
    }

  return box;
}

static GtkWidget *
create_row (CallboardMovePopover *self,
            CallboardStage       *stage)
{
  const CallboardStageRow *row = callboard_stage_get_row (stage);
  GtkWidget *list_row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *icon = gtk_image_new_from_icon_name (callboard_stage_type_get_icon_name (row->type));

  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), create_texts (self, stage));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (list_row), box);
  gtk_widget_set_sensitive (list_row, may_choose (self, stage));
  gtk_accessible_update_property (GTK_ACCESSIBLE (list_row), GTK_ACCESSIBLE_PROPERTY_LABEL, row->name, -1);
  g_object_set_data_full (G_OBJECT (list_row), "stage", g_object_ref (stage), g_object_unref);

  return list_row;
}

static gboolean
filter_row (GtkListBoxRow *row,
            gpointer       user_data)
{
  CallboardMovePopover *self = CALLBOARD_MOVE_POPOVER (user_data);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  return *text == '\0' || g_str_match_string (text, callboard_stage_get_row (get_stage (row))->name, TRUE);
}

/* The row that Enter takes is always visibly the one. */
static void
select_first (CallboardMovePopover *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)); i++)
    {
      if (gtk_widget_get_child_visible (GTK_WIDGET (row)) && gtk_widget_is_sensitive (GTK_WIDGET (row)))
        {
          gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
          return;
        }
    }

  gtk_list_box_unselect_all (GTK_LIST_BOX (self->list));
}

static void
on_search_changed_cb (CallboardMovePopover *self)
{
  g_assert (CALLBOARD_IS_MOVE_POPOVER (self));

  gtk_list_box_invalidate_filter (GTK_LIST_BOX (self->list));
  select_first (self);
}

static void
choose (CallboardMovePopover *self,
        GtkListBoxRow        *row)
{
  g_autoptr(CallboardStage) stage = row ? g_object_ref (get_stage (row)) : NULL;

  if (stage != NULL && may_choose (self, stage))
    g_signal_emit (self, signals[CHOSEN], 0, stage);
}

static void
on_row_activated_cb (CallboardMovePopover *self,
                     GtkListBoxRow        *row)
{
  g_assert (CALLBOARD_IS_MOVE_POPOVER (self));

  choose (self, row);
}

static void
on_entry_activated_cb (CallboardMovePopover *self)
{
  g_assert (CALLBOARD_IS_MOVE_POPOVER (self));

  choose (self, gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list)));
}

static void
on_stop_search_cb (CallboardMovePopover *self)
{
  g_assert (CALLBOARD_IS_MOVE_POPOVER (self));

  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
callboard_move_popover_dispose (GObject *object)
{
  CallboardMovePopover *self = CALLBOARD_MOVE_POPOVER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_MOVE_POPOVER);
  g_clear_object (&self->current);

  G_OBJECT_CLASS (callboard_move_popover_parent_class)->dispose (object);
}

static void
callboard_move_popover_class_init (CallboardMovePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = callboard_move_popover_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, CALLBOARD_TYPE_STAGE);

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/board/callboard-move-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardMovePopover, entry);
  gtk_widget_class_bind_template_child (widget_class, CallboardMovePopover, list);
  gtk_widget_class_bind_template_child (widget_class, CallboardMovePopover, title);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search_cb);
}

static void
callboard_move_popover_init (CallboardMovePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
callboard_move_popover_new (GListModel     *stages,
                            CallboardStage *current,
                            gboolean        without_sending)
{
  CallboardMovePopover *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (stages), NULL);

  self = g_object_new (CALLBOARD_TYPE_MOVE_POPOVER, NULL);
  g_set_object (&self->current, current);
  self->without_sending = without_sending;

  gtk_label_set_label (GTK_LABEL (self->title), without_sending ? _("Move without sending to") : _("Move to"));
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), filter_row, self, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (stages); i++)
    {
      g_autoptr(CallboardStage) stage = g_list_model_get_item (stages, i);

      gtk_list_box_append (GTK_LIST_BOX (self->list), create_row (self, stage));
    }

  select_first (self);

  return GTK_WIDGET (self);
}

gboolean
callboard_move_popover_get_without_sending (CallboardMovePopover *self)
{
  g_return_val_if_fail (CALLBOARD_IS_MOVE_POPOVER (self), FALSE);

  return self->without_sending;
}
