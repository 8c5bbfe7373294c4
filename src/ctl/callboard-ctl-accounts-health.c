/* callboard-ctl-accounts-health.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-ctl-accounts-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "callboard-account-choice.h"
#include "callboard-carrier.h"
#include "callboard-error.h"
#include "callboard-failure.h"
#include "callboard-health.h"
#include "callboard-secrets.h"
#include "callboard-settings.h"

#define N_REQUESTS 50
#define MILLIONTHS 1e6

static const CallboardCtlColumn request_columns[] = {
  { "at", N_("When") },
  { "method", N_("Method") },
  { "target", N_("Address") },
  { "status", N_("Status") },
  { "outcome", N_("Outcome") },
  { "milliseconds", N_("ms") },
  { NULL }
};

static const CallboardCtlColumn price_columns[] = {
  { "country", N_("Country") },
  { "price", N_("Price of a part") },
  { "currency", N_("Currency") },
  { NULL }
};

static CallboardAccountRow *
find_account (CallboardCtl  *ctl,
              const char    *text,
              GError       **error)
{
  g_autoptr(GError) fault = NULL;
  CallboardAccountRow *row;
  gint64 id;

  if (!callboard_ctl_read_id (text, &id, error))
    return NULL;

  row = callboard_queries_load_account (callboard_ctl_get_reader (ctl), id, &fault);
  if (row == NULL && fault == NULL)
    callboard_ctl_refuse (error, CALLBOARD_ENGINE_ERROR_NOT_FOUND, _("There is no account %ld."), (long) id);
  else if (row == NULL)
    g_propagate_error (error, g_steal_pointer (&fault));

  return row;
}

static void
describe_health (JsonObject               *object,
                 const CallboardHealthRow *health)
{
  if (health == NULL)
    return;

  callboard_ctl_set_time (object, "success_at", health->success_at);
  if (health->fault_at != 0)
    {
      callboard_ctl_set_nick (object, "fault", CALLBOARD_TYPE_FAILURE, health->fault);
      callboard_ctl_set_text (object, "fault_code", health->fault_code);
      callboard_ctl_set_text (object, "fault_text", health->fault_text);
      callboard_ctl_set_text (object, "remedy", callboard_failure_get_advice (health->fault));
      callboard_ctl_set_time (object, "fault_at", health->fault_at);
    }
  callboard_ctl_set_text (object, "quality", health->quality);
  callboard_ctl_set_text (object, "limit", health->limit);
  if (health->back_off_until > 0)
    callboard_ctl_set_time (object, "back_off_until", health->back_off_until);
}

static gboolean
show (CallboardCtl  *ctl,
      const char    *text,
      GError       **error)
{
  g_autoptr(CallboardAccountRow) row = find_account (ctl, text, error);
  g_autoptr(CallboardHealthRow) health = NULL;
  g_autoptr(GError) fault = NULL;
  g_autofree char *sentence = NULL;
  JsonObject *object;

  if (row == NULL)
    return FALSE;

  health = callboard_queries_load_health (callboard_ctl_get_reader (ctl), row->id, &fault);
  object = callboard_ctl_describe_account (row);
  describe_health (object, health);
  sentence = g_strdup_printf (_("Account %ld, “%s”, is %s. %s"), (long) row->id, row->name, row->state,
                              health != NULL && health->fault_at > health->success_at
                              ? callboard_failure_get_advice (health->fault) : "");
  callboard_ctl_print_object (ctl, object, g_strchomp (sentence));

  return TRUE;
}

static void
checked_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  GAsyncResult **done = user_data;

  *done = g_object_ref (result);
}

static CallboardCheckResult *
ask_provider (const CallboardAccountRow  *row,
              const char                 *secret,
              GError                    **error)
{
  g_autoptr(CallboardCarrier) carrier = callboard_carrier_new (row->provider, row->settings, secret);
  g_autoptr(GAsyncResult) done = NULL;

  if (carrier->channel == NULL)
    {
      callboard_ctl_refuse (error, CALLBOARD_ENGINE_ERROR_NOT_ALLOWED,
                            _("This version of Callboard cannot send through this provider. Update Callboard."));
      return NULL;
    }

  callboard_channel_check_async (carrier->channel, NULL, checked_cb, &done);
  while (done == NULL)
    g_main_context_iteration (NULL, TRUE);

  return callboard_channel_check_finish (carrier->channel, done, error);
}

static gboolean
check (CallboardCtl  *ctl,
       const char    *text,
       GError       **error)
{
  g_autoptr(CallboardAccountRow) row = find_account (ctl, text, error);
  g_autofree char *database = callboard_settings_get_text (callboard_ctl_get_reader (ctl), CALLBOARD_SETTING_DATABASE);
  g_autofree char *secret = NULL;
  g_autoptr(CallboardCheckResult) found = NULL;
  g_autoptr(CallboardCommand) command = NULL;
  g_autoptr(GError) fault = NULL;

  if (row == NULL)
    return FALSE;

  if (callboard_carrier_needs_secret (row->provider) &&
      (secret = callboard_secrets_lookup_sync (database, row->id, error)) == NULL)
    return FALSE;

  found = ask_provider (row, secret, &fault);
  command = callboard_account_checked_command_new (row->id, found, fault != NULL ? fault->message : NULL);
  if (!callboard_ctl_execute (ctl, command, error))
    return FALSE;

  if (found != NULL)
    return show (ctl, text, error);

  g_propagate_error (error, g_steal_pointer (&fault));

  return FALSE;
}

static gboolean
print_log (CallboardCtl  *ctl,
           const char    *text,
           GError       **error)
{
  g_autoptr(CallboardAccountRow) row = find_account (ctl, text, error);
  g_autoptr(GPtrArray) requests = NULL;
  JsonArray *rows;

  if (row == NULL ||
      (requests = callboard_queries_load_requests (callboard_ctl_get_reader (ctl), row->id, N_REQUESTS, error)) == NULL)
    return FALSE;

  rows = json_array_new ();
  for (guint i = 0; i < requests->len; i++)
    {
      const CallboardRequestRow *request = g_ptr_array_index (requests, i);
      JsonObject *object = json_object_new ();

      callboard_ctl_set_time (object, "at", request->at);
      callboard_ctl_set_text (object, "method", request->method);
      callboard_ctl_set_text (object, "target", request->target);
      callboard_ctl_set_int (object, "status", request->status);
      callboard_ctl_set_text (object, "outcome", request->outcome);
      callboard_ctl_set_int (object, "milliseconds", request->duration / 1000);
      json_array_add_object_element (rows, object);
    }
  callboard_ctl_print_rows (ctl, rows, request_columns);

  return TRUE;
}

static gboolean
print_prices (CallboardCtl  *ctl,
              GError       **error)
{
  g_autoptr(GPtrArray) prices = callboard_queries_load_prices (callboard_ctl_get_reader (ctl), error);
  JsonArray *rows;

  if (prices == NULL)
    return FALSE;

  rows = json_array_new ();
  for (guint i = 0; i < prices->len; i++)
    {
      const CallboardPriceRow *price = g_ptr_array_index (prices, i);
      JsonObject *object = json_object_new ();
      char text[G_ASCII_DTOSTR_BUF_SIZE];

      callboard_ctl_set_text (object, "country", price->country);
      callboard_ctl_set_text (object, "price", g_ascii_formatd (text, sizeof text, "%.6g", price->price / MILLIONTHS));
      callboard_ctl_set_text (object, "currency", price->currency);
      json_array_add_object_element (rows, object);
    }
  callboard_ctl_print_rows (ctl, rows, price_columns);

  return TRUE;
}

/* "price GB 0.04 GBP"; without a price it is forgotten. */
static gboolean
set_price (CallboardCtl  *ctl,
           char         **rest,
           GError       **error)
{
  g_autoptr(CallboardCommand) command = NULL;
  char *end = NULL;
  double price = -1;

  if (rest[2] != NULL)
    {
      price = g_ascii_strtod (rest[2], &end);
      if (end == rest[2] || *end != '\0' || !(price >= 0) || price > 1000)
        return callboard_ctl_refuse (error, CALLBOARD_ENGINE_ERROR_INVALID, _("“%s” is no price."), rest[2]);
    }

  command = callboard_price_command_new (rest[1], price < 0 ? -1 : llround (price * MILLIONTHS),
                                         rest[2] != NULL ? rest[3] : NULL);

  return callboard_ctl_execute (ctl, command, error) && print_prices (ctl, error);
}

