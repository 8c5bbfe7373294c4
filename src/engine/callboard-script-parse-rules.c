/* callboard-script-parse-rules.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-script-parse-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MAX_RULES 32

static gboolean
is_number (const CallboardStep *step)
{
  return step->kind == CALLBOARD_STEP_NUMBER || step->kind == CALLBOARD_STEP_RATING;
}

gboolean
callboard_test_read (CallboardTest       *test,
                     const CallboardStep *step,
                     const char          *text)
{
  static const struct {
    const char        *sign;
    CallboardTestKind  kind;
  } signs[] = {
    { "<=", CALLBOARD_TEST_AT_MOST },
    { ">=", CALLBOARD_TEST_AT_LEAST },
    { "<", CALLBOARD_TEST_LESS },
    { ">", CALLBOARD_TEST_MORE },
    { "", CALLBOARD_TEST_EQUAL },
  };
  guint i = 0;
  char *end;

  if (text == NULL)
    return FALSE;

  if (!is_number (step))
    {
      *test = (CallboardTest) { CALLBOARD_TEST_EQUAL, 0, g_strdup (text) };
      return TRUE;
    }

  while (!g_str_has_prefix (text, signs[i].sign))
    i++;

  text += strlen (signs[i].sign);
  *test = (CallboardTest) { signs[i].kind, g_ascii_strtod (text, &end), NULL };

  return end != text && *end == '\0' && isfinite (test->number);
}

static const char *
get_text (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

static gboolean
read_flag (CallboardParser *parser,
           JsonNode        *node,
           const char      *path,
           gpointer         target)
{
  CallboardStep *step = target;
  CallboardTest test = { 0 };

  if (!callboard_test_read (&test, step, get_text (node)))
    return callboard_parse_fail (parser, path, _("an answer, or a comparison such as \"<2\", is expected here"));

  g_array_append_val (step->flags, test);

  return TRUE;
}

gboolean
callboard_parse_flags (CallboardParser      *parser,
                       const CallboardField *field,
                       JsonNode             *node,
                       const char           *path,
                       gpointer              target)
{
  return callboard_parse_array (parser, node, path, read_flag, target);
}

/* A rule while it is read. */
typedef struct
{
  char *when;
  char *go;
} Rule;

static gboolean
take_rule (CallboardParser *parser,
           CallboardStep   *step,
           Rule            *read,
           const char      *path)
{
  CallboardRule rule = { 0 };
  CallboardOpenRule *open;
  gboolean fine = TRUE;

  if (step->rules->len >= MAX_RULES)
    return callboard_parse_fail (parser, path, _("there are too many rules"));

  /* What is no test fits no answer. */
  if (!callboard_test_read (&rule.test, step, read->when))
    {
      rule.test = (CallboardTest) { CALLBOARD_TEST_EQUAL, NAN, NULL };
      fine = callboard_parse_fault (parser, "rule-when", path, "when",
                                    _("a rule needs an answer, or a comparison such as \"<2\""));
    }

  rule.go = g_steal_pointer (&read->go);
  g_array_append_val (step->rules, rule);
  open = g_new0 (CallboardOpenRule, 1);
  *open = (CallboardOpenRule) { step, step->rules->len - 1, g_strdup (path) };
  g_ptr_array_add (parser->rules, open);

  return fine;
}

static gboolean
read_rule (CallboardParser *parser,
           JsonNode        *node,
           const char      *path,
           gpointer         target)
{
  static const CallboardField fields[] = {
    { "when", callboard_parse_string, G_STRUCT_OFFSET (Rule, when) },
    { "go", callboard_parse_string, G_STRUCT_OFFSET (Rule, go) },
    { NULL }
  };
  Rule rule = { 0 };
  gboolean parsed = callboard_parse_members (parser, node, path, fields, NULL, &rule) &&
                    take_rule (parser, target, &rule, path);

  g_free (rule.when);
  g_free (rule.go);

  return parsed;
}

gboolean
callboard_parse_rules (CallboardParser      *parser,
                       const CallboardField *field,
                       JsonNode             *node,
                       const char           *path,
                       gpointer              target)
{
  return callboard_parse_array (parser, node, path, read_rule, target);
}

static gboolean
read_range (CallboardParser *parser,
            JsonNode        *node,
            const char      *path,
            gpointer         target)
{
  static const CallboardField fields[] = {
    { "from", callboard_parse_double, G_STRUCT_OFFSET (CallboardPoints, from) },
    { "to", callboard_parse_double, G_STRUCT_OFFSET (CallboardPoints, to) },
    { "points", callboard_parse_double, G_STRUCT_OFFSET (CallboardPoints, points) },
    { NULL }
  };
  CallboardStep *step = target;
  CallboardPoints range = { -INFINITY, INFINITY, 0 };

  if (!callboard_parse_members (parser, node, path, fields, NULL, &range))
    return FALSE;

  g_array_append_val (step->ranges, range);

  return TRUE;
}

static gboolean
read_choice_points (CallboardParser *parser,
                    CallboardStep   *step,
                    JsonNode        *node,
                    const char      *path)
{
  gsize size = sizeof (double);
  CallboardField fields[] = {
    { g_ptr_array_index (step->choice_ids, 0), callboard_parse_double, 0 },
    { g_ptr_array_index (step->choice_ids, 1), callboard_parse_double, size },
    { NULL }
  };

  return callboard_parse_members (parser, node, path, fields, NULL, step->choice_points->data);
}

/* Of yes_no and true_false: points by answer; of number: by range; of rating: whether they count. */
gboolean
callboard_parse_points (CallboardParser      *parser,
                        const CallboardField *field,
                        JsonNode             *node,
                        const char           *path,
                        gpointer              target)
{
  const CallboardField scored = { NULL, NULL, G_STRUCT_OFFSET (CallboardStep, scored) };
  CallboardStep *step = target;

  if (step->kind == CALLBOARD_STEP_RATING)
    return callboard_parse_boolean (parser, &scored, node, path, step);

  step->scored = TRUE;
  if (step->kind == CALLBOARD_STEP_NUMBER)
    return callboard_parse_array (parser, node, path, read_range, step);

  return read_choice_points (parser, step, node, path);
}

/* What leads nowhere leads to the end, so that not even the script of a draft can go in a circle. */
static gboolean
connect_rule (CallboardParser         *parser,
              const CallboardOpenRule *open)
{
  CallboardScript *script = parser->script;
  CallboardRule *rule = &g_array_index (open->step->rules, CallboardRule, open->index);

  rule->target = script->steps->len;
  if (rule->go == NULL)
    return callboard_parse_fault (parser, "rule-go", open->path, "go", _("a rule needs the module it goes to"));

  if (g_str_equal (rule->go, "conclusion"))
    return TRUE;

  for (guint i = 0; i < script->modules->len; i++)
    {
      const CallboardModule *module = &g_array_index (script->modules, CallboardModule, i);

      if (g_strcmp0 (module->id, rule->go) != 0)
        continue;

      if (i <= open->step->module)
        return callboard_parse_fault (parser, "rule-back", open->path, "go", _("a rule can only go to a later module"));

      rule->target = module->first;

      return TRUE;
    }

  return callboard_parse_fault (parser, "rule-nowhere", open->path, "go", _("there is no such module"));
}

gboolean
callboard_parse_connect (CallboardParser *parser)
{
  for (guint i = 0; i < parser->rules->len; i++)
    {
      if (!connect_rule (parser, g_ptr_array_index (parser->rules, i)) && parser->faults == NULL)
        return FALSE;
    }

  return TRUE;
}
