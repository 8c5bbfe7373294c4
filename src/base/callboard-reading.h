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
 * word and does not contradict it. "No" must then be set off: "No, I have not" is one, "No idea" is none. Nor is one an
 * answer with a condition, "yes, but only mornings", or a question mark.
 *
 * Returns: whether it was understood
 */
gboolean callboard_read_yes_no        (const char         *text,
                                       const char         *language,
                                       gboolean           *yes);

/**
 * callboard_read_number:
 * @text: (nullable): what the candidate wrote
 * @language: (nullable): the campaign's language
 * @value: (out): the number
 *
 * Reads one number in figures or words, with a currency or unit ("£11.50", "3 Jahre", "about two"). The signs for
 * decimals and thousands are the language's; where "2.500" could be two numbers it is none. Nor are "3 or 4", "3+",
 * "more than 3", "3-4" and "3/5".
 *
 * Returns: whether it was understood
 */
gboolean callboard_read_number        (const char         *text,
                                       const char         *language,
                                       double             *value);

/**
 * callboard_read_number_for:
 * @text: (nullable): what the candidate wrote
 * @question: (nullable): what was asked
 * @language: (nullable): the campaign's language
 * @value: (out): the number
 *
 * As callboard_read_number(), but "6 months" is no answer to a question about years.
 *
 * Returns: whether it was understood
 */
gboolean callboard_read_number_for    (const char         *text,
                                       const char         *question,
                                       const char         *language,
                                       double             *value);

/**
 * callboard_read_date:
 * @text: (nullable): what the candidate wrote
 * @language: (nullable): the campaign's language, if possible with its country: "en-GB" and "en-US" write 1/2 for
 *   different days, in "en" it is none
 * @today: the candidate's day
 * @date: (out caller-allocates): the day
 *
 * Reads a day as people of that language write it: "1.12.", "01/12/2026", "2026-12-01", "1st of December", "tomorrow",
 * "next Monday". Without a year it is the next such day, today included, and with "since" nothing. A weekday that does not fit the day, "Friday" on
 * a Friday, and "next Friday" on a Wednesday are not understood.
 *
 * Returns: whether it was understood
 */
gboolean callboard_read_date          (const char         *text,
                                       const char         *language,
                                       const GDate        *today,
                                       GDate              *date);

/**
 * callboard_read_email:
 * @text: (nullable): what the candidate wrote
 * @email: (out) (transfer full): the address, its domain in lower case
 *
 * Takes the only e-mail address out of a sentence. Domains in any script stay as they are.
 *
 * Returns: whether there is exactly one
 */
gboolean callboard_read_email         (const char         *text,
                                       char              **email);

/**
 * callboard_read_rating:
 * @text: (nullable): what the candidate wrote
 * @language: (nullable): the campaign's language
 * @max: the best mark; the worst is 1
 * @rating: (out): the mark
 *
 * Reads a whole number up to @max, in figures, words or stars, perhaps with @max behind it: "4", "4/5", "4 out of 5",
 * "four", "⭐⭐⭐⭐".
 *
 * Returns: whether it was understood
 */
gboolean callboard_read_rating        (const char         *text,
                                       const char         *language,
                                       guint               max,
                                       guint              *rating);

/**
 * callboard_read_true_false:
 * @text: (nullable): what the candidate wrote
 * @language: (nullable): the campaign's language
 * @value: (out): the answer
 *
 * Reads true or false. Yes and no are neither: one can agree with "you must not" by either.
 *
 * Returns: whether it was understood
 */
gboolean callboard_read_true_false    (const char         *text,
                                       const char         *language,
                                       gboolean           *value);

/**
 * CALLBOARD_READ_MAX_CHOICES:
 *
 * The most choices callboard_read_choices() can tell apart.
 */
#define CALLBOARD_READ_MAX_CHOICES 64

/**
 * callboard_read_choices:
 * @text: (nullable): what the candidate wrote
 * @labels: (array length=n): the choices, in the order they were offered
 * @n: how many, at most %CALLBOARD_READ_MAX_CHOICES
 * @chosen: (out): bit 0 for the first choice
 *
 * Reads one or more choices, each as in callboard_read_choice(), with commas, spaces or words such as "and" between them;
 * "134" too when there are at most nine; "all". One part that is not understood, and nothing is read.
 *
 * Returns: whether it was understood
 */
gboolean callboard_read_choices       (const char         *text,
                                       const char * const *labels,
                                       guint               n,
                                       guint64            *chosen);

G_END_DECLS
