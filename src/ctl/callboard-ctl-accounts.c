/* callboard-ctl-accounts.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-ctl.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "callboard-error.h"
#include "callboard-json.h"
#include "callboard-office.h"
#include "callboard-phone.h"
#include "callboard-queries-office.h"
#include "callboard-secrets.h"
#include "callboard-settings.h"

#define USAGE "accounts [list|add|remove ID|pause ID [REASON]|resume ID|secret ID|set ID rendering=whatsapp|sms] [OPTIONS]"

static const CallboardCtlColumn columns[] = {
  { "id", N_("Account") },
  { "provider", N_("Provider") },
  { "name", N_("Name") },
  { "state", N_("State") },
  { "pause_reason", N_("Because") },
  { "waiting", N_("Waiting") },
  { NULL }
};

/* What may be given for a new account. */
typedef struct
{
  char     *provider;
  char     *name;
  char     *account_sid;
  char     *api_key;
  char     *from;
  char     *service;
  char     *base_url;
  double    rate;
  int       poll_seconds;
  gboolean  secret;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->provider);
  g_free (options->name);
  g_free (options->account_sid);
  g_free (options->api_key);
  g_free (options->from);
  g_free (options->service);
  g_free (options->base_url);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
misuse (GError     **error,
        const char  *message)
{
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, message);

  return FALSE;
}

static JsonObject *
describe (const CallboardAccountRow *row)
{
  JsonObject *object = json_object_new ();
  JsonObject *settings = callboard_json_parse_object (row->settings, -1, 64 * 1024, NULL);

  callboard_ctl_set_int (object, "id", row->id);
  callboard_ctl_set_nick (object, "provider", CALLBOARD_TYPE_PROVIDER, row->provider);
  callboard_ctl_set_text (object, "name", row->name);
  json_object_set_object_member (object, "settings", settings != NULL ? settings : json_object_new ());
  callboard_ctl_set_text (object, "state", row->state);
  callboard_ctl_set_text (object, "pause_reason", row->pause_reason);
  callboard_ctl_set_int (object, "clock_ahead_seconds", row->clock_shift / CALLBOARD_SECOND);
  callboard_ctl_set_int (object, "waiting", row->waiting);

  return object;
}

static gboolean
list (CallboardCtl  *ctl,
      GError       **error)
{
  g_autoptr(GPtrArray) accounts = NULL;
  JsonArray *rows;

  if (!callboard_ctl_open (ctl, CALLBOARD_DB_READ_ONLY, error))
    return FALSE;

  accounts = callboard_queries_load_accounts (callboard_ctl_get_reader (ctl), error);
  if (accounts == NULL)
    return FALSE;

  rows = json_array_new ();
  for (guint i = 0; i < accounts->len; i++)
    json_array_add_object_element (rows, describe (g_ptr_array_index (accounts, i)));
  callboard_ctl_print_rows (ctl, rows, columns);

  return TRUE;
}

static void
set_if (JsonObject *settings,
        const char *member,
        const char *text)
{
  if (text != NULL)
    json_object_set_string_member (settings, member, text);
}

static char *
write_settings (const Options  *options,
                GError        **error)
{
  g_autoptr(JsonObject) settings = json_object_new ();
  g_autofree char *from = NULL;

  if (options->from != NULL)
    {
      from = callboard_phone_normalise (options->from, NULL, NULL, error);
      if (from == NULL)
        return NULL;
    }

  set_if (settings, "account_sid", options->account_sid);
  set_if (settings, "api_key", options->api_key);
  set_if (settings, "from", from);
  set_if (settings, "messaging_service_sid", options->service);
  set_if (settings, "base_url", options->base_url);
  if (options->rate > 0)
    json_object_set_double_member (settings, "rate", options->rate);
  if (options->poll_seconds > 0)
    json_object_set_int_member (settings, "poll_seconds", options->poll_seconds);

  return callboard_json_to_text (settings);
}

/* The secret is one line on standard input, so that it is in no list of processes and no shell's history. */
static gboolean
store_secret (CallboardCtl  *ctl,
              gint64         account,
              const char    *name,
              GError       **error)
{
  g_autofree char *database = callboard_settings_get_text (callboard_ctl_get_reader (ctl), CALLBOARD_SETTING_DATABASE);
  char line[1024];

  if (fgets (line, sizeof line, stdin) == NULL || *g_strchomp (line) == '\0')
    return misuse (error, _("No secret came on standard input."));

  return callboard_secrets_store_sync (database, account, name, line, error);
}

static gboolean
print_account (CallboardCtl  *ctl,
               gint64         id,
               GError       **error)
{
  g_autoptr(CallboardAccountRow) row = callboard_queries_load_account (callboard_ctl_get_reader (ctl), id, error);
  g_autofree char *sentence = NULL;

  if (row == NULL)
    return FALSE;

  sentence = g_strdup_printf (_("Account %ld, “%s”, is %s."), (long) id, row->name, row->state);
  callboard_ctl_print_object (ctl, describe (row), sentence);

  return TRUE;
}

static gboolean
add (CallboardCtl   *ctl,
     const Options  *options,
     GError        **error)
{
  g_autofree char *settings = NULL;
  g_autoptr(CallboardCommand) command = NULL;
  const char *name = options->name != NULL ? options->name : options->provider;
  int provider;

  if (!callboard_enum_from_nick (CALLBOARD_TYPE_PROVIDER, options->provider, &provider))
    return misuse (error, _("Name the provider: --provider twilio or --provider rehearsal."));

  if (provider == CALLBOARD_PROVIDER_TWILIO &&
      (options->account_sid == NULL || (options->from == NULL && options->service == NULL)))
    return misuse (error, _("A Twilio account needs --account-sid, and --from or --messaging-service."));

  settings = write_settings (options, error);
  if (settings == NULL || !callboard_ctl_open (ctl, CALLBOARD_DB_READ_WRITE, error))
    return FALSE;

  command = callboard_account_command_new (0, provider, name, settings);

  return callboard_ctl_execute (ctl, command, error) &&
         (!options->secret || store_secret (ctl, callboard_office_command_get_id (command), name, error)) &&
         print_account (ctl, callboard_office_command_get_id (command), error);
}

