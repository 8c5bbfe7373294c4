/* callboard-campaign-draft.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-campaign-draft.h"

#include "callboard-util.h"

struct _CallboardCampaignDraft
{
  GObject     parent_instance;

  char       *language;
  char       *welcome;
  char       *conclusion;
  char       *nudges;
  gboolean    concludes;
  gboolean    progress;
  guint       expiry_days;

  GListStore *modules;
};

G_DEFINE_FINAL_TYPE (CallboardCampaignDraft, callboard_campaign_draft, G_TYPE_OBJECT)

typedef enum
{
  PROP_CONCLUDES = 1,
  PROP_CONCLUSION,
  PROP_EXPIRY_DAYS,
  PROP_LANGUAGE,
  PROP_NUDGES,
  PROP_PROGRESS,
  PROP_WELCOME,
} CallboardCampaignDraftProps;

static GParamSpec *properties[PROP_WELCOME + 1];

static void
set_text (CallboardCampaignDraft       *self,
          char                        **field,
          const char                   *text,
          CallboardCampaignDraftProps   prop)
{
  if (callboard_set_str (field, text ? text : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

static void
set_uint (CallboardCampaignDraft      *self,
          guint                       *field,
          guint                        value,
          CallboardCampaignDraftProps  prop)
{
  if (*field == value)
    return;

  *field = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

static void
set_boolean (CallboardCampaignDraft      *self,
             gboolean                    *field,
             gboolean                     value,
             CallboardCampaignDraftProps  prop)
{
  if (*field == !!value)
    return;

  *field = !!value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

static void
callboard_campaign_draft_finalize (GObject *object)
{
  CallboardCampaignDraft *self = CALLBOARD_CAMPAIGN_DRAFT (object);

  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->welcome, g_free);
  g_clear_pointer (&self->conclusion, g_free);
  g_clear_pointer (&self->nudges, g_free);
  g_clear_object (&self->modules);

  G_OBJECT_CLASS (callboard_campaign_draft_parent_class)->finalize (object);
}

static void
callboard_campaign_draft_get_property (GObject    *object,
                                       guint       prop_id,
                                       GValue     *value,
                                       GParamSpec *pspec)
{
  CallboardCampaignDraft *self = CALLBOARD_CAMPAIGN_DRAFT (object);

  switch ((CallboardCampaignDraftProps) prop_id)
    {
    case PROP_CONCLUDES:
      g_value_set_boolean (value, self->concludes);
      break;
    case PROP_CONCLUSION:
      g_value_set_string (value, self->conclusion);
      break;
    case PROP_EXPIRY_DAYS:
      g_value_set_uint (value, self->expiry_days);
      break;
    case PROP_LANGUAGE:
      g_value_set_string (value, self->language);
      break;
    case PROP_NUDGES:
      g_value_set_string (value, self->nudges);
      break;
    case PROP_PROGRESS:
      g_value_set_boolean (value, self->progress);
      break;
    case PROP_WELCOME:
      g_value_set_string (value, self->welcome);
      break;
    }
}

static void
callboard_campaign_draft_set_property (GObject      *object,
                                       guint         prop_id,
                                       const GValue *value,
                                       GParamSpec   *pspec)
{
  CallboardCampaignDraft *self = CALLBOARD_CAMPAIGN_DRAFT (object);

  switch ((CallboardCampaignDraftProps) prop_id)
    {
    case PROP_CONCLUDES:
      set_boolean (self, &self->concludes, g_value_get_boolean (value), PROP_CONCLUDES);
      break;
    case PROP_CONCLUSION:
      set_text (self, &self->conclusion, g_value_get_string (value), PROP_CONCLUSION);
      break;
    case PROP_EXPIRY_DAYS:
      set_uint (self, &self->expiry_days, g_value_get_uint (value), PROP_EXPIRY_DAYS);
      break;
    case PROP_LANGUAGE:
      set_text (self, &self->language, g_value_get_string (value), PROP_LANGUAGE);
      break;
    case PROP_NUDGES:
      set_text (self, &self->nudges, g_value_get_string (value), PROP_NUDGES);
      break;
    case PROP_PROGRESS:
      set_boolean (self, &self->progress, g_value_get_boolean (value), PROP_PROGRESS);
      break;
    case PROP_WELCOME:
      set_text (self, &self->welcome, g_value_get_string (value), PROP_WELCOME);
      break;
    }
}

static void
callboard_campaign_draft_class_init (CallboardCampaignDraftClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = callboard_campaign_draft_finalize;
  object_class->get_property = callboard_campaign_draft_get_property;
  object_class->set_property = callboard_campaign_draft_set_property;

  properties[PROP_CONCLUDES] = g_param_spec_boolean ("concludes", NULL, NULL, TRUE, flags);
  properties[PROP_CONCLUSION] = g_param_spec_string ("conclusion", NULL, NULL, "", flags);
  properties[PROP_EXPIRY_DAYS] = g_param_spec_uint ("expiry-days", NULL, NULL, 0, G_MAXUINT, 7, flags);
  properties[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, "", flags);
  properties[PROP_NUDGES] = g_param_spec_string ("nudges", NULL, NULL, "", flags);
  properties[PROP_PROGRESS] = g_param_spec_boolean ("progress", NULL, NULL, FALSE, flags);
  properties[PROP_WELCOME] = g_param_spec_string ("welcome", NULL, NULL, "", flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
callboard_campaign_draft_init (CallboardCampaignDraft *self)
{
  self->language = g_strdup ("en");
  self->welcome = g_strdup ("");
  self->conclusion = g_strdup ("");
  self->nudges = g_strdup ("");
  self->concludes = TRUE;
  self->expiry_days = 7;
  self->modules = g_list_store_new (CALLBOARD_TYPE_DRAFT_MODULE);
}

CallboardCampaignDraft *
callboard_campaign_draft_new (void)
{
  return g_object_new (CALLBOARD_TYPE_CAMPAIGN_DRAFT, NULL);
}

GListStore *
callboard_campaign_draft_get_modules (CallboardCampaignDraft *self)
{
  g_return_val_if_fail (CALLBOARD_IS_CAMPAIGN_DRAFT (self), NULL);

  return self->modules;
}

static CallboardDraftModule *
find_module (CallboardCampaignDraft *self,
             const char             *id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->modules));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(CallboardDraftModule) module = g_list_model_get_item (G_LIST_MODEL (self->modules), i);

      if (g_str_equal (callboard_draft_module_get_id (module), id))
        return module;
    }

  return NULL;
}

static CallboardDraftPart *
find_part_in (CallboardDraftModule *module,
              const char           *id)
{
  GListModel *parts = G_LIST_MODEL (callboard_draft_module_get_parts (module));
  guint n = g_list_model_get_n_items (parts);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(CallboardDraftPart) part = g_list_model_get_item (parts, i);

      if (g_str_equal (callboard_draft_part_get_id (part), id))
        return part;
    }

  return NULL;
}

CallboardDraftPart *
callboard_campaign_draft_find_part (CallboardCampaignDraft *self,
                                    const char             *id)
{
  guint n;

  g_return_val_if_fail (CALLBOARD_IS_CAMPAIGN_DRAFT (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->modules));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(CallboardDraftModule) module = g_list_model_get_item (G_LIST_MODEL (self->modules), i);
      CallboardDraftPart *part = find_part_in (module, id);

      if (part != NULL)
        return part;
    }

  return NULL;
}

/* Whether any module or part has the id, also in what is kept as it is. */
static gboolean
is_taken (CallboardCampaignDraft *self,
          const char             *id)
{
  g_autofree char *quoted = g_strdup_printf ("\"%s\"", id);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->modules));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(CallboardDraftModule) module = g_list_model_get_item (G_LIST_MODEL (self->modules), i);
      const char *kept = callboard_draft_module_get_kept (module, NULL);

      if (kept != NULL && strstr (kept, quoted) != NULL)
        return TRUE;
    }

  return find_module (self, id) != NULL || callboard_campaign_draft_find_part (self, id) != NULL;
}

