/* callboard-open-draft-check.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-draft-document.h"
#include "callboard-draft-kind.h"
#include "callboard-media.h"
#include "callboard-open-draft-private.h"
#include "callboard-problem.h"
#include "callboard-script-problem.h"

/* How long after the last edit the problems are listed, milliseconds. */
#define CHECK_DELAY 100

/* A campaign may leave through any account that is added later. */
#define RENDERINGS (1u << CALLBOARD_RENDERING_WHATSAPP | 1u << CALLBOARD_RENDERING_SMS)

static void
set_changed (CallboardOpenDraft *self,
             const char         *document)
{
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

/* Reads "questions[2]" and goes there. What is no list of nodes belongs to the node it is in. */
static CallboardDraftNode *
descend (CallboardDraftNode *node,
         const char         *segment)
{
  const char *bracket = strchr (segment, '[');
  g_autofree char *list = NULL;
  g_autoptr(CallboardDraftNode) child = NULL;

  if (bracket == NULL)
    return NULL;

  list = g_strndup (segment, bracket - segment);
  if (!callboard_draft_kind_is_list (callboard_draft_node_get_kind (node), list))
    return NULL;

  child = g_list_model_get_item (callboard_draft_node_get_list (node, list), g_ascii_strtoull (bracket + 1, NULL, 10));

  return child;
}

static CallboardDraftNode *
find_node (CallboardOpenDraft *self,
           const char         *place)
{
  g_auto(GStrv) segments = g_strsplit (place, ".", -1);
  CallboardDraftNode *node = callboard_draft_get_root (self->draft);

  for (guint i = 0; segments[i] != NULL; i++)
    {
      CallboardDraftNode *child = descend (node, segments[i]);

      if (child == NULL)
        break;
      node = child;
    }

  return node;
}

static void
add_problems (CallboardOpenDraft *self,
              GPtrArray          *problems,
              GPtrArray          *found)
{
  for (guint i = 0; i < found->len; i++)
    {
      const CallboardScriptProblem *problem = g_ptr_array_index (found, i);

      g_ptr_array_add (problems, callboard_problem_new (find_node (self, problem->place), problem->member,
                                                        problem->severity == CALLBOARD_SEVERITY_ERROR, problem->text));
    }
}

static GPtrArray *
list_problems (CallboardOpenDraft *self,
               const char         *document)
{
  g_autoptr(CallboardScript) script = callboard_script_parse_draft (document, NULL);
  GPtrArray *problems = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) errors = NULL;
  g_autoptr(GPtrArray) advice = NULL;

  if (script == NULL)
    return problems;

  errors = callboard_script_list_problems (script, self->stage_type, callboard_media_has_file,
                                           callboard_store_get_reader (self->store));
  advice = callboard_script_list_advice (script, RENDERINGS);
  add_problems (self, problems, errors);
  self->n_errors = problems->len;
  add_problems (self, problems, advice);

  return problems;
}

void
callboard_open_draft_check (CallboardOpenDraft *self)
{
  g_autofree char *document = NULL;
  g_autoptr(GPtrArray) problems = NULL;

  g_return_if_fail (CALLBOARD_IS_OPEN_DRAFT (self));

  g_clear_handle_id (&self->check_source, g_source_remove);
  document = callboard_draft_to_document (self->draft);
  problems = list_problems (self, document);
  splice (self->problems, problems);
  set_changed (self, document);
  set_can_publish (self);
}

static gboolean
check_cb (gpointer user_data)
{
  CallboardOpenDraft *self = user_data;

  self->check_source = 0;
  callboard_open_draft_check (self);

  return G_SOURCE_REMOVE;
}

void
callboard_open_draft_queue_check (CallboardOpenDraft *self)
{
  if (self->check_source == 0)
    self->check_source = g_timeout_add (CHECK_DELAY, check_cb, self);
}
