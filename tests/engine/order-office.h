/* order-office.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-test-office.h"
#include "invariants.h"
#include "random_campaign.h"

G_BEGIN_DECLS

#define ORDER_N_PEOPLE 3

/* What a candidate does: a raw event for the door. */
typedef struct
{
  char *id;
  char *raw;
} OrderEvent;

OrderEvent *order_event_copy (const OrderEvent *event);
void        order_event_free (OrderEvent       *event);

/* An office with a campaign of each kind, whose provider numbers the messages of each person, so that two offices that
 * are told the same have the same. broken: the first invariant that did not hold after a command. */
typedef struct
{
  CallboardTestOffice *office;
  Invariants          *invariants;
  char                *broken;
  gint64               applications[ORDER_N_PEOPLE];
  guint                n_sent[ORDER_N_PEOPLE];
  guint                n_said;
} OrderOffice;

OrderOffice *order_office_new      (guint32      seed,
                                    gboolean     rehearsal);
void         order_office_free     (OrderOffice *self);

/* Cards move, time goes by, and what is due leaves and arrives. */
void         order_office_go_on    (OrderOffice *self,
                                    Chance      *chance);

/* Returns: (transfer full): what one of them does next; at: seconds from now */
OrderEvent  *order_office_think_of (OrderOffice *self,
                                    Chance      *chance,
                                    guint        at);

/* at: when, microseconds since the epoch. choice and quoted may be NULL. */
OrderEvent  *order_office_say      (OrderOffice *self,
                                    guint        person,
                                    const char  *text,
                                    const char  *choice,
                                    const char  *quoted,
                                    gint64       at);

/* One event, or some of them, at the door. */
void         order_office_store    (OrderOffice *self,
                                    GPtrArray   *events);
gint64       order_office_hear     (OrderOffice *self,
                                    gint64       settle_time);

/* Returns: (transfer full): all that came of it, a line each, without row ids and times. */
char        *order_office_describe (OrderOffice *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrderOffice, order_office_free)

G_END_DECLS
