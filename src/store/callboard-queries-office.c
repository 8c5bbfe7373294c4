/* callboard-queries-office.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-queries-office.h"

#include "callboard-match.h"
#include "callboard-queries-private.h"

#define ACCOUNT_SQL                                                                                \
  "SELECT a.id, a.provider, a.name, a.settings, a.state, a.pause_reason, a.clock_shift, a.channel,"\
  " (SELECT count(*) FROM message m WHERE m.account_id = a.id AND m.state = 'waiting')"            \
  " FROM account a"

#define CAMPAIGN_SQL                                                                               \
  "SELECT c.id, s.id, s.name, s.type, c.draft, v.document, c.version, c.problem, c.updated_at,"    \
  " j.title"                                                                                       \
  " FROM stage s JOIN campaign c ON c.id = s.campaign_id JOIN job j ON j.id = s.job_id"            \
  " LEFT JOIN campaign_version v ON v.campaign_id = c.id AND v.version = c.version"                \
  " WHERE s.id = $1"

#define CANDIDATE_SQL                                                                              \
  "SELECT c.id, c.first_name, c.last_name, c.phone, c.opted_out_at IS NOT NULL,"                   \
  " EXISTS (SELECT 1 FROM consent n WHERE n.candidate_id = c.id AND n.phone = c.phone),"           \
  " (SELECT count(*) FROM application a WHERE a.candidate_id = c.id AND a.state = 'live')"         \
  " FROM candidate c"

/* The ranked search ends before the rows are joined, so that a common beginning stays cheap. */
#define SEARCH_SQL CANDIDATE_SQL                                                                   \
  " JOIN (SELECT rowid AS id, rank AS place FROM candidate_search WHERE candidate_search MATCH $1" \
  " ORDER BY rank LIMIT $2) f ON f.id = c.id ORDER BY f.place, c.last_name, c.first_name, c.id"

void
callboard_account_row_free (CallboardAccountRow *row)
{
  g_free (row->name);
  g_free (row->settings);
  g_free (row->state);
  g_free (row->pause_reason);
  g_free (row);
}

void
callboard_campaign_row_free (CallboardCampaignRow *row)
{
  g_free (row->stage);
  g_free (row->job);
  g_free (row->draft);
  g_free (row->published);
  g_free (row->problem);
  g_free (row);
}

void
callboard_candidate_row_free (CallboardCandidateRow *row)
{
  g_free (row->first_name);
  g_free (row->last_name);
  g_free (row->name);
  g_free (row->phone);
  g_free (row);
}

static CallboardAccountRow *
read_account (CallboardRows *rows)
{
  CallboardAccountRow *row = g_new0 (CallboardAccountRow, 1);

  row->id = callboard_rows_int (rows, 0);
  row->provider = callboard_queries_enum (rows, 1, CALLBOARD_TYPE_PROVIDER, CALLBOARD_PROVIDER_REHEARSAL);
  row->name = callboard_rows_dup (rows, 2);
  row->settings = callboard_rows_dup (rows, 3);
  row->state = callboard_rows_dup (rows, 4);
  row->pause_reason = callboard_rows_dup (rows, 5);
  row->clock_shift = callboard_rows_int (rows, 6);
  row->channel = callboard_queries_enum (rows, 7, CALLBOARD_TYPE_RENDERING, CALLBOARD_RENDERING_SMS);
  row->waiting = callboard_rows_int (rows, 8);

  return row;
}

static CallboardCampaignRow *
read_campaign (CallboardRows *rows)
{
  CallboardCampaignRow *row = g_new0 (CallboardCampaignRow, 1);

  row->id = callboard_rows_int (rows, 0);
  row->stage_id = callboard_rows_int (rows, 1);
  row->stage = callboard_rows_dup (rows, 2);
  row->type = callboard_queries_enum (rows, 3, CALLBOARD_TYPE_STAGE_TYPE, CALLBOARD_STAGE_FORM);
  row->draft = callboard_rows_dup (rows, 4);
  row->published = callboard_rows_dup (rows, 5);
  row->version = callboard_rows_int (rows, 6);
  row->problem = callboard_rows_dup (rows, 7);
  row->updated_at = callboard_rows_int (rows, 8);
  row->job = callboard_rows_dup (rows, 9);

  return row;
}

