/* callboard-open-draft.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-open-draft.h"

#include <glib/gi18n.h>

#include "callboard-draft-document.h"
#include "callboard-open-draft-private.h"
#include "callboard-problem.h"

#define TABLE_KEY "callboard-open-drafts"

G_DEFINE_FINAL_TYPE (CallboardOpenDraft, callboard_open_draft, G_TYPE_OBJECT)

enum {
  FAILED,
  N_SIGNALS
};

static GParamSpec *properties[PROP_VERSION + 1];
static guint signals[N_SIGNALS];

/* What is open of a store, by campaign; the table holds no references. */
static GHashTable *
get_table (CallboardStore *store)
{
  GHashTable *table = g_object_get_data (G_OBJECT (store), TABLE_KEY);

  if (table == NULL)
    {
      table = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      g_object_set_data_full (G_OBJECT (store), TABLE_KEY, table, (GDestroyNotify) g_hash_table_unref);
    }

  return table;
}

void
callboard_open_draft_notify (CallboardOpenDraft         *self,
                             CallboardOpenDraftProperty  property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
callboard_open_draft_fail (CallboardOpenDraft *self,
                           const GError       *error)
{
  g_signal_emit (self, signals[FAILED], 0, error);
}

static void
take_text (CallboardOpenDraft         *self,
           char                      **where,
           const char                 *text,
           CallboardOpenDraftProperty  property)
{
  if (g_strcmp0 (*where, text) == 0)
    return;

  g_free (*where);
  *where = g_strdup (text);
  callboard_open_draft_notify (self, property);
}

/* Two documents say the same if this program would write them alike. */
static char *
normalise (const char *document)
{
  g_autoptr(CallboardDraft) draft = NULL;

  if (document == NULL)
    return NULL;

  draft = callboard_draft_from_document (document, NULL);

  return draft != NULL ? callboard_draft_to_document (draft) : g_strdup (document);
}

/* Everything of the row but the draft itself. */
void
callboard_open_draft_take_row (CallboardOpenDraft         *self,
                               const CallboardCampaignRow *row)
{
  take_text (self, &self->job_title, row->job, PROP_JOB_TITLE);
  take_text (self, &self->stage_name, row->stage, PROP_STAGE_NAME);

  if (self->stage_type != row->type)
    {
      self->stage_type = row->type;
      callboard_open_draft_notify (self, PROP_STAGE_TYPE);
    }

  if (self->version != row->version || (row->version > 0 && self->published == NULL))
    {
      self->version = row->version;
      g_free (self->published);
      self->published = normalise (row->published);
      callboard_open_draft_notify (self, PROP_VERSION);
    }
}

static void
on_draft_changed_cb (CallboardOpenDraft *self)
{
  g_assert (CALLBOARD_IS_OPEN_DRAFT (self));

  callboard_open_draft_queue_check (self);
  callboard_open_draft_queue_save (self);
}

static void
on_store_changed_cb (CallboardOpenDraft *self,
                     CallboardChanges   *changes)
{
  g_assert (CALLBOARD_IS_OPEN_DRAFT (self));

  if (callboard_changes_has (changes, CALLBOARD_CHANGED_CAMPAIGNS | CALLBOARD_CHANGED_STAGES | CALLBOARD_CHANGED_JOBS))
    callboard_open_draft_reload (self);
  if (callboard_changes_has (changes, CALLBOARD_CHANGED_CAMPAIGNS | CALLBOARD_CHANGED_STAGES | CALLBOARD_CHANGED_ACCOUNTS))
    callboard_open_draft_queue_check (self);
}

static void
callboard_open_draft_dispose (GObject *object)
{
  CallboardOpenDraft *self = CALLBOARD_OPEN_DRAFT (object);

  if (self->store != NULL)
    {
      callboard_open_draft_save (self);
      g_hash_table_remove (get_table (self->store), &self->campaign);
    }

  g_clear_handle_id (&self->check_source, g_source_remove);
  g_clear_handle_id (&self->save_source, g_source_remove);
  g_clear_object (&self->draft);
  g_clear_object (&self->problems);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (callboard_open_draft_parent_class)->dispose (object);
}

static void
callboard_open_draft_finalize (GObject *object)
{
  CallboardOpenDraft *self = CALLBOARD_OPEN_DRAFT (object);

  g_free (self->job_title);
  g_free (self->published);
  g_free (self->stage_name);
  g_free (self->written);

  G_OBJECT_CLASS (callboard_open_draft_parent_class)->finalize (object);
}

static void
callboard_open_draft_get_property (GObject    *object,
                                   guint       property,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  CallboardOpenDraft *self = CALLBOARD_OPEN_DRAFT (object);

  switch ((CallboardOpenDraftProperty) property)
    {
    case PROP_CAN_PUBLISH:
      g_value_set_boolean (value, self->can_publish);
      break;
    case PROP_CHANGED:
      g_value_set_boolean (value, self->changed);
      break;
    case PROP_JOB_TITLE:
      g_value_set_string (value, self->job_title);
      break;
    case PROP_SAVED:
      g_value_set_boolean (value, self->saved);
      break;
    case PROP_STAGE_NAME:
      g_value_set_string (value, self->stage_name);
      break;
    case PROP_STAGE_TYPE:
      g_value_set_enum (value, self->stage_type);
      break;
    case PROP_VERSION:
      g_value_set_uint (value, self->version);
      break;
    }
}

static GParamSpec *
make_flag (const char *name)
{
  return g_param_spec_boolean (name, NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static GParamSpec *
make_text (const char *name)
{
  return g_param_spec_string (name, NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
callboard_open_draft_class_init (CallboardOpenDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = callboard_open_draft_dispose;
  object_class->finalize = callboard_open_draft_finalize;
  object_class->get_property = callboard_open_draft_get_property;

  properties[PROP_CAN_PUBLISH] = make_flag ("can-publish");
  properties[PROP_CHANGED] = make_flag ("changed");
  properties[PROP_JOB_TITLE] = make_text ("job-title");
  properties[PROP_SAVED] = make_flag ("saved");
  properties[PROP_STAGE_NAME] = make_text ("stage-name");
  properties[PROP_STAGE_TYPE] =
    g_param_spec_enum ("stage-type", NULL, NULL, CALLBOARD_TYPE_STAGE_TYPE, CALLBOARD_STAGE_FORM,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_VERSION] =
    g_param_spec_uint ("version", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
callboard_open_draft_init (CallboardOpenDraft *self)
{
  self->problems = g_list_store_new (CALLBOARD_TYPE_PROBLEM);
  self->stage_type = CALLBOARD_STAGE_FORM;
  self->saved = TRUE;
}

static CallboardOpenDraft *
open_row (CallboardStore              *store,
          const CallboardCampaignRow  *row,
          GError                     **error)
{
  g_autoptr(CallboardDraft) draft = callboard_draft_from_document (row->draft, error);
  CallboardOpenDraft *self;

  if (draft == NULL)
    return NULL;

  self = g_object_new (CALLBOARD_TYPE_OPEN_DRAFT, NULL);
  self->store = g_object_ref (store);
  self->draft = g_steal_pointer (&draft);
  self->campaign = row->id;
  self->stage = row->stage_id;
  self->written = g_strdup (row->draft);
  callboard_open_draft_take_row (self, row);
  g_hash_table_insert (get_table (store), g_memdup2 (&row->id, sizeof row->id), self);
  g_signal_connect_object (self->draft, "changed", G_CALLBACK (on_draft_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed_cb), self, G_CONNECT_SWAPPED);
  callboard_open_draft_check (self);

  return self;
}

CallboardOpenDraft *
callboard_open_draft_get (CallboardStore  *store,
                          gint64           stage,
                          GError         **error)
{
  g_autoptr(CallboardCampaignRow) row = NULL;
  CallboardOpenDraft *open;
  GError *fault = NULL;

  g_return_val_if_fail (CALLBOARD_IS_STORE (store), NULL);

  row = callboard_queries_load_campaign (callboard_store_get_reader (store), stage, &fault);
  if (row == NULL)
    {
      if (fault == NULL)
        fault = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("This stage has no campaign any more."));
      g_propagate_error (error, fault);
      return NULL;
    }

  open = g_hash_table_lookup (get_table (store), &row->id);

  return open != NULL ? g_object_ref (open) : open_row (store, row, error);
}

CallboardDraft *
callboard_open_draft_get_draft (CallboardOpenDraft *self)
{
  g_return_val_if_fail (CALLBOARD_IS_OPEN_DRAFT (self), NULL);

  return self->draft;
}

CallboardStore *
callboard_open_draft_get_store (CallboardOpenDraft *self)
{
  g_return_val_if_fail (CALLBOARD_IS_OPEN_DRAFT (self), NULL);

  return self->store;
}

gint64
callboard_open_draft_get_stage (CallboardOpenDraft *self)
{
  g_return_val_if_fail (CALLBOARD_IS_OPEN_DRAFT (self), 0);

  return self->stage;
}

gint64
callboard_open_draft_get_campaign (CallboardOpenDraft *self)
{
  g_return_val_if_fail (CALLBOARD_IS_OPEN_DRAFT (self), 0);

  return self->campaign;
}

CallboardStageType
callboard_open_draft_get_stage_type (CallboardOpenDraft *self)
{
  g_return_val_if_fail (CALLBOARD_IS_OPEN_DRAFT (self), CALLBOARD_STAGE_FORM);

  return self->stage_type;
}

const char *
callboard_open_draft_get_stage_name (CallboardOpenDraft *self)
{
  g_return_val_if_fail (CALLBOARD_IS_OPEN_DRAFT (self), NULL);

  return self->stage_name;
}

const char *
callboard_open_draft_get_job_title (CallboardOpenDraft *self)
{
  g_return_val_if_fail (CALLBOARD_IS_OPEN_DRAFT (self), NULL);

  return self->job_title;
}

guint
callboard_open_draft_get_version (CallboardOpenDraft *self)
{
  g_return_val_if_fail (CALLBOARD_IS_OPEN_DRAFT (self), 0);

  return self->version;
}

gboolean
callboard_open_draft_get_changed (CallboardOpenDraft *self)
{
  g_return_val_if_fail (CALLBOARD_IS_OPEN_DRAFT (self), FALSE);

  return self->changed;
}

gboolean
callboard_open_draft_get_saved (CallboardOpenDraft *self)
{
  g_return_val_if_fail (CALLBOARD_IS_OPEN_DRAFT (self), TRUE);

  return self->saved;
}

gboolean
callboard_open_draft_get_can_publish (CallboardOpenDraft *self)
{
  g_return_val_if_fail (CALLBOARD_IS_OPEN_DRAFT (self), FALSE);

  return self->can_publish;
}

GListModel *
callboard_open_draft_get_problems (CallboardOpenDraft *self)
{
  g_return_val_if_fail (CALLBOARD_IS_OPEN_DRAFT (self), NULL);

  return G_LIST_MODEL (self->problems);
}

guint
callboard_open_draft_get_n_errors (CallboardOpenDraft *self)
{
  g_return_val_if_fail (CALLBOARD_IS_OPEN_DRAFT (self), 0);

  return self->n_errors;
}
