/* callboard-clock.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-clock.h"

struct _CallboardClock
{
  GObject parent_instance;

  GMutex  mutex;
  gint64  shift;
  guint   running : 1;
};

G_DEFINE_FINAL_TYPE (CallboardClock, callboard_clock, G_TYPE_OBJECT)

enum {
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
callboard_clock_finalize (GObject *object)
{
  CallboardClock *self = CALLBOARD_CLOCK (object);

  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (callboard_clock_parent_class)->finalize (object);
}

static void
callboard_clock_class_init (CallboardClockClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = callboard_clock_finalize;

  /**
   * CallboardClock::moved:
   *
   * The clock was moved by hand; due times have to be looked at again.
   */
  signals[MOVED] =
    g_signal_new ("moved",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL,
                  NULL,
                  G_TYPE_NONE, 0);
}

static void
callboard_clock_init (CallboardClock *self)
{
  g_mutex_init (&self->mutex);
}

CallboardClock *
callboard_clock_new_system (void)
{
  CallboardClock *self = g_object_new (CALLBOARD_TYPE_CLOCK, NULL);

  self->running = TRUE;

  return self;
}

CallboardClock *
callboard_clock_new_stopped (gint64 now)
{
  CallboardClock *self = g_object_new (CALLBOARD_TYPE_CLOCK, NULL);

  self->shift = now;

  return self;
}

gint64
callboard_clock_now (CallboardClock *self)
{
  gint64 shift;

  g_return_val_if_fail (CALLBOARD_IS_CLOCK (self), 0);

  g_mutex_lock (&self->mutex);
  shift = self->shift;
  g_mutex_unlock (&self->mutex);

  return self->running ? g_get_real_time () + shift : shift;
}

void
callboard_clock_advance (CallboardClock *self,
                         gint64          microseconds)
{
  g_return_if_fail (CALLBOARD_IS_CLOCK (self));

  g_mutex_lock (&self->mutex);
  self->shift += microseconds;
  g_mutex_unlock (&self->mutex);

  g_signal_emit (self, signals[MOVED], 0);
}
