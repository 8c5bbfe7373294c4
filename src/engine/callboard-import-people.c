/* callboard-import-people.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-import-plan-private.h"

#include "callboard-fold.h"

static gboolean
is_one_of (const char *folded,
           const char *words)
{
  g_autofree char *word = g_strconcat ("|", folded, "|", NULL);

  return strstr (words, word) != NULL;
}

/* What a cell of the column of consent says: the source, or NULL for no. */
static char *
read_consent (const char *cell,
              const char *source)
{
  g_autofree char *text = g_strstrip (g_strdup (cell));
  g_autofree char *folded = callboard_fold (text);

  if (g_str_equal (text, "✓") || g_str_equal (text, "✔") ||
      is_one_of (folded, "|yes|y|x|1|true|ok|ja|j|oui|si|sim|tak|da|kylla|wahr|vrai|"))
    return g_strdup (source ? source : _("Imported file"));
  if (*folded == '\0' || is_one_of (folded, "|no|n|0|false|none|nein|non|nao|nie|nee|nej|ei|falsch|faux|"))
    return NULL;

  return g_steal_pointer (&text);
}

static CallboardPerson *
dup_person (CallboardImportPlan *self,
            guint                row,
            const char          *source,
            const char          *wording)
{
  CallboardPerson *person = callboard_person_new ();

  person->first_name = g_strstrip (g_strdup (callboard_import_plan_get_cell (self, row, CALLBOARD_IMPORT_FIRST_NAME)));
  person->last_name = g_strstrip (g_strdup (callboard_import_plan_get_cell (self, row, CALLBOARD_IMPORT_LAST_NAME)));
  person->phone = g_strdup (callboard_import_plan_get_phone (self, row));
  person->country = g_strdup (callboard_import_plan_row (self, row)->country);
  person->stage = callboard_import_plan_get_stage (self, row);

  if (callboard_import_plan_has_consent (self))
    person->consent_source = read_consent (callboard_import_plan_get_cell (self, row, CALLBOARD_IMPORT_CONSENT), source);
  else
    person->consent_source = g_strdup (source);
  if (person->consent_source != NULL)
    person->consent_wording = g_strdup (wording);

  return person;
}

GPtrArray *
callboard_import_plan_dup_people (CallboardImportPlan *self,
                                  const char          *source,
                                  const char          *wording)
{
  GPtrArray *people = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_person_free);

  g_return_val_if_fail (self != NULL, people);

  for (guint i = 0; i < self->rows->len; i++)
    {
      if (callboard_import_plan_row (self, i)->state == CALLBOARD_IMPORT_VALID)
        g_ptr_array_add (people, dup_person (self, i, source, wording));
    }

  return people;
}

/* A spreadsheet runs a text that begins with one of these as a formula. */
static gboolean
looks_like_formula (const char *text)
{
  return *text != '\0' && strchr ("=@\t\r", *text) != NULL;
}

static void
append_cell (GString    *csv,
             const char *text,
             gboolean    last)
{
  g_string_append_c (csv, '"');
  if (looks_like_formula (text))
    g_string_append_c (csv, '\'');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *text);
    }
  g_string_append (csv, last ? "\"\r\n" : "\",");
}

static void
append_row (GString             *csv,
            CallboardImportPlan *self,
            guint                row)
{
  static const CallboardImportField FIELDS[] = {
    CALLBOARD_IMPORT_FIRST_NAME, CALLBOARD_IMPORT_LAST_NAME, CALLBOARD_IMPORT_PHONE, CALLBOARD_IMPORT_STAGE,
    CALLBOARD_IMPORT_CONSENT,
  };
  g_autofree char *line = g_strdup_printf ("%u", callboard_import_plan_get_line (self, row));
  const char *reason = callboard_import_plan_get_reason (self, row);

  for (guint i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    append_cell (csv, callboard_import_plan_get_cell (self, row, FIELDS[i]), FALSE);
  append_cell (csv, line, FALSE);
  append_cell (csv, reason ? reason : "", TRUE);
}

char *
callboard_import_plan_dup_left_out (CallboardImportPlan *self)
{
  GString *csv = g_string_new ("First name,Last name,Phone,Stage,Consent,Line,Reason\r\n");

  g_return_val_if_fail (self != NULL, g_string_free (csv, FALSE));

  for (guint i = 0; i < self->rows->len; i++)
    {
      if (callboard_import_plan_row (self, i)->state == CALLBOARD_IMPORT_INVALID)
        append_row (csv, self, i);
    }

  return g_string_free (csv, FALSE);
}
