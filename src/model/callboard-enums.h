/* callboard-enums.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Every enumeration has a nick per value. The nick is the text the database, campaign files, callboardctl and
 * D-Bus use; callboard_enum_to_nick() and callboard_enum_from_nick() translate. */

typedef enum
{
  CALLBOARD_STAGE_FORM,
  CALLBOARD_STAGE_ASSESSMENT,
  CALLBOARD_STAGE_OFFER,
  CALLBOARD_STAGE_REJECT,
  CALLBOARD_STAGE_SCHEDULE,
  CALLBOARD_STAGE_REVIEW,
} CallboardStageType;

typedef enum
{
  CALLBOARD_STATUS_NONE,
  CALLBOARD_STATUS_SCHEDULED,
  CALLBOARD_STATUS_QUEUED,
  CALLBOARD_STATUS_SENDING,
  CALLBOARD_STATUS_DELIVERED,
  CALLBOARD_STATUS_IN_PROGRESS,
  CALLBOARD_STATUS_COMPLETED,
  CALLBOARD_STATUS_FAILED,
  CALLBOARD_STATUS_EXPIRED,
  CALLBOARD_STATUS_WITHDRAWN,
  CALLBOARD_STATUS_CANCELLED,
} CallboardStatus;

/**
 * CallboardMessageState:
 * @CALLBOARD_MESSAGE_WAITING: in the outbox, to leave when due
 * @CALLBOARD_MESSAGE_CLAIMED: a sender has it; the request may have left
 * @CALLBOARD_MESSAGE_ACCEPTED: the provider has it
 * @CALLBOARD_MESSAGE_SENT: the provider passed it on
 * @CALLBOARD_MESSAGE_DELIVERED: it reached the phone
 * @CALLBOARD_MESSAGE_READ: it was read
 * @CALLBOARD_MESSAGE_UNKNOWN: the answer to the request was lost
 * @CALLBOARD_MESSAGE_FAILED: it will not arrive
 * @CALLBOARD_MESSAGE_CANCELLED: it was pulled before it left
 * @CALLBOARD_MESSAGE_RECEIVED: inbound
 */
typedef enum
{
  CALLBOARD_MESSAGE_WAITING,
  CALLBOARD_MESSAGE_CLAIMED,
  CALLBOARD_MESSAGE_ACCEPTED,
  CALLBOARD_MESSAGE_SENT,
  CALLBOARD_MESSAGE_DELIVERED,
  CALLBOARD_MESSAGE_READ,
  CALLBOARD_MESSAGE_UNKNOWN,
  CALLBOARD_MESSAGE_FAILED,
  CALLBOARD_MESSAGE_CANCELLED,
  CALLBOARD_MESSAGE_RECEIVED,
} CallboardMessageState;

/** CallboardFailure: the closed list of reasons of product.md, section 8 */
typedef enum
{
  CALLBOARD_FAILURE_NONE,
  CALLBOARD_FAILURE_WRONG_NUMBER,
  CALLBOARD_FAILURE_NOT_ON_WHATSAPP,
  CALLBOARD_FAILURE_WINDOW_CLOSED,
  CALLBOARD_FAILURE_TEMPLATE,
  CALLBOARD_FAILURE_OPTED_OUT,
  CALLBOARD_FAILURE_COUNTRY,
  CALLBOARD_FAILURE_RATE,
  CALLBOARD_FAILURE_BALANCE,
  CALLBOARD_FAILURE_CREDENTIALS,
  CALLBOARD_FAILURE_PROVIDER_DOWN,
  CALLBOARD_FAILURE_CONTENT,
  CALLBOARD_FAILURE_UNKNOWN,
} CallboardFailure;

/**
 * CallboardProvider:
 * @CALLBOARD_PROVIDER_REHEARSAL: the simulated phones
 * @CALLBOARD_PROVIDER_TWILIO: Twilio, for texts or WhatsApp
 * @CALLBOARD_PROVIDER_META: the WhatsApp Cloud API of Meta
 * @CALLBOARD_PROVIDER_360DIALOG: 360dialog, for WhatsApp
 * @CALLBOARD_PROVIDER_INFOBIP: Infobip, for texts or WhatsApp
 * @CALLBOARD_PROVIDER_ANDROID: the recruiter's own phone with the app SMS Gateway for Android
 * @CALLBOARD_PROVIDER_HTTP: any gateway that takes a text by HTTP, such as Kannel
 */
typedef enum
{
  CALLBOARD_PROVIDER_REHEARSAL,
  CALLBOARD_PROVIDER_TWILIO,
  CALLBOARD_PROVIDER_META,
  CALLBOARD_PROVIDER_360DIALOG,
  CALLBOARD_PROVIDER_INFOBIP,
  CALLBOARD_PROVIDER_ANDROID,
  CALLBOARD_PROVIDER_HTTP,
} CallboardProvider;

/**
 * CallboardFileKind:
 * @CALLBOARD_FILE_KIND_OTHER: none of the others: nothing that a campaign asks for, perhaps a program
 * @CALLBOARD_FILE_KIND_WORD: a text document: DOCX, ODT, DOC, RTF
 *
 * What a file is for a person, by its bytes; callboard_file_kind_from_type().
 */
