/* test-rehearsal-window.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <locale.h>

#include "callboard-clock.h"
#include "callboard-import.h"
#include "callboard-office.h"
#include "callboard-phone-sheet.h"
#include "callboard-phone-view.h"
#include "callboard-picture.h"
#include "callboard-rehearsal-clock.h"
#include "callboard-rehearsal-tests.h"
#include "callboard-rehearsal-window.h"
#include "callboard-rehearsal.h"
#include "callboard-test.h"

#define DOCUMENT(question, end) \
  "{\"callboard\": 1, \"language\": \"en\", \"welcome\": {\"text\": \"Hi {{candidate.first_name|there}}, thanks for applying as {{job.title}}. May we ask you two questions?\"}," \
  " \"modules\": [{\"id\": \"m1\", \"type\": \"questions\", \"questions\": [" \
  "{\"id\": \"q1\", \"type\": \"single_choice\", \"text\": \"When could you start?\", \"choices\": [" \
  "{\"id\": \"c1\", \"label\": \"At once\"}, {\"id\": \"c2\", \"label\": \"Within a month\"}, {\"id\": \"c3\", \"label\": \"Later\"}]}," \
  "{\"id\": \"q2\", \"type\": \"yes_no\", \"text\": \"" question "\"}]}]," \
  " \"conclusion\": {\"text\": \"" end "\"}, \"settings\": {\"progress\": true}}"
#define REHEARSED DOCUMENT ("Do you have a driving licence?", "Thank you, that is all.")
#define EDITED    DOCUMENT ("May you drive a van?", "Thank you. We will call you within a week.")

static void
add_rehearsed (CallboardTest *test)
{
  const CallboardStagePlan stages[] = { { "Applied", CALLBOARD_STAGE_FORM, REHEARSED } };
  CallboardJobPlan plan = { .title = "Baker", .country = "GB", .stages = stages, .n_stages = 1 };
  static const char *const names[] = { "Ada", "Grace", "Katherine" };
  GPtrArray *people = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_person_free);
  CallboardCommand *job = callboard_job_command_new (&plan);
  gint64 id;

  callboard_test_execute (test, job);
  id = callboard_office_command_get_id (job);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      CallboardPerson *person = callboard_person_new ();

      person->first_name = g_strdup (names[i]);
      person->last_name = g_strdup ("");
      person->phone = g_strdup_printf ("+44770090040%u", i);
      person->consent_source = g_strdup ("Form");
      g_ptr_array_add (people, person);
    }

  callboard_test_execute (test, callboard_import_command_new (id, people, CALLBOARD_MOVE_DEFAULT, NULL, NULL, NULL));
}

typedef struct
{
  CallboardTest *test;
  const char    *sql;
  gint64         number;
} Count;

static gboolean
is_counted (gpointer data)
{
  const Count *count = data;

  return callboard_test_number (count->test, count->sql) == count->number;
}

static void
wait_for_count (CallboardTest *test,
                const char    *sql,
                gint64         number)
{
  callboard_picture_wait (is_counted, &(Count) { test, sql, number });
}

#define DELIVERED "SELECT count (*) FROM message WHERE state IN ('delivered', 'read')"
#define READ      "SELECT count (*) FROM message WHERE state = 'read'"

typedef struct
{
  CallboardTest    *test;
  CallboardContext *context;
  GtkWindow        *window;
} Stage;

static void
set_up (Stage         *stage,
        gconstpointer  data)
{
  stage->test = callboard_test_new ();
  stage->context = callboard_context_new (stage->test->store);
  g_assert_true (callboard_context_start (stage->context, NULL));
  add_rehearsed (stage->test);
  stage->window = GTK_WINDOW (callboard_rehearsal_window_new (NULL, stage->context));
  g_object_add_weak_pointer (G_OBJECT (stage->window), (gpointer *) &stage->window);
}

static gboolean
is_gone (gpointer data)
{
  return ((Stage *) data)->window == NULL;
}

static void
tear_down (Stage         *stage,
           gconstpointer  data)
{
  gtk_window_close (stage->window);
  callboard_picture_wait (is_gone, stage);
  callboard_context_stop (stage->context);
  g_object_unref (stage->context);
  callboard_test_free (stage->test);
}

static void
act (Stage      *stage,
     GType       type,
     const char *name,
     const char *action,
     const char *format,
     ...)
{
  g_autoptr(GVariant) target = NULL;
  va_list args;

  va_start (args, format);
  if (format != NULL)
    target = g_variant_ref_sink (g_variant_new_va (format, NULL, &args));
  va_end (args);
  g_assert_true (gtk_widget_activate_action_variant (callboard_picture_find (stage->window, type, name), action, target));
}

static void
next_event (Stage *stage)
{
  act (stage, CALLBOARD_TYPE_REHEARSAL_CLOCK, "clock", "rehearsal.next-event", NULL);
}

static void
choose (Stage      *stage,
        const char *id,
        const char *label)
{
  act (stage, CALLBOARD_TYPE_PHONE_VIEW, "phone", "phone.choose", "(ss)", id, label);
}

static void
write_text (Stage      *stage,
            const char *text)
{
  gpointer keys = callboard_picture_find (stage->window, CALLBOARD_TYPE_PHONE_KEYS, "keys");
  GtkTextView *view = callboard_picture_find (keys, GTK_TYPE_TEXT_VIEW, "view");

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text, -1);
  gtk_widget_activate_action (keys, "keys.send", NULL);
}

/* The id of a choice of the newest message that has any: steps name theirs. */
static char *
find_choice (Stage      *stage,
             const char *title)
{
  g_autofree char *sql = g_strdup_printf ("SELECT json_extract (c.value, '$.id') FROM message m, json_each (m.choices) c"
                                          " WHERE json_extract (c.value, '$.title') = '%s' ORDER BY m.id DESC LIMIT 1",
                                          title);

  return callboard_test_text (stage->test, sql);
}

