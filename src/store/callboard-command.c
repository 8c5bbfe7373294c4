/* callboard-command.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-command.h"

struct _CallboardCommand
{
  GObject           parent_instance;

  const char       *name;
  CallboardExecute  execute;
  gpointer          data;
  GDestroyNotify    free_data;
};

G_DEFINE_FINAL_TYPE (CallboardCommand, callboard_command, G_TYPE_OBJECT)

static void
callboard_command_finalize (GObject *object)
{
  CallboardCommand *self = CALLBOARD_COMMAND (object);

  g_clear_pointer (&self->data, self->free_data);

  G_OBJECT_CLASS (callboard_command_parent_class)->finalize (object);
}

static void
callboard_command_class_init (CallboardCommandClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = callboard_command_finalize;
}

static void
callboard_command_init (CallboardCommand *self)
{
}

CallboardCommand *
callboard_command_new (const char       *name,
                       CallboardExecute  execute,
                       gpointer          data,
                       GDestroyNotify    free_data)
{
  CallboardCommand *self;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (execute != NULL, NULL);
  g_return_val_if_fail (free_data != NULL, NULL);

  self = g_object_new (CALLBOARD_TYPE_COMMAND, NULL);
  self->name = name;
  self->execute = execute;
  self->data = data;
  self->free_data = free_data;

  return self;
}

gpointer
callboard_command_get_data (CallboardCommand *self)
{
  g_return_val_if_fail (CALLBOARD_IS_COMMAND (self), NULL);

  return self->data;
}

const char *
callboard_command_get_name (CallboardCommand *self)
{
  g_return_val_if_fail (CALLBOARD_IS_COMMAND (self), NULL);

  return self->name;
}

gboolean
callboard_command_execute (CallboardCommand  *self,
                           CallboardDb       *db,
                           gint64             now,
                           CallboardChanges  *changes,
                           GError           **error)
{
  g_return_val_if_fail (CALLBOARD_IS_COMMAND (self), FALSE);

  if (!callboard_db_run (db, error, "BEGIN IMMEDIATE", ""))
    return FALSE;

  if (self->execute (self->data, db, now, changes, error) &&
      callboard_db_run (db, error, "COMMIT", ""))
    return TRUE;

  /* A fault such as a full disk has already rolled back; then this only fails. */
  callboard_db_run (db, NULL, "ROLLBACK", "");

  return FALSE;
}

