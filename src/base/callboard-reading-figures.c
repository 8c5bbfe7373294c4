/* callboard-reading-figures.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-reading-private.h"

#include <math.h>

#define MAX_GROUPS  6
#define MAX_FIGURES 15

/* Figures with signs between them, as in 1,234.5. */
typedef struct
{
  const CallboardToken *groups[MAX_GROUPS];
  gunichar              signs[MAX_GROUPS];
  guint                 n_groups;
  guint                 n_tokens;
} Figures;

static gboolean
is_separator (GArray *tokens,
              guint   at)
{
  const CallboardToken *sign = callboard_token (tokens, at);
  const CallboardToken *next;

  if (sign->kind != CALLBOARD_TOKEN_SIGN || sign->spaced || (sign->sign != '.' && sign->sign != ',' && sign->sign != '\''))
    return FALSE;
  next = callboard_token (tokens, at + 1);

  return next->kind == CALLBOARD_TOKEN_FIGURES && !next->spaced;
}

static gboolean
is_spaced_group (GArray *tokens,
                 guint   at)
{
  const CallboardToken *token = callboard_token (tokens, at);

  return token->kind == CALLBOARD_TOKEN_FIGURES && token->spaced && token->n_figures == 3;
}

static void
add_group (Figures *figures,
           GArray  *tokens,
           guint    at,
           gunichar sign)
{
  figures->signs[figures->n_groups] = sign;
  figures->groups[figures->n_groups++] = callboard_token (tokens, at);
}

static void
collect (Figures *figures,
         GArray  *tokens,
         guint    at)
{
  guint start = at;

  add_group (figures, tokens, at++, 0);
  while (figures->n_groups < MAX_GROUPS)
    {
      if (is_separator (tokens, at))
        {
          add_group (figures, tokens, at + 1, callboard_token (tokens, at)->sign);
          at += 2;
        }
      else if (is_spaced_group (tokens, at))
        add_group (figures, tokens, at++, ' ');
      else
        break;
    }
  figures->n_tokens = at - start;
}

/* Whether the first n groups are thousands: 1 to 3 figures, then threes with the same sign. */
static gboolean
are_thousands (const Figures *figures,
               guint          n)
{
  if (n < 2)
    return TRUE;
  if (figures->groups[0]->n_figures > 3 || figures->groups[0]->number == 0)
    return FALSE;
  for (guint i = 1; i < n; i++)
    if (figures->groups[i]->n_figures != 3 || figures->signs[i] != figures->signs[1])
      return FALSE;

  return TRUE;
}

/* Whether the last sign is for decimals; -1 where nobody can know. */
static int
has_decimals (const CallboardReadings *readings,
              const Figures           *figures)
{
  guint last = figures->n_groups - 1;
  gunichar sign = figures->signs[last];
  gboolean three = figures->groups[last]->n_figures == 3;

  if (sign != '.' && sign != ',')
    return FALSE;
  if (figures->n_groups > 2 && sign == figures->signs[1])
    return FALSE;
  if (figures->n_groups > 2)
    return figures->signs[1] != ' ' || !three ? TRUE : -1;
  if (three && are_thousands (figures, 2))
    return sign == (guchar) readings->thousands ? FALSE : -1;

  /* "2.5" is two and a half also where people write "2,5"; "2.5000" is nothing there. */
  if (sign == (guchar) readings->thousands && figures->groups[last]->n_figures >= 3 && figures->groups[0]->number > 0)
    return -1;

  return TRUE;
}

static gboolean
is_sound (const Figures *figures)
{
  guint n_first = figures->groups[0]->n_figures;
  guint n = 0;

  for (guint i = 0; i < figures->n_groups; i++)
    n += figures->groups[i]->n_figures;

  /* 0170… is a telephone. */
  return n <= MAX_FIGURES && (n_first <= 2 || figures->groups[0]->number >= pow (10, n_first - 1));
}

/* Reads figures such as 1.234,5 in this language. Returns how many tokens they are; 0 when it is not clear which number. */
guint
callboard_read_figures (const CallboardReadings *readings,
                        GArray                  *tokens,
                        guint                    at,
                        double                  *value)
{
  Figures figures = { .n_groups = 0 };
  double whole = 0;
  int decimals;
  guint n_whole;

  if (callboard_token (tokens, at)->kind != CALLBOARD_TOKEN_FIGURES)
    return 0;

  collect (&figures, tokens, at);
  decimals = has_decimals (readings, &figures);
  n_whole = figures.n_groups - (decimals == TRUE);
  if (decimals < 0 || !is_sound (&figures) || !are_thousands (&figures, n_whole))
    return 0;

  for (guint i = 0; i < n_whole; i++)
    whole = 1000 * (i > 0) * whole + figures.groups[i]->number;
  if (decimals)
    whole += figures.groups[n_whole]->number / pow (10, figures.groups[n_whole]->n_figures);
  *value = whole;

  return figures.n_tokens;
}
