/* callboard-queries-people.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-db.h"

G_BEGIN_DECLS

/**
 * CallboardPersonRow:
 * @application: an application
 * @name: whose it is: "Anna Meyer"
 * @stage: the name of the stage it is in
 *
 * Somebody to choose.
 */
typedef struct
{
  gint64  application;
  char   *name;
  char   *stage;
} CallboardPersonRow;

/**
 * callboard_queries_list_people:
 * @db: a connection
 * @stage: a stage of the job
 * @text: what their names or numbers begin with, perhaps nothing
 * @limit: how many at most
 * @error: return location for a %CALLBOARD_STORE_ERROR
 *
 * Returns: (transfer full) (element-type CallboardPersonRow): live applications of the job; without a text the newest
 *   ones first; %NULL on error
 */
GPtrArray *callboard_queries_list_people (CallboardDb  *db,
                                          gint64        stage,
                                          const char   *text,
                                          guint         limit,
                                          GError      **error);

G_END_DECLS
