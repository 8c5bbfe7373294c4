/* callboard-problem.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-problem.h"

struct _CallboardProblem
{
  GObject             parent_instance;

  CallboardDraftNode *node;
  char               *member;
  char               *text;

  guint               is_error : 1;
};

G_DEFINE_FINAL_TYPE (CallboardProblem, callboard_problem, G_TYPE_OBJECT)

static void
callboard_problem_dispose (GObject *object)
{
  CallboardProblem *self = CALLBOARD_PROBLEM (object);

  g_clear_object (&self->node);

  G_OBJECT_CLASS (callboard_problem_parent_class)->dispose (object);
}

static void
callboard_problem_finalize (GObject *object)
{
  CallboardProblem *self = CALLBOARD_PROBLEM (object);

  g_free (self->member);
  g_free (self->text);

  G_OBJECT_CLASS (callboard_problem_parent_class)->finalize (object);
}

static void
callboard_problem_class_init (CallboardProblemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = callboard_problem_dispose;
  object_class->finalize = callboard_problem_finalize;
}

static void
callboard_problem_init (CallboardProblem *self)
{
}

CallboardProblem *
callboard_problem_new (CallboardDraftNode *node,
                       const char         *member,
                       gboolean            is_error,
                       const char         *text)
{
  CallboardProblem *self;

  g_return_val_if_fail (CALLBOARD_IS_DRAFT_NODE (node), NULL);

  self = g_object_new (CALLBOARD_TYPE_PROBLEM, NULL);
  self->node = g_object_ref (node);
  self->member = g_strdup (member);
  self->is_error = is_error;
  self->text = g_strdup (text);

  return self;
}

CallboardDraftNode *
callboard_problem_get_node (CallboardProblem *self)
{
  g_return_val_if_fail (CALLBOARD_IS_PROBLEM (self), NULL);

  return self->node;
}

const char *
callboard_problem_get_member (CallboardProblem *self)
{
  g_return_val_if_fail (CALLBOARD_IS_PROBLEM (self), NULL);

  return self->member;
}

const char *
callboard_problem_get_text (CallboardProblem *self)
{
  g_return_val_if_fail (CALLBOARD_IS_PROBLEM (self), NULL);

  return self->text;
}

gboolean
callboard_problem_is_error (CallboardProblem *self)
{
  g_return_val_if_fail (CALLBOARD_IS_PROBLEM (self), FALSE);

  return self->is_error;
}

gboolean
callboard_problem_equal (CallboardProblem *self,
                         CallboardProblem *other)
{
  g_return_val_if_fail (CALLBOARD_IS_PROBLEM (self), FALSE);
  g_return_val_if_fail (CALLBOARD_IS_PROBLEM (other), FALSE);

  return self->node == other->node && self->is_error == other->is_error &&
         g_strcmp0 (self->member, other->member) == 0 && g_strcmp0 (self->text, other->text) == 0;
}
