/* callboard-context.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-context.h"

#include <glib/gi18n.h>

#include "callboard-carrier.h"
#include "callboard-clock.h"
#include "callboard-journal.h"
#include "callboard-office.h"
#include "callboard-outbox.h"
#include "callboard-reviewer.h"
#include "callboard-rehearsal.h"
#include "callboard-rehearsal-account.h"
#include "callboard-secrets.h"
#include "callboard-settings.h"

/* Shorter than what counts as a sleep: callboard_late_wake(). */
#define MAX_TICK_WAIT_MS (30 * 60 * 1000)

/* One account that is at work. signature tells whether its settings have changed. */
typedef struct
{
  gint64             id;
  CallboardProvider  provider;
  char              *signature;
  CallboardSender   *sender;
  CallboardJournal  *journal;
  CallboardReviewer *reviewer;
} Desk;

struct _CallboardContext
{
  GObject             parent_instance;

  CallboardStore     *store;
  CallboardRehearsal *rehearsal;
  GCancellable       *cancellable;
  GHashTable         *desks;
  GPtrArray          *leaving;
  gint64              rehearsal_account;
  guint               tick_source;
  guint               running : 1;
  guint               ticking : 1;
};

G_DEFINE_FINAL_TYPE (CallboardContext, callboard_context, G_TYPE_OBJECT)

enum {
  TROUBLE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
desk_free (gpointer data)
{
  Desk *desk = data;

  g_clear_object (&desk->sender);
  g_clear_object (&desk->journal);
  g_clear_object (&desk->reviewer);
  g_free (desk->signature);
  g_free (desk);
}

/* Claims nothing more, but what has left is awaited. */
static void
close_desk (CallboardContext *self,
            Desk             *desk)
{
  if (desk->reviewer != NULL)
    callboard_reviewer_stop (desk->reviewer);
  if (desk->sender == NULL)
    return;

  callboard_sender_stop (desk->sender);
  if (!callboard_sender_is_idle (desk->sender))
    g_ptr_array_add (self->leaving, g_object_ref (desk->sender));
}

static void
close_all (CallboardContext *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->desks);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      close_desk (self, value);
      g_hash_table_iter_remove (&iter);
    }
}

static gboolean
have_left (CallboardContext *self)
{
  for (guint i = self->leaving->len; i > 0; i--)
    {
      if (callboard_sender_is_idle (g_ptr_array_index (self->leaving, i - 1)))
        g_ptr_array_remove_index_fast (self->leaving, i - 1);
    }

  return self->leaving->len == 0;
}

static void
trouble_changed_cb (CallboardContext *self)
{
  g_signal_emit (self, signals[TROUBLE_CHANGED], 0);
}

static void
open_desk (CallboardContext *self,
           Desk             *desk,
           CallboardChannel *channel,
           CallboardParser   parser,
           gint64            poll_interval)
{
  desk->sender = callboard_sender_new (self->store, desk->id, channel, parser, poll_interval);
  g_signal_connect_object (desk->sender, "trouble-changed", G_CALLBACK (trouble_changed_cb), self, G_CONNECT_SWAPPED);
  callboard_sender_start (desk->sender);
}

static void
open_rehearsal (CallboardContext *self,
                Desk             *desk)
{
  open_desk (self, desk, CALLBOARD_CHANNEL (self->rehearsal), callboard_rehearsal_parse, 0);
  g_signal_connect_object (self->rehearsal, "activity", G_CALLBACK (callboard_sender_poll), desk->sender,
                           G_CONNECT_SWAPPED);
}

static char *
load_settings (CallboardContext *self,
               gint64            account)
{
  char *settings = NULL;

  callboard_db_text (callboard_store_get_reader (self->store), &settings, NULL,
                     "SELECT settings FROM account WHERE id = $1", "i", account);

  return settings;
}

/* Paused in the open: the recruiter sees why and can resume it. */
static void
pause_account (CallboardContext *self,
               gint64            account,
               const char       *reason)
{
  g_autoptr(CallboardCommand) pause = callboard_account_state_command_new (account, "paused", reason);

  callboard_store_execute_async (self->store, pause, NULL, NULL, NULL);
}

static void
open_carrier (CallboardContext *self,
              Desk             *desk,
              const char       *secret)
{
  g_autofree char *settings = load_settings (self, desk->id);
  g_autoptr(CallboardCarrier) carrier = callboard_carrier_new (desk->provider, settings, secret);

  if (carrier->channel == NULL)
    {
      pause_account (self, desk->id, _("This version of Callboard cannot send through this provider. Update Callboard."));
      return;
    }

  if (carrier->http != NULL)
    desk->journal = callboard_journal_new (self->store, desk->id, carrier->http);
  open_desk (self, desk, carrier->channel, carrier->parser, carrier->poll_interval);
  callboard_sender_set_settle_time (desk->sender, CALLBOARD_SETTLE_TIME);
  if (callboard_channel_can_review (carrier->channel))
    desk->reviewer = callboard_reviewer_new (self->store, desk->id, carrier->channel);
}