static CallboardCandidateRow *
read_candidate (CallboardRows *rows)
{
  CallboardCandidateRow *row = g_new0 (CallboardCandidateRow, 1);

  row->id = callboard_rows_int (rows, 0);
  row->first_name = callboard_rows_dup (rows, 1);
  row->last_name = callboard_rows_dup (rows, 2);
  row->name = callboard_queries_name (rows, 1, 2);
  row->phone = callboard_rows_dup (rows, 3);
  row->opted_out = callboard_rows_int (rows, 4) != 0;
  row->consent = callboard_rows_int (rows, 5) != 0;
  row->n_live = callboard_rows_int (rows, 6);

  return row;
}

GPtrArray *
callboard_queries_load_accounts (CallboardDb  *db,
                                 GError      **error)
{
  GPtrArray *accounts = NULL;
  GError *fault = NULL;
  g_autoptr(CallboardRows) rows = NULL;

  g_return_val_if_fail (db != NULL, NULL);

  accounts = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_account_row_free);
  rows = callboard_db_select (db, &fault, ACCOUNT_SQL " WHERE a.state <> 'removed' ORDER BY a.id", "");
  while (callboard_rows_next (rows, &fault))
    g_ptr_array_add (accounts, read_account (rows));

  return callboard_queries_finish (accounts, fault, error);
}

CallboardAccountRow *
callboard_queries_load_account (CallboardDb  *db,
                                gint64        account,
                                GError      **error)
{
  g_autoptr(CallboardRows) rows = NULL;

  g_return_val_if_fail (db != NULL, NULL);

  rows = callboard_db_select (db, error, ACCOUNT_SQL " WHERE a.id = $1", "i", account);

  return callboard_rows_next (rows, error) ? read_account (rows) : NULL;
}

CallboardCampaignRow *
callboard_queries_load_campaign (CallboardDb  *db,
                                 gint64        stage,
                                 GError      **error)
{
  g_autoptr(CallboardRows) rows = NULL;

  g_return_val_if_fail (db != NULL, NULL);

  rows = callboard_db_select (db, error, CAMPAIGN_SQL, "i", stage);

  return callboard_rows_next (rows, error) ? read_campaign (rows) : NULL;
}

GPtrArray *
callboard_queries_search_candidates (CallboardDb  *db,
                                     const char   *text,
                                     guint         limit,
                                     GError      **error)
{
  GPtrArray *found = NULL;
  GError *fault = NULL;
  g_autofree char *match = NULL;
  g_autoptr(CallboardRows) rows = NULL;

  g_return_val_if_fail (db != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  found = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_candidate_row_free);
  match = callboard_match_build (text);
  if (*match == '\0')
    return found;

  rows = callboard_db_select (db, &fault, SEARCH_SQL, "si", match, (gint64) limit);
  while (callboard_rows_next (rows, &fault))
    g_ptr_array_add (found, read_candidate (rows));

  return callboard_queries_finish (found, fault, error);
}

CallboardCandidateRow *
callboard_queries_find_candidate (CallboardDb  *db,
                                  const char   *phone,
                                  GError      **error)
{
  g_autoptr(CallboardRows) rows = NULL;

  g_return_val_if_fail (db != NULL, NULL);
  g_return_val_if_fail (phone != NULL, NULL);

  rows = callboard_db_select (db, error, CANDIDATE_SQL " WHERE c.phone = $1", "s", phone);

  return callboard_rows_next (rows, error) ? read_candidate (rows) : NULL;
}
