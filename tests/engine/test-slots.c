/* test-slots.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-clock.h"
#include "callboard-script.h"
#include "callboard-slots.h"

#define WEEKDAYS(from, to)                                                                      \
  "{'day':'mon','from':'" from "','to':'" to "'},{'day':'tue','from':'" from "','to':'" to "'},"  \
  "{'day':'wed','from':'" from "','to':'" to "'},{'day':'thu','from':'" from "','to':'" to "'},"  \
  "{'day':'fri','from':'" from "','to':'" to "'}"

/* Times are local in the schedule's zone, with their offset; `expected` lists the first ones, "…" that more follow. */
typedef struct
{
  const char *name;
  const char *schedule;
  const char *now;
  const char *taken;
  const char *expected;
} Case;

static const Case cases[] = {
  { "hours", "'zone':'Europe/London','horizon':1,'hours':[" WEEKDAYS ("09:00", "11:00") "]",
    "2026-12-01T00:00:00Z", "",
    "2026-12-01T09:00+00 2026-12-01T09:40+00 2026-12-01T10:20+00 2026-12-02T09:00+00" },
  { "gap", "'zone':'Europe/London','gap':0,'horizon':1,'hours':[" WEEKDAYS ("09:00", "11:00") "]",
    "2026-12-01T00:00:00Z", "",
    "2026-12-01T09:00+00 2026-12-01T09:30+00 2026-12-01T10:00+00 2026-12-01T10:30+00" },
  { "notice", "'zone':'Europe/London','horizon':1,'hours':[" WEEKDAYS ("09:00", "17:00") "]",
    "2026-12-01T10:30:00Z", "",
    "2026-12-01T15:00+00 2026-12-01T15:40+00 2026-12-01T16:20+00 2026-12-02T09:00+00 2026-12-02T09:40+00"
    " 2026-12-02T10:20+00" },
  { "notice-exact", "'zone':'Europe/London','notice':60,'horizon':1,'hours':[" WEEKDAYS ("09:00", "09:30") "]",
    "2026-12-01T08:00:00Z", "",
    "2026-12-01T09:00+00 2026-12-02T09:00+00 2026-12-03T09:00+00 2026-12-04T09:00+00" },
  { "horizon", "'zone':'Europe/London','horizon':2,'hours':[" WEEKDAYS ("09:00", "09:30") "]",
    "2026-12-03T12:00:00Z", "",
    "2026-12-04T09:00+00 2026-12-07T09:00+00 2026-12-08T09:00+00 2026-12-09T09:00+00" },
  { "horizon-grows-over-taken", "'zone':'Europe/London','horizon':2,'hours':[{'day':'mon','from':'09:00','to':'09:30'}]",
    "2026-12-01T12:00:00Z", "2026-12-07T09:00:00Z/30/1 2026-12-21T09:20:00Z/30/1",
    "2026-12-14T09:00+00 2026-12-28T09:00+00 2027-01-04T09:00+00 2027-01-11T09:00+00" },
  { "horizon-ends", "'zone':'Europe/London','hours':[{'day':'mon','from':'09:00','to':'09:30'}]",
    "2026-12-01T12:00:00Z", "2026-12-02T00:00:00Z/99999/1", "" },
  { "taken-blocks-with-gap", "'zone':'Europe/London','horizon':1,'hours':[" WEEKDAYS ("09:00", "12:00") "]",
    "2026-12-01T00:00:00Z", "2026-12-01T09:40:00Z/30/1 2026-12-01T11:25:00Z/5/1",
    "2026-12-01T09:00+00 2026-12-01T10:20+00 2026-12-02T09:00+00 2026-12-02T09:40+00" },
  { "taken-just-before", "'zone':'Europe/London','horizon':1,'hours':[" WEEKDAYS ("09:00", "10:10") "]",
    "2026-12-01T00:00:00Z", "2026-12-01T08:20:00Z/30/1 2026-12-01T10:21:00Z/30/1",
    "2026-12-01T09:00+00 2026-12-01T09:40+00 2026-12-02T09:00+00 2026-12-02T09:40+00" },
  { "capacity", "'zone':'Europe/London','horizon':1,'capacity':3,'hours':[" WEEKDAYS ("09:00", "09:30") "]",
    "2026-12-01T00:00:00Z", "2026-12-01T09:00:00Z/30/2/same 2026-12-02T09:00:00Z/30/3/same 2026-12-03T09:00:00Z/30/1",
    "2026-12-01T09:00+00 2026-12-04T09:00+00 2026-12-07T09:00+00 2026-12-08T09:00+00" },
  { "sessions", "'zone':'Europe/London','duration':60,'sessions':["
    "{'id':'s3','starts':'2026-12-20T10:00','seats':8},{'id':'s1','starts':'2026-11-30T10:00','seats':8},"
    "{'id':'s2','starts':'2026-12-02T14:00','seats':8},{'id':'s4','starts':'2027-06-01T14:00'},"
    "{'id':'s5','starts':'2026-12-03T14:00','seats':2}]",
    "2026-12-01T00:00:00Z", "2026-12-02T14:00:00Z/60/7/same 2026-12-03T14:00:00Z/60/2/same",
    "2026-12-02T14:00+00 2026-12-20T10:00+00 2027-06-01T14:00+01" },
  { "sessions-cut", "'zone':'Europe/London','sessions':["
    "{'id':'a','starts':'2026-12-02T10:00'},{'id':'b','starts':'2026-12-03T10:00'},{'id':'c','starts':'2026-12-04T10:00'},"
    "{'id':'d','starts':'2026-12-05T10:00'},{'id':'e','starts':'2026-12-06T10:00'},{'id':'f','starts':'2026-12-09T10:00'}]",
    "2026-12-01T00:00:00Z", "",
    "2026-12-02T10:00+00 2026-12-03T10:00+00 2026-12-04T10:00+00 2026-12-05T10:00+00 2026-12-06T10:00+00" },
  { "sessions-go-first", "'zone':'Europe/London','horizon':1,'hours':[" WEEKDAYS ("09:00", "10:10") "],"
    "'sessions':[{'id':'a','starts':'2026-12-01T09:40','seats':5},{'id':'b','starts':'2026-12-01T18:00','seats':5}]",
    "2026-12-01T00:00:00Z", "", "2026-12-01T09:40+00 2026-12-01T18:00+00" },
  { "twice-the-same-hours", "'zone':'Europe/London','horizon':1,'hours':[" WEEKDAYS ("09:00", "10:10") ","
    WEEKDAYS ("09:00", "10:10") "]", "2026-12-01T00:00:00Z", "",
    "2026-12-01T09:00+00 2026-12-01T09:40+00 2026-12-02T09:00+00 2026-12-02T09:40+00" },
  { "to-midnight", "'zone':'Europe/London','horizon':1,'hours':[" WEEKDAYS ("23:00", "24:00") "]",
    "2026-12-01T00:00:00Z", "",
    "2026-12-01T23:00+00 2026-12-02T23:00+00 2026-12-03T23:00+00 2026-12-04T23:00+00" },
  /* London: the clocks skip 01:00 to 02:00 on 29 March 2026, and show 01:00 to 02:00 twice on 25 October 2026. */
  { "spring", "'zone':'Europe/London','horizon':1,'hours':[{'day':'sun','from':'00:00','to':'04:00'}]",
    "2026-03-28T12:00:00Z", "",
    "2026-03-29T00:00+00 2026-03-29T00:40+00 2026-03-29T02:00+01 2026-03-29T02:40+01 2026-03-29T03:20+01" },
  { "autumn", "'zone':'Europe/London','horizon':1,'hours':[{'day':'sun','from':'00:00','to':'04:00'}]",
    "2026-10-24T12:00:00Z", "",
    "2026-10-25T00:00+01 2026-10-25T00:40+01 2026-10-25T01:20+00 2026-10-25T02:00+00 2026-10-25T02:40+00"
    " 2026-10-25T03:20+00" },
  { "over-spring", "'zone':'Europe/Berlin','horizon':3,'hours':[" WEEKDAYS ("09:00", "09:30") "]",
    "2026-03-27T00:00:00Z", "",
    "2026-03-27T09:00+01 2026-03-30T09:00+02 2026-03-31T09:00+02 2026-04-01T09:00+02" },
  { "over-autumn", "'zone':'America/New_York','horizon':3,'hours':[" WEEKDAYS ("09:00", "09:30") "]",
    "2026-10-30T00:00:00Z", "",
    "2026-10-30T09:00-04 2026-11-02T09:00-05 2026-11-03T09:00-05 2026-11-04T09:00-05" },
  { "half-hour-clock-change", "'zone':'Australia/Lord_Howe','horizon':1,'hours':[{'day':'sun','from':'01:30','to':'03:20'}]",
    "2026-10-03T00:00:00Z", "",
    "2026-10-04T01:30+1030 2026-10-04T02:50+11 2026-10-11T01:30+11 2026-10-11T02:10+11" },
  { "kolkata", "'zone':'Asia/Kolkata','horizon':1,'hours':[{'day':'tue','from':'09:00','to':'10:10'}]",
    "2026-11-30T20:00:00Z", "",
    "2026-12-01T09:00+0530 2026-12-01T09:40+0530 2026-12-08T09:00+0530 2026-12-08T09:40+0530" },
  { "leap-day", "'zone':'Europe/London','horizon':1,'sessions':[{'id':'a','starts':'2028-02-29T10:00'}]",
    "2028-02-28T00:00:00Z", "", "2028-02-29T10:00+00" },
  { "nothing-fits", "'zone':'Europe/London','duration':60,'hours':[" WEEKDAYS ("09:00", "09:30") "]",
    "2026-12-01T00:00:00Z", "", "" },
};

