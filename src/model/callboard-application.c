/* callboard-application.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-application.h"
#include "callboard-util.h"

struct _CallboardApplication
{
  GObject                 parent_instance;

  CallboardApplicationRow row;

  guint                   changed : 1;
};

G_DEFINE_FINAL_TYPE (CallboardApplication, callboard_application, G_TYPE_OBJECT)

typedef enum
{
  PROP_BY_SMS = 1,
  PROP_CANDIDATE_ID,
  PROP_DONE,
  PROP_ENTERED_AT,
  PROP_FLAGGED,
  PROP_HAS_ATTACHMENT,
  PROP_ID,
  PROP_INTERVIEW,
  PROP_INTERVIEW_AT,
  PROP_INTERVIEW_CONFIRMED,
  PROP_LEAVES_AT,
  PROP_NAME,
  PROP_NO_CONSENT,
  PROP_OPTED_OUT,
  PROP_PHONE,
  PROP_REASON,
  PROP_STAGE_ID,
  PROP_STATUS,
  PROP_TOTAL,
  PROP_UNREAD,
} CallboardApplicationProps;

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[PROP_UNREAD + 1];
static guint signals[N_SIGNALS];

static void
note (CallboardApplication      *self,
      CallboardApplicationProps  prop)
{
  self->changed = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

static void
set_int64 (CallboardApplication      *self,
           gint64                    *field,
           gint64                     value,
           CallboardApplicationProps  prop)
{
  if (*field == value)
    return;

  *field = value;
  note (self, prop);
}

static void
set_uint (CallboardApplication      *self,
          guint                     *field,
          guint                      value,
          CallboardApplicationProps  prop)
{
  if (*field == value)
    return;

  *field = value;
  note (self, prop);
}

static void
set_text (CallboardApplication       *self,
          char                      **field,
          const char                 *value,
          CallboardApplicationProps   prop)
{
  if (callboard_set_str (field, value))
    note (self, prop);
}

static void
apply_status (CallboardApplication          *self,
              const CallboardApplicationRow *row)
{
  if (self->row.status != row->status)
    {
      self->row.status = row->status;
      note (self, PROP_STATUS);
    }

  set_text (self, &self->row.reason, row->reason, PROP_REASON);
  set_int64 (self, &self->row.leaves_at, row->leaves_at, PROP_LEAVES_AT);
  set_uint (self, &self->row.done, row->done, PROP_DONE);
  set_uint (self, &self->row.total, row->total, PROP_TOTAL);
  set_uint (self, &self->row.unread, row->unread, PROP_UNREAD);
}

static void
apply_interview (CallboardApplication          *self,
                 const CallboardApplicationRow *row)
{
  set_text (self, &self->row.interview, row->interview, PROP_INTERVIEW);
  set_int64 (self, &self->row.interview_at, row->interview_at, PROP_INTERVIEW_AT);
  if (self->row.interview_confirmed == row->interview_confirmed)
    return;

  self->row.interview_confirmed = row->interview_confirmed;
  note (self, PROP_INTERVIEW_CONFIRMED);
}

static void
apply_marks (CallboardApplication          *self,
             const CallboardApplicationRow *row)
{
  const CallboardApplicationRow old = self->row;

  self->row.flagged = row->flagged;
  self->row.no_consent = row->no_consent;
  self->row.opted_out = row->opted_out;
  self->row.has_attachment = row->has_attachment;
  self->row.by_sms = row->by_sms;

  if (old.flagged != row->flagged)
    note (self, PROP_FLAGGED);
  if (old.no_consent != row->no_consent)
    note (self, PROP_NO_CONSENT);
  if (old.opted_out != row->opted_out)
    note (self, PROP_OPTED_OUT);
  if (old.by_sms != row->by_sms)
    note (self, PROP_BY_SMS);
  if (old.has_attachment != row->has_attachment)
    note (self, PROP_HAS_ATTACHMENT);
}

static void
callboard_application_finalize (GObject *object)
{
  CallboardApplication *self = CALLBOARD_APPLICATION (object);

  g_clear_pointer (&self->row.name, g_free);
  g_clear_pointer (&self->row.phone, g_free);
  g_clear_pointer (&self->row.reason, g_free);
  g_clear_pointer (&self->row.interview, g_free);

  G_OBJECT_CLASS (callboard_application_parent_class)->finalize (object);
}

static void
callboard_application_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  const CallboardApplicationRow *row = &CALLBOARD_APPLICATION (object)->row;

  switch ((CallboardApplicationProps) prop_id)
    {
    case PROP_BY_SMS:
      g_value_set_boolean (value, row->by_sms);
      break;
    case PROP_CANDIDATE_ID:
      g_value_set_int64 (value, row->candidate_id);
      break;
    case PROP_DONE:
      g_value_set_uint (value, row->done);
      break;
    case PROP_ENTERED_AT:
      g_value_set_int64 (value, row->entered_at);
      break;
    case PROP_FLAGGED:
      g_value_set_boolean (value, row->flagged);
      break;
    case PROP_HAS_ATTACHMENT:
      g_value_set_boolean (value, row->has_attachment);
      break;
    case PROP_ID:
      g_value_set_int64 (value, row->id);
      break;
    case PROP_INTERVIEW:
      g_value_set_string (value, row->interview);
      break;
    case PROP_INTERVIEW_AT:
      g_value_set_int64 (value, row->interview_at);
      break;
    case PROP_INTERVIEW_CONFIRMED:
      g_value_set_boolean (value, row->interview_confirmed);
      break;
    case PROP_LEAVES_AT:
      g_value_set_int64 (value, row->leaves_at);
      break;
    case PROP_NAME:
      g_value_set_string (value, row->name);
      break;
    case PROP_NO_CONSENT:
      g_value_set_boolean (value, row->no_consent);
      break;
    case PROP_OPTED_OUT:
      g_value_set_boolean (value, row->opted_out);
      break;
    case PROP_PHONE:
      g_value_set_string (value, row->phone);
      break;
    case PROP_REASON:
      g_value_set_string (value, row->reason);
      break;
    case PROP_STAGE_ID:
      g_value_set_int64 (value, row->stage_id);
      break;
    case PROP_STATUS:
      g_value_set_enum (value, row->status);
      break;
    case PROP_TOTAL:
      g_value_set_uint (value, row->total);
      break;
    case PROP_UNREAD:
      g_value_set_uint (value, row->unread);
      break;
    }
}

static void
install_int64 (CallboardApplicationProps  prop,
               const char                *name)
{
  properties[prop] = g_param_spec_int64 (name, NULL, NULL, 0, G_MAXINT64, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
install_uint (CallboardApplicationProps  prop,
              const char                *name)
{
  properties[prop] = g_param_spec_uint (name, NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
install_boolean (CallboardApplicationProps  prop,
                 const char                *name)
{
  properties[prop] = g_param_spec_boolean (name, NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
install_string (CallboardApplicationProps  prop,
                const char                *name)
{
  properties[prop] = g_param_spec_string (name, NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
callboard_application_class_init (CallboardApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = callboard_application_finalize;
  object_class->get_property = callboard_application_get_property;

  install_boolean (PROP_BY_SMS, "by-sms");
  install_int64 (PROP_CANDIDATE_ID, "candidate-id");
  install_uint (PROP_DONE, "done");
  install_int64 (PROP_ENTERED_AT, "entered-at");
  install_boolean (PROP_FLAGGED, "flagged");
  install_boolean (PROP_HAS_ATTACHMENT, "has-attachment");
  install_int64 (PROP_ID, "id");
  install_string (PROP_INTERVIEW, "interview");
  install_int64 (PROP_INTERVIEW_AT, "interview-at");
  install_boolean (PROP_INTERVIEW_CONFIRMED, "interview-confirmed");
  install_int64 (PROP_LEAVES_AT, "leaves-at");
  install_string (PROP_NAME, "name");
  install_boolean (PROP_NO_CONSENT, "no-consent");
  install_boolean (PROP_OPTED_OUT, "opted-out");
  install_string (PROP_PHONE, "phone");
  install_string (PROP_REASON, "reason");
  install_int64 (PROP_STAGE_ID, "stage-id");
  properties[PROP_STATUS] = g_param_spec_enum ("status", NULL, NULL, CALLBOARD_TYPE_STATUS, CALLBOARD_STATUS_NONE,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  install_uint (PROP_TOTAL, "total");
  install_uint (PROP_UNREAD, "unread");

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /* A card redraws once for a row that changed in ten places. */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
callboard_application_init (CallboardApplication *self)
{
  self->row.name = g_strdup ("");
  self->row.phone = g_strdup ("");
}

