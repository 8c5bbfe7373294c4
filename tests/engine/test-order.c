/* test-order.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Several messages at once, repeated, or out of order come to the same as one by one in order (product.md, section 5), in
 * any campaign. A case that fails prints its number: CALLBOARD_TEST_CASE=NUMBER plays only that one, CALLBOARD_TEST_CASES
 * plays so many. */

#include "config.h"

#include <stdlib.h>

#include "callboard-clock.h"
#include "callboard-words.h"
#include "order-office.h"

#define N_CASES      24
#define N_ROUNDS     6
#define MAX_EVENTS   8
#define SETTLE_TIME  (3 * CALLBOARD_SECOND / 2)
#define ROUND_TIME   (50 * CALLBOARD_SECOND)
#define BEFORE_REPLY (10 * CALLBOARD_SECOND)
#define PATIENCE     (8 * G_USEC_PER_SEC)

/* The same people in two offices. events: all that were told so far, in order. */
typedef struct
{
  guint32      seed;
  Chance       chance;
  OrderOffice *calm;
  OrderOffice *hectic;
  GPtrArray   *events;
} Case;

static void
case_init (Case    *self,
           guint32  seed)
{
  self->seed = seed;
  self->chance = (Chance) CHANCE_OF_SEED (seed + 1);
  self->calm = order_office_new (seed, seed % 2);
  self->hectic = order_office_new (seed, seed % 2);
  self->events = g_ptr_array_new_with_free_func ((GDestroyNotify) order_event_free);
}

static void
case_clear (Case *self)
{
  chance_clear (&self->chance);
  order_office_free (self->calm);
  order_office_free (self->hectic);
  g_ptr_array_unref (self->events);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, case_clear)

/* The same for both: what happens between the replies. */
static void
go_on (Case *self)
{
  guint32 seed = g_rand_int (self->chance.rand);
  OrderOffice *offices[] = { self->calm, self->hectic };

  for (guint i = 0; i < G_N_ELEMENTS (offices); i++)
    {
      g_auto(Chance) chance = CHANCE_OF_SEED (seed);

      offices[i]->n_said = self->events->len;
      order_office_go_on (offices[i], &chance);
      callboard_test_advance (offices[i]->office->test, BEFORE_REPLY);
    }
}

static void
tell_calmly (Case *self,
             guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GPtrArray) one = g_ptr_array_new ();
      OrderEvent *event = order_office_think_of (self->calm, &self->chance, i);

      g_ptr_array_add (self->events, event);
      g_ptr_array_add (one, event);
      order_office_store (self->calm, one);
      order_office_hear (self->calm, 0);
    }
}

/* Each at least once, some again under the same or another name, and some of earlier rounds too, in any order. */
static GPtrArray *
shuffle (Case *self,
         guint first)
{
  GPtrArray *mixed = g_ptr_array_new_with_free_func ((GDestroyNotify) order_event_free);

  for (guint i = first; i < self->events->len; i++)
    {
      guint n = 1 + chance_pick (&self->chance, 3);

      for (guint j = 0; j < n; j++)
        {
          guint index = j < 2 ? i : chance_pick (&self->chance, MIN (self->events->len, 256));
          OrderEvent *event = order_event_copy (g_ptr_array_index (self->events, index));

          if (chance_happens (&self->chance, 20))
            event->id = (g_free (event->id), g_strdup_printf ("again%u.%u", i, j));
          g_ptr_array_insert (mixed, g_rand_int_range (self->chance.rand, 0, mixed->len + 1), event);
        }
    }

  return mixed;
}

static void
tell_hectically (Case *self,
                 guint first)
{
  g_autoptr(GPtrArray) mixed = shuffle (self, first);
  guint i = 0;

  while (i < mixed->len)
    {
      g_autoptr(GPtrArray) batch = g_ptr_array_new ();
      guint n = 1 + chance_pick (&self->chance, 4);

      for (; n > 0 && i < mixed->len; n--)
        g_ptr_array_add (batch, g_ptr_array_index (mixed, i++));

      order_office_store (self->hectic, batch);
      if (chance_happens (&self->chance, 50))
        order_office_hear (self->hectic, SETTLE_TIME);
      callboard_test_advance (self->hectic->office->test, CALLBOARD_SECOND / 40);
    }

  callboard_test_advance (self->hectic->office->test, SETTLE_TIME);
  g_assert_cmpint (order_office_hear (self->hectic, SETTLE_TIME), ==, G_MAXINT64);
}

static void
wait_for_both (Case   *self,
               gint64  until)
{
  OrderOffice *offices[] = { self->calm, self->hectic };

  for (guint i = 0; i < G_N_ELEMENTS (offices); i++)
    {
      CallboardTest *test = offices[i]->office->test;

      g_assert_cmpint (callboard_clock_now (test->clock), <, until);
      callboard_test_advance (test, until - callboard_clock_now (test->clock));
    }
}

/* Shows the first line that differs. */
static gboolean
compare (Case *self)
{
  g_autofree char *calm = order_office_describe (self->calm);
  g_autofree char *hectic = order_office_describe (self->hectic);
  g_auto(GStrv) left = g_strsplit (calm, "\n", -1);
  g_auto(GStrv) right = g_strsplit (hectic, "\n", -1);
  guint i = 0;

  if (g_str_equal (calm, hectic))
    return TRUE;

  while (left[i] != NULL && g_strcmp0 (left[i], right[i]) == 0)
    i++;
  g_test_message ("in order:     %s", left[i]);
  g_test_message ("out of order: %s", right[i]);

  return FALSE;
}