static CallboardScript *
parse (const char *members)
{
  g_autofree char *text = g_strdup_printf ("{'callboard':1,'language':'en','welcome':{'text':'Hello'},'modules':"
                                           "[{'id':'sch1','type':'schedule',%s}]}", members);
  g_autoptr(GError) error = NULL;
  CallboardScript *script;

  g_strdelimit (text, "'", '"');
  script = callboard_script_parse (text, &error);
  g_assert_no_error (error);

  return script;
}

static gint64
read_time (const char *text)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_iso8601 (text, NULL);

  g_assert_nonnull (time);

  return g_date_time_to_unix (time) * CALLBOARD_SECOND;
}

/* "start/minutes/seats[/same] …" */
static GArray *
read_taken (const char *text)
{
  GArray *taken = g_array_new (FALSE, FALSE, sizeof (CallboardTaken));
  g_auto(GStrv) parts = g_strsplit (text, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto(GStrv) fields = g_strsplit (parts[i], "/", -1);
      CallboardTaken one = { read_time (fields[0]) };

      one.ends_at = one.starts_at + g_ascii_strtoll (fields[1], NULL, 10) * CALLBOARD_MINUTE;
      one.seats = g_ascii_strtoull (fields[2], NULL, 10);
      one.same = fields[3] != NULL;
      g_array_append_val (taken, one);
    }

  return taken;
}

