/* callboard-ticker.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-ticker.h"

struct _CallboardTicker
{
  GObject         parent_instance;

  CallboardClock *clock;
  gint64          last;
  gint64          next;
  guint           source;
};

G_DEFINE_FINAL_TYPE (CallboardTicker, callboard_ticker, G_TYPE_OBJECT)

enum {
  TICK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* When the words for a time change that is @left away: each second of the last minute, else each minute. */
static gint64
get_pause (gint64 left)
{
  gint64 step = left <= CALLBOARD_MINUTE ? CALLBOARD_SECOND : CALLBOARD_MINUTE;

  if (left > CALLBOARD_HOUR)
    return left - CALLBOARD_HOUR;

  return left % step == 0 ? step : left % step;
}

static gboolean
tick_cb (gpointer user_data)
{
  CallboardTicker *self = user_data;

  g_assert (CALLBOARD_IS_TICKER (self));

  self->source = 0;
  self->last = callboard_clock_now (self->clock);
  g_signal_emit (self, signals[TICK], 0);

  return G_SOURCE_REMOVE;
}

static void
callboard_ticker_dispose (GObject *object)
{
  CallboardTicker *self = CALLBOARD_TICKER (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (callboard_ticker_parent_class)->dispose (object);
}

static void
callboard_ticker_class_init (CallboardTickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = callboard_ticker_dispose;

  /**
   * CallboardTicker::tick:
   * @self: the ticker
   *
   * The words for a time that is shown may have changed.
   */
  signals[TICK] =
    g_signal_new ("tick",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL,
                  NULL,
                  G_TYPE_NONE, 0);
}

static void
callboard_ticker_init (CallboardTicker *self)
{
}

CallboardTicker *
callboard_ticker_new (CallboardClock *clock)
{
  CallboardTicker *self;

  g_return_val_if_fail (CALLBOARD_IS_CLOCK (clock), NULL);

  self = g_object_new (CALLBOARD_TYPE_TICKER, NULL);
  self->clock = g_object_ref (clock);

  return self;
}

CallboardClock *
callboard_ticker_get_clock (CallboardTicker *self)
{
  g_return_val_if_fail (CALLBOARD_IS_TICKER (self), NULL);

  return self->clock;
}

void
callboard_ticker_want (CallboardTicker *self,
                       gint64           at)
{
  gint64 now, next;

  g_return_if_fail (CALLBOARD_IS_TICKER (self));

  now = callboard_clock_now (self->clock);
  if (at <= now)
    return;

  next = MAX (now + get_pause (at - now), self->last + CALLBOARD_SECOND);
  if (self->source != 0 && self->next <= next)
    return;

  g_clear_handle_id (&self->source, g_source_remove);
  self->next = next;
  self->source = g_timeout_add (MIN (next - now, CALLBOARD_HOUR) / 1000 + 1, tick_cb, self);
}
