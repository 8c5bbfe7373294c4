/* callboard-script-problem.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-script-check-private.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/* words: for the head of a column; here: after the place. */
static const struct {
  const char *nick;
  const char *words;
  const char *here;
} problems[] = {
  { "no-version", N_("The campaign was never published"), NULL },
  { "empty-welcome", N_("The welcome message is empty"), N_("the text is missing") },
  { "empty-conclusion", N_("The conclusion message is empty"), N_("the text is missing") },
  { "empty-block", N_("A content block is empty"), N_("the text is missing") },
  { "empty-module", N_("A module is empty"), N_("it is empty") },
  { "empty-question", N_("A question has no text"), N_("the text is missing") },
  { "no-choice", N_("A choice question has no choices"), N_("it has no choices") },
  { "empty-choice", N_("A choice has no label"), N_("the label is missing") },
  { "empty-prompt", N_("A video prompt has no text"), N_("the text is missing") },
  { "empty-request", N_("A document request has no name"), N_("the name is missing") },
  { "empty-place", N_("The place of the interview is missing"), N_("the place of the interview is missing") },
  { "same-choice", N_("Two choices have the same label"), N_("another choice has the same label") },
  { "limits", N_("The limits contradict each other"), N_("the limits contradict each other") },
  { "no-file", N_("A picture, video or document is missing"), N_("the file is missing") },
  { "media-by-sms", N_("It has a picture, video or document, which cannot be sent by SMS"), NULL },
  { "missing-file", N_("The file of a picture, video or document is not on this computer"),
    N_("the file is not on this computer") },
  { "no-hours", N_("There are neither hours nor sessions to offer interviews in"),
    N_("there are neither hours nor sessions to offer interviews in") },
  { "only-in-schedule", N_("Only a Schedule stage can offer interviews"), N_("only a Schedule stage can offer interviews") },
  { "not-in-schedule", N_("A Schedule stage has only content and one Schedule module"),
    N_("a Schedule stage has only content and one Schedule module") },
  { "schedule-last", N_("The Schedule module has to be the last one, and the only one"),
    N_("the Schedule module has to be the last one, and the only one") },
  { "review", N_("A Review stage sends nothing"), N_("a Review stage sends nothing") },
  { "field", N_("A merge field is unknown or not closed"), N_("a merge field is unknown or not closed") },
  { "job-closed", N_("The job is closed, so that nothing is sent"), NULL },
  { "no-schedule", N_("There is no Schedule module to offer interviews with"),
    N_("there is no Schedule module to offer interviews with") },
  { "too-long", N_("A text is too long for any channel"), N_("the text is too long for any channel") },
  { "rule-back", N_("A rule goes to a module that is not a later one"), N_("it can only go to a later module") },
  { "rule-nowhere", N_("A rule goes to a module that no longer exists"), N_("the module it goes to no longer exists") },
  { "rule-go", N_("A rule goes nowhere"), N_("choose where it goes") },
  { "rule-when", N_("A rule has no answer to wait for"), N_("choose the answer it is for") },
  { "hours", N_("The hours of interviews end before they begin"), N_("the end has to be after the beginning") },
  { "session", N_("The session of an interview has no time, or that of another"), NULL },
  { "zone", N_("The time zone of the interviews is missing"), N_("the time zone is missing") },
  { "template-rejected", N_("WhatsApp has rejected the template of the welcome message"), NULL },
  { "template-unapproved", N_("The welcome message is no approved WhatsApp template yet"), NULL },
  { "invalid", N_("A part of the campaign is not understood"), NULL },
};

static const char *
describe (const char *nick)
{
  for (guint i = 0; i < G_N_ELEMENTS (problems); i++)
    {
      if (g_str_equal (nick, problems[i].nick))
        return _(problems[i].words);
    }

  return _("The campaign is not complete");
}

const char *
callboard_problem_get_words (const char *nick)
{
  for (guint i = 0; i < G_N_ELEMENTS (problems); i++)
    {
      if (g_str_equal (nick, problems[i].nick) && problems[i].here != NULL)
        return _(problems[i].here);
    }

  return NULL;
}

char *
callboard_problem_describe (const char *problem)
{
  g_auto(GStrv) parts = NULL;

  if (problem == NULL)
    return g_strdup ("");

  parts = g_strsplit (problem, " ", 2);
  if (parts[0] == NULL || parts[1] == NULL)
    return g_strdup (describe (problem));

  /* Translators: what is wrong in a campaign, then the part of it */
  return g_strdup_printf (_("%s (%s)"), describe (parts[0]), parts[1]);
}

void
callboard_script_problem_free (CallboardScriptProblem *problem)
{
  g_free (problem->id);
  g_free (problem->place);
  g_free (problem->member);
  g_free (problem->text);
  g_free (problem);
}

/* The lists of objects in a document. */
typedef enum
{
  LIST_MODULES,
  LIST_BLOCKS,
  LIST_QUESTIONS,
  LIST_PROMPTS,
  LIST_REQUESTS,
  LIST_CHOICES,
  LIST_RULES,
  LIST_HOURS,
  LIST_SESSIONS,
  LIST_POINTS,
} List;

