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

G_END_DECLS
