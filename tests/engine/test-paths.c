/* test-paths.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-paths.h"
#include "callboard-script-problem.h"

#define BYE           "{\"text\": \"Bye\"}"
#define CONTENT(id)   "{\"id\": \"" id "\", \"type\": \"content\", \"blocks\": [{\"id\": \"" id "b\", \"type\": \"text\", \"text\": \"La\\nLa\"}]}"
#define ASK(id, questions) "{\"id\": \"" id "\", \"type\": \"questions\", \"questions\": [" questions "]}"
#define Q(id, members) "{\"id\": \"" id "\", \"text\": \"?\", " members "}"
#define RULES(rules)  "\"rules\": [" rules "]"
#define GO(when, go)  "{\"when\": \"" when "\", \"go\": \"" go "\"}"
#define SCHEDULE      "{\"id\": \"s\", \"type\": \"schedule\", \"zone\": \"Europe/London\"}"
#define CHOICES       "\"choices\": [{\"id\": \"x\", \"label\": \"Early\"}, {\"id\": \"y\", \"label\": \"\"}]"

/* Each stop as "id>target:label,target", "!" before one that is never reached. */
static const struct {
  const char *name;
  const char *modules;
  const char *conclusion;
  const char *paths;
} campaigns[] = {
  { "blast", "", "{}", "welcome" },
  { "short", "", BYE, "welcome>1 conclusion" },
  { "flow", CONTENT ("a") "," CONTENT ("b"), BYE, "welcome>1 a>2 b>3 conclusion" },
  { "no-conclusion", CONTENT ("a"), "{}", "welcome>1 a>2 conclusion" },
  { "schedule", CONTENT ("a") "," SCHEDULE, "{}", "welcome>1 a>2 s" },
  { "empty", "{\"id\": \"a\", \"type\": \"content\", \"blocks\": []}", BYE, "welcome>1 a>2 conclusion" },
  { "rule", ASK ("a", Q ("q", "\"type\": \"yes_no\", " RULES (GO ("no", "conclusion")))) "," CONTENT ("b"), BYE,
    "welcome>1 a>3:No,2 b>3 conclusion" },
  { "all-answers", ASK ("a", Q ("q", "\"type\": \"yes_no\", " RULES (GO ("no", "c") "," GO ("yes", "conclusion"))) ","
    Q ("r", "\"type\": \"yes_no\", " RULES (GO ("no", "b")))) "," CONTENT ("b") "," CONTENT ("c"), BYE,
    "welcome>1 a>3:No,4:Yes !b>3 c>4 conclusion" },
  { "skipped", ASK ("a", Q ("q", "\"type\": \"yes_no\", \"required\": false, " RULES (GO ("no", "c") "," GO ("yes", "c")))) ","
    CONTENT ("b") "," CONTENT ("c"), BYE, "welcome>1 a>3:No,3:Yes,2 b>3 c>4 conclusion" },
  { "after-unreached", ASK ("a", Q ("q", "\"type\": \"true_false\", " RULES (GO ("true", "d") "," GO ("false", "d")))) ","
    CONTENT ("b") "," CONTENT ("c") "," CONTENT ("d"), BYE, "welcome>1 a>4:True,4:False !b>3 !c>4 d>5 conclusion" },
  { "choices", ASK ("a", Q ("q", "\"type\": \"single_choice\", " CHOICES ", " RULES (GO ("x", "c") "," GO ("x", "b") ","
    GO ("gone", "c") "," GO ("y", "c")))) "," CONTENT ("b") "," CONTENT ("c"), BYE,
    "welcome>1 a>3:Early,3:Choice 2 !b>3 c>4 conclusion" },
  { "numbers", ASK ("a", Q ("q", "\"type\": \"number\", " RULES (GO ("<2", "c") "," GO (">=2.5", "conclusion")))) ","
    CONTENT ("b") "," CONTENT ("c"), BYE, "welcome>1 a>3:less than 2,4:2.5 or more,2 b>3 c>4 conclusion" },
  { "all-ratings", ASK ("a", Q ("q", "\"type\": \"rating\", " RULES (GO ("<=3", "conclusion") "," GO (">3", "conclusion")))) ","
    CONTENT ("b"), BYE, "welcome>1 a>3:3 or less,3:more than 3 !b>3 conclusion" },
  { "broken", CONTENT ("a") "," ASK ("b", Q ("q", "\"type\": \"yes_no\", " RULES (GO ("no", "a") "," GO ("yes", "b") ", {},"
    GO ("yes", "gone")))), BYE, "welcome>1 a>2 b>3 conclusion" },
};

static char *
tell (GPtrArray *stops)
{
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < stops->len; i++)
    {
      const CallboardPathStop *stop = g_ptr_array_index (stops, i);

      g_string_append_printf (told, "%s%s%s", i > 0 ? " " : "", stop->reachable ? "" : "!",
                              stop->part != NULL ? stop->part : stop->id);
      for (guint j = 0; j < stop->edges->len; j++)
        {
          const CallboardPathEdge *edge = &g_array_index (stop->edges, CallboardPathEdge, j);

          g_assert_cmpuint (edge->target, >, i);
          g_assert_true ((edge->label == NULL) == (edge->question == NULL));
          g_string_append_printf (told, "%s%u%s%s", j == 0 ? ">" : ",", edge->target, edge->label != NULL ? ":" : "",
                                  edge->label != NULL ? edge->label : "");
        }
    }

  return g_string_free (told, FALSE);
}

static void
check_reached (CallboardScript *script,
               GPtrArray       *stops)
{
  g_autoptr(GArray) reached = callboard_script_list_reached (script);

  for (guint i = 0; i < reached->len; i++)
    {
      const CallboardPathStop *stop = g_ptr_array_index (stops, i + 1);

      g_assert_cmpint (stop->reachable, ==, g_array_index (reached, gboolean, i));
    }
}

static void
test_paths (gconstpointer data)
{
  guint which = GPOINTER_TO_UINT (data);
  g_autofree char *document =
    g_strdup_printf ("{\"callboard\": 1, \"language\": \"en\", \"welcome\": {\"text\": \"Hi\"}, \"modules\": [%s], \"conclusion\": %s}",
                     campaigns[which].modules, campaigns[which].conclusion);
  g_autoptr(CallboardScript) script = callboard_script_parse_draft (document, NULL);
  g_autoptr(GPtrArray) stops = NULL;
  g_autofree char *told = NULL;

  g_assert_nonnull (script);
  stops = callboard_paths_new (script);
  told = tell (stops);
  g_assert_cmpstr (told, ==, campaigns[which].paths);
  check_reached (script, stops);
}

static void
test_names (void)
{
  g_autoptr(CallboardScript) script =
    callboard_script_parse_draft ("{\"callboard\": 1, \"welcome\": {\"text\": \" \"}, \"modules\": [" CONTENT ("a") "]}", NULL);
  g_autoptr(GPtrArray) stops = callboard_paths_new (script);
  const CallboardPathStop *welcome = g_ptr_array_index (stops, 0), *module = g_ptr_array_index (stops, 1);

  g_assert_cmpstr (welcome->name, ==, "Welcome");
  g_assert_null (welcome->text);
  g_assert_cmpstr (module->name, ==, "Content");
  g_assert_cmpstr (module->text, ==, "La La");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paths/names", test_names);
  for (guint i = 0; i < G_N_ELEMENTS (campaigns); i++)
    {
      g_autofree char *name = g_strconcat ("/paths/", campaigns[i].name, NULL);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_paths);
    }

  return g_test_run ();
}
