/* callboard-column-view-recycle.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-column-view-private.h"

/* Rows beyond each edge that exist, so that a slow scroll binds a card before it comes into sight. */
#define MARGIN 1

static void
get_range (CallboardColumnView *self,
           guint               *first,
           guint               *last)
{
  guint n = callboard_column_view_get_n_items (self);
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  int above = -callboard_column_view_get_row_y (self, 0);

  *first = *last = 0;

  if (n == 0 || self->row_height == 0 || height <= 0)
    return;

  *first = MIN (MAX (above / self->row_height - MARGIN, 0), (int) n - 1);
  *last = MIN (MAX ((above + height) / self->row_height + 1 + MARGIN, 0), (int) n);
}

/* Takes the card that shows @id out of @cards. */
static CallboardCard *
take_by_id (GPtrArray *cards,
            gint64     id)
{
  for (guint i = 0; i < cards->len; i++)
    {
      CallboardCard *card = g_ptr_array_index (cards, i);

      if (callboard_card_get_id (card) == id)
        {
          g_ptr_array_remove_index_fast (cards, i);
          return card;
        }
    }

  return NULL;
}

static CallboardCard *
take_any (CallboardColumnView *self,
          GPtrArray           *cards)
{
  GtkWidget *card;

  if (cards->len > 0)
    return g_ptr_array_steal_index_fast (cards, cards->len - 1);

  if (self->spare->len > 0)
    return g_ptr_array_steal_index_fast (self->spare, self->spare->len - 1);

  card = callboard_card_new (self->state);
  gtk_widget_set_parent (card, GTK_WIDGET (self));

  return CALLBOARD_CARD (card);
}

/* Everything that could be used again, the card out of sight included. */
static GPtrArray *
steal_cards (CallboardColumnView *self)
{
  GPtrArray *cards = g_steal_pointer (&self->cards);

  if (self->stray != NULL)
    g_ptr_array_add (cards, g_steal_pointer (&self->stray));

  self->cards = g_ptr_array_new ();

  return cards;
}

/* The card with the focus must not become another person's card under the user's fingers. */
static void
keep_focused (CallboardColumnView *self,
              GPtrArray           *cards)
{
  GtkWidget *focused = gtk_widget_get_focus_child (GTK_WIDGET (self));
  guint position;

  if (focused == NULL || !g_ptr_array_find (cards, focused, NULL))
    return;

  if (!callboard_application_list_find (self->list, callboard_card_get_id (CALLBOARD_CARD (focused)), &position))
    return;

  g_ptr_array_remove_fast (cards, focused);
  self->stray = CALLBOARD_CARD (focused);
  callboard_card_set_place (self->stray, self->stage_name, position, callboard_column_view_get_n_items (self));
}

static void
bind_card (CallboardColumnView *self,
           CallboardCard       *card,
           guint                position)
{
  g_autoptr(CallboardApplication) application = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  callboard_card_set_limits (card, self->stale_days, self->late_days);
  callboard_card_set_place (card, self->stage_name, position, callboard_column_view_get_n_items (self));
  callboard_card_set_application (card, application);
  gtk_widget_set_visible (GTK_WIDGET (card), TRUE);
}

static void
put_away (CallboardColumnView *self,
          GPtrArray           *cards)
{
  for (guint i = 0; i < cards->len; i++)
    {
      CallboardCard *card = g_ptr_array_index (cards, i);

      callboard_card_set_application (card, NULL);
      gtk_widget_set_visible (GTK_WIDGET (card), FALSE);
      g_ptr_array_add (self->spare, card);
    }
}

/* Screen readers walk the children in the order of the tree. */
static void
order_children (CallboardColumnView *self)
{
  GtkWidget *previous = NULL;

  for (guint i = 0; i < self->cards->len; i++)
    {
      GtkWidget *card = g_ptr_array_index (self->cards, i);

      if (gtk_widget_get_prev_sibling (card) != previous)
        gtk_widget_insert_after (card, GTK_WIDGET (self), previous);

      previous = card;
    }
}

static void
note_anchor (CallboardColumnView *self)
{
  int above = MAX (-callboard_column_view_get_row_y (self, 0), 0);

  self->anchor = self->row_height ? (above + self->row_height - 1) / self->row_height : 0;
  self->anchor_id = self->list ? callboard_application_list_get_id (self->list, self->anchor) : 0;
}

gboolean
callboard_column_view_needs_rebind (CallboardColumnView *self)
{
  guint first;
  guint last;

  get_range (self, &first, &last);

  return first != self->first_position || last - first != self->cards->len;
}

void
callboard_column_view_rebind (CallboardColumnView *self)
{
  g_autoptr(GPtrArray) old = steal_cards (self);
  guint last;

  /* The first card of an empty column has to be there at once, to take the focus. */
  if (self->row_height == 0)
    callboard_column_view_update_row_height (self);

  get_range (self, &self->first_position, &last);

  for (guint i = self->first_position; i < last; i++)
    g_ptr_array_add (self->cards, take_by_id (old, callboard_application_list_get_id (self->list, i)));

  if (self->list != NULL)
    keep_focused (self, old);

  for (guint i = 0; i < self->cards->len; i++)
    {
      if (g_ptr_array_index (self->cards, i) == NULL)
        g_ptr_array_index (self->cards, i) = take_any (self, old);

      bind_card (self, g_ptr_array_index (self->cards, i), self->first_position + i);
    }

  put_away (self, old);
  order_children (self);
  note_anchor (self);
}

void
callboard_column_view_drop_cards (CallboardColumnView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);

  g_ptr_array_set_size (self->cards, 0);
  g_ptr_array_set_size (self->spare, 0);
  self->stray = NULL;
}
