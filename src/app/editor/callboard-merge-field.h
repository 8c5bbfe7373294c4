/* callboard-merge-field.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

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

/* "{{candidate.first_name|there}}"; no fallback if it is NULL or blank. (transfer full) */
char       *callboard_merge_field_write         (const char  *name,
                                                 const char  *fallback);

/* "First name", or the name itself of one that does not exist. */
const char *callboard_merge_field_get_label     (const char  *name);

/* What is inserted for name: with a fallback where that is wise. (transfer full) */
char       *callboard_merge_field_get_insert    (const char  *name);

/* "First name, or “there”" (transfer full) */
char       *callboard_merge_field_describe      (const char  *name,
                                                 const char  *fallback);

/* The text with its fields as they are described. (transfer full) */
char       *callboard_merge_field_describe_text (const char  *text);

/* The text with values of usual length in the place of fields, to count with. (transfer full) */
char       *callboard_merge_field_sample        (const char  *text);

/* A menu of the fields; each item activates action with what is to be inserted. (transfer full) */
GMenuModel *callboard_merge_field_create_menu   (const char  *action);

G_END_DECLS
