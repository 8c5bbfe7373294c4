/* callboard-script-ask.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-script-turn-private.h"

#define MAX_TRIES 3

CallboardEffect *
callboard_turn_add (CallboardTurn       *turn,
                    CallboardEffectKind  kind,
                    const char          *why)
{
  CallboardEffect *effect = g_new0 (CallboardEffect, 1);

  effect->kind = kind;
  effect->why = why;
  g_ptr_array_add (turn->effects, effect);

  return effect;
}

/* printf is slow enough to show in the bench. */
static char *
make_key (const char *step,
          guint       number)
{
  gsize length = strlen (step);
  char digits[12], *key;
  guint n = sizeof digits;

  do
    digits[--n] = '0' + number % 10;
  while ((number /= 10) > 0);

  key = g_malloc (length + 1 + sizeof digits - n + 1);
  memcpy (key, step, length);
  key[length] = '.';
  memcpy (key + length + 1, digits + n, sizeof digits - n);
  key[length + 1 + sizeof digits - n] = '\0';

  return key;
}

CallboardEffect *
callboard_turn_send (CallboardTurn *turn,
                     const char    *step,
                     char          *text,
                     const char    *choices,
                     const char    *why)
{
  CallboardEffect *effect = callboard_turn_add (turn, CALLBOARD_EFFECT_SEND, why);

  effect->key = make_key (step, turn->next->asked++);
  effect->text = text;
  effect->choices = g_strdup (choices);
  effect->message_kind = "step";

  return effect;
}

char *
callboard_turn_phrase (CallboardTurn *turn,
                       const char    *name,
                       guint          max)
{
  CallboardPhraseValues values = { .max = max };

  return callboard_phrase (turn->script->language, name, max != 0 ? &values : NULL);
}

static char *
write_question (CallboardTurn       *turn,
                const CallboardStep *step)
{
  CallboardPhraseValues values = { 0 };
  g_autofree char *progress = NULL;

  callboard_script_get_progress (turn->script, turn->next, &values.n, &values.total);
  if (!turn->script->progress || values.total < 2)
    return g_strdup (step->ask);

  values.n++;
  progress = callboard_phrase (turn->script->language, "progress", &values);

  return g_strconcat (progress, "\n", step->ask, NULL);
}

void
callboard_turn_ask (CallboardTurn *turn,
                    guint          index,
                    const char    *why)
{
  const CallboardStep *step = callboard_script_get_step (turn->script, index);

  if (step->kind == CALLBOARD_STEP_SCHEDULE)
    {
      callboard_turn_offer (turn, index, why);
      return;
    }

  turn->next->phase = CALLBOARD_PHASE_QUESTION;
  turn->next->step = index;
  turn->next->tries = 0;
  turn->next->takes = 0;
  callboard_turn_send (turn, step->id, write_question (turn, step), step->choices, why);
}

CallboardEffect *
callboard_turn_ask_again (CallboardTurn       *turn,
                          const CallboardStep *step,
                          const char          *why,
                          char                *text)
{
  /* Who waits for a person is not asked any further. */
  if (turn->next->phase == CALLBOARD_PHASE_ATTENTION)
    {
      g_free (text);
      callboard_turn_add (turn, CALLBOARD_EFFECT_NOTE, "waits");
      return NULL;
    }

  if (++turn->next->tries < MAX_TRIES)
    return callboard_turn_send (turn, step->id, text, step->choices, why);

  g_free (text);
  callboard_turn_add (turn, CALLBOARD_EFFECT_ATTENTION, "three-tries");
  turn->next->phase = CALLBOARD_PHASE_ATTENTION;

  return NULL;
}

static void
conclude (CallboardTurn *turn,
          const char    *why)
{
  if (turn->script->conclusion != NULL && *turn->script->conclusion != '\0')
    callboard_turn_send (turn, "conclusion", g_strdup (turn->script->conclusion), NULL, why);

  turn->next->step = turn->script->steps->len;
  turn->next->phase = CALLBOARD_PHASE_DONE;
  callboard_turn_add (turn, CALLBOARD_EFFECT_COMPLETE, "last");
}

/* Says a step; a question waits for its answer then. */
static gboolean
say_step (CallboardTurn *turn,
          guint          index,
          const char    *why)
{
  const CallboardStep *step = callboard_script_get_step (turn->script, index);
  CallboardEffect *effect;

  if (callboard_step_is_question (step))
    {
      callboard_turn_ask (turn, index, why);
      return FALSE;
    }

  effect = callboard_turn_send (turn, step->id, g_strdup (step->text != NULL ? step->text : ""), NULL, why);
  effect->media = callboard_script_file_copy (step->media);

  return TRUE;
}

void
callboard_turn_advance (CallboardTurn *turn,
                        guint          index,
                        const char    *why)
{
  for (; index < turn->script->steps->len; index++)
    {
      if (!say_step (turn, index, why))
        return;

      why = "next";
    }

  conclude (turn, g_str_equal (why, "branch") ? why : "last");
}

/* Every step before is answered, in the order in which they stand. */
static void
go_to (CallboardTurn *turn,
       guint          index)
{
  turn->next->phase = CALLBOARD_PHASE_QUESTION;
  turn->next->step = index;
  for (guint i = 0; i < index; i++)
    {
      if (!callboard_step_is_question (callboard_script_get_step (turn->script, i)))
        continue;

      turn->next->path[i / 64] |= G_GUINT64_CONSTANT (1) << i % 64;
      turn->next->done++;
    }
}

GPtrArray *
callboard_script_recite (CallboardScript      *self,
                         guint                 index,
                         gint64                now,
                         CallboardScriptState *next)
{
  const CallboardScriptEvent event = { .kind = CALLBOARD_SCRIPT_RESUME };
  CallboardTurn turn = { .script = self, .event = &event, .next = next, .now = now };

  turn.effects = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_effect_free);
  *next = (CallboardScriptState) { 0 };
  go_to (&turn, index);
  if (index < self->steps->len)
    say_step (&turn, index, "next");
  else
    conclude (&turn, "last");

  return turn.effects;
}
