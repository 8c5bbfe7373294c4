/* callboard-secrets-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-secrets.h"

G_BEGIN_DECLS

/* What callboard_secrets_keep() was given; (transfer full) (nullable). */
char *callboard_secrets_recall (const char *database,
                                gint64      account);
void  callboard_secrets_forget (const char *database,
                                gint64      account);

G_END_DECLS
