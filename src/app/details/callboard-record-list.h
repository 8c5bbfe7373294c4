/* callboard-record-list.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "callboard-queries-files.h"

G_BEGIN_DECLS

/**
 * CallboardRecord:
 * @group: (nullable): said once above all that follow one another with the same
 * @heading: what it is about
 * @text: (nullable): what it says
 * @caption: (nullable): when, and whatever else is small
 * @tooltip: (nullable): of the caption, or of the text if there is none
 * @flagged: whether it asks for a person's look
 * @files: (nullable) (element-type CallboardFileLine): what belongs to it
 * @directory: (nullable): the data directory, for @files
 */
typedef struct
{
  const char *group;
  const char *heading;
  const char *text;
  const char *caption;
  const char *tooltip;
  gboolean    flagged;
  GPtrArray  *files;
  const char *directory;
} CallboardRecord;

#define CALLBOARD_TYPE_RECORD_LIST (callboard_record_list_get_type())

/* A list of things that were: answers, visits. Its property placeholder says that there are none. */
G_DECLARE_FINAL_TYPE (CallboardRecordList, callboard_record_list, CALLBOARD, RECORD_LIST, GtkWidget)

void callboard_record_list_clear (CallboardRecordList   *self);
void callboard_record_list_add   (CallboardRecordList   *self,
                                  const CallboardRecord *record);

G_END_DECLS
