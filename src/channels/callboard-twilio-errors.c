/* callboard-twilio-errors.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-twilio-errors.h"

#include <glib/gi18n.h>

typedef struct
{
  guint             code;
  CallboardOutcome  outcome;
  CallboardFailure  failure;
  const char       *words;
} Row;

#define ROW(code, outcome, failure, words) \
  { code, CALLBOARD_OUTCOME_##outcome, CALLBOARD_FAILURE_##failure, words }

/* Twilio's error dictionary, by code. */
static const Row rows[] = {
  ROW (20003, ACCOUNT, CREDENTIALS, N_("Twilio does not accept the account SID, the key or the secret.")),
  ROW (20004, ACCOUNT, CREDENTIALS, N_("Twilio does not allow this key to send messages.")),
  ROW (20005, ACCOUNT, CREDENTIALS, N_("The Twilio account is not active.")),
  ROW (20006, ACCOUNT, CREDENTIALS, N_("Twilio does not allow this key to send messages.")),
  ROW (20008, ACCOUNT, CREDENTIALS, N_("These are Twilio’s test credentials; they cannot be used here.")),
  ROW (20404, ACCOUNT, CREDENTIALS, N_("Twilio does not know this account SID.")),
  ROW (20429, RETRY, RATE, N_("Twilio asks to send more slowly.")),

  ROW (21211, FAILED, WRONG_NUMBER, N_("The number cannot exist.")),
  ROW (21212, ACCOUNT, CREDENTIALS, N_("The sender number of the account is not valid.")),
  ROW (21214, FAILED, WRONG_NUMBER, N_("The number cannot be reached.")),
  ROW (21217, FAILED, WRONG_NUMBER, N_("The number does not look right.")),
  ROW (21265, FAILED, WRONG_NUMBER, N_("A short code cannot receive messages.")),
  ROW (21266, FAILED, WRONG_NUMBER, N_("The number is the sender’s own.")),
  ROW (21267, ACCOUNT, CREDENTIALS, N_("A Twilio trial account cannot send under a name.")),
  ROW (21268, FAILED, WRONG_NUMBER, N_("A premium number cannot receive messages.")),
  ROW (21408, FAILED, COUNTRY, N_("Sending to this country is not allowed in the Twilio account.")),
  ROW (21602, FAILED, CONTENT, N_("The text is empty.")),
  ROW (21603, ACCOUNT, CREDENTIALS, N_("The account has no sender number.")),
  ROW (21605, FAILED, CONTENT, N_("The text is too long for one message.")),
  ROW (21606, ACCOUNT, CREDENTIALS, N_("The sender number cannot send text messages from this Twilio account.")),
  ROW (21607, ACCOUNT, CREDENTIALS, N_("The sender number cannot send text messages from this Twilio account.")),
  ROW (21608, FAILED, UNKNOWN, N_("A Twilio trial account sends only to numbers verified there.")),
  ROW (21610, FAILED, OPTED_OUT, N_("The person has replied STOP to this sender.")),
  ROW (21611, RETRY, RATE, N_("The sender number has too many messages waiting at Twilio.")),
  ROW (21612, FAILED, WRONG_NUMBER, N_("The number cannot be reached from this sender.")),
  ROW (21614, FAILED, WRONG_NUMBER, N_("The number is not a mobile number.")),
  ROW (21617, FAILED, CONTENT, N_("The text is longer than 1,600 characters.")),
  ROW (21619, FAILED, CONTENT, N_("The text is empty.")),
  ROW (21635, FAILED, WRONG_NUMBER, N_("The number is a landline.")),
  ROW (21659, ACCOUNT, CREDENTIALS, N_("The sender number does not belong to Twilio.")),
  ROW (21660, ACCOUNT, CREDENTIALS, N_("The sender number belongs to another Twilio account.")),
  ROW (21661, ACCOUNT, CREDENTIALS, N_("The sender number cannot send text messages.")),
  ROW (21703, ACCOUNT, CREDENTIALS, N_("The messaging service has no sender number.")),
  ROW (21704, ACCOUNT, CREDENTIALS, N_("The messaging service has no sender number for this country.")),

  ROW (30001, RETRY, RATE, N_("Too many messages were waiting at Twilio.")),
  ROW (30002, ACCOUNT, CREDENTIALS, N_("The Twilio account was suspended.")),
  ROW (30003, RETRY, UNKNOWN, N_("The phone is switched off or out of reach.")),
  ROW (30004, FAILED, WRONG_NUMBER, N_("The number is blocked, or cannot receive messages.")),
  ROW (30005, FAILED, WRONG_NUMBER, N_("The number is unknown or no longer exists.")),
  ROW (30006, FAILED, WRONG_NUMBER, N_("The number is a landline, or its carrier cannot be reached.")),
  ROW (30007, FAILED, CONTENT, N_("The carrier took the text for spam. It should be changed.")),
  ROW (30008, RETRY, UNKNOWN, N_("The carrier gave no reason.")),
  ROW (30017, RETRY, PROVIDER_DOWN, N_("The carrier’s network is congested.")),
  ROW (30022, RETRY, RATE, N_("The carrier’s limit was reached.")),
  ROW (30034, FAILED, CONTENT, N_("The sender number is not registered for the United States.")),
  ROW (30450, FAILED, CONTENT, N_("The carrier blocked the text.")),

  ROW (63001, ACCOUNT, CREDENTIALS, N_("The channel does not accept the account’s credentials.")),
  ROW (63003, FAILED, NOT_ON_WHATSAPP, N_("The number is not on WhatsApp.")),
  ROW (63005, FAILED, CONTENT, N_("The channel does not accept the content.")),
  ROW (63006, FAILED, CONTENT, N_("The channel does not accept the content.")),
  ROW (63007, ACCOUNT, CREDENTIALS, N_("Twilio knows no such sender.")),
  ROW (63008, ACCOUNT, CREDENTIALS, N_("The sender is not set up correctly at Twilio.")),
  ROW (63010, RETRY, PROVIDER_DOWN, N_("Twilio had an internal fault.")),
  ROW (63012, RETRY, PROVIDER_DOWN, N_("WhatsApp had an internal fault.")),
  ROW (63013, FAILED, CONTENT, N_("The content breaks the channel’s rules.")),
  ROW (63016, FAILED, WINDOW_CLOSED, N_("More than 24 hours have passed since the person last wrote.")),
  ROW (63017, RETRY, RATE, N_("Too many messages were sent at once.")),
  ROW (63018, RETRY, RATE, N_("WhatsApp asks to send more slowly.")),
  ROW (63019, FAILED, CONTENT, N_("The file could not be fetched.")),
  ROW (63020, ACCOUNT, CREDENTIALS, N_("WhatsApp’s terms have not been accepted for this account.")),
  ROW (63021, FAILED, CONTENT, N_("The channel does not accept the content.")),
  ROW (63023, RETRY, UNKNOWN, N_("The channel gave no reason.")),
  ROW (63024, FAILED, NOT_ON_WHATSAPP, N_("The number cannot receive WhatsApp messages.")),
  ROW (63027, FAILED, TEMPLATE, N_("The template does not exist in this language.")),
  ROW (63028, FAILED, TEMPLATE, N_("The template has another number of fields.")),
  ROW (63029, FAILED, TEMPLATE, N_("The template’s file could not be fetched.")),
  ROW (63030, FAILED, TEMPLATE, N_("A field of the template is of another kind.")),
  ROW (63032, FAILED, UNKNOWN, N_("WhatsApp does not deliver to this person at present.")),
  ROW (63040, FAILED, TEMPLATE, N_("The template was rejected.")),
  ROW (63041, FAILED, TEMPLATE, N_("The template is paused.")),
  ROW (63042, FAILED, TEMPLATE, N_("The template is disabled.")),
  ROW (63049, FAILED, UNKNOWN, N_("WhatsApp does not deliver this kind of message to the person now. Wait a day.")),
  ROW (63051, ACCOUNT, CREDENTIALS, N_("The WhatsApp account is locked.")),
};

