/* test-script-interview.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "script-player.h"

#define CONTENT "{\"id\": \"m1\", \"type\": \"content\", \"blocks\": [{\"id\": \"b1\", \"type\": \"text\", \"text\": \"News\"}]},"
#define QUESTION \
  "{\"id\": \"m1\", \"type\": \"questions\", \"questions\": [{\"id\": \"q1\", \"type\": \"yes_no\", \"text\": \"?\"}]},"
#define SCHEDULE                                                                                                  \
  "{\"id\": \"s\", \"type\": \"schedule\", \"text\": \"Let us meet.\", \"zone\": \"Europe/London\", \"duration\": 45," \
  " \"place\": {\"kind\": \"location\", \"text\": \"12 Mill Lane\"},"                                              \
  " \"hours\": [{\"day\": \"mon\", \"from\": \"09:00\", \"to\": \"17:00\"}]}"
#define SESSIONS                                                                                                  \
  "{\"id\": \"s\", \"type\": \"schedule\", \"zone\": \"Europe/Berlin\", \"sessions\": ["                             \
  "{\"id\": \"late\", \"starts\": \"2026-12-02T10:00\", \"seats\": 8},"                                             \
  "{\"id\": \"early\", \"starts\": \"2026-12-01T10:00\"}]}"

#define DAY  G_TIME_SPAN_DAY
#define HOUR G_TIME_SPAN_HOUR

/* Tuesday, 1 December 2026, 9:00 in London */
#define FIRST (G_GINT64_CONSTANT (1796115600) * G_USEC_PER_SEC)

/* As the office answers an offer: the given times of days from the first on, as far as they are asked for. */
static const char *
answer (Player *player,
        guint   n_days,
        guint   n_times)
{
  const CallboardEffect *offer = g_ptr_array_index (player->effects, player->effects->len - 1);
  g_autoptr(GArray) slots = callboard_slots_new ();
  CallboardScriptEvent event = { .kind = CALLBOARD_SCRIPT_SLOTS, .slots = slots };

  g_assert_cmpint (offer->kind, ==, CALLBOARD_EFFECT_OFFER);
  for (guint day = 0; day < n_days; day++)
    {
      for (guint time = 0; time < n_times; time++)
        {
          gint64 starts_at = FIRST + day * DAY + time * HOUR / 2;

          if (starts_at >= offer->starts_at && (offer->ends_at == 0 || starts_at < offer->ends_at))
            callboard_slots_add (slots, starts_at, starts_at + HOUR / 2, NULL);
        }
    }

  return player_step (player, &event);
}

static const char *
booked (Player *player)
{
  const CallboardEffect *book = g_ptr_array_index (player->effects, player->effects->len - 1);
  CallboardScriptEvent event = { .kind = CALLBOARD_SCRIPT_BOOKED, .starts_at = book->starts_at };

  g_assert_cmpint (book->kind, ==, CALLBOARD_EFFECT_BOOK);

  return player_step (player, &event);
}

static const char *
step (Player                   *player,
      CallboardScriptEventKind  kind)
{
  CallboardScriptEvent event = { .kind = kind };

  return player_step (player, &event);
}

static const char *
remind (Player            *player,
        CallboardReminder  reminder)
{
  CallboardScriptEvent event = { .kind = CALLBOARD_SCRIPT_REMIND, .reminder = reminder };

  return player_step (player, &event);
}

/* Up to the booking of Tuesday, 9:30. */
static Player *
book (void)
{
  Player *player = player_new (SCHEDULE);

  g_assert_cmpstr (player_say (player, "yes"), ==, "offer");
  g_assert_cmpstr (answer (player, 3, 4), ==, "s:offer");
  g_assert_cmpstr (player_say (player, "1"), ==, "offer");
  g_assert_cmpstr (answer (player, 3, 4), ==, "s:offer");
  g_assert_cmpstr (player_say (player, "9:30"), ==, "book");
  g_assert_cmpstr (booked (player), ==, "s=2026-12-01T09:30Z s:booked complete");

  return player;
}

