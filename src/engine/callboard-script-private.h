/* callboard-script-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-script.h"

G_BEGIN_DECLS

#define CALLBOARD_STEP_MAX_LENGTH 1000

typedef enum
{
  CALLBOARD_STEP_TEXT,
  CALLBOARD_STEP_SHORT_ANSWER,
  CALLBOARD_STEP_SINGLE_CHOICE,
  CALLBOARD_STEP_YES_NO,
} CallboardStepKind;

/* A block or a question. ids and labels end with NULL, and have the same length. */
typedef struct
{
  CallboardStepKind  kind;
  char              *id;
  char              *text;
  char              *help;
  char              *retry;
  GPtrArray         *choice_ids;
  GPtrArray         *choice_labels;
  GPtrArray         *flag_when;
  guint              min_length;
  guint              max_length;
  guint              required : 1;
} CallboardStep;

struct _CallboardScript
{
  gatomicrefcount  ref_count;
  char            *language;
  char            *welcome;
  char            *conclusion;
  GPtrArray       *steps;
  GArray          *nudges;
  gint64           expiry;
  guint            total;
  guint            n_modules;
  guint            progress : 1;
};

CallboardStep *callboard_step_new  (CallboardStepKind  kind);
void           callboard_step_free (CallboardStep     *step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardStep, callboard_step_free)

static inline gboolean
callboard_step_is_question (const CallboardStep *step)
{
  return step->kind != CALLBOARD_STEP_TEXT;
}

G_END_DECLS
