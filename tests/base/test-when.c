/* test-when.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "callboard-clock.h"
#include "callboard-when.h"

/* The order and the punctuation are the languages' own, by whichever ICU is there: only what must be in it is looked for. */
static const struct
{
  const char    *time;
  const char    *zone;
  const char    *language;
  CallboardWhen  what;
  const char    *parts[4];
} table[] = {
  { "2026-12-01T10:00:00Z", "Europe/London", "en", CALLBOARD_WHEN_DATE, { "Tuesday", " 1 December" } },
  { "2026-12-01T10:00:00Z", "Europe/London", "en", CALLBOARD_WHEN_DAY, { "Tue", " 1 Dec" } },
  { "2026-12-01T10:00:00Z", "Europe/London", "en", CALLBOARD_WHEN_TIME, { "10:00" } },
  { "2026-12-01T10:00:00Z", "Europe/London", "en", CALLBOARD_WHEN_SHORT, { "1 Dec", " 10:00" } },
  { "2026-12-01T10:00:00Z", "Europe/London", "en", CALLBOARD_WHEN_ZONE, { "GMT, London" } },
  { "2026-07-01T10:00:00Z", "Europe/London", "en", CALLBOARD_WHEN_ZONE, { "BST, London" } },
  { "2026-07-01T10:00:00Z", "Europe/London", "en", CALLBOARD_WHEN_TIME, { "11:00" } },
  { "2026-12-01T19:30:00Z", "America/New_York", "en", CALLBOARD_WHEN_TIME, { "2:30 PM" } },
  { "2026-12-01T19:30:00Z", "America/New_York", "en", CALLBOARD_WHEN_DATE, { "Tuesday", "December 1" } },
  { "2026-12-01T19:30:00Z", "America/New_York", "en", CALLBOARD_WHEN_ZONE, { "EST, New York" } },
  { "2026-12-01T10:00:00Z", "Europe/Berlin", "de", CALLBOARD_WHEN_DATE, { "Dienstag", "1. Dezember" } },
  { "2026-12-01T10:00:00Z", "Europe/Rome", "de", CALLBOARD_WHEN_ZONE, { "CET, Rom" } },
  { "2026-12-01T10:00:00Z", "Europe/Paris", "fr", CALLBOARD_WHEN_DATE, { "mardi", "1 décembre" } },
  { "2026-12-01T10:00:00Z", "Europe/Madrid", "es", CALLBOARD_WHEN_DATE, { "martes", "1 de diciembre" } },
  { "2026-12-01T10:00:00Z", "Europe/Amsterdam", "nl", CALLBOARD_WHEN_DATE, { "dinsdag", "1 december" } },
  { "2026-12-01T10:00:00Z", "America/Sao_Paulo", "pt-BR", CALLBOARD_WHEN_DATE, { "terça-feira", "1 de dezembro" } },
  { "2026-12-01T10:00:00Z", "America/Sao_Paulo", "pt", CALLBOARD_WHEN_ZONE, { "UTC-03, São Paulo" } },
  { "2026-12-01T23:30:00Z", "Asia/Kolkata", "en", CALLBOARD_WHEN_DATE, { "Wednesday", " 2 December" } },
  { "2026-12-01T10:00:00Z", "Nowhere/Atlantis", "en", CALLBOARD_WHEN_ZONE, { "UTC" } },
  { "2026-12-01T10:00:00Z", NULL, "xx", CALLBOARD_WHEN_TIME, { "10:00" } },
};

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr(GDateTime) time = g_date_time_new_from_iso8601 (table[i].time, NULL);
      g_autofree char *text = callboard_when_tell (g_date_time_to_unix (time) * CALLBOARD_SECOND, table[i].zone,
                                                   table[i].language, table[i].what);

      g_test_message ("%s", text);
      for (guint j = 0; table[i].parts[j] != NULL; j++)
        g_assert_nonnull (strstr (text, table[i].parts[j]));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/when/table", test_table);

  return g_test_run ();
}
