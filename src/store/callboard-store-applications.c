/* callboard-store-applications.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-failure.h"
#include "callboard-locale.h"
#include "callboard-match.h"
#include "callboard-store-private.h"
#include "callboard-when.h"

#define ROW_SQL                                                                                               \
  "SELECT a.id, a.candidate_id, a.stage_id, c.first_name, c.last_name, c.phone, e.status, e.failure,"         \
  " e.leaves_at, v.entered_at, e.done, e.total, a.unread, a.flag IS NOT NULL,"                                \
  " NOT EXISTS (SELECT 1 FROM consent n WHERE n.candidate_id = c.id AND n.phone = c.phone),"                  \
  " c.opted_out_at IS NOT NULL,"                                                                              \
  " EXISTS (SELECT 1 FROM attachment t JOIN message m ON m.id = t.message_id WHERE m.candidate_id = c.id),"   \
  " acc.clock_shift, acc.state = 'paused', acc.pause_reason,"                                                  \
  " i.starts_at, i.zone, i.state = 'confirmed', ia.clock_shift,"                                              \
  " e.held_at IS NOT NULL AND e.status IN ('sending', 'delivered', 'in-progress'),"                           \
  " e.status IN ('delivered', 'in-progress') AND EXISTS (SELECT 1 FROM message w WHERE w.enrolment_id = e.id"  \
  "   AND w.state = 'waiting' AND w.due_at IS NULL AND w.kind <> 'first'),"                                   \
  " e.fallback_from IS NOT NULL"                                                                               \
  " FROM application a"                                                                                       \
  " JOIN candidate c ON c.id = a.candidate_id"                                                                \
  " JOIN visit v ON v.id = a.visit_id"                                                                        \
  " LEFT JOIN enrolment e ON e.id = a.enrolment_id"                                                           \
  " LEFT JOIN account acc ON acc.id = e.account_id"                                                           \
  " LEFT JOIN interview i ON i.id = (SELECT max (id) FROM interview WHERE application_id = a.id"              \
  "  AND state IN ('booked', 'confirmed'))"                                                                   \
  " LEFT JOIN enrolment ie ON ie.id = i.enrolment_id LEFT JOIN account ia ON ia.id = ie.account_id"           \
  " WHERE a.id = $1"

#define KEYS_SQL    "SELECT a.rank, a.id FROM application a WHERE a.stage_id = $1 AND a.state = 'live'"
#define FAILED_SQL  " AND EXISTS (SELECT 1 FROM enrolment e WHERE e.id = a.enrolment_id AND e.status = 'failed')"
#define ORDER_SQL   " ORDER BY a.rank, a.id"

static GArray *
read_keys (CallboardDb  *db,
           gint64        stage,
           gboolean      failed_only,
           GError      **error)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (CallboardApplicationKey));
  g_autoptr(CallboardRows) rows =
    callboard_db_select (db, error, failed_only ? KEYS_SQL FAILED_SQL ORDER_SQL : KEYS_SQL ORDER_SQL, "i", stage);

  while (callboard_rows_next (rows, error))
    {
      CallboardApplicationKey key = { callboard_rows_int (rows, 0), callboard_rows_int (rows, 1) };

      g_array_append_val (keys, key);
    }

  return keys;
}

static GArray *
load_keys (CallboardApplicationSource       *source,
           gint64                            stage,
           const CallboardApplicationFilter *filter)
{
  CallboardStore *self = CALLBOARD_STORE (source);
  CallboardDb *db = callboard_store_get_reader (self);
  gboolean failed_only = filter != NULL && filter->failed_only;
  g_autofree char *match = filter != NULL && filter->text != NULL ? callboard_match_build (filter->text) : NULL;
  g_autoptr(GError) error = NULL;
  GArray *keys;

  if (match == NULL || *match == '\0')
    keys = read_keys (db, stage, failed_only, &error);
  else
    keys = callboard_search_load (callboard_store_get_search (self), db, stage, failed_only, match, &error);

  if (error != NULL)
    g_warning ("Could not read a stage: %s", error->message);

  return keys != NULL ? keys : g_array_new (FALSE, FALSE, sizeof (CallboardApplicationKey));
}

static CallboardStatus
read_status (CallboardRows *rows,
             int            column)
{
  int status = CALLBOARD_STATUS_NONE;

  callboard_enum_from_nick (CALLBOARD_TYPE_STATUS, callboard_rows_text (rows, column), &status);

  return status;
}

static char *
read_reason (CallboardRows *rows,
             int            column)
{
  int failure = CALLBOARD_FAILURE_UNKNOWN;

  if (callboard_rows_null (rows, column))
    return NULL;

  callboard_enum_from_nick (CALLBOARD_TYPE_FAILURE, callboard_rows_text (rows, column), &failure);

  return g_strdup (callboard_failure_get_words (failure));
}

/* Why nothing has left although it is time. */
static char *
read_hold (CallboardRows   *rows,
           CallboardStatus  status)
{
  if (callboard_rows_int (rows, 24) != 0)
    return g_strdup (_("Paused"));

  if (callboard_rows_int (rows, 25) != 0)
    return g_strdup (_("Waits for a reply"));

  if (status != CALLBOARD_STATUS_SCHEDULED || callboard_rows_int (rows, 18) == 0)
    return NULL;

  return callboard_rows_null (rows, 19) ? g_strdup (_("The account is paused.")) : callboard_rows_dup (rows, 19);
}

