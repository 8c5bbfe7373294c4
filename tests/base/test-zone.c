/* test-zone.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-zone.h"

#include <string.h>

#include "callboard-clock.h"

#define EVERY_DAY 0x7f

static const CallboardSendHours mornings = { 9 * 60, 12 * 60, 0x1f };
static const CallboardSendHours weekdays = { 9 * 60, 19 * 60, 0x1f | 0x80 };
static const CallboardSendHours nights = { 5 * 60, 23 * 60, EVERY_DAY };
static const CallboardSendHours sundays = { 10 * 60, 11 * 60, CALLBOARD_WEEKDAY (G_DATE_SUNDAY) };
static const CallboardSendHours always = { 0, 24 * 60, EVERY_DAY };
static const CallboardSendHours never = { 9 * 60, 9 * 60, EVERY_DAY };
static const CallboardSendHours no_day = { 9 * 60, 12 * 60, 0 };

/* 2026-11-23 is a Monday. */
static const struct
{
  const char               *now;
  const char               *country;
  const char               *zone;
  const CallboardSendHours *hours;
  const char               *expected;
} table[] = {
  { "2026-11-23T08:59:59Z", "GB", NULL, NULL, "2026-11-23T09:00:00Z" },
  { "2026-11-23T09:00:00Z", "GB", NULL, NULL, "2026-11-23T09:00:00Z" },
  { "2026-11-23T12:34:56Z", "GB", NULL, NULL, "2026-11-23T12:34:56Z" },
  { "2026-11-23T18:59:59Z", "GB", NULL, NULL, "2026-11-23T18:59:59Z" },
  { "2026-11-23T19:00:00Z", "GB", NULL, NULL, "2026-11-24T09:00:00Z" },
  { "2026-11-27T19:00:00Z", "GB", NULL, NULL, "2026-11-30T09:00:00Z" },
  { "2026-11-28T12:00:00Z", "GB", NULL, NULL, "2026-11-30T09:00:00Z" },
  { "2026-11-29T23:59:59Z", "GB", NULL, NULL, "2026-11-30T09:00:00Z" },
  { "2026-11-23T08:30:00Z", "DE", NULL, NULL, "2026-11-23T08:30:00Z" },
  { "2026-11-23T18:30:00Z", "DE", NULL, NULL, "2026-11-24T08:00:00Z" },
  { "2026-11-22T23:30:00Z", "JP", NULL, NULL, "2026-11-23T00:00:00Z" },
  { "2026-11-23T12:00:00Z", "IN", NULL, NULL, "2026-11-23T12:00:00Z" },
  { "2026-11-23T13:30:00Z", "IN", NULL, NULL, "2026-11-24T03:30:00Z" },

  /* The clocks change on Sunday 29 March and 25 October in Europe, 8 March and 1 November in America. */
  { "2026-03-27T19:30:00Z", "GB", NULL, NULL, "2026-03-30T08:00:00Z" },
  { "2026-10-23T18:30:00Z", "GB", NULL, NULL, "2026-10-26T09:00:00Z" },
  { "2026-03-29T00:30:00Z", "GB", NULL, &sundays, "2026-03-29T09:00:00Z" },
  { "2026-10-25T00:30:00Z", "GB", NULL, &sundays, "2026-10-25T10:00:00Z" },
  { "2026-03-06T23:00:00Z", "US", "America/New_York", NULL, "2026-03-06T23:00:00Z" },
  { "2026-03-07T00:00:00Z", "US", "America/New_York", NULL, "2026-03-09T13:00:00Z" },
  { "2026-10-31T00:00:00Z", "US", "America/New_York", NULL, "2026-11-02T14:00:00Z" },

  /* All of the country: 9:00 in Honolulu, before 19:00 in New York. */
  { "2026-11-23T14:00:00Z", "US", NULL, NULL, "2026-11-23T19:00:00Z" },
  { "2026-11-23T23:59:59Z", "US", NULL, NULL, "2026-11-23T23:59:59Z" },
  { "2026-11-24T00:00:00Z", "US", NULL, NULL, "2026-11-24T19:00:00Z" },
  { "2026-11-28T00:00:00Z", "US", NULL, NULL, "2026-11-30T19:00:00Z" },
  { "2026-07-01T14:00:00Z", "US", NULL, NULL, "2026-07-01T19:00:00Z" },
  { "2026-07-01T23:00:00Z", "US", NULL, NULL, "2026-07-02T19:00:00Z" },
  { "2026-11-23T09:00:00Z", "ES", NULL, NULL, "2026-11-23T09:00:00Z" },
  { "2026-11-23T08:00:00Z", "ES", NULL, NULL, "2026-11-23T09:00:00Z" },
  { "2026-11-23T18:00:00Z", "ES", NULL, NULL, "2026-11-24T09:00:00Z" },
  { "2026-11-23T00:00:00Z", "AU", NULL, NULL, "2026-11-23T01:00:00Z" },

  /* No moment suits all of Russia: 8:30 in Kaliningrad and 18:30 in Kamchatka. */
  { "2026-11-23T10:00:00Z", "RU", NULL, NULL, "2026-11-24T06:30:00Z" },
  { "2026-11-23T10:00:00Z", "RU", "Europe/Moscow", NULL, "2026-11-23T10:00:00Z" },
  /* Nor mornings of all America; widened, but not beyond 8:00 and 21:00. */
  { "2026-11-23T15:00:00Z", "US", NULL, &mornings, "2026-11-23T18:00:00Z" },
  { "2026-11-23T15:00:00Z", "US", "America/New_York", &mornings, "2026-11-23T15:00:00Z" },

  /* Whoever set them: never outside 8:00–21:00 in America. */
  { "2026-11-23T10:00:00Z", "US", "America/New_York", &nights, "2026-11-23T13:00:00Z" },
  { "2026-11-24T02:00:00Z", "US", "America/New_York", &nights, "2026-11-24T13:00:00Z" },
  { "2026-11-24T01:30:00Z", "PR", NULL, &nights, "2026-11-24T12:00:00Z" },
  { "2026-11-23T05:30:00Z", "GB", NULL, &nights, "2026-11-23T05:30:00Z" },
  { "2026-11-28T03:00:00Z", "GB", NULL, &always, "2026-11-28T03:00:00Z" },

  /* What makes no sense falls back. */
  { "2026-11-23T20:00:00Z", "GB", NULL, &never, "2026-11-24T09:00:00Z" },
  { "2026-11-23T20:00:00Z", "GB", NULL, &no_day, "2026-11-24T09:00:00Z" },
  { "2026-11-23T20:00:00Z", "GB", "Mars/Olympus", NULL, "2026-11-24T09:00:00Z" },
  { "2026-11-23T20:00:00Z", NULL, NULL, NULL, "2026-11-24T09:00:00Z" },
  { "2026-11-23T20:00:00Z", "XX", NULL, NULL, "2026-11-24T09:00:00Z" },
  { "2026-11-23T20:00:00Z", "", "", NULL, "2026-11-24T09:00:00Z" },
  { "2026-11-23T20:00:00Z", "no such country at all", NULL, NULL, "2026-11-24T09:00:00Z" },
  { "2026-11-23T20:00:00Z", NULL, "Asia/Tokyo", NULL, "2026-11-24T00:00:00Z" },
};

