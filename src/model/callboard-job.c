/* callboard-job.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-job.h"
#include "callboard-util.h"

struct _CallboardJob
{
  GObject         parent_instance;

  CallboardJobRow row;
};

G_DEFINE_FINAL_TYPE (CallboardJob, callboard_job, G_TYPE_OBJECT)

typedef enum
{
  PROP_ATTENTION = 1,
  PROP_CONTRACT_TYPE,
  PROP_COUNT,
  PROP_COUNTRY,
  PROP_ID,
  PROP_LOCATION,
  PROP_MANAGER,
  PROP_OPEN,
  PROP_REFERENCE,
  PROP_TITLE,
} CallboardJobProps;

static GParamSpec *properties[PROP_TITLE + 1];

static void
set_uint (CallboardJob      *self,
          guint             *field,
          guint              value,
          CallboardJobProps  prop)
{
  if (*field == value)
    return;

  *field = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

static void
set_boolean (CallboardJob      *self,
             gboolean          *field,
             gboolean           value,
             CallboardJobProps  prop)
{
  if (*field == !!value)
    return;

  *field = !!value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

static void
set_text (CallboardJob       *self,
          char              **field,
          const char         *value,
          CallboardJobProps   prop)
{
  if (callboard_set_str (field, value ? value : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

static void
callboard_job_finalize (GObject *object)
{
  CallboardJob *self = CALLBOARD_JOB (object);

  g_clear_pointer (&self->row.title, g_free);
  g_clear_pointer (&self->row.reference, g_free);
  g_clear_pointer (&self->row.location, g_free);
  g_clear_pointer (&self->row.contract_type, g_free);
  g_clear_pointer (&self->row.manager, g_free);
  g_clear_pointer (&self->row.country, g_free);

  G_OBJECT_CLASS (callboard_job_parent_class)->finalize (object);
}

static void
callboard_job_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  const CallboardJobRow *row = &CALLBOARD_JOB (object)->row;

  switch ((CallboardJobProps) prop_id)
    {
    case PROP_ATTENTION:
      g_value_set_uint (value, row->attention);
      break;
    case PROP_CONTRACT_TYPE:
      g_value_set_string (value, row->contract_type);
      break;
    case PROP_COUNT:
      g_value_set_uint (value, row->count);
      break;
    case PROP_COUNTRY:
      g_value_set_string (value, row->country);
      break;
    case PROP_ID:
      g_value_set_int64 (value, row->id);
      break;
    case PROP_LOCATION:
      g_value_set_string (value, row->location);
      break;
    case PROP_MANAGER:
      g_value_set_string (value, row->manager);
      break;
    case PROP_OPEN:
      g_value_set_boolean (value, row->open);
      break;
    case PROP_REFERENCE:
      g_value_set_string (value, row->reference);
      break;
    case PROP_TITLE:
      g_value_set_string (value, row->title);
      break;
    }
}

static void
callboard_job_class_init (CallboardJobClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = callboard_job_finalize;
  object_class->get_property = callboard_job_get_property;

  properties[PROP_ATTENTION] = g_param_spec_uint ("attention", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_CONTRACT_TYPE] = g_param_spec_string ("contract-type", NULL, NULL, NULL, flags);
  properties[PROP_COUNT] = g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_COUNTRY] = g_param_spec_string ("country", NULL, NULL, NULL, flags);
  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_LOCATION] = g_param_spec_string ("location", NULL, NULL, NULL, flags);
  properties[PROP_MANAGER] = g_param_spec_string ("manager", NULL, NULL, NULL, flags);
  properties[PROP_OPEN] = g_param_spec_boolean ("open", NULL, NULL, FALSE, flags);
  properties[PROP_REFERENCE] = g_param_spec_string ("reference", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
callboard_job_init (CallboardJob *self)
{
  self->row.title = g_strdup ("");
  self->row.reference = g_strdup ("");
  self->row.location = g_strdup ("");
  self->row.contract_type = g_strdup ("");
  self->row.manager = g_strdup ("");
  self->row.country = g_strdup ("");
}

CallboardJob *
callboard_job_new (gint64 id)
{
  CallboardJob *self = g_object_new (CALLBOARD_TYPE_JOB, NULL);

  self->row.id = id;

  return self;
}

void
callboard_job_apply (CallboardJob          *self,
                     const CallboardJobRow *row)
{
  g_return_if_fail (CALLBOARD_IS_JOB (self));
  g_return_if_fail (row != NULL);
  g_return_if_fail (row->id == self->row.id);

  g_object_freeze_notify (G_OBJECT (self));

  set_text (self, &self->row.title, row->title, PROP_TITLE);
  set_text (self, &self->row.reference, row->reference, PROP_REFERENCE);
  set_text (self, &self->row.location, row->location, PROP_LOCATION);
  set_text (self, &self->row.contract_type, row->contract_type, PROP_CONTRACT_TYPE);
  set_text (self, &self->row.manager, row->manager, PROP_MANAGER);
  set_text (self, &self->row.country, row->country, PROP_COUNTRY);
  set_boolean (self, &self->row.open, row->open, PROP_OPEN);
  set_uint (self, &self->row.count, row->count, PROP_COUNT);
  set_uint (self, &self->row.attention, row->attention, PROP_ATTENTION);

  g_object_thaw_notify (G_OBJECT (self));
}

gint64
callboard_job_get_id (CallboardJob *self)
{
  g_return_val_if_fail (CALLBOARD_IS_JOB (self), 0);

  return self->row.id;
}

const CallboardJobRow *
callboard_job_get_row (CallboardJob *self)
{
  g_return_val_if_fail (CALLBOARD_IS_JOB (self), NULL);

  return &self->row;
}
