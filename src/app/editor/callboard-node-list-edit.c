/* callboard-node-list-edit.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-draft.h"
#include "callboard-flags.h"
#include "callboard-node-list-private.h"
#include "callboard-node-words.h"

static CallboardDraft *
get_draft (CallboardNodeList *self)
{
  return callboard_draft_node_get_draft (callboard_field_get_node (CALLBOARD_FIELD (self)));
}

static void
insert (CallboardNodeList  *self,
        guint               position,
        CallboardDraftNode *node,
        const char         *label)
{
  CallboardField *field = CALLBOARD_FIELD (self);

  callboard_draft_begin (get_draft (self), label);
  callboard_draft_node_insert (callboard_field_get_node (field), callboard_field_get_member (field), position, node);
  callboard_draft_end (get_draft (self));
  callboard_node_list_focus_row (self, position);
}

static const char *
get_next_day (const char *day)
{
  static const char * const days[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      if (g_str_equal (days[i], day))
        return days[(i + 1) % G_N_ELEMENTS (days)];
    }

  return days[0];
}

static void
go_on_next_day (CallboardDraftNode *session,
                const char         *starts)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *full = g_strconcat (starts, ":00", NULL);
  g_autoptr(GDateTime) day = g_date_time_new_from_iso8601 (full, utc);
  g_autoptr(GDateTime) next = day != NULL ? g_date_time_add_days (day, 1) : NULL;
  g_autofree char *text = next != NULL ? g_date_time_format (next, "%Y-%m-%dT%H:%M") : NULL;

  if (text != NULL)
    callboard_draft_node_set_text (session, "starts", text);
}

/* What stands in lists of times goes on from the one before. */
static void
go_on_from (CallboardDraftNode *node,
            CallboardDraftNode *last)
{
  const char *kind = callboard_draft_node_get_kind (node);

  if (g_str_equal (kind, "hours"))
    {
      callboard_draft_node_set_text (node, "day", get_next_day (callboard_draft_node_get_text (last, "day")));
      callboard_draft_node_set (node, "from", callboard_draft_node_get (last, "from"));
      callboard_draft_node_set (node, "to", callboard_draft_node_get (last, "to"));
    }
  else if (g_str_equal (kind, "session"))
    {
      go_on_next_day (node, callboard_draft_node_get_text (last, "starts"));
    }
  else if (g_str_equal (kind, "range"))
    {
      callboard_draft_node_set (node, "from", callboard_draft_node_get (last, "to"));
      callboard_draft_node_set (node, "to", NULL);
    }
}

void
callboard_node_list_add (CallboardNodeList *self,
                         const char        *kind)
{
  g_autoptr(CallboardDraftNode) node = NULL;
  g_autoptr(CallboardDraftNode) last = NULL;
  guint n;

  g_return_if_fail (CALLBOARD_IS_NODE_LIST (self));

  n = g_list_model_get_n_items (self->model);
  if (n >= self->most)
    return;

  node = callboard_draft_create (get_draft (self), kind);
  last = n > 0 ? g_list_model_get_item (self->model, n - 1) : NULL;
  if (last != NULL)
    go_on_from (node, last);
  insert (self, n, node, callboard_node_words_get_add (kind));
}

void
callboard_node_list_duplicate (CallboardNodeList  *self,
                               CallboardDraftNode *node)
{
  g_autoptr(CallboardDraftNode) copy = NULL;

  g_return_if_fail (CALLBOARD_IS_NODE_LIST (self));

  if (g_list_model_get_n_items (self->model) >= self->most)
    return;

  copy = callboard_draft_copy (get_draft (self), node);
  insert (self, callboard_draft_node_get_position (node) + 1, copy, _("Duplicate"));
}

void
callboard_node_list_move (CallboardNodeList  *self,
                          CallboardDraftNode *node,
                          int                 by)
{
  CallboardField *field = CALLBOARD_FIELD (self);
  int position;

  g_return_if_fail (CALLBOARD_IS_NODE_LIST (self));

  position = (int) callboard_draft_node_get_position (node) + by;
  if (position < 0 || (guint) position >= g_list_model_get_n_items (self->model))
    return;

  /* A row that went and came would lose the focus. */
  self->moving = TRUE;
  callboard_draft_begin (get_draft (self), callboard_node_words_get_move (callboard_draft_node_get_kind (node)));
  callboard_draft_node_move (node, callboard_field_get_node (field), callboard_field_get_member (field), position);
  callboard_draft_end (get_draft (self));
  self->moving = FALSE;
  callboard_node_list_match (self);
}

/* Neither a flag nor a rule can be about an answer that nobody can give any more. */
static void
forget_answer (CallboardDraftNode *question,
               const char         *answer)
{
  GListModel *rules = callboard_draft_node_get_list (question, "rules");

  callboard_flags_set (question, answer, FALSE);
  for (guint i = g_list_model_get_n_items (rules); i > 0; i--)
    {
      g_autoptr(CallboardDraftNode) rule = g_list_model_get_item (rules, i - 1);

      if (g_strcmp0 (callboard_draft_node_get_text (rule, "when"), answer) == 0)
        callboard_draft_node_remove (rule);
    }
}

static gboolean
is_flagged_or_ruled (CallboardDraftNode *node)
{
  CallboardDraftNode *parent = callboard_draft_node_get_parent (node);

  return g_str_equal (callboard_draft_node_get_kind (node), "choice") && parent != NULL &&
         callboard_draft_node_get_id (node) != NULL;
}

void
callboard_node_list_remove (CallboardNodeList  *self,
                            CallboardDraftNode *node)
{
  g_autoptr(CallboardDraftNode) kept = NULL;
  guint position, n;

  g_return_if_fail (CALLBOARD_IS_NODE_LIST (self));

  kept = g_object_ref (node);
  position = callboard_draft_node_get_position (node);
  callboard_draft_begin (get_draft (self), callboard_node_words_get_delete (callboard_draft_node_get_kind (node)));
  if (is_flagged_or_ruled (node))
    forget_answer (callboard_draft_node_get_parent (node), callboard_draft_node_get_id (node));
  callboard_draft_node_remove (node);
  callboard_draft_end (get_draft (self));

  n = g_list_model_get_n_items (self->model);
  if (n > 0)
    callboard_node_list_focus_row (self, MIN (position, n - 1));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

void
callboard_node_list_go_on (CallboardNodeList  *self,
                           CallboardDraftNode *node)
{
  guint next;

  g_return_if_fail (CALLBOARD_IS_NODE_LIST (self));

  next = callboard_draft_node_get_position (node) + 1;
  if (next < g_list_model_get_n_items (self->model))
    callboard_node_list_focus_row (self, next);
  else if (*callboard_draft_node_get_text (node, "label") != '\0')
    callboard_node_list_add (self, callboard_draft_node_get_kind (node));
}
