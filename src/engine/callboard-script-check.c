/* callboard-script-check.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "callboard-fold.h"
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

static gboolean
is_same_choice (const CallboardStep *step,
                guint                index)
{
  g_autofree char *label = callboard_fold (g_ptr_array_index (step->choice_labels, index));

  for (guint i = 0; i < index; i++)
    {
      g_autofree char *other = callboard_fold (g_ptr_array_index (step->choice_labels, i));

      if (g_str_equal (label, other))
        return TRUE;
    }

  return FALSE;
}

static const char *
check_choices (const CallboardStep *step)
{
  if (step->kind != CALLBOARD_STEP_SINGLE_CHOICE && step->kind != CALLBOARD_STEP_MULTIPLE_CHOICE)
    return NULL;

  if (step->choice_ids->len == 0)
    return "no-choice";

  for (guint i = 0; i < step->choice_labels->len; i++)
    {
      if (is_empty (g_ptr_array_index (step->choice_labels, i)))
        return "empty-choice";
      if (is_same_choice (step, i))
        return "same-choice";
    }

  return NULL;
}

static const char *
check_limits (const CallboardStep *step)
{
  gboolean contradict = step->min_length > step->max_length || step->min > step->max ||
                        step->min_choices > step->max_choices ||
                        (step->kind == CALLBOARD_STEP_MULTIPLE_CHOICE && step->min_choices > step->choice_ids->len) ||
                        (g_date_valid (&step->earliest) && g_date_valid (&step->latest) &&
                         g_date_compare (&step->earliest, &step->latest) > 0);

  return contradict ? "limits" : NULL;
}

static const char *
check_fields (const CallboardStep *step)
{
  const char *texts[] = { step->text, step->help, step->retry, step->schedule != NULL ? step->schedule->place : NULL };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (texts[i] != NULL && !callboard_merge_check (texts[i], NULL))
        return "field";
    }

  return NULL;
}

static const char *
check_media (const CallboardStep *step,
             CallboardHasFile     has_file,
             gpointer             data)
{
  if (step->kind != CALLBOARD_STEP_MEDIA)
    return NULL;

  if (step->media == NULL)
    return "no-file";

  return has_file == NULL || has_file (step->media->hash, data) ? NULL : "missing-file";
}

static const char *
check_schedule (const CallboardStep *step)
{
  const CallboardSchedule *schedule = step->schedule;

  if (schedule == NULL)
    return NULL;

  if (schedule->hours->len == 0 && schedule->sessions->len == 0)
    return "no-hours";

  return schedule->place_kind != CALLBOARD_PLACE_PHONE && is_empty (schedule->place) ? "empty-place" : NULL;
}

/* What a candidate reads at this kind of step, unless it may be empty. */
static const char *
check_empty (const CallboardStep *step)
{
  const char *empty = "empty-question";

  if (step->kind == CALLBOARD_STEP_MEDIA || step->kind == CALLBOARD_STEP_SCHEDULE || !is_empty (step->text))
    return NULL;

  if (step->kind == CALLBOARD_STEP_TEXT)
    empty = "empty-block";
  else if (step->kind == CALLBOARD_STEP_PROMPT)
    empty = "empty-prompt";
  else if (step->kind == CALLBOARD_STEP_REQUEST)
    empty = "empty-request";

  return empty;
}

static const char *
check_step (const CallboardStep *step,
            CallboardHasFile     has_file,
            gpointer             data)
{
  const char *problem = check_empty (step);

  if (problem == NULL)
    problem = check_fields (step);
  if (problem == NULL)
    problem = check_choices (step);
  if (problem == NULL)
    problem = check_limits (step);
  if (problem == NULL)
    problem = check_media (step, has_file, data);

  return problem != NULL ? problem : check_schedule (step);
}

/* Product.md, section 2: which modules a stage may have. */
static const char *
check_module (CallboardScript    *self,
              guint               index,
              CallboardStageType  type)
{
  const CallboardModule *module = &g_array_index (self->modules, CallboardModule, index);

  if (module->n_steps == 0)
    return "empty-module";

  if (module->kind == CALLBOARD_MODULE_CONTENT)
    return NULL;

  if ((module->kind == CALLBOARD_MODULE_SCHEDULE) != (type == CALLBOARD_STAGE_SCHEDULE))
    return module->kind == CALLBOARD_MODULE_SCHEDULE ? "only-in-schedule" : "not-in-schedule";

  return module->kind == CALLBOARD_MODULE_SCHEDULE && index + 1 < self->modules->len ? "schedule-last" : NULL;
}

static char *
check_modules (CallboardScript    *self,
               CallboardStageType  type)
{
  for (guint i = 0; i < self->modules->len; i++)
    {
      const char *id = g_array_index (self->modules, CallboardModule, i).id;
      const char *problem = check_module (self, i, type);

      if (problem != NULL)
        return id != NULL ? g_strdup_printf ("%s %s", problem, id) : g_strdup (problem);
    }

  return type == CALLBOARD_STAGE_SCHEDULE && callboard_script_get_schedule (self) == NULL ? g_strdup ("no-schedule") : NULL;
}

static const char *
check_conclusion (CallboardScript    *self,
                  CallboardStageType  type)
{
  if (self->conclusion == NULL && self->modules->len == 0)
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
  char *found;

  g_return_val_if_fail (self != NULL, NULL);

  problem = type == CALLBOARD_STAGE_REVIEW ? "review" : check_text (self->welcome, "empty-welcome");
  if (problem != NULL)
    return g_strdup (problem);

  for (guint i = 0; i < self->steps->len; i++)
    {
      const CallboardStep *step = callboard_script_get_step (self, i);

      problem = check_step (step, has_file, data);
      if (problem != NULL)
        return g_strdup_printf ("%s %s", problem, step->id);
    }

  found = check_modules (self, type);

  return found != NULL ? found : g_strdup (check_conclusion (self, type));
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
    { "empty-prompt", N_("A video prompt has no text") },
    { "empty-request", N_("A document request has no name") },
    { "empty-place", N_("The place of the interview is missing") },
    { "same-choice", N_("Two choices have the same label") },
    { "limits", N_("The limits contradict each other") },
    { "no-file", N_("A picture, video or document is missing") },
    { "media-by-sms", N_("It has a picture, video or document, which cannot be sent by SMS") },
    { "missing-file", N_("The file of a picture, video or document is not on this computer") },
    { "no-hours", N_("There are neither hours nor sessions to offer interviews in") },
    { "only-in-schedule", N_("Only a Schedule stage can offer interviews") },
    { "not-in-schedule", N_("A Schedule stage has only content and one Schedule module") },
    { "schedule-last", N_("The Schedule module has to be the last one, and the only one") },
    { "review", N_("A Review stage sends nothing") },
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
