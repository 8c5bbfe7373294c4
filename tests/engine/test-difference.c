/* test-difference.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-difference.h"

#include <string.h>

#include "random_campaign.h"

#define HEAD        "{\"callboard\":1,\"welcome\":{\"text\":\"Hi\"},\"modules\":["
#define TAIL        "],\"conclusion\":{\"text\":\"Bye\"}}"
#define ASK(...)    "{\"id\":\"ask\",\"type\":\"questions\",\"questions\":[" __VA_ARGS__ "]}"
#define MORE(...)   "{\"id\":\"more\",\"type\":\"questions\",\"questions\":[" __VA_ARGS__ "]}"
#define SHOW        "{\"id\":\"show\",\"type\":\"content\",\"blocks\":[{\"id\":\"b\",\"type\":\"text\",\"text\":\"Look\"}]}"
#define Q(id, text) "{\"id\":\"" id "\",\"type\":\"short_answer\",\"text\":\"" text "\"}"
#define CHOICE(members) "{\"id\":\"c\",\"type\":\"single_choice\",\"text\":\"Shift?\"," members "}"
#define DOCUMENT(...) HEAD __VA_ARGS__ TAIL

/* Each line as "what: before -> after". */
static const struct
{
  const char *name;
  const char *before;
  const char *after;
  const char *lines;
} cases[] = {
  { "same", DOCUMENT (SHOW), DOCUMENT (SHOW), "" },
  { "first", NULL, DOCUMENT (ASK (Q ("a", "Name?"))),
    "+ Welcome:  -> Hi\n+ Module 1, Questions:  -> \n  + Question 1, “Name?”:  -> Name?\n+ Conclusion:  -> Bye\n" },
  { "nothing", DOCUMENT (""), "{\"callboard\":1}", "- Welcome: Hi -> \n- Conclusion: Bye -> \n" },
  { "unreadable", "[", "}", "" },
  { "welcome", DOCUMENT (""), "{\"callboard\":1,\"welcome\":{\"text\":\"Hello\"},\"conclusion\":{\"text\":\"Bye\"}}",
    "* Welcome, Text: Hi -> Hello\n" },
  { "text", DOCUMENT (ASK (Q ("a", "Name?"))), DOCUMENT (ASK (Q ("a", "Your name?"))),
    "  * Question 1, “Your name?”, Text: Name? -> Your name?\n" },
  { "long text", DOCUMENT (ASK (Q ("a", "Have you ever worked in a warehouse of this size?"))),
    DOCUMENT (ASK (Q ("a", "Have you ever worked in a warehouse of this kind?"))),
    "  * Question 1, “Have you ever worked in a warehouse of t…”, Text: Have you ever worked in a warehouse of this size?"
    " -> Have you ever worked in a warehouse of this kind?\n" },
  { "added", DOCUMENT (ASK (Q ("a", "A"))), DOCUMENT (ASK (Q ("b", "B") "," Q ("a", "A"))),
    "  + Question 1, “B”:  -> B\n" },
  { "removed", DOCUMENT (ASK (Q ("a", "A") "," Q ("b", "B") "," Q ("c", "C"))), DOCUMENT (ASK (Q ("a", "A") "," Q ("c", "C"))),
    "  - Question 2, “B”: B -> \n" },
  { "removed first", DOCUMENT (SHOW "," ASK (Q ("a", "A"))), DOCUMENT (ASK (Q ("a", "A"))),
    "- Module 1, Content:  -> \n  - Block 1, “Look”: Look -> \n" },
  { "moved", DOCUMENT (ASK (Q ("a", "A") "," Q ("b", "B") "," Q ("c", "C"))),
    DOCUMENT (ASK (Q ("c", "C") "," Q ("a", "A") "," Q ("b", "B"))),
    "  > Question 1, “C”:  -> now first in Module 1, Questions\n" },
  { "moved back", DOCUMENT (ASK (Q ("a", "A") "," Q ("b", "B") "," Q ("c", "C"))),
    DOCUMENT (ASK (Q ("b", "B") "," Q ("c", "C") "," Q ("a", "A"))),
    "  > Question 3, “A”:  -> now after Question 2, “C”\n" },
  { "moved module", DOCUMENT (SHOW "," ASK (Q ("a", "A"))), DOCUMENT (ASK (Q ("a", "A")) "," SHOW),
    "> Module 1, Questions:  -> now after Welcome\n" },
  { "other module", DOCUMENT (ASK (Q ("a", "A")) "," MORE (Q ("b", "B"))),
    DOCUMENT (ASK () "," MORE (Q ("a", "A") "," Q ("b", "B"))),
    "  > Question 1, “A”:  -> now first in Module 2, Questions\n" },
  { "moved and changed", DOCUMENT (ASK (Q ("a", "A") "," Q ("b", "B") "," Q ("c", "C"))),
    DOCUMENT (ASK (Q ("c", "D") "," Q ("a", "A") "," Q ("b", "B"))),
    "  > Question 1, “D”:  -> now first in Module 1, Questions\n  * Question 1, “D”, Text: C -> D\n" },
  { "type", DOCUMENT (ASK (Q ("a", "A"))), DOCUMENT (ASK ("{\"id\":\"a\",\"type\":\"email\",\"text\":\"A\"}")),
    "  * Question 1, “A”, Type: Short answer -> E-mail address\n" },
  { "default", DOCUMENT (ASK (Q ("a", "A"))),
    DOCUMENT (ASK ("{\"id\":\"a\",\"type\":\"short_answer\",\"text\":\"A\",\"required\":true,\"flag_when\":[]}")), "" },
  { "required", DOCUMENT (ASK (Q ("a", "A"))),
    DOCUMENT (ASK ("{\"id\":\"a\",\"type\":\"short_answer\",\"text\":\"A\",\"required\":false}")),
    "  * Question 1, “A”, Required: Yes -> No\n" },
  { "choices", DOCUMENT (ASK (CHOICE ("\"choices\":[{\"id\":\"d\",\"label\":\"Day\"}]"))),
    DOCUMENT (ASK (CHOICE ("\"choices\":[{\"id\":\"d\",\"label\":\"Day\"},{\"id\":\"n\",\"label\":\"Night\",\"points\":2}]"))),
    "  * Question 1, “Shift?”, Choices: Day -> Day|Night (2)\n" },
  { "rules", DOCUMENT (ASK (CHOICE ("\"choices\":[{\"id\":\"d\",\"label\":\"Day\"}]")) "," SHOW),
    DOCUMENT (ASK (CHOICE ("\"choices\":[{\"id\":\"d\",\"label\":\"Day\"}],\"flag_when\":[\"d\"],"
                           "\"rules\":[{\"when\":\"d\",\"go\":\"show\"},{\"when\":\"x\",\"go\":\"conclusion\"}]")) "," SHOW),
    "  * Question 1, “Shift?”, Flag when:  -> Day\n"
    "  * Question 1, “Shift?”, Branching:  -> If “Day”, go to Module 2, Content|If “x”, go to the conclusion\n" },
  { "renumbered rules", DOCUMENT (ASK (CHOICE ("\"rules\":[{\"when\":\"d\",\"go\":\"show\"}]")) "," SHOW),
    DOCUMENT (ASK (CHOICE ("\"rules\":[{\"when\":\"d\",\"go\":\"show\"}]")) "," MORE () "," SHOW),
    "+ Module 2, Questions:  -> \n" },
  { "settings", DOCUMENT (""),
    HEAD "],\"conclusion\":{\"text\":\"Bye\"},\"language\":\"de\",\"settings\":{\"expiry_days\":3,\"nudges\":{\"after_hours\":[3]}}}",
    "* Settings, Language: en -> de\n* Settings, Days until it expires: 7 -> 3\n"
    "* Settings, Hours until reminders: 3, 23, 72 -> 3\n" },
  { "unknown", DOCUMENT (""), HEAD "],\"conclusion\":{\"text\":\"Bye\"},\"mood\":\"gay\"}", "* Settings, mood:  -> \"gay\"\n" },
  { "forgotten", HEAD "],\"conclusion\":{\"text\":\"Bye\"},\"mood\":\"gay\"}", DOCUMENT (""), "* Settings, mood: \"gay\" -> \n" },
  { "file", DOCUMENT ("{\"id\":\"show\",\"type\":\"content\",\"blocks\":[{\"id\":\"b\",\"type\":\"image\",\"file\":"
                      "{\"hash\":\"1\",\"name\":\"map.png\",\"size\":2000}}]}"),
    DOCUMENT ("{\"id\":\"show\",\"type\":\"content\",\"blocks\":[{\"id\":\"b\",\"type\":\"image\",\"file\":"
              "{\"hash\":\"2\",\"name\":\"map.png\",\"size\":2000}}]}"),
    "  * Block 1, “map.png”, File: map.png (2.0 kB) -> map.png (2.0 kB)\n" },
  { "schedule",
    DOCUMENT ("{\"id\":\"s\",\"type\":\"schedule\",\"zone\":\"Europe/London\",\"hours\":[{\"day\":\"mon\",\"from\":\"09:00\","
              "\"to\":\"17:00\"}]}"),
    DOCUMENT ("{\"id\":\"s\",\"type\":\"schedule\",\"zone\":\"Europe/London\",\"place\":{\"kind\":\"location\",\"text\":\"Dock 4\"},"
              "\"sessions\":[{\"id\":\"t\",\"starts\":\"2026-03-02T10:00\",\"seats\":8}]}"),
    "* Module 1, Schedule, Place: Phone call -> On site\n* Module 1, Schedule, Number, link or address:  -> Dock 4\n"
    "* Module 1, Schedule, Weekly hours: Monday 09:00–17:00 -> \n"
    "* Module 1, Schedule, Sessions:  -> 2026-03-02 10:00 (8 places)\n" },
  { "same ids", DOCUMENT (ASK (Q ("a", "A") "," Q ("a", "B"))), DOCUMENT (ASK (Q ("a", "A") "," Q ("a", "C"))),
    "  * Question 2, “C”, Text: B -> C\n" },
  { "strange", DOCUMENT (ASK ("7,null,{\"type\":9,\"rules\":3,\"max_bytes\":\"x\",\"choices\":[4]}")),
    DOCUMENT (ASK ("{\"type\":[],\"rules\":[5],\"max_bytes\":{},\"choices\":{}},\"x\"")),
    "  * Question 1, Type: 9 -> []\n  * Question 1, Choices:  -> {}\n  * Question 1, Branching: 3 -> If “”, go to \n" },
};

