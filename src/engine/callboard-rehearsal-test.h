/* callboard-rehearsal-test.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-command.h"
#include "callboard-transcript.h"

G_BEGIN_DECLS

/* A played rehearsal that is kept with its campaign, so that after an edit it can be played again by itself. */

/**
 * CallboardRehearsalTest:
 * @id: its row
 * @name: what the recruiter called it
 * @recorded_at: microseconds since the epoch, UTC
 * @lines: (element-type CallboardTranscriptLine) (nullable): the recorded transcript compared with the one of now
 * @n_changed: how many lines are gone or new; 0 if the campaign says what it said then
 * @trouble: (nullable): why it could not be played, in the user's words
 */
typedef struct
{
  gint64      id;
  char       *name;
  gint64      recorded_at;
  GPtrArray  *lines;
  guint       n_changed;
  char       *trouble;
} CallboardRehearsalTest;

void              callboard_rehearsal_test_free               (CallboardRehearsalTest  *test);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardRehearsalTest, callboard_rehearsal_test_free)

/**
 * callboard_rehearsal_test_record_command_new:
 * @enrolment: a conversation, of the rehearsal or real
 * @name: (not nullable): what to call the test
 *
 * Keeps what happened in the conversation, and what its campaign made of it, as a test of the campaign. Personal answers
 * become part of it, as typed. Fails with %CALLBOARD_ENGINE_ERROR_INVALID without a name or before the candidate said
 * anything, and with %CALLBOARD_ENGINE_ERROR_NOT_FOUND.
 *
 * Returns: (transfer full): the command
 */
CallboardCommand *callboard_rehearsal_test_record_command_new (gint64                   enrolment,
                                                               const char              *name);

/**
 * callboard_rehearsal_test_remove_command_new:
 * @test: a test's row
 *
 * Returns: (transfer full): the command that forgets it
 */
CallboardCommand *callboard_rehearsal_test_remove_command_new (gint64                   test);

/**
 * callboard_rehearsal_tests_run:
 * @db: a connection
 * @campaign: whose tests
 * @document: (nullable): the campaign document to play them on; %NULL for the draft
 * @error: return location for %CALLBOARD_ENGINE_ERROR_NOT_FOUND or a %CALLBOARD_STORE_ERROR
 *
 * Plays every recorded test through the script and compares.
 *
 * Returns: (transfer full) (element-type CallboardRehearsalTest): the tests with their results, oldest first, or %NULL
 */
GPtrArray        *callboard_rehearsal_tests_run               (CallboardDb             *db,
                                                               gint64                   campaign,
                                                               const char              *document,
                                                               GError                 **error);

G_END_DECLS
