/* callboard-queries-phones.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-queries-phones.h"

#include "callboard-queries-private.h"

/* What lies on a phone: all that came from it, and what reached it or may have. */
#define ON_PHONE "m.state IN ('accepted', 'sent', 'delivered', 'read', 'unknown', 'received')"

/* A glance at the newest messages costs the same however many there are. */
#define PHONES_SQL                                                                                 \
  "SELECT c.id, c.first_name, c.last_name, c.phone, m.body, m.id, coalesce (m.application_id, 0),"  \
  " m.direction = 'out' AND m.state <> 'read'"                                                     \
  " FROM (SELECT candidate_id, max(id) AS id FROM"                                                 \
  " (SELECT m.id, m.candidate_id FROM message m WHERE m.account_id = $1 AND " ON_PHONE             \
  " ORDER BY m.id DESC LIMIT 3000) GROUP BY candidate_id ORDER BY max(id) DESC LIMIT 200) n"       \
  " JOIN message m ON m.id = n.id JOIN candidate c ON c.id = n.candidate_id ORDER BY m.id DESC"

/* A first message that was held until morning came in the morning. Others leave at once: their due time is the latest,
 * should no receipt let them go before. */
#define PHONE_SQL                                                                                  \
  "SELECT m.id,"                                                                                   \
  " CASE m.kind WHEN 'first' THEN max (m.created_at, coalesce (m.due_at, 0)) ELSE m.created_at END AS at," \
  " m.direction = 'in', m.body, m.choices, m.state,"                                               \
  " m.template IS NOT NULL, m.provider_id,"                                                        \
  " (SELECT q.body FROM inbox i JOIN message q ON q.account_id = i.account_id"                     \
  " AND q.provider_id = json_extract (i.raw, '$.quoted')"                                          \
  " WHERE m.direction = 'in' AND i.account_id = m.account_id AND i.event_id = m.provider_id)"      \
  " FROM (SELECT * FROM message m WHERE m.candidate_id = $1 AND m.account_id = $2 AND " ON_PHONE   \
  " ORDER BY m.id DESC LIMIT 200) m ORDER BY m.id"

#define FILES_SQL                                                                                  \
  "SELECT m.id, a.name, a.type, a.hash, a.source"                                                  \
  " FROM message m JOIN attachment a ON a.message_id = m.id"                                       \
  " WHERE m.candidate_id = $1 AND m.account_id = $2 AND m.id >= $3 ORDER BY a.id"

#define NEXT_SQL                                                                                   \
  "SELECT due_at, kind FROM"                                                                       \
  " (SELECT due_at, kind FROM message WHERE account_id = $1 AND state = 'waiting' AND due_at > $2" \
  " UNION ALL SELECT due_at, kind FROM timer WHERE account_id = $1 AND due_at > $2)"               \
  " ORDER BY due_at LIMIT 1"

static void
free_file (CallboardPhoneLineFile *file)
{
  g_free (file->name);
  g_free (file->type);
  g_free (file->hash);
  g_free (file->source);
  g_free (file);
}

void
callboard_phone_row_free (CallboardPhoneRow *row)
{
  g_free (row->name);
  g_free (row->phone);
  g_free (row->last);
  g_free (row);
}

void
callboard_phone_line_free (CallboardPhoneLine *line)
{
  g_free (line->body);
  g_free (line->choices);
  g_free (line->provider_id);
  g_free (line->quoted);
  g_clear_pointer (&line->files, g_ptr_array_unref);
  g_free (line);
}

GPtrArray *
callboard_queries_load_phones (CallboardDb  *db,
                               gint64        account,
                               GError      **error)
{
  GPtrArray *phones = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_phone_row_free);
  g_autoptr(CallboardRows) rows = NULL;
  GError *fault = NULL;

  rows = callboard_db_select (db, &fault, PHONES_SQL, "i", account);
  while (callboard_rows_next (rows, &fault))
    {
      CallboardPhoneRow *row = g_new0 (CallboardPhoneRow, 1);

      row->candidate_id = callboard_rows_int (rows, 0);
      row->name = callboard_queries_name (rows, 1, 2);
      row->phone = callboard_rows_dup (rows, 3);
      row->last = callboard_rows_dup (rows, 4);
      row->last_id = callboard_rows_int (rows, 5);
      row->application_id = callboard_rows_int (rows, 6);
      row->unread = callboard_rows_int (rows, 7);
      g_ptr_array_add (phones, row);
    }

  return callboard_queries_finish (phones, fault, error);
}

