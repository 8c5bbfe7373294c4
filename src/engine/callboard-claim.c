/* callboard-claim.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-enrolment.h"
#include "callboard-free-window.h"
#include "callboard-health.h"
#include "callboard-interview.h"
#include "callboard-late.h"
#include "callboard-media.h"
#include "callboard-outbox-private.h"

/* One message of a person at a time; within an enrolment in the order they were written, where only a template passes what
 * waits for the person; and a new campaign does not begin while an ended one still has something to say. A reminder past
 * its hour is cancelled by the next tick. Whether any campaign is paused is asked once, and hardly ever one is. */
#define DUE_SQL                                                                                             \
  "SELECT m.id, m.key, c.phone, m.body, m.choices, m.attempt, m.kind, m.enrolment_id, m.candidate_id,"     \
  " m.template IS NULL, e.held_at IS NOT NULL AND m.kind IN ('step', 'nudge'),"                            \
  " e.status, e.application_id, e.blast"                                                                   \
  " FROM message m JOIN candidate c ON c.id = m.candidate_id LEFT JOIN enrolment e ON e.id = m.enrolment_id" \
  " WHERE m.account_id = $1 AND m.state = 'waiting' AND m.due_at <= $2"                                    \
  " AND (m.kind = 'notice' OR c.opted_out_at IS NULL)"                                                     \
  " AND (m.kind <> 'reminder' OR m.due_at > $2 - 3600000000)"                                              \
  " AND (NOT EXISTS (SELECT 1 FROM campaign_pause) OR m.kind NOT IN ('first', 'nudge')"                    \
  "  OR NOT EXISTS (SELECT 1 FROM campaign_pause p WHERE p.campaign_id = e.campaign_id))"                  \
  " AND NOT EXISTS (SELECT 1 FROM message o WHERE o.candidate_id = m.candidate_id"                         \
  "  AND o.state IN ('waiting', 'claimed') AND o.id <> m.id AND (o.state = 'claimed'"                      \
  "   OR (o.id < m.id AND coalesce (o.enrolment_id, 0) = coalesce (m.enrolment_id, 0)"                     \
  "    AND (o.due_at IS NOT NULL OR m.template IS NULL))"                                                  \
  "   OR (m.kind = 'first' AND o.kind IN ('step', 'notice') AND o.due_at IS NOT NULL)))"                   \
  " ORDER BY m.due_at, m.id LIMIT $3"

/* The enrolment of a first message, as much of it as is needed to begin. */
typedef struct
{
  CallboardOutgoing  *outgoing;
  CallboardEnrolment  enrolment;
  gboolean            first;
  gboolean            step;
  gboolean            nudge;
  gboolean            free;
  gboolean            held;
} Due;

static void
claim_free (gpointer data)
{
  callboard_claim_clear (data);
  g_free (data);
}

static void
due_clear (gpointer data)
{
  Due *due = data;

  g_clear_pointer (&due->outgoing, callboard_outgoing_free);
}

static void
read_enrolment (CallboardRows      *rows,
                CallboardEnrolment *enrolment)
{
  int status = CALLBOARD_STATUS_NONE;

  if (!callboard_rows_null (rows, 11))
    callboard_enum_from_nick (CALLBOARD_TYPE_STATUS, callboard_rows_text (rows, 11), &status);

  enrolment->id = callboard_rows_int (rows, 7);
  enrolment->candidate = callboard_rows_int (rows, 8);
  enrolment->status = status;
  enrolment->application = callboard_rows_int (rows, 12);
  enrolment->blast = callboard_rows_int (rows, 13) != 0;
}

static Due
read_due (CallboardRows *rows,
          gint64         account,
          gint64         now)
{
  CallboardOutgoing *outgoing = g_new0 (CallboardOutgoing, 1);
  Due due = { outgoing };

  outgoing->id = callboard_rows_int (rows, 0);
  outgoing->account_id = account;
  outgoing->key = callboard_rows_dup (rows, 1);
  outgoing->to = callboard_rows_dup (rows, 2);
  outgoing->body = callboard_rows_dup (rows, 3);
  outgoing->choices = callboard_rows_dup (rows, 4);
  outgoing->attempt = callboard_rows_int (rows, 5);
  outgoing->claimed_at = now;
  due.first = g_strcmp0 (callboard_rows_text (rows, 6), "first") == 0;
  due.step = g_strcmp0 (callboard_rows_text (rows, 6), "step") == 0;
  due.nudge = g_strcmp0 (callboard_rows_text (rows, 6), "nudge") == 0;
  read_enrolment (rows, &due.enrolment);
  due.free = callboard_rows_int (rows, 9) != 0;
  due.held = callboard_rows_int (rows, 10) != 0;

  return due;
}

