/* script-player.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-script.h"

G_BEGIN_DECLS

/* Plays a conversation. Each step also goes through the texts that the database holds, of the event and of the state,
 * and has to come out the same; each message needs a key of its own and each effect a reason in words. */
typedef struct
{
  CallboardScript      *script;
  CallboardScriptState  state;
  GHashTable           *keys;
  GPtrArray            *effects;
  gint64                now;
  char                 *told;
} Player;

/* A player of the modules, JSON, in English or another language, that has had its welcome. */
Player     *player_new   (const char *modules);
Player     *player_new_in (const char *language,
                           const char *modules);
void        player_free  (Player     *player);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Player, player_free)

/* What happened, in order: "q1:next" for a message of q1 and its reason, "q1=yes" for an answer, with "!" if it is flagged
 * and "+2" for its points, "-q1" for a forgotten one, "note:ended", "attention", "complete", "offer", "book", "confirm"
 * and "cancel". Valid until the next call. */
const char *player_step  (Player                     *player,
                          const CallboardScriptEvent *event);
const char *player_say   (Player                     *player,
                          const char                 *text);
const char *player_press (Player                     *player,
                          const char                 *choice);
const char *player_send  (Player                     *player,
                          CallboardFileKind           kind,
                          gint64                      size,
                          guint                       seconds);

/* The text of the last message. */
const char *player_heard (Player                     *player);
/* Its choices. */
const char *player_shown (Player                     *player);

/* Says the text before the colon of each line, and compares with what is behind it; the text may be empty. */
void        player_play  (Player                     *player,
                          const char * const         *lines);

G_END_DECLS
