/* callboard-tray-load.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-tray-item.h"

G_BEGIN_DECLS

/* Rows of each list; nobody reads more, and the head says how many there are. */
#define CALLBOARD_TRAY_MOST_ROWS 100

/* What the lists of the tray hold: (transfer full) (element-type CallboardTrayItem). What cannot be read is warned of and
 * left out; now is the real time. */
GPtrArray *callboard_tray_load_accounts (CallboardDb       *db);
GPtrArray *callboard_tray_load_messages (CallboardDb       *db,
                                         CallboardTrayPart  part,
                                         gint64             now);

/* What waits: drops that can be taken back, and the messages. The only message of a drop stands for the drop. */
void       callboard_tray_load_waiting  (CallboardDb       *db,
                                         gint64             now,
                                         GPtrArray        **drops,
                                         GPtrArray        **messages);

G_END_DECLS
