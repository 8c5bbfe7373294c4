/* callboard-test-results.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "callboard-db.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_TEST_RESULTS (callboard_test_results_get_type())

/* The recorded rehearsals of a campaign, played on a document: "2 of 3 say something else now", and what. Hidden where none
 * is recorded. */
G_DECLARE_FINAL_TYPE (CallboardTestResults, callboard_test_results, CALLBOARD, TEST_RESULTS, AdwBin)

GtkWidget *callboard_test_results_new  (void);

/**
 * callboard_test_results_play:
 * @self: the results
 * @db: a connection
 * @campaign: whose tests
 * @document: what to play them on
 * @error: return location
 *
 * Returns: whether they could be played
 */
gboolean   callboard_test_results_play (CallboardTestResults  *self,
                                        CallboardDb           *db,
                                        gint64                 campaign,
                                        const char            *document,
                                        GError               **error);

G_END_DECLS
