/* callboard-node-list-rows.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-node-list-private.h"

/* The rows of a list, and their nodes. */

static CallboardNodeRow *
get_row (CallboardNodeList *self,
         guint              position)
{
  return position < self->rows->len ? self->rows->pdata[position] : NULL;
}

CallboardNodeRow *
callboard_node_list_find_row (CallboardNodeList  *self,
                              CallboardDraftNode *node)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      if (callboard_node_row_get_node (self->rows->pdata[i]) == node)
        return self->rows->pdata[i];
    }

  return NULL;
}

void
callboard_node_list_focus_row (CallboardNodeList *self,
                               guint              position)
{
  CallboardNodeRow *row = get_row (self, position);
  CallboardField *field = NULL;

  if (row != NULL)
    field = callboard_node_row_find (row, callboard_node_row_get_node (row), NULL);
  if (field != NULL)
    callboard_field_focus (field);
}

static CallboardNodeRow *
take_spare (CallboardNodeList *self)
{
  CallboardNodeRow *row;

  if (self->spare->len > 0)
    return g_ptr_array_steal_index (self->spare, self->spare->len - 1);

  row = callboard_node_row_new (self->form, self->compact);
  gtk_box_append (self->list, GTK_WIDGET (row));

  return row;
}

/* Rows keep their node where they can, so that the focus and the cursor stay; others are used again. */
static GPtrArray *
keep_rows (CallboardNodeList *self,
           guint              n)
{
  GPtrArray *rows = g_ptr_array_new ();

  g_ptr_array_set_size (rows, n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(CallboardDraftNode) node = g_list_model_get_item (self->model, i);
      CallboardNodeRow *row = callboard_node_list_find_row (self, node);

      rows->pdata[i] = row;
      if (row != NULL)
        g_ptr_array_remove_fast (self->rows, row);
    }

  while (self->rows->len > 0)
    g_ptr_array_add (self->spare, g_ptr_array_steal_index (self->rows, self->rows->len - 1));

  return rows;
}

static void
fill_row (CallboardNodeList *self,
          GPtrArray         *rows,
          guint              position)
{
  g_autoptr(CallboardDraftNode) node = g_list_model_get_item (self->model, position);

  if (rows->pdata[position] == NULL)
    rows->pdata[position] = take_spare (self);
  gtk_widget_set_visible (rows->pdata[position], TRUE);
  if (callboard_node_row_get_node (rows->pdata[position]) != node)
    callboard_node_row_set_node (rows->pdata[position], node, self->compact || rows->len <= self->open);

  callboard_node_row_renumber (rows->pdata[position]);
  gtk_box_reorder_child_after (self->list, rows->pdata[position], position > 0 ? rows->pdata[position - 1] : NULL);
}

void
callboard_node_list_match (CallboardNodeList *self)
{
  guint n = self->model != NULL ? g_list_model_get_n_items (self->model) : 0;
  GPtrArray *rows;

  if (self->moving)
    return;

  rows = keep_rows (self, n);

  for (guint i = 0; i < n; i++)
    fill_row (self, rows, i);

  for (guint i = 0; i < self->spare->len; i++)
    {
      callboard_node_row_set_node (self->spare->pdata[i], NULL, FALSE);
      gtk_widget_set_visible (self->spare->pdata[i], FALSE);
    }

  g_ptr_array_unref (self->rows);
  self->rows = rows;
  gtk_widget_set_sensitive (GTK_WIDGET (self->add), n < self->most);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_menu), n < self->most);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
}
