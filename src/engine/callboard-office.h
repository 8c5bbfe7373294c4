/* callboard-office.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-command.h"
#include "callboard-enums.h"

G_BEGIN_DECLS

/* Commands that set up the work: jobs, stages, campaigns, accounts, rules. */

/**
 * CallboardStagePlan:
 * @name: what the column is called
 * @campaign: (nullable): the campaign document; %NULL for a Review stage, or for the default text of the type. One that
 *   is not ready is kept as a draft, and not published
 */
typedef struct
{
  const char         *name;
  CallboardStageType  type;
  const char         *campaign;
} CallboardStagePlan;

/**
 * CallboardJobPlan:
 * @country: ISO 3166-1 alpha-2, the hint for phone numbers
 * @stages: (array length=n_stages): in board order
 */
typedef struct
{
  const char               *title;
  const char               *reference;
  const char               *location;
  const char               *contract_type;
  const char               *manager;
  const char               *country;
  const CallboardStagePlan *stages;
  guint                     n_stages;
} CallboardJobPlan;

/**
 * callboard_job_plan_copy:
 * @plan: a plan; texts may be %NULL
 *
 * Returns: (transfer full): a copy whose texts are none but the campaigns' %NULL, and whose title has no blanks at its ends
 */
CallboardJobPlan *callboard_job_plan_copy               (const CallboardJobPlan *plan);
void              callboard_job_plan_free               (CallboardJobPlan       *plan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardJobPlan, callboard_job_plan_free)

/**
 * callboard_job_command_new:
 * @plan: the job; copied
 *
 * Creates a job with its stages and publishes version 1 of each stage's campaign.
 *
 * Fails with %CALLBOARD_ENGINE_ERROR_INVALID.
 *
 * Returns: (transfer full): the command; callboard_office_command_get_id() is the job
 */
CallboardCommand *callboard_job_command_new             (const CallboardJobPlan *plan);

/**
 * callboard_office_command_get_id:
 * @command: an executed command of this header that creates something
 *
 * Returns: the id of what it created or changed
 */
gint64            callboard_office_command_get_id       (CallboardCommand       *command);

/**
 * callboard_rename_stage_command_new:
 * @stage: the stage
 * @name: its new name, not empty
 *
 * Returns: (transfer full): the command
 */
CallboardCommand *callboard_rename_stage_command_new    (gint64                  stage,
                                                         const char             *name);

/**
 * callboard_publish_command_new:
 * @stage: whose campaign
 * @document: the campaign document, JSON
 *
 * Keeps @document as the draft and publishes it as the next version, by the person at the computer. Running enrolments
 * finish on their own version.
 *
 * Fails with %CALLBOARD_ENGINE_ERROR_NOT_ALLOWED, and says why, if callboard_script_list_problems() lists any; with
 * %CALLBOARD_ENGINE_ERROR_INVALID if it is not a campaign document, or %CALLBOARD_ENGINE_ERROR_NEWER.
 *
 * Returns: (transfer full): the command
 */
CallboardCommand *callboard_publish_command_new         (gint64                  stage,
                                                         const char             *document);

/**
 * callboard_save_draft_command_new:
 * @campaign: which
 * @document: its draft, a JSON object of at most %CALLBOARD_SCRIPT_MAX_BYTES; it may have any problems
 *
 * Keeps a draft as it is written. What is published stays as it is.
 *
 * Returns: (transfer full): the command
 */
CallboardCommand *callboard_save_draft_command_new      (gint64                  campaign,
                                                         const char             *document);

/**
 * callboard_account_command_new:
 * @account: which, or 0 to add one
 * @provider: who carries the messages
 * @name: what the recruiter calls it
 * @settings: JSON object, without secrets
 *
 * Adds or changes an account. The newest active account that is no rehearsal sends; without one, the rehearsal does.
 *
 * Returns: (transfer full): the command; callboard_office_command_get_id() is the account
 */
CallboardCommand *callboard_account_command_new         (gint64                  account,
                                                         CallboardProvider       provider,
                                                         const char             *name,
                                                         const char             *settings);

/**
 * callboard_account_state_command_new:
 * @account: which
 * @state: "active", "paused" or "removed"
 * @reason: (nullable): why it is paused, in the user's words
 *
 * Returns: (transfer full): the command
 */
CallboardCommand *callboard_account_state_command_new   (gint64                  account,
                                                         const char             *state,
                                                         const char             *reason);

/**
 * callboard_account_rendering_command_new:
 * @account: a rehearsal's account
 * @rendering: which channel it plays from now on
 *
 * What waited for the person because the window had closed leaves when SMS, which has none, is played.
 *
 * Returns: (transfer full): the command; it fails with %CALLBOARD_ENGINE_ERROR_NOT_ALLOWED for any other account
 */
CallboardCommand *callboard_account_rendering_command_new (gint64              account,
                                                           CallboardRendering  rendering);

/**
 * callboard_account_clock_command_new:
 * @account: a rehearsal account
 * @microseconds: how far to move its clock on
 *
 * Returns: (transfer full): the command
 */
CallboardCommand *callboard_account_clock_command_new   (gint64                  account,
                                                         gint64                  microseconds);

/**
 * callboard_setting_command_new:
 * @name: one of the names of callboard-settings.h
 * @value: (nullable): its value, %NULL for the default
 *
 * Returns: (transfer full): the command
 */
CallboardCommand *callboard_setting_command_new         (const char             *name,
                                                         const char             *value);

G_END_DECLS
