/* test-jobs.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-archive.h"
#include "callboard-error.h"
#include "callboard-job-commands.h"
#include "callboard-queries-jobs.h"
#include "callboard-script.h"
#include "callboard-stage-commands.h"
#include "callboard-template.h"
#include "callboard-test-office.h"
#include "callboard-texts.h"

#define ANNA "+447700900001"
#define BEN  "+447700900002"

static const CallboardJobPlan details = { .title = " Night porter ", .location = "Bath", .country = "GB" };

static void
refuse (CallboardTestOffice *office,
        CallboardCommand    *command,
        int                  code)
{
  callboard_test_refuse (office->test, command, CALLBOARD_ENGINE_ERROR, code);
}

static gint64
execute (CallboardTestOffice *office,
         CallboardCommand    *command)
{
  g_autoptr(CallboardCommand) kept = g_object_ref (command);

  callboard_test_execute (office->test, command);

  return callboard_office_command_get_id (kept);
}

static gint64
number (CallboardTestOffice *office,
        const char          *format,
        gint64               id)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_auto(GStrv) parts = g_strsplit (format, "%", 2);
  g_autofree char *sql = g_strconcat (parts[0], digits, parts[1], NULL);

  return callboard_test_number (office->test, sql);
}

/* Plays the form to its end. */
static void
complete (CallboardTestOffice *office,
          gint64               application,
          const char          *phone)
{
  callboard_test_office_move (office, application, office->form);
  callboard_test_advance (office->test, 20 * CALLBOARD_SECOND);
  g_free (callboard_test_office_send (office));
  callboard_test_office_reply (office, phone, "Yes");
  g_free (callboard_test_office_send (office));
  g_free (callboard_test_office_send (office));
  callboard_test_office_reply (office, phone, "Packing");
  g_free (callboard_test_office_send (office));
  callboard_test_office_reply (office, phone, "1");
  g_free (callboard_test_office_send (office));
  callboard_test_office_reply (office, phone, "yes");
}

static void
set_next (CallboardTestOffice *office,
          gint64               stage,
          gint64               next)
{
  const CallboardStageRules rules = { .undo_time = -1, .next_stage = next };

  callboard_test_execute (office->test, callboard_stage_rules_command_new (stage, &rules));
}

static void
test_edit (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  CallboardJobPlan blank = details;

  callboard_test_execute (office->test, callboard_edit_job_command_new (office->job, &details));
  callboard_test_assert_text (office->test, "SELECT title || location || reference FROM job", "Night porterBath");

  blank.title = "  ";
  refuse (office, callboard_edit_job_command_new (office->job, &blank), CALLBOARD_ENGINE_ERROR_INVALID);
  refuse (office, callboard_edit_job_command_new (99, &details), CALLBOARD_ENGINE_ERROR_NOT_FOUND);
}

static void
test_copy (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  g_autofree char *draft = callboard_texts_get_campaign (CALLBOARD_STAGE_FORM, "de");
  const CallboardStageRules rules = { .undo_time = 5 * CALLBOARD_SECOND, .stale_days = 1, .late_days = 2,
                                      .next_stage = office->review };
  gint64 copy;

  callboard_test_office_add (office, "Anna", ANNA);
  callboard_test_execute (office->test, callboard_stage_rules_command_new (office->form, &rules));
  callboard_test_execute (office->test, callboard_publish_command_new (office->form, draft));
  copy = execute (office, callboard_copy_job_command_new (office->job, &details));

  g_assert_cmpint (number (office, "SELECT count(*) FROM stage WHERE job_id = %", copy), ==, 3);
  g_assert_cmpint (number (office, "SELECT count(*) FROM application WHERE job_id = %", copy), ==, 0);
  /* The newest version has become version 1, with the same document; all is a copy of its own. */
  g_assert_cmpint (number (office, "SELECT count(*) FROM stage s JOIN campaign c ON c.id = s.campaign_id"
                           " JOIN stage o ON o.name = s.name AND o.id <> s.id JOIN campaign d ON d.id = o.campaign_id"
                           " JOIN campaign_version v ON v.campaign_id = c.id AND v.version = 1"
                           " JOIN campaign_version w ON w.campaign_id = d.id AND w.version = d.version"
                           " WHERE c.version = 1 AND c.draft = d.draft AND v.document = w.document AND c.id <> d.id"
                           " AND c.source_id IS NULL AND s.job_id = %", copy), ==, 2);
  g_assert_cmpint (number (office, "SELECT count(*) FROM stage s JOIN stage n ON n.id = s.next_stage_id"
                           " WHERE n.type = 'review' AND n.job_id = s.job_id AND s.undo_time = 5000000"
                           " AND s.stale_days = 1 AND s.late_days = 2 AND s.job_id = %", copy), ==, 1);
  refuse (office, callboard_copy_job_command_new (99, &details), CALLBOARD_ENGINE_ERROR_NOT_FOUND);
}

