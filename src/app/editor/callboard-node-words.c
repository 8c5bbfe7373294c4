/* callboard-node-words.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-node-words.h"

#include <glib/gi18n.h>

#include "callboard-merge-field.h"

/* More never fits into a line. */
#define MAX_SUMMARY 120

typedef struct
{
  const char *kind;
  const char *name;
  const char *add;
  const char *remove;
  const char *move;
} Words;

#define BLOCK    N_("Add Block"), N_("Delete Block"), N_("Move Block")
#define MODULE   N_("Add Module"), N_("Delete Module"), N_("Move Module")
#define QUESTION N_("Add Question"), N_("Delete Question"), N_("Move Question")

static const Words all[] = {
  { "content", N_("Content"), MODULE },
  { "questions", N_("Questions"), MODULE },
  { "video_interview", N_("Video interview"), MODULE },
  { "collect", N_("Collect"), MODULE },
  { "schedule", N_("Schedule"), MODULE },
  { "text", N_("Text"), BLOCK },
  { "image", N_("Image"), BLOCK },
  { "video", N_("Video"), BLOCK },
  { "document", N_("Document"), BLOCK },
  { "short_answer", N_("Short answer"), QUESTION },
  { "long_answer", N_("Long answer"), QUESTION },
  { "single_choice", N_("Single choice"), QUESTION },
  { "multiple_choice", N_("Multiple choice"), QUESTION },
  { "yes_no", N_("Yes or no"), QUESTION },
  { "true_false", N_("True or false"), QUESTION },
  { "number", N_("Number"), QUESTION },
  { "date", N_("Date"), QUESTION },
  { "email", N_("Email address"), QUESTION },
  { "rating", N_("Rating"), QUESTION },
  { "prompt", N_("Prompt"), N_("Add Prompt"), N_("Delete Prompt"), N_("Move Prompt") },
  { "request", N_("File"), N_("Add Request"), N_("Delete Request"), N_("Move Request") },
  { "choice", N_("Choice"), N_("Add Choice"), N_("Delete Choice"), N_("Move Choice") },
  { "rule", N_("Rule"), N_("Add Rule"), N_("Delete Rule"), N_("Move Rule") },
  { "range", N_("Range"), N_("Add Range"), N_("Delete Range"), N_("Move Range") },
  { "hours", N_("Hours"), N_("Add Hours"), N_("Delete Hours"), N_("Move Hours") },
  { "session", N_("Session"), N_("Add Session"), N_("Delete Session"), N_("Move Session") },
};

static const Words *
find (const char *kind)
{
  static const Words unknown = { "", "", N_("Add"), N_("Delete"), N_("Move") };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      if (g_strcmp0 (kind, all[i].kind) == 0)
        return &all[i];
    }

  return &unknown;
}

const char *
callboard_node_words_get_kind (const char *kind)
{
  const Words *words = find (kind);

  return *words->name != '\0' ? _(words->name) : kind;
}

const char *
callboard_node_words_get_add (const char *kind)
{
  return _(find (kind)->add);
}

const char *
callboard_node_words_get_delete (const char *kind)
{
  return _(find (kind)->remove);
}

const char *
callboard_node_words_get_move (const char *kind)
{
  return _(find (kind)->move);
}

static const char *
find_text (CallboardDraftNode *node)
{
  static const char * const lists[] = { "blocks", "questions", "prompts", "requests" };
  static const char * const members[] = { "text", "label", "file.name" };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const char *text = callboard_draft_node_get_text (node, members[i]);

      if (*text != '\0')
        return text;
    }

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      GListModel *list = g_str_has_prefix (callboard_draft_node_get_kind (node), "c") || i > 0
        ? callboard_draft_node_get_list (node, lists[i])
        : NULL;
      g_autoptr(CallboardDraftNode) first = list != NULL ? g_list_model_get_item (list, 0) : NULL;

      if (first != NULL)
        return find_text (first);
    }

  return "";
}

char *
callboard_node_words_summarise (CallboardDraftNode *node)
{
  g_return_val_if_fail (CALLBOARD_IS_DRAFT_NODE (node), NULL);

  return callboard_merge_field_summarise (find_text (node), MAX_SUMMARY);
}
