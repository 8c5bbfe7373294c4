/* callboard-sample-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-json.h"
#include "callboard-store.h"

G_BEGIN_DECLS

gboolean callboard_sample_fill_people (CallboardStore  *store,
                                       gint64           account,
                                       JsonArray       *people,
                                       GError         **error);

G_END_DECLS
