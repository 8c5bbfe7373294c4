/* callboard-texts.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-enums.h"

G_BEGIN_DECLS

/**
 * callboard_texts_get_campaign:
 * @type: a stage type, not Review
 * @language: "en" or "de"; another one gives English
 *
 * The text a new campaign starts with (product.md, section 2).
 *
 * Returns: (transfer full): a campaign document, JSON
 */
char *callboard_texts_get_campaign (CallboardStageType  type,
                                    const char         *language);

G_END_DECLS
