/* callboard-replay-describe.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-replay.h"

#include <glib/gi18n-lib.h>

static char *
describe_reply (const CallboardScriptEvent *event)
{
  gboolean has_text = event->text != NULL && *event->text != '\0';

  if (event->choice != NULL)
    return g_strdup_printf (_("The candidate pressed “%s”"), has_text ? event->text : event->choice);

  if (event->n_files > 0 && !has_text)
    return g_strdup_printf (ngettext ("The candidate sent a file", "The candidate sent %u files", event->n_files),
                            event->n_files);

  return g_strdup_printf (_("The candidate wrote “%s”"), has_text ? event->text : "");
}

static char *
describe_slots (const CallboardScriptEvent *event)
{
  guint n_slots = event->slots != NULL ? event->slots->len : 0;

  return g_strdup_printf (ngettext ("%u free time was found", "%u free times were found", n_slots), n_slots);
}

char *
callboard_replay_describe_event (const CallboardScriptEvent *event)
{
  g_return_val_if_fail (event != NULL, NULL);

  switch (event->kind)
    {
    case CALLBOARD_SCRIPT_START:
      return g_strdup (_("The card came into the stage"));
    case CALLBOARD_SCRIPT_REPLY:
      return describe_reply (event);
    case CALLBOARD_SCRIPT_NUDGE:
      return g_strdup_printf (_("Nudge %u was due"), event->n);
    case CALLBOARD_SCRIPT_RESUME:
      return g_strdup (_("A person handed the conversation back"));
    case CALLBOARD_SCRIPT_SLOTS:
      return describe_slots (event);
    case CALLBOARD_SCRIPT_BOOKED:
      return g_strdup (_("The interview was booked"));
    case CALLBOARD_SCRIPT_TAKEN:
      return g_strdup (_("Somebody else had taken the time"));
    case CALLBOARD_SCRIPT_REMIND:
      return g_strdup (_("A reminder of the interview was due"));
    case CALLBOARD_SCRIPT_REBOOK:
      return g_strdup (_("The recruiter asked for another time"));
    case CALLBOARD_SCRIPT_CALL_OFF:
      return g_strdup (_("The recruiter called the interview off"));
    default:
      g_return_val_if_reached (NULL);
    }
}

static char *
describe_answer (const CallboardEffect *effect)
{
  if (effect->value == NULL || *effect->value == '\0')
    return g_strdup_printf (_("Leaves out “%s”"), effect->question);

  if (effect->scored)
    return g_strdup_printf (_("Takes the answer “%s” to “%s”, %g points"), effect->text, effect->question, effect->score);

  return g_strdup_printf (_("Takes the answer “%s” to “%s”"), effect->text, effect->question);
}

char *
callboard_replay_describe_effect (const CallboardEffect *effect)
{
  g_return_val_if_fail (effect != NULL, NULL);

  switch (effect->kind)
    {
    case CALLBOARD_EFFECT_SEND:
      if (effect->media != NULL)
        return g_strdup_printf (_("Sends the file “%s”"), effect->media->name);
      return g_strdup_printf (_("Sends “%s”"), effect->text);
    case CALLBOARD_EFFECT_ANSWER:
      return describe_answer (effect);
    case CALLBOARD_EFFECT_FORGET_ANSWER:
      return g_strdup (_("Forgets the last answer"));
    case CALLBOARD_EFFECT_NOTE:
      return g_strdup (_("Leaves it in the conversation for a person to read"));
    case CALLBOARD_EFFECT_ATTENTION:
      return g_strdup (_("Asks for a person to look"));
    case CALLBOARD_EFFECT_COMPLETE:
      return g_strdup (_("Ends, Completed"));
    case CALLBOARD_EFFECT_OFFER:
      return g_strdup (_("Looks for free times"));
    case CALLBOARD_EFFECT_BOOK:
      return g_strdup (_("Books the time"));
    case CALLBOARD_EFFECT_CONFIRM_INTERVIEW:
      return g_strdup (_("Notes that the interview is confirmed"));
    case CALLBOARD_EFFECT_CANCEL_INTERVIEW:
      return g_strdup (_("Cancels the interview"));
    default:
      g_return_val_if_reached (NULL);
    }
}