static CallboardPhoneLine *
read_line (CallboardRows *rows)
{
  CallboardPhoneLine *line = g_new0 (CallboardPhoneLine, 1);

  line->id = callboard_rows_int (rows, 0);
  line->at = callboard_rows_int (rows, 1);
  line->from_candidate = callboard_rows_int (rows, 2);
  line->body = callboard_rows_dup (rows, 3);
  line->choices = callboard_rows_dup (rows, 4);
  line->state = callboard_queries_enum (rows, 5, CALLBOARD_TYPE_MESSAGE_STATE, CALLBOARD_MESSAGE_UNKNOWN);
  line->template = callboard_rows_int (rows, 6);
  line->provider_id = callboard_rows_dup (rows, 7);
  line->quoted = callboard_rows_dup (rows, 8);
  line->files = g_ptr_array_new_with_free_func ((GDestroyNotify) free_file);

  return line;
}

static void
read_file (GHashTable    *lines,
           CallboardRows *rows)
{
  gint64 id = callboard_rows_int (rows, 0);
  CallboardPhoneLine *line = g_hash_table_lookup (lines, &id);
  CallboardPhoneLineFile *file;

  if (line == NULL)
    return;

  file = g_new0 (CallboardPhoneLineFile, 1);
  file->name = callboard_rows_dup (rows, 1);
  file->type = callboard_rows_dup (rows, 2);
  file->hash = callboard_rows_dup (rows, 3);
  file->source = callboard_rows_dup (rows, 4);
  g_ptr_array_add (line->files, file);
}

static void
load_files (CallboardDb  *db,
            gint64        account,
            gint64        candidate,
            GPtrArray    *lines,
            GError      **error)
{
  g_autoptr(GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr(CallboardRows) rows = NULL;
  gint64 first = G_MAXINT64;

  for (guint i = 0; i < lines->len; i++)
    {
      CallboardPhoneLine *line = g_ptr_array_index (lines, i);

      first = MIN (first, line->id);
      g_hash_table_insert (by_id, &line->id, line);
    }

  rows = callboard_db_select (db, error, FILES_SQL, "iii", candidate, account, first);
  while (callboard_rows_next (rows, error))
    read_file (by_id, rows);
}

GPtrArray *
callboard_queries_load_phone (CallboardDb  *db,
                              gint64        account,
                              gint64        candidate,
                              GError      **error)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_phone_line_free);
  g_autoptr(CallboardRows) rows = NULL;
  GError *fault = NULL;

  rows = callboard_db_select (db, &fault, PHONE_SQL, "ii", candidate, account);
  while (callboard_rows_next (rows, &fault))
    g_ptr_array_add (lines, read_line (rows));

  if (fault == NULL)
    load_files (db, account, candidate, lines, &fault);

  return callboard_queries_finish (lines, fault, error);
}

char *
callboard_queries_find_provider_id (CallboardDb *db,
                                    gint64       message)
{
  g_autoptr(CallboardRows) rows = callboard_db_select (db, NULL, "SELECT provider_id FROM message WHERE id = $1", "i", message);

  return callboard_rows_next (rows, NULL) ? callboard_rows_dup (rows, 0) : NULL;
}

gint64
callboard_queries_next_of_application (CallboardDb *db,
                                       gint64       application)
{
  gint64 at = 0;

  callboard_db_number (db, &at, NULL,
                       "SELECT due_at FROM message WHERE application_id = $1 AND state = 'waiting' ORDER BY id DESC LIMIT 1",
                       "i", application);

  return at;
}

gint64
callboard_queries_find_enrolment (CallboardDb *db,
                                  gint64       account,
                                  gint64       candidate,
                                  gint64      *campaign)
{
  g_autoptr(CallboardRows) rows = NULL;

  g_return_val_if_fail (campaign != NULL, 0);

  *campaign = 0;
  rows = callboard_db_select (db, NULL, "SELECT id, campaign_id FROM enrolment WHERE candidate_id = $1 AND account_id = $2"
                                        " ORDER BY id DESC LIMIT 1", "ii", candidate, account);
  if (!callboard_rows_next (rows, NULL))
    return 0;

  *campaign = callboard_rows_int (rows, 1);

  return callboard_rows_int (rows, 0);
}

gboolean
callboard_queries_next_event (CallboardDb  *db,
                              gint64        account,
                              gint64        now,
                              gint64       *at,
                              char        **kind,
                              GError      **error)
{
  g_autoptr(CallboardRows) rows = NULL;
  GError *fault = NULL;

  g_return_val_if_fail (at != NULL, FALSE);

  *at = G_MAXINT64;
  rows = callboard_db_select (db, &fault, NEXT_SQL, "ii", account, now);
  if (callboard_rows_next (rows, &fault))
    {
      *at = callboard_rows_int (rows, 0);
      if (kind != NULL)
        *kind = callboard_rows_dup (rows, 1);
    }

  if (fault == NULL)
    return TRUE;

  g_propagate_error (error, fault);

  return FALSE;
}
