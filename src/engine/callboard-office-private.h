/* callboard-office-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-office.h"

G_BEGIN_DECLS

/* What the data of every office command begins with. */
typedef struct
{
  gint64 id;
} CallboardOffice;

/* Sets how far the clock of an account is ahead of the real one, from the time @since of that clock on. */
gboolean callboard_office_put_clock (CallboardDb  *db,
                                     gint64        account,
                                     gint64        shift,
                                     gint64        since,
                                     GError      **error);
gboolean callboard_office_refuse    (GError      **error,
                                     const char   *message);

/* Adds a campaign with a document, NULL for the usual one of the type, and publishes it if it is ready. Else it stays a
 * draft, and the campaign says why. */
gboolean callboard_office_insert_campaign (CallboardDb         *db,
                                           CallboardStageType   type,
                                           const char          *document,
                                           gint64               now,
                                           gint64              *campaign,
                                           GError             **error);
/* Publishes a document as the next version, unless something is wrong in it. */
gboolean callboard_office_publish         (CallboardDb         *db,
                                           gint64               campaign,
                                           CallboardStageType   type,
                                           const char          *document,
                                           gint64               now,
                                           GError             **error);
/* Says anew whether the published version can be sent: after the type of its stage has changed. */
gboolean callboard_office_check_campaign  (CallboardDb         *db,
                                           gint64               campaign,
                                           CallboardStageType   type,
                                           GError             **error);

/* The job as callboard_job_command_new() makes it, inside another command's transaction. */
gboolean callboard_office_insert_job     (CallboardDb             *db,
                                          const CallboardJobPlan  *plan,
                                          gint64                   now,
                                          gint64                  *job,
                                          CallboardChanges        *changes,
                                          GError                 **error);

/* One more stage of a job, with version 1 of its campaign. */
gboolean callboard_office_insert_stage   (CallboardDb               *db,
                                          gint64                     job,
                                          const CallboardStagePlan  *plan,
                                          guint                      position,
                                          gint64                     now,
                                          gint64                    *stage,
                                          GError                   **error);

G_END_DECLS
