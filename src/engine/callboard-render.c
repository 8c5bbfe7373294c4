/* callboard-render.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-render-private.h"

#include "callboard-merge.h"
#include "callboard-phrases.h"
#include "callboard-reading.h"
#include "callboard-settings.h"

#define VALUES_SQL                                                                       \
  "SELECT c.first_name, c.last_name, j.title, j.location, s.name,"                       \
  " (SELECT value FROM setting WHERE name = '" CALLBOARD_SETTING_COMPANY "'),"           \
  " (SELECT value FROM setting WHERE name = '" CALLBOARD_SETTING_RECRUITER "')"          \
  " FROM application a JOIN candidate c ON c.id = a.candidate_id"                        \
  " JOIN job j ON j.id = a.job_id JOIN stage s ON s.id = a.stage_id WHERE a.id = $1"

/* In the order of the columns above. */
static const char * const fields[] = {
  "candidate.first_name",
  "candidate.last_name",
  "job.title",
  "job.location",
  "stage.name",
  "company.name",
  "recruiter.name",
};

struct _CallboardValues
{
  char *values[G_N_ELEMENTS (fields)];
};

CallboardValues *
callboard_values_load (CallboardDb  *db,
                       gint64        application,
                       GError      **error)
{
  g_autoptr(CallboardRows) rows = callboard_db_select (db, error, VALUES_SQL, "i", application);
  CallboardValues *self;

  if (rows == NULL)
    return NULL;

  self = g_new0 (CallboardValues, 1);
  if (callboard_rows_next (rows, error))
    {
      for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
        self->values[i] = callboard_rows_dup (rows, i);
    }

  return self;
}

void
callboard_values_free (CallboardValues *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_free (self->values[i]);

  g_free (self);
}

static const char *
look_up (const char *field,
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

static void
append_hint (GString    *body,
             const char *language,
             const char *name)
{
  g_autofree char *phrase = callboard_phrase (language, name, NULL);

  g_string_append_printf (body, "\n%s", phrase);
}

static void
append_choices (GString    *body,
                const char *language,
                const char *choices)
{
  g_autoptr(GPtrArray) titles = callboard_render_read_titles (choices);
  gboolean letters = callboard_read_needs_letters ((const char * const *) titles->pdata, titles->len);

  for (guint i = 0; i < titles->len; i++)
    {
      if (letters)
        g_string_append_printf (body, "\n%c) %s", 'A' + i % 26, (const char *) g_ptr_array_index (titles, i));
      else
        g_string_append_printf (body, "\n%u  %s", i + 1, (const char *) g_ptr_array_index (titles, i));
    }

  append_hint (body, language, letters ? "letter" : "number");
}

char *
callboard_render_body (const CallboardEffect *effect,
                       CallboardValues       *values,
                       const char            *language,
                       CallboardRendering     rendering)
{
  g_autofree char *merged = NULL;
  GString *body;

  g_return_val_if_fail (effect != NULL, NULL);
  g_return_val_if_fail (values != NULL, NULL);

  merged = callboard_merge_render (effect->text != NULL ? effect->text : "", look_up, values);
  body = g_string_new (merged);

  if (callboard_render_form (effect->choices, rendering) != CALLBOARD_FORM_TEXT)
    return g_string_free (body, FALSE);

  if (effect->starts)
    append_hint (body, language, "begin");
  else if (effect->choices != NULL)
    append_choices (body, language, effect->choices);

  return g_string_free (body, FALSE);
}