static char *
tell (GPtrArray *lines)
{
  static const char signs[] = "+->*";
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const CallboardDifferenceLine *line = g_ptr_array_index (lines, i);

      g_string_append_printf (text, "%s%c %s%s%s: %s -> %s\n", line->inside ? "  " : "", signs[line->kind], line->place,
                              line->label != NULL ? ", " : "", line->label != NULL ? line->label : "",
                              line->before != NULL ? g_strdelimit (line->before, "\n", '|') : "",
                              line->after != NULL ? g_strdelimit (line->after, "\n", '|') : "");
    }

  g_string_replace (text, "\302\240", " ", 0);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(GPtrArray) lines = callboard_difference_new (cases[i].before, cases[i].after);
  g_autofree char *told = tell (lines);

  g_assert_cmpstr (told, ==, cases[i].lines);
}

static void
assert_summary (guint       index,
                const char *summary)
{
  g_autoptr(GPtrArray) lines = callboard_difference_new (cases[index].before, cases[index].after);
  g_autofree char *text = callboard_difference_summarize (lines);

  g_assert_cmpstr (text, ==, summary);
}

static void
test_summaries (void)
{
  assert_summary (0, "Nothing changed");
  assert_summary (1, "Welcome: added, and 3 more changes");
  assert_summary (2, "Welcome: removed, and 1 more change");
  assert_summary (4, "Welcome: Text");
}

