/* callboard-merge-menu.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-merge-menu.h"

#include "callboard-merge.h"

typedef struct
{
  const char *field;
  const char *label;
  const char *insert;
  const char *sample;
} Field;

static const Field FIELDS[] = {
  { "candidate.first_name", N_("First name"), "{{candidate.first_name|there}}", "Alexandra" },
  { "candidate.last_name", N_("Last name"), NULL, "Schneider" },
  { "job.title", N_("Job title"), NULL, "Warehouse assistant" },
  { "job.location", N_("Job location"), NULL, "Manchester" },
  { "stage.name", N_("Stage"), NULL, "Interview" },
  { "company.name", N_("Company"), NULL, "Example Logistics" },
  { "recruiter.name", N_("Recruiter"), NULL, "Jamie Carter" },
  { "interview.date", N_("Interview date"), NULL, "Monday, 2 March" },
  { "interview.time", N_("Interview time"), NULL, "10:30" },
  { "interview.place", N_("Interview place"), NULL, "12 Station Road, Manchester" },
  { "interviewer.name", N_("Interviewer"), NULL, "Robin Meyer" },
};

static const Field *
find_field (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    {
      if (g_str_equal (FIELDS[i].field, name))
        return &FIELDS[i];
    }

  return NULL;
}

GMenuModel *
callboard_merge_menu_new (const char *action)
{
  const char * const *names = callboard_merge_get_fields ();
  g_autoptr(GMenu) menu = g_menu_new ();

  g_return_val_if_fail (action != NULL, NULL);

  for (guint i = 0; names[i] != NULL; i++)
    {
      const Field *field = find_field (names[i]);
      g_autofree char *plain = g_strdup_printf ("{{%s}}", names[i]);
      g_autoptr(GMenuItem) item = g_menu_item_new (field ? _(field->label) : names[i], NULL);

      g_menu_item_set_action_and_target (item, action, "s", field && field->insert ? field->insert : plain);
      g_menu_append_item (menu, item);
    }

  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static const char *
look_up_sample (const char *name,
                gpointer    data)
{
  const Field *field = find_field (name);

  return field ? field->sample : NULL;
}

char *
callboard_merge_menu_sample (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return callboard_merge_render (text, look_up_sample, NULL);
}