static char *
write_slots (GArray     *slots,
             const char *zone_name)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (zone_name);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < slots->len; i++)
    {
      g_autoptr(GDateTime) utc =
        g_date_time_new_from_unix_utc (g_array_index (slots, CallboardSlot, i).starts_at / CALLBOARD_SECOND);
      g_autoptr(GDateTime) local = g_date_time_to_timezone (utc, zone);
      g_autofree char *time = g_date_time_format (local, "%Y-%m-%dT%H:%M%z");

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", time);
      if (g_str_has_suffix (text->str, "00"))
        g_string_truncate (text, text->len - 2);
    }

  return g_string_free (text, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autoptr(CallboardScript) script = parse (one->schedule);
  const CallboardSchedule *schedule = callboard_script_get_schedule (script);
  g_autoptr(GArray) taken = read_taken (one->taken);
  g_autoptr(GArray) slots = callboard_slots_find (schedule, (gconstpointer) taken->data, taken->len,
                                                  read_time (one->now), 0, 0);
  g_autofree char *found = write_slots (slots, schedule->zone);

  g_assert_cmpstr (found, ==, one->expected);
}

static void
test_session (void)
{
  g_autoptr(CallboardScript) script =
    parse ("'zone':'Europe/London','duration':45,'sessions':[{'id':'group','starts':'2026-12-01T10:00','seats':8}]");
  CallboardTaken taken = { read_time ("2026-12-01T10:00:00Z"), read_time ("2026-12-01T10:45:00Z"), 7, TRUE };
  g_autoptr(GArray) slots = callboard_slots_find (callboard_script_get_schedule (script), &taken, 1,
                                                  read_time ("2026-12-01T00:00:00Z"), 0, 0);
  const CallboardSlot *slot = &g_array_index (slots, CallboardSlot, 0);

  g_assert_cmpuint (slots->len, ==, 1);
  g_assert_cmpstr (slot->session, ==, "group");
  g_assert_cmpint (slot->ends_at - slot->starts_at, ==, 45 * CALLBOARD_MINUTE);
}

