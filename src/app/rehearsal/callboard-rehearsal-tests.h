/* callboard-rehearsal-tests.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "callboard-store.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_REHEARSAL_TESTS (callboard_rehearsal_tests_get_type())

/* The recorded tests of a campaign with what its draft makes of them now, and a line to record one more. */
G_DECLARE_FINAL_TYPE (CallboardRehearsalTests, callboard_rehearsal_tests, CALLBOARD, REHEARSAL_TESTS, AdwWindow)

/**
 * callboard_rehearsal_tests_new:
 * @parent: the window it belongs to
 * @store: the store
 * @campaign: whose tests
 * @enrolment: what was played
 * @name: a name for it
 */
CallboardRehearsalTests *callboard_rehearsal_tests_new (GtkWindow      *parent,
                                                        CallboardStore *store,
                                                        gint64          campaign,
                                                        gint64          enrolment,
                                                        const char     *name);

G_END_DECLS
