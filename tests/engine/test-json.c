/* test-json.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-json.h"

#include <string.h>

#define SAMPLE "{\"a\": \"x\\\"y\\u00e9\", \"n\": -12, \"r\": 1.5, \"t\": true, \"o\": {\"z\": null}, " \
               "\"l\": [1, \"s\", {\"k\": \"v\"}, [[]]]}"

static void
assert_refused (const char *text,
                gssize      length,
                int         code)
{
  g_autoptr(GError) error = NULL;
  JsonNode *node = callboard_json_parse (text, length, 4 << 20, &error);

  g_assert_null (node);
  g_assert_error (error, CALLBOARD_JSON_ERROR, code);
  g_assert_cmpstr (error->message, !=, "");
}

static void
test_getters (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonObject) object = callboard_json_parse_object (SAMPLE, -1, 1024, &error);
  gint64 number = 7;
  gboolean truth = FALSE;
  JsonArray *list;

  g_assert_no_error (error);
  g_assert_cmpstr (callboard_json_get_string (object, "a"), ==, "x\"yé");
  g_assert_true (callboard_json_get_int (object, "n", &number));
  g_assert_cmpint (number, ==, -12);
  g_assert_true (callboard_json_get_boolean (object, "t", &truth));
  g_assert_true (truth);
  g_assert_nonnull (callboard_json_get_object (object, "o"));
  list = callboard_json_get_array (object, "l");
  g_assert_cmpstr (callboard_json_array_get_string (list, 1), ==, "s");
  g_assert_cmpstr (callboard_json_get_string (callboard_json_array_get_object (list, 2), "k"), ==, "v");
}

static void
test_wrong_types (void)
{
  const char *names[] = { "a", "n", "r", "t", "o", "l", "missing" };
  g_autoptr(JsonObject) object = callboard_json_parse_object (SAMPLE, -1, 1024, NULL);
  gint64 number = 7;
  gboolean truth = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *name = names[i];

      g_assert_true ((callboard_json_get_string (object, name) != NULL) == g_str_equal (name, "a"));
      g_assert_true (callboard_json_get_int (object, name, &number) == g_str_equal (name, "n"));
      g_assert_true (callboard_json_get_boolean (object, name, &truth) == g_str_equal (name, "t"));
      g_assert_true ((callboard_json_get_object (object, name) != NULL) == g_str_equal (name, "o"));
      g_assert_true ((callboard_json_get_array (object, name) != NULL) == g_str_equal (name, "l"));
    }

  g_assert_null (callboard_json_get_string (NULL, "a"));
  g_assert_null (callboard_json_get_string (callboard_json_get_object (object, "o"), "z"));
  g_assert_null (callboard_json_array_get_object (callboard_json_get_array (object, "l"), 0));
  g_assert_null (callboard_json_array_get_string (callboard_json_get_array (object, "l"), 3));
}

static void
test_deep (void)
{
  for (const char *bracket = "[{"; *bracket; bracket++)
    {
      g_autofree char *deep = g_strnfill (1000000, *bracket);

      assert_refused (deep, -1, CALLBOARD_JSON_ERROR_TOO_DEEP);
    }
}

static void
test_deep_edge (void)
{
  for (guint depth = CALLBOARD_JSON_MAX_DEPTH; depth <= CALLBOARD_JSON_MAX_DEPTH + 1; depth++)
    {
      g_autofree char *open = g_strnfill (depth, '[');
      g_autofree char *close = g_strnfill (depth, ']');
      g_autofree char *text = g_strconcat (open, close, NULL);
      g_autoptr(JsonNode) node = callboard_json_parse (text, -1, 1024, NULL);

      g_assert_true ((node != NULL) == (depth == CALLBOARD_JSON_MAX_DEPTH));
    }
}

/* Brackets must not hide where the check sees a string and the parser does not. */
static void
test_hidden_depth (void)
{
  const char *hiders[] = { "// \"\n", "/* \" */", "'\"'", "\"\n", "\"\\\n", "'", "#\"\n", "\\\"" };
  g_autofree char *deep = g_strnfill (200000, '[');

  for (guint i = 0; i < G_N_ELEMENTS (hiders); i++)
    {
      g_autofree char *text = g_strconcat ("[", hiders[i], deep, "\"]", NULL);

      assert_refused (text, -1, CALLBOARD_JSON_ERROR_SYNTAX);
    }
}

