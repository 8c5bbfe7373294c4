/* callboard-ticker.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-clock.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_TICKER (callboard_ticker_get_type())

/* Makes countdowns go on with one timer for the whole window. Whoever shows callboard_format_until() says until when with
 * callboard_ticker_want(), and says it again in each ::tick if it still shows it. Nobody wants anything: no timer. */
G_DECLARE_FINAL_TYPE (CallboardTicker, callboard_ticker, CALLBOARD, TICKER, GObject)

CallboardTicker *callboard_ticker_new  (CallboardClock  *clock);
CallboardClock  *callboard_ticker_get_clock (CallboardTicker *self);

/**
 * callboard_ticker_want:
 * @self: a ticker
 * @at: a time that is shown, real time in microseconds since the epoch, UTC; one that has passed is ignored
 *
 * Asks for a tick when the words for @at change, but for no more than one a second.
 */
void             callboard_ticker_want (CallboardTicker *self,
                                        gint64           at);

G_END_DECLS
