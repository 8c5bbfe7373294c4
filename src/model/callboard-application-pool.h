/* callboard-application-pool.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-application.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_APPLICATION_POOL (callboard_application_pool_get_type())

/* Sees to it that one application is one object, however many lists show it. It holds the objects weakly, but for the
 * pages read last. ::changed (CallboardChanges *) comes after the objects have been refreshed; the lists follow it. */
G_DECLARE_FINAL_TYPE (CallboardApplicationPool, callboard_application_pool, CALLBOARD, APPLICATION_POOL, GObject)

/**
 * callboard_application_pool_new:
 * @source: where rows come from
 *
 * Returns: (transfer full): an empty pool
 */
CallboardApplicationPool   *callboard_application_pool_new         (CallboardApplicationSource    *source);

/**
 * callboard_application_pool_get_source:
 * @self: a pool
 *
 * Returns: (transfer none): where its rows come from
 */
CallboardApplicationSource *callboard_application_pool_get_source  (CallboardApplicationPool      *self);

/**
 * callboard_application_pool_get:
 * @self: a pool
 * @id: an application's id
 *
 * Reads the row if nobody holds the application yet. An id that no longer exists gives an item without a name; a
 * change that removes it is on its way.
 *
 * Returns: (transfer full): the application
 */
CallboardApplication       *callboard_application_pool_get         (CallboardApplicationPool      *self,
                                                                    gint64                         id);

/**
 * callboard_application_pool_get_in_page:
 * @self: a pool
 * @keys: (array length=n_keys): the keys around the wanted one
 * @n_keys: how many
 * @position: which of them
 *
 * As callboard_application_pool_get(), but reads the 64 rows of the page in which @position lies at once.
 *
 * Returns: (transfer full): the application
 */
CallboardApplication       *callboard_application_pool_get_in_page (CallboardApplicationPool      *self,
                                                                    const CallboardApplicationKey *keys,
                                                                    guint                          n_keys,
                                                                    guint                          position);

/**
 * callboard_application_pool_peek:
 * @self: a pool
 * @id: an application's id
 *
 * Returns: (transfer none) (nullable): the application, if somebody holds it
 */
CallboardApplication       *callboard_application_pool_peek        (CallboardApplicationPool      *self,
                                                                    gint64                         id);

/**
 * callboard_application_pool_apply:
 * @self: a pool
 * @changes: what a command changed
 *
 * Reads the changed applications that somebody holds again, all of them if an account changed, then emits #CallboardApplicationPool::changed.
 */
void                        callboard_application_pool_apply       (CallboardApplicationPool      *self,
                                                                    CallboardChanges              *changes);

G_END_DECLS
