/* callboard-twilio-errors.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-channel.h"

G_BEGIN_DECLS

/**
 * callboard_twilio_classify:
 * @status: the HTTP status of the answer to a send
 * @code: Twilio's error code, 0 if the answer has none
 * @failure: (out): the reason
 *
 * Decides by code and status what became of a send that was not created. A 5xx is unknown whatever its code:
 * Twilio says that a retry may send twice. Twilio also says that codes change, so an unknown one is decided by its
 * status alone.
 *
 * Returns: what to do
 */
CallboardOutcome  callboard_twilio_classify    (guint             status,
                                                gint64            code,
                                                CallboardFailure *failure);

/**
 * callboard_twilio_get_failure:
 * @code: the error code of a message that failed after it was accepted, 0 if it has none
 *
 * Returns: the reason, %CALLBOARD_FAILURE_UNKNOWN if the code is not known
 */
CallboardFailure  callboard_twilio_get_failure (gint64            code);

/**
 * callboard_twilio_explain:
 * @code: an error code
 *
 * Returns: (nullable): words for people, translated, where Twilio often sends none
 */
const char       *callboard_twilio_explain     (gint64            code);

G_END_DECLS
