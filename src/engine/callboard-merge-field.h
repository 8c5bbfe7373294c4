/* callboard-merge-field.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The merge fields as a user knows them. */

/**
 * callboard_merge_field_parse:
 * @text: a text
 * @length: (out): how many bytes the field has
 * @name: (out) (transfer full): its name, "candidate.first_name"
 * @fallback: (out) (transfer full) (nullable): what it falls back to
 *
 * Returns: whether @text begins with a field that exists and is well formed
 */
gboolean    callboard_merge_field_parse         (const char  *text,
                                                 gsize       *length,
                                                 char       **name,
                                                 char       **fallback);

/**
 * callboard_merge_field_write:
 * @name: a name
 * @fallback: (nullable): what it falls back to
 *
 * Returns: (transfer full): "{{candidate.first_name|there}}"; no fallback if it is %NULL or blank
 */
char       *callboard_merge_field_write         (const char  *name,
                                                 const char  *fallback);

/**
 * callboard_merge_field_get_label:
 * @name: a name
 *
 * Returns: "First name", translated, or the name itself of one that does not exist
 */
const char *callboard_merge_field_get_label     (const char  *name);

/**
 * callboard_merge_field_get_insert:
 * @name: a name
 *
 * Returns: (transfer full): what is inserted for it: with a fallback where that is wise
 */
char       *callboard_merge_field_get_insert    (const char  *name);

/**
 * callboard_merge_field_describe:
 * @name: a name
 * @fallback: (nullable): what it falls back to
 *
 * Returns: (transfer full): "First name, or “there”"
 */
char       *callboard_merge_field_describe      (const char  *name,
                                                 const char  *fallback);

/**
 * callboard_merge_field_describe_text:
 * @text: a text with fields
 *
 * Returns: (transfer full): the text with "[First name]" in the place of each
 */
char       *callboard_merge_field_describe_text (const char  *text);

/**
 * callboard_merge_field_summarise:
 * @text: a text with fields
 * @max_length: in characters
 *
 * Returns: (transfer full): as callboard_merge_field_describe_text(), on one line, with "…" if it is cut
 */
char       *callboard_merge_field_summarise     (const char  *text,
                                                 glong        max_length);

/**
 * callboard_merge_field_sample:
 * @text: a text with fields
 *
 * Returns: (transfer full): the text with values of usual length in the place of fields, to count with
 */
char       *callboard_merge_field_sample        (const char  *text);

G_END_DECLS
