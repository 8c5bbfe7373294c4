/* callboard-array-source.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-application-source.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_ARRAY_SOURCE (callboard_array_source_get_type())

/* An application source over arrays, for tests, the demo and benchmarks: stages 1 to n, ids from 1, and what a card
 * shows made up from its id. Moving a card gives the changes that a store would announce. */
G_DECLARE_FINAL_TYPE (CallboardArraySource, callboard_array_source, CALLBOARD, ARRAY_SOURCE, GObject)

CallboardArraySource *callboard_array_source_new         (guint                    n_stages,
                                                          guint                    n_per_stage);
/* Before the application @before, or at the end if it is 0; from or to stage 0 means new or gone. */
void                  callboard_array_source_move        (CallboardArraySource    *self,
                                                          gint64                   id,
                                                          gint64                   to_stage,
                                                          gint64                   before,
                                                          CallboardChanges        *changes);
void                  callboard_array_source_set_status  (CallboardArraySource    *self,
                                                          gint64                   id,
                                                          CallboardStatus          status,
                                                          CallboardChanges        *changes);
GArray               *callboard_array_source_peek_stage  (CallboardArraySource    *self,
                                                          gint64                   stage);
guint                 callboard_array_source_count_failed (CallboardArraySource  *self,
                                                          gint64                   stage);
guint                 callboard_array_source_get_n_reads (CallboardArraySource    *self);

G_END_DECLS
