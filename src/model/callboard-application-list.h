/* callboard-application-list.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "callboard-application-pool.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_APPLICATION_LIST (callboard_application_list_get_type())

/* The cards of one stage, in order: a GListModel of CallboardApplication. It knows the key of every card, so length
 * and positions are exact, and reads what a card shows only when the card is asked for. It follows its pool. */
G_DECLARE_FINAL_TYPE (CallboardApplicationList, callboard_application_list, CALLBOARD, APPLICATION_LIST, GObject)

/**
 * callboard_application_list_new:
 * @pool: where applications come from
 * @stage_id: a stage's id
 *
 * Reads the keys of the stage.
 *
 * Returns: (transfer full): the list
 */
CallboardApplicationList *callboard_application_list_new          (CallboardApplicationPool *pool,
                                                                   gint64                    stage_id);

/**
 * callboard_application_list_get_stage_id:
 * @self: a list
 *
 * Returns: whose cards it holds
 */
gint64                    callboard_application_list_get_stage_id (CallboardApplicationList *self);

/**
 * callboard_application_list_get_id:
 * @self: a list
 * @position: a position
 *
 * Does not read the row, so it is cheap for thousands of cards.
 *
 * Returns: the id of the application there, or 0 past the end
 */
gint64                    callboard_application_list_get_id       (CallboardApplicationList *self,
                                                                   guint                     position);

/**
 * callboard_application_list_find:
 * @self: a list
 * @id: an application's id
 * @position: (out) (optional): where it stands
 *
 * Returns: whether the list holds it
 */
gboolean                  callboard_application_list_find         (CallboardApplicationList *self,
                                                                   gint64                    id,
                                                                   guint                    *position);

/**
 * callboard_application_list_set_filter:
 * @self: a list
 * @text: (nullable): words to look for in name and number
 * @failed_only: only cards whose enrolment failed
 *
 * Shows only the cards that match. %NULL or "" and %FALSE show all.
 */
void                      callboard_application_list_set_filter   (CallboardApplicationList *self,
                                                                   const char               *text,
                                                                   gboolean                  failed_only);

/**
 * callboard_application_list_is_filtered:
 * @self: a list
 *
 * Returns: whether a filter may hide cards
 */
gboolean                  callboard_application_list_is_filtered  (CallboardApplicationList *self);

/**
 * callboard_application_list_apply:
 * @self: a list
 * @changes: what a command changed
 *
 * Takes over the moves that touch this stage, with the smallest #GListModel::items-changed. The list calls this
 * itself for the changes its pool announces. Changes that the keys already contain are harmless.
 */
void                      callboard_application_list_apply        (CallboardApplicationList *self,
                                                                   CallboardChanges         *changes);

G_END_DECLS
