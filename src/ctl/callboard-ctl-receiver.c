/* callboard-ctl-receiver.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-ctl.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "callboard-queries-office.h"
#include "callboard-receiver.h"

#define MAX_PORT 65535

static JsonObject *
describe (CallboardReceiver         *receiver,
          const CallboardAccountRow *row,
          const char                *public_url)
{
  g_autofree char *path = callboard_receiver_get_path (row->provider, row->id);
  g_autofree char *local = NULL;
  g_autofree char *address = NULL;
  JsonObject *object;

  if (path == NULL)
    return NULL;

  local = g_strdup_printf ("http://127.0.0.1:%u%s", callboard_receiver_get_port (receiver), path);
  address = g_strconcat (public_url != NULL ? public_url : "", path, NULL);
  object = json_object_new ();
  callboard_ctl_set_int (object, "account", row->id);
  callboard_ctl_set_text (object, "name", row->name);
  callboard_ctl_set_nick (object, "provider", CALLBOARD_TYPE_PROVIDER, row->provider);
  callboard_ctl_set_text (object, "local", local);
  callboard_ctl_set_text (object, "address", public_url != NULL ? address : local);

  return object;
}

/* What to enter at each provider. It is read while the program goes on, so it leaves at once. */
static gboolean
print_addresses (CallboardCtl       *ctl,
                 CallboardReceiver  *receiver,
                 const char         *public_url,
                 GError            **error)
{
  static const CallboardCtlColumn columns[] = {
    { "account", N_("Account") }, { "name", N_("Name") }, { "provider", N_("Provider") },
    { "address", N_("Address for its webhooks") }, { NULL }
  };
  g_autoptr(GPtrArray) accounts = callboard_queries_load_accounts (callboard_ctl_get_reader (ctl), error);
  JsonArray *rows;

  if (accounts == NULL)
    return FALSE;

  rows = json_array_new ();
  for (guint i = 0; i < accounts->len; i++)
    {
      JsonObject *object = describe (receiver, g_ptr_array_index (accounts, i), public_url);

      if (object != NULL)
        json_array_add_object_element (rows, object);
    }

  callboard_ctl_print_rows (ctl, rows, columns);
  fflush (stdout);

  return TRUE;
}

typedef struct
{
  guint       port;
  const char *public_url;
} Door;

static GObject *
open_receiver (CallboardCtl  *ctl,
               gconstpointer  data,
               GError       **error)
{
  const Door *door = data;
  g_autoptr(CallboardReceiver) receiver = callboard_receiver_new (ctl->store);

  callboard_receiver_set_public_url (receiver, door->public_url);
  if (!callboard_receiver_start (receiver, door->port, error) ||
      !print_addresses (ctl, receiver, door->public_url, error))
    return NULL;

  return G_OBJECT (g_steal_pointer (&receiver));
}

static gboolean
check_url (const char  *text,
           GError     **error)
{
  g_autoptr(GUri) uri = text != NULL ? g_uri_parse (text, G_URI_FLAGS_NONE, NULL) : NULL;

  if (text == NULL || (uri != NULL && g_uri_get_host (uri) != NULL && g_str_has_prefix (text, "http") &&
                       !g_str_has_suffix (text, "/")))
    return TRUE;

  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _("The public address is written like https://desk.example.org, without a slash at its end."));

  return FALSE;
}

gboolean
callboard_ctl_receiver (CallboardCtl  *ctl,
                        int            argc,
                        char         **argv,
                        GError       **error)
{
  g_autofree char *public_url = NULL;
  int for_seconds = 0;
  int port = CALLBOARD_RECEIVER_PORT;
  const GOptionEntry entries[] = {
    { "port", 0, 0, G_OPTION_ARG_INT, &port, N_("Where to listen on this machine, 0 for any free port"), N_("PORT") },
    { "public-url", 0, 0, G_OPTION_ARG_STRING, &public_url, N_("The address under which providers reach it"), N_("URL") },
    { "for", 0, 0, G_OPTION_ARG_INT, &for_seconds, N_("End after so long"), N_("SECONDS") },
    G_OPTION_ENTRY_NULL
  };
  g_auto(GStrv) rest = callboard_ctl_parse (ctl, "receiver [OPTIONS]",
                                            _("Takes in what providers report by themselves, sends what is due, until it is stopped."),
                                            entries, argc, argv, 0, 0, error);
  Door door = { CLAMP (port, 0, MAX_PORT), public_url };

  return rest != NULL && check_url (public_url, error) &&
         callboard_ctl_run_office (ctl, FALSE, MAX (for_seconds, 0), 0, open_receiver, &door, error);
}
