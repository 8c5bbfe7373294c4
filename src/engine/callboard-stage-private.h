/* callboard-stage-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-changes.h"
#include "callboard-db.h"

G_BEGIN_DECLS

/* The job of a stage that has not been removed. */
gboolean callboard_stage_find_job (CallboardDb       *db,
                                   gint64             stage,
                                   gint64            *job,
                                   GError           **error);

/* Puts a stage at a place among the others of its job, and numbers all anew; 0 only numbers. */
gboolean callboard_stage_place    (CallboardDb       *db,
                                   gint64             job,
                                   gint64             stage,
                                   guint              position,
                                   CallboardChanges  *changes,
                                   GError           **error);

G_END_DECLS
