/* callboard-ctl-accounts.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-ctl-accounts-private.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "callboard-account-choice.h"
#include "callboard-error.h"
#include "callboard-json.h"
#include "callboard-office.h"
#include "callboard-provider.h"
#include "callboard-queries-office.h"
#include "callboard-secrets.h"
#include "callboard-settings.h"

#define USAGE "accounts [list|add|show ID|default ID|check ID|log ID|remove ID|pause ID [REASON]|resume ID|secret ID|" \
              "set ID KEY=VALUE|resume-campaign ID|prices|price COUNTRY PRICE CURRENCY] [OPTIONS]"

static const CallboardCtlColumn columns[] = {
  { "id", N_("Account") },
  { "provider", N_("Provider") },
  { "channel", N_("Channel") },
  { "name", N_("Name") },
  { "state", N_("State") },
  { "pause_reason", N_("Because") },
  { "waiting", N_("Waiting") },
  { NULL }
};

/* What may be given for a new account: its settings as KEY=VALUE, and those of Twilio under names of their own. */
typedef struct
{
  char     *provider;
  char     *name;
  char     *account_sid;
  char     *api_key;
  char     *from;
  char     *service;
  char     *base_url;
  char    **settings;
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
  g_strfreev (options->settings);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
misuse (GError     **error,
        const char  *message)
{
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, message);

  return FALSE;
}

JsonObject *
callboard_ctl_describe_account (const CallboardAccountRow *row)
{
  JsonObject *object = json_object_new ();
  JsonObject *settings = callboard_json_parse_object (row->settings, -1, 64 * 1024, NULL);

  callboard_ctl_set_int (object, "id", row->id);
  callboard_ctl_set_nick (object, "provider", CALLBOARD_TYPE_PROVIDER, row->provider);
  callboard_ctl_set_nick (object, "channel", CALLBOARD_TYPE_RENDERING, row->channel);
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
    json_array_add_object_element (rows, callboard_ctl_describe_account (g_ptr_array_index (accounts, i)));
  callboard_ctl_print_rows (ctl, rows, columns);

  return TRUE;
}

static gboolean
put (const CallboardProviderInfo  *info,
     JsonObject                   *settings,
     const char                   *key,
     const char                   *value,
     GError                      **error)
{
  const CallboardProviderField *field = info != NULL ? callboard_provider_find_field (info, key) : NULL;

  if (field != NULL && field->kind != CALLBOARD_FIELD_SECRET)
    return callboard_provider_put (settings, field, value, error);

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               field != NULL ? _("“%s” is a secret. Give it on standard input.") : _("There is no setting “%s” of this provider."),
               key);

  return FALSE;
}

static gboolean
put_pair (const CallboardProviderInfo  *info,
          JsonObject                   *settings,
          const char                   *pair,
          GError                      **error)
{
  g_auto(GStrv) parts = g_strsplit (pair, "=", 2);

  if (g_strv_length (parts) != 2)
    return misuse (error, _("A setting is given as KEY=VALUE."));

  return put (info, settings, parts[0], parts[1], error);
}

