/* callboard-status-text.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-status-text.h"

#include <glib/gi18n.h>

#include "callboard-clock.h"
#include "callboard-format.h"

typedef struct
{
  const char *words;
  const char *icon_name;
  const char *css_class;
} Look;

static const Look statuses[] = {
  [CALLBOARD_STATUS_NONE] = { "", "callboard-phone-symbolic", "plain" },
  [CALLBOARD_STATUS_SCHEDULED] = { N_("Scheduled"), "callboard-scheduled-symbolic", "accent" },
  [CALLBOARD_STATUS_QUEUED] = { N_("Queued"), "callboard-queued-symbolic", "dim" },
  [CALLBOARD_STATUS_SENDING] = { N_("Sending"), "callboard-sending-symbolic", "accent" },
  [CALLBOARD_STATUS_DELIVERED] = { N_("Delivered"), "callboard-delivered-symbolic", "accent" },
  [CALLBOARD_STATUS_IN_PROGRESS] = { N_("In Progress"), "callboard-in-progress-symbolic", "accent" },
  [CALLBOARD_STATUS_COMPLETED] = { N_("Completed"), "callboard-completed-symbolic", "success" },
  [CALLBOARD_STATUS_FAILED] = { N_("Failed"), "callboard-failed-symbolic", "error" },
  [CALLBOARD_STATUS_EXPIRED] = { N_("Expired"), "callboard-expired-symbolic", "warning" },
  [CALLBOARD_STATUS_WITHDRAWN] = { N_("Withdrawn"), "callboard-withdrawn-symbolic", "dim" },
  [CALLBOARD_STATUS_CANCELLED] = { N_("Cancelled"), "callboard-cancelled-symbolic", "dim" },
};

static const Look stage_types[] = {
  [CALLBOARD_STAGE_FORM] = { N_("Form"), "callboard-stage-form-symbolic", NULL },
  [CALLBOARD_STAGE_ASSESSMENT] = { N_("Assessment"), "callboard-stage-assessment-symbolic", NULL },
  [CALLBOARD_STAGE_OFFER] = { N_("Offer"), "callboard-stage-offer-symbolic", NULL },
  [CALLBOARD_STAGE_REJECT] = { N_("Reject"), "callboard-stage-reject-symbolic", NULL },
  [CALLBOARD_STAGE_SCHEDULE] = { N_("Schedule"), "callboard-stage-schedule-symbolic", NULL },
  [CALLBOARD_STAGE_REVIEW] = { N_("Review"), "callboard-stage-review-symbolic", NULL },
};

static void
append_clause (GString    *text,
               const char *clause)
{
  if (*clause == '\0')
    return;

  if (text->len > 0)
    g_string_append (text, _(", "));

  g_string_append (text, clause);
}

/* Rounded up, since nothing leaves before its time. */
static char *
describe_leaving (gint64 leaves_at,
                  gint64 now)
{
  int seconds = (leaves_at - now + CALLBOARD_SECOND - 1) / CALLBOARD_SECOND;
  int minutes = (seconds + 59) / 60;
  g_autofree char *until = NULL;

  if (seconds < 60)
    return g_strdup_printf (ngettext ("leaves in %d second", "leaves in %d seconds", seconds), seconds);
  if (minutes <= 60)
    return g_strdup_printf (ngettext ("leaves in %d minute", "leaves in %d minutes", minutes), minutes);

  until = callboard_format_until (leaves_at, now);

  /* Translators: %s is "at 14:30" or "tomorrow at 09:00" */
  return g_strdup_printf (_("leaves %s"), until);
}

static void
append_status (GString                       *text,
               const CallboardApplicationRow *row,
               gint64                         now)
{
  g_autofree char *detail = NULL;

  append_clause (text, callboard_status_get_words (row->status));

  if (row->status == CALLBOARD_STATUS_SCHEDULED && row->leaves_at > now)
    detail = describe_leaving (row->leaves_at, now);
  else if (row->status != CALLBOARD_STATUS_COMPLETED || !callboard_row_has_interview (row, now))
    detail = callboard_row_to_detail (row, now);

  append_clause (text, detail != NULL ? detail : "");
}

