/* callboard-queries-office.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-db.h"
#include "callboard-enums.h"
#include "callboard-queries-accounts.h"

G_BEGIN_DECLS

/* Accounts, campaigns and people. Errors are %CALLBOARD_STORE_ERROR. */

/**
 * CallboardAccountRow:
 * @channel: what its messages are, WhatsApp messages or texts
 * @settings: JSON object, without secrets
 * @state: "active", "paused" or "removed"
 * @pause_reason: (nullable): why it is paused, in the user's words
 * @clock_shift: by how much its clock is ahead of the real one, in microseconds
 * @waiting: messages in its outbox
 */
typedef struct
{
  gint64             id;
  CallboardProvider  provider;
  CallboardRendering channel;
  char              *name;
  char              *settings;
  char              *state;
  char              *pause_reason;
  gint64             clock_shift;
  guint              waiting;
} CallboardAccountRow;

void callboard_account_row_free (CallboardAccountRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardAccountRow, callboard_account_row_free)

/**
 * CallboardCampaignRow:
 * @stage: the stage's name
 * @job: the title of its job
 * @draft: the campaign document as it is being written, JSON
 * @published: (nullable): the document of the newest version
 * @version: its number, 0 for none
 * @problem: (nullable): a nick that says why that version cannot be sent
 */
typedef struct
{
  gint64              id;
  gint64              stage_id;
  char               *stage;
  char               *job;
  CallboardStageType  type;
  char               *draft;
  char               *published;
  guint               version;
  char               *problem;
  gint64              updated_at;
} CallboardCampaignRow;

void callboard_campaign_row_free (CallboardCampaignRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardCampaignRow, callboard_campaign_row_free)

/**
 * CallboardCandidateRow:
 * @opted_out: whether nothing may be sent
 * @consent: whether an opt-in is recorded for the number
 * @n_live: live applications, over all jobs
 */
typedef struct
{
  gint64    id;
  char     *first_name;
  char     *last_name;
  char     *name;
  char     *phone;
  gboolean  opted_out;
  gboolean  consent;
  guint     n_live;
} CallboardCandidateRow;

void callboard_candidate_row_free (CallboardCandidateRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardCandidateRow, callboard_candidate_row_free)

/**
 * callboard_queries_load_accounts:
 * @db: a connection
 * @error: return location
 *
 * Returns: (transfer full) (element-type CallboardAccountRow): active and paused accounts, oldest first, or %NULL
 */
GPtrArray            *callboard_queries_load_accounts   (CallboardDb  *db,
                                                         GError      **error);

/**
 * callboard_queries_load_account:
 * @db: a connection
 * @account: its id; it may be removed
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the account; %NULL without an error if there is none
 */
CallboardAccountRow  *callboard_queries_load_account    (CallboardDb  *db,
                                                         gint64        account,
                                                         GError      **error);

/**
 * callboard_queries_load_campaign:
 * @db: a connection
 * @stage: whose
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the campaign; %NULL without an error if the stage has none
 */
CallboardCampaignRow *callboard_queries_load_campaign   (CallboardDb  *db,
                                                         gint64        stage,
                                                         GError      **error);

/**
 * callboard_queries_search_candidates:
 * @db: a connection
 * @text: beginnings of words of a name or a number; "" finds nobody
 * @limit: how many at most
 * @error: return location
 *
 * Returns: (transfer full) (element-type CallboardCandidateRow): the best matches first, or %NULL
 */
GPtrArray            *callboard_queries_search_candidates (CallboardDb  *db,
                                                           const char   *text,
                                                           guint         limit,
                                                           GError      **error);

/**
 * callboard_queries_find_candidate:
 * @db: a connection
 * @phone: a number, E.164
 * @error: return location
 *
 * Returns: (transfer full) (nullable): whose number it is; %NULL without an error if nobody's
 */
CallboardCandidateRow *callboard_queries_find_candidate   (CallboardDb  *db,
                                                           const char   *phone,
                                                           GError      **error);

G_END_DECLS
