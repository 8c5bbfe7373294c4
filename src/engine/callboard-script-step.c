/* callboard-script-step.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-json.h"
#include "callboard-phrases.h"
#include "callboard-reading.h"
#include "callboard-script-private.h"

#define MAX_TRIES 3

/* One call of callboard_script_step(). */
typedef struct
{
  CallboardScript            *script;
  const CallboardScriptEvent *event;
  CallboardScriptState       *next;
  GPtrArray                  *effects;
  const char                 *choice;
} Turn;

static CallboardEffect *
add_effect (Turn                *turn,
            CallboardEffectKind  kind,
            const char          *why)
{
  CallboardEffect *effect = g_new0 (CallboardEffect, 1);

  effect->kind = kind;
  effect->why = why;
  g_ptr_array_add (turn->effects, effect);

  return effect;
}

static CallboardEffect *
send (Turn       *turn,
      const char *step,
      char       *text,
      const char *why)
{
  CallboardEffect *effect = add_effect (turn, CALLBOARD_EFFECT_SEND, why);

  effect->key = g_strdup_printf ("%s.%u", step, turn->next->asked++);
  effect->text = text;
  effect->message_kind = "step";

  return effect;
}

static void
add_choice (JsonArray  *array,
            const char *step,
            const char *id,
            const char *title)
{
  g_autofree char *full = g_strconcat (step, "/", id, NULL);
  JsonObject *choice = json_object_new ();

  json_object_set_string_member (choice, "id", full);
  json_object_set_string_member (choice, "title", title);
  json_array_add_object_element (array, choice);
}

static char *
take_choices (JsonArray *array)
{
  g_autoptr(JsonNode) node = json_node_init_array (json_node_alloc (), array);

  json_array_unref (array);

  return json_to_string (node, FALSE);
}

static char *
write_choices (CallboardScript     *script,
               const CallboardStep *step)
{
  g_autofree char *yes = callboard_phrase (script->language, "yes", NULL);
  g_autofree char *no = callboard_phrase (script->language, "no", NULL);
  JsonArray *array;

  if (step->kind != CALLBOARD_STEP_SINGLE_CHOICE && step->kind != CALLBOARD_STEP_YES_NO)
    return NULL;

  array = json_array_new ();
  for (guint i = 0; i < step->choice_ids->len; i++)
    add_choice (array, step->id, g_ptr_array_index (step->choice_ids, i), g_ptr_array_index (step->choice_labels, i));

  if (step->kind == CALLBOARD_STEP_YES_NO)
    {
      add_choice (array, step->id, "yes", yes);
      add_choice (array, step->id, "no", no);
    }

  return take_choices (array);
}

static char *
write_begin (CallboardScript *script)
{
  g_autofree char *label = callboard_phrase (script->language, "begin-button", NULL);
  JsonArray *array = json_array_new ();

  add_choice (array, "welcome", "begin", label);

  return take_choices (array);
}

static void
append_line (GString    *text,
             const char *line)
{
  if (line == NULL || *line == '\0')
    return;

  if (text->len > 0)
    g_string_append_c (text, '\n');

  g_string_append (text, line);
}

static void
append_phrase (GString                     *text,
               CallboardScript             *script,
               const char                  *name,
               const CallboardPhraseValues *values)
{
  g_autofree char *phrase = callboard_phrase (script->language, name, values);

  append_line (text, phrase);
}

static void
ask (Turn  *turn,
     guint  index)
{
  const CallboardStep *step = g_ptr_array_index (turn->script->steps, index);
  CallboardPhraseValues values = { .n = turn->next->done + 1, .total = turn->script->total };
  GString *text = g_string_new (NULL);
  CallboardEffect *effect;

  if (turn->script->progress && turn->script->total > 1)
    append_phrase (text, turn->script, "progress", &values);

  append_line (text, step->text);
  append_line (text, step->help);
  if (!step->required)
    append_phrase (text, turn->script, "skip", NULL);

  effect = send (turn, step->id, g_string_free (text, FALSE), "next");
  effect->choices = write_choices (turn->script, step);
  turn->next->phase = CALLBOARD_PHASE_QUESTION;
  turn->next->step = index;
  turn->next->tries = 0;
}

static void
conclude (Turn *turn)
{
  if (turn->script->conclusion != NULL && *turn->script->conclusion != '\0')
    send (turn, "conclusion", g_strdup (turn->script->conclusion), "last");

  add_effect (turn, CALLBOARD_EFFECT_COMPLETE, "last");
  turn->next->phase = CALLBOARD_PHASE_DONE;
}

