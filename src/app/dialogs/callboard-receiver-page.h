/* callboard-receiver-page.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "callboard-store.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_RECEIVER_PAGE (callboard_receiver_page_get_type())

/* How providers that report by themselves reach this computer: whether it listens, a tunnel or a reverse proxy to it, the
 * exact address of each account, and a check of its own. */
G_DECLARE_FINAL_TYPE (CallboardReceiverPage, callboard_receiver_page, CALLBOARD, RECEIVER_PAGE, AdwPreferencesPage)

void callboard_receiver_page_set_store (CallboardReceiverPage *self,
                                        CallboardStore        *store);

G_END_DECLS
