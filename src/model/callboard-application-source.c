/* callboard-application-source.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-application-source.h"

G_DEFINE_INTERFACE (CallboardApplicationSource, callboard_application_source, G_TYPE_OBJECT)

static void
callboard_application_source_default_init (CallboardApplicationSourceInterface *iface)
{
}

GArray *
callboard_application_source_load_keys (CallboardApplicationSource       *self,
                                        gint64                            stage,
                                        const CallboardApplicationFilter *filter)
{
  g_return_val_if_fail (CALLBOARD_IS_APPLICATION_SOURCE (self), NULL);

  return CALLBOARD_APPLICATION_SOURCE_GET_IFACE (self)->load_keys (self, stage, filter);
}

GPtrArray *
callboard_application_source_load_rows (CallboardApplicationSource *self,
                                        const gint64               *ids,
                                        guint                       n_ids)
{
  g_return_val_if_fail (CALLBOARD_IS_APPLICATION_SOURCE (self), NULL);
  g_return_val_if_fail (n_ids <= CALLBOARD_APPLICATION_SOURCE_MAX_ROWS, NULL);

  return CALLBOARD_APPLICATION_SOURCE_GET_IFACE (self)->load_rows (self, ids, n_ids);
}

void
callboard_application_row_free (CallboardApplicationRow *row)
{
  g_free (row->name);
  g_free (row->phone);
  g_free (row->reason);
  g_free (row->interview);
  g_free (row);
}
