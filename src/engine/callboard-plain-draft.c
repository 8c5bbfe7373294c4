/* callboard-plain-draft.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-plain-draft-private.h"

#include "callboard-json.h"
#include "callboard-script.h"

#define MAX_BYTES (4 * 1024 * 1024)

static const char *const types[] = {
  [CALLBOARD_DRAFT_TEXT] = "text",
  [CALLBOARD_DRAFT_SHORT_ANSWER] = "short_answer",
  [CALLBOARD_DRAFT_SINGLE_CHOICE] = "single_choice",
  [CALLBOARD_DRAFT_YES_NO] = "yes_no",
};

static CallboardDraftKind
read_kind (const char *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      if (g_strcmp0 (type, types[i]) == 0)
        return i;
    }

  return CALLBOARD_DRAFT_TEXT;
}

static void
read_text (gpointer    target,
           const char *property,
           JsonObject *object,
           const char *member)
{
  const char *text = callboard_json_get_string (object, member);

  if (text != NULL)
    g_object_set (target, property, text, NULL);
}

static void
read_uint (gpointer    target,
           const char *property,
           JsonObject *object,
           const char *member)
{
  gint64 number;

  if (callboard_json_get_int (object, member, &number))
    g_object_set (target, property, (guint) CLAMP (number, 0, G_MAXUINT), NULL);
}

static void
read_boolean (gpointer    target,
              const char *property,
              JsonObject *object,
              const char *member)
{
  gboolean value;

  if (callboard_json_get_boolean (object, member, &value))
    g_object_set (target, property, value, NULL);
}

static void
read_choices (CallboardDraftPart *part,
              JsonObject         *object)
{
  JsonArray *choices = callboard_json_get_array (object, "choices");
  GListStore *store = callboard_draft_part_get_choices (part);

  for (guint i = 0; choices != NULL && i < json_array_get_length (choices); i++)
    {
      JsonObject *element = callboard_json_array_get_object (choices, i);
      g_autoptr(CallboardDraftChoice) choice = NULL;

      choice = callboard_draft_choice_new (callboard_json_get_string (element, "id"),
                                           callboard_json_get_string (element, "label"));
      g_list_store_append (store, choice);
    }
}

static gboolean
flag_choice (CallboardDraftPart *part,
             const char         *id)
{
  GListModel *choices = G_LIST_MODEL (callboard_draft_part_get_choices (part));

  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr(CallboardDraftChoice) choice = g_list_model_get_item (choices, i);

      if (g_strcmp0 (callboard_draft_choice_get_id (choice), id) != 0)
        continue;

      g_object_set (choice, "flagged", TRUE, NULL);
      return TRUE;
    }

  return FALSE;
}

static void
read_flags (CallboardDraftPart *part,
            JsonObject         *object)
{
  JsonArray *flags = callboard_json_get_array (object, "flag_when");
  g_autoptr(GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; flags != NULL && i < json_array_get_length (flags); i++)
    {
      const char *word = callboard_json_array_get_string (flags, i);

      if (word != NULL && !flag_choice (part, word))
        g_ptr_array_add (words, (char *) word);
    }

  if (words->len == 0)
    return;

  g_ptr_array_add (words, NULL);
  callboard_draft_part_set_words (part, (const char * const *) words->pdata);
}

static CallboardDraftPart *
read_part (JsonObject *object)
{
  CallboardDraftPart *part = callboard_draft_part_new (read_kind (callboard_json_get_string (object, "type")),
                                                       callboard_json_get_string (object, "id"));

  read_text (part, "text", object, "text");
  read_text (part, "help", object, "help");
  read_text (part, "retry", object, "retry");
  read_boolean (part, "required", object, "required");
  read_uint (part, "min-length", object, "min_length");
  read_uint (part, "max-length", object, "max_length");
  if (callboard_draft_part_get_kind (part) == CALLBOARD_DRAFT_SINGLE_CHOICE)
    read_choices (part, object);
  read_flags (part, object);

  return part;
}

static CallboardDraftModule *
keep_module (JsonObject *object)
{
  g_autofree char *document = callboard_json_to_text (object);

  return callboard_draft_module_new_kept (callboard_json_get_string (object, "id"),
                                          callboard_json_get_string (object, "type"), document);
}

static CallboardDraftModule *
read_module (JsonObject *object)
{
  gboolean content = g_strcmp0 (callboard_json_get_string (object, "type"), "content") == 0;
  JsonArray *parts = callboard_json_get_array (object, content ? "blocks" : "questions");
  CallboardDraftModule *module = callboard_draft_module_new (content ? CALLBOARD_DRAFT_CONTENT : CALLBOARD_DRAFT_QUESTIONS,
                                                             callboard_json_get_string (object, "id"));

  for (guint i = 0; parts != NULL && i < json_array_get_length (parts); i++)
    {
      g_autoptr(CallboardDraftPart) part = read_part (callboard_json_array_get_object (parts, i));

      g_list_store_append (callboard_draft_module_get_parts (module), part);
    }

  return module;
}

static void
keep_nudges (CallboardCampaignDraft *draft,
             JsonObject             *settings)
{
  JsonObject *nudges = callboard_json_get_object (settings, "nudges");
  g_autofree char *document = nudges != NULL ? callboard_json_to_text (nudges) : NULL;

  g_object_set (draft, "nudges", document, NULL);
}

CallboardCampaignDraft *
callboard_plain_draft_from_document (const char  *document,
                               GError     **error)
{
  g_autoptr(CallboardScript) script = NULL;
  g_autoptr(JsonObject) object = NULL;
  CallboardCampaignDraft *draft;
  JsonObject *settings;
  JsonArray *modules;

  g_return_val_if_fail (document != NULL, NULL);

  script = callboard_script_parse (document, error);
  object = script ? callboard_json_parse_object (document, -1, MAX_BYTES, error) : NULL;
  if (object == NULL)
    return NULL;

  draft = callboard_campaign_draft_new ();
  settings = callboard_json_get_object (object, "settings");
  modules = callboard_json_get_array (object, "modules");
  read_text (draft, "language", object, "language");
  read_text (draft, "welcome", callboard_json_get_object (object, "welcome"), "text");
  read_text (draft, "conclusion", callboard_json_get_object (object, "conclusion"), "text");
  g_object_set (draft, "concludes", callboard_json_get_object (object, "conclusion") != NULL, NULL);
  read_boolean (draft, "progress", settings, "progress");
  read_uint (draft, "expiry-days", settings, "expiry_days");
  keep_nudges (draft, settings);

  for (guint i = 0; modules != NULL && i < json_array_get_length (modules); i++)
    {
      JsonObject *element = callboard_json_array_get_object (modules, i);
      g_autoptr(CallboardDraftModule) module = callboard_plain_draft_is_plain (element) ? read_module (element)
                                                                                  : keep_module (element);

      g_list_store_append (callboard_campaign_draft_get_modules (draft), module);
    }

  return draft;
}
