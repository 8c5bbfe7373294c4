/* callboard-reading-tokens.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-reading-private.h"

#include <string.h>

#include "callboard-fold.h"

#define MAX_FIGURES 15
#define KEYCAP      0x20e3

typedef struct
{
  GArray   *tokens;
  GString  *word;
  gboolean  spaced;
  gboolean  joined;
} Scan;

static void
clear_token (gpointer data)
{
  g_free (((CallboardToken *) data)->word);
}

static CallboardToken *
add_token (Scan               *scan,
           CallboardTokenKind  kind)
{
  CallboardToken token = { .kind = kind, .spaced = scan->spaced };

  g_array_append_val (scan->tokens, token);
  scan->spaced = FALSE;
  scan->joined = TRUE;

  return &g_array_index (scan->tokens, CallboardToken, scan->tokens->len - 1);
}

static void
end_word (Scan *scan)
{
  if (scan->word->len == 0)
    return;

  add_token (scan, CALLBOARD_TOKEN_WORD)->word = callboard_fold (scan->word->str);
  g_string_truncate (scan->word, 0);
}

static CallboardToken *
get_last (Scan               *scan,
          CallboardTokenKind  kind)
{
  CallboardToken *last;

  if (!scan->joined || scan->spaced || scan->tokens->len == 0)
    return NULL;

  last = &g_array_index (scan->tokens, CallboardToken, scan->tokens->len - 1);

  return last->kind == kind ? last : NULL;
}

static void
add_figure (Scan *scan,
            int   figure)
{
  CallboardToken *token;

  end_word (scan);
  token = get_last (scan, CALLBOARD_TOKEN_FIGURES);
  if (token == NULL)
    token = add_token (scan, CALLBOARD_TOKEN_FIGURES);
  if (token->n_figures < MAX_FIGURES)
    token->number = 10 * token->number + figure;
  token->n_figures++;
}

static gunichar
unify_sign (gunichar c)
{
  switch (c)
    {
    case 0x2605: case 0x2b50: case 0x1f31f: case 0x272d: case 0x272e: case 0x2bea:
      return CALLBOARD_STAR;
    case 0x2606: case 0x2729:
      return CALLBOARD_EMPTY_STAR;
    case 0x2212:
      return '-';
    case 0x061f: case 0xbf:
      return '?';
    case 0x3001: case 0x060c:
      return ',';
    default:
      return g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION ? '-' : c;
    }
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == '`' || c == 0xb4 || c == 0x2bc || c == 0x2018 || c == 0x2019;
}

/* What only decorates: emoji, brackets, quotes and the marks of bold text. */
static gboolean
is_decoration (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_OTHER_SYMBOL || type == G_UNICODE_MODIFIER_SYMBOL || type == G_UNICODE_OPEN_PUNCTUATION ||
         type == G_UNICODE_CLOSE_PUNCTUATION || type == G_UNICODE_INITIAL_PUNCTUATION ||
         type == G_UNICODE_FINAL_PUNCTUATION || type == G_UNICODE_SPACE_SEPARATOR || c == '"' || c == '*' || c == '_' ||
         c == 0xa1 || g_unichar_isspace (c) || g_unichar_iscntrl (c);
}

static void
add_sign (Scan     *scan,
          gunichar  c)
{
  gunichar sign = unify_sign (c);

  end_word (scan);
  if (is_decoration (sign) && sign != CALLBOARD_STAR && sign != CALLBOARD_EMPTY_STAR && sign != '\n')
    scan->spaced = TRUE;
  else if (sign != '.' || get_last (scan, CALLBOARD_TOKEN_WORD) == NULL)
    add_token (scan, CALLBOARD_TOKEN_SIGN)->sign = sign;
}

static void
add_apostrophe (Scan     *scan,
                gunichar  next)
{
  gboolean inside = scan->word->len > 0 && g_unichar_isalpha (next);

  if (inside)
    return;
  if (get_last (scan, CALLBOARD_TOKEN_FIGURES) != NULL && scan->word->len == 0 && g_unichar_isdigit (next))
    add_sign (scan, '\'');
  else
    add_sign (scan, ' ');
}

static void
add_character (Scan     *scan,
               gunichar  c,
               gunichar  next)
{
  GUnicodeType type = g_unichar_type (c);
  gboolean mark = type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_SPACING_MARK || type == G_UNICODE_ENCLOSING_MARK;

  if (type == G_UNICODE_FORMAT)
    return;
  if (c == KEYCAP)
    scan->joined = FALSE;
  else if (g_unichar_isdigit (c))
    add_figure (scan, g_unichar_digit_value (c));
  else if (g_unichar_isalpha (c) || (mark && scan->word->len > 0))
    g_string_append_unichar (scan->word, c);
  else if (is_apostrophe (c))
    add_apostrophe (scan, next);
  else if (!mark)
    add_sign (scan, c);
}

/* Splits an answer. The last token is CALLBOARD_TOKEN_END. Nothing for answers that are too long to be one. */
GArray *
callboard_tokenise (const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *normal = NULL;
  g_autoptr(GString) word = g_string_new (NULL);
  Scan scan = { .word = word };

  if (text == NULL || strnlen (text, CALLBOARD_READING_MAX_LENGTH + 1) > CALLBOARD_READING_MAX_LENGTH)
    return NULL;

  valid = g_utf8_make_valid (text, -1);
  normal = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL_COMPOSE);
  scan.tokens = g_array_new (FALSE, FALSE, sizeof (CallboardToken));
  g_array_set_clear_func (scan.tokens, clear_token);
  for (const char *at = normal; *at != '\0'; at = g_utf8_next_char (at))
    add_character (&scan, g_utf8_get_char (at), g_utf8_get_char (g_utf8_next_char (at)));
  end_word (&scan);
  add_token (&scan, CALLBOARD_TOKEN_END);

  return scan.tokens;
}
