/* callboard-plain-draft-write.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-plain-draft.h"

#include "callboard-json.h"

static void
write_member (JsonBuilder *json,
              const char  *name,
              const char  *text)
{
  json_builder_set_member_name (json, name);
  json_builder_add_string_value (json, text);
}

/* Members that are empty or have their usual value are left out. */
static void
write_text (JsonBuilder *json,
            const char  *name,
            gpointer     source,
            const char  *property)
{
  g_autofree char *text = NULL;

  g_object_get (source, property, &text, NULL);
  if (text != NULL && *text != '\0')
    write_member (json, name, text);
}

static void
write_uint (JsonBuilder *json,
            const char  *name,
            gpointer     source,
            const char  *property)
{
  guint number;

  g_object_get (source, property, &number, NULL);
  if (number == 0)
    return;

  json_builder_set_member_name (json, name);
  json_builder_add_int_value (json, number);
}

static void
write_boolean (JsonBuilder *json,
               const char  *name,
               gpointer     source,
               const char  *property)
{
  gboolean value;

  g_object_get (source, property, &value, NULL);
  json_builder_set_member_name (json, name);
  json_builder_add_boolean_value (json, value);
}

static void
write_choices (JsonBuilder *json,
               GListModel  *choices)
{
  json_builder_set_member_name (json, "choices");
  json_builder_begin_array (json);

  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr(CallboardDraftChoice) choice = g_list_model_get_item (choices, i);

      json_builder_begin_object (json);
      write_member (json, "id", callboard_draft_choice_get_id (choice));
      write_member (json, "label", callboard_draft_choice_get_label (choice));
      json_builder_end_object (json);
    }

  json_builder_end_array (json);
}

static void
write_flags (JsonBuilder        *json,
             CallboardDraftPart *part)
{
  GListModel *choices = G_LIST_MODEL (callboard_draft_part_get_choices (part));
  const char * const *words = callboard_draft_part_get_words (part);
  g_autoptr(GPtrArray) flags = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr(CallboardDraftChoice) choice = g_list_model_get_item (choices, i);

      if (callboard_draft_choice_get_flagged (choice))
        g_ptr_array_add (flags, g_strdup (callboard_draft_choice_get_id (choice)));
    }
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    g_ptr_array_add (flags, g_strdup (words[i]));

  if (flags->len == 0)
    return;

  json_builder_set_member_name (json, "flag_when");
  json_builder_begin_array (json);
  for (guint i = 0; i < flags->len; i++)
    json_builder_add_string_value (json, g_ptr_array_index (flags, i));
  json_builder_end_array (json);
}

static void
write_part (JsonBuilder        *json,
            CallboardDraftPart *part)
{
  static const char *const types[] = { "text", "short_answer", "single_choice", "yes_no" };
  CallboardDraftKind kind = callboard_draft_part_get_kind (part);

  json_builder_begin_object (json);
  write_member (json, "id", callboard_draft_part_get_id (part));
  write_member (json, "type", types[kind]);
  write_member (json, "text", callboard_draft_part_get_text (part));

  if (kind != CALLBOARD_DRAFT_TEXT)
    {
      write_text (json, "help", part, "help");
      write_boolean (json, "required", part, "required");
      write_text (json, "retry", part, "retry");
      write_uint (json, "min_length", part, "min-length");
      write_uint (json, "max_length", part, "max-length");
      if (kind == CALLBOARD_DRAFT_SINGLE_CHOICE)
        write_choices (json, G_LIST_MODEL (callboard_draft_part_get_choices (part)));
      write_flags (json, part);
    }

  json_builder_end_object (json);
}

static void
write_module (JsonBuilder          *json,
              CallboardDraftModule *module)
{
  gboolean content = callboard_draft_module_get_module_type (module) == CALLBOARD_DRAFT_CONTENT;
  GListModel *parts = G_LIST_MODEL (callboard_draft_module_get_parts (module));

  json_builder_begin_object (json);
  write_text (json, "id", module, "id");
  write_member (json, "type", content ? "content" : "questions");
  json_builder_set_member_name (json, content ? "blocks" : "questions");
  json_builder_begin_array (json);

  for (guint i = 0; i < g_list_model_get_n_items (parts); i++)
    {
      g_autoptr(CallboardDraftPart) part = g_list_model_get_item (parts, i);

      write_part (json, part);
    }

  json_builder_end_array (json);
  json_builder_end_object (json);
}

/* What the engine kept, it wrote itself. */
static void
write_kept (JsonBuilder *json,
            const char  *document)
{
  g_autoptr(JsonNode) node = json_from_string (document, NULL);

  g_return_if_fail (node != NULL);

  json_builder_add_value (json, g_steal_pointer (&node));
}

static void
write_modules (JsonBuilder            *json,
               CallboardCampaignDraft *draft)
{
  GListModel *modules = G_LIST_MODEL (callboard_campaign_draft_get_modules (draft));

  json_builder_set_member_name (json, "modules");
  json_builder_begin_array (json);

  for (guint i = 0; i < g_list_model_get_n_items (modules); i++)
    {
      g_autoptr(CallboardDraftModule) module = g_list_model_get_item (modules, i);

      if (callboard_draft_module_get_kept (module, NULL) != NULL)
        write_kept (json, callboard_draft_module_get_kept (module, NULL));
      else
        write_module (json, module);
    }

  json_builder_end_array (json);
}

/* {"text": …} */
static void
write_message (JsonBuilder *json,
               const char  *name,
               const char  *text)
{
  json_builder_set_member_name (json, name);
  json_builder_begin_object (json);
  write_member (json, "text", text);
  json_builder_end_object (json);
}

char *
callboard_plain_draft_to_document (CallboardCampaignDraft *draft)
{
  g_autoptr(JsonBuilder) json = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *language = NULL;
  g_autofree char *welcome = NULL;
  g_autofree char *conclusion = NULL;
  g_autofree char *nudges = NULL;
  gboolean concludes;

  g_return_val_if_fail (CALLBOARD_IS_CAMPAIGN_DRAFT (draft), NULL);

  g_object_get (draft, "language", &language, "welcome", &welcome, "conclusion", &conclusion, "concludes", &concludes,
                "nudges", &nudges, NULL);
  json_builder_begin_object (json);
  json_builder_set_member_name (json, "callboard");
  json_builder_add_int_value (json, 1);
  write_member (json, "language", language);
  write_message (json, "welcome", welcome);
  write_modules (json, draft);
  if (concludes)
    write_message (json, "conclusion", conclusion);

  json_builder_set_member_name (json, "settings");
  json_builder_begin_object (json);
  write_boolean (json, "progress", draft, "progress");
  write_uint (json, "expiry_days", draft, "expiry-days");
  if (*nudges != '\0')
    {
      json_builder_set_member_name (json, "nudges");
      write_kept (json, nudges);
    }
  json_builder_end_object (json);
  json_builder_end_object (json);
  root = json_builder_get_root (json);

  return callboard_json_write (root, TRUE);
}
