/* bare.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bench-office.h"

G_BEGIN_DECLS

/* The yardstick: the same rows in the same database, by prepared statements of SQLite and nothing else. It knows
 * beforehand what goes where. */
typedef struct _Bare Bare;

Bare *bare_new    (CallboardTestOffice *office);
void  bare_free   (Bare                *self);

/* What a drop of cards writes: seven statements a card, one transaction. */
void  bare_move   (Bare                *self,
                   const gint64        *cards,
                   guint                n_cards);

/* What an import writes. */
void  bare_import (Bare                *self,
                   guint                n_people);

/* Finds people; returns how many. */
guint bare_search (Bare                *self,
                   const char          *match);

/* Folds the log into the database, so that the next slice begins as this one did. */
void  bare_settle (Bare                *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Bare, bare_free)

G_END_DECLS
