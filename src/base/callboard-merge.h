/* callboard-merge.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CALLBOARD_MERGE_ERROR (callboard_merge_error_quark ())

/**
 * CallboardMergeError:
 * @CALLBOARD_MERGE_ERROR_UNKNOWN_FIELD: a field that is not in callboard_merge_get_fields(); the message names it
 * @CALLBOARD_MERGE_ERROR_MALFORMED: braces that are not closed or not opened, or a known field in single braces
 */
typedef enum
{
  CALLBOARD_MERGE_ERROR_UNKNOWN_FIELD,
  CALLBOARD_MERGE_ERROR_MALFORMED,
} CallboardMergeError;

GQuark callboard_merge_error_quark (void);

/**
 * CallboardMergeLookup:
 * @field: the field's name without braces and white space, such as "candidate.first_name"
 * @data: what was given to callboard_merge_render()
 *
 * Returns: (nullable): the value; valid until the next call
 */
typedef const char *(*CallboardMergeLookup) (const char *field,
                                             gpointer    data);

/**
 * callboard_merge_get_fields:
 *
 * The fields a text may use (product.md, section 5), in the order a menu shows them.
 *
 * Returns: (transfer none) (array zero-terminated=1): the names
 */
const char * const *callboard_merge_get_fields (void);

/**
 * callboard_merge_check:
 * @text: a text with fields, UTF-8
 * @error: return location for a %CALLBOARD_MERGE_ERROR
 *
 * Finds the first field that must not be sent. A campaign with such a text is not ready.
 *
 * Returns: whether all fields are known and well formed
 */
gboolean            callboard_merge_check      (const char            *text,
                                                GError               **error);

/**
 * callboard_merge_render:
 * @text: a text with fields, such as "Hi {{candidate.first_name|there}}"
 * @lookup: (scope call): gives the values
 * @data: for @lookup
 *
 * Puts values in the place of fields. A value that is %NULL or blank gives the fallback, and without one nothing;
 * the space that would then stand doubled, or before a comma, goes with it. A raw field never leaves: an unknown one
 * is looked up like any other, and an unclosed one is dropped. Values are not searched for fields again.
 *
 * Returns: (transfer full): the text to send
 */
char               *callboard_merge_render     (const char            *text,
                                                CallboardMergeLookup   lookup,
                                                gpointer               data);

G_END_DECLS