static void
test_whole (void)
{
  g_autoptr(Player) player = player_new (CONTENT SCHEDULE);
  const CallboardEffect *effect;

  g_assert_cmpstr (player_say (player, "yes"), ==, "b1:next offer");
  g_assert_cmpstr (answer (player, 3, 4), ==, "s:offer");
  g_assert_cmpstr (player_heard (player), ==, "Let us meet.\nWhich day suits you for the interview?");
  g_assert_cmpstr (player_shown (player), ==,
                   "[{\"id\":\"s/2026-12-01\",\"title\":\"Tue, 1 Dec\"},{\"id\":\"s/2026-12-02\",\"title\":\"Wed, 2 Dec\"},"
                   "{\"id\":\"s/2026-12-03\",\"title\":\"Thu, 3 Dec\"}]");
  g_assert_cmpstr (player_press (player, "s/2026-12-02"), ==, "offer");
  effect = g_ptr_array_index (player->effects, 0);
  g_assert_cmpint (effect->ends_at - effect->starts_at, ==, DAY);
  g_assert_cmpstr (answer (player, 3, 4), ==, "s:offer");
  g_assert_cmpstr (player_heard (player), ==, "Which time on Wednesday, 2 December suits you? (GMT, London)");
  g_assert_cmpstr (player_press (player, "s/1796203800000000"), ==, "book");
  effect = g_ptr_array_index (player->effects, 0);
  g_assert_cmpint (effect->starts_at, ==, FIRST + DAY + HOUR / 2);
  g_assert_cmpint (effect->ends_at - effect->starts_at, ==, 45 * G_TIME_SPAN_MINUTE);
  g_assert_cmpstr (booked (player), ==, "s=2026-12-02T09:30Z s:booked complete");
  g_assert_cmpstr (player_heard (player), ==,
                   "Your interview is booked: Wednesday, 2 December, 09:30 (GMT, London).\nPlace: 12 Mill Lane");
  g_assert_cmpstr (player_shown (player), ==,
                   "[{\"id\":\"s/move\",\"title\":\"Move\"},{\"id\":\"s/cancel\",\"title\":\"I cannot come\"}]");
  g_assert_cmpstr (player_say (player, "Thank you so much"), ==, "note:ended");
  g_assert_cmpstr (player_press (player, "s/2026-12-02"), ==, "note:old-question");
}

static void
test_words (void)
{
  g_autoptr(Player) player = player_new (SCHEDULE);

  player_say (player, "yes");
  answer (player, 3, 4);
  g_assert_cmpstr (player_say (player, "whenever"), ==, "s:not-understood");
  g_assert_nonnull (player_shown (player));
  g_assert_cmpstr (player_say (player, "on 2 December"), ==, "offer");
  answer (player, 3, 4);
  g_assert_cmpstr (player_say (player, "back"), ==, "offer");
  answer (player, 3, 4);
  g_assert_cmpstr (player_say (player, "Thursday"), ==, "offer");
  answer (player, 3, 4);
  g_assert_cmpstr (player_say (player, "skip"), ==, "s:needed");
  g_assert_cmpstr (player_say (player, "noon"), ==, "s:not-understood");
  g_assert_cmpstr (player_say (player, "blue"), ==, "attention");
  g_assert_cmpstr (player_say (player, "green"), ==, "note:waits");
  g_assert_cmpstr (player_say (player, "10 am"), ==, "book");
  g_assert_cmpstr (booked (player), ==, "s=2026-12-03T10:00Z s:booked complete");
}

/* "9" may be the ninth time or nine o'clock: only the same is taken. */
static void
test_nine (void)
{
  g_autoptr(Player) player = player_new (SCHEDULE);

  player_say (player, "yes");
  answer (player, 1, 10);
  g_assert_cmpstr (player_say (player, "9"), ==, "s:not-understood");
  g_assert_cmpstr (player_say (player, "8"), ==, "book");
}

