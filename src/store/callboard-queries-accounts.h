/* callboard-queries-accounts.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-db.h"
#include "callboard-enums.h"

G_BEGIN_DECLS

/* Who sends for whom, how the accounts are, and what texts cost. Errors are %CALLBOARD_STORE_ERROR. */

/**
 * CallboardHealthRow:
 * @success_at: when the provider last took something, microseconds since the epoch; 0 for never
 * @fault: the newest fault of the account; %CALLBOARD_FAILURE_NONE if there was none
 * @fault_code: (nullable): the provider's code
 * @fault_text: (nullable): the provider's words
 * @fault_at: when it was
 * @quality: (nullable): how the provider rates the sender
 * @limit: (nullable): how much may be sent
 * @checked_at: when these two were asked for
 * @back_off_until: nothing is sent before, microseconds since the epoch
 */
typedef struct
{
  gint64            success_at;
  CallboardFailure  fault;
  char             *fault_code;
  char             *fault_text;
  gint64            fault_at;
  char             *quality;
  char             *limit;
  gint64            checked_at;
  gint64            back_off_until;
} CallboardHealthRow;

void callboard_health_row_free (CallboardHealthRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardHealthRow, callboard_health_row_free)

/**
 * CallboardPausedRow:
 * @campaign: a campaign that begins with nobody
 * @stage: the stage that sends it
 * @job: the title of its job
 * @failure: why
 * @detail: (nullable): the provider's words
 * @waiting: how many people wait for it
 */
typedef struct
{
  gint64            campaign;
  char             *stage;
  char             *job;
  CallboardFailure  failure;
  char             *detail;
  guint             waiting;
} CallboardPausedRow;

void callboard_paused_row_free (CallboardPausedRow *row);

/**
 * CallboardRequestRow:
 * @at: when it began, microseconds since the epoch
 * @target: scheme, host and path
 * @status: the HTTP status, 0 if none came
 * @duration: microseconds
 * @outcome: "answered", "not-sent" or "lost"
 */
typedef struct
{
  gint64  at;
  char   *method;
  char   *target;
  guint   status;
  gint64  duration;
  char   *outcome;
} CallboardRequestRow;

void callboard_request_row_free (CallboardRequestRow *row);

/**
 * CallboardPriceRow:
 * @country: ISO 3166-1 alpha-2
 * @price: of one part of a text, in millionths of the currency
 * @currency: ISO 4217
 */
typedef struct
{
  char   *country;
  gint64  price;
  char   *currency;
} CallboardPriceRow;

void callboard_price_row_free (CallboardPriceRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardPriceRow, callboard_price_row_free)

/**
 * callboard_queries_find_sending_account:
 * @db: a connection
 * @job: whose campaign it is, 0 for any
 * @account: (out): the account, active or paused; 0 if there is none
 * @error: return location
 *
 * New campaigns leave through the account that the job chose; else the one of the setting send-account, which may be a
 * rehearsal; else the default of a channel, WhatsApp first; else the newest active account at a provider, else the newest
 * paused one, else the rehearsal. A removed account counts for nothing.
 *
 * Returns: whether it could be read
 */
gboolean            callboard_queries_find_sending_account (CallboardDb        *db,
                                                            gint64              job,
                                                            gint64             *account,
                                                            GError            **error);

/**
 * callboard_queries_find_channel_account:
 * @db: a connection
 * @job: whose campaign it is, 0 for any
 * @channel: what it has to carry
 * @account: (out): an active account at a provider; 0 if there is none
 * @error: return location
 *
 * The job's choice for the channel, else the channel's default, else the newest.
 *
 * Returns: whether it could be read
 */
gboolean            callboard_queries_find_channel_account (CallboardDb        *db,
                                                            gint64              job,
                                                            CallboardRendering  channel,
                                                            gint64             *account,
                                                            GError            **error);

/**
 * callboard_queries_find_default:
 * @db: a connection
 * @channel: a channel
 * @account: (out): the account that was made its default, 0 for none
 * @error: return location
 *
 * Returns: whether it could be read
 */
gboolean            callboard_queries_find_default         (CallboardDb        *db,
                                                            CallboardRendering  channel,
                                                            gint64             *account,
                                                            GError            **error);

/**
 * callboard_queries_find_job_account:
 * @db: a connection
 * @job: a job
 * @account: (out): the account it chose, 0 if it sends as all do
 * @error: return location
 *
 * Returns: whether it could be read
 */
gboolean            callboard_queries_find_job_account     (CallboardDb        *db,
                                                            gint64              job,
                                                            gint64             *account,
                                                            GError            **error);

/**
 * callboard_queries_load_health:
 * @db: a connection
 * @account: which
 * @error: return location
 *
 * Returns: (transfer full) (nullable): how it is; %NULL without an error if nothing is known yet
 */
CallboardHealthRow *callboard_queries_load_health          (CallboardDb        *db,
                                                            gint64              account,
                                                            GError            **error);

/**
 * callboard_queries_load_paused:
 * @db: a connection
 * @error: return location
 *
 * Returns: (transfer full) (element-type CallboardPausedRow): campaigns that were paused, the newest first; %NULL on error
 */
GPtrArray          *callboard_queries_load_paused          (CallboardDb        *db,
                                                            GError            **error);

/**
 * callboard_queries_load_requests:
 * @db: a connection
 * @account: which
 * @limit: how many at most
 * @error: return location
 *
 * Returns: (transfer full) (element-type CallboardRequestRow): its newest requests, the newest first; %NULL on error
 */
GPtrArray          *callboard_queries_load_requests        (CallboardDb        *db,
                                                            gint64              account,
                                                            guint               limit,
                                                            GError            **error);

/**
 * callboard_queries_load_prices:
 * @db: a connection
 * @error: return location
 *
 * Returns: (transfer full) (element-type CallboardPriceRow): what was entered, by country; %NULL on error
 */
GPtrArray          *callboard_queries_load_prices          (CallboardDb        *db,
                                                            GError            **error);

/**
 * callboard_queries_find_stage_price:
 * @db: a connection
 * @stage: a stage
 *
 * Returns: (transfer full) (nullable): callboard_queries_find_price() for the country of its job
 */
CallboardPriceRow  *callboard_queries_find_stage_price     (CallboardDb        *db,
                                                            gint64              stage);

/**
 * callboard_queries_find_price:
 * @db: a connection
 * @country: (nullable): ISO 3166-1 alpha-2
 *
 * Returns: (transfer full) (nullable): what a part of a text to there costs, or %NULL if nobody entered it
 */
CallboardPriceRow  *callboard_queries_find_price           (CallboardDb        *db,
                                                            const char         *country);

G_END_DECLS
