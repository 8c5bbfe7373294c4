/* callboard-script-event.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-script-event.h"

static void
clear_slot (gpointer data)
{
  CallboardSlot *slot = data;

  g_free (slot->session);
}

GArray *
callboard_slots_new (void)
{
  GArray *slots = g_array_new (FALSE, TRUE, sizeof (CallboardSlot));

  g_array_set_clear_func (slots, clear_slot);

  return slots;
}

void
callboard_slots_add (GArray     *slots,
                     gint64      starts_at,
                     gint64      ends_at,
                     const char *session)
{
  CallboardSlot slot = { starts_at, ends_at, g_strdup (session) };

  g_return_if_fail (slots != NULL);

  g_array_append_val (slots, slot);
}
