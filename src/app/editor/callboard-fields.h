/* callboard-fields.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-field.h"

G_BEGIN_DECLS

/* The fields of forms. Those that are no rows stand at the end of one, or in a line with others. */

#define CALLBOARD_TYPE_CHOICE_FIELD (callboard_choice_field_get_type())
#define CALLBOARD_TYPE_DATE_FIELD (callboard_date_field_get_type())
#define CALLBOARD_TYPE_ENTRY_FIELD (callboard_entry_field_get_type())
#define CALLBOARD_TYPE_FLAG_FIELD (callboard_flag_field_get_type())
#define CALLBOARD_TYPE_KINDS_FIELD (callboard_kinds_field_get_type())
#define CALLBOARD_TYPE_LINE_FIELD (callboard_line_field_get_type())
#define CALLBOARD_TYPE_NUDGES_FIELD (callboard_nudges_field_get_type())
#define CALLBOARD_TYPE_NUMBER_FIELD (callboard_number_field_get_type())
#define CALLBOARD_TYPE_PRESENCE_FIELD (callboard_presence_field_get_type())
#define CALLBOARD_TYPE_SWITCH_FIELD (callboard_switch_field_get_type())
#define CALLBOARD_TYPE_TARGET_FIELD (callboard_target_field_get_type())
#define CALLBOARD_TYPE_TESTS_FIELD (callboard_tests_field_get_type())
#define CALLBOARD_TYPE_TIME_FIELD (callboard_time_field_get_type())
#define CALLBOARD_TYPE_WHEN_FIELD (callboard_when_field_get_type())
#define CALLBOARD_TYPE_WORDS_FIELD (callboard_words_field_get_type())
#define CALLBOARD_TYPE_ZONE_FIELD (callboard_zone_field_get_type())

/* One of some words. nicks: what the document calls them, with blanks between; labels: what the user does, with bars
 * between; fallback: the nick that absence means. A nick of the document that is none of them is offered as it is. */
G_DECLARE_FINAL_TYPE (CallboardChoiceField, callboard_choice_field, CALLBOARD, CHOICE_FIELD, GtkWidget)

/* A day, or none. With session, the day of a day and time, which is never none. */
G_DECLARE_FINAL_TYPE (CallboardDateField, callboard_date_field, CALLBOARD, DATE_FIELD, GtkWidget)

/* A line of text. */
G_DECLARE_FINAL_TYPE (CallboardEntryField, callboard_entry_field, CALLBOARD, ENTRY_FIELD, AdwEntryRow)

/* Whether an answer flags the card. answer: the answer; without it, the node is a choice, and its question has the
 * member. */
G_DECLARE_FINAL_TYPE (CallboardFlagField, callboard_flag_field, CALLBOARD, FLAG_FIELD, GtkWidget)

/* Which kinds of file are accepted. */
G_DECLARE_FINAL_TYPE (CallboardKindsField, callboard_kinds_field, CALLBOARD, KINDS_FIELD, AdwExpanderRow)

/* A line of text that is no row. placeholder: what stands in it while it is empty. Enter does node.next. */
G_DECLARE_FINAL_TYPE (CallboardLineField, callboard_line_field, CALLBOARD, LINE_FIELD, GtkWidget)

/* The hours of silence after which reminders leave. */
G_DECLARE_FINAL_TYPE (CallboardNudgesField, callboard_nudges_field, CALLBOARD, NUDGES_FIELD, AdwExpanderRow)

/* A number. lower, upper, digits; fallback: what absence means; optional: it may be absent, and an empty field says so, with
 * placeholder;
 * scale: how many units of the document one shown unit has. */
G_DECLARE_FINAL_TYPE (CallboardNumberField, callboard_number_field, CALLBOARD, NUMBER_FIELD, GtkWidget)

/* Whether the campaign has a conclusion. */
G_DECLARE_FINAL_TYPE (CallboardPresenceField, callboard_presence_field, CALLBOARD, PRESENCE_FIELD, AdwActionRow)

/* Yes or no. fallback: what absence means. */
G_DECLARE_FINAL_TYPE (CallboardSwitchField, callboard_switch_field, CALLBOARD, SWITCH_FIELD, AdwActionRow)

/* Where a rule goes: a later module, or the conclusion. */
G_DECLARE_FINAL_TYPE (CallboardTargetField, callboard_target_field, CALLBOARD, TARGET_FIELD, GtkWidget)

/* The comparisons that flag a number. */
G_DECLARE_FINAL_TYPE (CallboardTestsField, callboard_tests_field, CALLBOARD, TESTS_FIELD, AdwExpanderRow)

/* A time of the day, "09:00"; with session, that of a day and time. */
G_DECLARE_FINAL_TYPE (CallboardTimeField, callboard_time_field, CALLBOARD, TIME_FIELD, GtkWidget)

/* The answer a rule is for. */
G_DECLARE_FINAL_TYPE (CallboardWhenField, callboard_when_field, CALLBOARD, WHEN_FIELD, GtkWidget)

/* A list of words, with semicolons between. */
G_DECLARE_FINAL_TYPE (CallboardWordsField, callboard_words_field, CALLBOARD, WORDS_FIELD, AdwEntryRow)

/* A time zone. */
G_DECLARE_FINAL_TYPE (CallboardZoneField, callboard_zone_field, CALLBOARD, ZONE_FIELD, GtkWidget)

/* So that descriptions may name them all. */
void callboard_fields_ensure (void);

G_END_DECLS