CallboardDraftPart *
callboard_campaign_draft_add_part (CallboardCampaignDraft *self,
                                   CallboardDraftModule   *module,
                                   CallboardDraftKind      kind)
{
  g_autoptr(CallboardDraftPart) part = NULL;
  g_autofree char *id = NULL;
  guint number = 0;

  g_return_val_if_fail (CALLBOARD_IS_CAMPAIGN_DRAFT (self), NULL);
  g_return_val_if_fail (CALLBOARD_IS_DRAFT_MODULE (module), NULL);

  do
    {
      g_free (id);
      id = g_strdup_printf ("%c%u", kind == CALLBOARD_DRAFT_TEXT ? 'b' : 'q', ++number);
    }
  while (is_taken (self, id));

  part = callboard_draft_part_new (kind, id);
  if (kind == CALLBOARD_DRAFT_SINGLE_CHOICE)
    {
      callboard_draft_part_add_choice (part, "");
      callboard_draft_part_add_choice (part, "");
    }
  g_list_store_append (callboard_draft_module_get_parts (module), part);

  return part;
}

CallboardDraftModule *
callboard_campaign_draft_add_module (CallboardCampaignDraft   *self,
                                     CallboardDraftModuleType  type)
{
  g_autoptr(CallboardDraftModule) module = NULL;
  g_autofree char *id = NULL;
  guint number = 0;

  g_return_val_if_fail (CALLBOARD_IS_CAMPAIGN_DRAFT (self), NULL);

  do
    {
      g_free (id);
      id = g_strdup_printf ("m%u", ++number);
    }
  while (is_taken (self, id));

  module = callboard_draft_module_new (type, id);
  callboard_campaign_draft_add_part (self, module,
                                     type == CALLBOARD_DRAFT_CONTENT ? CALLBOARD_DRAFT_TEXT
                                                                     : CALLBOARD_DRAFT_SHORT_ANSWER);
  g_list_store_append (self->modules, module);

  return module;
}
