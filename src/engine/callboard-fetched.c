/* callboard-fetched.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-fetcher.h"

#include <glib/gi18n-lib.h>

#include "callboard-error.h"
#include "callboard-inbound.h"

/* What became of one file, or that it is wanted again. */
typedef struct
{
  gint64               attachment;
  CallboardParser      parser;
  CallboardStoredFile *file;
  char                *state;
  char                *reason;
  gint64               size;
} Fetched;

static void
fetched_free (gpointer data)
{
  Fetched *fetched = data;

  g_clear_pointer (&fetched->file, callboard_stored_file_free);
  g_free (fetched->state);
  g_free (fetched->reason);
  g_free (fetched);
}

static gboolean
tell (CallboardDb       *db,
      gint64             attachment,
      CallboardChanges  *changes,
      GError           **error)
{
  gint64 application = 0;

  if (!callboard_db_number (db, &application, error,
                            "SELECT m.application_id FROM attachment f JOIN message m ON m.id = f.message_id"
                            " WHERE f.id = $1", "i", attachment))
    return FALSE;

  callboard_changes_add (changes, CALLBOARD_CHANGED_CONVERSATIONS);
  if (application != 0)
    callboard_changes_add_application (changes, application);

  return TRUE;
}

/* The type is now what the bytes say; what the provider said is worth nothing more. */
static gboolean
store (CallboardDb  *db,
       Fetched      *fetched,
       GError      **error)
{
  const CallboardStoredFile *file = fetched->file;

  if (file == NULL)
    return callboard_db_run (db, error, "UPDATE attachment SET state = $1, reason = $2, size = nullif ($3, 0)"
                             " WHERE id = $4 AND state = 'fetching'",
                             "ssii", fetched->state, fetched->reason, fetched->size, fetched->attachment);

  return callboard_db_run (db, error,
                           "UPDATE attachment SET state = $1, reason = NULL, hash = $2, size = $3, type = $4"
                           " WHERE id = $5 AND state = 'fetching'",
                           "ssisi", fetched->state, file->hash, file->size, file->type, fetched->attachment);
}

static gboolean
hear (CallboardDb       *db,
      Fetched           *fetched,
      gint64             now,
      CallboardChanges  *changes,
      GError           **error)
{
  CallboardAccount account;
  gint64 candidate = 0;
  gint64 id = 0;

  return callboard_db_number (db, &candidate, error,
                              "SELECT m.candidate_id FROM attachment f JOIN message m ON m.id = f.message_id WHERE f.id = $1",
                              "i", fetched->attachment) &&
         callboard_db_number (db, &id, error,
                              "SELECT m.account_id FROM attachment f JOIN message m ON m.id = f.message_id WHERE f.id = $1",
                              "i", fetched->attachment) &&
         callboard_account_load (db, id, &account, error) &&
         callboard_inbound_hear_waiting (db, &account, candidate, fetched->parser, now + account.shift, changes, error);
}

static gboolean
execute_fetched (gpointer           data,
                 CallboardDb       *db,
                 gint64             now,
                 CallboardChanges  *changes,
                 GError           **error)
{
  Fetched *fetched = data;

  if (!store (db, fetched, error))
    return FALSE;

  if (callboard_db_changes (db) == 0)
    return TRUE;

  return tell (db, fetched->attachment, changes, error) && hear (db, fetched, now, changes, error);
}

static gboolean
execute_again (gpointer           data,
               CallboardDb       *db,
               gint64             now,
               CallboardChanges  *changes,
               GError           **error)
{
  Fetched *fetched = data;

  if (!callboard_db_run (db, error, "UPDATE attachment SET state = 'fetching', reason = NULL"
                         " WHERE id = $1 AND state IN ('refused', 'lost') AND source <> ''", "i", fetched->attachment))
    return FALSE;

  if (callboard_db_changes (db) > 0)
    return tell (db, fetched->attachment, changes, error);

  g_set_error_literal (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_FOUND,
                       _("There is nothing to load again."));

  return FALSE;
}

CallboardCommand *
callboard_fetched_command_new (gint64               attachment,
                               CallboardParser      parser,
                               CallboardStoredFile *file,
                               const char          *state,
                               const char          *reason,
                               gint64               size)
{
  Fetched *fetched;

  g_return_val_if_fail (parser != NULL, NULL);
  g_return_val_if_fail (state != NULL, NULL);

  fetched = g_new0 (Fetched, 1);
  fetched->attachment = attachment;
  fetched->parser = parser;
  fetched->file = file;
  fetched->state = g_strdup (state);
  fetched->reason = g_strdup (reason);
  fetched->size = size;

  return callboard_command_new ("fetched", execute_fetched, fetched, fetched_free);
}

CallboardCommand *
callboard_fetch_again_command_new (gint64 attachment)
{
  Fetched *fetched = g_new0 (Fetched, 1);

  fetched->attachment = attachment;

  return callboard_command_new ("fetch-again", execute_again, fetched, fetched_free);
}
