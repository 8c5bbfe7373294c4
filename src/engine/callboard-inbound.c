/* callboard-inbound.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-inbound.h"

#include "callboard-opt-out.h"
#include "callboard-phrases.h"

/* One message from a candidate on its way through. An enrolment or application of 0 is none. */
typedef struct
{
  const CallboardAccount *account;
  const CallboardEvent   *event;
  gint64                  now;
  gint64                  candidate;
  gint64                  application;
  gint64                  enrolment;
  gint64                  message;
  gint64                  opted_out;
  char                   *language;
} Inbound;

static void
inbound_clear (Inbound *inbound)
{
  g_free (inbound->language);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Inbound, inbound_clear)

static gboolean
find_conversation (CallboardDb  *db,
                   Inbound      *inbound,
                   GError      **error)
{
  gint64 last = 0;
  CallboardEnrolment enrolment;
  CallboardScript *script;

  if (!callboard_db_number (db, &inbound->enrolment, error,
                            "SELECT id FROM enrolment WHERE candidate_id = $1 AND account_id = $2 AND "
                            CALLBOARD_RUNNING_SQL " ORDER BY id DESC LIMIT 1",
                            "ii", inbound->candidate, inbound->account->id) ||
      !callboard_db_number (db, &last, error,
                            "SELECT id FROM enrolment WHERE candidate_id = $1 ORDER BY id DESC LIMIT 1",
                            "i", inbound->candidate) ||
      !callboard_db_number (db, &inbound->application, error,
                            "SELECT id FROM application WHERE candidate_id = $1 AND state = 'live' ORDER BY id DESC LIMIT 1",
                            "i", inbound->candidate))
    return FALSE;

  if (last == 0)
    return TRUE;

  if (!callboard_enrolment_load (db, inbound->enrolment != 0 ? inbound->enrolment : last, &enrolment, error))
    return FALSE;

  script = callboard_script_load (db, enrolment.campaign, enrolment.version, error);
  if (script == NULL)
    return FALSE;

  inbound->application = enrolment.application;
  inbound->language = g_strdup (callboard_script_get_language (script));

  return TRUE;
}

static gboolean
insert_message (CallboardDb  *db,
                Inbound      *inbound,
                GError      **error)
{
  return callboard_db_number (db, &inbound->message, error,
                              "INSERT INTO message (candidate_id, application_id, enrolment_id, account_id, direction, kind,"
                              " body, choice, state, provider_id, created_at, changed_at)"
                              " VALUES ($1, nullif ($2, 0), nullif ($3, 0), $4, 'in', 'reply', $5, $6, 'received', $7, $8, $8)"
                              " ON CONFLICT DO NOTHING RETURNING id",
                              "iiiisssi", inbound->candidate, inbound->application, inbound->enrolment,
                              inbound->account->id, inbound->event->text, inbound->event->choice,
                              inbound->event->provider_id, inbound->now);
}

static gboolean
insert_files (CallboardDb  *db,
              Inbound      *inbound,
              GError      **error)
{
  GPtrArray *files = inbound->event->files;

  for (guint i = 0; files != NULL && i < files->len; i++)
    {
      const CallboardEventFile *file = g_ptr_array_index (files, i);

      if (!callboard_db_run (db, error, "INSERT INTO attachment (message_id, type, source) VALUES ($1, $2, $3)",
                             "iss", inbound->message, file->type, file->source))
        return FALSE;
    }

  return TRUE;
}

static gboolean
mark_unread (CallboardDb  *db,
             Inbound      *inbound,
             GError      **error)
{
  return callboard_db_run (db, error, "UPDATE application SET unread = unread + 1 WHERE id = $1",
                           "i", inbound->application);
}

/* Twilio answers STOP, START and HELP on long codes by itself (providers.md, 2.9); a second confirmation would be one
 * too many. */
static gboolean
is_confirmed_by_provider (Inbound *inbound)
{
  return inbound->account->provider == CALLBOARD_PROVIDER_TWILIO;
}

static gboolean
send_notice (CallboardDb       *db,
             Inbound           *inbound,
             const char        *phrase,
             CallboardChanges  *changes,
             GError           **error)
{
  g_autofree char *body = callboard_phrase (inbound->language, phrase, NULL);
  g_autofree char *key = g_strdup_printf ("notice/%" G_GINT64_FORMAT, inbound->message);

  callboard_changes_add (changes, CALLBOARD_CHANGED_OUTBOX);

  return callboard_db_run (db, error,
                           "INSERT INTO message (candidate_id, application_id, account_id, direction, kind, key, body,"
                           " state, due_at, created_at, changed_at)"
                           " VALUES ($1, nullif ($2, 0), $3, 'out', 'notice', $4, $5, 'waiting', $6, $6, $6)",
                           "iiissi", inbound->candidate, inbound->application, inbound->account->id, key, body,
                           inbound->now);
}

