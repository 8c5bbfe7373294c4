/* random-office.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-test-office.h"

G_BEGIN_DECLS

/* Two jobs, a few people who are in both, and all that recruiters, people, providers and time do to them, by chance. */
typedef struct _RandomOffice RandomOffice;

RandomOffice  *random_office_new         (void);
void           random_office_free        (RandomOffice *self);
CallboardTest *random_office_get_test    (RandomOffice *self);

/* Does one thing; returns what it was. @may_go_back: whether it was one after which statuses may go back. */
char          *random_office_act         (RandomOffice *self,
                                          gboolean     *may_go_back);

/* Moves cards; returns the batch, or 0 if it was refused. */
gint64         random_office_move        (RandomOffice *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RandomOffice, random_office_free)

G_END_DECLS
