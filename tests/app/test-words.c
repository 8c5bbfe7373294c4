/* test-words.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <locale.h>

#include "callboard-clock.h"
#include "callboard-entry.h"
#include "callboard-enums.h"
#include "callboard-format.h"
#include "callboard-move-toast.h"
#include "callboard-ticker.h"

/* Monday, 2 March 2026, 10:00 UTC. */
#define NOW G_GINT64_CONSTANT (1772445600000000)

#define assert_words(expression, expected)        \
  G_STMT_START {                                  \
    g_autofree char *words_ = (expression);       \
    g_assert_cmpstr (words_, ==, expected);       \
  } G_STMT_END

static void
test_until (void)
{
  assert_words (callboard_format_until (NOW, NOW), "now");
  assert_words (callboard_format_until (NOW + 1, NOW), "in 1 s");
  assert_words (callboard_format_until (NOW + 20 * CALLBOARD_SECOND, NOW), "in 20 s");
  assert_words (callboard_format_until (NOW + 19 * CALLBOARD_SECOND + 1, NOW), "in 20 s");
  assert_words (callboard_format_until (NOW + 60 * CALLBOARD_SECOND, NOW), "in 1 min");
  assert_words (callboard_format_until (NOW + 61 * CALLBOARD_SECOND, NOW), "in 2 min");
  assert_words (callboard_format_until (NOW + CALLBOARD_HOUR, NOW), "in 60 min");
  assert_words (callboard_format_until (NOW + 4 * CALLBOARD_HOUR, NOW), "at 14:00");
  assert_words (callboard_format_until (NOW + 23 * CALLBOARD_HOUR, NOW), "tomorrow at 09:00");
  assert_words (callboard_format_until (NOW + 95 * CALLBOARD_HOUR, NOW), "on 6 March at 09:00");
}

static void
test_since (void)
{
  assert_words (callboard_format_since (NOW, NOW), "now");
  assert_words (callboard_format_since (NOW - 5 * CALLBOARD_MINUTE, NOW), "5 min ago");
  assert_words (callboard_format_since (NOW - 2 * CALLBOARD_HOUR, NOW), "08:00");
  assert_words (callboard_format_since (NOW - 20 * CALLBOARD_HOUR, NOW), "yesterday at 14:00");
  assert_words (callboard_format_since (NOW - 48 * CALLBOARD_HOUR, NOW), "28 February");
  assert_words (callboard_format_day (NOW, NOW), "Today");
  assert_words (callboard_format_day (NOW - CALLBOARD_DAY, NOW), "Yesterday");
  assert_words (callboard_format_exactly (NOW), "Monday, 2 March 2026, 10:00:00 UTC");
}

static void
test_toast (void)
{
  CallboardMoveResult one = { .batch = 1, .n_moved = 1, .n_sending = 1, .leaves_at = NOW + 20 * CALLBOARD_SECOND,
                              .provider = CALLBOARD_PROVIDER_TWILIO, .channel = CALLBOARD_RENDERING_SMS };
  CallboardMoveResult many = { .batch = 1, .n_moved = 5, .n_sending = 3, .leaves_at = NOW + 60 * CALLBOARD_SECOND,
                               .provider = CALLBOARD_PROVIDER_REHEARSAL };
  CallboardMoveResult out = { .batch = 1, .n_moved = 1 };

  assert_words (callboard_move_toast_describe ("Anna moved to Form", &one, NOW), "Anna moved to Form · leaves in 20 s by SMS");
  one.channel = CALLBOARD_RENDERING_WHATSAPP;
  assert_words (callboard_move_toast_describe ("Anna moved to Form", &one, NOW),
                "Anna moved to Form · leaves in 20 s by WhatsApp");

  many.n_skipped[CALLBOARD_SKIP_OPTED_OUT] = 1;
  many.n_skipped[CALLBOARD_SKIP_NO_CONSENT] = 1;
  assert_words (callboard_move_toast_describe ("5 cards moved to Form", &many, NOW),
                "5 cards moved to Form · 3 leave in 1 min in the rehearsal · not sent: 1 opted out, 1 no consent");

  out.n_skipped[CALLBOARD_SKIP_OPTED_OUT] = 1;
  assert_words (callboard_move_toast_describe ("Anna moved to Form", &out, NOW),
                "Anna moved to Form · not sent: opted out");

  out.n_skipped[CALLBOARD_SKIP_OPTED_OUT] = 0;
  out.n_skipped[CALLBOARD_SKIP_ASKED] = 1;
  assert_words (callboard_move_toast_describe ("Anna moved to Form", &out, NOW), "Anna moved to Form · nothing is sent");

  out.n_skipped[CALLBOARD_SKIP_ASKED] = 0;
  out.n_skipped[CALLBOARD_SKIP_REVIEW] = 1;
  assert_words (callboard_move_toast_describe ("Anna moved to Review", &out, NOW), "Anna moved to Review");
}