static void
advance (Turn  *turn,
         guint  index)
{
  for (; index < turn->script->steps->len; index++)
    {
      const CallboardStep *step = g_ptr_array_index (turn->script->steps, index);

      if (callboard_step_is_question (step))
        {
          ask (turn, index);
          return;
        }

      send (turn, step->id, g_strdup (step->text), "next");
    }

  conclude (turn);
}

static void
begin (Turn *turn)
{
  CallboardEffect *effect = send (turn, "welcome", g_strdup (turn->script->welcome), "entered");

  effect->message_kind = "first";
  effect->template = "first";
  turn->next->phase = CALLBOARD_PHASE_DONE;
  if (callboard_script_is_blast (turn->script))
    return;

  effect->starts = TRUE;
  effect->choices = write_begin (turn->script);
  turn->next->phase = CALLBOARD_PHASE_WELCOME;
}

static gboolean
is_flagged (const CallboardStep *step,
            const char          *value)
{
  for (guint i = 0; i < step->flag_when->len; i++)
    {
      if (g_strcmp0 (g_ptr_array_index (step->flag_when, i), value) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
take_answer (Turn                *turn,
             const CallboardStep *step,
             const char          *value,
             const char          *words)
{
  CallboardEffect *effect = add_effect (turn, CALLBOARD_EFFECT_ANSWER, "understood");

  effect->key = g_strdup (step->id);
  effect->question = g_strdup (step->text);
  effect->value = g_strdup (value);
  effect->text = g_strdup (words);
  effect->flagged = is_flagged (step, value);
  turn->next->done++;
  turn->next->path[turn->next->step / 64] |= G_GUINT64_CONSTANT (1) << turn->next->step % 64;
  advance (turn, turn->next->step + 1);
}

/* What a single choice or yes/no was understood as: the choice's id and label, or nothing. */
static gboolean
read_choice (Turn                *turn,
             const CallboardStep *step,
             const char         **id,
             const char         **label)
{
  const char * const *ids = (const char * const *) step->choice_ids->pdata;
  const char * const *labels = (const char * const *) step->choice_labels->pdata;
  guint index = 0;

  if (turn->choice != NULL)
    {
      while (index < step->choice_ids->len && !g_str_equal (ids[index], turn->choice))
        index++;
    }
  else if (!callboard_read_choice (turn->event->text, labels, step->choice_ids->len, &index))
    return FALSE;

  if (index >= step->choice_ids->len)
    return FALSE;

  *id = ids[index];
  *label = labels[index];

  return TRUE;
}

static gboolean
read_yes_no (Turn     *turn,
             gboolean *yes)
{
  g_autofree char *yes_label = callboard_phrase (turn->script->language, "yes", NULL);
  g_autofree char *no_label = callboard_phrase (turn->script->language, "no", NULL);
  const char *labels[] = { yes_label, no_label, NULL };
  guint index;

  if (turn->choice != NULL)
    {
      *yes = g_str_equal (turn->choice, "yes");
      return *yes || g_str_equal (turn->choice, "no");
    }

  if (callboard_read_yes_no (turn->event->text, turn->script->language, yes))
    return TRUE;

  if (!callboard_read_choice (turn->event->text, labels, 2, &index))
    return FALSE;

  *yes = index == 0;

  return TRUE;
}

static gboolean
try_short_answer (Turn                *turn,
                  const CallboardStep *step)
{
  g_autofree char *text = g_strstrip (g_strdup (turn->event->text != NULL ? turn->event->text : ""));
  glong length = g_utf8_strlen (text, -1);

  if (length < (glong) MAX (step->min_length, 1) || length > (glong) step->max_length)
    return FALSE;

  take_answer (turn, step, text, text);

  return TRUE;
}

static gboolean
try_answer (Turn                *turn,
            const CallboardStep *step)
{
  g_autofree char *label = NULL;
  const char *id, *title;
  gboolean yes;

  switch (step->kind)
    {
    case CALLBOARD_STEP_SHORT_ANSWER:
      return try_short_answer (turn, step);

    case CALLBOARD_STEP_SINGLE_CHOICE:
      if (!read_choice (turn, step, &id, &title))
        return FALSE;
      take_answer (turn, step, id, title);
      return TRUE;

    case CALLBOARD_STEP_YES_NO:
      if (!read_yes_no (turn, &yes))
        return FALSE;
      label = callboard_phrase (turn->script->language, yes ? "yes" : "no", NULL);
      take_answer (turn, step, yes ? "yes" : "no", label);
      return TRUE;

    case CALLBOARD_STEP_TEXT:
    default:
      return FALSE;
    }
}

static const char *
name_again (const CallboardStep *step)
{
  switch (step->kind)
    {
    case CALLBOARD_STEP_SINGLE_CHOICE:
      return "again-choice";

    case CALLBOARD_STEP_YES_NO:
      return "again-yes-no";

    case CALLBOARD_STEP_TEXT:
    case CALLBOARD_STEP_SHORT_ANSWER:
    default:
      return "again-short";
    }
}

static void
ask_again (Turn                *turn,
           const CallboardStep *step)
{
  CallboardPhraseValues values = { .max = step->max_length };
  CallboardEffect *effect;
  char *text;

  if (++turn->next->tries >= MAX_TRIES)
    {
      add_effect (turn, CALLBOARD_EFFECT_ATTENTION, "three-tries");
      turn->next->phase = CALLBOARD_PHASE_ATTENTION;
      return;
    }

  text = step->retry != NULL && *step->retry != '\0'
    ? g_strdup (step->retry)
    : callboard_phrase (turn->script->language, name_again (step), &values);
  effect = send (turn, step->id, text, "not-understood");
  effect->choices = write_choices (turn->script, step);
}

static gboolean
is_on_path (const CallboardScriptState *state,
            guint                       index)
{
  return (state->path[index / 64] >> index % 64 & 1) != 0;
}

static gboolean
go_back (Turn *turn)
{
  for (guint i = turn->next->step; i > 0; i--)
    {
      const CallboardStep *step = g_ptr_array_index (turn->script->steps, i - 1);

      if (!callboard_step_is_question (step) || !is_on_path (turn->next, i - 1))
        continue;

      turn->next->path[(i - 1) / 64] &= ~(G_GUINT64_CONSTANT (1) << (i - 1) % 64);
      turn->next->done -= MIN (turn->next->done, 1);
      add_effect (turn, CALLBOARD_EFFECT_FORGET_ANSWER, "back")->key = g_strdup (step->id);
      ask (turn, i - 1);
      return TRUE;
    }

  return FALSE;
}

/* Campaigns that were sent before choices named their step have ids without one. */
static gboolean
is_for_step (Turn                *turn,
             const CallboardStep *step)
{
  const char *choice = turn->event->choice;
  gsize length = strlen (step->id);

  if (choice == NULL)
    return TRUE;

  if (strchr (choice, '/') == NULL)
    turn->choice = choice;
  else if (g_str_has_prefix (choice, step->id) && choice[length] == '/')
    turn->choice = choice + length + 1;
  else
    return FALSE;

  return TRUE;
}

static void
hear_reply (Turn *turn)
{
  const CallboardStep *step;

  if (turn->next->step >= turn->script->steps->len)
    return;

  step = g_ptr_array_index (turn->script->steps, turn->next->step);
  if (!is_for_step (turn, step))
    add_effect (turn, CALLBOARD_EFFECT_NOTE, "old-question");
  else if (turn->event->word == CALLBOARD_WORD_SKIP && !step->required)
    take_answer (turn, step, "", turn->event->text);
  else if (turn->event->word == CALLBOARD_WORD_BACK && go_back (turn))
    return;
  else if (!try_answer (turn, step))
    ask_again (turn, step);
}

GPtrArray *
callboard_script_step (CallboardScript            *self,
                       const CallboardScriptState *state,
                       const CallboardScriptEvent *event,
                       gint64                      now,
                       CallboardScriptState       *next)
{
  Turn turn = { .script = self, .event = event, .next = next };

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (state != NULL && event != NULL && next != NULL, NULL);

  *next = *state;
  turn.effects = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_effect_free);

  if (event->kind == CALLBOARD_SCRIPT_START && state->phase == CALLBOARD_PHASE_START)
    begin (&turn);
  else if (event->kind == CALLBOARD_SCRIPT_REPLY && state->phase == CALLBOARD_PHASE_WELCOME)
    advance (&turn, 0);
  else if (event->kind == CALLBOARD_SCRIPT_REPLY && state->phase == CALLBOARD_PHASE_QUESTION)
    hear_reply (&turn);
  else if (event->kind == CALLBOARD_SCRIPT_REPLY)
    add_effect (&turn, CALLBOARD_EFFECT_NOTE, state->phase == CALLBOARD_PHASE_ATTENTION ? "waits" : "ended");

  return turn.effects;
}
