/* callboard-tray-item.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "callboard-queries-office.h"
#include "callboard-queries-outbox.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_TRAY_ITEM (callboard_tray_item_get_type())

/* One row of the send tray: a message, a drop that can be taken back, or an account that is paused. It never changes. */
G_DECLARE_FINAL_TYPE (CallboardTrayItem, callboard_tray_item, CALLBOARD, TRAY_ITEM, GObject)

/* Each takes what it is made of. batch is the drop of that one message, to be taken back; 0 for none. */
CallboardTrayItem          *callboard_tray_item_new_message (CallboardOutboxRow   *message,
                                                             gint64                batch);
CallboardTrayItem          *callboard_tray_item_new_drop    (CallboardOutboxGroup *drop);
CallboardTrayItem          *callboard_tray_item_new_account (CallboardAccountRow  *account);

/* What Undo takes back, 0 for nothing. */
gint64                      callboard_tray_item_get_batch   (CallboardTrayItem    *self);

/* NULL unless the item is one. */
const CallboardOutboxRow   *callboard_tray_item_get_message (CallboardTrayItem    *self);
const CallboardOutboxGroup *callboard_tray_item_get_drop    (CallboardTrayItem    *self);
const CallboardAccountRow  *callboard_tray_item_get_account (CallboardTrayItem    *self);

/**
 * callboard_tray_items_update:
 * @items: (element-type CallboardTrayItem): what is shown
 * @wanted: (element-type CallboardTrayItem): what shall be shown
 *
 * Changes @items in one splice, from the first that differs to the last, or not at all.
 */
void                        callboard_tray_items_update     (GListStore           *items,
                                                             GPtrArray            *wanted);

G_END_DECLS
