/* fake_cloud.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define FAKE_CLOUD_NUMBER "100200300"
#define FAKE_CLOUD_WABA   "400500600"
#define FAKE_CLOUD_TOKEN  "the-token"

/* A server on loopback that stands for WhatsApp's Cloud API, on the main loop of the test. It refuses what Meta refuses: a
 * wrong token, no product, a file that was not uploaded, buttons and rows that are too many, too long or alike. It also
 * answers to 360dialog's key and paths. */
typedef struct _FakeCloud FakeCloud;

FakeCloud  *fake_cloud_new           (void);
void        fake_cloud_free          (FakeCloud  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FakeCloud, fake_cloud_free)

/* "http://127.0.0.1:PORT" */
const char *fake_cloud_get_url       (FakeCloud  *self);

/* Sends that were accepted, the newest last; (transfer none). */
JsonObject *fake_cloud_get_message   (FakeCloud  *self,
                                      guint       index);
guint       fake_cloud_count_messages (FakeCloud *self);
guint       fake_cloud_count_uploads (FakeCloud  *self);

/* Meta has thrown its files away. */
void        fake_cloud_forget_files  (FakeCloud  *self);

/* A template, under FAKE_CLOUD_WABA; what was asked for is pending until this says otherwise. @body: (nullable): another text. */
void        fake_cloud_set_template  (FakeCloud  *self,
                                      const char *name,
                                      const char *status,
                                      const char *body);
guint       fake_cloud_count_asked   (FakeCloud  *self);

/* Every send that follows is refused so, until @status 0 ends it. */
void        fake_cloud_set_error     (FakeCloud  *self,
                                      guint       status,
                                      gint64      code,
                                      const char *retry_after);

/* Accepts sends, and drops the connection instead of saying so. */
void        fake_cloud_set_drop      (FakeCloud  *self,
                                      gboolean    drop);

/* What a candidate sent, under the id "inbound"; @hash: what Meta says its SHA-256 is; @host: (nullable): where it says it is. */
void        fake_cloud_set_file      (FakeCloud  *self,
                                      GBytes     *bytes,
                                      const char *hash,
                                      const char *host);

G_END_DECLS
