/* callboard-open-draft-check.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-draft-document.h"
#include "callboard-draft-problems.h"
#include "callboard-media.h"
#include "callboard-open-draft-private.h"
#include "callboard-problem.h"

/* How long after the last edit the problems are listed, milliseconds. */
#define CHECK_DELAY 100

static void
set_changed (CallboardOpenDraft *self)
{
  g_autofree char *document = callboard_draft_to_document (self->draft);
  gboolean changed = g_strcmp0 (document, self->published) != 0;

  if (self->changed == changed)
    return;

  self->changed = changed;
  callboard_open_draft_notify (self, PROP_CHANGED);
}

static void
set_can_publish (CallboardOpenDraft *self)
{
  gboolean can_publish = self->changed && self->n_errors == 0;

  if (self->can_publish == can_publish)
    return;

  self->can_publish = can_publish;
  callboard_open_draft_notify (self, PROP_CAN_PUBLISH);
}

static gboolean
are_equal (GListModel *model,
           guint       position,
           gpointer    problem)
{
  g_autoptr(CallboardProblem) old = g_list_model_get_item (model, position);

  return callboard_problem_equal (old, problem);
}

/* Only what differs is exchanged, so that a list somebody reads stays where it is. */
static void
splice (GListStore *store,
        GPtrArray  *problems)
{
  GListModel *model = G_LIST_MODEL (store);
  guint n_old = g_list_model_get_n_items (model);
  guint n_new = problems->len;
  guint head = 0;
  guint tail = 0;

  while (head < MIN (n_old, n_new) && are_equal (model, head, g_ptr_array_index (problems, head)))
    head++;
  while (tail < MIN (n_old, n_new) - head &&
         are_equal (model, n_old - tail - 1, g_ptr_array_index (problems, n_new - tail - 1)))
    tail++;

  if (n_old != n_new || head < n_old)
    g_list_store_splice (store, head, n_old - head - tail, problems->pdata + head, n_new - head - tail);
}

static GPtrArray *
list_problems (CallboardOpenDraft *self)
{
  const CallboardProblemContext context = {
    .stage_type = self->stage_type,
    .has_file = callboard_media_has_file,
    .data = callboard_store_get_reader (self->store),
    .renderings = callboard_problem_find_renderings (callboard_store_get_reader (self->store)),
  };
  g_autoptr(GPtrArray) found = callboard_draft_list_problems (self->draft, &context);
  GPtrArray *problems = g_ptr_array_new_with_free_func (g_object_unref);

  self->n_errors = 0;
  for (guint i = 0; i < found->len; i++)
    {
      const CallboardDraftProblem *problem = g_ptr_array_index (found, i);
      gboolean is_error = problem->severity == CALLBOARD_SEVERITY_ERROR;

      self->n_errors += is_error;
      g_ptr_array_add (problems, callboard_problem_new (problem->node, problem->member, is_error, problem->text));
    }

  return problems;
}

static void
check (CallboardOpenDraft *self,
       gboolean            typing)
{
  g_autoptr(GPtrArray) problems = list_problems (self);

  splice (self->problems, problems);
  if (!typing || !self->changed)
    set_changed (self);
  set_can_publish (self);
}

void
callboard_open_draft_check (CallboardOpenDraft *self)
{
  g_return_if_fail (CALLBOARD_IS_OPEN_DRAFT (self));

  g_clear_handle_id (&self->check_source, g_source_remove);
  check (self, FALSE);
}

static gboolean
check_cb (gpointer user_data)
{
  CallboardOpenDraft *self = user_data;

  self->check_source = 0;
  /* While one types, a draft that differs goes on to differ; once it is saved, it is compared. */
  check (self, self->save_source != 0);

  return G_SOURCE_REMOVE;
}

void
callboard_open_draft_queue_check (CallboardOpenDraft *self)
{
  /* After the frame that shows what was typed. */
  if (self->check_source == 0)
    self->check_source = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, CHECK_DELAY, check_cb, self, NULL);
}
