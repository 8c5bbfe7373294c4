/* test-script-questions.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "script-player.h"

#define QUESTIONS(questions) "{\"id\": \"m\", \"type\": \"questions\", \"questions\": [" questions "]}"
#define QUESTION(members)    QUESTIONS ("{\"id\": \"q\", \"text\": \"?\", " members "}")

/* Each type to its end, and each limit: what is said, and what becomes of it. */
static const struct {
  const char *name;
  const char *question;
  const char *lines[9];
} types[] = {
  { "short-answer", "\"type\": \"short_answer\", \"min_length\": 3, \"max_length\": 5",
    { "Hi -> q:too-short", "Monday -> q:too-long", " Mon.  -> q=Mon. conclusion:last complete" } },
  { "long-answer", "\"type\": \"long_answer\", \"min_length\": 10",
    { "no -> q:too-short", "I like bread and butter -> q=I like bread and butter conclusion:last complete" } },
  { "empty", "\"type\": \"short_answer\"", { " -> q:not-understood", "\xff\xfe -> q=\xef\xbf\xbd\xef\xbf\xbd conclusion:last complete" } },
  { "single-choice",
    "\"type\": \"single_choice\", \"flag_when\": [\"b\"], \"choices\": [{\"id\": \"a\", \"label\": \"Early\", \"points\": 1},"
    " {\"id\": \"b\", \"label\": \"Late\", \"points\": -2}]",
    { "blue -> q:not-understood", "3 -> q:not-understood", "2. -> q=b!+-2 conclusion:last complete" } },
  { "multiple-choice",
    "\"type\": \"multiple_choice\", \"min_choices\": 2, \"max_choices\": 2, \"flag_when\": [\"c\"],"
    " \"choices\": [{\"id\": \"a\", \"label\": \"English\", \"points\": 1}, {\"id\": \"b\", \"label\": \"German\"},"
    " {\"id\": \"c\", \"label\": \"French\", \"points\": 2}]",
    { "1 -> q:too-few", "1, 2 and 3 -> q:too-many", "French and English -> q=a,c!+3 conclusion:last complete" } },
  { "yes-no", "\"type\": \"yes_no\", \"flag_when\": [\"no\"], \"points\": {\"yes\": 3, \"no\": 1}",
    { "perhaps -> q:not-understood", "No, sorry -> q=no!+1 conclusion:last complete" } },
  { "true-false", "\"type\": \"true_false\", \"points\": {\"true\": 0, \"false\": 1}",
    { "False -> q=false+1 conclusion:last complete" } },
  { "number",
    "\"type\": \"number\", \"min\": 1, \"max\": 40.5, \"decimals\": 1, \"flag_when\": [\"<5\", \"7\"],"
    " \"points\": [{\"from\": 1, \"to\": 4, \"points\": 1}, {\"from\": 5, \"points\": 2}]",
    { "many -> q:not-understood", "0 -> q:too-small", "2.5 hours -> q=2.5!+1 conclusion:last complete" } },
  { "number-limits", "\"type\": \"number\", \"max\": 40, \"decimals\": 0",
    { "41 -> q:too-big", "1.5 -> q:decimals", "-3 -> q=-3 conclusion:last complete" } },
  { "date", "\"type\": \"date\", \"earliest\": \"2026-12-01\", \"latest\": \"2027-01-31\"",
    { "soon -> q:not-understood", "tomorrow -> q:too-early", "2026-12-24 -> q=2026-12-24 conclusion:last complete" } },
  { "date-late", "\"type\": \"date\", \"latest\": \"2027-01-31\"",
    { "1 March 2027 -> q:too-late", "next year -> q:not-understood", "tomorrow -> q=2026-11-25 conclusion:last complete" } },
  { "email", "\"type\": \"email\"",
    { "anna at home -> q:not-understood", "It is Anna@Example.COM -> q=Anna@example.com conclusion:last complete" } },
  { "rating", "\"type\": \"rating\", \"points\": true, \"flag_when\": [\"<=2\"]",
    { "6 -> q:not-understood", "2 out of 5 -> q=2!+2 conclusion:last complete" } },
  { "three-tries", "\"type\": \"yes_no\"",
    { "blue -> q:not-understood", "green -> q:not-understood", "red -> attention", "black -> note:waits",
      "yes -> q=yes conclusion:last complete", "bye -> note:ended" } },
  { "needed", "\"type\": \"yes_no\"", { "skip -> q:needed", "back -> q:first-question", "yes -> q=yes conclusion:last complete" } },
  { "skip", "\"type\": \"number\", \"required\": false, \"flag_when\": [\"<5\"], \"points\": [{\"points\": 4}]",
    { "skip -> q= conclusion:last complete" } },
  { "label-is-a-word",
    "\"type\": \"single_choice\", \"required\": false, \"choices\": [{\"id\": \"a\", \"label\": \"Front\"},"
    " {\"id\": \"b\", \"label\": \"Back\"}]", { "back -> q=b conclusion:last complete" } },
};

