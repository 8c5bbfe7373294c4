/* callboard-failure.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-failure.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char      *words;
  const char      *advice;
  CallboardRemedy  remedy;
} Failure;

static const Failure failures[] = {
  [CALLBOARD_FAILURE_NONE] = { "", "", CALLBOARD_REMEDY_NONE },
  [CALLBOARD_FAILURE_WRONG_NUMBER] = {
    N_("Wrong number"),
    N_("The number does not exist or cannot receive messages. Correct it, then send again."),
    CALLBOARD_REMEDY_NUMBER },
  [CALLBOARD_FAILURE_NOT_ON_WHATSAPP] = {
    N_("Not on WhatsApp"),
    N_("Nobody has this number on WhatsApp. Send by SMS instead."),
    CALLBOARD_REMEDY_ACCOUNT },
  [CALLBOARD_FAILURE_WINDOW_CLOSED] = {
    N_("Window closed"),
    N_("More than 24 hours have passed since the person wrote, and WhatsApp asks for a template then. Send again."),
    CALLBOARD_REMEDY_SEND_AGAIN },
  [CALLBOARD_FAILURE_TEMPLATE] = {
    N_("Template not approved"),
    N_("The template is not approved yet. Edit the campaign or wait for the approval."),
    CALLBOARD_REMEDY_CAMPAIGN },
  [CALLBOARD_FAILURE_OPTED_OUT] = {
    N_("Opted out"),
    N_("The person does not want messages. Only they can change that, by writing START."),
    CALLBOARD_REMEDY_NONE },
  [CALLBOARD_FAILURE_COUNTRY] = {
    N_("Country blocked"),
    N_("The account may not send to this country. Allow it in the account’s settings at the provider, then send again."),
    CALLBOARD_REMEDY_SEND_AGAIN },
  [CALLBOARD_FAILURE_RATE] = {
    N_("Too many messages"),
    N_("The provider accepted no more messages at that time. Send again."),
    CALLBOARD_REMEDY_SEND_AGAIN },
  [CALLBOARD_FAILURE_BALANCE] = {
    N_("No balance"),
    N_("The account at the provider has run out of money. Top it up, then send again."),
    CALLBOARD_REMEDY_ACCOUNT },
  [CALLBOARD_FAILURE_CREDENTIALS] = {
    N_("Account refused"),
    N_("The provider refused the account’s name or password. Check the account, then send again."),
    CALLBOARD_REMEDY_ACCOUNT },
  [CALLBOARD_FAILURE_PROVIDER_DOWN] = {
    N_("Provider down"),
    N_("The provider could not be reached or was out of order. Send again."),
    CALLBOARD_REMEDY_SEND_AGAIN },
  [CALLBOARD_FAILURE_CONTENT] = {
    N_("Text refused"),
    N_("The provider or the phone company refused the text, often because of a link. Change the text, then send again."),
    CALLBOARD_REMEDY_CAMPAIGN },
  [CALLBOARD_FAILURE_UNKNOWN] = {
    N_("Not delivered"),
    N_("The message could not be delivered, and the provider does not say why. Send again."),
    CALLBOARD_REMEDY_SEND_AGAIN },
};

const char *
callboard_failure_get_words (CallboardFailure failure)
{
  g_return_val_if_fail ((guint) failure < G_N_ELEMENTS (failures), "");

  return *failures[failure].words != '\0' ? _(failures[failure].words) : "";
}

const char *
callboard_failure_get_advice (CallboardFailure failure)
{
  g_return_val_if_fail ((guint) failure < G_N_ELEMENTS (failures), "");

  return *failures[failure].advice != '\0' ? _(failures[failure].advice) : "";
}

CallboardRemedy
callboard_failure_get_remedy (CallboardFailure failure)
{
  g_return_val_if_fail ((guint) failure < G_N_ELEMENTS (failures), CALLBOARD_REMEDY_NONE);

  return failures[failure].remedy;
}
