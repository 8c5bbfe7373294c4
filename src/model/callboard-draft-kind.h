/* callboard-draft-kind.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What nodes of a draft there are and what each may hold, as docs/campaign.schema.json says. A kind is the "type" of a
 * module, block or question; else "campaign", "choice", "rule", "prompt", "request", "hours", "session" or "range". */

/**
 * callboard_draft_kind_list_members:
 * @kind: a kind
 *
 * Members of nested objects are named with dots, "welcome.text"; the objects themselves are named too, before them, for
 * those that are empty. Lists are among the members.
 *
 * Returns: (transfer none) (nullable): all members, in the order they are written; %NULL for an unknown kind
 */
const char * const *callboard_draft_kind_list_members  (const char *kind);

/**
 * callboard_draft_kind_has_member:
 * @kind: a kind
 * @member: a name
 *
 * Returns: whether nodes of @kind may have a value or list of that name
 */
gboolean            callboard_draft_kind_has_member    (const char *kind,
                                                        const char *member);

/**
 * callboard_draft_kind_is_list:
 * @kind: a kind
 * @member: one of its members
 *
 * Returns: whether it is a list of nodes, not a value
 */
gboolean            callboard_draft_kind_is_list       (const char *kind,
                                                        const char *member);

/**
 * callboard_draft_kind_find_list:
 * @kind: a kind
 * @child: another kind
 *
 * Returns: (transfer none) (nullable): the list of a @kind in which a @child may stand: "blocks" for a "content" and an
 *   "image"
 */
const char         *callboard_draft_kind_find_list     (const char *kind,
                                                        const char *child);

/**
 * callboard_draft_kind_get_list:
 * @kind: (nullable): a kind
 *
 * Returns: (transfer none) (nullable): the name of the lists in which it stands; %NULL for a campaign and what is unknown
 */
const char         *callboard_draft_kind_get_list      (const char *kind);

/**
 * callboard_draft_kind_get_id_prefix:
 * @kind: a kind
 *
 * Returns: what new ids of @kind begin with, or 0 for one without ids
 */
char                callboard_draft_kind_get_id_prefix (const char *kind);

/**
 * callboard_draft_kind_is_typed:
 * @kind: a kind
 *
 * Returns: whether the kind is written as the member "type"
 */
gboolean            callboard_draft_kind_is_typed      (const char *kind);

/**
 * callboard_draft_list_get_kind:
 * @list: the name of a list
 *
 * Returns: (transfer none) (nullable): the kind of all that stands in it, or %NULL if its elements have types
 */
const char         *callboard_draft_list_get_kind      (const char *list);

/**
 * callboard_draft_list_is_required:
 * @list: the name of a list
 *
 * Returns: whether documents have it even if it is empty
 */
gboolean            callboard_draft_list_is_required   (const char *list);

G_END_DECLS
