/* callboard-enums.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-enums.h"

#define BIT(status) (1u << CALLBOARD_STATUS_##status)

/* Row: from; bits: where it may go. */
static const guint legal_moves[] = {
  [CALLBOARD_STATUS_SCHEDULED] = BIT (QUEUED) | BIT (SENDING) | BIT (CANCELLED),
  [CALLBOARD_STATUS_QUEUED] = BIT (SCHEDULED) | BIT (SENDING) | BIT (CANCELLED) | BIT (WITHDRAWN),
  [CALLBOARD_STATUS_SENDING] = BIT (DELIVERED) | BIT (IN_PROGRESS) | BIT (FAILED) | BIT (WITHDRAWN) | BIT (CANCELLED),
  [CALLBOARD_STATUS_DELIVERED] = BIT (IN_PROGRESS) | BIT (COMPLETED) | BIT (EXPIRED) | BIT (WITHDRAWN) | BIT (CANCELLED),
  [CALLBOARD_STATUS_IN_PROGRESS] = BIT (COMPLETED) | BIT (EXPIRED) | BIT (FAILED) | BIT (WITHDRAWN) | BIT (CANCELLED),
  [CALLBOARD_STATUS_CANCELLED] = 0,
};

G_DEFINE_ENUM_TYPE (CallboardStageType, callboard_stage_type,
                    G_DEFINE_ENUM_VALUE (CALLBOARD_STAGE_FORM, "form"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_STAGE_ASSESSMENT, "assessment"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_STAGE_OFFER, "offer"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_STAGE_REJECT, "reject"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_STAGE_SCHEDULE, "schedule"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_STAGE_REVIEW, "review"))

G_DEFINE_ENUM_TYPE (CallboardStatus, callboard_status,
                    G_DEFINE_ENUM_VALUE (CALLBOARD_STATUS_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_STATUS_SCHEDULED, "scheduled"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_STATUS_QUEUED, "queued"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_STATUS_SENDING, "sending"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_STATUS_DELIVERED, "delivered"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_STATUS_IN_PROGRESS, "in-progress"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_STATUS_COMPLETED, "completed"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_STATUS_FAILED, "failed"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_STATUS_EXPIRED, "expired"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_STATUS_WITHDRAWN, "withdrawn"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_STATUS_CANCELLED, "cancelled"))

G_DEFINE_ENUM_TYPE (CallboardMessageState, callboard_message_state,
                    G_DEFINE_ENUM_VALUE (CALLBOARD_MESSAGE_WAITING, "waiting"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_MESSAGE_CLAIMED, "claimed"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_MESSAGE_ACCEPTED, "accepted"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_MESSAGE_SENT, "sent"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_MESSAGE_DELIVERED, "delivered"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_MESSAGE_READ, "read"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_MESSAGE_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_MESSAGE_FAILED, "failed"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_MESSAGE_CANCELLED, "cancelled"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_MESSAGE_RECEIVED, "received"))

G_DEFINE_ENUM_TYPE (CallboardFailure, callboard_failure,
                    G_DEFINE_ENUM_VALUE (CALLBOARD_FAILURE_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_FAILURE_WRONG_NUMBER, "wrong-number"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_FAILURE_NOT_ON_WHATSAPP, "not-on-whatsapp"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_FAILURE_WINDOW_CLOSED, "window-closed"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_FAILURE_TEMPLATE, "template"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_FAILURE_OPTED_OUT, "opted-out"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_FAILURE_COUNTRY, "country"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_FAILURE_RATE, "rate"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_FAILURE_BALANCE, "balance"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_FAILURE_CREDENTIALS, "credentials"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_FAILURE_PROVIDER_DOWN, "provider-down"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_FAILURE_CONTENT, "content"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_FAILURE_UNKNOWN, "unknown"))

G_DEFINE_ENUM_TYPE (CallboardProvider, callboard_provider,
                    G_DEFINE_ENUM_VALUE (CALLBOARD_PROVIDER_REHEARSAL, "rehearsal"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_PROVIDER_TWILIO, "twilio"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_PROVIDER_META, "meta"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_PROVIDER_360DIALOG, "360dialog"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_PROVIDER_INFOBIP, "infobip"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_PROVIDER_ANDROID, "android"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_PROVIDER_HTTP, "http"))

G_DEFINE_ENUM_TYPE (CallboardRendering, callboard_rendering,
                    G_DEFINE_ENUM_VALUE (CALLBOARD_RENDERING_WHATSAPP, "whatsapp"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_RENDERING_SMS, "sms"))

G_DEFINE_ENUM_TYPE (CallboardFileKind, callboard_file_kind,
                    G_DEFINE_ENUM_VALUE (CALLBOARD_FILE_KIND_OTHER, "other"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_FILE_KIND_PDF, "pdf"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_FILE_KIND_IMAGE, "image"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_FILE_KIND_WORD, "word"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_FILE_KIND_VIDEO, "video"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_FILE_KIND_AUDIO, "audio"))

G_DEFINE_ENUM_TYPE (CallboardFileState, callboard_file_state,
                    G_DEFINE_ENUM_VALUE (CALLBOARD_FILE_STATE_FETCHING, "fetching"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_FILE_STATE_STORED, "stored"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_FILE_STATE_REFUSED, "refused"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_FILE_STATE_LOST, "lost"))

G_DEFINE_ENUM_TYPE (CallboardInterviewState, callboard_interview_state,
                    G_DEFINE_ENUM_VALUE (CALLBOARD_INTERVIEW_BOOKED, "booked"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_INTERVIEW_CONFIRMED, "confirmed"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_INTERVIEW_MOVED, "moved"),
                    G_DEFINE_ENUM_VALUE (CALLBOARD_INTERVIEW_CANCELLED, "cancelled"))

const char *
callboard_enum_to_nick (GType type,
                        int   value)
{
  g_autoptr(GTypeClass) klass = g_type_class_ref (type);
  GEnumValue *found = g_enum_get_value (G_ENUM_CLASS (klass), value);

  g_return_val_if_fail (found != NULL, "");

  return found->value_nick;
}

gboolean
callboard_enum_from_nick (GType       type,
                          const char *nick,
                          int        *value)
{
  g_autoptr(GTypeClass) klass = g_type_class_ref (type);
  GEnumValue *found = nick ? g_enum_get_value_by_nick (G_ENUM_CLASS (klass), nick) : NULL;

  if (found == NULL)
    return FALSE;

  *value = found->value;

  return TRUE;
}

gboolean
callboard_status_is_end (CallboardStatus status,
                         gboolean        blast)
{
  if (status == CALLBOARD_STATUS_DELIVERED)
    return blast;

  return status >= CALLBOARD_STATUS_COMPLETED;
}

gboolean
callboard_status_may_become (CallboardStatus from,
                             CallboardStatus to)
{
  if (from >= G_N_ELEMENTS (legal_moves))
    return FALSE;

  return (legal_moves[from] & (1u << to)) != 0;
}
