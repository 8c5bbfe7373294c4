/* bench-campaign.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-draft.h"

G_BEGIN_DECLS

/* More than anybody writes: 60 modules of 10 elements each, all kinds of them, choices and rules.
 * Returns: (transfer full): a campaign that is ready for a Form stage */
CallboardDraft *bench_campaign_new (void);

G_END_DECLS
