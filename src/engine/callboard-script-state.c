/* callboard-script-state.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdio.h>

#include "callboard-script.h"

static const char * const phases[] = {
  [CALLBOARD_PHASE_START] = "start",
  [CALLBOARD_PHASE_WELCOME] = "welcome",
  [CALLBOARD_PHASE_QUESTION] = "question",
  [CALLBOARD_PHASE_ATTENTION] = "attention",
  [CALLBOARD_PHASE_DONE] = "done",
};

char *
callboard_script_state_to_text (const CallboardScriptState *state)
{
  g_return_val_if_fail (state != NULL, NULL);

  return g_strdup_printf ("%s step=%u tries=%u asked=%u done=%u",
                          phases[state->phase], state->step, state->tries, state->asked, state->done);
}

CallboardScriptState
callboard_script_state_from_text (const char *text)
{
  CallboardScriptState state = { 0 };
  char phase[16] = "";

  if (text == NULL ||
      sscanf (text, "%15s step=%u tries=%u asked=%u done=%u",
              phase, &state.step, &state.tries, &state.asked, &state.done) != 5)
    return (CallboardScriptState) { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (phases); i++)
    {
      if (g_str_equal (phase, phases[i]))
        state.phase = i;
    }

  return state;
}
