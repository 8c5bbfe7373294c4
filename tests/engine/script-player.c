/* script-player.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "script-player.h"

Player *
player_new_in (const char *language,
               const char *modules)
{
  g_autofree char *document =
    g_strdup_printf ("{\"callboard\": 1, \"language\": \"%s\", \"welcome\": {\"text\": \"Hi\"}, \"modules\": [%s],"
                     " \"conclusion\": {\"text\": \"Bye\"}}", language, modules);
  CallboardScriptEvent event = { .kind = CALLBOARD_SCRIPT_START };
  g_autoptr(GError) error = NULL;
  Player *player = g_new0 (Player, 1);

  player->script = callboard_script_parse (document, &error);
  g_assert_no_error (error);
  player->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  /* Tuesday, 24 November 2026, 10:00 UTC */
  player->now = G_GINT64_CONSTANT (1795514400) * G_USEC_PER_SEC;
  g_assert_cmpstr (player_step (player, &event), ==, "welcome:entered");

  return player;
}

Player *
player_new (const char *modules)
{
  return player_new_in ("en", modules);
}

void
player_free (Player *player)
{
  callboard_script_unref (player->script);
  g_hash_table_unref (player->keys);
  g_clear_pointer (&player->effects, g_ptr_array_unref);
  g_free (player->told);
  g_free (player);
}

static void
tell_answer (GString               *told,
             const CallboardEffect *effect)
{
  g_string_append_printf (told, "%s=%s%s", effect->key, effect->value, effect->flagged ? "!" : "");
  if (effect->scored)
    g_string_append_printf (told, "+%g", effect->score);
}

static void
tell (GString               *told,
      const CallboardEffect *effect)
{
  static const char * const names[] = {
    [CALLBOARD_EFFECT_ATTENTION] = "attention",
    [CALLBOARD_EFFECT_COMPLETE] = "complete",
    [CALLBOARD_EFFECT_OFFER] = "offer",
    [CALLBOARD_EFFECT_BOOK] = "book",
    [CALLBOARD_EFFECT_CONFIRM_INTERVIEW] = "confirm",
    [CALLBOARD_EFFECT_CANCEL_INTERVIEW] = "cancel",
  };
  g_autofree char *step = effect->kind == CALLBOARD_EFFECT_SEND ? callboard_script_step_of_key (effect->key) : NULL;

  if (told->len > 0)
    g_string_append_c (told, ' ');

  if (effect->kind == CALLBOARD_EFFECT_SEND)
    g_string_append_printf (told, "%s:%s", step, effect->why);
  else if (effect->kind == CALLBOARD_EFFECT_ANSWER)
    tell_answer (told, effect);
  else if (effect->kind == CALLBOARD_EFFECT_FORGET_ANSWER)
    g_string_append_printf (told, "-%s", effect->key);
  else if (effect->kind == CALLBOARD_EFFECT_NOTE)
    g_string_append_printf (told, "note:%s", effect->why);
  else
    g_string_append (told, names[effect->kind]);
}

static void
check (Player                *player,
       const CallboardEffect *effect)
{
  g_assert_nonnull (effect->why);
  g_assert_cmpstr (callboard_why_describe (effect->why), !=, effect->why);

  if (effect->kind != CALLBOARD_EFFECT_SEND)
    return;

  g_assert_true (g_hash_table_add (player->keys, g_strdup (effect->key)));
  g_assert_cmpstr (effect->text, !=, NULL);
  g_assert_null (strstr (effect->text, "{n}"));
  g_assert_null (strstr (effect->text, "{m"));
  g_assert_null (strstr (effect->text, "{date}"));
  g_assert_nonnull (effect->message_kind);
}

const char *
player_step (Player                     *player,
             const CallboardScriptEvent *event)
{
  g_autofree char *logged = callboard_script_event_to_json (event);
  g_autofree char *before = callboard_script_state_to_text (&player->state);
  g_autoptr(CallboardScriptEvent) read = callboard_script_event_from_json (logged, NULL);
  CallboardScriptState state = callboard_script_state_from_text (before);
  g_autofree char *again = NULL;
  GString *told = g_string_new (NULL);

  g_assert_nonnull (read);
  again = callboard_script_event_to_json (read);
  g_assert_cmpstr (logged, ==, again);
  g_assert_cmpmem (&state, sizeof state, &player->state, sizeof state);

  g_clear_pointer (&player->effects, g_ptr_array_unref);
  player->effects = callboard_script_step (player->script, &state, read, player->now, &player->state);
  for (guint i = 0; i < player->effects->len; i++)
    {
      check (player, g_ptr_array_index (player->effects, i));
      tell (told, g_ptr_array_index (player->effects, i));
    }

  g_free (player->told);
  player->told = g_string_free (told, FALSE);

  return player->told;
}

const char *
player_say (Player     *player,
            const char *text)
{
  CallboardScriptEvent event = { .kind = CALLBOARD_SCRIPT_REPLY, .text = text };

  event.word = callboard_words_classify (text, callboard_script_get_language (player->script));

  return player_step (player, &event);
}

const char *
player_press (Player     *player,
              const char *choice)
{
  CallboardScriptEvent event = { .kind = CALLBOARD_SCRIPT_REPLY, .text = "pressed", .choice = choice };

  return player_step (player, &event);
}

const char *
player_send (Player            *player,
             CallboardFileKind  kind,
             gint64             size,
             guint              seconds)
{
  const CallboardReplyFile file = { 7, kind, size, seconds };
  CallboardScriptEvent event = { .kind = CALLBOARD_SCRIPT_REPLY, .text = "", .files = &file, .n_files = 1 };

  return player_step (player, &event);
}

static const CallboardEffect *
find_last (Player *player)
{
  const CallboardEffect *last = NULL;

  for (guint i = 0; i < player->effects->len; i++)
    {
      const CallboardEffect *effect = g_ptr_array_index (player->effects, i);

      if (effect->kind == CALLBOARD_EFFECT_SEND)
        last = effect;
    }

  g_assert_nonnull (last);

  return last;
}

const char *
player_heard (Player *player)
{
  return find_last (player)->text;
}

const char *
player_shown (Player *player)
{
  return find_last (player)->choices;
}

void
player_play (Player             *player,
             const char * const *lines)
{
  for (; *lines != NULL; lines++)
    {
      g_auto(GStrv) parts = g_strsplit (*lines, " -> ", 2);
      g_autofree char *printable = NULL;

      g_assert_cmpuint (g_strv_length (parts), ==, 2);
      printable = g_strescape (parts[0], NULL);
      g_test_message ("%s", printable);
      g_assert_cmpstr (player_say (player, parts[0]), ==, parts[1]);
    }
}
