/* bench-script.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bench-support.h"

#include "callboard-script.h"

/* Q17: a core decides this many events of conversations in a second. */
#define BAR    200000.0
#define TALKS  2000

#define DOCUMENT                                                                                                    \
  "{\"callboard\":1,\"language\":\"en\",\"welcome\":{\"text\":\"Hi {{candidate.first_name|there}}\"},\"modules\":["  \
  "{\"id\":\"m1\",\"type\":\"content\",\"blocks\":[{\"id\":\"b1\",\"type\":\"text\",\"text\":\"Some news.\"}]},"      \
  "{\"id\":\"m2\",\"type\":\"questions\",\"questions\":["                                                             \
  "{\"id\":\"q1\",\"type\":\"short_answer\",\"text\":\"When could you start?\"},"                                    \
  "{\"id\":\"q2\",\"type\":\"yes_no\",\"text\":\"Can you drive?\",\"flag_when\":[\"no\"]},"                          \
  "{\"id\":\"q3\",\"type\":\"single_choice\",\"text\":\"Which shift?\",\"choices\":["                                \
  "{\"id\":\"a\",\"label\":\"Early\",\"points\":1},{\"id\":\"b\",\"label\":\"Late\"},"                               \
  "{\"id\":\"c\",\"label\":\"Night\",\"points\":2}]},"                                                               \
  "{\"id\":\"q4\",\"type\":\"number\",\"text\":\"How many years?\",\"min\":0,\"max\":60,"                            \
  "\"rules\":[{\"when\":\">50\",\"go\":\"conclusion\"}]},"                                                           \
  "{\"id\":\"q5\",\"type\":\"rating\",\"text\":\"How was it?\",\"points\":true}]}],"                                 \
  "\"conclusion\":{\"text\":\"Thank you.\"},\"settings\":{\"progress\":true}}"

/* Typed answers, a button, one that is not understood and one that is taken back. */
static const CallboardScriptEvent events[] = {
  { .kind = CALLBOARD_SCRIPT_START },
  { .kind = CALLBOARD_SCRIPT_REPLY, .text = "Yes", .word = CALLBOARD_WORD_YES },
  { .kind = CALLBOARD_SCRIPT_REPLY, .text = "Next Monday" },
  { .kind = CALLBOARD_SCRIPT_REPLY, .text = "Yes!", .word = CALLBOARD_WORD_YES },
  { .kind = CALLBOARD_SCRIPT_REPLY, .text = "back", .word = CALLBOARD_WORD_BACK },
  { .kind = CALLBOARD_SCRIPT_REPLY, .choice = "q2/yes", .text = "Yes" },
  { .kind = CALLBOARD_SCRIPT_REPLY, .text = "2" },
  { .kind = CALLBOARD_SCRIPT_REPLY, .text = "quite some" },
  { .kind = CALLBOARD_SCRIPT_REPLY, .text = "3 years" },
  { .kind = CALLBOARD_SCRIPT_REPLY, .text = "4" },
};

static void
talk (CallboardScript *script)
{
  CallboardScriptState state = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    {
      CallboardScriptState next;
      g_autoptr(GPtrArray) effects = callboard_script_step (script, &state, &events[i], 0, &next);

      g_assert_cmpuint (effects->len, >, 0);
      state = next;
    }

  g_assert_cmpint (state.phase, ==, CALLBOARD_PHASE_DONE);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardScript) script = callboard_script_parse (DOCUMENT, &error);
  g_autoptr(GArray) ratios = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) rates = g_array_new (FALSE, FALSE, sizeof (double));

  g_assert_no_error (error);
  talk (script);
  for (guint round = 0; round < BENCH_ROUNDS; round++)
    {
      double begin = bench_now (), rate, ratio;

      for (guint i = 0; i < TALKS; i++)
        talk (script);

      rate = TALKS * G_N_ELEMENTS (events) / (bench_now () - begin);
      ratio = rate / BAR;
      g_array_append_val (rates, rate);
      g_array_append_val (ratios, ratio);
    }

  bench_remark ("Q17", "script: events decided", rates, "1/s");
  bench_report ("Q17", "script: events, of 200,000 in a second", ratios, BENCH_AT_LEAST, 1);

  return bench_end ();
}