/* A campaign against itself, against another, and against half of itself: nothing, something, and no crash. */
static void
test_random (void)
{
  for (guint seed = 0; seed < 200; seed++)
    {
      g_auto(Chance) chance = CHANCE_OF_SEED (seed);
      g_autofree char *one = random_campaign_new (&chance, CALLBOARD_STAGE_ASSESSMENT);
      g_autofree char *other = random_campaign_new (&chance, CALLBOARD_STAGE_SCHEDULE);
      g_autofree char *half = g_strndup (one, strlen (one) / 2);
      g_autoptr(GPtrArray) none = callboard_difference_new (one, one);
      g_autoptr(GPtrArray) some = callboard_difference_new (one, other);
      g_autoptr(GPtrArray) back = callboard_difference_new (other, one);
      g_autoptr(GPtrArray) all = callboard_difference_new (one, half);

      g_assert_cmpint (none->len, ==, 0);
      g_assert_cmpint (some->len, >, 0);
      g_assert_cmpint (back->len, >, 0);
      g_assert_cmpint (all->len, >, 0);
    }
}

static char *
bracket (const char *text,
         GArray     *marks)
{
  g_autoptr(GString) told = g_string_new (text);

  for (guint i = marks->len; i-- > 0;)
    {
      CallboardDifferenceMark mark = g_array_index (marks, CallboardDifferenceMark, i);

      g_string_insert_c (told, mark.end, ']');
      g_string_insert_c (told, mark.start, '[');
    }

  return g_string_free (g_steal_pointer (&told), FALSE);
}

