/* callboard-json.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* JSON from outside: campaign files, providers' replies. json-glib 1.6 crashes on deep nesting and accepts
 * comments and single quotes, so the text is checked before its parser sees a byte. */

#define CALLBOARD_JSON_MAX_DEPTH 64

#define CALLBOARD_JSON_ERROR (callboard_json_error_quark ())

/**
 * CallboardJsonError:
 * @CALLBOARD_JSON_ERROR_TOO_BIG: more bytes than allowed
 * @CALLBOARD_JSON_ERROR_TOO_DEEP: nested deeper than %CALLBOARD_JSON_MAX_DEPTH
 * @CALLBOARD_JSON_ERROR_SYNTAX: not JSON, or not UTF-8
 */
typedef enum
{
  CALLBOARD_JSON_ERROR_TOO_BIG,
  CALLBOARD_JSON_ERROR_TOO_DEEP,
  CALLBOARD_JSON_ERROR_SYNTAX,
} CallboardJsonError;

GQuark callboard_json_error_quark (void);

/**
 * callboard_json_parse:
 * @data: (nullable): bytes, not necessarily terminated; %NULL only if there are none
 * @length: how many, or -1 for a terminated string
 * @max_length: the most bytes to accept
 * @error: return location for a %CALLBOARD_JSON_ERROR
 *
 * Parses one JSON document, strictly: no comments, no single quotes, no control characters in strings.
 *
 * Returns: (transfer full): the root, or %NULL
 */
JsonNode   *callboard_json_parse        (const char  *data,
                                         gssize       length,
                                         gsize        max_length,
                                         GError     **error);

/**
 * callboard_json_parse_object:
 *
 * As callboard_json_parse(), for a document that has to be an object; another one is a syntax error.
 *
 * Returns: (transfer full): the object, or %NULL
 */
JsonObject *callboard_json_parse_object (const char  *data,
                                         gssize       length,
                                         gsize        max_length,
                                         GError     **error);

/**
 * callboard_json_to_text:
 * @object: an object
 *
 * Returns: (transfer full): @object as one line of JSON
 */
char       *callboard_json_to_text      (JsonObject  *object);

/**
 * callboard_json_write:
 * @node: any value
 * @pretty: whether people shall read it: one member a line
 *
 * As json_to_string(), which leaves one control character as it is that JSON allows in no string, and ends numbers with
 * an exponent as JSON doesn't (1e+20.0).
 *
 * Returns: (transfer full): @node as JSON that callboard_json_parse() reads
 */
char       *callboard_json_write        (JsonNode    *node,
                                         gboolean     pretty);

/* Checked getters: a missing member, a null, and a member of another type are the same. */

/**
 * callboard_json_get_string:
 * @object: (nullable): an object
 * @name: a member
 *
 * Returns: (transfer none) (nullable): its text, %NULL unless it is a string
 */
const char *callboard_json_get_string   (JsonObject  *object,
                                         const char  *name);

/**
 * callboard_json_get_int:
 * @object: (nullable): an object
 * @name: a member
 * @value: (out): its value; left alone if there is none
 *
 * Returns: whether it is a whole number
 */
gboolean    callboard_json_get_int      (JsonObject  *object,
                                         const char  *name,
                                         gint64      *value);

/**
 * callboard_json_get_boolean:
 * @object: (nullable): an object
 * @name: a member
 * @value: (out): its value; left alone if there is none
 *
 * Returns: whether it is true or false
 */
gboolean    callboard_json_get_boolean  (JsonObject  *object,
                                         const char  *name,
                                         gboolean    *value);

/**
 * callboard_json_get_object:
 * @object: (nullable): an object
 * @name: a member
 *
 * Returns: (transfer none) (nullable): the member, %NULL unless it is an object
 */
JsonObject *callboard_json_get_object   (JsonObject  *object,
                                         const char  *name);

/**
 * callboard_json_get_array:
 * @object: (nullable): an object
 * @name: a member
 *
 * Returns: (transfer none) (nullable): the member, %NULL unless it is an array
 */
JsonArray  *callboard_json_get_array    (JsonObject  *object,
                                         const char  *name);

/**
 * callboard_json_array_get_object:
 * @array: an array
 * @index: a position in it
 *
 * Returns: (transfer none) (nullable): the element, %NULL unless it is an object
 */
JsonObject *callboard_json_array_get_object (JsonArray *array,
                                             guint      index);

/**
 * callboard_json_array_get_string:
 * @array: an array
 * @index: a position in it
 *
 * Returns: (transfer none) (nullable): the element, %NULL unless it is a string
 */
const char *callboard_json_array_get_string (JsonArray *array,
                                             guint      index);

G_END_DECLS