static gboolean
check_exists (CallboardCtl  *ctl,
              gint64         id,
              GError       **error)
{
  g_autoptr(GError) fault = NULL;
  g_autoptr(CallboardAccountRow) row = callboard_queries_load_account (callboard_ctl_get_reader (ctl), id, &fault);

  if (row != NULL)
    return TRUE;

  if (fault == NULL)
    return callboard_ctl_refuse (error, CALLBOARD_ENGINE_ERROR_NOT_FOUND,
                                 _("There is no account %ld."), (long) id);

  g_propagate_error (error, g_steal_pointer (&fault));

  return FALSE;
}

static gboolean
set_state (CallboardCtl  *ctl,
           gint64         id,
           const char    *state,
           const char    *reason,
           GError       **error)
{
  g_autoptr(CallboardCommand) command = callboard_account_state_command_new (id, state, reason);

  return callboard_ctl_execute (ctl, command, error) && print_account (ctl, id, error);
}

static gboolean
set_secret (CallboardCtl  *ctl,
            gint64         id,
            GError       **error)
{
  g_autoptr(CallboardAccountRow) row = callboard_queries_load_account (callboard_ctl_get_reader (ctl), id, error);

  return row != NULL && store_secret (ctl, id, row->name, error) && print_account (ctl, id, error);
}

/* "set 3 rendering=sms": the channel that a rehearsal plays. */
static gboolean
set_rendering (CallboardCtl  *ctl,
               gint64         id,
               const char    *assignment,
               GError       **error)
{
  g_autoptr(CallboardCommand) command = NULL;
  int rendering;

  if (assignment == NULL || !g_str_has_prefix (assignment, "rendering=") ||
      !callboard_enum_from_nick (CALLBOARD_TYPE_RENDERING, assignment + strlen ("rendering="), &rendering))
    return misuse (error, _("Say what to set: rendering=whatsapp or rendering=sms."));

  command = callboard_account_rendering_command_new (id, rendering);

  return callboard_ctl_execute (ctl, command, error) && print_account (ctl, id, error);
}

/* "remove 3" and the like. */
static gboolean
change (CallboardCtl  *ctl,
        char         **rest,
        GError       **error)
{
  gint64 id;

  if (rest[1] == NULL)
    return misuse (error, _("Usage: callboardctl " USAGE));

  if (!callboard_ctl_read_id (rest[1], &id, error) || !callboard_ctl_open (ctl, CALLBOARD_DB_READ_WRITE, error) ||
      !check_exists (ctl, id, error))
    return FALSE;

  if (g_str_equal (rest[0], "remove"))
    return set_state (ctl, id, "removed", NULL, error);

  if (g_str_equal (rest[0], "pause"))
    return set_state (ctl, id, "paused", rest[2] != NULL ? rest[2] : _("Paused by hand"), error);

  if (g_str_equal (rest[0], "resume"))
    return set_state (ctl, id, "active", NULL, error);

  if (g_str_equal (rest[0], "secret"))
    return set_secret (ctl, id, error);

  if (g_str_equal (rest[0], "set"))
    return set_rendering (ctl, id, rest[2], error);

  return misuse (error, _("Usage: callboardctl " USAGE));
}

gboolean
callboard_ctl_accounts (CallboardCtl  *ctl,
                        int            argc,
                        char         **argv,
                        GError       **error)
{
  g_auto(Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "provider", 0, 0, G_OPTION_ARG_STRING, &options.provider, N_("For add: twilio or rehearsal"), N_("PROVIDER") },
    { "name", 0, 0, G_OPTION_ARG_STRING, &options.name, N_("What you call it"), N_("NAME") },
    { "account-sid", 0, 0, G_OPTION_ARG_STRING, &options.account_sid, N_("Twilio’s name of the account"), N_("SID") },
    { "api-key", 0, 0, G_OPTION_ARG_STRING, &options.api_key, N_("An API key, whose secret counts then"), N_("SID") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_("The sender’s number"), N_("NUMBER") },
    { "messaging-service", 0, 0, G_OPTION_ARG_STRING, &options.service, N_("A messaging service instead"), N_("SID") },
    { "base-url", 0, 0, G_OPTION_ARG_STRING, &options.base_url, N_("Where the API is"), N_("URL") },
    { "rate", 0, 0, G_OPTION_ARG_DOUBLE, &options.rate, N_("Messages a second"), N_("RATE") },
    { "poll-seconds", 0, 0, G_OPTION_ARG_INT, &options.poll_seconds, N_("Seconds between two polls"), N_("SECONDS") },
    { "secret-stdin", 0, 0, G_OPTION_ARG_NONE, &options.secret, N_("Read the secret from standard input"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_auto(GStrv) rest = callboard_ctl_parse (ctl, USAGE, _("Lists, adds, removes and pauses accounts."), entries,
                                            argc, argv, 0, 3, error);

  if (rest == NULL)
    return FALSE;

  if (rest[0] == NULL || g_str_equal (rest[0], "list"))
    return list (ctl, error);

  return g_str_equal (rest[0], "add") ? add (ctl, &options, error) : change (ctl, rest, error);
}
