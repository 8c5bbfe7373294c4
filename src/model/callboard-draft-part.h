/* callboard-draft-part.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "callboard-draft-choice.h"

G_BEGIN_DECLS

/**
 * CallboardDraftKind:
 * @CALLBOARD_DRAFT_TEXT: a block of a Content module
 * @CALLBOARD_DRAFT_SHORT_ANSWER: a question answered in words
 * @CALLBOARD_DRAFT_SINGLE_CHOICE: a question answered by one of its choices
 * @CALLBOARD_DRAFT_YES_NO: a question with the choices "yes" and "no", which have no labels of their own
 */
typedef enum
{
  CALLBOARD_DRAFT_TEXT,
  CALLBOARD_DRAFT_SHORT_ANSWER,
  CALLBOARD_DRAFT_SINGLE_CHOICE,
  CALLBOARD_DRAFT_YES_NO,
} CallboardDraftKind;

#define CALLBOARD_TYPE_DRAFT_PART (callboard_draft_part_get_type())

/* A block or a question that is being written. Properties: id, text; of a question also help, retry, required,
 * min-length and max-length, where 0 stands for no limit. */
G_DECLARE_FINAL_TYPE (CallboardDraftPart, callboard_draft_part, CALLBOARD, DRAFT_PART, GObject)

/**
 * callboard_draft_part_new:
 * @kind: what it is
 * @id: its id, unique in its campaign
 *
 * Returns: (transfer full): the part, without a text
 */
CallboardDraftPart  *callboard_draft_part_new         (CallboardDraftKind   kind,
                                                       const char          *id);
CallboardDraftKind   callboard_draft_part_get_kind    (CallboardDraftPart  *self);
const char          *callboard_draft_part_get_id      (CallboardDraftPart  *self);
const char          *callboard_draft_part_get_text    (CallboardDraftPart  *self);

/**
 * callboard_draft_part_get_choices:
 * @self: a part
 *
 * Returns: (transfer none) (element-type CallboardDraftChoice): the choices, empty where there is nothing to choose
 */
GListStore          *callboard_draft_part_get_choices (CallboardDraftPart  *self);

/**
 * callboard_draft_part_get_words:
 * @self: a part
 *
 * Returns: (transfer none) (nullable): answers that are flagged and belong to no choice; kept for whoever wrote them
 */
const char * const  *callboard_draft_part_get_words   (CallboardDraftPart  *self);
void                 callboard_draft_part_set_words   (CallboardDraftPart  *self,
                                                       const char * const  *words);

/**
 * callboard_draft_part_add_choice:
 * @self: a question with choices
 * @label: what candidates read
 *
 * Adds a choice with an id that none of its choices has.
 */
void                 callboard_draft_part_add_choice  (CallboardDraftPart  *self,
                                                       const char          *label);

G_END_DECLS
