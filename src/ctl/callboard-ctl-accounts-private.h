/* callboard-ctl-accounts-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-ctl.h"
#include "callboard-queries-office.h"

G_BEGIN_DECLS

JsonObject *callboard_ctl_describe_account (const CallboardAccountRow  *row);

/* "accounts show 3", "accounts check 3", "accounts prices" and the like. */
gboolean    callboard_ctl_is_health        (const char                 *verb);
gboolean    callboard_ctl_health           (CallboardCtl               *ctl,
                                            char                      **rest,
                                            GError                    **error);

G_END_DECLS