static void
press (Stage      *stage,
       const char *title)
{
  g_autofree char *id = find_choice (stage, title);

  g_assert_nonnull (id);
  choose (stage, id, title);
}

/* The real channel, sender and script; only the phones are not. */
static void
test_play (Stage         *stage,
           gconstpointer  data)
{
  CallboardRehearsalTests *tests;

  callboard_picture_show (stage->window, "rehearsal-empty");
  next_event (stage);
  wait_for_count (stage->test, DELIVERED, 3);
  /* One phone is looked at. */
  callboard_rehearsal_window_show_candidate (CALLBOARD_REHEARSAL_WINDOW (stage->window), 3);
  wait_for_count (stage->test, READ " AND candidate_id = 3", 1);
  callboard_picture_show (stage->window, "rehearsal-welcome");
  press (stage, "Start");
  wait_for_count (stage->test, DELIVERED, 4);
  callboard_picture_show (stage->window, "rehearsal-choices");
  press (stage, "Within a month");
  wait_for_count (stage->test, "SELECT count (*) FROM answer WHERE text = 'Within a month'", 1);
  wait_for_count (stage->test, DELIVERED, 5);
  write_text (stage, "Yes");
  wait_for_count (stage->test, "SELECT count (*) FROM answer WHERE value = 'yes'", 1);
  wait_for_count (stage->test, READ " AND candidate_id = 3", 4);
  act (stage, CALLBOARD_TYPE_REHEARSAL_CLOCK, "clock", "rehearsal.forward", "i", 2);
  wait_for_count (stage->test, "SELECT clock_shift >= 7200000000 FROM account", 1);
  callboard_picture_show (stage->window, "rehearsal");

  tests = callboard_rehearsal_tests_new (stage->window, stage->test->store, 1,
                                         callboard_test_number (stage->test, "SELECT id FROM enrolment WHERE candidate_id = 3"), "Katherine");
  gtk_widget_activate_action (GTK_WIDGET (tests), "tests.record", NULL);
  wait_for_count (stage->test, "SELECT count (*) FROM rehearsal_test", 1);
  callboard_test_execute (stage->test, callboard_publish_command_new (1, EDITED));
  callboard_picture_show (GTK_WINDOW (tests), "rehearsal-tests");
  gtk_window_destroy (GTK_WINDOW (tests));

  /* Once more, without waiting for the undo time. */
  act (stage, CALLBOARD_TYPE_REHEARSAL_WINDOW, NULL, "rehearsal.restart", NULL);
  wait_for_count (stage->test, "SELECT count (*) FROM enrolment WHERE candidate_id = 3 AND status = 'delivered'", 1);
}

#define SMS "SELECT count (*) FROM account WHERE json_extract (settings, '$.rendering') = 'sms'"

static gboolean
has_no_fault (gpointer data)
{
  return callboard_rehearsal_get_fault (data) == CALLBOARD_REHEARSAL_FAULT_NONE;
}

static void
switch_on (Stage      *stage,
           const char *name)
{
  gtk_switch_set_active (callboard_picture_find (stage->window, GTK_TYPE_SWITCH, name), TRUE);
}

