/* callboard-difference-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-difference.h"
#include "callboard-json.h"

G_BEGIN_DECLS

/* What can be added, removed, moved and changed: the welcome, a module, a question. key tells it from others; parent is the
 * key of its module, NULL if it is none's; text is what it mainly says; names, of all things of a document, has the place of
 * every module by its id. */
typedef struct
{
  char       *key;
  char       *parent;
  char       *place;
  char       *text;
  JsonObject *object;
  GHashTable *names;
} CallboardThing;

/* A member of a thing that is not the same any more. */
typedef void (*CallboardThingChanged) (const char *label,
                                       char       *before,
                                       char       *after,
                                       gpointer    data);

/* (element-type CallboardThing): in the order of the campaign. */
GPtrArray  *callboard_things_read           (const char            *document);

/* Calls changed, which takes the texts, for every member with another value. */
void        callboard_thing_compare_members (const CallboardThing  *before,
                                             const CallboardThing  *after,
                                             CallboardThingChanged  changed,
                                             gpointer               data);

/* The name of a module's type, a block's or a question's; NULL for an unknown one. */
const char *callboard_thing_name_type       (const char            *type);

G_END_DECLS
