/* callboard-reading-names.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-reading-private.h"

G_BEGIN_DECLS

typedef void (*CallboardReadingNameFunc) (CallboardReadingKind  kind,
                                          const char           *word,
                                          guint                 value,
                                          gpointer              data);

void callboard_reading_names (const char               *language,
                              CallboardReadingNameFunc  func,
                              gpointer                  data);

G_END_DECLS