static gint64
parse_time (const char *text)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_iso8601 (text, NULL);

  return g_date_time_to_unix (time) * CALLBOARD_SECOND;
}

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      gint64 now = parse_time (table[i].now);
      gint64 next = callboard_zone_next_send_time (now, table[i].country, table[i].zone, table[i].hours);
      gint64 again = callboard_zone_next_send_time (now, table[i].country, table[i].zone, table[i].hours);
      g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc (next / CALLBOARD_SECOND);
      g_autofree char *text = g_date_time_format (time, "%FT%TZ");

      g_test_message ("%s in %s, %s", table[i].now, table[i].country, table[i].zone);
      g_assert_cmpstr (text, ==, table[i].expected);
      g_assert_cmpint (again, ==, next);
      g_assert_cmpint (next, >=, now);
    }
}

static gboolean
is_inside (gint64      time,
           const char *name)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (name);
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (time / CALLBOARD_SECOND);
  g_autoptr(GDateTime) local = NULL;

  g_assert_nonnull (zone);
  local = g_date_time_to_timezone (utc, zone);

  return g_date_time_get_day_of_week (local) <= 5 && g_date_time_get_hour (local) >= 9 && g_date_time_get_hour (local) < 19;
}

/* A year by another implementation of zones: every answer is inside, and half a minute earlier is outside or before. */
static void
test_year (void)
{
  static const char * const zones[] = { "Europe/London", "America/Sao_Paulo", "Australia/Lord_Howe", "Africa/Cairo",
                                        "America/St_Johns", "Asia/Kathmandu", "Pacific/Auckland" };
  gint64 start = parse_time ("2026-01-01T00:00:00Z");

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    for (gint64 now = start; now < start + 365 * CALLBOARD_DAY; now += 7 * CALLBOARD_HOUR + 13 * CALLBOARD_MINUTE)
      {
        gint64 next = callboard_zone_next_send_time (now, NULL, zones[i], NULL);

        g_assert_true (is_inside (next, zones[i]));
        g_assert_true (next == now || !is_inside (next - CALLBOARD_MINUTE / 2, zones[i]));
        g_assert_true (next == now || !is_inside (now, zones[i]));
        g_assert_cmpint (next - now, <, 4 * CALLBOARD_DAY);
      }
}

