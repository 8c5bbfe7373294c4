/* callboard-account-choice.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-account-choice.h"

#include <glib/gi18n-lib.h>

#include "callboard-error.h"

typedef struct
{
  gint64 job;
  gint64 account;
} Choice;

typedef struct
{
  char   *country;
  char   *currency;
  gint64  price;
} Price;

static gboolean
find_channel (CallboardDb  *db,
              gint64        account,
              char        **channel,
              GError      **error)
{
  if (!callboard_db_text (db, channel, error,
                          "SELECT channel FROM account WHERE id = $1 AND state <> 'removed'", "i", account))
    return FALSE;

  if (*channel != NULL)
    return TRUE;

  g_set_error_literal (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_FOUND,
                       _("This account does not exist, or was removed."));

  return FALSE;
}

static gboolean
execute_default (gpointer           data,
                 CallboardDb       *db,
                 gint64             now,
                 CallboardChanges  *changes,
                 GError           **error)
{
  Choice *choice = data;
  g_autofree char *channel = NULL;

  callboard_changes_add (changes, CALLBOARD_CHANGED_ACCOUNTS);

  return find_channel (db, choice->account, &channel, error) &&
         callboard_db_run (db, error,
                           "INSERT INTO channel_default (channel, account_id) VALUES ($1, $2)"
                           " ON CONFLICT (channel) DO UPDATE SET account_id = excluded.account_id",
                           "si", channel, choice->account);
}

CallboardCommand *
callboard_account_default_command_new (gint64 account)
{
  Choice choice = { .account = account };

  return callboard_command_new ("account-default", execute_default, g_memdup2 (&choice, sizeof choice), g_free);
}

static gboolean
check_job (CallboardDb  *db,
           gint64        job,
           GError      **error)
{
  gint64 found = 0;

  if (!callboard_db_number (db, &found, error, "SELECT id FROM job WHERE id = $1", "i", job))
    return FALSE;

  if (found == 0)
    g_set_error_literal (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_FOUND, _("The job no longer exists."));

  return found != 0;
}

static gboolean
execute_job (gpointer           data,
             CallboardDb       *db,
             gint64             now,
             CallboardChanges  *changes,
             GError           **error)
{
  Choice *choice = data;
  g_autofree char *channel = NULL;

  callboard_changes_add (changes, CALLBOARD_CHANGED_JOBS | CALLBOARD_CHANGED_ACCOUNTS);
  if (!check_job (db, choice->job, error) ||
      !callboard_db_run (db, error, "DELETE FROM job_account WHERE job_id = $1", "i", choice->job))
    return FALSE;

  return choice->account == 0 ||
         (find_channel (db, choice->account, &channel, error) &&
          callboard_db_run (db, error, "INSERT INTO job_account (job_id, channel, account_id) VALUES ($1, $2, $3)",
                            "isi", choice->job, channel, choice->account));
}

CallboardCommand *
callboard_job_account_command_new (gint64 job,
                                   gint64 account)
{
  Choice choice = { .job = job, .account = account };

  return callboard_command_new ("job-account", execute_job, g_memdup2 (&choice, sizeof choice), g_free);
}

static void
price_free (gpointer data)
{
  Price *price = data;

  g_free (price->country);
  g_free (price->currency);
  g_free (price);
}

static gboolean
is_code (const char *text,
         gsize       length)
{
  if (text == NULL || strlen (text) != length)
    return FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isupper (text[i]))
        return FALSE;
    }

  return TRUE;
}

static gboolean
execute_price (gpointer           data,
               CallboardDb       *db,
               gint64             now,
               CallboardChanges  *changes,
               GError           **error)
{
  Price *price = data;

  callboard_changes_add (changes, CALLBOARD_CHANGED_SETTINGS);
  if (price->price < 0)
    return callboard_db_run (db, error, "DELETE FROM sms_price WHERE country = $1", "s", price->country);

  if (!is_code (price->country, 2) || !is_code (price->currency, 3))
    {
      g_set_error_literal (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_INVALID,
                           _("A price needs a country such as GB and a currency such as EUR, in capital letters."));
      return FALSE;
    }

  return callboard_db_run (db, error,
                           "INSERT INTO sms_price (country, price, currency) VALUES ($1, $2, $3) ON CONFLICT (country)"
                           " DO UPDATE SET price = excluded.price, currency = excluded.currency",
                           "sis", price->country, price->price, price->currency);
}

CallboardCommand *
callboard_price_command_new (const char *country,
                             gint64      price,
                             const char *currency)
{
  Price *data;

  g_return_val_if_fail (country != NULL, NULL);

  data = g_new0 (Price, 1);
  data->country = g_strdup (country);
  data->price = price;
  data->currency = g_strdup (currency);

  return callboard_command_new ("price", execute_price, data, price_free);
}

void
callboard_request_entry_free (CallboardRequestEntry *entry)
{
  g_free (entry->method);
  g_free (entry->target);
  g_free (entry);
}

static gboolean
drop_old (CallboardDb  *db,
          gint64        account,
          GError      **error)
{
  return callboard_db_run (db, error,
                           "DELETE FROM request_log WHERE account_id = $1 AND id <= (SELECT id FROM request_log"
                           " WHERE account_id = $1 ORDER BY id DESC LIMIT 1 OFFSET $2)",
                           "ii", account, (gint64) CALLBOARD_REQUESTS_KEPT);
}

static gboolean
execute_log (gpointer           data,
             CallboardDb       *db,
             gint64             now,
             CallboardChanges  *changes,
             GError           **error)
{
  GPtrArray *entries = data;

  callboard_changes_add (changes, CALLBOARD_CHANGED_HEALTH);
  for (guint i = entries->len > CALLBOARD_REQUESTS_KEPT ? entries->len - CALLBOARD_REQUESTS_KEPT : 0; i < entries->len; i++)
    {
      const CallboardRequestEntry *entry = g_ptr_array_index (entries, i);

      if (!callboard_db_run (db, error,
                             "INSERT INTO request_log (account_id, at, method, target, status, duration, outcome)"
                             " VALUES ($1, $2, $3, $4, $5, $6, $7)", "iissiis", entry->account, entry->at, entry->method,
                             entry->target, (gint64) entry->status, entry->duration, entry->outcome))
        return FALSE;

      if (i + 1 == entries->len && !drop_old (db, entry->account, error))
        return FALSE;
    }

  return TRUE;
}

CallboardCommand *
callboard_request_log_command_new (GPtrArray *entries)
{
  g_return_val_if_fail (entries != NULL, NULL);

  return callboard_command_new ("request-log", execute_log, entries, (GDestroyNotify) g_ptr_array_unref);
}