static gboolean
confirm (CallboardDb       *db,
         Inbound           *inbound,
         const char        *phrase,
         CallboardChanges  *changes,
         GError           **error)
{
  return is_confirmed_by_provider (inbound) || send_notice (db, inbound, phrase, changes, error);
}

static gboolean
start_again (CallboardDb       *db,
             Inbound           *inbound,
             CallboardChanges  *changes,
             GError           **error)
{
  callboard_changes_add (changes, CALLBOARD_CHANGED_CANDIDATES);

  return callboard_db_run (db, error, "UPDATE candidate SET opted_out_at = NULL WHERE id = $1", "i", inbound->candidate) &&
         confirm (db, inbound, "started", changes, error);
}

static gboolean
answer (CallboardDb       *db,
        Inbound           *inbound,
        CallboardWord      word,
        CallboardChanges  *changes,
        GError           **error)
{
  CallboardScriptEvent event = {
    .kind = CALLBOARD_SCRIPT_REPLY, .text = inbound->event->text, .choice = inbound->event->choice, .word = word,
    .message = inbound->message
  };
  CallboardEnrolment enrolment;
  gboolean understood = FALSE;

  if (inbound->enrolment == 0)
    return mark_unread (db, inbound, error);

  return callboard_enrolment_load (db, inbound->enrolment, &enrolment, error) &&
         callboard_enrolment_hear (db, &enrolment, &event, inbound->message, inbound->now, &understood, changes, error) &&
         (understood || mark_unread (db, inbound, error));
}

static gboolean
act (CallboardDb       *db,
     Inbound           *inbound,
     CallboardChanges  *changes,
     GError           **error)
{
  CallboardWord word = CALLBOARD_WORD_NONE;

  /* A button says what its id says: the one that begins a campaign is called Start, and means no START. */
  if (inbound->event->choice == NULL)
    word = callboard_words_classify (inbound->event->text, inbound->language);

  switch ((int) word)
    {
    case CALLBOARD_WORD_STOP:
      return callboard_opt_out (db, inbound->candidate, inbound->now, changes, error) &&
             confirm (db, inbound, "stopped", changes, error);

    case CALLBOARD_WORD_START:
      if (inbound->opted_out)
        return start_again (db, inbound, changes, error);
      break;

    case CALLBOARD_WORD_HELP:
      return confirm (db, inbound, "help", changes, error);

    case CALLBOARD_WORD_WITHDRAW:
      if (inbound->enrolment != 0)
        return callboard_withdraw (db, inbound->enrolment, inbound->now, changes, error) &&
               mark_unread (db, inbound, error) &&
               send_notice (db, inbound, "withdrawn", changes, error);
      break;

    default:
      break;
    }

  return answer (db, inbound, word, changes, error);
}

gboolean
callboard_inbound_take (CallboardDb             *db,
                        const CallboardAccount  *account,
                        const CallboardEvent    *event,
                        gint64                   now,
                        gboolean                *stranger,
                        CallboardChanges        *changes,
                        GError                 **error)
{
  g_auto(Inbound) inbound = { .account = account, .event = event, .now = now };

  if (!callboard_db_number (db, &inbound.candidate, error, "SELECT id FROM candidate WHERE phone = $1",
                            "s", event->from))
    return FALSE;

  *stranger = inbound.candidate == 0;
  if (*stranger)
    return TRUE;

  if (!callboard_db_number (db, &inbound.opted_out, error,
                            "SELECT opted_out_at IS NOT NULL FROM candidate WHERE id = $1", "i", inbound.candidate) ||
      !find_conversation (db, &inbound, error) ||
      !insert_message (db, &inbound, error))
    return FALSE;

  if (inbound.message == 0)
    return TRUE;

  callboard_changes_add (changes, CALLBOARD_CHANGED_CONVERSATIONS | CALLBOARD_CHANGED_JOBS);
  if (inbound.application != 0)
    callboard_changes_add_application (changes, inbound.application);

  return insert_files (db, &inbound, error) && act (db, &inbound, changes, error);
}
