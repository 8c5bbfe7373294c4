/* callboard-meta-errors.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-channel.h"

G_BEGIN_DECLS

/**
 * callboard_meta_classify:
 * @status: the HTTP status of the answer to a send
 * @code: the error code of WhatsApp's Cloud API, 0 if the answer has none
 * @has_code: whether the answer has a code; 0 is one of Meta's own
 * @failure: (out): the reason
 *
 * Decides what became of a send that was not accepted: by the code, because Meta says that statuses vary. A 5xx
 * without a code, with an unknown one, or with one that only says that something broke, is unknown. 360dialog hands
 * Meta's codes on.
 *
 * Returns: what to do
 */
CallboardOutcome  callboard_meta_classify    (guint             status,
                                              gint64            code,
                                              gboolean          has_code,
                                              CallboardFailure *failure);

/**
 * callboard_meta_get_failure:
 * @code: the error code of a message that failed after it was accepted
 *
 * Returns: the reason, %CALLBOARD_FAILURE_UNKNOWN if the code is not known
 */
CallboardFailure  callboard_meta_get_failure (gint64            code);

/**
 * callboard_meta_explain:
 * @code: an error code
 *
 * Returns: (nullable): words for people, translated
 */
const char       *callboard_meta_explain     (gint64            code);

G_END_DECLS
