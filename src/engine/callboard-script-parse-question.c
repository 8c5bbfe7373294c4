/* callboard-script-parse-question.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-script-parse-private.h"

#include <glib/gi18n-lib.h>

#include "callboard-reading.h"

#define STEP(member) G_STRUCT_OFFSET (CallboardStep, member)

/* A choice while it is read. */
typedef struct
{
  char     *id;
  char     *label;
  double    points;
  gboolean  scored;
} Choice;

static gboolean
read_points (CallboardParser      *parser,
             const CallboardField *field,
             JsonNode             *node,
             const char           *path,
             gpointer              target)
{
  Choice *choice = target;

  choice->scored = TRUE;

  return callboard_parse_double (parser, field, node, path, target);
}

static const char *
find_fault (const CallboardStep *step,
            const Choice        *choice)
{
  if (choice->id == NULL || *choice->id == '\0' ||
      g_strv_contains ((const char * const *) step->choice_ids->pdata, choice->id))
    return _("the id is missing or used twice");

  /* Several choices are told apart by commas. */
  if (strpbrk (choice->id, ",/") != NULL)
    return _("the id may contain neither \",\" nor \"/\"");

  if (step->choice_ids->len >= CALLBOARD_READ_MAX_CHOICES)
    return _("there are too many choices");

  return NULL;
}

static gboolean
read_choice (CallboardParser *parser,
             JsonNode        *node,
             const char      *path,
             gpointer         target)
{
  static const CallboardField fields[] = {
    { "id", callboard_parse_string, G_STRUCT_OFFSET (Choice, id) },
    { "label", callboard_parse_string, G_STRUCT_OFFSET (Choice, label) },
    { "points", read_points, G_STRUCT_OFFSET (Choice, points) },
    { NULL }
  };
  CallboardStep *step = target;
  Choice choice = { 0 };
  gboolean parsed = callboard_parse_members (parser, node, path, fields, NULL, &choice);
  const char *fault = parsed ? find_fault (step, &choice) : NULL;

  if (fault != NULL)
    parsed = callboard_parse_fail (parser, path, fault);
  if (parsed)
    callboard_step_add_choice (step, choice.id, choice.label != NULL ? choice.label : "", choice.points);

  step->scored |= choice.scored;
  g_free (choice.id);
  g_free (choice.label);

  return parsed;
}

static gboolean
read_choices (CallboardParser      *parser,
              const CallboardField *field,
              JsonNode             *node,
              const char           *path,
              gpointer              target)
{
  return callboard_parse_array (parser, node, path, read_choice, target);
}

#define FLAG_WHEN { "flag_when", callboard_parse_flags }
#define RULES     { "rules", callboard_parse_rules }
#define POINTS    { "points", callboard_parse_points }
#define CHOICES   { "choices", read_choices }

static const CallboardField question_fields[] = {
  { "id", callboard_parse_id, STEP (id) },
  { "type", callboard_parse_ignore },
  { "text", callboard_parse_string, STEP (text) },
  { "help", callboard_parse_string, STEP (help) },
  { "retry", callboard_parse_string, STEP (retry) },
  { "required", callboard_parse_boolean, STEP (required) },
  FLAG_WHEN,
  { NULL }
};

static const CallboardField short_fields[] = {
  { "min_length", callboard_parse_uint, STEP (min_length), 0, CALLBOARD_SHORT_MAX_LENGTH },
  { "max_length", callboard_parse_uint, STEP (max_length), 1, CALLBOARD_SHORT_MAX_LENGTH },
  { NULL }
};

static const CallboardField long_fields[] = {
  { "min_length", callboard_parse_uint, STEP (min_length), 0, CALLBOARD_LONG_MAX_LENGTH },
  { "max_length", callboard_parse_uint, STEP (max_length), 1, CALLBOARD_LONG_MAX_LENGTH },
  { NULL }
};

static const CallboardField single_fields[] = { CHOICES, RULES, { NULL } };

static const CallboardField multiple_fields[] = {
  CHOICES,
  { "min_choices", callboard_parse_uint, STEP (min_choices), 1, CALLBOARD_READ_MAX_CHOICES },
  { "max_choices", callboard_parse_uint, STEP (max_choices), 1, CALLBOARD_READ_MAX_CHOICES },
  { NULL }
};

static const CallboardField either_fields[] = { POINTS, RULES, { NULL } };

static const CallboardField number_fields[] = {
  { "min", callboard_parse_double, STEP (min) },
  { "max", callboard_parse_double, STEP (max) },
  { "decimals", callboard_parse_uint, STEP (decimals), 0, CALLBOARD_MAX_DECIMALS },
  POINTS,
  RULES,
  { NULL }
};

static const CallboardField date_fields[] = {
  { "earliest", callboard_parse_date, STEP (earliest) },
  { "latest", callboard_parse_date, STEP (latest) },
  { NULL }
};

static const CallboardField rating_fields[] = {
  { "max", callboard_parse_uint, STEP (rating_max), 2, 10 },
  POINTS,
  RULES,
  { NULL }
};

static const struct {
  const char           *type;
  CallboardStepKind     kind;
  const CallboardField *fields;
} question_types[] = {
  { "short_answer", CALLBOARD_STEP_SHORT_ANSWER, short_fields },
  { "long_answer", CALLBOARD_STEP_LONG_ANSWER, long_fields },
  { "single_choice", CALLBOARD_STEP_SINGLE_CHOICE, single_fields },
  { "multiple_choice", CALLBOARD_STEP_MULTIPLE_CHOICE, multiple_fields },
  { "yes_no", CALLBOARD_STEP_YES_NO, either_fields },
  { "true_false", CALLBOARD_STEP_TRUE_FALSE, either_fields },
  { "number", CALLBOARD_STEP_NUMBER, number_fields },
  { "date", CALLBOARD_STEP_DATE, date_fields },
  { "email", CALLBOARD_STEP_EMAIL, NULL },
  { "rating", CALLBOARD_STEP_RATING, rating_fields },
};

gboolean
callboard_parse_question (CallboardParser *parser,
                          JsonNode        *node,
                          const char      *path,
                          gpointer         module)
{
  const char *type = callboard_parse_peek (node, "type");
  g_autoptr(CallboardStep) step = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return callboard_parse_fail (parser, path, _("an object is expected here"));

  for (guint i = 0; i < G_N_ELEMENTS (question_types); i++)
    {
      if (g_strcmp0 (type, question_types[i].type) != 0)
        continue;

      step = callboard_step_new (question_types[i].kind);

      return callboard_parse_members (parser, node, path, question_fields, question_types[i].fields, step) &&
             callboard_parse_add_step (parser, g_steal_pointer (&step), path);
    }

  return callboard_parse_fail (parser, path, _("this version of Callboard does not know the type of question"));
}