static void
test_more (void)
{
  g_autoptr(Player) player = player_new (SCHEDULE);

  player_say (player, "yes");
  answer (player, 14, 12);
  g_assert_cmpuint (player->state.n_slots, ==, 9);
  g_assert_true (g_str_has_suffix (player_shown (player), "{\"id\":\"s/more\",\"title\":\"More\"}]"));
  g_assert_cmpstr (player_say (player, "more"), ==, "offer");
  g_assert_cmpstr (answer (player, 14, 12), ==, "s:offer");
  g_assert_cmpuint (player->state.n_slots, ==, 5);
  g_assert_false (player->state.more);
  g_assert_cmpstr (player_say (player, "back"), ==, "offer");
  answer (player, 14, 12);
  g_assert_cmpstr (player_press (player, "s/2026-12-01"), ==, "offer");
  answer (player, 14, 12);
  g_assert_cmpuint (player->state.n_slots, ==, 9);
  g_assert_cmpstr (player_press (player, "s/more"), ==, "offer");
  answer (player, 14, 12);
  g_assert_cmpuint (player->state.n_slots, ==, 3);
  g_assert_cmpstr (player_say (player, "14:30"), ==, "book");
}

static void
test_one_day (void)
{
  g_autoptr(Player) player = player_new (SCHEDULE);

  player_say (player, "yes");
  g_assert_cmpstr (answer (player, 1, 4), ==, "s:offer");
  g_assert_nonnull (strstr (player_heard (player), "Which time on Tuesday, 1 December suits you?"));
  g_assert_cmpstr (player_say (player, "2"), ==, "book");
}

static void
test_none_free (void)
{
  g_autoptr(Player) player = player_new (SCHEDULE);

  player_say (player, "yes");
  g_assert_cmpstr (answer (player, 0, 0), ==, "s:no-slots attention");
  g_assert_cmpstr (player_say (player, "hello?"), ==, "offer");
  g_assert_cmpstr (answer (player, 2, 2), ==, "s:offer");
  g_assert_cmpint (player->state.phase, ==, CALLBOARD_PHASE_SLOTS);
}

static void
test_taken (void)
{
  g_autoptr(Player) player = player_new (SCHEDULE);

  player_say (player, "yes");
  answer (player, 2, 2);
  player_say (player, "1");
  answer (player, 2, 2);
  g_assert_cmpstr (player_say (player, "9:00"), ==, "book");
  g_assert_cmpstr (step (player, CALLBOARD_SCRIPT_TAKEN), ==, "offer");
  g_assert_cmpstr (answer (player, 2, 1), ==, "s:not-offered");
  g_assert_true (g_str_has_prefix (player_heard (player), "Sorry, somebody has just taken that time.\n"));
  player_say (player, "9:00");
  step (player, CALLBOARD_SCRIPT_TAKEN);

  /* Nothing is left on that day: days again. */
  g_assert_cmpstr (answer (player, 0, 0), ==, "offer");
  g_assert_cmpstr (answer (player, 2, 1), ==, "s:not-offered");
  g_assert_true (g_str_has_prefix (player_heard (player), "Sorry, somebody has just taken that time.\n"));
  g_assert_cmpint (player->state.offered, ==, CALLBOARD_OFFERED_DAYS);
}

static void
test_old_buttons (void)
{
  g_autoptr(Player) player = player_new (SCHEDULE);

  player_say (player, "yes");
  answer (player, 3, 2);
  player_press (player, "s/2026-12-01");
  answer (player, 3, 2);
  g_assert_cmpstr (player_press (player, "s/2026-12-03"), ==, "offer");
  g_assert_cmpstr (answer (player, 3, 2), ==, "s:offer");

  /* A time of another day: that day's times as they are now. */
  g_assert_cmpstr (player_press (player, "s/1796115600000000"), ==, "offer");
  g_assert_cmpstr (answer (player, 3, 2), ==, "s:not-offered");
  g_assert_cmpint (player->state.slots[0], ==, FIRST);
  g_assert_cmpstr (player_press (player, "s/nonsense"), ==, "offer");
  g_assert_cmpstr (answer (player, 3, 2), ==, "s:not-offered");
  g_assert_cmpstr (player_press (player, "s/more"), ==, "offer");
}