static const struct
{
  const char *before;
  const char *after;
  const char *gone;
  const char *added;
} texts[] = {
  { "", "", "", "" },
  { "the same", "the same", "the same", "the same" },
  { "", "all of it", "", "[all of it]" },
  { "all of it", "", "[all of it]", "" },
  { "Do you have a driving licence?", "Do you have a licence for forklifts?",
    "Do you have a [driving] licence?", "Do you have a licence [for forklifts]?" },
  { "Grüße, Zoë", "Grüße, Zoé", "Grüße, [Zoë]", "Grüße, [Zoé]" },
  { "one, two, three", "one; two; four", "one[,] two[, three]", "one[;] two[; four]" },
  { "漢字 a", "漢字 b", "漢字 [a]", "漢字 [b]" },
};

static void
test_marks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GArray) gone = NULL;
      g_autoptr(GArray) added = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      callboard_difference_mark (texts[i].before, texts[i].after, &gone, &added);
      before = bracket (texts[i].before, gone);
      after = bracket (texts[i].after, added);
      g_assert_cmpstr (before, ==, texts[i].gone);
      g_assert_cmpstr (after, ==, texts[i].added);
    }
}

/* A megabyte of text is compared at once, too. */
static void
test_long_marks (void)
{
  g_autoptr(GString) one = g_string_new ("begin ");
  g_autoptr(GString) other = g_string_new ("begin ");
  g_autoptr(GArray) gone = NULL;
  g_autoptr(GArray) added = NULL;
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < 100000; i++)
    {
      g_string_append_printf (one, "%u a ", i);
      g_string_append_printf (other, "%u b ", i);
    }

  callboard_difference_mark (one->str, other->str, &gone, &added);
  g_assert_cmpint (gone->len, ==, 1);
  g_assert_cmpint (added->len, ==, 1);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_TIME_SPAN_SECOND);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdelimit (g_strconcat ("/difference/", cases[i].name, NULL), " ", '-');

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_case);
    }

  g_test_add_func ("/difference/summaries", test_summaries);
  g_test_add_func ("/difference/random", test_random);
  g_test_add_func ("/difference/marks", test_marks);
  g_test_add_func ("/difference/long-marks", test_long_marks);

  return g_test_run ();
}
