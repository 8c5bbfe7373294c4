/* bare.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bare.h"

#include <sqlite3.h>

#define GAP  G_GINT64_CONSTANT (1048576)
#define BODY "Hi Anna, this is about Driver.\nReply YES to start."

typedef enum
{
  BEGIN,
  COMMIT,
  PLACE,
  LEAVE,
  VISIT,
  TRACE,
  ENROL,
  EVENT,
  MESSAGE,
  CANDIDATE,
  CONSENT,
  APPLICATION,
  SEARCH,
  N_STATEMENTS
} Statement;

static const char * const sql[N_STATEMENTS] = {
  [BEGIN] = "BEGIN IMMEDIATE",
  [COMMIT] = "COMMIT",
  [PLACE] = "UPDATE application SET stage_id = $1, rank = $2, visit_id = $3, enrolment_id = $4 WHERE id = $5",
  [LEAVE] = "UPDATE visit SET left_at = $1 WHERE id = $2",
  [VISIT] = "INSERT INTO visit (id, application_id, stage_id, entered_at) VALUES ($1, $2, $3, $4)",
  [TRACE] = "INSERT INTO batch_move (batch_id, application_id, from_stage, from_rank, from_visit, to_visit)"
            " VALUES ($1, $2, $3, $4, $5, $6)",
  [ENROL] = "INSERT INTO enrolment (id, visit_id, application_id, candidate_id, campaign_id, version, account_id, blast,"
            " status, state, total, leaves_at, created_at) VALUES ($1, $2, $3, $4, $5, 1, $6, 0, 'scheduled',"
            " 'welcome step=0 tries=0 asked=1 done=0', 3, $7, $7)",
  [EVENT] = "INSERT INTO enrolment_event (enrolment_id, event, at) VALUES ($1, 'start', $2)",
  [MESSAGE] = "INSERT INTO message (candidate_id, application_id, enrolment_id, account_id, direction, kind, key, body,"
              " choices, state, due_at, created_at, changed_at) VALUES ($1, $2, $3, $4, 'out', 'first', $5, '" BODY "',"
              " '[{\"id\":\"begin\",\"title\":\"Start\"}]', 'waiting', $6, $6, $6)",
  [CANDIDATE] = "INSERT INTO candidate (id, first_name, last_name, phone, country, created_at)"
                " VALUES ($1, $2, $3, $4, 'GB', $5)",
  [CONSENT] = "INSERT INTO consent (candidate_id, phone, source, wording, given_at) VALUES ($1, $2, 'Job fair', '', $3)",
  [APPLICATION] = "INSERT INTO application (id, candidate_id, job_id, stage_id, rank, visit_id, created_at)"
                  " VALUES ($1, $2, $3, $4, $5, $6, $7)",
  [SEARCH] = "SELECT rowid FROM candidate_search WHERE candidate_search MATCH $1",
};

/* A card as the yardstick knows it. */
typedef struct
{
  gint64 candidate;
  gint64 rank;
  gint64 visit;
} Card;

struct _Bare
{
  CallboardTestOffice *office;
  sqlite3             *handle;
  sqlite3_stmt        *statements[N_STATEMENTS];
  gint64               campaign;
};

static void
run_script (Bare       *self,
            const char *script)
{
  g_assert_cmpint (sqlite3_exec (self->handle, script, NULL, NULL, NULL), ==, SQLITE_OK);
}

Bare *
bare_new (CallboardTestOffice *office)
{
  Bare *self = g_new0 (Bare, 1);
  g_autofree char *path = g_build_filename (office->test->directory, "callboard.db", NULL);

  self->office = office;
  g_assert_cmpint (sqlite3_open_v2 (path, &self->handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL), ==, SQLITE_OK);
  run_script (self, "PRAGMA foreign_keys=ON; PRAGMA cache_size=-16000; PRAGMA temp_store=MEMORY;"
              " PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0;");

  for (guint i = 0; i < N_STATEMENTS; i++)
    g_assert_cmpint (sqlite3_prepare_v3 (self->handle, sql[i], -1, SQLITE_PREPARE_PERSISTENT, &self->statements[i], NULL),
                     ==, SQLITE_OK);

  self->campaign = callboard_test_number (office->test, "SELECT campaign_id FROM stage WHERE name = 'Form'");

  return self;
}

void
bare_free (Bare *self)
{
  for (guint i = 0; i < N_STATEMENTS; i++)
    sqlite3_finalize (self->statements[i]);

  sqlite3_close (self->handle);
  g_free (self);
}

static void
bind (Bare       *self,
      Statement   which,
      guint       n_values,
      ...)
{
  va_list values;

  va_start (values, n_values);
  for (guint i = 1; i <= n_values; i++)
    sqlite3_bind_int64 (self->statements[which], i, va_arg (values, gint64));
  va_end (values);
}

static void
bind_text (Bare       *self,
           Statement   which,
           guint       place,
           const char *text)
{
  sqlite3_bind_text (self->statements[which], place, text, -1, SQLITE_STATIC);
}

