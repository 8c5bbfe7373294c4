/* callboard-move-toast.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-move-toast.h"

#include <glib/gi18n.h>

#include "callboard-enums.h"
#include "callboard-format.h"

/* Seconds: a toast that stays longer is in the way, one that goes sooner cannot be read. */
#define SHORTEST 6
#define LONGEST  60

struct _CallboardMoveToast
{
  GObject              parent_instance;

  CallboardTicker     *ticker;
  AdwToast            *toast;
  GtkLabel            *title;
  char                *what;
  CallboardMoveResult  result;
};

G_DEFINE_FINAL_TYPE (CallboardMoveToast, callboard_move_toast, G_TYPE_OBJECT)

static const char *
get_skip_words (CallboardSkip skip)
{
  switch (skip)
    {
    case CALLBOARD_SKIP_ASKED:
      return _("without sending");
    case CALLBOARD_SKIP_NO_CONSENT:
      return _("no consent");
    case CALLBOARD_SKIP_OPTED_OUT:
      return _("opted out");
    case CALLBOARD_SKIP_NONE:
    case CALLBOARD_SKIP_REVIEW:
    case CALLBOARD_SKIP_SAME_STAGE:
    default:
      return NULL;
    }
}

static const char *
get_channel_words (const CallboardMoveResult *result)
{
  if (result->provider == CALLBOARD_PROVIDER_REHEARSAL)
    return _("in the rehearsal");

  return result->channel == CALLBOARD_RENDERING_SMS ? _("by SMS") : _("by WhatsApp");
}

static void
append_skips (GString                   *text,
              const CallboardMoveResult *result)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  if (result->n_sending == 0 && result->n_skipped[CALLBOARD_SKIP_ASKED] == result->n_moved)
    {
      g_string_append_printf (text, " · %s", _("nothing is sent"));
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (result->n_skipped); i++)
    {
      const char *words = get_skip_words (i);

      if (words == NULL || result->n_skipped[i] == 0)
        continue;
      g_ptr_array_add (parts, result->n_moved == 1 ? g_strdup (words)
                                                   : g_strdup_printf ("%'u %s", result->n_skipped[i], words));
    }

  if (parts->len == 0)
    return;

  g_ptr_array_add (parts, NULL);
  joined = g_strjoinv (", ", (char **) parts->pdata);
  /* Translators: %s is why, "opted out" */
  g_string_append_printf (text, " · ");
  g_string_append_printf (text, _("not sent: %s"), joined);
}

static void
append_leaves (GString                   *text,
               const CallboardMoveResult *result,
               gint64                     now)
{
  const char *channel = get_channel_words (result);
  g_autofree char *when = NULL;

  if (result->n_sending == 0)
    return;

  when = callboard_format_until (result->leaves_at, now);
  g_string_append (text, " · ");
  if (result->n_moved == 1)
    /* Translators: the message of a card; when: "in 20 s", "at 09:00" or "now"; and how: "by SMS" */
    g_string_append_printf (text, _("leaves %s %s"), when, channel);
  else
    /* Translators: the messages of several cards; when: "in 20 s", "at 09:00" or "now"; and how: "by SMS" */
    g_string_append_printf (text, ngettext ("%'u leaves %s %s", "%'u leave %s %s", result->n_sending),
                            result->n_sending, when, channel);
}

char *
callboard_move_toast_describe (const char                *what,
                               const CallboardMoveResult *result,
                               gint64                     now)
{
  GString *text;

  g_return_val_if_fail (what != NULL, NULL);
  g_return_val_if_fail (result != NULL, NULL);

  text = g_string_new (what);
  append_leaves (text, result, now);
  append_skips (text, result);

  return g_string_free (text, FALSE);
}

static void
update (CallboardMoveToast *self)
{
  gint64 now = callboard_clock_now (callboard_ticker_get_clock (self->ticker));
  g_autofree char *text = callboard_move_toast_describe (self->what, &self->result, now);

  gtk_label_set_label (self->title, text);
  if (self->result.n_sending > 0)
    callboard_ticker_want (self->ticker, self->result.leaves_at);
}

static void
on_ticked_cb (CallboardMoveToast *self)
{
  g_assert (CALLBOARD_IS_MOVE_TOAST (self));

  if (self->toast != NULL)
    update (self);
}

static void
on_dismissed_cb (CallboardMoveToast *self,
                 AdwToast           *toast)
{
  g_assert (CALLBOARD_IS_MOVE_TOAST (self));

  if (toast != self->toast)
    return;

  self->title = NULL;
  g_clear_object (&self->toast);
}

/* It stays for as long as the move can be taken back, within reason. */
static guint
get_timeout (CallboardMoveToast *self)
{
  gint64 now = callboard_clock_now (callboard_ticker_get_clock (self->ticker));
  gint64 left = (self->result.leaves_at - now) / CALLBOARD_SECOND;

  if (self->result.n_sending == 0 || left > LONGEST)
    return SHORTEST;

  return MAX (left, SHORTEST);
}

/* A toast's own title has one line, and in a narrow window the countdown would be cut off. */
static GtkLabel *
create_title (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);

  return GTK_LABEL (label);
}

static void
callboard_move_toast_dispose (GObject *object)
{
  CallboardMoveToast *self = CALLBOARD_MOVE_TOAST (object);

  g_clear_object (&self->toast);
  g_clear_object (&self->ticker);
  g_clear_pointer (&self->what, g_free);

  G_OBJECT_CLASS (callboard_move_toast_parent_class)->dispose (object);
}

static void
callboard_move_toast_class_init (CallboardMoveToastClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = callboard_move_toast_dispose;
}

static void
callboard_move_toast_init (CallboardMoveToast *self)
{
}

CallboardMoveToast *
callboard_move_toast_new (CallboardTicker *ticker)
{
  CallboardMoveToast *self;

  g_return_val_if_fail (CALLBOARD_IS_TICKER (ticker), NULL);

  self = g_object_new (CALLBOARD_TYPE_MOVE_TOAST, NULL);
  self->ticker = g_object_ref (ticker);
  g_signal_connect_object (ticker, "tick", G_CALLBACK (on_ticked_cb), self, G_CONNECT_SWAPPED);

  return self;
}

AdwToast *
callboard_move_toast_create (CallboardMoveToast        *self,
                             const char                *what,
                             const CallboardMoveResult *result)
{
  g_return_val_if_fail (CALLBOARD_IS_MOVE_TOAST (self), NULL);
  g_return_val_if_fail (what != NULL, NULL);
  g_return_val_if_fail (result != NULL, NULL);

  callboard_move_toast_dismiss (self);

  g_free (self->what);
  self->what = g_strdup (what);
  self->result = *result;
  self->toast = adw_toast_new ("");
  self->title = create_title ();
  adw_toast_set_custom_title (self->toast, GTK_WIDGET (self->title));
  adw_toast_set_action_name (self->toast, "win.undo");
  adw_toast_set_button_label (self->toast, _("_Undo"));
  adw_toast_set_timeout (self->toast, get_timeout (self));
  g_signal_connect_object (self->toast, "dismissed", G_CALLBACK (on_dismissed_cb), self, G_CONNECT_SWAPPED);
  update (self);

  return g_object_ref (self->toast);
}

void
callboard_move_toast_dismiss (CallboardMoveToast *self)
{
  g_autoptr(AdwToast) toast = NULL;

  g_return_if_fail (CALLBOARD_IS_MOVE_TOAST (self));

  self->title = NULL;
  toast = g_steal_pointer (&self->toast);
  if (toast != NULL)
    adw_toast_dismiss (toast);
}
