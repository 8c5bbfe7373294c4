/* callboard-interview-commands.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "callboard-error.h"
#include "callboard-interview.h"

/* What the recruiter wants of an interview. */
typedef struct
{
  gint64                    interview;
  CallboardScriptEventKind  kind;
} Wish;

typedef struct
{
  gint64   enrolment;
  gint64   starts_at;
  gboolean live;
} Booked;

static gboolean
refuse (GError     **error,
        int          code,
        const char  *message)
{
  g_set_error_literal (error, CALLBOARD_ENGINE_ERROR, code, message);

  return FALSE;
}

static gboolean
load_booked (CallboardDb  *db,
             gint64        interview,
             Booked       *booked,
             GError      **error)
{
  g_autoptr(GError) fault = NULL;
  g_autoptr(CallboardRows) rows =
    callboard_db_select (db, &fault, "SELECT enrolment_id, starts_at, state IN ('booked', 'confirmed') FROM interview"
                         " WHERE id = $1", "i", interview);

  if (callboard_rows_next (rows, &fault))
    {
      booked->enrolment = callboard_rows_int (rows, 0);
      booked->starts_at = callboard_rows_int (rows, 1);
      booked->live = callboard_rows_int (rows, 2) != 0;
      return TRUE;
    }

  if (fault == NULL)
    return refuse (error, CALLBOARD_ENGINE_ERROR_NOT_FOUND, _("The interview no longer exists."));

  g_propagate_error (error, g_steal_pointer (&fault));

  return FALSE;
}

static gboolean
check (const Booked  *booked,
       gint64         now,
       GError       **error)
{
  if (!booked->live)
    return refuse (error, CALLBOARD_ENGINE_ERROR_NOTHING, _("The interview was moved or cancelled already."));

  if (booked->starts_at <= now)
    return refuse (error, CALLBOARD_ENGINE_ERROR_TOO_LATE,
                   _("The interview has begun or is over. It can no longer be changed."));

  return TRUE;
}

static gboolean
execute_wish (gpointer           data,
              CallboardDb       *db,
              gint64             real_now,
              CallboardChanges  *changes,
              GError           **error)
{
  Wish *wish = data;
  CallboardScriptEvent event = { .kind = wish->kind };
  CallboardEnrolment enrolment;
  Booked booked;
  gint64 now;

  if (!load_booked (db, wish->interview, &booked, error) ||
      !callboard_enrolment_load (db, booked.enrolment, &enrolment, error))
    return FALSE;

  now = real_now + enrolment.account.shift;
  if (!check (&booked, now, error) ||
      !callboard_enrolment_step (db, &enrolment, &event, 0, now, NULL, changes, error))
    return FALSE;

  return wish->kind != CALLBOARD_SCRIPT_CALL_OFF || callboard_interview_cancel (db, &enrolment, now, changes, error);
}

static CallboardCommand *
create_command (const char               *name,
                gint64                    interview,
                CallboardScriptEventKind  kind)
{
  Wish *wish = g_new0 (Wish, 1);

  wish->interview = interview;
  wish->kind = kind;

  return callboard_command_new (name, execute_wish, wish, g_free);
}

CallboardCommand *
callboard_interview_rebook_command_new (gint64 interview)
{
  return create_command ("interview-rebook", interview, CALLBOARD_SCRIPT_REBOOK);
}

CallboardCommand *
callboard_interview_call_off_command_new (gint64 interview)
{
  return create_command ("interview-call-off", interview, CALLBOARD_SCRIPT_CALL_OFF);
}
