/* callboard-script-why.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-script-effect.h"

#include <glib/gi18n-lib.h>

/* Every reason the script gives. */
static const struct {
  const char *nick;
  const char *words;
} reasons[] = {
  { "entered", N_("The card came into the stage") },
  { "next", N_("It is next in the campaign") },
  { "branch", N_("A rule of the campaign leads here after this answer") },
  { "last", N_("It was the last step") },
  { "understood", N_("The answer was understood") },
  { "skipped", N_("The candidate left it out") },
  { "needed", N_("The candidate wanted to leave it out, but it is needed") },
  { "not-understood", N_("The answer was not understood") },
  { "too-short", N_("The answer is too short") },
  { "too-long", N_("The answer is too long") },
  { "too-small", N_("The number is smaller than allowed") },
  { "too-big", N_("The number is bigger than allowed") },
  { "decimals", N_("The number has more decimals than allowed") },
  { "too-early", N_("The day is earlier than allowed") },
  { "too-late", N_("The day is later than allowed") },
  { "too-few", N_("Fewer choices than needed were made") },
  { "too-many", N_("More choices than allowed were made") },
  { "file-expected", N_("A file was expected, and a text came") },
  { "text-expected", N_("A text was expected, and a file came") },
  { "extra-file", N_("A file came with the answer") },
  { "wrong-kind", N_("The file is of a kind that is not accepted here") },
  { "too-large", N_("The file is larger than allowed") },
  { "recording-long", N_("The recording is longer than allowed") },
  { "received", N_("What was asked for came in") },
  { "another-take", N_("The candidate may record it again") },
  { "kept", N_("The candidate keeps the recording") },
  { "three-tries", N_("The answer was not understood three times") },
  { "waits", N_("A person has to look before the campaign goes on") },
  { "old-question", N_("It answers an earlier question") },
  { "ended", N_("The campaign has ended") },
  { "back", N_("The candidate went back") },
  { "first-question", N_("There is no earlier question to go back to") },
  { "nudge", N_("Nothing was heard for a while") },
  { "resumed", N_("A person handed the conversation back") },
  { "offer", N_("A time for the interview has to be chosen") },
  { "more", N_("The candidate asked for more to choose from") },
  { "day-chosen", N_("The candidate chose a day") },
  { "time-chosen", N_("The candidate chose a time") },
  { "not-offered", N_("What the candidate chose is no longer on offer") },
  { "no-slots", N_("There is no free time for an interview") },
  { "taken", N_("Somebody else was faster") },
  { "booked", N_("The interview is booked") },
  { "interview-kept", N_("The candidate keeps the interview as it is") },
  { "confirmed", N_("The candidate confirmed the interview") },
  { "moving", N_("The candidate wants another time") },
  { "move-late", N_("The interview is too near to be moved") },
  { "moved-twice", N_("The interview was moved as often as allowed") },
  { "cancelled", N_("The candidate cancelled the interview") },
  { "reminder", N_("The interview is near") },
  { "rebook", N_("The recruiter asked for another time") },
  { "called-off", N_("The recruiter called the interview off") },
};

const char *
callboard_why_describe (const char *why)
{
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      if (g_strcmp0 (why, reasons[i].nick) == 0)
        return _(reasons[i].words);
    }

  return why;
}