static GPtrArray *
load_news (CallboardTestOffice *office,
           gint64               job)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *news = callboard_template_load_news (callboard_store_get_reader (office->test->store), job, &error);

  g_assert_no_error (error);

  return news;
}

static void
test_template (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  CallboardDb *db = callboard_store_get_reader (office->test->store);
  gint64 template = execute (office, callboard_save_template_command_new (office->job, "Packing"));
  gint64 job = execute (office, callboard_copy_job_command_new (template, &details));
  g_autoptr(GPtrArray) jobs = callboard_queries_load_jobs (db, NULL);
  g_autoptr(GPtrArray) templates = callboard_queries_load_templates (db, NULL);
  g_autoptr(GPtrArray) quiet = load_news (office, job);
  g_autoptr(GPtrArray) news = NULL;
  g_autoptr(GPtrArray) after = NULL;
  g_autofree char *german = callboard_texts_get_campaign (CALLBOARD_STAGE_FORM, "de");
  gint64 form = number (office, "SELECT id FROM stage WHERE type = 'form' AND job_id = %", template);
  const CallboardTemplateNews *first;

  g_assert_cmpuint (jobs->len, ==, 2);
  g_assert_cmpuint (templates->len, ==, 1);
  g_assert_cmpuint (quiet->len, ==, 0);

  callboard_test_execute (office->test, callboard_publish_command_new (form, german));
  news = load_news (office, job);
  g_assert_cmpuint (news->len, ==, 1);
  first = g_ptr_array_index (news, 0);
  g_assert_cmpuint (first->taken, ==, 1);
  g_assert_cmpuint (first->newest, ==, 2);
  g_assert_cmpstr (first->template_title, ==, "Packing");
  g_assert_cmpstr (first->after, ==, german);
  g_assert_nonnull (first->before);

  callboard_test_execute (office->test, callboard_take_template_command_new (first->stage, FALSE));
  g_assert_cmpint (number (office, "SELECT c.version FROM stage s JOIN campaign c ON c.id = s.campaign_id WHERE s.id = %",
                           first->stage), ==, 1);
  g_assert_cmpint (number (office, "SELECT count(*) FROM stage s JOIN campaign c ON c.id = s.campaign_id"
                           " JOIN campaign_version v ON v.campaign_id = c.source_id AND v.version = 2"
                           " WHERE c.draft = v.document AND s.id = %", first->stage), ==, 1);
  after = load_news (office, job);
  g_assert_cmpuint (after->len, ==, 0);
  refuse (office, callboard_take_template_command_new (first->stage, TRUE), CALLBOARD_ENGINE_ERROR_NOTHING);
}

static void
test_take_and_publish (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 template = execute (office, callboard_save_template_command_new (office->job, "Packing"));
  gint64 job = execute (office, callboard_copy_job_command_new (template, &details));
  g_autofree char *german = callboard_texts_get_campaign (CALLBOARD_STAGE_FORM, "de");
  gint64 form = number (office, "SELECT id FROM stage WHERE type = 'form' AND job_id = %", template);
  gint64 own = number (office, "SELECT id FROM stage WHERE type = 'form' AND job_id = %", job);

  callboard_test_execute (office->test, callboard_publish_command_new (form, german));
  callboard_test_execute (office->test, callboard_take_template_command_new (own, TRUE));
  g_assert_cmpint (number (office, "SELECT c.version FROM stage s JOIN campaign c ON c.id = s.campaign_id WHERE s.id = %",
                           own), ==, 2);
}

