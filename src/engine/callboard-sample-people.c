/* callboard-sample-people.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-sample-private.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "callboard-error.h"
#include "callboard-history.h"

/* One job while its people are being read. @shift is what the account's clock is ahead of the real one. */
typedef struct
{
  const char *reference;
  gint64      id;
  gint64      now;
  gint64      shift;
  GHashTable *stages;
  GPtrArray  *pasts;
} Reader;

static gboolean
fail (GError     **error,
      JsonObject  *person)
{
  const char *phone = callboard_json_get_string (person, "phone");

  g_set_error (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_INVALID, _("The sample is damaged: %s"),
               phone != NULL ? phone : "people");

  return FALSE;
}

/* So many working days before today, at that time of the account's clock; in real time. */
static gint64
find_time (const Reader *reader,
           gint64        n_days,
           int           hour,
           int           minute)
{
  g_autoptr(GDateTime) now = g_date_time_new_from_unix_local ((reader->now + reader->shift) / G_USEC_PER_SEC);
  g_autoptr(GDateTime) day = g_date_time_new_local (g_date_time_get_year (now), g_date_time_get_month (now),
                                                    g_date_time_get_day_of_month (now), hour, minute, 0);

  while (n_days > 0)
    {
      GDateTime *before = g_date_time_add_days (day, -1);

      g_date_time_unref (day);
      day = before;
      if (g_date_time_get_day_of_week (day) <= 5)
        n_days--;
    }

  return g_date_time_to_unix (day) * G_USEC_PER_SEC - reader->shift;
}

static char **
read_replies (JsonArray *replies)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  if (replies == NULL)
    return NULL;

  for (guint i = 0; i < json_array_get_length (replies); i++)
    g_strv_builder_add (builder, callboard_json_array_get_string (replies, i));

  return g_strv_builder_end (builder);
}

static void
read_end (CallboardPastVisit *visit,
          JsonObject         *object)
{
  int ends = CALLBOARD_STATUS_NONE;
  int failure = CALLBOARD_FAILURE_NONE;

  callboard_enum_from_nick (CALLBOARD_TYPE_STATUS, callboard_json_get_string (object, "ends"), &ends);
  if (callboard_enum_from_nick (CALLBOARD_TYPE_FAILURE, callboard_json_get_string (object, "failed"), &failure))
    ends = CALLBOARD_STATUS_FAILED;

  visit->ends = ends;
  visit->failure = failure;
  visit->failure_code = g_strdup (callboard_json_get_string (object, "code"));
}

static gboolean
read_visit (Reader        *reader,
            CallboardPast *past,
            JsonObject    *object)
{
  g_autoptr(CallboardPastVisit) visit = callboard_past_visit_new ();
  const char *stage = callboard_json_get_string (object, "stage");
  const char *at = callboard_json_get_string (object, "at");
  gint64 *id = stage != NULL ? g_hash_table_lookup (reader->stages, stage) : NULL;
  gint64 days = 0;
  int hour, minute;

  if (id == NULL || at == NULL || sscanf (at, "%d:%d", &hour, &minute) != 2 ||
      !callboard_json_get_int (object, "days", &days))
    return FALSE;

  visit->stage = *id;
  visit->at = find_time (reader, days, hour, minute);
  visit->replies = read_replies (callboard_json_get_array (object, "replies"));
  read_end (visit, object);
  g_ptr_array_add (past->visits, g_steal_pointer (&visit));

  return TRUE;
}

