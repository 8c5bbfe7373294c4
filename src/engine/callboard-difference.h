/* callboard-difference.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What somebody changed in a campaign, for people to read. Pure: any text may be given, and what cannot be read is empty. */

/**
 * CallboardDifferenceKind:
 * @CALLBOARD_DIFFERENCE_ADDED: it is new: after
 * @CALLBOARD_DIFFERENCE_REMOVED: it is gone: before
 * @CALLBOARD_DIFFERENCE_MOVED: it stands elsewhere: after says where
 * @CALLBOARD_DIFFERENCE_CHANGED: something about it says something else: label, before, after
 */
typedef enum
{
  CALLBOARD_DIFFERENCE_ADDED,
  CALLBOARD_DIFFERENCE_REMOVED,
  CALLBOARD_DIFFERENCE_MOVED,
  CALLBOARD_DIFFERENCE_CHANGED,
} CallboardDifferenceKind;

/**
 * CallboardDifferenceLine:
 * @kind: what happened
 * @inside: whether it is part of a module, not a module itself
 * @place: what it is about: "Question 2, “Do you have …”"
 * @label: (nullable): which member: "Text"
 * @before: (nullable): what it said
 * @after: (nullable): what it says
 */
typedef struct
{
  CallboardDifferenceKind  kind;
  gboolean                 inside;
  char                    *place;
  const char              *label;
  char                    *before;
  char                    *after;
} CallboardDifferenceLine;

/**
 * CallboardDifferenceMark:
 * @start: the first byte
 * @end: the first byte behind it
 *
 * A part of a text.
 */
typedef struct
{
  guint start;
  guint end;
} CallboardDifferenceMark;

/**
 * callboard_difference_new:
 * @before: (nullable): a campaign document; %NULL if there was none
 * @after: a campaign document
 *
 * Modules, blocks, questions, prompts and requests are the same if they have the same id.
 *
 * Returns: (transfer full) (element-type CallboardDifferenceLine): what is different, in the order of the campaign; what is
 *   gone stands where it stood
 */
GPtrArray *callboard_difference_new       (const char                     *before,
                                           const char                     *after);

/**
 * callboard_difference_summarize:
 * @lines: (element-type CallboardDifferenceLine): what is different
 *
 * Returns: (transfer full): the same in one line, "Question 2, “Do you have …”: Text, and 3 more changes"
 */
char      *callboard_difference_summarize (GPtrArray                      *lines);

/**
 * callboard_difference_describe:
 * @line: a line
 *
 * Returns: (transfer full): what happened to what, without the texts before and after: "Question 2, “Do you have …”: Text"
 */
char      *callboard_difference_describe  (const CallboardDifferenceLine  *line);

/**
 * callboard_difference_mark:
 * @before: a text
 * @after: another one
 * @gone: (out) (transfer full) (element-type CallboardDifferenceMark): the words only @before has
 * @added: (out) (transfer full) (element-type CallboardDifferenceMark): the words only @after has
 */
void       callboard_difference_mark      (const char                     *before,
                                           const char                     *after,
                                           GArray                        **gone,
                                           GArray                        **added);

G_END_DECLS
