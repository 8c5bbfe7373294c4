/* callboard-render-sample.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "callboard-clock.h"
#include "callboard-merge.h"
#include "callboard-render-private.h"
#include "callboard-settings.h"

/* A number that is reserved for fiction. */
#define SAMPLE_PHONE "+44 7700 900123"

/* 10:30 on the day after tomorrow, in UTC. */
#define SAMPLE_DAYS   2
#define SAMPLE_MINUTE (10 * 60 + 30)

#define SAMPLE_SQL                                                                \
  "SELECT j.title, j.location, s.name,"                                           \
  " (SELECT value FROM setting WHERE name = '" CALLBOARD_SETTING_COMPANY "'),"    \
  " (SELECT value FROM setting WHERE name = '" CALLBOARD_SETTING_RECRUITER "'),"  \
  " coalesce (nullif (trim ($1), ''), nullif (j.manager, ''),"                    \
  "  (SELECT value FROM setting WHERE name = '" CALLBOARD_SETTING_RECRUITER "'))" \
  " FROM stage s JOIN job j ON j.id = s.job_id WHERE s.id = $2"

static const struct {
  const char *field;
  const char *value;
} samples[] = {
  { "candidate.first_name", "Alexandra" },
  { "candidate.last_name", "Schneider" },
  { "job.title", N_("Warehouse assistant") },
  { "job.location", "Manchester" },
  { "stage.name", N_("Interview") },
  { "company.name", "Example Logistics" },
  { "recruiter.name", "Jamie Carter" },
  { "interviewer.name", "Robin Meyer" },
};

/* The fields of the columns above. */
static const char * const loaded[] = {
  "job.title", "job.location", "stage.name", "company.name", "recruiter.name", "interviewer.name",
};

static void
set_place (CallboardValues         *values,
           const CallboardSchedule *schedule)
{
  gboolean named = schedule != NULL && schedule->place != NULL && *schedule->place != '\0';
  gboolean phone = schedule != NULL && schedule->place_kind == CALLBOARD_PLACE_PHONE;
  g_autofree char *place = NULL;

  if (named)
    place = callboard_merge_render (schedule->place, callboard_values_look_up, values);

  callboard_values_set (values, "interview.place",
                        named ? place : phone ? SAMPLE_PHONE : "12 Station Road, Manchester");
}

static void
set_interview (CallboardValues *values,
               CallboardScript *script,
               gint64           now)
{
  gint64 day = (now / CALLBOARD_DAY + SAMPLE_DAYS) * CALLBOARD_DAY;
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();

  if (callboard_script_get_schedule (script) == NULL)
    callboard_values_set_interview (values, day + SAMPLE_MINUTE * CALLBOARD_MINUTE, g_time_zone_get_identifier (zone),
                                    callboard_script_get_language (script));
}

CallboardValues *
callboard_values_new_sample (CallboardScript *script,
                             gint64           now)
{
  CallboardValues *values = callboard_values_new ();
  const CallboardSchedule *schedule;

  g_return_val_if_fail (script != NULL, values);

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    callboard_values_set (values, samples[i].field, _(samples[i].value));

  schedule = callboard_script_get_schedule (script);
  if (schedule != NULL && schedule->interviewer != NULL && *schedule->interviewer != '\0')
    callboard_values_set (values, "interviewer.name", schedule->interviewer);
  set_place (values, schedule);
  set_interview (values, script, now);

  return values;
}

CallboardValues *
callboard_values_load_sample (CallboardDb      *db,
                              gint64            stage,
                              CallboardScript  *script,
                              gint64            now,
                              GError          **error)
{
  const CallboardSchedule *schedule = callboard_script_get_schedule (script);
  g_autoptr(CallboardRows) rows =
    callboard_db_select (db, error, SAMPLE_SQL, "si", schedule != NULL ? schedule->interviewer : NULL, stage);
  CallboardValues *values;

  if (rows == NULL)
    return NULL;

  values = callboard_values_new_sample (script, now);
  if (!callboard_rows_next (rows, error))
    return values;

  for (guint i = 0; i < G_N_ELEMENTS (loaded); i++)
    callboard_values_set (values, loaded[i], callboard_rows_text (rows, i));

  set_place (values, schedule);

  return values;
}
