/* callboard-list-edit.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-list-edit.h"

gboolean
callboard_list_edit_can (GListStore *store,
                         gpointer    item,
                         int         by)
{
  guint position;

  g_return_val_if_fail (G_IS_LIST_STORE (store), FALSE);

  if (!g_list_store_find (store, item, &position))
    return FALSE;

  return by == 0 || ((int) position + by >= 0 && position + by < g_list_model_get_n_items (G_LIST_MODEL (store)));
}

/* The list makes new rows for what it is given anew. */
static void
focus_row (GtkListBox *list,
           int         position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, position);

  if (row == NULL && position > 0)
    row = gtk_list_box_get_row_at_index (list, position - 1);
  if (row != NULL && gtk_widget_get_focusable (GTK_WIDGET (row)))
    gtk_widget_grab_focus (GTK_WIDGET (row));
  else if (row != NULL)
    gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}

void
callboard_list_edit_move (GListStore *store,
                          gpointer    item,
                          int         by,
                          GtkWidget  *row)
{
  g_autoptr(GObject) kept = NULL;
  GtkListBox *list;
  guint position;

  g_return_if_fail (G_IS_LIST_STORE (store));
  g_return_if_fail (GTK_IS_WIDGET (row));

  if (!callboard_list_edit_can (store, item, by))
    return;

  kept = g_object_ref (item);
  list = GTK_LIST_BOX (gtk_widget_get_ancestor (row, GTK_TYPE_LIST_BOX));
  g_list_store_find (store, item, &position);
  gtk_widget_activate_action (row, "draft.touch", NULL);
  g_list_store_remove (store, position);
  if (by != 0)
    g_list_store_insert (store, position + by, kept);

  if (list != NULL)
    focus_row (list, position + by);
}
