/* callboard-transcript.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CallboardTranscriptKind:
 * @CALLBOARD_TRANSCRIPT_SAID: what the campaign sent
 * @CALLBOARD_TRANSCRIPT_HEARD: what the candidate did
 * @CALLBOARD_TRANSCRIPT_NOTED: what the campaign understood or decided
 */
typedef enum
{
  CALLBOARD_TRANSCRIPT_SAID,
  CALLBOARD_TRANSCRIPT_HEARD,
  CALLBOARD_TRANSCRIPT_NOTED,
} CallboardTranscriptKind;

/**
 * CallboardTranscriptChange:
 * @CALLBOARD_TRANSCRIPT_SAME: it stands in both transcripts
 * @CALLBOARD_TRANSCRIPT_GONE: it stands only in the earlier one
 * @CALLBOARD_TRANSCRIPT_NEW: it stands only in the later one
 */
typedef enum
{
  CALLBOARD_TRANSCRIPT_SAME,
  CALLBOARD_TRANSCRIPT_GONE,
  CALLBOARD_TRANSCRIPT_NEW,
} CallboardTranscriptChange;

typedef struct
{
  CallboardTranscriptKind    kind;
  CallboardTranscriptChange  change;
  char                *text;
} CallboardTranscriptLine;

/**
 * callboard_transcript_new:
 * @steps: (element-type CallboardReplayStep): a replay that has run
 *
 * Returns: (transfer full) (element-type CallboardTranscriptLine): what was said, heard and noted, in order
 */
GPtrArray *callboard_transcript_new       (GPtrArray   *steps);

/**
 * callboard_transcript_to_json:
 * @lines: (element-type CallboardTranscriptLine): a transcript
 *
 * Returns: (transfer full): the lines as the database holds them
 */
char      *callboard_transcript_to_json   (GPtrArray   *lines);

/**
 * callboard_transcript_from_json:
 * @text: what callboard_transcript_to_json() wrote
 * @error: return location for %CALLBOARD_ENGINE_ERROR_INVALID
 *
 * Returns: (transfer full) (element-type CallboardTranscriptLine): the lines, or %NULL
 */
GPtrArray *callboard_transcript_from_json (const char  *text,
                                           GError     **error);

/**
 * callboard_transcript_compare:
 * @before: (element-type CallboardTranscriptLine): the earlier transcript
 * @after: (element-type CallboardTranscriptLine): the later one
 * @n_changed: (out): how many lines are gone or new
 *
 * Returns: (transfer full) (element-type CallboardTranscriptLine): the lines of both, each with its change; what is gone
 *   stands before what is new in its place
 */
GPtrArray *callboard_transcript_compare   (GPtrArray   *before,
                                           GPtrArray   *after,
                                           guint       *n_changed);

G_END_DECLS
