/* callboard-script-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "callboard-script.h"
#include "callboard-script-problem.h"

G_BEGIN_DECLS

#define CALLBOARD_SHORT_MAX_LENGTH 1000
#define CALLBOARD_LONG_MAX_LENGTH  4096
#define CALLBOARD_MAX_DECIMALS     6

typedef enum
{
  CALLBOARD_STEP_TEXT,
  CALLBOARD_STEP_MEDIA,
  CALLBOARD_STEP_SHORT_ANSWER,
  CALLBOARD_STEP_LONG_ANSWER,
  CALLBOARD_STEP_SINGLE_CHOICE,
  CALLBOARD_STEP_MULTIPLE_CHOICE,
  CALLBOARD_STEP_YES_NO,
  CALLBOARD_STEP_TRUE_FALSE,
  CALLBOARD_STEP_NUMBER,
  CALLBOARD_STEP_DATE,
  CALLBOARD_STEP_EMAIL,
  CALLBOARD_STEP_RATING,
  CALLBOARD_STEP_PROMPT,
  CALLBOARD_STEP_REQUEST,
  CALLBOARD_STEP_SCHEDULE,
} CallboardStepKind;

typedef enum
{
  CALLBOARD_MODULE_CONTENT,
  CALLBOARD_MODULE_QUESTIONS,
  CALLBOARD_MODULE_VIDEO_INTERVIEW,
  CALLBOARD_MODULE_COLLECT,
  CALLBOARD_MODULE_SCHEDULE,
} CallboardModuleKind;

typedef struct
{
  CallboardModuleKind  kind;
  char                *id;
  char                *path;
  guint                first;
  guint                n_steps;
} CallboardModule;

typedef enum
{
  CALLBOARD_TEST_EQUAL,
  CALLBOARD_TEST_LESS,
  CALLBOARD_TEST_AT_MOST,
  CALLBOARD_TEST_MORE,
  CALLBOARD_TEST_AT_LEAST,
} CallboardTestKind;

/* What an answer is compared with: text for all but numbers and ratings. */
typedef struct
{
  CallboardTestKind  kind;
  double             number;
  char              *text;
} CallboardTest;

/* go is the id of a module or "conclusion", target the index of the step it begins with. */
typedef struct
{
  CallboardTest  test;
  char          *go;
  guint          target;
} CallboardRule;

typedef struct
{
  double from;
  double to;
  double points;
} CallboardPoints;

/* A block, question, prompt, request or Schedule module; path: where it stands in the document. Members that the kind has no use for keep their defaults. ids,
 * labels and points of choices have the same length; ids and labels end with NULL. Yes, no, true and false are choices. */
typedef struct
{
  CallboardStepKind    kind;
  guint                module;
  char                *id;
  char                *path;
  char                *text;
  char                *help;
  char                *retry;
  gboolean             required;
  gboolean             scored;
  double               best;
  GPtrArray           *choice_ids;
  GPtrArray           *choice_labels;
  GArray              *choice_points;
  GArray              *ranges;
  GArray              *flags;
  GArray              *rules;
  guint                min_length;
  guint                max_length;
  guint                min_choices;
  guint                max_choices;
  double               min;
  double               max;
  guint                decimals;
  guint                rating_max;
  GDate                earliest;
  GDate                latest;
  guint                seconds;
  guint                takes;
  gboolean             voice;
  guint                kinds;
  gint64               max_bytes;
  CallboardScriptFile *media;
  CallboardSchedule   *schedule;
  char                *ask;
  char                *choices;
} CallboardStep;

/* For each step: how many steps from it on are answered, and the points they can bear, if no rule leads elsewhere. */
typedef struct
{
  guint  steps;
  double points;
} CallboardRest;

/* What the welcome needs to be approved as a WhatsApp template. samples: of merge fields, by their names. */
typedef struct
{
  char       *name;
  char       *category;
  char       *footer;
  GPtrArray  *buttons;
  GHashTable *samples;
} CallboardScriptTemplate;

/* faults: (element-type CallboardScriptProblem): what parsing would have refused, in the script of a draft. */
struct _CallboardScript
{
  gatomicrefcount  ref_count;
  char            *language;
  char            *welcome;
  char            *welcome_choices;
  char            *conclusion;
  GPtrArray       *steps;
  GArray          *modules;
  GArray          *rests;
  GArray          *nudges;
  GHashTable      *indices;
  GPtrArray       *faults;
  CallboardScriptTemplate *template;
  gint64           expiry;
  gboolean         progress;
  gboolean         sms_fallback;
  gboolean         scored;
};

CallboardScript *callboard_script_new     (void);
void             callboard_script_template_free (CallboardScriptTemplate *template);
/* Once all steps are known: what can be prepared for stepping. */
void             callboard_script_prepare (CallboardScript   *self);

/* What is said at a step, or after the last one, to somebody who has answered all that stand before it: for who looks at a
 * campaign without playing it. Returns the effects, as callboard_script_step() does. */
GPtrArray       *callboard_script_recite  (CallboardScript      *self,
                                           guint                 index,
                                           gint64                now,
                                           CallboardScriptState *next);

/* callboard_script_parse() in two steps; whole: callboard_script_parse_draft(). */
JsonObject      *callboard_script_parse_json (const char        *document,
                                              GError           **error);
CallboardScript *callboard_script_read       (JsonObject        *document,
                                              gboolean           whole,
                                              GError           **error);

CallboardStep   *callboard_step_new       (CallboardStepKind  kind);
void             callboard_step_free      (CallboardStep     *step);
void             callboard_step_add_choice (CallboardStep    *step,
                                            const char       *id,
                                            const char       *label,
                                            double            points);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardStep, callboard_step_free)

static inline const CallboardStep *
callboard_script_get_step (CallboardScript *self,
                           guint            index)
{
  return g_ptr_array_index (self->steps, index);
}

/* Whether the candidate has to do something before the next step. */
static inline gboolean
callboard_step_is_question (const CallboardStep *step)
{
  return step->kind > CALLBOARD_STEP_MEDIA;
}

static inline gboolean
callboard_state_is_on_path (const CallboardScriptState *state,
                            guint                       index)
{
  return (state->path[index / 64] >> index % 64 & 1) != 0;
}

G_END_DECLS