static void
test_back_out (void)
{
  g_autoptr(Player) player = player_new (QUESTION SCHEDULE);

  player_say (player, "hi");
  g_assert_cmpstr (player_say (player, "yes"), ==, "q1=yes offer");
  answer (player, 3, 2);
  g_assert_cmpstr (player_say (player, "back"), ==, "-q1 q1:back");
  g_assert_cmpstr (player_say (player, "no"), ==, "q1=no offer");
}

static void
test_confirm (void)
{
  g_autoptr(Player) player = book ();

  player->now = FIRST - 23 * HOUR;
  g_assert_cmpstr (remind (player, CALLBOARD_REMINDER_DAY), ==, "s:reminder");
  g_assert_cmpstr (player_heard (player), ==,
                   "A reminder of your interview: Tuesday, 1 December, 09:30 (GMT, London). Will you come?\n"
                   "Place: 12 Mill Lane");
  g_assert_cmpstr (((CallboardEffect *) g_ptr_array_index (player->effects, 0))->message_kind, ==, "reminder");
  g_assert_cmpstr (player_say (player, "yes"), ==, "confirm s:confirmed");
  g_assert_cmpstr (player_say (player, "yes"), ==, "note:ended");
  player->now = FIRST - HOUR;
  g_assert_cmpstr (remind (player, CALLBOARD_REMINDER_HOURS), ==, "s:reminder");
  g_assert_cmpstr (player_say (player, "1"), ==, "confirm s:confirmed");
  player->now = FIRST + HOUR;
  g_assert_cmpstr (remind (player, CALLBOARD_REMINDER_HOURS), ==, "");
  g_assert_cmpstr (player_press (player, "s/cancel"), ==, "note:old-question");
}

static void
test_move (void)
{
  g_autoptr(Player) player = book ();

  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpstr (player_say (player, "Move"), ==, "offer");
      g_assert_cmpstr (answer (player, 3, 4), ==, "s:offer");
      player_say (player, i == 0 ? "2" : "3");
      answer (player, 3, 4);
      g_assert_cmpstr (player_say (player, "9:00"), ==, "book");
      g_assert_cmpstr (booked (player), ==, i == 0 ? "s=2026-12-02T09:00Z s:booked" : "s=2026-12-03T09:00Z s:booked");
    }

  g_assert_cmpstr (player_say (player, "1"), ==, "s:moved-twice note:moved-twice");
}

static void
test_keep (void)
{
  g_autoptr(Player) player = book ();

  player_press (player, "s/move");
  answer (player, 3, 4);
  g_assert_cmpstr (remind (player, CALLBOARD_REMINDER_DAY), ==, "s:reminder");
  g_assert_null (player_shown (player));
  g_assert_cmpstr (player_say (player, "back"), ==, "s:interview-kept");
  g_assert_cmpint (player->state.phase, ==, CALLBOARD_PHASE_BOOKED);
  player_press (player, "s/move");
  answer (player, 3, 4);
  g_assert_cmpstr (player_press (player, "s/confirm"), ==, "confirm s:confirmed");
  g_assert_cmpint (player->state.phase, ==, CALLBOARD_PHASE_BOOKED);
  player->now = FIRST - HOUR;
  g_assert_cmpstr (player_press (player, "s/move"), ==, "s:move-late note:move-late");
}

static void
test_cancel (void)
{
  g_autoptr(Player) player = book ();

  g_assert_cmpstr (player_say (player, "I cannot come"), ==, "cancel s:cancelled attention");
  g_assert_nonnull (strstr (player_heard (player), "(GMT, London)"));
  g_assert_cmpstr (player_say (player, "I cannot come"), ==, "note:ended");
  g_assert_cmpstr (remind (player, CALLBOARD_REMINDER_DAY), ==, "");
}

static void
test_recruiter (void)
{
  g_autoptr(Player) player = book ();

  g_assert_cmpstr (step (player, CALLBOARD_SCRIPT_REBOOK), ==, "cancel s:rebook offer");
  g_assert_cmpstr (answer (player, 3, 4), ==, "s:offer");
  player_say (player, "3");
  answer (player, 3, 4);
  player_say (player, "9:00");
  g_assert_cmpstr (booked (player), ==, "s=2026-12-03T09:00Z s:booked");
  g_assert_cmpuint (player->state.moves, ==, 0);
  g_assert_cmpstr (step (player, CALLBOARD_SCRIPT_CALL_OFF), ==, "cancel s:called-off");
  g_assert_cmpstr (step (player, CALLBOARD_SCRIPT_CALL_OFF), ==, "");
  g_assert_cmpstr (step (player, CALLBOARD_SCRIPT_REBOOK), ==, "");
}

