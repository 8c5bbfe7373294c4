/* callboard-archive.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-command.h"

G_BEGIN_DECLS

/**
 * callboard_archive_command_new:
 * @applications: cards on a board; copied
 * @n_applications: how many
 *
 * Takes cards off their boards. Their campaigns end as Cancelled, what has not left is pulled, seats of interviews are
 * free. All that was said stays.
 *
 * Returns: (transfer full): the command
 */
CallboardCommand *callboard_archive_command_new   (const gint64 *applications,
                                                   guint         n_applications);

/**
 * callboard_unarchive_command_new:
 * @applications: archived cards; copied
 * @n_applications: how many
 *
 * Puts cards back where they stood. Nothing is sent, and a campaign that was cut short does not go on.
 *
 * Returns: (transfer full): the command; it fails with %CALLBOARD_ENGINE_ERROR_NOT_ALLOWED if the person has come to the
 *   job again since
 */
CallboardCommand *callboard_unarchive_command_new (const gint64 *applications,
                                                   guint         n_applications);

G_END_DECLS
