/* callboard-window-moves.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-error.h"
#include "callboard-queries-undo.h"
#include "callboard-settings.h"
#include "callboard-window-private.h"

/* A move that is under way or was refused: all that is needed to do it otherwise. */
typedef struct
{
  CallboardWindow    *window;
  GArray             *applications;
  gint64              stage;
  gint64              before;
  CallboardMoveFlags  flags;
} Move;

static Move *
move_new (CallboardWindow    *window,
          const gint64       *applications,
          guint               n_applications,
          gint64              stage,
          gint64              before,
          CallboardMoveFlags  flags)
{
  Move *move = g_new0 (Move, 1);

  move->window = g_object_ref (window);
  move->applications = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_applications);
  g_array_append_vals (move->applications, applications, n_applications);
  move->stage = stage;
  move->before = before;
  move->flags = flags;

  return move;
}

static void
move_free (Move *move)
{
  g_clear_object (&move->window);
  g_clear_pointer (&move->applications, g_array_unref);
  g_free (move);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Move, move_free)

static const gint64 *
get_ids (const Move *move)
{
  return (const gint64 *) (gpointer) move->applications->data;
}

static const char *
get_stage_name (CallboardWindow *self,
                gint64           stage)
{
  CallboardStage *found = callboard_window_find_stage (self, stage);

  return found != NULL ? callboard_stage_get_row (found)->name : "";
}

static char *
describe_move (const Move                *move,
               const CallboardMoveResult *result)
{
  const char *stage = get_stage_name (move->window, move->stage);

  if (result->n_moved == 1)
    /* Translators: a card; %s is a stage */
    return g_strdup_printf (_("Moved to %s"), stage);

  return g_strdup_printf (ngettext ("%'u card moved to %s", "%'u cards moved to %s", result->n_moved),
                          result->n_moved, stage);
}

void
callboard_window_announce (CallboardWindow           *self,
                           const char                *what,
                           const CallboardMoveResult *result)
{
  g_autoptr(AdwToast) toast = NULL;

  g_return_if_fail (CALLBOARD_IS_WINDOW (self));

  toast = callboard_move_toast_create (self->move_toast, what, result);
  callboard_shell_add_toast (self->shell, g_steal_pointer (&toast));
}

static void
on_refusal_answered_cb (AdwMessageDialog *dialog,
                        const char       *response,
                        Move             *move)
{
  CallboardWindow *self = move->window;

  g_assert (CALLBOARD_IS_WINDOW (self));

  if (g_str_equal (response, "edit"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-campaign", "x", move->stage);
  else if (g_str_equal (response, "move"))
    callboard_window_move (self, get_ids (move), move->applications->len, move->stage, move->before,
                           CALLBOARD_MOVE_WITHOUT_SENDING);
}

static void
free_move_cb (gpointer  data,
              GClosure *closure)
{
  move_free (data);
}

static void
show_refusal (Move       *move,
              const char *reason)
{
  g_autofree char *heading = g_strdup_printf (_("“%s” Cannot Send Yet"), get_stage_name (move->window, move->stage));
  /* Translators: why a campaign cannot be sent */
  g_autofree char *body = g_strdup_printf (g_str_has_suffix (reason, ".") ? "%s" : _("%s."), reason);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (move->window), heading, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("_Cancel"),
                                    "move", _("_Move without Sending"),
                                    "edit", _("_Edit Campaign"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "edit", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "edit");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_refusal_answered_cb), move, free_move_cb, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Cards that should go into @stage, which cannot send: says why, and offers the two ways on. */
void
callboard_window_refuse (CallboardWindow *self,
                         const gint64    *applications,
                         guint            n_applications,
                         CallboardStage  *stage)
{
  g_return_if_fail (CALLBOARD_IS_WINDOW (self));
  g_return_if_fail (CALLBOARD_IS_STAGE (stage));

  show_refusal (move_new (self, applications, n_applications, callboard_stage_get_id (stage), 0,
                          CALLBOARD_MOVE_DEFAULT),
                callboard_stage_get_row (stage)->reason);
}

static void
on_moved_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(Move) move = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardCommand) command = NULL;
  const CallboardMoveResult *moved;
  g_autofree char *what = NULL;

  command = callboard_store_execute_finish (CALLBOARD_STORE (object), result, &error);
  if (g_error_matches (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_READY))
    {
      show_refusal (g_steal_pointer (&move), error->message);
      return;
    }
  if (command == NULL)
    {
      callboard_window_report (move->window, error);
      return;
    }

  /* Who only puts cards in another order is not told that nothing is sent. */
  moved = callboard_move_command_get_result (command);
  if (moved->n_moved == 0 || moved->n_skipped[CALLBOARD_SKIP_SAME_STAGE] == moved->n_moved)
    return;

  what = describe_move (move, moved);
  callboard_window_announce (move->window, what, moved);
}

/* The drop that a move to where the cards came from takes back, or 0. */
static gint64
find_way_back (CallboardWindow *self,
               const Move      *move)
{
  CallboardDb *db = callboard_store_get_reader (self->store);
  gint64 now = callboard_clock_now (callboard_store_get_clock (self->store));
  gint64 since = now - callboard_settings_get_time (db, CALLBOARD_SETTING_UNDO_ONE);
  g_autoptr(GError) error = NULL;
  gint64 batch = 0;

  if (move->flags != CALLBOARD_MOVE_DEFAULT)
    return 0;

  if (!callboard_queries_find_way_back (db, get_ids (move), move->applications->len, move->stage, since, &batch, &error))
    g_warning ("Could not read the last moves: %s", error->message);

  return batch;
}

void
callboard_window_move (CallboardWindow    *self,
                       const gint64       *applications,
                       guint               n_applications,
                       gint64              stage,
                       gint64              before,
                       CallboardMoveFlags  flags)
{
  g_autoptr(CallboardCommand) command = NULL;
  g_autoptr(Move) move = NULL;
  gint64 batch;

  g_return_if_fail (CALLBOARD_IS_WINDOW (self));

  if (n_applications == 0)
    return;

  move = move_new (self, applications, n_applications, stage, before, flags);
  batch = find_way_back (self, move);
  if (batch != 0)
    {
      callboard_window_undo (self, batch);
      return;
    }

  command = callboard_move_command_new (applications, n_applications, stage, before, flags);
  callboard_store_execute_async (self->store, command, NULL, on_moved_cb, g_steal_pointer (&move));
}

