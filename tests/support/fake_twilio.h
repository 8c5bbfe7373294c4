/* fake_twilio.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FAKE_TWILIO_ACCOUNT "AC00000000000000000000000000000001"
#define FAKE_TWILIO_KEY     "SK00000000000000000000000000000001"
#define FAKE_TWILIO_SECRET  "the-secret"
#define FAKE_TWILIO_NUMBER  "+447700900000"

/* A server on loopback that stands for Twilio's API, in a thread of its own. It refuses whatever Twilio refuses:
 * wrong credentials, JSON instead of a form, missing fields. All functions may be called from any thread. */
typedef struct _FakeTwilio FakeTwilio;

FakeTwilio *fake_twilio_new           (void);
void        fake_twilio_free          (FakeTwilio *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FakeTwilio, fake_twilio_free)

/* "http://127.0.0.1:PORT" */
const char *fake_twilio_get_url       (FakeTwilio *self);

/* A message from outside; returns its sid. @at in microseconds since the epoch, 0 for now. */
char       *fake_twilio_inbound       (FakeTwilio *self,
                                       const char *from,
                                       const char *body,
                                       gint64      at,
                                       guint       n_media);

/* What becomes of a message that was sent; @error_code 0 for none. */
void        fake_twilio_set_status    (FakeTwilio *self,
                                       const char *sid,
                                       const char *status,
                                       gint64      error_code);

/* Changes a member of a message that is stored. */
void        fake_twilio_set_member    (FakeTwilio *self,
                                       const char *sid,
                                       const char *name,
                                       const char *value);

/* What every file that came with a message is; %NULL if they are gone. */
void        fake_twilio_set_file      (FakeTwilio *self,
                                       GBytes     *bytes,
                                       const char *content_type);

/* Every request that follows is answered so and otherwise ignored, until @status 0 ends it. */
void        fake_twilio_set_answer    (FakeTwilio *self,
                                       guint       status,
                                       const char *content_type,
                                       const char *body,
                                       const char *retry_after);

/* Creates messages, and drops the connection instead of saying so. */
void        fake_twilio_set_drop      (FakeTwilio *self,
                                       gboolean    drop);

/* What the Date header of answers says, as a difference to this machine's clock. */
void        fake_twilio_set_skew      (FakeTwilio *self,
                                       gint64      microseconds);

guint       fake_twilio_count_created (FakeTwilio *self);

/* Since the last call, one line each: "METHOD path?query content-type body", without the parts there are not. */
char      **fake_twilio_steal_log     (FakeTwilio *self);

G_END_DECLS
