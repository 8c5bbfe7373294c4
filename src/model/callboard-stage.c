/* callboard-stage.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-stage.h"
#include "callboard-util.h"

struct _CallboardStage
{
  GObject           parent_instance;

  CallboardStageRow row;
};

G_DEFINE_FINAL_TYPE (CallboardStage, callboard_stage, G_TYPE_OBJECT)

typedef enum
{
  PROP_COUNT = 1,
  PROP_DELAY,
  PROP_FAILED,
  PROP_ID,
  PROP_JOB_ID,
  PROP_LATE_DAYS,
  PROP_NAME,
  PROP_POSITION,
  PROP_READY,
  PROP_REASON,
  PROP_STALE_DAYS,
  PROP_TYPE,
} CallboardStageProps;

static GParamSpec *properties[PROP_TYPE + 1];

static void
set_int64 (CallboardStage      *self,
           gint64              *field,
           gint64               value,
           CallboardStageProps  prop)
{
  if (*field == value)
    return;

  *field = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

static void
set_uint (CallboardStage      *self,
          guint               *field,
          guint                value,
          CallboardStageProps  prop)
{
  if (*field == value)
    return;

  *field = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

static void
set_boolean (CallboardStage      *self,
             gboolean            *field,
             gboolean             value,
             CallboardStageProps  prop)
{
  if (*field == !!value)
    return;

  *field = !!value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

static void
set_text (CallboardStage       *self,
          char                **field,
          const char           *value,
          CallboardStageProps   prop)
{
  if (callboard_set_str (field, value ? value : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

static void
callboard_stage_finalize (GObject *object)
{
  CallboardStage *self = CALLBOARD_STAGE (object);

  g_clear_pointer (&self->row.name, g_free);
  g_clear_pointer (&self->row.reason, g_free);

  G_OBJECT_CLASS (callboard_stage_parent_class)->finalize (object);
}

static void
callboard_stage_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  const CallboardStageRow *row = &CALLBOARD_STAGE (object)->row;

  switch ((CallboardStageProps) prop_id)
    {
    case PROP_COUNT:
      g_value_set_uint (value, row->count);
      break;
    case PROP_DELAY:
      g_value_set_int64 (value, row->delay);
      break;
    case PROP_FAILED:
      g_value_set_uint (value, row->failed);
      break;
    case PROP_ID:
      g_value_set_int64 (value, row->id);
      break;
    case PROP_JOB_ID:
      g_value_set_int64 (value, row->job_id);
      break;
    case PROP_LATE_DAYS:
      g_value_set_uint (value, row->late_days);
      break;
    case PROP_NAME:
      g_value_set_string (value, row->name);
      break;
    case PROP_POSITION:
      g_value_set_uint (value, row->position);
      break;
    case PROP_READY:
      g_value_set_boolean (value, row->ready);
      break;
    case PROP_REASON:
      g_value_set_string (value, row->reason);
      break;
    case PROP_STALE_DAYS:
      g_value_set_uint (value, row->stale_days);
      break;
    case PROP_TYPE:
      g_value_set_enum (value, row->type);
      break;
    }
}

static void
callboard_stage_class_init (CallboardStageClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = callboard_stage_finalize;
  object_class->get_property = callboard_stage_get_property;

  properties[PROP_COUNT] = g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_DELAY] = g_param_spec_int64 ("delay", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_FAILED] = g_param_spec_uint ("failed", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_JOB_ID] = g_param_spec_int64 ("job-id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_LATE_DAYS] = g_param_spec_uint ("late-days", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_POSITION] = g_param_spec_uint ("position", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE, flags);
  properties[PROP_REASON] = g_param_spec_string ("reason", NULL, NULL, NULL, flags);
  properties[PROP_STALE_DAYS] = g_param_spec_uint ("stale-days", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_TYPE] = g_param_spec_enum ("type", NULL, NULL, CALLBOARD_TYPE_STAGE_TYPE,
                                             CALLBOARD_STAGE_FORM, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
callboard_stage_init (CallboardStage *self)
{
  self->row.name = g_strdup ("");
  self->row.reason = g_strdup ("");
}

CallboardStage *
callboard_stage_new (gint64 id)
{
  CallboardStage *self = g_object_new (CALLBOARD_TYPE_STAGE, NULL);

  self->row.id = id;

  return self;
}

void
callboard_stage_apply (CallboardStage          *self,
                       const CallboardStageRow *row)
{
  g_return_if_fail (CALLBOARD_IS_STAGE (self));
  g_return_if_fail (row != NULL);
  g_return_if_fail (row->id == self->row.id);

  g_object_freeze_notify (G_OBJECT (self));

  set_int64 (self, &self->row.job_id, row->job_id, PROP_JOB_ID);
  set_text (self, &self->row.name, row->name, PROP_NAME);

  if (self->row.type != row->type)
    {
      self->row.type = row->type;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TYPE]);
    }

  set_uint (self, &self->row.position, row->position, PROP_POSITION);
  set_boolean (self, &self->row.ready, row->ready, PROP_READY);
  set_text (self, &self->row.reason, row->reason, PROP_REASON);
  set_uint (self, &self->row.count, row->count, PROP_COUNT);
  set_uint (self, &self->row.failed, row->failed, PROP_FAILED);
  set_int64 (self, &self->row.delay, row->delay, PROP_DELAY);
  set_uint (self, &self->row.stale_days, row->stale_days, PROP_STALE_DAYS);
  set_uint (self, &self->row.late_days, row->late_days, PROP_LATE_DAYS);

  g_object_thaw_notify (G_OBJECT (self));
}

gint64
callboard_stage_get_id (CallboardStage *self)
{
  g_return_val_if_fail (CALLBOARD_IS_STAGE (self), 0);

  return self->row.id;
}

const CallboardStageRow *
callboard_stage_get_row (CallboardStage *self)
{
  g_return_val_if_fail (CALLBOARD_IS_STAGE (self), NULL);

  return &self->row;
}
