/* callboard-draft-rules.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-draft.h"
#include "callboard-enums.h"

G_BEGIN_DECLS

/* Which modules a stage type has room for, and where: product.md, section 2. */

/**
 * callboard_draft_list_kinds:
 * @type: a stage type
 *
 * Returns: (transfer none): the kinds of modules its campaigns may have, in the order the palette shows them
 */
const char * const *callboard_draft_list_kinds   (CallboardStageType   type);

/**
 * callboard_draft_may_add:
 * @draft: a draft
 * @type: the type of its stage
 * @kind: the kind of a module
 * @position: where it would stand; past the end means at the end
 * @why: (out) (optional): return location for why not, in the user's words
 *
 * Returns: whether a new module of @kind may be inserted there
 */
gboolean            callboard_draft_may_add      (CallboardDraft      *draft,
                                                  CallboardStageType   type,
                                                  const char          *kind,
                                                  guint                position,
                                                  char               **why);

/**
 * callboard_draft_may_move:
 * @module: a module in a draft
 * @type: the type of its stage
 * @position: where it would stand, counted without it; past the end means at the end
 * @why: (out) (optional): return location for why not, in the user's words
 *
 * Returns: whether the module may be moved there
 */
gboolean            callboard_draft_may_move     (CallboardDraftNode  *module,
                                                  CallboardStageType   type,
                                                  guint                position,
                                                  char               **why);

/**
 * callboard_draft_list_misfits:
 * @draft: a draft
 * @type: the type its stage would get
 *
 * Returns: (transfer full) (element-type CallboardDraftNode): the modules that would have to go
 */
GPtrArray          *callboard_draft_list_misfits (CallboardDraft      *draft,
                                                  CallboardStageType   type);

G_END_DECLS