typedef struct
{
  List  list;
  guint index;
} Segment;

/* Reads "questions[2]". Returns what comes after it; NULL if the path goes on with a member. */
static const char *
read_segment (const char *path,
              Segment    *segment)
{
  static const char * const lists[] = {
    "modules", "blocks", "questions", "prompts", "requests", "choices", "rules", "hours", "sessions", "points"
  };
  gsize length = strcspn (path, "[.");
  char *end;

  for (guint i = 0; path[length] == '[' && i < G_N_ELEMENTS (lists); i++)
    {
      if (strlen (lists[i]) != length || strncmp (path, lists[i], length) != 0)
        continue;

      segment->list = i;
      segment->index = g_ascii_strtoull (path + length + 1, &end, 10);
      end += *end == ']' ? 1 : 0;

      return *end == '.' ? end + 1 : end;
    }

  return NULL;
}

CallboardScriptProblem *
callboard_script_problem_from_fault (const char *nick,
                                     const char *path,
                                     const char *what)
{
  CallboardScriptProblem *problem = g_new0 (CallboardScriptProblem, 1);
  const char *rest = path, *next;
  Segment segment;

  while ((next = read_segment (rest, &segment)) != NULL)
    rest = next;

  problem->nick = nick;
  problem->place = g_strndup (path, rest - path);
  if (g_str_has_suffix (problem->place, "."))
    problem->place[strlen (problem->place) - 1] = '\0';
  if (*rest != '\0')
    problem->member = g_strndup (rest, strcspn (rest, "["));
  problem->text = g_strdup (what);

  return problem;
}

static const char *
name_member (const char *member)
{
  if (member != NULL && g_str_has_prefix (member, "welcome"))
    return _("Welcome message");
  if (member != NULL && g_str_has_prefix (member, "conclusion"))
    return _("Conclusion message");
  if (member != NULL && g_str_has_prefix (member, "settings"))
    return _("Settings");

  return _("Campaign");
}

static char *
name_part (const Segment *segment)
{
  guint number = segment->index + 1;

  switch (segment->list)
    {
    case LIST_BLOCKS:
      return g_strdup_printf (_("Block %u"), number);

    case LIST_QUESTIONS:
      return g_strdup_printf (_("Question %u"), number);

    case LIST_PROMPTS:
      return g_strdup_printf (_("Video prompt %u"), number);

    case LIST_REQUESTS:
      return g_strdup_printf (_("Request %u"), number);

    case LIST_HOURS:
      return g_strdup_printf (_("Hours %u"), number);

    case LIST_SESSIONS:
      return g_strdup_printf (_("Session %u"), number);

    case LIST_CHOICES:
      return g_strdup_printf (_("choice %u"), number);

    case LIST_RULES:
      return g_strdup_printf (_("rule %u"), number);

    case LIST_POINTS:
      return g_strdup_printf (_("range %u"), number);

    case LIST_MODULES:
    default:
      return g_strdup_printf (_("Module %u"), number);
    }
}

/* Parts are told by the number of their module, too, where there are several. */
char *
callboard_problem_locate (CallboardScript *script,
                          const char      *place,
                          const char      *member)
{
  Segment segments[3];
  guint n = 0;
  g_autofree char *whole = NULL, *part = NULL, *inner = NULL;

  while (n < G_N_ELEMENTS (segments) && (place = read_segment (place, &segments[n])) != NULL)
    n++;

  if (n == 0)
    return g_strdup (name_member (member));

  if (n == 1)
    return name_part (&segments[0]);

  part = name_part (&segments[1]);
  whole = script->modules->len > 1
    /* Translators: "Question 2 in module 3" */
    ? g_strdup_printf (_("%s in module %u"), part, segments[0].index + 1)
    : g_strdup (part);
  if (n == 2)
    return g_steal_pointer (&whole);

  inner = name_part (&segments[2]);

  /* Translators: "Question 2, choice 1" */
  return g_strdup_printf (_("%s, %s"), whole, inner);
}

/* The welcome comes first, the conclusion and the settings last; a module before its parts. */
static guint64
rank (const CallboardScriptProblem *problem)
{
  const char *rest = problem->place;
  Segment segment;
  guint64 rank = 0;

  if (*rest == '\0')
    return problem->member != NULL && g_str_has_prefix (problem->member, "welcome") ? 0 : G_MAXUINT64;

  for (guint i = 0; i < 3; i++)
    {
      const char *next = rest != NULL ? read_segment (rest, &segment) : NULL;

      rank = rank << 20 | (next != NULL ? MIN (segment.index + 1, (1u << 20) - 1) : 0);
      rest = next;
    }

  return rank;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  guint64 one = rank (*(CallboardScriptProblem * const *) a), other = rank (*(CallboardScriptProblem * const *) b);

  return (one > other) - (one < other);
}

void
callboard_problems_sort (GPtrArray *list)
{
  g_ptr_array_sort (list, compare);
}
