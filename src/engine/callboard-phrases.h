/* callboard-phrases.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CallboardPhraseValues:
 * @n: a position
 * @total: out of how many
 * @max: a limit
 *
 * Numbers that may stand in a phrase.
 */
typedef struct
{
  guint n;
  guint total;
  guint max;
} CallboardPhraseValues;

/**
 * CallboardPhraseFilling:
 * @token: (nullable): what stands in braces, such as "date"; %NULL ends a list
 * @text: (nullable): what takes its place
 */
typedef struct
{
  const char *token;
  const char *text;
} CallboardPhraseFilling;

/**
 * callboard_phrase:
 * @language: (nullable): the campaign's language, such as "de" or "pt-BR"
 * @name: a phrase of phrases.ini
 * @values: (nullable): its numbers
 *
 * What a campaign says by itself, in its own language and not in the interface's. Safe from any thread.
 *
 * Returns: (transfer full): the text, in English if the language has none
 */
char *callboard_phrase (const char                  *language,
                        const char                  *name,
                        const CallboardPhraseValues *values);

/**
 * callboard_phrase_fill:
 * @language: (nullable): the campaign's language
 * @name: a phrase of phrases.ini
 * @fillings: (array): what is put into its braces, up to one without a token
 *
 * Returns: (transfer full): the text, in English if the language has none
 */
char *callboard_phrase_fill (const char                   *language,
                             const char                   *name,
                             const CallboardPhraseFilling *fillings);

/**
 * callboard_phrase_peek:
 * @language: (nullable): the campaign's language
 * @name: a phrase of phrases.ini
 *
 * Returns: (transfer none): the phrase, with nothing put into its braces but the words; %NULL if there is none
 */
const char *callboard_phrase_peek (const char *language,
                                   const char *name);

G_END_DECLS
