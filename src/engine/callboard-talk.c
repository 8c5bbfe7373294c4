/* callboard-talk.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "callboard-card-state.h"
#include "callboard-entry.h"
#include "callboard-error.h"
#include "callboard-free-window.h"
#include "callboard-move.h"

#define MAX_TYPED_LENGTH 1600

/* Commands about one card: send its campaign again, type to the person, look at the conversation. */
typedef struct
{
  gint64  application;
  char   *text;
} Talk;

static void
talk_free (gpointer data)
{
  Talk *talk = data;

  g_free (talk->text);
  g_free (talk);
}

static Talk *
talk_new (gint64      application,
          const char *text)
{
  Talk *talk = g_new0 (Talk, 1);

  talk->application = application;
  talk->text = g_strdup (text);

  return talk;
}

static gboolean
refuse (GError     **error,
        int          code,
        const char  *message)
{
  g_set_error_literal (error, CALLBOARD_ENGINE_ERROR, code, message);

  return FALSE;
}

static gboolean
check_may_write (const CallboardCardState  *card,
                 GError                   **error)
{
  if (card->opted_out)
    return refuse (error, CALLBOARD_ENGINE_ERROR_NOT_ALLOWED,
                   _("This person opted out. Nothing may be sent until they write START."));

  return TRUE;
}

static gboolean
check_may_send (const CallboardEntry      *entry,
                const CallboardCardState  *card,
                GError                   **error)
{
  if (entry->campaign == 0)
    return refuse (error, CALLBOARD_ENGINE_ERROR_NOT_READY, _("A Review stage has no campaign to send."));

  if (!card->consented)
    return refuse (error, CALLBOARD_ENGINE_ERROR_NOT_ALLOWED,
                   _("No consent is recorded for this person's number. Record it first."));

  return check_may_write (card, error) && callboard_entry_check_ready (entry, CALLBOARD_MOVE_DEFAULT, error);
}

static gboolean
execute_send_again (gpointer           data,
                    CallboardDb       *db,
                    gint64             now,
                    CallboardChanges  *changes,
                    GError           **error)
{
  Talk *talk = data;
  g_auto(CallboardEntry) entry = { 0 };
  g_auto(CallboardCardState) card = { 0 };
  CallboardMoveResult result = { 0 };
  CallboardComer comer;

  if (!callboard_card_state_load (db, talk->application, &card, error) ||
      !callboard_entry_load (db, card.stage, 1, &entry, error) ||
      !check_may_send (&entry, &card, error) ||
      !callboard_card_state_cancel (db, &card, now, 0, changes, error))
    return FALSE;

  comer = (CallboardComer) {
    .application = talk->application, .candidate = card.candidate, .visit = card.visit,
    .consented = TRUE, .country = card.country, .zone = card.zone
  };

  return callboard_db_number (db, &comer.attempt, error,
                              "SELECT coalesce (max (attempt) + 1, 0) FROM enrolment WHERE visit_id = $1",
                              "i", card.visit) &&
         callboard_entry_enrol (db, &entry, &comer, CALLBOARD_MOVE_DEFAULT, now, &result, changes, error);
}

CallboardCommand *
callboard_send_again_command_new (gint64 application)
{
  return callboard_command_new ("send-again", execute_send_again, talk_new (application, NULL), talk_free);
}

static gboolean
check_text (const char  *text,
            GError     **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  if (*stripped == '\0')
    return refuse (error, CALLBOARD_ENGINE_ERROR_INVALID, _("The message is empty."));

  if (g_utf8_strlen (text, -1) > MAX_TYPED_LENGTH)
    return refuse (error, CALLBOARD_ENGINE_ERROR_INVALID, _("The message is too long. At most 1,600 characters can be sent."));

  return TRUE;
}

/* Where the person talks with us: the account of the open enrolment, else the one that sends. */
static gboolean
choose_account (CallboardDb               *db,
                const CallboardCardState  *card,
                CallboardAccount          *account,
                GError                   **error)
{
  gint64 id = 0;

  return callboard_db_number (db, &id, error,
                              "SELECT m.account_id FROM message m JOIN account a ON a.id = m.account_id"
                              " WHERE m.candidate_id = $1 AND a.state <> 'removed' ORDER BY m.id DESC LIMIT 1",
                              "i", card->candidate) &&
         callboard_account_load (db, id, account, error);
}

static gboolean
check_window (CallboardDb               *db,
              const CallboardCardState  *card,
              const CallboardAccount    *account,
              gint64                     now,
              GError                   **error)
{
  gboolean open;

  if (!callboard_free_window_check (db, account, card->candidate, now + account->shift, &open, error))
    return FALSE;

  if (!open)
    return refuse (error, CALLBOARD_ENGINE_ERROR_NOT_ALLOWED,
                   _("On WhatsApp you can write freely for 24 hours after this person’s last message. Wait until they "
                     "write, or send the campaign again."));

  return TRUE;
}

static gboolean
execute_typed (gpointer           data,
               CallboardDb       *db,
               gint64             now,
               CallboardChanges  *changes,
               GError           **error)
{
  Talk *talk = data;
  g_auto(CallboardCardState) card = { 0 };
  g_autofree char *key = NULL;
  CallboardAccount account;
  gint64 number = 0;

  if (!check_text (talk->text, error) ||
      !callboard_card_state_load (db, talk->application, &card, error) ||
      !check_may_write (&card, error) ||
      !choose_account (db, &card, &account, error) ||
      !check_window (db, &card, &account, now, error) ||
      !callboard_db_number (db, &number, error, "SELECT coalesce (max (id), 0) + 1 FROM message", ""))
    return FALSE;

  key = g_strdup_printf ("typed/%" G_GINT64_FORMAT, number);
  callboard_changes_add (changes, CALLBOARD_CHANGED_OUTBOX | CALLBOARD_CHANGED_CONVERSATIONS);
  callboard_changes_add_application (changes, talk->application);

  return callboard_db_run (db, error,
                           "INSERT INTO message (candidate_id, application_id, account_id, direction, kind, key, body,"
                           " state, due_at, created_at, changed_at)"
                           " VALUES ($1, $2, $3, 'out', 'typed', $4, $5, 'waiting', $6, $6, $6)",
                           "iiissi", card.candidate, talk->application, account.id, key, talk->text,
                           now + account.shift);
}

CallboardCommand *
callboard_typed_command_new (gint64      application,
                             const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return callboard_command_new ("typed", execute_typed, talk_new (application, text), talk_free);
}

static gboolean
execute_read (gpointer           data,
              CallboardDb       *db,
              gint64             now,
              CallboardChanges  *changes,
              GError           **error)
{
  Talk *talk = data;

  if (!callboard_db_run (db, error, "UPDATE application SET unread = 0, flag = nullif (flag, 'attention')"
                         " WHERE id = $1 AND (unread > 0 OR flag = 'attention')", "i", talk->application))
    return FALSE;

  if (callboard_db_changes (db) > 0)
    {
      callboard_changes_add_application (changes, talk->application);
      callboard_changes_add (changes, CALLBOARD_CHANGED_JOBS);
    }

  return TRUE;
}

CallboardCommand *
callboard_read_command_new (gint64 application)
{
  return callboard_command_new ("read", execute_read, talk_new (application, NULL), talk_free);
}
