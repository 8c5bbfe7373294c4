/* callboard-secrets-session.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-secrets-private.h"

#include "callboard-json.h"

#define MAX_SECRET (64 * 1024)

/* What is kept until the program ends; main thread only. */
static GHashTable *session;

static char *
make_key (const char *database,
          gint64      account)
{
  return g_strdup_printf ("%s/%" G_GINT64_FORMAT, database, account);
}

void
callboard_secrets_keep (const char *database,
                        gint64      account,
                        const char *secret)
{
  g_return_if_fail (database != NULL);
  g_return_if_fail (secret != NULL);

  if (session == NULL)
    session = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  g_hash_table_replace (session, make_key (database, account), g_strdup (secret));
}

gboolean
callboard_secrets_is_kept (const char *database,
                           gint64      account)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (database != NULL, FALSE);

  key = make_key (database, account);

  return session != NULL && g_hash_table_contains (session, key);
}

char *
callboard_secrets_recall (const char *database,
                          gint64      account)
{
  g_autofree char *key = make_key (database, account);

  return session != NULL ? g_strdup (g_hash_table_lookup (session, key)) : NULL;
}

void
callboard_secrets_forget (const char *database,
                          gint64      account)
{
  g_autofree char *key = make_key (database, account);

  if (session != NULL)
    g_hash_table_remove (session, key);
}

static JsonObject *
read_members (const char *stored)
{
  return stored != NULL && *stored == '{' ? callboard_json_parse_object (stored, -1, MAX_SECRET, NULL) : NULL;
}

char *
callboard_secrets_get_member (const char *stored,
                              const char *member)
{
  g_autoptr(JsonObject) members = read_members (stored);

  g_return_val_if_fail (member != NULL, NULL);

  if (members != NULL)
    return g_strdup (callboard_json_get_string (members, member));

  return g_str_equal (member, CALLBOARD_SECRET_MAIN) ? g_strdup (stored) : NULL;
}

char *
callboard_secrets_set_member (const char *stored,
                              const char *member,
                              const char *text)
{
  g_autoptr(JsonObject) members = read_members (stored);

  g_return_val_if_fail (member != NULL && text != NULL, NULL);

  if (members == NULL && (stored == NULL || *stored == '\0') && g_str_equal (member, CALLBOARD_SECRET_MAIN) && *text != '{')
    return g_strdup (text);

  if (members == NULL)
    {
      members = json_object_new ();
      if (stored != NULL && *stored != '\0')
        json_object_set_string_member (members, CALLBOARD_SECRET_MAIN, stored);
    }

  json_object_set_string_member (members, member, text);

  return callboard_json_to_text (members);
}
