/* test-merge.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-merge.h"

#include <string.h>

static const char *
look_up (const char *field,
         gpointer    data)
{
  if (g_str_equal (field, "candidate.first_name"))
    return data;
  if (g_str_equal (field, "candidate.last_name"))
    return " ";
  if (g_str_equal (field, "job.title"))
    return "Stage {{stage.name}} manager";

  return NULL;
}

static const struct
{
  const char *text;
  const char *name;
  const char *expected;
} renders[] = {
  { "", "Ana", "" },
  { "no fields", "Ana", "no fields" },
  { "Hi {{candidate.first_name}}!", "Ana", "Hi Ana!" },
  { "Hi {{ candidate.first_name\t}}!", "Ana", "Hi Ana!" },
  { "Hi {{candidate.first_name|there}}!", "Zoë", "Hi Zoë!" },
  { "Hi {{candidate.first_name|there}}!", NULL, "Hi there!" },
  { "Hi {{candidate.first_name | dear friend }}!", "", "Hi dear friend!" },
  { "Hi {{candidate.first_name|there}}!", "  ", "Hi there!" },
  { "Hi {{candidate.first_name|}}!", NULL, "Hi!" },
  { "Hi {{candidate.first_name}}, welcome", NULL, "Hi, welcome" },
  { "Hi {{candidate.first_name}} and welcome", NULL, "Hi and welcome" },
  { "Bonjour {{candidate.first_name}} !", NULL, "Bonjour !" },
  { "{{candidate.first_name}} welcome", NULL, "welcome" },
  { "Dear {{candidate.first_name}} {{candidate.last_name}},", NULL, "Dear," },
  { "Dear {{candidate.first_name}} {{candidate.last_name}},", "Ana", "Dear Ana," },
  { "Hi {{candidate.first_name}}\nnext", NULL, "Hi\nnext" },
  { "Hi\n{{candidate.first_name}} next", NULL, "Hi\nnext" },
  { "bye {{candidate.first_name}}", NULL, "bye" },
  { "kept  as  written {{candidate.first_name}}", "Ana", "kept  as  written Ana" },
  { "{{candidate.first_name}}{{candidate.first_name}}", "Ana", "AnaAna" },
  { "As {{job.title}}", "Ana", "As Stage {{stage.name}} manager" },
  { "{{nobody.knows}} x", "Ana", "x" },
  { "{{nobody.knows|this}} x", "Ana", "this x" },
  { "{{candidate.first_name|a|b}}", NULL, "a|b" },
  { "{{}} x", "Ana", "x" },
  { "Hi {{candidate.first_name", "Ana", "Hi" },
  { "Hi {{candidate.first_name, welcome", "Ana", "Hi, welcome" },
  { "Hi {{candidate.first_name {{candidate.first_name}}", "Ana", "Hi Ana" },
  { "{{", "Ana", "" },
  { "{{ and a sentence", "Ana", "and a sentence" },
  { "single {braces} stay }} too", "Ana", "single {braces} stay }} too" },
};

static void
test_render (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (renders); i++)
    {
      g_autofree char *result = callboard_merge_render (renders[i].text, look_up, (gpointer) renders[i].name);

      g_test_message ("%s", renders[i].text);
      g_assert_cmpstr (result, ==, renders[i].expected);
    }
}

#define OK (-1)

static const struct
{
  const char *text;
  int         code;
  const char *named;
} checks[] = {
  { "", OK },
  { "Hello {there}", OK },
  { "Hi {{candidate.first_name}} for {{ job.title | the job }}", OK },
  { "{{candidate.first_name|}}", OK },
  { "{{candidate.firstname}}", CALLBOARD_MERGE_ERROR_UNKNOWN_FIELD, "candidate.firstname" },
  { "{{Candidate.first_name}}", CALLBOARD_MERGE_ERROR_UNKNOWN_FIELD, "Candidate.first_name" },
  { "{{job.title}} {{salary|much}}", CALLBOARD_MERGE_ERROR_UNKNOWN_FIELD, "“salary”" },
  { "{{\xff\xfe}}", CALLBOARD_MERGE_ERROR_UNKNOWN_FIELD },
  { "{{}}", CALLBOARD_MERGE_ERROR_UNKNOWN_FIELD },
  { "{{{job.title}}}", CALLBOARD_MERGE_ERROR_UNKNOWN_FIELD },
  { "{{candidate.first_name", CALLBOARD_MERGE_ERROR_MALFORMED },
  { "{{candidate.first_name}", CALLBOARD_MERGE_ERROR_MALFORMED },
  { "{{job.title {{job.title}}", CALLBOARD_MERGE_ERROR_MALFORMED },
  { "{{", CALLBOARD_MERGE_ERROR_MALFORMED },
  { "job.title}} now", CALLBOARD_MERGE_ERROR_MALFORMED },
  { "{{job.title}} and {job.title} now", CALLBOARD_MERGE_ERROR_MALFORMED },
  { "{ candidate.last_name}", CALLBOARD_MERGE_ERROR_MALFORMED },
};

static void
test_check (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *shown = g_strescape (checks[i].text, NULL);
      gboolean ready = callboard_merge_check (checks[i].text, &error);

      g_test_message ("%s", shown);
      if (checks[i].code == OK)
        {
          g_assert_no_error (error);
          g_assert_true (ready);
          continue;
        }

      g_assert_false (ready);
      g_assert_error (error, CALLBOARD_MERGE_ERROR, checks[i].code);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      if (checks[i].named != NULL)
        g_assert_nonnull (strstr (error->message, checks[i].named));
    }
}

static void
test_fields (void)
{
  const char * const *fields = callboard_merge_get_fields ();

  g_assert_cmpuint (g_strv_length ((GStrv) fields), ==, 11);
  for (guint i = 0; fields[i] != NULL; i++)
    {
      g_autofree char *text = g_strdup_printf ("a {{%s}} b", fields[i]);
      g_autoptr(GError) error = NULL;

      callboard_merge_check (text, &error);
      g_assert_no_error (error);
    }
}

static char *
repeat (const char *unit,
        guint       times,
        const char *end)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < times; i++)
    g_string_append (text, unit);
  g_string_append (text, end);

  return g_string_free (text, FALSE);
}

/* Quadratic reading of any of these would take minutes. */
static void
test_long (void)
{
  static const char * const units[] = { "{{", "{", "}}", "{{a", "{{a.b|", "{{candidate.first_name}} ", " {job.titl" };
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    for (guint closed = 0; closed < 2; closed++)
      {
        g_autofree char *text = repeat (units[i], 100000, closed ? "}}" : "");
        g_autofree char *result = callboard_merge_render (text, look_up, (gpointer) "Ana");

        g_assert_null (strstr (result, "{{"));
        callboard_merge_check (text, NULL);
      }

  g_assert_cmpint (g_get_monotonic_time () - start, <, 60 * G_USEC_PER_SEC);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/merge/render", test_render);
  g_test_add_func ("/merge/check", test_check);
  g_test_add_func ("/merge/fields", test_fields);
  g_test_add_func ("/merge/long", test_long);

  return g_test_run ();
}
