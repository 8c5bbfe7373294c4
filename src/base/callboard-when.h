/* callboard-when.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CallboardWhen:
 * @CALLBOARD_WHEN_DATE: "Tuesday, 1 December"
 * @CALLBOARD_WHEN_DAY: "Tue, 1 Dec": short enough for a button
 * @CALLBOARD_WHEN_TIME: "10:00"
 * @CALLBOARD_WHEN_SHORT: "1 Dec, 10:00": day and time where there is little room
 * @CALLBOARD_WHEN_ZONE: "GMT, London"
 *
 * What of a time is told.
 */
typedef enum
{
  CALLBOARD_WHEN_DATE,
  CALLBOARD_WHEN_DAY,
  CALLBOARD_WHEN_TIME,
  CALLBOARD_WHEN_SHORT,
  CALLBOARD_WHEN_ZONE,
} CallboardWhen;

/**
 * callboard_when_tell:
 * @time: microseconds since the epoch, UTC
 * @zone: whose clock, such as "Europe/London"; UTC if it does not exist
 * @language: the language or locale it is told in, such as "de", "pt-BR" or "en_GB.UTF-8". Plain English is told as in the
 *   zone's part of the world: 1 December and 14:00, or in America December 1 and 2:00 PM
 * @what: what is told
 *
 * Tells a time to a candidate. Only plain spaces stand in it, since others would double the price of an SMS. Safe from
 * any thread.
 *
 * Returns: (transfer full): the text
 */
char *callboard_when_tell (gint64         time,
                           const char    *zone,
                           const char    *language,
                           CallboardWhen  what);

G_END_DECLS
