/* callboard-queries-versions.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-db.h"

G_BEGIN_DECLS

/* The published versions of a campaign. Errors are %CALLBOARD_STORE_ERROR. */

/**
 * CallboardVersionRow:
 * @version: its number
 * @published_at: microseconds since the epoch, UTC
 * @author: who published it; empty if nobody knows
 * @running: enrolments that still run on it
 */
typedef struct
{
  guint   version;
  gint64  published_at;
  char   *author;
  guint   running;
} CallboardVersionRow;

void       callboard_version_row_free       (CallboardVersionRow  *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardVersionRow, callboard_version_row_free)

/**
 * callboard_queries_load_versions:
 * @db: a connection
 * @campaign: which
 * @error: return location
 *
 * Returns: (transfer full) (element-type CallboardVersionRow): its versions, newest first, or %NULL
 */
GPtrArray *callboard_queries_load_versions  (CallboardDb          *db,
                                             gint64                campaign,
                                             GError              **error);

/**
 * callboard_queries_load_version:
 * @db: a connection
 * @campaign: which
 * @version: the number of a version
 * @error: return location
 *
 * Returns: (transfer full) (nullable): its campaign document; %NULL with an error, or without one if there is no such version
 */
char      *callboard_queries_load_version   (CallboardDb          *db,
                                             gint64                campaign,
                                             guint                 version,
                                             GError              **error);

G_END_DECLS
