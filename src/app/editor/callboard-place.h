/* callboard-place.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-draft.h"

G_BEGIN_DECLS

/**
 * callboard_place_find:
 * @node: a node of a draft
 * @member: (nullable): one of its members
 * @part: (out): "welcome", "conclusion" or "settings" if the place is of the campaign itself, else %NULL
 *
 * Where in the editor a value is written: each module is a place, and each of these parts of the campaign.
 *
 * Returns: (transfer none): the module, or the campaign; "settings" is everything of the campaign that is nowhere else
 */
CallboardDraftNode *callboard_place_find (CallboardDraftNode  *node,
                                          const char          *member,
                                          const char         **part);

G_END_DECLS