static gboolean
read_person (Reader      *reader,
             JsonObject  *object,
             GError     **error)
{
  g_autoptr(CallboardPast) past = callboard_past_new ();
  JsonArray *visits = callboard_json_get_array (object, "visits");
  gboolean unread = FALSE;

  past->person->first_name = g_strdup (callboard_json_get_string (object, "first_name"));
  past->person->last_name = g_strdup (callboard_json_get_string (object, "last_name"));
  past->person->phone = g_strdup (callboard_json_get_string (object, "phone"));
  past->person->consent_source = g_strdup (callboard_json_get_string (object, "consent"));
  callboard_json_get_boolean (object, "unread", &unread);
  past->unread = unread;

  for (guint i = 0; visits != NULL && i < json_array_get_length (visits); i++)
    {
      if (!read_visit (reader, past, callboard_json_array_get_object (visits, i)))
        return fail (error, object);
    }

  if (past->person->first_name == NULL || past->person->last_name == NULL || past->person->phone == NULL ||
      past->visits->len == 0)
    return fail (error, object);

  g_ptr_array_add (reader->pasts, g_steal_pointer (&past));

  return TRUE;
}

static gboolean
read_stages (Reader       *reader,
             CallboardDb  *db,
             GError      **error)
{
  g_autoptr(GError) fault = NULL;
  g_autoptr(CallboardRows) rows = callboard_db_select (db, &fault, "SELECT id, name FROM stage WHERE job_id = $1",
                                                       "i", reader->id);

  while (callboard_rows_next (rows, &fault))
    {
      gint64 id = callboard_rows_int (rows, 0);

      g_hash_table_insert (reader->stages, callboard_rows_dup (rows, 1), g_memdup2 (&id, sizeof id));
    }

  if (fault == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&fault));

  return FALSE;
}

static gboolean
fill_job (CallboardStore  *store,
          gint64           account,
          Reader          *reader,
          JsonArray       *people,
          GError         **error)
{
  g_autoptr(CallboardCommand) command = NULL;

  if (!read_stages (reader, callboard_store_get_reader (store), error))
    return FALSE;

  for (guint i = 0; i < json_array_get_length (people); i++)
    {
      JsonObject *person = callboard_json_array_get_object (people, i);

      if (g_strcmp0 (callboard_json_get_string (person, "job"), reader->reference) == 0 &&
          !read_person (reader, person, error))
        return FALSE;
    }

  command = callboard_history_command_new (reader->id, account, g_ptr_array_ref (reader->pasts));

  return callboard_store_execute (store, command, error);
}

static GPtrArray *
load_references (CallboardDb  *db,
                 GError      **error)
{
  g_autoptr(GError) fault = NULL;
  g_autoptr(GPtrArray) references = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(CallboardRows) rows = callboard_db_select (db, &fault, "SELECT reference FROM job ORDER BY id", "");

  while (callboard_rows_next (rows, &fault))
    g_ptr_array_add (references, callboard_rows_dup (rows, 0));

  if (fault == NULL)
    return g_steal_pointer (&references);

  g_propagate_error (error, g_steal_pointer (&fault));

  return NULL;
}

gboolean
callboard_sample_fill_people (CallboardStore  *store,
                              gint64           account,
                              JsonArray       *people,
                              GError         **error)
{
  CallboardDb *db = callboard_store_get_reader (store);
  g_autoptr(GPtrArray) references = load_references (db, error);
  gint64 now = callboard_clock_now (callboard_store_get_clock (store));
  gint64 shift = 0;

  g_return_val_if_fail (people != NULL, FALSE);

  if (references == NULL ||
      !callboard_db_number (db, &shift, error, "SELECT clock_shift FROM account WHERE id = $1", "i", account))
    return FALSE;

  for (guint i = 0; i < references->len; i++)
    {
      g_autoptr(GHashTable) stages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_autoptr(GPtrArray) pasts = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_past_free);
      Reader reader = {
        .reference = g_ptr_array_index (references, i),
        .now = now,
        .shift = shift,
        .stages = stages,
        .pasts = pasts,
      };

      if (!callboard_db_number (db, &reader.id, error, "SELECT id FROM job WHERE reference = $1",
                                "s", reader.reference) ||
          !fill_job (store, account, &reader, people, error))
        return FALSE;
    }

  return TRUE;
}
