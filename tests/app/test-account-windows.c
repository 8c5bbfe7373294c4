/* test-account-windows.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <locale.h>

#include "callboard-account-assistant.h"
#include "callboard-account-choice.h"
#include "callboard-account-health.h"
#include "callboard-country-row.h"
#include "callboard-health.h"
#include "callboard-job-editor.h"
#include "callboard-notice.h"
#include "callboard-picture.h"
#include "callboard-preferences.h"
#include "callboard-prices-page.h"
#include "callboard-provider.h"
#include "callboard-receiver-page.h"
#include "callboard-reception.h"
#include "callboard-secrets.h"
#include "callboard-settings.h"
#include "callboard-test-office.h"

typedef struct
{
  CallboardTestOffice *office;
  GtkWindow           *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->office = callboard_test_office_new ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_null (fixture->window);
  callboard_test_office_free (fixture->office);
}

static void
take (Fixture  *fixture,
      gpointer  window)
{
  fixture->window = window;
  g_object_add_weak_pointer (window, (gpointer *) &fixture->window);
}

static gboolean
is_gone (gpointer data)
{
  return ((Fixture *) data)->window == NULL;
}

static void
close_window (Fixture *fixture)
{
  gtk_window_close (fixture->window);
  callboard_picture_wait (is_gone, fixture);
}

static gboolean
has_notice (gpointer data)
{
  CallboardNotice *notice = callboard_picture_find (((Fixture *) data)->window, CALLBOARD_TYPE_NOTICE, "notice");

  return callboard_notice_get_text (notice) != NULL;
}

static void
activate (Fixture    *fixture,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL));
}

static void
choose (Fixture           *fixture,
        CallboardProvider  provider)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "account.choose", "i", (gint32) provider));
}

static gboolean
is_step (Fixture    *fixture,
         const char *step)
{
  GtkStack *stack = callboard_picture_find (fixture->window, GTK_TYPE_STACK, "stack");

  return g_strcmp0 (gtk_stack_get_visible_child_name (stack), step) == 0;
}

static GtkWidget *
find_row (GtkWidget  *widget,
          const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (widget) &&
      g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
type (Fixture    *fixture,
      const char *title,
      const char *text)
{
  GtkWidget *row = find_row (GTK_WIDGET (fixture->window), title);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

#define COUNT_ACCOUNTS "SELECT count (*) FROM account WHERE name = 'Leeds' AND state <> 'removed'"

static void
fill (Fixture *fixture)
{
  type (fixture, "Name", "Leeds");
  type (fixture, "Account SID", "AC00000000000000000000000000000000");
  type (fixture, "Sender number", "+44 7700 900300");
  type (fixture, "Auth token, or", "not a secret");
  type (fixture, "Server", "http://127.0.0.1:1");
}

static gboolean
is_checked (gpointer data)
{
  GtkWidget *row = find_row (GTK_WIDGET (((Fixture *) data)->window), "Does the provider");
  const char *text = adw_action_row_get_subtitle (ADW_ACTION_ROW (row));

  return text != NULL && *text != '\0' && g_strcmp0 (text, "Asking…") != 0;
}

/* Where nobody keeps secrets, the assistant says so, no half account stays, and the secret may be kept in memory. */
static void
test_assistant (Fixture       *fixture,
                gconstpointer  data)
{
  CallboardTest *test = fixture->office->test;
  g_autofree char *database = callboard_settings_get_text (callboard_store_get_reader (test->store),
                                                           CALLBOARD_SETTING_DATABASE);
  gint64 account;

  take (fixture, callboard_account_assistant_new (NULL, test->store, 0));
  callboard_picture_show (fixture->window, "account-providers");
  choose (fixture, CALLBOARD_PROVIDER_TWILIO);
  activate (fixture, "account.next");
  g_assert_true (has_notice (fixture));
  g_assert_true (is_step (fixture, "fields"));

  fill (fixture);
  type (fixture, "Account SID", "12");
  activate (fixture, "account.next");
  g_assert_true (has_notice (fixture));
  callboard_picture_show (fixture->window, "account-wrong");

  fill (fixture);
  activate (fixture, "account.next");
  g_assert_true (is_step (fixture, "try"));
  callboard_picture_wait (is_checked, fixture);
  callboard_picture_show (fixture->window, "account-try");

  activate (fixture, "account.save");
  callboard_picture_wait (has_notice, fixture);
  callboard_picture_show (fixture->window, "account-no-keyring");
  callboard_test_assert_number (test, COUNT_ACCOUNTS, ==, 0);

  activate (fixture, "account.save-for-session");
  callboard_picture_wait (is_gone, fixture);
  callboard_test_assert_number (test, COUNT_ACCOUNTS " AND state = 'active'", ==, 1);
  callboard_test_assert_number (test, "SELECT count (*) FROM account WHERE settings LIKE '%not a secret%'", ==, 0);
  account = callboard_test_number (test, "SELECT max (id) FROM account");
  g_assert_true (callboard_secrets_is_kept (database, account));

  /* What is known of it stands in the form, and an empty secret keeps the one there is. */
  take (fixture, callboard_account_assistant_new (NULL, test->store, account));
  callboard_picture_show (fixture->window, "account-edit");
  type (fixture, "Name", "Leeds & York");
  activate (fixture, "account.next");
  g_assert_true (is_step (fixture, "try"));
  activate (fixture, "account.save");
  callboard_picture_wait (is_gone, fixture);
  callboard_test_assert_number (test, "SELECT count (*) FROM account WHERE name = 'Leeds & York' AND state = 'active'", ==, 1);
}