CallboardApplication *
callboard_application_new (gint64 id)
{
  CallboardApplication *self = g_object_new (CALLBOARD_TYPE_APPLICATION, NULL);

  self->row.id = id;

  return self;
}

void
callboard_application_apply (CallboardApplication          *self,
                             const CallboardApplicationRow *row)
{
  g_return_if_fail (CALLBOARD_IS_APPLICATION (self));
  g_return_if_fail (row != NULL);
  g_return_if_fail (row->id == self->row.id);

  self->changed = FALSE;
  g_object_freeze_notify (G_OBJECT (self));

  set_int64 (self, &self->row.candidate_id, row->candidate_id, PROP_CANDIDATE_ID);
  set_int64 (self, &self->row.stage_id, row->stage_id, PROP_STAGE_ID);
  set_int64 (self, &self->row.entered_at, row->entered_at, PROP_ENTERED_AT);
  set_text (self, &self->row.name, row->name ? row->name : "", PROP_NAME);
  set_text (self, &self->row.phone, row->phone ? row->phone : "", PROP_PHONE);
  apply_status (self, row);
  apply_interview (self, row);
  apply_marks (self, row);

  g_object_thaw_notify (G_OBJECT (self));

  if (self->changed)
    g_signal_emit (self, signals[CHANGED], 0);
}

gint64
callboard_application_get_id (CallboardApplication *self)
{
  g_return_val_if_fail (CALLBOARD_IS_APPLICATION (self), 0);

  return self->row.id;
}

const CallboardApplicationRow *
callboard_application_get_row (CallboardApplication *self)
{
  g_return_val_if_fail (CALLBOARD_IS_APPLICATION (self), NULL);

  return &self->row;
}
