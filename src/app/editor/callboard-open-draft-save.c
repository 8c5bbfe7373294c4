/* callboard-open-draft-save.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-draft-document.h"
#include "callboard-office.h"
#include "callboard-open-draft-private.h"

/* How long after the last edit it is saved, milliseconds. */
#define SAVE_DELAY 400

static void
set_saved (CallboardOpenDraft *self,
           gboolean            saved)
{
  if (self->saved == saved)
    return;

  self->saved = saved;
  callboard_open_draft_notify (self, PROP_SAVED);
}

static void
on_saved_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(CallboardOpenDraft) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardCommand) command = callboard_store_execute_finish (CALLBOARD_STORE (object), result, &error);

  self->writing--;
  if (self->draft == NULL)
    return;

  /* What could not be written is written with the next edit, or when the window closes. */
  if (command == NULL)
    {
      g_clear_pointer (&self->written, g_free);
      callboard_open_draft_fail (self, error);
      return;
    }

  set_saved (self, self->save_source == 0 && self->writing == 0);
  callboard_open_draft_reload (self);
}

void
callboard_open_draft_save (CallboardOpenDraft *self)
{
  g_autoptr(CallboardCommand) command = NULL;
  g_autofree char *document = NULL;

  g_return_if_fail (CALLBOARD_IS_OPEN_DRAFT (self));

  if (self->saved || self->draft == NULL)
    return;

  g_clear_handle_id (&self->save_source, g_source_remove);
  document = callboard_draft_to_document (self->draft);
  if (g_strcmp0 (document, self->written) == 0)
    {
      set_saved (self, self->writing == 0);
      callboard_open_draft_queue_check (self);
      return;
    }

  g_free (self->written);
  self->written = g_steal_pointer (&document);
  command = callboard_save_draft_command_new (self->campaign, self->written);

  self->writing++;
  callboard_store_execute_async (self->store, command, NULL, on_saved_cb, g_object_ref (self));
}

static gboolean
save_cb (gpointer user_data)
{
  CallboardOpenDraft *self = user_data;

  self->save_source = 0;
  callboard_open_draft_save (self);

  return G_SOURCE_REMOVE;
}

void
callboard_open_draft_queue_save (CallboardOpenDraft *self)
{
  g_clear_handle_id (&self->save_source, g_source_remove);
  self->save_source = g_timeout_add (SAVE_DELAY, save_cb, self);
  set_saved (self, FALSE);
}

/* What another part of the program wrote becomes one step that can be undone, so that nothing typed here is lost. */
static void
adopt (CallboardOpenDraft *self,
       const char         *document)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardDraft) other = callboard_draft_from_document (document, &error);

  g_free (self->written);
  self->written = g_strdup (document);

  if (other != NULL)
    callboard_draft_adopt (self->draft, other, _("Change from Elsewhere"));
  else
    callboard_open_draft_fail (self, error);
}

void
callboard_open_draft_reload (CallboardOpenDraft *self)
{
  g_autoptr(CallboardCampaignRow) row = NULL;
  g_autoptr(GError) error = NULL;

  /* What was written last may come back when the store has closed. */
  if (self->writing > 0 || callboard_store_get_reader (self->store) == NULL)
    return;

  row = callboard_queries_load_campaign (callboard_store_get_reader (self->store), self->stage, &error);
  if (row == NULL || row->id != self->campaign)
    return;

  callboard_open_draft_take_row (self, row);
  if (self->written != NULL && g_strcmp0 (row->draft, self->written) != 0)
    adopt (self, row->draft);
  callboard_open_draft_queue_check (self);
}

static void
on_published_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  CallboardOpenDraft *self = g_task_get_source_object (task);
  g_autoptr(CallboardCommand) command = NULL;
  GError *error = NULL;

  self->writing--;
  command = callboard_store_execute_finish (CALLBOARD_STORE (object), result, &error);
  if (command == NULL)
    {
      g_clear_pointer (&self->written, g_free);
      g_task_return_error (task, error);
      return;
    }

  set_saved (self, self->save_source == 0 && self->writing == 0);
  callboard_open_draft_reload (self);
  callboard_open_draft_check (self);
  g_task_return_boolean (task, TRUE);
}

void
callboard_open_draft_publish_async (CallboardOpenDraft  *self,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_autoptr(CallboardCommand) command = NULL;
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CALLBOARD_IS_OPEN_DRAFT (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, callboard_open_draft_publish_async);
  g_clear_handle_id (&self->save_source, g_source_remove);
  g_free (self->written);
  self->written = callboard_draft_to_document (self->draft);
  self->writing++;
  command = callboard_publish_command_new (self->stage, self->written);
  callboard_store_execute_async (self->store, command, NULL, on_published_cb, g_steal_pointer (&task));
}

gboolean
callboard_open_draft_publish_finish (CallboardOpenDraft  *self,
                                     GAsyncResult        *result,
                                     GError             **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
