/* callboard-draft-kind.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-draft-kind.h"

#define MAX_MEMBERS 48

typedef struct
{
  const char *kind;
  const char *list; /* where it stands */
  char        prefix;
  const char *members[MAX_MEMBERS];
} Kind;

#define BLOCK    "id", "type"
#define MEDIA    "file", "file.hash", "file.name", "file.media_type", "file.size", "text"
#define TEMPLATE "welcome.template", "welcome.template.name", "welcome.template.category", "welcome.template.footer", \
                 "welcome.template.buttons", SAMPLES
#define SAMPLE(name) "welcome.template.samples." name
#define SAMPLES  "welcome.template.samples", SAMPLE ("candidate"), SAMPLE ("candidate.first_name"),               \
                 SAMPLE ("candidate.last_name"), SAMPLE ("job"), SAMPLE ("job.title"), SAMPLE ("job.location"),   \
                 SAMPLE ("stage"), SAMPLE ("stage.name"), SAMPLE ("company"), SAMPLE ("company.name"),            \
                 SAMPLE ("recruiter"), SAMPLE ("recruiter.name"), SAMPLE ("interview"), SAMPLE ("interview.date"), \
                 SAMPLE ("interview.time"), SAMPLE ("interview.place"), SAMPLE ("interviewer"),                   \
                 SAMPLE ("interviewer.name")
#define QUESTION "id", "type", "text", "help", "required", "retry"

static const Kind kinds[] = {
  { "campaign", NULL, 0,
    { "callboard", "language", "welcome", "welcome.text", TEMPLATE, "modules", "conclusion", "conclusion.text", "settings",
      "settings.progress", "settings.sms_fallback", "settings.expiry_days", "settings.nudges", "settings.nudges.after_hours" } },

  { "content", "modules", 'm', { "id", "type", "blocks" } },
  { "questions", "modules", 'm', { "id", "type", "questions" } },
  { "video_interview", "modules", 'm', { "id", "type", "prompts" } },
  { "collect", "modules", 'm', { "id", "type", "requests" } },
  { "schedule", "modules", 'm',
    { "id", "type", "text", "duration", "place", "place.kind", "place.text", "interviewer", "capacity", "zone", "hours",
      "sessions", "gap", "notice", "horizon" } },

  { "text", "blocks", 'b', { BLOCK, "text" } },
  { "image", "blocks", 'b', { BLOCK, MEDIA } },
  { "video", "blocks", 'b', { BLOCK, MEDIA } },
  { "document", "blocks", 'b', { BLOCK, MEDIA } },

  { "short_answer", "questions", 'q', { QUESTION, "min_length", "max_length", "flag_when" } },
  { "long_answer", "questions", 'q', { QUESTION, "min_length", "max_length", "flag_when" } },
  { "single_choice", "questions", 'q', { QUESTION, "choices", "flag_when", "rules" } },
  { "multiple_choice", "questions", 'q', { QUESTION, "choices", "min_choices", "max_choices", "flag_when" } },
  { "yes_no", "questions", 'q', { QUESTION, "flag_when", "points", "points.yes", "points.no", "rules" } },
  { "true_false", "questions", 'q', { QUESTION, "flag_when", "points", "points.true", "points.false", "rules" } },
  { "number", "questions", 'q', { QUESTION, "min", "max", "decimals", "flag_when", "points", "rules" } },
  { "date", "questions", 'q', { QUESTION, "earliest", "latest", "flag_when" } },
  { "email", "questions", 'q', { QUESTION, "flag_when" } },
  { "rating", "questions", 'q', { QUESTION, "max", "flag_when", "points", "rules" } },

  { "prompt", "prompts", 'p', { "id", "text", "seconds", "voice", "takes", "required" } },
  { "request", "requests", 'r', { "id", "text", "hint", "kinds", "max_bytes", "required" } },
  { "choice", "choices", 'c', { "id", "label", "points" } },
  { "rule", "rules", 0, { "when", "go" } },
  { "hours", "hours", 0, { "day", "from", "to" } },
  { "session", "sessions", 's', { "id", "starts", "seats" } },
  { "range", "points", 0, { "from", "to", "points" } },
};

/* Of those with a type the elements have different kinds. */
static const struct {
  const char *name;
  gboolean    typed;
  gboolean    required;
} lists[] = {
  { "modules", TRUE, FALSE },
  { "blocks", TRUE, TRUE },
  { "questions", TRUE, TRUE },
  { "prompts", FALSE, TRUE },
  { "requests", FALSE, TRUE },
  { "choices", FALSE, FALSE },
  { "rules", FALSE, FALSE },
  { "hours", FALSE, FALSE },
  { "sessions", FALSE, FALSE },
  { "points", FALSE, FALSE },
};

static const Kind *
find_kind (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_strcmp0 (name, kinds[i].kind) == 0)
        return &kinds[i];
    }

  return NULL;
}

const char * const *
callboard_draft_kind_list_members (const char *kind)
{
  const Kind *found = find_kind (kind);

  return found != NULL ? found->members : NULL;
}

gboolean
callboard_draft_kind_has_member (const char *kind,
                                 const char *member)
{
  const Kind *found = find_kind (kind);

  return found != NULL && member != NULL && g_strv_contains (found->members, member);
}

gboolean
callboard_draft_kind_is_list (const char *kind,
                              const char *member)
{
  if (!callboard_draft_kind_has_member (kind, member))
    return FALSE;

  /* Only of numbers are points a list: of ranges. */
  if (g_str_equal (member, "points"))
    return g_str_equal (kind, "number");

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      if (g_str_equal (member, lists[i].name))
        return TRUE;
    }

  return FALSE;
}

const char *
callboard_draft_kind_find_list (const char *kind,
                                const char *child)
{
  const Kind *found = find_kind (child);

  return found != NULL && callboard_draft_kind_is_list (kind, found->list) ? found->list : NULL;
}

const char *
callboard_draft_kind_get_list (const char *kind)
{
  const Kind *found = find_kind (kind);

  return found != NULL ? found->list : NULL;
}

char
callboard_draft_kind_get_id_prefix (const char *kind)
{
  const Kind *found = find_kind (kind);

  return found != NULL ? found->prefix : 0;
}

gboolean
callboard_draft_kind_is_typed (const char *kind)
{
  return callboard_draft_kind_has_member (kind, "type");
}

const char *
callboard_draft_list_get_kind (const char *list)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      if (g_strcmp0 (list, lists[i].name) == 0 && lists[i].typed)
        return NULL;
    }

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_strcmp0 (list, kinds[i].list) == 0)
        return kinds[i].kind;
    }

  return NULL;
}

gboolean
callboard_draft_list_is_required (const char *list)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      if (g_strcmp0 (list, lists[i].name) == 0)
        return lists[i].required;
    }

  return FALSE;
}
