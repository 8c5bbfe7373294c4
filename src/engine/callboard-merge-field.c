/* callboard-merge-field.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-merge-field.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "callboard-merge.h"

typedef struct
{
  const char *name;
  const char *label;
  const char *fallback;
  const char *sample;
} Field;

static const Field fields[] = {
  { "candidate.first_name", N_("First name"), "there", "Alexandra" },
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
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (g_str_equal (fields[i].name, name))
        return &fields[i];
    }

  return NULL;
}

gboolean
callboard_merge_field_parse (const char  *text,
                             gsize       *length,
                             char       **name,
                             char       **fallback)
{
  const char *close, *bar;

  if (!g_str_has_prefix (text, "{{") || (close = strstr (text + 2, "}}")) == NULL ||
      g_strstr_len (text + 2, close - text - 2, "{{") != NULL)
    return FALSE;

  bar = memchr (text, '|', close - text);
  *name = g_strstrip (g_strndup (text + 2, (bar != NULL ? bar : close) - text - 2));
  *fallback = bar != NULL ? g_strstrip (g_strndup (bar + 1, close - bar - 1)) : NULL;
  *length = close + 2 - text;
  if (g_strv_contains (callboard_merge_get_fields (), *name))
    return TRUE;

  g_clear_pointer (name, g_free);
  g_clear_pointer (fallback, g_free);

  return FALSE;
}

char *
callboard_merge_field_write (const char *name,
                             const char *fallback)
{
  gboolean none = fallback == NULL || *fallback == '\0';

  g_return_val_if_fail (name != NULL, NULL);

  return none ? g_strdup_printf ("{{%s}}", name) : g_strdup_printf ("{{%s|%s}}", name, fallback);
}

const char *
callboard_merge_field_get_label (const char *name)
{
  const Field *field;

  g_return_val_if_fail (name != NULL, NULL);

  field = find_field (name);

  return field != NULL ? _(field->label) : name;
}

char *
callboard_merge_field_get_insert (const char *name)
{
  const Field *field;

  g_return_val_if_fail (name != NULL, NULL);

  field = find_field (name);

  return callboard_merge_field_write (name, field != NULL ? field->fallback : NULL);
}

char *
callboard_merge_field_describe (const char *name,
                                const char *fallback)
{
  const char *label = callboard_merge_field_get_label (name);

  if (fallback == NULL || *fallback == '\0')
    return g_strdup (label);

  /* Translators: a merge field and what takes its place where it is empty: First name, or “there” */
  return g_strdup_printf (_("%s, or “%s”"), label, fallback);
}

char *
callboard_merge_field_describe_text (const char *text)
{
  GString *words = g_string_new (NULL);

  g_return_val_if_fail (text != NULL, NULL);

  while (*text != '\0')
    {
      g_autofree char *name = NULL;
      g_autofree char *fallback = NULL;
      gsize length;

      if (callboard_merge_field_parse (text, &length, &name, &fallback))
        {
          g_string_append_printf (words, "[%s]", callboard_merge_field_get_label (name));
          text += length;
        }
      else
        {
          g_string_append_c (words, *text++);
        }
    }

  return g_string_free (words, FALSE);
}

char *
callboard_merge_field_summarise (const char *text,
                                 glong       max_length)
{
  g_autofree char *start = NULL;
  g_autofree char *words = NULL;
  g_autofree char *cut = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (max_length > 0, NULL);

  /* A field is longer than its label; what is behind that much is never shown. */
  start = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, max_length * 4 * 4), max_length * 4));
  words = callboard_merge_field_describe_text (start);
  g_strstrip (g_strdelimit (words, "\t\r\n", ' '));
  if (g_utf8_strlen (words, -1) <= max_length)
    return g_steal_pointer (&words);

  cut = g_utf8_substring (words, 0, max_length);

  return g_strconcat (g_strchomp (cut), "…", NULL);
}

static const char *
look_up_sample (const char *name,
                gpointer    data)
{
  const Field *field = find_field (name);

  return field != NULL ? field->sample : NULL;
}

char *
callboard_merge_field_sample (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return callboard_merge_render (text, look_up_sample, NULL);
}
