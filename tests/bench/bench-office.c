/* bench-office.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bench-office.h"

#include "callboard-import.h"
#include "callboard-person.h"

static const char * const first_names[] = {
  "Anna", "Ben", "Chloé", "Dmitri", "Elif", "Fatima", "Gustav", "Hana", "Ivan", "Jürgen", "Kofi", "Léa", "María", "Mark",
  "Marta", "Nuno", "Olga", "Paul", "Qiang", "Rosa", "Søren", "Tomás", "Uma", "Viktor", "Wanda", "Ximena", "Yusuf", "Zoë",
};
static const char * const last_names[] = {
  "Adler", "Baker", "Castro", "Dubois", "Eriksen", "Fischer", "García", "Horvat", "Ivanova", "Jansen", "Kowalski", "López",
  "Marković", "Müller", "Novák", "O'Brien", "Petrov", "Quinn", "Rossi", "Santos", "Schmidt", "Smith", "Tanaka", "Usman",
  "Vargas", "Weber", "Xu", "Yılmaz", "Zhang",
};

const char *
bench_first_name (guint person)
{
  return first_names[person % G_N_ELEMENTS (first_names)];
}

const char *
bench_last_name (guint person)
{
  return last_names[person / 7 % G_N_ELEMENTS (last_names)];
}

char *
bench_phone (guint person)
{
  return g_strdup_printf ("+447700%06u", person);
}

GPtrArray *
bench_people_new (guint first,
                  guint n_people)
{
  GPtrArray *people = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_person_free);

  for (guint i = first; i < first + n_people; i++)
    {
      CallboardPerson *person = callboard_person_new ();

      person->first_name = g_strdup (bench_first_name (i));
      person->last_name = g_strdup_printf ("%s %u", bench_last_name (i), i);
      person->phone = bench_phone (i);
      person->consent_source = g_strdup ("Job fair");
      g_ptr_array_add (people, person);
    }

  return people;
}

void
bench_office_import (CallboardTestOffice *office,
                     GPtrArray           *people)
{
  callboard_test_execute (office->test, callboard_import_command_new (office->job, people, CALLBOARD_MOVE_WITHOUT_SENDING,
                                                                      NULL, NULL, NULL));
}

CallboardTestOffice *
bench_office_new (guint n_people)
{
  CallboardTestOffice *office = callboard_test_office_new ();

  bench_office_import (office, bench_people_new (0, n_people));

  return office;
}

GArray *
bench_office_cards (CallboardTestOffice *office)
{
  GArray *cards = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) keys = callboard_application_source_load_keys (CALLBOARD_APPLICATION_SOURCE (office->test->store),
                                                                   office->review, NULL);

  for (guint i = 0; i < keys->len; i++)
    g_array_append_val (cards, g_array_index (keys, CallboardApplicationKey, i).id);

  return cards;
}