static void
test_nudge (void)
{
  g_autoptr(Player) player = player_new (SCHEDULE);
  CallboardScriptEvent nudge = { .kind = CALLBOARD_SCRIPT_NUDGE, .n = 1 };

  player_say (player, "yes");
  answer (player, 3, 2);
  g_assert_cmpstr (player_step (player, &nudge), ==, "s:nudge");
  g_assert_nonnull (player_shown (player));
  g_assert_cmpstr (player_say (player, "2"), ==, "offer");
}

static void
test_sessions (void)
{
  g_autoptr(Player) player = player_new_in ("de", SESSIONS);
  const CallboardSchedule *schedule = callboard_script_get_schedule (player->script);
  const CallboardSession *first = &g_array_index (schedule->sessions, CallboardSession, 0);
  const CallboardEffect *effect;

  g_assert_cmpstr (first->id, ==, "early");
  g_assert_cmpint (first->starts_at, ==, FIRST);
  player_say (player, "ja");
  answer (player, 2, 1);
  g_assert_cmpstr (player_say (player, "Mittwoch"), ==, "offer");
  answer (player, 2, 1);
  g_assert_cmpstr (player_say (player, "10 Uhr"), ==, "book");
  effect = g_ptr_array_index (player->effects, 0);
  g_assert_cmpstr (effect->session, ==, "late");
}

/* Any event in any phase: nothing breaks, and what does not fit does nothing or is noted. */
static void
test_any_order (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 60; round++)
    {
      g_autoptr(Player) player = player_new (round % 2 == 0 ? SCHEDULE : QUESTION SCHEDULE);

      for (guint i = 0; i < 30; i++)
        {
          static const char * const says[] = { "yes", "1", "2", "back", "more", "Move", "cancel", "9:00", "blue", "" };
          const CallboardEffect *last = player->effects->len > 0
            ? g_ptr_array_index (player->effects, player->effects->len - 1) : NULL;
          guint dice = g_rand_int_range (rand, 0, 12);

          if (last != NULL && last->kind == CALLBOARD_EFFECT_OFFER && dice < 10)
            answer (player, g_rand_int_range (rand, 0, 12), g_rand_int_range (rand, 0, 12));
          else if (last != NULL && last->kind == CALLBOARD_EFFECT_BOOK && dice < 10)
            booked (player);
          else if (dice < 10)
            player_say (player, says[dice]);
          else
            step (player, g_rand_int_range (rand, CALLBOARD_SCRIPT_START, CALLBOARD_SCRIPT_CALL_OFF + 1));

          player->now += HOUR;
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/script-interview/whole", test_whole);
  g_test_add_func ("/script-interview/words", test_words);
  g_test_add_func ("/script-interview/nine", test_nine);
  g_test_add_func ("/script-interview/more", test_more);
  g_test_add_func ("/script-interview/one-day", test_one_day);
  g_test_add_func ("/script-interview/none-free", test_none_free);
  g_test_add_func ("/script-interview/taken", test_taken);
  g_test_add_func ("/script-interview/old-buttons", test_old_buttons);
  g_test_add_func ("/script-interview/back-out", test_back_out);
  g_test_add_func ("/script-interview/confirm", test_confirm);
  g_test_add_func ("/script-interview/move", test_move);
  g_test_add_func ("/script-interview/keep", test_keep);
  g_test_add_func ("/script-interview/cancel", test_cancel);
  g_test_add_func ("/script-interview/recruiter", test_recruiter);
  g_test_add_func ("/script-interview/nudge", test_nudge);
  g_test_add_func ("/script-interview/sessions", test_sessions);
  g_test_add_func ("/script-interview/any-order", test_any_order);

  return g_test_run ();
}
