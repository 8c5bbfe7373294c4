/* callboard-remedy.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-failure.h"

G_BEGIN_DECLS

/* What stands on the button of a remedy; NULL for none. It does win.remedy with an application's id and the remedy. */
const char *callboard_remedy_get_label (CallboardRemedy   remedy);

/* Why a message failed: the advice, and the provider's code if there is one. (transfer full) */
char       *callboard_failure_describe (CallboardFailure  failure,
                                        const char       *code);

G_END_DECLS
