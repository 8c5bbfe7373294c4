/* callboard-office-accounts.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "callboard-enrolment.h"
#include "callboard-error.h"
#include "callboard-json.h"
#include "callboard-office-private.h"

#define MAX_SETTINGS_BYTES (64 * 1024)

typedef struct
{
  CallboardOffice    office;
  CallboardProvider  provider;
  char              *name;
  char              *text;
  gint64             microseconds;
} Account;

static void
account_free (gpointer data)
{
  Account *account = data;

  g_free (account->name);
  g_free (account->text);
  g_free (account);
}

static CallboardCommand *
account_command_new (const char       *what,
                     CallboardExecute  execute,
                     const Account    *arguments)
{
  Account *account = g_memdup2 (arguments, sizeof *arguments);

  account->name = g_strdup (arguments->name);
  account->text = g_strdup (arguments->text);

  return callboard_command_new (what, execute, account, account_free);
}

static gboolean
read_channel (const Account  *account,
              const char    **channel,
              GError        **error)
{
  g_autoptr(JsonObject) settings = callboard_json_parse_object (account->text, -1, MAX_SETTINGS_BYTES, error);
  gboolean real = account->provider != CALLBOARD_PROVIDER_REHEARSAL;
  CallboardRendering rendering;

  if (settings == NULL)
    return FALSE;

  rendering = callboard_account_read_rendering (account->provider,
                                                callboard_json_get_string (settings, real ? "channel" : "rendering"));
  *channel = callboard_enum_to_nick (CALLBOARD_TYPE_RENDERING, rendering);

  return TRUE;
}

static gboolean
execute_account (gpointer           data,
                 CallboardDb       *db,
                 gint64             now,
                 CallboardChanges  *changes,
                 GError           **error)
{
  Account *account = data;
  const char *channel = NULL;

  if (!read_channel (account, &channel, error))
    return FALSE;

  if (*g_strstrip (account->name) == '\0')
    return callboard_office_refuse (error, _("The account needs a name."));

  callboard_changes_add (changes, CALLBOARD_CHANGED_ACCOUNTS);
  if (account->office.id != 0)
    return callboard_db_run (db, error, "UPDATE account SET name = $1, settings = $2, channel = $3 WHERE id = $4",
                             "sssi", account->name, account->text, channel, account->office.id);

  return callboard_db_insert (db, &account->office.id, error,
                              "INSERT INTO account (provider, channel, name, settings, created_at)"
                              " VALUES ($1, $2, $3, $4, $5)", "ssssi",
                              callboard_enum_to_nick (CALLBOARD_TYPE_PROVIDER, account->provider), channel,
                              account->name, account->text, now);
}

CallboardCommand *
callboard_account_command_new (gint64             account,
                               CallboardProvider  provider,
                               const char        *name,
                               const char        *settings)
{
  Account arguments = { .office.id = account, .provider = provider, .name = (char *) name, .text = (char *) settings };

  g_return_val_if_fail (name != NULL && settings != NULL, NULL);

  return account_command_new ("account", execute_account, &arguments);
}

static gboolean
execute_state (gpointer           data,
               CallboardDb       *db,
               gint64             now,
               CallboardChanges  *changes,
               GError           **error)
{
  Account *account = data;

  callboard_changes_add (changes, CALLBOARD_CHANGED_ACCOUNTS | CALLBOARD_CHANGED_OUTBOX);

  /* Whoever resumes it does not want to wait for an old fault. */
  return callboard_db_run (db, error, "UPDATE account SET state = $1, pause_reason = $2 WHERE id = $3",
                           "ssi", account->name, account->text, account->office.id) &&
         callboard_db_run (db, error,
                           "UPDATE account_health SET back_off_until = 0, back_off_count = 0 WHERE account_id = $1",
                           "i", account->office.id);
}

CallboardCommand *
callboard_account_state_command_new (gint64      account,
                                     const char *state,
                                     const char *reason)
{
  Account arguments = { .office.id = account, .name = (char *) state, .text = (char *) reason };

  g_return_val_if_fail (state != NULL, NULL);

  return account_command_new ("account-state", execute_state, &arguments);
}

