/* callboard-queries-accounts.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-queries-accounts.h"

#include "callboard-queries-private.h"

/* One that is paused keeps its messages rather than have a rehearsal swallow them. */
#define SENDING_SQL                                                                                \
  "SELECT a.id FROM account a WHERE a.state <> 'removed' ORDER BY"                                 \
  " a.id IN (SELECT account_id FROM job_account WHERE job_id = $1) DESC,"                          \
  " a.id = (SELECT CAST (value AS INTEGER) FROM setting WHERE name = 'send-account') DESC,"        \
  " a.provider = 'rehearsal',"                                                                     \
  " a.id IN (SELECT account_id FROM channel_default) DESC, a.state <> 'active',"                   \
  " a.channel = 'whatsapp' AND a.id IN (SELECT account_id FROM channel_default) DESC, a.id DESC LIMIT 1"

#define CHANNEL_SQL                                                                                \
  "SELECT a.id FROM account a WHERE a.state = 'active' AND a.provider <> 'rehearsal' AND a.channel = $1 ORDER BY" \
  " a.id = (SELECT account_id FROM job_account WHERE job_id = $2 AND channel = $1) DESC,"          \
  " a.id = (SELECT account_id FROM channel_default WHERE channel = $1) DESC, a.id DESC LIMIT 1"

#define JOB_SQL                                                                                    \
  "SELECT j.account_id FROM job_account j JOIN account a ON a.id = j.account_id"                   \
  " WHERE j.job_id = $1 AND a.state <> 'removed' ORDER BY j.channel DESC LIMIT 1"

#define HEALTH_SQL                                                                                 \
  "SELECT success_at, fault, fault_code, fault_text, fault_at, quality, send_limit, checked_at,"   \
  " back_off_until FROM account_health WHERE account_id = $1"

#define PAUSED_SQL                                                                                 \
  "SELECT p.campaign_id, s.name, j.title, p.failure, p.detail,"                                    \
  " (SELECT count(*) FROM enrolment e WHERE e.campaign_id = p.campaign_id"                         \
  "   AND e.status IN ('scheduled', 'queued'))"                                                    \
  " FROM campaign_pause p JOIN stage s ON s.campaign_id = p.campaign_id JOIN job j ON j.id = s.job_id" \
  " WHERE s.removed_at IS NULL ORDER BY p.paused_at DESC"

void
callboard_health_row_free (CallboardHealthRow *row)
{
  g_free (row->fault_code);
  g_free (row->fault_text);
  g_free (row->quality);
  g_free (row->limit);
  g_free (row);
}

void
callboard_paused_row_free (CallboardPausedRow *row)
{
  g_free (row->stage);
  g_free (row->job);
  g_free (row->detail);
  g_free (row);
}

void
callboard_request_row_free (CallboardRequestRow *row)
{
  g_free (row->method);
  g_free (row->target);
  g_free (row->outcome);
  g_free (row);
}

void
callboard_price_row_free (CallboardPriceRow *row)
{
  g_free (row->country);
  g_free (row->currency);
  g_free (row);
}

gboolean
callboard_queries_find_sending_account (CallboardDb  *db,
                                        gint64        job,
                                        gint64       *account,
                                        GError      **error)
{
  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (account != NULL, FALSE);

  *account = 0;

  return callboard_db_number (db, account, error, SENDING_SQL, "i", job);
}

gboolean
callboard_queries_find_channel_account (CallboardDb         *db,
                                        gint64               job,
                                        CallboardRendering   channel,
                                        gint64              *account,
                                        GError             **error)
{
  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (account != NULL, FALSE);

  *account = 0;

  return callboard_db_number (db, account, error, CHANNEL_SQL, "si",
                              callboard_enum_to_nick (CALLBOARD_TYPE_RENDERING, channel), job);
}

gboolean
callboard_queries_find_default (CallboardDb         *db,
                                CallboardRendering   channel,
                                gint64              *account,
                                GError             **error)
{
  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (account != NULL, FALSE);

  *account = 0;

  return callboard_db_number (db, account, error, "SELECT account_id FROM channel_default WHERE channel = $1", "s",
                              callboard_enum_to_nick (CALLBOARD_TYPE_RENDERING, channel));
}

gboolean
callboard_queries_find_job_account (CallboardDb  *db,
                                    gint64        job,
                                    gint64       *account,
                                    GError      **error)
{
  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (account != NULL, FALSE);

  *account = 0;

  return callboard_db_number (db, account, error, JOB_SQL, "i", job);
}

static CallboardHealthRow *
read_health (CallboardRows *rows)
{
  CallboardHealthRow *row = g_new0 (CallboardHealthRow, 1);

  row->success_at = callboard_rows_int (rows, 0);
  row->fault = callboard_queries_enum (rows, 1, CALLBOARD_TYPE_FAILURE, CALLBOARD_FAILURE_NONE);
  row->fault_code = callboard_rows_dup (rows, 2);
  row->fault_text = callboard_rows_dup (rows, 3);
  row->fault_at = callboard_rows_int (rows, 4);
  row->quality = callboard_rows_dup (rows, 5);
  row->limit = callboard_rows_dup (rows, 6);
  row->checked_at = callboard_rows_int (rows, 7);
  row->back_off_until = callboard_rows_int (rows, 8);

  return row;
}

