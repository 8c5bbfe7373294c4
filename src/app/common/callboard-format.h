/* callboard-format.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How the window says times and states. Times are real time in microseconds since the epoch, UTC; they are shown in the
 * zone of the machine. Everything returned is (transfer full) unless it is const. */

/* "now", "in 12 s", "in 5 min", "at 14:30", "tomorrow at 09:00", "on 12 March at 09:00". Seconds are rounded up, so that
 * a countdown ends with 1. */
char       *callboard_format_until   (gint64           at,
                                      gint64           now);

/* "14:30", "tomorrow 14:30", "12 March, 14:30": after a word such as "until". */
char       *callboard_format_deadline (gint64          at,
                                      gint64           now);

/* "now", "5 min ago", "14:30", "yesterday at 14:30", "12 March". */
char       *callboard_format_since   (gint64           at,
                                      gint64           now);

/* "14:30". */
char       *callboard_format_hour    (gint64           at);

/* "Mon 2 Mar". */
char       *callboard_format_date    (gint64           at);

/* "Today", "Yesterday", "Monday, 2 March 2026": what stands between the messages of two days. */
char       *callboard_format_day     (gint64           at,
                                      gint64           now);

/* "0.08 EUR", from millionths of the currency; small amounts with as many digits as it takes, at most four. */
char       *callboard_format_price   (gint64           millionths,
                                      const char      *currency);

/* "Monday, 2 March 2026, 14:30:05 CET": for tooltips. */
char       *callboard_format_exactly (gint64           at);

/* Whether two times are on the same day of the machine's zone. */
gboolean    callboard_format_is_same_day (gint64       a,
                                          gint64       b);

G_END_DECLS