static GArray *
load_due (CallboardDb             *db,
          CallboardClaim          *claim,
          const CallboardAccount  *account,
          gint64                   now,
          GError                 **error)
{
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (Due));
  g_autoptr(GHashTable) people = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr(GError) fault = NULL;
  g_autoptr(CallboardRows) rows = callboard_db_select (db, &fault, DUE_SQL, "iii", account->id, now + account->shift,
                                                       (gint64) claim->limit);

  g_array_set_clear_func (found, due_clear);
  while (callboard_rows_next (rows, &fault))
    {
      Due due = read_due (rows, account->id, now);

      if (g_hash_table_add (people, g_memdup2 (&due.enrolment.candidate, sizeof (gint64))))
        g_array_append_val (found, due);
      else
        due_clear (&due);
    }

  if (fault == NULL)
    return g_steal_pointer (&found);

  g_propagate_error (error, g_steal_pointer (&fault));

  return NULL;
}

static gboolean
put_in_queue (CallboardDb       *db,
              Due               *due,
              gint64             now,
              CallboardChanges  *changes,
              GError           **error)
{
  callboard_changes_add (changes, CALLBOARD_CHANGED_OUTBOX);

  return callboard_db_run (db, error, "UPDATE message SET due_at = NULL WHERE id = $1", "i", due->outgoing->id) &&
         callboard_enrolment_become (db, &due->enrolment, CALLBOARD_STATUS_QUEUED, now, changes, error);
}

/* Whether the campaign may begin: not while another one of the same person is running. */
static gboolean
try_begin (CallboardDb       *db,
           Due               *due,
           gint64             now,
           gboolean          *begun,
           CallboardChanges  *changes,
           GError           **error)
{
  gint64 running = 0;

  if (!callboard_db_number (db, &running, error,
                            "SELECT id FROM enrolment WHERE candidate_id = $1 AND id <> $2 AND " CALLBOARD_RUNNING_SQL,
                            "ii", due->enrolment.candidate, due->enrolment.id))
    return FALSE;

  *begun = running == 0;
  if (running != 0)
    return put_in_queue (db, due, now, changes, error);

  return callboard_enrolment_become (db, &due->enrolment, CALLBOARD_STATUS_SENDING, now, changes, error);
}

/* A free message leaves only while the window is open; a campaign says nothing while a person has taken over. Of a nudge
 * WhatsApp has no template, so it is free as well; a reminder that comes too late would be worse than one refused. */
static gboolean
may_leave (CallboardDb             *db,
           const CallboardAccount  *account,
           const Due               *due,
           gint64                   now,
           gboolean                *may,
           GError                 **error)
{
  *may = !due->held;
  if (due->held || !(due->free || (due->nudge && callboard_account_needs_templates (account))))
    return TRUE;

  return callboard_free_window_check (db, account, due->enrolment.candidate, now + account->shift, may, error);
}

static gboolean
take (CallboardDb             *db,
      CallboardClaim          *claim,
      const CallboardAccount  *account,
      Due                     *due,
      gint64                   now,
      CallboardChanges        *changes,
      GError                 **error)
{
  gboolean begun = TRUE;
  gboolean may = TRUE;
  gint64 until = 0;

  if (due->step && !callboard_media_find_wait (db, due->enrolment.id, due->outgoing->id, now, &until, error))
    return FALSE;

  if (until > now)
    return callboard_db_run (db, error, "UPDATE message SET due_at = $1 WHERE id = $2",
                             "ii", until + account->shift, due->outgoing->id);

  if (due->first ? !try_begin (db, due, now + account->shift, &begun, changes, error)
                 : !may_leave (db, account, due, now, &may, error))
    return FALSE;

  if (!may)
    return callboard_free_window_park (db, due->outgoing->id, changes, error);

  if (!begun)
    return TRUE;

  if (!callboard_db_run (db, error,
                         "UPDATE message SET state = 'claimed', claimed_at = $1, changed_at = $2 WHERE id = $3",
                         "iii", now, now + account->shift, due->outgoing->id) ||
      !callboard_media_load (db, due->outgoing->id, &due->outgoing->media, error) ||
      !callboard_claim_dress (db, account, due->enrolment.id, due->first, due->outgoing, error))
    return FALSE;

  callboard_changes_add (changes, CALLBOARD_CHANGED_OUTBOX | CALLBOARD_CHANGED_CONVERSATIONS);
  g_ptr_array_add (claim->claimed, g_steal_pointer (&due->outgoing));

  return TRUE;
}

