/* callboard-script-read.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-script-turn-private.h"

#include "callboard-reading.h"

gboolean
callboard_turn_refuse (CallboardReading *reading,
                       const char       *why,
                       char             *again)
{
  g_free (reading->again);
  reading->why = why;
  reading->again = again;

  return FALSE;
}

static const char *
get_text (CallboardTurn *turn)
{
  return turn->event->text != NULL ? turn->event->text : "";
}

static gboolean
take_choice (const CallboardStep *step,
             guint                index,
             CallboardReading    *reading)
{
  reading->chosen = G_GUINT64_CONSTANT (1) << index;
  reading->value = g_strdup (g_ptr_array_index (step->choice_ids, index));
  reading->words = g_strdup (g_ptr_array_index (step->choice_labels, index));

  return TRUE;
}

static gboolean
find_pressed (CallboardTurn       *turn,
              const CallboardStep *step,
              guint               *index)
{
  for (guint i = 0; turn->choice != NULL && i < step->choice_ids->len; i++)
    {
      if (g_str_equal (g_ptr_array_index (step->choice_ids, i), turn->choice))
        {
          *index = i;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
read_label (CallboardTurn       *turn,
            const CallboardStep *step,
            guint               *index)
{
  return turn->choice == NULL &&
         callboard_read_choice (turn->event->text, (const char * const *) step->choice_labels->pdata,
                                step->choice_labels->len, index);
}

static gboolean
read_single (CallboardTurn       *turn,
             const CallboardStep *step,
             CallboardReading    *reading)
{
  guint index;

  if (find_pressed (turn, step, &index) || read_label (turn, step, &index))
    return take_choice (step, index, reading);

  return callboard_turn_refuse (reading, "not-understood", callboard_turn_phrase (turn, "again-choice", 0));
}

/* Yes is the first choice, and so is true. */
static gboolean
read_either (CallboardTurn       *turn,
             const CallboardStep *step,
             CallboardReading    *reading)
{
  const char *language = turn->script->language;
  gboolean yes, read;
  guint index;

  if (find_pressed (turn, step, &index))
    return take_choice (step, index, reading);

  read = turn->choice == NULL &&
         (step->kind == CALLBOARD_STEP_YES_NO
          ? callboard_read_yes_no (turn->event->text, language, &yes)
          : callboard_read_true_false (turn->event->text, language, &yes));
  if (read)
    return take_choice (step, yes ? 0 : 1, reading);

  if (read_label (turn, step, &index))
    return take_choice (step, index, reading);

  return callboard_turn_refuse (reading, "not-understood", callboard_turn_phrase (turn, "again-yes-no", 0));
}

static void
join_chosen (const CallboardStep *step,
             CallboardReading    *reading)
{
  GString *value = g_string_new (NULL);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < step->choice_ids->len; i++)
    {
      if ((reading->chosen >> i & 1) == 0)
        continue;

      g_string_append_printf (value, "%s%s", value->len > 0 ? "," : "",
                              (const char *) g_ptr_array_index (step->choice_ids, i));
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "",
                              (const char *) g_ptr_array_index (step->choice_labels, i));
    }

  reading->value = g_string_free (value, FALSE);
  reading->words = g_string_free (words, FALSE);
}

static guint
count_bits (guint64 bits)
{
  guint n = 0;

  for (; bits != 0; bits &= bits - 1)
    n++;

  return n;
}

/* Says the lower or the upper limit. */
static gboolean
refuse_limit (CallboardTurn    *turn,
              CallboardReading *reading,
              const char       *why,
              const char       *phrase,
              guint             limit)
{
  char digits[12];
  const CallboardPhraseFilling fillings[] = { { "min", digits }, { "max", digits }, { NULL } };

  g_snprintf (digits, sizeof digits, "%u", limit);

  return callboard_turn_refuse (reading, why, callboard_phrase_fill (turn->script->language, phrase, fillings));
}

static gboolean
read_multiple (CallboardTurn       *turn,
               const CallboardStep *step,
               CallboardReading    *reading)
{
  guint index, n;

  if (find_pressed (turn, step, &index))
    reading->chosen = G_GUINT64_CONSTANT (1) << index;
  else if (!callboard_read_choices (turn->event->text, (const char * const *) step->choice_labels->pdata,
                                    step->choice_labels->len, &reading->chosen))
    return callboard_turn_refuse (reading, "not-understood", callboard_turn_phrase (turn, "again-choice", 0));

  n = count_bits (reading->chosen);
  if (n < step->min_choices)
    return refuse_limit (turn, reading, "too-few", "again-few", step->min_choices);
  if (n > step->max_choices)
    return refuse_limit (turn, reading, "too-many", "again-many", step->max_choices);

  join_chosen (step, reading);

  return TRUE;
}

static gboolean
read_text (CallboardTurn       *turn,
           const CallboardStep *step,
           CallboardReading    *reading)
{
  g_autofree char *text = g_strstrip (g_utf8_make_valid (get_text (turn), -1));
  guint length = g_utf8_strlen (text, -1);

  if (length == 0)
    return callboard_turn_refuse (reading, "not-understood", callboard_turn_phrase (turn, "again-text", 0));
  if (length < step->min_length)
    return refuse_limit (turn, reading, "too-short", "again-length-min", step->min_length);
  if (length > step->max_length)
    return refuse_limit (turn, reading, "too-long", "again-length-max", step->max_length);

  reading->value = g_strdup (text);
  reading->words = g_steal_pointer (&text);

  return TRUE;
}

typedef gboolean (*Read) (CallboardTurn       *turn,
                          const CallboardStep *step,
                          CallboardReading    *reading);

static const Read readers[] = {
  [CALLBOARD_STEP_SHORT_ANSWER] = read_text,
  [CALLBOARD_STEP_LONG_ANSWER] = read_text,
  [CALLBOARD_STEP_SINGLE_CHOICE] = read_single,
  [CALLBOARD_STEP_MULTIPLE_CHOICE] = read_multiple,
  [CALLBOARD_STEP_YES_NO] = read_either,
  [CALLBOARD_STEP_TRUE_FALSE] = read_either,
  [CALLBOARD_STEP_NUMBER] = callboard_turn_read_number,
  [CALLBOARD_STEP_DATE] = callboard_turn_read_date,
  [CALLBOARD_STEP_EMAIL] = callboard_turn_read_email,
  [CALLBOARD_STEP_RATING] = callboard_turn_read_rating,
};

gboolean
callboard_turn_read (CallboardTurn       *turn,
                     const CallboardStep *step,
                     CallboardReading    *reading)
{
  g_return_val_if_fail (step->kind < G_N_ELEMENTS (readers) && readers[step->kind] != NULL, FALSE);

  if (readers[step->kind] (turn, step, reading))
    {
      if (reading->words == NULL)
        reading->words = g_strstrip (g_utf8_make_valid (get_text (turn), -1));
      return TRUE;
    }

  if (step->retry != NULL && *step->retry != '\0')
    {
      g_free (reading->again);
      reading->again = g_strdup (step->retry);
    }

  return FALSE;
}
