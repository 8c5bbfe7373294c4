/* callboard-test-edit.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CALLBOARD_TYPE_TEST_EDIT (callboard_test_edit_get_type())

/* A comparison with a number, "<=2". Signal: changed, after the user changed it. */
G_DECLARE_FINAL_TYPE (CallboardTestEdit, callboard_test_edit, CALLBOARD, TEST_EDIT, GtkBox)

/* (transfer full) */
char *callboard_test_edit_get_text (CallboardTestEdit *self);
void  callboard_test_edit_set_text (CallboardTestEdit *self,
                                    const char        *text);

/* What a comparison says: "less than 2". (transfer full) */
char *callboard_test_edit_describe (const char        *text);

G_END_DECLS
