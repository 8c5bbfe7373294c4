/* bench-office.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-test-office.h"

G_BEGIN_DECLS

/* People for a benchmark: no range for fiction has numbers enough, and nothing leaves the machine. */
GPtrArray           *bench_people_new  (guint                first,
                                        guint                n_people);
char                *bench_phone       (guint                person);
const char          *bench_first_name  (guint                person);
const char          *bench_last_name   (guint                person);

/* A job with so many people in its first stage. */
CallboardTestOffice *bench_office_new  (guint                n_people);
void                 bench_office_import (CallboardTestOffice *office,
                                          GPtrArray           *people);

/* The application ids of the first stage, in order; (element-type gint64). */
GArray              *bench_office_cards (CallboardTestOffice *office);

G_END_DECLS