static void
test_every_provider (Fixture       *fixture,
                     gconstpointer  data)
{
  guint n_providers;
  const CallboardProviderInfo *list = callboard_provider_list (&n_providers);

  take (fixture, callboard_account_assistant_new (NULL, fixture->office->test->store, 0));
  for (guint i = 0; i < n_providers; i++)
    {
      g_autofree char *name = g_strdup_printf ("account-%s", callboard_enum_to_nick (CALLBOARD_TYPE_PROVIDER,
                                                                                    list[i].provider));

      choose (fixture, list[i].provider);
      callboard_picture_show (fixture->window, name);
      activate (fixture, "account.next");
      g_assert_true (has_notice (fixture));
      activate (fixture, "account.back");
      g_assert_true (is_step (fixture, "provider"));
    }
  close_window (fixture);
}

static GPtrArray *
make_log (gint64 account)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_request_entry_free);

  for (guint i = 0; i < 3; i++)
    {
      CallboardRequestEntry *entry = g_new0 (CallboardRequestEntry, 1);

      entry->account = account;
      entry->at = CALLBOARD_TEST_NOW;
      entry->method = g_strdup ("POST");
      entry->target = g_strdup ("https://api.twilio.com/2010-04-01/Accounts/AC0/Messages.json");
      entry->status = i == 1 ? 0 : 201;
      entry->duration = 120000 * (i + 1);
      entry->outcome = i == 1 ? "lost" : "answered";
      g_ptr_array_add (entries, entry);
    }

  return entries;
}

static gboolean
is_active (gpointer data)
{
  return callboard_test_number (data, "SELECT count (*) FROM account WHERE state = 'active'") == 1;
}

static void
test_health (Fixture       *fixture,
             gconstpointer  data)
{
  CallboardTest *test = fixture->office->test;
  gint64 account = fixture->office->account;
  CallboardCheckResult found = { .quality = (char *) "High", .limit = (char *) "1,000 people a day" };

  callboard_test_execute (test, callboard_account_checked_command_new (account, NULL, "Twilio does not accept the secret."));
  callboard_test_execute (test, callboard_account_checked_command_new (account, &found, NULL));
  callboard_test_execute (test, callboard_request_log_command_new (make_log (account)));
  callboard_test_execute (test, callboard_account_state_command_new (account, "paused", "balance"));
  take (fixture, callboard_account_health_new (NULL, test->store, account));
  callboard_picture_show (fixture->window, "account-health");
  g_assert_nonnull (find_row (GTK_WIDGET (fixture->window), "POST https://api.twilio.com"));
  activate (fixture, "health.check");
  callboard_picture_wait (has_notice, fixture);
  activate (fixture, "health.resume");
  callboard_picture_wait (is_active, test);
  close_window (fixture);
}

static void
test_page (Fixture       *fixture,
           gconstpointer  data)
{
  CallboardTest *test = fixture->office->test;

  callboard_test_execute (test, callboard_account_command_new (0, CALLBOARD_PROVIDER_META, "Leeds & York",
                                                               "{\"from\": \"+447700900300\"}"));
  callboard_test_execute (test, callboard_account_command_new (0, CALLBOARD_PROVIDER_REHEARSAL, "Rehearsal", "{}"));
  callboard_test_execute (test, callboard_account_state_command_new (2, "paused", "credentials"));
  callboard_test_execute (test, callboard_account_default_command_new (1));
  take (fixture, callboard_preferences_new (NULL, test->store));
  callboard_preferences_show_accounts (CALLBOARD_PREFERENCES (fixture->window));
  callboard_picture_show (fixture->window, "accounts");
  close_window (fixture);
}

static gboolean
has_price (gpointer data)
{
  return callboard_test_number (data, "SELECT count (*) FROM sms_price WHERE price = 75000 AND currency = 'EUR'") == 1;
}

static gboolean
has_no_price (gpointer data)
{
  return callboard_test_number (data, "SELECT count (*) FROM sms_price") == 0;
}

