/* callboard-resolve.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "callboard-error.h"
#include "callboard-message.h"
#include "callboard-outbox.h"

static gboolean
execute_recover (gpointer           data,
                 CallboardDb       *db,
                 gint64             now,
                 CallboardChanges  *changes,
                 GError           **error)
{
  callboard_changes_add (changes, CALLBOARD_CHANGED_OUTBOX | CALLBOARD_CHANGED_INBOX);

  return callboard_db_run (db, error, "UPDATE message SET state = 'unknown' WHERE state IN ('waiting', 'claimed')"
                           " AND state = 'claimed'", "");
}

CallboardCommand *
callboard_recover_command_new (void)
{
  return callboard_command_new ("recover", execute_recover, g_new0 (int, 1), g_free);
}

typedef struct
{
  gint64   message;
  gboolean arrived;
} Resolve;

static gboolean
send_again (CallboardDb        *db,
            CallboardOutbound  *message,
            gint64              now,
            CallboardChanges   *changes,
            GError            **error)
{
  gboolean moot;

  if (!callboard_outbound_is_moot (db, message, &moot, error))
    return FALSE;

  if (!moot)
    return callboard_outbound_put_back (db, message, 0, now, now, changes, error);

  g_set_error_literal (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_ALLOWED,
                       _("The campaign of this message has ended, or the person opted out. It is not sent again."));

  return FALSE;
}

static gboolean
execute_resolve (gpointer           data,
                 CallboardDb       *db,
                 gint64             real_now,
                 CallboardChanges  *changes,
                 GError           **error)
{
  Resolve *resolve = data;
  CallboardOutbound message;
  gboolean found;
  gint64 now;

  if (!callboard_outbound_load (db, resolve->message, &found, &message, error))
    return FALSE;

  if (!found || message.state != CALLBOARD_MESSAGE_UNKNOWN)
    {
      g_set_error_literal (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOTHING,
                           _("What became of this message is known by now."));
      return FALSE;
    }

  now = real_now + message.shift;
  if (resolve->arrived)
    return callboard_outbound_become (db, &message, CALLBOARD_MESSAGE_DELIVERED, now, changes, error);

  return send_again (db, &message, now, changes, error);
}

CallboardCommand *
callboard_resolve_command_new (gint64   message,
                               gboolean arrived)
{
  Resolve *resolve = g_new0 (Resolve, 1);

  resolve->message = message;
  resolve->arrived = arrived;

  return callboard_command_new ("resolve", execute_resolve, resolve, g_free);
}
