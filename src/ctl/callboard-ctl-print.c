/* callboard-ctl-print.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-ctl.h"

#include <glib/gi18n.h>

#include "callboard-json.h"

#define MAX_WIDTH 60

static void
print_json (JsonNode *node)
{
  g_autofree char *text = callboard_json_write (node, TRUE);

  g_print ("%s\n", text);
}

static char *
get_cell (JsonObject *row,
          const char *member)
{
  JsonNode *node = json_object_get_member (row, member);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return g_strdup ("");

  if (json_node_get_value_type (node) == G_TYPE_STRING)
    {
      char *text = g_strdup (json_node_get_string (node));

      g_strdelimit (text, "\n", ' ');
      return text;
    }

  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? _("yes") : "");

  return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
}

static char *
shorten (char *cell)
{
  if (g_utf8_strlen (cell, -1) > MAX_WIDTH)
    {
      g_autofree char *whole = cell;
      g_autofree char *part = g_utf8_substring (whole, 0, MAX_WIDTH - 1);

      return g_strconcat (part, "…", NULL);
    }

  return cell;
}

static void
append_cell (GString    *table,
             const char *cell,
             glong       width,
             gboolean    last)
{
  g_string_append (table, cell);
  if (last)
    return;

  for (glong i = g_utf8_strlen (cell, -1); i < width + 2; i++)
    g_string_append_c (table, ' ');
}

static void
append_row (GString   *table,
            GPtrArray *cells,
            guint      row,
            guint      n_columns,
            glong     *widths)
{
  for (guint i = 0; i < n_columns; i++)
    append_cell (table, g_ptr_array_index (cells, row * n_columns + i), widths[i], i + 1 == n_columns);

  while (table->len > 0 && table->str[table->len - 1] == ' ')
    g_string_truncate (table, table->len - 1);
  g_string_append_c (table, '\n');
}

/* Rows under aligned titles, for people; nothing for no rows. */
char *
callboard_ctl_table (JsonArray                *rows,
                     const CallboardCtlColumn *columns)
{
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  guint n_rows = json_array_get_length (rows);
  GString *table = g_string_new (NULL);
  glong widths[16] = { 0 };
  guint n_columns = 0;

  for (; columns[n_columns].member != NULL; n_columns++)
    g_ptr_array_add (cells, g_strdup (_(columns[n_columns].title)));
  g_assert (n_columns <= G_N_ELEMENTS (widths));

  for (guint row = 0; row < n_rows; row++)
    for (guint i = 0; i < n_columns; i++)
      g_ptr_array_add (cells, shorten (get_cell (json_array_get_object_element (rows, row), columns[i].member)));

  for (guint i = 0; i < cells->len; i++)
    widths[i % n_columns] = MAX (widths[i % n_columns], g_utf8_strlen (g_ptr_array_index (cells, i), -1));

  for (guint row = 0; n_rows > 0 && row <= n_rows; row++)
    append_row (table, cells, row, n_columns, widths);

  return g_string_free (table, FALSE);
}

void
callboard_ctl_print_rows (CallboardCtl             *ctl,
                          JsonArray                *rows,
                          const CallboardCtlColumn *columns)
{
  g_autoptr(JsonNode) node = json_node_init_array (json_node_alloc (), rows);
  g_autofree char *table = NULL;

  if (ctl->json)
    print_json (node);
  else
    g_print ("%s", table = callboard_ctl_table (rows, columns));

  json_array_unref (rows);
}

void
callboard_ctl_print_object (CallboardCtl *ctl,
                            JsonObject   *object,
                            const char   *sentence)
{
  g_autoptr(JsonNode) node = json_node_init_object (json_node_alloc (), object);

  if (ctl->json)
    print_json (node);
  else if (sentence != NULL)
    g_print ("%s\n", sentence);

  json_object_unref (object);
}

void
callboard_ctl_set_text (JsonObject *object,
                        const char *member,
                        const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, member, text);
  else
    json_object_set_null_member (object, member);
}

/* 0 is no time. */
void
callboard_ctl_set_time (JsonObject *object,
                        const char *member,
                        gint64      at)
{
  g_autoptr(GDateTime) utc = at != 0 ? g_date_time_new_from_unix_utc (at / G_USEC_PER_SEC) : NULL;
  g_autofree char *text = utc != NULL ? g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ") : NULL;

  callboard_ctl_set_text (object, member, text);
}