gboolean
callboard_office_put_clock (CallboardDb  *db,
                            gint64        account,
                            gint64        shift,
                            gint64        since,
                            GError      **error)
{
  return callboard_db_run (db, error, "UPDATE account SET clock_shift = $1 WHERE id = $2", "ii", shift, account) &&
         callboard_db_run (db, error,
                           "INSERT INTO clock_move (account_id, since, shift) VALUES ($1, $2, $3)"
                           " ON CONFLICT (account_id, since) DO UPDATE SET shift = excluded.shift",
                           "iii", account, since, shift);
}

static gboolean
execute_rendering (gpointer           data,
                   CallboardDb       *db,
                   gint64             now,
                   CallboardChanges  *changes,
                   GError           **error)
{
  Account *account = data;

  if (!callboard_db_run (db, error,
                         "UPDATE account SET settings = json_set (settings, '$.rendering', $1), channel = $1"
                         " WHERE id = $2 AND provider = 'rehearsal'", "si", account->text, account->office.id))
    return FALSE;

  if (callboard_db_changes (db) == 0)
    {
      g_set_error_literal (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_ALLOWED,
                           _("Only a rehearsal can play another channel."));
      return FALSE;
    }

  callboard_changes_add (changes, CALLBOARD_CHANGED_ACCOUNTS | CALLBOARD_CHANGED_OUTBOX | CALLBOARD_CHANGED_CONVERSATIONS);

  /* The first message of a campaign that is queued has no time either. */
  return callboard_db_run (db, error,
                           "UPDATE message SET due_at = $1 + (SELECT clock_shift FROM account WHERE id = $2)"
                           " WHERE account_id = $2 AND state = 'waiting' AND due_at IS NULL AND kind <> 'first'",
                           "ii", now, account->office.id);
}

CallboardCommand *
callboard_account_rendering_command_new (gint64             account,
                                         CallboardRendering rendering)
{
  Account arguments = {
    .office.id = account, .text = (char *) callboard_enum_to_nick (CALLBOARD_TYPE_RENDERING, rendering)
  };

  return account_command_new ("account-rendering", execute_rendering, &arguments);
}

static gboolean
execute_clock (gpointer           data,
               CallboardDb       *db,
               gint64             now,
               CallboardChanges  *changes,
               GError           **error)
{
  Account *account = data;
  gint64 shift = -1;

  callboard_changes_add (changes, CALLBOARD_CHANGED_ACCOUNTS | CALLBOARD_CHANGED_OUTBOX);
  if (!callboard_db_number (db, &shift, error,
                            "SELECT clock_shift + $1 FROM account WHERE id = $2 AND provider = 'rehearsal'",
                            "ii", account->microseconds, account->office.id))
    return FALSE;

  return shift < 0 || callboard_office_put_clock (db, account->office.id, shift, now + shift, error);
}

CallboardCommand *
callboard_account_clock_command_new (gint64 account,
                                     gint64 microseconds)
{
  Account arguments = { .office.id = account, .microseconds = microseconds };

  return account_command_new ("account-clock", execute_clock, &arguments);
}

static gboolean
execute_setting (gpointer           data,
                 CallboardDb       *db,
                 gint64             now,
                 CallboardChanges  *changes,
                 GError           **error)
{
  Account *setting = data;

  callboard_changes_add (changes, CALLBOARD_CHANGED_SETTINGS);
  if (setting->text == NULL)
    return callboard_db_run (db, error, "DELETE FROM setting WHERE name = $1", "s", setting->name);

  return callboard_db_run (db, error,
                           "INSERT INTO setting (name, value) VALUES ($1, $2)"
                           " ON CONFLICT (name) DO UPDATE SET value = excluded.value", "ss", setting->name, setting->text);
}

CallboardCommand *
callboard_setting_command_new (const char *name,
                               const char *value)
{
  Account arguments = { .name = (char *) name, .text = (char *) value };

  g_return_val_if_fail (name != NULL, NULL);

  return account_command_new ("setting", execute_setting, &arguments);
}