static void
step (Bare      *self,
      Statement  which)
{
  int code = sqlite3_step (self->statements[which]);

  if (code != SQLITE_DONE)
    g_error ("%s: %s", sql[which], sqlite3_errmsg (self->handle));

  sqlite3_reset (self->statements[which]);
}

static gint64
ask (Bare       *self,
     const char *question)
{
  sqlite3_stmt *statement;
  gint64 answer;

  g_assert_cmpint (sqlite3_prepare_v2 (self->handle, question, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  answer = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);

  return answer;
}

static void
move_card (Bare       *self,
           gint64      card,
           const Card *known,
           gint64      batch,
           gint64      visit,
           gint64      enrolment,
           gint64      rank)
{
  CallboardTestOffice *office = self->office;
  gint64 now = CALLBOARD_TEST_NOW;
  char key[64];

  g_snprintf (key, sizeof key, "%" G_GINT64_FORMAT "/1/0/welcome.0", visit);
  bind (self, LEAVE, 2, now, known->visit);
  step (self, LEAVE);
  bind (self, VISIT, 4, visit, card, office->form, now);
  step (self, VISIT);
  bind (self, TRACE, 6, batch, card, office->review, known->rank, known->visit, visit);
  step (self, TRACE);
  bind (self, ENROL, 7, enrolment, visit, card, known->candidate, self->campaign, office->account, now);
  step (self, ENROL);
  bind (self, PLACE, 5, office->form, rank, visit, enrolment, card);
  step (self, PLACE);
  bind (self, EVENT, 2, enrolment, now);
  step (self, EVENT);
  bind (self, MESSAGE, 4, known->candidate, card, enrolment, office->account);
  bind_text (self, MESSAGE, 5, key);
  sqlite3_bind_int64 (self->statements[MESSAGE], 6, now);
  step (self, MESSAGE);
}

void
bare_move (Bare         *self,
           const gint64 *cards,
           guint         n_cards)
{
  gint64 visit = ask (self, "SELECT max (id) FROM visit");
  gint64 enrolment = ask (self, "SELECT coalesce (max (id), 0) FROM enrolment");
  gint64 rank = ask (self, "SELECT coalesce (max (rank), 0) FROM application WHERE stage_id ="
                     " (SELECT id FROM stage WHERE name = 'Form')");
  gint64 batch;

  run_script (self, "INSERT INTO batch (made_at) VALUES (0)");
  batch = sqlite3_last_insert_rowid (self->handle);

  step (self, BEGIN);
  for (guint i = 0; i < n_cards; i++)
    {
      /* In the bench's office the ids of candidates, visits and cards are one, and ranks go with them. */
      Card known = { cards[i], cards[i] * GAP, cards[i] };

      move_card (self, cards[i], &known, batch, visit + 1 + i, enrolment + 1 + i, rank + (i + 1) * GAP);
    }
  step (self, COMMIT);
}

static void
import_person (Bare   *self,
               gint64  id,
               gint64  batch)
{
  g_autofree char *last_name = g_strdup_printf ("%s %u", bench_last_name (id), (guint) id);
  g_autofree char *phone = bench_phone (id);
  gint64 now = CALLBOARD_TEST_NOW;

  sqlite3_bind_int64 (self->statements[CANDIDATE], 1, id);
  bind_text (self, CANDIDATE, 2, bench_first_name (id));
  bind_text (self, CANDIDATE, 3, last_name);
  bind_text (self, CANDIDATE, 4, phone);
  sqlite3_bind_int64 (self->statements[CANDIDATE], 5, now);
  step (self, CANDIDATE);
  sqlite3_bind_int64 (self->statements[CONSENT], 1, id);
  bind_text (self, CONSENT, 2, phone);
  sqlite3_bind_int64 (self->statements[CONSENT], 3, now);
  step (self, CONSENT);
  bind (self, APPLICATION, 7, id, id, self->office->job, self->office->review, id * GAP, id, now);
  step (self, APPLICATION);
  bind (self, VISIT, 4, id, id, self->office->review, now);
  step (self, VISIT);
  bind (self, TRACE, 6, batch, id, (gint64) 0, (gint64) 0, (gint64) 0, id);
  step (self, TRACE);
}

void
bare_import (Bare  *self,
             guint  n_people)
{
  step (self, BEGIN);
  run_script (self, "INSERT INTO batch (made_at) VALUES (0)");

  for (guint i = 1; i <= n_people; i++)
    import_person (self, i, 1);

  step (self, COMMIT);
}

guint
bare_search (Bare       *self,
             const char *match)
{
  guint n_found = 0;

  bind_text (self, SEARCH, 1, match);
  while (sqlite3_step (self->statements[SEARCH]) == SQLITE_ROW)
    n_found += sqlite3_column_int64 (self->statements[SEARCH], 0) != 0;
  sqlite3_reset (self->statements[SEARCH]);

  return n_found;
}

void
bare_settle (Bare *self)
{
  sqlite3_wal_checkpoint_v2 (self->handle, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
}
