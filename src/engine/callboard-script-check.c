/* callboard-script-check.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-script-check-private.h"

#include <glib/gi18n-lib.h>

#include "callboard-fold.h"
#include "callboard-merge.h"

/* What WhatsApp takes at most, in characters (providers.md, 1.1 and 1.3). Only it carries pictures with a caption; a text
 * without one has no other channel that would take more. */
#define MAX_TEXT    4096
#define MAX_CAPTION 1024

void
callboard_checker_add (CallboardChecker    *self,
                       const char          *nick,
                       const CallboardSpot *spot,
                       const char          *member,
                       const char          *says)
{
  CallboardScriptProblem *problem = g_new0 (CallboardScriptProblem, 1);
  g_autofree char *where = NULL;

  problem->severity = self->severity;
  problem->nick = nick;
  problem->member = g_strdup (member);
  problem->id = spot != NULL ? g_strdup (spot->id) : NULL;
  problem->place = g_strdup (spot != NULL && spot->path != NULL ? spot->path : "");
  if (spot != NULL && spot->list != NULL)
    {
      g_autofree char *outer = problem->place;

      problem->place = g_strdup_printf ("%s.%s[%u]", outer, spot->list, spot->index);
    }

  where = callboard_problem_locate (self->script, problem->place, member);
  if (says == NULL)
    says = callboard_problem_get_words (nick);
  /* Translators: the place in a campaign, such as "Question 2", then what is wrong there */
  problem->text = says != NULL ? g_strdup_printf (_("%s: %s"), where, says) : callboard_problem_describe (nick);
  g_ptr_array_add (self->problems, problem);
}

static gboolean
is_too_long (const char *text,
             glong       max)
{
  return text != NULL && g_utf8_strlen (text, -1) > max;
}

static void
check_fields (CallboardChecker    *self,
              const CallboardSpot *spot,
              const char          *text,
              const char          *member)
{
  g_autoptr(GError) error = NULL;

  if (text != NULL && !callboard_merge_check (text, &error))
    callboard_checker_add (self, "field", spot, member, error->message);
}

static void
check_message (CallboardChecker *self,
               const char       *text,
               const char       *member,
               const char       *empty)
{
  if (callboard_text_is_empty (text))
    callboard_checker_add (self, empty, NULL, member, NULL);
  else if (is_too_long (text, MAX_TEXT))
    callboard_checker_add (self, "too-long", NULL, member, NULL);

  check_fields (self, NULL, text, member);
}

GStrv
callboard_step_fold_choices (const CallboardStep *step,
                             glong                limit)
{
  GStrv folded = g_new0 (char *, step->choice_labels->len + 1);

  for (guint i = 0; i < step->choice_labels->len; i++)
    {
      g_autofree char *label = g_strstrip (g_strdup (g_ptr_array_index (step->choice_labels, i)));

      if (g_utf8_strlen (label, -1) > limit)
        *g_utf8_offset_to_pointer (label, limit) = '\0';

      folded[i] = callboard_fold (label);
    }

  return folded;
}

gboolean
callboard_is_repeated (const char * const *texts,
                       guint               index)
{
  for (guint i = 0; i < index; i++)
    {
      if (g_str_equal (texts[i], texts[index]))
        return TRUE;
    }

  return FALSE;
}

static void
check_choices (CallboardChecker    *self,
               const CallboardStep *step)
{
  CallboardSpot spot = callboard_spot_of_step (step);
  g_auto(GStrv) folded = NULL;

  if (step->kind != CALLBOARD_STEP_SINGLE_CHOICE && step->kind != CALLBOARD_STEP_MULTIPLE_CHOICE)
    return;

  if (step->choice_ids->len == 0)
    callboard_checker_add (self, "no-choice", &spot, "choices", NULL);

  spot.list = "choices";
  folded = callboard_step_fold_choices (step, G_MAXLONG);
  for (spot.index = 0; spot.index < step->choice_labels->len; spot.index++)
    {
      if (callboard_text_is_empty (g_ptr_array_index (step->choice_labels, spot.index)))
        callboard_checker_add (self, "empty-choice", &spot, "label", NULL);
      else if (callboard_is_repeated ((const char * const *) folded, spot.index))
        callboard_checker_add (self, "same-choice", &spot, "label", NULL);
    }
}

