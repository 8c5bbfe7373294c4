/* callboard-clock.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define CALLBOARD_SECOND G_GINT64_CONSTANT (1000000)
#define CALLBOARD_MINUTE (60 * CALLBOARD_SECOND)
#define CALLBOARD_HOUR   (60 * CALLBOARD_MINUTE)
#define CALLBOARD_DAY    (24 * CALLBOARD_HOUR)

#define CALLBOARD_TYPE_CLOCK (callboard_clock_get_type())

G_DECLARE_FINAL_TYPE (CallboardClock, callboard_clock, CALLBOARD, CLOCK, GObject)

/**
 * callboard_clock_new_system:
 *
 * Creates a clock that tells the time of the machine.
 *
 * Returns: (transfer full): the clock
 */
CallboardClock *callboard_clock_new_system  (void);

/**
 * callboard_clock_new_stopped:
 * @now: the time it tells, in microseconds since the epoch, UTC
 *
 * Creates a clock that stands still until callboard_clock_advance() moves it. Tests use it.
 *
 * Returns: (transfer full): the clock
 */
CallboardClock *callboard_clock_new_stopped (gint64          now);

/**
 * callboard_clock_now:
 * @self: a clock
 *
 * Safe from any thread.
 *
 * Returns: the time in microseconds since the epoch, UTC
 */
gint64          callboard_clock_now         (CallboardClock *self);

/**
 * callboard_clock_advance:
 * @self: a clock
 * @microseconds: how far to move it; may be negative
 *
 * Moves the clock and emits #CallboardClock::moved, upon which whoever waits for a time looks again.
 */
void            callboard_clock_advance     (CallboardClock *self,
                                             gint64          microseconds);

G_END_DECLS
