/* callboard-ctl-describe.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-ctl.h"

G_BEGIN_DECLS

/* What several commands say of one application; %NULL on error. */
JsonArray  *callboard_ctl_describe_conversation (CallboardDb  *db,
                                                 gint64        application,
                                                 GError      **error);
JsonArray  *callboard_ctl_describe_answers      (CallboardDb  *db,
                                                 gint64        application,
                                                 GError      **error);
JsonArray  *callboard_ctl_describe_history      (CallboardDb  *db,
                                                 gint64        application,
                                                 GError      **error);
JsonObject *callboard_ctl_describe_application  (CallboardDb  *db,
                                                 gint64        application,
                                                 GError      **error);

G_END_DECLS