static void
test_template_takes_nobody (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 template = execute (office, callboard_save_template_command_new (office->job, "Packing"));
  g_autoptr(GPtrArray) people = g_ptr_array_new ();
  CallboardPerson person = { .first_name = (char *) "Anna", .last_name = (char *) "B", .phone = (char *) ANNA };

  g_ptr_array_add (people, &person);
  callboard_test_refuse (office->test, callboard_import_command_new (template, g_ptr_array_ref (people),
                                                                     CALLBOARD_MOVE_WITHOUT_SENDING, NULL, NULL, NULL),
                         CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_ALLOWED);
  callboard_test_assert_number (office->test, "SELECT count(*) FROM candidate", ==, 0);
  refuse (office, callboard_save_template_command_new (office->job, " "), CALLBOARD_ENGINE_ERROR_INVALID);
}

static void
test_close (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 anna = callboard_test_office_add (office, "Anna", ANNA);
  gint64 ben = callboard_test_office_add (office, "Ben", BEN);

  callboard_test_office_move (office, anna, office->form);
  callboard_test_execute (office->test, callboard_job_state_command_new (office->job, FALSE));
  refuse (office, callboard_move_command_new (&ben, 1, office->form, 0, CALLBOARD_MOVE_DEFAULT),
          CALLBOARD_ENGINE_ERROR_NOT_ALLOWED);
  refuse (office, callboard_send_again_command_new (anna), CALLBOARD_ENGINE_ERROR_NOT_ALLOWED);
  callboard_test_execute (office->test, callboard_move_command_new (&ben, 1, office->form, 0,
                                                                    CALLBOARD_MOVE_WITHOUT_SENDING));

  /* What was promised before goes on. */
  callboard_test_advance (office->test, 20 * CALLBOARD_SECOND);
  g_free (callboard_test_office_send (office));
  callboard_test_office_assert_status (office, anna, "delivered");

  callboard_test_execute (office->test, callboard_job_state_command_new (office->job, TRUE));
  callboard_test_office_move (office, ben, office->review);
  callboard_test_office_move (office, ben, office->reject);
  callboard_test_office_assert_status (office, ben, "scheduled");
}

static void
test_add_and_reorder (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  const CallboardStagePlan plan = { .name = " Interview ", .type = CALLBOARD_STAGE_SCHEDULE };
  const CallboardStagePlan nameless = { .name = "  ", .type = CALLBOARD_STAGE_FORM };
  gint64 stage = execute (office, callboard_add_stage_command_new (office->job, &plan, 1));
  const char *order = "SELECT group_concat (type) FROM (SELECT type FROM stage ORDER BY position)";

  callboard_test_assert_text (office->test, order, "review,schedule,form,reject");
  callboard_test_execute (office->test, callboard_reorder_stage_command_new (stage, 99));
  callboard_test_assert_text (office->test, order, "review,form,reject,schedule");
  callboard_test_execute (office->test, callboard_reorder_stage_command_new (stage, 0));
  callboard_test_assert_text (office->test, order, "schedule,review,form,reject");
  callboard_test_assert_number (office->test, "SELECT count(DISTINCT position) FROM stage", ==, 4);

  refuse (office, callboard_add_stage_command_new (office->job, &nameless, 0), CALLBOARD_ENGINE_ERROR_INVALID);
  refuse (office, callboard_add_stage_command_new (99, &plan, 0), CALLBOARD_ENGINE_ERROR_NOT_FOUND);
}

static void
test_retype (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  g_autofree char *schedule = callboard_texts_get_campaign (CALLBOARD_STAGE_SCHEDULE, "en");

  /* Its questions suit an Assessment as they are. */
  callboard_test_execute (office->test, callboard_retype_stage_command_new (office->form, CALLBOARD_STAGE_ASSESSMENT, NULL));
  g_assert_cmpint (number (office, "SELECT c.problem IS NULL FROM stage s JOIN campaign c ON c.id = s.campaign_id"
                           " WHERE s.type = 'assessment' AND s.id = %", office->form), ==, 1);

  /* What is published has no Schedule module: nothing can be sent until the new draft is published. */
  callboard_test_execute (office->test, callboard_retype_stage_command_new (office->form, CALLBOARD_STAGE_SCHEDULE, schedule));
  g_assert_cmpint (number (office, "SELECT c.problem IS NOT NULL FROM stage s JOIN campaign c ON c.id = s.campaign_id"
                           " WHERE s.type = 'schedule' AND s.id = %", office->form), ==, 1);

  callboard_test_execute (office->test, callboard_retype_stage_command_new (office->form, CALLBOARD_STAGE_REVIEW, NULL));
  g_assert_cmpint (number (office, "SELECT campaign_id IS NULL FROM stage WHERE id = %", office->form), ==, 1);
  callboard_test_execute (office->test, callboard_retype_stage_command_new (office->review, CALLBOARD_STAGE_OFFER, NULL));
  g_assert_cmpint (number (office, "SELECT c.problem IS NULL AND c.version = 1 FROM stage s JOIN campaign c"
                           " ON c.id = s.campaign_id WHERE s.id = %", office->review), ==, 1);
}

