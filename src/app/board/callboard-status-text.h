/* callboard-status-text.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-application-source.h"

G_BEGIN_DECLS

/* The words, icons and CSS classes for the statuses of product.md, section 4, and for what a card says. */

/**
 * callboard_status_get_words:
 * @status: a status
 *
 * Returns: (transfer none): its name, translated; "" for none
 */
const char *callboard_status_get_words      (CallboardStatus                status);

/**
 * callboard_status_get_icon_name:
 * @status: a status
 *
 * Returns: (transfer none): a symbolic icon of the program's own
 */
const char *callboard_status_get_icon_name  (CallboardStatus                status);

/**
 * callboard_status_get_css_class:
 * @status: a status
 *
 * Returns: (transfer none): one of "accent", "success", "warning", "error", "dim", and "plain" for none
 */
const char *callboard_status_get_css_class  (CallboardStatus                status);

/**
 * callboard_stage_type_get_words:
 * @type: a type of stage
 *
 * Returns: (transfer none): its name, translated
 */
const char *callboard_stage_type_get_words  (CallboardStageType             type);

/**
 * callboard_stage_type_get_icon_name:
 * @type: a type of stage
 *
 * Returns: (transfer none): a symbolic icon of the program's own
 */
const char *callboard_stage_type_get_icon_name (CallboardStageType             type);

/**
 * callboard_span_to_words:
 * @microseconds: a length of time, not negative
 *
 * Returns: (transfer full): as short as can be, the largest whole unit: "now" for less than a minute, "5 min", "3 d"
 */
char       *callboard_span_to_words         (gint64                         microseconds);

/**
 * callboard_row_has_interview:
 * @row: what a card shows
 * @now: the time, in microseconds since the epoch, UTC
 *
 * Returns: whether an interview is booked that lies ahead, or was held within a day
 */
gboolean    callboard_row_has_interview     (const CallboardApplicationRow *row,
                                             gint64                         now);

/**
 * callboard_row_to_detail:
 * @row: what a card shows
 * @now: the time, in microseconds since the epoch, UTC
 *
 * Returns: (transfer full): what stands beside the status: "in 18 s", "at 14:30", "3 of 7", when the
 *   interview is, why it failed, or ""
 */
char       *callboard_row_to_detail         (const CallboardApplicationRow *row,
                                             gint64                         now);

/**
 * callboard_row_to_description:
 * @row: what a card shows
 * @stage: the stage's name
 * @position: the card's place in it, from 0
 * @n: how many cards the stage shows
 * @now: the time, in microseconds since the epoch, UTC
 *
 * Returns: (transfer full): the whole card in a sentence, for screen readers:
 *   "In Interview, 2 of 5, Scheduled, leaves in 20 seconds"
 */
char       *callboard_row_to_description    (const CallboardApplicationRow *row,
                                             const char                    *stage,
                                             guint                          position,
                                             guint                          n,
                                             gint64                         now);

G_END_DECLS