typedef struct
{
  CallboardContext *self;
  gint64            account;
} SecretWait;

static void
secret_wait_free (SecretWait *wait)
{
  g_clear_object (&wait->self);
  g_free (wait);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SecretWait, secret_wait_free)

static void
secret_found_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(SecretWait) wait = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *secret = callboard_secrets_lookup_finish (result, &error);
  Desk *desk = g_hash_table_lookup (wait->self->desks, &wait->account);

  if (desk == NULL || desk->sender != NULL || !wait->self->running)
    return;

  if (secret != NULL)
    open_carrier (wait->self, desk, secret);
  else
    pause_account (wait->self, wait->account, error->message);
}

static void
await_secret (CallboardContext *self,
              gint64            account)
{
  SecretWait *wait = g_new0 (SecretWait, 1);
  g_autofree char *database = callboard_settings_get_text (callboard_store_get_reader (self->store),
                                                           CALLBOARD_SETTING_DATABASE);

  wait->self = g_object_ref (self);
  wait->account = account;
  callboard_secrets_lookup_async (database, account, self->cancellable, secret_found_cb, wait);
}

static void
add_desk (CallboardContext *self,
          gint64            id,
          const char       *provider,
          const char       *signature)
{
  Desk *desk = g_new0 (Desk, 1);
  int number = CALLBOARD_PROVIDER_REHEARSAL;

  callboard_enum_from_nick (CALLBOARD_TYPE_PROVIDER, provider, &number);
  desk->id = id;
  desk->provider = number;
  desk->signature = g_strdup (signature);
  g_hash_table_insert (self->desks, g_memdup2 (&id, sizeof id), desk);

  if (desk->provider == CALLBOARD_PROVIDER_REHEARSAL)
    open_rehearsal (self, desk);
  else
    await_secret (self, id);
}

static void
refresh_desk (CallboardContext *self,
              CallboardRows    *rows)
{
  gint64 id = callboard_rows_int (rows, 0);
  gboolean active = g_strcmp0 (callboard_rows_text (rows, 3), "active") == 0;
  Desk *desk = g_hash_table_lookup (self->desks, &id);

  if (desk != NULL && active && g_strcmp0 (desk->signature, callboard_rows_text (rows, 2)) == 0)
    return;

  if (desk != NULL)
    close_desk (self, desk);

  g_hash_table_remove (self->desks, &id);
  if (active)
    add_desk (self, id, callboard_rows_text (rows, 1), callboard_rows_text (rows, 2));
}

static void
refresh_desks (CallboardContext *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardRows) rows = callboard_db_select (callboard_store_get_reader (self->store), &error,
                                                       "SELECT id, provider, settings, state FROM account", "");

  while (callboard_rows_next (rows, &error))
    refresh_desk (self, rows);

  if (error != NULL)
    g_warning ("Could not read the accounts: %s", error->message);

  trouble_changed_cb (self);
}

static void tick (CallboardContext *self);

static gboolean
tick_cb (gpointer user_data)
{
  CallboardContext *self = user_data;

  self->tick_source = 0;
  tick (self);

  return G_SOURCE_REMOVE;
}

static void
ticked_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(CallboardContext) self = user_data;
  g_autoptr(CallboardCommand) command = callboard_store_execute_finish (CALLBOARD_STORE (object), result, NULL);
  gint64 now = callboard_clock_now (callboard_store_get_clock (self->store));
  gint64 wait = MAX_TICK_WAIT_MS;

  self->ticking = FALSE;
  if (!self->running)
    return;

  if (command != NULL && callboard_tick_command_get_next_due (command) != G_MAXINT64)
    wait = CLAMP ((callboard_tick_command_get_next_due (command) - now) / 1000 + 1, 0, MAX_TICK_WAIT_MS);

  g_clear_handle_id (&self->tick_source, g_source_remove);
  self->tick_source = g_timeout_add (wait, tick_cb, self);
}

static void
tick (CallboardContext *self)
{
  g_autoptr(CallboardCommand) command = NULL;

  if (self->ticking || !self->running)
    return;

  self->ticking = TRUE;
  command = callboard_tick_command_new ();
  callboard_store_execute_async (self->store, command, NULL, ticked_cb, g_object_ref (self));
}

static void
store_changed_cb (CallboardContext *self,
                  CallboardChanges *changes)
{
  g_assert (CALLBOARD_IS_CONTEXT (self));

  if (!self->running || !callboard_changes_has (changes, CALLBOARD_CHANGED_ACCOUNTS))
    return;

  refresh_desks (self);
  tick (self);
}

static void
callboard_context_dispose (GObject *object)
{
  CallboardContext *self = CALLBOARD_CONTEXT (object);

  callboard_context_stop (self);
  g_clear_object (&self->rehearsal);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (callboard_context_parent_class)->dispose (object);
}