static void
test_rules (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  CallboardStageRules rules = { .undo_time = 0, .stale_days = 2, .late_days = 4 };
  g_autoptr(CallboardStageInfo) info = NULL;

  callboard_test_execute (office->test, callboard_stage_rules_command_new (office->form, &rules));
  info = callboard_queries_load_stage (callboard_store_get_reader (office->test->store), office->form, NULL);
  g_assert_cmpint (info->undo_time, ==, 0);
  g_assert_cmpuint (info->stale_days, ==, 2);
  g_assert_cmpuint (info->late_days, ==, 4);

  rules.stale_days = 8;
  refuse (office, callboard_stage_rules_command_new (office->form, &rules), CALLBOARD_ENGINE_ERROR_INVALID);
  rules.stale_days = 0;
  rules.next_stage = office->form;
  refuse (office, callboard_stage_rules_command_new (office->form, &rules), CALLBOARD_ENGINE_ERROR_INVALID);

  set_next (office, office->form, office->reject);
  set_next (office, office->reject, office->review);
  rules.next_stage = office->form;
  refuse (office, callboard_stage_rules_command_new (office->review, &rules), CALLBOARD_ENGINE_ERROR_INVALID);
}

static void
test_remove (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 anna = callboard_test_office_add (office, "Anna", ANNA);
  CallboardMoveResult drop = callboard_test_office_move (office, anna, office->form);
  g_autoptr(GPtrArray) stages = NULL;
  g_autoptr(CallboardCommand) command = NULL;

  set_next (office, office->reject, office->form);
  refuse (office, callboard_remove_stage_command_new (office->form, CALLBOARD_FATE_NONE, 0),
          CALLBOARD_ENGINE_ERROR_NOT_ALLOWED);
  refuse (office, callboard_remove_stage_command_new (office->form, CALLBOARD_FATE_MOVE, office->form),
          CALLBOARD_ENGINE_ERROR_INVALID);

  command = g_object_ref (callboard_remove_stage_command_new (office->form, CALLBOARD_FATE_MOVE, office->reject));
  callboard_test_execute (office->test, g_object_ref (command));
  stages = callboard_queries_load_stages (callboard_store_get_reader (office->test->store), office->job, NULL);
  g_assert_cmpuint (stages->len, ==, 2);
  g_assert_cmpint (number (office, "SELECT stage_id FROM application WHERE id = %", anna), ==, office->reject);
  callboard_test_assert_number (office->test, "SELECT count(*) FROM message WHERE state = 'waiting'", ==, 0);
  callboard_test_assert_number (office->test, "SELECT count(*) FROM stage WHERE next_stage_id IS NOT NULL", ==, 0);
  callboard_test_assert_number (office->test, "SELECT max(position) FROM stage WHERE removed_at IS NULL", ==, 1);

  /* No way leads there any more. */
  refuse (office, callboard_move_command_new (&anna, 1, office->form, 0, CALLBOARD_MOVE_DEFAULT),
          CALLBOARD_ENGINE_ERROR_NOT_FOUND);
  refuse (office, callboard_undo_command_new (drop.batch), CALLBOARD_ENGINE_ERROR_TOO_LATE);

  callboard_test_execute (office->test, callboard_restore_stage_command_new (office->form));
  callboard_test_execute (office->test,
                          callboard_undo_command_new (callboard_remove_stage_command_get_batch (command)));
  callboard_test_office_assert_status (office, anna, "scheduled");
  g_assert_cmpint (number (office, "SELECT stage_id FROM application WHERE id = %", anna), ==, office->form);
  g_object_unref (command);
}