static gboolean
put_named (const CallboardProviderInfo  *info,
           JsonObject                   *settings,
           const Options                *options,
           GError                      **error)
{
  char rate[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *poll = g_strdup_printf ("%d", options->poll_seconds);
  const struct { const char *key; const char *value; } named[] = {
    { "account_sid", options->account_sid }, { "api_key", options->api_key }, { "from", options->from },
    { "messaging_service_sid", options->service }, { "base_url", options->base_url },
    { "rate", options->rate > 0 ? g_ascii_dtostr (rate, sizeof rate, options->rate) : NULL },
    { "poll_seconds", options->poll_seconds > 0 ? poll : NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    {
      if (named[i].value != NULL && !put (info, settings, named[i].key, named[i].value, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
require_all (const CallboardProviderInfo  *info,
             JsonObject                   *settings,
             GError                      **error)
{
  const CallboardProviderField *missing;

  for (missing = info->fields; missing->key != NULL; missing++)
    {
      if (missing->required && missing->kind != CALLBOARD_FIELD_SECRET && !json_object_has_member (settings, missing->key))
        break;
    }

  /* That secrets are there is checked when they are needed: they may come later. */
  if (missing->key == NULL && info->provider == CALLBOARD_PROVIDER_TWILIO &&
      !json_object_has_member (settings, "from") && !json_object_has_member (settings, "messaging_service_sid"))
    missing = callboard_provider_find_field (info, "from");

  if (missing->key == NULL)
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               /* Translators: the name of a field, its key, and where it is found */
               _("“%s” is missing: --set %s=… %s"), _(missing->title), missing->key, _(missing->place));

  return FALSE;
}

static char *
write_settings (CallboardProvider   provider,
                const Options      *options,
                GError            **error)
{
  const CallboardProviderInfo *info = callboard_provider_get (provider);
  g_autoptr(JsonObject) settings = json_object_new ();

  if (!put_named (info, settings, options, error))
    return NULL;

  for (char **pair = options->settings; pair != NULL && *pair != NULL; pair++)
    {
      if (!put_pair (info, settings, *pair, error))
        return NULL;
    }

  if (info != NULL && !require_all (info, settings, error))
    return NULL;

  return callboard_json_to_text (settings);
}

/* "app_secret=…" names one of several secrets; any other line is the main one. */
static char *
add_secret (const char *stored,
            const char *line)
{
  static const char * const members[] = {
    CALLBOARD_SECRET_MAIN, CALLBOARD_SECRET_APP, CALLBOARD_SECRET_VERIFY, CALLBOARD_SECRET_TOKEN, CALLBOARD_SECRET_WEBHOOK
  };
  g_auto(GStrv) parts = g_strsplit (line, "=", 2);

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      if (g_strv_length (parts) == 2 && g_str_equal (parts[0], members[i]))
        return callboard_secrets_set_member (stored, members[i], parts[1]);
    }

  return callboard_secrets_set_member (stored, CALLBOARD_SECRET_MAIN, line);
}

/* Secrets are lines on standard input, so that they are in no list of processes and no shell's history. */
static gboolean
store_secret (CallboardCtl  *ctl,
              gint64         account,
              const char    *name,
              GError       **error)
{
  g_autofree char *database = callboard_settings_get_text (callboard_ctl_get_reader (ctl), CALLBOARD_SETTING_DATABASE);
  g_autofree char *stored = NULL;
  char line[4096];

  while (fgets (line, sizeof line, stdin) != NULL)
    {
      char *next;

      if (*g_strchomp (line) == '\0')
        continue;

      next = add_secret (stored, line);
      g_free (stored);
      stored = next;
    }

  if (stored == NULL)
    return misuse (error, _("No secret came on standard input."));

  return callboard_secrets_store_sync (database, account, name, stored, error);
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
  callboard_ctl_print_object (ctl, callboard_ctl_describe_account (row), sentence);

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
    return misuse (error, _("Name the provider: --provider twilio, meta, 360dialog, infobip, android, http or rehearsal."));

  settings = write_settings (provider, options, error);
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

/* "set 3 from=+44…": an empty value takes the setting away. */
static gboolean
set_member (CallboardCtl  *ctl,
            gint64         id,
            const char    *pair,
            GError       **error)
{
  g_autoptr(CallboardAccountRow) row = callboard_queries_load_account (callboard_ctl_get_reader (ctl), id, error);
  g_autoptr(JsonObject) settings = row != NULL ? callboard_json_parse_object (row->settings, -1, 64 * 1024, error) : NULL;
  const CallboardProviderInfo *info = row != NULL ? callboard_provider_get (row->provider) : NULL;
  g_autoptr(CallboardCommand) command = NULL;
  g_autofree char *text = NULL;

  if (settings == NULL || !put_pair (info, settings, pair, error) || !require_all (info, settings, error))
    return FALSE;

  text = callboard_json_to_text (settings);
  command = callboard_account_command_new (id, row->provider, row->name, text);

  return callboard_ctl_execute (ctl, command, error) && print_account (ctl, id, error);
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

static gboolean
is_rehearsal (CallboardCtl *ctl,
              gint64        id)
{
  g_autoptr(CallboardAccountRow) row = callboard_queries_load_account (callboard_ctl_get_reader (ctl), id, NULL);

  return row == NULL || row->provider == CALLBOARD_PROVIDER_REHEARSAL;
}

static gboolean
set_default (CallboardCtl  *ctl,
             gint64         id,
             GError       **error)
{
  g_autoptr(CallboardCommand) command = callboard_account_default_command_new (id);

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
    return is_rehearsal (ctl, id) ? set_rendering (ctl, id, rest[2], error)
                                  : set_member (ctl, id, rest[2] != NULL ? rest[2] : "", error);

  if (g_str_equal (rest[0], "default"))
    return set_default (ctl, id, error);

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
    { "provider", 0, 0, G_OPTION_ARG_STRING, &options.provider, N_("For add: twilio, meta, 360dialog, infobip, android, http, rehearsal"), N_("PROVIDER") },
    { "set", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.settings, N_("A setting of the provider; repeat it"), N_("KEY=VALUE") },
    { "name", 0, 0, G_OPTION_ARG_STRING, &options.name, N_("What you call it"), N_("NAME") },
    { "account-sid", 0, 0, G_OPTION_ARG_STRING, &options.account_sid, N_("Twilio’s name of the account"), N_("SID") },
    { "api-key", 0, 0, G_OPTION_ARG_STRING, &options.api_key, N_("An API key, whose secret counts then"), N_("SID") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_("The sender’s number"), N_("NUMBER") },
    { "messaging-service", 0, 0, G_OPTION_ARG_STRING, &options.service, N_("A messaging service instead"), N_("SID") },
    { "base-url", 0, 0, G_OPTION_ARG_STRING, &options.base_url, N_("Where the API is"), N_("URL") },
    { "rate", 0, 0, G_OPTION_ARG_DOUBLE, &options.rate, N_("Messages a second"), N_("RATE") },
    { "poll-seconds", 0, 0, G_OPTION_ARG_INT, &options.poll_seconds, N_("Seconds between two polls"), N_("SECONDS") },
    { "secret-stdin", 0, 0, G_OPTION_ARG_NONE, &options.secret, N_("Read the secrets from standard input"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_auto(GStrv) rest = callboard_ctl_parse (ctl, USAGE, _("Lists, adds, removes and pauses accounts."), entries,
                                            argc, argv, 0, 4, error);

  if (rest == NULL)
    return FALSE;

  if (rest[0] == NULL || g_str_equal (rest[0], "list"))
    return list (ctl, error);

  if (g_str_equal (rest[0], "add"))
    return add (ctl, &options, error);

  if (callboard_ctl_is_health (rest[0]))
    return callboard_ctl_health (ctl, rest, error);

  return change (ctl, rest, error);
}
