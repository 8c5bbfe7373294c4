/* callboard-column-view.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-column-view.h"

#include "callboard-board-private.h"
#include "callboard-column-view-private.h"

G_DEFINE_FINAL_TYPE_WITH_CODE (CallboardColumnView, callboard_column_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

typedef enum
{
  PROP_HADJUSTMENT = 1,
  PROP_HSCROLL_POLICY,
  PROP_VADJUSTMENT,
  PROP_VSCROLL_POLICY,
} CallboardColumnViewProps;

static gint64
get_focused_id (CallboardColumnView *self)
{
  GtkWidget *focused = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return CALLBOARD_IS_CARD (focused) ? callboard_card_get_id (CALLBOARD_CARD (focused)) : 0;
}

/* Where the first card in sight stands now, so that changes above it do not move what the user reads. At the very top
 * the user wants to see what comes in. A reorder of as many cards moves nothing. */
static guint
follow_anchor (CallboardColumnView *self,
               guint                position,
               guint                removed,
               guint                added)
{
  guint found;

  if (position > self->anchor || removed == added || gtk_adjustment_get_value (self->vadjustment) == 0)
    return self->anchor;

  if (position + removed <= self->anchor)
    return self->anchor - removed + added;

  if (callboard_application_list_find (self->list, self->anchor_id, &found))
    return found;

  return self->anchor;
}

static void
rebind (CallboardColumnView *self)
{
  callboard_column_view_rebind (self);

  /* The first card of all is made when its size is asked for. */
  if (self->row_height == 0)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  else
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
on_items_changed_cb (CallboardColumnView *self,
                     guint                position,
                     guint                removed,
                     guint                added)
{
  gint64 focused_id = get_focused_id (self);

  g_assert (CALLBOARD_IS_COLUMN_VIEW (self));

  if (self->vadjustment != NULL)
    {
      double shift = (double) follow_anchor (self, position, removed, added) - self->anchor;

      callboard_column_view_configure (self, gtk_adjustment_get_value (self->vadjustment) + shift * self->row_height);
    }

  rebind (self);
  callboard_column_view_follow_cursor (self, focused_id);
}

static void
on_value_changed_cb (CallboardColumnView *self)
{
  g_assert (CALLBOARD_IS_COLUMN_VIEW (self));

  if (!self->configuring)
    rebind (self);
}

static void
on_state_changed_cb (CallboardColumnView *self)
{
  g_assert (CALLBOARD_IS_COLUMN_VIEW (self));

  for (guint i = 0; i < self->cards->len; i++)
    callboard_card_update_state (g_ptr_array_index (self->cards, i));

  if (self->stray != NULL)
    callboard_card_update_state (self->stray);
}

static void
set_adjustment (CallboardColumnView  *self,
                GtkAdjustment       **field,
                GtkAdjustment        *adjustment)
{
  if (*field == adjustment)
    return;

  if (*field != NULL)
    g_signal_handlers_disconnect_by_func (*field, on_value_changed_cb, self);

  g_set_object (field, adjustment);

  if (adjustment != NULL && field == &self->vadjustment)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (on_value_changed_cb), self, G_CONNECT_SWAPPED);

  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
callboard_column_view_dispose (GObject *object)
{
  CallboardColumnView *self = CALLBOARD_COLUMN_VIEW (object);

  callboard_column_view_drop_cards (self);
  set_adjustment (self, &self->hadjustment, NULL);
  set_adjustment (self, &self->vadjustment, NULL);
  g_clear_object (&self->list);
  g_clear_object (&self->state);

  G_OBJECT_CLASS (callboard_column_view_parent_class)->dispose (object);
}

static void
callboard_column_view_finalize (GObject *object)
{
  CallboardColumnView *self = CALLBOARD_COLUMN_VIEW (object);

  g_clear_pointer (&self->cards, g_ptr_array_unref);
  g_clear_pointer (&self->spare, g_ptr_array_unref);
  g_clear_pointer (&self->stage_name, g_free);

  G_OBJECT_CLASS (callboard_column_view_parent_class)->finalize (object);
}

static void
callboard_column_view_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  CallboardColumnView *self = CALLBOARD_COLUMN_VIEW (object);

  switch ((CallboardColumnViewProps) prop_id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->hscroll_policy);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->vscroll_policy);
      break;
    }
}

static void
callboard_column_view_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  CallboardColumnView *self = CALLBOARD_COLUMN_VIEW (object);

  switch ((CallboardColumnViewProps) prop_id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, &self->hadjustment, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->hscroll_policy = g_value_get_enum (value);
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, &self->vadjustment, g_value_get_object (value));
      break;
    case PROP_VSCROLL_POLICY:
      self->vscroll_policy = g_value_get_enum (value);
      break;
    }
}

static void
callboard_column_view_class_init (CallboardColumnViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_column_view_dispose;
  object_class->finalize = callboard_column_view_finalize;
  object_class->get_property = callboard_column_view_get_property;
  object_class->set_property = callboard_column_view_set_property;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  callboard_column_view_class_init_layout (widget_class);
  callboard_column_view_class_init_focus (widget_class);
  callboard_board_class_init_keys (widget_class);

  gtk_widget_class_set_css_name (widget_class, "columnview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
callboard_column_view_init (CallboardColumnView *self)
{
  self->cards = g_ptr_array_new ();
  self->spare = g_ptr_array_new ();
  self->marker = -1;

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
callboard_column_view_new (CallboardBoardState *state)
{
  CallboardColumnView *self;

  g_return_val_if_fail (CALLBOARD_IS_BOARD_STATE (state), NULL);

  self = g_object_new (CALLBOARD_TYPE_COLUMN_VIEW, NULL);
  self->state = g_object_ref (state);
  g_signal_connect_object (state, "changed", G_CALLBACK (on_state_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

CallboardApplicationList *
callboard_column_view_get_list (CallboardColumnView *self)
{
  g_return_val_if_fail (CALLBOARD_IS_COLUMN_VIEW (self), NULL);

  return self->list;
}

void
callboard_column_view_set_list (CallboardColumnView      *self,
                                CallboardApplicationList *list)
{
  g_return_if_fail (CALLBOARD_IS_COLUMN_VIEW (self));

  if (self->list == list)
    return;

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_func (self->list, on_items_changed_cb, self);

  g_set_object (&self->list, list);
  self->cursor_id = 0;
  self->cursor = 0;

  if (list != NULL)
    g_signal_connect_object (list, "items-changed", G_CALLBACK (on_items_changed_cb), self, G_CONNECT_SWAPPED);

  rebind (self);
}

void
callboard_column_view_set_stage_name (CallboardColumnView *self,
                                      const char          *name)
{
  g_return_if_fail (CALLBOARD_IS_COLUMN_VIEW (self));

  g_free (self->stage_name);
  self->stage_name = g_strdup (name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  rebind (self);
}

void
callboard_column_view_set_limits (CallboardColumnView *self,
                                  guint                stale_days,
                                  guint                late_days)
{
  g_return_if_fail (CALLBOARD_IS_COLUMN_VIEW (self));

  if (self->stale_days == stale_days && self->late_days == late_days)
    return;

  self->stale_days = stale_days;
  self->late_days = late_days;
  rebind (self);
}

void
callboard_column_view_update_times (CallboardColumnView *self)
{
  g_return_if_fail (CALLBOARD_IS_COLUMN_VIEW (self));

  for (guint i = 0; i < self->cards->len; i++)
    callboard_card_update_times (g_ptr_array_index (self->cards, i));

  if (self->stray != NULL)
    callboard_card_update_times (self->stray);
}
