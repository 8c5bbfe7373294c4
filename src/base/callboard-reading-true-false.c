/* callboard-reading-true-false.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-reading.h"

#include "callboard-reading-private.h"

#define NOTHING 2

/* Whether one more part of the answer agrees with those before; @at moves on over it. */
static gboolean
read_part (const CallboardReadings *readings,
           GArray                  *tokens,
           guint                   *at,
           guint                   *truth)
{
  guint value;
  guint n;

  if (callboard_token_is_pause (tokens, *at))
    {
      (*at)++;
      return TRUE;
    }

  n = callboard_match (readings, CALLBOARD_READING_TRUTH, tokens, *at, &value);
  if (n > 0)
    {
      if (*truth != NOTHING && *truth != value)
        return FALSE;
      *truth = value;
    }
  else
    {
      n = MAX (callboard_match (readings, CALLBOARD_READING_COURTESY, tokens, *at, &value),
               callboard_match (readings, CALLBOARD_READING_NOISE, tokens, *at, &value));
    }
  *at += n;

  return n > 0;
}

gboolean
callboard_read_true_false (const char *text,
                           const char *language,
                           gboolean   *value)
{
  const CallboardReadings *readings = callboard_readings_get (language);
  g_autoptr(GArray) tokens = callboard_tokenise (text);
  guint truth = NOTHING;

  g_return_val_if_fail (value != NULL, FALSE);

  for (guint at = 0; tokens != NULL && callboard_token (tokens, at)->kind != CALLBOARD_TOKEN_END;)
    if (!read_part (readings, tokens, &at, &truth))
      return FALSE;
  if (truth == NOTHING)
    return FALSE;

  *value = truth;

  return TRUE;
}
