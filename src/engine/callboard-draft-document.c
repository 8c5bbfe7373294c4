/* callboard-draft-document.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-draft-document-private.h"

#include <glib/gi18n-lib.h>

#include "callboard-draft-kind.h"
#include "callboard-error.h"
#include "callboard-json.h"

static JsonObject *
parse (const char  *text,
       GError     **error)
{
  g_autoptr(GError) fault = NULL;
  JsonObject *object = callboard_json_parse_object (text, -1, CALLBOARD_DRAFT_MAX_BYTES, &fault);

  if (object == NULL)
    g_set_error (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_INVALID,
                 _("The campaign cannot be read: %s"), fault->message);

  return object;
}

CallboardDraft *
callboard_draft_from_document (const char  *document,
                               GError     **error)
{
  g_autoptr(CallboardDraft) draft = NULL;
  g_autoptr(JsonObject) object = NULL;
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_val_if_fail (document != NULL, NULL);

  object = parse (document, error);
  if (object == NULL || !callboard_draft_check_format (object, _("This is not a Callboard campaign."), error))
    return NULL;

  draft = callboard_draft_new ();
  callboard_draft_begin (draft, NULL);
  if (!callboard_draft_read_node (callboard_draft_get_root (draft), object, "", ids, error))
    return NULL;

  callboard_draft_end (draft);
  callboard_draft_forget (draft);

  return g_steal_pointer (&draft);
}

char *
callboard_draft_to_document (CallboardDraft *draft)
{
  g_autoptr(JsonNode) root = NULL;

  g_return_val_if_fail (CALLBOARD_IS_DRAFT (draft), NULL);

  root = callboard_draft_write_node (callboard_draft_get_root (draft));

  return callboard_json_write (root, TRUE);
}

char *
callboard_draft_node_to_text (CallboardDraftNode *node)
{
  g_autoptr(JsonObject) object = json_object_new ();
  CallboardDraft *draft;
  const char *list;

  g_return_val_if_fail (CALLBOARD_IS_DRAFT_NODE (node), NULL);

  list = callboard_draft_kind_get_list (callboard_draft_node_get_kind (node));
  g_return_val_if_fail (list != NULL, NULL);

  draft = callboard_draft_node_get_draft (node);
  json_object_set_int_member (object, "callboard", CALLBOARD_DRAFT_FORMAT);
  json_object_set_string_member (object, "draft", draft != NULL ? callboard_draft_get_token (draft) : "");
  json_object_set_string_member (object, "list", list);
  json_object_set_member (object, "element", callboard_draft_write_node (node));

  return callboard_json_to_text (object);
}

static void
drop_rules (CallboardDraftNode *question)
{
  GListModel *rules = callboard_draft_node_get_list (question, "rules");

  for (guint i = g_list_model_get_n_items (rules); i > 0; i--)
    {
      g_autoptr(CallboardDraftNode) rule = g_list_model_get_item (rules, i - 1);

      if (!g_str_equal (callboard_draft_node_get_text (rule, "go"), "conclusion"))
        callboard_draft_node_remove (rule);
    }
}

/* The ids in them are those of another draft. */
static void
drop_foreign_rules (CallboardDraftNode *node)
{
  GListModel *questions;

  if (callboard_draft_kind_has_member (callboard_draft_node_get_kind (node), "rules"))
    drop_rules (node);
  if (!g_str_equal (callboard_draft_node_get_kind (node), "questions"))
    return;

  questions = callboard_draft_node_get_list (node, "questions");
  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr(CallboardDraftNode) question = g_list_model_get_item (questions, i);

      drop_foreign_rules (question);
    }
}

CallboardDraftNode *
callboard_draft_node_from_text (CallboardDraft  *draft,
                                const char      *text,
                                GError         **error)
{
  const char *nothing = _("The clipboard holds no part of a Callboard campaign.");
  g_autoptr(CallboardDraftNode) node = NULL;
  g_autoptr(JsonObject) object = NULL;
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *list;

  g_return_val_if_fail (CALLBOARD_IS_DRAFT (draft), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  object = callboard_json_parse_object (text, -1, CALLBOARD_DRAFT_MAX_BYTES, NULL);
  list = callboard_json_get_string (object, "list");
  if (object == NULL || list == NULL || !json_object_has_member (object, "element"))
    {
      g_set_error_literal (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_INVALID, nothing);
      return NULL;
    }

  if (!callboard_draft_check_format (object, nothing, error))
    return NULL;

  node = callboard_draft_read_element (list, json_object_get_member (object, "element"), list, ids, error);
  if (node == NULL)
    return NULL;

  if (g_strcmp0 (callboard_json_get_string (object, "draft"), callboard_draft_get_token (draft)) != 0)
    drop_foreign_rules (node);

  return callboard_draft_copy (draft, node);
}
