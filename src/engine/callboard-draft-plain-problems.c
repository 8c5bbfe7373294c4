/* callboard-draft-plain-problems.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-plain-draft.h"

#include "callboard-merge.h"
#include "callboard-script.h"

void
callboard_plain_problem_free (CallboardPlainProblem *problem)
{
  g_free (problem->part);
  g_free (problem->text);
  g_free (problem);
}

static void
add (GPtrArray  *problems,
     const char *part,
     char       *text)
{
  CallboardPlainProblem *problem = g_new0 (CallboardPlainProblem, 1);

  problem->part = g_strdup (part);
  problem->text = text;
  g_ptr_array_add (problems, problem);
}

static gboolean
is_empty (const char *text)
{
  return text[strspn (text, " \t\r\n")] == '\0';
}

static void
check_text (GPtrArray  *problems,
            const char *part,
            const char *where,
            const char *text)
{
  g_autoptr(GError) error = NULL;

  if (is_empty (text))
    add (problems, part, g_strdup_printf (_("%s is empty."), where));
  else if (!callboard_merge_check (text, &error))
    add (problems, part, g_strdup_printf (_("%s: %s"), where, error->message));
}

static void
check_choices (GPtrArray          *problems,
               CallboardDraftPart *part,
               const char         *where)
{
  GListModel *choices = G_LIST_MODEL (callboard_draft_part_get_choices (part));
  guint n = g_list_model_get_n_items (choices);
  const char *id = callboard_draft_part_get_id (part);

  if (n == 0)
    add (problems, id, g_strdup_printf (_("%s has no choices."), where));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(CallboardDraftChoice) choice = g_list_model_get_item (choices, i);

      if (is_empty (callboard_draft_choice_get_label (choice)))
        add (problems, id, g_strdup_printf (_("Choice %2$u of %1$s has no label."), where, i + 1));
    }
}

static void
check_part (GPtrArray          *problems,
            CallboardDraftPart *part,
            guint              *question,
            guint              *block)
{
  CallboardDraftKind kind = callboard_draft_part_get_kind (part);
  g_autofree char *where = NULL;

  if (kind == CALLBOARD_DRAFT_TEXT)
    where = g_strdup_printf (_("Text %u"), ++*block);
  else
    where = g_strdup_printf (_("Question %u"), ++*question);

  check_text (problems, callboard_draft_part_get_id (part), where, callboard_draft_part_get_text (part));
  if (kind == CALLBOARD_DRAFT_SINGLE_CHOICE)
    check_choices (problems, part, where);
}

static void
check_module (GPtrArray            *problems,
              CallboardDraftModule *module,
              guint                 number,
              guint                *question,
              guint                *block)
{
  GListModel *parts = G_LIST_MODEL (callboard_draft_module_get_parts (module));
  guint n = g_list_model_get_n_items (parts);

  if (n == 0 && callboard_draft_module_get_kept (module, NULL) == NULL)
    add (problems, callboard_draft_module_get_id (module), g_strdup_printf (_("Module %u is empty."), number));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(CallboardDraftPart) part = g_list_model_get_item (parts, i);

      check_part (problems, part, question, block);
    }
}

/* Whatever the list above does not know, the script's own check still says. */
static void
check_script (GPtrArray              *problems,
              CallboardCampaignDraft *draft,
              CallboardStageType      type)
{
  g_autofree char *document = callboard_plain_draft_to_document (draft);
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardScript) script = callboard_script_parse (document, &error);
  g_autofree char *problem = script ? callboard_script_check (script, type, NULL, NULL) : NULL;

  if (script == NULL)
    add (problems, NULL, g_strdup (error->message));
  else if (problem != NULL)
    add (problems, NULL, callboard_problem_describe (problem));
}

GPtrArray *
callboard_draft_list_plain_problems (CallboardCampaignDraft *draft,
                               CallboardStageType      type)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_plain_problem_free);
  g_autofree char *welcome = NULL;
  g_autofree char *conclusion = NULL;
  GListModel *modules;
  guint question = 0, block = 0;
  gboolean concludes;

  g_return_val_if_fail (CALLBOARD_IS_CAMPAIGN_DRAFT (draft), problems);

  g_object_get (draft, "welcome", &welcome, "conclusion", &conclusion, "concludes", &concludes, NULL);
  check_text (problems, "welcome", _("The welcome message"), welcome);

  modules = G_LIST_MODEL (callboard_campaign_draft_get_modules (draft));
  for (guint i = 0; i < g_list_model_get_n_items (modules); i++)
    {
      g_autoptr(CallboardDraftModule) module = g_list_model_get_item (modules, i);

      check_module (problems, module, i + 1, &question, &block);
    }

  if (concludes)
    check_text (problems, "conclusion", _("The conclusion message"), conclusion);
  if (problems->len == 0)
    check_script (problems, draft, type);

  return problems;
}
