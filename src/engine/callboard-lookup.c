/* callboard-lookup.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "callboard-enrolment.h"

#include "callboard-error.h"
#include "callboard-queries-office.h"
#include "callboard-settings.h"
#include "callboard-zone.h"

#define SCRIPTS "callboard-scripts"

#define ACCOUNT_SQL "SELECT id, provider, clock_shift, channel FROM account"

static gboolean
fail_not_found (GError     **error,
                const char  *message)
{
  if (error != NULL && *error == NULL)
    g_set_error_literal (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_FOUND, message);

  return FALSE;
}

CallboardRendering
callboard_account_read_rendering (CallboardProvider  provider,
                                  const char        *nick)
{
  int rendering = provider == CALLBOARD_PROVIDER_REHEARSAL ? CALLBOARD_RENDERING_WHATSAPP : CALLBOARD_RENDERING_SMS;

  switch (provider)
    {
    case CALLBOARD_PROVIDER_META:
    case CALLBOARD_PROVIDER_360DIALOG:
      return CALLBOARD_RENDERING_WHATSAPP;

    case CALLBOARD_PROVIDER_ANDROID:
    case CALLBOARD_PROVIDER_HTTP:
      return CALLBOARD_RENDERING_SMS;

    case CALLBOARD_PROVIDER_REHEARSAL:
    case CALLBOARD_PROVIDER_TWILIO:
    case CALLBOARD_PROVIDER_INFOBIP:
    default:
      callboard_enum_from_nick (CALLBOARD_TYPE_RENDERING, nick, &rendering);
      return rendering;
    }
}

gboolean
callboard_account_load_for_job (CallboardDb       *db,
                                gint64             job,
                                CallboardAccount  *account,
                                GError           **error)
{
  gint64 id = 0;

  return callboard_queries_find_sending_account (db, job, &id, error) && callboard_account_load (db, id, account, error);
}

gboolean
callboard_account_load (CallboardDb       *db,
                        gint64             id,
                        CallboardAccount  *account,
                        GError           **error)
{
  g_autoptr(GError) fault = NULL;
  g_autoptr(CallboardRows) rows = NULL;
  int provider = CALLBOARD_PROVIDER_REHEARSAL;

  if (id == 0 && !callboard_queries_find_sending_account (db, 0, &id, error))
    return FALSE;

  rows = callboard_db_select (db, &fault, ACCOUNT_SQL " WHERE id = $1", "i", id);
  if (callboard_rows_next (rows, &fault))
    {
      callboard_enum_from_nick (CALLBOARD_TYPE_PROVIDER, callboard_rows_text (rows, 1), &provider);
      account->id = callboard_rows_int (rows, 0);
      account->provider = provider;
      account->shift = callboard_rows_int (rows, 2);
      account->rendering = callboard_account_read_rendering (provider, callboard_rows_text (rows, 3));
      return TRUE;
    }

  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }

  return fail_not_found (error, _("There is no account to send from."));
}

static char *
load_document (CallboardDb  *db,
               gint64        campaign,
               gint64        version,
               GError      **error)
{
  char *document = NULL;

  if (callboard_db_text (db, &document, error,
                         "SELECT document FROM campaign_version WHERE campaign_id = $1 AND version = $2",
                         "ii", campaign, version) && document == NULL)
    fail_not_found (error, _("The campaign was never published."));

  return document;
}

CallboardScript *
callboard_script_load (CallboardDb  *db,
                       gint64        campaign,
                       gint64        version,
                       GError      **error)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, campaign, version);
  g_autofree char *document = NULL;
  GHashTable *scripts = callboard_db_get_data (db, SCRIPTS);
  CallboardScript *script;

  if (scripts == NULL)
    {
      scripts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) callboard_script_unref);
      callboard_db_set_data (db, SCRIPTS, scripts, (GDestroyNotify) g_hash_table_unref);
    }

  script = g_hash_table_lookup (scripts, key);
  if (script != NULL)
    return script;

  document = load_document (db, campaign, version, error);
  script = document != NULL ? callboard_script_parse (document, error) : NULL;
  if (script != NULL)
    g_hash_table_insert (scripts, g_steal_pointer (&key), script);

  return script;
}

gint64
callboard_next_send_time (CallboardDb *db,
                          gint64       candidate,
                          gint64       from)
{
  CallboardSendHours hours = callboard_settings_get_hours (db);
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardRows) rows = callboard_db_select (db, &error, "SELECT country, zone FROM candidate WHERE id = $1",
                                                       "i", candidate);

  if (!callboard_rows_next (rows, &error))
    return from;

  return callboard_zone_next_send_time (from, callboard_rows_text (rows, 0), callboard_rows_text (rows, 1), &hours);
}

gboolean
callboard_candidate_find_zone (CallboardDb  *db,
                               gint64        candidate,
                               char        **zone,
                               GError      **error)
{
  g_autofree char *country = NULL;
  g_auto(GStrv) zones = NULL;

  *zone = NULL;
  if (!callboard_db_text (db, zone, error, "SELECT zone FROM candidate WHERE id = $1", "i", candidate))
    return FALSE;

  if (*zone != NULL)
    return TRUE;

  if (!callboard_db_text (db, &country, error, "SELECT country FROM candidate WHERE id = $1", "i", candidate))
    return FALSE;

  zones = country != NULL ? callboard_zone_list (country) : NULL;
  *zone = zones != NULL ? g_strdup (zones[0]) : NULL;

  return TRUE;
}
