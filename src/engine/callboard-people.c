/* callboard-people.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "callboard-error.h"
#include "callboard-import.h"
#include "callboard-phone.h"

/* Commands about one candidate: a consent, a correction. */
typedef struct
{
  gint64  candidate;
  char   *first;
  char   *second;
  char   *phone;
} Person;

static void
person_free (gpointer data)
{
  Person *person = data;

  g_free (person->first);
  g_free (person->second);
  g_free (person->phone);
  g_free (person);
}

static Person *
person_new (gint64      candidate,
            const char *first,
            const char *second,
            const char *phone)
{
  Person *person = g_new0 (Person, 1);

  person->candidate = candidate;
  person->first = g_strdup (first);
  person->second = g_strdup (second);
  person->phone = g_strdup (phone);

  return person;
}

/* Every card of the person shows it. */
static gboolean
add_cards (CallboardDb       *db,
           gint64             candidate,
           CallboardChanges  *changes,
           GError           **error)
{
  g_autoptr(GArray) cards = callboard_db_numbers (db, error, "SELECT id FROM application WHERE candidate_id = $1",
                                                  "i", candidate);

  callboard_changes_add (changes, CALLBOARD_CHANGED_CANDIDATES);
  for (guint i = 0; cards != NULL && i < cards->len; i++)
    callboard_changes_add_application (changes, g_array_index (cards, gint64, i));

  return cards != NULL;
}

static gboolean
refuse (GError     **error,
        const char  *message)
{
  g_set_error_literal (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_INVALID, message);

  return FALSE;
}

static gboolean
execute_consent (gpointer           data,
                 CallboardDb       *db,
                 gint64             now,
                 CallboardChanges  *changes,
                 GError           **error)
{
  Person *person = data;

  if (person->first == NULL || *person->first == '\0')
    return refuse (error, _("Say where the consent comes from."));

  return callboard_db_run (db, error,
                           "INSERT INTO consent (candidate_id, phone, source, wording, given_at)"
                           " SELECT id, phone, $1, coalesce ($2, ''), $3 FROM candidate WHERE id = $4",
                           "ssii", person->first, person->second, now, person->candidate) &&
         add_cards (db, person->candidate, changes, error);
}

CallboardCommand *
callboard_consent_command_new (gint64      candidate,
                               const char *source,
                               const char *wording)
{
  return callboard_command_new ("consent", execute_consent, person_new (candidate, source, wording, NULL), person_free);
}

static gboolean
check_free_number (CallboardDb   *db,
                   const Person  *person,
                   GError       **error)
{
  gint64 owner = 0;

  if (!callboard_db_number (db, &owner, error, "SELECT id FROM candidate WHERE phone = $1", "s", person->phone))
    return FALSE;

  if (owner == 0 || owner == person->candidate)
    return TRUE;

  return refuse (error, _("Somebody else has this number. One number belongs to one person."));
}

static gboolean
execute_candidate (gpointer           data,
                   CallboardDb       *db,
                   gint64             now,
                   CallboardChanges  *changes,
                   GError           **error)
{
  Person *person = data;
  g_autofree char *country = callboard_phone_country (person->phone);

  if (*person->first == '\0' && *person->second == '\0')
    return refuse (error, _("A person needs a name."));

  return check_free_number (db, person, error) &&
         callboard_db_run (db, error,
                           "UPDATE candidate SET first_name = $1, last_name = $2, phone = $3, country = $4 WHERE id = $5",
                           "ssssi", person->first, person->second, person->phone, country != NULL ? country : "",
                           person->candidate) &&
         add_cards (db, person->candidate, changes, error);
}

CallboardCommand *
callboard_candidate_command_new (gint64      candidate,
                                 const char *first_name,
                                 const char *last_name,
                                 const char *phone)
{
  g_return_val_if_fail (first_name != NULL && last_name != NULL && phone != NULL, NULL);

  return callboard_command_new ("candidate", execute_candidate, person_new (candidate, first_name, last_name, phone),
                                person_free);
}
