/* callboard-render.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-db.h"
#include "callboard-script.h"

G_BEGIN_DECLS

/* The values of merge fields for one application. */
typedef struct _CallboardValues CallboardValues;

/**
 * callboard_values_load:
 * @db: a connection
 * @application: whose
 * @script: the campaign whose texts use them, in its language
 * @error: return location for a %CALLBOARD_STORE_ERROR
 *
 * Returns: (transfer full): the values, or %NULL
 */
CallboardValues *callboard_values_load   (CallboardDb            *db,
                                          gint64                  application,
                                          CallboardScript        *script,
                                          GError                **error);
void             callboard_values_free   (CallboardValues        *values);

/**
 * callboard_values_new_sample:
 * @script: the campaign whose texts use them, in its language
 * @now: microseconds since the epoch, UTC; the interview is two days later
 *
 * Values of somebody who does not exist. Before a campaign that books an interview there is none yet.
 *
 * Returns: (transfer full): a value for each field
 */
CallboardValues *callboard_values_new_sample (CallboardScript     *script,
                                              gint64               now);

/**
 * callboard_values_load_sample:
 * @db: a connection
 * @stage: the stage of the campaign
 * @script: the campaign
 * @now: microseconds since the epoch, UTC
 * @error: return location for a %CALLBOARD_STORE_ERROR
 *
 * As callboard_values_new_sample(), but what does not depend on the candidate is as it will be sent: job, stage, company,
 * recruiter and interviewer.
 *
 * Returns: (transfer full): the values, or %NULL
 */
CallboardValues *callboard_values_load_sample (CallboardDb        *db,
                                               gint64              stage,
                                               CallboardScript    *script,
                                               gint64              now,
                                               GError            **error);

CallboardValues *callboard_values_copy   (CallboardValues        *values);

/**
 * callboard_values_set:
 * @values: the values
 * @field: a field of callboard_merge_get_fields()
 * @value: (nullable): what it stands for
 */
void             callboard_values_set    (CallboardValues        *values,
                                          const char             *field,
                                          const char             *value);

/**
 * callboard_values_set_interview:
 * @values: the values
 * @starts_at: when an interview is booked, microseconds since the epoch, UTC
 * @zone: the zone it is told in
 * @language: the campaign's language
 */
void             callboard_values_set_interview (CallboardValues *values,
                                                 gint64           starts_at,
                                                 const char      *zone,
                                                 const char      *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardValues, callboard_values_free)

/* Limits of WhatsApp (providers.md, 1.3), in characters. */
#define CALLBOARD_MAX_BUTTONS         3
#define CALLBOARD_MAX_BUTTON_TITLE    20
#define CALLBOARD_MAX_ROWS            10
#define CALLBOARD_MAX_ROW_TITLE       24
#define CALLBOARD_MAX_ROW_DESCRIPTION 72

/**
 * CallboardForm:
 * @CALLBOARD_FORM_TEXT: nothing to press: choices, if there are any, are numbered in the text
 * @CALLBOARD_FORM_BUTTONS: up to 3 buttons below the text
 * @CALLBOARD_FORM_LIST: a list of up to 10 rows that opens
 */
typedef enum
{
  CALLBOARD_FORM_TEXT,
  CALLBOARD_FORM_BUTTONS,
  CALLBOARD_FORM_LIST,
} CallboardForm;

/**
 * callboard_render_form:
 * @choices: (nullable): JSON array of {"id", "title"}, of an effect or of a message
 * @rendering: what the channel can show
 *
 * Returns: how the choices are offered
 */
CallboardForm    callboard_render_form   (const char             *choices,
                                          CallboardRendering      rendering);

/**
 * callboard_render_split_title:
 * @title: the title of a choice
 * @description: (out) (nullable) (transfer full): what did not fit, %NULL if all did
 *
 * Splits the title of a list's row between words, for the row's description carries what is too long.
 *
 * Returns: (transfer full): the row's title
 */
char            *callboard_render_split_title (const char        *title,
                                               char             **description);

/**
 * callboard_render_body:
 * @effect: a message of a script
 * @values: what the merge fields stand for
 * @language: the campaign's language
 * @rendering: what the channel can show
 *
 * The rendering of a channel (product.md, section 5): preview and sending both call it. Choices that are neither
 * buttons nor a list are numbered in the text.
 *
 * Returns: (transfer full): the text as it will arrive
 */
char            *callboard_render_body   (const CallboardEffect  *effect,
                                          CallboardValues        *values,
                                          const char             *language,
                                          CallboardRendering      rendering);

/**
 * callboard_render_count_parts:
 * @body: a text as it will arrive
 * @rendering: how it is sent
 *
 * Returns: how many messages are paid for it
 */
guint            callboard_render_count_parts (const char         *body,
                                               CallboardRendering  rendering);

G_END_DECLS