/* One thing goes wrong at a time, and numbers are on WhatsApp or not only there. */
static void
test_desk (Stage         *stage,
           gconstpointer  data)
{
  CallboardRehearsal *rehearsal = callboard_context_get_rehearsal (stage->context);

  switch_on (stage, "provider_down");
  g_assert_cmpint (callboard_rehearsal_get_fault (rehearsal), ==, CALLBOARD_REHEARSAL_FAULT_PROVIDER_DOWN);
  switch_on (stage, "not_on_whatsapp");
  g_assert_cmpint (callboard_rehearsal_get_fault (rehearsal), ==, CALLBOARD_REHEARSAL_FAULT_NOT_ON_WHATSAPP);
  g_assert_false (gtk_switch_get_active (callboard_picture_find (stage->window, GTK_TYPE_SWITCH, "provider_down")));
  adw_expander_row_set_expanded (callboard_picture_find (stage->window, ADW_TYPE_EXPANDER_ROW, "faults"), TRUE);
  callboard_picture_show (stage->window, "rehearsal-faults");

  gtk_toggle_button_set_active (callboard_picture_find (stage->window, GTK_TYPE_TOGGLE_BUTTON, "sms"), TRUE);
  wait_for_count (stage->test, SMS, 1);
  callboard_picture_wait (has_no_fault, rehearsal);
  next_event (stage);
  wait_for_count (stage->test, DELIVERED, 3);
  write_text (stage, "YES");
  wait_for_count (stage->test, DELIVERED, 4);
  callboard_picture_show (stage->window, "rehearsal-sms");
}

static GPtrArray *
make_files (const char *name,
            const char *type,
            const char *path)
{
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_phone_file_free);

  g_ptr_array_add (files, callboard_phone_file_new (name, type, path));

  return files;
}

/* @minute makes the id, too. Takes @files. */
static void
append (GListStore            *messages,
        gint64                 minute,
        CallboardMessageState  state,
        const char            *body,
        const char            *choices,
        const char            *quote,
        GPtrArray             *files)
{
  CallboardPhoneText text = {
    .id = minute + 1,
    .at = 1772445600 * CALLBOARD_SECOND + minute * CALLBOARD_MINUTE,
    .own = state == CALLBOARD_MESSAGE_RECEIVED,
    .body = g_strdup (body),
    .choices = g_strdup (choices),
    .quote = g_strdup (quote),
    .template = minute == 0,
    .files = files,
  };
  g_autoptr(CallboardPhoneMessage) message = callboard_phone_message_new (&text, state);

  g_list_store_append (messages, message);
}

#define SHIFTS \
  "[{\"id\": \"s/a\", \"title\": \"Mornings\"}, {\"id\": \"s/b\", \"title\": \"Evenings, from six until the theatre closes\"}," \
  " {\"id\": \"s/c\", \"title\": \"Weekends\"}, {\"id\": \"s/d\", \"title\": \"Any of them\"}]"

/* One of everything that a phone shows. */
static GListStore *
make_messages (const char *picture)
{
  GListStore *messages = g_list_store_new (CALLBOARD_TYPE_PHONE_MESSAGE);

  append (messages, 0, CALLBOARD_MESSAGE_READ, "Hi Ada, thanks for applying. May we ask you a few questions?",
          "[{\"id\": \"welcome/begin\", \"title\": \"Start\"}]", NULL, NULL);
  append (messages, 1, CALLBOARD_MESSAGE_RECEIVED, "Start", NULL, NULL, NULL);
  append (messages, 2, CALLBOARD_MESSAGE_READ, "This is where you would work.", NULL, NULL,
          make_files ("", "image/png", picture));
  append (messages, 3, CALLBOARD_MESSAGE_READ, "", NULL, NULL,
          make_files ("House rules and everything else that matters.pdf", "application/pdf", NULL));
  append (messages, 4, CALLBOARD_MESSAGE_RECEIVED, "", NULL, NULL, make_files ("", "audio/ogg", NULL));
  append (messages, 5, CALLBOARD_MESSAGE_DELIVERED, "Which shifts suit you best?", SHIFTS, NULL, NULL);
  append (messages, 6, CALLBOARD_MESSAGE_RECEIVED, "Hi Ada, wait, I meant 4 years", NULL,
          "Hi Ada, thanks for applying. May we ask you a few questions? They take about five minutes of your time.", NULL);
  append (messages, 7, CALLBOARD_MESSAGE_SENT, "שלום עדה, תודה שפנית אלינו. מתי תוכלי להתחיל?", NULL, NULL, NULL);
  append (messages, 1500, CALLBOARD_MESSAGE_UNKNOWN,
          "See https://example.org/a-very-long-address-that-has-to-break-somewhere-or-other-in-it", NULL, NULL, NULL);

  return messages;
}

