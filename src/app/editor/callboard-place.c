/* callboard-place.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-place.h"

static const char *
find_part (const char *member)
{
  if (member == NULL || g_str_has_prefix (member, "welcome") || g_str_equal (member, "modules"))
    return "welcome";
  if (g_str_has_prefix (member, "conclusion"))
    return "conclusion";

  return "settings";
}

CallboardDraftNode *
callboard_place_find (CallboardDraftNode  *node,
                      const char          *member,
                      const char         **part)
{
  CallboardDraftNode *parent;

  g_return_val_if_fail (CALLBOARD_IS_DRAFT_NODE (node), NULL);
  g_return_val_if_fail (part != NULL, NULL);

  *part = NULL;
  if (g_str_equal (callboard_draft_node_get_kind (node), "campaign"))
    {
      *part = find_part (member);
      return node;
    }

  while ((parent = callboard_draft_node_get_parent (node)) != NULL &&
         !g_str_equal (callboard_draft_node_get_kind (parent), "campaign"))
    node = parent;

  return node;
}
