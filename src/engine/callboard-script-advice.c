/* callboard-script-advice.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-script-check-private.h"

#include <glib/gi18n-lib.h>

#include "callboard-approval.h"
#include "callboard-render.h"
#include "callboard-sms.h"
#include "callboard-words.h"

/* Product.md, section 5. */
#define MAX_BLOCKS     4
#define MAX_CHARACTERS 300
#define MAX_QUESTIONS  7

/* What WhatsApp takes with buttons below it, and in a template (providers.md, 1.3 and 1.6). */
#define MAX_WITH_BUTTONS 1024

/* In a text of an alphabet of its own, no single letter is to blame. */
#define MAX_FOREIGN_SHARE 10

static gboolean
is_rendered (const CallboardChecker *self,
             CallboardRendering      rendering)
{
  return (self->renderings & 1u << rendering) != 0;
}

/* How many parts the text would have without the letters that are not of the GSM alphabet; 0 if that is not the point. */
static guint
count_plain_parts (const char *text)
{
  g_autoptr(GString) plain = g_string_new (NULL);
  guint n = 0, foreign = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), n++)
    {
      char letter[7] = { 0 };

      g_unichar_to_utf8 (g_utf8_get_char (p), letter);
      if (callboard_sms_count (letter).offender != 0)
        foreign += g_strlcpy (letter, "?", sizeof letter);
      g_string_append (plain, letter);
    }

  return foreign * MAX_FOREIGN_SHARE <= n ? callboard_sms_count (plain->str).parts : 0;
}

static void
check_letters (CallboardChecker    *self,
               const CallboardSpot *spot,
               const char          *text,
               const char          *member)
{
  CallboardSmsCount count = { 0 };
  char letter[7] = { 0 };
  g_autofree char *says = NULL;
  guint plain;

  if (is_rendered (self, CALLBOARD_RENDERING_SMS))
    count = callboard_sms_count (text);
  if (count.offender == 0 || count.parts < 2)
    return;

  plain = count_plain_parts (text);
  if (plain == 0 || plain >= count.parts)
    return;

  g_unichar_to_utf8 (count.offender, letter);
  /* Translators: a single letter or sign, then two numbers */
  says = g_strdup_printf (_("with “%s” in it, the SMS is paid as %u messages instead of %u"), letter, count.parts, plain);
  callboard_checker_add (self, "sms-letter", spot, member, says);
}

static void
check_text (CallboardChecker    *self,
            const CallboardSpot *spot,
            const char          *text,
            const char          *member,
            gboolean             buttons)
{
  glong length = text != NULL ? g_utf8_strlen (text, -1) : 0;

  if (text == NULL)
    return;

  if (length > MAX_WITH_BUTTONS && buttons && is_rendered (self, CALLBOARD_RENDERING_WHATSAPP))
    callboard_checker_add (self, "long-buttons", spot, member,
                           _("WhatsApp takes at most 1024 characters here, so it can only go by SMS"));
  else if (length > MAX_CHARACTERS)
    callboard_checker_add (self, "long-text", spot, member, _("more than 300 characters are seldom read to the end"));

  check_letters (self, spot, text, member);
}

static const char *
warn_of_word (CallboardWord word)
{
  switch (word)
    {
    case CALLBOARD_WORD_STOP:
      return _("who types this label opts out of all messages");

    case CALLBOARD_WORD_WITHDRAW:
      return _("who types this label withdraws the application");

    case CALLBOARD_WORD_START:
    case CALLBOARD_WORD_HELP:
    case CALLBOARD_WORD_SKIP:
    case CALLBOARD_WORD_BACK:
      return _("this label has a meaning of its own when it is typed, such as to get help or to go back");

    case CALLBOARD_WORD_NONE:
    case CALLBOARD_WORD_YES:
    case CALLBOARD_WORD_NO:
    default:
      return NULL;
    }
}

/* What is left of labels where they are pressed. */
static void
check_cuts (CallboardChecker    *self,
            const CallboardStep *step)
{
  guint n = step->choice_labels->len;
  glong limit = n <= CALLBOARD_MAX_BUTTONS ? CALLBOARD_MAX_BUTTON_TITLE : CALLBOARD_MAX_ROW_TITLE;
  CallboardSpot spot = { step->id, step->path, "choices", 0 };
  g_auto(GStrv) heads = NULL;
  g_auto(GStrv) labels = NULL;
  gboolean cut = FALSE;

  for (guint i = 0; i < n; i++)
    cut |= g_utf8_strlen (g_ptr_array_index (step->choice_labels, i), -1) > limit;
  if (!cut || step->kind != CALLBOARD_STEP_SINGLE_CHOICE || !is_rendered (self, CALLBOARD_RENDERING_WHATSAPP))
    return;

  heads = callboard_step_fold_choices (step, limit);
  labels = callboard_step_fold_choices (step, G_MAXLONG);
  for (; spot.index < n; spot.index++)
    {
      if (callboard_is_repeated ((const char * const *) heads, spot.index) &&
          !callboard_is_repeated ((const char * const *) labels, spot.index))
        callboard_checker_add (self, "alike-choices", &spot, "label",
                               _("on a phone it begins like another choice, and the rest is cut off"));
    }
}