static gpointer
show_phone (CallboardRendering  rendering,
            const char         *name)
{
  g_autofree char *picture = g_test_build_filename (G_TEST_DIST, "data", "phone", "stage.png", NULL);
  g_autoptr(GListStore) messages = make_messages (picture);
  CallboardPhoneView *phone = g_object_new (CALLBOARD_TYPE_PHONE_VIEW, NULL);
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  gtk_window_set_child (window, GTK_WIDGET (phone));
  gtk_window_set_default_size (window, 360, 1100);
  callboard_phone_view_set_contact (phone, "Example Theatre");
  callboard_phone_view_set_rendering (phone, rendering);
  callboard_phone_view_set_time (phone, 1772539200 * CALLBOARD_SECOND);
  callboard_phone_view_set_messages (phone, G_LIST_MODEL (messages));
  callboard_picture_show (window, name);

  return window;
}

static gboolean
is_hidden (gpointer data)
{
  return !gtk_widget_get_visible (data);
}

static void
on_reply_cb (char                      **choice,
             const CallboardPhoneReply  *reply)
{
  *choice = g_strdup (reply->choice);
}

/* A list comes up, takes a press on a row, and goes. */
static void
test_list (void)
{
  GtkWindow *window = show_phone (CALLBOARD_RENDERING_WHATSAPP, "phone-whatsapp");
  gpointer phone = callboard_picture_find (window, CALLBOARD_TYPE_PHONE_VIEW, NULL);
  gpointer sheet = callboard_picture_find (phone, CALLBOARD_TYPE_PHONE_SHEET, "sheet");
  g_autofree char *choice = NULL;
  GtkListBox *list;

  g_signal_connect_swapped (phone, "reply", G_CALLBACK (on_reply_cb), &choice);
  g_assert_false (gtk_widget_get_visible (sheet));
  g_assert_true (gtk_widget_activate_action (phone, "phone.open-list", "x", G_GINT64_CONSTANT (6)));
  g_assert_true (gtk_widget_get_visible (sheet));
  callboard_picture_show (window, "phone-list");

  list = callboard_picture_find (sheet, GTK_TYPE_LIST_BOX, "list");
  g_assert_nonnull (gtk_list_box_get_row_at_index (list, 3));
  g_assert_true (gtk_widget_activate (GTK_WIDGET (gtk_list_box_get_row_at_index (list, 1))));
  g_assert_cmpstr (choice, ==, "s/b");
  callboard_picture_wait (is_hidden, sheet);
  gtk_window_destroy (window);
}

static void
on_quote_cb (gint64                    *quoted,
             const CallboardPhoneReply *reply)
{
  g_assert_cmpuint (reply->files->len, ==, 1);
  *quoted = reply->quoted;
}

static void
test_attach (void)
{
  GtkWindow *window = show_phone (CALLBOARD_RENDERING_SMS, "phone-sms");
  gpointer phone = callboard_picture_find (window, CALLBOARD_TYPE_PHONE_VIEW, NULL);
  gpointer keys = callboard_picture_find (phone, CALLBOARD_TYPE_PHONE_KEYS, "keys");
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "phone", "stage.png", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  gint64 quoted = 0;

  g_signal_connect_swapped (phone, "reply", G_CALLBACK (on_quote_cb), &quoted);
  g_assert_true (gtk_widget_activate_action (phone, "phone.quote", "x", G_GINT64_CONSTANT (1)));
  callboard_phone_keys_add_file (keys, file);
  callboard_phone_keys_add_file (keys, file);
  gtk_widget_activate_action (keys, "keys.remove-file", "s", path);
  callboard_phone_keys_add_file (keys, file);
  callboard_picture_show (window, "phone-attach");
  gtk_widget_activate_action (keys, "keys.send", NULL);
  g_assert_cmpint (quoted, ==, 1);

  /* Nothing is left to be sent a second time. */
  quoted = 0;
  gtk_widget_activate_action (keys, "keys.send", NULL);
  g_assert_cmpint (quoted, ==, 0);
  gtk_window_destroy (window);
}

static void
use_style (void)
{
  g_autoptr(GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, APP_PATH "/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()), APP_PATH "/icons");
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  use_style ();

  g_test_add_func ("/rehearsal-window/attach", test_attach);
  g_test_add_func ("/rehearsal-window/list", test_list);
  g_test_add ("/rehearsal-window/desk", Stage, NULL, set_up, test_desk, tear_down);
  g_test_add ("/rehearsal-window/play", Stage, NULL, set_up, test_play, tear_down);

  return g_test_run ();
}
