/* test-statuses.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whatever happens, in whatever order: the rules of product.md, sections 3 to 5, hold after every command. The seed is
 * printed at the start; --seed replays it. CALLBOARD_TEST_STEPS makes it longer. */

#include "config.h"

#include <stdlib.h>

#include "callboard-move.h"
#include "invariants.h"
#include "random-office.h"

#define N_STEPS 1500
#define N_LAST  30

static guint
count_steps (void)
{
  const char *wanted = g_getenv ("CALLBOARD_TEST_STEPS");

  return wanted != NULL ? atoi (wanted) : N_STEPS;
}

static void
fail (GQueue     *last,
      guint       step,
      const char *broken)
{
  for (GList *l = last->head; l != NULL; l = l->next)
    g_test_message ("%s", (char *) l->data);

  g_test_message ("step %u broke: %s", step, broken);
  g_test_fail ();
}

static void
note (GQueue *last,
      char   *words)
{
  g_queue_push_tail (last, words);
  if (last->length > N_LAST)
    g_free (g_queue_pop_head (last));
}

static void
test_rules (void)
{
  g_autoptr(RandomOffice) office = random_office_new ();
  g_autoptr(Invariants) invariants = invariants_new (random_office_get_test (office));
  g_autoptr(GQueue) last = g_queue_new ();
  g_autofree char *broken = NULL;
  guint n_steps = count_steps ();

  for (guint i = 0; i < n_steps && broken == NULL; i++)
    {
      gboolean may_go_back = FALSE;

      note (last, random_office_act (office, &may_go_back));
      broken = invariants_check (invariants, may_go_back);
      if (broken != NULL)
        fail (last, i, broken);
    }

  g_queue_clear_full (last, g_free);
}

/* A drop that is taken back at once leaves no trace on the boards. */
static void
test_undo (void)
{
  g_autoptr(RandomOffice) office = random_office_new ();
  CallboardTest *test = random_office_get_test (office);
  g_autoptr(Invariants) invariants = invariants_new (test);
  guint n_steps = count_steps () / 4;

  for (guint i = 0; i < n_steps; i++)
    {
      gboolean may_go_back;
      g_autofree char *words = random_office_act (office, &may_go_back);
      g_autofree char *before = invariants_board (invariants);
      gint64 batch = random_office_move (office);
      g_autofree char *after = NULL;
      g_autofree char *broken = NULL;

      if (batch != 0)
        callboard_test_execute (test, callboard_undo_command_new (batch));

      after = invariants_board (invariants);
      broken = invariants_check (invariants, TRUE);
      g_assert_cmpstr (after, ==, before);
      g_assert_cmpstr (broken, ==, NULL);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/statuses/rules", test_rules);
  g_test_add_func ("/statuses/undo", test_undo);

  return g_test_run ();
}
