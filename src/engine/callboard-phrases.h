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

G_END_DECLS
