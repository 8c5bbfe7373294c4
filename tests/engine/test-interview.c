/* test-interview.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "callboard-clock.h"
#include "callboard-error.h"
#include "callboard-interview.h"
#include "callboard-phrases.h"
#include "callboard-render.h"
#include "callboard-test-office.h"

#define ANNA "+447700900001"
#define BEN  "+447700900002"
#define LIVE "state IN ('booked', 'confirmed')"

#define WEEK                                                                                              \
  "\"hours\": [{\"day\": \"mon\", \"from\": \"09:00\", \"to\": \"17:00\"},"                               \
  "{\"day\": \"tue\", \"from\": \"09:00\", \"to\": \"17:00\"}, {\"day\": \"wed\", \"from\": \"09:00\", \"to\": \"17:00\"},"  \
  "{\"day\": \"thu\", \"from\": \"09:00\", \"to\": \"17:00\"}, {\"day\": \"fri\", \"from\": \"09:00\", \"to\": \"17:00\"}]"

/* The clock stands at Monday, 2 March 2026, 10:00 in London; the first slot is at 14:20, then there are four days more, and
 * Monday at nine. */
typedef struct
{
  CallboardTestOffice *office;
  gint64               job;
  gint64               interview;
  gint64               review;
  gint64               reject;
  guint                n_people;
} Fixture;

static gint64
find_stage (Fixture    *self,
            const char *name)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM stage WHERE job_id = %" G_GINT64_FORMAT " AND name = '%s'",
                                          self->job, name);

  return callboard_test_number (self->office->test, sql);
}

/* A job of its own, which becomes the one that people are added to. */
static void
add_job (Fixture    *self,
         const char *title,
         const char *times)
{
  g_autofree char *document =
    g_strdup_printf ("{\"callboard\": 1, \"language\": \"en\", \"welcome\": {\"text\": \"Hello\"}, \"modules\": ["
                     "{\"id\": \"sch1\", \"type\": \"schedule\", \"text\": \"Meet {{interviewer.name}}.\","
                     " \"zone\": \"Europe/London\", %s}]}", times);
  const CallboardStagePlan stages[] = {
    { "New", CALLBOARD_STAGE_REVIEW, NULL },
    { "Interview", CALLBOARD_STAGE_SCHEDULE, document },
    { "Rejected", CALLBOARD_STAGE_REJECT, NULL },
  };
  CallboardJobPlan plan = {
    .title = title, .country = "GB", .manager = "Priya Nair", .stages = stages, .n_stages = G_N_ELEMENTS (stages)
  };
  CallboardCommand *command = callboard_job_command_new (&plan);

  callboard_test_execute (self->office->test, command);
  self->job = self->office->job = callboard_office_command_get_id (command);
  self->review = find_stage (self, "New");
  self->interview = find_stage (self, "Interview");
  self->reject = find_stage (self, "Rejected");
}

static Fixture *
fixture_new (const char *times)
{
  Fixture *self = g_new0 (Fixture, 1);

  self->office = callboard_test_office_new ();
  add_job (self, "Cook", times);

  return self;
}

