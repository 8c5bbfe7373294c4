/* callboard-phone-view-place.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-phone-view-private.h"

/* What stays free above a message that is brought on the screen. */
#define MARGIN 36

gint64
callboard_phone_view_get_id (GtkWidget *row)
{
  return callboard_phone_message_get_text (g_object_get_data (G_OBJECT (row), "message"))->id;
}

static GtkWidget *
find_marked (CallboardPhoneView *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      if (GTK_IS_LIST_BOX_ROW (row) && callboard_phone_view_get_id (row) == self->marked)
        return row;
    }

  return NULL;
}

/* Whoever sees a message already is not moved, but for one that is higher than the phone. */
static void
scroll_to (CallboardPhoneView *self,
           GtkWidget          *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double value = gtk_adjustment_get_value (adjustment);
  graphene_rect_t place;

  if (!gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), &place))
    return;

  place.origin.y += self->upper - gtk_widget_get_height (GTK_WIDGET (self->list));
  if (place.origin.y >= value && place.origin.y + place.size.height <= value + self->page)
    return;

  gtk_adjustment_set_value (adjustment, CLAMP (place.origin.y - MARGIN, 0, MAX (self->upper - self->page, 0)));
}

static gboolean
reveal_cb (gpointer user_data)
{
  CallboardPhoneView *self = CALLBOARD_PHONE_VIEW (user_data);
  GtkWidget *row = find_marked (self);

  self->reveal_source = 0;
  if (row == NULL || gtk_widget_get_height (row) == 0)
    return G_SOURCE_REMOVE;

  self->reveals = FALSE;
  scroll_to (self, row);

  return G_SOURCE_REMOVE;
}

/* Rows have their places when the frame is drawn. */
static void
queue_reveal (CallboardPhoneView *self)
{
  if (self->reveals && self->reveal_source == 0)
    self->reveal_source = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, reveal_cb, self, NULL);
}

static gboolean
scroll_to_end_cb (gpointer user_data)
{
  CallboardPhoneView *self = CALLBOARD_PHONE_VIEW (user_data);

  self->scroll_source = 0;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), self->upper - self->page);

  return G_SOURCE_REMOVE;
}

/* What is new stands at the bottom, once it has a size, unless somebody reads further up. */
static void
on_size_changed_cb (CallboardPhoneView *self,
                    GParamSpec         *pspec,
                    GtkAdjustment      *adjustment)
{
  g_assert (CALLBOARD_IS_PHONE_VIEW (self));

  self->upper = gtk_adjustment_get_upper (adjustment);
  self->page = gtk_adjustment_get_page_size (adjustment);
  if (self->at_end && self->scroll_source == 0)
    self->scroll_source = g_idle_add (scroll_to_end_cb, self);
  queue_reveal (self);
}

/* The value also changes along with the size, before on_size_changed_cb(): that is nobody's scrolling. */
static void
on_scrolled_cb (CallboardPhoneView *self,
                GtkAdjustment      *adjustment)
{
  g_assert (CALLBOARD_IS_PHONE_VIEW (self));

  if (gtk_widget_get_visible (GTK_WIDGET (self->keys)) && gtk_adjustment_get_upper (adjustment) == self->upper &&
      gtk_adjustment_get_page_size (adjustment) == self->page)
    self->at_end = gtk_adjustment_get_value (adjustment) >= self->upper - self->page - 24;
}

void
callboard_phone_view_init_place (CallboardPhoneView *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);

  g_signal_connect_object (adjustment, "notify::upper", G_CALLBACK (on_size_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "notify::page-size", G_CALLBACK (on_size_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (on_scrolled_cb), self, G_CONNECT_SWAPPED);
}

void
callboard_phone_view_clear_place (CallboardPhoneView *self)
{
  g_clear_handle_id (&self->scroll_source, g_source_remove);
  g_clear_handle_id (&self->reveal_source, g_source_remove);
}

void
callboard_phone_view_show_mark (CallboardPhoneView *self,
                                GtkWidget          *row)
{
  if (self->marked != 0 && callboard_phone_view_get_id (row) == self->marked)
    gtk_widget_add_css_class (row, "marked");
  else
    gtk_widget_remove_css_class (row, "marked");
}

void
callboard_phone_view_mark (CallboardPhoneView *self,
                           gint64              id)
{
  GtkWidget *row;

  g_return_if_fail (CALLBOARD_IS_PHONE_VIEW (self));

  /* Whoever scrolls away while it is written stays there. */
  if (self->marked == id)
    return;

  row = self->marked != 0 ? find_marked (self) : NULL;
  self->marked = id;
  if (row != NULL)
    callboard_phone_view_show_mark (self, row);

  row = id != 0 ? find_marked (self) : NULL;
  if (row != NULL)
    callboard_phone_view_show_mark (self, row);

  self->reveals = id != 0;
  queue_reveal (self);
}