static void
callboard_context_finalize (GObject *object)
{
  CallboardContext *self = CALLBOARD_CONTEXT (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->desks, g_hash_table_unref);
  g_clear_pointer (&self->leaving, g_ptr_array_unref);

  G_OBJECT_CLASS (callboard_context_parent_class)->finalize (object);
}

static void
callboard_context_class_init (CallboardContextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = callboard_context_dispose;
  object_class->finalize = callboard_context_finalize;

  /**
   * CallboardContext::trouble-changed:
   *
   * callboard_context_get_trouble() may say something else.
   */
  signals[TROUBLE_CHANGED] =
    g_signal_new ("trouble-changed",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL,
                  NULL,
                  G_TYPE_NONE, 0);
}

static void
callboard_context_init (CallboardContext *self)
{
  self->rehearsal = callboard_rehearsal_new ();
  self->cancellable = g_cancellable_new ();
  self->leaving = g_ptr_array_new_with_free_func (g_object_unref);
  self->desks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, desk_free);
}

CallboardContext *
callboard_context_new (CallboardStore *store)
{
  CallboardContext *self;

  g_return_val_if_fail (CALLBOARD_IS_STORE (store), NULL);

  self = g_object_new (CALLBOARD_TYPE_CONTEXT, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

gboolean
callboard_context_start (CallboardContext  *self,
                         GError           **error)
{
  g_autoptr(CallboardCommand) recover = callboard_recover_command_new ();
  g_autoptr(CallboardCommand) rehearsal = callboard_rehearsal_account_command_new ();

  g_return_val_if_fail (CALLBOARD_IS_CONTEXT (self), FALSE);

  if (!callboard_store_execute (self->store, recover, error) ||
      !callboard_store_execute (self->store, rehearsal, error))
    return FALSE;

  self->rehearsal_account = callboard_rehearsal_account_command_get_id (rehearsal);
  callboard_files_clean (callboard_store_get_directory (self->store));
  self->running = TRUE;
  refresh_desks (self);
  tick (self);

  return TRUE;
}

void
callboard_context_stop (CallboardContext *self)
{
  g_return_if_fail (CALLBOARD_IS_CONTEXT (self));

  self->running = FALSE;
  g_clear_handle_id (&self->tick_source, g_source_remove);
  close_all (self);
}

CallboardStore *
callboard_context_get_store (CallboardContext *self)
{
  g_return_val_if_fail (CALLBOARD_IS_CONTEXT (self), NULL);

  return self->store;
}

CallboardRehearsal *
callboard_context_get_rehearsal (CallboardContext *self)
{
  g_return_val_if_fail (CALLBOARD_IS_CONTEXT (self), NULL);

  return self->rehearsal;
}

gint64
callboard_context_get_rehearsal_account (CallboardContext *self)
{
  g_return_val_if_fail (CALLBOARD_IS_CONTEXT (self), 0);

  return self->rehearsal_account;
}

const char *
callboard_context_get_trouble (CallboardContext *self)
{
  const char *trouble = NULL;
  GHashTableIter iter;
  gpointer value;

  g_return_val_if_fail (CALLBOARD_IS_CONTEXT (self), NULL);

  g_hash_table_iter_init (&iter, self->desks);
  while (trouble == NULL && g_hash_table_iter_next (&iter, NULL, &value))
    {
      Desk *desk = value;

      if (desk->sender != NULL)
        trouble = callboard_sender_get_trouble (desk->sender);
    }

  return trouble;
}

gboolean
callboard_context_is_idle (CallboardContext *self)
{
  GHashTableIter iter;
  gpointer value;

  g_return_val_if_fail (CALLBOARD_IS_CONTEXT (self), TRUE);

  g_hash_table_iter_init (&iter, self->desks);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Desk *desk = value;

      if (desk->sender == NULL || !callboard_sender_is_idle (desk->sender))
        return FALSE;
    }

  return have_left (self) && !self->ticking;
}

gint64
callboard_context_get_next_due (CallboardContext *self)
{
  gint64 due = G_MAXINT64;
  GHashTableIter iter;
  gpointer value;

  g_return_val_if_fail (CALLBOARD_IS_CONTEXT (self), G_MAXINT64);

  g_hash_table_iter_init (&iter, self->desks);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Desk *desk = value;

      if (desk->sender != NULL)
        due = MIN (due, callboard_sender_get_next_due (desk->sender));
    }

  return due;
}

void
callboard_context_poll (CallboardContext *self)
{
  GHashTableIter iter;
  gpointer value;

  g_return_if_fail (CALLBOARD_IS_CONTEXT (self));

  g_hash_table_iter_init (&iter, self->desks);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Desk *desk = value;

      if (desk->sender != NULL)
        callboard_sender_poll (desk->sender);
    }
}
