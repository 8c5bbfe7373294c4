/* callboard-rehearsal-account.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-command.h"

G_BEGIN_DECLS

/**
 * callboard_rehearsal_account_command_new:
 *
 * Makes sure that there is a rehearsal account and that its clock, which runs like a real one, stands inside the hours of
 * a working day: if not, it is put forward to 10:00 of the next one, local time (product.md, section 10).
 *
 * Returns: (transfer full): the command
 */
CallboardCommand *callboard_rehearsal_account_command_new    (void);

/**
 * callboard_rehearsal_account_command_get_id:
 * @command: the executed command
 *
 * Returns: the id of the rehearsal account
 */
gint64            callboard_rehearsal_account_command_get_id (CallboardCommand *command);

G_END_DECLS