/* The candidate was told the time by the clock of the interview's place, and so is the recruiter. */
static void
read_interview (CallboardRows           *rows,
                CallboardApplicationRow *row)
{
  const char *zone = callboard_rows_text (rows, 21);

  if (callboard_rows_null (rows, 20))
    return;

  row->interview = callboard_when_tell (callboard_rows_int (rows, 20), zone, callboard_locale_get (), CALLBOARD_WHEN_SHORT);
  row->interview_at = callboard_rows_int (rows, 20) - callboard_rows_int (rows, 23);
  row->interview_confirmed = callboard_rows_int (rows, 22) != 0;
}

static CallboardApplicationRow *
read_row (CallboardRows *rows)
{
  CallboardApplicationRow *row = g_new0 (CallboardApplicationRow, 1);
  const char *first = callboard_rows_text (rows, 3);
  const char *last = callboard_rows_text (rows, 4);

  row->id = callboard_rows_int (rows, 0);
  row->candidate_id = callboard_rows_int (rows, 1);
  row->stage_id = callboard_rows_int (rows, 2);
  row->name = *first != '\0' && *last != '\0' ? g_strconcat (first, " ", last, NULL) : g_strconcat (first, last, NULL);
  row->phone = callboard_rows_dup (rows, 5);
  row->status = read_status (rows, 6);
  row->reason = read_reason (rows, 7);
  if (row->reason == NULL)
    row->reason = read_hold (rows, row->status);
  row->leaves_at = callboard_rows_null (rows, 8) ? 0 : callboard_rows_int (rows, 8) - callboard_rows_int (rows, 17);
  row->entered_at = callboard_rows_int (rows, 9);
  row->done = callboard_rows_int (rows, 10);
  row->total = callboard_rows_int (rows, 11);
  row->unread = callboard_rows_int (rows, 12);
  row->flagged = callboard_rows_int (rows, 13) != 0;
  row->no_consent = callboard_rows_int (rows, 14) != 0;
  row->opted_out = callboard_rows_int (rows, 15) != 0;
  row->has_attachment = callboard_rows_int (rows, 16) != 0;
  row->by_sms = callboard_rows_int (rows, 26) != 0;
  read_interview (rows, row);

  return row;
}

static GPtrArray *
load_rows (CallboardApplicationSource *source,
           const gint64               *ids,
           guint                       n_ids)
{
  CallboardDb *db = callboard_store_get_reader (CALLBOARD_STORE (source));
  GPtrArray *found = g_ptr_array_new_full (n_ids, (GDestroyNotify) callboard_application_row_free);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < n_ids; i++)
    {
      g_autoptr(CallboardRows) rows = callboard_db_select (db, &error, ROW_SQL, "i", ids[i]);

      if (callboard_rows_next (rows, &error))
        g_ptr_array_add (found, read_row (rows));
    }

  if (error != NULL)
    g_warning ("Could not read cards: %s", error->message);

  return found;
}

void
callboard_store_application_source_init (CallboardApplicationSourceInterface *iface)
{
  iface->load_keys = load_keys;
  iface->load_rows = load_rows;
}
