/* test-kill.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The program is killed again and again at whatever moment, while it sends and people answer, and the provider drops
 * connections after it has taken a message. In the end nothing was lost, nothing arrived twice, and everybody heard
 * things in order. The seed is printed at the start; --seed replays the faults. CALLBOARD_TEST_KILLS makes it longer. */

#include "config.h"

#include <ftw.h>
#include <glib/gstdio.h>
#include <libsoup/soup.h>
#include <stdlib.h>

#include "callboard-context.h"
#include "callboard-import.h"
#include "callboard-office.h"
#include "callboard-settings.h"
#include "fake_twilio.h"

#define N_PEOPLE    150
#define N_KILLS     150
#define MAX_LIFE_MS 250
#define QUIET_TRIES 200

typedef struct
{
  char       *directory;
  char       *program;
  FakeTwilio *twilio;
  GHashTable *heard;
  GPtrArray  *said;
} Story;

static int
remove_entry (const char        *path,
              const struct stat *info,
              int                kind,
              struct FTW        *place)
{
  return g_remove (path);
}

static CallboardStore *
open_store (const char *directory)
{
  g_autoptr(CallboardClock) clock = callboard_clock_new_system ();
  g_autoptr(GError) error = NULL;
  CallboardStore *store = callboard_store_open (directory, clock, &error);

  g_assert_no_error (error);

  return store;
}

/* What is killed. */
static int
run_office (const char *directory)
{
  g_autoptr(CallboardStore) store = open_store (directory);
  g_autoptr(CallboardContext) context = callboard_context_new (store);
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr(GError) error = NULL;

  callboard_context_start (context, &error);
  g_assert_no_error (error);
  g_main_loop_run (loop);

  return EXIT_SUCCESS;
}

static void
execute (CallboardStore   *store,
         CallboardCommand *command)
{
  g_autoptr(CallboardCommand) taken = command;
  g_autoptr(GError) error = NULL;

  callboard_store_execute (store, taken, &error);
  g_assert_no_error (error);
}

static char *
make_phone (guint person)
{
  return g_strdup_printf ("+447700900%03u", person + 1);
}

static GPtrArray *
make_people (gint64 stage)
{
  GPtrArray *people = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_person_free);

  for (guint i = 0; i < N_PEOPLE; i++)
    {
      CallboardPerson *person = callboard_person_new ();

      person->first_name = g_strdup_printf ("Anna %u", i);
      person->phone = make_phone (i);
      person->stage = stage;
      person->consent_source = g_strdup ("Form");
      g_ptr_array_add (people, person);
    }

  return people;
}

/* Everybody comes into the Form stage, and all of it is due at once, at any hour. */
static void
fill_office (Story *story)
{
  g_autoptr(CallboardStore) store = open_store (story->directory);
  CallboardStagePlan stages[] = { { "Form", CALLBOARD_STAGE_FORM, NULL } };
  CallboardJobPlan plan = { .title = "Driver", .location = "Leeds", .country = "GB", .stages = stages, .n_stages = 1 };
  g_autofree char *settings =
    g_strdup_printf ("{\"account_sid\": \"" FAKE_TWILIO_ACCOUNT "\", \"api_key\": \"" FAKE_TWILIO_KEY "\", \"from\": \""
                     FAKE_TWILIO_NUMBER "\", \"base_url\": \"%s\", \"rate\": 100, \"poll_seconds\": 1}",
                     fake_twilio_get_url (story->twilio));
  g_autoptr(CallboardCommand) job = callboard_job_command_new (&plan);

  execute (store, callboard_setting_command_new (CALLBOARD_SETTING_UNDO_MANY, "0"));
  execute (store, callboard_setting_command_new (CALLBOARD_SETTING_HOURS, "0-1440-127"));
  execute (store, callboard_account_command_new (0, CALLBOARD_PROVIDER_TWILIO, "Office", settings));
  execute (store, g_object_ref (job));
  execute (store, callboard_import_command_new (callboard_office_command_get_id (job), make_people (0),
                                                CALLBOARD_MOVE_DEFAULT, NULL, NULL, NULL));
  callboard_store_close (store);
}

/* Keeps what the provider took, per person and in order; somebody who heard something may answer. */
static void
listen (Story *story)
{
  g_auto(GStrv) lines = fake_twilio_steal_log (story->twilio);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr(GHashTable) form = NULL;
      const char *body = strrchr (lines[i], ' ');
      GPtrArray *texts;
      const char *to;

      if (!g_str_has_prefix (lines[i], "POST "))
        continue;

      form = soup_form_decode (body + 1);
      to = g_hash_table_lookup (form, "To");
      texts = g_hash_table_lookup (story->heard, to);
      if (texts == NULL)
        {
          texts = g_ptr_array_new_with_free_func (g_free);
          g_hash_table_insert (story->heard, g_strdup (to), texts);
        }

      g_ptr_array_add (texts, g_strdup (g_hash_table_lookup (form, "Body")));
      if (g_test_rand_int_range (0, 100) < 60)
        g_ptr_array_add (story->said, fake_twilio_inbound (story->twilio, to, "yes", 0, 0));
    }
}

static GSubprocess *
start_office (Story *story)
{
  g_autoptr(GError) error = NULL;
  GSubprocess *process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, story->program, "--office",
                                           story->directory, NULL);

  g_assert_no_error (error);

  return process;
}

static void
stop_office (GSubprocess *process)
{
  g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, NULL);
}

