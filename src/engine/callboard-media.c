/* callboard-media.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-media.h"

#include "callboard-clock.h"
#include "callboard-files.h"

#define MAX_WAIT (15 * CALLBOARD_SECOND)

gboolean
callboard_media_has_file (const char *hash,
                          gpointer    db)
{
  g_autofree char *directory = g_path_get_dirname (callboard_db_get_path (db));

  return callboard_files_has (directory, hash);
}

gboolean
callboard_media_insert (CallboardDb                *db,
                        gint64                      message,
                        const CallboardScriptFile  *file,
                        GError                    **error)
{
  return file == NULL ||
         callboard_db_run (db, error,
                           "INSERT INTO attachment (message_id, hash, size, type, name, source, state)"
                           " VALUES ($1, $2, $3, $4, $5, '', 'stored')",
                           "isiss", message, file->hash, file->size, file->media_type, file->name);
}

gboolean
callboard_media_load (CallboardDb     *db,
                      gint64           message,
                      CallboardMedia **media,
                      GError         **error)
{
  g_autoptr(GError) fault = NULL;
  g_autoptr(CallboardRows) rows =
    callboard_db_select (db, &fault,
                         "SELECT hash, name, type FROM attachment WHERE message_id = $1 AND hash IS NOT NULL LIMIT 1",
                         "i", message);

  *media = NULL;
  if (callboard_rows_next (rows, &fault))
    {
      *media = g_new0 (CallboardMedia, 1);
      (*media)->hash = callboard_rows_dup (rows, 0);
      (*media)->name = callboard_rows_dup (rows, 1);
      (*media)->type = callboard_rows_dup (rows, 2);
    }

  if (fault == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&fault));

  return FALSE;
}

gboolean
callboard_media_find_wait (CallboardDb  *db,
                           gint64        enrolment,
                           gint64        message,
                           gint64        now,
                           gint64       *until,
                           GError      **error)
{
  gint64 left_at = 0;

  *until = 0;
  if (!callboard_db_number (db, &left_at, error,
                            "SELECT max (m.claimed_at) FROM message m WHERE m.enrolment_id = $1 AND m.id < $2"
                            " AND m.direction = 'out' AND m.state IN ('accepted', 'sent') AND m.claimed_at > $3"
                            " AND EXISTS (SELECT 1 FROM attachment f WHERE f.message_id = m.id)",
                            "iii", enrolment, message, now - MAX_WAIT))
    return FALSE;

  if (left_at != 0)
    *until = left_at + MAX_WAIT;

  return TRUE;
}

/* Only what waits for this is due within that time: nothing else of a running conversation has a time ahead so near. */
gboolean
callboard_media_arrived (CallboardDb              *db,
                         const CallboardOutbound  *message,
                         gint64                    now,
                         GError                  **error)
{
  return message->enrolment == 0 ||
         callboard_db_run (db, error,
                           "UPDATE message SET due_at = $1 WHERE enrolment_id = $2 AND id > $3 AND state = 'waiting'"
                           " AND kind = 'step' AND attempt = 0 AND due_at > $1 AND due_at <= $4"
                           " AND EXISTS (SELECT 1 FROM attachment f WHERE f.message_id = $3)",
                           "iiii", now, message->enrolment, message->id, now + MAX_WAIT);
}
