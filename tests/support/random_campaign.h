/* random_campaign.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-enums.h"
#include "chance.h"

G_BEGIN_DECLS

/* A campaign that is ready for a stage of that type: any of its modules, questions, rules and limits. The ids of modules
 * are "m0", "m1", …; of choices "a", "b", "c". Returns: (transfer full): the document */
char       *random_campaign_new   (Chance             *chance,
                                   CallboardStageType  type);

/* Something that people say, whether it fits or not; never STOP. Returns: (transfer full) */
char       *random_campaign_say   (Chance             *chance);

/* One of the choices that messages offered. choices: (element-type utf8): their JSON; Returns: (transfer full) (nullable) */
char       *random_campaign_press (Chance             *chance,
                                   GPtrArray          *choices);

G_END_DECLS
