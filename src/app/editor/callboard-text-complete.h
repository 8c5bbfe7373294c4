/* callboard-text-complete.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-text-field.h"

G_BEGIN_DECLS

/* Offers merge fields after "{{". Up, Down, Enter, Tab and Escape are the popover's while it is shown. */
void callboard_text_complete_attach (CallboardTextField *field);

G_END_DECLS
