/* callboard-draft-document-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "callboard-draft-document.h"

G_BEGIN_DECLS

#define CALLBOARD_DRAFT_MAX_BYTES (4 * 1024 * 1024)
#define CALLBOARD_DRAFT_FORMAT    1

/* Checks the member "callboard" of a document. what: the words for one that is none */
gboolean            callboard_draft_check_format (JsonObject          *object,
                                                  const char          *what,
                                                  GError             **error);

/* Fills node, which is empty, with the members of object. path: of object, "" for the document; ids: of the nodes so far */
gboolean            callboard_draft_read_node    (CallboardDraftNode  *node,
                                                  JsonObject          *object,
                                                  const char          *path,
                                                  GHashTable          *ids,
                                                  GError             **error);

/* An element of a list; Returns: (transfer full): the node, or NULL */
CallboardDraftNode *callboard_draft_read_element (const char          *list,
                                                  JsonNode            *element,
                                                  const char          *path,
                                                  GHashTable          *ids,
                                                  GError             **error);

/* Returns: (transfer full): node as an object */
JsonNode           *callboard_draft_write_node   (CallboardDraftNode  *node);

G_END_DECLS
