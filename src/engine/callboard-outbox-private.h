/* callboard-outbox-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-enrolment.h"
#include "callboard-outbox.h"

G_BEGIN_DECLS

/* What to claim, and what was claimed. Commands that claim begin their data with it. */
typedef struct
{
  gint64     account;
  guint      limit;
  GPtrArray *claimed;
  gint64     next_due;
} CallboardClaim;

void     callboard_claim_init     (CallboardClaim    *self,
                                   gint64             account,
                                   guint              limit);
void     callboard_claim_clear    (CallboardClaim    *self);
gboolean callboard_claim_execute  (CallboardClaim    *self,
                                   CallboardDb       *db,
                                   gint64             now,
                                   CallboardChanges  *changes,
                                   GError           **error);

gboolean callboard_record_execute (GPtrArray         *results,
                                   double             jitter,
                                   CallboardDb       *db,
                                   gint64             now,
                                   CallboardChanges  *changes,
                                   GError           **error);

/* What WhatsApp needs beside the text of a message that was claimed: the approved template of a welcome, the campaign's
 * language, and the file's id if the provider still keeps it. Nothing for an account that needs none. */
gboolean callboard_claim_dress (CallboardDb             *db,
                                const CallboardAccount  *account,
                                gint64                   enrolment,
                                gboolean                 first,
                                CallboardOutgoing       *outgoing,
                                GError                 **error);

G_END_DECLS