static gboolean
resume_campaign (CallboardCtl  *ctl,
                 const char    *text,
                 GError       **error)
{
  g_autoptr(CallboardCommand) command = NULL;
  JsonObject *object;
  gint64 campaign;

  if (!callboard_ctl_read_id (text, &campaign, error))
    return FALSE;

  command = callboard_campaign_resume_command_new (campaign);
  if (!callboard_ctl_execute (ctl, command, error))
    return FALSE;

  object = json_object_new ();
  callboard_ctl_set_int (object, "id", campaign);
  callboard_ctl_print_object (ctl, object, _("The campaign goes on."));

  return TRUE;
}

gboolean
callboard_ctl_is_health (const char *verb)
{
  static const char * const verbs[] = { "show", "check", "log", "prices", "price", "resume-campaign", NULL };

  return g_strv_contains (verbs, verb);
}

gboolean
callboard_ctl_health (CallboardCtl  *ctl,
                      char         **rest,
                      GError       **error)
{
  gboolean reads = g_str_equal (rest[0], "show") || g_str_equal (rest[0], "log") || g_str_equal (rest[0], "prices");

  if (rest[1] == NULL && !g_str_equal (rest[0], "prices"))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("Say which: callboardctl accounts %s ID"), rest[0]);
      return FALSE;
    }

  if (!callboard_ctl_open (ctl, reads ? CALLBOARD_DB_READ_ONLY : CALLBOARD_DB_READ_WRITE, error))
    return FALSE;

  if (g_str_equal (rest[0], "show"))
    return show (ctl, rest[1], error);
  if (g_str_equal (rest[0], "check"))
    return check (ctl, rest[1], error);
  if (g_str_equal (rest[0], "log"))
    return print_log (ctl, rest[1], error);
  if (g_str_equal (rest[0], "price"))
    return set_price (ctl, rest, error);
  if (g_str_equal (rest[0], "resume-campaign"))
    return resume_campaign (ctl, rest[1], error);

  return print_prices (ctl, error);
}
