/* callboard-fields.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-fields.h"

#include "callboard-approval-row.h"
#include "callboard-file-field.h"
#include "callboard-node-list.h"
#include "callboard-text-field.h"

void
callboard_fields_ensure (void)
{
  g_type_ensure (CALLBOARD_TYPE_APPROVAL_ROW);
  g_type_ensure (CALLBOARD_TYPE_CHOICE_FIELD);
  g_type_ensure (CALLBOARD_TYPE_DATE_FIELD);
  g_type_ensure (CALLBOARD_TYPE_ENTRY_FIELD);
  g_type_ensure (CALLBOARD_TYPE_FILE_FIELD);
  g_type_ensure (CALLBOARD_TYPE_FLAG_FIELD);
  g_type_ensure (CALLBOARD_TYPE_KINDS_FIELD);
  g_type_ensure (CALLBOARD_TYPE_LINE_FIELD);
  g_type_ensure (CALLBOARD_TYPE_NODE_LIST);
  g_type_ensure (CALLBOARD_TYPE_NUDGES_FIELD);
  g_type_ensure (CALLBOARD_TYPE_NUMBER_FIELD);
  g_type_ensure (CALLBOARD_TYPE_PRESENCE_FIELD);
  g_type_ensure (CALLBOARD_TYPE_SWITCH_FIELD);
  g_type_ensure (CALLBOARD_TYPE_TARGET_FIELD);
  g_type_ensure (CALLBOARD_TYPE_TESTS_FIELD);
  g_type_ensure (CALLBOARD_TYPE_TEXT_FIELD);
  g_type_ensure (CALLBOARD_TYPE_TIME_FIELD);
  g_type_ensure (CALLBOARD_TYPE_WHEN_FIELD);
  g_type_ensure (CALLBOARD_TYPE_WORDS_FIELD);
  g_type_ensure (CALLBOARD_TYPE_ZONE_FIELD);
}