static CallboardDb *
open_db (Story *story)
{
  g_autofree char *path = g_build_filename (story->directory, "callboard.db", NULL);
  g_autoptr(GError) error = NULL;
  CallboardDb *db = callboard_db_open (path, CALLBOARD_DB_READ_ONLY, &error);

  g_assert_no_error (error);

  return db;
}

static gint64
ask (CallboardDb *db,
     const char  *sql,
     const char  *parameter)
{
  g_autoptr(GError) error = NULL;
  gint64 number = 0;

  callboard_db_number (db, &number, &error, sql, parameter != NULL ? "s" : "", parameter);
  g_assert_no_error (error);

  return number;
}

/* Lets one office live until it has nothing more to do: what is due is sent, what was said is understood. */
static void
let_settle (Story *story)
{
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(CallboardDb) db = open_db (story);
  gboolean quiet = FALSE;

  fake_twilio_set_drop (story->twilio, FALSE);
  process = start_office (story);
  for (guint i = 0; i < QUIET_TRIES && !quiet; i++)
    {
      g_usleep (G_USEC_PER_SEC / 10);
      listen (story);
      quiet = ask (db, "SELECT (SELECT count(*) FROM message WHERE state IN ('waiting', 'claimed'))"
                   " + (SELECT count(*) FROM inbox WHERE state = 'stored')", NULL) == 0 &&
              ask (db, "SELECT count(*) FROM message WHERE direction = 'in'", NULL) == story->said->len;
    }

  stop_office (process);
  listen (story);
  g_assert_true (quiet);
}

/* Walks what the database says was sent to a person beside what the provider took. A message of unknown fate may stand
 * on one side only. */
static void
compare (Story       *story,
         CallboardDb *db,
         const char  *phone)
{
  g_autoptr(GPtrArray) nothing = g_ptr_array_new ();
  GPtrArray *texts = g_hash_table_lookup (story->heard, phone);
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardRows) rows =
    callboard_db_select (db, &error, "SELECT m.body, m.state = 'unknown' FROM message m JOIN candidate c"
                         " ON c.id = m.candidate_id WHERE c.phone = $1 AND m.direction = 'out' ORDER BY m.id", "s", phone);
  guint next = 0;

  texts = texts != NULL ? texts : nothing;
  while (callboard_rows_next (rows, &error))
    {
      gboolean unknown = callboard_rows_int (rows, 1) != 0;
      gboolean taken = next < texts->len && g_str_equal (g_ptr_array_index (texts, next), callboard_rows_text (rows, 0));

      if (!taken && !unknown)
        g_error ("%s never got: %s", phone, callboard_rows_text (rows, 0));
      next += taken;
    }

  g_assert_no_error (error);
  if (next < texts->len)
    g_error ("%s got twice, or out of order: %s", phone, (char *) g_ptr_array_index (texts, next));
}

static void
check (Story *story)
{
  g_autoptr(CallboardDb) db = open_db (story);
  g_autofree char *whole = NULL;
  guint n_lost = 0;

  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autofree char *phone = make_phone (i);

      compare (story, db, phone);
    }

  for (guint i = 0; i < story->said->len; i++)
    n_lost += ask (db, "SELECT count(*) FROM message WHERE direction = 'in' AND provider_id = $1",
                   g_ptr_array_index (story->said, i)) != 1;

  g_assert_cmpuint (n_lost, ==, 0);
  callboard_db_text (db, &whole, NULL, "PRAGMA integrity_check", "");
  g_assert_cmpstr (whole, ==, "ok");
  g_assert_cmpint (ask (db, "SELECT count(*) FROM pragma_foreign_key_check", NULL), ==, 0);
  g_test_message ("%u answers, %" G_GINT64_FORMAT " messages out, of these %" G_GINT64_FORMAT " of unknown fate",
                  story->said->len, ask (db, "SELECT count(*) FROM message WHERE direction = 'out'", NULL),
                  ask (db, "SELECT count(*) FROM message WHERE state = 'unknown'", NULL));
}

static void
test_kill (gconstpointer data)
{
  Story story = { .program = (char *) data };
  const char *wanted = g_getenv ("CALLBOARD_TEST_KILLS");
  guint n_kills = wanted != NULL ? atoi (wanted) : N_KILLS;

  story.directory = g_dir_make_tmp ("callboard-XXXXXX", NULL);
  story.twilio = fake_twilio_new ();
  story.heard = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  story.said = g_ptr_array_new_with_free_func (g_free);
  fill_office (&story);

  for (guint i = 0; i < n_kills; i++)
    {
      g_autoptr(GSubprocess) process = start_office (&story);

      fake_twilio_set_drop (story.twilio, g_test_rand_int_range (0, 100) < 20);
      g_usleep (g_test_rand_int_range (10, MAX_LIFE_MS) * 1000);
      stop_office (process);
      listen (&story);
    }

  let_settle (&story);
  check (&story);

  fake_twilio_free (story.twilio);
  g_hash_table_unref (story.heard);
  g_ptr_array_unref (story.said);
  nftw (story.directory, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
  g_free (story.directory);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--office"))
    return run_office (argv[2]);

  g_test_init (&argc, &argv, NULL);
  g_setenv ("CALLBOARD_SECRET_1", FAKE_TWILIO_SECRET, TRUE);
  g_setenv ("CALLBOARD_SECRET_2", FAKE_TWILIO_SECRET, TRUE);
  g_test_add_data_func ("/kill/anywhere", argv[0], test_kill);

  return g_test_run ();
}