static void
test_remove_and_archive (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 anna = callboard_test_office_add (office, "Anna", ANNA);

  callboard_test_office_move (office, anna, office->form);
  callboard_test_execute (office->test, callboard_remove_stage_command_new (office->form, CALLBOARD_FATE_ARCHIVE, 0));
  callboard_test_assert_number (office->test, "SELECT count(*) FROM application WHERE state = 'archived'", ==, 1);

  /* Its stage is gone: it comes back into the first one that is left, and sends nothing. */
  callboard_test_execute (office->test, callboard_unarchive_command_new (&anna, 1));
  g_assert_cmpint (number (office, "SELECT stage_id FROM application WHERE id = %", anna), ==, office->review);
  callboard_test_assert_number (office->test, "SELECT count(*) FROM message WHERE state = 'waiting'", ==, 0);
  callboard_test_assert_number (office->test, "SELECT count(*) FROM visit WHERE left_at IS NULL", ==, 1);

  callboard_test_execute (office->test, callboard_remove_stage_command_new (office->reject, CALLBOARD_FATE_NONE, 0));
  refuse (office, callboard_remove_stage_command_new (office->review, CALLBOARD_FATE_ARCHIVE, 0),
          CALLBOARD_ENGINE_ERROR_NOT_ALLOWED);
}

static void
test_next_stage (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 anna = callboard_test_office_add (office, "Anna", ANNA);

  set_next (office, office->form, office->reject);
  complete (office, anna, ANNA);

  g_assert_cmpint (number (office, "SELECT stage_id FROM application WHERE id = %", anna), ==, office->reject);
  callboard_test_office_assert_status (office, anna, "scheduled");
  callboard_test_assert_number (office->test, "SELECT automatic FROM visit ORDER BY id DESC LIMIT 1", ==, 1);
  callboard_test_assert_number (office->test, "SELECT due_at FROM message WHERE state = 'waiting' AND kind = 'first'", >=,
                                callboard_clock_now (office->test->clock) + CALLBOARD_DAY);
  callboard_test_assert_number (office->test, "SELECT count(*) FROM enrolment WHERE status = 'completed'", ==, 1);

  /* Plain undo is for what a person did. */
  refuse (office, callboard_undo_command_new (0), CALLBOARD_ENGINE_ERROR_TOO_LATE);
  callboard_test_execute (office->test, callboard_undo_command_new (callboard_test_number (office->test,
                          "SELECT id FROM batch WHERE automatic")));
  g_assert_cmpint (number (office, "SELECT stage_id FROM application WHERE id = %", anna), ==, office->form);
}

static void
test_next_stage_refuses (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 anna = callboard_test_office_add (office, "Anna", ANNA);

  set_next (office, office->form, office->reject);
  callboard_test_execute (office->test, callboard_retype_stage_command_new (office->reject, CALLBOARD_STAGE_SCHEDULE, NULL));
  complete (office, anna, ANNA);

  g_assert_cmpint (number (office, "SELECT stage_id FROM application WHERE id = %", anna), ==, office->form);
  callboard_test_office_assert_status (office, anna, "completed");
  callboard_test_assert_text (office->test, "SELECT flag FROM application", "next-stage");
  callboard_test_office_move (office, anna, office->review);
  callboard_test_assert_number (office->test, "SELECT count(*) FROM application WHERE flag IS NOT NULL", ==, 0);
}

static void
test_reopened_next_stage (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 anna = callboard_test_office_add (office, "Anna", ANNA);

  set_next (office, office->form, office->review);
  callboard_test_execute (office->test, callboard_job_state_command_new (office->job, TRUE));
  complete (office, anna, ANNA);

  g_assert_cmpint (number (office, "SELECT stage_id FROM application WHERE id = %", anna), ==, office->review);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/jobs/edit", test_edit);
  g_test_add_func ("/jobs/copy", test_copy);
  g_test_add_func ("/jobs/template", test_template);
  g_test_add_func ("/jobs/take-and-publish", test_take_and_publish);
  g_test_add_func ("/jobs/template-takes-nobody", test_template_takes_nobody);
  g_test_add_func ("/jobs/close", test_close);
  g_test_add_func ("/jobs/add-and-reorder", test_add_and_reorder);
  g_test_add_func ("/jobs/retype", test_retype);
  g_test_add_func ("/jobs/rules", test_rules);
  g_test_add_func ("/jobs/remove", test_remove);
  g_test_add_func ("/jobs/remove-and-archive", test_remove_and_archive);
  g_test_add_func ("/jobs/next-stage", test_next_stage);
  g_test_add_func ("/jobs/next-stage-refuses", test_next_stage_refuses);
  g_test_add_func ("/jobs/next-stage-review", test_reopened_next_stage);

  return g_test_run ();
}