static const char *
find_contradiction (const CallboardStep *step)
{
  if (step->min_length > step->max_length)
    return "min_length";

  if (step->min > step->max)
    return "min";

  if (step->min_choices > step->max_choices ||
      (step->kind == CALLBOARD_STEP_MULTIPLE_CHOICE && step->choice_ids->len > 0 &&
       step->min_choices > step->choice_ids->len))
    return "min_choices";

  if (g_date_valid (&step->earliest) && g_date_valid (&step->latest) &&
      g_date_compare (&step->earliest, &step->latest) > 0)
    return "earliest";

  return NULL;
}

static void
check_limits (CallboardChecker    *self,
              const CallboardStep *step)
{
  CallboardSpot spot = callboard_spot_of_step (step);
  const char *member = find_contradiction (step);

  if (member != NULL)
    callboard_checker_add (self, "limits", &spot, member, NULL);
}

static void
check_media (CallboardChecker    *self,
             const CallboardStep *step)
{
  CallboardSpot spot = callboard_spot_of_step (step);

  if (step->kind != CALLBOARD_STEP_MEDIA)
    return;

  if (step->media == NULL)
    callboard_checker_add (self, "no-file", &spot, "file.hash", NULL);
  else if (self->has_file != NULL && !self->has_file (step->media->hash, self->data))
    callboard_checker_add (self, "missing-file", &spot, "file.hash", NULL);
}

static void
check_schedule (CallboardChecker    *self,
                const CallboardStep *step)
{
  const CallboardSchedule *schedule = step->schedule;
  CallboardSpot spot = callboard_spot_of_step (step);

  if (schedule == NULL)
    return;

  if (schedule->hours->len == 0 && schedule->sessions->len == 0)
    callboard_checker_add (self, "no-hours", &spot, "hours", NULL);

  if (schedule->place_kind != CALLBOARD_PLACE_PHONE && callboard_text_is_empty (schedule->place))
    callboard_checker_add (self, "empty-place", &spot, "place.text", NULL);

  check_fields (self, &spot, schedule->place, "place.text");
}

/* What a candidate reads at this kind of step, unless it may be empty. */
static void
check_empty (CallboardChecker    *self,
             const CallboardStep *step)
{
  CallboardSpot spot = callboard_spot_of_step (step);
  const char *empty = "empty-question";

  if (step->kind == CALLBOARD_STEP_MEDIA || step->kind == CALLBOARD_STEP_SCHEDULE || !callboard_text_is_empty (step->text))
    return;

  if (step->kind == CALLBOARD_STEP_TEXT)
    empty = "empty-block";
  else if (step->kind == CALLBOARD_STEP_PROMPT)
    empty = "empty-prompt";
  else if (step->kind == CALLBOARD_STEP_REQUEST)
    empty = "empty-request";

  callboard_checker_add (self, empty, &spot, "text", NULL);
}

static void
check_step (CallboardChecker    *self,
            const CallboardStep *step)
{
  CallboardSpot spot = callboard_spot_of_step (step);
  gboolean media = step->kind == CALLBOARD_STEP_MEDIA;

  check_empty (self, step);
  check_fields (self, &spot, step->text, "text");
  check_fields (self, &spot, step->help, step->kind == CALLBOARD_STEP_REQUEST ? "hint" : "help");
  check_fields (self, &spot, step->retry, "retry");
  if (is_too_long (media ? step->text : step->ask, media ? MAX_CAPTION : MAX_TEXT))
    callboard_checker_add (self, "too-long", &spot, "text", NULL);

  check_choices (self, step);
  check_limits (self, step);
  check_media (self, step);
  check_schedule (self, step);
}

