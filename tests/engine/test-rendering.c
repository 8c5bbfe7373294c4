/* test-rendering.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-error.h"
#include "callboard-render.h"
#include "callboard-test-office.h"

#define ANNA "+447700900001"

/* Titles are separated by "|". */
static char *
write_choices (const char *titles)
{
  g_auto(GStrv) parts = g_strsplit (titles, "|", -1);
  GString *json = g_string_new ("[");

  for (guint i = 0; parts[i] != NULL; i++)
    g_string_append_printf (json, "%s{\"id\":\"c%u\",\"title\":\"%s\"}", i > 0 ? "," : "", i, parts[i]);

  return g_string_free (g_string_append_c (json, ']'), FALSE);
}

static const struct {
  const char    *titles;
  CallboardForm  form;
} forms[] = {
  { "Yes|No", CALLBOARD_FORM_BUTTONS },
  { "Yes", CALLBOARD_FORM_BUTTONS },
  { "One|Two|Three", CALLBOARD_FORM_BUTTONS },
  { "One|Two|Three|Four", CALLBOARD_FORM_LIST },
  { "12345678901234567890|No", CALLBOARD_FORM_BUTTONS },
  { "123456789012345678901|No", CALLBOARD_FORM_LIST },
  { "ääääääääääääääääääää|No", CALLBOARD_FORM_BUTTONS },
  { "今今今今今今今今今今今今今今今今今今今今今|No", CALLBOARD_FORM_LIST },
  { "1|2|3|4|5|6|7|8|9|10", CALLBOARD_FORM_LIST },
  { "1|2|3|4|5|6|7|8|9|10|11", CALLBOARD_FORM_TEXT },
  { "A shift that begins early in the morning and ends in the afternoon|Late", CALLBOARD_FORM_LIST },
  { "A shift that begins early in the morning and ends in the afternoon of the very same day, with a break|Late",
    CALLBOARD_FORM_TEXT },
  { "Same|Same", CALLBOARD_FORM_TEXT },
  { "Yes|", CALLBOARD_FORM_TEXT },
};

static void
test_forms (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *choices = write_choices (forms[i].titles);

      g_test_message ("%s", forms[i].titles);
      g_assert_cmpint (callboard_render_form (choices, CALLBOARD_RENDERING_WHATSAPP), ==, forms[i].form);
      g_assert_cmpint (callboard_render_form (choices, CALLBOARD_RENDERING_SMS), ==, CALLBOARD_FORM_TEXT);
    }

  g_assert_cmpint (callboard_render_form (NULL, CALLBOARD_RENDERING_WHATSAPP), ==, CALLBOARD_FORM_TEXT);
  g_assert_cmpint (callboard_render_form ("[]", CALLBOARD_RENDERING_WHATSAPP), ==, CALLBOARD_FORM_TEXT);
  g_assert_cmpint (callboard_render_form ("rubbish", CALLBOARD_RENDERING_WHATSAPP), ==, CALLBOARD_FORM_TEXT);
  g_assert_cmpint (callboard_render_form ("[1, {}]", CALLBOARD_RENDERING_WHATSAPP), ==, CALLBOARD_FORM_TEXT);
}

static const struct {
  const char *title;
  const char *head;
  const char *description;
} splits[] = {
  { "Early", "Early", NULL },
  { "123456789012345678901234", "123456789012345678901234", NULL },
  { "1234567890123456789012345", "123456789012345678901234", "5" },
  { "123456789012345678901234 5", "123456789012345678901234", "5" },
  { "Early shift from six in the morning", "Early shift from six in", "the morning" },
  { "Frühschicht ab sechs Uhr früh", "Frühschicht ab sechs Uhr", "früh" },
  { "  spaces around  ", "spaces around", NULL },
  { "", "", NULL },
};

static void
test_splits (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (splits); i++)
    {
      g_autofree char *description = NULL;
      g_autofree char *head = callboard_render_split_title (splits[i].title, &description);

      g_assert_cmpstr (head, ==, splits[i].head);
      g_assert_cmpstr (description, ==, splits[i].description);
    }
}

static void
test_parts (void)
{
  g_autofree char *long_text = g_strnfill (161, 'a');

  g_assert_cmpuint (callboard_render_count_parts (long_text, CALLBOARD_RENDERING_SMS), ==, 2);
  g_assert_cmpuint (callboard_render_count_parts (long_text, CALLBOARD_RENDERING_WHATSAPP), ==, 1);
  g_assert_cmpuint (callboard_render_count_parts ("Hello", CALLBOARD_RENDERING_SMS), ==, 1);
}

/* The same campaign, as the rehearsal plays one channel and the other. */
static void
test_rehearsal (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 anna = callboard_test_office_add (office, "Anna", ANNA);
  CallboardCommand *command = callboard_account_command_new (0, CALLBOARD_PROVIDER_REHEARSAL, "Rehearsal", "{}");
  gint64 rehearsal;

  callboard_test_execute (office->test, command);
  rehearsal = callboard_office_command_get_id (command);
  callboard_test_execute (office->test, callboard_account_state_command_new (office->account, "removed", NULL));
  callboard_test_office_move (office, anna, office->form);
  callboard_test_assert_text (office->test, "SELECT body FROM message ORDER BY id DESC LIMIT 1",
                              "Hi Anna, this is about Driver.");

  callboard_test_execute (office->test,
                          callboard_account_rendering_command_new (rehearsal, CALLBOARD_RENDERING_SMS));
  callboard_test_execute (office->test, callboard_send_again_command_new (anna));
  callboard_test_assert_text (office->test, "SELECT body FROM message ORDER BY id DESC LIMIT 1",
                              "Hi Anna, this is about Driver.\nReply YES to start.");
  callboard_test_refuse (office->test,
                         callboard_account_rendering_command_new (office->account, CALLBOARD_RENDERING_SMS),
                         CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_ALLOWED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rendering/forms", test_forms);
  g_test_add_func ("/rendering/splits", test_splits);
  g_test_add_func ("/rendering/parts", test_parts);
  g_test_add_func ("/rendering/rehearsal", test_rehearsal);

  return g_test_run ();
}
