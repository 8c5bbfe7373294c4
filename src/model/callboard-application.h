/* callboard-application.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-application-source.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_APPLICATION (callboard_application_get_type())

/* One candidate in one job, as a card shows it. Get it from a CallboardApplicationPool, so that an application is one
 * object everywhere. Besides a notification per property, ::changed comes once for each apply that changed something. */
G_DECLARE_FINAL_TYPE (CallboardApplication, callboard_application, CALLBOARD, APPLICATION, GObject)

/**
 * callboard_application_new:
 * @id: the application's id
 *
 * Creates an item that shows nothing until callboard_application_apply().
 *
 * Returns: (transfer full): the item
 */
CallboardApplication          *callboard_application_new     (gint64                         id);

/**
 * callboard_application_apply:
 * @self: an application
 * @row: what the database holds of it
 *
 * Takes over @row and notifies only what differs.
 */
void                           callboard_application_apply   (CallboardApplication          *self,
                                                              const CallboardApplicationRow *row);

/**
 * callboard_application_get_id:
 * @self: an application
 *
 * Returns: its id
 */
gint64                         callboard_application_get_id  (CallboardApplication          *self);

/**
 * callboard_application_get_row:
 * @self: an application
 *
 * All that the properties hold, in one struct. @name and @phone are never %NULL.
 *
 * Returns: (transfer none): valid until the next callboard_application_apply()
 */
const CallboardApplicationRow *callboard_application_get_row (CallboardApplication          *self);

G_END_DECLS
