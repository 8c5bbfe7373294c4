/* invariants.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-test.h"

G_BEGIN_DECLS

/* What must hold after every command, and how statuses may have changed since the last look. */
typedef struct _Invariants Invariants;

Invariants *invariants_new   (CallboardTest *test);
void        invariants_free  (Invariants    *self);

/* Returns: (nullable): what is broken. After an undo, or a person's decision about an unknown message, things may go
 * back. */
char       *invariants_check (Invariants    *self,
                              gboolean       may_go_back);

/* Returns: the order of all boards, and what each card points at and says. */
char       *invariants_board (Invariants    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Invariants, invariants_free)

G_END_DECLS
