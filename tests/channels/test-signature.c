/* test-signature.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "callboard-signature.h"
#include "twilio-vectors.h"

/* RFC 4231, test case 2. */
#define META_SECRET    "Jefe"
#define META_BODY      "what do ya want for nothing?"
#define META_SIGNATURE "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"

typedef gboolean (*Verifier) (const char *signature,
                              const char *secret,
                              const char *url,
                              const char *body);

static gboolean
verify_meta (const char *signature,
             const char *secret,
             const char *url,
             const char *body)
{
  g_autoptr(GBytes) bytes = g_bytes_new (body, strlen (body));

  return callboard_signature_verify_meta (signature, secret, bytes);
}

static gboolean
verify_twilio (const char *signature,
               const char *secret,
               const char *url,
               const char *body)
{
  g_autoptr(GBytes) bytes = g_bytes_new (body, strlen (body));

  return callboard_signature_verify_twilio (signature, secret, url, bytes);
}

static void
refute_lost_end (Verifier    verify,
                 const char *signature,
                 const char *secret,
                 const char *url,
                 const char *body)
{
  for (gsize length = 0; length < strlen (signature); length++)
    {
      g_autofree char *start = g_strndup (signature, length);

      g_assert_false (verify (start, secret, url, body));
    }
}

/* One changed byte of anything that is signed, or of the signature itself. */
static void
assert_only_this (Verifier    verify,
                  const char *signature,
                  const char *secret,
                  const char *url,
                  const char *body)
{
  const char *parts[] = { signature, url, body };

  g_assert_true (verify (signature, secret, url, body));
  g_assert_false (verify (NULL, secret, url, body));
  g_assert_false (verify (signature, NULL, url, body));
  g_assert_false (verify (signature, "", url, body));
  g_assert_false (verify (signature, "another", url, body));
  refute_lost_end (verify, signature, secret, url, body);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      for (gsize at = 0; at < strlen (parts[i]); at++)
        {
          g_autofree char *changed = g_strdup (parts[i]);

          changed[at] ^= 1;
          g_assert_false (verify (i == 0 ? changed : signature, secret, i == 1 ? changed : url, i == 2 ? changed : body));
        }
    }
}

static void
test_meta (void)
{
  g_autofree char *capitals = g_ascii_strup (META_SIGNATURE, -1);

  assert_only_this (verify_meta, META_SIGNATURE, META_SECRET, "", META_BODY);
  g_assert_false (verify_meta (&META_SIGNATURE[strlen ("sha256=")], META_SECRET, "", META_BODY));
  g_assert_false (verify_meta (capitals, META_SECRET, "", META_BODY));
  g_assert_false (verify_meta (META_SIGNATURE "0", META_SECRET, "", META_BODY));
}

/* What Meta signs are bytes: it writes "/" as "\/" and all but ASCII as "\u…", and what means the same is not the same. */
static void
test_meta_bytes (void)
{
  g_autofree char *digest = g_compute_hmac_for_string (G_CHECKSUM_SHA256, (const guchar *) "secret", 6, "{\"a\":\"\\/\"}", -1);
  g_autofree char *signature = g_strconcat ("sha256=", digest, NULL);

  g_assert_true (verify_meta (signature, "secret", "", "{\"a\":\"\\/\"}"));
  g_assert_false (verify_meta (signature, "secret", "", "{\"a\":\"/\"}"));
}

static void
test_twilio (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (twilio_vectors); i++)
    assert_only_this (verify_twilio, twilio_vectors[i].signature, twilio_vectors[i].token, twilio_vectors[i].url,
                      twilio_vectors[i].body);
}

static gboolean
is_hello (const char *url,
          const char *signed_url)
{
  g_autofree char *text = g_strconcat (signed_url, "BodyHello", NULL);
  g_autofree char *signature = NULL;
  g_autoptr(GHmac) hmac = g_hmac_new (G_CHECKSUM_SHA1, (const guchar *) "token", 5);
  guint8 digest[20];
  gsize length = sizeof digest;

  g_hmac_update (hmac, (const guchar *) text, strlen (text));
  g_hmac_get_digest (hmac, digest, &length);
  signature = g_base64_encode (digest, length);

  return verify_twilio (signature, "token", url, "Body=Hello");
}

static void
test_twilio_ports (void)
{
  g_assert_true (is_hello ("https://a.example/x?y=1", "https://a.example:443/x?y=1"));
  g_assert_true (is_hello ("https://a.example:443/x?y=1", "https://a.example/x?y=1"));
  g_assert_true (is_hello ("http://a.example", "http://a.example:80"));
  g_assert_true (is_hello ("http://a.example:80/", "http://a.example/"));
  g_assert_false (is_hello ("https://a.example/", "https://a.example:80/"));
  g_assert_false (is_hello ("https://a.example:8443/", "https://a.example/"));
  g_assert_false (is_hello ("https://a.example/", "https://a.example:8443/"));
  g_assert_false (is_hello ("https://a.example/", "http://a.example/"));
}

static void
test_twilio_rubbish (void)
{
  const char *bodies[] = { "%", "a=%zz", "=\xff", "a=%00", "\n" };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    g_assert_false (verify_twilio (twilio_vectors[0].signature, twilio_vectors[0].token, twilio_vectors[0].url, bodies[i]));

  g_assert_false (verify_twilio (twilio_vectors[0].signature, twilio_vectors[0].token, "", ""));
  g_assert_false (verify_twilio (twilio_vectors[0].signature, twilio_vectors[0].token, "no address", ""));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/signature/meta", test_meta);
  g_test_add_func ("/signature/meta-bytes", test_meta_bytes);
  g_test_add_func ("/signature/twilio", test_twilio);
  g_test_add_func ("/signature/twilio-ports", test_twilio_ports);
  g_test_add_func ("/signature/twilio-rubbish", test_twilio_rubbish);

  return g_test_run ();
}
