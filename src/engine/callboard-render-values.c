/* callboard-render-values.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-render-private.h"

#include "callboard-merge.h"
#include "callboard-settings.h"
#include "callboard-util.h"
#include "callboard-when.h"

/* Of an application's interviews the newest, also if it was cancelled: a text may be about that. */
#define VALUES_SQL                                                                       \
  "SELECT c.first_name, c.last_name, j.title, j.location, s.name,"                       \
  " (SELECT value FROM setting WHERE name = '" CALLBOARD_SETTING_COMPANY "'),"           \
  " (SELECT value FROM setting WHERE name = '" CALLBOARD_SETTING_RECRUITER "'),"         \
  " coalesce (i.interviewer, nullif (trim ($1), ''), nullif (j.manager, ''),"            \
  "  (SELECT value FROM setting WHERE name = '" CALLBOARD_SETTING_RECRUITER "')),"       \
  " coalesce (nullif (i.place, ''), nullif ($2, ''), CASE coalesce (i.place_kind, $3) WHEN 'phone' THEN c.phone END),"  \
  " i.starts_at, i.zone"                                                                 \
  " FROM application a JOIN candidate c ON c.id = a.candidate_id"                        \
  " JOIN job j ON j.id = a.job_id JOIN stage s ON s.id = a.stage_id"                     \
  " LEFT JOIN interview i ON i.id = (SELECT max (id) FROM interview WHERE application_id = a.id) WHERE a.id = $4"

/* In the order of the columns above; the place may have fields of its own. */
static const char * const fields[] = {
  "candidate.first_name",
  "candidate.last_name",
  "job.title",
  "job.location",
  "stage.name",
  "company.name",
  "recruiter.name",
  "interviewer.name",
  "interview.place",
  "interview.date",
  "interview.time",
};

#define PLACE    8
#define DATE     9
#define TIME     10

struct _CallboardValues
{
  char *values[G_N_ELEMENTS (fields)];
};

static char *
tell_time (gint64      time,
           const char *zone,
           const char *language)
{
  g_autofree char *hour = callboard_when_tell (time, zone, language, CALLBOARD_WHEN_TIME);
  g_autofree char *clock = callboard_when_tell (time, zone, language, CALLBOARD_WHEN_ZONE);

  return g_strdup_printf ("%s (%s)", hour, clock);
}

static void
read_values (CallboardValues *self,
             CallboardRows   *rows,
             const char      *language)
{
  g_autofree char *place = callboard_rows_dup (rows, PLACE);

  for (guint i = 0; i < PLACE; i++)
    self->values[i] = callboard_rows_dup (rows, i);

  if (place != NULL)
    self->values[PLACE] = callboard_merge_render (place, callboard_values_look_up, self);

  if (!callboard_rows_null (rows, DATE))
    callboard_values_set_interview (self, callboard_rows_int (rows, DATE), callboard_rows_text (rows, TIME), language);
}

CallboardValues *
callboard_values_load (CallboardDb      *db,
                       gint64            application,
                       CallboardScript  *script,
                       GError          **error)
{
  const CallboardSchedule *schedule = callboard_script_get_schedule (script);
  g_autoptr(CallboardRows) rows =
    callboard_db_select (db, error, VALUES_SQL, "sssi", schedule != NULL ? schedule->interviewer : NULL,
                         schedule != NULL ? schedule->place : NULL,
                         schedule != NULL ? callboard_place_kind_to_nick (schedule->place_kind) : NULL, application);
  CallboardValues *self;

  if (rows == NULL)
    return NULL;

  self = g_new0 (CallboardValues, 1);
  if (callboard_rows_next (rows, error))
    read_values (self, rows, callboard_script_get_language (script));

  return self;
}

void
callboard_values_free (CallboardValues *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_free (self->values[i]);

  g_free (self);
}

const char *
callboard_values_look_up (const char *field,
                          gpointer    data)
{
  CallboardValues *self = data;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (g_str_equal (fields[i], field))
        return self->values[i];
    }

  return NULL;
}

CallboardValues *
callboard_values_new (void)
{
  return g_new0 (CallboardValues, 1);
}

CallboardValues *
callboard_values_copy (CallboardValues *self)
{
  CallboardValues *copy = callboard_values_new ();

  g_return_val_if_fail (self != NULL, copy);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    copy->values[i] = g_strdup (self->values[i]);

  return copy;
}

void
callboard_values_set (CallboardValues *self,
                      const char      *field,
                      const char      *value)
{
  g_return_if_fail (self != NULL && field != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (g_str_equal (fields[i], field))
        callboard_set_str (&self->values[i], value);
    }
}

void
callboard_values_set_interview (CallboardValues *self,
                                gint64           starts_at,
                                const char      *zone,
                                const char      *language)
{
  g_return_if_fail (self != NULL);

  g_free (self->values[DATE]);
  g_free (self->values[TIME]);
  self->values[DATE] = callboard_when_tell (starts_at, zone, language, CALLBOARD_WHEN_DATE);
  self->values[TIME] = tell_time (starts_at, zone, language);
}
