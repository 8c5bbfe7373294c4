/* callboard-settings.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-db.h"
#include "callboard-zone.h"

G_BEGIN_DECLS

/* The rules of the work, kept in the database. Times are whole seconds on disk; send hours are "540-1140-31": the first
 * and the last minute of the day, then the weekdays as bits, Monday the lowest. */
#define CALLBOARD_SETTING_COMPANY      "company"
#define CALLBOARD_SETTING_RECRUITER    "recruiter"
#define CALLBOARD_SETTING_UNDO_ONE     "undo-one"
#define CALLBOARD_SETTING_UNDO_MANY    "undo-many"
#define CALLBOARD_SETTING_UNDO_REJECT  "undo-reject"
#define CALLBOARD_SETTING_HOURS        "send-hours"

/* The id of the account that new campaigns leave through: callboard_queries_load_sending_account(). */
#define CALLBOARD_SETTING_ACCOUNT      "send-account"

/* Where the receiver listens on this machine, nowhere if not set; and the address under which providers reach it, without a
 * slash at its end. */
#define CALLBOARD_SETTING_RECEIVER_PORT "receiver-port"
#define CALLBOARD_SETTING_RECEIVER_URL  "receiver-url"

/* Made with the database, never changed: tells its secrets from those of others. */
#define CALLBOARD_SETTING_DATABASE     "database-id"

/* When the program was last at work, microseconds since the epoch: callboard_late_wake(). */
#define CALLBOARD_SETTING_AWAKE        "awake-at"

/**
 * callboard_settings_get_time:
 * @db: a connection
 * @name: one of the undo times
 *
 * Returns: the time in microseconds, as set or by default: 20 s after a single move, 60 s after a move of more than five
 *   cards, 24 h for a Reject stage (product.md, section 3)
 */
gint64  callboard_settings_get_time (CallboardDb *db,
                                     const char  *name);

/**
 * callboard_settings_get_text:
 * @db: a connection
 * @name: a setting
 *
 * Returns: (transfer full) (nullable): its value, or %NULL if it is not set
 */
char   *callboard_settings_get_text (CallboardDb *db,
                                     const char  *name);

/**
 * callboard_settings_get_hours:
 * @db: a connection
 *
 * Returns: when automatic messages may leave, as set or by default
 */
CallboardSendHours callboard_settings_get_hours (CallboardDb *db);

G_END_DECLS
