/* callboard-plain-draft-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "callboard-plain-draft.h"

G_BEGIN_DECLS

/**
 * callboard_plain_draft_is_plain:
 * @module: a module of a campaign document
 *
 * Returns: whether a draft has a place for all of it; if not, it is kept as it is
 */
gboolean callboard_plain_draft_is_plain (JsonObject *module);

G_END_DECLS
