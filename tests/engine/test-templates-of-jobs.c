/* test-templates-of-jobs.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>

#include "callboard-error.h"
#include "callboard-json.h"
#include "callboard-queries-jobs.h"
#include "callboard-script-problem.h"
#include "callboard-template.h"
#include "callboard-test-office.h"

#define ALL_RENDERINGS ((1 << CALLBOARD_RENDERING_WHATSAPP) | (1 << CALLBOARD_RENDERING_SMS))

static GPtrArray *
list (const char *language)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *templates = callboard_template_list (language, &error);

  g_assert_no_error (error);

  return templates;
}

static void
assert_none (const CallboardTemplate  *template,
             const CallboardStagePlan *stage,
             GPtrArray                *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const CallboardScriptProblem *problem = g_ptr_array_index (problems, i);

      g_error ("%s, %s: %s at %s: %s", callboard_template_get_origin (template), stage->name, problem->nick,
               problem->place, problem->text);
    }
}

/* Nothing is wrong, and nothing could be better. */
static void
test_ready (void)
{
  g_autoptr(GPtrArray) templates = list (NULL);

  g_assert_cmpuint (templates->len, ==, 8);
  for (guint i = 0; i < templates->len; i++)
    {
      const CallboardTemplate *template = g_ptr_array_index (templates, i);
      const CallboardJobPlan *plan = callboard_template_get_plan (template);

      g_assert_cmpuint (plan->n_stages, >=, 6);
      g_assert_cmpuint (plan->n_stages, <=, 8);
      for (guint j = 0; j < plan->n_stages; j++)
        {
          const CallboardStagePlan *stage = &plan->stages[j];
          g_autoptr(CallboardScript) script = NULL;
          g_autoptr(GPtrArray) errors = NULL;
          g_autoptr(GPtrArray) advice = NULL;
          g_autoptr(GError) error = NULL;

          if (stage->type == CALLBOARD_STAGE_REVIEW)
            continue;

          script = callboard_script_parse (stage->campaign, &error);
          g_assert_no_error (error);
          g_assert_cmpstr (callboard_script_get_language (script), ==, callboard_template_get_language (template));
          errors = callboard_script_list_problems (script, stage->type, NULL, NULL);
          assert_none (template, stage, errors);
          advice = callboard_script_list_advice (script, ALL_RENDERINGS);
          assert_none (template, stage, advice);
        }
    }
}

/* Texts, and what depends on the country, may differ; ids, types and numbers may not. */
static void
assert_same (JsonNode   *left,
             JsonNode   *right,
             const char *name)
{
  if (JSON_NODE_HOLDS_OBJECT (left))
    {
      g_autoptr(GList) names = json_object_get_members (json_node_get_object (left));

      g_assert_true (JSON_NODE_HOLDS_OBJECT (right));
      g_assert_cmpuint (json_object_get_size (json_node_get_object (left)), ==,
                        json_object_get_size (json_node_get_object (right)));
      for (GList *l = names; l != NULL; l = l->next)
        assert_same (json_object_get_member (json_node_get_object (left), l->data),
                     json_object_get_member (json_node_get_object (right), l->data), l->data);
    }
  else if (JSON_NODE_HOLDS_ARRAY (left))
    {
      JsonArray *a = json_node_get_array (left);
      JsonArray *b = json_node_get_array (right);

      g_assert_cmpuint (json_array_get_length (a), ==, json_array_get_length (b));
      for (guint i = 0; i < json_array_get_length (a); i++)
        assert_same (json_array_get_element (a, i), json_array_get_element (b, i), name);
    }
  else if (!g_str_equal (name, "text") && !g_str_equal (name, "help") && !g_str_equal (name, "hint") &&
           !g_str_equal (name, "label") && !g_str_equal (name, "zone") && !g_str_equal (name, "language"))
    {
      g_assert_true (json_node_equal (left, right));
    }
}

static void
test_languages (void)
{
  g_autoptr(GPtrArray) english = list ("en");
  g_autoptr(GPtrArray) german = list ("de");

  g_assert_cmpuint (english->len, ==, german->len);
  for (guint i = 0; i < english->len; i++)
    {
      const CallboardJobPlan *left = callboard_template_get_plan (g_ptr_array_index (english, i));
      const CallboardJobPlan *right = callboard_template_get_plan (g_ptr_array_index (german, i));

      g_assert_cmpuint (left->n_stages, ==, right->n_stages);
      for (guint j = 0; j < left->n_stages; j++)
        {
          g_autoptr(JsonNode) a = NULL;
          g_autoptr(JsonNode) b = NULL;

          g_assert_cmpint (left->stages[j].type, ==, right->stages[j].type);
          if (left->stages[j].campaign == NULL)
            continue;

          a = callboard_json_parse (left->stages[j].campaign, -1, G_MAXSIZE, NULL);
          b = callboard_json_parse (right->stages[j].campaign, -1, G_MAXSIZE, NULL);
          assert_same (a, b, "");
        }
    }
}

/* The first job brings the template along, the second is linked to the same one. */
static void
test_job (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  g_autoptr(GPtrArray) templates = list ("de");
  const CallboardTemplate *template = g_ptr_array_index (templates, 0);
  const CallboardJobPlan plan = { .title = "Pflegekraft", .country = "DE" };
  CallboardDb *db = callboard_store_get_reader (office->test->store);
  g_autoptr(GPtrArray) jobs = NULL;
  g_autoptr(GPtrArray) kept = NULL;

  for (guint i = 0; i < 2; i++)
    callboard_test_execute (office->test, callboard_template_job_command_new (template, &plan));

  jobs = callboard_queries_load_jobs (db, NULL);
  kept = callboard_queries_load_templates (db, NULL);
  g_assert_cmpuint (jobs->len, ==, 3);
  g_assert_cmpuint (kept->len, ==, 1);
  g_assert_cmpstr (((CallboardJobRow *) g_ptr_array_index (kept, 0))->origin, ==, "care-de");
  callboard_test_assert_number (office->test, "SELECT count(*) FROM campaign WHERE source_id IS NOT NULL", ==, 12);
  callboard_test_assert_number (office->test, "SELECT count(*) FROM campaign WHERE problem IS NOT NULL OR version <> 1",
                                ==, 0);
  callboard_test_assert_number (office->test, "SELECT count(*) FROM stage s JOIN stage n ON n.id = s.next_stage_id"
                                " WHERE s.position < n.position AND s.job_id = n.job_id", ==, 6);
}

static void
test_damaged (void)
{
  static const char * const texts[] = {
    "", "[]", "{}", "{\"name\": \"A\", \"description\": \"\", \"language\": \"en\", \"title\": \"T\", \"stages\": [1]}",
    "{\"name\": \"A\", \"description\": \"\", \"language\": \"en\", \"title\": \"T\", \"stages\": [{\"name\": \"N\","
    " \"type\": \"review\", \"next\": 7}]}",
    "{\"name\": \"A\", \"description\": \"\", \"language\": \"en\", \"title\": \"T\", \"stages\": [{\"name\": \"N\","
    " \"type\": \"form\"}]}",
  };
  g_autofree char *directory = g_dir_make_tmp ("callboard-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (directory, "odd-en.json", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
      g_assert_null (callboard_template_load (path, &error));
      g_assert_nonnull (error);
    }

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (directory), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/templates-of-jobs/ready", test_ready);
  g_test_add_func ("/templates-of-jobs/languages", test_languages);
  g_test_add_func ("/templates-of-jobs/job", test_job);
  g_test_add_func ("/templates-of-jobs/damaged", test_damaged);

  return g_test_run ();
}