static const Row *
find_row (gint64 code)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].code == code)
      return &rows[i];

  return NULL;
}

static CallboardOutcome
classify_status (guint             status,
                 CallboardFailure *failure)
{
  switch (status)
    {
    case 401:
    case 403:
    case 404:
    case 405:
    case 415:
      *failure = CALLBOARD_FAILURE_CREDENTIALS;
      return CALLBOARD_OUTCOME_ACCOUNT;

    case 402:
      *failure = CALLBOARD_FAILURE_BALANCE;
      return CALLBOARD_OUTCOME_ACCOUNT;

    case 408:
    case 425:
      *failure = CALLBOARD_FAILURE_PROVIDER_DOWN;
      return CALLBOARD_OUTCOME_RETRY;

    case 429:
      *failure = CALLBOARD_FAILURE_RATE;
      return CALLBOARD_OUTCOME_RETRY;

    default:
      *failure = CALLBOARD_FAILURE_UNKNOWN;
      return CALLBOARD_OUTCOME_FAILED;
    }
}

CallboardOutcome
callboard_twilio_classify (guint             status,
                           gint64            code,
                           CallboardFailure *failure)
{
  const Row *row;

  g_return_val_if_fail (failure != NULL, CALLBOARD_OUTCOME_UNKNOWN);

  if (status < 400 || status > 499)
    {
      *failure = CALLBOARD_FAILURE_UNKNOWN;
      return CALLBOARD_OUTCOME_UNKNOWN;
    }

  row = find_row (code);

  if (row == NULL)
    return classify_status (status, failure);

  *failure = row->failure;

  return row->outcome;
}

CallboardFailure
callboard_twilio_get_failure (gint64 code)
{
  const Row *row = find_row (code);

  return row ? row->failure : CALLBOARD_FAILURE_UNKNOWN;
}

const char *
callboard_twilio_explain (gint64 code)
{
  const Row *row = find_row (code);

  return row ? _(row->words) : NULL;
}