static void
test_type (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *module = g_strdup_printf ("{\"id\": \"m\", \"type\": \"questions\", \"questions\": [{\"id\": \"q\","
                                             " \"text\": \"?\", %s}]}", types[i].question);
  g_autoptr(Player) player = player_new (module);

  g_assert_cmpstr (player_say (player, "yes"), ==, "q:next");
  player_play (player, types[i].lines);
}

#define CHOICES "\"choices\": [{\"id\": \"a\", \"label\": \"Work\"}, {\"id\": \"b\", \"label\": \"School\"}]"

#define BRANCHES                                                                                                      \
  "{\"id\": \"m1\", \"type\": \"questions\", \"questions\": ["                                                          \
  "{\"id\": \"q1\", \"text\": \"?\", \"type\": \"single_choice\", " CHOICES ","                                         \
  "  \"rules\": [{\"when\": \"b\", \"go\": \"m3\"}]}]},"                                                                 \
  "{\"id\": \"m2\", \"type\": \"questions\", \"questions\": ["                                                          \
  "{\"id\": \"q2\", \"text\": \"?\", \"type\": \"number\", \"rules\": [{\"when\": \"<1\", \"go\": \"conclusion\"},"      \
  "  {\"when\": \">=10\", \"go\": \"m4\"}]},"                                                                           \
  "{\"id\": \"q3\", \"text\": \"?\", \"type\": \"short_answer\"}]},"                                                    \
  "{\"id\": \"m3\", \"type\": \"content\", \"blocks\": [{\"id\": \"b1\", \"type\": \"text\", \"text\": \"News\"}]},"      \
  "{\"id\": \"m4\", \"type\": \"questions\", \"questions\": ["                                                          \
  "{\"id\": \"q4\", \"text\": \"?\", \"type\": \"rating\", \"rules\": [{\"when\": \">4\", \"go\": \"conclusion\"}]},"    \
  "{\"id\": \"q5\", \"text\": \"?\", \"type\": \"yes_no\"}]}"

static void
assert_progress (Player *player,
                 guint   done,
                 guint   total)
{
  guint d, t;

  callboard_script_get_progress (player->script, &player->state, &d, &t);
  g_assert_cmpuint (d, ==, done);
  g_assert_cmpuint (t, ==, total);
}

static void
test_rules (void)
{
  g_autoptr(Player) player = player_new (BRANCHES);
  static const char * const lines[] = {
    "yes -> q1:next",
    "School -> q1=b b1:branch q4:next",
    "back -> -q1 q1:back",
    "Work -> q1=a q2:next",
    "12 -> q2=12 q4:branch",
    "back -> -q2 q2:back",
    "back -> -q1 q1:back",
    "back -> q1:first-question",
    "2 -> q1=b b1:branch q4:next",
    "3 -> q4=3 q5:next",
    "yes -> q5=yes conclusion:last complete",
    NULL
  };
  static const char * const out[] = {
    "yes -> q1:next", "1 -> q1=a q2:next", "0 -> q2=0 conclusion:branch complete", NULL
  };
  static const char * const last[] = {
    "yes -> q1:next", "1 -> q1=a q2:next", "4 -> q2=4 q3:next", "So -> q3=So b1:next q4:next",
    "5 -> q4=5 conclusion:branch complete", NULL
  };
  g_autoptr(Player) other = player_new (BRANCHES);
  g_autoptr(Player) third = player_new (BRANCHES);

  assert_progress (player, 0, 5);
  player_play (player, lines);
  assert_progress (player, 3, 3);
  player_play (other, out);
  assert_progress (other, 2, 2);
  player_play (third, last);
  assert_progress (third, 4, 4);
}

