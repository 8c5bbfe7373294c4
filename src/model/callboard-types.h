/* callboard-types.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-changes.h"
#include "callboard-enums.h"

G_BEGIN_DECLS

typedef struct _CallboardApplication       CallboardApplication;
typedef struct _CallboardApplicationList   CallboardApplicationList;
typedef struct _CallboardApplicationSource CallboardApplicationSource;

G_END_DECLS
