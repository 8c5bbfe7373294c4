/* callboard-paths.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-paths.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "callboard-merge-field.h"
#include "callboard-script-check-private.h"

/* Characters of a text that tell one stop from another. */
#define MAX_TEXT 200

static void
clear_edge (gpointer data)
{
  CallboardPathEdge *edge = data;

  g_free (edge->question);
  g_free (edge->label);
}

static void
free_stop (gpointer data)
{
  CallboardPathStop *stop = data;

  g_free (stop->id);
  g_free (stop->name);
  g_free (stop->text);
  g_array_unref (stop->edges);
  g_free (stop);
}

static CallboardPathStop *
add_stop (GPtrArray  *stops,
          const char *part,
          const char *name,
          const char *text)
{
  CallboardPathStop *stop = g_new0 (CallboardPathStop, 1);

  stop->part = part;
  stop->name = g_strdup (name);
  stop->text = callboard_text_is_empty (text) ? NULL : callboard_merge_field_summarise (text, MAX_TEXT);
  stop->edges = g_array_new (FALSE, FALSE, sizeof (CallboardPathEdge));
  g_array_set_clear_func (stop->edges, clear_edge);
  g_ptr_array_add (stops, stop);

  return stop;
}

static void
add_edge (CallboardPathStop *stop,
          guint              target,
          const char        *question,
          char              *label)
{
  const CallboardPathEdge edge = { target, g_strdup (question), label };

  g_array_append_val (stop->edges, edge);
}

static void
add_module (GPtrArray             *stops,
            CallboardScript       *script,
            const CallboardModule *module)
{
  static const char * const names[] = {
    [CALLBOARD_MODULE_CONTENT] = N_("Content"),
    [CALLBOARD_MODULE_QUESTIONS] = N_("Questions"),
    [CALLBOARD_MODULE_VIDEO_INTERVIEW] = N_("Video Interview"),
    [CALLBOARD_MODULE_COLLECT] = N_("Collect"),
    [CALLBOARD_MODULE_SCHEDULE] = N_("Schedule"),
  };
  const char *text = module->n_steps > 0 ? callboard_script_get_step (script, module->first)->text : NULL;

  add_stop (stops, NULL, _(names[module->kind]), text)->id = g_strdup (module->id);
}

/* A booked interview is the end, and a message that nothing follows. */
static gboolean
has_end (CallboardScript *script)
{
  guint n = script->modules->len;

  if (!callboard_text_is_empty (script->conclusion))
    return TRUE;

  return n > 0 && g_array_index (script->modules, CallboardModule, n - 1).kind != CALLBOARD_MODULE_SCHEDULE;
}

static char *
tell_number (const CallboardTest *test)
{
  g_autofree char *number = g_strdup_printf ("%g", test->number);

  switch (test->kind)
    {
    /* Translators: an answer that is a number, such as "3 or less" */
    case CALLBOARD_TEST_AT_MOST:
      return g_strdup_printf (_("%s or less"), number);

    case CALLBOARD_TEST_AT_LEAST:
      return g_strdup_printf (_("%s or more"), number);

    case CALLBOARD_TEST_LESS:
      return g_strdup_printf (_("less than %s"), number);

    case CALLBOARD_TEST_MORE:
      return g_strdup_printf (_("more than %s"), number);

    case CALLBOARD_TEST_EQUAL:
    default:
      return g_steal_pointer (&number);
    }
}

/* Returns: (nullable): NULL for an answer that nobody can give */
static char *
tell_answer (const CallboardStep *step,
             const CallboardTest *test)
{
  if (test->text == NULL)
    return isnan (test->number) ? NULL : tell_number (test);

  for (guint i = 0; i < step->choice_ids->len; i++)
    {
      const char *label = g_ptr_array_index (step->choice_labels, i);

      if (g_str_equal (g_ptr_array_index (step->choice_ids, i), test->text))
        return callboard_text_is_empty (label) ? g_strdup_printf (_("Choice %u"), i + 1) : g_strdup (label);
    }

  return NULL;
}

/* The stop that a rule of a module leads to, 0 for none. */
static guint
find_target (GPtrArray  *stops,
             guint       position,
             const char *go)
{
  for (guint i = position + 1; go != NULL && i < stops->len; i++)
    {
      const CallboardPathStop *stop = g_ptr_array_index (stops, i);

      if (g_strcmp0 (stop->part != NULL ? stop->part : stop->id, go) == 0)
        return i;
    }

  return 0;
}

/* Returns: whether anything but a rule leads on. That holds as well while a rule leads nowhere. */
static gboolean
connect_step (GPtrArray           *stops,
              guint                position,
              const CallboardStep *step)
{
  gboolean goes_on = !callboard_step_ends_path (step);

  for (guint i = 0; i < step->rules->len; i++)
    {
      const CallboardRule *rule = &g_array_index (step->rules, CallboardRule, i);
      guint target = find_target (stops, position, rule->go);
      g_autofree char *label = tell_answer (step, &rule->test);

      goes_on |= target == 0;
      if (target != 0 && label != NULL && !callboard_step_hides_rule (step, i))
        add_edge (g_ptr_array_index (stops, position), target, step->id, g_steal_pointer (&label));
    }

  return goes_on;
}

static void
connect_module (GPtrArray             *stops,
                guint                  position,
                CallboardScript       *script,
                const CallboardModule *module)
{
  for (guint i = 0; i < module->n_steps; i++)
    {
      if (!connect_step (stops, position, callboard_script_get_step (script, module->first + i)))
        return;
    }

  if (position + 1 < stops->len)
    add_edge (g_ptr_array_index (stops, position), position + 1, NULL, NULL);
}

static void
reach (GPtrArray *stops,
       guint      position)
{
  CallboardPathStop *stop = g_ptr_array_index (stops, position);

  stop->reachable |= position == 0;
  for (guint i = 0; stop->reachable && i < stop->edges->len; i++)
    {
      CallboardPathStop *target =
        g_ptr_array_index (stops, g_array_index (stop->edges, CallboardPathEdge, i).target);

      target->reachable = TRUE;
    }
}

GPtrArray *
callboard_paths_new (CallboardScript *script)
{
  GPtrArray *stops = g_ptr_array_new_with_free_func (free_stop);

  g_return_val_if_fail (script != NULL, stops);

  add_stop (stops, "welcome", _("Welcome"), script->welcome);
  for (guint i = 0; i < script->modules->len; i++)
    add_module (stops, script, &g_array_index (script->modules, CallboardModule, i));
  if (has_end (script))
    add_stop (stops, "conclusion", _("Conclusion"), script->conclusion);

  if (stops->len > 1)
    add_edge (g_ptr_array_index (stops, 0), 1, NULL, NULL);
  for (guint i = 0; i < script->modules->len; i++)
    connect_module (stops, i + 1, script, &g_array_index (script->modules, CallboardModule, i));

  for (guint i = 0; i < stops->len; i++)
    reach (stops, i);

  return stops;
}