CallboardHealthRow *
callboard_queries_load_health (CallboardDb  *db,
                               gint64        account,
                               GError      **error)
{
  g_autoptr(CallboardRows) rows = NULL;

  g_return_val_if_fail (db != NULL, NULL);

  rows = callboard_db_select (db, error, HEALTH_SQL, "i", account);

  return callboard_rows_next (rows, error) ? read_health (rows) : NULL;
}

static CallboardPausedRow *
read_paused (CallboardRows *rows)
{
  CallboardPausedRow *row = g_new0 (CallboardPausedRow, 1);

  row->campaign = callboard_rows_int (rows, 0);
  row->stage = callboard_rows_dup (rows, 1);
  row->job = callboard_rows_dup (rows, 2);
  row->failure = callboard_queries_enum (rows, 3, CALLBOARD_TYPE_FAILURE, CALLBOARD_FAILURE_UNKNOWN);
  row->detail = callboard_rows_dup (rows, 4);
  row->waiting = callboard_rows_int (rows, 5);

  return row;
}

GPtrArray *
callboard_queries_load_paused (CallboardDb  *db,
                               GError      **error)
{
  GPtrArray *paused = NULL;
  GError *fault = NULL;
  g_autoptr(CallboardRows) rows = NULL;

  g_return_val_if_fail (db != NULL, NULL);

  paused = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_paused_row_free);
  rows = callboard_db_select (db, &fault, PAUSED_SQL, "");
  while (callboard_rows_next (rows, &fault))
    g_ptr_array_add (paused, read_paused (rows));

  return callboard_queries_finish (paused, fault, error);
}

static CallboardRequestRow *
read_request (CallboardRows *rows)
{
  CallboardRequestRow *row = g_new0 (CallboardRequestRow, 1);

  row->at = callboard_rows_int (rows, 0);
  row->method = callboard_rows_dup (rows, 1);
  row->target = callboard_rows_dup (rows, 2);
  row->status = callboard_rows_int (rows, 3);
  row->duration = callboard_rows_int (rows, 4);
  row->outcome = callboard_rows_dup (rows, 5);

  return row;
}

GPtrArray *
callboard_queries_load_requests (CallboardDb  *db,
                                 gint64        account,
                                 guint         limit,
                                 GError      **error)
{
  GPtrArray *requests = NULL;
  GError *fault = NULL;
  g_autoptr(CallboardRows) rows = NULL;

  g_return_val_if_fail (db != NULL, NULL);

  requests = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_request_row_free);
  rows = callboard_db_select (db, &fault,
                              "SELECT at, method, target, status, duration, outcome FROM request_log"
                              " WHERE account_id = $1 ORDER BY id DESC LIMIT $2", "ii", account, (gint64) limit);
  while (callboard_rows_next (rows, &fault))
    g_ptr_array_add (requests, read_request (rows));

  return callboard_queries_finish (requests, fault, error);
}

static CallboardPriceRow *
read_price (CallboardRows *rows)
{
  CallboardPriceRow *row = g_new0 (CallboardPriceRow, 1);

  row->country = callboard_rows_dup (rows, 0);
  row->price = callboard_rows_int (rows, 1);
  row->currency = callboard_rows_dup (rows, 2);

  return row;
}

GPtrArray *
callboard_queries_load_prices (CallboardDb  *db,
                               GError      **error)
{
  GPtrArray *prices = NULL;
  GError *fault = NULL;
  g_autoptr(CallboardRows) rows = NULL;

  g_return_val_if_fail (db != NULL, NULL);

  prices = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_price_row_free);
  rows = callboard_db_select (db, &fault, "SELECT country, price, currency FROM sms_price ORDER BY country", "");
  while (callboard_rows_next (rows, &fault))
    g_ptr_array_add (prices, read_price (rows));

  return callboard_queries_finish (prices, fault, error);
}

CallboardPriceRow *
callboard_queries_find_price (CallboardDb *db,
                              const char  *country)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardRows) rows = NULL;

  g_return_val_if_fail (db != NULL, NULL);

  if (country == NULL)
    return NULL;

  rows = callboard_db_select (db, &error, "SELECT country, price, currency FROM sms_price WHERE country = $1", "s", country);

  return callboard_rows_next (rows, &error) ? read_price (rows) : NULL;
}

CallboardPriceRow *
callboard_queries_find_stage_price (CallboardDb *db,
                                    gint64       stage)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardRows) rows = NULL;

  g_return_val_if_fail (db != NULL, NULL);

  rows = callboard_db_select (db, &error,
                              "SELECT p.country, p.price, p.currency FROM stage s JOIN job j ON j.id = s.job_id"
                              " JOIN sms_price p ON p.country = j.country WHERE s.id = $1", "i", stage);

  return callboard_rows_next (rows, &error) ? read_price (rows) : NULL;
}
