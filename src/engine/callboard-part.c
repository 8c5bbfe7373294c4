/* callboard-part.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-part.h"

/* Whatever comes next would fail as well, and may succeed later. */
static gboolean
is_general (const GError *fault)
{
  if (fault->domain != CALLBOARD_STORE_ERROR)
    return FALSE;

  switch ((CallboardStoreError) fault->code)
    {
    case CALLBOARD_STORE_ERROR_NEWER:
    case CALLBOARD_STORE_ERROR_CORRUPT:
    case CALLBOARD_STORE_ERROR_READ_ONLY:
    case CALLBOARD_STORE_ERROR_LOCKED:
    case CALLBOARD_STORE_ERROR_FULL:
      return TRUE;

    case CALLBOARD_STORE_ERROR_CONSTRAINT:
    case CALLBOARD_STORE_ERROR_FAILED:
    default:
      return FALSE;
    }
}

gboolean
callboard_part_begin (CallboardDb  *db,
                      GError      **error)
{
  return callboard_db_run (db, error, "SAVEPOINT part", "");
}

gboolean
callboard_part_keep (CallboardDb  *db,
                     GError      **error)
{
  return callboard_db_run (db, error, "RELEASE part", "");
}

gboolean
callboard_part_drop (CallboardDb  *db,
                     GError       *fault,
                     GError      **error)
{
  g_return_val_if_fail (fault != NULL, FALSE);

  if (is_general (fault))
    {
      g_propagate_error (error, fault);
      return FALSE;
    }

  g_error_free (fault);

  return callboard_db_run (db, error, "ROLLBACK TO part", "") && callboard_db_run (db, error, "RELEASE part", "");
}