static void
fixture_free (Fixture *self)
{
  callboard_test_office_free (self->office);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

/* Sends all that is due, one after the other, and returns the last text. */
static char *
send_all (Fixture *self)
{
  char *last = NULL;

  while (TRUE)
    {
      g_autoptr(GPtrArray) claimed = callboard_test_office_claim (self->office);

      if (claimed->len == 0)
        return last;

      for (guint i = 0; i < claimed->len; i++)
        {
          CallboardOutgoing *outgoing = g_ptr_array_index (claimed, i);
          g_autofree char *provider_id = g_strdup_printf ("SM%" G_GINT64_FORMAT ".%u", outgoing->id, outgoing->attempt);

          g_free (last);
          last = g_strdup (outgoing->body);
          callboard_test_office_record (self->office, outgoing->id, CALLBOARD_OUTCOME_ACCEPTED, provider_id);
          callboard_test_office_receipt (self->office, provider_id, "delivered");
        }
    }
}

static char *
talk (Fixture    *self,
      const char *phone,
      const char *text)
{
  callboard_test_office_reply (self->office, phone, text);

  return send_all (self);
}

#define assert_talk(self, phone, text, part)                                       \
  G_STMT_START {                                                                   \
    g_autofree char *said_ = talk (self, phone, text);                             \
    g_test_message ("%s: %s", text, said_);                                        \
    g_assert_nonnull (said_);                                                      \
    g_assert_nonnull (strstr (said_, part));                                       \
  } G_STMT_END

static gint64
invite (Fixture    *self,
        const char *phone)
{
  g_autofree char *name = g_strdup_printf ("Person %u", ++self->n_people);
  gint64 application = callboard_test_office_add (self->office, name, phone);

  callboard_test_office_move (self->office, application, self->interview);
  callboard_test_advance (self->office->test, 20 * CALLBOARD_SECOND);
  g_free (send_all (self));

  return application;
}

/* Numbers as they stand in the two lists. */
static void
book (Fixture    *self,
      const char *phone,
      const char *day,
      const char *time)
{
  assert_talk (self, phone, "yes", "Which day suits you");
  assert_talk (self, phone, day, "Which time");
  assert_talk (self, phone, time, "Your interview is booked");
}

static void
test_book (void)
{
  g_autoptr(Fixture) self = fixture_new (WEEK);
  gint64 anna = invite (self, ANNA);

  assert_talk (self, ANNA, "yes", "Meet Priya Nair.");
  callboard_test_office_assert_status (self->office, anna, "in-progress");
  assert_talk (self, ANNA, "2", "1  09:00\n2  09:40\n");
  assert_talk (self, ANNA, "2", "Tuesday, 3 March, 09:40 (GMT, London)");
  callboard_test_office_assert_status (self->office, anna, "completed");
  callboard_test_assert_text (self->office->test, "SELECT state || ' ' || seat || ' ' || interviewer || ' ' ||"
                              " datetime (starts_at / 1000000, 'unixepoch') || ' ' || ((ends_at - starts_at) / 60000000)"
                              " FROM interview", "booked 0 Priya Nair 2026-03-03 09:40:00 30");
  callboard_test_assert_text (self->office->test, "SELECT group_concat (kind) FROM timer", "reminder-hours");
}

/* Both were shown the same times; the second to answer is offered others. */
static void
test_race (void)
{
  g_autoptr(Fixture) self = fixture_new (WEEK);

  invite (self, ANNA);
  invite (self, BEN);
  assert_talk (self, ANNA, "yes", "Which day");
  assert_talk (self, BEN, "yes", "Which day");
  assert_talk (self, ANNA, "3", "1  09:00");
  assert_talk (self, BEN, "3", "1  09:00");
  callboard_test_reopen (self->office->test);
  assert_talk (self, ANNA, "1", "Wednesday, 4 March, 09:00");
  assert_talk (self, BEN, "1", "somebody has just taken that time");
  assert_talk (self, BEN, "1", "Wednesday, 4 March, 09:40");
  callboard_test_assert_number (self->office->test, "SELECT count(DISTINCT starts_at) FROM interview WHERE " LIVE, ==, 2);
}

/* Nine people, eight seats: whoever comes ninth is not offered the session, not even when they were before. */
static void
test_group (void)
{
  g_autoptr(Fixture) self = fixture_new ("\"duration\": 60, \"sessions\": ["
                                         "{\"id\": \"s1\", \"starts\": \"2026-03-03T10:00\", \"seats\": 8},"
                                         "{\"id\": \"s2\", \"starts\": \"2026-03-04T10:00\", \"seats\": 8}]");

  for (guint i = 1; i <= 9; i++)
    {
      g_autofree char *phone = g_strdup_printf ("+4477009000%02u", i);

      invite (self, phone);
      assert_talk (self, phone, "yes", "Tue, 3 Mar");
      assert_talk (self, phone, "1", "1  10:00");
      if (i == 9)
        break;
    }

  for (guint i = 1; i <= 8; i++)
    {
      g_autofree char *phone = g_strdup_printf ("+4477009000%02u", i);

      assert_talk (self, phone, "1", "Tuesday, 3 March, 10:00");
    }

  assert_talk (self, "+447700900009", "1", "taken");
  callboard_test_assert_text (self->office->test, "SELECT count(*) || ' ' || count(DISTINCT seat) || ' ' || max (seat)"
                              " || ' ' || count(DISTINCT session) FROM interview", "8 8 7 1");
}

static void
test_move (void)
{
  g_autoptr(Fixture) self = fixture_new (WEEK);
  gint64 anna = invite (self, ANNA);

  book (self, ANNA, "3", "1");
  assert_talk (self, ANNA, "move", "Which day");
  assert_talk (self, ANNA, "4", "Which time");
  assert_talk (self, ANNA, "1", "Thursday, 5 March, 09:00");
  assert_talk (self, ANNA, "Move!", "Which day");
  assert_talk (self, ANNA, "3", "1  09:00");
  assert_talk (self, ANNA, "2", "Wednesday, 4 March, 09:40");
  assert_talk (self, ANNA, "1", "moved twice");
  callboard_test_office_assert_status (self->office, anna, "completed");
  callboard_test_assert_text (self->office->test, "SELECT group_concat (state || ' ' || moves, ', ') FROM interview",
                              "moved 0, moved 1, booked 2");
  callboard_test_assert_text (self->office->test, "SELECT group_concat (kind) FROM"
                              " (SELECT kind FROM timer ORDER BY kind)", "reminder-day,reminder-hours");

  /* The seats that were left are free again. */
  invite (self, BEN);
  book (self, BEN, "4", "1");
  callboard_test_assert_number (self->office->test, "SELECT count(*) FROM interview WHERE " LIVE, ==, 2);
}

static void
test_move_late (void)
{
  g_autoptr(Fixture) self = fixture_new (WEEK);

  invite (self, ANNA);
  book (self, ANNA, "1", "1");
  callboard_test_advance (self->office->test, 2 * CALLBOARD_HOUR + 25 * CALLBOARD_MINUTE);
  assert_talk (self, ANNA, "move", "too near to be moved");
  callboard_test_assert_number (self->office->test, "SELECT max (unread) FROM application", ==, 1);
}

static void
test_cancel (void)
{
  g_autoptr(Fixture) self = fixture_new (WEEK);
  gint64 anna = invite (self, ANNA);

  book (self, ANNA, "2", "1");
  assert_talk (self, ANNA, "I cannot come", "is cancelled. Thank you");
  callboard_test_office_assert_status (self->office, anna, "completed");
  callboard_test_assert_text (self->office->test, "SELECT state FROM interview", "cancelled");
  callboard_test_assert_number (self->office->test, "SELECT count(*) FROM timer", ==, 0);
  callboard_test_assert_text (self->office->test, "SELECT flag || ' ' || unread FROM application WHERE flag IS NOT NULL",
                              "attention 1");

  invite (self, BEN);
  book (self, BEN, "2", "1");
  callboard_test_assert_text (self->office->test, "SELECT group_concat (state || ' ' || seat, ', ') FROM interview",
                              "cancelled 0, booked 0");
}

static void
tick (Fixture *self,
      gint64   microseconds)
{
  callboard_test_advance (self->office->test, microseconds);
  callboard_test_execute (self->office->test, callboard_tick_command_new ());
}

#define assert_reminder(self, part)                                                \
  G_STMT_START {                                                                   \
    g_autofree char *said_ = send_all (self);                                      \
    g_assert_nonnull (said_);                                                      \
    g_assert_nonnull (strstr (said_, part));                                       \
  } G_STMT_END

#define assert_silence(self) g_assert_null (send_all (self))

static void
test_reminders (void)
{
  g_autoptr(Fixture) self = fixture_new (WEEK);

  /* On Wednesday at nine. */
  invite (self, ANNA);
  book (self, ANNA, "3", "1");
  tick (self, 22 * CALLBOARD_HOUR);
  assert_silence (self);
  callboard_test_reopen (self->office->test);
  tick (self, 59 * CALLBOARD_MINUTE + 40 * CALLBOARD_SECOND);
  assert_reminder (self, "A reminder of your interview: Wednesday, 4 March, 09:00 (GMT, London). Will you come?");
  callboard_test_assert_number (self->office->test, "SELECT count(*) FROM message WHERE kind = 'reminder'", ==, 1);
  assert_talk (self, ANNA, "1", "Thank you for confirming");
  callboard_test_assert_text (self->office->test, "SELECT state FROM interview", "confirmed");

  /* Two hours before it is seven, when nobody is written to yet. */
  tick (self, 22 * CALLBOARD_HOUR);
  assert_silence (self);
  tick (self, 30 * CALLBOARD_MINUTE);
  assert_reminder (self, "Your interview begins soon");
  tick (self, CALLBOARD_HOUR);
  assert_silence (self);
}

static void
test_reminder_near (void)
{
  g_autoptr(Fixture) self = fixture_new (WEEK);

  /* Twenty-three hours ahead: the day before has begun. */
  invite (self, ANNA);
  book (self, ANNA, "2", "1");
  callboard_test_assert_text (self->office->test, "SELECT group_concat (kind) FROM timer", "reminder-hours");

  /* Four hours ahead. */
  invite (self, BEN);
  book (self, BEN, "1", "1");
  callboard_test_assert_number (self->office->test, "SELECT count(*) FROM timer WHERE kind = 'reminder-hours'", ==, 2);
  tick (self, 2 * CALLBOARD_HOUR + 20 * CALLBOARD_MINUTE);
  assert_reminder (self, "begins soon");
  tick (self, 12 * CALLBOARD_HOUR);
  assert_silence (self);
}

/* The machine slept: what is past its hour does not leave, and the other one is not forgotten. */
static void
test_reminder_late (void)
{
  g_autoptr(Fixture) self = fixture_new (WEEK);

  invite (self, ANNA);
  book (self, ANNA, "4", "4");
  tick (self, 3 * CALLBOARD_DAY - 26 * CALLBOARD_HOUR + 4 * CALLBOARD_HOUR + CALLBOARD_MINUTE);
  assert_silence (self);
  callboard_test_assert_text (self->office->test, "SELECT group_concat (kind) FROM timer", "reminder-hours");
}

/* It stood in the outbox while nothing could leave. */
static void
test_reminder_held (void)
{
  g_autoptr(Fixture) self = fixture_new (WEEK);

  invite (self, ANNA);
  book (self, ANNA, "3", "1");
  tick (self, 23 * CALLBOARD_HOUR - 20 * CALLBOARD_SECOND);
  callboard_test_assert_text (self->office->test, "SELECT state FROM message WHERE kind = 'reminder'", "waiting");
  callboard_test_advance (self->office->test, CALLBOARD_HOUR + CALLBOARD_SECOND);
  assert_silence (self);
  callboard_test_assert_text (self->office->test, "SELECT state FROM message WHERE kind = 'reminder'", "cancelled");
}

static void
test_clock_jumps_back (void)
{
  g_autoptr(Fixture) self = fixture_new (WEEK);

  invite (self, ANNA);
  book (self, ANNA, "3", "1");
  tick (self, 23 * CALLBOARD_HOUR);
  assert_reminder (self, "Will you come?");
  tick (self, -5 * CALLBOARD_DAY);
  assert_silence (self);
  tick (self, 5 * CALLBOARD_DAY);
  assert_silence (self);
  callboard_test_assert_number (self->office->test, "SELECT count(*) FROM message WHERE kind = 'reminder'", ==, 1);
}

/* The night before Monday, 30 March, the clocks change in London. */
static void
test_summer_time (void)
{
  g_autoptr(Fixture) self = fixture_new ("\"sessions\": [{\"id\": \"s1\", \"starts\": \"2026-03-30T09:00\"}]");

  callboard_test_advance (self->office->test, 25 * CALLBOARD_DAY);
  invite (self, ANNA);
  assert_talk (self, ANNA, "yes", "Which time on Monday, 30 March suits you? (BST, London)\n1  09:00");
  assert_talk (self, ANNA, "1", "Monday, 30 March, 09:00 (BST, London)");
  callboard_test_assert_text (self->office->test,
                              "SELECT group_concat (datetime (due_at / 1000000, 'unixepoch'), ', ') FROM"
                              " (SELECT due_at FROM timer ORDER BY due_at)", "2026-03-29 08:00:00, 2026-03-30 06:30:00");
}

/* One interviewer, two jobs: what is taken in one is not on offer in the other. */
static void
test_two_jobs (void)
{
  g_autoptr(Fixture) self = fixture_new ("\"sessions\": [{\"id\": \"s1\", \"starts\": \"2026-03-03T10:00\", \"seats\": 3}]");

  invite (self, ANNA);
  assert_talk (self, ANNA, "yes", "1  10:00");
  assert_talk (self, ANNA, "1", "is booked");

  add_job (self, "Waiter", "\"sessions\": [{\"id\": \"s1\", \"starts\": \"2026-03-03T10:35\", \"seats\": 3},"
           "{\"id\": \"s2\", \"starts\": \"2026-03-03T10:40\", \"seats\": 3}]");
  invite (self, BEN);
  assert_talk (self, BEN, "yes", "1  10:40\nReply");
}

/* A person cannot be in two places, whoever holds the interviews. */
static void
test_same_person (void)
{
  g_autoptr(Fixture) self = fixture_new ("\"sessions\": [{\"id\": \"s1\", \"starts\": \"2026-03-03T10:00\"}]");

  invite (self, ANNA);
  assert_talk (self, ANNA, "yes", "1  10:00");
  assert_talk (self, ANNA, "1", "is booked");
  add_job (self, "Waiter", "\"interviewer\": \"Luca Ferri\","
           " \"sessions\": [{\"id\": \"s1\", \"starts\": \"2026-03-03T10:00\"},"
           "{\"id\": \"s2\", \"starts\": \"2026-03-03T11:00\"}]");
  invite (self, ANNA);
  assert_talk (self, ANNA, "yes", "1  11:00");

  /* The first interview's campaign hears again once it has spoken last. */
  assert_talk (self, ANNA, "1", "11:00 (GMT, London)");
  assert_talk (self, ANNA, "2", "11:00 (GMT, London) is cancelled");
  assert_talk (self, ANNA, "2", "10:00 (GMT, London) is cancelled");
}

static void
test_rebook (void)
{
  g_autoptr(Fixture) self = fixture_new (WEEK);
  gint64 id;

  invite (self, ANNA);
  book (self, ANNA, "2", "1");
  id = callboard_test_number (self->office->test, "SELECT id FROM interview");
  callboard_test_execute (self->office->test, callboard_interview_rebook_command_new (id));
  callboard_test_assert_text (self->office->test, "SELECT state FROM interview", "cancelled");
  assert_reminder (self, "Which day suits you");
  callboard_test_refuse (self->office->test, callboard_interview_rebook_command_new (id), CALLBOARD_ENGINE_ERROR,
                         CALLBOARD_ENGINE_ERROR_NOTHING);
  assert_talk (self, ANNA, "3", "Which time on Wednesday");
  assert_talk (self, ANNA, "1", "Wednesday, 4 March, 09:00");
  callboard_test_assert_text (self->office->test, "SELECT group_concat (state, ', ') FROM interview", "cancelled, booked");
}

static void
test_call_off (void)
{
  g_autoptr(Fixture) self = fixture_new (WEEK);
  gint64 id;

  invite (self, ANNA);
  book (self, ANNA, "2", "1");
  id = callboard_test_number (self->office->test, "SELECT id FROM interview");
  callboard_test_refuse (self->office->test, callboard_interview_call_off_command_new (id + 1), CALLBOARD_ENGINE_ERROR,
                         CALLBOARD_ENGINE_ERROR_NOT_FOUND);
  callboard_test_execute (self->office->test, callboard_interview_call_off_command_new (id));
  assert_reminder (self, "We are sorry: your interview on Tuesday, 3 March, 09:00 (GMT, London) is cancelled.");
  callboard_test_assert_text (self->office->test, "SELECT state FROM interview", "cancelled");
  callboard_test_assert_number (self->office->test, "SELECT count(*) FROM timer", ==, 0);
}

static void
test_locked (void)
{
  g_autoptr(Fixture) self = fixture_new (WEEK);
  gint64 id;

  invite (self, ANNA);
  book (self, ANNA, "1", "1");
  id = callboard_test_number (self->office->test, "SELECT id FROM interview");
  callboard_test_advance (self->office->test, 5 * CALLBOARD_HOUR);
  callboard_test_refuse (self->office->test, callboard_interview_rebook_command_new (id), CALLBOARD_ENGINE_ERROR,
                         CALLBOARD_ENGINE_ERROR_TOO_LATE);
  callboard_test_refuse (self->office->test, callboard_interview_call_off_command_new (id), CALLBOARD_ENGINE_ERROR,
                         CALLBOARD_ENGINE_ERROR_TOO_LATE);
  callboard_test_office_reply (self->office, ANNA, "STOP");
  callboard_test_assert_text (self->office->test, "SELECT state FROM interview", "booked");
}

static void
test_stop (void)
{
  static const char * const words[] = { "STOP", "withdraw" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr(Fixture) self = fixture_new (WEEK);

      invite (self, ANNA);
      book (self, ANNA, "2", "1");
      callboard_test_office_reply (self->office, ANNA, words[i]);
      callboard_test_assert_text (self->office->test, "SELECT state FROM interview", "cancelled");
      callboard_test_assert_number (self->office->test, "SELECT count(*) FROM timer", ==, 0);
    }
}

/* Moving on keeps the interview, a Reject stage frees it, and undo takes it again with its reminders. */
static void
test_leave (void)
{
  g_autoptr(Fixture) self = fixture_new (WEEK);
  gint64 anna = invite (self, ANNA);

  book (self, ANNA, "3", "1");
  callboard_test_office_move (self->office, anna, self->review);
  callboard_test_assert_text (self->office->test, "SELECT state FROM interview", "booked");
  callboard_test_office_move (self->office, anna, self->reject);
  callboard_test_assert_text (self->office->test, "SELECT state FROM interview", "cancelled");
  callboard_test_assert_number (self->office->test, "SELECT count(*) FROM timer", ==, 0);
  callboard_test_advance (self->office->test, CALLBOARD_MINUTE);
  callboard_test_execute (self->office->test, callboard_undo_command_new (0));
  callboard_test_assert_text (self->office->test, "SELECT state FROM interview", "booked");
  callboard_test_assert_number (self->office->test, "SELECT count(*) FROM timer", ==, 2);
}

static void
test_leave_and_lose (void)
{
  g_autoptr(Fixture) self = fixture_new (WEEK);
  gint64 anna = invite (self, ANNA);
  CallboardMoveResult rejected;

  book (self, ANNA, "3", "1");
  rejected = callboard_test_office_move (self->office, anna, self->reject);
  invite (self, BEN);
  book (self, BEN, "3", "1");
  callboard_test_execute (self->office->test, callboard_undo_command_new (rejected.batch));
  callboard_test_assert_text (self->office->test, "SELECT group_concat (state, ', ') FROM interview", "cancelled, booked");
}

/* Whatever the code does, the database gives a seat out once. */
static void
test_index (void)
{
  g_autoptr(Fixture) self = fixture_new (WEEK);
  g_autofree char *path = NULL;
  g_autoptr(CallboardDb) db = NULL;
  g_autoptr(GError) error = NULL;

  invite (self, ANNA);
  book (self, ANNA, "2", "1");
  path = g_build_filename (self->office->test->directory, "callboard.db", NULL);
  db = callboard_db_open (path, CALLBOARD_DB_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_false (callboard_db_run (db, &error,
                                    "INSERT INTO interview (enrolment_id, application_id, candidate_id, job_id, interviewer,"
                                    " seat, starts_at, ends_at, zone, place_kind, state, booked_at, changed_at)"
                                    " SELECT enrolment_id + 1, application_id, candidate_id, job_id, interviewer, seat,"
                                    " starts_at, ends_at, zone, place_kind, state, booked_at, changed_at FROM interview", ""));
  g_assert_error (error, CALLBOARD_STORE_ERROR, CALLBOARD_STORE_ERROR_CONSTRAINT);
}

/* "Cancel" would be a STOP, here and at the providers. */
static void
test_labels (void)
{
  static const char * const languages[] = { "en", "de", "fr", "es", "nl", "pt" };
  static const char * const buttons[] = { "confirm-button", "move-button", "cancel-button", "slot-more" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (buttons); j++)
        {
          g_autofree char *label = callboard_phrase (languages[i], buttons[j], NULL);

          g_assert_cmpint (callboard_words_classify (label, languages[i]), ==, CALLBOARD_WORD_NONE);
          g_assert_cmpint (g_utf8_strlen (label, -1), <=, CALLBOARD_MAX_BUTTON_TITLE);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/interview/book", test_book);
  g_test_add_func ("/interview/race", test_race);
  g_test_add_func ("/interview/group", test_group);
  g_test_add_func ("/interview/move", test_move);
  g_test_add_func ("/interview/move-late", test_move_late);
  g_test_add_func ("/interview/cancel", test_cancel);
  g_test_add_func ("/interview/reminders", test_reminders);
  g_test_add_func ("/interview/reminder-near", test_reminder_near);
  g_test_add_func ("/interview/reminder-late", test_reminder_late);
  g_test_add_func ("/interview/reminder-held", test_reminder_held);
  g_test_add_func ("/interview/clock-jumps-back", test_clock_jumps_back);
  g_test_add_func ("/interview/summer-time", test_summer_time);
  g_test_add_func ("/interview/two-jobs", test_two_jobs);
  g_test_add_func ("/interview/same-person", test_same_person);
  g_test_add_func ("/interview/rebook", test_rebook);
  g_test_add_func ("/interview/call-off", test_call_off);
  g_test_add_func ("/interview/locked", test_locked);
  g_test_add_func ("/interview/stop", test_stop);
  g_test_add_func ("/interview/leave", test_leave);
  g_test_add_func ("/interview/leave-and-lose", test_leave_and_lose);
  g_test_add_func ("/interview/index", test_index);
  g_test_add_func ("/interview/labels", test_labels);

  return g_test_run ();
}
