/* callboard-rehearsal-phones.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "callboard-queries-phones.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_REHEARSAL_PHONES (callboard_rehearsal_phones_get_type())

/* The simulated phones, the one that was last in use first, with a search. Emits "chosen" with the candidate (gint64)
 * when somebody takes one up. */
G_DECLARE_FINAL_TYPE (CallboardRehearsalPhones, callboard_rehearsal_phones, CALLBOARD, REHEARSAL_PHONES, GtkWidget)

/* (transfer full) (element-type CallboardPhoneRow) */
void                     callboard_rehearsal_phones_set_rows (CallboardRehearsalPhones *self,
                                                              GPtrArray                *rows);

/* Marks the phone that is in somebody's hand; it has no dot. */
void                     callboard_rehearsal_phones_select   (CallboardRehearsalPhones *self,
                                                              gint64                    candidate);

/* NULL if that candidate has no phone yet. */
const CallboardPhoneRow *callboard_rehearsal_phones_find     (CallboardRehearsalPhones *self,
                                                              gint64                    candidate);

/* The one last in use, or NULL. */
const CallboardPhoneRow *callboard_rehearsal_phones_get_first (CallboardRehearsalPhones *self);

G_END_DECLS