typedef enum
{
  CALLBOARD_FILE_KIND_OTHER,
  CALLBOARD_FILE_KIND_PDF,
  CALLBOARD_FILE_KIND_IMAGE,
  CALLBOARD_FILE_KIND_WORD,
  CALLBOARD_FILE_KIND_VIDEO,
  CALLBOARD_FILE_KIND_AUDIO,
} CallboardFileKind;

/**
 * CallboardRendering:
 * @CALLBOARD_RENDERING_WHATSAPP: buttons and lists, ticks, templates and a window of 24 hours for free messages
 * @CALLBOARD_RENDERING_SMS: text alone, choices numbered, counted in parts
 *
 * What a message looks like on the candidate's phone, and which rules of its channel hold.
 */
typedef enum
{
  CALLBOARD_RENDERING_WHATSAPP,
  CALLBOARD_RENDERING_SMS,
} CallboardRendering;

/**
 * CallboardFileState:
 * @CALLBOARD_FILE_STATE_FETCHING: the provider still has it
 * @CALLBOARD_FILE_STATE_STORED: it is on this machine
 * @CALLBOARD_FILE_STATE_REFUSED: it was not kept, for what it is
 * @CALLBOARD_FILE_STATE_LOST: it could not be fetched
 */
typedef enum
{
  CALLBOARD_FILE_STATE_FETCHING,
  CALLBOARD_FILE_STATE_STORED,
  CALLBOARD_FILE_STATE_REFUSED,
  CALLBOARD_FILE_STATE_LOST,
} CallboardFileState;

/**
 * CallboardInterviewState:
 * @CALLBOARD_INTERVIEW_BOOKED: the seat is taken
 * @CALLBOARD_INTERVIEW_CONFIRMED: and the candidate said that they come
 * @CALLBOARD_INTERVIEW_MOVED: another time was chosen instead
 * @CALLBOARD_INTERVIEW_CANCELLED: the seat is free again
 */
typedef enum
{
  CALLBOARD_INTERVIEW_BOOKED,
  CALLBOARD_INTERVIEW_CONFIRMED,
  CALLBOARD_INTERVIEW_MOVED,
  CALLBOARD_INTERVIEW_CANCELLED,
} CallboardInterviewState;

#define CALLBOARD_TYPE_STAGE_TYPE    (callboard_stage_type_get_type ())
#define CALLBOARD_TYPE_STATUS        (callboard_status_get_type ())
#define CALLBOARD_TYPE_MESSAGE_STATE (callboard_message_state_get_type ())
#define CALLBOARD_TYPE_FAILURE       (callboard_failure_get_type ())
#define CALLBOARD_TYPE_PROVIDER      (callboard_provider_get_type ())
#define CALLBOARD_TYPE_INTERVIEW_STATE (callboard_interview_state_get_type ())
#define CALLBOARD_TYPE_RENDERING     (callboard_rendering_get_type ())
#define CALLBOARD_TYPE_FILE_KIND     (callboard_file_kind_get_type ())
#define CALLBOARD_TYPE_FILE_STATE    (callboard_file_state_get_type ())

GType callboard_stage_type_get_type    (void) G_GNUC_CONST;
GType callboard_status_get_type        (void) G_GNUC_CONST;
GType callboard_message_state_get_type (void) G_GNUC_CONST;
GType callboard_failure_get_type       (void) G_GNUC_CONST;
GType callboard_provider_get_type      (void) G_GNUC_CONST;
GType callboard_interview_state_get_type (void) G_GNUC_CONST;
GType callboard_rendering_get_type     (void) G_GNUC_CONST;
GType callboard_file_kind_get_type     (void) G_GNUC_CONST;
GType callboard_file_state_get_type    (void) G_GNUC_CONST;

/**
 * callboard_enum_to_nick:
 * @type: a registered enumeration
 * @value: one of its values
 *
 * Returns: (transfer none): the text that stands for @value on disk
 */
const char *callboard_enum_to_nick   (GType       type,
                                      int         value);

/**
 * callboard_enum_from_nick:
 * @type: a registered enumeration
 * @nick: (nullable): a text from disk
 * @value: (out): its value
 *
 * Returns: whether @nick is one of @type's nicks; if not, @value is left alone
 */
gboolean    callboard_enum_from_nick (GType       type,
                                      const char *nick,
                                      int        *value);

/**
 * callboard_status_is_end:
 * @status: an enrolment's status
 * @blast: whether the campaign is a blast, which ends once delivered
 *
 * Returns: whether @status ends the enrolment and releases the candidate's queue
 */
gboolean    callboard_status_is_end  (CallboardStatus status,
                                      gboolean        blast);

/**
 * callboard_status_may_become:
 * @from: the status an enrolment has
 * @to: the status it would get
 *
 * The table of product.md, section 4.
 *
 * Returns: whether the move is legal
 */
gboolean    callboard_status_may_become (CallboardStatus from,
                                         CallboardStatus to);

G_END_DECLS