/* What is kept from one call gives the same as working it out anew. */
static void
test_kept (void)
{
  gint64 start = parse_time ("2026-03-05T00:00:00Z");
  g_autoptr(GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint i = 0; i < 500; i++)
    {
      gint64 now = start + (gint64) g_rand_int_range (rand, 0, 7 * 24 * 60) * CALLBOARD_MINUTE;
      gint64 kept = callboard_zone_next_send_time (now, "US", NULL, NULL);

      /* Asked for another month in between, the same hours under another key are worked out each time. */
      callboard_zone_next_send_time (now + 30 * CALLBOARD_DAY, "US", NULL, &weekdays);
      g_assert_cmpint (callboard_zone_next_send_time (now, "US", NULL, &weekdays), ==, kept);
    }
}

static void
test_countries (void)
{
  g_auto(GStrv) german = callboard_zone_list ("DE");
  g_auto(GStrv) american = callboard_zone_list ("US");
  g_auto(GStrv) none = callboard_zone_list ("XX");
  gint64 now = parse_time ("2026-11-28T00:00:00Z");

  g_assert_cmpstr (german[0], ==, "Europe/Berlin");
  g_assert_cmpuint (g_strv_length (american), >, 6);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
  g_assert_true (callboard_zone_is_valid ("Europe/Berlin"));
  g_assert_true (callboard_zone_is_valid ("UTC"));
  g_assert_false (callboard_zone_is_valid ("Europe/Nowhere"));
  g_assert_false (callboard_zone_is_valid (""));
  g_assert_false (callboard_zone_is_valid ("\xff\xff"));

  /* Every pair of letters has an answer within the week. */
  for (char a = 'A'; a <= 'Z'; a++)
    for (char b = 'A'; b <= 'Z'; b++)
      {
        const char country[] = { a, b, '\0' };
        gint64 next = callboard_zone_next_send_time (now, country, NULL, NULL);

        g_assert_cmpint (next, >=, now);
        g_assert_cmpint (next - now, <, 7 * CALLBOARD_DAY);
      }
}

static void
test_describe (void)
{
  gint64 time = parse_time ("2026-11-23T19:00:00Z");
  g_autofree char *british = callboard_zone_describe (time, "GB", NULL);
  g_autofree char *german = callboard_zone_describe (time, "DE", NULL);
  g_autofree char *american = callboard_zone_describe (time, "US", NULL);
  g_autofree char *own = callboard_zone_describe (time, "US", "America/New_York");
  g_autofree char *again = callboard_zone_describe (time + CALLBOARD_SECOND, "GB", NULL);
  g_autofree char *unknown = callboard_zone_describe (time, NULL, "Mars/Olympus");

  g_assert_nonnull (strstr (british, "Mon, Nov 23, 7:00"));
  g_assert_nonnull (strstr (german, "Mon, Nov 23, 8:00"));
  g_assert_nonnull (strstr (german, "Germany"));
  g_assert_nonnull (strstr (american, "Honolulu"));
  g_assert_nonnull (strstr (american, "New York"));
  g_assert_nonnull (strstr (own, "2:00"));
  g_assert_null (strstr (own, "Honolulu"));
  g_assert_cmpstr (again, ==, british);
  g_assert_nonnull (strstr (unknown, "7:00"));
}

static gpointer
ask_thread (gpointer data)
{
  static const char * const countries[] = { "GB", "US", "DE", "AU" };
  gint64 now = parse_time ("2026-11-28T00:00:00Z");

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *text = callboard_zone_describe (now, countries[i % 4], NULL);

      g_assert_cmpint (callboard_zone_next_send_time (now + i * CALLBOARD_HOUR, countries[i % 4], NULL, NULL), >, now);
      g_assert_nonnull (text);
    }

  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("zone", ask_thread, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/zone/threads", test_threads);
  g_test_add_func ("/zone/table", test_table);
  g_test_add_func ("/zone/year", test_year);
  g_test_add_func ("/zone/kept", test_kept);
  g_test_add_func ("/zone/countries", test_countries);
  g_test_add_func ("/zone/describe", test_describe);

  return g_test_run ();
}
