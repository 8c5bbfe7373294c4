/* callboard-form-focus.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-form-private.h"
#include "callboard-place.h"

/* How much is seen around what has the focus, in pixels. */
#define SCROLL_MARGIN 90

/* What was opened has its place only after the next layout. */
static gboolean
scroll_cb (gpointer user_data)
{
  CallboardForm *self = user_data;
  GtkWidget *focus = self->root != NULL ? gtk_root_get_focus (self->root) : NULL;
  GtkWidget *content = gtk_widget_get_parent (GTK_WIDGET (self->stack));
  graphene_rect_t bounds;

  self->scroll_source = 0;
  if (focus != NULL && gtk_widget_is_ancestor (focus, content) && gtk_widget_compute_bounds (focus, content, &bounds))
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (self->scroller),
                               bounds.origin.y - SCROLL_MARGIN,
                               bounds.origin.y + bounds.size.height + SCROLL_MARGIN);

  return G_SOURCE_REMOVE;
}

gboolean
callboard_form_focus (CallboardForm      *self,
                      CallboardDraftNode *node,
                      const char         *member)
{
  CallboardDraftNode *place;
  CallboardField *field;
  const char *part;

  g_return_val_if_fail (CALLBOARD_IS_FORM (self), FALSE);
  g_return_val_if_fail (CALLBOARD_IS_DRAFT_NODE (node), FALSE);

  place = callboard_place_find (node, member, &part);
  callboard_form_show (self, place, part);
  field = callboard_field_set_find (self->page, node, member);
  if (field == NULL)
    field = callboard_field_set_find (self->page, self->node, NULL);
  if (field == NULL)
    return FALSE;

  callboard_field_focus (field);
  callboard_form_check (self);
  if (self->scroll_source == 0)
    self->scroll_source = g_idle_add (scroll_cb, self);

  return TRUE;
}

void
callboard_form_focus_first (CallboardForm *self)
{
  g_return_if_fail (CALLBOARD_IS_FORM (self));

  if (self->page != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->page));
}

void
callboard_form_check (CallboardForm *self)
{
  g_autoptr(CallboardFormMarks) marks = NULL;

  g_return_if_fail (CALLBOARD_IS_FORM (self));

  if (self->page == NULL)
    return;

  marks = callboard_form_marks_new (self->problems);
  callboard_field_set_check (self->page, marks);
}
