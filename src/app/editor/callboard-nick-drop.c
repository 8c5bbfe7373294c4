/* callboard-nick-drop.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-nick-drop.h"

#define NICKS "callboard-nicks"

static GPtrArray *
get_nicks (GtkDropDown *drop)
{
  return g_object_get_data (G_OBJECT (drop), NICKS);
}

static gboolean
is_same (GtkDropDown *drop,
         GPtrArray   *nicks,
         GPtrArray   *labels)
{
  GListModel *model = gtk_drop_down_get_model (drop);
  GPtrArray *old = get_nicks (drop);

  if (old == NULL || old->len != nicks->len)
    return FALSE;

  for (guint i = 0; i < nicks->len; i++)
    {
      if (!g_str_equal (old->pdata[i], nicks->pdata[i]) ||
          !g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), i), labels->pdata[i]))
        return FALSE;
    }

  return TRUE;
}

void
callboard_nick_drop_set (GtkDropDown *drop,
                         GPtrArray   *nicks,
                         GPtrArray   *labels)
{
  g_autoptr(GPtrArray) owned = labels;
  g_autoptr(GtkStringList) model = NULL;

  g_return_if_fail (GTK_IS_DROP_DOWN (drop));
  g_return_if_fail (nicks->len == labels->len);

  if (is_same (drop, nicks, labels))
    {
      g_ptr_array_unref (nicks);
      return;
    }

  model = gtk_string_list_new (NULL);
  for (guint i = 0; i < labels->len; i++)
    gtk_string_list_append (model, labels->pdata[i]);
  g_object_set_data_full (G_OBJECT (drop), NICKS, nicks, (GDestroyNotify) g_ptr_array_unref);
  gtk_drop_down_set_model (drop, G_LIST_MODEL (model));
}

void
callboard_nick_drop_select (GtkDropDown *drop,
                            const char  *nick,
                            const char  *label)
{
  GPtrArray *nicks = get_nicks (drop);
  guint position;

  g_return_if_fail (nicks != NULL);
  g_return_if_fail (nick != NULL);

  if (!g_ptr_array_find_with_equal_func (nicks, nick, g_str_equal, &position))
    {
      position = nicks->len;
      g_ptr_array_add (nicks, g_strdup (nick));
      gtk_string_list_append (GTK_STRING_LIST (gtk_drop_down_get_model (drop)), label);
    }

  if (gtk_drop_down_get_selected (drop) != position)
    gtk_drop_down_set_selected (drop, position);
}

const char *
callboard_nick_drop_get (GtkDropDown *drop)
{
  GPtrArray *nicks = get_nicks (drop);
  guint selected = gtk_drop_down_get_selected (drop);

  return nicks != NULL && selected < nicks->len ? nicks->pdata[selected] : NULL;
}
