/* callboard-file-type.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-enums.h"

G_BEGIN_DECLS

/* What a file is, by its bytes. What its name or its sender say is never asked. */

#define CALLBOARD_FILE_TYPE_UNKNOWN "application/octet-stream"

/**
 * callboard_file_sniff:
 * @head: (array length=n_head): how the file begins
 * @n_head: 8 KiB, or the whole file
 * @tail: (array length=n_tail) (nullable): how it ends; an archive has its list of contents there
 * @n_tail: 64 KiB, or the whole file
 *
 * A program is a program whatever it pretends to be, and a document with macros is not a plain document.
 *
 * Returns: (transfer full): a media type, %CALLBOARD_FILE_TYPE_UNKNOWN if nothing fits
 */
char              *callboard_file_sniff          (const guint8 *head,
                                                  gsize         n_head,
                                                  const guint8 *tail,
                                                  gsize         n_tail);

/**
 * callboard_file_kind_from_type:
 * @type: (nullable): a media type, perhaps with parameters
 *
 * Returns: what a file of that type is for a person
 */
CallboardFileKind  callboard_file_kind_from_type (const char   *type);

/**
 * callboard_file_type_is_program:
 * @type: (nullable): what a file was sniffed as
 *
 * Returns: whether it would do something by itself
 */
gboolean           callboard_file_type_is_program (const char *type);

/**
 * callboard_file_type_get_extension:
 * @type: (nullable): a media type
 *
 * Returns: what names of such files end with, without the dot; "bin" for types that nothing should open by itself
 */
const char        *callboard_file_type_get_extension (const char *type);

/**
 * callboard_file_safe_name:
 * @name: (nullable): what the sender calls the file; any bytes
 * @type: what it was sniffed as
 *
 * Makes a name that any file system takes and that looks like what it is: no folders, no control characters, nothing that
 * turns the direction of the text, no names that mean devices, at most 120 characters, and the extension of @type.
 *
 * Returns: (transfer full): the name, never empty
 */
char              *callboard_file_safe_name      (const char   *name,
                                                  const char   *type);

G_END_DECLS
