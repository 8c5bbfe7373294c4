/* callboard-script-hear.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-script-turn-private.h"

void
callboard_reading_clear (CallboardReading *reading)
{
  g_free (reading->value);
  g_free (reading->words);
  g_free (reading->again);
}

CallboardEffect *
callboard_turn_keep (CallboardTurn       *turn,
                     const CallboardStep *step,
                     CallboardReading    *reading,
                     GArray              *files)
{
  CallboardEffect *effect = callboard_turn_add (turn, CALLBOARD_EFFECT_ANSWER, reading->why);

  effect->key = g_strdup (step->id);
  effect->question = g_strdup (step->text != NULL ? step->text : "");
  effect->value = g_steal_pointer (&reading->value);
  effect->text = g_steal_pointer (&reading->words);
  effect->files = files;

  return effect;
}

static void
mark (CallboardTurn *turn)
{
  CallboardScriptState *next = turn->next;

  next->path[next->step / 64] |= G_GUINT64_CONSTANT (1) << next->step % 64;
  next->done++;
}

void
callboard_turn_answer (CallboardTurn       *turn,
                       const CallboardStep *step,
                       CallboardReading    *reading,
                       GArray              *files)
{
  guint index = turn->next->step, target = index + 1;
  gboolean branches = callboard_step_leads (step, reading, &target);
  gboolean flagged = callboard_step_flags (step, reading);
  double score = callboard_step_score (step, reading);
  CallboardEffect *effect;

  reading->why = "understood";
  effect = callboard_turn_keep (turn, step, reading, files);
  effect->flagged = flagged;
  effect->scored = step->scored;
  effect->score = score;
  mark (turn);
  callboard_turn_advance (turn, target, branches && target != index + 1 ? "branch" : "next");
}

void
callboard_turn_leave (CallboardTurn *turn)
{
  mark (turn);
  callboard_turn_advance (turn, turn->next->step + 1, "next");
}

static void
skip (CallboardTurn       *turn,
      const CallboardStep *step)
{
  g_auto(CallboardReading) reading = { .value = g_strdup (""), .words = g_strdup (""), .why = "skipped" };

  callboard_turn_keep (turn, step, &reading, NULL);
  callboard_turn_leave (turn);
}

gboolean
callboard_turn_go_back (CallboardTurn *turn)
{
  CallboardScriptState *next = turn->next;

  for (guint i = next->step; i > 0; i--)
    {
      const CallboardStep *step = callboard_script_get_step (turn->script, i - 1);

      if (!callboard_step_is_question (step) || !callboard_state_is_on_path (next, i - 1))
        continue;

      next->path[(i - 1) / 64] &= ~(G_GUINT64_CONSTANT (1) << (i - 1) % 64);
      next->done -= MIN (next->done, 1);
      callboard_turn_add (turn, CALLBOARD_EFFECT_FORGET_ANSWER, "back")->key = g_strdup (step->id);
      callboard_turn_ask (turn, i - 1, "back");
      return TRUE;
    }

  return FALSE;
}

/* Whether what was pressed belongs to the open step. Campaigns that were sent before choices named their step have ids
 * without one. */
static gboolean
take_choice (CallboardTurn       *turn,
             const CallboardStep *step)
{
  const char *choice = turn->event->choice;
  gsize length = strlen (step->id);

  if (choice == NULL || strchr (choice, '/') == NULL)
    turn->choice = choice;
  else if (strncmp (choice, step->id, length) == 0 && choice[length] == '/')
    turn->choice = choice + length + 1;
  else
    return FALSE;

  return TRUE;
}

static gboolean
quotes_earlier (CallboardTurn *turn)
{
  const char *quoted = turn->event->quoted;
  gpointer index;

  return quoted != NULL && turn->event->choice == NULL &&
         g_hash_table_lookup_extended (turn->script->indices, quoted, NULL, &index) &&
         GPOINTER_TO_UINT (index) < turn->next->step &&
         callboard_state_is_on_path (turn->next, GPOINTER_TO_UINT (index));
}

/* "Back" may be the name of a choice. */
static gboolean
is_label (const CallboardStep *step,
          const char          *text)
{
  g_autofree char *folded = callboard_fold (text);

  for (guint i = 0; i < step->choice_labels->len; i++)
    {
      g_autofree char *label = callboard_fold (g_ptr_array_index (step->choice_labels, i));

      if (g_str_equal (folded, label))
        return TRUE;
    }

  return FALSE;
}

/* The words that are heard at every question. */
static gboolean
hear_word (CallboardTurn       *turn,
           const CallboardStep *step)
{
  CallboardWord word = turn->event->word;

  if ((word != CALLBOARD_WORD_SKIP && word != CALLBOARD_WORD_BACK) || is_label (step, turn->event->text))
    return FALSE;

  if (word == CALLBOARD_WORD_BACK)
    {
      if (turn->next->takes > 0)
        callboard_turn_add (turn, CALLBOARD_EFFECT_FORGET_ANSWER, "back")->key = g_strdup (step->id);
      if (!callboard_turn_go_back (turn))
        callboard_turn_ask (turn, turn->next->step, "first-question");
    }
  else if (turn->next->takes > 0)
    callboard_turn_leave (turn);
  else if (!step->required)
    skip (turn, step);
  else
    callboard_turn_ask_again (turn, step, "needed", callboard_turn_phrase (turn, "needed", 0));

  return TRUE;
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\r\n")] == '\0';
}

static void
hear_answer (CallboardTurn       *turn,
             const CallboardStep *step)
{
  g_auto(CallboardReading) reading = { 0 };
  gboolean only_files = turn->event->n_files > 0 && is_blank (turn->event->text) && turn->choice == NULL;

  if (turn->event->n_files > 0)
    callboard_turn_add (turn, CALLBOARD_EFFECT_NOTE, only_files ? "text-expected" : "extra-file");

  if (only_files)
    callboard_turn_ask_again (turn, step, "text-expected", callboard_turn_phrase (turn, "again-text", 0));
  else if (callboard_turn_read (turn, step, &reading))
    callboard_turn_answer (turn, step, &reading, NULL);
  else
    callboard_turn_ask_again (turn, step, reading.why, g_steal_pointer (&reading.again));
}

void
callboard_turn_hear (CallboardTurn *turn)
{
  const CallboardStep *step;

  if (turn->next->step >= turn->script->steps->len)
    return;

  step = callboard_script_get_step (turn->script, turn->next->step);
  if (!callboard_step_is_question (step) || !take_choice (turn, step) || quotes_earlier (turn))
    callboard_turn_add (turn, CALLBOARD_EFFECT_NOTE, "old-question");
  else if (step->kind == CALLBOARD_STEP_SCHEDULE)
    callboard_turn_hear_slot (turn);
  else if (hear_word (turn, step))
    return;
  else if (callboard_step_wants_file (step))
    callboard_turn_hear_file (turn, step);
  else
    hear_answer (turn, step);
}