static gboolean
check_office (OrderOffice *office)
{
  CallboardTest *test = office->office->test;

  if (office->broken != NULL)
    g_test_message ("broken: %s", office->broken);

  callboard_test_assert_number (test, "SELECT count(*) FROM inbox WHERE state NOT IN ('understood')", ==, 0);
  callboard_test_assert_number (test, "SELECT count(*) FROM message WHERE provider_id LIKE 'IN%'", ==, office->n_said);
  callboard_test_assert_number (test, "SELECT count(*) FROM (SELECT 1 FROM enrolment_event"
                                " WHERE json_extract (event, '$.message') > 0"
                                " GROUP BY json_extract (event, '$.message') HAVING count(*) > 1)", ==, 0);

  return office->broken == NULL;
}

static gboolean
play (guint32 seed)
{
  g_auto(Case) self = { 0 };
  gboolean same = TRUE;

  case_init (&self, seed);
  for (guint i = 0; i < N_ROUNDS && same; i++)
    {
      guint first = self.events->len;
      gint64 until;

      go_on (&self);
      until = callboard_clock_now (self.calm->office->test->clock) + ROUND_TIME;
      tell_calmly (&self, 1 + chance_pick (&self.chance, MAX_EVENTS));
      tell_hectically (&self, first);
      wait_for_both (&self, until);
      self.calm->n_said = self.hectic->n_said = self.events->len;
      same = compare (&self) && check_office (self.calm) && check_office (self.hectic);
    }

  for (guint i = 0; !same && i < self.events->len; i++)
    g_test_message ("%s", ((OrderEvent *) g_ptr_array_index (self.events, i))->raw);

  return same;
}

static const char * const stops[] = {
  "STOP", "Stop, please!", "stop. thank you", "ARRÊT", "Stopp danke!", "BAJA gracias", "pare", "unsubscribe", "Abmelden."
};

/* What somebody says around it, who neither wants to be heard again nor asks for help. */
static void
say_around (Case      *self,
            GPtrArray *events,
            gint64     now)
{
  guint n = chance_pick (&self->chance, MAX_EVENTS);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = random_campaign_say (&self->chance);
      CallboardWord word = callboard_words_classify (text, NULL);

      if (word != CALLBOARD_WORD_START && word != CALLBOARD_WORD_HELP && word != CALLBOARD_WORD_WITHDRAW)
        g_ptr_array_add (events, order_office_say (self->hectic, 0, text, NULL, NULL,
                                                   now + chance_pick (&self->chance, 9) * CALLBOARD_SECOND / 4));
    }
}

static void
say_stop (Case *self)
{
  OrderOffice *office = self->hectic;
  gint64 now = callboard_clock_now (office->office->test->clock);
  const char *text = stops[chance_pick (&self->chance, G_N_ELEMENTS (stops))];
  g_autoptr(GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) order_event_free);

  say_around (self, events, now);
  g_ptr_array_insert (events, chance_pick (&self->chance, events->len + 1),
                      order_office_say (office, 0, text, NULL, NULL, now + CALLBOARD_SECOND));
  if (chance_happens (&self->chance, 50))
    g_ptr_array_add (events, order_office_say (office, 0, "STOP", NULL, NULL, now + CALLBOARD_SECOND));

  order_office_store (office, events);
  order_office_hear (office, SETTLE_TIME);
  callboard_test_advance (office->office->test, SETTLE_TIME);
  order_office_hear (office, SETTLE_TIME);
}

/* Nothing leaves for whoever said STOP but one confirmation, whatever is said and done then. */
static gboolean
play_stop (guint32 seed)
{
  g_auto(Case) self = { 0 };
  guint n_before;

  case_init (&self, seed);
  order_office_go_on (self.hectic, &self.chance);
  say_around (&self, self.events, callboard_clock_now (self.hectic->office->test->clock));
  order_office_store (self.hectic, self.events);
  order_office_hear (self.hectic, 0);
  if (chance_happens (&self.chance, 50))
    order_office_go_on (self.hectic, &self.chance);

  n_before = self.hectic->n_sent[0];
  for (guint i = 0; i < 3; i++)
    {
      say_stop (&self);
      order_office_go_on (self.hectic, &self.chance);
    }

  if (self.hectic->n_sent[0] > n_before + 1)
    g_test_message ("%u messages after STOP", self.hectic->n_sent[0] - n_before);
  self.hectic->n_said = callboard_test_number (self.hectic->office->test, "SELECT count(*) FROM inbox WHERE raw LIKE '% IN%'");

  return self.hectic->n_sent[0] <= n_before + 1 && check_office (self.hectic);
}

static int
get_number (const char *variable,
            int         otherwise)
{
  const char *wanted = g_getenv (variable);

  return wanted != NULL ? atoi (wanted) : otherwise;
}

static void
play_cases (gboolean (*play_case) (guint32 seed))
{
  int only = get_number ("CALLBOARD_TEST_CASE", 0);
  int n_cases = get_number ("CALLBOARD_TEST_CASES", N_CASES);
  gint64 end = g_getenv ("CALLBOARD_TEST_CASES") != NULL ? G_MAXINT64 : g_get_monotonic_time () + PATIENCE;

  for (int i = 0; i < n_cases && g_get_monotonic_time () < end; i++)
    {
      int seed = only != 0 ? only : g_test_rand_int_range (1, G_MAXINT);

      if (!play_case (seed))
        {
          g_test_message ("CALLBOARD_TEST_CASE=%d fails", seed);
          g_test_fail ();
          return;
        }

      if (only != 0)
        return;
    }
}

static void
test_any_order (void)
{
  play_cases (play);
}

static void
test_stop (void)
{
  play_cases (play_stop);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/order/any", test_any_order);
  g_test_add_func ("/order/stop", test_stop);

  return g_test_run ();
}
