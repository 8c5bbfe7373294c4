/* callboard-provider.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "callboard-enums.h"

G_BEGIN_DECLS

/* What an account at each provider is made of: asked for by the assistants of the window and taken by callboardctl. Words
 * are translated by whoever shows them. */

/**
 * CallboardFieldKind:
 * @CALLBOARD_FIELD_TEXT: any words
 * @CALLBOARD_FIELD_PHONE: a number that is kept as E.164
 * @CALLBOARD_FIELD_URL: an address that begins with http:// or https://
 * @CALLBOARD_FIELD_NUMBER: a positive number
 * @CALLBOARD_FIELD_CHOICE: one of @choices
 * @CALLBOARD_FIELD_SECRET: kept in the Secret Service, never in the settings
 */
typedef enum
{
  CALLBOARD_FIELD_TEXT,
  CALLBOARD_FIELD_PHONE,
  CALLBOARD_FIELD_URL,
  CALLBOARD_FIELD_NUMBER,
  CALLBOARD_FIELD_CHOICE,
  CALLBOARD_FIELD_SECRET,
} CallboardFieldKind;

/**
 * CallboardProviderField:
 * @key: the member of the settings, or of the stored secret
 * @title: what it is called at the provider
 * @place: where exactly it is found
 * @prefix: (nullable): how each value begins
 * @choices: (nullable): the values to choose from, between "|"; the first one is meant where none was chosen
 * @labels: (nullable): their names, in the same order
 * @required: whether there is no account without it
 * @advanced: whether few people need it
 */
typedef struct
{
  const char         *key;
  CallboardFieldKind  kind;
  const char         *title;
  const char         *place;
  const char         *prefix;
  const char         *choices;
  const char         *labels;
  gboolean            required;
  gboolean            advanced;
} CallboardProviderField;

/**
 * CallboardProviderInfo:
 * @name: the provider's name
 * @summary: for whom it is, in a sentence
 * @before: what has to be done at the provider before, in a sentence or two
 * @console: (nullable): the address of the provider's console
 * @warning: (nullable): what to be careful about
 * @is_told: whether answers come only through the receiver, because the provider cannot be asked for them
 * @fields: ends with one without a key
 */
typedef struct
{
  CallboardProvider             provider;
  const char                   *name;
  const char                   *summary;
  const char                   *before;
  const char                   *console;
  const char                   *warning;
  gboolean                      is_told;
  const CallboardProviderField *fields;
} CallboardProviderInfo;

/**
 * callboard_provider_list:
 * @n_providers: (out): how many
 *
 * Returns: (transfer none) (array length=n_providers): all that an account can be added for, the usual ones first
 */
const CallboardProviderInfo  *callboard_provider_list       (guint                         *n_providers);

/**
 * callboard_provider_get:
 * @provider: a provider
 *
 * Returns: (transfer none) (nullable): what is known of it; %NULL for the rehearsal
 */
const CallboardProviderInfo  *callboard_provider_get        (CallboardProvider              provider);

/**
 * callboard_provider_find_field:
 * @info: a provider
 * @key: the member of the settings or of the secret
 *
 * Returns: (transfer none) (nullable): the field
 */
const CallboardProviderField *callboard_provider_find_field (const CallboardProviderInfo   *info,
                                                             const char                    *key);

/**
 * callboard_provider_put:
 * @settings: an account's settings
 * @field: which of them; no secret
 * @text: what was entered; an empty one takes the member away
 * @error: return location for %CALLBOARD_ENGINE_ERROR_INVALID or a %CALLBOARD_PHONE_ERROR
 *
 * Checks what was entered and keeps it.
 *
 * Returns: whether it may stand
 */
gboolean                      callboard_provider_put        (JsonObject                    *settings,
                                                             const CallboardProviderField  *field,
                                                             const char                    *text,
                                                             GError                       **error);

/**
 * callboard_provider_find_missing:
 * @info: a provider
 * @settings: an account's settings
 * @secret: (nullable): what is stored of secrets
 *
 * Returns: (transfer none) (nullable): the first field that has to be filled in and is not
 */
const CallboardProviderField *callboard_provider_find_missing (const CallboardProviderInfo *info,
                                                               JsonObject                  *settings,
                                                               const char                  *secret);

/**
 * callboard_provider_describe_sender:
 * @provider: a provider
 * @settings: (nullable): an account's settings
 *
 * Returns: (transfer full) (nullable): from whom messages come, such as a number; %NULL if the settings do not say
 */
char                         *callboard_provider_describe_sender (CallboardProvider         provider,
                                                                  JsonObject               *settings);

G_END_DECLS
