/* callboard-tray-load.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-tray-load.h"

static void
warn_if (const GError *error)
{
  if (error != NULL)
    g_warning ("Could not read the outbox: %s", error->message);
}

/* The rows are given away one by one, and what is left of them is the array. */
static GPtrArray *
give_away (GPtrArray *rows)
{
  if (rows == NULL)
    return g_ptr_array_new ();

  g_ptr_array_set_free_func (rows, NULL);

  return rows;
}

static GPtrArray *
load_rows (CallboardDb       *db,
           CallboardTrayPart  part,
           gint64             now)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *rows = callboard_queries_load_outbox (db, part, now, CALLBOARD_TRAY_MOST_ROWS, 0, &error);

  warn_if (error);

  return give_away (rows);
}

static GPtrArray *
load_groups (CallboardDb *db)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *groups = callboard_queries_load_groups (db, &error);

  warn_if (error);

  return give_away (groups);
}

/* The row of the message, which is given away, or NULL if it is not among the first. */
static CallboardOutboxRow *
take_row (GPtrArray *rows,
          gint64     message)
{
  for (guint i = 0; i < rows->len; i++)
    {
      CallboardOutboxRow *row = g_ptr_array_index (rows, i);

      if (row->message_id == message)
        return g_ptr_array_remove_index (rows, i);
    }

  return NULL;
}

static CallboardTrayItem *
create_drop (CallboardOutboxGroup *group,
             GPtrArray            *rows)
{
  CallboardOutboxRow *row = group->count == 1 ? take_row (rows, group->message_id) : NULL;
  CallboardTrayItem *item;

  if (row == NULL)
    return callboard_tray_item_new_drop (group);

  item = callboard_tray_item_new_message (row, group->batch);
  callboard_outbox_group_free (group);

  return item;
}

static GPtrArray *
wrap_messages (GPtrArray *rows)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (items, callboard_tray_item_new_message (rows->pdata[i], 0));

  return items;
}

GPtrArray *
callboard_tray_load_accounts (CallboardDb *db)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = give_away (callboard_queries_load_accounts (db, &error));

  warn_if (error);
  for (guint i = 0; i < rows->len; i++)
    {
      CallboardAccountRow *account = g_ptr_array_index (rows, i);

      if (g_str_equal (account->state, "paused"))
        g_ptr_array_add (items, callboard_tray_item_new_account (account));
      else
        callboard_account_row_free (account);
    }

  return items;
}

GPtrArray *
callboard_tray_load_messages (CallboardDb       *db,
                              CallboardTrayPart  part,
                              gint64             now)
{
  g_autoptr(GPtrArray) rows = load_rows (db, part, now);

  return wrap_messages (rows);
}

void
callboard_tray_load_waiting (CallboardDb  *db,
                             gint64        now,
                             GPtrArray   **drops,
                             GPtrArray   **messages)
{
  g_autoptr(GPtrArray) rows = load_rows (db, CALLBOARD_TRAY_WAITING, now);
  g_autoptr(GPtrArray) groups = load_groups (db);

  *drops = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < groups->len; i++)
    {
      CallboardOutboxGroup *group = g_ptr_array_index (groups, i);

      /* A drop that cannot be taken back is only its messages. */
      if (group->batch != 0)
        g_ptr_array_add (*drops, create_drop (group, rows));
      else
        callboard_outbox_group_free (group);
    }

  *messages = wrap_messages (rows);
}
