/* callboard-script-check-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-script-private.h"

G_BEGIN_DECLS

/* Listing what is wrong in a script. */
typedef struct
{
  CallboardScript    *script;
  CallboardSeverity   severity;
  CallboardStageType  type;
  CallboardHasFile    has_file;
  gpointer            data;
  guint               renderings;
  GPtrArray          *problems;
} CallboardChecker;

/* Where: the id and path of a step or module, and an element of a list in it, such as "choices", if list is not NULL. */
typedef struct
{
  const char *id;
  const char *path;
  const char *list;
  guint       index;
} CallboardSpot;

/* spot: (nullable): the campaign itself; says: (nullable): the usual words. */
void        callboard_checker_add        (CallboardChecker    *self,
                                          const char          *nick,
                                          const CallboardSpot *spot,
                                          const char          *member,
                                          const char          *says);

/* The place in the user's words: "Question 2 in module 3". */
char       *callboard_problem_locate     (CallboardScript     *script,
                                          const char          *place,
                                          const char          *member);
/* What is said of a problem whose place was named; NULL for an unknown nick. */
const char *callboard_problem_get_words  (const char          *nick);
/* The beginnings of the labels, at most limit letters, to be compared. */
GStrv       callboard_step_fold_choices  (const CallboardStep *step,
                                          glong                limit);
/* Whether a text before this one is the same. */
gboolean    callboard_is_repeated        (const char * const  *texts,
                                          guint                index);
/* Whether an earlier rule takes the same answer: only the first counts. */
gboolean    callboard_step_hides_rule    (const CallboardStep *step,
                                          guint                index);
/* Whether nothing but rules leads on from a step. */
gboolean    callboard_step_ends_path     (const CallboardStep *step);
/* In the order of the document. */
void        callboard_problems_sort      (GPtrArray           *problems);

static inline CallboardSpot
callboard_spot_of_step (const CallboardStep *step)
{
  return (CallboardSpot) { step->id, step->path, NULL, 0 };
}

static inline gboolean
callboard_text_is_empty (const char *text)
{
  while (text != NULL && *text != '\0')
    {
      if (!g_unichar_isspace (g_utf8_get_char (text)))
        return FALSE;

      text = g_utf8_next_char (text);
    }

  return TRUE;
}

G_END_DECLS
