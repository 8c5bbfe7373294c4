/* callboard-status-pill.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "callboard-enums.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_STATUS_PILL (callboard_status_pill_get_type())

/* An enrolment's status as icon and words on a coloured ground. */
G_DECLARE_FINAL_TYPE (CallboardStatusPill, callboard_status_pill, CALLBOARD, STATUS_PILL, GtkWidget)

GtkWidget *callboard_status_pill_new (void);
/* Shows @text in place of the status's own words, unless it is NULL. */
void       callboard_status_pill_set (CallboardStatusPill *self,
                                      CallboardStatus      status,
                                      const char          *text);

G_END_DECLS
