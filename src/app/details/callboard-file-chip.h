/* callboard-file-chip.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "callboard-queries-files.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_FILE_CHIP (callboard_file_chip_get_type())

/* A file of a conversation: a thumbnail or an icon, its name, what it is, and what can be done with it. Its buttons
 * activate the actions file.open, file.save and file.again of an ancestor, with the attachment's row. */
G_DECLARE_FINAL_TYPE (CallboardFileChip, callboard_file_chip, CALLBOARD, FILE_CHIP, GtkWidget)

/**
 * callboard_file_chip_new:
 * @file: the file
 * @directory: the data directory
 * @extra: (nullable): what else is said of it in small letters
 */
GtkWidget *callboard_file_chip_new      (const CallboardFileLine *file,
                                         const char              *directory,
                                         const char              *extra);

/**
 * callboard_file_chip_describe:
 * @file: a file
 *
 * Returns: (transfer full): its name, what it is, its size or what became of it, in one line
 */
char      *callboard_file_chip_describe (const CallboardFileLine *file);

G_END_DECLS
