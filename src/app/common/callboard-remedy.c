/* callboard-remedy.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-remedy.h"

#include <glib/gi18n.h>

const char *
callboard_remedy_get_label (CallboardRemedy remedy)
{
  switch (remedy)
    {
    case CALLBOARD_REMEDY_SEND_AGAIN:
      return _("_Send Again");
    case CALLBOARD_REMEDY_NUMBER:
      return _("_Correct Number…");
    case CALLBOARD_REMEDY_CAMPAIGN:
      return _("_Edit Campaign…");
    case CALLBOARD_REMEDY_ACCOUNT:
      return _("Check _Account…");
    case CALLBOARD_REMEDY_NONE:
    default:
      return NULL;
    }
}

char *
callboard_failure_describe (CallboardFailure  failure,
                            const char       *code)
{
  const char *advice = callboard_failure_get_advice (failure);

  if (code == NULL || *code == '\0')
    return g_strdup (advice);

  /* Translators: why a message failed and what to do, and the provider's code for the failure */
  return g_strdup_printf (_("%s (Code %s)"), advice, code);
}
