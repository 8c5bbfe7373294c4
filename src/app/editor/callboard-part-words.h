/* callboard-part-words.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-draft.h"

G_BEGIN_DECLS

/* What the parts of a campaign are called and look like. A part is the kind of a module, or "welcome", "conclusion" or
 * "settings" of the campaign itself. */

const char *callboard_part_get_title (const char         *part);
const char *callboard_part_get_icon  (const char         *part);

/**
 * callboard_part_summarise:
 * @node: a module, or the campaign
 * @part: (nullable): which part of the campaign
 *
 * Returns: (transfer full): the first words of what it says, on one line; "" if it says nothing
 */
char       *callboard_part_summarise (CallboardDraftNode *node,
                                      const char         *part);

/**
 * callboard_part_count:
 * @node: a module
 *
 * Returns: (transfer full) (nullable): how much is in it: "3 questions"; %NULL if that says nothing
 */
char       *callboard_part_count     (CallboardDraftNode *node);

G_END_DECLS
