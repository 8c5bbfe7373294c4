/* callboard-store-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-search.h"
#include "callboard-store.h"

G_BEGIN_DECLS

void             callboard_store_application_source_init (CallboardApplicationSourceInterface *iface);
CallboardSearch *callboard_store_get_search              (CallboardStore                      *self);

G_END_DECLS