static CallboardLine *
create_line (gint64                id,
             gint64                at,
             CallboardMessageState state)
{
  CallboardLine *line = g_new0 (CallboardLine, 1);

  line->kind = CALLBOARD_LINE_MESSAGE;
  line->id = id;
  line->at = at;
  line->state = state;
  line->body = g_strdup_printf ("%d", (int) id);

  return line;
}

static GPtrArray *
create_lines (guint                 n_lines,
              CallboardMessageState last)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_line_free);

  for (guint i = 1; i <= n_lines; i++)
    g_ptr_array_add (lines, create_line (i, NOW + i, i == n_lines ? last : CALLBOARD_MESSAGE_READ));

  return lines;
}

static void
note_change_cb (GListModel *entries,
                guint       position,
                guint       removed,
                guint       added,
                GString    *notes)
{
  g_string_append_printf (notes, "%u-%u+%u ", position, removed, added);
}

static void
test_entries (void)
{
  g_autoptr(GListStore) entries = g_list_store_new (CALLBOARD_TYPE_ENTRY);
  g_autoptr(GString) notes = g_string_new (NULL);
  g_autoptr(CallboardEntry) first = NULL;

  g_signal_connect (entries, "items-changed", G_CALLBACK (note_change_cb), notes);
  callboard_entries_update (entries, create_lines (3, CALLBOARD_MESSAGE_SENT), 10);
  callboard_entries_update (entries, create_lines (3, CALLBOARD_MESSAGE_SENT), 10);
  callboard_entries_update (entries, create_lines (3, CALLBOARD_MESSAGE_DELIVERED), 10);
  callboard_entries_update (entries, create_lines (4, CALLBOARD_MESSAGE_WAITING), 10);
  g_assert_cmpstr (notes->str, ==, "0-0+4 3-1+1 3-1+2 ");

  callboard_entries_update (entries, create_lines (4, CALLBOARD_MESSAGE_WAITING), 2);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (entries)), ==, 4);
  first = g_list_model_get_item (G_LIST_MODEL (entries), 0);
  g_assert_cmpint (callboard_entry_get_kind (first), ==, CALLBOARD_ENTRY_EARLIER);
}

static void
count_tick_cb (guint *n_ticks)
{
  (*n_ticks)++;
}

static void
test_ticker (void)
{
  g_autoptr(CallboardClock) clock = callboard_clock_new_stopped (NOW);
  g_autoptr(CallboardTicker) ticker = callboard_ticker_new (clock);
  guint n_ticks = 0;

  g_signal_connect_swapped (ticker, "tick", G_CALLBACK (count_tick_cb), &n_ticks);
  callboard_ticker_want (ticker, NOW - 1);
  g_assert_false (g_main_context_iteration (NULL, FALSE));

  callboard_ticker_want (ticker, NOW + 5);
  callboard_ticker_want (ticker, NOW + CALLBOARD_DAY);
  while (n_ticks == 0)
    g_main_context_iteration (NULL, TRUE);

  /* Nobody wanted another. */
  g_assert_cmpuint (n_ticks, ==, 1);
  g_assert_null (g_main_context_find_source_by_user_data (NULL, ticker));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");

  g_test_add_func ("/words/until", test_until);
  g_test_add_func ("/words/since", test_since);
  g_test_add_func ("/words/toast", test_toast);
  g_test_add_func ("/words/entries", test_entries);
  g_test_add_func ("/words/ticker", test_ticker);

  return g_test_run ();
}
