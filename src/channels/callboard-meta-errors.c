/* callboard-meta-errors.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-meta-errors.h"

#include <glib/gi18n.h>

typedef struct
{
  guint             first;
  guint             last;
  CallboardOutcome  outcome;
  CallboardFailure  failure;
  const char       *words;
} Row;

#define RANGE(first, last, outcome, failure, words) \
  { first, last, CALLBOARD_OUTCOME_##outcome, CALLBOARD_FAILURE_##failure, words }
#define ROW(code, outcome, failure, words) RANGE (code, code, outcome, failure, words)

/* The error codes of Meta's Cloud API. The first row that fits counts. */
static const Row rows[] = {
  ROW (0, ACCOUNT, CREDENTIALS, N_("WhatsApp does not accept the access token.")),
  ROW (1, RETRY, PROVIDER_DOWN, N_("WhatsApp had an internal fault.")),
  ROW (2, RETRY, PROVIDER_DOWN, N_("WhatsApp is out of order at present.")),
  ROW (3, ACCOUNT, CREDENTIALS, N_("The access token may not send messages.")),
  ROW (4, RETRY, RATE, N_("WhatsApp asks to send more slowly.")),
  ROW (10, ACCOUNT, CREDENTIALS, N_("The access token may not send messages.")),
  ROW (33, ACCOUNT, CREDENTIALS, N_("The sender number no longer exists at WhatsApp.")),
  ROW (100, FAILED, CONTENT, N_("WhatsApp does not accept the message in this form.")),
  ROW (190, ACCOUNT, CREDENTIALS, N_("The access token is wrong or has expired.")),
  RANGE (200, 299, ACCOUNT, CREDENTIALS, N_("The access token may not send messages.")),
  ROW (368, ACCOUNT, CREDENTIALS, N_("WhatsApp has restricted the account for a breach of its rules.")),

  ROW (80007, RETRY, RATE, N_("WhatsApp asks to send more slowly.")),
  ROW (130403, FAILED, OPTED_OUT, N_("The person has blocked this sender.")),
  ROW (130429, RETRY, RATE, N_("WhatsApp asks to send more slowly.")),
  ROW (130472, FAILED, UNKNOWN, N_("WhatsApp does not deliver to this person at present.")),
  ROW (130497, FAILED, COUNTRY, N_("WhatsApp does not let this account write to people in this country.")),

  ROW (131000, RETRY, PROVIDER_DOWN, N_("WhatsApp had an internal fault.")),
  ROW (131005, ACCOUNT, CREDENTIALS, N_("The access token may not send messages.")),
  ROW (131008, FAILED, CONTENT, N_("WhatsApp misses something in the message.")),
  ROW (131009, FAILED, CONTENT, N_("WhatsApp does not accept a value in the message.")),
  ROW (131016, RETRY, PROVIDER_DOWN, N_("WhatsApp is out of order at present.")),
  ROW (131021, FAILED, WRONG_NUMBER, N_("The number is the sender’s own.")),
  ROW (131026, FAILED, NOT_ON_WHATSAPP, N_("The number cannot receive WhatsApp messages.")),
  ROW (131030, FAILED, UNKNOWN, N_("A WhatsApp test number sends only to numbers entered there.")),
  ROW (131031, ACCOUNT, CREDENTIALS, N_("The WhatsApp account is locked.")),
  ROW (131037, ACCOUNT, CREDENTIALS, N_("WhatsApp has not approved the sender’s name.")),
  ROW (131042, ACCOUNT, BALANCE, N_("WhatsApp has no valid way of payment for this account.")),
  ROW (131045, ACCOUNT, CREDENTIALS, N_("The sender number is not registered at WhatsApp.")),
  ROW (131047, FAILED, WINDOW_CLOSED, N_("More than 24 hours have passed since the person last wrote.")),
  ROW (131048, ACCOUNT, RATE, N_("Too many people have blocked or reported this sender. WhatsApp has stopped it for now.")),
  ROW (131049, FAILED, UNKNOWN, N_("WhatsApp does not deliver this kind of message to the person now. Wait a day.")),
  ROW (131050, FAILED, OPTED_OUT, N_("The person does not want marketing messages from this sender.")),
  ROW (131051, FAILED, CONTENT, N_("WhatsApp does not know this kind of message.")),
  ROW (131052, FAILED, CONTENT, N_("The file could not be fetched.")),
  ROW (131053, FAILED, CONTENT, N_("WhatsApp does not accept the file.")),
  ROW (131056, RETRY, RATE, N_("Too many messages were sent to this person at once.")),
  ROW (131057, RETRY, PROVIDER_DOWN, N_("The sender number is under maintenance at WhatsApp.")),
  ROW (131062, FAILED, UNKNOWN, N_("WhatsApp does not deliver to this person.")),
  ROW (131063, FAILED, TEMPLATE, N_("WhatsApp does not accept the template.")),
  ROW (131064, ACCOUNT, RATE, N_("WhatsApp has stopped this sender for now.")),

  ROW (132000, FAILED, TEMPLATE, N_("The template has another number of fields.")),
  ROW (132001, FAILED, TEMPLATE, N_("The template does not exist in this language, or is not approved.")),
  ROW (132005, FAILED, TEMPLATE, N_("The template with its fields filled in is too long.")),
  ROW (132007, FAILED, TEMPLATE, N_("The template breaks WhatsApp’s rules.")),
  ROW (132012, FAILED, TEMPLATE, N_("A field of the template is of another kind.")),
  ROW (132015, FAILED, TEMPLATE, N_("The template is paused.")),
  ROW (132016, FAILED, TEMPLATE, N_("The template is disabled.")),
  ROW (132018, FAILED, TEMPLATE, N_("A field of the template is not valid.")),
  ROW (132068, FAILED, TEMPLATE, N_("The template’s form is blocked.")),
  ROW (132069, FAILED, TEMPLATE, N_("The template’s form was sent too often.")),

  ROW (133004, RETRY, PROVIDER_DOWN, N_("WhatsApp is out of order at present.")),
  RANGE (133000, 133009, ACCOUNT, CREDENTIALS, N_("The sender number is not registered correctly at WhatsApp.")),
  ROW (133010, ACCOUNT, CREDENTIALS, N_("The sender number is not registered at WhatsApp.")),
  ROW (133016, RETRY, RATE, N_("The sender number was registered too often. Wait.")),
  ROW (135000, FAILED, CONTENT, N_("WhatsApp does not accept the message in this form.")),
};

static const Row *
find_row (gint64 code)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (code >= rows[i].first && code <= rows[i].last)
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
callboard_meta_classify (guint             status,
                         gint64            code,
                         gboolean          has_code,
                         CallboardFailure *failure)
{
  const Row *row;

  g_return_val_if_fail (failure != NULL, CALLBOARD_OUTCOME_UNKNOWN);

  row = has_code ? find_row (code) : NULL;

  /* What broke half way may have sent the message; what was refused by a rule has not. */
  if (status < 400 || status > 599 ||
      (status >= 500 && (row == NULL || row->failure == CALLBOARD_FAILURE_PROVIDER_DOWN)))
    {
      *failure = CALLBOARD_FAILURE_UNKNOWN;
      return CALLBOARD_OUTCOME_UNKNOWN;
    }

  if (row == NULL)
    return classify_status (status, failure);

  *failure = row->failure;

  return row->outcome;
}

CallboardFailure
callboard_meta_get_failure (gint64 code)
{
  const Row *row = find_row (code);

  return row ? row->failure : CALLBOARD_FAILURE_UNKNOWN;
}

const char *
callboard_meta_explain (gint64 code)
{
  const Row *row = find_row (code);

  return row ? _(row->words) : NULL;
}
