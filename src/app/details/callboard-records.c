/* callboard-records.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-records.h"

#include <glib/gi18n.h>

#include "callboard-format.h"
#include "callboard-remedy.h"
#include "callboard-status-text.h"

/* The files of the message that the answer came in. */
static GPtrArray *
pick_files (GPtrArray                *files,
            const CallboardAnswerRow *row)
{
  GPtrArray *picked = g_ptr_array_new ();

  for (guint i = 0; files != NULL && i < files->len; i++)
    {
      const CallboardFileLine *file = g_ptr_array_index (files, i);

      if (file->message_id == row->message_id)
        g_ptr_array_add (picked, (gpointer) file);
    }

  return picked;
}

static void
add_answer (CallboardRecordList      *list,
            const CallboardAnswerRow *row,
            GPtrArray                *files,
            const char               *directory,
            gint64                    now)
{
  g_autoptr(GPtrArray) picked = pick_files (files, row);
  g_autofree char *since = callboard_format_since (row->answered_at, now);
  g_autofree char *exactly = callboard_format_exactly (row->answered_at);
  g_autofree char *group = g_strdup_printf ("%s · %s", row->stage, since);
  CallboardRecord record = {
    .group = group, .heading = row->question, .text = row->text, .tooltip = exactly, .flagged = row->flagged,
    .files = picked, .directory = directory
  };

  /* What a file answers is the file; a caption below it is said, too. */
  if (picked->len > 0 && *row->text == '\0')
    record.text = NULL;

  callboard_record_list_add (list, &record);
}

void
callboard_records_fill_answers (CallboardRecordList *list,
                                CallboardStore      *store,
                                gint64               application,
                                gint64               now)
{
  CallboardDb *db = callboard_store_get_reader (store);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = callboard_queries_load_answers (db, application, &error);
  g_autoptr(GPtrArray) files = rows != NULL ? callboard_queries_load_files (db, application, &error) : NULL;

  callboard_record_list_clear (list);
  if (rows == NULL)
    g_warning ("Could not read answers: %s", error->message);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    add_answer (list, g_ptr_array_index (rows, i), files, callboard_store_get_directory (store), now);
}

static char *
describe_sending (const CallboardHistoryRow *row)
{
  const char *status = callboard_status_get_words (row->status);
  g_autofree char *why = NULL;

  if (row->undone_at != 0)
    return g_strdup (_("Taken back"));
  if (row->enrolment_id == 0)
    return g_strdup (_("Nothing was sent"));

  if (row->status == CALLBOARD_STATUS_FAILED)
    {
      why = callboard_failure_describe (row->failure, row->failure_code);
      return g_strdup_printf ("%s: %s", status, why);
    }
  if (row->attempt > 0)
    /* Translators: a status, for a campaign that was sent once more */
    return g_strdup_printf (_("%s · sent again"), status);

  return g_strdup (status);
}

static char *
describe_stay (const CallboardHistoryRow *row,
               gint64                     now)
{
  g_autofree char *from = callboard_format_since (row->entered_at, now);
  g_autofree char *to = NULL;

  if (row->left_at == 0)
    /* Translators: since when a card stands in a stage; %s is "14:30", "5 min ago" or "12 March" */
    return g_strdup_printf (_("Since: %s"), from);

  to = callboard_format_since (row->left_at, now);

  return g_strdup_printf ("%s – %s", from, to);
}

static void
add_stay (CallboardRecordList       *list,
          const CallboardHistoryRow *row,
          gint64                     now)
{
  g_autofree char *text = describe_sending (row);
  g_autofree char *stay = describe_stay (row, now);
  /* Translators: the times of a stay in a stage, and who moved the card there */
  g_autofree char *caption = row->automatic ? g_strdup_printf (_("%s · moved by Callboard"), stay) : g_strdup (stay);
  g_autofree char *exactly = callboard_format_exactly (row->entered_at);
  CallboardRecord record = { .heading = row->stage, .text = text, .caption = caption, .tooltip = exactly };

  callboard_record_list_add (list, &record);
}

void
callboard_records_fill_history (CallboardRecordList *list,
                                CallboardDb         *db,
                                gint64               application,
                                gint64               now)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = callboard_queries_load_history (db, application, &error);

  callboard_record_list_clear (list);
  if (rows == NULL)
    g_warning ("Could not read a history: %s", error->message);

  for (guint i = rows != NULL ? rows->len : 0; i > 0; i--)
    add_stay (list, g_ptr_array_index (rows, i - 1), now);
}

static char *
describe_queued (const CallboardDetails *details)
{
  if (details->waits_stage == NULL)
    return g_strdup (_("Waits until another campaign of this person has ended."));

  /* Translators: a stage and a job */
  return g_strdup_printf (_("Waits until “%s” of “%s” has ended."), details->waits_stage, details->waits_job);
}

static char *
describe_delivered (const CallboardDetails *details,
                    gint64                  now)
{
  g_autofree char *when = NULL;

  if (details->blast)
    return g_strdup (_("The message was delivered. Nothing more follows."));
  if (details->expires_at == 0)
    return g_strdup (_("Waits for an answer."));

  when = callboard_format_until (details->expires_at, now);

  /* Translators: %s is when: "on 12 March at 09:00" */
  return g_strdup_printf (_("Waits for an answer; expires %s."), when);
}

static char *
describe_none (const CallboardDetails *details)
{
  if (details->stage_type == CALLBOARD_STAGE_REVIEW)
    return g_strdup (_("A holding stage: nothing is sent from here."));

  return g_strdup (_("Nothing was sent in this stage."));
}

static char *
describe_scheduled (const CallboardDetails *details,
                    gint64                  now)
{
  g_autofree char *when = callboard_format_until (details->leaves_at, now);

  /* Translators: %s is "in 20 s", "at 09:00" or "now" */
  return g_strdup_printf (_("The first message leaves %s."), when);
}

char *
callboard_records_describe_next (const CallboardDetails *details,
                                 gint64                  now)
{
  switch (details->status)
    {
    case CALLBOARD_STATUS_SCHEDULED:
      return describe_scheduled (details, now);
    case CALLBOARD_STATUS_QUEUED:
      return describe_queued (details);
    case CALLBOARD_STATUS_SENDING:
      return g_strdup (_("Handed over; waits for the receipt."));
    case CALLBOARD_STATUS_DELIVERED:
    case CALLBOARD_STATUS_IN_PROGRESS:
      return describe_delivered (details, now);
    case CALLBOARD_STATUS_COMPLETED:
      return g_strdup (_("All is answered. Move the card on when you have decided."));
    case CALLBOARD_STATUS_FAILED:
      return callboard_failure_describe (details->failure, details->failure_code);
    case CALLBOARD_STATUS_EXPIRED:
      return g_strdup (_("No answer came in time. Send again, or move the card on."));
    case CALLBOARD_STATUS_WITHDRAWN:
      return g_strdup (_("The candidate no longer wants to take part."));
    case CALLBOARD_STATUS_CANCELLED:
      return g_strdup (_("The campaign was stopped. Nothing more leaves."));
    case CALLBOARD_STATUS_NONE:
    default:
      return describe_none (details);
    }
}