static void
test_prices (Fixture       *fixture,
             gconstpointer  data)
{
  CallboardTest *test = fixture->office->test;
  CallboardPricesPage *page;

  callboard_test_execute (test, callboard_price_command_new ("DE", 80000, "EUR"));
  take (fixture, callboard_preferences_new (NULL, test->store));
  page = callboard_picture_find (fixture->window, CALLBOARD_TYPE_PRICES_PAGE, NULL);
  adw_preferences_window_set_visible_page (ADW_PREFERENCES_WINDOW (fixture->window), ADW_PREFERENCES_PAGE (page));
  callboard_picture_show (fixture->window, "prices");

  type (fixture, "Price of one part", "much");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "price.keep", NULL));
  g_assert_nonnull (callboard_notice_get_text (callboard_picture_find (page, CALLBOARD_TYPE_NOTICE, NULL)));
  callboard_country_row_set_country (callboard_picture_find (page, CALLBOARD_TYPE_COUNTRY_ROW, NULL), "DE");
  type (fixture, "Price of one part", "0,075");
  type (fixture, "Currency", "eur");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "price.keep", NULL));
  callboard_picture_wait (has_price, test);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "price.forget", "s", "DE"));
  callboard_picture_wait (has_no_price, test);
  close_window (fixture);
}

static gboolean
has_choice (gpointer data)
{
  return callboard_test_number (data, "SELECT coalesce (max (account_id), 0) FROM job_account") == 2;
}

static gboolean
has_no_choice (gpointer data)
{
  return callboard_test_number (data, "SELECT count (*) FROM job_account") == 0;
}

static void
test_job (Fixture       *fixture,
          gconstpointer  data)
{
  CallboardTest *test = fixture->office->test;
  AdwComboRow *row;

  callboard_test_execute (test, callboard_account_command_new (0, CALLBOARD_PROVIDER_META, "Leeds", "{}"));
  take (fixture, callboard_job_editor_new (NULL, test->store, fixture->office->job));
  callboard_picture_show (fixture->window, "job-account");
  row = ADW_COMBO_ROW (find_row (GTK_WIDGET (fixture->window), "Send new campaigns from"));
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);
  adw_combo_row_set_selected (row, 2);
  callboard_picture_wait (has_choice, test);
  adw_combo_row_set_selected (row, 0);
  callboard_picture_wait (has_no_choice, test);
  close_window (fixture);
}

static gboolean
is_answered (gpointer data)
{
  GtkWidget *row = find_row (GTK_WIDGET (((Fixture *) data)->window), "Does the public");
  const char *text = adw_action_row_get_subtitle (ADW_ACTION_ROW (row));

  return g_strcmp0 (text, "Asking…") != 0;
}

static void
check_door (Fixture               *fixture,
            CallboardReceiverPage *page,
            const char            *expected)
{
  GtkWidget *row = find_row (GTK_WIDGET (fixture->window), "Does the public");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "receiver.check", NULL));
  callboard_picture_wait (is_answered, fixture);
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), expected));
}

static gboolean
listens (gpointer data)
{
  return callboard_test_number (data, "SELECT count (*) FROM setting WHERE name = 'receiver-port'") == 1;
}

static void
test_receiver (Fixture       *fixture,
               gconstpointer  data)
{
  CallboardTest *test = fixture->office->test;
  CallboardReceiverPage *page;
  g_autoptr(CallboardReception) reception = callboard_reception_new (test->store);

  callboard_test_execute (test, callboard_account_command_new (0, CALLBOARD_PROVIDER_META, "Leeds", "{}"));
  callboard_test_execute (test, callboard_setting_command_new (CALLBOARD_SETTING_RECEIVER_URL, "http://127.0.0.1:8765"));
  take (fixture, callboard_preferences_new (NULL, test->store));
  page = callboard_picture_find (fixture->window, CALLBOARD_TYPE_RECEIVER_PAGE, NULL);
  adw_preferences_window_set_visible_page (ADW_PREFERENCES_WINDOW (fixture->window), ADW_PREFERENCES_PAGE (page));
  callboard_picture_show (fixture->window, "receiver");

  gtk_switch_set_active (callboard_picture_find (page, GTK_TYPE_SWITCH, "listen"), TRUE);
  callboard_picture_wait (listens, test);
  g_main_context_iteration (NULL, FALSE);

  /* Somebody else may have the port on this machine. */
  if (callboard_reception_get_port (reception) != 0)
    check_door (fixture, page, "leads to this Callboard");
  callboard_picture_show (fixture->window, "receiver-checked");
  close_window (fixture);
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

  /* No bus, and so nobody who keeps secrets: one that is started on demand asks for a password. */
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent", TRUE);
  adw_init ();
  use_style ();

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/account-windows/assistant", test_assistant);
  ADD ("/account-windows/every-provider", test_every_provider);
  ADD ("/account-windows/health", test_health);
  ADD ("/account-windows/job", test_job);
  ADD ("/account-windows/page", test_page);
  ADD ("/account-windows/prices", test_prices);
  ADD ("/account-windows/receiver", test_receiver);
#undef ADD

  return g_test_run ();
}
