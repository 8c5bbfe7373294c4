/* callboard-people-dialogs.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "callboard-queries-application.h"
#include "callboard-store.h"

G_BEGIN_DECLS

/* Short questions about a person, asked over the window that @widget is in. Failures are reported as
 * callboard_execute() does. */

/* Corrects name and number. A number nobody can have is refused before the button can be pressed. */
void callboard_person_dialog_present  (GtkWidget              *widget,
                                       CallboardStore         *store,
                                       const CallboardDetails *details);

/* Records that the person agreed to messages. */
void callboard_consent_dialog_present (GtkWidget              *widget,
                                       CallboardStore         *store,
                                       const CallboardDetails *details);

G_END_DECLS
