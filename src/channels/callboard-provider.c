/* callboard-provider.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-provider.h"

#include <glib/gi18n.h>

#include "callboard-error.h"
#include "callboard-json.h"
#include "callboard-phone.h"
#include "callboard-secrets.h"

#define MAX_TEXT 4096

const CallboardProviderInfo *
callboard_provider_get (CallboardProvider provider)
{
  guint n_providers;
  const CallboardProviderInfo *list = callboard_provider_list (&n_providers);

  for (guint i = 0; i < n_providers; i++)
    {
      if (list[i].provider == provider)
        return &list[i];
    }

  return NULL;
}

const CallboardProviderField *
callboard_provider_find_field (const CallboardProviderInfo *info,
                               const char                  *key)
{
  g_return_val_if_fail (info != NULL && key != NULL, NULL);

  for (const CallboardProviderField *field = info->fields; field->key != NULL; field++)
    {
      if (g_str_equal (field->key, key))
        return field;
    }

  return NULL;
}

static gboolean G_GNUC_PRINTF (2, 3)
refuse (GError     **error,
        const char  *format,
        ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_INVALID, message);

  return FALSE;
}

static gboolean
put_phone (JsonObject                    *settings,
           const CallboardProviderField  *field,
           const char                    *text,
           GError                       **error)
{
  g_autofree char *number = callboard_phone_normalise (text, NULL, NULL, error);

  if (number == NULL)
    return FALSE;

  json_object_set_string_member (settings, field->key, number);

  return TRUE;
}

static gboolean
put_url (JsonObject                    *settings,
         const CallboardProviderField  *field,
         const char                    *text,
         GError                       **error)
{
  /* Where a value belongs stands in braces, which no address has. */
  g_autofree char *probe = g_strdelimit (g_strdup (text), "{}", 'x');
  g_autoptr(GUri) uri = g_uri_parse (probe, G_URI_FLAGS_NONE, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  if (host == NULL || *host == '\0' ||
      (!g_str_equal (g_uri_get_scheme (uri), "https") && !g_str_equal (g_uri_get_scheme (uri), "http")))
    return refuse (error, _("“%s” is no address of a server. One begins with https://."), _(field->title));

  json_object_set_string_member (settings, field->key, text);

  return TRUE;
}

static gboolean
put_number (JsonObject                    *settings,
            const CallboardProviderField  *field,
            const char                    *text,
            GError                       **error)
{
  char *end = NULL;
  double number = g_ascii_strtod (text, &end);

  if (end == text || *end != '\0' || !(number > 0) || number > 100000)
    return refuse (error, _("“%s” has to be a number above zero."), _(field->title));

  json_object_set_double_member (settings, field->key, number);

  return TRUE;
}

static gboolean
put_choice (JsonObject                    *settings,
            const CallboardProviderField  *field,
            const char                    *text,
            GError                       **error)
{
  g_auto(GStrv) choices = g_strsplit (field->choices, "|", -1);

  if (!g_strv_contains ((const char * const *) choices, text))
    /* Translators: the name of a field, then what may be chosen, between bars */
    return refuse (error, _("“%s” has to be one of %s."), _(field->title), field->choices);

  json_object_set_string_member (settings, field->key, text);

  return TRUE;
}

static gboolean
put_text (JsonObject                    *settings,
          const CallboardProviderField  *field,
          const char                    *text,
          GError                       **error)
{
  if (field->prefix != NULL && !g_str_has_prefix (text, field->prefix))
    /* Translators: the name of a field, then letters such as AC */
    return refuse (error, _("“%s” begins with %s."), _(field->title), field->prefix);

  if (strlen (text) > MAX_TEXT || !g_utf8_validate (text, -1, NULL))
    return refuse (error, _("“%s” is too long."), _(field->title));

  json_object_set_string_member (settings, field->key, text);

  return TRUE;
}

gboolean
callboard_provider_put (JsonObject                    *settings,
                        const CallboardProviderField  *field,
                        const char                    *text,
                        GError                       **error)
{
  g_autofree char *stripped = NULL;

  g_return_val_if_fail (settings != NULL && field != NULL && text != NULL, FALSE);
  g_return_val_if_fail (field->kind != CALLBOARD_FIELD_SECRET, FALSE);

  stripped = g_strstrip (g_strdup (text));
  if (*stripped == '\0')
    {
      json_object_remove_member (settings, field->key);
      return TRUE;
    }

  switch (field->kind)
    {
    case CALLBOARD_FIELD_PHONE:
      return put_phone (settings, field, stripped, error);
    case CALLBOARD_FIELD_URL:
      return put_url (settings, field, stripped, error);
    case CALLBOARD_FIELD_NUMBER:
      return put_number (settings, field, stripped, error);
    case CALLBOARD_FIELD_CHOICE:
      return put_choice (settings, field, stripped, error);
    case CALLBOARD_FIELD_TEXT:
    case CALLBOARD_FIELD_SECRET:
    default:
      return put_text (settings, field, stripped, error);
    }
}

static gboolean
is_filled (const CallboardProviderField *field,
           JsonObject                   *settings,
           const char                   *secret)
{
  g_autofree char *member = NULL;

  if (field->kind != CALLBOARD_FIELD_SECRET)
    return json_object_has_member (settings, field->key);

  member = callboard_secrets_get_member (secret, field->key);

  return member != NULL && *member != '\0';
}

const CallboardProviderField *
callboard_provider_find_missing (const CallboardProviderInfo *info,
                                 JsonObject                  *settings,
                                 const char                  *secret)
{
  g_return_val_if_fail (info != NULL && settings != NULL, NULL);

  for (const CallboardProviderField *field = info->fields; field->key != NULL; field++)
    {
      if (field->required && !is_filled (field, settings, secret))
        return field;
    }

  /* A number or a messaging service: one of the two. */
  if (info->provider == CALLBOARD_PROVIDER_TWILIO && !json_object_has_member (settings, "from") &&
      !json_object_has_member (settings, "messaging_service_sid"))
    return callboard_provider_find_field (info, "from");

  return NULL;
}

char *
callboard_provider_describe_sender (CallboardProvider  provider,
                                    JsonObject        *settings)
{
  const char *from = settings != NULL ? callboard_json_get_string (settings, "from") : NULL;

  if (from != NULL && *from == '+')
    return callboard_phone_format_international (from);

  if (from != NULL && *from != '\0')
    return g_strdup (from);

  if (provider == CALLBOARD_PROVIDER_TWILIO)
    return g_strdup (_("Twilio messaging service"));

  return NULL;
}