static gboolean
find_next_due (CallboardDb             *db,
               CallboardClaim          *claim,
               const CallboardAccount  *account,
               gint64                   now,
               GError                 **error)
{
  gint64 due = G_MAXINT64;

  if (!callboard_db_number (db, &due, error,
                            "SELECT min (due_at) FROM message WHERE account_id = $1 AND state = 'waiting' AND due_at > $2",
                            "ii", account->id, now + account->shift))
    return FALSE;

  claim->next_due = due == G_MAXINT64 ? due : due - account->shift;

  return TRUE;
}

static gboolean
is_active (CallboardDb  *db,
           gint64        account,
           gboolean     *active,
           GError      **error)
{
  gint64 n_active = 0;

  if (!callboard_db_number (db, &n_active, error, "SELECT count(*) FROM account WHERE id = $1 AND state = 'active'",
                            "i", account))
    return FALSE;

  *active = n_active > 0;

  return TRUE;
}

/* After a sleep the sender may be up before the first tick. */
static gboolean
put_late_aside (CallboardDb             *db,
                const CallboardAccount  *account,
                gint64                   now,
                CallboardChanges        *changes,
                GError                 **error)
{
  gint64 late = 0;

  if (!callboard_db_number (db, &late, error,
                            "SELECT EXISTS (SELECT 1 FROM message WHERE account_id = $1 AND state = 'waiting'"
                            " AND due_at < $2)",
                            "ii", account->id, now + account->shift - CALLBOARD_LATE_AFTER))
    return FALSE;

  return late == 0 || callboard_late_wake (db, now, changes, error);
}

static gboolean
execute_claim (gpointer           data,
               CallboardDb       *db,
               gint64             now,
               CallboardChanges  *changes,
               GError           **error)
{
  return callboard_claim_execute (data, db, now, changes, error);
}

void
callboard_claim_init (CallboardClaim *self,
                      gint64          account,
                      guint           limit)
{
  self->account = account;
  self->limit = limit;
  self->next_due = G_MAXINT64;
  self->claimed = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_outgoing_free);
}

void
callboard_claim_clear (CallboardClaim *self)
{
  g_clear_pointer (&self->claimed, g_ptr_array_unref);
}

/* While the account has to wait nothing is claimed; then one message goes before the others. */
static gboolean
heed_back_off (CallboardDb     *db,
               CallboardClaim  *claim,
               gint64           now,
               gboolean        *waits,
               GError         **error)
{
  gboolean probing;
  gint64 until;

  if (!callboard_health_get_back_off (db, claim->account, &until, &probing, error))
    return FALSE;

  *waits = until > now;
  if (*waits)
    claim->next_due = until;
  else if (probing)
    claim->limit = MIN (claim->limit, 1);

  return TRUE;
}

gboolean
callboard_claim_execute (CallboardClaim    *self,
                         CallboardDb       *db,
                         gint64             now,
                         CallboardChanges  *changes,
                         GError           **error)
{
  CallboardAccount account;
  g_autoptr(GArray) due = NULL;
  gboolean active, waits = FALSE;

  if (!is_active (db, self->account, &active, error) || !heed_back_off (db, self, now, &waits, error))
    return FALSE;

  if (!active || waits)
    return TRUE;

  if (!callboard_account_load (db, self->account, &account, error) ||
      !callboard_interview_drop_late (db, account.id, now + account.shift, changes, error) ||
      !put_late_aside (db, &account, now, changes, error) ||
      (due = load_due (db, self, &account, now, error)) == NULL)
    return FALSE;

  for (guint i = 0; i < due->len; i++)
    {
      if (!take (db, self, &account, &g_array_index (due, Due, i), now, changes, error))
        return FALSE;
    }

  return find_next_due (db, self, &account, now, error);
}

CallboardCommand *
callboard_claim_command_new (gint64 account,
                             guint  limit)
{
  CallboardClaim *claim = g_new0 (CallboardClaim, 1);

  callboard_claim_init (claim, account, limit);

  return callboard_command_new ("claim", execute_claim, claim, claim_free);
}

GPtrArray *
callboard_claim_command_get_claimed (CallboardCommand *command)
{
  CallboardClaim *claim = callboard_command_get_data (command);

  return claim->claimed;
}

gint64
callboard_claim_command_get_next_due (CallboardCommand *command)
{
  CallboardClaim *claim = callboard_command_get_data (command);

  return claim->next_due;
}
