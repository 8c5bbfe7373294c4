/* callboard-test-office.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-import.h"
#include "callboard-office.h"
#include "callboard-outbox.h"
#include "callboard-test.h"

G_BEGIN_DECLS

/* A job of three stages with an account that answers by hand: Form (a block, a short answer, a choice, yes or no), Reject
 * (a blast), Review. */
typedef struct
{
  CallboardTest *test;
  gint64         account;
  gint64         job;
  gint64         form;
  gint64         reject;
  gint64         review;
} CallboardTestOffice;

CallboardTestOffice *callboard_test_office_new    (void);
void                 callboard_test_office_free   (CallboardTestOffice *self);

/* From now on the account is a rehearsal that plays WhatsApp. */
void                 callboard_test_office_rehearse (CallboardTestOffice *self);

/* Adds somebody with consent to the Review stage; returns the application. */
gint64               callboard_test_office_add    (CallboardTestOffice *self,
                                                   const char          *name,
                                                   const char          *phone);
CallboardMoveResult  callboard_test_office_move   (CallboardTestOffice *self,
                                                   gint64               application,
                                                   gint64               stage);

/* Puts a version of a stage's campaign into the database that nothing would publish. */
void                 callboard_test_office_force  (CallboardTestOffice *self,
                                                   gint64               stage,
                                                   const char          *document);

/* Claims what is due; (transfer full) (element-type CallboardOutgoing). */
GPtrArray           *callboard_test_office_claim  (CallboardTestOffice *self);
void                 callboard_test_office_record (CallboardTestOffice *self,
                                                   gint64               message,
                                                   CallboardOutcome     outcome,
                                                   const char          *provider_id);

/* Claims one message, has it accepted and delivered; returns its body. */
char                *callboard_test_office_send   (CallboardTestOffice *self);

/* A receipt such as "delivered" for a provider id, or a message from a number. */
void                 callboard_test_office_receipt (CallboardTestOffice *self,
                                                    const char          *provider_id,
                                                    const char          *state);
void                 callboard_test_office_reply  (CallboardTestOffice *self,
                                                   const char          *phone,
                                                   const char          *text);

/* The same with files that are to be fetched. */
void                 callboard_test_office_reply_files (CallboardTestOffice *self,
                                                        const char          *phone,
                                                        const char          *text,
                                                        guint                n_files);
CallboardEvent      *callboard_test_office_parse  (const char          *raw,
                                                   GError             **error);

#define callboard_test_office_assert_status(self, application, expected)                                    \
  G_STMT_START {                                                                                            \
    g_autofree char *sql_ = g_strdup_printf ("SELECT e.status FROM application a JOIN enrolment e"          \
                                             " ON e.id = a.enrolment_id WHERE a.id = %" G_GINT64_FORMAT,    \
                                             (gint64) (application));                                       \
    callboard_test_assert_text ((self)->test, sql_, expected);                                              \
  } G_STMT_END

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardTestOffice, callboard_test_office_free)

G_END_DECLS