/* One day of what is on offer; and nothing beyond it, however few there are. */
static void
test_range (void)
{
  g_autoptr(CallboardScript) script = parse ("'zone':'Europe/London','hours':[" WEEKDAYS ("09:00", "10:10") "]");
  g_autoptr(GArray) slots = callboard_slots_find (callboard_script_get_schedule (script), NULL, 0,
                                                  read_time ("2026-12-01T00:00:00Z"), read_time ("2026-12-03T00:00:00Z"),
                                                  read_time ("2026-12-04T00:00:00Z"));
  g_autofree char *found = write_slots (slots, "Europe/London");
  g_autoptr(GArray) late = callboard_slots_find (callboard_script_get_schedule (script), NULL, 0,
                                                 read_time ("2026-12-01T00:00:00Z"), read_time ("2026-12-20T00:00:00Z"), 0);

  g_assert_cmpstr (found, ==, "2026-12-03T09:00+00 2026-12-03T09:40+00");
  g_assert_cmpuint (late->len, ==, 0);
}

/* Over a whole year, in zones that change their clocks: no time comes twice. */
static void
test_year (void)
{
  static const char * const zones[] = { "Europe/London", "America/New_York", "Australia/Lord_Howe", "Africa/Cairo", "UTC" };

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autofree char *text = g_strdup_printf ("'zone':'%s','notice':0,'hours':[{'day':'sat','from':'00:00','to':'05:00'},"
                                               "{'day':'sun','from':'00:00','to':'05:00'},{'day':'fri','from':'00:00','to':'05:00'},"
                                               "{'day':'thu','from':'23:00','to':'24:00'}]", zones[i]);
      g_autoptr(CallboardScript) script = parse (text);

      for (gint64 now = read_time ("2026-01-01T00:00:00Z"); now < read_time ("2027-01-01T00:00:00Z"); now += 7 * CALLBOARD_DAY)
        {
          g_autoptr(GArray) slots = callboard_slots_find (callboard_script_get_schedule (script), NULL, 0, now,
                                                          0, 0);

          g_assert_cmpuint (slots->len, >=, 18);
          for (guint j = 1; j < slots->len; j++)
            g_assert_cmpint (g_array_index (slots, CallboardSlot, j).starts_at, >,
                             g_array_index (slots, CallboardSlot, j - 1).starts_at);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/slots/table/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/slots/session", test_session);
  g_test_add_func ("/slots/range", test_range);
  g_test_add_func ("/slots/year", test_year);

  return g_test_run ();
}