#define SCORES                                                                                                      \
  "{\"id\": \"m1\", \"type\": \"questions\", \"questions\": ["                                                        \
  "{\"id\": \"q1\", \"text\": \"?\", \"type\": \"yes_no\", \"points\": {\"yes\": 3},"                                 \
  "  \"rules\": [{\"when\": \"no\", \"go\": \"m2\"}]},"                                                               \
  "{\"id\": \"q2\", \"text\": \"?\", \"type\": \"multiple_choice\", \"max_choices\": 2, \"choices\": ["                \
  "  {\"id\": \"a\", \"label\": \"One\", \"points\": 1}, {\"id\": \"b\", \"label\": \"Two\", \"points\": 5},"            \
  "  {\"id\": \"c\", \"label\": \"Three\", \"points\": 2}]}]},"                                                        \
  "{\"id\": \"m2\", \"type\": \"questions\", \"questions\": ["                                                        \
  "{\"id\": \"q3\", \"text\": \"?\", \"type\": \"rating\", \"max\": 10, \"points\": true}]}"

static void
test_best_score (void)
{
  g_autoptr(Player) player = player_new (SCORES);
  g_autoptr(Player) plain = player_new (QUESTION ("\"type\": \"yes_no\""));
  double max;

  g_assert_true (callboard_script_get_max_score (player->script, &player->state, &max));
  g_assert_cmpfloat (max, ==, 3 + 7 + 10);
  player_say (player, "yes");
  g_assert_cmpstr (player_say (player, "no"), ==, "q1=no+0 q3:branch");
  g_assert_true (callboard_script_get_max_score (player->script, &player->state, &max));
  g_assert_cmpfloat (max, ==, 3 + 10);
  g_assert_false (callboard_script_get_max_score (plain->script, &plain->state, &max));
}

static void
test_progress_text (void)
{
  const char *modules = QUESTIONS ("{\"id\": \"q1\", \"text\": \"First?\", \"type\": \"yes_no\"},"
                                   "{\"id\": \"q2\", \"text\": \"Second?\", \"type\": \"yes_no\", \"required\": false}");
  g_autofree char *document = g_strdup_printf ("{\"callboard\": 1, \"welcome\": {\"text\": \"Hi\"}, \"modules\": [%s],"
                                               " \"settings\": {\"progress\": true}}", modules);
  g_autoptr(Player) player = player_new (modules);

  g_clear_pointer (&player->script, callboard_script_unref);
  player->script = callboard_script_parse (document, NULL);
  player_say (player, "yes");
  g_assert_cmpstr (player_heard (player), ==, "Question 1 of 2\nFirst?");
  player_say (player, "yes");
  g_assert_cmpstr (player_heard (player), ==, "Question 2 of 2\nSecond?\nReply SKIP to leave this out.");
}

static void
test_several (void)
{
  g_autoptr(Player) player =
    player_new (QUESTION ("\"type\": \"multiple_choice\", \"choices\": [{\"id\": \"a\", \"label\": \"1\"},"
                          " {\"id\": \"b\", \"label\": \"2\"}]"));

  player_say (player, "yes");
  g_assert_null (player_shown (player));
  g_assert_cmpstr (player_heard (player), ==,
                   "?\nA) 1\nB) 2\nYou may choose more than one. Reply with the letters, for example A and B.");
  g_assert_cmpstr (player_say (player, "A and B"), ==, "q=a,b conclusion:last complete");
}

static void
test_buttons (void)
{
  g_autoptr(Player) player = player_new (BRANCHES);
  CallboardScriptEvent quoting = { .kind = CALLBOARD_SCRIPT_REPLY, .text = "1", .quoted = "q1" };

  g_assert_cmpstr (player_shown (player), ==, "[{\"id\":\"welcome/begin\",\"title\":\"Start\"}]");
  g_assert_cmpstr (player_press (player, "welcome/begin"), ==, "q1:next");
  g_assert_cmpstr (player_shown (player), ==,
                   "[{\"id\":\"q1/a\",\"title\":\"Work\"},{\"id\":\"q1/b\",\"title\":\"School\"}]");
  g_assert_cmpstr (player_press (player, "welcome/begin"), ==, "note:old-question");
  g_assert_cmpstr (player_step (player, &quoting), ==, "q1=a q2:next");
  g_assert_cmpstr (player_press (player, "q1/b"), ==, "note:old-question");
  g_assert_cmpstr (player_step (player, &quoting), ==, "note:old-question");
  quoting.quoted = "q2";
  g_assert_cmpstr (player_step (player, &quoting), ==, "q2=1 q3:next");
}

