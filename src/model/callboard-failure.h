/* callboard-failure.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-enums.h"

G_BEGIN_DECLS

/**
 * CallboardRemedy:
 * @CALLBOARD_REMEDY_NONE: nothing helps but to wait or to write to somebody else
 * @CALLBOARD_REMEDY_SEND_AGAIN: send the campaign once more
 * @CALLBOARD_REMEDY_NUMBER: correct the person's number
 * @CALLBOARD_REMEDY_CAMPAIGN: edit the campaign
 * @CALLBOARD_REMEDY_ACCOUNT: look after the account
 *
 * What a recruiter can do about a failure on one press.
 */
typedef enum
{
  CALLBOARD_REMEDY_NONE,
  CALLBOARD_REMEDY_SEND_AGAIN,
  CALLBOARD_REMEDY_NUMBER,
  CALLBOARD_REMEDY_CAMPAIGN,
  CALLBOARD_REMEDY_ACCOUNT,
} CallboardRemedy;

/**
 * callboard_failure_get_words:
 * @failure: a reason of the closed list of product.md, section 8
 *
 * Returns: (transfer none): the reason as a card has room for, "Wrong number"; "" for none
 */
const char      *callboard_failure_get_words  (CallboardFailure failure);

/**
 * callboard_failure_get_advice:
 * @failure: a reason
 *
 * Returns: (transfer none): what happened and what to do about it, in a sentence or two; "" for none
 */
const char      *callboard_failure_get_advice (CallboardFailure failure);

/**
 * callboard_failure_get_remedy:
 * @failure: a reason
 *
 * Returns: what to offer
 */
CallboardRemedy  callboard_failure_get_remedy (CallboardFailure failure);

G_END_DECLS
