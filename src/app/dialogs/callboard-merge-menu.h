/* callboard-merge-menu.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* (transfer full): a menu of the merge fields by their names; each item activates action with what is to be inserted. */
GMenuModel *callboard_merge_menu_new    (const char *action);

/* (transfer full): text with values of usual length in the place of fields, to count with. */
char       *callboard_merge_menu_sample (const char *text);

G_END_DECLS
