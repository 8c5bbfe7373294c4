/* callboard-part-words.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-part-words.h"

#include <glib/gi18n.h>

#include "callboard-merge-field.h"

#define MAX_WORDS 80

static const struct
{
  const char *part;
  const char *title;
  const char *icon;
  const char *list;
  const char *member;
} parts[] = {
  { "welcome", N_("Welcome"), "emoji-objects-symbolic", NULL, "welcome.text" },
  { "conclusion", N_("Conclusion"), "object-select-symbolic", NULL, "conclusion.text" },
  { "settings", N_("Settings"), "emblem-system-symbolic", NULL, NULL },
  { "content", N_("Content"), "format-text-plaintext-symbolic", "blocks", "text" },
  { "questions", N_("Questions"), "dialog-question-symbolic", "questions", "text" },
  { "video_interview", N_("Video Interview"), "camera-video-symbolic", "prompts", "text" },
  { "collect", N_("Collect"), "mail-attachment-symbolic", "requests", "text" },
  { "schedule", N_("Schedule"), "x-office-calendar-symbolic", NULL, "text" },
};

static guint
find (const char *part)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (g_str_equal (parts[i].part, part))
        return i;
    }

  return G_N_ELEMENTS (parts);
}

const char *
callboard_part_get_title (const char *part)
{
  guint i;

  g_return_val_if_fail (part != NULL, NULL);

  i = find (part);

  return i < G_N_ELEMENTS (parts) ? _(parts[i].title) : part;
}

const char *
callboard_part_get_icon (const char *part)
{
  guint i;

  g_return_val_if_fail (part != NULL, NULL);

  i = find (part);

  return i < G_N_ELEMENTS (parts) ? parts[i].icon : "dialog-question-symbolic";
}

static const char *
find_words (GListModel *list,
            const char *member)
{
  guint n = g_list_model_get_n_items (list);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(CallboardDraftNode) node = g_list_model_get_item (list, i);
      const char *text = callboard_draft_node_get_text (node, member);

      if (*text != '\0')
        return text;
    }

  return "";
}

char *
callboard_part_summarise (CallboardDraftNode *node,
                          const char         *part)
{
  guint i;

  g_return_val_if_fail (CALLBOARD_IS_DRAFT_NODE (node), NULL);

  i = find (part != NULL ? part : callboard_draft_node_get_kind (node));
  if (i == G_N_ELEMENTS (parts) || parts[i].member == NULL)
    return g_strdup ("");

  if (parts[i].list == NULL)
    return callboard_merge_field_summarise (callboard_draft_node_get_text (node, parts[i].member), MAX_WORDS);

  return callboard_merge_field_summarise (find_words (callboard_draft_node_get_list (node, parts[i].list), parts[i].member), MAX_WORDS);
}

char *
callboard_part_count (CallboardDraftNode *node)
{
  guint i, n;

  g_return_val_if_fail (CALLBOARD_IS_DRAFT_NODE (node), NULL);

  i = find (callboard_draft_node_get_kind (node));
  if (i == G_N_ELEMENTS (parts) || parts[i].list == NULL)
    return NULL;

  n = g_list_model_get_n_items (callboard_draft_node_get_list (node, parts[i].list));
  if (g_str_equal (parts[i].list, "blocks"))
    return g_strdup_printf (ngettext ("%u message", "%u messages", n), n);
  if (g_str_equal (parts[i].list, "questions"))
    return g_strdup_printf (ngettext ("%u question", "%u questions", n), n);
  if (g_str_equal (parts[i].list, "prompts"))
    return g_strdup_printf (ngettext ("%u prompt", "%u prompts", n), n);

  return g_strdup_printf (ngettext ("%u file", "%u files", n), n);
}
