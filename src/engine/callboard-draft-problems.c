/* callboard-draft-problems.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-draft-problems.h"

#include <string.h>

#include "callboard-draft-document-private.h"
#include "callboard-enrolment.h"
#include "callboard-script-private.h"

void
callboard_draft_problem_free (CallboardDraftProblem *problem)
{
  g_object_unref (problem->node);
  g_free (problem->member);
  g_free (problem->text);
  g_free (problem);
}

guint
callboard_problem_find_renderings (CallboardDb *db)
{
  CallboardAccount account = { 0 };

  g_return_val_if_fail (db != NULL, 0);

  return callboard_account_load (db, 0, &account, NULL) ? 1u << account.rendering : 0;
}

/* Follows a place such as "modules[1].questions[0]"; as far as it leads. */
static CallboardDraftNode *
find_node (CallboardDraft *draft,
           const char     *place)
{
  g_auto(GStrv) parts = g_strsplit (place, ".", -1);
  CallboardDraftNode *node = callboard_draft_get_root (draft);

  for (guint i = 0; parts[i] != NULL && *parts[i] != '\0'; i++)
    {
      char *bracket = strchr (parts[i], '[');
      g_autoptr(CallboardDraftNode) child = NULL;

      if (bracket == NULL)
        break;

      *bracket = '\0';
      child = g_list_model_get_item (callboard_draft_node_get_list (node, parts[i]),
                                     g_ascii_strtoull (bracket + 1, NULL, 10));
      if (child == NULL)
        break;

      node = child;
    }

  return node;
}

static void
take (GPtrArray      *problems,
      CallboardDraft *draft,
      GPtrArray      *found)
{
  for (guint i = 0; i < found->len; i++)
    {
      CallboardScriptProblem *from = g_ptr_array_index (found, i);
      CallboardDraftProblem *problem = g_new0 (CallboardDraftProblem, 1);

      problem->node = g_object_ref (find_node (draft, from->place));
      problem->member = g_steal_pointer (&from->member);
      problem->severity = from->severity;
      problem->nick = from->nick;
      problem->text = g_steal_pointer (&from->text);
      g_ptr_array_add (problems, problem);
    }
}

static void
take_error (GPtrArray      *problems,
            CallboardDraft *draft,
            const GError   *error)
{
  CallboardDraftProblem *problem = g_new0 (CallboardDraftProblem, 1);

  problem->node = g_object_ref (callboard_draft_get_root (draft));
  problem->severity = CALLBOARD_SEVERITY_ERROR;
  problem->nick = "invalid";
  problem->text = g_strdup (error->message);
  g_ptr_array_add (problems, problem);
}

GPtrArray *
callboard_draft_list_problems (CallboardDraft                *draft,
                               const CallboardProblemContext *context)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_draft_problem_free);
  g_autoptr(CallboardScript) script = NULL;
  g_autoptr(GPtrArray) errors = NULL;
  g_autoptr(GPtrArray) advice = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) document = NULL;

  g_return_val_if_fail (CALLBOARD_IS_DRAFT (draft) && context != NULL, problems);

  /* Without the way through a text, which would take as long as everything else. */
  document = callboard_draft_write_node (callboard_draft_get_root (draft));
  script = callboard_script_read (json_node_get_object (document), TRUE, &error);
  if (script == NULL)
    {
      take_error (problems, draft, error);
      return problems;
    }

  errors = callboard_script_list_problems (script, context->stage_type, context->has_file, context->data);
  advice = callboard_script_list_advice (script, context->renderings);
  take (problems, draft, errors);
  take (problems, draft, advice);

  return problems;
}
