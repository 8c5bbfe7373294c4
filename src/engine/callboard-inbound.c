/* callboard-inbound.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-inbound-private.h"

#include "callboard-clock.h"
#include "callboard-free-window.h"
#include "callboard-opt-out.h"
#include "callboard-phrases.h"

/* How long a message may be under way before its own time counts. */
#define LATE (10 * CALLBOARD_MINUTE)

/* What was said while the program was shut was said then; else the two clocks may differ by more than a reply takes. */
static gint64
find_time (CallboardInbound *inbound)
{
  gint64 at = inbound->event->at;

  return at > 0 && at < inbound->now - LATE ? at : inbound->now;
}

static gboolean
insert_message (CallboardDb       *db,
                CallboardInbound  *inbound,
                GError           **error)
{
  const char *text = inbound->event->text != NULL ? inbound->event->text : "";

  return callboard_db_number (db, &inbound->message, error,
                              "INSERT INTO message (candidate_id, application_id, enrolment_id, account_id, direction, kind,"
                              " body, choice, state, provider_id, created_at, changed_at)"
                              " VALUES ($1, nullif ($2, 0), nullif ($3, 0), $4, 'in', 'reply', $5, $6, 'received', $7, $8, $8)"
                              " ON CONFLICT DO NOTHING RETURNING id",
                              "iiiisssi", inbound->candidate, inbound->application, inbound->enrolment,
                              inbound->account->id, text, inbound->event->choice, inbound->event->provider_id,
                              find_time (inbound));
}

static gboolean
insert_files (CallboardDb       *db,
              CallboardInbound  *inbound,
              GError           **error)
{
  GPtrArray *files = inbound->event->files;

  for (guint i = 0; files != NULL && i < files->len; i++)
    {
      const CallboardEventFile *file = g_ptr_array_index (files, i);

      if (!callboard_db_run (db, error,
                             "INSERT INTO attachment (message_id, type, name, source, state)"
                             " VALUES ($1, $2, coalesce ($3, ''), $4, 'fetching')",
                             "isss", inbound->message, file->type, file->name, file->source))
        return FALSE;
    }

  return TRUE;
}

static gboolean
mark_unread (CallboardDb       *db,
             CallboardInbound  *inbound,
             GError           **error)
{
  return callboard_db_run (db, error, "UPDATE application SET unread = unread + 1 WHERE id = $1",
                           "i", inbound->application);
}

/* Twilio answers STOP, START and HELP on long codes by itself (providers.md, 2.9); a second confirmation would be one
 * too many. */
static gboolean
is_confirmed_by_provider (CallboardInbound *inbound)
{
  return inbound->account->provider == CALLBOARD_PROVIDER_TWILIO;
}

static gboolean
send_notice (CallboardDb       *db,
             CallboardInbound  *inbound,
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
         CallboardInbound  *inbound,
         const char        *phrase,
         CallboardChanges  *changes,
         GError           **error)
{
  return is_confirmed_by_provider (inbound) || send_notice (db, inbound, phrase, changes, error);
}

/* When it was said. STOP and START must not change places on their way. */
static gint64
get_moment (CallboardInbound *inbound)
{
  return inbound->event->at > 0 ? inbound->event->at : inbound->now;
}

static gboolean
is_overtaken (CallboardInbound *inbound)
{
  return inbound->event->at > 0 && inbound->event->at <= inbound->opted_out_at;
}

/* Somebody who says it again has been told already. */
static gboolean
stop (CallboardDb       *db,
      CallboardInbound  *inbound,
      CallboardChanges  *changes,
      GError           **error)
{
  if (inbound->opted_out_at != 0)
    return callboard_db_run (db, error, "UPDATE candidate SET opted_out_at = max (opted_out_at, $1) WHERE id = $2",
                             "ii", get_moment (inbound), inbound->candidate);

  return callboard_opt_out (db, inbound->candidate, inbound->now, changes, error) &&
         callboard_db_run (db, error, "UPDATE candidate SET opted_out_at = $1 WHERE id = $2", "ii",
                           get_moment (inbound), inbound->candidate) &&
         confirm (db, inbound, "stopped", changes, error);
}

static gboolean
start_again (CallboardDb       *db,
             CallboardInbound  *inbound,
             CallboardChanges  *changes,
             GError           **error)
{
  callboard_changes_add (changes, CALLBOARD_CHANGED_CANDIDATES);

  return callboard_db_run (db, error, "UPDATE candidate SET opted_out_at = NULL WHERE id = $1", "i", inbound->candidate) &&
         confirm (db, inbound, "started", changes, error);
}

