/* callboard-phone-sheet.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CALLBOARD_TYPE_PHONE_SHEET (callboard_phone_sheet_get_type())

/* The rows of a list message, which come up from the bottom of a phone. A row activates "phone.choose" with (id, label);
 * Escape and the button at the top close it. */
G_DECLARE_FINAL_TYPE (CallboardPhoneSheet, callboard_phone_sheet, CALLBOARD, PHONE_SHEET, GtkWidget)

void callboard_phone_sheet_open  (CallboardPhoneSheet *self,
                                  const char          *choices);
void callboard_phone_sheet_close (CallboardPhoneSheet *self);

G_END_DECLS