/* Product.md, section 2: which modules a stage may have. */
static const char *
find_misfit (CallboardChecker *self,
             guint             index)
{
  GArray *modules = self->script->modules;
  CallboardModuleKind kind = g_array_index (modules, CallboardModule, index).kind;

  if (kind == CALLBOARD_MODULE_CONTENT)
    return NULL;

  if ((kind == CALLBOARD_MODULE_SCHEDULE) != (self->type == CALLBOARD_STAGE_SCHEDULE))
    return kind == CALLBOARD_MODULE_SCHEDULE ? "only-in-schedule" : "not-in-schedule";

  return kind == CALLBOARD_MODULE_SCHEDULE && index + 1 < modules->len ? "schedule-last" : NULL;
}

static void
check_module (CallboardChecker *self,
              guint             index)
{
  static const char * const lists[] = { "blocks", "questions", "prompts", "requests", "id" };
  const CallboardModule *module = &g_array_index (self->script->modules, CallboardModule, index);
  const CallboardSpot spot = { module->id, module->path, NULL, 0 };
  const char *misfit = find_misfit (self, index);

  if (module->n_steps == 0)
    callboard_checker_add (self, "empty-module", &spot, lists[module->kind], NULL);

  if (misfit != NULL)
    callboard_checker_add (self, misfit, &spot, NULL, NULL);

  for (guint i = 0; i < module->n_steps; i++)
    check_step (self, callboard_script_get_step (self->script, module->first + i));
}

static void
check_conclusion (CallboardChecker *self)
{
  CallboardScript *script = self->script;

  if ((script->conclusion != NULL || script->modules->len > 0) && self->type != CALLBOARD_STAGE_SCHEDULE)
    check_message (self, script->conclusion, "conclusion.text", "empty-conclusion");
}

/* Those of parsing, which knew no number of modules yet. */
static void
take_faults (CallboardChecker *self)
{
  for (guint i = 0; i < self->script->faults->len; i++)
    {
      const CallboardScriptProblem *fault = g_ptr_array_index (self->script->faults, i);
      CallboardSpot spot = { .path = fault->place };
      const char *words = callboard_problem_get_words (fault->nick);

      for (guint j = 0; j < self->script->steps->len && spot.id == NULL; j++)
        {
          const CallboardStep *step = callboard_script_get_step (self->script, j);

          if (g_str_has_prefix (fault->place, step->path))
            spot.id = step->id;
        }

      callboard_checker_add (self, fault->nick, &spot, fault->member, words != NULL ? words : fault->text);
    }
}

GPtrArray *
callboard_script_list_problems (CallboardScript    *self,
                                CallboardStageType  type,
                                CallboardHasFile    has_file,
                                gpointer            data)
{
  CallboardChecker checker = { self, CALLBOARD_SEVERITY_ERROR, type, has_file, data, 0, NULL };

  g_return_val_if_fail (self != NULL, NULL);

  checker.problems = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_script_problem_free);
  if (type == CALLBOARD_STAGE_REVIEW)
    {
      callboard_checker_add (&checker, "review", NULL, NULL, NULL);
      return checker.problems;
    }

  check_message (&checker, self->welcome, "welcome.text", "empty-welcome");
  for (guint i = 0; i < self->modules->len; i++)
    check_module (&checker, i);

  if (type == CALLBOARD_STAGE_SCHEDULE && callboard_script_get_schedule (self) == NULL)
    callboard_checker_add (&checker, "no-schedule", NULL, "modules", NULL);

  check_conclusion (&checker);
  take_faults (&checker);
  callboard_problems_sort (checker.problems);

  return checker.problems;
}

char *
callboard_script_check (CallboardScript    *self,
                        CallboardStageType  type,
                        CallboardHasFile    has_file,
                        gpointer            data)
{
  g_autoptr(GPtrArray) problems = callboard_script_list_problems (self, type, has_file, data);
  const CallboardScriptProblem *first;

  if (problems == NULL || problems->len == 0)
    return NULL;

  first = g_ptr_array_index (problems, 0);

  return first->id != NULL ? g_strconcat (first->nick, " ", first->id, NULL) : g_strdup (first->nick);
}
