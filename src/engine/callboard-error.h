/* callboard-error.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CALLBOARD_ENGINE_ERROR (callboard_engine_error_quark ())

/**
 * CallboardEngineError:
 * @CALLBOARD_ENGINE_ERROR_NOT_FOUND: the job, stage, application … no longer exists
 * @CALLBOARD_ENGINE_ERROR_NOT_READY: the stage's campaign cannot be sent; the message says why
 * @CALLBOARD_ENGINE_ERROR_NOTHING: there is nothing to do, for instance to undo
 * @CALLBOARD_ENGINE_ERROR_TOO_LATE: what should be taken back has left
 * @CALLBOARD_ENGINE_ERROR_NOT_ALLOWED: the person opted out, or gave no consent
 * @CALLBOARD_ENGINE_ERROR_INVALID: an argument from the user is not acceptable; the message says which
 * @CALLBOARD_ENGINE_ERROR_NEWER: the campaign was made by a newer Callboard
 */
typedef enum
{
  CALLBOARD_ENGINE_ERROR_NOT_FOUND,
  CALLBOARD_ENGINE_ERROR_NOT_READY,
  CALLBOARD_ENGINE_ERROR_NOTHING,
  CALLBOARD_ENGINE_ERROR_TOO_LATE,
  CALLBOARD_ENGINE_ERROR_NOT_ALLOWED,
  CALLBOARD_ENGINE_ERROR_INVALID,
  CALLBOARD_ENGINE_ERROR_NEWER,
} CallboardEngineError;

GQuark callboard_engine_error_quark (void);

G_END_DECLS
