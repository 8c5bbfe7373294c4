/* callboard-format.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-format.h"

#include <glib/gi18n.h>

#include "callboard-clock.h"

static GDateTime *
make_local (gint64 at)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (at / CALLBOARD_SECOND);

  return utc != NULL ? g_date_time_to_local (utc) : g_date_time_new_from_unix_local (0);
}

static char *
format_local (gint64      at,
              const char *format)
{
  g_autoptr(GDateTime) time = make_local (at);

  return g_date_time_format (time, format);
}

/* How many midnights lie between two times; negative if @at is earlier. */
static int
count_days (gint64 at,
            gint64 now)
{
  g_autoptr(GDateTime) then = make_local (at);
  g_autoptr(GDateTime) today = make_local (now);
  GDate a, b;

  g_date_clear (&a, 1);
  g_date_clear (&b, 1);
  g_date_set_dmy (&a, g_date_time_get_day_of_month (then), g_date_time_get_month (then), g_date_time_get_year (then));
  g_date_set_dmy (&b, g_date_time_get_day_of_month (today), g_date_time_get_month (today), g_date_time_get_year (today));

  return g_date_days_between (&b, &a);
}

static char *
format_short (gint64 seconds)
{
  if (seconds < 60)
    return g_strdup_printf (_("in %d s"), (int) seconds);

  return g_strdup_printf (_("in %d min"), (int) ((seconds + 59) / 60));
}

char *
callboard_format_until (gint64 at,
                        gint64 now)
{
  gint64 left = at - now;

  if (left <= 0)
    return g_strdup (_("now"));
  if (left <= CALLBOARD_HOUR)
    return format_short ((left + CALLBOARD_SECOND - 1) / CALLBOARD_SECOND);

  switch (count_days (at, now))
    {
    case 0:
      /* Translators: when something happens, %R is the hour, as in "leaves at 14:30". */
      return format_local (at, _("at %R"));
    case 1:
      return format_local (at, _("tomorrow at %R"));
    default:
      return format_local (at, _("on %-d %B at %R"));
    }
}

char *
callboard_format_deadline (gint64 at,
                           gint64 now)
{
  switch (count_days (at, now))
    {
    case 0:
      return callboard_format_hour (at);
    case 1:
      /* Translators: %R is the hour, as in "until tomorrow 14:30". */
      return format_local (at, _("tomorrow %R"));
    default:
      return format_local (at, _("%-d %B, %R"));
    }
}

char *
callboard_format_since (gint64 at,
                        gint64 now)
{
  gint64 gone = now - at;

  if (gone < CALLBOARD_MINUTE)
    return g_strdup (_("now"));
  if (gone < CALLBOARD_HOUR)
    return g_strdup_printf (_("%d min ago"), (int) (gone / CALLBOARD_MINUTE));

  switch (count_days (at, now))
    {
    case 0:
      return callboard_format_hour (at);
    case -1:
      return format_local (at, _("yesterday at %R"));
    default:
      return format_local (at, _("%-d %B"));
    }
}

char *
callboard_format_hour (gint64 at)
{
  return format_local (at, "%R");
}

char *
callboard_format_date (gint64 at)
{
  /* Translators: a short date, "Mon 2 Mar"; see g_date_time_format() */
  return format_local (at, _("%a %-d %b"));
}

char *
callboard_format_day (gint64 at,
                      gint64 now)
{
  switch (count_days (at, now))
    {
    case 0:
      return g_strdup (_("Today"));
    case -1:
      return g_strdup (_("Yesterday"));
    default:
      return format_local (at, _("%A, %-d %B %Y"));
    }
}

char *
callboard_format_exactly (gint64 at)
{
  return format_local (at, _("%A, %-d %B %Y, %T %Z"));
}

gboolean
callboard_format_is_same_day (gint64 a,
                              gint64 b)
{
  return count_days (a, b) == 0;
}

char *
callboard_format_price (gint64      millionths,
                        const char *currency)
{
  int digits = millionths % 10000 == 0 ? 2 : millionths % 1000 == 0 ? 3 : 4;

  g_return_val_if_fail (currency != NULL, NULL);

  return g_strdup_printf ("%.*f\302\240%s", digits, millionths / 1e6, currency);
}
