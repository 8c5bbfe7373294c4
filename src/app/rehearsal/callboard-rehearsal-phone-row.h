/* callboard-rehearsal-phone-row.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "callboard-queries-phones.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_REHEARSAL_PHONE_ROW (callboard_rehearsal_phone_row_get_type())

/* One of the simulated phones: whose it is, what came last, and a dot while nobody has looked. */
G_DECLARE_FINAL_TYPE (CallboardRehearsalPhoneRow, callboard_rehearsal_phone_row, CALLBOARD, REHEARSAL_PHONE_ROW,
                      GtkListBoxRow)

GtkWidget *callboard_rehearsal_phone_row_new           (void);
void       callboard_rehearsal_phone_row_show          (CallboardRehearsalPhoneRow *self,
                                                        const CallboardPhoneRow    *phone,
                                                        gboolean                    unread);
gint64     callboard_rehearsal_phone_row_get_candidate (CallboardRehearsalPhoneRow *self);

/* Whether a name or number has a text in it. */
gboolean   callboard_rehearsal_phone_row_matches       (CallboardRehearsalPhoneRow *self,
                                                        const char                 *text);

G_END_DECLS