static void
append_interview (GString                       *text,
                  const CallboardApplicationRow *row)
{
  /* Translators: %s is a day and a time, "1 Dec, 10:00" */
  g_autofree char *clause = g_strdup_printf (row->interview_confirmed ? _("interview on %s, confirmed")
                                                                      : _("interview on %s"), row->interview);

  append_clause (text, clause);
}

static void
append_marks (GString                       *text,
              const CallboardApplicationRow *row,
              gint64                         now)
{
  if (callboard_row_has_interview (row, now))
    append_interview (text, row);

  if (row->unread > 0)
    {
      g_autofree char *unread = g_strdup_printf (ngettext ("%u unread reply", "%u unread replies", row->unread),
                                                 row->unread);

      append_clause (text, unread);
    }

  if (row->flagged)
    append_clause (text, _("flagged"));
  if (row->opted_out)
    append_clause (text, _("opted out"));
  if (row->no_consent)
    append_clause (text, _("no consent"));
  if (row->by_sms)
    append_clause (text, _("by SMS, as the number is not on WhatsApp"));
  if (row->has_attachment)
    append_clause (text, _("has an attachment"));
}

const char *
callboard_status_get_words (CallboardStatus status)
{
  g_return_val_if_fail (status < G_N_ELEMENTS (statuses), "");

  return *statuses[status].words ? _(statuses[status].words) : "";
}

const char *
callboard_status_get_icon_name (CallboardStatus status)
{
  g_return_val_if_fail (status < G_N_ELEMENTS (statuses), NULL);

  return statuses[status].icon_name;
}

const char *
callboard_status_get_css_class (CallboardStatus status)
{
  g_return_val_if_fail (status < G_N_ELEMENTS (statuses), NULL);

  return statuses[status].css_class;
}

const char *
callboard_stage_type_get_words (CallboardStageType type)
{
  g_return_val_if_fail (type < G_N_ELEMENTS (stage_types), "");

  return _(stage_types[type].words);
}

const char *
callboard_stage_type_get_icon_name (CallboardStageType type)
{
  g_return_val_if_fail (type < G_N_ELEMENTS (stage_types), NULL);

  return stage_types[type].icon_name;
}

char *
callboard_span_to_words (gint64 microseconds)
{
  gint64 seconds = MAX (microseconds, 0) / CALLBOARD_SECOND;

  /* Seconds would have to tick. */
  if (seconds < 60)
    return g_strdup (_("now"));

  if (seconds < 3600)
    /* Translators: minutes, as short as can be */
    return g_strdup_printf (_("%d min"), (int) (seconds / 60));

  if (seconds < 86400)
    /* Translators: hours, as short as can be */
    return g_strdup_printf (_("%d h"), (int) (seconds / 3600));

  /* Translators: days, as short as can be */
  return g_strdup_printf (_("%d d"), (int) (seconds / 86400));
}

gboolean
callboard_row_has_interview (const CallboardApplicationRow *row,
                             gint64                         now)
{
  g_return_val_if_fail (row != NULL, FALSE);

  return row->interview != NULL && row->interview_at > now - CALLBOARD_DAY;
}

char *
callboard_row_to_detail (const CallboardApplicationRow *row,
                         gint64                         now)
{
  g_return_val_if_fail (row != NULL, NULL);

  if (row->status == CALLBOARD_STATUS_SCHEDULED && row->leaves_at > now)
    return callboard_format_until (row->leaves_at, now);

  if (row->reason != NULL && *row->reason)
    return g_strdup (row->reason);

  if (row->status == CALLBOARD_STATUS_COMPLETED && callboard_row_has_interview (row, now))
    return g_strdup (row->interview);

  if (row->total == 0 || row->status < CALLBOARD_STATUS_DELIVERED)
    return g_strdup ("");

  /* Translators: steps answered of steps in all */
  return g_strdup_printf (_("%u of %u"), row->done, row->total);
}

char *
callboard_row_to_description (const CallboardApplicationRow *row,
                              const char                    *stage,
                              guint                          position,
                              guint                          n,
                              gint64                         now)
{
  g_autofree char *place = NULL;
  GString *text;

  g_return_val_if_fail (row != NULL, NULL);

  text = g_string_new (NULL);

  /* Translators: where a card stands: stage, position, number of cards */
  place = g_strdup_printf (_("In %s, %u of %u"), stage, position + 1, n);
  append_clause (text, place);
  append_status (text, row, now);
  append_marks (text, row, now);

  return g_string_free (text, FALSE);
}
