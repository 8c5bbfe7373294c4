/* callboard-words.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-fold.h"

G_BEGIN_DECLS

/**
 * CallboardWord:
 * @CALLBOARD_WORD_NONE: an ordinary message
 * @CALLBOARD_WORD_STOP: never write to me again
 * @CALLBOARD_WORD_START: write to me again
 * @CALLBOARD_WORD_HELP: who is this, what can I do
 * @CALLBOARD_WORD_WITHDRAW: I withdraw my application
 * @CALLBOARD_WORD_SKIP: leave this step out
 * @CALLBOARD_WORD_BACK: change the last answer
 * @CALLBOARD_WORD_YES: yes. After a STOP a provider takes it for START
 * @CALLBOARD_WORD_NO: no
 *
 * What a whole message says, in product.md's section 5 "Anywhere". The words are in words.ini.
 */
typedef enum
{
  CALLBOARD_WORD_NONE,
  CALLBOARD_WORD_STOP,
  CALLBOARD_WORD_START,
  CALLBOARD_WORD_HELP,
  CALLBOARD_WORD_WITHDRAW,
  CALLBOARD_WORD_SKIP,
  CALLBOARD_WORD_BACK,
  CALLBOARD_WORD_YES,
  CALLBOARD_WORD_NO,
} CallboardWord;

/**
 * callboard_words_classify:
 * @text: (nullable): what a candidate wrote; any bytes
 * @language: (nullable): the campaign's language, such as "de" or "pt-BR"
 *
 * Reads whether the whole message, without punctuation and words of courtesy, is a special word. STOP and START are
 * understood in every language, the others in the campaign's and in English, thumbs as yes and no. Safe from any thread.
 *
 * Returns: the word
 */
CallboardWord  callboard_words_classify       (const char    *text,
                                               const char    *language);

/**
 * callboard_words_get_plain:
 * @word: any but %CALLBOARD_WORD_NONE
 * @language: (nullable): the campaign's language
 *
 * Returns: (transfer none): the usual word for it, in lower case, to show in a text; English if the language has none
 */
const char    *callboard_words_get_plain      (CallboardWord  word,
                                               const char    *language);

/**
 * callboard_words_strip_courtesy:
 * @folded: a text from callboard_fold()
 *
 * Takes off words such as "please" and "thank you", in all languages. Texts too long for a word come back unchanged.
 *
 * Returns: (transfer full): the rest, perhaps empty
 */
char          *callboard_words_strip_courtesy (const char    *folded);

/**
 * callboard_words_negates:
 * @folded: a text from callboard_fold()
 *
 * Returns: whether a word such as "not" stands in it, in any language
 */
gboolean       callboard_words_negates        (const char    *folded);

/**
 * callboard_words_is_option:
 * @folded: one word from callboard_fold()
 *
 * Returns: whether it is a word such as "option" or "number", in any language
 */
gboolean       callboard_words_is_option      (const char    *folded);

G_END_DECLS