static void
test_truncated (void)
{
  for (gsize length = 0; length < strlen (SAMPLE); length++)
    assert_refused (SAMPLE, length, CALLBOARD_JSON_ERROR_SYNTAX);
}

static void
test_every_byte_changed (void)
{
  g_autofree char *text = g_strdup (SAMPLE);

  for (gsize i = 0; i < strlen (SAMPLE); i++)
    for (guint byte = 0; byte < 256; byte += 5)
      {
        g_autoptr(JsonNode) node = NULL;

        text[i] = byte;
        node = callboard_json_parse (text, strlen (SAMPLE), 1024, NULL);
        text[i] = SAMPLE[i];
      }
}

static void
test_rubbish (void)
{
  const char *texts[] = { "", " ", "<html>", "{", "}", "{]", "{\"a\"}", "nul", "\xff", "{\"a\": \"\xc3\"}", "{'a': 1}",
                          "var x = {};", "{\"a\": \"\\q\"}", "{} {}", "[1][2]", "1{}", "\"a\"[]", "{}}" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_refused (texts[i], -1, CALLBOARD_JSON_ERROR_SYNTAX);
}

static void
test_too_big (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (callboard_json_parse ("[1, 2, 3]", -1, 8, &error));
  g_assert_error (error, CALLBOARD_JSON_ERROR, CALLBOARD_JSON_ERROR_TOO_BIG);
}

static void
test_text (void)
{
  g_autoptr(JsonObject) object = callboard_json_parse_object ("{\"a\" : [1,\n \"é\"]}", -1, 64, NULL);
  g_autofree char *text = callboard_json_to_text (object);

  g_assert_cmpstr (text, ==, "{\"a\":[1,\"é\"]}");
  g_assert_null (callboard_json_parse_object ("[]", -1, 64, NULL));
}

/* json-glib 1.6 writes all control characters as they must be, but the last. */
static void
test_control_characters (void)
{
  for (gunichar character = 1; character < 0x100; character++)
    {
      g_autoptr(JsonObject) object = json_object_new ();
      g_autoptr(JsonObject) again = NULL;
      g_autoptr(GError) error = NULL;
      g_autofree char *text = NULL;
      char member[8] = "";

      g_unichar_to_utf8 (character, member);
      json_object_set_string_member (object, "text", member);
      text = callboard_json_to_text (object);
      again = callboard_json_parse_object (text, -1, 64, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (callboard_json_get_string (again, "text"), ==, member);
    }
}

/* What is read can be written, and what is written can be read. */
static void
test_numbers (void)
{
  const char *texts[] = { "[1e+20]", "[-1e-10,\"e+1.0\"]", "[9.3132257461547852e-10,\"a\\\"e-7.0\"]",
                          "{\"e-1.0\":[0.5,1.0,-3]}" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(JsonNode) node = callboard_json_parse (texts[i], -1, 64, &error);
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      text = callboard_json_write (node, FALSE);
      g_assert_cmpstr (text, ==, texts[i]);
    }

  assert_refused ("{\"a\":[1,1e999]}", -1, CALLBOARD_JSON_ERROR_SYNTAX);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json/getters", test_getters);
  g_test_add_func ("/json/wrong-types", test_wrong_types);
  g_test_add_func ("/json/deep", test_deep);
  g_test_add_func ("/json/deep-edge", test_deep_edge);
  g_test_add_func ("/json/hidden-depth", test_hidden_depth);
  g_test_add_func ("/json/truncated", test_truncated);
  g_test_add_func ("/json/every-byte-changed", test_every_byte_changed);
  g_test_add_func ("/json/rubbish", test_rubbish);
  g_test_add_func ("/json/too-big", test_too_big);
  g_test_add_func ("/json/text", test_text);
  g_test_add_func ("/json/control-characters", test_control_characters);
  g_test_add_func ("/json/numbers", test_numbers);

  return g_test_run ();
}
