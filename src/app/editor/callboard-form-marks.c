/* callboard-form-marks.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-form-marks.h"

#include "callboard-problem.h"

struct _CallboardFormMarks
{
  GHashTable *by_node;
  GHashTable *counts;
  GHashTable *taken;
};

static void
count (CallboardFormMarks *self,
       CallboardProblem   *problem)
{
  gboolean is_error = callboard_problem_is_error (problem);

  for (CallboardDraftNode *node = callboard_problem_get_node (problem); node != NULL;
       node = callboard_draft_node_get_parent (node))
    {
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, node));

      /* The lowest bit says whether one of them is an error. */
      g_hash_table_insert (self->counts, node, GUINT_TO_POINTER ((number + 2) | (is_error ? 1 : 0)));
    }
}

static void
add (CallboardFormMarks *self,
     CallboardProblem   *problem)
{
  CallboardDraftNode *node = callboard_problem_get_node (problem);
  GPtrArray *list = g_hash_table_lookup (self->by_node, node);

  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (self->by_node, node, list);
    }

  g_ptr_array_add (list, g_object_ref (problem));
  count (self, problem);
}

CallboardFormMarks *
callboard_form_marks_new (GListModel *problems)
{
  CallboardFormMarks *self = g_new0 (CallboardFormMarks, 1);
  guint n_problems = problems != NULL ? g_list_model_get_n_items (problems) : 0;

  self->by_node = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->counts = g_hash_table_new (NULL, NULL);
  self->taken = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < n_problems; i++)
    {
      g_autoptr(CallboardProblem) problem = g_list_model_get_item (problems, i);

      add (self, problem);
    }

  return self;
}

void
callboard_form_marks_free (CallboardFormMarks *self)
{
  g_hash_table_unref (self->by_node);
  g_hash_table_unref (self->counts);
  g_hash_table_unref (self->taken);
  g_free (self);
}

static gboolean
fits (CallboardFormMarks *self,
      CallboardProblem   *problem,
      const char         *member)
{
  if (member == NULL)
    return !g_hash_table_contains (self->taken, problem);

  return g_strcmp0 (callboard_problem_get_member (problem), member) == 0;
}

const char *
callboard_form_marks_take (CallboardFormMarks *self,
                           CallboardDraftNode *node,
                           const char         *member,
                           gboolean           *is_error)
{
  GPtrArray *list = g_hash_table_lookup (self->by_node, node);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      CallboardProblem *problem = g_ptr_array_index (list, i);

      if (!fits (self, problem, member))
        continue;

      g_hash_table_add (self->taken, problem);
      *is_error = callboard_problem_is_error (problem);

      return callboard_problem_get_text (problem);
    }

  return NULL;
}

guint
callboard_form_marks_count (CallboardFormMarks *self,
                            CallboardDraftNode *node,
                            gboolean           *is_error)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, node));

  *is_error = (number & 1) != 0;

  return number / 2;
}
