/* callboard-stage-commands.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-office.h"

G_BEGIN_DECLS

/* Commands on the stages of a job or of a template. */

/**
 * callboard_add_stage_command_new:
 * @job: whose
 * @plan: the stage; copied
 * @position: its place on the board; the last one if it is greater
 *
 * Fails with %CALLBOARD_ENGINE_ERROR_INVALID or %CALLBOARD_ENGINE_ERROR_NOT_FOUND.
 *
 * Returns: (transfer full): the command; callboard_office_command_get_id() is the stage
 */
CallboardCommand *callboard_add_stage_command_new     (gint64                    job,
                                                       const CallboardStagePlan *plan,
                                                       guint                     position);

/**
 * callboard_reorder_stage_command_new:
 * @stage: a stage
 * @position: its new place among the stages of its job, counted without it
 *
 * Returns: (transfer full): the command; it sends nothing
 */
CallboardCommand *callboard_reorder_stage_command_new (gint64                    stage,
                                                       guint                     position);

/**
 * callboard_retype_stage_command_new:
 * @stage: a stage
 * @type: what it shall be for
 * @document: (nullable): the draft of its campaign from now on. %NULL keeps the draft, or gives the usual text of the
 *   type to a stage that had no campaign
 *
 * A stage that becomes a Review stage loses its campaign; running enrolments finish. Else the published version stays, and
 * if it does not suit the type, the stage says so and refuses drops until the draft is published.
 *
 * Fails with %CALLBOARD_ENGINE_ERROR_INVALID or %CALLBOARD_ENGINE_ERROR_NOT_FOUND.
 *
 * Returns: (transfer full): the command
 */
CallboardCommand *callboard_retype_stage_command_new  (gint64                    stage,
                                                       CallboardStageType        type,
                                                       const char               *document);

/**
 * CallboardStageRules:
 * @undo_time: how long a message waits before it leaves, in microseconds, or -1 for the rule of all stages
 * @stale_days: when the time in the stage turns amber, 0 for the usual
 * @late_days: when it turns red, 0 for the usual
 * @next_stage: where a card goes when its campaign is completed, 0 for nowhere
 */
typedef struct
{
  gint64 undo_time;
  guint  stale_days;
  guint  late_days;
  gint64 next_stage;
} CallboardStageRules;

/**
 * callboard_stage_rules_command_new:
 * @stage: a stage
 * @rules: its rules; copied
 *
 * Fails with %CALLBOARD_ENGINE_ERROR_INVALID if the limits contradict each other or cards would go round in circles, and
 * with %CALLBOARD_ENGINE_ERROR_NOT_FOUND.
 *
 * Returns: (transfer full): the command
 */
CallboardCommand *callboard_stage_rules_command_new   (gint64                     stage,
                                                       const CallboardStageRules *rules);

/**
 * CallboardStageFate:
 * @CALLBOARD_FATE_NONE: there must be none
 * @CALLBOARD_FATE_MOVE: they move to another stage, which sends nothing to them
 * @CALLBOARD_FATE_ARCHIVE: they go into the archive
 *
 * What becomes of the cards of a stage that is removed.
 */
typedef enum
{
  CALLBOARD_FATE_NONE,
  CALLBOARD_FATE_MOVE,
  CALLBOARD_FATE_ARCHIVE,
} CallboardStageFate;

/**
 * callboard_remove_stage_command_new:
 * @stage: a stage
 * @fate: what becomes of its cards
 * @target: where they move, or 0
 *
 * Takes a stage off its board, with its cards, in one transaction: none is lost. Their open campaigns end as Cancelled. The
 * stage keeps its history, and callboard_restore_stage_command_new() brings it back, empty.
 *
 * Fails with %CALLBOARD_ENGINE_ERROR_NOT_ALLOWED if it has cards and @fate is none, or it is the last stage of its job, and
 * with %CALLBOARD_ENGINE_ERROR_NOT_FOUND.
 *
 * Returns: (transfer full): the command
 */
CallboardCommand *callboard_remove_stage_command_new  (gint64                    stage,
                                                       CallboardStageFate        fate,
                                                       gint64                    target);

/**
 * callboard_remove_stage_command_get_batch:
 * @command: an executed callboard_remove_stage_command_new()
 *
 * Returns: the move of its cards, which callboard_undo_command_new() takes back once the stage is restored; 0 for none
 */
gint64            callboard_remove_stage_command_get_batch (CallboardCommand     *command);
CallboardCommand *callboard_restore_stage_command_new (gint64                    stage);

G_END_DECLS
