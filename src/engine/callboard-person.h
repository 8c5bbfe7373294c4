/* callboard-person.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-import.h"

G_BEGIN_DECLS

/* What an import writes about a person, on the writer thread. */

/**
 * callboard_person_check:
 * @person: somebody to be added
 * @error: return location for %CALLBOARD_ENGINE_ERROR_INVALID
 *
 * Returns: whether there is a name and a number
 */
gboolean callboard_person_check   (const CallboardPerson  *person,
                                   GError                **error);

/**
 * callboard_person_insert:
 * @db: the writing connection
 * @person: somebody whose number nobody has
 * @now: real time
 * @candidate: (out): the new candidate
 * @error: return location
 *
 * Returns: whether nothing went wrong
 */
gboolean callboard_person_insert  (CallboardDb            *db,
                                   const CallboardPerson  *person,
                                   gint64                  now,
                                   gint64                 *candidate,
                                   GError                **error);

/**
 * callboard_person_consent:
 * @db: the writing connection
 * @person: somebody
 * @candidate: who that is
 * @now: real time
 * @error: return location
 *
 * Records the opt-in, if there is one.
 *
 * Returns: whether nothing went wrong
 */
gboolean callboard_person_consent (CallboardDb            *db,
                                   const CallboardPerson  *person,
                                   gint64                  candidate,
                                   gint64                  now,
                                   GError                **error);

G_END_DECLS
