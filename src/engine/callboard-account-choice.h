/* callboard-account-choice.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-command.h"

G_BEGIN_DECLS

/* Commands that say which of several accounts sends, what texts cost, and what was asked of providers. */

/**
 * callboard_account_default_command_new:
 * @account: an account that is not removed
 *
 * Makes it the default of what it carries: WhatsApp or texts.
 *
 * Returns: (transfer full): the command; it fails with %CALLBOARD_ENGINE_ERROR_NOT_FOUND
 */
CallboardCommand *callboard_account_default_command_new (gint64      account);

/**
 * callboard_job_account_command_new:
 * @job: a job
 * @account: through which its new campaigns leave, or 0 for as all others do
 *
 * What is on its way stays with its account.
 *
 * Returns: (transfer full): the command; it fails with %CALLBOARD_ENGINE_ERROR_NOT_FOUND
 */
CallboardCommand *callboard_job_account_command_new     (gint64      job,
                                                         gint64      account);

/**
 * callboard_price_command_new:
 * @country: ISO 3166-1 alpha-2
 * @price: of one part of a text, in millionths of @currency; negative forgets it
 * @currency: (nullable): ISO 4217
 *
 * Returns: (transfer full): the command; it fails with %CALLBOARD_ENGINE_ERROR_INVALID
 */
CallboardCommand *callboard_price_command_new           (const char *country,
                                                         gint64      price,
                                                         const char *currency);

/* As many requests of an account as are kept. */
#define CALLBOARD_REQUESTS_KEPT 500

/**
 * CallboardRequestEntry:
 * @account: whose request it was
 * @at: when it ended, microseconds since the epoch
 * @target: scheme, host and path, nothing that is secret
 * @status: the HTTP status, 0 if none came
 * @duration: microseconds
 * @outcome: "answered", "not-sent" or "lost"
 */
typedef struct
{
  gint64      account;
  gint64      at;
  char       *method;
  char       *target;
  guint       status;
  gint64      duration;
  const char *outcome;
} CallboardRequestEntry;

void              callboard_request_entry_free          (CallboardRequestEntry *entry);

/**
 * callboard_request_log_command_new:
 * @entries: (transfer full) (element-type CallboardRequestEntry): of one account, in the order they ended
 *
 * Of an account the newest %CALLBOARD_REQUESTS_KEPT stay.
 *
 * Returns: (transfer full): the command
 */
CallboardCommand *callboard_request_log_command_new     (GPtrArray  *entries);

G_END_DECLS