static void
check_choices (CallboardChecker    *self,
               const CallboardStep *step)
{
  CallboardSpot spot = { step->id, step->path, "choices", 0 };

  if (step->kind != CALLBOARD_STEP_SINGLE_CHOICE && step->kind != CALLBOARD_STEP_MULTIPLE_CHOICE)
    return;

  for (; spot.index < step->choice_labels->len; spot.index++)
    {
      const char *label = g_ptr_array_index (step->choice_labels, spot.index);
      const char *warning = warn_of_word (callboard_words_classify (label, self->script->language));

      if (warning != NULL && !callboard_text_is_empty (label))
        callboard_checker_add (self, "stop-choice", &spot, "label", warning);
    }

  check_cuts (self, step);
}

static gboolean
is_no_answer (const CallboardStep *step,
              const CallboardTest *test)
{
  return test->text != NULL && step->choice_ids->len > 0 &&
         !g_strv_contains ((const char * const *) step->choice_ids->pdata, test->text);
}

/* Choices that were removed since. */
static void
check_tests (CallboardChecker    *self,
             const CallboardStep *step)
{
  CallboardSpot spot = callboard_spot_of_step (step);

  for (guint i = 0; i < step->flags->len; i++)
    {
      if (is_no_answer (step, &g_array_index (step->flags, CallboardTest, i)))
        callboard_checker_add (self, "dead-flag", &spot, "flag_when", _("it flags an answer that nobody can give"));
    }

  spot.list = "rules";
  for (spot.index = 0; spot.index < step->rules->len; spot.index++)
    {
      if (is_no_answer (step, &g_array_index (step->rules, CallboardRule, spot.index).test))
        callboard_checker_add (self, "dead-rule", &spot, "when", _("it waits for an answer that nobody can give"));
    }
}

static void
check_step (CallboardChecker    *self,
            const CallboardStep *step)
{
  CallboardSpot spot = callboard_spot_of_step (step);

  check_text (self, &spot, step->text, "text", step->choices != NULL);
  if (step->help != NULL)
    check_letters (self, &spot, step->help, step->kind == CALLBOARD_STEP_REQUEST ? "hint" : "help");

  check_choices (self, step);
  check_tests (self, step);
}

static void
check_module (CallboardChecker *self,
              guint             index,
              gboolean          reached)
{
  const CallboardModule *module = &g_array_index (self->script->modules, CallboardModule, index);
  CallboardSpot spot = { module->id, module->path, NULL, 0 };

  if (!reached)
    callboard_checker_add (self, "unreached", &spot, NULL, _("no path through the rules comes here"));

  if (module->kind == CALLBOARD_MODULE_CONTENT && module->n_steps > MAX_BLOCKS)
    callboard_checker_add (self, "many-blocks", &spot, "blocks", _("more than 4 messages in a row are too many"));

  if (module->kind == CALLBOARD_MODULE_QUESTIONS && module->n_steps > MAX_QUESTIONS)
    callboard_checker_add (self, "many-questions", &spot, "questions",
                           _("after more than 7 questions many people give up"));

  for (guint i = 0; i < module->n_steps; i++)
    check_step (self, callboard_script_get_step (self->script, module->first + i));
}

static void
check_template (CallboardChecker *self)
{
  g_autoptr(GPtrArray) faults = callboard_approval_list_faults (self->script);

  for (guint i = 0; i < faults->len; i++)
    {
      const CallboardApprovalFault *fault = g_ptr_array_index (faults, i);

      callboard_checker_add (self, "template", NULL, fault->member, fault->text);
    }
}

GPtrArray *
callboard_script_list_advice (CallboardScript *self,
                              guint            renderings)
{
  CallboardChecker checker = { self, CALLBOARD_SEVERITY_WARNING, CALLBOARD_STAGE_FORM, NULL, NULL, renderings, NULL };
  g_autoptr(GArray) reached = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  checker.problems = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_script_problem_free);
  reached = callboard_script_list_reached (self);
  check_text (&checker, NULL, self->welcome, "welcome.text", TRUE);
  check_template (&checker);
  for (guint i = 0; i < self->modules->len; i++)
    check_module (&checker, i, g_array_index (reached, gboolean, i));

  check_text (&checker, NULL, self->conclusion, "conclusion.text", FALSE);
  callboard_problems_sort (checker.problems);

  return checker.problems;
}
