/* callboard-script-prepare.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-script-turn-private.h"

#include <math.h>

#include "callboard-json.h"
#include "callboard-reading.h"

/* The answers that a kind brings along; their labels are phrases. */
static const char * const own_choices[][3] = {
  [CALLBOARD_STEP_YES_NO] = { "yes", "no" },
  [CALLBOARD_STEP_TRUE_FALSE] = { "true", "false" },
};

static void
clear_test (gpointer data)
{
  CallboardTest *test = data;

  g_free (test->text);
}

static void
clear_rule (gpointer data)
{
  CallboardRule *rule = data;

  g_free (rule->test.text);
  g_free (rule->go);
}

CallboardStep *
callboard_step_new (CallboardStepKind kind)
{
  CallboardStep *step = g_new0 (CallboardStep, 1);

  step->kind = kind;
  step->choice_ids = g_ptr_array_new_null_terminated (1, g_free, TRUE);
  step->choice_labels = g_ptr_array_new_null_terminated (1, g_free, TRUE);
  step->choice_points = g_array_new (FALSE, TRUE, sizeof (double));
  step->ranges = g_array_new (FALSE, TRUE, sizeof (CallboardPoints));
  step->flags = g_array_new (FALSE, TRUE, sizeof (CallboardTest));
  step->rules = g_array_new (FALSE, TRUE, sizeof (CallboardRule));
  g_array_set_clear_func (step->flags, clear_test);
  g_array_set_clear_func (step->rules, clear_rule);
  step->required = TRUE;
  step->max_length = kind == CALLBOARD_STEP_LONG_ANSWER ? CALLBOARD_LONG_MAX_LENGTH : CALLBOARD_SHORT_MAX_LENGTH;
  step->min_choices = 1;
  step->max_choices = G_MAXUINT;
  step->min = -INFINITY;
  step->max = INFINITY;
  step->decimals = CALLBOARD_MAX_DECIMALS;
  step->rating_max = 5;
  step->seconds = 60;
  step->takes = 1;
  step->kinds = G_MAXUINT;

  for (guint i = 0; kind < G_N_ELEMENTS (own_choices) && own_choices[kind][i] != NULL; i++)
    callboard_step_add_choice (step, own_choices[kind][i], NULL, 0);

  return step;
}

void
callboard_step_free (CallboardStep *step)
{
  g_free (step->id);
  g_free (step->path);
  g_free (step->text);
  g_free (step->help);
  g_free (step->retry);
  g_free (step->ask);
  g_free (step->choices);
  g_ptr_array_unref (step->choice_ids);
  g_ptr_array_unref (step->choice_labels);
  g_array_unref (step->choice_points);
  g_array_unref (step->ranges);
  g_array_unref (step->flags);
  g_array_unref (step->rules);
  g_clear_pointer (&step->media, callboard_script_file_free);
  g_clear_pointer (&step->schedule, callboard_schedule_free);
  g_free (step);
}

void
callboard_step_add_choice (CallboardStep *step,
                           const char    *id,
                           const char    *label,
                           double         points)
{
  g_ptr_array_add (step->choice_ids, g_strdup (id));
  g_ptr_array_add (step->choice_labels, g_strdup (label));
  g_array_append_val (step->choice_points, points);
}

static int
compare_down (gconstpointer a,
              gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return (one < other) - (one > other);
}

/* The most points of the step: of one choice, or of as many as may be made. */
static double
find_best (CallboardStep *step)
{
  guint n = step->kind == CALLBOARD_STEP_MULTIPLE_CHOICE ? step->max_choices : 1;
  g_autoptr(GArray) points = g_array_copy (step->choice_points);
  double best = 0;

  if (!step->scored)
    return 0;

  if (step->kind == CALLBOARD_STEP_RATING)
    return step->rating_max;

  g_array_sort (points, compare_down);
  for (guint i = 0; i < points->len && i < n; i++)
    best += MAX (g_array_index (points, double, i), 0);
  for (guint i = 0; i < step->ranges->len; i++)
    best = MAX (best, g_array_index (step->ranges, CallboardPoints, i).points);

  return best;
}

