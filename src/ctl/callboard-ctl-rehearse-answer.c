/* callboard-ctl-rehearse-answer.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-ctl-rehearse-private.h"

#include <glib/gi18n.h>
#include <unistd.h>

#include "callboard-error.h"
#include "callboard-office.h"
#include "callboard-queries-phones.h"
#include "callboard-rehearsal.h"

static gboolean
attach (CallboardRehearse *self,
        const char *path)
{
  g_autoptr(CallboardEvent) event = g_new0 (CallboardEvent, 1);
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *content_type = g_content_type_guess (name, NULL, 0, NULL);
  g_autofree char *type = g_content_type_get_mime_type (content_type);

  if (!g_file_query_exists (file, NULL))
    return callboard_ctl_refuse (&self->trouble, CALLBOARD_ENGINE_ERROR_NOT_FOUND, _("There is no file “%s”."), path);

  event->kind = CALLBOARD_EVENT_MESSAGE;
  event->from = g_strdup (CALLBOARD_REHEARSE_PHONE);
  event->text = g_strdup ("");
  callboard_event_add_named_file (event, type, name, uri);
  callboard_rehearsal_write (callboard_context_get_rehearsal (self->story->context), event);

  return TRUE;
}

static gint64
read_distance (CallboardRehearse *self,
               const char *text)
{
  CallboardDb *db = callboard_ctl_get_reader (self->story->ctl);
  gint64 account = callboard_context_get_rehearsal_account (self->story->context);
  gint64 shift = 0, now, next = G_MAXINT64;
  char *unit;
  gint64 number = g_ascii_strtoll (text, &unit, 10);

  if (g_str_equal (unit, "h") || g_str_equal (unit, "d"))
    return number * (*unit == 'h' ? CALLBOARD_HOUR : CALLBOARD_DAY);

  callboard_db_number (db, &shift, NULL, "SELECT clock_shift FROM account WHERE id = $1", "i", account);
  now = callboard_clock_now (self->story->ctl->clock) + shift;
  if (g_str_equal (text, "next"))
    callboard_queries_next_event (db, account, now, &next, NULL, NULL);

  return next == G_MAXINT64 ? 0 : next - now;
}

static gboolean
move_clock (CallboardRehearse *self,
            const char *text)
{
  gint64 by = read_distance (self, text);
  g_autoptr(CallboardCommand) command = NULL;

  if (by <= 0)
    return callboard_ctl_refuse (&self->trouble, CALLBOARD_ENGINE_ERROR_INVALID,
                                 _("The clock cannot be moved by “%s”: say 2h, 1d, or next while something waits."), text);

  command = callboard_account_clock_command_new (callboard_context_get_rehearsal_account (self->story->context), by);
  callboard_story_tell (self->story, _("    [the clock moves: %s]"), text);

  return callboard_ctl_execute (self->story->ctl, command, &self->trouble);
}

gboolean
callboard_rehearse_answer (CallboardRehearse *self,
        const char *line)
{
  if (g_str_has_prefix (line, "/file "))
    return attach (self, line + strlen ("/file "));

  if (g_str_has_prefix (line, "/clock "))
    return move_clock (self, line + strlen ("/clock "));

  callboard_rehearsal_reply (callboard_context_get_rehearsal (self->story->context), CALLBOARD_REHEARSE_PHONE, line, NULL);

  return TRUE;
}

char *
callboard_rehearse_read_line (CallboardRehearse *self)
{
  char *line = NULL;
  size_t room = 0;

  if (self->typed && isatty (fileno (self->answers)))
    {
      g_print ("  ← ");
      fflush (stdout);
    }

  while (getline (&line, &room, self->answers) >= 0)
    {
      g_autofree char *text = g_utf8_make_valid (line, -1);

      g_strstrip (text);
      if (*text == '\0' || g_str_has_prefix (text, "# "))
        continue;

      free (line);
      return g_steal_pointer (&text);
    }

  free (line);

  return NULL;
}
