/* test-sender.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-clock.h"
#include "callboard-sender.h"
#include "callboard-settings.h"
#include "callboard-test-office.h"

#define WAIT_SECONDS 20
#define FAST         1e6
#define N_PLACES     32

/* A provider that takes everything, and answers at once or when told to. */
#define PEER_TYPE (peer_get_type ())
G_DECLARE_FINAL_TYPE (Peer, peer, TEST, PEER, GObject)

struct _Peer
{
  GObject     parent_instance;

  GHashTable *heard;
  GQueue      waiting;
  double      rate;
  guint       n_most;
  gboolean    prompt;
};

static void peer_channel_init (CallboardChannelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (Peer, peer, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (CALLBOARD_TYPE_CHANNEL, peer_channel_init))

static void
answer_one (Peer *self)
{
  g_autoptr(GTask) task = g_queue_pop_head (&self->waiting);
  gint64 *id = g_task_get_task_data (task);
  CallboardSendResult *result = callboard_send_result_new (*id, CALLBOARD_OUTCOME_ACCEPTED);

  result->provider_id = g_strdup_printf ("SM%d", (int) *id);
  g_task_return_pointer (task, result, (GDestroyNotify) callboard_send_result_free);
}

static void
answer (Peer  *self,
        guint  n_answers)
{
  for (guint i = 0; i < n_answers; i++)
    answer_one (self);
}

static void
peer_send_async (CallboardChannel        *channel,
                 const CallboardOutgoing *outgoing,
                 GCancellable            *cancellable,
                 GAsyncReadyCallback      callback,
                 gpointer                 user_data)
{
  Peer *self = TEST_PEER (channel);
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_assert_true (g_hash_table_add (self->heard, g_strdup (outgoing->to)));
  g_task_set_task_data (task, g_memdup2 (&outgoing->id, sizeof outgoing->id), g_free);
  g_queue_push_tail (&self->waiting, task);
  self->n_most = MAX (self->n_most, self->waiting.length);
  if (self->prompt)
    answer_one (self);
}

static CallboardSendResult *
peer_send_finish (CallboardChannel *channel,
                  GAsyncResult     *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

static void
peer_poll_async (CallboardChannel    *channel,
                 const char          *cursor,
                 GPtrArray           *pending,
                 GCancellable        *cancellable,
                 GAsyncReadyCallback  callback,
                 gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (channel, cancellable, callback, user_data);

  g_task_return_pointer (task, g_ptr_array_new (), (GDestroyNotify) g_ptr_array_unref);
}

static GPtrArray *
peer_poll_finish (CallboardChannel  *channel,
                  GAsyncResult      *result,
                  char             **next_cursor,
                  GError           **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static double
peer_get_rate (CallboardChannel *channel)
{
  return TEST_PEER (channel)->rate;
}

static void
peer_channel_init (CallboardChannelInterface *iface)
{
  iface->send_async = peer_send_async;
  iface->send_finish = peer_send_finish;
  iface->poll_async = peer_poll_async;
  iface->poll_finish = peer_poll_finish;
  iface->get_rate = peer_get_rate;
}

static void
peer_finalize (GObject *object)
{
  g_hash_table_unref (TEST_PEER (object)->heard);

  G_OBJECT_CLASS (peer_parent_class)->finalize (object);
}

static void
peer_class_init (PeerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = peer_finalize;
}

static void
peer_init (Peer *self)
{
  self->heard = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static CallboardEvent *
parse_nothing (const char  *raw,
               GError     **error)
{
  g_assert_not_reached ();
}

typedef struct
{
  CallboardTestOffice *office;
  CallboardSender     *sender;
  Peer                *peer;
} Desk;

static GPtrArray *
make_people (gint64 stage,
             guint  n_people)
{
  GPtrArray *people = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_person_free);

  for (guint i = 0; i < n_people; i++)
    {
      CallboardPerson *person = callboard_person_new ();

      person->first_name = g_strdup ("Anna");
      person->phone = g_strdup_printf ("+447700900%03u", i);
      person->consent_source = g_strdup ("Job fair");
      person->stage = stage;
      g_ptr_array_add (people, person);
    }

  return people;
}

/* A first message to each of so many people is due. */
static Desk *
desk_new (guint  n_people,
          double rate)
{
  Desk *desk = g_new0 (Desk, 1);
  CallboardTest *test;

  desk->office = callboard_test_office_new ();
  desk->peer = g_object_new (PEER_TYPE, NULL);
  desk->peer->rate = rate;
  test = desk->office->test;
  callboard_test_execute (test, callboard_setting_command_new (CALLBOARD_SETTING_UNDO_MANY, "0"));
  callboard_test_execute (test, callboard_import_command_new (desk->office->job,
                                                              make_people (desk->office->form, n_people),
                                                              CALLBOARD_MOVE_DEFAULT, NULL, NULL, NULL));
  callboard_test_assert_number (test, "SELECT count(*) FROM message WHERE state = 'waiting'", ==, n_people);
  desk->sender = callboard_sender_new (test->store, desk->office->account, CALLBOARD_CHANNEL (desk->peer),
                                       parse_nothing, 0);
  callboard_sender_start (desk->sender);

  return desk;
}

static gboolean
give_up_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

static gboolean
counts (Desk       *desk,
        const char *what,
        gint64      expected)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM message WHERE %s", what);

  return callboard_test_number (desk->office->test, sql) == expected;
}

#define wait_until(condition)                                                       \
  G_STMT_START {                                                                    \
    gboolean late_ = FALSE;                                                         \
    guint source_ = g_timeout_add_seconds (WAIT_SECONDS, give_up_cb, &late_);       \
    while (!(condition) && !late_)                                                  \
      g_main_context_iteration (NULL, TRUE);                                        \
    g_assert_false (late_);                                                         \
    g_source_remove (source_);                                                      \
  } G_STMT_END

static void
desk_free (Desk *desk)
{
  callboard_sender_stop (desk->sender);
  wait_until (callboard_sender_is_idle (desk->sender));
  g_assert_finalize_object (g_steal_pointer (&desk->sender));
  g_assert_finalize_object (g_steal_pointer (&desk->peer));
  callboard_test_office_free (desk->office);
  g_free (desk);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Desk, desk_free)

static void
test_all_leave_once (void)
{
  g_autoptr(Desk) desk = desk_new (500, FAST);

  desk->peer->prompt = TRUE;
  wait_until (counts (desk, "state = 'accepted'", 500));
  g_assert_cmpuint (g_hash_table_size (desk->peer->heard), ==, 500);
}

/* Nothing is claimed before it can leave while the provider takes its time. */
static void
test_slow_provider (void)
{
  g_autoptr(Desk) desk = desk_new (200, FAST);

  for (guint i = 1; i <= 5; i++)
    {
      wait_until (desk->peer->waiting.length == N_PLACES && counts (desk, "state = 'accepted'", i - 1));
      g_assert_true (counts (desk, "state = 'claimed'", N_PLACES));
      answer (desk->peer, 1);
    }

  g_assert_cmpuint (desk->peer->n_most, ==, N_PLACES);
  answer (desk->peer, N_PLACES - 1);
  desk->peer->prompt = TRUE;
  wait_until (counts (desk, "state = 'accepted'", 200));
}

/* Half of them answer while the database is at the others, so twice as many as that are claimed ahead, and as many more as
 * there are places, because these stood empty; then the provider falls silent with its places full. */
static Desk *
desk_new_stalled (void)
{
  Desk *desk = desk_new (200, FAST);

  wait_until (desk->peer->waiting.length == N_PLACES);
  answer (desk->peer, N_PLACES);
  wait_until (desk->peer->waiting.length == N_PLACES && counts (desk, "state = 'accepted'", N_PLACES));
  g_assert_true (counts (desk, "state = 'claimed'", N_PLACES + 2 * (N_PLACES / 2 - 1) + N_PLACES));

  return desk;
}

static void
assert_kept (Desk *desk)
{
  wait_until (counts (desk, "state = 'claimed'", N_PLACES));
  g_assert_true (counts (desk, "state = 'waiting' AND attempt = 0 AND due_at IS NOT NULL AND claimed_at IS NULL",
                         200 - 2 * N_PLACES));
  g_assert_cmpuint (g_hash_table_size (desk->peer->heard), ==, 2 * N_PLACES);
}

static void
test_stop_gives_back (void)
{
  g_autoptr(Desk) desk = desk_new_stalled ();

  callboard_sender_stop (desk->sender);
  assert_kept (desk);
  g_assert_false (callboard_sender_is_idle (desk->sender));

  answer (desk->peer, N_PLACES);
  wait_until (callboard_sender_is_idle (desk->sender));
  g_assert_true (counts (desk, "state = 'accepted'", 2 * N_PLACES));
  g_assert_cmpuint (g_hash_table_size (desk->peer->heard), ==, 2 * N_PLACES);
}

static void
test_stall_gives_back (void)
{
  g_autoptr(Desk) desk = desk_new_stalled ();

  callboard_test_advance (desk->office->test, CALLBOARD_SECOND);
  assert_kept (desk);

  desk->peer->prompt = TRUE;
  answer (desk->peer, N_PLACES);
  wait_until (counts (desk, "state = 'accepted'", 200));
}

/* A card moves on while its message is ready: as that could not leave, it never does. */
static void
test_kept_is_moot (void)
{
  g_autoptr(Desk) desk = desk_new_stalled ();

  callboard_test_office_move (desk->office, 100, desk->office->review);
  callboard_sender_stop (desk->sender);
  wait_until (counts (desk, "state = 'claimed'", N_PLACES));
  g_assert_true (counts (desk, "state = 'cancelled'", 1));
  answer (desk->peer, N_PLACES);
}

/* Answers do not wait for one that hangs. */
static void
test_one_hangs (void)
{
  g_autoptr(Desk) desk = desk_new_stalled ();

  answer (desk->peer, 20);
  wait_until (counts (desk, "state = 'accepted'", N_PLACES + 20));
  g_assert_cmpuint (desk->peer->waiting.length, ==, N_PLACES);

  desk->peer->prompt = TRUE;
  answer (desk->peer, N_PLACES - 1);
  wait_until (counts (desk, "state = 'accepted'", 199));
  answer (desk->peer, 1);
  wait_until (counts (desk, "state = 'accepted'", 200));
}

/* There is never more than one token at this rate, however many places there are. */
static void
test_low_rate (void)
{
  gint64 began = g_get_monotonic_time ();
  g_autoptr(Desk) desk = desk_new (6, 50.0);

  desk->peer->prompt = TRUE;
  wait_until (counts (desk, "state = 'accepted'", 6));
  g_assert_cmpint (g_get_monotonic_time () - began, >=, 5 * CALLBOARD_SECOND / 50);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sender/all-leave-once", test_all_leave_once);
  g_test_add_func ("/sender/slow-provider", test_slow_provider);
  g_test_add_func ("/sender/stop-gives-back", test_stop_gives_back);
  g_test_add_func ("/sender/stall-gives-back", test_stall_gives_back);
  g_test_add_func ("/sender/kept-is-moot", test_kept_is_moot);
  g_test_add_func ("/sender/one-hangs", test_one_hangs);
  g_test_add_func ("/sender/low-rate", test_low_rate);

  return g_test_run ();
}
