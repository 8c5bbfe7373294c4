/* callboard-queries-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-clock.h"
#include "callboard-db.h"
#include "callboard-enums.h"

G_BEGIN_DECLS

/* When it really was, as the recruiter lived it, while the clock of @account showed @time: that of a rehearsal is put
 * forward, and what happened before stays where it was. What is still to come takes the account's clock_shift. */
#define CALLBOARD_LIVED_SQL(time, account)                                                    \
  "(" time " - coalesce((SELECT k.shift FROM clock_move k WHERE k.account_id = " account       \
  "   AND k.since <= " time " ORDER BY k.since DESC LIMIT 1), 0))"

/* Hands out @rows unless reading them failed, which it reports. Takes both. */
static inline GPtrArray *
callboard_queries_finish (GPtrArray  *rows,
                          GError     *fault,
                          GError    **error)
{
  if (fault == NULL)
    return rows;

  g_ptr_array_unref (rows);
  g_propagate_error (error, fault);

  return NULL;
}

static inline int
callboard_queries_enum (CallboardRows *rows,
                        int            column,
                        GType          type,
                        int            otherwise)
{
  int value = otherwise;

  callboard_enum_from_nick (type, callboard_rows_text (rows, column), &value);

  return value;
}

/* "Anna Berg" from two columns, either of which may be empty. */
static inline char *
callboard_queries_name (CallboardRows *rows,
                        int            first,
                        int            last)
{
  g_autofree char *both = g_strconcat (callboard_rows_text (rows, first), " ", callboard_rows_text (rows, last), NULL);

  return g_strdup (g_strstrip (both));
}

G_END_DECLS
