/* callboard-test.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-store.h"

G_BEGIN_DECLS

/* Monday, 2 March 2026, 10:00 UTC: inside send hours in Europe. */
#define CALLBOARD_TEST_NOW G_GINT64_CONSTANT (1772445600000000)

/* A store in a folder of its own under a stopped clock. */
typedef struct
{
  char           *directory;
  CallboardClock *clock;
  CallboardStore *store;
} CallboardTest;

CallboardTest *callboard_test_new     (void);
void           callboard_test_free    (CallboardTest    *test);
void           callboard_test_reopen  (CallboardTest    *test);
void           callboard_test_advance (CallboardTest    *test,
                                       gint64            microseconds);

/* Executes @command, which it takes, and fails the test if it does not succeed. */
gpointer       callboard_test_execute (CallboardTest    *test,
                                       CallboardCommand *command);

/* Executes @command, which it takes, and fails the test unless it fails so. */
void           callboard_test_refuse  (CallboardTest    *test,
                                       CallboardCommand *command,
                                       GQuark            domain,
                                       int               code);
gint64         callboard_test_number  (CallboardTest    *test,
                                       const char       *sql);
char          *callboard_test_text    (CallboardTest    *test,
                                       const char       *sql);

#define callboard_test_assert_number(test, sql, op, number) \
  g_assert_cmpint (callboard_test_number (test, sql), op, number)

#define callboard_test_assert_text(test, sql, text)                 \
  G_STMT_START {                                                    \
    g_autofree char *found_ = callboard_test_text (test, sql);      \
    g_assert_cmpstr (found_, ==, text);                             \
  } G_STMT_END

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardTest, callboard_test_free)

G_END_DECLS
