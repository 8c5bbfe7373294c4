/* callboard-application-keys.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-application-source.h"

G_BEGIN_DECLS

/* Sorted arrays of CallboardApplicationKey, as CallboardApplicationList keeps them. No objects, no signals. */

/**
 * callboard_application_keys_search:
 * @keys: (element-type CallboardApplicationKey): keys in order
 * @key: a key
 * @position: (out): where it is, or would be
 *
 * By binary search.
 *
 * Returns: whether the very key is there
 */
gboolean callboard_application_keys_search (GArray                        *keys,
                                            const CallboardApplicationKey *key,
                                            guint                         *position);

/**
 * callboard_application_keys_find:
 * @keys: (element-type CallboardApplicationKey): keys in any order
 * @id: an application's id
 * @position: (out): where it is; left alone if it is not
 *
 * One by one, for whoever does not know the rank: 100,000 keys take less than 0.1 ms.
 *
 * Returns: whether it is there
 */
gboolean callboard_application_keys_find   (GArray                        *keys,
                                            gint64                         id,
                                            guint                         *position);

/**
 * callboard_application_keys_move:
 * @keys: (element-type CallboardApplicationKey): keys in order
 * @from: a position
 * @key: what the key there becomes
 *
 * Returns: the position it stands at afterwards
 */
guint    callboard_application_keys_move   (GArray                        *keys,
                                            guint                          from,
                                            const CallboardApplicationKey *key);

/**
 * callboard_application_keys_merge:
 * @keys: (element-type CallboardApplicationKey): the keys of a stage, in order
 * @stage: the stage's id
 * @moves: (array length=n_moves): moves, in the order they were made
 * @n_moves: how many
 *
 * The last move of an application counts, so moves that @keys already contain are harmless.
 *
 * Returns: (transfer full) (element-type CallboardApplicationKey): the keys after the moves
 */
GArray  *callboard_application_keys_merge  (GArray                        *keys,
                                            gint64                         stage,
                                            const CallboardMove           *moves,
                                            guint                          n_moves);

/**
 * callboard_application_keys_diff:
 * @old: (element-type CallboardApplicationKey): keys before
 * @new_keys: (element-type CallboardApplicationKey): keys after
 * @position: (out): where the difference starts
 * @removed: (out): how many keys of @old it takes
 * @added: (out): how many keys of @new_keys take their place
 *
 * Compares ids, not ranks.
 */
void     callboard_application_keys_diff   (GArray                        *old,
                                            GArray                        *new_keys,
                                            guint                         *position,
                                            guint                         *removed,
                                            guint                         *added);

G_END_DECLS
