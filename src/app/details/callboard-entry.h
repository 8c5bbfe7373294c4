/* callboard-entry.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "callboard-queries-conversation.h"

G_BEGIN_DECLS

/**
 * CallboardEntryKind:
 * @CALLBOARD_ENTRY_EARLIER: earlier entries are left out
 * @CALLBOARD_ENTRY_DAY: another day begins
 * @CALLBOARD_ENTRY_MOVED: the card came into a stage
 * @CALLBOARD_ENTRY_MESSAGE: somebody said something
 */
typedef enum
{
  CALLBOARD_ENTRY_EARLIER,
  CALLBOARD_ENTRY_DAY,
  CALLBOARD_ENTRY_MOVED,
  CALLBOARD_ENTRY_MESSAGE,
} CallboardEntryKind;

#define CALLBOARD_TYPE_ENTRY (callboard_entry_get_type())

/* One row of a conversation as it is shown. It never changes: a message whose state did is another entry. */
G_DECLARE_FINAL_TYPE (CallboardEntry, callboard_entry, CALLBOARD, ENTRY, GObject)

CallboardEntryKind   callboard_entry_get_kind (CallboardEntry *self);

/* The day, or the time of the line. */
gint64               callboard_entry_get_at   (CallboardEntry *self);

/* NULL unless it is a move or a message. */
const CallboardLine *callboard_entry_get_line (CallboardEntry *self);

/**
 * callboard_entries_update:
 * @entries: (element-type CallboardEntry): what is shown
 * @lines: (transfer full) (element-type CallboardLine): what there is, oldest first
 * @limit: how many of the newest lines are shown
 *
 * Changes @entries in one splice, from the first entry that differs to the last, or not at all.
 */
void                 callboard_entries_update (GListStore     *entries,
                                               GPtrArray      *lines,
                                               guint           limit);

G_END_DECLS
