/* callboard-file-field.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-field.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_FILE_FIELD (callboard_file_field_get_type())

/* The file of a block. It is chosen, dropped on the field, or pasted (file.choose, file.paste, file.remove). */
G_DECLARE_FINAL_TYPE (CallboardFileField, callboard_file_field, CALLBOARD, FILE_FIELD, GtkWidget)

/* Takes a copy of file into the data directory; says what is wrong with it, or makes it the block's. */
void callboard_file_field_take (CallboardFileField *self,
                                GFile              *file);

G_END_DECLS
