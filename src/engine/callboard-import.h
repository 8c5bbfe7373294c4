/* callboard-import.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-move.h"

G_BEGIN_DECLS

/**
 * CallboardPerson:
 * @first_name: may be empty if @last_name is not
 * @phone: E.164
 * @country: (nullable): the country of @phone, if that is known already
 * @stage: the stage's id, or 0 for the job's first
 * @consent_source: (nullable): where the opt-in comes from, %NULL if none is recorded
 * @consent_wording: (nullable): what the person agreed to
 *
 * Somebody to be added to a job.
 */
typedef struct
{
  char   *first_name;
  char   *last_name;
  char   *phone;
  char   *country;
  gint64  stage;
  char   *consent_source;
  char   *consent_wording;
} CallboardPerson;

CallboardPerson *callboard_person_new  (void);
void             callboard_person_free (CallboardPerson *person);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardPerson, callboard_person_free)

/**
 * CallboardImportProgress:
 * @done: rows done
 * @total: rows in all
 * @data: the caller's
 *
 * Called now and then, on the thread that does the work: the writer thread for an import.
 */
typedef void (*CallboardImportProgress) (guint    done,
                                         guint    total,
                                         gpointer data);

/**
 * CallboardImportResult:
 * @n_added: new applications
 * @n_known: of these, how many belong to candidates that were known
 * @n_present: people who already have a live application in the job; nothing was changed for them
 * @move: what will be sent, if anything
 * @application: the last application added, for a form that adds one person
 */
typedef struct
{
  guint               n_added;
  guint               n_known;
  guint               n_present;
  CallboardMoveResult move;
  gint64              application;
} CallboardImportResult;

/**
 * callboard_import_command_new:
 * @job: the job
 * @people: (transfer full) (element-type CallboardPerson): whom to add; two with the same number are one
 * @flags: %CALLBOARD_MOVE_WITHOUT_SENDING for a history; otherwise coming into a stage sends its campaign
 * @cancellable: (nullable): stops it between two rows; nothing is half done then
 * @progress: (nullable): told how far it is
 * @data: for @progress
 *
 * Adds people to a job in one transaction. Known numbers join their candidate.
 *
 * Fails with %CALLBOARD_ENGINE_ERROR_NOT_READY, %CALLBOARD_ENGINE_ERROR_NOT_FOUND, %CALLBOARD_ENGINE_ERROR_INVALID or
 * %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): the command
 */
CallboardCommand            *callboard_import_command_new        (gint64                   job,
                                                                  GPtrArray               *people,
                                                                  CallboardMoveFlags       flags,
                                                                  GCancellable            *cancellable,
                                                                  CallboardImportProgress  progress,
                                                                  gpointer                 data);
const CallboardImportResult *callboard_import_command_get_result (CallboardCommand        *command);

/**
 * callboard_consent_command_new:
 * @candidate: who agreed
 * @source: where the opt-in comes from
 * @wording: (nullable): what the person agreed to
 *
 * Returns: (transfer full): a command that records an opt-in for the candidate's number
 */
CallboardCommand            *callboard_consent_command_new       (gint64                   candidate,
                                                                  const char              *source,
                                                                  const char              *wording);

/**
 * callboard_candidate_command_new:
 * @candidate: who
 * @first_name: the first name
 * @last_name: the last name
 * @phone: E.164
 *
 * Corrects a person. Fails with %CALLBOARD_ENGINE_ERROR_INVALID if the number is somebody else's.
 *
 * Returns: (transfer full): the command
 */
CallboardCommand            *callboard_candidate_command_new     (gint64                   candidate,
                                                                  const char              *first_name,
                                                                  const char              *last_name,
                                                                  const char              *phone);

G_END_DECLS
