/* callboard-words-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-words.h"

G_BEGIN_DECLS

#define CALLBOARD_WORDS_MAX_LENGTH 200

typedef struct
{
  GHashTable *words;
  GHashTable *ambiguous;
  char       *plain[CALLBOARD_WORD_NO + 1];
} CallboardLanguage;

/* Read once, never changed, never freed: safe from any thread. */
typedef struct
{
  GHashTable *languages;
  GHashTable *everywhere;
  GHashTable *negations;
  GHashTable *options;
  GPtrArray  *courtesy;
  GHashTable *courtesy_starts;
} CallboardWords;

const CallboardWords *callboard_words_get        (void);
char                 *callboard_words_fold_emoji (const char *text);

G_END_DECLS
