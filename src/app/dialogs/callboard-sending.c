/* callboard-sending.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-sending.h"

#include "callboard-clock.h"
#include "callboard-script.h"
#include "callboard-settings.h"

/* More cards than this are a move of many (product.md, section 3). */
#define ONE 5

static CallboardAccountRow *
load_account (CallboardDb *db,
              gint64       job)
{
  gint64 account = 0;

  callboard_queries_find_sending_account (db, job, &account, NULL);

  return account != 0 ? callboard_queries_load_account (db, account, NULL) : NULL;
}

CallboardAccountRow *
callboard_sending_load_account (CallboardDb *db)
{
  return load_account (db, 0);
}

static char *
describe_account (const CallboardAccountRow *row)
{
  if (row->provider == CALLBOARD_PROVIDER_REHEARSAL)
    return g_strdup (_("the rehearsal phones"));

  return g_strdup_printf (row->channel == CALLBOARD_RENDERING_SMS ? _("SMS (%s)") : _("WhatsApp (%s)"), row->name);
}

char *
callboard_sending_describe_time (gint64 time)
{
  guint seconds = time / CALLBOARD_SECOND;

  if (seconds >= 3600 && seconds % 3600 == 0)
    return g_strdup_printf (ngettext ("%u hour", "%u hours", seconds / 3600), seconds / 3600);
  if (seconds >= 60 && seconds % 60 == 0)
    return g_strdup_printf (ngettext ("%u minute", "%u minutes", seconds / 60), seconds / 60);

  return g_strdup_printf (ngettext ("%u second", "%u seconds", seconds), seconds);
}

static gint64
get_delay (CallboardDb              *db,
           const CallboardStageInfo *stage,
           guint                     n)
{
  if (n <= ONE || stage->undo_time >= 0 || stage->type == CALLBOARD_STAGE_REJECT)
    return stage->delay;

  return callboard_settings_get_time (db, CALLBOARD_SETTING_UNDO_MANY);
}

char *
callboard_sending_describe (CallboardDb              *db,
                            const CallboardStageInfo *stage,
                            guint                     n)
{
  g_autoptr(CallboardAccountRow) row = load_account (db, stage->job_id);
  g_autofree char *account = NULL;
  g_autofree char *delay = NULL;
  g_autofree char *problem = NULL;

  if (stage->type == CALLBOARD_STAGE_REVIEW)
    return g_strdup_printf (_("“%s” sends nothing."), stage->name);

  if (stage->problem != NULL)
    {
      problem = callboard_problem_describe (stage->problem);
      return g_strdup_printf (_("The campaign of “%s” cannot be sent: %s"), stage->name, problem);
    }

  if (row == NULL)
    return g_strdup (_("There is no account to send from. Add one in the preferences."));
  if (!g_str_equal (row->state, "active"))
    return g_strdup_printf (_("“%s” is paused. The messages wait until it is resumed in the preferences."), row->name);

  account = describe_account (row);
  delay = callboard_sending_describe_time (get_delay (db, stage, n));
  if (n <= 1)
    return g_strdup_printf (_("The campaign of “%s” leaves %s later by %s, within the send hours. Until then it can be undone."),
                            stage->name, delay, account);

  return g_strdup_printf (ngettext ("The campaign of “%2$s” goes to %1$u person %3$s later by %4$s, within the send hours. Until then it can be undone.",
                                    "The campaign of “%2$s” goes to %1$u people %3$s later by %4$s, within the send hours. Until then it can be undone.", n),
                          n, stage->name, delay, account);
}
