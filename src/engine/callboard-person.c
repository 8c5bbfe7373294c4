/* callboard-person.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "callboard-person.h"

#include "callboard-error.h"
#include "callboard-phone.h"

CallboardPerson *
callboard_person_new (void)
{
  return g_new0 (CallboardPerson, 1);
}

void
callboard_person_free (CallboardPerson *person)
{
  g_free (person->first_name);
  g_free (person->last_name);
  g_free (person->phone);
  g_free (person->country);
  g_free (person->consent_source);
  g_free (person->consent_wording);
  g_free (person);
}

gboolean
callboard_person_check (const CallboardPerson  *person,
                        GError                **error)
{
  if (person->phone != NULL && person->phone[0] == '+' &&
      ((person->first_name != NULL && *person->first_name != '\0') ||
       (person->last_name != NULL && *person->last_name != '\0')))
    return TRUE;

  g_set_error_literal (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_INVALID,
                       _("A person needs a name and a phone number in international form."));

  return FALSE;
}

gboolean
callboard_person_insert (CallboardDb            *db,
                         const CallboardPerson  *person,
                         gint64                  now,
                         gint64                 *candidate,
                         GError                **error)
{
  g_autofree char *country = person->country != NULL ? g_strdup (person->country)
                                                     : callboard_phone_country (person->phone);

  return callboard_db_insert (db, candidate, error,
                              "INSERT INTO candidate (first_name, last_name, phone, country, created_at)"
                              " VALUES ($1, $2, $3, $4, $5)", "ssssi",
                              person->first_name != NULL ? person->first_name : "",
                              person->last_name != NULL ? person->last_name : "",
                              person->phone, country != NULL ? country : "", now);
}

gboolean
callboard_person_consent (CallboardDb            *db,
                          const CallboardPerson  *person,
                          gint64                  candidate,
                          gint64                  now,
                          GError                **error)
{
  if (person->consent_source == NULL || *person->consent_source == '\0')
    return TRUE;

  return callboard_db_run (db, error,
                           "INSERT INTO consent (candidate_id, phone, source, wording, given_at)"
                           " VALUES ($1, $2, $3, coalesce ($4, ''), $5)",
                           "isssi", candidate, person->phone, person->consent_source, person->consent_wording, now);
}
