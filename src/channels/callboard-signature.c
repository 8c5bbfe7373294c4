/* callboard-signature.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-signature.h"

#include <string.h>

#define SHA1_SIZE 20

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

gboolean
callboard_signature_is_equal (const char *a,
                              const char *b)
{
  volatile guchar difference = 0;
  gsize length;

  if (is_empty (a) || is_empty (b))
    return FALSE;

  length = strlen (a);
  if (strlen (b) != length)
    return FALSE;

  for (gsize i = 0; i < length; i++)
    difference |= (guchar) a[i] ^ (guchar) b[i];

  return difference == 0;
}

gboolean
callboard_signature_verify_meta (const char *header,
                                 const char *app_secret,
                                 GBytes     *body)
{
  g_autoptr(GBytes) key = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *expected = NULL;

  g_return_val_if_fail (body != NULL, FALSE);

  if (header == NULL || is_empty (app_secret))
    return FALSE;

  key = g_bytes_new (app_secret, strlen (app_secret));
  digest = g_compute_hmac_for_bytes (G_CHECKSUM_SHA256, key, body);
  expected = g_strconcat ("sha256=", digest, NULL);

  return callboard_signature_is_equal (header, expected);
}

static int
compare_pairs_cb (gconstpointer a,
                  gconstpointer b)
{
  return strcmp (*(char * const *) a, *(char * const *) b);
}

/* Name and value of each field in one string. Twilio's own library sorts by the names and then drops what is there twice;
 * a name is set apart from its value by a byte that neither can have, so that sorting the pairs sorts by the names. */
static GPtrArray *
parse_pairs (GBytes *body)
{
  g_autoptr(GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) error = NULL;
  gsize length;
  const char *form = g_bytes_get_data (body, &length);
  GUriParamsIter iter;
  char *name, *value;

  g_uri_params_iter_init (&iter, form != NULL ? form : "", length, "&", G_URI_PARAMS_WWW_FORM);
  while (g_uri_params_iter_next (&iter, &name, &value, &error))
    {
      g_ptr_array_add (pairs, g_strconcat (name, "\001", value, NULL));
      g_free (name);
      g_free (value);
    }

  g_ptr_array_sort (pairs, compare_pairs_cb);

  return error == NULL ? g_steal_pointer (&pairs) : NULL;
}

/* Returns: (nullable): what comes behind the address, NULL if the body is no form. */
static char *
write_form (GBytes *body)
{
  g_autoptr(GPtrArray) pairs = parse_pairs (body);
  g_autoptr(GString) text = g_string_new (NULL);

  if (pairs == NULL)
    return NULL;

  for (guint i = 0; i < pairs->len; i++)
    {
      const char *pair = g_ptr_array_index (pairs, i);
      const char *value = strchr (pair, '\001');

      if (i > 0 && g_str_equal (pair, g_ptr_array_index (pairs, i - 1)))
        continue;

      g_string_append_len (text, pair, value - pair);
      g_string_append (text, value + 1);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Returns: (nullable): what the address says the body's SHA-256 is. */
static char *
find_body_hash (GUri *uri)
{
  g_autoptr(GHashTable) parameters = NULL;
  const char *query = g_uri_get_query (uri);

  if (query != NULL)
    parameters = g_uri_parse_params (query, -1, "&", G_URI_PARAMS_NONE, NULL);

  return parameters != NULL ? g_strdup (g_hash_table_lookup (parameters, "bodySHA256")) : NULL;
}

static gboolean
is_signed (const char *header,
           const char *auth_token,
           const char *url,
           const char *form)
{
  g_autoptr(GHmac) hmac = g_hmac_new (G_CHECKSUM_SHA1, (const guchar *) auth_token, strlen (auth_token));
  g_autofree char *expected = NULL;
  guint8 digest[SHA1_SIZE];
  gsize length = sizeof digest;

  g_hmac_update (hmac, (const guchar *) url, strlen (url));
  g_hmac_update (hmac, (const guchar *) form, strlen (form));
  g_hmac_get_digest (hmac, digest, &length);
  expected = g_base64_encode (digest, length);

  return callboard_signature_is_equal (header, expected);
}

/* Returns: (nullable): the address with the port that goes without saying if it has none, and the other way round. */
static char *
write_other (const char *url,
             GUri       *uri)
{
  gboolean secure = g_str_equal (g_uri_get_scheme (uri), "https");
  const char *port = secure ? ":443" : ":80";
  const char *host = strstr (url, "://") + strlen ("://");
  const char *end = host + strcspn (host, "/?#");
  gboolean has_it = (gsize) (end - host) > strlen (port) && strncmp (end - strlen (port), port, strlen (port)) == 0;
  g_autofree char *start = g_strndup (url, end - url - (has_it ? strlen (port) : 0));

  if (!has_it && g_uri_get_port (uri) > 0)
    return NULL;

  return g_strconcat (start, has_it ? "" : port, end, NULL);
}

gboolean
callboard_signature_verify_twilio (const char *header,
                                   const char *auth_token,
                                   const char *url,
                                   GBytes     *body)
{
  g_autofree char *form = NULL;
  g_autofree char *said = NULL;
  g_autofree char *other = NULL;
  g_autoptr(GUri) uri = NULL;

  g_return_val_if_fail (url != NULL, FALSE);
  g_return_val_if_fail (body != NULL, FALSE);

  uri = g_uri_parse (url, G_URI_FLAGS_ENCODED_QUERY, NULL);
  if (header == NULL || is_empty (auth_token) || uri == NULL || strstr (url, "://") == NULL)
    return FALSE;

  said = find_body_hash (uri);
  if (said != NULL)
    {
      g_autofree char *found = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, body);

      form = callboard_signature_is_equal (said, found) ? g_strdup ("") : NULL;
    }
  else
    form = write_form (body);

  if (form == NULL)
    return FALSE;

  other = write_other (url, uri);

  return is_signed (header, auth_token, url, form) || (other != NULL && is_signed (header, auth_token, other, form));
}
