/* callboard-script-check.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "callboard-merge.h"
#include "callboard-script-private.h"

/* A problem is a nick, or a nick and the id of the part it lies in. */

static gboolean
is_empty (const char *text)
{
  g_autofree char *rest = g_strstrip (g_strdup (text != NULL ? text : ""));

  return *rest == '\0';
}

static const char *
check_text (const char *text,
            const char *empty)
{
  if (is_empty (text))
    return empty;

  return callboard_merge_check (text, NULL) ? NULL : "field";
}

static const char *
check_choices (const CallboardStep *step)
{
  if (step->kind != CALLBOARD_STEP_SINGLE_CHOICE)
    return NULL;

  if (step->choice_ids->len == 0)
    return "no-choice";

  for (guint i = 0; i < step->choice_labels->len; i++)
    {
      if (is_empty (g_ptr_array_index (step->choice_labels, i)))
        return "empty-choice";
    }

  return NULL;
}

static const char *
check_step (const CallboardStep *step)
{
  const char *problem = check_text (step->text, callboard_step_is_question (step) ? "empty-question" : "empty-block");

  return problem != NULL ? problem : check_choices (step);
}

static const char *
check_conclusion (CallboardScript    *self,
                  CallboardStageType  type)
{
  if (self->conclusion == NULL && self->n_modules == 0)
    return NULL;

  if (type == CALLBOARD_STAGE_SCHEDULE)
    return NULL;

  return check_text (self->conclusion, "empty-conclusion");
}

char *
callboard_script_check (CallboardScript    *self,
                        CallboardStageType  type,
                        CallboardHasFile    has_file,
                        gpointer            data)
{
  const char *problem;

  g_return_val_if_fail (self != NULL, NULL);

  problem = check_text (self->welcome, "empty-welcome");
  if (problem != NULL)
    return g_strdup (problem);

  /* Interviews cannot be offered yet, so no campaign of a Schedule stage is complete. */
  if (type == CALLBOARD_STAGE_SCHEDULE)
    return g_strdup ("no-schedule");

  for (guint i = 0; i < self->steps->len; i++)
    {
      const CallboardStep *step = g_ptr_array_index (self->steps, i);

      problem = check_step (step);
      if (problem != NULL)
        return g_strdup_printf ("%s %s", problem, step->id);
    }

  if (self->n_modules > 0 && self->steps->len == 0)
    return g_strdup ("empty-module");

  return g_strdup (check_conclusion (self, type));
}

static const char *
describe (const char *nick)
{
  static const struct {
    const char *nick;
    const char *words;
  } problems[] = {
    { "no-version", N_("The campaign was never published") },
    { "empty-welcome", N_("The welcome message is empty") },
    { "empty-conclusion", N_("The conclusion message is empty") },
    { "empty-block", N_("A content block is empty") },
    { "empty-module", N_("A module is empty") },
    { "empty-question", N_("A question has no text") },
    { "no-choice", N_("A choice question has no choices") },
    { "empty-choice", N_("A choice has no label") },
    { "field", N_("A merge field is unknown or not closed") },
    { "no-schedule", N_("There is no Schedule module to offer interviews with") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (problems); i++)
    {
      if (g_str_equal (nick, problems[i].nick))
        return _(problems[i].words);
    }

  return _("The campaign is not complete");
}

char *
callboard_problem_describe (const char *problem)
{
  g_auto(GStrv) parts = NULL;

  if (problem == NULL)
    return g_strdup ("");

  parts = g_strsplit (problem, " ", 2);
  if (parts[0] == NULL || parts[1] == NULL)
    return g_strdup (describe (problem));

  /* Translators: what is wrong in a campaign, then the part of it */
  return g_strdup_printf (_("%s (%s)"), describe (parts[0]), parts[1]);
}
