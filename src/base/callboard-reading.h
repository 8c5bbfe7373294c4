/* callboard-reading.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reading what a candidate typed as an answer (product.md, section 5). In doubt nothing is read and the question is asked
 * again: an answer taken wrongly is worse. The special words, STOP before all, have to be looked for first, with
 * callboard_words_classify(). Any bytes are safe. */

/**
 * callboard_read_needs_letters:
 * @labels: (array length=n): the choices
 * @n: how many
 *
 * Whether the choices have to be offered by letter, because one of them is itself a number ("How many children?"): "2"
 * would be both a choice and a position.
 *
 * Returns: %TRUE for "a) b) c)", %FALSE for "1. 2. 3."
 */
gboolean callboard_read_needs_letters (const char * const *labels,
                                       guint               n);

/**
 * callboard_read_choice:
 * @text: (nullable): what the candidate wrote
 * @labels: (array length=n): the choices, in the order they were offered
 * @n: how many
 * @index: (out): the choice, from 0
 *
 * Reads one choice: a label; a number such as "2", "2." or "option 2", unless callboard_read_needs_letters(); a letter
 * such as "b" or "B)", unless a label is a single letter; a number with its label; the beginning of a label, words of a
 * label, or a label in a sentence, when only one choice comes into question and nothing negates it. Case,
 * accents, punctuation and courtesy do not matter.
 *
 * Returns: whether it was understood
 */
gboolean callboard_read_choice        (const char         *text,
                                       const char * const *labels,
                                       guint               n,
                                       guint              *index);

/**
 * callboard_read_yes_no:
 * @text: (nullable): what the candidate wrote
 * @language: (nullable): the campaign's language
 * @yes: (out): the answer
 *
 * Reads yes or no: a word of words.ini in this language or English, a thumb, or a longer answer that begins with the plain
 * word and does not contradict it. "No" must then be set off: "No, I have not" is one, "No idea" is none.
 *
 * Returns: whether it was understood
 */
gboolean callboard_read_yes_no        (const char         *text,
                                       const char         *language,
                                       gboolean           *yes);

G_END_DECLS