/* Before choices named their step. */
static void
test_old_buttons (void)
{
  g_autoptr(Player) player = player_new (BRANCHES);

  g_assert_cmpstr (player_press (player, "begin"), ==, "q1:next");
  g_assert_cmpstr (player_press (player, "b"), ==, "q1=b b1:branch q4:next");
}

static void
test_nudges (void)
{
  g_autoptr(Player) player = player_new (QUESTION ("\"type\": \"yes_no\""));
  CallboardScriptEvent nudge = { .kind = CALLBOARD_SCRIPT_NUDGE, .n = 1 };
  CallboardScriptEvent last = { .kind = CALLBOARD_SCRIPT_NUDGE, .n = 3, .last = TRUE };
  const CallboardEffect *effect;

  g_assert_cmpstr (player_step (player, &nudge), ==, "welcome:nudge");
  effect = g_ptr_array_index (player->effects, 0);
  g_assert_true (effect->starts);
  g_assert_cmpstr (effect->message_kind, ==, "nudge");
  g_assert_cmpstr (effect->template, ==, "nudge");
  player_say (player, "hello");
  nudge.n = 2;
  g_assert_cmpstr (player_step (player, &nudge), ==, "q:nudge");
  g_assert_true (g_str_has_suffix (player_heard (player), "\n\n?"));
  g_assert_nonnull (player_shown (player));
  g_assert_cmpstr (player_step (player, &last), ==, "q:nudge");
  g_assert_nonnull (strstr (player_heard (player), "WITHDRAW"));
  g_assert_cmpstr (player_press (player, "q/yes"), ==, "q=yes conclusion:last complete");
  g_assert_cmpstr (player_step (player, &nudge), ==, "");
}

static void
test_resume (void)
{
  g_autoptr(Player) player = player_new (QUESTION ("\"type\": \"yes_no\""));
  CallboardScriptEvent resume = { .kind = CALLBOARD_SCRIPT_RESUME };

  g_assert_cmpstr (player_step (player, &resume), ==, "welcome:resumed");
  player_say (player, "hello");
  player_say (player, "blue");
  player_say (player, "blue");
  g_assert_cmpstr (player_say (player, "blue"), ==, "attention");
  g_assert_cmpstr (player_step (player, &resume), ==, "q:resumed");
  g_assert_cmpstr (player_say (player, "blue"), ==, "q:not-understood");
  g_assert_cmpstr (player_say (player, "yes"), ==, "q=yes conclusion:last complete");
  g_assert_cmpstr (player_step (player, &resume), ==, "");
}

static void
test_zone (void)
{
  g_autoptr(Player) player = player_new (QUESTION ("\"type\": \"date\""));
  CallboardScriptEvent event = { .kind = CALLBOARD_SCRIPT_REPLY, .text = "tomorrow", .zone = "Pacific/Auckland" };

  player_say (player, "yes");
  player->now += 3 * G_TIME_SPAN_HOUR;
  g_assert_cmpstr (player_step (player, &event), ==, "q=2026-11-26 conclusion:last complete");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *path = g_strconcat ("/script-questions/", types[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_type);
    }

  g_test_add_func ("/script-questions/rules", test_rules);
  g_test_add_func ("/script-questions/best-score", test_best_score);
  g_test_add_func ("/script-questions/progress-text", test_progress_text);
  g_test_add_func ("/script-questions/several", test_several);
  g_test_add_func ("/script-questions/buttons", test_buttons);
  g_test_add_func ("/script-questions/old-buttons", test_old_buttons);
  g_test_add_func ("/script-questions/nudges", test_nudges);
  g_test_add_func ("/script-questions/resume", test_resume);
  g_test_add_func ("/script-questions/zone", test_zone);

  return g_test_run ();
}
