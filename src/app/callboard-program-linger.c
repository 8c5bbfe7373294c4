/* callboard-program-linger.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-program-private.h"

/* What leaves so soon was promised by a toast that may still have been in sight when the window was closed. */
#define SOON (2 * CALLBOARD_MINUTE)

/* A provider that does not answer does not keep the program alive. */
#define PATIENCE (5 * CALLBOARD_MINUTE)

/* How long requests that have left are awaited when the program ends: what has no answer then is Unknown. */
#define LAST_WAIT (3 * G_USEC_PER_SEC)

typedef struct
{
  CallboardProgram *program;
  gint64            until;
} Linger;

static gboolean
has_work (CallboardContext *context)
{
  gint64 now = callboard_clock_now (callboard_store_get_clock (callboard_context_get_store (context)));

  return !callboard_context_is_idle (context) || callboard_context_get_next_due (context) < now + SOON;
}

static gboolean
linger_cb (gpointer user_data)
{
  Linger *linger = user_data;
  GtkApplication *application = GTK_APPLICATION (linger->program);
  CallboardContext *context = callboard_program_get_context (linger->program);

  if (gtk_application_get_windows (application) == NULL && g_get_monotonic_time () < linger->until && has_work (context))
    return G_SOURCE_CONTINUE;

  g_application_release (G_APPLICATION (application));

  return G_SOURCE_REMOVE;
}

void
callboard_program_linger (CallboardProgram *self)
{
  CallboardContext *context;
  Linger *linger;

  g_return_if_fail (CALLBOARD_IS_PROGRAM (self));

  context = callboard_program_get_context (self);
  if (context == NULL || gtk_application_get_windows (GTK_APPLICATION (self)) != NULL || !has_work (context))
    return;

  linger = g_new0 (Linger, 1);
  linger->program = self;
  linger->until = g_get_monotonic_time () + PATIENCE;
  g_application_hold (G_APPLICATION (self));
  g_timeout_add_seconds_full (G_PRIORITY_DEFAULT, 1, linger_cb, linger, g_free);
}

void
callboard_program_finish (CallboardProgram *self)
{
  CallboardContext *context = callboard_program_get_context (self);
  gint64 until = g_get_monotonic_time () + LAST_WAIT;

  g_return_if_fail (CALLBOARD_IS_PROGRAM (self));

  if (context == NULL)
    return;

  callboard_context_stop (context);
  while (!callboard_context_is_idle (context) && g_get_monotonic_time () < until)
    {
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (10000);
    }
  callboard_store_close (callboard_context_get_store (context));
}