/* What was written before the open question could leave does not answer it: it opens the window for it. */
static gboolean
answer (CallboardDb       *db,
        CallboardInbound  *inbound,
        CallboardWord      word,
        CallboardChanges  *changes,
        GError           **error)
{
  g_autoptr(GArray) files = NULL;
  CallboardScriptEvent event = {
    .kind = CALLBOARD_SCRIPT_REPLY, .text = inbound->event->text, .choice = inbound->event->choice, .word = word,
    .quoted = inbound->quoted, .zone = inbound->zone, .message = inbound->message
  };
  CallboardEnrolment enrolment;
  gboolean understood = FALSE;
  gboolean wait = FALSE;

  if (inbound->enrolment == 0 || inbound->held)
    return mark_unread (db, inbound, error);

  if (inbound->waited)
    return TRUE;

  if (!callboard_inbound_must_wait (db, inbound, &wait, error))
    return FALSE;

  if (wait)
    return callboard_inbound_put_off (db, inbound, error);

  if ((files = callboard_inbound_load_files (db, inbound->message, error)) == NULL)
    return FALSE;

  event.files = (gconstpointer) files->data;
  event.n_files = files->len;

  return callboard_enrolment_load (db, inbound->enrolment, &enrolment, error) &&
         callboard_enrolment_hear (db, &enrolment, &event, inbound->message, inbound->now, &understood, changes, error) &&
         (understood || mark_unread (db, inbound, error));
}

gboolean
callboard_inbound_act (CallboardDb       *db,
                       CallboardInbound  *inbound,
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
      return stop (db, inbound, changes, error);

    case CALLBOARD_WORD_START:
      if (inbound->opted_out_at != 0 && !is_overtaken (inbound))
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

/* Returns whether there is a new message. */
static gboolean
store (CallboardDb       *db,
       CallboardInbound  *inbound,
       CallboardChanges  *changes,
       GError           **error)
{
  guint n_steps = 0;

  if (!insert_message (db, inbound, error) || inbound->message == 0)
    return FALSE;

  callboard_changes_add (changes, CALLBOARD_CHANGED_CONVERSATIONS | CALLBOARD_CHANGED_JOBS);
  if (inbound->application != 0)
    callboard_changes_add_application (changes, inbound->application);

  if (!insert_files (db, inbound, error) ||
      !callboard_free_window_release (db, inbound->account, inbound->candidate, inbound->now, &n_steps, changes, error))
    return FALSE;

  inbound->waited = n_steps > 0;

  return TRUE;
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
  g_auto(CallboardInbound) inbound = { .account = account, .event = event, .now = now };
  GError *fault = NULL;

  if (!callboard_inbound_find (db, &inbound, error))
    return FALSE;

  *stranger = inbound.candidate == 0;
  if (*stranger)
    return TRUE;

  if (store (db, &inbound, changes, &fault))
    return callboard_inbound_act (db, &inbound, changes, error);

  if (fault == NULL)
    return TRUE;

  g_propagate_error (error, fault);

  return FALSE;
}

gboolean
callboard_inbound_keep (CallboardDb             *db,
                        const CallboardAccount  *account,
                        const CallboardEvent    *event,
                        gint64                   now,
                        CallboardChanges        *changes,
                        GError                 **error)
{
  g_auto(CallboardInbound) inbound = { .account = account, .event = event, .now = now };

  if (!callboard_db_number (db, &inbound.candidate, error, "SELECT id FROM candidate WHERE phone = $1",
                            "s", event->from) ||
      !callboard_db_number (db, &inbound.application, error,
                            "SELECT id FROM application WHERE candidate_id = $1 AND state = 'live' ORDER BY id DESC LIMIT 1",
                            "i", inbound.candidate))
    return FALSE;

  if (inbound.candidate == 0)
    return TRUE;

  callboard_changes_add (changes, CALLBOARD_CHANGED_CONVERSATIONS | CALLBOARD_CHANGED_JOBS);
  if (inbound.application != 0)
    callboard_changes_add_application (changes, inbound.application);

  return insert_message (db, &inbound, error) &&
         callboard_db_run (db, error, "UPDATE application SET unread = unread + 1, flag = 'attention' WHERE id = $1",
                           "i", inbound.application);
}
