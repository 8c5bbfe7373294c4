/* callboard-search.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-application-source.h"
#include "callboard-db.h"

G_BEGIN_DECLS

/* Search in boards, key by key. The index of names says who matches, in no order and for all jobs; to look up where each
 * of them stands would cost ten times what finding them does. So the cards of each stage that is searched are kept in
 * order with their candidates, and a key costs one walk over them. Used by one thread. */
typedef struct _CallboardSearch CallboardSearch;

CallboardSearch *callboard_search_new    (void);
void             callboard_search_free   (CallboardSearch  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardSearch, callboard_search_free)

/**
 * callboard_search_forget:
 * @self: a search
 *
 * Cards moved, or people changed: what is kept is no longer true.
 */
void             callboard_search_forget (CallboardSearch  *self);

/**
 * callboard_search_load:
 * @self: a search
 * @db: a connection
 * @stage: a stage
 * @failed_only: only cards whose campaign failed
 * @match: an expression of callboard_match_build()
 * @error: return location for a %CALLBOARD_STORE_ERROR
 *
 * Returns: (transfer full) (element-type CallboardApplicationKey): the keys of the cards whose candidates match, in
 *   order; %NULL on error
 */
GArray          *callboard_search_load   (CallboardSearch  *self,
                                          CallboardDb      *db,
                                          gint64            stage,
                                          gboolean          failed_only,
                                          const char       *match,
                                          GError          **error);

G_END_DECLS