char *
callboard_write_choices (const char *step,
                         GPtrArray  *ids,
                         GPtrArray  *labels)
{
  g_autoptr(JsonNode) node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();

  json_node_take_array (node, array);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *id = g_strconcat (step, "/", g_ptr_array_index (ids, i), NULL);
      JsonObject *choice = json_object_new ();

      json_object_set_string_member (choice, "id", id);
      json_object_set_string_member (choice, "title", g_ptr_array_index (labels, i));
      json_array_add_object_element (array, choice);
    }

  return ids->len > 0 ? callboard_json_write (node, FALSE) : NULL;
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

/* Nothing that can be pressed makes several choices: they are always numbered in the text. */
static void
append_several (GString             *text,
                CallboardScript     *self,
                const CallboardStep *step)
{
  gboolean letters = callboard_read_needs_letters ((const char * const *) step->choice_labels->pdata,
                                                   step->choice_labels->len);

  for (guint i = 0; i < step->choice_labels->len; i++)
    {
      if (letters)
        g_string_append_printf (text, "\n%c) %s", 'A' + i % 26, (const char *) g_ptr_array_index (step->choice_labels, i));
      else
        g_string_append_printf (text, "\n%u  %s", i + 1, (const char *) g_ptr_array_index (step->choice_labels, i));
    }

  append_line (text, callboard_phrase_peek (self->language, letters ? "several-letters" : "several"));
}

/* What the kind itself has to say below a question. */
static char *
write_hint (CallboardScript     *self,
            const CallboardStep *step)
{
  CallboardPhraseValues values = { .max = step->kind == CALLBOARD_STEP_PROMPT ? step->seconds : step->rating_max };

  if (step->kind == CALLBOARD_STEP_RATING)
    return callboard_phrase (self->language, "rating", &values);

  if (step->kind == CALLBOARD_STEP_PROMPT)
    return callboard_phrase (self->language, step->voice ? "record-or-speak" : "record", &values);

  if (step->kind == CALLBOARD_STEP_REQUEST && (step->help == NULL || *step->help == '\0'))
    return callboard_phrase (self->language, "send-file", NULL);

  return NULL;
}

static void
prepare_step (CallboardScript *self,
              CallboardStep   *step)
{
  g_autofree char *hint = write_hint (self, step);
  GString *ask = g_string_new (step->text);

  for (guint i = 0; i < step->choice_labels->len; i++)
    {
      if (g_ptr_array_index (step->choice_labels, i) == NULL)
        g_ptr_array_index (step->choice_labels, i) =
          callboard_phrase (self->language, g_ptr_array_index (step->choice_ids, i), NULL);
    }

  append_line (ask, step->help);
  append_line (ask, hint);
  if (step->kind == CALLBOARD_STEP_MULTIPLE_CHOICE)
    append_several (ask, self, step);
  else
    step->choices = callboard_write_choices (step->id, step->choice_ids, step->choice_labels);

  if (!step->required)
    append_line (ask, callboard_phrase_peek (self->language, "skip"));

  step->ask = g_string_free (ask, FALSE);
  step->best = find_best (step);
  self->scored |= step->scored;
}

static void
write_begin (CallboardScript *self)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();
  g_autoptr(GPtrArray) labels = g_ptr_array_new ();

  g_ptr_array_add (ids, (char *) "begin");
  g_ptr_array_add (labels, (char *) callboard_phrase_peek (self->language, "begin-button"));
  self->welcome_choices = callboard_write_choices ("welcome", ids, labels);
}

void
callboard_script_prepare (CallboardScript *self)
{
  guint n = self->steps->len;

  write_begin (self);
  g_array_set_size (self->rests, n + 1);
  for (guint i = n; i > 0; i--)
    {
      CallboardStep *step = g_ptr_array_index (self->steps, i - 1);
      CallboardRest *rest = &g_array_index (self->rests, CallboardRest, i - 1);

      prepare_step (self, step);
      g_hash_table_insert (self->indices, step->id, GUINT_TO_POINTER (i - 1));
      *rest = g_array_index (self->rests, CallboardRest, i);
      rest->steps += callboard_step_is_question (step) ? 1 : 0;
      rest->points += step->best;
    }
}
