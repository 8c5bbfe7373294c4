/* bench-campaign.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bench-campaign.h"

#include "callboard-draft-kind.h"

#define N_MODULES 60
#define N_PARTS   10

#define WORDS "Hi {{candidate.first_name|there}}, this is about {{job.title}} at {{company.name|our company}}, number %u of %u."

static CallboardDraftNode *
add (CallboardDraft     *draft,
     CallboardDraftNode *parent,
     const char         *kind)
{
  g_autoptr(CallboardDraftNode) node = callboard_draft_create (draft, kind);
  const char *list = callboard_draft_kind_find_list (callboard_draft_node_get_kind (parent), kind);

  callboard_draft_node_insert (parent, list, G_MAXUINT, node);

  return node;
}

static void
clear (CallboardDraftNode *module,
       const char         *list)
{
  g_autoptr(CallboardDraftNode) only = g_list_model_get_item (callboard_draft_node_get_list (module, list), 0);

  callboard_draft_node_remove (only);
}

static void
fill_choices (CallboardDraft     *draft,
              CallboardDraftNode *question)
{
  GListModel *choices = callboard_draft_node_get_list (question, "choices");

  add (draft, question, "choice");
  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr(CallboardDraftNode) choice = g_list_model_get_item (choices, i);
      g_autofree char *label = g_strdup_printf ("Shift %u", i + 1);

      callboard_draft_node_set_text (choice, "label", label);
    }
}

static void
add_part (CallboardDraft     *draft,
          CallboardDraftNode *module,
          guint               number)
{
  static const char * const questions[] = {
    "short_answer", "long_answer", "single_choice", "multiple_choice", "yes_no", "true_false", "number", "date", "email",
    "rating",
  };
  const char *kind = callboard_draft_node_get_kind (module);
  g_autofree char *text = g_strdup_printf (WORDS, number, N_PARTS);
  CallboardDraftNode *part;

  if (g_str_equal (kind, "content"))
    part = add (draft, module, "text");
  else if (g_str_equal (kind, "questions"))
    part = add (draft, module, questions[number % G_N_ELEMENTS (questions)]);
  else
    part = add (draft, module, g_str_equal (kind, "collect") ? "request" : "prompt");

  callboard_draft_node_set_text (part, "text", text);
  if (callboard_draft_kind_has_member (callboard_draft_node_get_kind (part), "choices"))
    fill_choices (draft, part);
  if (callboard_draft_kind_has_member (callboard_draft_node_get_kind (part), "hint"))
    callboard_draft_node_set_text (part, "hint", "A photograph will do.");
}

static void
add_module (CallboardDraft *draft,
            guint           position)
{
  static const struct {
    const char *kind;
    const char *list;
  } modules[] = {
    { "questions", "questions" }, { "content", "blocks" }, { "questions", "questions" }, { "collect", "requests" },
    { "questions", "questions" }, { "video_interview", "prompts" },
  };
  guint which = position % G_N_ELEMENTS (modules);
  CallboardDraftNode *module = add (draft, callboard_draft_get_root (draft), modules[which].kind);

  clear (module, modules[which].list);
  for (guint i = 0; i < N_PARTS; i++)
    add_part (draft, module, i);
}

/* Each "no" skips the module that follows. */
static void
add_rules (CallboardDraft *draft)
{
  GListModel *modules = callboard_draft_node_get_list (callboard_draft_get_root (draft), "modules");

  for (guint i = 0; i + 2 < g_list_model_get_n_items (modules); i += 2)
    {
      g_autoptr(CallboardDraftNode) module = g_list_model_get_item (modules, i);
      g_autoptr(CallboardDraftNode) target = g_list_model_get_item (modules, i + 2);
      g_autoptr(CallboardDraftNode) question = g_list_model_get_item (callboard_draft_node_get_list (module, "questions"), 4);
      CallboardDraftNode *rule = add (draft, question, "rule");

      callboard_draft_node_set_text (rule, "when", "no");
      callboard_draft_node_set_text (rule, "go", callboard_draft_node_get_id (target));
    }
}

CallboardDraft *
bench_campaign_new (void)
{
  CallboardDraft *draft = callboard_draft_new ();
  CallboardDraftNode *root = callboard_draft_get_root (draft);

  callboard_draft_node_set_text (root, "language", "en");
  callboard_draft_node_set_text (root, "welcome.text", "Hi {{candidate.first_name|there}}, shall we begin?");
  callboard_draft_node_set_text (root, "conclusion.text", "Thank you, that is everything.");
  callboard_draft_node_set_boolean (root, "settings.progress", TRUE);
  for (guint i = 0; i < N_MODULES; i++)
    add_module (draft, i);

  add_rules (draft);
  callboard_draft_forget (draft);

  return draft;
}
